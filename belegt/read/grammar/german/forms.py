"""The forms of German words around a noun for people: articles, attributes, numbers inside compounds."""

from __future__ import annotations

from collections.abc import Sequence

from belegt.read.grammar.lexicon import PUNCTUATION, Lexicon, Word
from belegt.read.grammar.mention import Mention
from belegt.read.grammar.numerals import compound
from belegt.read.grammar.quantities import Count

ARTICLE_REACH = 11
OF = frozenset(("der", "dieser", "von", "seiner", "ihrer", "unserer"))
PARTICIPLES = ("te", "ten", "ter", "ene", "enen", "ener")
"""Ends of harmed people as participles, whose own phrase stands before them: "die bei dem Unfall Verletzten"."""


def participial_article(words: Sequence[Word], start: int) -> int | None:
    """The article of "den am Freitag festgenommenen Mann", whose attribute begins at ``start``; None without one."""
    for at in range(start - 2, max(-1, start - ARTICLE_REACH), -1):
        word = words[at]
        if word.text == "." and words[at - 1].text.isdigit():
            continue
        if word.text in PUNCTUATION or "be" in word or "have" in word or "modal" in word or "conjunctions" in word:
            return None
        if (
            word.determined
            and ("prepositions" in words[at + 1] or "adverbs" in words[at + 1])
            and not words[at + 1].determined
        ):
            return at
    return None


def named_attribute(words: Sequence[Word], mention: Mention) -> tuple[str, ...]:
    """The name of "der festgenommene Karim B.", () where the noun is no name."""
    head = mention.head
    following = words[head + 1] if head + 1 < len(words) else None
    if following is None or not following.capital or not words[head].capital or words[head].known or following.known:
        return ()
    return (f"{words[head].text} {following.text}",)


def shared_governor(words: Sequence[Word], at: int) -> str:
    """The preposition of "nach Angaben von Armee und Sanitätern", where a bare noun follows the conjunction at ``at``."""
    if not words[at - 1].capital:
        return ""
    for back in range(at - 1, max(-1, at - 5), -1):
        word = words[back]
        if "prepositions" in word:
            return word.lower
        if "definite" in word and words[back - 1].lower == "zwischen":
            return "zwischen"
        if (
            word.determined
            or word.unit is not None
            or word.vague is not None
            or not word.text.isalpha()
            or "be" in word
            or "have" in word
            or word.frame
        ):
            return ""
    return ""


def relative_pronoun(words: Sequence[Word], at: int) -> bool:
    """Whether "der/die/dem" after a comma and a preposition opens a relative clause: ", bei dem 148 Bewohner"."""
    if at < 2 or "relative" not in words[at] or at + 1 >= len(words):
        return False
    following = words[at + 1]
    determined = (
        "indefinite" in following
        or following.unit is not None
        or following.vague is not None
        or "adverbs" in following
        or "prepositions" in following
    )
    return "prepositions" in words[at - 1] and words[at - 2].text == "," and (determined or "definite" in following)


def alone(words: Sequence[Word], at: int) -> bool:
    """Whether no noun follows: "ein zweiter wurde", "ein dritter verlor", "ein vierter schwer"."""
    following = words[at] if at < len(words) else None
    return (
        following is None
        or not following.capital
        and bool(following.classes or following.harm or following.text in PUNCTUATION)
    )


def headed(word: Word, at: int, lexicon: Lexicon) -> Count | None:
    """The number of "vierköpfige Familie", "23-köpfige Besatzung"."""
    size = compound(word.lower.partition("köpfig")[0].rstrip("-"), lexicon.lang)
    return Count(at, at + 1, int(size), int(size), "exact") if size else None


def opens(words: Sequence[Word], at: int) -> bool:
    """Whether a headline or sentence begins at a token."""
    return at == 0 or words[at - 1].text == ":"


def opening_attribute(words: Sequence[Word], at: int, start: int, lexicon: Lexicon) -> str:
    """The harm of "Vermisster Segler ...", where the adjective has its capital from the sentence; "" for nouns."""
    word, following = words[at], words[at + 1] if at + 1 < len(words) else None
    if at != start or not word.capital or "people" not in word.harm or following is None or not opens(words, at):
        return ""
    people = following.capital and following.groups is not None or following.age is not None
    return lexicon[word.lower].harm.get("attribute", "") if people else ""


def finite(words: Sequence[Word], start: int, head: int, lexicon: Lexicon) -> bool:
    """Whether "verletzten" before the noun is no attribute but the verb: "dort verletzten Unbekannte zwei Siedler"."""
    if (
        head != start + 1
        or "acts" not in words[start].harm
        or "attribute" not in words[start].harm
        or words[start].capital
    ):
        return False
    if lexicon.adjectival(words[head]) and words[head].lower.endswith("e") and words[start].lower.endswith("en"):
        return True
    following = words[head + 1 : head + 3]
    number = len(following) == 2 and (following[0].unit is not None or following[0].vague is not None)
    return number and not following[1].inert


def partitive(words: Sequence[Word], at: int) -> int | None:
    """The noun of "einer der Männer", "eine ihrer Töchter", None where no people follow."""
    if at >= len(words) or words[at].lower not in OF:
        return None
    for position in range(at + 1, min(at + 5, len(words))):
        if words[position].groups is not None or "people" in words[position].harm:
            return position
        if words[position].stops and words[position].lower not in ("den", "seinen", "ihren"):
            return None
    return None


def adjective(word: Word, words: Sequence[Word], at: int) -> bool:
    """A capital adjective ("US-amerikanische", "Frankfurter") or the first part of a name before a noun for people."""
    if word.text.endswith(("ische", "ischen", "ischer", "isches")):
        return True
    following = words[at + 1] if at + 1 < len(words) else None
    if following is None or not following.capital:
        return False
    participle = following.groups is None and following.lower.endswith(PARTICIPLES)
    return following.groups is not None or ("people" in following.harm and not participle)


def singular_form(determiner: str, noun: str) -> bool:
    """Number of a noun whose form does not tell it: "der Verletzte" is one, "der Soldaten" are many."""
    if determiner == "der":
        return not noun.endswith("n")
    if determiner == "die":
        return noun.endswith("e")
    return determiner in (
        "das",
        "dem",
        "des",
        "den",
        "sein",
        "ihr",
        "dieser",
        "dieses",
        "seinen",
        "seinem",
        "ihren",
        "ihrem",
        "seines",
        "ihres",
    )
