"""Who holds, took or lost an area: verbs of taking, "rebel-held", "under the control of", strongholds.

Invariant: an area is a place, and one side of the change is named; wishes, battles and sieges change nothing.
"""

from __future__ import annotations

from collections.abc import Iterator

from belegt.read.beside.actors import holder, is_actor, named, nominative
from belegt.read.beside.finding import Finding
from belegt.read.beside.lexicon import ACTOR, ADV, AREA, AUX, BE, CLAUSE, DET, HELD, NEG, PARTLY, PREP, PRON, TIME
from belegt.read.beside.order import order
from belegt.read.beside.scene import Chunk, Predicate, Scene
from belegt.read.beside.story import Story

_IN = frozenset(("in", "im", "on", "of", "outside", "near", "including"))
_FEW, _FAR = 5, 8
_SIDES = frozenset(("osten", "westen", "norden", "süden", "zentrum", "ostteil", "westteil"))
_POSSESSIVE = frozenset(("his", "its", "their", "her", "seine", "ihre", "seinen", "ihren"))
_SHARES = frozenset(("percent", "half", "most", "rest", "all", "majority"))


def find(scene: Scene, story: Story) -> list[Finding]:
    """The control claims of a sentence, one for each area and change in it."""
    found: dict[tuple[str, str, str], Finding] = {}
    spans: list[tuple[int, int]] = []
    for finding in (*_verbs(scene, story), *_acts(scene, story), *_in_control(scene, story), *_held(scene, story), *_strongholds(scene, story)):
        key = (finding.own["area"].lower(), finding.own["change"], finding.own["holder"])
        if key not in found and not any(a < finding.end and finding.start < b and (a, b) != (finding.start, finding.end) and finding.rule.startswith(("holds:stronghold", "holds:back")) for a, b in spans):
            found[key] = finding
            spans.append((finding.start, finding.end))
    return sorted(found.values(), key=lambda f: (f.start, f.end))


class Area:
    """An area as written, and the tokens it takes."""

    __slots__ = ("end", "named", "plural", "start", "text")

    def __init__(self, text: str, start: int, end: int, *, named: bool, plural: bool = False) -> None:
        self.text = text
        self.start, self.end, self.named, self.plural = start, end, named, plural


def area_of(scene: Scene, chunk: Chunk, story: Story, first: int | None = None) -> Area | None:
    """The area that a phrase names from token ``first`` on, with its genitives and "in X"; None when it is no place."""
    start = chunk.start if first is None else first
    while start < chunk.end - 1 and scene.bits[start] & DET:
        start += 1
    if start >= chunk.end:
        return None
    head, words = chunk.head, scene.lexicon.control
    if any(scene.lower[k] in words["not_after"] for k in range(start, chunk.end)):
        return None
    last = _with_attributes(scene, chunk, story)
    noun = _is_area(scene, chunk, start)
    pronoun = bool(scene.bits[head] & PRON) and not scene.sentence.words[head].isupper()
    if pronoun and scene.lower[head] not in words["back"]:
        return None
    if pronoun or noun and not _has_name(scene, story, start, last):
        return _told_before(scene, story, chunk, start, last)
    if noun:
        return Area(_worded(scene, chunk, start, last), start, last, named=True)
    if is_actor(scene, chunk) or not scene.words[head].capital:
        return None
    if not story.names_place(scene, start, chunk.end) and (scene.lexicon.lang == "de" or head > start):
        return None
    return Area(_worded(scene, chunk, start, last), start, last, named=True)


def _is_area(scene: Scene, chunk: Chunk, start: int) -> bool:
    """Whether the noun of a phrase is one for areas: "the town", "the town X", "dozens of towns"."""
    at = next((k for k in range(start, chunk.end) if scene.bits[k] & AREA), -1)
    if at >= 0:
        return bool(scene.bits[chunk.head] & AREA) or all(scene.words[k].capital or scene.lower[k].endswith("ed") or scene.lower[k] == "long" or scene.bits[k] & TIME for k in range(at + 1, chunk.end))
    if scene.lower[chunk.head] not in scene.lexicon.control["amounts"]:
        return False
    return any(scene.bits[c.head] & AREA for c in scene.genitives(chunk)[:1])


def _worded(scene: Scene, chunk: Chunk, start: int, last: int) -> str:
    head = nominative(scene, Chunk(start, chunk.end, chunk.head)) if scene.lexicon.lang == "de" else scene.says(start, chunk.end)
    return f"{head} {scene.says(chunk.end, last)}" if last > chunk.end else head


def _with_attributes(scene: Scene, chunk: Chunk, story: Story) -> int:
    """Where the phrase ends with its genitives and the places it lies in."""
    last, end = chunk, chunk.end
    while end < len(scene.bits) and scene.bits[end - 1] & TIME:
        end -= 1
    for other in scene.chunks[scene.chunk_at[chunk.start] + 1 :]:
        joins = other.of or (other.prep in _IN or other.prep == "von" and not is_actor(scene, other)) and other.clause == chunk.clause
        if not joins or other.start - last.end > 2 or any(scene.bits[k] & TIME for k in range(other.start, other.end)):
            break
        if any(scene.verbal[k] for k in range(last.end, other.start)):
            break
        if not other.of and (not _has_name(scene, story, other.start, other.end) or _has_name(scene, story, chunk.start, end)):
            break
        last, end = other, other.end
    return end


def _has_name(scene: Scene, story: Story, start: int, end: int) -> bool:
    if scene.lexicon.lang == "de":
        return story.names_place(scene, start, end)
    return any(scene.words[k].capital and k > 0 and not scene.bits[k] & (ACTOR | TIME) for k in range(start, end))


def _told_before(scene: Scene, story: Story, chunk: Chunk, start: int, last: int) -> Area | None:
    """An area without name: the place that the sentence is about; only a plural needs none ("several positions")."""
    at = next((k for k in range(start, chunk.end) if scene.bits[k] & AREA), chunk.head)
    lower = scene.lower[at]
    german = scene.lexicon.lang == "de"
    subject = _of_copula(scene, story, chunk)
    if subject is not None:
        return Area(_worded(scene, subject, subject.start, subject.end), start, last, named=True)
    inner = scene.genitives(chunk)[:1]
    if inner and not german and not scene.bits[chunk.head] & PRON and scene.lower[inner[0].head] in scene.lexicon.control["back"]:
        place = story.place(scene, inner[0].start, inner[0].end)
        return Area(f"{scene.says(start, chunk.end)} of {place}" if place else scene.says(start, last), start, last, named=bool(place))
    plural = not scene.bits[chunk.head] & PRON and (lower not in scene.lexicon.control["back"] if german else lower.endswith("s") or lower in _SHARES)
    if plural:
        return Area(scene.says(start, last), start, last, named=False, plural=True)
    place = story.place(scene, chunk.start, chunk.end)
    text = place or (_worded(scene, chunk, start, last) if german and (last > chunk.end or lower in _SIDES) else "")
    return Area(text, start, last, named=False) if text else None


def _of_copula(scene: Scene, story: Story, chunk: Chunk) -> Chunk | None:
    """The place that "X is a town (held by)" speaks of: the named subject before the verb to be."""
    before = chunk.start - 1
    while before > 0 and scene.bits[before] & ADV:
        before -= 1
    if before < 1 or not scene.bits[before] & BE or scene.bits[chunk.head] & PRON:
        return None
    for other in reversed(scene.chunks):
        if other.end <= before and not other.prep and not other.of and not scene.bits[other.head] & PRON:
            return other if story.names_place(scene, other.start, other.end) or scene.lexicon.lang == "de" and other.start == 0 and other.end - other.start > 1 else None
    return None


def _areas(scene: Scene, chunks: list[Chunk], story: Story) -> list[tuple[Chunk, Area]]:
    found = []
    for chunk in chunks:
        area = area_of(scene, chunk, story)
        if area is not None:
            found.append((chunk, area))
    return sorted(found, key=lambda row: not row[1].named) if scene.lexicon.lang == "de" else found


def _party(scene: Scene, chunks: list[Chunk], story: Story, area: Area | None = None) -> tuple[str, Chunk | None]:
    """The party among the phrases; a pronoun is the party told last."""
    for chunk in chunks:
        if area is not None and chunk.start < area.end and area.start < chunk.end:
            continue
        if is_actor(scene, chunk):
            own = scene.lower[chunk.start] in _POSSESSIVE and story.actor_before(scene, chunk.start)
            return own or named(scene, chunk), chunk
    for chunk in chunks:
        if scene.bits[chunk.head] & PRON and not scene.words[chunk.head].capital or scene.lower[chunk.start] in ("its", "their", "his", "ihre", "seine"):
            return story.actor_before(scene, chunk.start), chunk
    return "", None


def _verbs(scene: Scene, story: Story) -> Iterator[Finding]:
    for p in scene.predicates:
        if not p.fact:
            continue
        for sense in p.senses:
            if sense.topic != "control":
                continue
            if sense.frame in ("object", "attribute") and sense.value != "split":
                found = _taken(scene, story, p, sense.value)
            elif sense.frame == "object":
                found = _split(scene, story, p)
            elif sense.frame == "drive":
                found = _driven(scene, story, p)
            elif sense.frame == "from":
                found = _left(scene, story, p)
            elif sense.frame == "fall":
                found = _fallen(scene, story, p)
            else:
                continue
            if found is not None:
                yield found
                break


def _taken(scene: Scene, story: Story, p: Predicate, change: str) -> Finding | None:
    """X seized A, A was seized by X, A held by X, the captured A."""
    grammar, lexicon = order(scene.lexicon.lang), scene.lexicon
    if p.voice == "attribute":
        agents = grammar.phrases(scene, p, lexicon.beside["agent"])
        if lexicon.lang == "en" or not agents:
            return None
        change = "taken" if scene.lower[p.at] in lexicon.control.get("held_taken", ()) else "holds" if scene.bits[p.at] & HELD else change
        chunk = scene.chunks[scene.chunk_at[p.at]]
        area = area_of(scene, chunk, story, p.at + 1)
        if area is not None and not area.named:
            return None
        who, by = _party(scene, agents, story)
        return _finding(scene, (change, "attribute"), area, who, p, by)
    if p.voice in ("passive", "reduced") and (lexicon.lang == "en" or grammar.phrases(scene, p, lexicon.beside["agent"])):
        subjects = grammar.subjects(scene, p)
        if p.voice == "reduced":
            subjects = sorted(reversed(subjects), key=lambda c: not _is_area(scene, c, c.start))
        areas = _areas(scene, subjects, story)
        who, by = _party(scene, grammar.phrases(scene, p, lexicon.beside["agent"]), story)
        if not who and p.voice == "passive" and change == "taken" and areas:
            found = _finding(scene, (change, p.voice), areas[0][1], "?", p)
            if found is not None:
                found.own |= {"holder": "", "from_holder": _from(scene, p, found)}
            return found if found is not None and found.own["from_holder"] else None
        if p.voice == "reduced" and not who:
            return None
        if p.voice == "reduced" and scene.bits[p.at] & HELD:
            change = "holds"
        if change == "holds" and not set(lexicon.control["former"]).isdisjoint(scene.lower[max(0, p.start - 2) : p.at]):
            change = "lost"
        if p.voice == "reduced" and areas and not areas[0][1].named and scene.lower[areas[0][1].end - 1] in lexicon.control["vague"]:
            return None
    else:
        if lexicon.lang == "en" and scene.lower[p.at].startswith(("take", "took", "taking")) and scene.lower[p.end] in lexicon.control["not_take"]:
            return None
        areas = _areas(scene, grammar.objects(scene, p), story)
        if not areas:
            return None
        if change == "holds" and lexicon.lang == "en" and not areas[0][1].named and areas[0][1].end <= p.start:
            lies = [c for c in grammar.phrases(scene, p, ("in",)) if story.names_place(scene, c.start, c.end)]
            if not lies:
                return None
            text = f"{scene.says(areas[0][1].start, areas[0][1].end)} in {scene.says(lies[0].start, lies[-1].end)}"
            areas = [(areas[0][0], Area(text, areas[0][1].start, lies[-1].end, named=True))]
        who, by = _party(scene, grammar.subjects(scene, p), story, areas[0][1])
        if not who and p.voice == "active" and lexicon.lang == "en" and scene.lower[p.at].endswith("ing"):
            who = story.actor_before(scene, p.start)
        if not who and lexicon.lang == "de" and p.voice == "active":
            who = _pronoun_subject(scene, story, p)
    if not areas or p.voice == "reduced" and change in ("holds", "lost") and areas[0][1].plural:
        return None
    if change == "holds" and scene.lower[max(0, p.at - 2) : p.at] == ["used", "to"]:
        change = "lost"
    found = _finding(scene, (change, p.voice), areas[0][1], who, p, by)
    if found is not None and change == "taken" and p.voice != "attribute":
        found.own["from_holder"] = _from(scene, p, found)
    return found


def _from(scene: Scene, p: Predicate, found: Finding) -> str:
    """From whom it was taken: "captured the town from insurgents", "from government control"."""
    preps = ("von", "vom") if scene.lexicon.lang == "de" and p.voice == "active" else ("from",)
    for chunk in order(scene.lexicon.lang).phrases(scene, p, preps):
        at = next((k for k in range(chunk.end - 1, chunk.start - 1, -1) if scene.bits[k] & ACTOR), -1)
        if at >= 0 and (at == chunk.head or scene.lower[chunk.head] in scene.lexicon.control["control"]):
            found.end = max(found.end, chunk.end)
            return nominative(scene, Chunk(chunk.start, at + 1, at))
    return ""


def _pronoun_subject(scene: Scene, story: Story, p: Predicate) -> str:
    """ "eroberten sie": a German pronoun stands beside its verb and forms no phrase."""
    inside = [k for k in range(len(scene.bits)) if scene.clauses[k] == p.clause and scene.lower[k] in scene.lexicon.beside["pronouns"] and scene.chunk_at[k] < 0]
    return story.actor_before(scene, inside[0]) if inside else ""


def _finding(scene: Scene, how: tuple[str, str], area: Area | None, who: str, p: Predicate, *chunks: Chunk | None) -> Finding | None:
    """The claim, when its area and one party are known; ``how`` is the change and the rule that saw it."""
    change, rule = how
    if area is None or not who:
        return None
    side = "from_holder" if change == "lost" else "holder"
    starts = [p.start, area.start, *(c.start for c in chunks if c is not None)]
    ends = [p.end, p.tail, area.end, *(c.end for c in chunks if c is not None)]
    own = {"area": area.text, "change": change, "holder": "", "from_holder": ""} | {side: who}
    return Finding("control", min(starts), max(ends), f"{change}:{rule}", area.start, own, lasting=change in ("holds", "split"))


def _split(scene: Scene, story: Story, p: Predicate) -> Finding | None:
    """A town divided between two parties, or simply divided."""
    grammar = order(scene.lexicon.lang)
    if p.voice not in ("passive", "reduced"):
        return None
    areas = _areas(scene, grammar.subjects(scene, p), story)
    sides = grammar.phrases(scene, p, scene.lexicon.control["split"]["between"])
    parties = [c for c in sides if is_actor(scene, c)]
    named_area = bool(areas) and areas[0][1].named
    if parties and scene.lexicon.lang == "en" and any(not scene.bits[k] & (TIME | PREP | DET | ADV) for k in range(p.end, parties[0].start)):
        parties = []
    if not areas or not parties and not (named_area and scene.lexicon.lang == "de"):
        return None
    area = areas[0][1]
    first = areas[0][0]
    if scene.lower[first.head] in scene.lexicon.control["control"]:
        inner = [a for c in scene.genitives(first)[:1] if (a := area_of(scene, c, story)) is not None]
        area = inner[0] if inner else area
    joined = [c for c in scene.coordinated(parties[0]) if c.link or c is parties[0]] if parties else []
    first_word = joined[0].start if joined else 0
    while joined and first_word > 0 and not scene.bits[first_word - 1] & (PREP | AUX) and joined[0].start - first_word < 3:
        first_word -= 1
    who = scene.says(first_word, joined[-1].end) if joined else ""
    start, end = min(area.start, p.start), max([p.end, area.end, *(c.end for c in joined)])
    return Finding("control", start, end, f"split:{p.voice}", area.start, {"area": area.text, "change": "split", "holder": who, "from_holder": ""}, lasting=True)


def _driven(scene: Scene, story: Story, p: Predicate) -> Finding | None:
    """X drove Y from A (taken, from Y); Y was driven from A (lost)."""
    grammar = order(scene.lexicon.lang)
    sources = _areas(scene, grammar.phrases(scene, p, scene.lexicon.control["lost"]["source"]), story)
    if not sources:
        return None
    area = sources[0][1]
    beside = grammar.objects(scene, p)
    if p.voice == "active" and scene.lexicon.lang == "en":
        taker, two = _party(scene, grammar.subjects(scene, p), story, area)
        taker = taker or story.actor_before(scene, p.start)
        gone, one = _party(scene, beside, story, area)
        if gone == taker:
            gone = story.actor_before(scene, p.start, taker)
    else:
        subjects = grammar.subjects(scene, p) if p.voice != "active" else beside
        gone, one = _party(scene, subjects, story, area)
        taker, two = _party(scene, grammar.phrases(scene, p, scene.lexicon.beside["agent"]), story, area)
        if p.voice == "active":
            gone, taker = _by_position(scene, beside, area, gone)
    if not gone:
        return None
    found = _finding(scene, ("lost", "driven"), area, gone, p, one, two)
    if found is not None and taker and taker != gone:
        found.own |= {"change": "taken", "holder": taker}
    return found


def _by_position(scene: Scene, chunks: list[Chunk], area: Area, gone: str) -> tuple[str, str]:
    """In a German active clause the first party acts on the second."""
    parties = sorted((c for c in chunks if is_actor(scene, c) and not area.start <= c.start < area.end), key=lambda c: c.start)
    return (named(scene, parties[1]), named(scene, parties[0])) if len(parties) > 1 else (gone, "")


def _left(scene: Scene, story: Story, p: Predicate) -> Finding | None:
    """X withdrew from A."""
    grammar = order(scene.lexicon.lang)
    sources = _areas(scene, grammar.phrases(scene, p, scene.lexicon.control["lost"]["source"]), story)
    if not sources or p.voice != "active" and scene.lexicon.lang == "en":
        return None
    who, chunk = _party(scene, grammar.subjects(scene, p), story, sources[0][1])
    return _finding(scene, ("lost", "left"), sources[0][1], who, p, chunk)


def _fallen(scene: Scene, story: Story, p: Predicate) -> Finding | None:
    """A fell to X, into the hands of X."""
    grammar = order(scene.lexicon.lang)
    takers = [c for c in grammar.phrases(scene, p, ("to", "an")) if is_actor(scene, c)]
    areas = _areas(scene, grammar.subjects(scene, p), story)
    if not takers or not areas:
        return None
    return _finding(scene, ("taken", "fallen"), areas[0][1], named(scene, takers[0]), p, takers[0])


def _acts(scene: Scene, story: Story) -> Iterator[Finding]:
    """ "the capture of A by X", "die Einnahme der Stadt durch X"."""
    for chunk in scene.chunks:
        if not any(s.topic == "control" and s.frame == "noun" for s in scene.words[chunk.head].senses) or chunk.prep in ("for", "towards", "zur", "für", "vor", "of"):
            continue
        areas = _areas(scene, scene.genitives(chunk)[:1], story)
        if not areas:
            continue
        agents = [c for c in scene.chunks if c.start >= areas[0][1].end and c.prep in scene.lexicon.beside["agent"] and c.clause == chunk.clause and is_actor(scene, c)]
        before = next((k for k in range(chunk.start, chunk.head) if scene.bits[k] & ACTOR), -1)
        who = named(scene, agents[0]) if agents else holder(scene.lexicon, scene.sentence.words[before]) if before >= 0 else ""
        p = Predicate(chunk.head, chunk.start, chunk.end, "noun", (), clause=chunk.clause)
        found = _finding(scene, ("taken", "noun"), areas[0][1], who, p, *agents[:1])
        if found is not None:
            yield found


def _in_control(scene: Scene, story: Story) -> Iterator[Finding]:
    """ "took control of A", "A under the control of X", "in rebel hands"."""
    words = scene.lexicon.control
    for at, low in enumerate(scene.lower):
        if low not in words["control"] and low not in words["hands"] or scene.chunk_at[at] < 0:
            continue
        chunk = scene.chunks[scene.chunk_at[at]]
        under = chunk.prep in words["under"] or low in words["hands"] and chunk.prep in ("in", "into") or low in words["control"] and chunk.prep == "in"
        under = under or chunk.prep == "of" and scene.lower[max(0, chunk.start - 2) : chunk.start] == ["out", "of"]
        found = _under(scene, story, chunk, at) if under else None
        if found is None and low in words["control"]:
            found = _control_of(scene, story, chunk, at)
        if found is not None:
            yield found


def _control_of(scene: Scene, story: Story, chunk: Chunk, at: int) -> Finding | None:
    p = _control_verb(scene, chunk)
    if p is None or at != chunk.head:
        return None
    predicate, change = p
    grammar, words = order(scene.lexicon.lang), scene.lexicon.control
    behind = scene.near(chunk, 1)
    governed = [c for c in scene.coordinated(chunk)[:1] if c.prep in words["of"]]
    if behind is not None and (behind.of or behind.prep in words["of"]) and behind.start - chunk.end <= 2:
        governed = [behind]
    if scene.lexicon.lang == "de":
        governed += grammar.phrases(scene, predicate, words["of"]) or [c for c in grammar.objects(scene, predicate) if c is not chunk]
    areas = _areas(scene, governed, story)
    if not areas:
        return None
    who, by = _party(scene, [c for c in grammar.subjects(scene, predicate) if c is not chunk], story, areas[0][1])
    who = who or (_pronoun_subject(scene, story, predicate) if scene.lexicon.lang == "de" else story.actor_before(scene, predicate.start))
    return _finding(scene, (change, "control"), areas[0][1], who, predicate, chunk, by)


def _control_verb(scene: Scene, chunk: Chunk) -> tuple[Predicate, str] | None:
    """The verb that takes "control" as its object, and the change it tells."""
    german = scene.lexicon.lang == "de"
    near = range(chunk.start - 1, max(-1, chunk.start - _FEW), -1)
    if scene.bits[chunk.start] & TIME and chunk.start == chunk.head:
        near = range(chunk.start, max(-1, chunk.start - _FEW), -1)
    if german:
        near = range(len(scene.words))
    for at in near:
        if scene.clauses[at] != chunk.clause:
            continue
        for sense in scene.words[at].senses:
            if sense.frame != "control" or sense.topic != "control":
                continue
            known = next((p for p in scene.predicates if p.at == at and p.voice != "attribute"), None)
            if known is None and scene.lower[at] in ("now", "in"):
                return Predicate(at, at, at + 1, "active", (), clause=chunk.clause), sense.value
            if known is None or not known.fact:
                return None
            return known, sense.value
        if not german and scene.verbal[at]:
            return None
    return None


def _under(scene: Scene, story: Story, chunk: Chunk, at: int) -> Finding | None:
    """ "under the control of X", "under X control", "in the hands of X", "unter Kontrolle des Regimes"."""
    words, lexicon = scene.lexicon.control, scene.lexicon
    who, last = _whose(scene, story, chunk, at)
    if not who:
        return None
    if any(scene.bits[k] & NEG for k in range(max(0, chunk.start - 3), chunk.end)):
        return None
    own_pronoun = scene.lower[chunk.start] in ("ihre", "seine", "ihrer", "seiner", "its", "their", "his")
    candidates = [c for c in reversed(scene.chunks) if c.end <= chunk.start and c.clause == chunk.clause and not c.of]
    if lexicon.lang == "en":
        verb = next((k for k in range(chunk.start - 1, -1, -1) if scene.verbal[k]), -1)
        group = verb
        while group > 0 and scene.bits[group - 1] & (AUX | ADV | NEG):
            group -= 1
        subject = order("en").subjects(scene, Predicate(verb, group, verb + 1, "active", (), clause=chunk.clause)) if verb >= 0 else []
        candidates = [c for c in candidates if c.start > verb] + subject + [c for c in candidates if c.start < verb]
    if lexicon.lang == "de":
        candidates = [c for c in scene.chunks if c.clause == chunk.clause and not c.prep and not c.of and c is not chunk]
        p = Predicate(at, at, at + 1, "active", (), clause=chunk.clause)
        candidates += order("de").objects(scene, p)
    elif not candidates:
        candidates = [c for c in reversed(scene.chunks) if c.end <= chunk.start and chunk.start - c.end <= _FEW]
    plain = [c for c in candidates if not c.prep] or candidates
    areas = _areas(scene, plain, story) or _areas(scene, candidates, story)
    if not areas:
        return None
    before = scene.lower[max(0, areas[0][1].start - 1) : chunk.start] if lexicon.lang == "en" else [scene.lower[k] for k in range(len(scene.lower)) if scene.clauses[k] == chunk.clause]
    change = "taken" if not set(words["taken"]["brought"]).isdisjoint(before) else "holds"
    if own_pronoun and change == "holds" or not _is_fact(scene, chunk) or change == "holds" and areas[0][1].plural:
        return None
    if change == "holds" and not set(words["former"]).isdisjoint(before) or scene.lower[max(0, chunk.start - 2) : chunk.start] == ["out", "of"]:
        change = "lost"
    p = Predicate(chunk.start - 1, chunk.start - 1, last, "active", (), clause=chunk.clause)
    return _finding(scene, (change, "under"), areas[0][1], who, p)


def _is_fact(scene: Scene, chunk: Chunk) -> bool:
    """Whether what brings it under control is told as a fact."""
    inside = [p for p in scene.predicates if p.clause == chunk.clause and any(s.topic == "control" for s in p.senses)]
    return all(p.fact for p in inside)


def _whose(scene: Scene, story: Story, chunk: Chunk, at: int) -> tuple[str, int]:
    """Whose control or hands it is, and where the words that say so end."""
    for k in range(chunk.start, at):
        if scene.bits[k] & ACTOR or holder(scene.lexicon, scene.lower[k]):
            known = scene.lexicon.beside["holders"].get(scene.lower[k])
            return known or nominative(scene, Chunk(chunk.start, at, at - 1)), at + 1
    genitives = scene.genitives(chunk)
    following = genitives[0] if genitives else scene.near(chunk, 1)
    if following is not None and (following.of or following.prep in ("von", "vom", "of")) and is_actor(scene, following):
        return named(scene, following), following.end
    if scene.lower[chunk.start] in ("ihre", "seine", "ihrer", "seiner", "its", "their", "his"):
        return story.actor_before(scene, chunk.start), at + 1
    return "", at + 1


def _held(scene: Scene, story: Story) -> Iterator[Finding]:
    """ "rebel-held X", "IS-kontrollierte Stadt"."""
    held = scene.lexicon.control["held"]
    for at, word in enumerate(scene.words):
        first, dash, last = word.lower.rpartition("-")
        apart = scene.lexicon.lang == "en" and not dash and last in held and at > 0 and scene.lower[at - 1] in scene.lexicon.beside["holders"] and not scene.bits[at - 1] & PRON
        if not dash and not apart or last not in held or scene.chunk_at[at] < 0 and not apart:
            continue
        who = holder(scene.lexicon, scene.sentence.words[at - 1] if apart else scene.sentence.words[at][: len(first)])
        chunk = scene.chunks[scene.chunk_at[at]] if scene.chunk_at[at] >= 0 else scene.near(scene.chunks[scene.chunk_at[at - 1]], 1)
        if chunk is None or chunk.start > at + 1 or at == chunk.head and scene.lexicon.lang == "en":
            continue
        start = at
        while scene.chunk_at[start - 1] == scene.chunk_at[at] and start > chunk.start and scene.words[start - 1].capital and word.capital | (first == "group"):
            start -= 1
        if start < at and not apart:
            who = f"{scene.says(start, at)} {scene.sentence.words[at][: len(first)]}".removesuffix(" group")
        area = area_of(scene, chunk, story, at + 1)
        if area is not None and who and not area.plural:
            own = {"area": area.text, "change": "holds", "holder": who, "from_holder": ""}
            yield Finding("control", min(chunk.start, at - apart), area.end, "holds:held", area.start, own, lasting=True)


def _strongholds(scene: Scene, story: Story) -> Iterator[Finding]:
    """ "the IS stronghold of X", "their de facto capital X", "ihre Hochburg X", "the rebel enclave"."""
    words = scene.lexicon.control
    for chunk in scene.chunks:
        at = next((k for k in range(chunk.start, chunk.end) if _is_stronghold(scene, chunk, k)), -1)
        if at < 0:
            continue
        who = _modifier(scene, story, chunk, at)
        area, before, after = _seat(scene, story, chunk, at)
        if not who:
            owner = next((c for c in scene.genitives(chunk) if is_actor(scene, c)), None)
            who, after = (named(scene, owner), max(after, owner.end)) if owner is not None else ("", after)
        if not who or not area:
            continue
        former = not set(words["former"]).isdisjoint(scene.lower[max(0, chunk.start - 2) : at])
        change, side = ("lost", "from_holder") if former else ("holds", "holder")
        own = {"area": area, "change": change, "holder": "", "from_holder": ""} | {side: who}
        yield Finding("control", min(before, chunk.start), after, f"{change}:stronghold", at, own, lasting=True)


def _is_stronghold(scene: Scene, chunk: Chunk, at: int) -> bool:
    words = scene.lexicon.control
    low = scene.lower[at]
    known = low in words["strongholds"] or any(w[0] == "-" and low.endswith(w[1:]) and scene.words[at].capital for w in words["strongholds"])
    if not known:
        return False
    if low == "capital":
        return not set(words["capital"]).isdisjoint(scene.lower[chunk.start : at])
    if low.endswith("hauptstadt"):
        return any(is_actor(scene, c) for c in scene.genitives(chunk)[:1]) and scene.bits[chunk.start] & DET != 0 and scene.lower[at] == "hauptstadt" and _of_group(scene, chunk)
    return True


def _of_group(scene: Scene, chunk: Chunk) -> bool:
    """The capital of a group, not of a state."""
    return any(scene.lower[k] in ("is", "taliban", "staats", "rebellen", "aufständischen") for c in scene.genitives(chunk)[:1] for k in range(c.start, c.end))


def _modifier(scene: Scene, story: Story, chunk: Chunk, at: int) -> str:
    """Whose stronghold it is, by the words before the noun or by its compound."""
    lang = scene.lexicon.lang
    low = scene.lower[at]
    if lang == "en" and chunk.start < at and scene.lower[chunk.start + 1] in ("group", "groups", "jihadists", "extremists", "militants", "terrorists") and scene.lower[chunk.start] == "the":
        return story.actor_before(scene, chunk.start)
    if lang == "de":
        for prefix, who in scene.lexicon.beside["holders"].items():
            if low.startswith(prefix) and len(low) > len(prefix):
                return str(who)
    if chunk.start < at and scene.lower[chunk.start] in ("its", "their", "his", "ihre", "ihrer", "seine", "seiner", "ihren"):
        return story.actor_before(scene, chunk.start)
    before = range(at - 1, chunk.start - 1, -1)
    if low == "capital" or any(scene.bits[k] & ACTOR for k in before):
        before = [k for k in before if scene.bits[k] & ACTOR]  # type: ignore[assignment]
    for k in before:
        if scene.bits[k] & ACTOR or scene.lower[k] in scene.lexicon.beside["holders"]:
            known = scene.lexicon.beside["holders"].get(scene.lower[k])
            start = k
            while start > chunk.start and scene.words[start - 1].capital and not scene.bits[start - 1] & DET and (scene.words[k].capital or scene.bits[k] & PARTLY):
                start -= 1
            if start == k and scene.bits[k] & PARTLY and not scene.sentence.words[k].isupper():
                return story.actor_before(scene, chunk.start)
            militia = k if known is None or start < k else -1
            return scene.says(start, k + 1) if militia >= 0 else str(known)
    if chunk.start and scene.lower[chunk.start - 1] in ("'s",):
        return ""
    return ""


def _seat(scene: Scene, story: Story, chunk: Chunk, at: int) -> tuple[str, int, int]:
    """Which area it is, with its tokens: the name behind it, the genitive, or the place that the sentence is about."""
    start = chunk.start
    written_small = scene.lexicon.lang == "de" or not scene.words[at].capital
    if at + 1 < chunk.end and all(scene.words[k].capital for k in range(at + 1, chunk.end)) and (written_small or story.names_place(scene, at + 1, chunk.end)):
        return scene.says(at + 1, chunk.end), start, chunk.end
    following = scene.near(chunk, 1)
    if following is not None and following.clause == chunk.clause and following.start - chunk.end <= 1 and not is_actor(scene, following):
        if (following.of or not following.prep) and story.names_place(scene, following.start, following.end):
            return nominative(scene, following), start, following.end
    subject = scene.near(chunk, -1)
    if subject is not None and scene.words[subject.head].capital and all(scene.bits[k] & (BE | ADV) or scene.lower[k] in (",", "als", "as") for k in range(subject.end, chunk.start)):
        if subject.end < chunk.start or story.names_place(scene, subject.start, subject.end):
            return nominative(scene, subject), subject.start, chunk.end
    if scene.lexicon.lang == "de" or scene.lower[at].endswith("s"):
        return "", start, chunk.end
    before = story.scene_before(scene, chunk.start) if chunk.prep == "in" else ""
    return before or story.place(scene, chunk.start, chunk.end), start, chunk.end


_ = (CLAUSE, _FAR)
