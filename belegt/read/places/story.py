"""The places of a report as it tells its story: what each sentence names, and the scene carried to those that name none.

Invariant: a scene is a place at which the report says that something happened; where somebody speaks, and where the
report was sent from, is none.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import replace
from itertools import compress

from belegt.read.document import Document
from belegt.read.places.atlas import Atlas, country_of
from belegt.read.places.chains import find
from belegt.read.places.lexicon import OCCURS, PEOPLE, TOTAL, WIDE, lexicon
from belegt.read.places.mention import PlaceMention
from belegt.read.places.scan import Scan
from belegt.read.segment import tokenize

Scene = tuple[PlaceMention | None, str]

# Sentences that pass for the lead of a report, and how far ahead of a sentence its place may stand.
LEAD, AHEAD = 6, 5
# Sentences that a scene is carried at most.
BACK = 100
# Words between a place and a word of an event, at most.
_REACH = 13
_COUNTRIES_FROM = 4
# Digits of a number that is rather the toll of a war than of one attack, and the last number that may be a year.
_BIG, _YEAR = 4, 2100
_WEIGHT = {"at": 6.0, "struck": 6.0, "of": 2.0}


class Story:
    """The places of one report, found when they are asked for, each sentence once."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.lexicon = lexicon(document.lang)
        self._scans: dict[int, Scan] = {}
        self._mentions: dict[int, list[PlaceMention]] = {}
        self._events: dict[tuple[int, bool], PlaceMention | None] = {}
        self._carried: dict[int, Scene] = {}
        self._atlas: Atlas | None = None
        self._title: list[PlaceMention] | None = None
        self._eventful: Collection[int] | None = None

    def scan(self, index: int) -> Scan:
        """Sentence ``index`` with the bits of its words."""
        if index not in self._scans:
            self._scans[index] = Scan(self.document.sentence(index), self.lexicon)
        return self._scans[index]

    def mentions(self, index: int) -> list[PlaceMention]:
        """The place mentions of sentence ``index``, in order."""
        if index not in self._mentions:
            self._mentions[index] = find(self.scan(index), self.document.text, self.atlas)
        return self._mentions[index]

    @property
    def atlas(self) -> Atlas:
        """The gazetteer, asked near the countries that the report begins with, the most named first."""
        if self._atlas is None:
            self._atlas = Atlas(self._countries())
        return self._atlas

    def _countries(self) -> tuple[str, ...]:
        """The one or two countries that the report begins with."""
        counts: dict[str, int] = {}
        scans = [self.scan(i) for i in range(min(_COUNTRIES_FROM, len(self.document)))]
        words = self.document.report.title.split()
        for s in scans:
            telling = [c or b & PEOPLE for c, b in zip(s.capital, s.bits, strict=True)] if s.mask & PEOPLE else s.capital
            words += compress(s.words, telling)
        for word in words:
            code = country_of(word) if len(word) > 1 else ""
            if code:
                counts[code] = counts.get(code, 0) + 1
        order = sorted(counts, key=counts.__getitem__, reverse=True)
        return tuple(code for code in order[:2] if counts[code] * 2 >= counts[order[0]])

    @property
    def title(self) -> list[PlaceMention]:
        """The place mentions of the headline that name a place."""
        if self._title is None:
            title = self.document.report.title
            scan = Scan(tokenize(title, 0, len(title)), self.lexicon)
            self._title = [m for m in find(scan, title, self.atlas) if m.name and m.role not in ("said", "dateline")]
        return self._title

    def carried(self, index: int) -> Scene:
        """The scene of a sentence that names no place, and the rule that found it."""
        if index not in self._carried:
            self._carried[index] = self._scene(index)
        return self._carried[index]

    def _scene(self, index: int) -> Scene:
        told = self._told_next(index)
        if told:
            return told, "occurred"
        last = self.last(index)
        if last and (last.kind != "region" or last.precision == "continent" or index >= LEAD):
            return last, "scene"
        ahead = self.ahead(index, last) if index < LEAD else None
        if last:
            return (ahead, "ahead") if ahead else (last, "scene")
        return self._opening(index, ahead)

    def _told_next(self, index: int) -> PlaceMention | None:
        """The place of "The attack occurred in X" right after sentence ``index``."""
        if index + 1 >= len(self.document) or not self.scan(index + 1).mask & OCCURS:
            return None
        found = self.event(index + 1)
        return found if found and found.rank < 3 else None

    def _opening(self, index: int, ahead: PlaceMention | None) -> Scene:
        """The scene where nothing is told with a place before sentence ``index``: headline, what follows, the lead."""
        title = max(self.title, key=_weight, default=None)
        if title and title.rank < 3:
            return title, "title"
        first = self._first(max(index, 2))
        if ahead and ahead.kind == "region":
            ahead = self.ahead(index, ahead) or ahead
        if ahead and first and first.rank < 3 <= ahead.rank:
            ahead = first
        if ahead and (not title or title.holds(ahead)):
            return ahead, "ahead"
        if first and (not title or first.rank < title.rank and title.holds(first)):
            return first, "lead"
        return (title, "title") if title else (None, "")

    def last(self, index: int) -> PlaceMention | None:
        """The place of the last event before sentence ``index``; a country gives way to a place in it told before."""
        coarse: PlaceMention | None = None
        for i in range(index - 1, max(-1, index - 1 - BACK), -1):
            found = self.event(i, fresh=i == index - 1)
            if found is None:
                if i == index - 1 and self.is_wide(i):
                    return self.land(i)
            elif found.rank < 4 and not self._is_background(found, i):
                main = self._main(i)
                if main and any(found.name in name for name in main.within):
                    return main
                if coarse is None or coarse.holds(found):
                    return found
            elif coarse is None and (index - i <= 2 or i < 2):
                coarse = found
        return coarse

    def ahead(self, index: int, coarse: PlaceMention | None = None) -> PlaceMention | None:
        """The first place of an event after sentence ``index``; where ``coarse`` is given, one in it and more exact."""
        if coarse:
            return self._sharper(index, coarse)
        for i in range(index + 1, min(len(self.document), max(index + AHEAD, LEAD + 1))):
            found = self.event(i, fresh=i <= index + 2)
            if found:
                return found
        return None

    def _sharper(self, index: int, coarse: PlaceMention) -> PlaceMention | None:
        """The one place in ``coarse`` that the next sentences name; several are the parts of a round-up, and none is."""
        only: PlaceMention | None = None
        for i in range(index + 1, min(len(self.document), index + AHEAD)):
            found = self.event(i, fresh=i <= index + 2)
            if found is None:
                continue
            if sum(m.is_scene for m in self.mentions(i)) > 1:
                return only
            if _is_settled(found) and found.is_finer(coarse) and coarse.holds(found):
                if only and found.name != only.name and found.name not in only.within and only.name not in found.within:
                    return None
                only = only or found
        return only

    def named_later(self, index: int, noun: str, near: PlaceMention) -> PlaceMention | None:
        """The place that "a village" turns out to be: the first that the next sentences name with that noun."""
        for i in range(index + 1, min(len(self.document), index + AHEAD)):
            for m in self.mentions(i):
                told = m.is_scene and m.kind == "town" and noun in m.text.lower().split()
                if told and m.name != near.name and m.country in ("", near.country):
                    return m
        return None

    def event(self, index: int, *, fresh: bool = False) -> PlaceMention | None:
        """The place of what happens in sentence ``index``: the heaviest, beside a word for an event.

        ``fresh``: a town or less needs no such word, since the sentence asked for stands beside it.
        """
        key = (index, fresh)
        if not fresh:
            if self._eventful is None:
                self._eventful = self._with_events()
            if index not in self._eventful:
                return None
        if key not in self._events:
            scan, own, floor = self.scan(index), [], 0
            for m in self.mentions(index):
                dated, floor = m.is_scene and scan.dates_another(m.first, floor), m.last
                if m.is_scene and not dated:
                    far = scan.from_event(m.first, m.last, _REACH)
                    if far < _REACH or index == 0 or fresh and m.rank < 3:
                        own.append((_weight(m), -far, -m.start, m))
            self._events[key] = max(own)[3] if own else None
        return self._events[key]

    def _with_events(self) -> Collection[int]:
        """The sentences that may have a word for an event, by one scan of the text; the first passes for one that has."""
        folded = self.document.text.lower()
        if len(folded) != len(self.document.text):
            return range(len(self.document))
        found = self.lexicon.events.find_matches_as_indexes(folded)
        return {0, *(self.document.index_at(start) for _, start, _ in found)}

    def is_wide(self, index: int) -> bool:
        """Whether the sentence gives a total of what covers a whole country: a war, an uprising."""
        scan = self.scan(index)
        if not scan.mask & WIDE or not (scan.mask & TOTAL or any(map(_is_big, scan.words))):
            return False
        return any(b & WIDE and (self.lexicon.german or w[0].islower()) for w, b in zip(scan.words, scan.bits, strict=True))

    def land(self, index: int) -> PlaceMention | None:
        """The country of the report that is named last before the end of sentence ``index``, or first after it."""
        near = self.atlas.near[:1]
        for m in self._named_from(index):
            if m.kind == "country" and m.name and (not near or m.country in near):
                return m
            owner = next((name for name in m.within if near and (p := self.atlas.place(name)) and p.precision == "country" and p.country in near), "")
            if owner:
                return replace(m, text=owner, name=owner, kind="country", within=(), also=(), side="", admin="", precision="country")
        return None

    def _named_from(self, index: int) -> Iterator[PlaceMention]:
        """The mentions of the report from sentence ``index`` backwards, then onwards, then those of the headline."""
        for i in (*range(index, max(-1, index - BACK), -1), *range(index + 1, min(len(self.document), index + BACK))):
            yield from (m for m in self.mentions(i) if m.role not in ("said", "dateline"))
        yield from self.title

    def town(self, index: int, before: int) -> PlaceMention | None:
        """The town named last before offset ``before`` of sentence ``index``, else in the headline."""
        for i in range(index, max(-1, index - BACK), -1):
            for m in reversed(self.mentions(i)):
                if m.name and m.kind == "town" and (i < index or m.start < before) and m.role not in ("said", "dateline"):
                    return m
        return next((m for m in self.title if m.kind == "town"), None)

    def antecedent(self, index: int, m: PlaceMention) -> PlaceMention | None:
        """What a mention without a name refers back to: the last place of its kind, else the scene."""
        kind = "town" if m.side and m.kind in ("quarter", "site") else m.kind
        reach = {"town": BACK, "country": BACK, "region": 1}.get(kind, -1)
        for i in range(index, max(-1, index - reach - 1), -1):
            for other in reversed(self.mentions(i)):
                if other.name and other.kind == kind and other.start < m.start and other.role != "said":
                    return other
        return self.carried(index)[0]

    def dateline(self) -> PlaceMention | None:
        """The place that the report was sent from."""
        return next((m for i in range(min(3, len(self.document))) for m in self.mentions(i) if m.role == "dateline"), None)

    def _first(self, before: int) -> PlaceMention | None:
        """The first place of the report, where none is told with an event."""
        near = range(max(2, before - 5), before)
        for i in (0, 1, *near):
            if i >= min(before, len(self.document)):
                break
            found = [m for m in self.mentions(i) if m.is_scene or m.name and i < 2 and m.role in ("way", "of", "from")]
            if found:
                return max(found, key=_weight)
        return None

    def _main(self, before: int) -> PlaceMention | None:
        """The first place of the story that is told with larger places round it."""
        return next((m for i in range(min(before, AHEAD)) if (m := self.event(i)) and m.within), None)

    def _is_background(self, m: PlaceMention, index: int) -> bool:
        """Whether a part of a country is only background: no total is told of it."""
        return m.kind == "region" and m.precision == "country" and not self.scan(index).mask & TOTAL


def _is_big(word: str) -> bool:
    """Whether the word is a number of four figures or more and no year."""
    return len(word) >= _BIG and word[0].isdigit() and not (word.isdecimal() and int(word) <= _YEAR)


def _weight(m: PlaceMention) -> float:
    return _WEIGHT.get(m.role, 1.5) - 1.2 * (m.rank >= 3) - 0.8 * (m.rank >= 4)


def _is_settled(m: PlaceMention) -> bool:
    """Whether the place is more than a road or a site that may lie anywhere."""
    return m.kind in ("town", "region") or m.precision == "town" or bool(m.within)
