"""Names that the gazetteer has: the longest at a place of a sentence, genitives and compounds included.

Invariant: what is found is a name as written; whether it is meant as a place is for ``names`` to say.
"""

from __future__ import annotations

from dataclasses import dataclass

from belegt.place.place import Place
from belegt.read.places.atlas import Atlas
from belegt.read.places.leads import NO_NAME
from belegt.read.places.lexicon import (
    AND,
    AT,
    BORDER,
    CLASS,
    COMPOUND,
    DETERMINER,
    DIRECTION,
    OF,
    PEOPLE,
    SITE,
    SPEECH,
    WAY,
)
from belegt.read.places.scan import ARTICLES, Scan

LONGEST = 5
# Inhabitants that a town needs where nothing but its name says that it is meant; a tenth in a country of the report.
CITY = 50_000
FUNCTION = AT | WAY | DETERMINER | AND | OF


@dataclass(slots=True)
class Found:
    """A known name: how many tokens, the place, the name without its genitive, the side of a compound."""

    size: int
    place: Place
    name: str
    side: str = ""
    adjective: bool = False
    genitive: bool = False


class KnownNames:
    """Asks the gazetteer for the names of one sentence."""

    def __init__(self, scan: Scan, atlas: Atlas) -> None:
        self.scan, self.atlas = scan, atlas
        self.words, self.lower, self.bits = scan.words, scan.lower, scan.bits

    def at(self, at: int, end: int) -> Found | None:
        """The longest known name that begins at ``at`` and ends at ``end`` or before, a river's name after it included."""
        words, bits, scan = self.words, self.bits, self.scan
        if at == 0 and bits[at] & (FUNCTION | BORDER) and not words[at].isupper():
            return None
        if at + 2 < len(words) and self.lower[at + 1] in scan.lexicon.words["rivers"]:
            found = self._by_a_river(at)
            if found:
                return found
        for size in range(min(LONGEST, end - at), 0, -1):
            if size == 1 and bits[at] & (NO_NAME | DIRECTION) and not self._country_itself(at):
                return None
            name = words[at] if size == 1 else " ".join(words[at : at + size])
            place = self.atlas.place(name)
            if place is None:
                continue
            if size == 1 and place.precision == "town" and self._no_town(at, name):
                return None
            genitive = name[-1] == "s" and len(name) > 4 and place.name[-1] != "s" and self.atlas.place(name[:-1]) == place
            return Found(size, place, name[:-1] if genitive else name, genitive=genitive)
        return self._compound(at)

    def _no_town(self, at: int, name: str) -> bool:
        """Whether a town's name is rather a class noun or an abbreviation."""
        return self.is_common(at) or self.lower[at] in ARTICLES or (name.isupper() and len(name) < 5 and not self.scan.shouted)

    def is_common(self, at: int) -> bool:
        """Whether the word is itself a noun for a kind of place, no name that ends like one ("Freistadt")."""
        return bool(self.bits[at] & (CLASS | SITE)) and not self.bits[at] & COMPOUND

    def _by_a_river(self, at: int) -> Found | None:
        """Frankfurt am Main, Mülheim an der Ruhr."""
        for size in (4, 3):
            words = self.words[at : at + size]
            if len(words) == size and words[-1][0].isupper():
                place = self.atlas.place(" ".join(words))
                if place is not None:
                    return Found(size, place, " ".join(words))
        return None

    def _country_itself(self, at: int) -> bool:
        """Whether a word that is both adjective and country ("US") stands for the country."""
        bits, words = self.bits, self.words
        if not bits[at] & PEOPLE or not words[at].isupper() or not at or not bits[at - 1] & (AT | WAY | DETERMINER):
            return False
        return at + 1 == len(words) or not words[at + 1][0].isalpha() or bool(bits[at + 1] & (FUNCTION | SPEECH | BORDER))

    def _compound(self, at: int) -> Found | None:
        """West-Aleppo, Südthailand; in German also the town in "Pariser Vorstädte"."""
        word, low, lexicon = self.words[at], self.lower[at], self.scan.lexicon
        if low.startswith(lexicon.prefixes):
            prefix, side = next(item for item in lexicon.compass if low.startswith(item[0]))
            rest = word[len(prefix) :].lstrip("-")
            place = self.atlas.place(rest[0].upper() + rest[1:]) if len(rest) > 2 else None
            if place and not place.ambiguous and (place.precision != "town" or place.population >= CITY):
                return Found(1, place, word, side)
        if lexicon.german and low.endswith("er") and len(low) > 5 and at + 1 < len(self.words) and self.words[at + 1][0].isupper():
            for name in (word[:-2], word[:-2] + "en", word[:-1], word[:-2] + "e"):
                place = self.atlas.place(name)
                if place and not place.ambiguous and place.precision == "town" and (place.population >= CITY or self.scan.is_class(at + 1)):
                    return Found(1, place, name, adjective=True)
        return None
