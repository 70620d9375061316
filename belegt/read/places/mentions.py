"""Place mentions of a sentence: names with the phrase round them, chained where one says where the other lies."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from belegt.read.places.lexicon import (
    AND,
    AT,
    CLASS,
    DEFINITE,
    DETERMINER,
    DIRECTION,
    LINK,
    MEASURE,
    OF,
    RANK,
    SIDE,
    SITE,
    SPEAKER,
    SPEECH,
    STRUCK,
    WAY,
    BORDER,
    PEOPLE,
    Lexicon,
)
from belegt.read.places.names import Lookup, Name, NameFinder
from belegt.read.segment import Sentence


@dataclass(frozen=True, slots=True)
class PlaceMention:
    """A place expression: ``text`` as written from ``start`` to ``end``, the ``name`` in it ("" where it refers back),
    the ``preposition`` before it, its ``kind``, its ``role`` (at, struck, way, bare, said, dateline), and the larger
    places named with it, nearest first."""

    start: int
    end: int
    text: str
    name: str
    preposition: str
    kind: str = ""
    role: str = "at"
    within: tuple[str, ...] = ()
    also: tuple[str, ...] = ()
    side: str = ""
    first: int = field(default=0, compare=False)
    last: int = field(default=0, compare=False)
    known: bool = False
    country: str = ""


def find(sentence: Sentence, text: str, lexicon: Lexicon, gazetteer: Lookup) -> list[PlaceMention]:
    get = lexicon.bits.get
    bits = [get(word, 0) for word in sentence.lower]
    names = NameFinder(sentence, bits, lexicon, gazetteer).find()
    phrases = _Phrases(sentence, text, bits, lexicon)
    out = _chained([phrases.mention(name, names[i - 1].last if i else 0) for i, name in enumerate(names)], sentence, text, bits, lexicon)
    out = out + phrases.anaphors(out)
    out.sort(key=lambda m: m.start)
    return out


class _Phrases:
    def __init__(self, sentence: Sentence, text: str, bits: list[int], lexicon: Lexicon) -> None:
        self.s, self.text, self.bits, self.lexicon = sentence, text, bits, lexicon
        letters = [w for w in sentence.words if len(w) > 3 and w.isalpha()]
        self.shouted = len(letters) > 3 and sum(w.isupper() for w in letters) * 2 > len(letters)

    def mention(self, name: Name, floor: int) -> PlaceMention:
        first, preposition, side = self._left(name.first, floor)
        role = self._role(first, name, preposition)
        s = self.s
        last = name.last
        start, end = s.starts[first], s.ends[last - 1]
        return PlaceMention(start, end, _flat(self.text[start:end]), name.name, preposition, name.kind, role, (), (), name.side or side, first, last, name.place is not None, name.place.country if name.place else '')

    def _left(self, at: int, floor: int) -> tuple[int, str, str]:
        bits, lower = self.bits, self.s.lower
        i, side = at, ""
        preposition = ""
        while i > floor:
            b, w = bits[i - 1], lower[i - 1]
            if b & (AT | WAY) and not (b & SIDE and not b & AT):
                preposition = preposition if False else w
                i -= 1
                if i > floor and (bits[i - 1] & (CLASS | SITE | SIDE) or self.lexicon.kind(lower[i - 1]) == "site"):
                    continue
                break
            if b & (DIRECTION | SIDE):
                side = side or w
                i -= 1
            elif b & (CLASS | SITE | DETERMINER | LINK | OF | MEASURE | PEOPLE) or self.lexicon.kind(w) or w[0].isdigit() and self._measured(i) or self._adjective(i - 1):
                i -= 1
            else:
                jump = self._jump(i, floor)
                if not jump:
                    break
                i = jump
        while i < at and bits[i] & (OF | AND | MEASURE) and not bits[i] & (AT | WAY | DETERMINER):
            i += 1
        return i, preposition, side

    def _measured(self, i: int) -> bool:
        return i < len(self.s) and bool(self.bits[i] & MEASURE)

    def _adjective(self, i: int) -> bool:
        w, low = self.s.words[i], self.s.lower[i]
        if self.lexicon.german:
            return (w[0].islower() and low.endswith(("en", "em", "er", "es", "e")) and i + 1 < len(self.s) and bool(self.bits[i + 1] & (CLASS | SITE | SIDE) or self.lexicon.kind(self.s.lower[i + 1])) and len(low) > 4) or (w[0].isupper() and low.endswith("er") and len(low) > 6)
        return low.endswith(("-held", "-controlled", "-occupied", "-besieged", "ish", "ian", "ese", "iraqi", "afghan", "kurdish", "turkish"))

    def _jump(self, i: int, floor: int) -> int:
        """Over up to three unknown small words to a determiner."""
        if not (self.bits[i] & (CLASS | SITE | DIRECTION | SIDE) if i < len(self.s) else False):
            return 0
        for step in range(i - 1, max(floor, i - 4) - 1, -1):
            b = self.bits[step]
            if b & DETERMINER:
                return step + 1 if step < i - 1 else 0
            if b or not self.s.words[step][0].islower():
                return 0
        return 0

    def _role(self, first: int, name: Name, preposition: str) -> str:
        bits, lower = self.bits, self.s.lower
        after = bits[name.last] if name.last < len(bits) else 0
        follow = lower[name.last] if name.last < len(bits) else ""
        if not preposition and self.s.index < 4 and first == 0 and follow and (follow in "–—-(" or follow[0].isdigit()):
            return "dateline"
        if name.place and self.s.index < 4 and not self.shouted and name.name.isupper() and len(name.name) > 3 and not preposition and (not first or not bits[first-1]):
            return "dateline"
        before = bits[first - 1] if first else 0
        if after & SPEAKER or before & SPEAKER and preposition:
            return "said"
        if any(bits[k] & SPEECH for k in range(max(0, first - 4), first)) and preposition and not any(bits[k] & BORDER and not bits[k] & SPEECH for k in range(max(0, first - 4), first)):
            return "said"
        if after & SPEECH:
            return "said"
        if preposition:
            b = self.lexicon.bits[preposition]
            return "at" if b & AT else "way"
        if before & STRUCK:
            return "struck"
        if name.lead in ("class", "of"):
            return "of" if name.lead == "of" else "at" if RANK[name.kind] < 4 else "bare"
        return "bare"

    def anaphors(self, taken: list[PlaceMention]) -> list[PlaceMention]:
        """The city, im Osten des Landes, dort."""
        out = []
        bits, lower = self.bits, self.s.lower
        busy = [False] * len(bits)
        for m in taken:
            for k in range(m.first, m.last):
                busy[k] = True
        for k, b in enumerate(bits):
            kind = self.lexicon.kind(lower[k]) if not busy[k] else ""
            if kind and kind != "site" and k and (not self.lexicon.german or self.s.words[k][0].isupper()):
                p = k - 1
                while p >= 0 and k - p < 4 and not bits[p] & DEFINITE and (bits[p] & DIRECTION or self.s.words[p][0].islower() and not bits[p]):
                    p -= 1
                if p < 0 or not bits[p] & DEFINITE or busy[p]:
                    continue
                first, preposition, side = self._left(k, 0)
                last = k + 1
                first = min(first, p)
                if any(busy[first:last]):
                    continue
                if last < len(bits) and lower[last] in ("'s", "’s") and last + 1 < len(bits) and bits[last + 1] & (SIDE | DIRECTION):
                    side, last = lower[last + 1], last + 2
                start, end = self.s.starts[first], self.s.ends[last - 1]
                pb = self.lexicon.bits.get(preposition, 0)
                role = "at" if pb & AT else "way" if pb & WAY else "bare"
                out.append(PlaceMention(start, end, _flat(self.text[start:end]), "", preposition, kind, role, (), (), side, first, last))
        return out


def _chained(found: list[PlaceMention], s: Sentence, text: str, bits: list[int], lexicon: Lexicon) -> list[PlaceMention]:
    out: list[PlaceMention] = []
    for m in found:
        if out:
            joined = _join(out[-1], m, s, text, bits, lexicon)
            if joined:
                out[-1] = joined
                continue
        out.append(m)
    return out


def _join(a: PlaceMention, b: PlaceMention, s: Sentence, text: str, bits: list[int], lexicon: Lexicon) -> PlaceMention | None:
    gap = range(a.last, b.first)
    if len(gap) > 9:
        return None
    listed = False
    comma = False
    for k in gap:
        w = s.lower[k]
        if w == "," or w == "/":
            comma = True
        elif bits[k] & AND:
            listed = True
        elif w in "(-–—":
            comma = True
        elif not (bits[k] & (OF | LINK | MEASURE | DIRECTION | SIDE | AT | DETERMINER | CLASS | SITE) or w[0].isdigit()):
            return None
    end = s.ends[b.last - 1]
    flat = _flat(text[a.start : end])
    if listed or comma and RANK[b.kind] <= RANK[a.kind] and b.preposition in ("", a.preposition):
        if b.role == "way" != a.role:
            return None
        return replace(a, end=end, text=flat, also=(*a.also, b.name, *b.also), last=b.last)
    if b.role == "said" and a.role != "said" or b.role == "way":
        return None
    return replace(a, end=end, text=flat, within=(*a.within, b.name, *b.within), last=b.last)


def _flat(text: str) -> str:
    return " ".join(text.split())
