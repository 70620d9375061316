"""German word order: noun phrases by their capitals, clauses by their commas, and what stands in the clause of a verb.

Invariant: whatever has no preposition in a clause may be subject or object there; the topics tell them apart by meaning.
"""

from __future__ import annotations

from collections.abc import Iterator

from belegt.read.beside.lexicon import (
    ADV,
    AUX,
    CLAUSE,
    CONJ,
    DET,
    HAVE,
    MODAL,
    NEG,
    NUM,
    PASSIVE,
    PREP,
    PRON,
    PUNCT,
    TIME,
    Sense,
)
from belegt.read.beside.scene import Chunk, Predicate, Scene

_INFLECTED = ("e", "en", "em", "er", "es")
_AMOUNTS = frozenset(("dutzende", "hunderte", "tausende", "zehntausende", "hunderttausende", "millionen"))
_GENITIVE = frozenset(("des", "der", "eines", "einer", "dieser", "dieses", "seiner", "ihrer", "ihres", "seines", "mehrerer", "zweier", "dreier", "vieler", "zahlreicher"))
_FACTUAL = frozenset(("soll", "sollen", "konnte", "konnten", "könne", "können", "hätten", "mussten", "musste"))
_COMPLETE = frozenset(("haben", "sein", "worden", "habe"))
_FUTURE = frozenset(("wird", "werden", "würde", "würden", "werde"))
_PARTICIPLE = ("ge", "be", "er", "ver", "zer", "über", "ent", "unter", "miss")
_FAR = 4


def build(scene: Scene) -> None:
    """Find clauses and noun phrases of the sentence, then its predicates."""
    scene.bits = [w.bits for w in scene.words]
    for at, word in enumerate(scene.words):
        if word.capital and at and scene.bits[at] & (AUX | PRON) and not scene.bits[at] & DET:
            scene.bits[at] &= ~(AUX | PRON | PASSIVE)
    scene.verbal = [bool(b & AUX) for b in scene.bits]
    _clauses(scene)
    _chunks(scene)
    scene.predicates = list(_predicates(scene))


def _clauses(scene: Scene) -> None:
    number, above, lower = 0, 0, scene.lower
    relative = False
    for at, bits in enumerate(scene.bits):
        if bits & PUNCT and lower[at] not in ("-", "'", "’", "\"", "“", "„", "”", "/"):
            following = scene.bits[at + 1] if at + 1 < len(scene.bits) else 0
            if lower[at] == "," and _lists(scene, at):
                pass
            elif relative and following & AUX:
                number, relative = above, False
            else:
                above = number if not relative else above
                number = max(scene.clauses, default=0) + 1
                relative = lower[at] == "," and bool(following & CLAUSE or (following & PREP and at + 2 < len(lower) and scene.bits[at + 2] & CLAUSE))
        scene.clauses.append(number)


def _lists(scene: Scene, comma: int) -> bool:
    """A comma between nouns that a conjunction goes on to join: "Häuser, Schulen und eine Moschee"."""
    if not comma or not scene.words[comma - 1].capital:
        return False
    for at in range(comma + 1, min(len(scene.bits), comma + 8)):
        bits = scene.bits[at]
        if bits & CONJ:
            return at > comma + 1
        if scene.lower[at] == ",":
            continue
        if bits & (PREP | AUX | PUNCT) or bits & CLAUSE and not bits & DET or at == comma + 1 and bits & CLAUSE and not _noun_follows(scene, at):
            return False
        if not scene.words[at].capital and not bits & DET and not scene.lower[at].endswith(_INFLECTED) and not bits & NUM:
            return False
    return False


def _noun_follows(scene: Scene, at: int) -> bool:
    return any(w.capital for w in scene.words[at + 1 : at + 3])


def _chunks(scene: Scene) -> None:
    scene.chunk_at = [-1] * len(scene.bits)
    prep, link, outer = "", "", ""
    at, size = 0, len(scene.bits)
    while at < size:
        bits = scene.bits[at]
        end = _phrase_end(scene, at)
        if end:
            previous = scene.chunks[-1] if scene.chunks else None
            adjacent = previous is not None and previous.end == at
            of = adjacent and not prep and (scene.lower[at] in _GENITIVE or _bare_genitive(scene, at))
            of = of and not (scene.lower[at] == "der" and scene.lower[end - 1] in scene.lexicon.beside["masculine"])
            inherited = link != "" and previous is not None and not prep
            governed = "" if of else previous.prep if inherited and previous is not None else prep
            of = of or (inherited and previous is not None and previous.of and not bits & DET)
            for k in range(at, end):
                scene.chunk_at[k] = len(scene.chunks)
            scene.chunks.append(Chunk(at, end, end - 1, governed, of, link, scene.clauses[at]))
            prep, link, at = "", "", end
            continue
        if bits & PREP:
            if at and scene.bits[at - 1] & DET and not scene.words[at - 1].capital:
                outer = scene.chunks[-1].prep if scene.chunks and scene.chunk_at[at - 1] >= 0 else outer
            prep, link = scene.lower[at], ""
        elif bits & CONJ:
            link = "and"
        elif scene.lower[at] == "," and at and scene.clauses[at] == scene.clauses[at - 1]:
            link = ","
        elif bits & PUNCT or bits & AUX:
            prep, link = "", ""
        elif bits & DET and at > 1 and scene.bits[at - 1] & PREP and scene.bits[at - 2] & PUNCT:
            prep = ""
        elif not bits & (DET | ADV | NUM | TIME) and not scene.lower[at].endswith(_INFLECTED):
            prep, link = "", ""
        at += 1


def _bare_genitive(scene: Scene, at: int) -> bool:
    """A name in the genitive without article: "der Osten Aleppos"."""
    return scene.words[at].capital and scene.lower[at].endswith("s") and scene.words[at - 1].capital


def _phrase_end(scene: Scene, at: int) -> int:
    """Where the noun phrase that begins here ends, 0 when none begins."""
    first = at
    while at < len(scene.bits) and at - first < 7:
        word, bits = scene.words[at], scene.bits[at]
        if word.capital and not bits & (PREP | CONJ | PUNCT | AUX) and not (bits & DET) and not (bits & (PRON | ADV | CLAUSE) and not bits & TIME):
            return _names(scene, at + 1)
        if at == first and word.lower.endswith("en") and not bits & (DET | NUM) and not _governed(scene, at):
            return 0
        inflected = word.lower.endswith(_INFLECTED) and not bits & (PREP | CONJ | AUX | ADV) and not (bits & (PRON | CLAUSE) and not bits & DET)
        if not (bits & DET or bits & NUM or inflected or word.lower == "als" and scene.lower[at - 1] in ("mehr", "weniger") or word.lower in ("rund", "etwa", "fast", "mehr", "mindestens", "zwei", "drei", "vier", "fünf", "sechs", "sieben", "acht", "neun", "zehn", "zwölf")):
            return 0
        if bits & DET and at > first:
            return 0
        if _is_predicate_before_noun(scene, at, first):
            return 0
        at += 1
    return 0


def _governed(scene: Scene, at: int) -> bool:
    """Whether something before an adjective in -en lets it have that ending; else the word is a verb."""
    before = scene.bits[at - 1] if at else 0
    return bool(before & (PREP | DET | NUM | CONJ | PUNCT | ADV)) or _opened(scene, at)


def _opened(scene: Scene, at: int) -> bool:
    """Whether an article waits for its noun across an attribute: "einen von der Uno vorgelegten (Plan)"."""
    for k in range(at - 1, max(0, at - 9), -1):
        if scene.bits[k] & (AUX | PUNCT) and not scene.bits[k] & DET:
            return False
        if scene.bits[k] & PREP and scene.bits[k - 1] & DET and not scene.words[k - 1].capital:
            return True
    number = scene.chunk_at[at - 1] if at else -1
    return number >= 0 and scene.chunks[number].prep in scene.lexicon.beside["agent"]


def _is_predicate_before_noun(scene: Scene, at: int, first: int) -> bool:
    """A verb in -en or -te before its subject: "am Montag eroberten Rebellen": nothing makes it an attribute."""
    if any(s.needs and _particle(scene, at, s) >= 0 for s in scene.words[at].senses):
        return True
    return bool(scene.words[at].senses) and at == first and not _opened(scene, at) and not (at and scene.bits[at - 1] & (PREP | NUM | CONJ | PUNCT | ADV) and not scene.bits[at - 1] & TIME)


def _names(scene: Scene, at: int) -> int:
    while at < len(scene.bits):
        word, bits = scene.words[at], scene.bits[at]
        name = word.capital and not bits & (PREP | CONJ | AUX) and not (bits & (DET | PRON | CLAUSE)) and word.lower not in _AMOUNTS
        article = word.lower.startswith(("al-", "el-", "as-", "ar-")) or word.lower in ("al", "bin", "abu")
        slash = word.lower == "/" and at + 1 < len(scene.bits) and scene.words[at + 1].capital
        if not (name and scene.clauses[at] == scene.clauses[at - 1] or article or slash):
            return at
        if _bare_genitive(scene, at) and not scene.lower[at - 1].endswith("s") and at - 1 >= 0 and scene.bits[at] & 0 == 0 and _common(scene, at - 1):
            return at
        at += 1
    return at


def _common(scene: Scene, at: int) -> bool:
    """A common noun that a genitive name may follow."""
    from belegt.read.beside.lexicon import ACTOR, AREA

    return bool(scene.bits[at] & (AREA | ACTOR)) or any(n.head == at for n in scene.nouns)


def _predicates(scene: Scene) -> Iterator[Predicate]:
    for at, word in enumerate(scene.words):
        if word.capital and at and not any(s.frame == "attribute" for s in word.senses):
            continue
        number = scene.chunk_at[at]
        inside = number >= 0 and at < scene.chunks[number].head
        senses = tuple(s for s in word.senses if not s.needs or _particle(scene, at, s) >= 0)
        if not senses:
            continue
        if inside:
            yield Predicate(at, at, at + 1, "attribute", senses, not _denied(scene, at, scene.clauses[at]), clause=scene.clauses[at])
        else:
            yield _verb(scene, at, senses)


def _particle(scene: Scene, at: int, sense: Sense) -> int:
    """Where the particle or noun that a verb needs stands in its clause ("griffen ... an"), -1 where it is missing."""
    needs, clause = sense.needs, scene.clauses[at]
    last = len(scene.lower)
    for k in range(last):
        if scene.lower[k] != needs or scene.clauses[k] != clause:
            continue
        if scene.words[k].capital or k > at and (k + 1 >= last or scene.bits[k + 1] & (PUNCT | CONJ)):
            return k
    return -1


def _denied(scene: Scene, at: int, clause: int) -> bool:
    number = scene.chunk_at[at]
    chunk = scene.chunks[number] if number >= 0 else None
    return chunk is not None and bool(scene.bits[chunk.start] & NEG)


def _verb(scene: Scene, at: int, senses: tuple[Sense, ...]) -> Predicate:
    clause, lower = scene.clauses[at], scene.lower
    inside = [k for k in range(len(lower)) if scene.clauses[k] == clause]
    passive = any(scene.bits[k] & PASSIVE for k in inside if k != at)
    fact, future = True, False
    word = lower[at]
    complete = any(lower[k] in _COMPLETE for k in inside)
    infinitive = word.endswith("en") and not word.startswith(_PARTICIPLE) and "ge" not in word[2:5]
    for k in inside:
        if scene.bits[k] & NEG and k != at and not _other_negation(scene, k) or scene.bits[k] & MODAL and not complete and lower[k] not in _FACTUAL:
            fact = False
        elif lower[k] in ("soll", "sollen") and not complete or lower[k] in _FUTURE and infinitive:
            fact, future = False, True
    if at and lower[at - 1] == "zu" and not set(scene.lexicon.beside["real"]) & set(lower):
        fact = False
    if inside and lower[inside[0] if lower[inside[0]] != "," else inside[min(1, len(inside) - 1)]] in scene.lexicon.beside["hypothesis"]:
        fact = False
    tail = max(_particle(scene, at, s) + 1 if s.needs else 0 for s in senses)
    return Predicate(at, at, at + 1, "passive" if passive else "active", senses, fact, future, clause, tail)


def _other_negation(scene: Scene, at: int) -> bool:
    """ "nicht nur" denies nothing."""
    return at + 1 < len(scene.lower) and scene.lower[at + 1] in ("nur", "zuletzt", "allein")


def objects(scene: Scene, p: Predicate) -> list[Chunk]:
    """What stands in the clause without preposition, nearest first; for an attribute its noun."""
    if p.voice == "attribute":
        return scene.coordinated(scene.chunks[scene.chunk_at[p.at]])
    inside = [c for c in scene.chunks if c.clause == p.clause and not c.prep and not c.of and not scene.bits[c.head] & TIME]
    found = sorted(inside, key=lambda c: abs(c.head - p.at))
    return [*found, *(c for c, prep in _antecedents(scene, p.clause) if not prep)]


def subjects(scene: Scene, p: Predicate) -> list[Chunk]:
    """The same: German tells subject and object by case, which names do not show."""
    return objects(scene, p)


def phrases(scene: Scene, p: Predicate, preps: frozenset[str] | tuple[str, ...]) -> list[Chunk]:
    """The phrases of the clause that one of the prepositions governs; for an attribute those right before it."""
    if p.voice == "attribute":
        before = [c for c in scene.chunks if c.end <= p.at and c.prep in preps and c.clause == p.clause and p.at - c.end <= _FAR]
        return [c for c in before if not any(scene.bits[k] & DET for k in range(c.end, p.at))][-1:]
    found = [c for c in scene.chunks if c.clause == p.clause and c.prep in preps]
    return [*found, *(c for c, prep in _antecedents(scene, p.clause) if prep in preps)]


def _antecedents(scene: Scene, clause: int) -> list[tuple[Chunk, str]]:
    """What a relative clause is about, with the preposition before its pronoun ("der Stadtteil, aus dem ...")."""
    first = next((k for k in range(len(scene.clauses)) if scene.clauses[k] == clause and not scene.bits[k] & PUNCT), -1)
    if first < 2 or scene.lower[first - 1] != ",":
        return []
    prep = scene.lower[first] if scene.bits[first] & PREP else ""
    pronoun = first + 1 if prep else first
    if pronoun >= len(scene.bits) or not scene.bits[pronoun] & CLAUSE or not scene.bits[pronoun] & DET and scene.lower[pronoun] not in _RELATIVE or scene.chunk_at[pronoun] >= 0:
        return []
    chunk: Chunk | None = next((c for c in reversed(scene.chunks) if c.end <= first - 1), None)
    if chunk is None or chunk.end < first - 1 - _FAR:
        return []
    found = [(chunk, prep)]
    while chunk is not None and (chunk.of or chunk.link) and len(found) < _FAR:
        chunk = scene.near(chunk, -1)
        if chunk is not None:
            found.append((chunk, prep))
    return found[::-1]


_RELATIVE = frozenset(("denen", "deren", "dessen", "welche", "welcher", "welches", "welchen"))
_ = (HAVE,)
