"""Who acts: the noun phrases that name a party of the war, and how they are written down.

Invariant: a name is words of the report, in the nominative, without article; "rebel-held" names the rebels.
"""

from __future__ import annotations

from collections.abc import Iterable

from belegt.read.beside.lexicon import ACTOR, AREA, DET, PARTLY, PRON, TIME, Lexicon
from belegt.read.beside.scene import Chunk, Scene

_ADJECTIVE = ("en", "er", "em", "es")


def is_actor(scene: Scene, chunk: Chunk) -> bool:
    """Whether a phrase names a party; "group" or "state" alone does not."""
    bits = scene.bits
    head = bits[chunk.head]
    if head & ACTOR:
        named = chunk.head - chunk.start - bool(bits[chunk.start] & DET) > 0 or scene.words[chunk.head].lower.isupper()
        return not head & PARTLY or named or scene.sentence.words[chunk.head].isupper()
    return any(bits[k] & ACTOR and not bits[k] & PARTLY for k in range(chunk.start, chunk.end)) and not head & AREA


def named(scene: Scene, chunk: Chunk) -> str:
    """The name of the party of a phrase, with its genitives ("Truppen des Regimes", "Army of Conquest")."""
    last = chunk
    for other in scene.genitives(chunk):
        if any(scene.bits[k] & TIME for k in range(other.start, other.end)):
            break
        last = other
    text = nominative(scene, chunk)
    if last is not chunk:
        following = scene.chunks[scene.chunk_at[chunk.start] + 1]
        link = "of " if scene.lexicon.lang == "en" else ""
        tail = scene.says(following.start, last.end)
        text = f"{text} {link}{tail}"
    return text


def nominative(scene: Scene, chunk: Chunk) -> str:
    """The words of a phrase without its article, in German in the nominative."""
    start, end = chunk.start, chunk.end
    while start < end - 1 and scene.bits[start] & DET:
        start += 1
    while end > start + 1 and (scene.bits[end - 1] & TIME or scene.lower[end - 1] in ("'s", "’s")):
        end -= 1
    if scene.lexicon.lang != "de":
        return scene.says(start, end)
    forms = scene.lexicon.beside["nominative"]
    words = []
    for at in range(start, end):
        word = scene.sentence.words[at]
        lower = word.lower()
        if at < end - 1 and not word[0].isupper() and lower.endswith(_ADJECTIVE) and len(lower) > 4:
            word = word[:-1] if lower.endswith("en") or lower.endswith(("er", "em", "es")) else word
        words.append(forms.get(lower, word))
    return " ".join(words)


def parties(scene: Scene, chunks: Iterable[Chunk]) -> str:
    """The party or parties of joined phrases as written ("Russia and the US")."""
    found = [c for c in chunks if not any(scene.bits[k] & (TIME | PRON) for k in range(c.start, c.end))]
    if not found:
        return ""
    if len(found) == 1:
        return named(scene, found[0])
    first, last = min(found, key=lambda c: c.start), max(found, key=lambda c: c.end)
    start = first.start + bool(scene.bits[first.start] & DET and first.end - first.start > 1)
    return scene.says(start, last.end)


def holder(lexicon: Lexicon, word: str) -> str:
    """Who holds what is "rebel-held" or an "Israeli stronghold"; names as written."""
    known = lexicon.beside["holders"].get(word.lower())
    if known:
        return str(known)
    return word if word[:1].isupper() else ""
