"""German people by the people told of before (R8): "14 von ihnen", "seine Kollegin", "er" behind "ein Tischler".

Invariant: only who stands in the same sentence or the one before is meant.
"""

from __future__ import annotations

from collections.abc import Sequence

from belegt.read.document import Document
from belegt.read.grammar.findings import Scene
from belegt.read.grammar.lexicon import Lexicon
from belegt.read.grammar.mention import Mention
from belegt.read.lang import words
from belegt.read.segment import Sentence

OF_THEM = (["von", "ihnen"], ["von", "denen"], ["der", "insassen"])
SEXES = frozenset(("man", "woman", "person", "child", "elderly"))
HE, SHE = frozenset(("er", "ihn", "ihm")), frozenset(("sie", "ihr"))
Groups = tuple[str, ...]


def of_them(scene: Scene, mention: Mention, document: Document) -> Groups:
    """Who "14 von ihnen" are: the last people named in the plural before."""
    lower = scene.sentence.lower
    if (
        lower[mention.end : mention.end + 2] not in OF_THEM
        and lower[max(0, mention.start - 2) : mention.start] not in OF_THEM
    ):
        return ()
    found = _last(scene.sentence, mention.start, scene.lexicon)
    if not found and scene.sentence.index:
        before = document.sentence(scene.sentence.index - 1)
        found = _last(before, len(before), scene.lexicon)
    return found


def _last(sentence: Sentence, end: int, lexicon: Lexicon) -> Groups:
    for word in reversed(sentence.words[:end]):
        known = lexicon[word]
        if known.groups and known.plural is not False and word[:1].isupper():
            return known.groups
    return ()


def colleague(scene: Scene, mention: Mention, told: Sequence[Groups]) -> Groups:
    """The trade of "seine Kollegin": that of whoever was told of last, without the sex."""
    if scene.sentence.lower[mention.head] not in words("de", "people", "colleagues"):
        return ()
    return next((role for groups in reversed(told) if (role := tuple(g for g in groups if g not in SEXES))), ())


def again(scene: Scene, mention: Mention, told: Groups) -> bool:
    """Whether "er" or "sie" is the one told of before, by sex: then all that was said of him holds."""
    if scene.lexicon.lang != "de" or mention.kind != "pronoun" or not mention.singular:
        return False
    word = scene.sentence.lower[mention.head]
    return word in HE and "man" in told or word in SHE and "woman" in told


HIS, HERS = (
    frozenset(("der", "den", "dem", "des", "sein", "seinen", "seinem", "ihr", "ihren", "ihrem")),
    frozenset(("die", "der", "seine", "ihre", "seiner", "ihrer")),
)
ONE_HE, ONE_SHE = frozenset(("ein", "einen", "einem", "eines")), frozenset(("eine", "einer"))
CLOSES_WITHIN = 7


def apposition(scene: Scene, mention: Mention) -> Mention | None:
    """The other half of "der Pilot, ein 51-jähriger Wiener, ...", whichever of both ``mention`` is; None where there is none."""
    if (
        scene.lexicon.lang != "de"
        or not mention.singular
        or mention.count is not None
        or mention.kind not in ("person", "unknown")
    ):
        return None
    for other in scene.mentions:
        first, second = (mention, other) if other.start > mention.start else (other, mention)
        if other is not mention and not other.used and other.singular and _joined(scene, first, second):
            return other
    return None


def _joined(scene: Scene, first: Mention, second: Mention) -> bool:
    lower = scene.sentence.lower
    if second.start != first.end + 1 or lower[first.end] != ",":
        return False
    head, one = lower[first.start], lower[second.start]
    alike = head in HIS and one in ONE_HE or head in HERS and one in ONE_SHE
    return alike and "," in lower[second.end : second.end + CLOSES_WITHIN]
