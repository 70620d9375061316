"""The day a report was published, and what told it.

What the report or its page states is taken unless the head of its own text says otherwise: the words "on Sunday" were
written on the day of the dateline, whatever a feed or a content system stamped on them later. Of 155 English conflict reports
whose stated date differs from their dateline and whose text soon names a weekday, that weekday fits the dateline alone in 85
and the stated date alone in 2 (both in 67, neither in 1).

- A firm dateline (weekday agrees, label "Published", agency, clock time, or bare figures first in the text) outranks a
  stated date at any distance.
- Any other dateline outranks it only within 31 days: further off it may be the date of what the text tells of.
- A dateline that could be read month first ("05-04-2016") yields to a stated date that is its other reading; where the stated
  date is neither, it is read day first (the 20 of English reports that agree with their stated date all are).
- The date given as an option stands in for a stated date where there is none: a dateline outranks it in the same way.
"""

from __future__ import annotations

from datetime import date

from belegt.intake.day.dateline import dateline

NEAR = 31
"""Days between a stated date and a dateline that is not firm, up to which the dateline is believed."""


def publication(text: str, stated: date | None, stated_by: str, option: date | None = None) -> tuple[date | None, str]:
    """The day and what told it: "report", "page", "dateline", "option", or (None, "").

    ``stated`` is the date that the report's own field or page gives, ``stated_by`` which of the two.
    """
    day, told_by = (stated, stated_by) if stated else (option, "option" if option else "")
    line = dateline(text)
    if line is None or (day is not None and day in (line.day, line.turned)):
        return day, told_by
    if day is None or line.firm or abs((line.day - day).days) <= NEAR:
        return line.day, "dateline"
    return day, told_by
