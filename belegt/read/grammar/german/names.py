"""Names as subjects in German: capital words without an article."""

from __future__ import annotations

from belegt.read.grammar.findings import Scene
from belegt.read.grammar.german.forms import shared_governor
from belegt.read.grammar.mention import Mention, months_of
from belegt.read.grammar.predicates import Predicate

ROLL_REACH = 6
"""Tokens from the start of a clause in which a row of names begins."""
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
        return scene.put_name(first, at)
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


def roll(scene: Scene, start: int) -> list[Mention]:
    """Named people in a row beside the verb of many: "getötet wurden Anna Beispiel (22), Karl Muster und der Wirt Hans Probe"."""
    known = {m.start: m for m in scene.mentions if m.kind == "person" and m.singular and not m.governor}
    for first in range(start, min(start + ROLL_REACH, len(scene.words))):
        if first and ("prepositions" in scene.words[first - 1] or scene.words[first - 1].capital):
            continue
        chain, end = _chain(scene, first, known)
        names = sum(isinstance(c, tuple) for c in chain)
        if (names > 1 or names and len(chain) > 2) and _beside_verb(scene, first, end):
            return [c if isinstance(c, Mention) else scene.put_name(*c) for c in chain]
    return []


def _chain(scene: Scene, first: int, known: dict[int, Mention]) -> tuple[list[Mention | tuple[int, int]], int]:
    """The people from a token on, joined by commas and "und", and where the last of them ends."""
    chain: list[Mention | tuple[int, int]] = []
    at = end = first
    while at < len(scene.words):
        stop = _name_end(scene, at if at not in known else known[at].end)
        if at in known:
            chain.append(known[at])
        elif stop - at >= 2:
            chain.append((at, stop))
        else:
            break
        end = _over_brackets(scene, max(stop, known[at].end if at in known else stop))
        joined = end < len(scene.words) and (scene.words[end].text == "," or scene.words[end].lower in ("und", "sowie"))
        if not joined:
            break
        at = end + 1
    return chain, end


def _name_end(scene: Scene, at: int) -> int:
    """Where the words of a name end that begin at a token; "B." may end it."""
    while at < len(scene.words) and name_word(scene, at):
        at += 1
    initial = scene.words[at : at + 2]
    return (
        at + 2
        if len(initial) == 2 and len(initial[0].text) == 1 and initial[0].capital and initial[1].text == "."
        else at
    )


def _over_brackets(scene: Scene, at: int) -> int:
    """Where the sentence goes on behind "(22)"."""
    if at < len(scene.words) and scene.words[at].text == "(":
        return next((i + 1 for i in range(at, min(at + 8, len(scene.words))) if scene.words[i].text == ")"), at)
    return at


def _beside_verb(scene: Scene, first: int, end: int) -> bool:
    """Whether a verb of many stands right before or behind the row."""
    near = [*scene.words[max(0, first - 2) : first], *scene.words[end : end + 1]]
    return any(w.lower in ("wurden", "sind", "waren", "starben", "seien", "kamen") for w in near)
