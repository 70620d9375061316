"""People of another clause, pronouns and names, where a German clause has no people of its own."""

from __future__ import annotations

from belegt.read.grammar.findings import Scene
from belegt.read.grammar.german.cases import SINGULAR, governed, listed_with, nominative
from belegt.read.grammar.german.clauses import MARKS, extent
from belegt.read.grammar.german.names import name_at, name_word
from belegt.read.grammar.lexicon import Word
from belegt.read.grammar.mention import Mention
from belegt.read.grammar.predicates import Predicate

_PRONOUNS: dict[str, tuple[str, ...]] = {"sie": ("woman",), "diese": ("woman",), "ich": ()}
SUBJECTS = frozenset(("er", "sie", "man", "ich", "wir", "der", "ein"))
"""Words of a subject behind the relative pronoun of an object."""
OWN_SUBJECT = frozenset(("dass", "daß", "weil"))
"""Subordinators whose clause says who, where people of it are not read: "bestritt, dass ... ums Leben kamen"."""
MODALS = frozenset(("soll", "muss", "musste", "konnte", "kann"))


def borrowed(scene: Scene, predicate: Predicate, clause: int, frame: str) -> list[Mention]:
    """People from the clause before when this one has none: "getötet und verletzt", an apposition or a relative clause."""
    start, end = extent(scene, clause)
    pronoun = _pronoun(scene, predicate, start, end, frame)
    if pronoun is not None:
        return [pronoun]
    first = next((w for w in scene.words[start:end] if w.text not in MARKS), None)
    if first is not None and first.lower in ("deren", "dessen") and clause > 0:
        owned = [
            m for m in scene.mentions if start <= m.start < end and m.definite and not m.governor and m.kind == "person"
        ]
        return owned[:1] if frame != "active" else []
    if first is not None and "relative" in first and clause > 0:
        before = [
            m for m in scene.mentions if m.end <= start and scene.clauses[m.start] == clause - 1 and m.kind != "unknown"
        ]
        if before and scene.sentence.lower[before[-1].start - 1 : before[-1].start] in (["zahl"], ["anzahl"]):
            return []
        if not before and frame != "active":
            return _named_before(scene, predicate, start)
        return before[-1:] if frame != "active" else []
    if first is not None and "conjunctions" in first and frame != "active":
        subject = _shared_subject(scene, predicate, clause, start)
        if subject is not None:
            return [subject]
    listed = _before_list(scene, clause, frame)
    if listed:
        return listed
    opens = next((i for i in range(start, end) if scene.words[i].text not in MARKS), end)
    if opens == predicate.start and frame == "dies" and not predicate.idiom and clause > 0:
        subject = _shared_subject(scene, predicate, clause, opens)
        if subject is not None:
            return [subject]
    name = None if predicate.soft else name_at(scene, predicate, start, end, frame)
    if name is not None:
        return [name]
    if frame == "active":
        return _after_interruption(scene, predicate, clause)
    if first is not None and first.lower in OWN_SUBJECT:
        return []
    for earlier in range(clause - 1, max(-1, clause - 4), -1):
        if earlier not in scene.clauses:
            continue
        left, right = extent(scene, earlier)
        opening = next((w for w in scene.words[left:right] if w.text not in MARKS), None)
        if opening is not None and ("relative" in opening or "subordinators" in opening) and earlier > 0:
            continue
        if any(left <= p.at < right for p in scene.predicates):
            return _went_on(scene, predicate, clause, earlier) if frame == "passive" else []
        found = [
            m
            for m in scene.mentions
            if left <= m.start < right and not governed(scene, m) and m.kind not in ("unknown",)
        ]
        if found:
            return [] if found[-1].zero else found[-1:]
        pronoun = (
            _pronoun(scene, predicate, left, right, frame) if any("be" in w for w in scene.words[left:right]) else None
        )
        if pronoun is not None:
            return [pronoun]
    return []


def relative_object(scene: Scene, clause: int) -> list[Mention]:
    """Whom an active relative clause is about: "der Schaffner, den Fahrgäste verprügelten", "die Frau, die er erstach"."""
    start, end = extent(scene, clause)
    if clause == 0 or start < 2 or scene.words[start - 1].text != "," or end - start < 3:
        return []
    first, second = scene.sentence.lower[start : start + 2]
    if first not in ("den", "welchen") and not (first in ("die", "das") and second in SUBJECTS):
        return []
    before = [m for m in scene.mentions if m.end == start - 1 and m.kind != "unknown"]
    if before and first == "den" and before[-1].count is None:
        before[-1].singular = True
    return before[-1:] if before else _named_before(scene, Predicate(start, end, start, "", "dies"), start)


def _went_on(scene: Scene, predicate: Predicate, clause: int, earlier: int) -> list[Mention]:
    """The people of "wurden ermordet, verstümmelt und verschleppt", where a clause is nothing but its participle."""
    inside = [
        w for w, number in zip(scene.words, scene.clauses, strict=True) if number == clause and w.text not in MARKS
    ]
    own = scene.words[predicate.start : predicate.end]
    if earlier != clause - 1 or any(w not in own and "conjunctions" not in w and not _verbal(w) for w in inside):
        return []
    before = [
        f for f in scene.findings if f.predicate is not None and f.passive and scene.clauses[f.predicate.at] == earlier
    ]
    return [before[-1].mention] if before and not before[-1].mention.zero else []


def _verbal(word: Word) -> bool:
    """An adverb, or a word that may be a participle."""
    return "adverbs" in word or (word.text.islower() and not word.classes and word.text.endswith(("t", "en")))


def _shared_subject(scene: Scene, predicate: Predicate, clause: int, start: int) -> Mention | None:
    """The subject of the clause before "und" where the verb follows at once: "Der Maler war krank und starb in Rom"."""
    if clause - 1 not in scene.clauses or scene.words[start + 1 : start + 2] == [] or scene.words[start + 1].capital:
        return None
    left, right = extent(scene, clause - 1)
    for finding in scene.findings:
        if (
            finding.predicate is not None
            and left <= finding.predicate.at < right
            and finding.rule in ("passive", "dies")
        ):
            return finding.mention
    if any(left <= p.at < right and p.frame == "participle" and not p.idiom for p in scene.predicates) and any(
        "have" in w for w in scene.words[left:right]
    ):
        return None
    for mention in scene.mentions:
        if (
            left <= mention.start < right
            and not governed(scene, mention)
            and mention.kind != "unknown"
            and not mention.zero
        ):
            return mention if nominative(scene, mention) and not stray_object(scene, mention, left) else None
    return None


def stray_object(scene: Scene, mention: Mention, left: int) -> bool:
    """Whether a pronoun stands before the mention and is the subject instead."""
    return any("pronouns" in w for w in scene.words[left : mention.start])


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
            joined = [
                m
                for m in scene.mentions
                if m.start >= found[-1].end and scene.clauses[m.start] == earlier and listed_with(scene, found[-1], m)
            ]
            return [*found, *joined[:1]]
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
            if m.start in inside
            and not governed(scene, m)
            and m.kind == "person"
            and (m.count is not None or (m.singular and scene.words[m.start - 1].text in MARKS))
        ]
        if found:
            return found[:1]
    return []


def _pronoun(scene: Scene, predicate: Predicate, start: int, end: int, frame: str) -> Mention | None:
    """The pronoun that is the subject: "er", "sie" with a verb in the singular, "dieser" without a noun."""
    if frame == "active":
        return None
    lower = scene.sentence.lower
    single = any(v in SINGULAR or v in MODALS for v in lower[start:end]) or _single(lower[predicate.at])
    for at in range(start, end):
        word = lower[at]
        if (
            word == "er"
            or (word == "ich" and frame == "passive")
            or (word == "sie" and single)
            or (word in ("dieser", "diese") and single and _alone(scene, at))
        ):
            return scene.put(Mention(at, at + 1, at, "pronoun", singular=True, groups=_PRONOUNS.get(word, ("man",))))
    return None


def _single(verb: str) -> bool:
    """A finite verb of one person: "erlag", "verletzte", never "verletzten"."""
    return verb.endswith("te") or verb in SINGULAR


def _alone(scene: Scene, at: int) -> bool:
    """Whether a demonstrative stands without its noun."""
    following = scene.words[at + 1] if at + 1 < len(scene.words) else None
    return (
        following is None
        or "be" in following
        or "have" in following
        or "prepositions" in following
        or "adverbs" in following
        or following.frame == "dies"
    )
