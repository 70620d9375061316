"""People from another country than the one where the harm came to them (R8): "ein Belgier" in Morocco.

Invariant: both countries are ones that the report names; who carries arms there, or is held to have attacked, is no foreigner.
"""

from __future__ import annotations

from collections.abc import Sequence

from belegt.model import Where
from belegt.read.grammar.findings import Scene
from belegt.read.grammar.mention import Mention
from belegt.read.places.atlas import country_of, known, people_of

NEVER = frozenset(("combatant", "attacker", "refugee", "prisoner", "police", "foreigner"))
CITIZENS = ("bürger", "bürgern", "bürgerin")
AT_HOME = (frozenset(("IL", "PS")),)
"""Countries whose people live beside each other on one land."""


def with_origin(scene: Scene, mention: Mention, who: tuple[str, ...], kind: str, where: Where) -> tuple[str, ...]:
    """``who``, and that they are foreigners there, or have fled there, where the words say where they come from."""
    if scene.lexicon.lang != "de" or not NEVER.isdisjoint(who) or not where.place:
        return who
    nation = _nation(scene, mention)
    home = _country(where) if nation else ""
    if not home or home == nation or frozenset((home, nation)) in AT_HOME:
        return who
    nobody = ("person", "civilian") if scene.sentence.lower[mention.head].endswith(CITIZENS) else ("person",)
    return (*(g for g in who if g not in nobody), "refugee" if kind == "displaced" else "foreigner")


def _nation(scene: Scene, mention: Mention) -> str:
    """The country of "ein Belgier", "die Schweizer Ärztin", "zwei Frauen aus Polen", or ""."""
    words = scene.sentence.words
    told = (nation for word in words[mention.start : mention.end] if (nation := _people(word)))
    return next(told, "") or _from(words[mention.end : mention.end + 3])


def _people(word: str) -> str:
    return (
        people_of(word)
        if word[:1].isupper() or word.endswith(("ische", "ischer", "ischen", "isches")) or word.startswith("deutsch")
        else ""
    )


def _from(behind: Sequence[str]) -> str:
    if behind[:1] != ["aus"]:
        return ""
    return next((nation for word in behind[1:] if word[:1].isupper() and (nation := country_of(word))), "")


def _country(where: Where) -> str:
    place = known(where.within[-1] if where.within else where.place)
    return place.country if place is not None and place.precision == "country" else ""
