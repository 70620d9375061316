"""Where a claim happened: its own clause, its sentence, the scene carried from before, the headline, the dateline."""

from __future__ import annotations

from bisect import bisect_left, bisect_right

from belegt.model import Where
from belegt.read.document import Document
from belegt.read.places.gazetteer import Atlas, people
from belegt.read.places.lexicon import AND, BORDER, RANK, SPEECH, lexicon
from belegt.read.places.mentions import PlaceMention, find
from belegt.read.segment import Sentence, tokenize

_BASE = {"at": 8.0, "struck": 8.0, "way": 3.5, "bare": 3.0, "of": 4.0, "said": 0.5, "dateline": -5.0}
SCENE = 4.0


class Places:
    def __init__(self, document: Document) -> None:
        self.document = document
        self.lexicon = lexicon(document.lang)
        self._mentions: dict[int, list[PlaceMention]] = {}
        self._title: list[PlaceMention] | None = None
        self.atlas = Atlas(self._near())

    def _near(self) -> tuple[str, ...]:
        counts: dict[str, int] = {}
        words = self.document.report.title.split()
        for i in range(min(5, len(self.document))):
            words += self.document.sentence(i).words
        plain = Atlas()
        for w in words:
            if len(w) > 2 and (w[0].isupper() or w[-2:] in ("en", "he", "er", "em", "es")):
                code = people(w)
                if not code and w[0].isupper():
                    place = plain(w)
                    code = place.country if place and place.precision == "country" else ""
                if code:
                    counts[code] = counts.get(code, 0) + 1
        return tuple(sorted(counts, key=counts.__getitem__, reverse=True)[:2])

    def mentions(self, index: int) -> list[PlaceMention]:
        if index not in self._mentions:
            self._mentions[index] = find(self.document.sentence(index), self.document.text, self.lexicon, self.atlas)
        return self._mentions[index]

    def title(self) -> list[PlaceMention]:
        if self._title is None:
            t = self.document.report.title
            self._title = find(tokenize(t, 0, len(t)), t, self.lexicon, self.atlas) if t else []
        return self._title

    def for_claim(self, start: int, end: int) -> tuple[Where, str]:
        index = self.document.index_at(start)
        s = self.document.sentence(index)
        own = self.mentions(index)
        scored = [(self._score(m, s, start, end), m) for m in own]
        best, m = max(scored, key=lambda x: x[0], default=(0.0, None))
        if m and best >= SCENE:
            if m.name:
                return self._where(m, index), "sentence"
            scene = self._back(index, m)
            if scene:
                return self._where(m, index, scene), "refers back"
        scene, why = self._carried(index)
        if scene:
            return self._where(scene, index), why
        if m and m.name and best > 0:
            return self._where(m, index), "weak"
        last = next((x for i in range(min(3, len(self.document))) for x in self.mentions(i) if x.role == "dateline"), None)
        if last:
            return self._where(last, index), "dateline"
        return Where(), "none"

    def _score(self, m: PlaceMention, s: Sentence, start: int, end: int) -> float:
        score = _BASE[m.role]
        if not m.name and m.kind in ("site",):
            score -= 3
        score += 0.3 * (3 - RANK[m.kind])
        if m.start >= start and m.start < end:
            return score + 4 - (m.start - start) / 1000
        c0, c1 = bisect_left(s.starts, start), bisect_right(s.starts, end - 1)
        gap = range(c1, m.first) if m.first >= c1 else range(m.last, c0)
        for k in gap:
            w = s.lower[k]
            b = self.lexicon.bits.get(w, 0)
            if b & BORDER:
                score -= 1.0
            elif w in ",:–(":
                score -= 0.5
            elif w == ";":
                score -= 3
        score -= len(gap) * 0.02
        if m.role == "bare":
            score -= 1
        return score

    def _back(self, index: int, m: PlaceMention) -> PlaceMention | None:
        want = RANK[m.kind] if m.kind else 2
        if m.side and m.kind in ("quarter", "site"):
            want = 2
        for i in range(index, -1, -1):
            for c in reversed(self.mentions(i)):
                if c.name and c.start < m.start and c.role != "said" and abs(RANK[c.kind] - want) <= 0:
                    return c
        return self._carried(index)[0]

    def _carried(self, index: int) -> tuple[PlaceMention | None, str]:
        found: PlaceMention | None = None
        for i in range(index - 1, -1, -1):
            c = self._event(i)
            if c is None:
                continue
            if found is None:
                found = c
                if RANK[c.kind] < 4:
                    break
            elif RANK[c.kind] < RANK[found.kind] and (c.country == found.country or not c.country):
                found = c
                break
        if found:
            return found, "scene"
        title = max((m for m in self.title() if m.name and m.role != "said"), key=self._weight, default=None)
        ahead = next((c for i in range(index + 1, min(len(self.document), index + 4)) if (c := self._event(i))), None)
        if ahead and (title is None or RANK[ahead.kind] <= RANK[title.kind] and (not title.country or not ahead.country or ahead.country == title.country)):
            return ahead, "ahead"
        if title:
            return title, "title"
        return None, ""

    def _weight(self, m: PlaceMention) -> float:
        return _BASE[m.role] + 0.3 * (3 - RANK[m.kind])

    def _event(self, i: int) -> PlaceMention | None:
        own = [m for m in self.mentions(i) if m.name and m.role in ("at", "struck", "bare")]
        if not own:
            return None
        s = self.document.sentence(i)
        if not any(w[:4] in self.lexicon.events for w in s.lower):
            return None
        best = max(own, key=self._weight)
        return best

    def _where(self, m: PlaceMention, index: int, scene: PlaceMention | None = None) -> Where:
        text = m.text
        m = scene or m
        place = m.name
        if m.also:
            place = ", ".join((m.name, *m.also))
        elif m.kind in ("quarter", "site", ""):
            if m.within:
                place = f"{m.name}, {m.within[0]}"
            elif m.kind:
                town = self._town(index, m)
                if town and town.name != m.name:
                    place = f"{m.name}, {town.name}"
        return Where(text, place)

    def _town(self, index: int, m: PlaceMention) -> PlaceMention | None:
        for i in range(index, -1, -1):
            for c in reversed(self.mentions(i)):
                if c.name and (c.start < m.start or i < index) and c.kind == "town" and c.role not in ("said", "dateline"):
                    return c
        return next((c for c in self.title() if c.kind == "town"), None)
