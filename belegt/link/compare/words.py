"""The words around the figures: rare ones shared speak for one event, nearly the same sentence for the same text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from belegt.link.compare.ground import Ground

if TYPE_CHECKING:
    from belegt.link.compare.rarity import Rarity
    from belegt.link.mention import Mention

SAME_TEXT = 0.75
ENOUGH_WORDS = 6
FULL = 4.0
RARE = 0.5


def compare_words(a: Mention, b: Mention, rarity: Rarity) -> Ground | None:
    """Only rare words count, each by how rare it is."""
    shared = a.words & b.words
    shorter = min(len(a.words), len(b.words))
    if a.report.id != b.report.id and shorter >= ENOUGH_WORDS and len(shared) >= SAME_TEXT * shorter:
        return Ground("same_text", "nearly the same words")
    rare = {w: r for w in shared if (r := rarity.word(w)) >= RARE}
    if not rare:
        return None
    told = ", ".join(sorted(rare, key=lambda w: (-rare[w], w))[:3])
    return Ground("rare_words", f"shared words ({told})", min(sum(rare.values()) / FULL, 1.0))


def compare_victims(a: Mention, b: Mention) -> Ground | None:
    """The same person named by both."""
    return Ground("same_victim", "the same victim named") if a.victims & b.victims else None
