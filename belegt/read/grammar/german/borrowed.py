"""People of another clause, pronouns and names, where a German clause has no people of its own."""

from __future__ import annotations

from belegt.read.grammar.findings import Scene
from belegt.read.grammar.german.cases import SINGULAR, governed
from belegt.read.grammar.german.clauses import MARKS, extent
from belegt.read.grammar.german.names import name_at, name_word
from belegt.read.grammar.mention import Mention
from belegt.read.grammar.predicates import Predicate


def borrowed(scene: Scene, predicate: Predicate, clause: int, frame: str) -> list[Mention]:
    """People from the clause before when this one has none: "getötet und verletzt", an apposition or a relative clause."""
    start, end = extent(scene, clause)
    pronoun = _pronoun(scene, start, end, frame)
    if pronoun is not None:
        return [pronoun]
    first = next((w for w in scene.words[start:end] if w.text not in MARKS), None)
    if first is not None and "relative" in first and clause > 0:
        before = [
            m for m in scene.mentions if m.end <= start and scene.clauses[m.start] == clause - 1 and m.kind != "unknown"
        ]
        if before and scene.sentence.lower[before[-1].start - 1 : before[-1].start] in (["zahl"], ["anzahl"]):
            return []
        if not before and frame != "active":
            return _named_before(scene, predicate, start)
        return before[-1:] if frame != "active" else []
    listed = _before_list(scene, clause, frame)
    if listed:
        return listed
    name = None if predicate.soft else name_at(scene, predicate, start, end, frame)
    if name is not None:
        return [name]
    if frame == "active":
        return _after_interruption(scene, predicate, clause)
    for earlier in range(clause - 1, max(-1, clause - 4), -1):
        if earlier not in scene.clauses:
            continue
        left, right = extent(scene, earlier)
        opening = next((w for w in scene.words[left:right] if w.text not in MARKS), None)
        if opening is not None and ("relative" in opening or "subordinators" in opening) and earlier > 0:
            continue
        if any(left <= p.at < right for p in scene.predicates):
            break
        found = [
            m
            for m in scene.mentions
            if left <= m.start < right and not governed(scene, m) and m.kind not in ("unknown",)
        ]
        if found:
            return [] if found[-1].zero else found[-1:]
    return []


def _named_before(scene: Scene, predicate: Predicate, start: int) -> list[Mention]:
    """The name that a relative clause describes: "Anton Beispiel, der festgenommen worden war"."""
    first = start - 1
    while first > 0 and name_word(scene, first - 1):
        first -= 1
    if start - 1 - first < 2:
        return []
    name = name_at(scene, predicate, first, start - 1, "dies")
    return [name] if name is not None else []


def _before_list(scene: Scene, clause: int, frame: str) -> list[Mention]:
    """Counted people whose clause a list of places cuts: "29 Personen in den Gemeinden A, B und C ertranken"."""
    if frame == "active":
        return []
    for earlier in (clause - 1, clause - 2):
        if earlier not in scene.clauses:
            return []
        inside = [i for i, number in enumerate(scene.clauses) if number == earlier]
        if any("be" in scene.words[i] or "have" in scene.words[i] or "modal" in scene.words[i] for i in inside) or any(
            p.at in inside for p in scene.predicates
        ):
            return []
        found = [
            m
            for m in scene.mentions
            if m.start in inside
            and not governed(scene, m)
            and m.count is not None
            and not m.used
            and m.kind == "person"
        ]
        if found:
            return found
    return []


def _after_interruption(scene: Scene, predicate: Predicate, clause: int) -> list[Mention]:
    """The counted object that a relative clause parts from its verb: "tötete auf einen Konvoi, der ..., mindestens 126 Menschen"."""
    for later in range(clause + 1, clause + 4):
        inside = [i for i, number in enumerate(scene.clauses) if number == later]
        if not inside or any(p.at in inside for p in scene.predicates):
            continue
        if any("be" in scene.words[i] or "have" in scene.words[i] or "modal" in scene.words[i] for i in inside):
            continue
        found = [
            m
            for m in scene.mentions
            if m.start in inside and not governed(scene, m) and m.count is not None and m.kind == "person"
        ]
        if found:
            return found[:1]
    return []


def _pronoun(scene: Scene, start: int, end: int, frame: str) -> Mention | None:
    if frame == "active":
        return None
    for at in range(start, end):
        word = scene.words[at]
        demonstrative = (
            at == start
            and word.lower in ("diese", "dieser")
            and at + 1 < end
            and scene.sentence.lower[at + 1] in ("wurde", "ist", "war", "wird", "sei")
        )
        she = word.lower == "sie" and at <= start + 1 and any(v in SINGULAR for v in scene.sentence.lower[start:end])
        if word.lower == "er" or demonstrative or she:
            mention = Mention(
                at,
                at + 1,
                at,
                "pronoun",
                singular=True,
                groups=("man",) if word.lower not in ("diese", "sie") else ("woman",),
            )
            scene.mentions.append(mention)
            scene.mentions.sort(key=lambda m: m.start)
            return mention
    return None
