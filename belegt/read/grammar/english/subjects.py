"""The people before an English verb, over appositions and relative clauses."""

from __future__ import annotations

from belegt.read.grammar.english.auxiliaries import token_before
from belegt.read.grammar.english.names import name_before, name_runs
from belegt.read.grammar.english.objects import is_object, is_other_object, linked_with
from belegt.read.grammar.findings import Scene
from belegt.read.grammar.mention import Mention
from belegt.read.grammar.predicates import Predicate
from belegt.read.lang import table
from belegt.read.lang import words as word_list

REACH = 28
BARRIERS = frozenset(".;:")
REDUCED = 6
APPOSITION = 18
RELATIVE = 8
OPENERS = frozenset(("as", "when", "where", "while", "after", "before", "since", "until", "because", "than", "with"))
MEMBERS = 12


def take_subject(scene: Scene, start: int, predicate: Predicate, *, passive: bool) -> None:
    """People before the verb: the nearest that no preposition governs, and those coordinated with them."""
    bare = passive and start == predicate.start
    subject = reduced(scene, predicate) if bare else find_subject(scene, start, predicate)
    if bare and not predicate.idiom and _other_sense(scene, predicate):
        return
    if bare and predicate.kind == "detained" and _has_more(scene, predicate):
        return
    if subject is None and not (bare and _has_more(scene, predicate)):
        subject = subject_word(scene, start)
    if subject is None and passive and not predicate.soft:
        subject = next((m for m in scene.mentions if predicate.end <= m.start <= predicate.end + 1 and m.kind == "person"), None)
    if subject is not None and subject.kind == "harm" and subject.definite and subject.count is None and not predicate.soft and predicate.kind in ("killed", "injured"):
        return
    if subject is None or (predicate.soft and subject.kind not in ("person", "pronoun", "bare")):
        return
    if predicate.kind == "displaced" and (subject.singular or subject.kind in ("name", "pronoun")):
        return
    if subject.kind == "unknown" and subject.count is None and (not passive or predicate.soft or subject.definite):
        return
    if predicate.kind == "at_risk" and subject.harm == "killed" and subject.kind == "harm":
        if "feared" not in scene.sentence.lower[subject.end : predicate.start]:
            scene.add(subject, "killed", "subject", predicate)
        return
    for mention in _summed(scene, _each_by_name(scene, subject, start) or [*coordinated_before(scene, subject), subject]):
        scene.add(mention, predicate.kind, "subject", predicate, passive=passive, zero=predicate.zero)


def _other_sense(scene: Scene, predicate: Predicate) -> bool:
    """Whether a bare "shot" or "hurt" may be another verb: only what did it or where makes it a participle."""
    if scene.sentence.lower[predicate.at] not in table(scene.lexicon.lang, "harm")["bare"]["words"]:
        return False
    if scene.sentence.lower[predicate.at] == "hurt" and predicate.start and scene.words[predicate.start - 1].counts:
        return False
    return scene.sentence.lower[predicate.end : predicate.end + 1] not in (["in"], ["by"], ["when"], ["during"])


def _has_more(scene: Scene, predicate: Predicate) -> bool:
    """"Farah also arrested most of them": what follows a bare verb is its object, a name before it no victim."""
    if predicate.idiom or predicate.end >= len(scene.words):
        return False
    word = scene.words[predicate.end]
    return word.text.islower() and not (word.stops or "adverbs" in word or word.harm)


def _each_by_name(scene: Scene, subject: Mention, start: int) -> list[Mention]:
    """"Siblings Muhammed, Abdullah and Yahya were killed": people whose names follow at once are those named."""
    if subject.kind != "person" or subject.count is not None or subject.singular or subject.end >= len(scene.words) or not scene.words[subject.end].capital:
        return []
    position, _ = token_before(scene, start)
    runs = name_runs(scene, position)
    return [scene.put_name(*run) for run in reversed(runs)] if len(runs) > 1 and runs[-1][0] == subject.end else []


def _summed(scene: Scene, chain: list[Mention]) -> list[Mention]:
    """"Their two sons, ten-year-old Ali and five-year-old Omar, were killed": those named are the two."""
    if len(chain) == 2 and _apposed(scene, *chain):
        return chain[:1]
    if len(chain) < 2 or any(m.age is None or m.count is not None for m in chain):
        return chain
    whole = next((m for m in reversed(scene.mentions) if m.end <= chain[0].start), None)
    counted = whole is not None and whole.count is not None and whole.count.high == len(chain)
    between = scene.words[whole.end : chain[0].start] if whole is not None else ()
    return [whole] if whole is not None and counted and all(w.text in ",:–-" for w in between) else chain


def _apposed(scene: Scene, first: Mention, second: Mention) -> bool:
    """"Her son, an engineer from Cairo, was injured": one person, told twice without a conjunction."""
    one = all(m.singular and m.kind == "person" and m.count is None for m in (first, second))
    return one and scene.words[first.end].text == "," and not any("conjunctions" in w for w in scene.words[first.end : second.start])


def find_subject(scene: Scene, start: int, predicate: Predicate) -> Mention | None:
    words = scene.words
    position, _ = token_before(scene, start)
    relative = position >= 0 and "relative" in words[position]
    opening = _opening(scene, position)
    if position >= 0 and "pronouns" in words[position] and not (position and words[position - 1].lower == "of"):
        return _they(scene, position) if words[position].lower == "they" else None
    for mention in reversed(scene.mentions):
        if mention.end > start or (opening >= 0 and mention.end > opening):
            continue
        if start - mention.end > REACH or _barrier(scene, mention.end, start):
            return None
        if relative and mention.end <= position and not (mention.part and scene.words[position - 1].text == ","):
            return _counted_head(scene, mention) if _near(scene, mention.end, position) else None
        if mention.part or (mention.governor and not _free(scene, mention, start)) or mention.kind == "pronoun" and not mention.zero:
            continue
        mention = _whose_members(scene, mention)
        if mention.used and mention.used != {predicate.kind} and (is_other_object(scene, mention, predicate) or _done_with(scene, mention, start)):
            return None
        return mention
    return None


def _near(scene: Scene, end: int, relative: int) -> bool:
    """Whether a relative clause may still be about the people before; "which" is never said of one person."""
    if scene.sentence.lower[relative] == "which" and any(m.end == end and m.singular and m.count is None for m in scene.mentions):
        return False
    return relative - end <= RELATIVE


def _counted_head(scene: Scene, mention: Mention) -> Mention:
    """"11 members of the family who were killed": the clause is about those counted, not about whose they are."""
    if mention.governor != "of" or mention.count is not None or not mention.start:
        return mention
    return next((m for m in scene.mentions if m.end == mention.start - 1 and m.count is not None), mention)


def _whose_members(scene: Scene, mention: Mention) -> Mention:
    """"15 members of the A and the B families, including ...": those counted are the subject, and so are "38 civilians, all members of"."""
    if mention.count is not None or scene.sentence.lower[mention.head] not in word_list(scene.lexicon.lang, "grammar", "houses"):
        return mention
    at = mention.start - 1
    while at >= 0 and mention.start - at < MEMBERS and (scene.words[at].capital or scene.words[at].determined or "conjunctions" in scene.words[at] or "-" in scene.words[at].text):
        at -= 1
    if at < 1 or scene.sentence.lower[at] != "of":
        return mention
    head = next((m for m in scene.mentions if m.end == at), None)
    if head is not None and head.count is None and head.start and scene.words[head.start - 1].text == ",":
        head = next((m for m in scene.mentions if m.end == head.start - 1 and m.count is not None), None)
    return head if head is not None and head.count is not None else mention


def _done_with(scene: Scene, mention: Mention, start: int) -> bool:
    """"200 people were killed and around half of the town has been displaced": another subject stands after the conjunction."""
    told = [f.predicate.end for f in scene.of(mention) if f.predicate is not None and f.predicate.end <= start]
    joints = [i for i in range(max(told, default=start), start) if "conjunctions" in scene.words[i]]
    return bool(joints) and any("adverbs" not in w for w in scene.words[joints[-1] + 1 : start])


def _they(scene: Scene, position: int) -> Mention | None:
    """The counted people of the sentence that "they" stands for, when nothing was said to have happened to them yet."""
    for mention in reversed(scene.mentions):
        if mention.end <= position and mention.kind == "person" and not mention.singular and mention.governor == "":
            return mention if mention.count is not None and not mention.used else None
    return None


def _opening(scene: Scene, position: int) -> int:
    """Where the apposition or bracket that ends at ``position`` begins, -1 where none ends there."""
    if position < 0 or scene.words[position].text not in ",)":
        return -1
    mark = "(" if scene.words[position].text == ")" else ","
    for at in range(position - 1, max(-1, position - APPOSITION), -1):
        if scene.words[at].text == mark:
            return at
    return -1


def reduced(scene: Scene, predicate: Predicate) -> Mention | None:
    """The people right before a participle without auxiliary: "12 members of the family killed", "dozens wounded"."""
    for mention in reversed(scene.mentions):
        if mention.end > predicate.start or mention.kind in ("pronoun", "name") and not mention.zero:
            continue
        between = scene.words[mention.end : predicate.start]
        if predicate.soft and any("adverbs" not in w for w in between):
            return None
        if len(between) > REDUCED or any("be" in w or "have" in w or "modal" in w or w.text in ".;:," or "relative" in w for w in between):
            return None
        if any(mention.end <= p.start < predicate.start for p in scene.predicates):
            return None
        if between and mention.governor and mention.governor != "of" and "prepositions" in between[0]:
            return None
        if mention.governor == "of" and mention.definite and not mention.count:
            continue
        if is_other_object(scene, mention, predicate) or mention.kind == "unknown" and mention.count is None:
            return None
        return mention
    return None


def _free(scene: Scene, mention: Mention, start: int) -> bool:
    """Whether a governed mention may be the subject all the same: after "that", "as", "when", "after", "where"."""
    return mention.governor in OPENERS and mention.kind != "unknown"


def _barrier(scene: Scene, start: int, end: int) -> bool:
    while end > start and ("breaks" in scene.words[end - 1] or "adverbs" in scene.words[end - 1]):
        end -= 1
    return any(w.text in BARRIERS or "breaks" in w for w in scene.words[start:end])


def subject_word(scene: Scene, start: int) -> Mention | None:
    """A pronoun or a name right before the verb: "he was killed", "Aminta Platero was killed"."""
    position, _ = token_before(scene, start)
    if position < 0:
        return None
    word = scene.words[position]
    if "singular_pronouns" in word and word.lower in ("he", "she"):
        return scene.put(Mention(position, position + 1, position, "pronoun", singular=True, groups=("man",) if word.lower == "he" else ("woman",)))
    opening = _opening(scene, position)
    if opening >= 0:
        position = opening - 1
    runs = name_runs(scene, position)
    for first, last in runs[1:]:
        mention = scene.put_name(first, last)
        mention.names = mention.names or ()
    return scene.put_name(*runs[0]) if runs else None


def coordinated_before(scene: Scene, subject: Mention) -> list[Mention]:
    """People coordinated before ``subject``."""
    found, last = list[Mention](), subject
    for mention in reversed([m for m in scene.mentions if m.end <= subject.start]):
        if mention.part:
            continue
        if mention.kind == "pronoun" or (mention.kind == "harm" and mention.harm) or not linked_with(scene, mention, last) or is_object(scene, mention):
            break
        if mention.governor not in ("", "that") and mention.governor not in OPENERS:
            break
        if mention.kind == "unknown" and mention.count is None and (mention.governor or mention.definite or mention.end != last.start - 1 or scene.words[mention.end].text == ","):
            break
        found.insert(0, mention)
        last = mention
    name = name_before(scene, last)
    return [name, *found] if name is not None else found
