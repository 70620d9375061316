"""Mentions of people in English: modifiers stand before the head noun, the last noun for people wins."""

from __future__ import annotations

from collections.abc import Sequence

from belegt.read.grammar.english.group import ROLES, Group, headed
from belegt.read.grammar.lexicon import PUNCTUATION, Lexicon, Word
from belegt.read.grammar.mention import Mention, is_year, merged
from belegt.read.grammar.quantities import Count, count_at
from belegt.read.lang import words as listed
from belegt.read.segment import Sentence

QUOTES = frozenset("\"”“'")
AGED_WITHIN = 4
"""Tokens at most between "aged" and the last of its numbers."""
NATIONAL = ("an", "i", "ese")


def english_mention(sentence: Sentence, words: Sequence[Word], at: int, lexicon: Lexicon) -> Mention | None:
    word = words[at]
    count = count_at(sentence, words, at, lexicon)
    if is_year(words, count) or count is not None and _is_age(words, at):
        return None
    if word.lower == "those":
        head = at + 1 + (at + 2 < len(words) and "adverbs" in words[at + 1])
        if head < len(words) and "participle" in words[head].harm and not words[head].soft:
            return Mention(at, head + 1, head, "harm", harm=words[head].harm["participle"], definite=True)
    if word.lower.endswith(("-year", "-month")):
        old = at + 1 < len(words) and words[at + 1].lower == "old"
        return _english_head(sentence, words, at, at, None, lexicon) if old else None
    if count is not None:
        return _counted(sentence, words, at, count, lexicon)
    if word.lower == "that" and at + 1 < len(words) and words[at + 1].zero:
        return None  # "said that no one"
    if word.determined:
        nested = count_at(sentence, words, at + 1, lexicon)
        if nested is not None:
            return _counted(sentence, words, at, nested, lexicon)
        return _english_head(sentence, words, at, at + 1, None, lexicon)
    if word.zero:
        return _english_head(sentence, words, at, at + 1, None, lexicon)
    if word.groups is not None or ("people" in word.harm and "participle" not in word.harm and "acts" not in word.harm and word.lower not in ("dead", "missing")) or _attributive(words, at) or word.age is not None or word.extra or word.more:
        return _english_head(sentence, words, at, at, None, lexicon)
    return None


def _is_age(words: Sequence[Word], at: int) -> bool:
    """"A boy aged 12", "two girls aged between six and nine": the number counts years."""
    for word in reversed(words[max(0, at - AGED_WITHIN) : at]):
        if word.lower in ("aged", "ages"):
            return True
        if not (word.counts or "conjunctions" in word or word.text == "," or word.lower in ("between", "to", "from")):
            return False
    return False


def _counted(sentence: Sentence, words: Sequence[Word], at: int, count: Count, lexicon: Lexicon) -> Mention | None:
    """What is counted; "35-year old" and "35 years old" count years."""
    if count.end + 1 < len(words):
        unit = words[count.end].lower
        if unit in ("year-old", "years-old", "month-old"):
            return _aged(sentence, words, at, count._replace(end=count.end - 1), lexicon)
        if unit.startswith(("year", "month")) and words[count.end + 1].lower == "old":
            return _aged(sentence, words, at, count, lexicon)
    return _english_head(sentence, words, at, count.end, count, lexicon)


def _aged(sentence: Sentence, words: Sequence[Word], at: int, count: Count, lexicon: Lexicon) -> Mention:
    """"35 years old male": the number is an age."""
    mention = _english_head(sentence, words, at, count.end + 2, None, lexicon)
    if mention is not None:
        mention.groups = tuple(g for g in mention.groups if g != "elderly")
    mention = mention or Mention(at, count.end + 2, count.end + 1, "person", singular=True)
    mention.age = count.low if words[count.end].lower.startswith("year") or words[count.end + 1].lower.startswith("year") else 0
    mention.singular = True
    return mention


def _attributive(words: Sequence[Word], at: int) -> bool:
    if "attribute" not in words[at].harm or at + 1 >= len(words) or words[at + 1].groups is None:
        return False
    if "participle" not in words[at].harm or at == 0:
        return True
    before = words[at - 1]
    return "definite" in before or "indefinite" in before or "possessive" in before or "prepositions" in before or before.unit is not None or before.vague is not None or before.text in ',("“' or "conjunctions" in before or ("adverbs" in before and "be" not in before)


def _english_head(
    sentence: Sentence, words: Sequence[Word], start: int, at: int, count: Count | None, lexicon: Lexicon
) -> Mention | None:
    """Walk over modifiers to the head noun; the last noun for people wins unless a thing follows it."""
    if count is not None:
        at = _counted_group(words, at)
        if at < len(words) and at and _are_those(words, at):
            return Mention(start, at + 1, at, "harm", count=count, harm=words[at].harm["participle"], singular=count.high == 1)
    group = Group(sentence, words, lexicon, (start, at), count)
    group.walk()
    if group.refused or (group.thing > group.head and group.thing == group.position - 1):
        return None
    head = group.head
    if head >= 0 and group.last_noun == head + 1 and not words[head].plural and count is None and _names_things(words, start, group.last_noun):
        return None
    if head >= 0 and not _disagree(words, head, count, group.kind):
        return _bounded_after(words, _finish(group, head, group.kind), sentence, lexicon)
    if head >= 0 and count is not None:
        if group.attribute and "attribute" in words[count.end].harm:
            return Mention(start, count.end + 1, count.end, "harm", count=count, harm=group.attribute)
        return Mention(start, count.end, count.end - 1, "bare", count=count, more=group.more)
    return _finish(group, group.position - 1, "person") if group.aged else _without_noun(group)


def _are_those(words: Sequence[Word], at: int) -> bool:
    """"two of those [killed]", "two of the [killed]": a participle that stands for the people, with no noun behind."""
    if "participle" not in words[at].harm:
        return False
    behind = words[at + 1] if at + 1 < len(words) else None
    alone = behind is None or behind.stops or "be" in behind or "have" in behind or "prepositions" in behind or behind.text in PUNCTUATION
    return words[at - 1].lower == "those" or words[at - 1].lower == "the" and words[at - 2].lower == "of" and alone


def _counted_group(words: Sequence[Word], at: int) -> int:
    """Where the counted noun group begins: "dozens [of]", "two [of the]"."""
    size = len(words)
    if at + 1 < size and words[at].text in QUOTES and words[at + 1].lower == "of":
        at += 1
    if at + 1 < size and words[at].lower == "of":
        at += 1
        if "definite" in words[at] or "possessive" in words[at]:
            at += 1
    return at


def _bounded_after(words: Sequence[Word], mention: Mention, sentence: Sentence, lexicon: Lexicon) -> Mention:
    """What follows the noun and bears on its number: "125 terrorists at least", "a family of six"."""
    lower, end = sentence.lower[mention.end : mention.end + 2], mention.end
    if lower == ["at", "least"] and mention.count is not None and mention.count.qualifier == "exact":
        if count_at(sentence, words, end, lexicon) is None:
            mention.count = mention.count._replace(low=mention.count.low, high=None, qualifier="at_least")
            mention.end = end + 2
    elif lower[:1] == ["of"] and mention.count is None and sentence.lower[mention.head] in listed(lexicon.lang, "grammar", "households"):
        size = count_at(sentence, words, end + 1, lexicon)
        if size is not None and size.end < len(words) and words[size.end].lower in ("people", "persons", "members"):
            size = size._replace(end=size.end + 1)
        if size is not None and (size.end >= len(words) or words[size.end].stops or words[size.end].harm or words[size.end].text in PUNCTUATION or "adverbs" in words[size.end]):
            mention.count, mention.singular, mention.end = size, False, size.end
    return mention


def _names_things(words: Sequence[Word], start: int, noun: int) -> bool:
    """"rebel hideouts", "the Palestinian Ministry": a singular noun for people before the plural or the name of a thing."""
    first, head = words[start], words[noun - 1]
    if head.capital and words[noun].capital and not words[noun].text.isupper() and head.lower.endswith(NATIONAL) and head.groups == ("person",):
        return True
    return words[noun].lower.endswith("s") and not ("indefinite" in first or "definite" in first or "possessive" in first)


def _disagree(words: Sequence[Word], head: int, count: Count | None, kind: str) -> bool:
    """"kills 30 Monitor", "85 Related Commander killed": a number above one does not count a noun in the singular."""
    if count is None or kind != "person" or words[head].plural is not False:
        return False
    following = words[head + 1] if head + 1 < len(words) else None
    if head == count.end and following is not None and (following.harm or "be" in following or not words[head].capital):
        return False
    return (count.low or 0) > 1 or (count.low is None and (count.high or 0) > 1)


def _without_noun(group: Group) -> Mention | None:
    """A number alone ("40 were wounded"), with others/more, before a noun nobody knows, or "no one"."""
    words, start, count, more, last_noun = group.words, group.start, group.count, group.more, group.last_noun
    first = words[start]
    if first.zero and count is None and first.lower in ("nobody", "none", "no-one", "noone"):
        return Mention(start, start + 1, start, "pronoun", zero=True)
    if first.zero and count is None and start + 1 < len(words) and words[start + 1].lower in ("one", "body"):
        return Mention(start, start + 2, start + 1, "pronoun", zero=True)
    if count is None:
        if more and words[start].lower in ("others", "another"):
            return Mention(start, start + 1, start, "bare", more=True, singular=words[start].lower == "another")
        if last_noun >= 0 and ("indefinite" in first or "definite" in first) and group.position - start <= 5:
            return Mention(start, last_noun + 1, last_noun, "unknown", singular=True, article="indefinite" in first, definite="definite" in first)
        return None
    stop = max((group.position if more else count.end) if last_noun < 0 else last_noun + 1, count.end)
    kind = "bare" if last_noun < 0 else "unknown"
    return Mention(start, stop, stop - 1, kind, count=count, more=more, singular=count.high == 1)


def _finish(group: Group, head: int, kind: str) -> Mention:
    """The mention of the people whose noun stands at ``head``."""
    words, start, count, groups = group.words, group.start, group.count, group.groups
    first, noun = words[start], words[head]
    for word in words[start:head]:
        if word.extra and not (word.extra == "elderly" and group.age is not None):
            groups = headed(groups, (word.extra,)) if word.extra in ROLES else merged(groups, (word.extra,))
    mention = Mention(
        start, head + 1, head, kind, count=count, groups=tuple(groups), attribute=group.attribute, age=group.age, more=group.more,
        definite="definite" in first or "possessive" in first, article="indefinite" in first,
        zero=first.zero and count is None, harm=noun.harm.get("people", "") if kind == "harm" or "people" in noun.harm else "",
    )  # fmt: skip
    if count is not None:
        mention.singular = count.low == 1 and count.high == 1
    elif noun.plural is not None:
        mention.singular = not noun.plural
    elif kind == "harm" and noun.lower == "dead" and head > start and words[head - 1].groups is not None:
        mention.singular = not words[head - 1].plural  # "the mayor dead"
    else:
        mention.singular = mention.article or group.age is not None
    return mention
