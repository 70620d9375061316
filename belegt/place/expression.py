"""The names in a place expression, and what the words round them say: what kind of place, which part, in it or near it.

``parse`` reads "im Osten Aleppos", "the southern neighbourhood of Sheikh Said" or "west of the city of Rafah" into names
with their class, side and relation; what they mean in the world is for ``resolve``.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import lru_cache
from typing import NamedTuple

from belegt.place.gazetteer import people
from belegt.place.lexicon import class_of, lexicon

_TOKEN = re.compile(r"[^\W_]+(?:[.'’ʼ‘`–-][^\W_]+)*['’]?|[^\w\s\"“”„«»‘’'\[\]]")
_LONGEST = 6
_AFTER = frozenset("outskirts suburbs countryside border environs vicinity surroundings".split())
_SIDE = re.compile(r"(nordost|nordwest|südost|südwest|nord|süd|ost|west|zentral|mittel)[-–]?(?=\w{4})", re.IGNORECASE)
_ARTICLED = re.compile(r"\w{1,4}[-'’–][^\W\d_a-zäöü]")
_PARTICLES = frozenset("de del la las los al el da do di du le ibn bin bint abu".split())
_HILLS = frozenset("tal tel tell tall".split())
"""They begin the names of many Arab towns; before a name in capitals none is a German valley."""
_STREETS = ("straße", "platz", "allee", "weg", "ring", "gasse", "tor")


class Name(NamedTuple):
    """A name as written, words ``first`` to ``last`` of the expression, and what the words round it say.

    ``kind``: site, quarter, town, district, region, country, or "" where no word says it. ``side``: East, North... of it.
    ``near``: the event lies round it, not in it. ``placed``: a preposition stands right before it. ``link``: "and" or ","
    where only that stands between it and the name before. ``known``: the gazetteer has it.
    """

    text: str
    first: int
    last: int
    known: bool
    kind: str = ""
    side: str = ""
    near: bool = False
    placed: bool = False
    link: str = ""


def words_of(text: str) -> list[str]:
    """The words and marks of an expression; one all in capitals is put into ordinary case."""
    words = _TOKEN.findall(text)
    return [_calm(word) for word in words] if text.isupper() and len(words) > 1 else words


def _calm(word: str) -> str:
    lex, low = lexicon(), word.lower()
    small = low in lex.classes or low in lex.of or low in lex.joining or lex.is_small(low)
    return low if small else word.capitalize()


@lru_cache(maxsize=2**13)
def adjective_country(word: str) -> str | None:
    """The country that an adjective speaks of: "irakischen", "nordspanischen", "Syrian"."""
    if word.isupper() and len(word) > 3:
        return None
    return people(word) or (people(_SIDE.sub("", word)) if _SIDE.match(word) else None)


def parse(words: list[str], known: Callable[[str], bool], trusted: Callable[[str], bool]) -> list[Name]:
    """The names among the words of an expression.

    ``known`` says whether the gazetteer has a name, ``trusted`` whether the bare name is sign enough of a place.
    """
    reader = _Reader(words, known, trusted)
    names: list[Name] = []
    for name in reader.names():
        start = reader.after_class(names[-1].last) if names else 0
        full = reader.described(name, start)
        if full.known or full.kind or full.placed or reader.stands_first(name):
            names.append(full._replace(link=reader.link(start, name.first) if names else ""))
    return names


class _Reader:
    """Reads the names out of the words of one expression."""

    def __init__(self, words: list[str], known: Callable[[str], bool], trusted: Callable[[str], bool]) -> None:
        self.words = words
        self.low = [w.lower() for w in words]
        self.known = known
        self.trusted = trusted
        self.lex = lexicon()

    def names(self) -> Iterator[Name]:
        """The names in order, the longest that the gazetteer knows first."""
        i = 0
        while i < len(self.words):
            name = self._known_at(i) or self._split_at(i) or self._unknown_at(i)
            if name:
                yield name
            i = name.last if name else i + 1

    def _can_begin(self, i: int) -> bool:
        word = self.words[i]
        return word[0].isalpha() and (not word[0].islower() or bool(_ARTICLED.match(word)))

    def _is_plain(self, i: int) -> bool:
        """Whether it is a small word, a class word or an adjective of a people, though written with a capital."""
        word = self.words[i]
        if self.low[i] in _HILLS and i + 1 < len(self.words) and self.words[i + 1][0].isupper():
            return False
        return self.lex.is_small(self.low[i]) or bool(class_of(word)) or bool(adjective_country(word))

    def _known_at(self, i: int) -> Name | None:
        if not self._can_begin(i):
            return None
        for n in range(min(_LONGEST, len(self.words) - i), 0, -1):
            run = self.words[i : i + n]
            if any(not w[0].isalnum() for w in run) or (run[-1][0].islower() and not _ARTICLED.match(run[-1])):
                continue
            text = " ".join(run)
            if self.known(text) and self._is_meant(text, i, n):
                return Name(text, i, i + n, known=True)
        return None

    def _is_meant(self, text: str, i: int, n: int) -> bool:
        """Whether a name of the gazetteer is one here: by itself, by the preposition before it or the class beside it."""
        if n == 1 and self._is_plain(i):
            return not self.lex.is_small(self.low[i]) and not adjective_country(text) and self.trusted(text)
        if n == len(self.words) or self.trusted(text):
            return True
        if self._has_more(i + n):
            return False
        beside = bool(self._class(i, i + n, 0)) or (i > 0 and bool(class_of(self.words[i - 1])))
        return beside or (self._is_placed(i) and (self.low[i - 1] not in ("of", "von") or self._follows_side(i - 1)))

    def _has_more(self, last: int) -> bool:
        """Whether a word goes on that the gazetteer does not have: in "village of Khan Tuman" no other Khan is meant."""
        if last >= len(self.words) or not self._can_begin(last) or self._is_plain(last):
            return False
        return not self.known(self.words[last])

    def _follows_side(self, i: int) -> bool:
        return i > 0 and (self.lex.is_side(self.low[i - 1]) or self.low[i - 1] in self.lex.away | self.lex.near)

    def _is_placed(self, i: int) -> bool:
        return i > 0 and self.low[i - 1] in self.lex.at

    def after_class(self, last: int) -> int:
        """Where the words of a name end that ends at ``last``, the class word after it included."""
        crossing = self.low[last : last + 2] == ["border", "crossing"]
        after = last + 1 if crossing or (last < len(self.words) and self.low[last] in self.lex.between) else last
        return after + 1 if after < len(self.words) and class_of(self.words[after]) else last

    def stands_first(self, name: Name) -> bool:
        """Whether a name is all there is, or the first of several."""
        following = self.low[name.last] if name.last < len(self.words) else "and"
        return name.first == 0 and following in self.lex.joining

    def _split_at(self, i: int) -> Name | None:
        """A part of a place written as one word: "West-Aleppo", "Nordsyrien", "Berlin-Wedding"; "Pariser (Vorstädte)"."""
        word = self.words[i]
        if not word[0].isupper():
            return None
        side = _SIDE.match(word)
        if side and self.trusted(rest := word[side.end()].upper() + word[side.end() + 1 :]):
            named = self.lex.side_adjectives.get(side[1].lower(), "Centre")
            return Name(rest, i, i + 1, known=True, side=named)
        head, hyphen, tail = word.partition("-")
        if hyphen and tail[:1].isupper() and len(head) > 3 and self.trusted(head):
            return Name(word, i, i + 1, known=False, kind="quarter")
        following = self.words[i + 1] if i + 1 < len(self.words) else ""
        street = following.lower().endswith(_STREETS)
        if word.endswith("er") and following[:1].isupper() and not street and self.trusted(word[:-2]):
            return Name(word[:-2], i, i + 1, known=True)
        return None

    def _unknown_at(self, i: int) -> Name | None:
        j = i
        while j < len(self.words) and self._goes_on(j, i):
            j += 1
        while j > i and self.low[j - 1] in _PARTICLES and self.words[j - 1].islower():
            j -= 1
        return Name(" ".join(self.words[i:j]), i, j, known=False) if j > i else None

    def _goes_on(self, j: int, i: int) -> bool:
        """Whether word ``j`` belongs to the unknown name that began at ``i``."""
        if j > i and self.words[j] in _PARTICLES:
            return True
        return self._can_begin(j) and not self._is_plain(j) and (j == i or not self._known_at(j))

    def link(self, start: int, first: int) -> str:
        """What alone stands between two names, small words aside."""
        gap = self.low[start:first]
        lex = self.lex
        if set(gap) <= lex.joining | lex.at | lex.with_article | lex.articles | {","}:
            return "and" if set(gap) & self.lex.joining else "," if "," in gap else ""
        return ""

    def described(self, name: Name, start: int) -> Name:
        """The name with its class, side and relation; ``start`` is where the name before it ended."""
        near = not name.side and self._near(name, start)
        return name._replace(
            kind=name.kind or self._class(name.first, name.last, start),
            side="" if near else name.side or self._side(name.first, start),
            near=near,
            placed=self._is_placed(name.first),
        )

    def _class(self, first: int, last: int, start: int) -> str:
        after = self.after_class(last)
        if after > last:
            return class_of(self.words[after - 1])
        before = self._before(first, start, self.lex.articles | {"of", "von"})
        kind = class_of(self.words[before]) if before is not None else ""
        return "" if kind == "site" else kind

    def _side(self, first: int, start: int) -> str:
        """The side that stands before the name: "eastern", "E.", "the east of", "im Ostteil", "eastern parts of"."""
        i = first - 2 if first - 1 > start and self.low[first - 1] == "." else first - 1
        if i >= start and self.low[i] in self.lex.side_adjectives:
            return self.lex.side_adjectives[self.low[i]]
        skipped = self.lex.articles | self.lex.of | {"city", "town", "stadt", "province", "provinz"}
        before = self._before(first, start, skipped)
        if before is None:
            return ""
        if class_of(self.words[before]) and before > start and self.low[before - 1] in skipped:
            before = self._before(before, start, skipped) or before
        if self.low[before] in self.lex.parts and before > start:
            return self.lex.side_adjectives.get(self.low[before - 1], "")
        return self.lex.side_nouns.get(self.low[before], "")

    def _before(self, first: int, start: int, skipped: frozenset[str]) -> int | None:
        """The word before a name, small words left out."""
        i = first - 1
        while i >= start and self.low[i] in skipped:
            i -= 1
        return i if i >= start and self.words[i][0].isalpha() else None

    def _near(self, name: Name, start: int) -> bool:
        """Whether the nearest word of place before the name, or the word after it, says round it."""
        if name.last < len(self.words) and self.low[name.last] in _AFTER:
            return True
        for i in range(name.first - 1, start - 1, -1):
            word = self.low[i]
            if word in self.lex.near or (word in self.lex.away and self._leads_away(i, name.first)):
                return True
            if (word in self.lex.at or word in self.lex.with_article) and word not in ("of", "to", "von"):
                return False
        return False

    def _leads_away(self, i: int, first: int) -> bool:
        """ "east of Aleppo" and "östlich Aleppos" lead away; "east Aleppo" and "the east of Aleppo" do not."""
        if self.low[i].endswith("lich"):
            return True
        article = i > 0 and self.low[i - 1] in self.lex.articles
        return not article and i + 1 < first and self.low[i + 1] in ("of", "from")
