"""The stage: reports and claims in, incidents, running totals and families of reprints out.

Invariant: pure and deterministic; the order of reports, claims and decisions never shows in the outcome; a claim of harm
stands in exactly one incident or one running total; what people decided holds.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from belegt.link.assemble import Grounds, incident
from belegt.link.assessment import opened
from belegt.link.battles import battles
from belegt.link.beside import beside
from belegt.link.block import pairs
from belegt.link.bundle import Reasons, bundle
from belegt.link.cluster import Limits, cluster, components
from belegt.link.compare.ground import weights
from belegt.link.compare.rarity import Rarity
from belegt.link.copies.families import families
from belegt.link.copies.twins import twins
from belegt.link.decided import Decided
from belegt.link.mention import Mention, order
from belegt.link.score import reaches, score
from belegt.link.sums import added_up, broken_down, of_two_towns, told_as_totals, told_elsewhere, told_shorter
from belegt.link.totals import running_totals
from belegt.link.vast import vast
from belegt.model import Claim, Decision, Family, HarmClaim, Linkage, Report, is_assessment

SEPARATE = -100.0


@dataclass(frozen=True, slots=True)
class Told:
    """What reports tell by themselves: their claims of harm without those of copies that follow their original's, and the
    refs of those that are sums of others."""

    harm: list[HarmClaim]
    following: dict[str, list[HarmClaim]]
    sums: frozenset[str]

    @property
    def news(self) -> list[HarmClaim]:
        """The claims of single incidents outside assessments."""
        return [c for c in self.harm if c.scope == "incident" and not is_assessment(c.report)]

    def bundled(self, sums: frozenset[str], decided: Decided) -> tuple[list[Mention], Reasons, list[HarmClaim]]:
        """Its mentions, why their claims are bundled, and the claims left for totals."""
        mentions, reasons = bundle([c for c in self.harm if c.scope == "incident" and c.ref not in sums], decided)
        kept = {c.ref for m in mentions for c in m.claims}
        return mentions, reasons, [c for c in self.harm if c.ref not in kept]


@dataclass(frozen=True, slots=True)
class Grouped:
    """Mentions in the groups that they were clustered into, what they were clustered by, and the claims left for totals."""

    groups: list[list[Mention]]
    grounds: Grounds
    decided: Decided
    families: tuple[Family, ...]
    totals: list[HarmClaim]


def link(reports: Sequence[Report], claims: Sequence[Claim], decisions: Sequence[Decision] = ()) -> Linkage:
    """Link claims into incidents and running totals, and reports into families of copies.

    Claims of the kinds facility, control and proposal are placed beside incidents; statements are left out.
    """
    told = sorted(claims, key=order)
    found = group(reports, told, decisions)
    others = beside(told, [[c for m in mentions for c in m.claims] for mentions in found.groups])
    return Linkage(
        incidents=tuple(incident(mentions, found.grounds, others.get(i, ())) for i, mentions in enumerate(found.groups)),
        totals=running_totals(found.totals, found.decided, found.grounds.following),
        families=found.families,
    )


def group(reports: Sequence[Report], told: Sequence[Claim], decisions: Sequence[Decision]) -> Grouped:
    """The groups of mentions that are incidents; ``told`` are the claims in canonical order."""
    copies = families(reports)
    decided = Decided(decisions, (c.ref for c in told if isinstance(c, HarmClaim)))
    own = by_themselves(told, copies, decided)
    mentions, reasons, rest = own.bundled(own.sums | told_elsewhere(own.news, own.sums), decided)
    rarity = Rarity(mentions, {report: family.first for family in copies for report in family.reports})
    return Grouped(_groups(mentions, decided, rarity), Grounds(reasons, rarity, own.following), decided, copies, rest)


def by_themselves(told: Iterable[Claim], copies: Iterable[Family], decided: Decided) -> Told:
    """What reports tell, each with its copies alone; ``told`` are their claims in canonical order."""
    harm = [c for c in told if isinstance(c, HarmClaim)]
    retold = told_as_totals(harm) | battles(harm) | opened(harm)
    harm = [replace(c, scope="incident") if c.ref in retold else c for c in harm]
    following = twins(harm, copies, decided.targets)
    shorter = told_shorter([c for c in harm if not is_assessment(c.report)])
    followers = {c.ref for copied in following.values() for c in copied}
    harm = [c for c in harm if c.ref not in followers]
    news = [c for c in harm if not is_assessment(c.report)]
    sums = broken_down(news) | of_two_towns(news) | added_up([c for c in news if c.scope == "incident"]) | shorter | vast(news)
    return Told(harm, following, sums)


def _groups(mentions: list[Mention], decided: Decided, rarity: Rarity) -> list[list[Mention]]:
    """Clusters, found apart in each set of mentions that scores high enough to join connect."""
    home = {c.ref: i for i, m in enumerate(mentions) for c in m.claims}
    link = weights()["link"]

    def compare(a: Mention, b: Mention) -> float:
        return score(a, b, rarity).total

    strong = [(i, j) for i, j in pairs(mentions) if reaches(mentions[i], mentions[j], rarity, link)]
    connected = components(len(mentions), (*strong, *must_join(home, decided)))
    return sorted(
        (group for nodes in connected for group in clustered([mentions[i] for i in nodes], decided, compare)),
        key=lambda group: group[0].key,
    )


def must_join(home: Mapping[str, int], decided: Decided) -> Iterator[tuple[int, int]]:
    """The pairs of mentions that somebody decided to be one; ``home`` gives for each ref the mention that it stands in."""
    for refs in decided.groups:
        yield from pairwise([home[ref] for ref in refs if ref in home])


def clustered(mentions: list[Mention], decided: Decided, compare: Callable[[Mention, Mention], float]) -> list[list[Mention]]:
    """The clusters of mentions that are connected, in canonical order; ``compare`` scores two of them."""
    if len(mentions) == 1:
        return [mentions]
    home = {c.ref: i for i, m in enumerate(mentions) for c in m.claims}
    scores = {(i, j): compare(mentions[i], mentions[j]) for i, j in pairs(mentions)}
    for a, b in decided.pairs_apart:
        if a in home and b in home and home[a] != home[b]:
            first, second = sorted((home[a], home[b]))
            scores[first, second] = SEPARATE
    limits = Limits(weights()["link"], weights()["never"], weights()["uncompared"])
    found = cluster(len(mentions), scores, must_join(home, decided), limits, lambda i, j: compare(mentions[i], mentions[j]))
    return [[mentions[i] for i in nodes] for nodes in found]
