"""Where a German noun phrase ends: article, numbers and adjectives, then the nouns and names in capitals.

Invariant: a verb before its subject ("am Montag eroberten Rebellen") is no adjective of it.
"""

from __future__ import annotations

from belegt.read.beside.german.particles import particle
from belegt.read.beside.lexicon import ACTOR, ADV, AREA, AUX, CLAUSE, CONJ, DET, NUM, PREP, PRON, PUNCT, TIME
from belegt.read.beside.scene import Scene

_LONGEST, _BRACKET = 7, 9


def phrase_end(scene: Scene, at: int) -> int:
    """The token behind the noun phrase that begins here, 0 when none begins."""
    first, words = at, scene.lexicon.beside
    while at < len(scene) and at - first < _LONGEST:
        word, bits = scene.words[at], scene.bits[at]
        opener = bits & (PRON | CLAUSE) or bits & ADV and not at
        if word.capital and not bits & (PREP | CONJ | PUNCT | AUX | DET) and (bits & TIME or not opener):
            return _names_end(scene, at + 1)
        if at == first and word.lower.endswith("en") and not bits & (DET | NUM) and not _governed(scene, at):
            return 0
        number = bits & NUM or word.lower in words["numbers"] or word.lower == "als" and scene.lower[at - 1] in words["more"]
        if not (bits & DET or number or _is_inflected(scene, at)):
            return 0
        if bits & DET and at > first or _is_verb_before_noun(scene, at, first):
            return 0
        at += 1
    return 0


def _is_inflected(scene: Scene, at: int) -> bool:
    bits = scene.bits[at]
    if bits & (PREP | CONJ | AUX | ADV) or bits & (PRON | CLAUSE) and not bits & DET:
        return False
    return scene.lower[at].endswith(("e", "en", "em", "er", "es"))


def _governed(scene: Scene, at: int) -> bool:
    """Whether something before an adjective in -en lets it have that ending; else the word is a verb."""
    before = scene.bits[at - 1] if at else 0
    return bool(before & (PREP | DET | NUM | CONJ | PUNCT | ADV)) or _opened(scene, at)


def _opened(scene: Scene, at: int) -> bool:
    """Whether an article waits for its noun across an attribute: "einen von der Uno vorgelegten (Plan)"."""
    for k in range(at - 1, max(0, at - _BRACKET), -1):
        if scene.bits[k] & (AUX | PUNCT) and not scene.bits[k] & DET:
            return False
        if scene.bits[k] & PREP and scene.bits[k - 1] & DET and not scene.words[k - 1].capital:
            return True
    before = scene.chunk(at - 1)
    return before is not None and before.prep in scene.lexicon.beside["agent"]


def _is_verb_before_noun(scene: Scene, at: int, first: int) -> bool:
    senses = scene.words[at].senses
    if not senses:
        return False
    if any(s.needs and particle(scene, at, s.needs) >= 0 for s in senses):
        return True
    attributed = at and scene.bits[at - 1] & (PREP | NUM | CONJ | PUNCT | ADV) and not scene.bits[at - 1] & TIME
    return at == first and not attributed and not _opened(scene, at)


def _names_end(scene: Scene, at: int) -> int:
    words = scene.lexicon.beside
    while at < len(scene):
        word, bits = scene.words[at], scene.bits[at]
        name = word.capital and not bits & (PREP | CONJ | AUX | DET | PRON | CLAUSE) and word.lower not in words["amounts"]
        article = word.lower.startswith(tuple(words["arabic"])) or word.lower in words["particles_of_names"]
        slash = word.lower == "/" and at + 1 < len(scene) and scene.words[at + 1].capital
        if not (name and scene.clauses[at] == scene.clauses[at - 1] or article or slash):
            return at
        if bare_genitive(scene, at) and not scene.lower[at - 1].endswith("s") and _is_common(scene, at - 1):
            return at
        at += 1
    return at


def bare_genitive(scene: Scene, at: int) -> bool:
    """A name in the genitive without article: "der Osten Aleppos"."""
    word = scene.sentence.words[at]
    return word[:1].isupper() and word.endswith("s") and scene.words[at - 1].capital


def _is_common(scene: Scene, at: int) -> bool:
    """A common noun that a genitive name may follow."""
    return bool(scene.bits[at] & (AREA | ACTOR)) or any(n.head == at for n in scene.nouns)
