"""Which nouns name a civilian facility: heads of their phrases, no bases, no organisations, no names of places.

Invariant: when in doubt a noun names none.
"""

from __future__ import annotations

from belegt.read.beside.lexicon import DET, NUM, TIME
from belegt.read.beside.scene import Chunk, Noun, Scene

_AFTER, _NAMED = 9, 4
_HARDLY_MILITARY = frozenset(("hospital", "mosque", "church", "market"))


def is_civilian(scene: Scene, noun: Noun) -> bool:
    """Whether a noun for a facility names one here, and no base, organisation or place name."""
    words = scene.lexicon.facility
    chunk = scene.chunk(noun.head)
    if chunk is None or scene.verbal[noun.head] or scene.lower[noun.head] in words["none"]:
        return False
    if noun.kind not in _HARDLY_MILITARY and scene.holds(words["military"], chunk.start, noun.start):
        return False
    if not scene.lexicon.german and not _is_head(scene, noun, chunk):
        return False
    end = noun.end + _AFTER
    if scene.holds(words["base"], noun.end, end) and scene.holds(words["uses"], noun.end, end):
        return False
    return _is_camp(scene, noun, chunk) if noun.kind == "camp" else not _is_bare(scene, noun, chunk)


def _is_head(scene: Scene, noun: Noun, chunk: Chunk) -> bool:
    """Whether the noun is the head of its phrase: "school", not "school bus"; plurals are no modifiers."""
    words, mark = scene.lexicon.facility, scene.lexicon.beside["possessive_mark"]
    at = noun.end
    while at < chunk.end and scene.lower[at] in words["same"]:
        at += 1
    if at >= chunk.end or scene.lower[noun.head].endswith("s") and scene.lower[at] not in mark:
        return True
    if scene.lower[at] in mark:
        return scene.holds(words["parts"], at + 1, min(at + 2, chunk.end))
    following = scene.words[at]
    struck = any(s.frame in ("noun", "blast") for s in following.senses)
    listed = any(n.start == at and n.topic == "facility" for n in scene.nouns)
    return bool(scene.bits[at] & (TIME | NUM)) or struck or listed or following.capital and not scene.words[noun.head].capital


def _is_camp(scene: Scene, noun: Noun, chunk: Chunk) -> bool:
    """A camp of refugees or displaced people: it says so, or the report speaks of them."""
    words = scene.lexicon.facility
    if scene.lower[noun.head] not in words["plain_camps"]:
        return True
    if scene.holds(words["camps"], chunk.start, noun.start) or scene.holds(words["camps"], noun.end, noun.end + _NAMED):
        return True
    text = scene.text.lower()
    return any(word in text for word in words["refugees"])


def _is_bare(scene: Scene, noun: Noun, chunk: Chunk) -> bool:
    """ "at home", "in hospital", "zu Hause": the noun stands alone and names a state rather than a house."""
    low, words = scene.lower[noun.head], scene.lexicon.facility
    if noun.end - noun.start > 1 or low not in words["bare"]:
        return False
    if scene.lexicon.german:
        return noun.start == chunk.start and scene.holds(words["stays"], noun.start - 1, noun.start)
    parliament = low == "house" and scene.words[noun.head].capital and noun.start > 0
    return parliament or noun.start == chunk.start


def name_of(scene: Scene, noun: Noun) -> str:
    """The proper name of a facility: capitals before the noun ("Abu Assi school"), in German in or behind it."""
    if scene.lexicon.german:
        written = scene.sentence.words
        joined = noun.end < len(written) and scene.chunk_at[noun.end] == scene.chunk_at[noun.head] and written[noun.end][:1].isupper()
        return written[noun.head] if "-" in written[noun.head] else scene.says(noun.head, noun.end + 1) if joined else ""
    at = noun.start
    while at > 0 and scene.chunk_at[at - 1] == scene.chunk_at[noun.head] and scene.words[at - 1].capital and not scene.bits[at - 1] & (DET | TIME | NUM):
        at -= 1
    if at == noun.start or at == 0 and noun.start == 1:
        return ""
    words = scene.lexicon.facility
    adjective = noun.start - at == 1 and (scene.lower[at].endswith(tuple(words["adjective_ends"])) or scene.lower[at] in words["adjectives"])
    return "" if adjective else scene.says(at, noun.end)
