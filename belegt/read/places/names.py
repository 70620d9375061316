"""Names of places in a sentence: known ones by the gazetteer, unknown ones by the grammar round them.

Invariant: a name is a stretch of whole tokens; names do not overlap and stand in order. A name that is also an ordinary
word, has an article, or stands among other capitalised words needs a word beside it that makes it a place.
"""

from __future__ import annotations

from dataclasses import dataclass

from belegt.place.place import Place
from belegt.read.places.atlas import Atlas
from belegt.read.places.known import CITY, FUNCTION, LONGEST, Found, KnownNames
from belegt.read.places.leads import NO_NAME, Lead, class_after, class_before, lead
from belegt.read.places.lexicon import (
    AND,
    AT,
    CLASS,
    DETERMINER,
    DIRECTION,
    EVENT,
    HELD,
    KIN,
    OF,
    PARTICLE,
    PEOPLE,
    SIDE,
    SITE,
    STRUCK,
    TITLE,
)
from belegt.read.places.scan import ARTICLES, Scan

# A smaller one in a country that a German report does not speak of is rather a common noun.
HAMLET = 3_000
_REMEMBERED = 30_000
# Words that a list of names, or the way to the noun that leads it, may be long.
_FAR = 24
# Endings of English nouns that name no place, though they may have a capital.
_ABSTRACT = ("ism", "ing", "tion", "ment", "ness", "ship", "ics", "ology", "ance", "ence", "hood")
# Endings of German towns, and the least length of such a name.
TOWNS = ("hausen", "heim", "dorf", "stadt", "berg", "burg", "bach", "feld", "kirchen", "furt", "brück", "brücken", "ingen", "leben", "rode", "hagen", "stedt", "hofen", "walde", "münde", "bronn", "weiler", "reuth", "kirch", "stetten", "haven", "büttel", "ried", "moos")
LONG = 7
_NO_START = NO_NAME | FUNCTION | DIRECTION | HELD
_LEADING_GERMAN = CLASS | SITE | DIRECTION | PEOPLE
_LEADING = _LEADING_GERMAN | HELD | AT
_STOP = NO_NAME | DIRECTION | STRUCK


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
    place: Place | None = None
    side: str = ""
    genitive: bool = False


class NameFinder:
    """Finds the names of one sentence; made anew for each."""

    def __init__(self, scan: Scan, atlas: Atlas) -> None:
        self.scan, self.atlas = scan, atlas
        self.known = KnownNames(scan, atlas)
        self.words, self.lower, self.bits = scan.words, scan.lower, scan.bits
        self.floor = self.run = 0
        self.listing = ""

    def find(self) -> list[Name]:
        """All names, in order."""
        found: list[Name] = []
        at, capital, words, blank = 0, self.scan.capital, self.words, self.scan.lexicon.blank
        while True:
            try:
                at = self.run = capital.index(True, at)
            except ValueError:
                return found
            end = self._run_end(at)
            if end - at == 1 and words[at] in blank and not self.listing and not self._is_framed(at):
                at = end
                continue
            while at < end:
                name = self._name(at, end) if capital[at] else None
                if name is None:
                    at += 1
                else:
                    found.append(name)
                    self.listing = self._plural(name)
                    at = self.floor = name.last
            at = max(at, end)

    def _plural(self, name: Name) -> str:
        """The kind of the names that may follow ``name`` in a list, where a plural noun led to it or goes on to lead."""
        if name.lead != "class":
            return ""
        if self.listing and self.floor == name.first - 1:
            return self.listing
        noun = next((k for k in range(name.first - 1, max(-1, name.first - _FAR), -1) if self.scan.is_class(k)), -1)
        return name.kind if noun >= 0 and self.lower[noun].endswith("n" if self.scan.lexicon.german else "s") else ""

    def _is_framed(self, at: int) -> bool:
        """Whether a word beside the one at ``at`` could make it a name though nothing is known of it."""
        bits, german = self.bits, self.scan.lexicon.german
        before = bits[at - 1] if at else 0
        if before & (_LEADING_GERMAN if german else _LEADING):
            return True
        if before & (OF | DETERMINER) and at > 1 and bits[at - 2] & (CLASS | SITE | SIDE | OF):
            return True
        after = bits[at + 1] if at + 1 < len(bits) else 0
        return bool(after & (CLASS | SITE)) or not german and at + 1 < len(bits) and self.lower[at + 1] in self.scan.lexicon.words["between"]

    def _run_end(self, at: int) -> int:
        """Where the capitalised words from ``at`` on end, small words inside a name passed over."""
        end, count, capital, bits = at + 1, len(self.words), self.scan.capital, self.bits
        while end < count:
            step = end
            while step < count and step - end < 3 and bits[step] & PARTICLE and not capital[step]:
                step += 1
            if step == count or not capital[step]:
                return end
            end = step + 1
        return end

    def _name(self, at: int, end: int) -> Name | None:
        found = self.known.at(at, end)
        if found is None:
            self._remember_blank(at)
            named = self._compound_name(at) if self.scan.lexicon.german else self._titled(at, end)
            if named or self.bits[at] & _NO_START or self.known.is_common(at) or len(self.words[at]) < 2:
                return named
        stop = self._stop(at, end)
        if self._family(stop, listed=found is None or found.place.ambiguous):
            return None
        led = lead(self.scan, at, self.floor)
        if led.by == "title" or self._goes_on_a_name(at, led):
            return None
        if found is None:
            return self._unknown(at, stop, end, led)
        if at + found.size < stop and led.by == "class" and found.place.ambiguous and class_before(self.scan, at) == "site":
            return None
        return self._longer(at, stop, found, led) or self._placed(at, stop, found, led)

    def _goes_on_a_name(self, at: int, led: Lead) -> bool:
        """Whether an Arabic article ties the word to the one before: "Ahrar al-Sham" names a body, and no place in it."""
        return led.by in ("", "name") and self.run < at != self.floor and self.lower[at].partition("-")[0] in ARTICLES

    def _remember_blank(self, at: int) -> None:
        """Take note of a word that is no name by itself, so that it is passed over when nothing beside it speaks for one."""
        word, low, lexicon = self.words[at], self.lower[at], self.scan.lexicon
        if "-" not in word and not low.endswith(("er", "see", "gebirge")) and not low.startswith(lexicon.prefixes) and self.atlas.place(word) is None:
            if len(lexicon.blank) > _REMEMBERED:
                lexicon.blank.clear()
            lexicon.blank.add(word)

    def _stop(self, at: int, end: int) -> int:
        """Where the plain name that begins at ``at`` ends."""
        end = min(end, at + LONGEST + 2)
        while at < end and not self.bits[at] & _STOP and not self.known.is_common(at):
            at += 1
        return at

    def _family(self, stop: int, *, listed: bool) -> bool:
        """Whether a word after a name or a list of names makes them families, and no house of theirs follows."""
        bits, words, far = self.bits, self.words, stop + _FAR
        while listed and stop < far and stop + 1 < len(bits) and (words[stop] == "," or bits[stop] & AND) and any(self.scan.capital[stop + 1 : stop + 3]):
            stop = self._run_end(stop + 1 if self.scan.capital[stop + 1] else stop + 2)
        return stop < len(bits) and bool(bits[stop] & KIN) and not (stop + 1 < len(bits) and bits[stop + 1] & SITE)

    def _compound_name(self, at: int) -> Name | None:
        """A German compound that names a place: "Awash-Fluss", "Al-Kuds-Krankenhaus", "Wörthersee"."""
        word, low = self.words[at], self.lower[at]
        head, dash, tail = word.rpartition("-")
        kind = self.scan.lexicon.kind(tail.lower()) if dash and head[0].isupper() else ""
        if dash and not kind and self._quarter_of(head, tail):
            before = lead(self.scan, at, self.floor)
            return Name(at, at + 1, word, "quarter", before.by) if before.by == "in" and not before.article else None
        if dash and (not kind or head.isupper() and len(head) < 5 or self.scan.lexicon.bits[head.lower()] & EVENT):
            return None
        if kind == "site" and head.lower().partition("-")[0] not in ARTICLES and self.atlas.place(head) is None:
            return None
        if not kind and (not low.endswith(("see", "gebirge")) or len(low) < 7):
            return None
        led = lead(self.scan, at, self.floor).by
        if not kind and led not in ("in", "near"):
            return None
        return Name(at, at + 1, word, kind or "quarter", led or "class")

    def _quarter_of(self, head: str, tail: str) -> bool:
        """Whether "Wien-Simmering" names a part of a city: a city and a word that says nothing of an event."""
        if not tail[:1].isupper() or self.scan.lexicon.bits[tail.lower()]:
            return False
        place = self.atlas.place(head)
        return place is not None and place.precision == "town" and place.population >= CITY

    def _titled(self, at: int, end: int) -> Name | None:
        """A place named after a person with a title: "Sheikh Said neighbourhood", "the camp of King Hussein"."""
        if not self.bits[at] & TITLE or at + 1 >= end or at != self.run:
            return None
        stop = max(self._stop(at + 1, end), at + 2)
        kind, last = class_after(self.scan, stop)
        kind = kind or (class_before(self.scan, at) if lead(self.scan, at, self.floor).by == "class" else "")
        if not kind or not 1 < stop - at <= LONGEST:
            return None
        return Name(at, max(last, stop), " ".join(self.words[at:stop]), kind, "class")

    def _listed(self, at: int, stop: int) -> Name | None:
        """A further name of a list: "the villages of A, B and C"."""
        if not self.listing or self.floor != at - 1 or not (self.bits[at - 1] & AND or self.words[at - 1] == ","):
            return None
        return Name(at, stop, " ".join(self.words[at:stop]), self.listing, "class")

    def _longer(self, at: int, stop: int, found: Found, led: Lead) -> Name | None:
        """An unknown name that begins like a known one: "Khan al-Assal district", "Juntas de Uramita"."""
        after = at + found.size
        if after >= stop or stop - at > LONGEST or class_after(self.scan, after)[0]:
            return None
        name = " ".join(self.words[at:stop])
        if found.place.ambiguous and (led.by == "class" or led.by == "in" and not led.article and found.place.population < CITY):
            return Name(at, stop, name, class_before(self.scan, at) if led.by == "class" else "", led.by)
        if led.by == "after" and (listed := self._listed(at, stop)):
            return listed
        if led.by in ("in", "near", "class", "struck"):
            if all(word.partition("-")[0] in ARTICLES for word in self.words[after:stop]):
                return Name(at, stop, name, "quarter", led.by, found.place)
            if self.lower[after] in self.scan.lexicon.words["joiners"]:
                return Name(at, stop, name, "town", led.by)
        kind, last = class_after(self.scan, stop)
        if kind:
            return Name(at, last, name, kind, led.by)
        kind = class_before(self.scan, at) if led.by == "class" else ""
        return Name(at, stop, name, kind, led.by) if kind in ("site", "quarter") else None

    def _placed(self, at: int, stop: int, found: Found, led: Lead) -> Name | None:
        place, end = found.place, at + found.size
        kind = place.precision
        after, last = class_after(self.scan, end)
        if after in ("site", "quarter") and kind == "town" and place.population < CITY and place.country not in self.atlas.near:
            return Name(at, last, found.name, after, led.by)
        if after == "town" and kind == "country":
            return Name(at, last, found.name, "region", led.by, place)
        if after or led.by == "class":
            noun = after or class_before(self.scan, at)
            return Name(at, last if after else end, found.name, _merged(kind, noun), led.by, place, found.side)
        if found.adjective:
            noun = self.scan.kind(at + 1)
            return Name(at, at + 2, found.name, noun or "town", led.by, place) if led.by or noun else None
        if at == 0 and self.lower[end : end + 1] and self.lower[end] in "–—":
            return Name(at, end, found.name, kind, "", place)
        if found.genitive and not self.scan.lexicon.german and not self._owns_a_place(end):
            led = Lead("owner")
        if not (found.genitive and self._owns_a_place(end)) and not self._meant(at, place, led, end >= stop):
            return None
        return Name(at, end, found.name, kind, led.by, place, found.side, found.genitive)

    def _owns_a_place(self, end: int) -> bool:
        """Whether a place follows its owner: "Syrias Idlib", "Aleppos outskirts", not "Russias crimes"."""
        if end >= len(self.words):
            return False
        named = self.scan.capital[end] and any(self.atlas.place(" ".join(self.words[end : end + n])) for n in (1, 2, 3))
        return named or bool(self.bits[end] & (SIDE | DIRECTION))

    def _meant(self, at: int, place: Place, led: Lead, whole: bool) -> bool:
        """Whether a known name with no class noun beside it is meant as a place."""
        town = place.precision == "town"
        if self.scan.shouted and town and place.population < CITY and place.country not in self.atlas.near:
            return False
        if led.article and town or led.by == "name":
            return False
        if town and place.population < HAMLET and self.scan.lexicon.german and self.atlas.near and place.country not in self.atlas.near:
            return False
        if place.ambiguous:
            return led.by == "in" and not led.article and not (self.scan.lexicon.german and town and place.population < CITY)
        if not whole:
            return led.by in ("in", "struck", "after")
        if led.by and led.by != "of" or not town:
            return True
        if at > self.run and not self.bits[at - 1] & NO_NAME or at and self.scan.small_adjective(at - 1):
            return False
        return place.population >= (CITY if place.country not in self.atlas.near else CITY // 10)

    def _unknown(self, at: int, stop: int, end: int, led: Lead) -> Name | None:
        if not 0 < stop - at <= LONGEST:
            return None
        name = " ".join(self.words[at:stop])
        kind, last = class_after(self.scan, stop)
        listed = self._listed(at, stop)
        if listed and not kind:
            return listed
        if kind:
            if self._is_adjective_of(last):
                return None
            return Name(at, last, name, kind, led.by) if led.by or not self.scan.shouted and kind != "site" else None
        if led.by == "class":
            kind = class_before(self.scan, at)
            common = kind == "site" and self.bits[at - 1] & (OF | DETERMINER) or self.scan.lexicon.german and self.bits[at] & EVENT
            return None if common else Name(at, stop, name, kind, led.by)
        if led.article:
            return None
        placed = led.by == "in" and self._looks_placed(at, stop, end) or led.by in ("in", "near") and self._town_like(at, stop)
        return Name(at, stop, name, "", led.by) if placed else None

    def _town_like(self, at: int, stop: int) -> bool:
        """Whether a German word without article ends like a town: "in Altenkirchen", "bei Neustadt-Eilvese"."""
        if not self.scan.lexicon.german or stop - at > 1 or self.scan.shouted or len(self.words[at]) < LONG:
            return False
        if self.bits[at] or not at or not self.bits[at - 1] & AT:
            return False
        head, dash, tail = self.words[at].partition("-")
        if dash and tail[:1].isupper() and self.atlas.place(head) is not None and not self.scan.lexicon.bits[tail.lower()]:
            return True
        return not dash and self.words[at][1:].islower() and self.lower[at].endswith(TOWNS)

    def _looks_placed(self, at: int, stop: int, end: int) -> bool:
        """Whether a name of which nothing is known may pass for a place after "in" or "near"; in German an Arabic one."""
        if self.scan.lexicon.german and "-" in self.words[at] and self.lower[at].partition("-")[0] in ARTICLES:
            return True
        if self.scan.lexicon.german:
            return stop - at == 1 and len(self.words[at]) > 3 and self.words[at][1:].islower() and self.lower[at][-1] in "aiou"
        if self.scan.shouted or stop - at >= LONGEST or self.words[at][1:2].isupper():
            return False
        if self.lower[stop - 1].endswith(_ABSTRACT) or self.scan.titled:
            return False
        return stop == end or self.lower[stop].endswith("day")

    def _is_adjective_of(self, last: int) -> bool:
        """Whether "capital" before ``last`` makes the unknown word before it an adjective: "the Dagestani capital"."""
        return not self.scan.lexicon.german and self.lower[last - 1] == "capital"


def _merged(kind: str, noun: str) -> str:
    """The kind of a known name with a class noun: the noun decides, but only over a town or for more."""
    if noun in ("region", "country", "site") or kind == "town":
        return noun or kind
    return kind
