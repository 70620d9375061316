"""Who acts: the noun phrases that name a party of the war, and how they are written down.

Invariant: a name is words of the report, in the nominative, without article; "rebel-held" names the rebels.
"""

from __future__ import annotations

from collections.abc import Iterable

from belegt.read.beside.lexicon import ACTOR, AREA, DET, PARTLY, PRON, TIME, Lexicon
from belegt.read.beside.scene import Chunk, Scene

_ADJECTIVE = ("en", "er", "em", "es")
_SHORT = 4


def is_actor(scene: Scene, chunk: Chunk) -> bool:
    """Whether a phrase names a party; "group" or "state" alone does not, and "regime air strikes" are none."""
    head = scene.bits[chunk.head]
    if any(s.topic == "facility" and s.frame == "noun" for s in scene.words[chunk.head].senses):
        return False
    if head & ACTOR:
        more = chunk.head - chunk.start - bool(scene.bits[chunk.start] & DET) > 0
        return not head & PARTLY or more or scene.sentence.words[chunk.head].isupper()
    return not head & AREA and any(b & ACTOR and not b & PARTLY for b in scene.bits[chunk.start : chunk.end])


def named(scene: Scene, chunk: Chunk) -> str:
    """The name of the party of a phrase, with its genitives ("Truppen des Regimes", "Army of Conquest")."""
    last = chunk
    for other in scene.genitives(chunk):
        if scene.any(TIME, other.start, other.end):
            break
        last = other
    text = nominative(scene, chunk)
    if last is chunk:
        return text
    following = scene.chunks[chunk.number + 1]
    return f"{text} {'' if scene.lexicon.german else 'of '}{scene.says(following.start, last.end)}"


def nominative(scene: Scene, chunk: Chunk) -> str:
    """The words of a phrase without its article, in German in the nominative."""
    start, end = chunk.start, chunk.end
    while start < end - 1 and scene.bits[start] & DET:
        start += 1
    while end > start + 1 and (scene.bits[end - 1] & TIME or scene.lower[end - 1] in scene.lexicon.beside["possessive_mark"]):
        end -= 1
    if not scene.lexicon.german:
        return scene.says(start, end)
    article = scene.lower[scene.chunks[scene.chunk_at[chunk.head]].start]
    noun = next((k for k in range(start, end) if scene.words[k].capital), end - 1)
    genitive = noun if article in scene.lexicon.beside["genitive_articles"] else -1
    return " ".join(_nominative(scene, at, last=at == end - 1, genitive=at == genitive) for at in range(start, end))


def _nominative(scene: Scene, at: int, *, last: bool, genitive: bool) -> str:
    word, lower = scene.sentence.words[at], scene.lower[at]
    known = scene.lexicon.nominative.get(lower)
    if known:
        return known
    if not last and not word[0].isupper() and lower.endswith(_ADJECTIVE) and len(lower) > _SHORT:
        return word[:-1]
    if genitive and word.endswith("s") and len(word) > _SHORT:
        return word[:-2] if word.endswith(("tes", "des", "fes", "zes")) else word[:-1]
    return word


def parties(scene: Scene, chunks: Iterable[Chunk]) -> str:
    """The party or parties of joined phrases as written ("Russia and the US")."""
    found = [c for c in chunks if not scene.any(TIME | PRON, c.start, c.end)]
    if not found:
        return ""
    if len(found) == 1:
        return named(scene, found[0])
    first, last = min(found, key=lambda c: c.start), max(found, key=lambda c: c.end)
    return scene.says(first.start + bool(scene.bits[first.start] & DET and first.end - first.start > 1), last.end)


def holder(lexicon: Lexicon, word: str) -> str:
    """Who holds what is "rebel-held" or an "Israeli stronghold"; names as written."""
    return lexicon.holders.get(word.lower()) or (word if word[:1].isupper() else "")
