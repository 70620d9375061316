"""Which words of an English sentence are verbs: by list, ending and neighbours.

Invariant: closed classes are told first; a form that may be noun and verb is a verb only where its neighbours say so.
"""

from __future__ import annotations

from belegt.read.beside.lexicon import (
    ADV,
    AREA,
    AUX,
    BE,
    CLAUSE,
    CONJ,
    DET,
    HAVE,
    MODAL,
    NEG,
    NOMINAL,
    NUM,
    PASSIVE,
    PREP,
    PRON,
    PUNCT,
    TIME,
    TURN,
)
from belegt.read.beside.scene import Scene

SKIP = ADV | NEG | TIME
CLOSED = DET | PREP | CONJ | CLAUSE | AUX | PRON | PUNCT


def mark_verbs(scene: Scene) -> None:
    """Say of every token whether it is a verb here."""
    if scene.mask & (TURN | CLAUSE):
        _turns(scene)
    scene.verbal = [bool(b & AUX) for b in scene.bits]
    compound = {k for n in scene.nouns if n.end - n.start > 1 and ":" not in n.topic for k in range(n.start, n.end)}
    for at, word in enumerate(scene.words):
        if word.verbal and not scene.verbal[at] and at not in compound and not scene.bits[at] & (CLOSED | TIME | NUM):
            scene.verbal[at] = _is_verb(scene, at)


def _turns(scene: Scene) -> None:
    """Words that are prepositions or articles in one place and open a clause in another, or only bound a number."""
    bits, words = scene.bits, scene.lexicon.beside
    for at, b in enumerate(bits):
        if not b & (TURN | CLAUSE):
            continue
        low, following = scene.lower[at], bits[at + 1] if at + 1 < len(bits) else 0
        if low in words["clausal"]:
            bits[at] = CLAUSE
        elif low == "since" and at and bits[at - 1] & HAVE:
            bits[at] = ADV
        elif low in words["quantifiers"]:
            bits[at] = DET
        elif low in words["negation"]:
            bits[at] = NEG
        elif b & PREP and b & CLAUSE:
            bits[at] = CLAUSE if following & (PRON | NOMINAL | PUNCT) == PRON else PREP
        elif at + 1 < len(bits) and _bounds(scene, at, following):
            bits[at] = ADV
            if scene.lower[at + 1] in words["bounds"]:
                bits[at + 1] = ADV
        elif low in words["shouted"] and scene.sentence.words[at].isupper():
            bits[at] &= ~(BE | PASSIVE | PRON)


def _bounds(scene: Scene, at: int, following: int) -> bool:
    """Prepositions that only bound a number: "at least five", "about 20", "per cent"."""
    words = scene.lexicon.beside
    low, after = scene.lower[at], scene.lower[at + 1]
    return low == "per" and after == "cent" or after in words["bounds"] and low in words["bounded"] or bool(following & NUM) and low in words["rounding"]


def _is_verb(scene: Scene, at: int) -> bool:
    bits, words = scene.bits, scene.lexicon.beside
    word, before, ahead = scene.words[at], at - 1, at + 1
    while before >= 0 and (bits[before] & (ADV | NEG) and not bits[before] & PREP or scene.lower[before].endswith("ly")):
        before -= 1
    while ahead < len(bits) and bits[ahead] & ADV and not bits[ahead] & PREP:
        ahead += 1
    back = bits[before] if before >= 0 else PUNCT
    behind = bits[ahead] if ahead < len(bits) else PUNCT
    if back & DET or before >= 0 and scene.lower[before] in words["possessive_mark"]:
        return False
    attributed = not behind & (CLOSED | SKIP | NUM)
    if back & NUM and before == at - 1 and word.ending and attributed:
        return False
    if word.ending == "ing":
        subject = not back & ~PUNCT and not behind & CLOSED and ahead < len(scene) and scene.words[ahead].ending == "ed"
        return not subject and _is_gerund(scene, at, back, behind)
    if word.ending == "ed" or word.lower in words["past"]:
        if not (attributed and back & (PREP | PUNCT | CONJ)) or at + 1 < len(bits) and scene.lower[at + 1] in words["quantities"]:
            return True
        if back & CONJ:
            return _joins_verb(scene, before)
        return before >= 0 and scene.lower[before] in ("to", ",")
    return _is_finite(scene, at, before, ahead)


def _is_gerund(scene: Scene, at: int, back: int, behind: int) -> bool:
    if not (scene.bits[at] & NOMINAL or any(s.frame == "noun" for s in scene.words[at].senses)):
        return not back & DET
    if behind & (PREP | PUNCT | AUX):
        return False
    opens = behind & (DET | PRON | NUM | NEG) or at + 1 < len(scene) and scene.lower[at + 1] in scene.lexicon.beside["quantities"]
    return bool(opens) or not back & (DET | PREP)


def _joins_verb(scene: Scene, at: int) -> bool:
    """After "and" a participle goes on with the verb before, unless that stands before a noun itself."""
    return at > 0 and (scene.verbal[at - 1] or scene.words[at - 1].ending != "ed")


def _is_finite(scene: Scene, at: int, last: int, ahead: int) -> bool:
    """Whether a form that may be a noun ("attack", "strikes") is a verb here."""
    word, words = scene.words[at], scene.lexicon.beside
    if word.lower not in words["double"] and not any(s.frame in ("noun", "blast", "harm", "act") for s in word.senses):
        return True
    back = scene.bits[last] if last >= 0 else PUNCT
    if last < 0 or back & (DET | PUNCT) and not back & CLAUSE:
        return False
    before = scene.words[last]
    if before.lower == "to" or back & (MODAL | CLAUSE | PRON) or before.lower in words["do"]:
        return True
    if back & CONJ:
        return ahead < len(scene) and bool(scene.bits[ahead] & DET or scene.words[ahead].capital) and any(scene.verbal[:last])
    if ahead >= len(scene) or scene.bits[ahead] & PREP:
        return False
    plural = before.lower.endswith("s")
    if word.lower == "control" and plural and scene.words[ahead].capital:
        return True
    opens = scene.bits[ahead] & (DET | PRON | NUM | AREA) or scene.lower[ahead] in words["quantities"] or scene.lower[ahead].endswith("s")
    opens = opens or any(0 <= n.start - ahead < 3 for n in scene.nouns)
    return bool(opens) and not back & PREP and (plural or before.capital or word.lower.endswith("s"))
