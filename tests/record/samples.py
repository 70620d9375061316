"""Reports, claims and decisions for the tests of the record, written for them; the agency is made up."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

from belegt.model import (
    Claim,
    ControlClaim,
    Decision,
    FacilityClaim,
    HarmClaim,
    Passage,
    ProposalClaim,
    Quantity,
    Report,
    Source,
    StatementClaim,
    When,
    Where,
    Why,
    digest,
)

NOON = datetime(2026, 11, 24, 12, 0, tzinfo=UTC)
READER = "rules 1"
AGENCY = Source("Demo-Agentur", "outlet", "https://demo.example")


def noon() -> datetime:
    """A clock that stands still."""
    return NOON


def raw_of(report: Report) -> bytes:
    """The evidentiary copy of a sample."""
    return b"raw: " + report.text.encode()


def sample(n: int, text: str = "") -> Report:
    """Report number ``n``, complete."""
    text = text or (
        f"Beim Angriff Nummer {n} wurden mindestens {n + 2} Zivilisten getötet, darunter zwei Kinder 🕊. "
        "Eine Granate traf die Schule. Die Agentur sprach von einer Waffenruhe."
    )
    return Report(
        id=f"report-{n}",
        text=text,
        lang="de",
        published=date(2016, 11, 22),
        dated_by="report",
        title=f"Angriff Nummer {n}",
        source=AGENCY,
        url=f"https://demo.example/{n}",
        media_type="text/html",
        sha256=digest(b"raw: " + text.encode()),
    )


def claims_of(report: Report, reader: str = READER) -> list[Claim]:
    """Six claims, one of each kind and a sub-count, bound to words of the report."""

    def words(start: str, end: str) -> Passage:
        begin = report.text.index(start)
        return Passage(report, begin, report.text.index(end, begin) + len(end))

    shared: dict[str, Any] = {
        "reader": reader,
        "when": When("am Sonntag", date(2016, 11, 20), date(2016, 11, 20)),
        "where": Where("in Demostadt", "Demostadt", 36.2012, 37.1611, "town", ("Demoland",)),
        "source": "Demo-Agentur",
        "authority": "Augenzeugen",
        "why": (Why("harm.participle", "getötet"), Why("count.at_least", "mindestens")),
    }
    whole = HarmClaim(
        passage=words("mindestens", "getötet"),
        kind="killed",
        count=Quantity("mindestens", 3, None, "at_least"),
        who=("civilian",),
        means=("artillery",),
        by=("Miliz",),
        **shared,
    )
    part = HarmClaim(
        passage=words("zwei", "Kinder"),
        kind="killed",
        count=Quantity("zwei", 2, 2),
        who=("child",),
        named=("A. B.",),
        part_of=whole.id,
        **shared,
    )
    return [
        whole,
        part,
        FacilityClaim(passage=words("Granate", "Schule"), facility="school", status="hit", name="die Schule", **shared),
        ControlClaim(passage=words("Angriff", "Nummer"), area="Demostadt", change="taken", holder="Miliz", **shared),
        ProposalClaim(passage=words("einer", "Waffenruhe"), what="ceasefire", answer="made", proposer="UN", **shared),
        StatementClaim(passage=words("Die Agentur", "sprach"), speaker="Agentur", mode="indirect", role="x", **shared),
    ]


def decision(n: int, act: str = "accept", target: str = "report-1#c1") -> Decision:
    """Decision number ``n``."""
    return Decision(
        act=act, targets=(target,), author="a. analyst", at=NOON.replace(second=n % 60), reason=f"reason {n}"
    )
