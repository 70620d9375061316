"""When it happened, as intervals of days with their precision; the days of publication stand in where a text gives none.

Invariant: an unknown time says little; two days that are known and lie apart speak strongly against.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from belegt.link.compare.ground import Ground

if TYPE_CHECKING:
    from belegt.link.mention import Mention

EXACT_DAYS = 6
NEWS_DAYS = 4
OLD_DAYS = 21
DATED_WITHIN = 3
MONTH_DAYS = 31


def compare_time(a: Mention, b: Mention) -> Ground | None:
    """The ground that two times give, None when neither text nor publication tells."""
    if a.start and a.end and b.start and b.end:
        found = _both(a.start, a.end, b.start, b.end)
        if found.name == "overlapping" and _long_past(a) and _long_past(b):
            return Ground("same_days", "overlapping days, long past")
        if found.name not in ("days_apart", "next_day"):
            return found
        return _dated_otherwise(a, b) or _told_apart(a, b) or found
    if a.start and a.end:
        return _told(a.start, a.end, b.report.published)
    if b.start and b.end:
        return _told(b.start, b.end, a.report.published)
    if a.report.published and b.report.published:
        apart = abs((a.report.published - b.report.published).days)
        if apart == 0:
            return Ground("told_next_day", "told on the same day")
        return (
            Ground("told_near", "told in the same days")
            if apart <= NEWS_DAYS
            else Ground("told_far", "told weeks apart")
        )
    return None


def _both(start: date, end: date, start2: date, end2: date) -> Ground:
    gap = max((start2 - end).days, (start - end2).days)
    if gap > 1:
        return Ground("days_apart", f"{gap} days apart")
    if gap == 1:
        return Ground("next_day", "one day apart")
    lengths = (end - start).days, (end2 - start2).days
    if lengths == (0, 0):
        return Ground("same_day", "same day")
    if max(lengths) <= EXACT_DAYS:
        return Ground("same_days", "same days")
    return Ground("overlapping", "overlapping periods")


def _long_past(m: Mention) -> bool:
    """Whether it tells within a month what is long past: "in August 2013" says as much of it as "on August 21 2013"."""
    if not (m.start and m.end):
        return False
    return (m.end - m.start).days <= MONTH_DAYS and m.long_past


def _told_apart(a: Mention, b: Mention) -> Ground | None:
    """Two days that one report gives numbers of are two events, be they next to each other."""
    counted = all(any(c.stated and c.point > 1 for _, c in m.counts) for m in (a, b))
    return (
        Ground("days_told_apart", "told of two days in one report") if counted and a.report.id == b.report.id else None
    )


def _dated_otherwise(a: Mention, b: Mention) -> Ground | None:
    """The same great number told of near days by reports of near days: one of them dates it by its telling."""
    gap = days_between((a.start, a.end), (b.start, b.end))
    told = days_between((a.report.published, a.report.published), (b.report.published, b.report.published))
    close = gap <= DATED_WITHIN and told <= DATED_WITHIN and bool(a.numbers & b.numbers)
    return Ground("dated_otherwise", f"the same number {gap} days apart") if close else None


def _told(start: date, end: date, published: date | None) -> Ground | None:
    """A known time against a report that gives none: it cannot tell what has not happened, and it mostly tells news."""
    if published is None:
        return None
    if published < start:
        return Ground("told_before", "told before it happened")
    late = (published - end).days
    if late <= 1:
        return Ground("told_next_day", "told on that day or the next")
    if late <= NEWS_DAYS:
        return Ground("told_near", "told in the same days")
    return Ground("told_far", "told weeks later") if late > OLD_DAYS else None


def apart(a: tuple[date | None, date | None], b: tuple[date | None, date | None]) -> bool:
    """Whether two known intervals share no day."""
    (start, end), (start2, end2) = a, b
    return bool(start and end and start2 and end2) and not (start <= end2 and start2 <= end)  # type: ignore[operator]


def days_between(a: tuple[date | None, date | None], b: tuple[date | None, date | None]) -> int:
    """The days from the end of the earlier of two intervals to the start of the later; 0 where they meet or one is not known."""
    (start, end), (start2, end2) = a, b
    if not (start and end and start2 and end2):
        return 0
    return max((start2 - end).days, (start - end2).days, 0)
