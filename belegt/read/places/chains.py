"""Mentions that say together where one place is: "in X near Y", "X, Y province", and lists "in X and Y"."""

from __future__ import annotations

from dataclasses import replace

from belegt.read.places.atlas import Atlas
from belegt.read.places.lexicon import AND, AT, CLASS, DETERMINER, DIRECTION, LINK, MEASURE, OF, SIDE, SITE
from belegt.read.places.mention import PlaceMention
from belegt.read.places.names import NameFinder
from belegt.read.places.phrases import Phrases, flat
from belegt.read.places.references import references
from belegt.read.places.scan import Scan

_GAP = 9
# Names that one place expression may hold.
_PARTS = 12
_LINKS = OF | LINK | MEASURE | DIRECTION | SIDE | AT | DETERMINER | CLASS | SITE
_GENITIVE = ("'s", "’s")


def find(scan: Scan, text: str, atlas: Atlas) -> list[PlaceMention]:
    """The place mentions of a sentence in order, those that refer back included."""
    phrases = Phrases(scan, text)
    found: list[PlaceMention] = []
    for name in NameFinder(scan, atlas).find():
        mention = phrases.mention(name, found[-1].last if found else 0)
        joined = _joined(found[-1], mention, scan, text) if found else None
        if joined:
            found[-1] = joined
        else:
            found.append(mention)
    found += references(scan, phrases, found, atlas.near)
    found.sort(key=lambda m: m.start)
    return found


def _joined(a: PlaceMention, b: PlaceMention, scan: Scan, text: str) -> PlaceMention | None:
    """One mention of both where nothing but small words stands between them."""
    gap = range(a.last, b.first)
    if len(gap) > _GAP or not _joinable(a, b, scan) or b.preposition and any(scan.bits[k] & AND for k in gap):
        return None
    words = [scan.lower[k] for k in gap]
    if not all(scan.bits[k] & (_LINKS | AND) or w in ",/(-–—)" or w in _GENITIVE or w[0].isdigit() for k, w in zip(gap, words, strict=True)):
        return None
    end, last = b.end, b.last
    if last < len(scan) and scan.lower[last] == ")" and "(" in words:
        end, last = scan.ends[last], last + 1
    whole = flat(text[a.start : end])
    if all(w in _GENITIVE or scan.bits[k] & DIRECTION for k, w in zip(gap, words, strict=True)) and a.rank > b.rank:
        owner = {"preposition": a.preposition, "role": a.role} if a.preposition else {}
        return replace(b, start=a.start, first=a.first, text=whole, within=(a.name, *b.within), **owner)  # type: ignore[arg-type]
    comma = any(w in ",/(-–—" for w in words) or not gap and not b.preposition and a.rank == b.rank
    if comma and b.preposition and any(scan.bits[k] & DETERMINER for k in gap):
        return None
    listed = not b.preposition and any(scan.bits[k] & AND for k in gap) or comma and b.rank <= a.rank and (not b.preposition or b.preposition == a.preposition and words == [","])
    if listed:
        return replace(a, end=end, last=last, text=whole, also=(*a.also, b.name, *b.also))
    return replace(a, end=end, last=last, text=whole, within=(*a.within, b.name, *b.within))


def _joinable(a: PlaceMention, b: PlaceMention, scan: Scan) -> bool:
    """Whether two mentions may speak of one place at all."""
    if len(a.within) + len(a.also) >= _PARTS:
        return False
    if a.role == "dateline" or b.role == "way" or b.role == "said" and a.role != "said":
        return False
    return b.role != "from" or (a.last == b.first and bool(scan.bits[b.first] & OF) and a.kind not in ("", "country"))
