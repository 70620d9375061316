"""What became of civilian facilities: struck, damaged, destroyed, out of service, working, restored (R18).

Invariant: a facility is the target itself, never its neighbour or a man inside; one used as a base is none.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from belegt.read.beside.actors import is_actor, named
from belegt.read.beside.finding import Finding
from belegt.read.beside.lexicon import ADV, AUX, CLAUSE, DET, NEG, NUM, PUNCT, TIME, Sense
from belegt.read.beside.order import order
from belegt.read.beside.scene import Chunk, Noun, Predicate, Scene

_INTO = {"en": frozenset(("in", "on", "into", "onto", "at", "inside", "through", "against", "upon", "over", "to")), "de": frozenset(("in", "im", "ins", "auf", "aufs", "am", "an", "bei", "beim"))}
_ON = {"en": frozenset(("on", "against", "at", "of", "upon", "to", "targeting")), "de": frozenset(("auf", "aufs", "gegen", "von", "am", "an"))}
_IN = {"en": frozenset(("in", "at", "inside", "on")), "de": frozenset(("in", "im", "auf", "am"))}
_TO = {"en": frozenset(("to", "at", "in")), "de": frozenset(("an", "am", "bei"))}
_BETWEEN = 4
_AFTER = 9
_RANK = ("restored", "out_of_service", "destroyed", "damaged", "hit", "working")
_OR = frozenset(("or", "oder"))


def find(scene: Scene, *, violent: bool = True) -> list[Finding]:
    """The facility claims of a sentence, one for each facility in it.

    ``violent`` says whether the report speaks of violence; elsewhere nothing is struck and closing means nothing.
    """
    nouns = [n for n in scene.nouns if n.topic == "facility" and _civilian(scene, n)]
    if not nouns:
        return []
    found: dict[int, Finding] = {}
    for finding in (*_done_to(scene, nouns), *_named_by(scene, nouns), *_phrased(scene, nouns), *_supplied(scene, nouns)):
        at = finding.at
        if not violent and finding.own["status"] not in ("damaged", "destroyed"):
            continue
        if at not in found or _outranks(scene, finding, found[at]):
            found[at] = finding
    return [found[at] for at in sorted(found)]


def _outranks(scene: Scene, new: Finding, old: Finding) -> bool:
    a, b = new.own["status"], old.own["status"]
    if {a, b} == {"damaged", "destroyed"} and not _OR.isdisjoint(scene.lower):
        return a == "damaged"
    return _RANK.index(a) < _RANK.index(b)


def _civilian(scene: Scene, noun: Noun) -> bool:
    """Whether a noun for a facility names one here, and no base, organisation or place name."""
    words = scene.lexicon.facilities["words"]
    chunk = scene.chunks[scene.chunk_at[noun.head]] if scene.chunk_at[noun.head] >= 0 else None
    if chunk is None or scene.verbal[noun.head]:
        return False
    before = [scene.lower[k] for k in range(chunk.start, noun.start)]
    if not set(words["military"]).isdisjoint(before) and noun.kind not in ("hospital", "mosque", "church", "market"):
        return False
    if not _heads(scene, noun, chunk, words["same"]):
        return False
    after = scene.lower[noun.end : noun.end + _AFTER]
    if not set(words["base"]).isdisjoint(after) and not set(words["uses"]).isdisjoint(after):
        return False
    return _is_camp(scene, noun, before) if noun.kind == "camp" else not _is_bare(scene, noun, chunk)


def _heads(scene: Scene, noun: Noun, chunk: Chunk, same: list[str]) -> bool:
    """Whether the noun is the head of its phrase: "school", not "school bus"; plurals are no modifiers."""
    if scene.lexicon.lang == "de":
        return True
    at = noun.end
    while at < chunk.end and scene.lower[at] in same:
        at += 1
    if at >= chunk.end or scene.lower[noun.head].endswith("s") and scene.lower[at] not in ("'s", "’s"):
        return True
    if scene.lower[at] in ("'s", "’s"):
        return at + 1 < chunk.end and scene.lower[at + 1] in scene.lexicon.facilities["words"]["parts"]
    following = scene.words[at]
    strikes = any(s.frame in ("noun", "blast") for s in following.senses)
    return bool(scene.bits[at] & (TIME | NUM)) or strikes or (following.capital and not scene.words[noun.head].capital) or _joins_list(scene, at, chunk)


def _joins_list(scene: Scene, at: int, chunk: Chunk) -> bool:
    """A list without commas: "a school a bakery and a castle", "hospitals aid workers and bakeries"."""
    return any(n.start == at for n in scene.nouns if n.topic == "facility") and at < chunk.end


def _is_camp(scene: Scene, noun: Noun, before: list[str]) -> bool:
    """A camp of refugees or displaced people: it says so, has a name, or the report speaks of them."""
    if scene.lexicon.lang == "de" and scene.lower[noun.head] not in ("lager", "lagers", "lagern", "camp", "camps"):
        return True
    words = scene.lexicon.facilities["words"]["camps"]
    if not set(words).isdisjoint(before) or not set(words).isdisjoint(scene.lower[noun.end : noun.end + 4]):
        return True
    text = scene.text.lower()
    return any(word in text for word in ("refugee", "displaced", "idp", "flüchtling", "vertrieben"))


def _is_bare(scene: Scene, noun: Noun, chunk: Chunk) -> bool:
    """ "at home", "in hospital", "zu Hause": the noun stands alone and names a state rather than a house."""
    lower = scene.lower
    if scene.lexicon.lang == "de":
        return lower[noun.head] in ("haus", "hauses", "hause") and noun.start == chunk.start and lower[noun.start - 1 : noun.start] in (["zu"], ["nach"], ["von"])
    if noun.end - noun.start > 1:
        return False
    if lower[noun.head] == "house" and scene.words[noun.head].capital and noun.start > 0:
        return True
    return lower[noun.head] in scene.lexicon.facilities["words"]["bare"] and noun.start == chunk.start


def _in(chunks: Iterable[Chunk], scene: Scene, nouns: list[Noun], prep: frozenset[str] = frozenset()) -> Iterator[tuple[Noun, Chunk]]:
    """The facilities that the phrases name, themselves or as what they are parts of ("dozens of houses")."""
    parts = scene.lexicon.facilities["words"]["parts"]
    for chunk in chunks:
        inside = [n for n in nouns if chunk.start <= n.head < chunk.end]
        if inside:
            yield from ((n, chunk) for n in inside)
        elif scene.lower[chunk.head] in parts or scene.bits[chunk.head] & NUM:
            for other in scene.genitives(chunk) or _partitive(scene, chunk):
                found = [n for n in nouns if other.start <= n.head < other.end]
                yield from ((n, chunk) for n in found)
                if found or scene.lower[other.head] not in parts:
                    break


def _partitive(scene: Scene, chunk: Chunk) -> list[Chunk]:
    """German "Dutzende von Häusern"."""
    following = scene.near(chunk, 1)
    return [following] if following is not None and following.prep in ("von", "vom") and following.start - chunk.end <= 1 else []


def _done_to(scene: Scene, nouns: list[Noun]) -> Iterator[Finding]:
    """Verbs: a shell hit the school, the school was hit, the destroyed school."""
    for p in scene.predicates:
        if not p.fact:
            continue
        for sense in p.senses:
            if sense.topic == "facility" and _has(scene, p, sense) and not _reflexive(scene, p, sense):
                for noun, chunk in _in(_targets(scene, p, sense), scene, nouns):
                    if sense.frame != "attribute" and p.voice != "attribute" or p.at < noun.head and _apt(scene, p, sense):
                        yield _finding(scene, p, sense.value, noun, chunk)


def _reflexive(scene: Scene, p: Predicate, sense: Sense) -> bool:
    words = scene.lexicon.facilities["words"]["reflexive"]
    return bool(words) and sense.value == "out_of_service" and any(scene.lower[k] in words for k in range(len(scene.lower)) if scene.clauses[k] == p.clause)


def _apt(scene: Scene, p: Predicate, sense: Sense) -> bool:
    """Only participles are attributes of what something was done to: "bombed houses", no "bomb houses"."""
    return sense.frame == "attribute" or scene.lexicon.lang == "de" or scene.lower[p.at].endswith("ed")


def _has(scene: Scene, p: Predicate, sense: Sense) -> bool:
    """Whether the second word of an English idiom stands behind the verb: "set fire to", "reduced to rubble"."""
    if not sense.needs or scene.lexicon.lang == "de":
        return True
    return sense.needs in scene.lower[p.end : p.end + _AFTER + 6]


def _targets(scene: Scene, p: Predicate, sense: Sense) -> list[Chunk]:
    grammar, lang = order(scene.lexicon.lang), scene.lexicon.lang
    if sense.frame == "landing":
        weapons = scene.lexicon.facilities["words"]["weapons"]
        armed = any(low in weapons or low.endswith(("granate", "granaten", "bombe", "bomben")) for low in scene.lower)
        return grammar.phrases(scene, p, _INTO[lang]) if armed else []
    if sense.frame not in ("object", "subject", "attribute"):
        return []
    if p.voice == "attribute":
        return scene.coordinated(scene.chunks[scene.chunk_at[p.at]]) if scene.chunk_at[p.at] >= 0 else []
    if sense.frame == "attribute":
        return []
    if sense.frame == "subject" or p.voice in ("passive", "reduced"):
        return grammar.subjects(scene, p)
    found = grammar.objects(scene, p)
    return found + grammar.phrases(scene, p, ("to",)) if sense.needs and lang == "en" else found


def _finding(scene: Scene, p: Predicate, status: str, noun: Noun, chunk: Chunk) -> Finding:
    start, end = min(p.start, chunk.start), max(p.end, p.tail, noun.end)
    grammar = order(scene.lexicon.lang)
    by: tuple[str, ...] = ()
    if p.voice in ("passive", "reduced"):
        agents = [c for c in grammar.phrases(scene, p, scene.lexicon.beside["agent"]) if is_actor(scene, c)]
        by = tuple(named(scene, c) for c in agents[:1])
        end = max([end, *(c.end for c in agents[:1] if c.start <= end + 2)])
    elif p.voice == "active":
        doers = [c for c in grammar.subjects(scene, p) if c is not chunk and is_actor(scene, c)]
        by = tuple(named(scene, c) for c in doers[:1])
        start = min([start, *(c.start for c in doers[:1] if c.end >= start - 3)])
    return Finding("facility", start, end, f"{status}:{p.voice}", noun.head, _own(scene, noun, status), by)


def _own(scene: Scene, noun: Noun, status: str) -> dict[str, str]:
    return {"facility": noun.kind, "status": status, "name": _name(scene, noun)}


def _name(scene: Scene, noun: Noun) -> str:
    """The proper name of a facility: capitals before the noun ("Abu Assi school"), in German in or behind it."""
    words = scene.sentence.words
    if scene.lexicon.lang == "de":
        word = words[noun.head]
        if "-" in word and word[:1].isupper() and word.rsplit("-", 1)[0][-1:] != "":
            return word
        following = words[noun.end] if noun.end < len(words) and scene.chunk_at[noun.end] == scene.chunk_at[noun.head] else ""
        return f"{word} {following}" if following[:1].isupper() else ""
    at = noun.start
    while at > 0 and scene.chunk_at[at - 1] == scene.chunk_at[noun.head] and scene.words[at - 1].capital and not scene.bits[at - 1] & (DET | TIME | NUM):
        at -= 1
    if at == noun.start or at == 0 and noun.start == 1:
        return ""
    adjective = noun.start - at == 1 and scene.lower[at].endswith(("an", "ish", "ese", "ian", "i"))
    return "" if adjective else scene.says(at, noun.end)


def _named_by(scene: Scene, nouns: list[Noun]) -> Iterator[Finding]:
    """Nouns: an attack on the school, a market bombing, damage to houses."""
    lang = scene.lexicon.lang
    for at, word in enumerate(scene.words):
        number = scene.chunk_at[at]
        if not word.senses or number < 0 or scene.verbal[at]:
            continue
        chunk = scene.chunks[number]
        if any(scene.bits[k] & NEG for k in range(chunk.start, at)) or chunk.start and scene.bits[chunk.start - 1] & NEG:
            continue
        for sense in word.senses:
            preps = {"noun": _ON, "blast": _IN, "harm": _TO}.get(sense.frame)
            if sense.topic != "facility" or preps is None:
                continue
            for noun, target in _in(_aimed(scene, chunk, at, preps[lang]), scene, nouns):
                yield Finding("facility", chunk.start, max(noun.end, chunk.end), f"{sense.value}:{sense.frame}", noun.head, _own(scene, noun, sense.value), _strikers(scene, chunk, target))
            if lang == "en" and sense.frame != "harm" and word.lower not in ("strike", "strikes", "fire", "fires"):
                for noun in (n for n in nouns if n.end == at and chunk.start <= n.start):
                    yield Finding("facility", chunk.start, at + 1, f"{sense.value}:compound", noun.head, _own(scene, noun, sense.value))


def _aimed(scene: Scene, chunk: Chunk, at: int, preps: frozenset[str]) -> list[Chunk]:
    """The phrases behind a strike that its prepositions govern, past those that say who struck and where."""
    if at < chunk.head and not all(scene.bits[k] & TIME for k in range(at + 1, chunk.end)):
        return []
    found: list[Chunk] = []
    lang = scene.lexicon.lang
    other, last = scene.near(chunk, 1), chunk
    for _ in range(_BETWEEN):
        if other is None or other.clause != chunk.clause or _parted(scene, last.end, other.start):
            break
        if lang == "de" and any(scene.bits[k] & ADV and not scene.bits[k] & TIME for k in range(last.end, other.start)):
            break
        german_genitive = other.of and lang == "de" and last is chunk
        direct = other.of and "of" in preps and (last is chunk or last.of)
        if other.prep in preps or direct or (german_genitive and "auf" in preps):
            found += scene.coordinated(other)
            if not other.of:
                break
        elif found or other.link and not other.prep:
            break
        last, other = other, scene.near(other, 1)
    return found


def _parted(scene: Scene, start: int, end: int) -> bool:
    """Whether a verb or a mark stands between two phrases."""
    burning = scene.lexicon.facilities["words"]["burning"]
    return any(scene.verbal[k] and scene.lower[k] not in burning or scene.bits[k] & (CLAUSE | AUX | PUNCT) and not scene.bits[k] & (ADV | DET) for k in range(start, end))


def _strikers(scene: Scene, chunk: Chunk, target: Chunk) -> tuple[str, ...]:
    """Who struck: "an attack by rebels on", "durch die Polizei"."""
    agents = scene.lexicon.beside["agent"]
    for other in scene.chunks[scene.chunk_at[chunk.start] : scene.chunk_at[target.start] + 3]:
        if other.prep in agents and other.clause == chunk.clause and is_actor(scene, other):
            return (named(scene, other),)
    return ()


def _phrased(scene: Scene, nouns: list[Noun]) -> Iterator[Finding]:
    """Fixed phrases: the hospital is out of service, back in operation."""
    for phrase in scene.nouns:
        if phrase.topic != "facility:phrase":
            continue
        clause = scene.clauses[phrase.start]
        near = [n for n in nouns if scene.clauses[n.head] == clause and n.end <= phrase.start] or [n for n in nouns if scene.clauses[n.head] == clause]
        if near and not (phrase.kind == "working" and any(scene.bits[k] & NEG for k in range(max(0, phrase.start - 2), phrase.start))):
            noun = min(near, key=lambda n: abs(n.head - phrase.start))
            start, end = min(noun.start, phrase.start), max(noun.end, phrase.end)
            yield Finding("facility", start, end, f"{phrase.kind}:phrase", noun.head, _own(scene, noun, phrase.kind))


def _supplied(scene: Scene, nouns: list[Noun]) -> Iterator[Finding]:
    """Water and power: cut off, failed, "without electricity"."""
    for noun in nouns:
        if noun.kind not in ("water", "power"):
            continue
        clause = scene.clauses[noun.head]
        for at, word in enumerate(scene.words):
            frames = {s.frame for s in word.senses if s.topic == "facility"}
            if "without" in frames and 0 < noun.start - at <= 2 or "utility" in frames and scene.clauses[at] == clause and abs(at - noun.head) <= _AFTER:
                start, end = min(at, noun.start), max(at + 1, noun.end)
                yield Finding("facility", start, end, "out_of_service:supply", noun.head, _own(scene, noun, "out_of_service"))
                break
