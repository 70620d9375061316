"""X seized A, A was seized by X, A held by X, die von X gehaltene Stadt A: areas that a verb is done to.

Invariant: who holds a nameless area ("areas held by the rebels") is no claim.
"""

from __future__ import annotations

from belegt.read.beside.control.areas import Area, area_of, areas_in, is_area
from belegt.read.beside.control.sides import finding, loser, party, pronoun_subject
from belegt.read.beside.finding import Finding
from belegt.read.beside.lexicon import HELD
from belegt.read.beside.order import order
from belegt.read.beside.scene import Predicate, Scene
from belegt.read.beside.story import Story

_STATES = frozenset(("holds", "lost"))


def taken(scene: Scene, story: Story, p: Predicate, change: str) -> Finding | None:
    """The claim that a verb with an area as its object makes; ``change`` is what the verb says."""
    if p.voice == "attribute":
        return _attributed(scene, story, p, change)
    agents = order(scene).phrases(scene, p, scene.lexicon.beside["agent"]) if p.voice != "active" else []
    if p.voice != "active" and (agents or not scene.lexicon.german):
        return _suffered(scene, story, p, change)
    return _done(scene, story, p, change)


def _attributed(scene: Scene, story: Story, p: Predicate, change: str) -> Finding | None:
    """Die von X gehaltene Stadt A."""
    agents = order(scene).phrases(scene, p, scene.lexicon.beside["agent"])
    chunk = scene.chunk(p.at)
    if not scene.lexicon.german or not agents or chunk is None:
        return None
    words = scene.lexicon.control
    change = "taken" if scene.lower[p.at] in words["held_taken"] else "holds" if scene.bits[p.at] & HELD else change
    area = area_of(scene, chunk, story, p.at + 1)
    if area is None or not area.named:
        return None
    who, phrase = party(scene, agents, story)
    return finding(scene, (change, "attribute"), area, who, p, (phrase,))


def _suffered(scene: Scene, story: Story, p: Predicate, change: str) -> Finding | None:
    """A was seized by X, A held by X, A was recaptured from Y."""
    words, reduced = scene.lexicon.control, p.voice == "reduced"
    subjects = order(scene).subjects(scene, p)
    if reduced:
        nearest = subjects[::-1]
        subjects = sorted(nearest, key=lambda c: not is_area(scene, c, c.start))
    areas = areas_in(scene, subjects, story)
    if not areas:
        return None
    area = areas[0][1]
    who, phrase = party(scene, order(scene).phrases(scene, p, scene.lexicon.beside["agent"]), story)
    if not who:
        return _recaptured(scene, p, change, area)
    if reduced and scene.bits[p.at] & HELD:
        change = "holds"
    if change == "holds" and scene.holds(words["former"], p.start - 2, p.at):
        change = "lost"
    if reduced and (area.plural and change in _STATES or not area.named and scene.lower[area.end - 1] in words["vague"]):
        return None
    return _with_loser(scene, p, finding(scene, (change, p.voice), area, who, p, (phrase,)))


def _recaptured(scene: Scene, p: Predicate, change: str, area: Area) -> Finding | None:
    """A was recaptured from Y, by nobody said."""
    found = finding(scene, (change, p.voice), area, "?", p) if p.voice == "passive" and change == "taken" else None
    if found is None:
        return None
    found.own |= {"holder": "", "from_holder": loser(scene, p, found)}
    return found if found.own["from_holder"] else None


def _done(scene: Scene, story: Story, p: Predicate, change: str) -> Finding | None:
    """X seized A; die Stadt A eroberten sie; territory they hold in A."""
    grammar, words, german = order(scene), scene.lexicon.control, scene.lexicon.german
    if scene.lower[p.at] in words["takes"] and scene.holds(words["not_take"], p.end, p.end + 1):
        return None
    areas = areas_in(scene, grammar.objects(scene, p), story)
    if not areas:
        return None
    area: Area | None = areas[0][1]
    assert area is not None
    if change == "holds" and not german and not area.named and area.end <= p.start:
        area = _lying(scene, story, p, area)
        if area is None:
            return None
    who, phrase = party(scene, grammar.subjects(scene, p), story, area)
    if not who and p.voice == "active":
        if german:
            who = pronoun_subject(scene, story, p)
        elif scene.words[p.at].ending == "ing":
            who = story.actor_before(scene, p.start)
    if change == "holds" and scene.lower[max(0, p.at - 2) : p.at] == ["used", "to"]:
        change = "lost"
    return _with_loser(scene, p, finding(scene, (change, p.voice), area, who, p, (phrase,)))


def _lying(scene: Scene, story: Story, p: Predicate, area: Area) -> Area | None:
    """ "territory they hold in A": the place stands behind the verb."""
    lies = [c for c in order(scene).phrases(scene, p, ("in",)) if story.names_place(scene, c.start, c.end)]
    if not lies:
        return None
    text = f"{scene.says(area.start, area.end)} in {scene.says(lies[0].start, lies[-1].end)}"
    return Area(text, area.start, lies[-1].end)


def _with_loser(scene: Scene, p: Predicate, found: Finding | None) -> Finding | None:
    if found is not None and found.own["change"] == "taken":
        found.own["from_holder"] = loser(scene, p, found)
    return found
