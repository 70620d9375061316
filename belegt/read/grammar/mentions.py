"""All mentions of people in a sentence, and what governs them.

Invariant: mentions of a sentence are in order and do not overlap.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from itertools import pairwise

from belegt.read.grammar.english.chunks import english_mention
from belegt.read.grammar.german.chunks import SINGULAR_ARTICLES, german_mention
from belegt.read.grammar.german.forms import named_attribute, participial_article, shared_governor
from belegt.read.grammar.lexicon import Lexicon, Word
from belegt.read.grammar.mention import Mention, merged, months_of
from belegt.read.lang import table
from belegt.read.segment import Sentence

GENITIVE_POSSESSIVES = frozenset(("seiner", "ihrer", "seines", "ihres", "unserer", "dieses", "jenes"))
CLOSING = frozenset(("“", "”", "»", "«"))
"""Behind a number these end the name of a model: "Horizon 180“"."""
LAST_DAY = 31
YEARS = 1000
"""From here on a number behind "one in" is a year."""
DATIVE = frozenset(("mit", "von", "bei", "aus", "nach", "zu", "seit", "unter"))
ATTRIBUTE_REACH = 8
"""Words at most between a number and the attribute of its people."""
KIN = frozenset(("man", "woman", "child", "elderly"))


def mentions(sentence: Sentence, words: Sequence[Word], lexicon: Lexicon) -> list[Mention]:
    """All mentions of people, in order."""
    found: list[Mention] = []
    finder = german_mention if lexicon.capital_nouns else english_mention
    free = 0
    for at in [k for k, word in enumerate(words) if word.opens]:
        if at < free:
            continue
        mention = finder(sentence, words, at, lexicon)
        if mention is None or _least_thing(mention, words):
            continue
        if _ratio(mention, words, lexicon) or _dated(mention, words, lexicon, sentence):
            free = mention.count.end if mention.count else at + 1
            continue
        _widen(mention, words, lexicon, found[-1].end if found else 0)
        _govern(mention, words, lexicon)
        if mention.kind == "unknown" and mention.attribute and mention.definite and lexicon.capital_nouns:
            _name(mention, words)
        if found and lexicon.capital_nouns and mention.attribute:
            _count_before(found, mention, words)
        if found and _joins(found[-1], mention, words):
            _join(found[-1], mention)
        else:
            found.append(mention)
        free = mention.end
    if not _corrections(lexicon.lang)[1].isdisjoint(sentence.vocabulary):
        return [m for m in found if not _corrected(m, found, words, lexicon.lang)]
    return found


def _least_thing(mention: Mention, words: Sequence[Word]) -> bool:
    """Whether "mindestens eine" has no noun for people behind it: "mit mindestens einer Waffe"."""
    count = mention.count
    one = (
        count is not None and count.qualifier == "at_least" and count.low == 1 and "indefinite" in words[count.end - 1]
    )
    return one and mention.kind not in ("person", "harm")


def _corrected(mention: Mention, found: list[Mention], words: Sequence[Word], lang: str) -> bool:
    """"Nicht zwölf, sondern drei", "not 20 but 17": the number that the sentence takes back."""
    negation, but = _corrections(lang)
    if mention.count is None or not mention.start or words[mention.start - 1].lower not in negation:
        return False
    return any(m.count is not None and m.start > mention.start and words[m.start - 1].lower in but for m in found)


@cache
def _corrections(lang: str) -> tuple[frozenset[str], frozenset[str]]:
    """The words before a number taken back and before the one put in its place."""
    data = table(lang, "numbers")["corrections"]
    return frozenset(data["not"]), frozenset(data["but"])


def _joins(first: Mention, second: Mention, words: Sequence[Word]) -> bool:
    """Whether "665 Frauen und Mädchen", "women and children", "Tote und Verletzte" are one group of people."""
    if second.count or second.definite or second.article or second.singular or second.zero or second.age is not None:
        return False
    if first.singular or first.zero or first.kind not in ("person", "harm") or first.kind != second.kind or first.age is not None:
        return False
    between = words[first.end : second.start]
    listed = len(between) == 1 and between[0].text == "," and _kin(first) and _kin(second)
    if listed and second.end < len(words) and "conjunctions" in words[second.end]:
        return True
    return len(between) == 1 and "conjunctions" in between[0] and second.attribute == "" and not second.more


def _count_before(found: list[Mention], mention: Mention, words: Sequence[Word]) -> None:
    """Take the number of "drei bei den Protesten verletzte Maler" from before the phrase of the attribute."""
    at = len(found) - (2 if found[-1].kind == "unknown" and found[-1].governor and found[-1].count is None else 1)
    if at >= 0 and _counts(found[at], mention, words):
        mention.count, mention.start, mention.singular = found[at].count, found[at].start, False
        del found[at:]


def _counts(number: Mention, people: Mention, words: Sequence[Word]) -> bool:
    """Whether the number belongs to people whose German attribute has a phrase of its own."""
    if number.kind != "bare" or number.count is None or number.more or people.count or people.article or people.singular:
        return False
    between = words[number.end : people.start]
    if people.definite:
        between = between[1:] if between and between[0].lower == "der" else []
    if not between or len(between) > ATTRIBUTE_REACH or not ("prepositions" in between[0] or "adverbs" in between[0]):
        return False
    return not any(w.text in ",;:." or "be" in w or "have" in w or "modal" in w or "conjunctions" in w or w.frame for w in between)


def _kin(mention: Mention) -> bool:
    """Men, women or children: "a million men, women and children" are one figure."""
    return mention.kind == "person" and bool(mention.groups) and set(mention.groups) <= KIN


def _join(first: Mention, second: Mention) -> None:
    first.end, first.head = second.end, second.head
    if first.kind == "harm" and first.harm != second.harm:
        first.harm = "casualties"
    first.groups = tuple(merged(list(first.groups), second.groups))


def _dated(mention: Mention, words: Sequence[Word], lexicon: Lexicon, sentence: Sentence) -> bool:
    """Whether a number without a noun for people is a year, a day, an age in apposition or a sum of money."""
    count = mention.count
    if count is None or mention.kind not in ("bare", "unknown") or mention.more:
        return False
    if lexicon.capital_nouns and count.end + 2 < len(words) and "conjunctions" in words[count.end] and words[count.end + 1].unit is not None and words[count.end + 2].inert:
        return True
    figure = words[count.end - 1]
    before = words[mention.start - 1] if mention.start else None
    after = words[count.end] if count.end < len(words) else None
    if figure.text.isdigit() and len(figure.text) == 4 and 1800 <= int(figure.text) <= 2100:
        return True
    months = months_of(lexicon.lang)
    large = lexicon.capital_nouns and figure.unit is not None and figure.unit > LAST_DAY
    if (before is not None and before.lower in months and not large) or (after is not None and after.lower in months):
        return True
    if before is not None and mention.kind == "bare" and figure.text.isdigit() and _labels(before, lexicon.lang):
        return True
    if before is not None and before.text in ("(", "$", "€", "£", "#", "§", "/", "-", "–", "„", "“", "»", "«"):
        return True
    if figure.text.isdigit() and after is not None and after.text in (")", "%", "/", "°") or (after is not None and after.text == "-" and not lexicon.capital_nouns and sentence.ends[count.end - 1] == sentence.starts[count.end]):
        return True
    if lexicon.capital_nouns and after is not None and after.text in CLOSING and before is not None and before.capital:
        return True
    if lexicon.capital_nouns and after is not None and after.text == "." and figure.text.isdigit() and count.end + 1 < len(words):
        return True
    if before is not None and before.text == ":" and mention.start > 1 and words[mention.start - 2].text.isdigit():
        return True
    return before is not None and after is not None and before.text == "," and after.text == "," and figure.text.isdigit() and mention.kind == "bare"


def _ratio(mention: Mention, words: Sequence[Word], lexicon: Lexicon) -> bool:
    """"One in five patients", "jeder dritte Patient", "every third patient": a share of people, no count of them."""
    each, ordinals, of = _shares(lexicon.lang)
    lead = words[max(0, mention.start - 2) : mention.head]
    if any(one.lower in each and two.lower.endswith(ordinals) for one, two in pairwise(lead)):
        return True
    count = mention.count
    if count is None or count.low != 1 or count.high != 1 or count.end + 1 >= len(words) or words[count.end].lower not in of:
        return False
    share = words[count.end + 1].unit
    behind = words[count.end + 2] if count.end + 2 < len(words) else None
    return share is not None and 1 < share < YEARS and not (behind is not None and (behind.inert or "event" in behind.harm))


@cache
def _shares(lang: str) -> tuple[frozenset[str], tuple[str, ...], frozenset[str]]:
    """Words for each, ends of ordinals, and what stands between the two numbers of a share."""
    data = table(lang, "numbers")["shares"]
    return frozenset(data["each"]), tuple(data["ordinals"]), frozenset(data["of"])


def _labels(word: Word, lang: str) -> bool:
    """Whether a number behind the word is its label: "Flug 587", "Route 7", "BAB 12", "B 7"."""
    if not word.capital:
        return False
    nouns, ends, letters = _label_words(lang)
    return word.lower in nouns or word.lower.endswith(ends) or word.text in letters


@cache
def _label_words(lang: str) -> tuple[frozenset[str], tuple[str, ...], frozenset[str]]:
    """Nouns whole, ends of compounds and abbreviations of the pack."""
    data = table(lang, "numbers")["labels"]
    return frozenset(data["nouns"]), tuple(data["ends"]), frozenset(data["letters"])


def _widen(mention: Mention, words: Sequence[Word], lexicon: Lexicon, floor: int) -> None:
    """Take hyphenated attributes before a bare English noun into the mention: "pro-regime fighters"."""
    if lexicon.capital_nouns or mention.count is not None or mention.start != mention.head:
        return
    while mention.start > floor and "-" in words[mention.start - 1].text[1:] and not words[mention.start - 1].harm:
        mention.start -= 1
    at = mention.start - 1
    if at > floor and words[at].text.islower() and words[at].text.isalpha() and not words[at].known and not words[at].classes and "conjunctions" in words[at - 1] and not words[at].lower.endswith(("ed", "ing")):
        mention.start = at


def _govern(mention: Mention, words: Sequence[Word], lexicon: Lexicon) -> None:
    """Find the preposition before the mention, over its own adverbs, and whether it is a genitive."""
    at = mention.start - 1
    if lexicon.capital_nouns and mention.count is None and not mention.definite and not mention.article:
        while at >= 0 and mention.start - at < 6 and _adjectival(words[at]) and words[at].lower != "allem":
            at -= 1
        if at >= 0 and at < mention.start - 1 and "definite" in words[at]:
            mention.definite = True
            at -= 1
        elif mention.attribute or (
            mention.kind == "harm" and mention.start == mention.head and at == mention.start - 1
        ):
            governed = _participial(mention, words, mention.start)
            at = mention.start - 1 if governed is None else governed
        elif at >= 0 and at < mention.start - 1 and _participle(words[at + 1]) and not words[at].text.islower():
            governed = _participial(mention, words, at + 1)
            at = governed if governed is not None else at
        elif (
            at >= 0
            and at == mention.start - 2
            and words[at + 1].lower.endswith("scher")
            and words[at].capital
            and not words[at].classes
            and words[mention.head].plural is not False
        ):
            mention.genitive = True
    if not lexicon.capital_nouns and mention.start == mention.head:
        while at >= 0 and mention.start - at < 3 and words[at].text.islower() and words[at].text.isalpha() and not words[at].classes and not words[at].harm:
            at -= 1
        if at >= 0 and "prepositions" not in words[at]:
            at = mention.start - 1
    while at >= 0 and "adverbs" in words[at] and "prepositions" not in words[at] and words[at].lower not in ("mehr",):
        at -= 1
    if at < 0:
        return
    before = words[at]
    if before.lower == "während" and lexicon.capital_nouns and _subordinated(words, at, mention):
        return
    if "prepositions" in before:
        mention.governor = before.lower
        if mention.governor in DATIVE and words[mention.start].lower == "den" and mention.count is None:
            mention.singular = False  # "mit den Entführten": the dative of many, whatever the noun looks like
    elif lexicon.capital_nouns and mention.definite and words[mention.start].lower in ("der", "des", "aller"):
        mention.genitive = (
            before.capital
            and not before.classes
            and before.lower not in ("der", "des")
            and at > 0
            and not before.harm.get("dies")
        )
    elif lexicon.capital_nouns and mention.article and words[mention.start].lower in ("einer", "eines"):
        mention.genitive = before.groups is not None and before.capital and at > 0 and mention.kind == "person"
    elif lexicon.capital_nouns and words[mention.start].lower in GENITIVE_POSSESSIVES:
        mention.genitive = before.capital and not before.classes and at > 0
    elif lexicon.capital_nouns and "conjunctions" in before and mention.count is None and not mention.definite and not mention.article:
        mention.governor = shared_governor(words, at)


def _subordinated(words: Sequence[Word], at: int, mention: Mention) -> bool:
    """Whether "während" opens a clause: a verb ends it, and no genitive follows ("während der Fahrer nur Prellungen erlitt")."""
    if words[mention.start].lower in ("des", "eines", "seines", "ihres"):
        return False
    end = next((i for i in range(mention.end, len(words)) if words[i].text in ",.;:"), len(words)) - 1
    last = words[end]
    return end > mention.end - 1 and bool(
        "be" in last or "have" in last or "modal" in last or last.frame or last.text.islower()
    )


def _name(mention: Mention, words: Sequence[Word]) -> None:
    """Make "der festgenommene Karim B." one person with a name."""
    mention.names = named_attribute(words, mention)
    if mention.names:
        mention.kind, mention.singular, mention.end = "name", True, mention.head + 2


PARTICIPLES = ("ende", "enden", "ender", "endes", "te", "ten", "ter", "tes", "ene", "enen", "ener", "enes")


def _participle(word: Word) -> bool:
    """A lower-case word that may be a participle with a phrase of its own: "liegenden", "stammender", "geparkten"."""
    return word.text.islower() and not word.classes and word.lower.endswith(PARTICIPLES)


def _participial(mention: Mention, words: Sequence[Word], start: int) -> int | None:
    """Take number and article from before the phrase of a German attribute that begins at ``start``; the token before it all."""
    article = participial_article(words, start)
    if article is None:
        return None
    word = words[article]
    mention.definite, mention.article = "definite" in word or "possessive" in word, "indefinite" in word
    plural = words[mention.head].plural
    mention.singular = (
        mention.article
        or word.lower in SINGULAR_ARTICLES
        or plural is False
        or (word.lower == "der" and plural is None and not words[mention.head].lower.endswith("n"))
    )
    if word.lower == "den" and plural is None:
        mention.singular = not (article and words[article - 1].lower in DATIVE)
    return article - 1


def _adjectival(word: Word) -> bool:
    """A lower-case German word that may be an attribute or modify one."""
    return not word.capital and word.text.isalpha() and (not word.classes or word.classes == {"adverbs"}) and word.lower.endswith(("en", "e", "er", "es", "em", "lich", "isch")) and "participle" not in word.harm and "acts" not in word.harm
