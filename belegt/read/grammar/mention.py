"""People named in a sentence: the chunk "at least [12] [Syrian] [soldiers]", and the numbers that are no people.

Whether these people were harmed is decided by the verbs of the language.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache

from belegt.read.grammar.lexicon import Word
from belegt.read.grammar.quantities import Count
from belegt.read.lang import table


@dataclass(slots=True)
class Mention:
    """People in tokens ``start`` to ``end`` (end not included); ``head`` is the noun or the number that stands for it.

    ``kind`` is person, harm (Tote, the wounded), bare (a number alone), unknown (a noun nobody knows), name or pronoun;
    ``harm`` the kind of harm that the noun or its attribute says by itself; ``governor`` the preposition before it.
    """

    start: int
    end: int
    head: int
    kind: str
    count: Count | None = None
    groups: tuple[str, ...] = ()
    singular: bool = False
    definite: bool = False
    article: bool = False
    more: bool = False
    harm: str = ""
    attribute: str = ""
    governor: str = ""
    genitive: bool = False
    age: int | None = None
    zero: bool = False
    names: tuple[str, ...] = ()
    part: bool = False
    of: Mention | None = field(default=None, repr=False)
    used: set[str] = field(default_factory=set)


MONTHS = frozenset("january february march april may june july august september october november december januar februar märz mai juni juli oktober dezember".split())


@cache
def months_of(lang: str) -> frozenset[str]:
    """Names of the months, folded."""
    return frozenset(table(lang, "grammar")["months"])


MONTHS = months_of("de") | months_of("en")


def is_year(words: Sequence[Word], count: Count | None) -> bool:
    """Whether a count of four digits is a year: no noun or adjective for people follows it at once."""
    if count is None or count.end - count.start != 1:
        return _years(words, count)
    text = words[count.start].text
    if not (text.isdigit() and len(text) == 4 and 1800 <= int(text) <= 2100):
        return False
    if count.start and words[count.start - 1].lower in MONTHS:
        return True
    following = words[count.end] if count.end < len(words) else None
    if following is not None and following.more and count.end + 1 < len(words) and words[count.end + 1].lower in ("than", "als"):
        return True
    if following is None or following.groups is not None or "people" in following.harm or following.more:
        return False
    before = words[count.start - 1] if count.start else None
    adjective = following.text.isalpha() and not following.classes and following.unit is None and following.vague is None and not following.zero and following.lower.endswith(("e", "en", "er")) and len(following.text) > 3
    return not adjective or "attribute" in following.harm or (before is not None and "definite" in before)


def _years(words: Sequence[Word], count: Count | None) -> bool:
    """Whether a range is one of years: "von 1992 bis 2006 auch 48.000 Menschen"."""
    if count is None or (count.end < len(words) and words[count.end].groups is not None):
        return False
    said = {w.lower for w in words[count.start : count.end]}
    years = {text for text in said if len(text) == 4 and text.isdigit() and 1800 <= int(text) <= 2100}
    return bool(years) and said - years in ({"bis"}, {"-"}, {"–"}, {"zwischen", "und"})


def merged(groups: list[str], more: Sequence[str]) -> list[str]:
    return [*groups, *(g for g in more if g not in groups)]
