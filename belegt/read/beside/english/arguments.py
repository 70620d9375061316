"""Who does what to whom in English: objects behind the verb, subjects before it, phrases behind their prepositions.

Invariant: nothing is taken from another clause, but for the noun that a relative clause is about.
"""

from __future__ import annotations

from collections.abc import Collection

from belegt.read.beside.lexicon import ADV, AUX, CLAUSE, CONJ, NEG, PREP, PRON, PUNCT, TIME
from belegt.read.beside.scene import Chunk, Predicate, Scene

_FAR = 4


def objects(scene: Scene, p: Predicate) -> list[Chunk]:
    """What an active verb is done to, with what is joined to it."""
    gap = _gap(scene, p)
    if gap:
        return gap
    at, words = p.end, scene.lexicon.beside
    while at < len(scene) and (scene.lower[at] in words["particles"] or scene.bits[at] & (ADV | TIME) and not scene.bits[at] & PREP or scene.lower[at] in words["quotes"]):
        at += 1
    chunk = scene.chunk(at)
    return scene.coordinated(chunk) if chunk is not None else []


def _gap(scene: Scene, p: Predicate) -> list[Chunk]:
    """What a relative clause is about when its verb lacks an object: "territory (which) the rebels hold"."""
    if p.voice != "active" or scene.chunk(p.end) is not None:
        return []
    subject = scene.chunk(p.start - 1)
    if subject is None or not subject.number:
        return []
    opener = subject.start - 1
    if scene.lower[opener] in scene.lexicon.beside["relating"] and scene.bits[opener] & CLAUSE:
        return _before(scene, opener - 1)[::-1]
    if scene.bits[subject.head] & PRON and scene.chunk_at[opener] >= 0:
        return _before(scene, opener)[::-1]
    return []


def subjects(scene: Scene, p: Predicate) -> list[Chunk]:
    """What stands before the verb as its subject, nearest first; the noun before a relative pronoun counts."""
    at = p.start - 1
    if p.voice == "reduced":
        return _before(scene, at)
    if at > 0 and scene.bits[at] & CONJ:
        at = _past_joined_verb(scene, at, p.clause)
    found: list[Chunk] = []
    while at >= 0:
        bits, chunk = scene.bits[at], scene.chunk(at)
        if bits & CLAUSE:
            return found or (_before(scene, at - 1) if scene.lower[at] in scene.lexicon.beside["relating"] else [])
        if bits & PUNCT and scene.lower[at] not in scene.lexicon.beside["soft"]:
            break
        if scene.verbal[at]:
            if found or not scene.bits[at] & AUX and not _is_participle(scene, at):
                break
        elif chunk is not None:
            inner = _inner_verb(scene, chunk)
            if inner and not chunk.prep and not chunk.of:
                found, at = [], inner
                continue
            aside = chunk.start > 0 and scene.lower[chunk.start - 1] == "(" or _is_bearing(scene, chunk)
            if not scene.governed(chunk) and not aside:
                found.append(chunk)
                if not chunk.link:
                    break
            at = chunk.start
        at -= 1
    return found


def _is_bearing(scene: Scene, chunk: Chunk) -> bool:
    """ "south of Gaza" says where, and acts as nothing."""
    return chunk.end - chunk.start == 1 and scene.lower[chunk.head] in scene.lexicon.beside["bearings"] and bool(scene.genitives(chunk))


def _past_joined_verb(scene: Scene, at: int, clause: int) -> int:
    """ "attacked the town and seized it": the subject stands before the first verb."""
    earlier = next((k for k in range(at - 1, -1, -1) if scene.verbal[k] and not scene.bits[k] & AUX and scene.clauses[k] == clause), -1)
    if earlier < 0:
        return at
    while earlier > 0 and scene.bits[earlier - 1] & (AUX | ADV | NEG):
        earlier -= 1
    return earlier - 1


def _is_participle(scene: Scene, at: int) -> bool:
    """Whether a verb only goes on with the noun before it: "the army backed by militias", "rebels fighting in the town"."""
    word = scene.words[at]
    if word.ending == "ing":
        return True
    passive = word.ending == "ed" or word.lower in scene.lexicon.beside["past"]
    return passive and at + 1 < len(scene) and bool(scene.bits[at + 1] & PREP) and not (at and scene.bits[at - 1] & (AUX | CLAUSE))


def _inner_verb(scene: Scene, chunk: Chunk) -> int:
    """Where to go on left of an infinitive or participle whose object a phrase is ("talks to end the war"), 0 for none."""
    verb = chunk.start - 1
    if verb < 2 or not scene.verbal[verb] or scene.bits[verb] & AUX:
        return 0
    if scene.lower[verb - 1] == "to" and scene.chunk_at[verb - 2] >= 0:
        return verb - 2
    if scene.words[verb].ending != "ing":
        return 0
    if scene.bits[verb - 1] & PREP and scene.chunk_at[verb - 2] >= 0:
        return verb - 2
    return verb - 1 if scene.chunk_at[verb - 1] >= 0 else 0


def _before(scene: Scene, at: int) -> list[Chunk]:
    """The phrase right before, behind the one that it is an attribute of ("a village in Deir az-Zour held by")."""
    while at >= 0 and scene.chunk_at[at] < 0 and scene.bits[at] & (ADV | TIME | PUNCT):
        at -= 1
    chunk = scene.chunk(at)
    found: list[Chunk] = []
    while chunk is not None and len(found) < _FAR:
        found.append(chunk)
        before = scene.near(chunk, -1)
        if not (chunk.prep or chunk.of or chunk.link) or before is None or chunk.start - before.end > 1:
            break
        chunk = before
    return found[::-1]


def phrases(scene: Scene, p: Predicate, preps: Collection[str]) -> list[Chunk]:
    """The phrases behind the verb in its clause that one of the prepositions governs, with those joined to them."""
    found: list[Chunk] = []
    for chunk in scene.chunks:
        if chunk.start < p.end:
            continue
        if chunk.clause != p.clause or any(scene.verbal[p.end : chunk.start]):
            break
        if chunk.prep in preps:
            found += scene.coordinated(chunk)
    return found
