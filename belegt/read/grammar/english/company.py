"""People who share the harm of others: left dead, killed along with, among the victims."""

from __future__ import annotations

from functools import cache

from belegt.read.grammar.english.auxiliaries import hypothetical, token_before
from belegt.read.grammar.english.names import name_at
from belegt.read.grammar.english.objects import coordinated_after, starts_clause
from belegt.read.grammar.english.subjects import coordinated_before, find_subject, subject_word
from belegt.read.grammar.findings import Scene
from belegt.read.grammar.mention import Mention
from belegt.read.grammar.predicates import Predicate
from belegt.read.lang import table, words


def left_as(scene: Scene) -> None:
    """"left eight civilians, including six children, and 14 combatants dead": the state comes after the people."""
    lower, lang = scene.sentence.lower, scene.lexicon.lang
    leave, states = words(lang, "grammar", "leave"), words(lang, "grammar", "left_as")
    if leave.isdisjoint(scene.sentence.vocabulary):
        return
    for at, word in enumerate(lower):
        if word not in leave or hypothetical(scene, at, 1):
            continue
        first = next((m for m in scene.mentions if m.start in (at + 1, at + 2)), None)
        state = next((i for i in range(at + 2, min(at + 30, len(lower))) if lower[i] in states), None)
        if first is None or state is None or (first.attribute and first.start < state < first.end) or any(w.text in ".;:" or "be" in w for w in scene.words[at:state]):
            continue
        entry = scene.words[state].harm
        kind = entry.get("participle") or entry.get("people") or entry.get("attribute") or "displaced"
        end = state + 1
        if kind == "killed" and end + 1 < len(lower) and "conjunctions" in scene.words[end] and scene.words[end + 1].harm.get("attribute") == "injured":
            kind, end = "casualties", end + 2
        predicate = Predicate(at, end, state, kind, "left")
        for mention in scene.mentions:
            between = first.start < mention.start <= state and not (mention.part or mention.governor or mention.kind == "unknown")
            if mention.kind == "harm" and mention.harm not in ("", kind) and not mention.start <= state < mention.end:
                continue
            if mention is first or (between and (mention.count or mention.article or mention.kind == "person")):
                scene.add(mention, kind, "left", predicate)
                mention.used.update(("killed", "injured") if kind == "casualties" else ())


def with_them(scene: Scene) -> None:
    """"was killed with her three children", "was killed, with two of her sons"."""
    lower = scene.sentence.lower
    if "with" not in scene.sentence.vocabulary:
        return
    for finding in list(scene.findings):
        predicate = finding.predicate
        at = 0 if predicate is None else predicate.end + (lower[predicate.end : predicate.end + 1] == [","])
        if predicate is None or at + 1 >= len(lower) or lower[at] != "with":
            continue
        target = next((m for m in scene.mentions if m.start == at + 1), None)
        if target is None or not any("possessive" in w for w in scene.words[target.start : target.end + 2]):
            continue
        for mention in [target, *coordinated_after(scene, target)]:
            scene.add(mention, finding.kind, "along", predicate)


DEAD = {"dead": "killed", "injured": "injured", "wounded": "injured"}
"""What a headline says without an article: "commander among dead in blast"."""
_AMONG = ("among", "amongst")


@cache
def _along(lang: str) -> tuple[list[str], ...]:
    return tuple(phrase.split() for phrase in table(lang, "grammar")["along"])


def along_with(scene: Scene) -> None:
    """"killed along with eight members", "alongside his wife": people joined to those harmed before."""
    lower = scene.sentence.lower
    for parts in _along(scene.lexicon.lang):
        if not scene.sentence.vocabulary.issuperset(parts):
            continue
        for at in range(len(lower) - len(parts)):
            if lower[at : at + len(parts)] != parts:
                continue
            model = [f for f in scene.findings if f.predicate is not None and f.predicate.end <= at]
            target = next((m for m in scene.mentions if m.start == at + len(parts)), None) or name_at(scene, at + len(parts))
            if not model or target is None or target.kind == "unknown" or any(model[-1].predicate.end <= p.start < at for p in scene.predicates if model[-1].predicate):
                continue
            for mention in [target, *coordinated_after(scene, target)]:
                scene.add(mention, model[-1].kind, "along", model[-1].predicate)


def as_was(scene: Scene) -> None:
    """"He was injured, as was his aunt": the harm before came to those after, too."""
    lower = scene.sentence.lower
    if "as" not in scene.sentence.vocabulary:
        return
    for at in range(1, len(lower) - 2):
        if lower[at] != "as" or lower[at + 1] not in ("was", "were"):
            continue
        model = [f for f in scene.findings if f.predicate is not None and f.predicate.end <= at and f.passive]
        target = next((m for m in scene.mentions if m.start == at + 2), None) or name_at(scene, at + 2)
        if model and target is not None and target.kind != "unknown" and not starts_clause(scene, target):
            for mention in [target, *coordinated_after(scene, target)]:
                scene.add(mention, model[-1].kind, "as-was")


def among_them(scene: Scene) -> None:
    """"Twelve children were among the victims": the subject is part of those harmed."""
    lower = scene.sentence.lower
    if scene.sentence.vocabulary.isdisjoint(_AMONG):
        return
    for at in [k for k, word in enumerate(lower[:-1]) if word in _AMONG and lower[k + 1] not in ("them", "whom")]:
        harmed = next((m for m in scene.mentions if at < m.start <= at + 2 and (m.harm or m.used)), None)
        before, _ = token_before(scene, at)
        if before > 0 and lower[before] in ("identified", "named", "listed", "counted"):
            before, _ = token_before(scene, before)
        if harmed is None and lower[at + 1] in DEAD:
            harmed = Mention(at + 1, at + 2, at + 1, "harm", harm=DEAD[lower[at + 1]], definite=True)
        if harmed is None or before < 0 or not ("be" in scene.words[before] or scene.words[before].groups is not None):
            continue
        kind = harmed.harm or next(iter(harmed.used))
        start = before if "be" in scene.words[before] else at
        subject = find_subject(scene, start, Predicate(at, harmed.end, at, kind, "people")) or subject_word(scene, start)
        if subject is None or subject is harmed:
            continue
        for mention in [*coordinated_before(scene, subject), subject]:
            finding = scene.add(mention, kind, "among")
            if finding is not None:
                finding.end = max(finding.end, harmed.end)
                whole = next(iter(scene.of(harmed)), None)
                if whole is None and harmed.count is not None and harmed.kind == "harm":
                    whole = scene.add(harmed, kind, "noun")  # "minister among 12 dead"
                finding.whole = whole
        harmed.part = not harmed.count
        if harmed.definite and not harmed.count:
            scene.findings = [f for f in scene.findings if f.mention is not harmed]
