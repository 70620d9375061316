"""The people after an English verb, and those coordinated with them."""

from __future__ import annotations

from collections.abc import Sequence

from belegt.read.grammar.english.group import GENITIVE
from belegt.read.grammar.english.names import joined_name, name_at, phrase_end
from belegt.read.grammar.findings import Scene
from belegt.read.grammar.lexicon import PUNCTUATION, Word
from belegt.read.grammar.mention import Mention
from belegt.read.grammar.predicates import Predicate
from belegt.read.lang import words as listed

COORDINATE = 9
ADJECTIVES = 2
SAYS = frozenset(("said", "says", "told", "reported", "added"))
FATAL = ("shoot", "shot", "stab", "tortur", "beat")
"""Verbs of hurting that "and killed" ends: "tortured and killed five" are five dead."""
QUOTES = frozenset("\"“”„'‘«»")


def people_after(scene: Scene, at: int, over_of: bool = False) -> Mention | None:
    """People right after a verb, over adverbs (and "of" after a verbal noun)."""
    words = scene.words
    position = at
    while position < len(words) and ("adverbs" in words[position] or words[position].text in QUOTES or (over_of and words[position].lower == "of")):
        if any(m.start == position for m in scene.mentions):
            break
        position += 1
    for mention in scene.mentions:
        if mention.start == position and mention.kind != "pronoun":
            return mention
        if mention.start > position:
            between = words[position : mention.start]
            if mention.kind == "person" and len(between) <= ADJECTIVES and _describe(between, mention, scene):
                return mention
            break
    return name_at(scene, position) if all(w.lower == "of" for w in words[at:position]) else None


def _describe(between: Sequence[Word], mention: Mention, scene: Scene) -> bool:
    """Whether words before a bare noun belong to it: "killed [key Daesh] ministers", "arrested [senior] commander"."""
    side = between[-1]
    if not mention.singular and side.capital and not (side.known or side.classes) and side.lower not in listed(scene.lexicon.lang, "grammar", "not_names"):
        between = between[:-1]
    return all(_adjective(w, scene) for w in between)


def _adjective(word: Word, scene: Scene) -> bool:
    """A word nobody knows that may stand before a noun: "detained [prominent] female activist X"."""
    if word.lower in listed(scene.lexicon.lang, "grammar", "ranks"):
        return True
    plain = word.text.islower() and word.text.isalpha() and not word.known and not word.classes
    return plain and not word.text.endswith(("ed", "ing")) and word.text not in listed(scene.lexicon.lang, "grammar", "after_group")


def shared_object(scene: Scene, predicate: Predicate, *, over_of: bool = False) -> Mention | None:
    """"killed and wounded five civilians", "Kills Injures Three", "killed and crucified five": people after a second verb."""
    words, at = scene.words, predicate.end
    joined = at < len(words) and "conjunctions" in words[at]
    at += joined
    if at >= len(words):
        return None
    following = next((p for p in scene.predicates if p.start == at and p.frame == predicate.frame and not p.idiom), None)
    if following is not None:
        return people_after(scene, following.end, over_of=over_of)
    verb = words[at]
    if not joined or verb.known or not verb.lower.endswith(("ed", "ing")):
        return None
    return people_after(scene, at + 1)


def take_object(scene: Scene, predicate: Predicate, target: Mention) -> None:
    if predicate.soft and target.kind not in ("person", "harm") and not (target.more and target.count) and not _number_alone(scene, target):
        return
    if {predicate.kind, *target.used} == {"killed", "injured"} and _mixed(scene, predicate, target):
        return
    agent = _agent(scene, predicate)
    for mention in [target, *coordinated_after(scene, target)]:
        if _fits(scene, mention, predicate):
            scene.add(mention, predicate.kind, "object", predicate, agent=agent)


def _number_alone(scene: Scene, target: Mention) -> bool:
    """"executed the 14": nothing follows that the number could count."""
    if target.kind != "bare" or target.count is None or target.count.qualifier == "vague":
        return False
    return target.end >= len(scene.words) or scene.words[target.end].text in ".,;" or scene.words[target.end].stops


def _mixed(scene: Scene, predicate: Predicate, target: Mention) -> bool:
    """"killed and wounded five": one number for both harms is one claim of casualties."""
    for finding in scene.of(target):
        first = finding.predicate
        if first is not None and first.end <= predicate.start <= first.end + 1 and finding.rule == "object":
            led_to_death = predicate.kind == "killed" and scene.sentence.lower[first.at].startswith(FATAL)
            finding.kind, finding.end = "killed" if led_to_death else "casualties", max(finding.end, predicate.end)
            target.used.update(("casualties", predicate.kind))
            return True
    return False


def _fits(scene: Scene, mention: Mention, predicate: Predicate) -> bool:
    if predicate.kind == "displaced" and "attacker" in mention.groups:
        return False
    if mention.kind == "unknown" and mention.count is None:
        return False
    if predicate.kind == "injured" and mention.kind == "harm" and mention.harm == "killed":
        return False  # "the burned body of a boy"
    return not (mention.kind == "harm" and mention.harm in ("injured", "killed") and mention.harm != predicate.kind and (predicate.frame == "acts" or mention.count is not None))


def _agent(scene: Scene, predicate: Predicate) -> Mention | None:
    near = [m for m in scene.mentions if m.end <= predicate.start and predicate.start - m.end <= 4 and m.governor == ""]
    return near[-1] if near else None


def coordinated_after(scene: Scene, first: Mention) -> list[Mention]:
    """People coordinated after ``first``, up to the next verb."""
    found, last, named = list[Mention](), first, 0
    while True:
        end = phrase_end(scene, last.end)
        following = joined_name(scene, last) or next((m for m in scene.mentions if m.start >= end and m is not first), None)
        if following is None:
            return found
        named = named or _named_after(scene, last, following)
        if named and following.count is None and (following.age is not None or following.kind == "name"):
            last, named = following, named - 1
            continue
        if not linked_with(scene, last, following) or starts_clause(scene, following) or _speaks(scene, last, following):
            return found
        found.append(following)
        last, named = following, 0


def _named_after(scene: Scene, last: Mention, following: Mention) -> int:
    """How many persons "his wife, 60-year-old Nadia", "two sons, 9-year-old Ali and 7-year-old Omar" goes on to name."""
    if following.age is None or [w.text for w in scene.words[last.end : following.start]] != [","] or last.names or last.age is not None:
        return 0
    if last.count is not None:
        return last.count.high or 0
    return int(last.singular)


def _speaks(scene: Scene, last: Mention, mention: Mention) -> bool:
    """"killing four civilians two residents said.": people set beside the harmed who only tell of it."""
    words, at = scene.words, mention.end
    told = at < len(words) and words[at].lower in SAYS and (at + 1 == len(words) or words[at + 1].text in PUNCTUATION)
    return told and last.end == mention.start


def starts_clause(scene: Scene, mention: Mention) -> bool:
    """Whether a verb follows at once, so that the mention is the subject of a new clause."""
    at = mention.end
    while at < len(scene.words) and ("adverbs" in scene.words[at] or scene.words[at].more):
        at += 1
    if at >= len(scene.words):
        return False
    word = scene.words[at]
    return "be" in word or "have" in word or "modal" in word or any(p.start == at for p in scene.predicates)


def linked_with(scene: Scene, left: Mention, right: Mention) -> bool:
    """Whether only a conjunction or comma, and at most a short complement without verb, stand between."""
    between = scene.words[left.end : right.start]
    if not between and left.end == right.start and left.kind == right.kind == "person":
        return bool((left.count and right.count) or (left.article and right.article))
    if right.part:
        return False
    rest = scene.words[phrase_end(scene, left.end) : right.start]
    if len(rest) > 2 and rest[-1].lower in GENITIVE:
        rest = rest[:-2]
    if 0 < len(rest) < min(3, len(between)) and all(w.text in ",;" or "conjunctions" in w for w in rest):
        owned = "possessive" in scene.words[right.start] or right.kind == "name"
        if owned or right.count or right.article or right.age is not None:
            return True
    if len(between) == 1 and between[0].text == "," and right.article and left.age is not None and scene.words[left.head].groups is None:
        return False
    if not between or len(between) > COORDINATE:
        return False
    if any("be" in w or "have" in w or "breaks" in w or "relative" in w or w.harm for w in between):
        return False
    if any(left.end <= p.start < right.start for p in scene.predicates):
        return False
    last = between[-1]
    joined = "conjunctions" in last or last.text == "," or last.lower in ("and", "as") or " ".join(w.lower for w in between[-3:]) == "as well as"
    if not joined:
        return False
    if between[-1].text == "," and right.age is not None and len(between) == 1 and left.count is None:
        return False
    if between[-1].text == "," and not (right.count or right.article or right.zero or right.age is not None or _owned_by(scene, left, right) or (left.kind == right.kind == "name")):
        return False
    if left.count and right.count and between[-1].text == "," and between[0].lower == "of" and all(w.capital for w in between[1:-1]):
        return True
    if len(between) == 1 or (len(between) == 2 and between[0].text == ","):
        return right.governor == "" or "conjunctions" in last
    return "conjunctions" in last and (right.count is not None or right.article) and not any(w.text in "\";:" for w in between)


def _owned_by(scene: Scene, left: Mention, right: Mention) -> bool:
    """"A man, his wife and a child": whose people the second are the first says."""
    return left.singular and left.kind == "person" and scene.sentence.lower[right.start] in ("his", "her", "their")


def is_other_object(scene: Scene, mention: Mention, predicate: Predicate) -> bool:
    """Whether the mention is already the object of an earlier active verb, so no subject of this one."""
    return any(f.rule == "object" and f.predicate is not predicate for f in scene.of(mention))


def is_object(scene: Scene, mention: Mention) -> bool:
    return any(f.rule == "object" for f in scene.of(mention))
