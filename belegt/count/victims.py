"""Named victims: how many different people a set of names certainly stands for (R26).

Invariant: two spellings that can be one person count once in a minimum; only a maximum may count them twice.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

from belegt.model import HarmClaim

ALIKE = 0.82
WORD = re.compile(r"[^\W\d_]+")
PARTICLES = frozenset(("al", "el", "abu", "abd", "bin", "ibn", "von", "van", "de", "der", "ben", "umm", "um"))


def distinct(claims: Iterable[HarmClaim]) -> int:
    """The number of names that cannot be one another's spellings."""
    people: list[tuple[str, ...]] = []
    for name in sorted({n for c in claims for n in c.named}, key=lambda n: (-len(words(n)), n)):
        spoken = words(name)
        if spoken and not any(_may_be_one(spoken, known) for known in people):
            people.append(spoken)
    return len(people)


def words(name: str) -> tuple[str, ...]:
    """The words of a name in lower case without accents and particles; nicknames in brackets left out."""
    spread = unicodedata.normalize("NFKD", re.sub(r"\(.*?\)", " ", name).casefold().replace("’", "").replace("'", ""))
    found = WORD.findall("".join(c for c in spread if not unicodedata.combining(c)))
    return tuple(w.removeprefix("al") if len(w) > 5 else w for w in found if w not in PARTICLES)


def _may_be_one(shorter: tuple[str, ...], longer: tuple[str, ...]) -> bool:
    """Whether every word of the shorter name has one like it in the longer; the given names must be alike."""
    from rapidfuzz.distance import JaroWinkler

    if JaroWinkler.similarity(shorter[0], longer[0]) < ALIKE:
        return False
    return all(any(JaroWinkler.similarity(w, v) >= ALIKE for v in longer) for w in shorter)
