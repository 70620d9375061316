"""Who was harmed, in English: word order decides (subject of a passive, object of an active, complement of a noun)."""

from __future__ import annotations

from belegt.read.grammar.english.auxiliaries import (
    auxiliaries,
    conditional,
    forced,
    hypothetical,
    modal_between,
    unreal,
)
from belegt.read.grammar.english.company import along_with, among_them, as_was, left_as, with_them
from belegt.read.grammar.english.names import name_at
from belegt.read.grammar.english.objects import (
    coordinated_after,
    people_after,
    shared_object,
    starts_clause,
    take_object,
)
from belegt.read.grammar.english.subjects import reduced, take_subject
from belegt.read.grammar.findings import Scene
from belegt.read.grammar.lexicon import PUNCTUATION
from belegt.read.grammar.mention import Mention
from belegt.read.grammar.predicates import Predicate
from belegt.read.lang import words

NO_OBJECT = frozenset(("by", "in", "at", "with", "near", "on", "from"))
SHARED = 8
"""Tokens at most between a conjunction and the auxiliary that the participle behind it shares."""
SHARING = frozenset(("hit", "struck", "caught", "shot", "run", "found", "left", "thrown", "swept", "torn", "taken"))
SHOT = frozenset(("shot", "fired"))
LATER = frozenset(("after", "before", "later", "earlier", "ago", "from", "of", "away"))
OBJECTS = frozenset(("him", "her", "them", "it", "us"))


def assign(scene: Scene) -> None:
    """Give every predicate of the sentence its people."""
    left_as(scene)
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
    as_was(scene)
    along_with(scene)
    with_them(scene)
    among_them(scene)


def _modifies(scene: Scene, predicate: Predicate, counted: Mention) -> bool:
    """"12 death sentences", "five assassination attempts": the number counts the noun behind the event, which is singular."""
    if predicate.end >= len(scene.words) or counted.count is None or counted.count.high == 1 or scene.sentence.lower[predicate.at].endswith("s"):
        return False
    word = scene.words[predicate.end]
    return word.inert or (word.text.isalpha() and not word.classes and not word.harm and word.lower.endswith("s"))


def _spends(scene: Scene, predicate: Predicate) -> bool:
    """"killed time", "killed 20 minutes waiting": what follows an active verb is no person, and no "20 minutes later" either."""
    at = predicate.end + (predicate.end < len(scene.words) and scene.words[predicate.end].unit is not None)
    if predicate.idiom or at >= len(scene.words) or not scene.words[at].inert or not scene.words[at].text.isalpha():
        return False
    behind = scene.words[at + 1] if at + 1 < len(scene.words) else None
    return scene.words[at].lower != "per" and (behind is None or not (behind.text.isalpha() and (behind.stops or "adverbs" in behind or behind.lower in LATER)))


def _shot_at(scene: Scene, predicate: Predicate) -> bool:
    """"was shot at by", "were shot at three times": nobody is said to have been hit; "shot at close range" is."""
    lower, at = scene.sentence.lower, predicate.end
    if lower[predicate.at] not in SHOT or at >= len(lower) or lower[at] != "at":
        return False
    behind = scene.words[at + 1] if at + 1 < len(lower) else None
    times = lower[at + 2 : at + 3] == ["times"]
    return behind is None or times or behind.text in PUNCTUATION or behind.lower == "by" or "conjunctions" in behind


def _participle(scene: Scene, predicate: Predicate, previous: Predicate | None) -> None:
    start, voice, negated = auxiliaries(scene, predicate.start)
    if voice == "bare" and (_describes_thing(scene, predicate) or (predicate.soft and _has_object(scene, predicate))):
        return
    if predicate.idiom and voice == "passive" and scene.sentence.lower[start] == "being" and start and "prepositions" in scene.words[start - 1]:
        return  # "died after being struck by shrapnel"
    if _shot_at(scene, predicate) or (voice != "passive" and _spends(scene, predicate)):
        return
    supposed = conditional(scene, start) or modal_between(scene, start, predicate.start) or (voice == "bare" and hypothetical(scene, predicate.start - 1, 1 if predicate.idiom else 3))
    if negated or supposed:
        predicate.refused = "denied" if negated else "supposed"
        return
    target = people_after(scene, predicate.end)
    if voice != "passive" and predicate.idiom:
        target = _inside(scene, predicate) or target
    if voice != "passive" and target is None:
        target = shared_object(scene, predicate)
    if voice != "passive" and predicate.end < len(scene.words) and scene.words[predicate.end].lower in OBJECTS and "pronouns" in scene.words[predicate.end]:
        if scene.sentence.lower[predicate.end] != "it":
            _antecedent(scene, predicate, singular=scene.sentence.lower[predicate.end] in ("him", "her"))
        return
    if voice == "bare" and target is not None and _heads_clause(scene, target, predicate):
        target = None
    if voice == "bare" and previous is not None and target is None and _coordinated_verbs(scene, previous, predicate):
        for finding in [f for f in scene.findings if f.predicate is previous]:
            _second_kind(scene, finding.mention, finding.kind, predicate)
        return
    shared = _second_participle(scene, predicate) if voice == "bare" and target is None else None
    if shared is not None:
        take_subject(scene, shared, predicate, passive=True)
    elif voice == "passive" or (voice == "bare" and target is None):
        take_subject(scene, start, predicate, passive=True)
    elif target is not None:
        take_object(scene, predicate, target)


def _inside(scene: Scene, predicate: Predicate) -> Mention | None:
    """"shot [five people] to death": the object between the words of an idiom."""
    inside = (m for m in scene.mentions if predicate.start < m.start and m.end <= predicate.at and m.governor not in NO_OBJECT)
    return next((m for m in inside if m.kind in ("person", "bare", "harm") and scene.words[m.end].text != ","), None)


def _second_participle(scene: Scene, predicate: Predicate) -> int | None:
    """"were hit by a car and injured": the auxiliary that a participle shares with one before it, which is no harm."""
    words, at = scene.words, predicate.start - 1
    if at < 1 or "conjunctions" not in words[at] or words[at].lower != "and":
        return None
    for position in range(at - 1, max(-1, at - SHARED), -1):
        word = words[position]
        if word.text in PUNCTUATION or word.harm or "conjunctions" in word or any(m.start <= position < m.end and m.count for m in scene.mentions):
            return None
        if "be" in word:
            verb = words[position + 1].lower
            return position if verb.endswith("ed") or verb in SHARING else None
    return None


def _counts(scene: Scene, at: int) -> bool:
    """Whether a number or an article stands at token ``at``."""
    return at < len(scene.words) and (scene.words[at].unit is not None or scene.words[at].determined)


def _describes_thing(scene: Scene, predicate: Predicate) -> bool:
    """"the besieged town", "from besieged areas": an attribute before something that is no person."""
    if predicate.idiom or predicate.start == 0 or people_after(scene, predicate.end) is not None:
        return False
    before = scene.words[predicate.start - 1]
    if before.counts and predicate.kind not in ("killed", "injured") and predicate.end < len(scene.words):
        after = scene.words[predicate.end]
        return not (after.stops or after.text in PUNCTUATION or "adverbs" in after)
    if before.lower == "the" and scene.sentence.lower[predicate.start - 2 : predicate.start - 1] == ["of"]:
        return False
    return before.determined or ("prepositions" in before and "subordinators" not in before)


def _has_object(scene: Scene, predicate: Predicate) -> bool:
    """"seized the headquarters", "captured Sarrin": a thing or a place follows, so the people before did it."""
    if predicate.end >= len(scene.words) or people_after(scene, predicate.end) is not None:
        return False
    word = scene.words[predicate.end]
    return word.determined or word.counts or (word.capital and not word.classes and word.text.isalpha())


def _heads_clause(scene: Scene, target: Mention, predicate: Predicate) -> bool:
    """"Eight civilians killed others injured": the people after belong to the next verb, those before to this one."""
    other = target.kind == "harm" and target.harm != predicate.kind
    return (other or starts_clause(scene, target)) and reduced(scene, predicate) is not None


def _antecedent(scene: Scene, predicate: Predicate, *, singular: bool) -> None:
    """"fired at the man and killed him": the people of the sentence that a pronoun object stands for."""
    for mention in reversed(scene.mentions):
        if mention.end > predicate.start or mention.kind != "person" or mention.singular != singular:
            continue
        taken = any(f.rule == "object" for f in scene.of(mention)) and predicate.kind not in mention.used
        acts = all("have" in w or "adverbs" in w for w in scene.words[mention.end : predicate.start])
        if taken or ((mention.governor or singular) and not mention.used and not acts):
            scene.add(mention, predicate.kind, "pronoun-object", predicate)
            return
    if scene.sentence.lower[predicate.end] == "him" and not any(f.mention.singular for f in scene.findings):
        him = scene.put(Mention(predicate.end, predicate.end + 1, predicate.end, "pronoun", singular=True, groups=("man",)))
        scene.add(him, predicate.kind, "pronoun-object", predicate)


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
    supposed = predicate.infinitive or (predicate.kind != "at_risk" and modal_between(scene, start, predicate.start))
    if negated or supposed and not forced(scene, predicate.start) and not _present(scene, predicate):
        predicate.refused = "denied" if negated else "supposed"
        return
    if predicate.at + 1 < len(scene.words) and predicate.soft:
        return
    if scene.sentence.lower[predicate.at] == "missing" and _counts(scene, predicate.end):
        return  # "was missing two buttons"
    if predicate.kind == "at_risk" and predicate.idiom and _stateless(scene, start, predicate):
        return
    reduced_idiom = predicate.idiom and scene.sentence.lower[predicate.start].endswith("ed")
    if (reduced_idiom or scene.sentence.lower[predicate.at].endswith("ing")) and predicate.start == start:
        near = next((m for m in scene.mentions if m.end == start and m.kind == "person" and m.governor and not m.part), None)
        if near is not None:
            scene.add(near, predicate.kind, "subject", predicate)
            return
    take_subject(scene, start, predicate, passive=False)


def _present(scene: Scene, predicate: Predicate) -> bool:
    """"40 Syrians die in blast": counted people right before the verb, so that it is no infinitive."""
    return not predicate.idiom and any(m.end == predicate.start and m.count is not None and not m.governor for m in scene.mentions)


def _stateless(scene: Scene, start: int, predicate: Predicate) -> bool:
    """"an army base under siege": a state that no verb and no people right before make theirs."""
    first = scene.words[predicate.start]
    if "prepositions" not in first or start != predicate.start:
        return False
    verb = start > 0 and scene.sentence.lower[start - 1].endswith("ing")
    return not any(m.end == start - verb for m in scene.mentions)


def _acts(scene: Scene, predicate: Predicate) -> None:
    if hypothetical(scene, predicate.start, 1 if predicate.idiom else 3) and not scene.words[predicate.at].lower.endswith("ing"):
        predicate.refused = "supposed"
        return
    if unreal(scene, predicate.start):
        predicate.refused = "supposed"
        return
    lead = scene.sentence.lower[max(0, predicate.start - 3) : predicate.start]
    if any(w in ("of", "for", "without", "not", "threatened", "from") for w in lead[-1:]) and scene.words[predicate.at].lower.endswith("ing") and lead[-1:] != ["of"]:
        predicate.refused = "denied" if lead[-1] in ("without", "not") else "supposed"
        return
    target = people_after(scene, predicate.end, over_of=True)
    if target is not None and scene.sentence.lower[predicate.at].startswith("los") and not _bereaved(scene, target):
        return
    if target is None and not predicate.idiom:
        target = shared_object(scene, predicate, over_of=True)
    if target is None and predicate.idiom:
        reach = predicate.end if predicate.kind == "displaced" else predicate.end + 4
        target = next((m for m in scene.mentions if predicate.start < m.start < reach), None)
    if target is not None:
        take_object(scene, predicate, target)


def _bereaved(scene: Scene, lost: Mention) -> bool:
    """"lost 15 militants", "lost her son", "lost 20 members of his family": soldiers by number and kin are dead, others are not."""
    kin = words(scene.lexicon.lang, "grammar", "kin")
    if scene.sentence.lower[lost.end : lost.end + 1] == ["to"]:
        return False
    if lost.count is not None:
        family = not kin.isdisjoint(scene.sentence.lower[lost.start : lost.end + 3])
        return family or not {"combatant", "police"}.isdisjoint(lost.groups)
    return scene.sentence.lower[lost.head] in kin and (lost.definite or "possessive" in scene.words[lost.start])


def _event(scene: Scene, predicate: Predicate) -> None:
    """"the death of four students", "two murders", "his arrest"."""
    lower, end = scene.sentence.lower, predicate.end
    while end < len(lower) and "adverbs" in scene.words[end]:
        end += 1
    if unreal(scene, predicate.start):
        predicate.refused = "supposed"
        return
    if end < len(lower) and lower[end] in ("of", "to", "among", "against"):
        target = next((m for m in scene.mentions if end < m.start + 1 and end + 1 <= m.start <= end + 2), None)
        if target is None:
            target = name_at(scene, end + 1)
        if predicate.soft and target is not None and target.kind == "unknown" and target.count is None:
            return
        if lower[predicate.at] == "loss" and target is not None and not _bereaved(scene, target):
            return
        if target is not None and lower[end] in ("of", "to", "against"):
            for mention in [target, *coordinated_after(scene, target)]:
                other = mention.kind == "harm" and mention.harm != predicate.kind
                if mention is target or not other and (mention.kind != "unknown" or mention.count is not None):
                    scene.add(mention, predicate.kind, "event-of", predicate)
            return
    counted = next((m for m in scene.mentions if m.end == predicate.start and m.kind in ("bare", "unknown") and m.count), None)
    if counted is not None and not _modifies(scene, predicate, counted):
        scene.add(counted, predicate.kind, "event-number", predicate)
