"""The place of a claim: its own clause, its sentence, the scene carried from before, the headline, the dateline.

Invariant: ``text`` is an expression of the report; ``place`` is its usual name as the gazetteer resolves it, or the name
as written; nothing is given where the report names no place.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import replace

from belegt.model import Where
from belegt.model.where import UNKNOWN_PLACE
from belegt.place.fold import fold
from belegt.read.document import Document
from belegt.read.lang import words
from belegt.read.places.atlas import resolved
from belegt.read.places.lexicon import AND, BESIDE, BORDER, HELD, JOURNEY, OF, RELATIVE, VAST
from belegt.read.places.mention import PlaceMention
from belegt.read.places.references import police_of, unnamed_town
from belegt.read.places.scan import Scan
from belegt.read.places.story import LEAD, Story

# How much a mention in the claim's sentence weighs by its role, and what it needs to stand against the carried scene.
_ROLES = {"at": 8.0, "struck": 8.0, "bracketed": 6.0, "of": 4.0, "way": 3.0, "bare": 3.0, "from": 1.5, "beside": 1.5, "said": 0.5, "dateline": -5.0}
_ENOUGH = 3.5
# Words of a quote so long that what leads to a place in it may belong to another clause.
_LONG = 15
_BESIDE, _TOWARDS, _HOST = 0.7, 6.0, 4.0
# Harm that has as many people as a country may have.
_LASTING = ("displaced", "at_risk")
# What a place loses that opens the clause behind the claim.
_NEXT = 3.0
# Words between a claim and a place of its sentence, at most.
_REACH = 80
_INSIDE, _EXACT, _BORDER, _COMMA, _WORD = 4.0, 0.6, 1.0, 0.75, 0.02


class Places:
    """The places of one report."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.story = Story(document)

    def mentions(self, index: int) -> list[PlaceMention]:
        """The place expressions of sentence ``index``, in order."""
        return self.story.mentions(index)

    def for_claim(self, start: int, end: int, kind: str = "", *, lasting: bool = False) -> tuple[Where, str]:
        """The place of the claim whose quote is ``text[start:end]``, and the rule that found it.

        The rules: sentence, refers back, sharper (the lead names a region, the story goes on to the town), country,
        police (of a country, whose arrests these are), occurred, scene, ahead, lead, title, weak, dateline, none. ``kind`` is that of the harm.
        """
        if not len(self.document):
            return UNKNOWN_PLACE, "none"
        story, index = self.story, self.document.index_at(start)
        own, weight = self._own(index, start, end, displaced=kind == "displaced")
        if own and weight >= _ENOUGH:
            meant = self._named_before(index, own) if own.precision == "people" else None
            if own.name and not meant:
                finer = self._sharper(index, own)
                return (self._where(index, own, finer), "sharper") if finer else (self._where(index, own), "sentence")
            meant = meant or story.antecedent(index, own)
            if meant:
                return self._where(index, own, meant), "refers back"
        scene, rule = story.carried(index)
        land = story.land(index) if story.is_wide(index) or lasting or self._is_vast(index, end, kind, scene) else None
        if land:
            return self._where(index, land if land.role == "at" else replace(land, text=land.name)), "country"
        police = police_of(story.scan(index)) if kind == "detained" else None
        if police and (scene is None or scene.country not in ("", police.country)):
            return self._where(index, police), "police"
        if scene:
            return self._where(index, scene), rule
        if own and own.name and weight > 0:
            return self._where(index, own), "weak"
        sent = story.dateline() if index < LEAD else None
        return (self._where(index, sent), "dateline") if sent else (UNKNOWN_PLACE, "none")

    def _is_vast(self, index: int, end: int, kind: str, scene: PlaceMention | None) -> bool:
        """Whether these are millions in flight or in need: more than live in the town that the story is in."""
        scan = self.story.scan(index)
        if kind not in _LASTING or not scan.mask & VAST or scene is None or scene.rank > 2:
            return False
        return any(b & VAST for b in scan.bits[: bisect_left(scan.starts, end)])

    def _own(self, index: int, start: int, end: int, *, displaced: bool) -> tuple[PlaceMention | None, float]:
        """The mention of the claim's sentence that applies best, and its weight.

        The ``displaced`` are in the country that takes them in, in German also where they go.
        """
        scan, best, most, floor = self.story.scan(index), None, 0.0, 0
        claim = range(bisect_left(scan.starts, start), bisect_right(scan.starts, end - 1))
        for m in self.story.mentions(index):
            if m.last > claim.start - _REACH and m.first < claim.stop + _REACH:
                weight = _weight(m, scan, claim, floor)
                if displaced:
                    weight += _TOWARDS * _is_goal(m, scan, claim) + _HOST * _is_host(m, scan)
                if best is None or weight > most:
                    best, most = m, weight
            floor = m.last
        return best, most

    def _named_before(self, index: int, own: PlaceMention) -> PlaceMention | None:
        """The town that "a Syrian border town" is, where the story has named one in that country."""
        scene = self.story.carried(index)[0]
        return scene if scene and scene.rank < 3 and scene.country in ("", own.country) else None

    def _sharper(self, index: int, own: PlaceMention) -> PlaceMention | None:
        """The more exact place that the story goes on to name, where its lead names only a region or "a village"."""
        noun = unnamed_town(self.story.scan(index), self.story.mentions(index)) if own.rank > 1 else ""
        meant = self.story.named_later(index, noun, own) if noun else None
        if meant:
            return meant
        if own.kind != "region" or own.also or own.precision == "continent" or self.story.last(index):
            return None
        further = [m for m in self.story.mentions(index) if m.first >= own.last and m.is_scene and m.rank < 3]
        if further:
            return further[0] if len(further) == 1 and own.holds(further[0]) else None
        return self.story.ahead(index, own)

    def _where(self, index: int, m: PlaceMention, meant: PlaceMention | None = None) -> Where:
        """The place of a mention; ``meant`` is what it refers back to, or the more exact place that it stands for."""
        place = meant or m
        text = place.text if meant and not m.kind else m.text
        known_town = place.kind == place.precision == "town" and not place.also
        spoken = f"{m.text} {place.name}" if meant and m.side and not m.name else place.core if known_town else place.text
        if place.kind in ("quarter", "site") and not place.within and not place.country:
            town = self.story.town(index, place.start)
            if town and town.name not in spoken:
                spoken = f"{spoken} in {town.name}"
        if any(ending in spoken.lower() for ending in self.story.lexicon.held):
            spoken = " ".join(w for w in spoken.split() if not self.story.lexicon.bits[w.lower()] & HELD)
        found = resolved(spoken, self.story.atlas.near)
        name = self._usual(found.place, place.name) or place.name
        if found.precision in ("quarter", "site") and found.within and found.within[0] not in found.place:
            name = f"{name}, {self._native(found.within[0])}"
        return Where(text, name, found.lat, found.lon, found.precision, found.within)

    def _usual(self, place: str, name: str) -> str:
        """The usual name in the language of the report, where the resolved place is the one that ``name`` names."""
        lang = self.document.lang
        if lang == "en":
            plain = name.isascii() and not name.isupper() and not place.isascii()
            return name if plain and fold(place) == fold(name) else place
        known = self.story.atlas.place(name)
        if known is None or not place.startswith(known.name):
            name = place.partition(" (")[0]  # "Osttürkei" is known as a part of Turkey alone
            known = self.story.atlas.place(name)
        if known is None or not place.startswith(known.name):
            return place
        return dict(known.names).get(lang, name) + place[len(known.name) :]

    def _native(self, place: str) -> str:
        """A larger place by its name in the language of the report."""
        known = self.story.atlas.place(place)
        return known.local(self.document.lang) if known else place


def _is_goal(m: PlaceMention, scan: Scan, claim: range) -> bool:
    """Whether the German clause of the claim says that they went there; "die Fahrt nach X" is not made yet."""
    if m.preposition != "nach" or not scan.lexicon.german or m.first and scan.bits[m.first - 1] & JOURNEY:
        return False
    return not any(word in ":–—;(" for word in scan.lower[claim.stop : m.first])


def _is_host(m: PlaceMention, scan: Scan) -> bool:
    """Whether a country is what its sentence speaks of: "Italy hosts ...", "Die Türkei hat ... aufgenommen", "The town is home to"."""
    if not (m.kind == "country" and m.name or m.kind == "town" and not m.name) or m.role != "bare" or m.first > 1 or m.last >= len(scan):
        return False
    return scan.words[m.last][0].islower() and not scan.bits[m.last] & (AND | OF)


def _opens_clause(m: PlaceMention, scan: Scan) -> bool:
    """"..., in Prag starb ein Mann": the place of the next clause, whose verb follows it."""
    if scan.lower[m.first - 1] != "," or m.preposition not in ("in", "im") or m.last >= len(scan):
        return False
    return scan.lower[m.last] in words(scan.lexicon.lang, "places", "verbs_second")


def _weight(m: PlaceMention, scan: Scan, claim: range, floor: int) -> float:
    """How well a mention applies to the claim of the tokens ``claim``: by its role, how exact and how near it is."""
    if m.role == "bracketed" and m.last <= claim.start:
        return 0.0
    weight = _ROLES[m.role]
    if m.is_scene or not m.name and m.role == "at":
        weight += _EXACT * (3 - m.rank)
    if m.role == "way" and m.kind == "site":
        weight -= 3
    if m.first < claim.stop and m.last > claim.start and m.start >= scan.starts[claim.start]:
        weight -= _BESIDE * bool(m.preposition and scan.lexicon.bits[m.preposition] & BESIDE)
        unplaced = m.role == "beside" or m.role == "from" and m.rank > 2 or m.role == "way" and len(claim) > _LONG
        return weight + (1.0 if unplaced else _INSIDE) - (m.first - claim.start) / 30
    gap = range(claim.stop, m.first) if m.first >= claim.stop else range(m.last, claim.start)
    for b, word in zip(scan.bits[gap.start : gap.stop], scan.lower[gap.start : gap.stop], strict=True):
        if b & BORDER:
            weight -= 6 if b & RELATIVE else _BORDER
        elif word in ",:–(":
            weight -= _COMMA
        elif word == ";":
            weight -= 3
    if len(gap) > 3 and scan.dates_another(m.first, floor):
        weight -= 2
    if m.first >= claim.stop and scan.lexicon.german and _opens_clause(m, scan):
        weight -= _NEXT
    return weight - _WORD * len(gap) - (m.role == "bare")
