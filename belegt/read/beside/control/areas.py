"""Which phrases name an area, and how it is called: with its genitives, by its place, or as the place told before.

Invariant: an area is a noun for one or the name of a place; an unnamed one is called by the place the report tells.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from belegt.place import is_side, resolve
from belegt.read.beside.actors import is_actor, nominative
from belegt.read.beside.lexicon import ACTOR, ADV, AREA, BE, DET, PRON, TIME
from belegt.read.beside.scene import Chunk, Scene
from belegt.read.beside.story import Story

_CLOSE = 2


@dataclass(frozen=True, slots=True)
class Area:
    """An area as the claim calls it, and the tokens it takes; ``named`` when the sentence itself names it."""

    text: str
    start: int
    end: int
    named: bool = True
    plural: bool = False


def areas_in(scene: Scene, chunks: Iterable[Chunk], story: Story) -> list[tuple[Chunk, Area]]:
    """The areas that the phrases name, each with its phrase; in German the named ones first."""
    found = [(chunk, area) for chunk in chunks if (area := area_of(scene, chunk, story)) is not None]
    return sorted(found, key=lambda row: not row[1].named) if scene.lexicon.german else found


def area_of(scene: Scene, chunk: Chunk, story: Story, first: int | None = None) -> Area | None:
    """The area that a phrase names from token ``first`` on; None when it is no place."""
    start, head, words = chunk.start if first is None else first, chunk.head, scene.lexicon.control
    while start < chunk.end - 1 and scene.bits[start] & DET:
        start += 1
    if start >= chunk.end or scene.holds(words["not_after"], start, chunk.end):
        return None
    last, noun = _end(scene, chunk, story), is_area(scene, chunk, start)
    if scene.bits[head] & PRON and not scene.sentence.words[head].isupper():
        return _told_before(scene, story, chunk, (start, last)) if scene.lower[head] in words["back"] else None
    if noun:
        named = _has_name(scene, story, start, last)
        return Area(_worded(scene, story, chunk, start, last), start, last) if named else _told_before(scene, story, chunk, (start, last))
    if is_actor(scene, chunk) or not scene.words[head].capital:
        return None
    if not story.names_place(scene, start, chunk.end) and (scene.lexicon.german or head > start):
        return None
    return Area(_worded(scene, story, chunk, start, last), start, last)


def is_area(scene: Scene, chunk: Chunk, start: int) -> bool:
    """Whether the noun of a phrase is one for areas: "the town", "the town X", "dozens of towns"."""
    at = _area_noun(scene, start, chunk.end)
    if at >= 0:
        loose = scene.words[at + 1 : chunk.end]
        return bool(scene.bits[chunk.head] & AREA) or all(w.capital or w.ending == "ed" or w.bits & TIME or w.lower == "long" for w in loose)
    if scene.lower[chunk.head] not in scene.lexicon.control["amounts"]:
        return False
    return any(scene.bits[c.head] & AREA for c in scene.genitives(chunk)[:1])


def _area_noun(scene: Scene, start: int, end: int) -> int:
    return next((k for k in range(start, end) if scene.bits[k] & AREA), -1)


def _worded(scene: Scene, story: Story, chunk: Chunk, start: int, last: int) -> str:
    """The area in the words of the report; a part by the compass as a place is called, "Aleppo (East)"."""
    head = nominative(scene, Chunk(start, chunk.end, chunk.head))
    rest = scene.says(chunk.end, last) if last > chunk.end else ""
    if is_side(scene.lower[start]) and (part := resolve(f"{head} {rest}").place).endswith(")"):
        return part
    if rest and scene.lexicon.german and rest in (f"{name}s" for name in story.names_at(scene, chunk.end)):
        rest = f"von {rest[:-1]}"
    return f"{head} {rest}" if rest else head


def _end(scene: Scene, chunk: Chunk, story: Story) -> int:
    """Where the phrase ends with its genitives and the places it lies in."""
    last, end = chunk, chunk.end
    for other in scene.chunks[chunk.number + 1 :]:
        lies = other.prep in scene.lexicon.control["lies"] and other.clause == chunk.clause and not is_actor(scene, other)
        if not (other.of or lies) or other.link or other.start - last.end > _CLOSE or scene.any(TIME, other.start, other.end):
            break
        if any(scene.verbal[last.end : other.start]):
            break
        if lies and not other.of and (not _has_name(scene, story, other.start, other.end) or _has_name(scene, story, chunk.start, end)):
            break
        last, end = other, other.end
    return end


def _has_name(scene: Scene, story: Story, start: int, end: int) -> bool:
    if scene.lexicon.german:
        told = any(scene.bits[k] & AREA and scene.words[k + 1].capital and scene.chunk_at[k] == scene.chunk_at[k + 1] for k in range(start, end - 1))
        return told or story.names_place(scene, start, end)
    if any(scene.words[k].capital and k > 0 and not scene.bits[k] & (ACTOR | TIME) for k in range(start, end)):
        return True
    return start == 0 and scene.words[0].capital and story.names_place(scene, start, end)


def _told_before(scene: Scene, story: Story, chunk: Chunk, span: tuple[int, int]) -> Area | None:
    """An area without name: the subject of "X is a town", the place that the sentence is about, a plural as it stands."""
    start, last = span
    german, words = scene.lexicon.german, scene.lexicon.control
    at = _area_noun(scene, start, chunk.end)
    lower = scene.lower[at if at >= 0 else chunk.head]
    pronoun = bool(scene.bits[chunk.head] & PRON)
    explained = None if pronoun or chunk.of else _explained(scene, story, chunk)
    if explained is not None:
        return Area(_worded(scene, story, explained, explained.start, explained.end), explained.start, last)
    subject = None if pronoun else _of_copula(scene, story, chunk)
    if subject is not None:
        return Area(_worded(scene, story, subject, subject.start, subject.end), start, last)
    inner = scene.genitives(chunk)[:1]
    if inner and not german and not pronoun and scene.lower[inner[0].head] in words["back"]:
        place = story.place(scene, inner[0].start, inner[0].end)
        text = f"{scene.says(start, chunk.end)} of {place}" if place else scene.says(start, last)
        return Area(text, start, last, named=bool(place))
    if not pronoun and (lower not in words["back"] | words["sides"] if german else lower.endswith("s") or lower in words["shares"]):
        return Area(scene.says(start, last), start, last, named=False, plural=True)
    town = story.named_before(scene, chunk.start) if lower in words["sides"] else ""
    text = f"{town} ({scene.says(chunk.head, chunk.head + 1)})" if town else story.place(scene, chunk.start, chunk.end)
    if text and not text.endswith(")") and is_side(lower):
        text = resolve(f"{'im' if german else 'the'} {lower} {'von' if german else 'of'} {text}").place or text
    if not text and german and (last > chunk.end or lower in words["sides"]):
        text = _worded(scene, story, chunk, start, last)
    return Area(text, start, last, named=False) if text else None


def _explained(scene: Scene, story: Story, chunk: Chunk) -> Chunk | None:
    """The place that a phrase explains: "Al-Shaara, a town (held by)"."""
    before = scene.near(chunk, -1)
    if before is None or not scene.bits[chunk.start] & DET or scene.lower[before.end : chunk.start] not in ([], [","]):
        return None
    if not scene.words[before.head].capital or is_actor(scene, before):
        return None
    adjacent = before.end == chunk.start and not before.link and bool(before.prep)
    return before if adjacent or story.names_place(scene, before.start, before.end) else None


def _of_copula(scene: Scene, story: Story, chunk: Chunk) -> Chunk | None:
    """The place that "X is a town (held by)" speaks of: the named subject before the verb to be."""
    before = chunk.start - 1
    while before > 0 and scene.bits[before] & ADV:
        before -= 1
    if before < 1 or not scene.bits[before] & BE:
        return None
    for other in reversed(scene.chunks):
        if other.end > before or other.prep or other.of or scene.bits[other.head] & PRON:
            continue
        first = scene.lexicon.german and other.start == 0 and other.end - other.start > 1
        return other if first or story.names_place(scene, other.start, other.end) else None
    return None
