"""Names as victims in English: capital words that nobody knows as something else."""

from __future__ import annotations

from belegt.read.grammar.findings import Scene
from belegt.read.grammar.mention import Mention
from belegt.read.lang import words


def name_at(scene: Scene, at: int) -> Mention | None:
    """A name as object: two or more capital words nobody knows as something else."""
    end = at
    while end < len(scene.words) and _name_word(scene, end):
        end += 1
    while end > at and scene.words[end - 1].lower in ("al", "of", "de", "bin"):
        end -= 1
    if end - at < 2:
        return None
    return add_name(scene, at, end)


def add_name(scene: Scene, start: int, end: int) -> Mention:
    text = scene.text[scene.sentence.starts[start] : scene.sentence.ends[end - 1]]
    mention = Mention(start, end, end - 1, "name", singular=True, names=(text,))
    scene.mentions.append(mention)
    scene.mentions.sort(key=lambda m: m.start)
    return mention


def _name_word(scene: Scene, at: int) -> bool:
    word = scene.words[at]
    if not word.text[:1].isalpha():
        return False
    plain = not (word.harm or word.groups is not None or word.unit is not None or word.inert or word.zero)
    if word.lower in words(scene.lexicon.lang, "grammar", "not_names"):
        return False
    return plain and (word.capital or word.lower in ("al", "bin", "ibn", "de", "van", "von")) and not (word.classes - {"names_particles", "adverbs"})


def name_before(scene: Scene, first: Mention) -> Mention | None:
    """A name joined before the subject: "Mahmoud Brouq and at least 10 members were killed"."""
    joint = first.start - 1
    if joint < 2 or "conjunctions" not in scene.words[joint]:
        return None
    at = joint - 1
    while at >= 0 and _name_word(scene, at):
        at -= 1
    return add_name(scene, at + 1, joint) if joint - at - 1 >= 2 else None


def name_runs(scene: Scene, position: int) -> list[tuple[int, int]]:
    """The name that ends at ``position`` and those joined before it ("Muhammed, Abdullah, and Yahya"), last first."""
    runs: list[tuple[int, int]] = []
    while position >= 0:
        first = position
        while first >= 0 and _name_word(scene, first):
            first -= 1
        length = position - first
        alone = length == 1 and (first >= 0 or position > 0) and scene.words[position].capital
        if length < 2 and not (alone and (runs or first >= 0)):
            break
        if first >= 0 and "prepositions" in scene.words[first] and "subordinators" not in scene.words[first]:
            break
        runs.append((first + 1, position + 1))
        joint = first
        while joint >= 0 and (scene.words[joint].text == "," or "conjunctions" in scene.words[joint]):
            joint -= 1
        if joint == first or len(runs) > 6:
            break
        position = joint
    return runs
