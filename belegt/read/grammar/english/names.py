"""Names as victims in English: capital words that nobody knows as something else."""

from __future__ import annotations

from belegt.read.grammar.findings import Scene
from belegt.read.grammar.mention import Mention
from belegt.read.lang import given_names, words

BRACKET, OCCURRENCES = 10, 6


def name_at(scene: Scene, at: int) -> Mention | None:
    """A name as object: two or more capital words nobody knows as something else."""
    end = at
    while end < len(scene.words) and _name_word(scene, end):
        end += 1
    while end > at and scene.words[end - 1].lower in ("al", "of", "de", "bin"):
        end -= 1
    if end - at < 2:
        return None
    return scene.put_name(at, end)


def person_of(scene: Scene, at: int) -> Mention | None:
    """"The body [of Omar Hadi]": the person named behind "of", known for one by a given name."""
    if scene.sentence.lower[at : at + 1] != ["of"] or at + 1 >= len(scene.words) or any(m.start == at + 1 for m in scene.mentions):
        return None
    end = at + 1
    while end < len(scene.words) and _name_word(scene, end):
        end += 1
    ends = end >= len(scene.words) or scene.words[end].stops or not scene.words[end].text[0].isalnum()
    return name_at(scene, at + 1) if ends and scene.sentence.lower[at + 1] in given_names() else None


def _name_word(scene: Scene, at: int) -> bool:
    word = scene.words[at]
    if not word.text[:1].isalpha():
        return False
    plain = not (word.harm or word.groups is not None or word.unit is not None or word.inert or word.zero)
    if word.lower in words(scene.lexicon.lang, "grammar", "not_names"):
        return False
    capital = word.capital or ("-" in word.text and any(map(str.isupper, word.text)))
    return plain and (capital or word.lower in ("al", "bin", "ibn", "de", "van", "von")) and not (word.classes - {"names_particles", "adverbs"})


def phrase_end(scene: Scene, at: int) -> int:
    """Where a noun phrase that ends at ``at`` ends with its name, bracket and age: "his son [Omar Saleh (Abu Ali), 7]"."""
    words = scene.words
    if at + 1 < len(words) and words[at].lower in ("named", "called") and _name_word(scene, at + 1):
        at += 1
    while at < len(words) and _name_word(scene, at):
        at += 1
    if at < len(words) and words[at].text == "(":
        at = next((i + 1 for i in range(at, min(at + BRACKET, len(words))) if words[i].text == ")"), at)
    return at + 2 if _age_at(scene, at + 1) and words[at].text == "," else at


def _age_at(scene: Scene, at: int) -> bool:
    """Whether a bare number stands at ``at`` as an age: before a comma, a conjunction or the end."""
    words = scene.words
    if not 0 < at < len(words) or not words[at].text.isdigit() or len(words[at].text) > 2:
        return False
    return at + 1 == len(words) or words[at + 1].text in ",;." or "conjunctions" in words[at + 1]


def _phrase_head(scene: Scene, at: int) -> int:
    """The last token of the name before the bracket or age that ends at ``at``."""
    words = scene.words
    if at > 1 and _age_at(scene, at) and words[at - 1].text == ",":
        return at - 2
    if at > 0 and words[at].text == ")":
        return next((i - 1 for i in range(at, max(-1, at - BRACKET), -1) if words[i].text == "("), at)
    return at


def _surname(scene: Scene, at: int) -> bool:
    """"Barakat died": one word at the head of a sentence that the report has behind a given name somewhere."""
    text, name, found = scene.text, scene.words[at].text, -1
    if not scene.words[at].capital or scene.words[at].known:
        return False
    for _ in range(OCCURRENCES):
        found = text.find(name, found + 1)
        if found < 0:
            return False
        before = text[max(0, found - BRACKET * 3) : found].split()
        if before and before[-1][:1].isupper() and before[-1].lower() in given_names():
            return True
    return False


def joined_name(scene: Scene, last: Mention) -> Mention | None:
    """The next name of a list: "Ahmad Saleh, 44; Omar Hadi, 39; and Ali Najjar"."""
    words, at = scene.words, phrase_end(scene, last.end)
    conjunction = False
    joint = at
    while at < len(words) and at - joint < 2 and (words[at].text in ",;" or "conjunctions" in words[at]):
        conjunction |= "conjunctions" in words[at]
        at += 1
    if at == joint or not (last.kind == "name" or (conjunction and last.singular)) or any(m.start == at for m in scene.mentions):
        return None
    end = phrase_end(scene, at)
    following = words[end] if end < len(words) else None
    ends = following is None or following.stops or following.text in ",;.)" or "adverbs" in following
    return name_at(scene, at) if ends and end > at else None


def name_before(scene: Scene, first: Mention) -> Mention | None:
    """A name joined before the subject: "Mahmoud Brouq and at least 10 members were killed"."""
    joint = first.start - 1
    if joint < 2 or "conjunctions" not in scene.words[joint]:
        return None
    at = joint - 1 - (scene.words[joint - 1].text == ",")
    if (head := _phrase_head(scene, at)) != at:
        at = joint = head
        joint += 1
    while at >= 0 and _name_word(scene, at):
        at -= 1
    lead = at
    while lead >= 0 and (_name_word(scene, lead) or "conjunctions" in scene.words[lead]):
        lead -= 1
    governed = lead >= 0 and "prepositions" in scene.words[lead] and "subordinators" not in scene.words[lead]
    return scene.put_name(at + 1, joint) if joint - at - 1 >= 2 and not governed else None


def name_runs(scene: Scene, position: int) -> list[tuple[int, int]]:
    """The name that ends at ``position`` and those joined before it ("Muhammed, Abdullah, and Yahya"), last first."""
    runs: list[tuple[int, int]] = []
    while position >= 0:
        first = position = _phrase_head(scene, position)
        while first >= 0 and _name_word(scene, first):
            first -= 1
        length = position - first
        alone = length == 1 and (first >= 0 or position > 0) and scene.words[position].capital
        if length < 2 and not (alone and (runs or first >= 0) or length == 1 and _surname(scene, position)):
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
