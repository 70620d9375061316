"""What one side proposed and how it was answered: ceasefires, talks, evacuations, access for aid, exchanges.

Invariant: appeals and wishes are no proposals; an agreement or a breach is told by the words of the report.
"""

from __future__ import annotations

from collections.abc import Iterator

from belegt.read.beside.actors import is_actor, named, parties
from belegt.read.beside.finding import Finding
from belegt.read.beside.lexicon import ACTOR, AUX, CLAUSE, NEG, PRON, TIME, Sense
from belegt.read.beside.order import order
from belegt.read.beside.scene import Chunk, Noun, Predicate, Scene
from belegt.read.beside.story import Story

_INTO = {"en": ("to", "on", "for"), "de": ("auf", "gegen", "zu", "zur", "zum", "mit", "über", "in")}
_WIDE, _AFTER = 8, 7


def find(scene: Scene, story: Story, *, war: bool) -> list[Finding]:
    """The proposal claims of a sentence; ``war`` says whether the report speaks of war, so that weak words count."""
    found: list[Finding] = []
    for noun in scene.nouns:
        if noun.topic != "strong" and not (war and noun.topic == "weak") or not _proposes(scene, noun):
            continue
        what = _what(scene, noun)
        if not what:
            continue
        answers: dict[str, Finding] = {}
        for finding in (*_verbs(scene, story, noun), *_around(scene, story, noun)):
            answers.setdefault(finding.own["answer"], finding)
        if len(answers) > 1 and "made" in answers and answers["made"].rule.endswith("attribute"):
            del answers["made"]
        if not answers and (fallback := _in_being(scene, noun)) is not None:
            answers["accepted"] = fallback
        if _ends(scene, noun):
            answers = {"broken": answers["broken"]} if "broken" in answers else {}
        last = 0
        for finding in sorted(answers.values(), key=lambda f: f.end):
            finding.own["what"] = what
            if finding.start < last < finding.end - 1:
                finding.start = last
            last = finding.end
            if not any(f.own["what"] == what and f.own["answer"] == finding.own["answer"] and f.start < finding.end and finding.start < f.end for f in found):
                found.append(finding)
    found += _orders(scene)
    return sorted(found, key=lambda f: (f.start, f.end))


def _proposes(scene: Scene, noun: Noun) -> bool:
    words = scene.lexicon.proposals["words"]
    after = scene.lower[noun.end] if noun.end < len(scene.lower) else ""
    if scene.chunk_at[noun.start] < 0 or scene.chunk_at[noun.head] < 0 or after in words["not_after"] and scene.chunk_at[noun.end] == scene.chunk_at[noun.head]:
        return False
    chunk = scene.chunks[scene.chunk_at[noun.head]]
    return set(words["not_before"]).isdisjoint(scene.lower[chunk.start : noun.start])


def _what(scene: Scene, noun: Noun) -> str:
    """What is proposed; a mere "deal" is about what its sentence speaks of."""
    about = scene.lexicon.proposals["words"]["about"]
    if noun.kind != "deal":
        return noun.kind
    for what, words in about.items():
        if not set(words).isdisjoint(scene.lower):
            return str(what)
    acting = any(is_actor(scene, c) for c in scene.chunks if not c.of)
    return "other" if acting and scene.lexicon.lang == "en" else ""


def _chunk(scene: Scene, noun: Noun) -> Chunk:
    return scene.chunks[scene.chunk_at[noun.start]]


def _heads_up(scene: Scene, noun: Noun) -> list[Chunk]:
    """The phrase of the noun, and those it is a genitive of ("the implementation of the ceasefire")."""
    chunk: Chunk | None = _chunk(scene, noun)
    found: list[Chunk] = []
    while chunk is not None:
        found.append(chunk)
        if not chunk.of:
            effort = _effort(scene, chunk)
            return [*found, effort] if effort is not None else found
        chunk = scene.near(chunk, -1)
    return found


def _effort(scene: Scene, chunk: Chunk) -> Chunk | None:
    """The attempt whose aim the proposal is: "attempts at securing a truce", "efforts to revive the truce"."""
    before = scene.near(chunk, -1)
    if before is None or chunk.start - before.end not in (2, 3) or not scene.verbal[chunk.start - 1]:
        return None
    return before if scene.lower[before.head] in scene.lexicon.proposals["words"]["efforts"] else None


def _verbs(scene: Scene, story: Story, noun: Noun) -> Iterator[Finding]:
    grammar, lang = order(scene.lexicon.lang), scene.lexicon.lang
    mine = {id(c) for c in _heads_up(scene, noun)}
    for p in scene.predicates:
        for sense in p.senses:
            if sense.topic != "proposal" or sense.frame not in ("object", "subject") or not (p.fact or p.future):
                continue
            if sense.frame == "object":
                found = _done(scene, story, noun, p, sense, mine)
            else:
                found = _does(scene, noun, p, sense, mine)
            if found is not None:
                yield found
    yield from _future(scene, noun, mine)
    _ = (grammar, lang)


def _done(scene: Scene, story: Story, noun: Noun, p: Predicate, sense: Sense, mine: set[int]) -> Finding | None:
    """Somebody does it to the proposal: agreed a truce, the plan was rejected, einen Plan abgelehnt."""
    grammar, lang = order(scene.lexicon.lang), scene.lexicon.lang
    if not p.fact:
        return None
    agents = grammar.phrases(scene, p, (*scene.lexicon.beside["agent"], "between"))
    if p.voice == "attribute":
        chunk = _chunk(scene, noun)
        if id(chunk) not in mine or not chunk.start <= p.at < noun.start or not agents:
            return None
        return _answered(scene, noun, p, sense.value, parties(scene, agents), agents)
    if lang == "en" and p.voice in ("passive", "reduced"):
        if not any(id(c) in mine for c in grammar.subjects(scene, p)):
            return None
        return _answered(scene, noun, p, sense.value, parties(scene, agents), agents)
    targets = grammar.objects(scene, p) + grammar.phrases(scene, p, _INTO[lang])
    if sense.value == "accepted" and lang == "en":
        targets += grammar.phrases(scene, p, ("in",))
    if not any(id(c) in mine for c in targets):
        return None
    doers = [c for c in grammar.subjects(scene, p) if id(c) not in mine and _may_act(scene, c)]
    if lang == "de":
        doers = agents if p.voice == "passive" and agents else doers[:1]
        doers = [d for c in doers for d in scene.whole(c) if not d.prep or d in agents]
    who = parties(scene, doers)
    if not who and p.start and scene.bits[p.start - 1] & PRON:
        who = story.actor_before(scene, p.start - 1)
    return _answered(scene, noun, p, sense.value, who, doers)


def _may_act(scene: Scene, chunk: Chunk) -> bool:
    """Whether a phrase can be a party: one of the war, or somebody with a name."""
    if scene.bits[chunk.head] & (TIME | PRON):
        return False
    if scene.lexicon.lang == "de":
        return is_actor(scene, chunk) or sum(scene.words[k].capital for k in range(chunk.start, chunk.end)) > 1
    return is_actor(scene, chunk) or any(scene.words[k].capital for k in range(max(1, chunk.start), chunk.end))


def _ends(scene: Scene, noun: Noun) -> bool:
    """Whether the words speak of its end: "declared the end of the ceasefire"."""
    return any(scene.lower[c.head] in _breaches(scene) for c in _heads_up(scene, noun)[1:])


def _answered(scene: Scene, noun: Noun, p: Predicate, answer: str, who: str, chunks: list[Chunk]) -> Finding:
    brokers = scene.lexicon.proposals["words"]["brokers"]
    side = "proposer" if answer == "made" or scene.lower[p.at] in brokers else "answered_by"
    chunk = _chunk(scene, noun)
    near = [c for c in chunks if c.end <= chunk.start and chunk.start - c.end < 14 or c.start >= chunk.end and c.start - p.end < 3]
    start = min([p.start, chunk.start, *(c.start for c in near)])
    end = max([p.end, p.tail, noun.end, *(c.end for c in near)])
    own = {"what": "", "proposer": "", "answer": answer, "answered_by": ""} | {side: who}
    if not own["proposer"]:
        own["proposer"] = _proposer(scene, noun, who)
    if answer in ("accepted", "broken") and not own["answered_by"]:
        own["answered_by"] = _between(scene, noun)
    return Finding("proposal", start, end, f"{answer}:{p.voice}", noun.head, own, lasting=True)


def _proposer(scene: Scene, noun: Noun, who: str) -> str:
    """Who proposed it, by its attribute: "UN-brokered", "von der Uno vorgelegten", "proposed by Russia"."""
    chunk, words = _chunk(scene, noun), scene.lexicon.proposals["words"]
    for k in range(chunk.start, noun.start):
        low = scene.lower[k]
        first, dash, last = low.rpartition("-")
        if dash and last in words["brokered"]:
            return scene.sentence.words[k][: len(first)]
        if low in words["brokered"] and k > chunk.start:
            if scene.lexicon.lang == "en":
                return scene.says(chunk.start + (scene.lower[chunk.start] in ("a", "an", "the")), k)
        if low in words["brokered"] and scene.lexicon.lang == "de":
            before = [c for c in scene.chunks if c.end <= k and c.prep in scene.lexicon.beside["agent"] and k - c.end < 4]
            if before:
                first_party = scene.chunk_at[before[-1].start]
                text = parties(scene, [c for c in before if c.start >= scene.chunks[first_party].start])
                joined = [c for c in before if c.clause == before[-1].clause]
                return parties(scene, joined) if joined else text
    return ""


def _does(scene: Scene, noun: Noun, p: Predicate, sense: Sense, mine: set[int]) -> Finding | None:
    """The proposal does it itself: took effect, is holding, collapsed."""
    grammar = order(scene.lexicon.lang)
    if p.voice not in ("active", "passive") or not any(id(c) in mine for c in grammar.subjects(scene, p)):
        return None
    words = scene.lexicon.proposals
    after = scene.lower[p.end : p.end + 3]
    if sense.value == "accepted" and scene.lexicon.lang == "en":
        if scene.lower[p.at].startswith(("take", "took", "come", "came", "enter", "remain", "go", "went")) and set(words["accepted"]["subject_object"]).isdisjoint(after):
            return None
        if not p.fact:
            return _answered(scene, noun, p, "made", _speaker(scene, p), []) if p.future else None
    if not p.fact:
        return None
    return _answered(scene, noun, p, sense.value, _between(scene, noun), [])


def _speaker(scene: Scene, p: Predicate) -> str:
    """Who says that it will begin."""
    clause = scene.clauses[p.start]
    said = next((k for k in range(p.start - 1, -1, -1) if scene.lower[k] in ("said", "announced", "says", "agreed", "declared")), -1)
    if said < 0 or clause - scene.clauses[said] > 1:
        return ""
    q = Predicate(said, said, said + 1, "active", (), clause=scene.clauses[said])
    return parties(scene, order(scene.lexicon.lang).subjects(scene, q))


def _future(scene: Scene, noun: Noun, mine: set[int]) -> Iterator[Finding]:
    """Scheduled: talks will kick off, a ceasefire is due to begin, die nächste Runde beginne im Mai."""
    words = scene.lexicon.proposals
    chunk = _chunk(scene, noun)
    if scene.lexicon.lang == "de":
        for k in range(len(scene.lower)):
            if scene.clauses[k] == chunk.clause and scene.lower[k] in words["made"]["future"] and not (chunk.prep and not chunk.of):
                near = scene.lower[max(0, k - 12) : k + 1]
                if scene.lower[k].endswith("e") or not set(near).isdisjoint(("soll", "sollen", "werden", "wird", "sollte", "sollten")):
                    p = Predicate(k, k, k + 1, "active", (), clause=chunk.clause)
                    yield _answered(scene, noun, p, "made", "", [])
        return
    if chunk.prep and not chunk.of and scene.lower[min(chunk.end, len(scene.lower) - 1)] not in words["words"]["start"]:
        return
    for k in range(noun.end, min(len(scene.lower), noun.end + _WIDE)):
        if scene.clauses[k] != chunk.clause:
            break
        if scene.lower[k] in words["made"]["future"] and scene.lower[k - 1] in ("will", "would", "to") or scene.lower[k] in ("begin", "start", "resume") and scene.lower[k - 1] in ("to", "will", "would"):
            if scene.lower[k - 1] == "to" and set(words["words"]["start"]).isdisjoint(scene.lower[noun.end : k]):
                continue
            p = Predicate(k, k, k + 1, "active", (), clause=chunk.clause)
            found = _answered(scene, noun, p, "made", _speaker(scene, Predicate(chunk.start, chunk.start, chunk.start + 1, "active", ())), [])
            found.own["proposer"] = found.own["proposer"] or _proposer(scene, noun, "")
            yield found
            break


def _around(scene: Scene, story: Story, noun: Noun) -> Iterator[Finding]:
    """Words beside the noun: despite a truce, a breach of the truce, under a deal, in force."""
    words, lang = scene.lexicon.proposals["words"], scene.lexicon.lang
    for chunk in _heads_up(scene, noun):
        if noun.kind in ("ceasefire", "deal") and chunk.prep in words["despite"] or noun.kind == "ceasefire" and chunk.start and scene.lower[chunk.start - 1] in words["despite"]:
            found = _beside(scene, noun, "broken", max(0, chunk.start - 1), noun.end)
            found.own["answered_by"] = _violator(scene, chunk.start)
            yield found
        breach = any(s.frame == "breach" for k in range(chunk.start, chunk.end) for s in scene.words[k].senses) or any(scene.lower[k] in _breaches(scene) for k in range(chunk.start, chunk.end))
        if breach and not any(scene.bits[k] & NEG for k in range(chunk.start, chunk.end)):
            yield _beside(scene, noun, "broken", chunk.start, noun.end)
        for answer, nouns in words["acts"].items():
            if scene.lower[chunk.head] in nouns and chunk.head != noun.head:
                yield _beside(scene, noun, answer, chunk.start, noun.end)
    chunk = _chunk(scene, noun)
    if chunk.prep in words["breach_of"] and lang == "de":
        before = scene.near(chunk, -1)
        if before is not None and scene.lower[before.head] in _breaches(scene):
            yield _beside(scene, noun, "broken", before.start, noun.end)
    if chunk.prep in words["under"] and chunk.prep not in ("following", "after", "nach") and noun.kind in ("deal", "evacuation", "other", "ceasefire") and not chunk.of and lang == "en":
        yield _beside(scene, noun, "accepted", chunk.start - 1, noun.end)
    for phrase in scene.nouns:
        if phrase.topic == "proposal:place" and phrase.start >= noun.end and scene.clauses[phrase.start] == scene.clauses[noun.head] and phrase.start - noun.end < _AFTER and not scene.bits[phrase.start - 1] & NEG:
            yield _beside(scene, noun, "accepted", chunk.start, phrase.end)
            break
    _ = story


def _violator(scene: Scene, at: int) -> str:
    """Who struck despite it: "killed in Syrian regime shelling despite a truce"."""
    for chunk in reversed(scene.chunks):
        if chunk.end > at or not any(s.topic == "facility" and s.frame == "noun" for s in scene.words[chunk.head].senses):
            continue
        last = next((k for k in range(chunk.head - 1, chunk.start - 1, -1) if scene.bits[k] & ACTOR), -1)
        if last >= 0:
            return scene.says(chunk.start, last + 1)
        following = scene.near(chunk, 1)
        if following is not None and following.prep in scene.lexicon.beside["agent"] and is_actor(scene, following):
            return named(scene, following)
    return ""


def _breaches(scene: Scene) -> frozenset[str]:
    return frozenset(w.lstrip("-") for line in scene.lexicon.proposals["words"]["breach"] for w in line.split("|"))


def _in_being(scene: Scene, noun: Noun) -> Finding | None:
    """One that somebody brokered, that two sides have, or after which things happen: it was agreed."""
    chunk, words = _chunk(scene, noun), scene.lexicon.proposals["words"]
    if noun.topic != "strong" or chunk.of or any(scene.bits[k] & NEG for k in range(max(0, chunk.start - 2), chunk.end)):
        return None
    found = _beside(scene, noun, "accepted", chunk.start, noun.end)
    settled = chunk.prep in words["settled"] and (noun.kind == "ceasefire" or bool(found.own["answered_by"]))
    return found if settled or found.own["proposer"] and chunk.prep in ("", *words["settled"], *words["under"]) else None


def _beside(scene: Scene, noun: Noun, answer: str, start: int, end: int) -> Finding:
    own = {"what": "", "proposer": _proposer(scene, noun, ""), "answer": answer, "answered_by": _between(scene, noun) if answer == "accepted" else ""}
    return Finding("proposal", start, end, f"{answer}:beside", noun.head, own, lasting=True)


def _between(scene: Scene, noun: Noun) -> str:
    """ "between Russia and Turkey", "zwischen Regierung und Rebellen"."""
    words = scene.lexicon.proposals["words"]["between"]
    for chunk in scene.chunks:
        if chunk.prep in words and noun.end <= chunk.start <= noun.end + 8 and scene.clauses[chunk.start] == scene.clauses[noun.head]:
            return parties(scene, scene.coordinated(chunk))
    return ""


def _orders(scene: Scene) -> Iterator[Finding]:
    """Somebody orders people to leave: "ordered civilians to evacuate the town"."""
    if scene.lexicon.lang != "en":
        return
    for p in scene.predicates:
        if p.fact and p.voice == "active" and any(s.frame == "order" for s in p.senses):
            at = next((k for k in range(p.end, min(len(scene.lower), p.end + _AFTER)) if scene.lower[k] in ("evacuate", "leave") and scene.lower[k - 1] == "to"), -1)
            doers = [c for c in order("en").subjects(scene, p) if is_actor(scene, c)]
            if at > 0 and doers:
                own = {"what": "evacuation", "proposer": named(scene, doers[0]), "answer": "made", "answered_by": ""}
                yield Finding("proposal", doers[0].start, at + 1, "made:order", at, own, lasting=True)


_ = (AUX, CLAUSE)
