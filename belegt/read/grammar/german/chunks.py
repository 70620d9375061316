"""Mentions of people in German: adjectives and adverbs stand before the noun, which a capital marks."""

from __future__ import annotations

from collections.abc import Sequence

from belegt.read.grammar.english.group import MAX_MODIFIERS
from belegt.read.grammar.german.forms import (
    OF,
    adjective,
    alone,
    finite,
    headed,
    opening_attribute,
    opens,
    partitive,
    relative_pronoun,
    singular_form,
)
from belegt.read.grammar.lexicon import PUNCTUATION, Lexicon, Word
from belegt.read.grammar.mention import Mention, is_year, merged
from belegt.read.grammar.quantities import Count, count_at
from belegt.read.segment import Sentence

EITHER_ARTICLES = frozenset(("die", "diese", "seine", "ihre", "meine", "unsere", "deren", "dessen"))
"""Articles of one woman or of many; the ending of an adjective tells: "die junge", "die jungen"."""
NATIONS = frozenset(("schweizer", "luxemburger", "liechtensteiner"))
"""Nouns for people that are adjectives before another: "die Schweizer Ärztin"."""
HEADED = ("köpfige", "köpfigen", "köpfiger")
QUOTES = frozenset('“”„«»"')
ORDINALS = frozenset(
    "zweiter zweite zweites dritter dritte drittes vierter vierte viertes fünfter fünfte fünftes sechster sechste siebter "
    "siebte achter neunter zehnter".split()
)
SINGULAR_ARTICLES = frozenset(("das", "dem", "des", "dieses", "diesem"))


def german_mention(sentence: Sentence, words: Sequence[Word], at: int, lexicon: Lexicon) -> Mention | None:
    word = words[at]
    count = count_at(sentence, words, at, lexicon)
    if (
        count is not None
        and count.end + 1 < len(words)
        and words[count.end].lower in ("jahre", "monate")
        and words[count.end + 1].lower.startswith("alte")
    ):
        count = None
    if is_year(words, count):
        return None
    if count is not None and not (
        word.lower in ("ein", "eine", "einen", "einem", "einer", "eines") and count.end == at + 1
    ):
        return _german_head(sentence, words, at, count.end, count, lexicon)
    if "definite" in word and relative_pronoun(words, at):
        return None
    if "indefinite" in word and at + 1 < len(words) and words[at + 1].lower in ORDINALS and alone(words, at + 2):
        return Mention(at, at + 2, at + 1, "bare", more=True, singular=True, article=True)
    if word.determined or word.zero:
        nested = count_at(sentence, words, at + 1, lexicon)
        if nested is not None and nested.end < len(words) and words[nested.end].lower in ("jahre", "monate"):
            nested = None
        if is_year(words, nested):
            return _german_head(sentence, words, at, at + 2, None, lexicon)
        if nested is not None and not word.zero:
            return _german_head(sentence, words, at, nested.end, nested, lexicon)
        return _german_head(sentence, words, at, at + 1, None, lexicon)
    if word.groups is not None or "people" in word.harm:
        return _german_head(sentence, words, at, at, None, lexicon)
    if "attribute" in word.harm or word.extra or word.more:
        return _german_head(sentence, words, at, at, None, lexicon)
    return None


def _german_head(
    sentence: Sentence, words: Sequence[Word], start: int, at: int, count: Count | None, lexicon: Lexicon
) -> Mention | None:
    """Walk over adjectives and adverbs to the noun: the first capital noun, or the next where that is no noun for people."""
    size, position = len(words), at
    attribute, groups, more, age, inner = "", list[str](), False, None, count
    if (
        count is not None
        and position < size
        and words[position].lower in ("der", "von", "dieser")
        and position + 1 < size
    ):
        position += 1
    while position < size and position - at < MAX_MODIFIERS:
        word = words[position]
        if position > start and "attribute" in words[start].harm and ("indefinite" in word or "definite" in word):
            return None
        if position == start + 1 and _told(words[start]) and (word.unit is not None or word.vague is not None):
            return None
        if word.text in QUOTES and position == at and count is not None and start and words[start - 1].text in QUOTES:
            position += 1
            continue
        if word.text in PUNCTUATION and word.text != ",":
            break
        if (
            position + 2 < size
            and words[position + 1].lower in ("jahre", "monate")
            and words[position + 2].lower.startswith("alte")
            and word.unit is not None
        ):
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
        if inner is None and word.lower.endswith(HEADED):
            inner = headed(word, position, lexicon)
        if word.more:
            more = True
        if word.extra:
            groups = merged(groups, (word.extra,))
        opening = opening_attribute(words, position, start, lexicon)
        if opening:
            attribute = opening
        elif "attribute" in word.harm and not ("people" in word.harm and word.capital):
            attribute = "casualties" if attribute not in ("", word.harm["attribute"]) else word.harm["attribute"]
            if (
                position + 2 < size
                and "conjunctions" in words[position + 1]
                and "attribute" in words[position + 2].harm
            ):
                position += 1
        elif (
            word.lower in NATIONS
            and position + 1 < size
            and words[position + 1].capital
            and words[position + 1].groups is not None
        ):
            position += 1
            continue
        elif word.groups is not None or ("people" in word.harm and word.capital):
            if finite(words, start, position, lexicon):
                return None
            kind = (
                "harm"
                if "people" in word.harm and (not word.groups or word.harm["people"] != "displaced")
                else "person"
            )
            return _german_finish(
                sentence,
                words,
                (start, position),
                kind,
                inner,
                merged(groups, word.groups or ()),
                attribute,
                word.age or age,
                more,
            )
        elif word.age is not None:
            age = word.age
        elif word.capital and age is not None and not word.inert and not word.lower.endswith(lexicon.aged_things):
            return _german_finish(sentence, words, (start, position), "person", inner, groups, attribute, age, more)
        elif word.capital and position > start and not adjective(word, words, position):
            return _german_unknown(words, start, position, inner, attribute, more)
        elif "possessive" in word and position > at or not word.more and _breaks(word):
            break
        position += 1
    if (
        age is not None
        and count is None
        and start < position
        and words[start].lower.startswith(("ein", "der", "die", "das", "dem", "den"))
    ):
        aged = (
            next(at for at in range(start, position) if words[at].age is not None)
            if any(w.age is not None for w in words[start:position])
            else -1
        )
        if aged >= 0:
            return _german_finish(sentence, words, (start, aged), "person", None, groups, attribute, age, more)
    if inner is not None and not (inner.end < size and words[inner.end].inert):
        end = max(inner.end, inner.end + int(more and words[inner.end].more if inner.end < size else 0))
        return Mention(start, end, end - 1, "bare", count=inner, more=more, singular=inner.high == 1)
    if more and count is None and "indefinite" in words[start] and start + 1 < size and words[start + 1].more:
        return Mention(start, start + 2, start + 1, "bare", more=True, singular=True, article=True)
    if more and count is None and "definite" in words[start] and position == start + 2 and words[start + 1].more:
        one = words[start + 1].lower.endswith("e") and words[start].lower in ("der", "die", "das")
        return Mention(start, start + 2, start + 1, "bare", more=True, singular=one, definite=True)
    if more and count is None and words[start].more and position > start:
        return Mention(start, start + 1, start, "bare", more=True)
    first = words[start]
    if first.zero and first.lower in lexicon.zero_pronouns:
        return Mention(start, start + 1, start, "pronoun", zero=True)
    if first.lower in ("einer", "eine", "eines", "einen") and count is None:
        whole = partitive(words, start + 1)
        if whole is not None:
            noun = words[whole]
            return Mention(
                start,
                whole + 1,
                start,
                "person",
                groups=noun.groups or (),
                singular=True,
                article=True,
                harm=noun.harm.get("people", ""),
            )
        things = start + 2 < size and words[start + 1].lower in OF and words[start + 2].capital
        return None if things else Mention(start, start + 1, start, "bare", singular=True, article=True)
    return None


def _breaks(word: Word) -> bool:
    """Whether no noun group goes on over the word."""
    return word.stops or bool(word.harm.get("participle") or word.harm.get("dies")) or word.text == ","


def _told(word: Word) -> bool:
    """Whether "verwundete" before a number is the verb: an attribute would stand behind it."""
    return "attribute" in word.harm and "acts" in word.harm and word.lower.endswith(("te", "ten")) and not word.capital


def _german_unknown(
    words: Sequence[Word], start: int, position: int, count: Count | None, attribute: str, more: bool
) -> Mention | None:
    noun, first = words[position], words[start]
    if position + 1 < len(words) and words[position + 1].text == "-":
        return None
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
    elif (
        first.lower in SINGULAR_ARTICLES
        or (head > start and first.lower.endswith("em") and "attribute" in first.harm)
        or noun.lower.endswith("leiche")
    ):
        mention.singular = True
    elif noun.plural is not None:
        mention.singular = not noun.plural
    elif (
        first.lower in ("deren", "dessen") and head == start + 2 and words[head - 1].lower.endswith(("er", "en", "es"))
    ):
        mention.singular = True
    elif first.lower in EITHER_ARTICLES and head > start + 1 and words[head - 1].lower.endswith(("e", "en")):
        mention.singular = words[head - 1].lower.endswith("e")
    else:
        mention.singular = mention.definite and singular_form(first.lower, noun.lower)
    if count is None and not mention.zero and not mention.definite and not mention.article and opens(words, start):
        _headline(mention, words)
    return mention


def _headline(mention: Mention, words: Sequence[Word]) -> None:
    """ "Toter in Wohnung", "Mutmaßlicher Täter gefasst": the article is left out, and the ending tells of one man."""
    noun, first = words[mention.head], words[mention.start]
    one = first.lower.endswith("er") and noun.plural is None
    if (
        mention.kind == "harm"
        and not noun.groups
        and (one or noun.plural is False or noun.lower.endswith(("leiche", "leichnam")))
    ):
        mention.singular = mention.article = True
    elif mention.start < mention.head and one:
        mention.singular = True
