"""Mentions of people in English: modifiers stand before the head noun, the last noun for people wins."""

from __future__ import annotations

from collections.abc import Sequence

from belegt.read.grammar.lexicon import PUNCTUATION, Lexicon, Word
from belegt.read.grammar.mention import Mention, is_year, merged
from belegt.read.grammar.numerals import compound
from belegt.read.grammar.predicates import idiom_starters
from belegt.read.grammar.quantities import Count, count_at
from belegt.read.lang import words as listed
from belegt.read.segment import Sentence

MAX_MODIFIERS = 7
BRACKET = 8
FEW = 2
QUOTES = frozenset("\"”“'")
NATIONAL = ("an", "i", "ese")
GENITIVE = frozenset(("'s", "’s"))
MOSTLY = frozenset(("mostly", "mainly", "largely"))
ROLES = ("aid_worker", "medic", "journalist")
TRAITS = ("woman", "man", "child", "civilian", "foreigner", "elderly")


def english_mention(sentence: Sentence, words: Sequence[Word], at: int, lexicon: Lexicon) -> Mention | None:
    word = words[at]
    count = count_at(sentence, words, at, lexicon)
    if is_year(words, count):
        return None
    if word.lower == "those":
        head = at + 1 + (at + 2 < len(words) and "adverbs" in words[at + 1])
        if head < len(words) and "participle" in words[head].harm and not words[head].soft:
            return Mention(at, head + 1, head, "harm", harm=words[head].harm["participle"], definite=True)
    if count is not None:
        return _counted(sentence, words, at, count, lexicon)
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
    size = len(words)
    head, kind, groups, attribute, age = -1, "", list[str](), "", None
    if count is not None and at + 1 < size and words[at].text in QUOTES and words[at + 1].lower == "of":
        at += 1
    if at < size and words[at].lower == "of" and count is not None and at + 1 < size:
        at += 1
        if "definite" in words[at] or "possessive" in words[at]:
            at += 1
        if at < size and words[at - 1].lower == "those" and "participle" in words[at].harm:
            return Mention(start, at + 1, at, "harm", count=count, harm=words[at].harm["participle"], singular=count.high == 1)
    position, more, last_noun, singular_age, thing = at, False, -1, False, -1
    after = listed(lexicon.lang, "grammar", "after_group")
    while position < size and position - at < MAX_MODIFIERS:
        word = words[position]
        if head >= 0 and word.lower in MOSTLY:
            position += 1
            continue
        if word.lower.endswith(("-year", "-month")) and position + 1 < size and words[position + 1].lower == "old":
            age, singular_age = _years(word.lower), True
            position += 2
            continue
        if "adverbs" in word and position + 1 < size and words[position + 1].inert:
            break
        if (head >= 0 or last_noun >= 0 or thing >= 0) and (word.lower in after or (head >= 0 and "adverbs" in word)):
            break
        if not word.known:
            if position == at and count is not None and word.text not in lexicon.acronyms and not word.classes and word.lower in idiom_starters(lexicon.lang):
                break
            if head < 0 and count is None and last_noun == position - 1 >= at and word.text.islower() and word.text.endswith(("ing", "ed")) and "adverbs" not in words[position - 1]:
                break
            if head >= 0 and (words[head].plural or (word.lower.endswith(("ed", "s")) and not word.capital)):
                break
            last_noun = position
            position += 1
            continue
        if word.text == "(" and head < 0 and count is not None and (close := _bracket_end(words, position)):
            at += close - position
            position = close
            continue
        if word.text in PUNCTUATION and (word.text != "-" or sentence.ends[position - 1] != sentence.starts[position]):
            break
        if word.lower in GENITIVE:
            head, kind, groups = -1, "", []
            position += 1
            continue
        if "conjunctions" in word and position > at and (head < 0 or words[head].plural is False) and count is not None and _shared_noun(words, position + 1):
            position += 1
            continue
        if (word.stops or ((word.zero or "possessive" in word) and position > at)) and not (word.extra and position == at):
            break
        if word.more:
            more = True
            if word.lower == "others":
                position += 1
                break
        elif word.age is not None:
            age, singular_age = word.age, True
        elif word.groups is not None:
            if head >= 0 and words[head].plural and not word.plural:
                break
            head, kind, groups = position, "person", _headed(word.groups, groups)
        elif word.harm and (head >= 0 or not _attributive_ahead(words, position)):
            if head < 0 and _both_attributes(words, position):
                attribute = "casualties"
                position += 3
                continue
            named = head == position - 1 and "participle" not in word.harm
            if ((head < 0 and last_noun < 0) or named) and "people" in word.harm and not ("participle" in word.harm and _is_verb(words, position)):
                head, kind = position, "harm"
                position += 1
                if position < size and ((words[position].inert and not words[head].plural) or _describes_thing(words, start, head, count)):
                    return None
            break
        elif word.harm:
            if "participle" in word.harm and position > at and position - 1 in (last_noun, thing) and "adverbs" not in words[position - 1]:
                break
            attribute = word.harm.get("attribute", "")
        elif word.inert:
            if head >= 0 and words[head].plural and position > head + 1:
                break
            if head < 0 and count is not None and position == at and count.high != 1 and word.lower.endswith("s"):
                return None
            thing = position
        elif (word.unit is not None or word.vague is not None) and (position > at or count is not None):
            break
        else:
            if head >= 0 and word.lower.endswith(("ed", "s")) and not word.capital:
                break
            last_noun = position
        position += 1
    if thing > head and thing == position - 1:
        return None
    if head >= 0 and last_noun == head + 1 and not words[head].plural and count is None and _names_things(words, start, last_noun):
        return None
    if head >= 0 and not _disagree(words, head, count, kind):
        return _bounded_after(words, _finish(sentence, words, start, head, kind, count, groups, attribute, age, more), sentence, lexicon)
    if head >= 0 and count is not None:
        if attribute and "attribute" in words[count.end].harm:
            return Mention(start, count.end + 1, count.end, "harm", count=count, harm=attribute)
        return Mention(start, count.end, count.end - 1, "bare", count=count, more=more)
    if singular_age:
        return _finish(sentence, words, start, position - 1, "person", count, groups, attribute, age, more)
    return _without_noun(sentence, words, start, at, position, last_noun, count, more)


def _years(word: str) -> int | None:
    """The age of "38-year" and "seven-month"."""
    number, _, unit = word.rpartition("-")
    if unit != "year":
        return 0
    return int(number) if number.isdigit() else int(compound(number, "en") or 0) or None


def _describes_thing(words: Sequence[Word], start: int, head: int, count: Count | None) -> bool:
    """"a missing tag", "some dead links": the word of harm is an adjective of something that nobody knows."""
    noun = words[head + 1]
    if "attribute" not in words[head].harm or noun.known or noun.classes or not noun.text.islower() or not noun.text.isalpha():
        return False
    counted = count is not None and (count.qualifier != "vague" or count.low != FEW)
    return not (counted or "definite" in words[start] or "possessive" in words[start] or noun.lower.endswith(("ed", "ing")))


def _bracket_end(words: Sequence[Word], at: int) -> int:
    """The token after a bracket without numbers that opens at ``at``, 0 where none closes soon."""
    for end in range(at + 1, min(at + BRACKET, len(words))):
        if words[end].text == ")":
            return end + 1
        if words[end].counts:
            return 0
    return 0


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


def _shared_noun(words: Sequence[Word], at: int) -> bool:
    """Whether a plural noun for people follows, over at most two modifiers: "30 army and [allied fighters]"."""
    for word in words[at : at + 3]:
        if word.groups is not None and word.plural:
            return True
        if word.stops or word.determined or word.counts or word.harm or word.inert or word.text in PUNCTUATION or word.lower.endswith("ing"):
            return False
    return False


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


def _both_attributes(words: Sequence[Word], at: int) -> bool:
    """"dead and injured people": two harms before one noun."""
    rest = words[at + 1 : at + 4]
    return len(rest) == 3 and "conjunctions" in rest[0] and "attribute" in rest[1].harm and rest[2].groups is not None


def _attributive_ahead(words: Sequence[Word], at: int) -> bool:
    """Whether the harm word at ``at`` describes a noun for people that follows."""
    if "attribute" not in words[at].harm or all(w.groups is None for w in words[at + 1 : at + 3]):
        return False
    return not any(w.stops for w in words[at + 1 : at + 2])


def _is_verb(words: Sequence[Word], at: int) -> bool:
    return at > 0 and ("be" in words[at - 1] or "have" in words[at - 1])


def _without_noun(
    sentence: Sentence, words: Sequence[Word], start: int, at: int, end: int, last_noun: int, count: Count | None, more: bool
) -> Mention | None:
    """A number alone ("40 were wounded"), with others/more, before a noun nobody knows, or "no one"."""
    first = words[start]
    if first.zero and count is None and first.lower in ("nobody", "none", "no-one", "noone"):
        return Mention(start, start + 1, start, "pronoun", zero=True)
    if first.zero and count is None and start + 1 < len(words) and words[start + 1].lower in ("one", "body"):
        return Mention(start, start + 2, start + 1, "pronoun", zero=True)
    if count is None:
        if more and words[start].lower in ("others", "another"):
            return Mention(start, start + 1, start, "bare", more=True, singular=words[start].lower == "another")
        if last_noun >= 0 and ("indefinite" in first or "definite" in first) and end - start <= 5:
            return Mention(start, last_noun + 1, last_noun, "unknown", singular=True, article="indefinite" in first, definite="definite" in first)
        return None
    stop = max((end if more else count.end) if last_noun < 0 else last_noun + 1, count.end)
    kind = "bare" if last_noun < 0 else "unknown"
    return Mention(start, stop, stop - 1, kind, count=count, more=more, singular=count.high == 1)


def _finish(
    sentence: Sentence, words: Sequence[Word], start: int, head: int, kind: str, count: Count | None,
    groups: list[str], attribute: str, age: int | None, more: bool,
) -> Mention:  # fmt: skip
    first, noun = words[start], words[head]
    for word in words[start:head]:
        if word.extra and not (word.extra == "elderly" and age is not None):
            groups = _headed(groups, (word.extra,)) if word.extra in ROLES else merged(groups, (word.extra,))
    mention = Mention(
        start, head + 1, head, kind, count=count, groups=tuple(groups), attribute=attribute, age=age, more=more,
        definite="definite" in first or "possessive" in first, article="indefinite" in first,
        zero=first.zero and count is None, harm=noun.harm.get("people", "") if kind == "harm" or "people" in noun.harm else "",
    )  # fmt: skip
    if count is not None:
        mention.singular = count.low == 1 and count.high == 1
    elif noun.plural is not None:
        mention.singular = not noun.plural
    else:
        mention.singular = mention.article or age is not None
    return mention


def _headed(head: Sequence[str], modifiers: Sequence[str]) -> list[str]:
    """The groups of a head noun with those of the nouns before it: "police officers" are police, "women soldiers" both."""
    if tuple(head) == ("person",):
        return list(modifiers) or ["person"]
    role = next((m for m in modifiers if m in ROLES), "")
    if role and set(head) & {"worker", "person"}:
        return [role, *(m for m in modifiers if m in TRAITS)]
    if "police" in modifiers and "combatant" in head:
        return ["police"]
    return [*(m for m in modifiers if m in TRAITS and m not in head), *head]
