"""People whom two German verbs share, and whether a verb agrees with them in number."""

from __future__ import annotations

from collections.abc import Sequence

from belegt.read.grammar.findings import Scene
from belegt.read.grammar.german.cases import ACCUSATIVE, PLURAL, SINGULAR, before_name, governed
from belegt.read.grammar.german.clauses import MARKS, extent
from belegt.read.grammar.german.names import name_word
from belegt.read.grammar.lexicon import Word
from belegt.read.grammar.mention import Mention
from belegt.read.grammar.predicates import Predicate
from belegt.read.grammar.quantities import Count

SUCCUMBED = frozenset(("erlag", "erlagen", "erlegen", "starb", "starben"))
KIN = frozenset(("man", "woman", "child", "elderly"))
"""Groups of two people where two nouns differ in them: "Mutter und Kind"."""
FOUND_AGAIN = frozenset("augen gedränge sorgerecht kontakt prozess spiel wette wahl vertrauen geduld".split())
"""Words beside which somebody who was lost is not dead."""
ALSO = frozenset(("auch", "noch", "alle", "ebenfalls", "weitere"))
DEGREES = frozenset(("schwer", "leicht", "lebensgefährlich", "schwerst", "tödlich", "unbestimmten grades"))


def over_relative(scene: Scene, clause: int, victims: list[Mention]) -> list[Mention]:
    """The first of two people whose relative clause stands between: "Ein Richter, der ..., und zwei Polizisten"."""
    start, _ = extent(scene, clause)
    if clause < 2 or not victims or "conjunctions" not in scene.words[start]:
        return []
    left, right = extent(scene, clause - 1) if clause - 1 in scene.clauses else (0, 0)
    opening = next((w for w in scene.words[left:right] if w.text not in MARKS), None)
    if opening is None or "relative" not in opening:
        return []
    return [m for m in scene.mentions if m.end in (left, left - 1) and not governed(scene, m) and not m.used][-1:]


def gapped(scene: Scene, clause: int, victims: list[Mention]) -> list[Mention]:
    """The first of "wurde der Mann schwer, seine Freundin leicht verletzt": its clause ends with how badly."""
    if clause < 1 or clause - 1 not in scene.clauses or len(victims) != 1:
        return []
    left, right = extent(scene, clause - 1)
    last = next((i for i in range(right - 1, left, -1) if scene.words[i].text not in MARKS), left)
    if scene.sentence.lower[last] not in DEGREES or not any("be" in w for w in scene.words[left:right]):
        return []
    if any(left <= p.at < right for p in scene.predicates):
        return []
    return [m for m in scene.mentions if left <= m.start < right and m.kind != "unknown" and not governed(scene, m)][
        -1:
    ]


def object_pronoun(scene: Scene, predicate: Predicate, start: int, end: int) -> list[Mention] | None:
    """The pronoun that an active verb has for its object: "ihn" is one man, "sie" says nothing new (empty); None without one."""
    lower = scene.sentence.lower
    alone = not any(p is not predicate and start <= p.at < end for p in scene.predicates)
    within = range(start if alone else predicate.start, predicate.end) if predicate.idiom else range(start, end)
    him = next((i for i in within if lower[i] == "ihn" and "prepositions" not in scene.words[i - 1]), None)
    if him is not None:
        if any(f.kind == predicate.kind and f.mention.singular and f.mention.end <= him for f in scene.findings):
            return []
        if predicate.idiom and (meant := _antecedent(scene, him)) is not None:
            return [meant]
        return [scene.put(Mention(him, him + 1, him, "pronoun", singular=True, groups=("man",)))]
    people = [m for m in scene.mentions if start <= m.start < end and not governed(scene, m)]
    before = predicate.start - 1
    if predicate.idiom or lower[predicate.end : predicate.end + 1] == ["sie"]:
        inside = within if predicate.idiom else range(predicate.end, predicate.end + 1)
        them = next((i for i in inside if lower[i] in ("sie", "uns", "mich")), None)
        if them is None or not people or not all(m.end <= them for m in people):
            return None
        if any(m.singular and m.end <= predicate.start and lower[m.start] in ACCUSATIVE for m in people):
            return None
        return people[-1:] if len(people) > 1 and people[-1].count is not None else []
    if before >= start and lower[before] in ("sie", "es") and len(people) == 1 and people[0].end <= before:
        return []
    return None


def _antecedent(scene: Scene, him: int) -> Mention | None:
    """Whom the sentence told of just before as an object: "überwältigten den Angreifer und nahmen ihn fest"."""
    before = [m for m in scene.mentions if m.end <= him and m.kind == "person" and not governed(scene, m)]
    one = before[-1] if before else None
    return one if one is not None and one.singular and scene.sentence.lower[one.start] in ACCUSATIVE else None


def lost(scene: Scene, victims: list[Mention], clause: list[str]) -> list[Mention]:
    """ "Ich habe meinen Vater verloren", "die Armee verlor 30 Soldaten": only kin of somebody, and counted fighters."""
    if not FOUND_AGAIN.isdisjoint(clause):
        return []
    kin = [m for m in victims if set(m.groups) & KIN and m.kind == "person"]
    owned = [
        m
        for m in kin
        if "possessive" in scene.words[m.start]
        or m.count is not None
        and any("possessive" in scene.words[k.start] for k in kin)
    ]
    fallen = [m for m in victims if m.count is not None and "combatant" in m.groups]
    return owned or fallen


def beside(scene: Scene, predicate: Predicate, clause: int) -> list[Mention]:
    """ "Neben zwei Soldaten starb auch der Dolmetscher": who opens the clause behind "neben" came to the same."""
    start, end = extent(scene, clause)
    if scene.sentence.lower[start] != "neben" or ALSO.isdisjoint(scene.sentence.lower[start:end]):
        return []
    first = next((m for m in scene.mentions if start < m.start < predicate.end), None)
    told = first is not None and first.governor == "neben" and first.kind in ("person", "bare", "harm")
    return [first] if told and first is not None and (first.count is not None or first.singular) else []


def apposed(scene: Scene, victims: list[Mention]) -> list[Mention]:
    """The people without an office that only names again who stands before it: "sein Chef, Hauptmann A. B."."""
    kept: list[Mention] = []
    for mention in victims:
        if kept and _office(scene, kept[-1], mention):
            continue
        kept.append(mention)
    return kept


def _office(scene: Scene, first: Mention, second: Mention) -> bool:
    """Whether a bare noun with a name behind it stands right behind one person that has none."""
    between = scene.words[first.end : second.start]
    bare = (
        second.start == second.head and second.count is None and second.kind == "person" and before_name(scene, second)
    )
    return (
        bare
        and len(between) == 1
        and between[0].text == ","
        and first.singular
        and first.count is None
        and first.kind == "person"
    )


def succumbed(scene: Scene) -> None:
    """ "Sie erlitt Verletzungen, denen sie später erlag": who dies of the injuries told just before is dead, not injured too."""
    if SUCCUMBED.isdisjoint(scene.sentence.vocabulary):
        return
    for death in [f for f in scene.findings if f.kind == "killed" and f.mention.kind == "pronoun"]:
        clause = death.predicate and scene.clauses[death.predicate.at]
        start = extent(scene, clause)[0] if clause else 0
        hurt = next((f for f in scene.findings if f.kind == "injured" and f.end in (start, start - 1)), None)
        if hurt is None or start >= len(scene.words) or scene.sentence.lower[start] not in ("denen", "der", "die"):
            continue
        scene.findings.remove(death)
        hurt.kind, hurt.end = "killed", death.end
        hurt.mention.used = {"killed"}


def agreeing(scene: Scene, predicate: Predicate, victims: list[Mention], start: int, end: int) -> list[Mention]:
    """The subjects without those that the verb cannot have: one person of a plural verb, two of a singular one."""
    modal = any("modal" in w for w in scene.words[start:end])
    verbs = [] if modal else [v for v in scene.sentence.lower[start:end] if v in PLURAL or v in SINGULAR]
    if len(victims) not in (1, 2) or not (verbs or len(victims) == 2):
        return victims
    first = victims[0]
    goes_on = any("conjunctions" in w for w in scene.words[end : end + 1])
    alone = not goes_on and not any(p is not predicate and start <= p.at < end for p in scene.predicates)
    if (
        len(victims) == 1
        and alone
        and verbs
        and all(v in PLURAL for v in verbs)
        and first.singular
        and first.count is None
        and first.kind != "harm"
    ):
        if scene.clauses[first.start] == scene.clauses[predicate.at]:
            return _pair(scene, first, start)
        return [] if first.kind == "name" or predicate.soft else victims
    between = scene.words[first.end : victims[-1].start]
    if (
        len(victims) == 2
        and first.singular
        and scene.words[victims[1].head].plural is not True
        and _one_person(between, victims, verbs)
    ):
        return victims[:1]
    if (
        len(victims) == 2
        and verbs
        and all(v in SINGULAR for v in verbs)
        and between
        and between[-1].text == ","
        and first.singular
    ):
        return victims[:1] if first.start > predicate.start or victims[1].start > predicate.end else victims
    return victims


def _one_person(between: Sequence[Word], victims: list[Mention], verbs: list[str]) -> bool:
    """ "der Pilot, ein Däne, starb", "der Soziologe und Forscher verstarb": two words for one person."""
    if len(between) != 1 or any(v in PLURAL for v in verbs) or victims[1].count is not None:
        return False
    kin = [set(v.groups) for v in victims[:2]]
    if all(k and k <= KIN for k in kin) and (kin[0].isdisjoint(kin[1]) or between[0].text != ","):
        return False
    if between[0].text == ",":
        return victims[0].definite and victims[1].article
    return not (victims[1].definite or victims[1].article)


def _pair(scene: Scene, second: Mention, start: int) -> list[Mention]:
    """ "Anton Beispiel und sein Sohn wurden verletzt": a name before the one person makes two; else the verb has others."""
    at = second.start - 1
    if at <= start or "conjunctions" not in scene.words[at]:
        return []
    first = at
    while first > start and name_word(scene, first - 1):
        first -= 1
    if first == at:
        return [second]
    text = scene.text[scene.sentence.starts[first] : scene.sentence.ends[at - 1]]
    second.count = Count(first, second.end, 2, 2, "exact")
    second.start, second.names, second.singular = first, (text, *second.names), False
    return [second]
