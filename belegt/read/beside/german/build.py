"""A German sentence: its clauses and noun phrases, then what its verbs tell.

Invariant: a noun phrase ends with words in capitals; the clause around a relative clause keeps its number behind it.
"""

from __future__ import annotations

from belegt.read.beside.german.phrase import bare_genitive, phrase_end
from belegt.read.beside.german.predicates import predicates
from belegt.read.beside.lexicon import ADV, AUX, CLAUSE, CONJ, DET, NUM, PASSIVE, PREP, PRON, PUNCT, TIME
from belegt.read.beside.scene import Chunk, Scene

_LIST = 8


def build(scene: Scene) -> None:
    """Find clauses and noun phrases of the sentence, then its predicates."""
    for at, word in enumerate(scene.words):
        if word.capital and at and not scene.bits[at - 1] & PUNCT and scene.bits[at] & (AUX | PRON) and not scene.bits[at] & DET:
            scene.bits[at] &= ~(AUX | PRON | PASSIVE)
    scene.verbal = [bool(b & AUX) for b in scene.bits]
    _clauses(scene)
    _chunks(scene)
    scene.predicates = list(predicates(scene))


def _clauses(scene: Scene) -> None:
    number = above = highest = 0
    relative = False
    bits, lower, soft = scene.bits, scene.lower, scene.lexicon.beside["soft"]
    for at, b in enumerate(bits):
        if b & PUNCT and lower[at] not in soft and not (lower[at] == "," and _lists(scene, at)):
            following = bits[at + 1] if at + 1 < len(bits) else 0
            if relative and following & AUX:
                number, relative = above, False
            else:
                above = above if relative else number
                highest += 1
                number = highest
                then = bits[at + 2] if at + 2 < len(bits) else 0
                relative = lower[at] == "," and bool(following & CLAUSE or following & PREP and then & CLAUSE)
        scene.clauses.append(number)


def _lists(scene: Scene, comma: int) -> bool:
    """A comma between nouns that a conjunction goes on to join: "Häuser, Schulen und eine Moschee"."""
    if not comma or not scene.words[comma - 1].capital:
        return False
    for at in range(comma + 1, min(len(scene), comma + _LIST)):
        bits, word = scene.bits[at], scene.words[at]
        if bits & CONJ:
            return at > comma + 1
        if word.lower == ",":
            continue
        opens = bits & CLAUSE and (not bits & DET or at == comma + 1 and not any(w.capital for w in scene.words[at + 1 : at + 3]))
        if opens or bits & (PREP | AUX | PUNCT):
            return False
        if not word.capital and not bits & (DET | NUM) and not word.lower.endswith(tuple(scene.lexicon.beside["inflections"])):
            return False
    return False


def _chunks(scene: Scene) -> None:
    scene.chunk_at = [-1] * len(scene)
    endings = tuple(scene.lexicon.beside["inflections"])
    prep = link = ""
    outer: tuple[str, int] | None = None
    at, size = 0, len(scene)
    while at < size:
        end = phrase_end(scene, at)
        if end:
            if outer is not None and not prep and not scene.words[at].capital and not scene.bits[at] & DET:
                scene.add(_behind_bracket(scene, at, end, outer))
                outer = None
            else:
                scene.add(_chunk(scene, at, end, prep, link))
            prep, link, at = "", "", end
            continue
        bits = scene.bits[at]
        if bits & PREP:
            if at and scene.bits[at - 1] & DET and scene.chunk_at[at - 1] < 0:
                outer = (outer_prep, at - 1) if (outer_prep := prep) or at < 2 or not scene.bits[at - 2] & PUNCT else None
            prep, link = scene.lower[at], ""
        elif bits & CONJ:
            link = "and"
        elif scene.lower[at] == "," and at and scene.clauses[at] == scene.clauses[at - 1]:
            link = ","
        elif bits & (PUNCT | AUX):
            prep, link, outer = "", "", None
        elif bits & DET:
            relative = at > 1 and scene.bits[at - 1] & PREP and scene.bits[at - 2] & PUNCT
            prep = "" if relative else prep
        elif not bits & (ADV | NUM | TIME) and not scene.lower[at].endswith(endings):
            prep, link = "", ""
        at += 1


def _behind_bracket(scene: Scene, at: int, end: int, outer: tuple[str, int]) -> Chunk:
    """The noun of an article that waited for it: "durch die vom Iran unterstützten (Rebellen)"."""
    prep, article = outer
    before = next((c for c in reversed(scene.chunks) if c.end <= article), None)
    if scene.chunks and scene.chunks[-1].end == at:
        scene.chunks[-1].inner = True
    of = not prep and before is not None and before.end == article and scene.lower[article] in scene.lexicon.beside["genitive"]
    return Chunk(at, end, end - 1, prep, of, "", scene.clauses[at])


def _chunk(scene: Scene, at: int, end: int, prep: str, link: str) -> Chunk:
    """The phrase over these tokens: governed, a genitive, or joined to the one before, whose role it shares."""
    previous = scene.chunks[-1] if scene.chunks else None
    words, low = scene.lexicon.beside, scene.lower[at]
    of = previous is not None and previous.end == at and not prep and (low in words["genitive"] or bare_genitive(scene, at))
    noun = next((k for k in range(at + 1, end) if scene.words[k].capital), at)
    of = of and not (low == "der" and scene.lower[noun] in words["masculine"])
    governed = "" if of else prep
    if link and previous is not None and not prep and not of:
        governed, of = previous.prep, previous.of and not scene.bits[at] & DET
    return Chunk(at, end, end - 1, governed, of, link, scene.clauses[at])
