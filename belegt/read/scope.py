"""Single incident or running total (R10).

Invariant: one person alone is an incident; a day named for the harm makes an incident unless the words say "so far".
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from belegt.model import Quantity, When
from belegt.read.lang import table
from belegt.read.segment import Sentence
from belegt.read.time import TimeMention

LONG = 2
_NOT = frozenset(("nicht", "kein", "keine", "keinen", "not", "no"))
TOTALS = ("since", "opening")


@cache
def _strong(lang: str) -> re.Pattern[str]:
    return re.compile(r"\b(?:" + "|".join(map(re.escape, table(lang, "scope")["strong"])) + r")\b")


@cache
def _weak(lang: str) -> re.Pattern[str]:
    data = table(lang, "scope")
    no = "|".join(map(re.escape, data["not_weak"]))
    return re.compile(r"\b(?:" + "|".join(map(re.escape, data["weak"])) + r")\b(?!['’]?s?[ -](?:" + no + r")\b)")


def scope(
    sentence: Sentence, text: str, count: Quantity, kind: str, means: Sequence[str], time: tuple[When, TimeMention] | None, lang: str
) -> tuple[str, str]:
    """"total" or "incident", and the words it rests on.

    ``time`` is the time that governs the claim's own clause, and its expression; None where there is none.
    """
    data = table(lang, "scope")
    folded = text[sentence.start : sentence.end].lower()
    if (count.low, count.high) == (1, 1):
        return "incident", ""
    strong = _strong(lang).search(folded)
    if strong and not (strong.group() in data["unless_not"] and not _NOT.isdisjoint(sentence.lower)):
        return "total", strong.group()
    decided = _by_time(*time) if time is not None else ""
    if time is not None and decided:
        return decided, time[0].text
    weak = _weak(lang).search(folded)
    if weak:
        return "total", weak.group()
    if set(means) & set(data["means"]) and count.stated:
        return "total", means[0]
    if count.low is not None and count.low >= data["large"].get(kind, 10**12) and "natural" not in means:
        return "total", count.text
    return "incident", ""


def _by_time(when: When, mention: TimeMention) -> str:
    if mention.kind in TOTALS:
        return "total"
    if when.start is None or when.end is None:
        return ""
    days = (when.end - when.start).days
    if mention.kind == "period":
        return "total"
    return "incident" if days <= LONG else "total"
