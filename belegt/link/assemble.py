"""Incidents from clusters of mentions: the most exact time, place and means that their claims agree on, and why they are one.

Invariant: nothing is more exact than some claim says; every claim but the first has its ground.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from belegt.link.bundle import Reasons
from belegt.link.compare.names import skeleton
from belegt.link.compare.rarity import Rarity
from belegt.link.compare.where import Path, path, relation
from belegt.link.copies.twins import with_twins
from belegt.link.mention import Mention, order
from belegt.link.score import score
from belegt.model import UNKNOWN_PLACE, UNKNOWN_TIME, Claim, HarmClaim, Incident, When, Where
from belegt.terms import load

PRECISION = load("precision")
AGREEING = frozenset(("same", "inside", "unsure"))


@dataclass(frozen=True, slots=True)
class Grounds:
    """What links are explained by: the sure grounds of bundling, the rarity behind the scores, and copies by their original."""

    reasons: Reasons
    rarity: Rarity
    following: Mapping[str, list[HarmClaim]]


def incident(mentions: Sequence[Mention], grounds: Grounds, beside: Iterable[Claim]) -> Incident:
    """The incident that these mentions tell, the claims of copies with those that they copy."""
    told = [c for m in mentions for c in m.claims]
    claims = sorted(with_twins(told, grounds.following), key=order)
    return Incident(
        claims=tuple(claims),
        when=agreed_time(told),
        where=agreed_place(told),
        means=by_frequency(m for c in told for m in c.means),
        by=by_frequency(b for c in told for b in c.by),
        links=_links(claims, mentions, grounds),
        beside=tuple(sorted(beside, key=order)),
    )


def agreed_time(claims: Sequence[Claim]) -> When:
    """The shortest of the times that most claims agree with; ties go to the earliest told."""
    known = [c.when for c in claims if c.when.start and c.when.end]
    if not known:
        return next((c.when for c in claims if c.when.start or c.when.end), UNKNOWN_TIME)
    return min(known, key=lambda w: (-sum(_overlap(w, other) for other in known), _length(w)))


def agreed_place(claims: Sequence[Claim]) -> Where:
    """The most exact of the places that most claims agree with; ties go to the earliest told."""
    known = [(c.where, p) for c in claims if (p := path(c.where))]
    if not known:
        return UNKNOWN_PLACE
    votes = {where: sum(relation(p, q) in AGREEING for _, q in known) for where, p in known}
    return min(known, key=lambda found: (-votes[found[0]], *_coarse(*found)))[0]


def by_frequency(values: Iterable[str]) -> tuple[str, ...]:
    """Each value once, the most frequent first; spellings of one name count together under the first."""
    found: dict[str, str] = {}
    counts: Counter[str] = Counter()
    for value in values:
        key = skeleton(value) or value
        found.setdefault(key, value)
        counts[key] += 1
    return tuple(found[key] for key in sorted(found, key=lambda k: (-counts[k], list(found).index(k))))


def _overlap(a: When, b: When) -> bool:
    return bool(a.start and a.end and b.start and b.end) and a.start <= b.end and b.start <= a.end  # type: ignore[operator]


def _length(when: When) -> int:
    return (when.end - when.start).days if when.start and when.end else 10_000


def _coarse(where: Where, found: Path) -> tuple[int, int]:
    return PRECISION.rank(where.precision) if where.precision in PRECISION else len(PRECISION.terms), -len(found.levels)


def _links(claims: Sequence[HarmClaim], mentions: Sequence[Mention], grounds: Grounds) -> tuple[str, ...]:
    """For each claim but the first its sure ground with a claim placed before it, else the best score of its mention."""
    home = {c.ref: m for m in mentions for c in m.claims}
    copied = {c.ref: ref for ref in home for c in grounds.following.get(ref, ())}
    placed: dict[str, Mention] = {}
    links = []
    for claim in claims:
        own = home.get(claim.ref)
        if own is None:
            links.append(f"the same words in a copy (of {copied[claim.ref]})")
            continue
        sure = next((words for partner, words in grounds.reasons.get(claim.ref, ()) if partner in placed), "")
        if placed:
            links.append(sure or _ground(own, list(dict.fromkeys(placed.values())), grounds.rarity))
        placed[claim.ref] = own
    return tuple(links)


def _ground(own: Mention, placed: Sequence[Mention], rarity: Rarity) -> str:
    """The words of the best score with a mention placed before."""
    others = [m for m in placed if m is not own]
    if not others or own in placed:
        return "told with it in the same report"
    best = max(((score(m, own, rarity), m) for m in others), key=lambda found: found[0].total)
    return f"{best[0].words or 'nothing against it'} (as {best[1].claims[0].ref})"
