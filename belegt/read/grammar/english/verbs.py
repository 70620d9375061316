"""Who was harmed, in English: word order decides (subject of a passive, object of an active, complement of a noun)."""

from __future__ import annotations

from belegt.read.grammar.english.auxiliaries import auxiliaries, conditional, forced, hypothetical, modal_between
from belegt.read.grammar.english.company import along_with, among_them, left_as, with_them
from belegt.read.grammar.english.names import name_at
from belegt.read.grammar.english.objects import coordinated_after, people_after, starts_clause, take_object
from belegt.read.grammar.english.subjects import reduced, take_subject
from belegt.read.grammar.findings import Scene
from belegt.read.grammar.mention import Mention
from belegt.read.grammar.predicates import Predicate

OBJECTS = frozenset(("him", "her", "them", "it", "us"))


def assign(scene: Scene) -> None:
    """Give every predicate of the sentence its people."""
    previous: Predicate | None = None
    for predicate in scene.predicates:
        if predicate.frame == "event":
            _event(scene, predicate)
        elif predicate.frame == "acts":
            _acts(scene, predicate)
        elif predicate.frame == "dies":
            _dies(scene, predicate)
        else:
            _participle(scene, predicate, previous)
        previous = predicate
    left_as(scene)
    along_with(scene)
    with_them(scene)
    among_them(scene)


def _participle(scene: Scene, predicate: Predicate, previous: Predicate | None) -> None:
    start, voice, negated = auxiliaries(scene, predicate.start)
    if negated or conditional(scene, start) or modal_between(scene, start, predicate.start) or (voice == "bare" and hypothetical(scene, predicate.start - 1)):
        return
    target = people_after(scene, predicate.end)
    if voice != "passive" and predicate.end < len(scene.words) and scene.words[predicate.end].lower in OBJECTS and "pronouns" in scene.words[predicate.end]:
        _antecedent(scene, predicate, singular=scene.sentence.lower[predicate.end] in ("him", "her"))
        return
    if voice == "bare" and target is not None and _heads_clause(scene, target, predicate):
        target = None
    if voice == "bare" and previous is not None and target is None and _coordinated_verbs(scene, previous, predicate):
        for finding in [f for f in scene.findings if f.predicate is previous]:
            _second_kind(scene, finding.mention, finding.kind, predicate)
        return
    if voice == "passive" or (voice == "bare" and target is None):
        take_subject(scene, start, predicate, passive=True)
    elif target is not None:
        take_object(scene, predicate, target)


def _heads_clause(scene: Scene, target: Mention, predicate: Predicate) -> bool:
    """"Eight civilians killed others injured": the people after belong to the next verb, those before to this one."""
    other = target.kind == "harm" and target.harm != predicate.kind
    return (other or starts_clause(scene, target)) and reduced(scene, predicate) is not None


def _antecedent(scene: Scene, predicate: Predicate, *, singular: bool) -> None:
    """"fired at the man and killed him": the people of the sentence that a pronoun object stands for."""
    for mention in reversed(scene.mentions):
        if mention.end <= predicate.start and mention.kind == "person" and mention.singular == singular and not mention.used and mention.governor:
            scene.add(mention, predicate.kind, "pronoun-object", predicate)
            return


def _second_kind(scene: Scene, mention: Mention, kind: str, predicate: Predicate) -> None:
    """"killed and wounded" of one number is one claim of casualties; "shot and killed" stays killed."""
    kinds = {kind, predicate.kind}
    finding = next(f for f in scene.findings if f.mention is mention and f.kind == kind)
    finding.end = max(finding.end, predicate.end)
    if kinds == {"killed", "injured"}:
        word = scene.sentence.lower[finding.predicate.at] if finding.predicate else ""
        finding.kind = "killed" if word in ("shot", "beaten", "stabbed", "tortured", "hurt") else "casualties"
    elif kind != predicate.kind:
        scene.add(mention, predicate.kind, "coordinated-verb", predicate)


def _coordinated_verbs(scene: Scene, first: Predicate, second: Predicate) -> bool:
    between = scene.words[first.end : second.start]
    if not between:
        return {first.kind, second.kind} == {"killed", "injured"} and second.frame == "participle"
    if any(first.end <= m.start < second.start for m in scene.mentions):
        return False
    return 0 < len(between) <= 3 and any("conjunctions" in w for w in between) and not any("pronouns" in w for w in between)


def _dies(scene: Scene, predicate: Predicate) -> None:
    start, _, negated = auxiliaries(scene, predicate.start)
    if negated or predicate.infinitive and not forced(scene, predicate.start):
        return
    if predicate.kind != "at_risk" and modal_between(scene, start, predicate.start) and not forced(scene, predicate.start):
        return
    if predicate.at + 1 < len(scene.words) and predicate.soft:
        return
    take_subject(scene, start, predicate, passive=False)


def _acts(scene: Scene, predicate: Predicate) -> None:
    if hypothetical(scene, predicate.start) and not scene.words[predicate.at].lower.endswith("ing"):
        return
    lead = scene.sentence.lower[max(0, predicate.start - 3) : predicate.start]
    if any(w in ("of", "for", "without", "not", "threatened", "from") for w in lead[-1:]) and scene.words[predicate.at].lower.endswith("ing") and lead[-1:] != ["of"]:
        return
    target = people_after(scene, predicate.end, over_of=True)
    if target is None and predicate.idiom:
        target = next((m for m in scene.mentions if predicate.start < m.start < predicate.end or predicate.end <= m.start <= predicate.end + 3), None)
    if target is not None:
        take_object(scene, predicate, target)


def _event(scene: Scene, predicate: Predicate) -> None:
    """"the death of four students", "two murders", "his arrest"."""
    lower, end = scene.sentence.lower, predicate.end
    if end < len(lower) and lower[end] in ("of", "to", "among"):
        target = next((m for m in scene.mentions if end < m.start + 1 and end + 1 <= m.start <= end + 2), None)
        if target is None:
            target = name_at(scene, end + 1)
        if target is not None and lower[end] in ("of", "to"):
            for mention in [target, *coordinated_after(scene, target)]:
                scene.add(mention, predicate.kind, "event-of", predicate)
            return
    counted = next((m for m in scene.mentions if m.end == predicate.start and m.kind in ("bare", "unknown") and m.count), None)
    if counted is not None:
        scene.add(counted, predicate.kind, "event-number", predicate)
