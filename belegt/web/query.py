"""The filter in the address: the same names and the same meaning on every page (T26: values are compared, never executed).

Invariant: a filter written with ``query`` and read again is the same filter.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from datetime import date
from functools import cached_property
from urllib.parse import urlencode

from belegt.errors import BelegtError
from belegt.model import Claim, HarmClaim, IncidentCount, Report, TotalCount, When, Where
from belegt.model.claim import OTHER_KINDS
from belegt.terms import load

LINK = "link"
"""Kind of what is in the queue and no claim."""
KINDS = (*load("harm"), *OTHER_KINDS, LINK)
STATES = ("open", "accepted", "rejected", "corrected")


@dataclass(frozen=True, kw_only=True)
class Filter:
    """Each field narrows what is shown; an empty one does not. Days are ISO dates, ``since`` to ``until`` inclusive.

    ``asof`` narrows nothing: it asks for the record as it stood at the end of that day.
    """

    q: str = ""
    kind: str = ""
    who: str = ""
    place: str = ""
    source: str = ""
    by: str = ""
    means: str = ""
    state: str = ""
    since: str = ""
    until: str = ""
    asof: str = ""

    def __post_init__(self) -> None:
        for name, known in (("kind", KINDS), ("who", load("victims")), ("means", load("means")), ("state", STATES)):
            value = getattr(self, name)
            if value and value not in known:
                raise BelegtError("B808", value=value, field=name, known=", ".join(known))
        for name in ("since", "until", "asof"):
            day(name, getattr(self, name))

    @classmethod
    def of(cls, params: Mapping[str, str]) -> Filter:
        """The filter of an address; raises B808 for a value that is none."""
        return cls(**{f.name: params[f.name].strip() for f in fields(cls) if f.name in params})

    @cached_property
    def given(self) -> dict[str, str]:
        """The fields that narrow."""
        return {f.name: getattr(self, f.name) for f in fields(self) if getattr(self, f.name) and f.name != "asof"}

    @property
    def as_known(self) -> date | None:
        """The day the record is to be shown as of; None for today."""
        return day("asof", self.asof)

    @cached_property
    def then(self) -> str:
        """The query of an address that keeps the day the record is shown as of, and nothing else."""
        return Filter(asof=self.asof).query()

    def query(self, **more: object) -> str:
        """The address's query, with what else is to stand in it; "" where there is nothing."""
        then = {"asof": self.asof} if self.asof else {}
        pairs = {**self.given, **then, **{k: str(v) for k, v in more.items() if v not in ("", None)}}
        return f"?{urlencode(pairs)}" if pairs else ""

    def without(self, *names: str) -> Filter:
        """The filter with these fields empty."""
        return replace(self, **dict.fromkeys(names, ""))

    def claim(self, claim: Claim, verdict: str = "") -> bool:
        """Whether a claim passes; ``verdict`` is what was decided about it."""
        who, means = (claim.who, claim.means) if isinstance(claim, HarmClaim) else ((), ())
        return (
            (not self.kind or claim.kind == self.kind)
            and (not self.who or self.who in who)
            and (not self.means or self.means in means)
            and (not self.state or (verdict or "open") == self.state)
            and self._place(claim.where)
            and self._time(claim.when)
            and _in(self.source, claim.source, claim.authority, claim.report.source.name)
            and _in(self.by, *claim.by)
            and (_in(self.q, claim.quote, claim.source, claim.where.place) or self._named(claim.report))
        )

    def _named(self, report: Report) -> bool:
        """Whether the words stand in what a report is called: its title, or its first line where it has none."""
        if report.id not in self._names:
            self._names[report.id] = _in(self.q, report.title or report.opening, report.source.name)
        return self._names[report.id]

    @cached_property
    def _names(self) -> dict[str, bool]:
        return {}

    def report(self, report: Report) -> bool:
        """Whether a report passes for itself: by its words, its publisher and the day it was published."""
        day = When("", report.published, report.published)
        return (
            _in(self.q, report.title, report.text, report.source.name, report.id)
            and _in(self.source, report.source.name)
            and (not (self.since or self.until) or (report.published is not None and self._time(day)))
        )

    def counted(self, counted: IncidentCount | TotalCount) -> bool:
        """Whether an incident or a running total passes: by its own time and place, and by one of its claims for the rest."""
        group = counted.incident if isinstance(counted, IncidentCount) else counted.total
        rest = self.without("since", "until", "place", "state")
        return self._time(group.when) and self._place(group.where) and any(rest.claim(c) for c in group.claims)

    def _place(self, where: Where) -> bool:
        return _in(self.place, where.place, where.text, *where.within)

    def _time(self, when: When) -> bool:
        """Whether the interval can lie in the days asked for; one that is not known passes only where none is asked."""
        since, until = day("since", self.since), day("until", self.until)
        if since is None and until is None:
            return True
        if when.start is None and when.end is None:
            return False
        return (since is None or when.end is None or when.end >= since) and (
            until is None or when.start is None or when.start <= until
        )


def _in(wanted: str, *texts: str) -> bool:
    """Whether words stand in one of the texts as it is shown: with no difference between small and capital letters, nor of blanks."""
    words = wanted.casefold().split()
    if len(words) < 2:
        return not words or any(words[0] in text.casefold() for text in texts)
    phrase = re.compile(r"\s+".join(map(re.escape, words)))
    return any(phrase.search(text.casefold()) for text in texts)


def day(name: str, value: str) -> date | None:
    """The day that a field of an address gives, None where it gives none; raises B808 for one that is no ISO date."""
    try:
        return date.fromisoformat(value) if value else None
    except ValueError:
        raise BelegtError("B808", value=value, field=name, known="YYYY-MM-DD") from None
