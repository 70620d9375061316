"""Names of places in a sentence: known ones by the gazetteer, unknown ones by the grammar round them.

Invariant: a name is a stretch of whole tokens; names do not overlap and stand in order. A name that is also an ordinary
word, or stands alone among other capitalised words, needs a word beside it that makes it a place.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from belegt.place.place import Place
from belegt.read.places.lexicon import (
    AND,
    AT,
    BORDER,
    CLASS,
    DEFINITE,
    DETERMINER,
    DIRECTION,
    LINK,
    NEVER,
    OF,
    ORGANISATION,
    PARTICLE,
    PEOPLE,
    SIDE,
    SITE,
    SPEECH,
    STRUCK,
    TITLE,
    WAY,
    Lexicon,
)
from belegt.read.segment import Sentence

Lookup = Callable[[str], Place | None]

LONGEST = 4
ARTICLES = frozenset(("al", "el", "an", "ar", "as", "at", "az", "ad", "ed", "es", "et", "ez", "ash", "bin", "ul"))
FUNCTION = AT | WAY | DETERMINER | AND | OF
BLOCKED = NEVER | ORGANISATION | TITLE | PEOPLE
CLUE, BARE = 2, 1


@dataclass(slots=True)
class Name:
    """Tokens ``first`` up to ``last`` (exclusive), a class noun after it included; ``name`` as the text spells it.

    ``kind`` is site, quarter, town, region, country, continent, or "" where nothing says; ``lead`` what led to it.
    """

    first: int
    last: int
    name: str
    kind: str
    lead: str
    place: Place | None
    side: str = ""


class NameFinder:
    """Finds the names of one sentence; made anew for each."""

    def __init__(self, sentence: Sentence, bits: list[int], lexicon: Lexicon, lookup: Lookup) -> None:
        self.words, self.lower, self.bits = sentence.words, sentence.lower, bits
        self.lexicon, self.lookup = lexicon, lookup
        letters = [w for w in self.words if len(w) > 3 and w.isalpha()]
        self.shouted = len(letters) > 3 and sum(w.isupper() for w in letters) * 2 > len(letters)

    def find(self) -> list[Name]:
        """All names, in order."""
        found: list[Name] = []
        at, count = 0, len(self.words)
        while at < count:
            if not self._capital(at):
                at += 1
                continue
            end = self._run_end(at)
            while at < end:
                name = self._name(at, end, found[-1].last if found else 0)
                if name is None:
                    at += 1
                else:
                    found.append(name)
                    at = name.last
            at = max(at, end)
        return found

    def _capital(self, at: int) -> bool:
        word = self.words[at]
        if self.shouted and word.isupper():
            return not self.bits[at] & (FUNCTION | NEVER | CLASS | SITE | DIRECTION | BORDER | SPEECH | STRUCK)
        if word[0].isupper():
            return True
        head, dash, tail = word.partition("-")
        if dash:
            return tail[:1].isupper() and head in ARTICLES
        return word in ARTICLES and len(word) == 2 and word not in ("as", "at", "an", "es", "ad") and self.words[at + 1 : at + 2] != [] and self.words[at + 1][0].isupper()

    def _run_end(self, at: int) -> int:
        end, count = at + 1, len(self.words)
        while end < count:
            if self._capital(end):
                end += 1
                continue
            step = end
            while step < count and step - end < 3 and self.bits[step] & PARTICLE:
                step += 1
            if step == end or step == count or not self._capital(step) or not self.words[step][0].isalpha():
                break
            end = step + 1
        return end

    def _name(self, at: int, end: int, floor: int) -> Name | None:
        size, place, side, core = self._known(at, end)
        if place is None and self.bits[at] & (BLOCKED | FUNCTION | CLASS | SITE | DIRECTION):
            return None
        stop = self._stop(at, end)
        lead = self._lead(at, floor)
        if place is not None:
            return self._placed(at, size, place, side, core, stop, lead)
        return self._unknown(at, stop, end, lead)

    def _placed(self, at: int, size: int, place: Place, side: str, core: str, stop: int, lead: str) -> Name | None:
        whole = at + size >= stop
        after, last = self._class_after(at + size)
        if not after and not whole:
            far, far_last = self._class_after(stop)
            if far and stop - at <= LONGEST and lead != "title":
                return Name(at, far_last, " ".join(self.words[at:stop]), far, lead or "class", None)
            if lead == "class" and stop - at <= LONGEST and self._class_before(at) in ("quarter", "site"):
                return Name(at, stop, " ".join(self.words[at:stop]), self._class_before(at), lead, None)
        kind = place.precision
        if after and (kind == "town" or after == "region"):
            kind = after if after != "quarter" or self.lower[last - 1] not in ("area", "outskirts") else kind
        if lead == "class" and kind == "town":
            kind = self._class_before(at) or kind
        if after or lead == "class":
            return Name(at, last if after else at + size, core, kind, lead or "class", place, side)
        if lead == "det" and kind == "town" and self.lexicon.german:
            return None
        if lead == "title" or (place.ambiguous and lead not in ("in",)):
            return None
        if not whole and lead not in ("in", "of", "struck", "poss"):
            return None
        if not lead and (place.population < 20_000 and place.precision == "town"):
            return None
        if lead == "name":
            return None
        return Name(at, at + size, core, kind, lead, place, side)

    def _unknown(self, at: int, stop: int, end: int, lead: str) -> Name | None:
        size = stop - at
        if size == 0 or size > LONGEST or not self.words[at][0].isalpha() and self.words[at][0] not in "‘'’":
            return None
        core = " ".join(self.words[at:stop])
        kind, last = self._class_after(stop)
        if kind and lead != "title":
            if kind == "site" and not lead:
                return None
            return Name(at, last, core, kind, lead or "class", None)
        if lead == "class":
            return Name(at, stop, core, self._class_before(at), lead, None)
        if lead == "in" and not self.lexicon.german and not self.shouted and size < LONGEST and not core.isupper():
            if stop < end and not self._day(stop):
                return None
            return Name(at, stop, core, "", lead, None)
        return None

    def _day(self, at: int) -> bool:
        return self.lower[at].endswith("day")

    def _known(self, at: int, end: int) -> tuple[int, Place | None, str, str]:
        words, bits = self.words, self.bits
        if at == 0 and bits[at] & (FUNCTION | BORDER) and not words[at].isupper():
            return 0, None, "", ""
        for size in range(min(LONGEST, end - at), 0, -1):
            if size == 1 and bits[at] & BLOCKED:
                return 0, None, "", ""
            text = " ".join(words[at : at + size])
            place = self.lookup(text)
            if place is not None:
                return size, place, "", text
            if text[-1] == "s" and len(text) > 4:
                place = self.lookup(text[:-1])
                if place is not None and not place.ambiguous:
                    return size, place, "", text[:-1]
        return self._compound(words[at])

    def _compound(self, word: str) -> tuple[int, Place | None, str, str]:
        """West-Aleppo, Südthailand, Pariser."""
        low = word.lower()
        for prefix, side in self.lexicon.compass.items():
            if low.startswith(prefix) and len(low) > len(prefix) + 2:
                rest = word[len(prefix) :].lstrip("-")
                for name in (rest, rest[:-1]) if rest.endswith("s") else (rest,):
                    place = self.lookup(name[0].upper() + name[1:])
                    if place is not None and not place.ambiguous and (place.population > 50_000 or place.precision != "town"):
                        return 1, place, side, word if name == rest else word[:-1]
        if self.lexicon.german and low.endswith("er") and len(low) > 5:
            for stem in (word[:-2], word[:-2] + "en", word[:-1], word[:-2] + "e"):
                place = self.lookup(stem)
                if place is not None and not place.ambiguous and place.population > 20_000 and place.precision == "town":
                    return 1, place, "", stem
        return 0, None, "", ""

    def _stop(self, at: int, end: int) -> int:
        """Where the plain name that begins at ``at`` ends."""
        blocked = BLOCKED | CLASS | SITE | DIRECTION | STRUCK
        while at < end and not self.bits[at] & blocked:
            at += 1
        return at

    def _class_after(self, at: int) -> tuple[str, int]:
        if self.lexicon.german:
            return "", at
        for step in (at, at + 1):
            if step >= len(self.words):
                break
            kind = self.lexicon.kind(self.lower[step])
            if kind and (self.words[step][0].islower() or self.shouted or step + 1 == len(self.words) or not self.words[step + 1][0].isupper() or kind != "site"):
                return kind, step + 1
            if self.lower[step] not in self.lexicon.compounds:
                break
        return "", at

    def _class_before(self, at: int) -> str:
        p = at - 1
        while p >= 0 and self.bits[p] & (OF | DETERMINER | LINK | DIRECTION | SIDE | PEOPLE):
            p -= 1
        return self.lexicon.kind(self.lower[p]) if p >= 0 else ""

    def _lead(self, at: int, floor: int) -> str:
        """What leads to the name at ``at``: class, in, near, way, struck, of, title, name, or "" for nothing."""
        p, bits, lower, german = at - 1, self.bits, self.lower, self.lexicon.german
        skipped = False
        while p >= 0 and (bits[p] & (DIRECTION | PEOPLE) or self._adjective(p)):
            p, skipped = p - 1, True
        if p < 0:
            return ""
        if german and self.words[p][0].isupper() and lexkind(self.lexicon, lower[p]):
            return "class"
        if p == floor - 1 and p >= 0:
            return "poss"
        determined = bool(bits[p] & (DETERMINER | DEFINITE)) and not skipped
        if bits[p] & DETERMINER and p > 0 and not bits[p] & (AT | WAY):
            p -= 1
        b = bits[p]
        if german and determined and not b & OF:
            return "det"
        if b & OF and p > 0 and (bits[p - 1] & (CLASS | SITE | SIDE) or self.lexicon.kind(lower[p - 1])):
            return "class"
        if b & AT:
            return "in" if lower[p] in self.lexicon.strict and not determined else "near"
        if b & WAY:
            return "way"
        if b & STRUCK:
            return "struck"
        if b & OF:
            return "of"
        if b & TITLE:
            return "title"
        if self.words[p][0].isupper() and not german and not determined and not b & (BLOCKED | SPEECH):
            return "name"
        return "det" if determined else ""

    def _adjective(self, at: int) -> bool:
        word, low = self.words[at], self.lower[at]
        if self.lexicon.german:
            return word[0].islower() and low.endswith(("ischen", "ische", "ischer", "ischem"))
        return low.endswith(("-held", "-controlled", "-occupied", "-besieged", "-populated"))


def lexkind(lexicon: Lexicon, word: str) -> str:
    return lexicon.kind(word)
