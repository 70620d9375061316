"""How claims and figures are worded at the desk, bounds kept, in the language of the interface."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from belegt.model import (
    Claim,
    ControlClaim,
    FacilityClaim,
    HarmClaim,
    ProposalClaim,
    Quantity,
    Report,
    StatementClaim,
    Where,
)
from belegt.web.language import Language


class Ranged(Protocol):
    """Whatever has a range: a figure, or a sum of figures."""

    @property
    def low(self) -> int: ...
    @property
    def best(self) -> int: ...
    @property
    def high(self) -> int | None: ...


@dataclass(frozen=True)
class Words:
    """Wording in one language; every method gives plain text that may hold words of a report."""

    say: Language

    def claim(self, claim: Claim) -> str:
        """What a claim puts forward: "at least 141 civilians killed"."""
        if not isinstance(claim, HarmClaim):
            return self._beside(claim)
        slots = {"people": self.people(claim), "harm": self.say.term("harm", claim.kind)}
        return self.say("figure", count=self.count(claim.count), **slots)

    def count(self, count: Quantity) -> str:
        """A count with its bound; a vague one in the words of the report, with the span that they mean."""
        if not count.stated:
            return self.say("count.unstated")
        number = self.bounds(count.low, count.high)
        if count.qualifier == "vague":
            return self.say("count.vague" if count.high else "count.vague_open", words=count.text, number=number)
        if count.high == 0:
            return self.say("count.none")
        path = f"count.{count.qualifier}"
        return self.say(path, number=number) if self.say.has(path) else number

    def bounds(self, low: int | None, high: int | None) -> str:
        """ "141", "30–40"; where one bound is open, the other alone."""
        given = [number for number in (low, high) if number is not None]
        told = "–".join(self.say.number(number) for number in dict.fromkeys(given))
        return f"\u2066{told}\u2069" if self.say.direction == "rtl" else told

    def people(self, claim: HarmClaim) -> str:
        """The people a claim counts, by name where it names them."""
        one = (claim.count.low, claim.count.high) == (1, 1)
        kinds = [self.group(kind, one) for kind in claim.who]
        said = self.joined(kinds)
        return f"{said} ({', '.join(claim.named)})" if claim.named else said

    def group(self, kind: str, one: bool = False) -> str:
        """The name of a group of people."""
        path = f"one.{kind}"
        return self.say(path) if one and self.say.has(path) else self.say.term("victims", kind)

    def joined(self, items: list[str]) -> str:
        """a, b and c."""
        return items[0] if len(items) == 1 else f"{', '.join(items[:-1])} {self.say('and')} {items[-1]}"

    def range(self, figure: Ranged) -> str:
        """A figure as its range: "16", "12–18", "141 or more"; never its best value alone."""
        number = self.bounds(figure.low, figure.high)
        return number if figure.high is not None else self.say("count.or_more", number=number)

    def best(self, figure: Ranged) -> str:
        """The best value where it is neither end of the range, else ""."""
        if figure.best in (figure.low, figure.high):
            return ""
        return self.say("count.best", number=self.say.number(figure.best))

    def speaker(self, claim: Claim) -> str:
        """Who vouches for a claim and on whose word; the report itself where nobody is named."""
        source = claim.source or self.say("none.source")
        return self.say("citing", source=source, authority=claim.authority) if claim.authority else source

    def place(self, where: Where) -> str:
        """The usual name of a place, else its words."""
        return where.place or where.text or self.say("none.place")

    def origin(self, report: Report) -> str:
        """Outlet and date of a report."""
        return f"{self.outlet(report)} · {self.say.day(report.published)}"

    def outlet(self, report: Report) -> str:
        """Who published a report; its title or first words where that is not known."""
        return report.source.name or report.title or report.opening

    def kind(self, kind: str) -> str:
        """The name of a kind of claim, harm or other."""
        return self.say(f"kinds.{kind}") if self.say.has(f"kinds.{kind}") else self.say.term("harm", kind)

    def with_source(self, claim: Claim) -> str:
        """What is copied with a figure: the figure, who says it, where and when it was published."""
        said = self.say("via", source=claim.source, outlet=self.origin(claim.report))
        return f"{self.claim(claim)} ({said if claim.source else self.origin(claim.report)})"

    def _beside(self, claim: Claim) -> str:
        if isinstance(claim, FacilityClaim):
            named = claim.name or self.say.term("facility", claim.facility)
            return f"{named}: {self.say.term('status', claim.status)}"
        if isinstance(claim, ControlClaim):
            holders = [claim.holder, self.say("from_holder", holder=claim.from_holder) if claim.from_holder else ""]
            said = ", ".join(filter(None, holders))
            return f"{claim.area}: {self.say.term('change', claim.change)}" + (f" ({said})" if said else "")
        if isinstance(claim, ProposalClaim):
            who = ": ".join(filter(None, [claim.proposer, self.say.term("proposal", claim.what)]))
            answer = " ".join(filter(None, [claim.answered_by, self.say.term("answer", claim.answer)]))
            return f"{who} – {answer}"
        assert isinstance(claim, StatementClaim)
        return ", ".join(filter(None, [claim.speaker, claim.role]))
