"""Who was harmed, in German: the clause and the case decide, since the verb may stand anywhere in it."""

from __future__ import annotations

from belegt.read.grammar.findings import Scene
from belegt.read.grammar.german.borrowed import borrowed, relative_object
from belegt.read.grammar.german.cases import (
    PLURAL,
    SINGULAR,
    THINGS_TOO,
    before_name,
    governed,
    listed_with,
    nominative,
    number_by_verb,
    objects,
    one_object,
    reflexive,
    speaks,
    stray,
    voice,
)
from belegt.read.grammar.german.clauses import clauses, extent
from belegt.read.grammar.german.complements import complement
from belegt.read.grammar.german.events import event
from belegt.read.grammar.german.names import roll
from belegt.read.grammar.german.nouns import DECEIT, deceived, neither
from belegt.read.grammar.german.shared import (
    agreeing,
    apposed,
    beside,
    gapped,
    lost,
    object_pronoun,
    over_relative,
    succumbed,
)
from belegt.read.grammar.german.strangers import stranger, stranger_object
from belegt.read.grammar.german.unreal import unreal
from belegt.read.grammar.mention import Mention
from belegt.read.grammar.predicates import Predicate
from belegt.read.lang import table

NOBODY = frozenset(("person", "man", "woman"))
"""Groups that say nothing of a side."""
EITHER = frozenset(("oder", "bzw", "beziehungsweise"))
BOTH = frozenset(("verletzt", "verwundet", "getötet", "leben", "umgekommen"))
"""Harm of many that "und" makes casualties: "wurden Dutzende getötet und verletzt"; tortured and killed is one after the other."""
SEARCHING = frozenset(("suchen", "suchten", "sucht", "suchte", "gesucht", "graben", "gruben", "bergen", "borgen", "barg"))
"""Verbs of those who look for people under the rubble."""
ADULT = 18
HUSBANDS = frozenset(
    (
        "mann",
        "ehemann",
        "mannes",
        "ehemannes",
        "ehemanns",
        "witwer",
        "ex-mann",
        "ex-freund",
        "lebensgefährte",
        "lebensgefährten",
    )
)
"""Nouns behind which "der Getöteten" is one woman."""
POLICE = frozenset(("polizei", "polizisten", "justiz", "beamten", "strafverfolgern"))
UNKNOWN = frozenset(("unbekannte", "bewaffnete", "maskierte", "vermummte"))
"""Right behind the verb these are who did it: "den Wirt erschossen Unbekannte"."""
LOST = frozenset(("verlor", "verloren", "verlieren"))
AFTER_CRIME = frozenset(("tat", "beute", "unerkannt", "überfall"))
PREPOSITIONS = frozenset(("für", "von", "auf", "über", "gegen", "dem", "of"))
"""Frames of phrases whose people stand behind this preposition; "of" for those inside the phrase, "dem" for the dative."""


def assign(scene: Scene) -> None:
    """Give every predicate of the sentence its people."""
    scene.clauses = clauses(scene)
    for mention in scene.mentions:
        if (
            mention.genitive
            and mention.kind == "harm"
            and scene.sentence.lower[mention.start - 1] in HUSBANDS
            and scene.sentence.lower[mention.start] == "der"
        ):
            mention.singular, mention.groups = True, ("woman",)
    for predicate in scene.predicates:
        if predicate.frame == "event":
            event(scene, predicate)
        elif not unreal(scene, predicate):
            _verb(scene, predicate)
    succumbed(scene)


def _verb(scene: Scene, predicate: Predicate) -> None:
    clause = scene.clauses[predicate.at]
    start, end = extent(scene, clause)
    if predicate.idiom and predicate.kind == "casualties" and _no_victims(scene, predicate):
        return
    inside = [m for m in scene.mentions if scene.clauses[m.start] == clause and not governed(scene, m)]
    if predicate.frame in PREPOSITIONS:
        complement(scene, predicate, clause)
        return
    if predicate.kind == "at_risk" and predicate.idiom and not SEARCHING.isdisjoint(scene.sentence.lower[start:end]):
        return
    if _no_harm(scene, predicate, scene.sentence.lower[start:end]):
        return
    if predicate.kind == "missing" and _lacked(scene, clause, inside):
        return
    frame = voice(scene, predicate, start, end)
    if frame == "active" and not (predicate.soft and predicate.idiom) and reflexive(scene, start, end, inside):
        frame = "dies"
    agent = None
    if frame == "active":
        found = _objects(scene, predicate, inside, clause)
        if found is None:
            return
        victims, agent = found
    else:
        victims = _subjects(scene, predicate, inside, frame, (start, end))
    if _row(scene, predicate, victims, frame, start):
        return
    victims = _completed(scene, predicate, victims, frame, clause)
    for mention in _fitting(scene, predicate, victims, frame, (start, end)):
        if neither(scene, mention):
            mention.zero = True
        if _told_again(mention, predicate) or _flees_justice(scene, mention, predicate):
            continue
        scene.add(
            mention, predicate.kind, frame, predicate, agent=agent, passive=frame == "passive", zero=predicate.zero
        )


def _objects(
    scene: Scene, predicate: Predicate, inside: list[Mention], clause: int
) -> tuple[list[Mention], Mention | None] | None:
    """Whom an active verb has for its object, and who did it; None where it says nothing new."""
    start, end = extent(scene, clause)
    agent: Mention | None = None
    pronoun = object_pronoun(scene, predicate, start, end)
    about = relative_object(scene, clause)
    if about:
        pronoun, agent = about, inside[-1] if inside else None
    victims, agent = objects(scene, predicate, inside) if pronoun is None else (pronoun, agent)
    if pronoun == []:
        return None
    victims = victims or stranger_object(scene, predicate, inside)
    for mention in victims:
        mention.singular = mention.singular or one_object(scene, mention)
    if predicate.soft:
        victims = [m for m in victims if m.kind in ("person", "harm", "bare", "pronoun")]
    if predicate.soft and predicate.idiom and "prepositions" not in scene.words[predicate.start]:
        itself = "sich" in scene.sentence.lower[predicate.start : predicate.end]
        victims = [] if itself else [m for m in victims if m.start > predicate.start]
        if not victims:
            return None
    return victims, agent


def _subjects(
    scene: Scene, predicate: Predicate, inside: list[Mention], frame: str, clause: tuple[int, int]
) -> list[Mention]:
    """Whom a verb that nobody acts in has for its subject."""
    start, end = clause
    victims = [
        m
        for m in inside
        if (m.kind != "unknown" or m.count is not None) and nominative(scene, m) and not stray(scene, m)
    ]
    victims += [
        m for m in inside if m.kind == "unknown" and m.article and any(listed_with(scene, v, m) for v in victims)
    ]
    if (
        not victims
        and frame == "passive"
        and not predicate.soft
        and predicate.kind in ("killed", "detained", "injured")
    ):
        victims = [
            m
            for m in inside
            if m.kind == "unknown"
            and m.definite
            and nominative(scene, m)
            and (before_name(scene, m) or (predicate.kind == "killed" and "wurden" in scene.sentence.lower[start:end]))
        ]
        for mention in victims:
            mention.singular = before_name(scene, mention)
    if not victims and frame == "passive" and predicate.kind not in THINGS_TOO:
        victims = [m for m in inside if m.article and scene.sentence.lower[m.start] not in ("eines", "einer")]
    if predicate.soft:
        victims = [m for m in victims if m.kind in ("person", "harm", "bare")]
    if not victims and frame == "passive":
        victims = stranger(scene, predicate, inside, clause)
    return victims


def _row(scene: Scene, predicate: Predicate, victims: list[Mention], frame: str, start: int) -> bool:
    """Make findings of a row of names that the verb has for its subject; False where there is none."""
    if (
        frame == "active"
        or predicate.soft
        or not all(m.singular for m in victims)
        or PLURAL.isdisjoint(scene.sentence.vocabulary)
    ):
        return False
    named = [m for m in roll(scene, start) if not m.used]
    if len(named) < 2:
        return False
    for mention in named:
        scene.add(mention, predicate.kind, frame, predicate, passive=frame == "passive")
    return True


def _completed(scene: Scene, predicate: Predicate, victims: list[Mention], frame: str, clause: int) -> list[Mention]:
    """The people of the clause with those whom it shares with others, as far as the verb agrees with them."""
    start, end = extent(scene, clause)
    if not victims and _either(scene, predicate):
        return []
    if not victims and not (predicate.soft and predicate.kind == "killed" and frame == "dies"):
        victims = [m for m in borrowed(scene, predicate, clause, frame) if frame != "active" or not speaks(scene, m)]
    if frame != "active":
        victims = [*over_relative(scene, clause, victims), *gapped(scene, clause, victims), *victims]
        victims = agreeing(scene, predicate, victims, start, end)
    if victims and frame != "active":
        victims = [*beside(scene, predicate, clause), *victims]
    victims = apposed(scene, victims)
    if (
        len(victims) == 1
        and predicate.end == victims[0].start
        and scene.sentence.lower[victims[0].start] in UNKNOWN
        and not any("be" in w for w in scene.words[start:end])
    ):
        return []
    if len(victims) == 1 and frame != "active":
        number_by_verb(scene, victims[0], predicate, start, end)
    return victims


def _fitting(
    scene: Scene, predicate: Predicate, victims: list[Mention], frame: str, clause: tuple[int, int]
) -> list[Mention]:
    """The people whom the word can harm at all."""
    start, end = clause
    only = _only_for(scene, predicate)
    never = table(scene.lexicon.lang, "harm")["never"].get(scene.sentence.lower[predicate.at], ())
    if predicate.soft and any("be" in w for w in scene.words[start:end]):
        victims = [m for m in victims if not m.singular or m.article or m.definite or m.count or m.kind == "pronoun"]
    if scene.sentence.lower[predicate.at] in LOST and not predicate.idiom:
        victims = lost(scene, victims, scene.sentence.lower[start:end]) if frame == "active" else []
    _side_of_bombers(scene, predicate, victims, clause)
    kept: list[Mention] = []
    for mention in victims:
        if predicate.zero and mention.kind not in ("person", "harm", "pronoun", "name"):
            continue
        if only and only.isdisjoint(mention.groups):
            continue
        if mention.count is None and scene.sentence.lower[mention.head] in never:
            continue
        if predicate.idiom and mention.kind == "harm" and predicate.start < mention.start < predicate.end:
            continue
        if (
            predicate.kind == "at_risk"
            and predicate.soft
            and mention.singular
            and mention.groups != ("child",)
            and (mention.age or ADULT) >= ADULT
        ):
            continue
        kept.append(mention)
    return kept


def _no_harm(scene: Scene, predicate: Predicate, lower: list[str]) -> bool:
    """ "Zwei Männer, die nach der Tat verschwanden", "wer sie überfährt", "sahen eine Person fliehen": none of these is harm."""
    word, following = scene.sentence.lower[predicate.at], scene.sentence.lower[predicate.at + 1 : predicate.at + 2]
    if predicate.kind == "missing" and word.startswith("versch"):
        return not AFTER_CRIME.isdisjoint(lower)
    if (
        predicate.idiom
        and word == "flucht"
        and following == ["vor"]
        and not POLICE.isdisjoint(scene.sentence.lower[predicate.end : predicate.end + 4])
    ):
        return True
    if predicate.kind == "displaced" and predicate.infinitive:
        return following in (["sehen"], ["gesehen"], ["lassen"])
    opening = next((w for w in lower if w[0].isalnum()), "")
    helped = any(v in SINGULAR or v in PLURAL or v == "worden" for v in lower)
    return word == "überfahren" and opening in ("die", "der", "wer") and not helped


def _lacked(scene: Scene, clause: int, inside: list[Mention]) -> bool:
    """ "Die Ansagen wurden von Anwohnern vermisst": somebody lacks a thing, nobody is lost."""
    people = any(m.kind in ("person", "bare", "pronoun", "harm") for m in inside)
    return not people and any(
        scene.clauses[m.start] == clause and m.governor == "von" and m.kind == "person" for m in scene.mentions
    )


def _side_of_bombers(scene: Scene, predicate: Predicate, victims: list[Mention], clause: tuple[int, int]) -> None:
    """ "Er sprengte sich in die Luft": who blows himself up is an attacker."""
    lower = scene.sentence.lower[slice(*clause)]
    if predicate.idiom and predicate.kind == "killed" and "sich" in lower and "luft" in lower:
        for mention in [m for m in victims if set(m.groups) <= NOBODY]:
            if scene.sentence.lower[max(0, mention.start - 2) : mention.start] != ["sich", "und"]:
                mention.groups = ("attacker",)


def _no_victims(scene: Scene, predicate: Predicate) -> bool:
    """ "wurde als Opfer von ... dargestellt", "wurde Opfer eines Betrugs": a phrase of victims that tells of no harm."""
    lower = scene.sentence.lower
    before = scene.words[predicate.at - 2]
    return before.determined or before.lower == "als" or deceived(lower[predicate.at : predicate.at + DECEIT])


def _either(scene: Scene, predicate: Predicate) -> bool:
    """ "verletzt oder gar getötet": two harms of one number of people are casualties."""
    for finding in scene.findings:
        first = finding.predicate
        if (
            first is None
            or first is predicate
            or {finding.kind, predicate.kind} not in ({"killed", "injured"}, {"injured", "displaced"})
            or first.end > predicate.start
        ):
            continue
        if not EITHER.isdisjoint(scene.sentence.lower[first.end : predicate.start]):
            pass
        elif finding.mention.singular or not BOTH.issuperset(
            (scene.sentence.lower[first.at], scene.sentence.lower[predicate.at])
        ):
            continue
        between = scene.words[first.end : predicate.start]
        if (
            len(between) > 5
            or not any("conjunctions" in w for w in between)
            or any(first.end <= m.start < predicate.start for m in scene.mentions)
        ):
            continue
        finding.kind = "displaced" if predicate.kind == "displaced" else "casualties"
        finding.end = max(finding.end, predicate.end)
        return True
    return False


def _only_for(scene: Scene, predicate: Predicate) -> frozenset[str]:
    """The groups that a word harms: "gefallen" are soldiers; empty for every other word."""
    if predicate.idiom:
        return frozenset()
    return frozenset(table(scene.lexicon.lang, "harm")["only_for"].get(scene.sentence.lower[predicate.at], ()))


def _told_again(mention: Mention, predicate: Predicate) -> bool:
    """ "Die Getöteten verbrannten": people who are named by the harm already."""
    return mention.kind == "harm" and mention.harm == predicate.kind and mention.count is None and mention.definite


def _flees_justice(scene: Scene, mention: Mention, predicate: Predicate) -> bool:
    """Culprits, prisoners and single persons who flee are no displaced people; a family is."""
    if predicate.kind != "displaced":
        return False
    if predicate.frame == "participle" and not predicate.idiom:
        return mention.kind == "name"
    many = scene.sentence.lower[mention.head] in table(scene.lexicon.lang, "victims")["collectives"]["words"]
    return (
        bool({"attacker", "prisoner", "combatant", "police"} & set(mention.groups))
        or (mention.singular and not many)
        or mention.kind == "name"
    )
