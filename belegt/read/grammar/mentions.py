"""Mentions of people in a sentence: quantity or article, modifiers, head noun, and what governs them.

A mention is the chunk "at least [12] [Syrian] [soldiers]"; whether these people were harmed is decided by ``roles``.
Invariant: mentions of a sentence are in order and do not overlap.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache

from belegt.read.grammar.lexicon import Lexicon, Word
from belegt.read.grammar.quantities import Count, count_at
from belegt.read.lang import table
from belegt.read.segment import Sentence

MAX_MODIFIERS = 7
STOPS = ("prepositions", "relative", "subordinators", "conjunctions", "breaks", "be", "have", "modal", "pronouns", "negation")
TRAITS = ("woman", "man", "child", "civilian", "foreigner", "elderly")
_PUNCTUATION = frozenset(".,;:!?()[]\"'„“”»«–—…|-/")


@dataclass(slots=True)
class Mention:
    """People in tokens ``start`` to ``end`` (end not included); ``head`` is the noun or the number that stands for it.

    ``kind`` is person, harm (Tote, the wounded), bare (a number alone), unknown (a noun nobody knows), name or pronoun;
    ``harm`` the kind of harm that the noun or its attribute says by itself; ``governor`` the preposition before it.
    """

    start: int
    end: int
    head: int
    kind: str
    count: Count | None = None
    groups: tuple[str, ...] = ()
    singular: bool = False
    definite: bool = False
    article: bool = False
    more: bool = False
    harm: str = ""
    attribute: str = ""
    governor: str = ""
    genitive: bool = False
    age: int | None = None
    zero: bool = False
    names: tuple[str, ...] = ()
    part: bool = False
    of: Mention | None = field(default=None, repr=False)
    used: set[str] = field(default_factory=set)


def mentions(sentence: Sentence, words: Sequence[Word], lexicon: Lexicon) -> list[Mention]:
    """All mentions of people, in order."""
    found: list[Mention] = []
    at, size = 0, len(words)
    finder = _german if lexicon.capital_nouns else _english
    while at < size:
        mention = finder(sentence, words, at, lexicon)
        if mention is None:
            at += 1
            continue
        if _dated(mention, words, lexicon):
            at = mention.count.end if mention.count else at + 1
            continue
        _govern(mention, words, lexicon)
        if found and _joins(found[-1], mention, words):
            _join(found[-1], mention)
        else:
            found.append(mention)
        at = max(mention.end, at + 1)
    return found


def _joins(first: Mention, second: Mention, words: Sequence[Word]) -> bool:
    """Whether "665 Frauen und Mädchen", "women and children", "Tote und Verletzte" are one group of people."""
    if second.count or second.definite or second.article or second.singular or second.zero or second.age is not None:
        return False
    if first.singular or first.zero or first.kind not in ("person", "harm") or first.kind != second.kind or first.age is not None:
        return False
    between = words[first.end : second.start]
    return len(between) == 1 and "conjunctions" in between[0] and second.attribute == "" and not second.more


def _join(first: Mention, second: Mention) -> None:
    first.end, first.head = second.end, second.head
    if first.kind == "harm" and first.harm != second.harm:
        first.harm = "casualties"
    first.groups = tuple(_merge(list(first.groups), second.groups))


def _dated(mention: Mention, words: Sequence[Word], lexicon: Lexicon) -> bool:
    """Whether a number without a noun for people is a year, a day, an age in apposition or a sum of money."""
    count = mention.count
    if count is None or mention.kind not in ("bare", "unknown") or mention.more:
        return False
    figure = words[count.end - 1]
    before = words[mention.start - 1] if mention.start else None
    after = words[count.end] if count.end < len(words) else None
    if figure.text.isdigit() and len(figure.text) == 4 and 1800 <= int(figure.text) <= 2100:
        return True
    months = months_of(lexicon.lang)
    if (before is not None and before.lower in months) or (after is not None and after.lower in months):
        return True
    if before is not None and before.text in ("(", "$", "€", "£", "#", "§", "/", "-", "–", "„", "“", "»", "«"):
        return True
    if figure.text.isdigit() and after is not None and after.text in (")", "%", "/", "°") or (after is not None and after.text == "-" and not lexicon.capital_nouns):
        return True
    if lexicon.capital_nouns and after is not None and after.text == "." and figure.text.isdigit() and count.end + 1 < len(words):
        return True
    if before is not None and before.text == ":" and mention.start > 1 and words[mention.start - 2].text.isdigit():
        return True
    return before is not None and after is not None and before.text == "," and after.text == "," and figure.text.isdigit() and mention.kind == "bare"


@cache
def months_of(lang: str) -> frozenset[str]:
    """Names of the months, folded."""
    return frozenset(table(lang, "grammar")["months"])


def _govern(mention: Mention, words: Sequence[Word], lexicon: Lexicon) -> None:
    """Find the preposition before the mention, over its own adverbs, and whether it is a genitive."""
    at = mention.start - 1
    if lexicon.capital_nouns and mention.count is None and not mention.definite and not mention.article:
        while at >= 0 and mention.start - at < 6 and _adjectival(words[at]):
            at -= 1
        if at >= 0 and at < mention.start - 1 and "definite" in words[at]:
            mention.definite = True
            at -= 1
    while at >= 0 and "adverbs" in words[at] and "prepositions" not in words[at] and words[at].lower not in ("mehr",):
        at -= 1
    if at < 0:
        return
    before = words[at]
    if "prepositions" in before:
        mention.governor = before.lower
    elif lexicon.capital_nouns and mention.definite and words[mention.start].lower in ("der", "des"):
        mention.genitive = before.capital and not before.classes and before.lower not in ("der", "des") and at > 0 and not before.harm.get("dies")


def _adjectival(word: Word) -> bool:
    """A lower-case German word that may be an attribute or modify one."""
    return not word.capital and word.text.isalpha() and (not word.classes or word.classes == {"adverbs"}) and word.lower.endswith(("en", "e", "er", "es", "em", "lich", "isch")) and "participle" not in word.harm and "acts" not in word.harm


def _english(sentence: Sentence, words: Sequence[Word], at: int, lexicon: Lexicon) -> Mention | None:
    word = words[at]
    if word.text in _PUNCTUATION:
        return None
    count = count_at(sentence, words, at, lexicon)
    if _year(words, count):
        return None
    if count is not None and count.end + 1 < len(words) and words[count.end].lower in ("year-old", "years-old", "month-old"):
        return _aged(sentence, words, at, count._replace(end=count.end - 1), lexicon)
    if count is not None and count.end + 1 < len(words) and words[count.end].lower.startswith(("year", "month")) and words[count.end + 1].lower == "old":
        return _aged(sentence, words, at, count, lexicon)
    if word.lower == "those" and at + 1 < len(words) and "participle" in words[at + 1].harm and not words[at + 1].soft:
        return Mention(at, at + 2, at + 1, "harm", harm=words[at + 1].harm["participle"])
    if count is not None and count.start == at:
        return _english_head(sentence, words, at, count.end, count, lexicon)
    if "indefinite" in word or "definite" in word or "possessive" in word:
        nested = count_at(sentence, words, at + 1, lexicon)
        if nested is not None:
            return _english_head(sentence, words, at, nested.end, nested, lexicon)
        return _english_head(sentence, words, at, at + 1, None, lexicon)
    if word.zero:
        return _english_head(sentence, words, at, at + 1, None, lexicon)
    if word.groups is not None or ("people" in word.harm and "participle" not in word.harm and "acts" not in word.harm and word.lower not in ("dead", "missing")) or _attributive(words, at) or word.age is not None or word.extra or word.more:
        return _english_head(sentence, words, at, at, None, lexicon)
    return None


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
    if at < size and words[at].lower == "of" and count is not None and at + 1 < size:
        at += 1
        if "definite" in words[at] or "possessive" in words[at]:
            at += 1
        if at < size and words[at - 1].lower == "those" and "participle" in words[at].harm:
            return Mention(start, at + 1, at, "harm", count=count, harm=words[at].harm["participle"], singular=count.high == 1)
    position, more, last_noun, singular_age, thing = at, False, -1, False, -1
    while position < size and position - at < MAX_MODIFIERS:
        word = words[position]
        if word.text == "(" and head < 0 and position + 2 < size and words[position + 2].text == ")":
            position += 3
            continue
        if word.text in _PUNCTUATION and word.text != "-":
            break
        if word.lower == "'s":
            head, kind, groups = -1, "", []
            position += 1
            continue
        if (_stops(word) or (word.zero and position > at)) and not (word.extra and position == at):
            break
        if word.more:
            more = True
            if word.lower == "others":
                position += 1
                break
        elif word.age is not None:
            age, singular_age = word.age, True
        elif word.groups is not None:
            if head >= 0 and position == head + 1 and words[head].plural and not word.plural and count is None:
                break
            head, kind, groups = position, "person", _headed(word.groups, groups)
        elif word.harm and not _attributive_ahead(words, position):
            if head < 0 and _both_attributes(words, position):
                attribute = "casualties"
                position += 3
                continue
            named = head == position - 1 and "participle" not in word.harm
            if (head < 0 or named) and last_noun < 0 and "people" in word.harm and not ("participle" in word.harm and _is_verb(words, position)):
                head, kind = position, "harm"
                position += 1
            break
        elif word.harm:
            attribute = word.harm.get("attribute", "")
        elif word.inert:
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
    if head >= 0:
        return _finish(sentence, words, start, head, kind, count, groups, attribute, age, more)
    if singular_age:
        return _finish(sentence, words, start, position - 1, "person", count, groups, attribute, age, more)
    return _without_noun(sentence, words, start, at, position, last_noun, count, more)


def _names_things(words: Sequence[Word], start: int, noun: int) -> bool:
    """"rebel hideouts", "no guerrilla clashes": a singular noun for people before a plural that nobody knows."""
    first = words[start]
    return words[noun].lower.endswith("s") and not ("indefinite" in first or "definite" in first or "possessive" in first)


def _both_attributes(words: Sequence[Word], at: int) -> bool:
    """"dead and injured people": two harms before one noun."""
    rest = words[at + 1 : at + 4]
    return len(rest) == 3 and "conjunctions" in rest[0] and "attribute" in rest[1].harm and rest[2].groups is not None


def _stops(word: Word) -> bool:
    return any(name in word for name in STOPS) or ("definite" in word or "indefinite" in word)


def _attributive_ahead(words: Sequence[Word], at: int) -> bool:
    """Whether the harm word at ``at`` describes a noun for people that follows."""
    return "attribute" in words[at].harm and any(
        w.groups is not None for w in words[at + 1 : at + 3]
    ) and not any(_stops(w) for w in words[at + 1 : at + 2])


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
    stop = max(end if last_noun < 0 else last_noun + 1, count.end)
    kind = "bare" if last_noun < 0 else "unknown"
    return Mention(start, stop, stop - 1, kind, count=count, more=more, singular=count.high == 1)


def _finish(
    sentence: Sentence, words: Sequence[Word], start: int, head: int, kind: str, count: Count | None,
    groups: list[str], attribute: str, age: int | None, more: bool,
) -> Mention:  # fmt: skip
    first, noun = words[start], words[head]
    for word in words[start:head]:
        if word.extra and not (word.extra == "elderly" and age is not None):
            groups = _merge(groups, (word.extra,))
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
    if "police" in modifiers and "combatant" in head:
        return ["police"]
    return [*(m for m in modifiers if m in TRAITS), *(g for g in head if g not in modifiers)]


def _merge(groups: list[str], more: Sequence[str]) -> list[str]:
    return [*groups, *(g for g in more if g not in groups)]


def _year(words: Sequence[Word], count: Count | None) -> bool:
    """Whether a count of four digits is a year: no noun or adjective for people follows it at once."""
    if count is None or count.end - count.start != 1:
        return False
    text = words[count.start].text
    if not (text.isdigit() and len(text) == 4 and 1800 <= int(text) <= 2100):
        return False
    following = words[count.end] if count.end < len(words) else None
    if following is None or following.groups is not None or "people" in following.harm or following.more:
        return False
    before = words[count.start - 1] if count.start else None
    adjective = following.text.isalpha() and not following.classes and following.unit is None and following.vague is None and not following.zero and following.lower.endswith(("e", "en", "er")) and len(following.text) > 3
    return not adjective or "attribute" in following.harm or (before is not None and "definite" in before)


def _german(sentence: Sentence, words: Sequence[Word], at: int, lexicon: Lexicon) -> Mention | None:
    word = words[at]
    if word.text in _PUNCTUATION:
        return None
    count = count_at(sentence, words, at, lexicon)
    if count is not None and count.end + 1 < len(words) and words[count.end].lower in ("jahre", "monate") and words[count.end + 1].lower.startswith("alte"):
        count = None
    if _year(words, count):
        return None
    if count is not None and not (word.lower in ("ein", "eine", "einen", "einem", "einer", "eines") and count.end == at + 1):
        return _german_head(sentence, words, at, count.end, count, lexicon)
    if "definite" in word and _relative_pronoun(words, at):
        return None
    if "indefinite" in word or "definite" in word or "possessive" in word or word.zero:
        nested = count_at(sentence, words, at + 1, lexicon)
        if nested is not None and nested.end < len(words) and words[nested.end].lower in ("jahre", "monate"):
            nested = None
        if _year(words, nested):
            return _german_head(sentence, words, at, at + 2, None, lexicon)
        if nested is not None and not word.zero:
            return _german_head(sentence, words, at, nested.end, nested, lexicon)
        return _german_head(sentence, words, at, at + 1, None, lexicon)
    if word.groups is not None or "people" in word.harm:
        return _german_head(sentence, words, at, at, None, lexicon)
    if "attribute" in word.harm or word.extra or word.more:
        return _german_head(sentence, words, at, at, None, lexicon)
    return None


def _relative_pronoun(words: Sequence[Word], at: int) -> bool:
    """Whether "der/die/dem" after a comma and a preposition opens a relative clause: ", bei dem 148 Bewohner"."""
    if at < 2 or "relative" not in words[at] or at + 1 >= len(words):
        return False
    following = words[at + 1]
    determined = "indefinite" in following or following.unit is not None or following.vague is not None or "adverbs" in following or "prepositions" in following
    return "prepositions" in words[at - 1] and words[at - 2].text == "," and (determined or "definite" in following)


def _german_head(
    sentence: Sentence, words: Sequence[Word], start: int, at: int, count: Count | None, lexicon: Lexicon
) -> Mention | None:
    """Walk over adjectives and adverbs to the noun: the first capital noun, or the next where that is no noun for people."""
    size, position = len(words), at
    attribute, groups, more, age, inner = "", list[str](), False, None, count
    if count is not None and position < size and words[position].lower in ("der", "von", "dieser") and position + 1 < size:
        position += 1
    while position < size and position - at < MAX_MODIFIERS:
        word = words[position]
        if word.text in _PUNCTUATION and word.text != ",":
            break
        if position + 2 < size and words[position + 1].lower in ("jahre", "monate") and words[position + 2].lower.startswith("alte") and word.unit is not None:
            age = int(word.unit) if words[position + 1].lower == "jahre" else 0
            position += 3
            continue
        if word.lower == "zum" and position + 1 < size and words[position + 1].lower == "teil":
            position += 2
            continue
        if inner is None and position > at and (word.unit is not None or word.vague is not None):
            inner = count_at(sentence, words, position, lexicon)
            if inner is not None:
                position = inner.end
                continue
        if word.more:
            more = True
        if word.extra:
            groups = _merge(groups, (word.extra,))
        if "attribute" in word.harm and not ("people" in word.harm and word.capital):
            attribute = "casualties" if attribute not in ("", word.harm["attribute"]) else word.harm["attribute"]
            if position + 2 < size and "conjunctions" in words[position + 1] and "attribute" in words[position + 2].harm:
                position += 1
        elif word.groups is not None or ("people" in word.harm and word.capital):
            kind = "harm" if "people" in word.harm and (not word.groups or word.harm["people"] != "displaced") else "person"
            return _german_finish(sentence, words, (start, position), kind, inner, _merge(groups, word.groups or ()), attribute, word.age or age, more)
        elif word.age is not None:
            age = word.age
        elif word.capital and age is not None and not word.inert:
            return _german_finish(sentence, words, (start, position), "person", inner, groups, attribute, age, more)
        elif word.capital and position > start and not _adjective(word, words, position):
            return _german_unknown(words, start, position, inner, attribute, more)
        elif not word.more and (_german_stop(word) or word.harm.get("participle") or word.harm.get("dies") or word.text == ","):
            break
        position += 1
    if age is not None and count is None and start < position and words[start].lower.startswith(("ein", "der", "die", "das", "dem", "den")):
        aged = next(at for at in range(start, position) if words[at].age is not None) if any(w.age is not None for w in words[start:position]) else -1
        if aged >= 0:
            return _german_finish(sentence, words, (start, aged), "person", None, groups, attribute, age, more)
    if inner is not None and not (inner.end < size and words[inner.end].inert):
        end = max(inner.end, inner.end + int(more and words[inner.end].more if inner.end < size else 0))
        return Mention(start, end, end - 1, "bare", count=inner, more=more, singular=inner.high == 1)
    if more and count is None and "indefinite" in words[start] and start + 1 < size and words[start + 1].more:
        return Mention(start, start + 2, start + 1, "bare", more=True, singular=True, article=True)
    if more and count is None and words[start].more and position > start:
        return Mention(start, start + 1, start, "bare", more=True)
    first = words[start]
    if first.zero and first.lower in lexicon.zero_pronouns:
        return Mention(start, start + 1, start, "pronoun", zero=True)
    if first.lower in ("einer", "eine", "eines", "einen") and count is None:
        whole = _partitive(words, start + 1)
        if whole is not None:
            noun = words[whole]
            return Mention(start, whole + 1, start, "person", groups=noun.groups or (), singular=True, article=True, harm=noun.harm.get("people", ""))
        return Mention(start, start + 1, start, "bare", singular=True, article=True)
    return None


def _partitive(words: Sequence[Word], at: int) -> int | None:
    """The noun of "einer der Männer", "eine ihrer Töchter", None where no people follow."""
    if at >= len(words) or words[at].lower not in ("der", "dieser", "von", "seiner", "ihrer", "unserer"):
        return None
    for position in range(at + 1, min(at + 5, len(words))):
        if words[position].groups is not None or "people" in words[position].harm:
            return position
        if _german_stop(words[position]) and words[position].lower not in ("den", "seinen", "ihren"):
            return None
    return None


def _adjective(word: Word, words: Sequence[Word], at: int) -> bool:
    """A capital adjective ("US-amerikanische", "Frankfurter") or the first part of a name before a noun for people."""
    if word.text.endswith(("ische", "ischen", "ischer", "isches")):
        return True
    following = words[at + 1] if at + 1 < len(words) else None
    return following is not None and following.capital and (following.groups is not None or "people" in following.harm)


def _german_stop(word: Word) -> bool:
    return any(name in word for name in STOPS) or (("definite" in word or "indefinite" in word) and not word.more)


def _german_unknown(
    words: Sequence[Word], start: int, position: int, count: Count | None, attribute: str, more: bool
) -> Mention | None:
    noun, first = words[position], words[start]
    if noun.inert or noun.scale is not None:
        return None
    if count is None and "indefinite" not in first and "definite" not in first and not attribute:
        return None
    if count is None and "prepositions" in first:
        return None
    return Mention(
        start, position + 1, position, "unknown", count=count, more=more, attribute=attribute, zero=first.zero and count is None,
        singular=count is None or count.high == 1, definite="definite" in first or "possessive" in first, article="indefinite" in first,
    )  # fmt: skip


def _singular_form(determiner: str, noun: str) -> bool:
    """Number of a noun whose form does not tell it: "der Verletzte" is one, "der Soldaten" are many."""
    if determiner == "der":
        return not noun.endswith("n")
    return determiner in ("das", "dem", "des", "den", "sein", "ihr", "dieser", "dieses", "seinen", "seinem", "ihren", "ihrem")


def _german_finish(
    sentence: Sentence, words: Sequence[Word], span: tuple[int, int], kind: str, count: Count | None,
    groups: list[str], attribute: str, age: int | None, more: bool,
) -> Mention:  # fmt: skip
    start, head = span
    first, noun = words[start], words[head]
    mention = Mention(
        start, head + 1, head, kind, count=count, groups=tuple(groups), attribute=attribute, age=age, more=more,
        definite="definite" in first or "possessive" in first, article="indefinite" in first and count is None,
        zero=first.zero and count is None, harm=noun.harm.get("people", ""),
    )  # fmt: skip
    if count is not None:
        mention.singular = count.low == 1 and count.high == 1
    elif mention.article:
        mention.singular = True
    elif noun.age is not None:
        mention.singular = not (first.lower == "die" and noun.lower.endswith("n"))
    elif noun.plural is not None:
        mention.singular = not noun.plural
    else:
        mention.singular = mention.definite and _singular_form(first.lower, noun.lower)
    return mention
