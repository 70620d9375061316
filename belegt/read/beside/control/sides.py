"""Who is a side of a change: the party of a phrase, whom a pronoun means, and the claim that comes of it."""

from __future__ import annotations

from collections.abc import Iterable

from belegt.read.beside.actors import is_actor, named, nominative
from belegt.read.beside.control.areas import Area
from belegt.read.beside.finding import Finding
from belegt.read.beside.lexicon import ACTOR, OWN, PRON
from belegt.read.beside.order import order
from belegt.read.beside.scene import Chunk, Predicate, Scene
from belegt.read.beside.story import Story

LASTING = frozenset(("holds", "split"))


def party(scene: Scene, chunks: list[Chunk], story: Story, area: Area | None = None) -> tuple[str, Chunk | None]:
    """The party among the phrases, with its phrase; a pronoun is the party told last, "his troops" are that party's."""
    for chunk in chunks:
        if area is not None and chunk.start < area.end and area.start < chunk.end:
            continue
        if is_actor(scene, chunk):
            owner = story.actor_before(scene, chunk.start) if scene.bits[chunk.start] & OWN else ""
            return owner or named(scene, chunk), chunk
    for chunk in chunks:
        if scene.bits[chunk.head] & PRON and not scene.words[chunk.head].capital or scene.bits[chunk.start] & OWN:
            return story.actor_before(scene, chunk.start), chunk
    return "", None


def pronoun_subject(scene: Scene, story: Story, p: Predicate) -> str:
    """ "eroberten sie": a German pronoun stands beside its verb and forms no phrase."""
    pronouns = scene.lexicon.beside["pronouns"]
    at = next((k for k, low in enumerate(scene.lower) if low in pronouns and scene.clauses[k] == p.clause and scene.chunk_at[k] < 0), -1)
    return story.actor_before(scene, at) if at >= 0 else ""


def finding(scene: Scene, how: tuple[str, str], area: Area, who: str, p: Predicate, chunks: Iterable[Chunk | None] = ()) -> Finding | None:
    """The claim, when a party is known; ``how`` is the change and the rule that saw it, ``chunks`` what it quotes too."""
    if not who:
        return None
    change, rule = how
    told = [c for c in chunks if c is not None]
    start = min([p.start, area.start, *(c.start for c in told)])
    end = max([p.end, p.tail, area.end, *(c.end for c in told)])
    own = {"area": area.text, "change": change, "holder": "", "from_holder": ""} | {"from_holder" if change == "lost" else "holder": who}
    return Finding("control", start, end, f"{change}:{rule}", area.start, own, lasting=change in LASTING)


def loser(scene: Scene, p: Predicate, found: Finding) -> str:
    """From whom it was taken: "captured the town from insurgents", "from government control"."""
    words = scene.lexicon.control
    preps = words["from_active"] if p.voice == "active" else words["from_passive"]
    for chunk in order(scene).phrases(scene, p, preps):
        at = next((k for k in range(chunk.end - 1, chunk.start - 1, -1) if scene.bits[k] & ACTOR), -1)
        if at >= 0 and (at == chunk.head or scene.lower[chunk.head] in words["control"]):
            found.end = max(found.end, chunk.end)
            return nominative(scene, Chunk(chunk.start, at + 1, at))
    return ""
