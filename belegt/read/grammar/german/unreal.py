"""What a German clause does not say as a fact: supposed, asked, wished, threatened, foreseen or denied harm."""

from __future__ import annotations

from belegt.read.grammar.findings import Scene
from belegt.read.grammar.german.clauses import MARKS, extent
from belegt.read.grammar.predicates import Predicate
from belegt.read.lang import words

IRREAL = frozenset(
    (
        "könnte",
        "könnten",
        "würde",
        "würden",
        "wenn",
        "falls",
        "drohte",
        "drohten",
        "droht",
        "drohen",
        "will",
        "wollen",
        "wollte",
        "wollten",
        "möge",
        "dürfte",
        "dürften",
        "soll_nicht",
    )
)
COUNTERFACTUAL = frozenset(("wäre", "wären", "hätte", "hätten", "würde", "würden"))
NEVER = frozenset(("nie", "niemals"))
NOT_DENIED = frozenset(("nur", "weniger", "mehr", "einmal"))
DREAD = frozenset(("gefahr", "risiko", "furcht"))
BARELY = frozenset(("beinahe", "fast", "haar"))
OTHERWISE = frozenset(("sonst", "andernfalls", "ansonsten"))
AT_WORST = frozenset(("schlimmsten", "fall"))
SHALL = frozenset(("soll", "sollen", "sollte", "sollten"))
FORCED = frozenset(("musste", "mussten", "mußten", "müssen", "ließ", "ließen"))
ACHIEVED = frozenset(("gelang", "gelungen", "gelinge", "gelingt"))
COULD = frozenset(("konnte", "konnten"))


def unreal(scene: Scene, predicate: Predicate) -> bool:
    """Whether the clause only supposes, threatens, foresees or denies the harm; the predicate says which."""
    start, end = extent(scene, scene.clauses[predicate.at])
    lower = scene.sentence.lower[start:end]
    if _supposed(scene, lower, start):
        predicate.refused = "supposed"
    elif _unharmed(scene, predicate, lower, start):
        predicate.zero = True
    elif _denied(lower, predicate.start - start, predicate.end - start, predicate.at - start) or _dies_out(
        scene, predicate, end
    ):
        predicate.refused = "denied"
    elif _planned(predicate, lower, start) or (predicate.infinitive and _open(scene, predicate, start, end)):
        predicate.refused = "supposed"
    return bool(predicate.refused)


def _supposed(scene: Scene, lower: list[str], start: int) -> bool:
    """Whether the words of a clause that begins at ``start`` make it no fact."""
    if any(w in IRREAL for w in lower) and not any(w in ("würden", "würde") and "vermisst" in lower for w in lower):
        return True
    opening = next((w for w in lower if w not in MARKS and w[0].isalnum()), "")
    if opening in COUNTERFACTUAL and not any(scene.sentence.lower[i][0].isalnum() for i in range(start)):
        return True
    first = next((w for w in scene.sentence.lower if w[0].isalnum()), "")
    if opening in COUNTERFACTUAL and first in COUNTERFACTUAL:
        return True
    if opening == "dass" and not words(scene.lexicon.lang, "grammar", "forecast").isdisjoint(
        scene.sentence.lower[:start]
    ):
        return True
    if opening == "dass" and not DREAD.isdisjoint(scene.sentence.lower[:start]):
        return True
    if not COUNTERFACTUAL.isdisjoint(lower) and _barely(scene, lower) or AT_WORST.issubset(lower):
        return True
    return opening == "ob" or (opening in ("ohne", "statt", "anstatt") and "zu" in lower) or _asked(lower)


def _barely(scene: Scene, lower: list[str]) -> bool:
    """ "Beinahe wären drei Kinder ertrunken", "sonst hätte die Flut sie getötet": what did not come to pass."""
    return not BARELY.isdisjoint(lower) or scene.sentence.lower[0] in OTHERWISE


def _planned(predicate: Predicate, lower: list[str], start: int) -> bool:
    """ "Alle Bewohner sollen evakuiert werden": with the present infinitive "sollen" says what is to be done, not hearsay."""
    at = predicate.at - start
    return predicate.kind != "missing" and lower[at + 1 : at + 2] == ["werden"] and not SHALL.isdisjoint(lower)


def _asked(lower: list[str]) -> bool:
    """ "Wie viele Menschen starben, ist unklar"."""
    return any(word == "wie" and lower[at + 1 : at + 2] in (["viele"], ["vielen"]) for at, word in enumerate(lower))


def _denied(lower: list[str], start: int, end: int, at: int) -> bool:
    """Whether "nicht" or "nie" stands before the verb and outside it, and not "nicht nur", "nicht mehr"."""
    if not NEVER.isdisjoint(lower[:at]):
        return True
    place = next((i for i, word in enumerate(lower[:at]) if word == "nicht" and not start <= i < end), None)
    return place is not None and not NOT_DENIED.intersection(lower[place + 1 : place + 2])


def _unharmed(scene: Scene, predicate: Predicate, lower: list[str], start: int) -> bool:
    """ "Der Lenker wurde nicht verletzt", "Passanten kamen nicht zu Schaden": nobody was hurt, and the text says so."""
    if predicate.kind not in ("injured", "casualties") or predicate.frame not in ("participle", "dies"):
        return False
    first = predicate.at if not predicate.idiom else predicate.at - 1
    if predicate.idiom and scene.sentence.lower[predicate.start] == "zu":
        first = predicate.start
    clause = scene.words[start : start + len(lower)]
    told = any("be" in w for w in clause) or predicate.idiom
    if scene.sentence.lower[first - 1 : first] != ["nicht"] or not told or any("have" in w or "modal" in w for w in clause):
        return False
    return lower[predicate.end - start : predicate.end - start + 1] not in (["werden"], ["würde"], ["würden"])


def _open(scene: Scene, predicate: Predicate, start: int, end: int) -> bool:
    """Whether an infinitive says no fact: after "must", "managed to" and the like it does."""
    lower = scene.sentence.lower
    if not FORCED.isdisjoint(lower[start:end]):
        return False
    if predicate.kind in ("detained", "killed") and (
        not ACHIEVED.isdisjoint(lower[:end]) or not COULD.isdisjoint(lower[start:end])
    ):
        return False
    present = scene.words[predicate.at].infinitive and not predicate.idiom
    return not present or any("modal" in w or "be" in w or w.lower == "zu" for w in scene.words[start:end])


def _dies_out(scene: Scene, predicate: Predicate, end: int) -> bool:
    """ "Zwei Sprachen sterben aus": the particle at the end of the clause makes it another verb."""
    last = next((w.lower for w in reversed(scene.words[predicate.end : end]) if w.text not in MARKS), "")
    return last == "aus" and scene.sentence.lower[predicate.at].startswith(("sterb", "stirb", "starb"))
