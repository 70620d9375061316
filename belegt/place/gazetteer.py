"""Look a name up: the place that most likely bears it, or none.

A name is compared by its folded key, so that spelling, script, hyphens and Arabic articles do not matter; a genitive -s
is taken off where the name without it is known. Among places of one name weigh: usual name before other names,
inhabitants, and the countries that the report speaks of (``near``).
Invariant: nothing is opened at import; the index is mapped at the first question.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from belegt.place.fold import fold, loose, may_be_loose
from belegt.place.place import Place
from belegt.place.store import AMBIGUOUS, CAPITALS, KNOWN, MAIN, Hit, store

# A town in a country that the report speaks of outweighs one this many times as large elsewhere: in the first, in others.
_NEAR_FIRST, _NEAR = 100.0, 30.0
_OTHER_NAME = 0.1
_KNOWN = {"town": 20.0, "region": 1e4, "continent": 1e4, "country": 1.0}
# Without its -s a name must be of some weight: "Bombs" is no genitive of a hamlet called Bomb.
_GENITIVE_WEIGHT = 100_000
_TOWN_OF_NOTE = 15_000
_ABBREVIATION = 4
# Characters that a name may have to be asked for by its loose key too.
LONGEST = 200

_ARTICLE = re.compile(r"(?:al|el|ar|as|ash|at|ad|az|an|ul|os|es)[-–'’ ]", re.IGNORECASE)


def lookup(name: str, *, near: Sequence[str] = (), precision: str = "") -> Place | None:
    """The best place by that name, None where the gazetteer has none.

    ``near``: ISO 3166 alpha-2 codes of countries that the report speaks of, likeliest first; a place there is preferred.
    ``precision`` asks for one kind of place. ``Place.ambiguous``: the name is an ordinary word or a person's name as well.
    """
    hits = _hits(name)
    if precision:
        hits = tuple(h for h in hits if h.precision == precision)
    if not hits:
        return None
    best = hits[0] if len(hits) == 1 else max(hits, key=lambda h: (_weight(h, near), -h.number))
    return _place(best.number, bool(best.flags & AMBIGUOUS))


@lru_cache(maxsize=2**12)
def _place(number: int, ambiguous: bool) -> Place:
    return store().place(number, ambiguous=ambiguous)


def is_place(name: str, *, near: Sequence[str] = ()) -> bool:
    """Whether the bare name is sign enough of a place.

    It is not when it is an ordinary word, a person's name or an abbreviation too, or borne only by small towns in
    countries that the report does not speak of (``near``).
    """
    hits = _hits(name)
    return bool(hits) and any(_is_sign(hit, name, near) for hit in hits)


def country(code: str) -> Place:
    """The country with that ISO 3166 alpha-2 code; raises KeyError for a code that is none."""
    found = store().find(f"={code}")
    if not found:
        raise KeyError(code)
    return _place(found[0].number, False)


def people(word: str) -> str | None:
    """The country that an adjective or a word for its people speaks of: "syrischen", "Iraqi", "US-" -> SY, IQ, US."""
    if word.islower() and "isch" not in word and not word.startswith("deutsch"):
        return None
    bare = word[:-2] if word[-2:] in ("'s", "’s") else word
    key = fold(bare)
    if key == "us" and not bare.isupper():
        return None
    hits = store().find(f"@{key}")
    return max(hits, key=lambda h: (h.weight, -h.number)).country or None if hits else None


def _is_sign(hit: Hit, name: str, near: Sequence[str]) -> bool:
    if hit.flags & AMBIGUOUS:
        return False
    if hit.flags & KNOWN:
        return True
    if len(name) <= _ABBREVIATION and name.isupper():
        return False
    return hit.weight * (1 if hit.flags & MAIN else _OTHER_NAME) >= _TOWN_OF_NOTE or hit.country in near


@lru_cache(maxsize=2**13)
def _hits(name: str) -> tuple[Hit, ...]:
    """Every place that the name may mean, in no order."""
    if not name or name.islower():
        return ()
    found = _borne(name)
    if found or name[-1] not in "sS'’":
        return found
    stem = _without_s(name)
    return tuple(h for h in _borne(stem) if len(name) - len(stem) > 1 or _stands_alone(h))


def _without_s(name: str) -> str:
    """The name without its genitive: Aleppo's, Aleppos, Homs'."""
    stem = name[:-1]
    return stem[:-1] if stem[-1:] in ("'", "’") else stem


def _stands_alone(hit: Hit) -> bool:
    if not hit.flags & MAIN or hit.flags & AMBIGUOUS:
        return False
    return hit.weight >= _GENITIVE_WEIGHT or bool(hit.flags & KNOWN)


def _borne(name: str) -> tuple[Hit, ...]:
    find = store().find
    found = find(fold(name))
    if not found and len(name) <= LONGEST and may_be_loose(name):
        bare = loose(name)
        found = find(bare) or (find(f"~{bare}") if _ARTICLE.match(name) else [])
    if not found or name.isupper():
        return tuple(found)
    return tuple(h for h in found if not h.flags & CAPITALS)


def _weight(hit: Hit, near: Sequence[str]) -> float:
    weight = hit.weight if hit.flags & MAIN else hit.weight * _OTHER_NAME
    if hit.flags & KNOWN:
        weight *= _KNOWN[hit.precision]
    if hit.country not in near:
        return weight
    return weight * (_NEAR_FIRST if near[0] == hit.country else _NEAR)
