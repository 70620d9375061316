"""Names as subjects in German: capital words without an article."""

from __future__ import annotations

from belegt.read.grammar.findings import Scene
from belegt.read.grammar.german.forms import shared_governor
from belegt.read.grammar.mention import Mention, months_of
from belegt.read.grammar.predicates import Predicate

NO_NAMES = frozenset(
    "jeder jede jemand niemand anm anmerkung red wikinews wikipedia angaben kurz später nachts morgens abends "
    "tags ebenso anschließend schließlich zudem unterdessen daraufhin damit davor dazu andere einige viele manche beide alle".split()
)


def name_at(scene: Scene, predicate: Predicate, start: int, end: int, frame: str) -> Mention | None:
    """A name as subject: capital words without article that no preposition governs ("Ossie Davis ist tot")."""
    at = start
    while at < end:
        if not name_word(scene, at):
            at += 1
            continue
        first = at
        while at < end and (
            name_word(scene, at)
            or scene.words[at].lower in ("von", "van", "de", "al", "bin")
            and at + 1 < end
            and name_word(scene, at + 1)
        ):
            at += 1
        before = scene.words[first - 1] if first > 0 else None
        governed = before is not None and (
            "prepositions" in before
            or "definite" in before
            or "possessive" in before
            or "indefinite" in before
            or before.age is not None
            or before.inert
        )
        adjective = (
            before is not None
            and before.lower.endswith(("e", "er", "en", "es"))
            and not before.capital
            and not before.classes
            and before.text.isalpha()
        )
        if governed and at - first >= 3:
            first, governed, adjective = first + 1, not scene.words[first + 1].capital, False
        if frame == "active" and at - first < 2:
            continue
        if before is not None and "conjunctions" in before and shared_governor(scene.words, first - 1):
            continue
        thing = at < len(scene.words) and scene.words[at].inert and scene.words[at].capital
        if governed or adjective or thing or any(first <= p.at < at for p in scene.predicates):
            continue
        text = scene.text[scene.sentence.starts[first] : scene.sentence.ends[at - 1]]
        mention = Mention(first, at, at - 1, "name", singular=True, names=(text,))
        scene.mentions.append(mention)
        scene.mentions.sort(key=lambda m: m.start)
        return mention
    return None


def name_word(scene: Scene, at: int) -> bool:
    word = scene.words[at]
    if not word.capital or not word.text[:1].isalpha() or len(word.text) < 2:
        return False
    if (
        word.harm
        or word.groups is not None
        or word.unit is not None
        or word.vague is not None
        or word.inert
        or word.lower in months_of("de")
        or word.lower in NO_NAMES
        or word.classes - {"names_particles"}
    ):
        return False
    return not (at == 0 and word.lower.endswith(("ung", "heit", "keit", "tag", "tags"))) and not word.lower.endswith(
        ("tag", "abend", "morgen", "nacht", "ung", "ungen", "heit", "keit", "schaft", "tion")
    )
