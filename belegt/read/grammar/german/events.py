"""Harm as a German noun: "der Tod von acht Kindern", "die Ermordung des Bürgermeisters", "15 Festnahmen"."""

from __future__ import annotations

from belegt.read.grammar import nominal
from belegt.read.grammar.findings import Scene
from belegt.read.grammar.german.cases import before_name, listed_with
from belegt.read.grammar.german.names import name_word
from belegt.read.grammar.mention import Mention
from belegt.read.grammar.numerals import compound
from belegt.read.grammar.predicates import Predicate
from belegt.read.grammar.quantities import Count
from belegt.read.lang import words

GENITIVES = frozenset(
    (
        "der",
        "des",
        "eines",
        "einer",
        "dieser",
        "dieses",
        "seiner",
        "seines",
        "ihrer",
        "ihres",
        "zweier",
        "dreier",
        "mehrerer",
        "vieler",
        "zahlreicher",
        "hunderter",
        "tausender",
        "dutzender",
    )
)
COMPLEMENTS = frozenset(("von", "an", "vom"))
FEMININE = ("in", "frau", "mutter", "tochter", "schwester")
LANG = "de"
LEAD = 4
"""How far before the noun the word may stand that makes it a plan."""


def event(scene: Scene, predicate: Predicate) -> None:
    """Find the people of a noun that says what came to them."""
    counted = next(
        (
            m
            for m in scene.mentions
            if m.start < predicate.at <= m.end and m.count is not None and m.kind in ("bare", "unknown")
        ),
        None,
    )
    counted = counted or _manifold(scene, predicate)
    if counted is not None:
        scene.add(counted, predicate.kind, "event-number", predicate)
        return
    if predicate.end >= len(scene.words) or nominal.forecast(scene, predicate.at) or _planned(scene, predicate.at):
        return
    if predicate.start and "possessive" in scene.words[predicate.start - 1]:
        return
    target = _target(scene, predicate) or _arrest(scene, predicate)
    if target is None:
        return
    if (
        scene.sentence.lower[target.start] == "der"
        and target.count is None
        and target.age is None
        and scene.words[target.head].groups is not None
        and not scene.sentence.lower[target.head].endswith(FEMININE)
    ):
        target.singular = False
    if target.count is None and target.start == target.head and before_name(scene, target):
        target.singular = True
    scene.add(target, predicate.kind, "event-of", predicate)
    last = target
    for mention in [m for m in scene.mentions if m.start >= target.end]:
        between = scene.words[last.end : mention.start]
        if (
            not listed_with(scene, last, mention)
            or len(between) > 2
            or scene.clauses[mention.start] != scene.clauses[last.start]
        ):
            break
        if between[-1].text == "," and mention.count is None and (mention.definite or mention.article):
            break
        if mention.kind == "harm" and mention.harm != predicate.kind:
            break
        scene.add(mention, predicate.kind, "event-of", predicate)
        last = mention


def _target(scene: Scene, predicate: Predicate) -> Mention | None:
    """The complement of the noun: with "von" or "an", or a genitive."""
    end = predicate.end
    by_von = scene.sentence.lower[end] in COMPLEMENTS
    if not by_von and scene.sentence.lower[end] not in GENITIVES:
        return _owner(scene, end) if predicate.kind in ("killed", "detained") else None
    for mention in scene.mentions:
        if mention.start in (end, end + 1) and (
            mention.governor in COMPLEMENTS
            if by_von
            else mention.definite or mention.article or mention.kind == "person"
        ):
            return None if mention.kind == "unknown" and mention.count is None else mention
    return named(scene, end + 1) if by_von and predicate.kind in ("killed", "detained") else None


def named(scene: Scene, first: int) -> Mention | None:
    """ "die Ermordung von Anton Beispiel": two or more words of a name."""
    end = first
    while end < len(scene.words) and name_word(scene, end):
        end += 1
    if end - first < 2:
        return None
    return scene.put_name(first, end)


def _owner(scene: Scene, first: int) -> Mention | None:
    """ "Der Tod Anton Beispiels", "die Festnahme Beispiels": a name in the genitive right behind the noun."""
    end = first
    while end < len(scene.words) and name_word(scene, end):
        end += 1
    if end == first or not scene.words[end - 1].lower.endswith(("s", "’", "'")) or len(scene.words[end - 1].text) < 4:
        return None
    text = scene.text[scene.sentence.starts[first] : scene.sentence.ends[end - 1]].rstrip("s")
    return scene.put(Mention(first, end, end - 1, "name", singular=True, names=(text,)))


def _manifold(scene: Scene, predicate: Predicate) -> Mention | None:
    """ "Wegen dreifachen Mordes", "ein Doppelmord": a number that the word before the noun or its first part says."""
    at, lower = predicate.at, scene.sentence.lower
    if predicate.kind != "killed" or "mord" not in lower[at] or not at:
        return None
    start, size = (at, 2) if lower[at].startswith("doppelmord") else (at - 1, _times(lower[at - 1]))
    size = size or _times(lower[at].partition("mord")[0] + "e")
    if size < 2:
        return None
    count = Count(start, at + 1, size, size, "exact")
    return scene.put(Mention(start, at + 1, at, "bare", count=count, governor="wegen"))


def _times(word: str) -> int:
    """The number of "dreifachen", "dreifach", 0 for another word."""
    head, fach, ending = word.partition("fach")
    known = head if fach and ending in ("", "e", "en", "er", "em", "es") else ""
    return int(compound(known, LANG) or 0) if known else 0


def _arrest(scene: Scene, predicate: Predicate) -> Mention | None:
    """ "Es gab eine Festnahme", "nach einer Verhaftung": one arrest of nobody who is named."""
    at = predicate.at
    single = scene.sentence.lower[at] in ("festnahme", "verhaftung")
    if not single or not at or "indefinite" not in scene.words[at - 1]:
        return None
    return scene.put(Mention(at - 1, at + 1, at, "bare", singular=True, article=True))


def _planned(scene: Scene, at: int) -> bool:
    """ "ein Komplott zur Ermordung des Botschafters", "nahm den Tod von Passanten in Kauf"."""
    lower = scene.sentence.lower
    plans = words(scene.lexicon.lang, "grammar", "plans")
    if any(word in plans for word in lower[max(0, at - LEAD) : at]):
        return True
    clause = [lower[i] for i, number in enumerate(scene.clauses) if number == scene.clauses[at] and i > at]
    return "kauf" in clause or not words(scene.lexicon.lang, "grammar", "planned").isdisjoint(clause)
