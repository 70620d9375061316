"""The phrase round a name: how far it reaches to the left, what leads to it, and the part it plays in its sentence."""

from __future__ import annotations

from dataclasses import replace

from belegt.read.lang import words
from belegt.read.places.lexicon import (
    AND,
    AT,
    BESIDE,
    BORDER,
    CLASS,
    DETERMINER,
    DIRECTION,
    EVENT,
    FROM,
    HELD,
    JOURNEY,
    LINK,
    LYING,
    MEASURE,
    NEVER,
    OF,
    PEOPLE,
    SIDE,
    SITE,
    SPEAKER,
    SPEECH,
    STRUCK,
    WAY,
)
from belegt.read.places.mention import PlaceMention
from belegt.read.places.names import Name
from belegt.read.places.scan import Scan

_INNER = DETERMINER | LINK | OF | MEASURE | PEOPLE | DIRECTION | SIDE | HELD
_DATELINE_IN = 5
_HOSPITALS = ("krankenhaus", "spital", "klinik", "klinikum", "hospital", "krankenhäuser", "kliniken")
_INTO = (["in", "die"], ["in", "eine"], ["in", "ein"], ["in", "das"])
# Words that a place phrase may be long before its name.
_FAR = 30


class Phrases:
    """Makes the mentions of one sentence from its names."""

    def __init__(self, scan: Scan, text: str) -> None:
        self.scan, self.text, self.bits = scan, text, scan.bits

    def mention(self, name: Name, floor: int) -> PlaceMention:
        """The mention of ``name``; its phrase begins at token ``floor`` or later."""
        first, preposition, side = (name.first, "", "") if name.lead == "owner" else self.left(name.first, floor)
        if preposition and self.scan.lexicon.bits[preposition] & OF and any(self.head(k) for k in range(first, name.first)):
            preposition = ""
        place, side = name.place, name.side or side
        mention = self.build(
            first,
            name.last,
            name=name.name,
            preposition=preposition,
            kind="region" if side and name.kind == "country" else name.kind,
            role=self._role(first, name, preposition),
            side=side,
            country=place.country if place else "",
            admin=place.admin if place else "",
            precision=place.precision if place else "",
        )
        if name.genitive and not self.scan.lexicon.german and mention.text.endswith("s"):
            return replace(mention, end=mention.end - 1, text=mention.text[:-1], core=mention.text[:-1])
        return mention

    def build(self, first: int, last: int, **fields: str) -> PlaceMention:
        """A mention of the tokens ``first`` up to ``last``."""
        start, end = self.scan.starts[first], self.scan.ends[last - 1]
        text = flat(self.text[start:end])
        return PlaceMention(start, end, text, core=text, first=first, last=last, **fields)  # type: ignore[arg-type]

    def left(self, at: int, floor: int) -> tuple[int, str, str]:
        """Where the phrase that ends before token ``at`` begins, its preposition, and a side of the place named in it."""
        bits, lower = self.bits, self.scan.lower
        i, side, preposition, floor = at, "", "", max(floor, at - _FAR)
        while i > floor:
            b, word = bits[i - 1], lower[i - 1]
            if b & (AT | WAY) and not b & SIDE:
                inner = self._attribute(i - 1, floor) if b & OF else 0
                if inner:
                    i, preposition = inner, lower[inner]
                    break
                i, preposition = self._preposition(i - 1, floor)
                if i > floor and self.head(i - 1):
                    continue
                break
            step = self._inner(i, floor)
            if not step:
                break
            if b & (DIRECTION | SIDE) and not preposition:
                side = side or word
            i -= step
        while i < at and bits[i] & (OF | AND | MEASURE | LINK) and not bits[i] & (AT | WAY | DETERMINER):
            i += 1
        return i, preposition, side

    def _preposition(self, i: int, floor: int) -> tuple[int, str]:
        """The preposition at ``i``, with the words that make one with it: "close to", "nördlich von"."""
        word = self.scan.lower[i]
        while i > floor and self.bits[i - 1] & LYING:
            i -= 1
            word = self.scan.lower[i] if self.bits[i] & AT else word
        return i, word

    def _inner(self, i: int, floor: int) -> int:
        """How many words to the left of ``i`` belong to the inside of a place phrase, 0 for none."""
        b, word, bits = self.bits[i - 1], self.scan.lower[i - 1], self.bits
        if b & _INNER or self.head(i - 1) or self._attributive(i - 1) or word[0].isdigit() and i < len(bits) and bits[i] & MEASURE:
            return 1
        if b & AND and i - 1 > floor and bits[i] & DIRECTION and bits[i - 2] & DIRECTION:
            return 1
        if word == "." and i - 2 >= floor and len(self.scan.words[i - 2]) == 1:
            return 2
        return self._to_determiner(i, floor)

    def _attributive(self, at: int) -> bool:
        """Whether the German word is an adjective or a town in -er before the head of a place phrase."""
        word, low = self.scan.words[at], self.scan.lower[at]
        if not self.scan.lexicon.german or at + 1 >= len(self.bits) or not self.head(at + 1):
            return False
        return low.endswith("er") and len(low) > 6 if word[0].isupper() else len(low) > 4 and self.scan.small_adjective(at)

    def _to_determiner(self, i: int, floor: int) -> int:
        """Over up to three unknown small words to a determiner: "the [strategic] city"."""
        if i >= len(self.bits) or not self.bits[i] & (CLASS | SITE | SIDE | DIRECTION | PEOPLE):
            return 0
        for step in range(i - 1, max(floor, i - 4) - 1, -1):
            if self.bits[step] & DETERMINER:
                return i - step - 1
            if self.bits[step] & ~EVENT or not self.scan.words[step][0].islower():
                return 0
        return 0

    def _attribute(self, at: int, floor: int) -> int:
        """Where "im [kleinen] Jugendamt von ..." begins, when the "von" at ``at`` belongs to a noun in a place phrase."""
        if not self.scan.lexicon.german or at - 1 < floor or not self.scan.words[at - 1][0].isupper() or self.bits[at - 1] & JOURNEY:
            return 0
        for k in range(at - 2, max(floor, at - 5) - 1, -1):
            if self.bits[k] & AT:
                return k
            if not (self.bits[k] & DETERMINER or self.scan.small_adjective(k)):
                return 0
        return 0

    def head(self, at: int) -> bool:
        """Whether the token may head a place phrase: a class noun, a site, a side."""
        return bool(self.bits[at] & SIDE) or self.scan.is_class(at)

    def _role(self, first: int, name: Name, preposition: str) -> str:
        bits, count = self.bits, len(self.bits)
        if not preposition and self._dateline(first, name):
            return "dateline"
        if first > 1 and " ".join(self.scan.lower[first - 2 : first]) in words(self.scan.lexicon.lang, "places", "own_states"):
            return "said"
        after = bits[name.last] if name.last < count else 0
        if after & SPEECH or after & SPEAKER and self._speaks(name.last) or self._spoken(first, name.last, preposition):
            return "said"
        if name.lead == "owner":
            return "bare"
        if preposition:
            return "way" if self._to_hospital(first, name.last) else self.led(first, preposition, name.kind)
        if self.opens(first, name.last):
            return "at"
        if self._bracketed(first, name.last):
            return "bracketed"
        if first and bits[first - 1] & STRUCK:
            return "struck"
        if name.lead == "of":
            return "of"
        placed = name.lead == "class" or self.head(first) or name.kind in ("quarter", "site")
        return "at" if placed and name.kind not in ("country", "continent") else "bare"

    def _to_hospital(self, first: int, last: int) -> bool:
        """Whether people are taken there: "in die Klinik in Esch", "ins Spital in Linz"; the case tells, and it is no scene."""
        into = self.scan.lower[first : first + 2]
        if not self.scan.lexicon.german or not into or not (into[0] == "ins" or into in _INTO):
            return False
        return any(word.endswith(_HOSPITALS) for word in self.scan.lower[first + 1 : last])

    def opens(self, first: int, last: int) -> bool:
        """Whether the place is set before what happened there: "Afrin | Shelling ...", "Guatemala: ..."."""
        return first == 0 and last < len(self.bits) and self.scan.words[last] in "|:"

    def led(self, first: int, preposition: str, kind: str) -> str:
        """The part that a preposition gives a place."""
        b = self.scan.lexicon.bits[preposition]
        if preposition == "in" and self.scan.lexicon.german and self.scan.lower[first + 1] == "das":
            return "way"
        if b & AT:
            return "beside" if b & BESIDE and kind in ("country", "continent") else "at"
        if first and self.bits[first - 1] & (LYING | MEASURE):
            return "at"
        if any(x & JOURNEY for x in self.bits[max(0, first - 8) : first]):
            return "from"
        return "from" if b & FROM else "way"

    def _bracketed(self, first: int, last: int) -> bool:
        """Whether the name stands in brackets behind what happened there: "(9. September 2000, Nürnberg)"."""
        words = self.scan.words
        return last < len(words) and words[last] == ")" and "(" in words[max(0, first - 6) : first]

    def _speaks(self, at: int) -> bool:
        """Whether the speaker at ``at``, named after a place, says something: "Aleppo police said"."""
        return bool(self.scan.mask & SPEECH) and self.scan.words[at][0].islower() and not self.scan.lower[at].endswith("s")

    def _spoken(self, first: int, last: int, preposition: str) -> bool:
        """Whether the place is where somebody speaks: "police in X", "said on Monday in X"."""
        bits, german = self.bits, self.scan.lexicon.german
        if not first or not preposition and not (german and bits[first] & DETERMINER):
            return False
        if preposition and not self.scan.lexicon.bits[preposition] & AT:
            return False
        if bits[first - 1] & SPEAKER and (self.scan.mask & SPEECH or not self.scan.mask & EVENT):
            return german or not any(b & EVENT for b in (*bits[max(0, first - 7) : first - 1], *bits[last : last + 3]))
        if not self.scan.mask & SPEECH or not german and not bits[first] & AT:
            return False
        for k in range(first - 1, max(-1, first - self.scan.lexicon.reach), -1):
            if k and not german and bits[k] & (DETERMINER | AT | NEVER) and self.scan.words[k][0].isupper():
                return False
            if bits[k] & SPEECH:
                return self.scan.lower[k + 1] not in ",:"
            if bits[k] & EVENT or bits[k] & BORDER and not german or self.scan.lower[k] in ("dass", ";", "daß"):
                return False
        return False

    def _dateline(self, first: int, name: Name) -> bool:
        """Whether the name opens the report or its text as the place it was sent from."""
        if self.scan.index >= _DATELINE_IN or name.place is None:
            return False
        if first == 0 and name.last < len(self.bits):
            after = self.scan.lower[name.last : name.last + 2]
            if after[0] in "–—-(/" or after[0][0].isdigit() or after[0] == "," and after[1:] and after[1][0].isdigit():
                return True
        before = self.bits[first - 1] if first else 0
        return not self.scan.shouted and name.name.isupper() and len(name.name) > 3 and not before & (OF | STRUCK)


def flat(text: str) -> str:
    """The words with single spaces: an expression may run over a line break."""
    return " ".join(text.split())
