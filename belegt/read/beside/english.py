"""English word order: which words are verbs, the noun phrases between them, and who does what to whom.

Invariant: an object stands behind its verb, a subject before it, and neither crosses into another clause.
"""

from __future__ import annotations

from collections.abc import Iterator

from belegt.read.beside.lexicon import (
    ADV,
    AREA,
    AUX,
    BE,
    CLAUSE,
    CONJ,
    DET,
    FRAMES,
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
    VERB,
)  # fmt: skip
from belegt.read.beside.scene import Chunk, Predicate, Scene

_SKIP = ADV | NEG | TIME
_CLOSED = DET | PREP | CONJ | CLAUSE | AUX | PRON | PUNCT
_QUANTITIES = frozenset(("several", "many", "some", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "dozens", "more", "most", "at", "both", "hundreds"))
_GERUNDS = frozenset(("killing", "fighting"))
_CALENDAR = frozenset(("week", "weeks", "month", "months", "year", "years", "day", "days", "hours"))
_NUMBERS = frozenset(("several", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"))
_PARTICLES = frozenset(("over", "back", "out", "up", "down", "off", "away"))
_QUOTES = frozenset(("\"", "“", "”", "(", ")"))
_SOFT = frozenset((",", "-", "'", "’", "/")) | _QUOTES
_FAR = 4
_BOUNDS = frozenset(("least", "most", "than"))
_OPENING = frozenset(("since", "after", "before", "as", "until", "because"))


def build(scene: Scene) -> None:
    """Find verbs, clauses and noun phrases of the sentence, then its predicates."""
    scene.bits = [w.bits for w in scene.words]
    _relatives(scene)
    scene.verbal = [bool(b & AUX) for b in scene.bits]
    compound = {k for n in scene.nouns if n.end - n.start > 1 and ":" not in n.topic for k in range(n.start, n.end)}
    for at in range(len(scene.words)):
        if not scene.verbal[at] and at not in compound:
            scene.verbal[at] = _is_verb(scene, at)
    _clauses(scene)
    _chunks(scene)
    scene.predicates = list(_predicates(scene))


def _relatives(scene: Scene) -> None:
    """Words that are prepositions or articles in one place and open a clause in another."""
    lower, bits = scene.lower, scene.bits
    for at, word in enumerate(lower):
        following = bits[at + 1] if at + 1 < len(bits) else 0
        if word == "that" or word in ("when", "where", "while", "because", "although", "though"):
            bits[at] = CLAUSE
        elif word == "since" and at and bits[at - 1] & HAVE:
            bits[at] = ADV
        elif word in ("all", "each", "every"):
            bits[at] = DET
        elif word in ("not", "never", "no"):
            bits[at] = NEG
        elif bits[at] & CLAUSE and bits[at] & PREP and following & (PRON | NOMINAL | PUNCT) == PRON:
            bits[at] = CLAUSE
        elif bits[at] & PREP and bits[at] & CLAUSE:
            bits[at] = PREP
        elif bits[at] & PREP and at + 1 < len(lower) and _counts(lower[at], lower[at + 1], following):
            bits[at] = ADV
            if lower[at + 1] in _BOUNDS:
                bits[at + 1] = ADV
        elif word in ("is", "us") and scene.words[at].capital and (scene.sentence.words[at].isupper()):
            bits[at] &= ~(BE | PASSIVE | PRON)


def _counts(word: str, following: str, bits: int) -> bool:
    """Prepositions that only bound a number: "at least five", "about 20"."""
    return word == "per" and following == "cent" or following in _BOUNDS and word in ("at", "more", "less", "up") or word in ("about", "around", "over", "nearly", "than") and bool(bits & NUM)


def _is_verb(scene: Scene, at: int) -> bool:
    word, bits = scene.words[at], scene.bits[at]
    low = word.lower
    if bits & (_CLOSED | TIME | NUM):
        return False
    topical = any(s.frame in FRAMES or s.frame == "control" for s in word.senses)
    listed = topical or bool(bits & VERB)
    ending = "ed" if low.endswith("ed") else "ing" if low.endswith("ing") else ""
    if not listed and (not ending or word.capital or bits & NOMINAL and low not in _GERUNDS or len(low) < 5 or "-" in low):
        return False
    before = at - 1
    while before >= 0 and (scene.bits[before] & (ADV | NEG) and not scene.bits[before] & PREP or scene.lower[before].endswith("ly")):
        before -= 1
    back = scene.bits[before] if before >= 0 else PUNCT
    ahead = at + 1
    while ahead < len(scene.bits) and scene.bits[ahead] & ADV and not scene.bits[ahead] & PREP:
        ahead += 1
    behind = scene.bits[ahead] if ahead < len(scene.bits) else PUNCT
    if back & DET or (before >= 0 and scene.lower[before] in ("'s", "’s")):
        return False
    if back & NUM and before == at - 1 and ending and not behind & (_CLOSED | _SKIP | NUM):
        return False
    if ending == "ing":
        return _is_gerund(back, behind, bits, scene, at)
    if ending == "ed" or low in _IRREGULAR:
        attributive = back & (PREP | PUNCT | CONJ) and not behind & (_CLOSED | _SKIP | NUM) and scene.lower[at + 1] not in _QUANTITIES
        if attributive and back & CONJ:
            return _joins_verb(scene, before)
        return not (attributive and (before < 0 or scene.lower[before] not in ("to", ",")))
    return _is_finite(scene, at, before, ahead)


_IRREGULAR = frozenset(("hit", "struck", "held", "lost", "taken", "took", "seized", "broken", "shut", "cut", "split", "driven", "fell", "set", "burnt", "torn", "overrun", "retaken", "retook"))


def _is_gerund(back: int, behind: int, bits: int, scene: Scene, at: int) -> bool:
    opens = bool(behind & (DET | PRON | NUM | NEG)) or (at + 1 < len(scene.lower) and scene.lower[at + 1] in _QUANTITIES)
    if bits & NOMINAL or any(s.frame == "noun" for s in scene.words[at].senses):
        if behind & (PREP | PUNCT | AUX):
            return False
        return opens or not back & (DET | PREP)
    return not back & DET


def _joins_verb(scene: Scene, at: int) -> bool:
    """After "and" a participle goes on with the verb before, unless that stands before a noun itself."""
    return at > 0 and (scene.verbal[at - 1] or not scene.words[at - 1].lower.endswith("ed"))


def _is_finite(scene: Scene, at: int, last: int, ahead: int) -> bool:
    """Whether a form that may be a noun ("attack", "strikes") is a verb here."""
    word = scene.words[at]
    if not (word.lower in _DOUBLE or any(s.frame in ("noun", "blast", "harm") for s in word.senses)):
        return True
    follows = scene.words[ahead] if ahead < len(scene.words) else None
    before = scene.words[last] if last >= 0 else None
    back = scene.bits[last] if last >= 0 else PUNCT
    opens = ahead < len(scene.lower) and (bool(scene.bits[ahead] & (DET | PRON | NUM | AREA)) or scene.lower[ahead] in _QUANTITIES or scene.lower[ahead].endswith("s") or any(0 <= n.start - ahead < 3 for n in scene.nouns))
    if before is None or back & (DET | PUNCT | CONJ) and not back & CLAUSE:
        return False
    if before.lower == "to" or back & (MODAL | CLAUSE | PRON):
        return True
    plural = before.lower.endswith("s") or before.capital
    if word.lower == "control" and before.lower.endswith("s") and follows is not None and follows.capital:
        return True
    return opens and not back & PREP and (plural or word.lower.endswith("s"))


_DOUBLE = frozenset((
    "control", "hold", "holds", "shell", "shells", "target", "targets", "fire", "fires", "bomb", "bombs", "land", "lands", "claims", "claim", "work", "works", "help",
    "report", "reports", "set", "cut", "close", "blow", "blows", "drop", "rule", "rules", "back", "open", "fall", "offer", "offers", "plan", "need", "use",
    "show", "lead", "fight", "hope", "end", "host", "force", "drive", "push", "capture", "break", "table", "start", "place", "storm", "rocket", "hammer", "rain", "level", "launch", "escape", "lives", "cause", "lie",
))  # fmt: skip


def _clauses(scene: Scene) -> None:
    number = 0
    for at, bits in enumerate(scene.bits):
        if bits & CLAUSE or bits & PUNCT and scene.lower[at] not in _SOFT:
            number += 1
        scene.clauses.append(number)


def _chunks(scene: Scene) -> None:
    prep, link, of = "", "", False
    opened = -1
    lower, bits = scene.lower, scene.bits
    scene.chunk_at = [-1] * len(bits)

    def close(end: int) -> None:
        nonlocal prep, link, of, opened
        if opened >= 0:
            head = end - 1
            while head > opened and lower[head] in ("'s", "’s"):
                head -= 1
            for k in range(opened, end):
                scene.chunk_at[k] = len(scene.chunks)
            scene.chunks.append(Chunk(opened, end, head, "" if of else prep, of, link, scene.clauses[opened]))
            prep, link, of = "", "", False
        opened = -1

    for at, b in enumerate(bits):
        if scene.verbal[at] or b & (CLAUSE | AUX):
            close(at)
            prep, link, of = "", "", False
        elif b & PREP:
            close(at)
            of = lower[at] == "of" and bool(scene.chunks) and scene.chunks[-1].end == at
            prep, link = lower[at], ""
        elif lower[at] == "/" and opened >= 0:
            continue
        elif lower[at] in _QUOTES:
            close(at)
        elif b & PUNCT:
            close(at)
            prep, of = "", False
            link = "," if lower[at] == "," else ""
        elif b & CONJ:
            close(at)
            prep, of, link = "", False, "and"
        elif b & PRON:
            close(at)
            opened = at
            close(at + 1)
        elif b & (TIME | ADV | NEG) and not (opened >= 0 and b & (ADV | NEG) and _inside(scene, at)):
            close(at)
            if b & TIME and (scene.words[at].capital or lower[at] in _CALENDAR or lower[at].isdigit()):
                prep, of = "", False
                if at + 1 < len(bits) and bits[at + 1] & NUM:
                    bits[at + 1] = TIME
        elif opened >= 0 and at > opened and (b & DET and not bits[at - 1] & DET or (b & NUM or lower[at] in _NUMBERS) and not bits[at - 1] & (DET | NUM)):
            close(at)
            opened = at
        elif opened < 0:
            opened = at
    close(len(bits))
    for chunk in scene.chunks:
        if chunk.prep in _OPENING and _opens_clause(scene, chunk):
            chunk.prep = ""


def _opens_clause(scene: Scene, chunk: Chunk) -> bool:
    """Whether a verb follows the phrase and its attributes: "after a deal between the sides halted"."""
    end = chunk.end
    if chunk.prep == "as" and not (chunk.start > 1 and scene.lower[chunk.start - 2] in ("came", "comes", "come")):
        return end < len(scene.bits) and scene.verbal[end]
    for other in scene.chunks[scene.chunk_at[chunk.start] + 1 :]:
        if not other.of and not other.prep or other.start - end > 1:
            break
        end = other.end
    while end < len(scene.bits) and scene.bits[end] & (ADV | TIME) and not scene.bits[end] & PREP:
        end += 1
    return end < len(scene.bits) and (scene.verbal[end] or scene.lower[end] == "to")


def _inside(scene: Scene, at: int) -> bool:
    """An adverb within a phrase: "a badly damaged house"."""
    return at + 1 < len(scene.bits) and scene.words[at + 1].lower.endswith("ed") and not scene.verbal[at + 1]


def _predicates(scene: Scene) -> Iterator[Predicate]:
    for at, word in enumerate(scene.words):
        senses = tuple(s for s in word.senses if s.topic != "proposal" or s.frame in FRAMES)
        if not senses:
            continue
        if scene.verbal[at]:
            yield _verb(scene, at, senses)
        elif any(s.frame in ("attribute", "object") for s in senses) and not scene.bits[at] & _CLOSED:
            yield Predicate(at, at, at + 1, "attribute", senses, clause=scene.clauses[at])


def _verb(scene: Scene, at: int, senses: tuple) -> Predicate:  # type: ignore[type-arg]
    bits, lower = scene.bits, scene.lower
    real, wish = scene.lexicon.beside["real"], scene.lexicon.beside["wish"]
    start, voice, fact, future, helped = at, "active", True, False, False
    aided = False
    for k in range(at - 1, max(-1, at - 1 - _FAR), -1):
        b = bits[k]
        aided = aided or bool(b & (AUX | NEG)) or lower[k] == "to"
        if b & NEG:
            fact = False
        elif b & MODAL:
            fact, future = False, lower[k] in ("will", "would", "shall")
        elif b & PASSIVE and not helped:
            voice = "passive" if not lower[at].endswith("ing") else "active"
        elif b & HAVE:
            helped = True
        elif lower[k] == "to" and k == at - 1:
            fact = lower[k - 1] in real or lower[k - 2] in real if k > 1 else False
            future = True
        elif not b & (ADV | TIME) or b & PREP and k != at - 1:
            if k == at - 1 and lower[at].endswith("ing") and lower[k] == "by":
                fact = _joined_fact(scene, k)
            elif k == at - 1 and lower[at].endswith("ing") and lower[k] in wish:
                fact = lower[k] == "of" and any(w.startswith(("accus", "suspect", "blam")) for w in lower[:k])
            break
        start = k
    if fact and start == at and at and bits[at - 1] & CONJ and not lower[at].endswith(("ed", "ing", "s")) and lower[at] not in _IRREGULAR:
        fact = _joined_fact(scene, at - 1)
    behind = next((k for k in range(at + 1, len(bits)) if not bits[k] & (ADV | TIME) or bits[k] & PREP), len(bits))
    if voice == "active" and fact and not aided and (lower[at].endswith("ed") or lower[at] in _IRREGULAR) and _reduced(scene, start, behind):
        voice = "reduced"
    if fact and "if" in lower[max(0, start - 8) : start]:
        fact = False
    return Predicate(at, start, at + 1, voice, senses, fact, future, scene.clauses[at])


def _joined_fact(scene: Scene, at: int) -> bool:
    """A bare verb after "and" is as much a fact as the verb that it is joined to ("aiming to drive ... and take")."""
    verb = next((k for k in range(at - 1, -1, -1) if scene.verbal[k] and not scene.bits[k] & AUX), 0)
    return not (verb and (scene.lower[verb - 1] == "to" or scene.bits[verb - 1] & MODAL))


def _reduced(scene: Scene, at: int, behind: int) -> bool:
    """A participle behind its noun: "houses hit by shells", "a village held by rebels"."""
    if at == 0 or scene.bits[at - 1] & PRON or behind < len(scene.bits) and not scene.bits[behind] & (PREP | PUNCT):
        return False
    if behind < len(scene.bits) and scene.lower[behind] == "by":
        return True
    return scene.chunk_at[at - 1] >= 0 and lower_in(scene, behind, ("in", "during", "between", "under", "amid"))


def lower_in(scene: Scene, at: int, words: tuple[str, ...]) -> bool:
    """Whether the token is one of the words."""
    return at < len(scene.lower) and scene.lower[at] in words


def objects(scene: Scene, p: Predicate) -> list[Chunk]:
    """What an active verb is done to, with what is joined to it."""
    at = p.end
    gap = _gap(scene, p)
    if gap:
        return gap
    while at < len(scene.bits) and (scene.lower[at] in _PARTICLES or scene.bits[at] & (ADV | TIME) and not scene.bits[at] & PREP or scene.lower[at] in "\"“”'"):
        at += 1
    if at >= len(scene.bits) or scene.chunk_at[at] < 0:
        if lower_in(scene, at, ("at",)) and lower_in(scene, at + 1, ("least",)):
            return _from(scene, at + 2)
        return []
    return _from(scene, at)


def _gap(scene: Scene, p: Predicate) -> list[Chunk]:
    """What a relative clause is about when its verb lacks an object: "territory (which) the rebels hold"."""
    if p.voice != "active" or p.end < len(scene.bits) and scene.chunk_at[p.end] >= 0:
        return []
    before = scene.chunk_at[p.start - 1] if p.start else -1
    if before < 1:
        return []
    subject = scene.chunks[before]
    opener = subject.start - 1
    if scene.lower[opener] in ("which", "that") and scene.bits[opener] & CLAUSE:
        return _before(scene, opener - 1)[::-1]
    if scene.bits[subject.head] & PRON and scene.chunk_at[opener] >= 0:
        return _before(scene, opener)[::-1]
    return []


def _from(scene: Scene, at: int) -> list[Chunk]:
    if at >= len(scene.bits) or scene.chunk_at[at] < 0:
        return []
    return scene.coordinated(scene.chunks[scene.chunk_at[at]])


def subjects(scene: Scene, p: Predicate) -> list[Chunk]:
    """What stands before the verb as its subject, nearest first; the noun before a relative pronoun counts."""
    found: list[Chunk] = []
    at = p.start - 1
    if p.voice == "reduced":
        return _before(scene, at)
    if at > 0 and scene.bits[at] & CONJ:
        earlier = next((k for k in range(at - 1, -1, -1) if scene.verbal[k] and not scene.bits[k] & AUX and scene.clauses[k] == p.clause), -1)
        at = _group_start(scene, earlier) - 1 if earlier >= 0 else at
    while at >= 0:
        bits, number = scene.bits[at], scene.chunk_at[at]
        if bits & CLAUSE:
            if not found and scene.lower[at] in ("which", "that", "who", "where") and at > 0:
                return _before(scene, at - 1)
            break
        if bits & PUNCT and scene.lower[at] not in _SOFT:
            break
        if scene.verbal[at]:
            if not found and at + 1 < p.start and scene.bits[at + 1] & CONJ or not found and scene.lower[at + 1] == ",":
                at = _group_start(scene, at)
            elif found or not scene.bits[at] & AUX and not _participle(scene, at):
                break
        elif number >= 0:
            chunk = scene.chunks[number]
            inner = _inner_verb(scene, chunk)
            if inner and not chunk.prep and not chunk.of:
                found, at = [], inner
                continue
            aside = chunk.start > 0 and scene.lower[chunk.start - 1] == "("
            if not scene.governed(chunk) and not aside:
                found.append(chunk)
                if not chunk.link:
                    break
            at = chunk.start
        at -= 1
    return found


def _participle(scene: Scene, at: int) -> bool:
    """Whether a verb only goes on with the noun before it: "the army backed by militias", "rebels fighting in the town"."""
    if scene.lower[at].endswith("ing"):
        return True
    passive = scene.lower[at].endswith("ed") or scene.lower[at] in _IRREGULAR
    return passive and at + 1 < len(scene.bits) and bool(scene.bits[at + 1] & PREP) and not (at and scene.bits[at - 1] & (AUX | CLAUSE))


def _inner_verb(scene: Scene, chunk: Chunk) -> int:
    """Where to go on left of an infinitive or participle whose object a phrase is ("talks to end the war"), 0 for none."""
    verb = chunk.start - 1
    if verb < 2 or not scene.verbal[verb] or scene.bits[verb] & AUX:
        return 0
    if scene.lower[verb - 1] == "to" and scene.chunk_at[verb - 2] >= 0:
        return verb - 2
    if not scene.lower[verb].endswith("ing"):
        return 0
    if scene.bits[verb - 1] & PREP and scene.chunk_at[verb - 2] >= 0:
        return verb - 2
    return verb - 1 if scene.chunk_at[verb - 1] >= 0 else 0


def _group_start(scene: Scene, at: int) -> int:
    while at > 0 and scene.bits[at - 1] & (AUX | ADV | NEG):
        at -= 1
    return at


def _before(scene: Scene, at: int) -> list[Chunk]:
    """The phrase right before, and the one that it is an attribute of ("a village in Deir az-Zour held by")."""
    while at >= 0 and scene.chunk_at[at] < 0 and scene.bits[at] & (ADV | TIME | PUNCT):
        at -= 1
    if at < 0 or scene.chunk_at[at] < 0:
        return []
    chunk: Chunk | None = scene.chunks[scene.chunk_at[at]]
    found: list[Chunk] = []
    while chunk is not None and len(found) < _FAR:
        found.append(chunk)
        before = scene.near(chunk, -1)
        if not (chunk.prep or chunk.of or chunk.link) or before is None or chunk.start - before.end > 1:
            break
        chunk = before
    return found[::-1]


def phrases(scene: Scene, p: Predicate, preps: frozenset[str] | tuple[str, ...]) -> list[Chunk]:
    """The phrases behind the verb in its clause that one of the prepositions governs, with those joined to them."""
    found: list[Chunk] = []
    for chunk in scene.chunks:
        if chunk.start < p.end:
            continue
        if chunk.clause != p.clause or any(scene.verbal[k] for k in range(p.end, chunk.start)):
            break
        if chunk.prep in preps:
            found += scene.coordinated(chunk)
    return found
