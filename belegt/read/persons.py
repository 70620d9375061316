"""Who a named person is (R8): what the report calls them, before the name or behind it, and the sex that a given name or a pronoun tells.

Invariant: only words of the report decide, and a given name that men and women bear tells nothing.
"""

from __future__ import annotations

import unicodedata
from bisect import bisect_left
from collections.abc import Sequence

from belegt.read.document import Document
from belegt.read.grammar.lexicon import Word, lexicon
from belegt.read.lang import given_names, words
from belegt.read.segment import Sentence

MOST, ASIDE, FAR, OFFICE = 6, 9, 14, 4
"""Occurrences of a name that are looked at, tokens of an apposition, tokens in which a pronoun follows, words of an office."""
OFTEN, HEAD = 3, 200
"""Words for refugees that make a report one of refugees; characters at its head, where two are enough."""
_PARTICLES = frozenset(("al", "el", "bin", "ibn", "abu", "umm", "van", "von", "de", "der", "di", "da"))
_ENDS = frozenset(".;:,()\"“”„–—|")
Groups = tuple[str, ...]


def folded(name: str) -> str:
    """A name in small letters without accents, as the list of given names has it."""
    plain = unicodedata.normalize("NFKD", name.lower().replace("ı", "i").replace("ł", "l").replace("ø", "o"))
    return "".join(c for c in plain if not unicodedata.combining(c))


def sex_of(names: Sequence[str], before: str = "") -> str:
    """The sex that a name in its parts tells, or the word before it; "" when neither does."""
    given = given_names()
    for word in (before, *names[:1]):
        if word and (sex := given.get("." + folded(word).rstrip("."))):
            return sex
    parts = names[:-1] if len(names) > 1 else names
    return next((given[key] for key in map(folded, parts) if key in given), "")


class Persons:
    """The persons whom one report names; ``harmed`` says that it tells of dead or injured people."""

    def __init__(self, document: Document, *, harmed: bool = False) -> None:
        self.harmed = harmed
        self.document = document
        self._lexicon = lexicon(document.lang)
        self._told: dict[tuple[str, ...], Groups] = {}
        self._air: bool | None = None
        self._of_refugees: bool | None = None

    @property
    def of_refugees(self) -> bool:
        """Whether the report tells of refugees, by how often it names them."""
        if self._of_refugees is None:
            folded_text = self.document.text.lower()
            stems = words(self.document.lang, "people", "refugees")
            named = sum(folded_text.count(stem) for stem in stems)
            self._of_refugees = named >= OFTEN or named > 1 and any(stem in folded_text[:HEAD] for stem in stems)
        return self._of_refugees

    def at_war_in_the_air(self) -> bool:
        """Whether the report tells of a side's planes."""
        if self._air is None:
            text = self.document.text.lower()
            self._air = any(words_ in text for words_ in words(self.document.lang, "people", "planes"))
        return self._air

    def groups(self, sentence: Sentence, start: int, end: int) -> Groups:
        """What tokens ``start`` to ``end``, a name, are called in the report, else their sex; () when nothing is said."""
        name = tuple(sentence.words[start:end])
        if name not in self._told:
            self._told[name] = self._described(name)
        told = self._told[name]
        if told and told[0] not in ("man", "woman"):
            return told
        sex = sex_of(sentence.words[start:end], sentence.words[start - 1] if start else "")
        return (sex,) if sex else told or self._by_pronoun(sentence, end)

    def _described(self, name: tuple[str, ...]) -> Groups:
        """Role, else sex, where the report names the person, by the whole name or by its end."""
        text, at, sex, last = self.document.text, -1, "", name[-1]
        for _ in range(MOST):
            at = text.find(last, at + 1)
            if at < 0:
                break
            sentence = self.document.sentence(self.document.index_at(at))
            token = bisect_left(sentence.starts, at)
            if token >= len(sentence) or sentence.words[token] != last:
                continue
            tokens = [self._lexicon[w] for w in sentence.words]
            first = _first(tokens, token)
            if len(name) > 1 and first < token and sentence.words[first] != name[0]:
                continue
            role = _title(tokens, first) or self._apposed(tokens, token + 1)
            if role:
                return role
            if token > first:
                sex = sex or sex_of(sentence.words[first : token + 1], sentence.words[first - 1] if first else "")
        return (sex,) if sex else ()

    def _apposed(self, tokens: Sequence[Word], at: int) -> Groups:
        """", den Führer der Miliz," and ", a professor at": the role in the apposition that begins at ``at``."""
        if at < len(tokens) and tokens[at].frame == "participle":
            at += 1
        if at + 2 >= len(tokens) or tokens[at].text != ",":
            return ()
        if not tokens[at + 1].determined and tokens[at + 1].lower not in words(self.document.lang, "people", "former"):
            return self._office(tokens, at + 1)
        for number in range(at + 1, min(at + ASIDE, len(tokens))):
            word = tokens[number]
            if word.text in _ENDS or word.frame:
                return ()
            if word.groups is not None:
                return member_of(tokens, at + 1, number, self.document.lang) or _role(word)
        return ()

    def _office(self, tokens: Sequence[Word], at: int) -> Groups:
        """", mayor of the town,": an office without an article, when "of" or "for" says what it is of."""
        for number in range(at, min(at + OFFICE, len(tokens) - 1)):
            word = tokens[number]
            if word.groups is not None:
                bare = word.plural is not True and tokens[number + 1].lower in words(self.document.lang, "people", "office_links")
                return (member_of(tokens, at, number, self.document.lang) or _role(word)) if bare else ()
            if word.stops or word.frame or not word.text.isalpha():
                return ()
        return ()

    def _by_pronoun(self, sentence: Sentence, end: int) -> Groups:
        """The pronoun that follows in the sentence or opens the next: "... was killed with [his] wife", "[She] was 40"."""
        lang = self.document.lang
        man, woman = words(lang, "people", "he"), words(lang, "people", "she")
        after = sentence.lower[end : end + FAR]
        if sentence.index + 1 < len(self.document):
            after = after + self.document.sentence(sentence.index + 1).lower[:1]
        for word in after:
            if word in man:
                return ("man",)
            if word in woman:
                return ("woman",)
        return ()


def _first(tokens: Sequence[Word], last: int) -> int:
    first = last
    while first > 0 and last - first < 4:
        before = tokens[first - 1]
        if before.groups is not None or before.harm or before.stops and before.lower not in _PARTICLES:
            break
        if not (before.capital or before.lower in _PARTICLES) or not before.text[:1].isalpha():
            break
        first -= 1
    return first


def _title(tokens: Sequence[Word], first: int) -> Groups:
    """The noun right before the name: "General Karim", "the journalist Omar Saleh"."""
    return _role(tokens[first - 1]) if first and tokens[first - 1].plural is not True else ()


def _role(word: Word) -> Groups:
    return tuple(g for g in word.groups or () if g not in ("person", "man", "woman", "child", "elderly"))


def member_of(tokens: Sequence[Word], start: int, head: int, lang: str) -> Groups:
    """The side or trade of whom belongs to it: "Mitglieder der Miliz", "IS members", "staff of the aid agency"; else ().

    The noun group begins at ``start``, its noun is ``head``.
    """
    noun = tokens[head].lower
    prefix, _, last = noun.rpartition("-")
    nouns = words(lang, "people", "members")
    if noun not in nouns and last not in nouns:
        return ()
    sides = _sides(lang)
    if prefix in sides:
        return (sides[prefix],)
    before = tokens[max(start, head - 3) : head] if lang != "de" else tokens[max(start, head - 1) : head]
    if noun in words(lang, "people", "anybody"):
        return _behind(tokens, head + 1, lang) if head + 1 < len(tokens) and "of" in tokens[head + 1] else ()
    return next(((sides[key],) for key in map(_key, before) if key in sides), ()) or _behind(tokens, head + 1, lang)


def side_of(word: Word, lang: str) -> str:
    """The side or trade that a word names by itself ("hezbollah": combatant); "" where it names none."""
    key = _key(word)
    sides = _sides(lang)
    return sides.get(key) or sides.get(key.rpartition("-")[2], "")


def _key(word: Word) -> str:
    """The word as the lists of sides have it; "is" is a side in capitals only."""
    return word.lower if len(word.text) > 2 or word.text.isupper() else ""


def _behind(tokens: Sequence[Word], at: int, lang: str) -> Groups:
    """The side in the "of" group that begins at ``at``."""
    if at >= len(tokens) or tokens[at].lower not in words(lang, "people", "member_links"):
        return ()
    for word in tokens[at : at + ASIDE]:
        if word.text in ".,;:()" or word.frame:
            break
        if side := side_of(word, lang):
            return (side,)
    return ()


def _sides(lang: str) -> dict[str, str]:
    return _SIDES.setdefault(lang, {word: group for group in SIDES for word in words(lang, "people", f"of_{group}")})


SIDES = ("combatant", "police", "aid_worker", "medic", "journalist")
_SIDES: dict[str, dict[str, str]] = {}
