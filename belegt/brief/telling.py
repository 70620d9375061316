"""Tellings: one figure as it is put forward, however often and by whomever.

The same figure told twice is one telling; a sub-count stands inside its total; a rounded retelling hangs on the figure
that it rounds. Nothing is added up here: a brief says only numbers that some text says.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from belegt.model import HarmClaim, Quantity

CIVILIAN = {
    "child", "woman", "elderly", "medic", "aid_worker", "journalist", "patient", "student", "worker", "refugee", "man",
}  # fmt: skip
BY_AGE = {"child", "woman", "man", "elderly"}
ARMED = {"combatant", "police", "attacker"}
ENDING = re.compile(r"(?<=\w{4})(?:e[nmrs]?|n)$")
LONG_WORD = 10
NARROW = {"person": 0, "civilian": 1}
LEADING = {"at_least": 0, "exact": 1, "range": 2, "more_than": 3, "about": 4, "vague": 5, "up_to": 6, "unstated": 7}


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """``lead`` is the claim whose words are used; ``same`` say the same, ``rounded`` say it rounder, ``parts`` are inside."""

    lead: HarmClaim
    same: tuple[HarmClaim, ...] = ()
    rounded: tuple[HarmClaim, ...] = ()
    parts: tuple[Telling, ...] = ()

    @property
    def kind(self) -> str:
        """The kind of harm."""
        return self.lead.kind

    @property
    def size(self) -> int:
        """The number that ranks it: the lower bound, or the upper where there is none."""
        count = self.lead.count
        return count.low if count.low is not None else count.high or 0


def speaker(claim: HarmClaim) -> frozenset[str]:
    """The words of a source by which it is known again; the outlet where a report speaks in its own voice."""
    name = claim.source or claim.report.source.name or claim.report.id
    found = set(re.findall(r"\w{3,}", name.lower())) - {"the", "die", "der", "das", "des", "dem", "den", "ein", "eine"}
    return frozenset({ENDING.sub("", word) for word in found} or {name.lower()})


def same_speaker(a: HarmClaim, b: HarmClaim) -> bool:
    """Whether both figures come from one mouth: "the Observatory" is the "Syrian Observatory for Human Rights".

    Over two reports only a telling word makes it so; "the police" of one report need not be that of the other.
    """
    if bool(a.source) != bool(b.source) and a.report.id == b.report.id:
        return False
    one, two = speaker(a), speaker(b)
    shorter = min(one, two, key=len)
    telling = a.report.id == b.report.id or any(len(word) >= LONG_WORD for word in shorter)
    return one == two or (telling and (one <= two or two <= one))


def tell(claims: Sequence[HarmClaim], best: Mapping[str, int] | None = None, lang: str = "") -> list[Telling]:
    """Tellings of one incident or one running total, the leading one of each kind before its rivals.

    ``best`` holds the figure that counting chose for each kind of harm; a telling with this number leads.
    Of several claims that say the same, one in ``lang`` is told, unless another names its source and this does not.
    """
    chosen = best or {}
    inside = {(c.report.id, c.id) for c in claims}
    wholes = [c for c in claims if (c.report.id, c.part_of) not in inside]
    found = _merged(wholes, lang)

    def order(t: Telling) -> tuple[float, ...]:
        count = t.lead.count
        return (not count.stated, t.size != chosen.get(t.kind, t.size), LEADING[count.qualifier], -t.size)

    ordered = sorted(found, key=order)
    kept = sorted(_rounding(ordered), key=lambda t: (not t.lead.count.stated, -_support(t)))
    return [_with_parts(t, claims, lang) for t in kept]


def _support(telling: Telling) -> int:
    """How many speakers give the figure, its rounded retellings included."""
    mouths: list[HarmClaim] = []
    for claim in (telling.lead, *telling.same, *telling.rounded):
        if not any(same_speaker(claim, known) for known in mouths):
            mouths.append(claim)
    return len(mouths)


def _with_parts(telling: Telling, claims: Sequence[HarmClaim], lang: str) -> Telling:
    """The telling with the sub-counts of any of its claims."""
    wholes = {(c.report.id, c.id) for c in (telling.lead, *telling.same, *telling.rounded)}
    parts = [c for c in claims if (c.report.id, c.part_of) in wholes and (c.report.id, c.id) not in wholes]
    if not parts:
        return telling
    rest = [c for c in claims if (c.report.id, c.id) not in wholes]
    return replace(telling, parts=tuple(_with_parts(t, rest, lang) for t in _merged(parts, lang)))


def _merged(claims: Iterable[HarmClaim], lang: str) -> list[Telling]:
    """Claims that say the same, put together; the weakest bound and then the most exact group lead."""
    found: list[list[HarmClaim]] = []
    for claim in claims:
        group = next((g for g in found if all(_same(claim, other) for other in g)), None)
        if group is None:
            found.append([claim])
        else:
            group.append(claim)
    return [_led(group, lang) for group in found]


def _led(group: list[HarmClaim], lang: str) -> Telling:
    def order(claim: HarmClaim) -> tuple[int, ...]:
        foreign = claim.report.lang != lang
        vague = "person" in claim.who
        return (LEADING[claim.count.qualifier], vague, not claim.source, foreign, -_detail(claim), group.index(claim))

    lead = min(group, key=order)
    return Telling(lead=lead, same=tuple(c for c in group if c is not lead))


def _detail(claim: HarmClaim) -> int:
    """How much a claim says beside its count."""
    facts = (claim.source, claim.when.start, claim.where.place, claim.means, claim.by, claim.named)
    return sum(map(bool, facts)) + (claim.who != ("person",))


def _same(a: HarmClaim, b: HarmClaim) -> bool:
    """Whether two claims put forward the same figure; "16" beside "at least 16" is one, its weaker bound kept."""
    if a.kind != b.kind or a.stance != b.stance or a.scope != b.scope:
        return False
    if a.named and b.named and not same_names(a, b):
        return False
    return _same_group(a, b) and _same_count(a.count, b.count)


def same_names(a: HarmClaim, b: HarmClaim) -> bool:
    """Whether two claims name one person in common, "Soleimani" being "Qasem Soleimani"."""
    names = [[set(re.findall(r"\w+", n.lower())) for n in c.named] for c in (a, b)]
    return any(one <= two or two <= one for one in names[0] for two in names[1])


def _same_count(a: Quantity, b: Quantity) -> bool:
    if (a.low, a.high) == (b.low, b.high):
        return a.qualifier == b.qualifier or "exact" not in (a.qualifier, b.qualifier) or a.low == b.low
    return a.low == b.low and {a.qualifier, b.qualifier} == {"at_least", "exact"}


def _same_group(a: HarmClaim, b: HarmClaim) -> bool:
    """The same number of "people" and of children, told of one incident, is the same figure; of two groups it is not."""
    return set(a.who) == set(b.who) or "person" in (*a.who, *b.who)


def _rounding(tellings: list[Telling]) -> list[Telling]:
    """The tellings, with each rounded retelling hung on the first figure that it rounds."""
    kept: list[Telling] = []
    for telling in sorted(tellings, key=lambda t: LEADING[t.lead.count.qualifier]):
        base = next((t for t in kept if rounds(telling.lead, t.lead)), None)
        if base is None:
            kept.append(telling)
        else:
            more = (*base.rounded, telling.lead, *telling.same)
            kept[kept.index(base)] = replace(base, rounded=more)
    order = {id(t.lead): n for n, t in enumerate(tellings)}
    return sorted(kept, key=lambda t: order[id(t.lead)])


def rounds(vaguer: HarmClaim, exact: HarmClaim) -> bool:
    """Whether one claim retells the figure of another in rounder words ("more than 140" after "at least 141")."""
    if vaguer.kind != exact.kind or not comparable(vaguer, exact) or vaguer.stance != exact.stance:
        return False
    count, figure = vaguer.count, exact.count.low
    if figure is None or exact.count.qualifier not in ("exact", "at_least") or not count.admits(exact.count):
        return False
    if count.qualifier == "more_than":
        return count.low is not None and count.low % 5 == 0 and 0 <= figure - count.low <= max(1, figure // 10)
    if count.qualifier == "about":
        return count.low is not None and count.low % 5 == 0 and 0 < abs(figure - count.low) <= max(1, figure // 10)
    return count.qualifier == "vague" and (count.low or 0) <= figure <= (count.high or figure)


def comparable(a: HarmClaim, b: HarmClaim) -> bool:
    """Whether both count the same people as far as their groups tell."""
    one, two = set(a.who), set(b.who)
    return one == two or "person" in one | two or ("civilian" in one | two and not (one | two) & ARMED)


def apart(a: HarmClaim, b: HarmClaim) -> bool:
    """Whether no person can be in both groups, as soldiers and children, or men and women."""
    one, two = set(a.who), set(b.who)
    if "person" in one | two or one & two:
        return False
    if one & ARMED and two & ARMED:
        return bool((one ^ two) & {"police"})
    if one & ARMED or two & ARMED:
        return not (one | two) & {"man", "foreigner", "official", "prisoner"}
    return one <= BY_AGE and two <= BY_AGE and "elderly" not in one | two


def narrower(a: HarmClaim, b: HarmClaim) -> bool:
    """Whether the first counts a group that the second's may contain, without the text saying that it does."""
    if set(a.who) == set(b.who) or apart(a, b):
        return False
    rank = [max(NARROW.get(w, 2) for w in c.who) for c in (a, b)]
    return rank[0] > rank[1] and (a.count.low or 0) <= (b.count.low or b.count.high or 0)
