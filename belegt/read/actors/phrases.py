"""Actors as noun groups in words of the report: "units of the army", "die iranische Polizei"."""

from __future__ import annotations

from collections.abc import Sequence

from belegt.read.actors.lists import ENDS, lists
from belegt.read.document import Document
from belegt.read.grammar.lexicon import Word, lexicon
from belegt.read.lang import words
from belegt.read.places.atlas import country_of, people_of
from belegt.read.segment import Sentence

LONGEST, MODIFIERS = 10, 3
STRUCK_AT = frozenset(("on", "against", "auf", "gegen"))
ARMED = frozenset(("combatant", "police", "attacker"))
Phrase = tuple[int, int]


class Phrases:
    """Finds the actors in sentences of one report."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._lexicon = lexicon(document.lang)
        self._lists = lists(document.lang)

    def tokens(self, sentence: Sentence) -> list[Word]:
        """The words of a sentence with what the pack knows of them."""
        return [self._lexicon[w] for w in sentence.words]

    def phrase(self, sentence: Sentence, tokens: Sequence[Word], start: int) -> Phrase | None:
        """The noun group that begins at ``start``, when it holds an actor."""
        fired = start + 1 < len(sentence) and tokens[start].lower in self._lists.strikes and tokens[start + 1].lower in self._lists.of
        start += 2 * fired
        end, held = start, -1
        while end < len(sentence) and end - start < LONGEST:
            word = tokens[end]
            if word.text == "(" and end + 2 < len(sentence) and tokens[end + 2].text == ")":
                end += 3
                continue
            if word.text in ENDS or "be" in word or "have" in word or "conjunctions" in word:
                break
            if word.harm and "people" not in word.harm and word.groups is None:
                break
            if "prepositions" in word and end > start:
                break
            if self.actor_at(tokens, end):
                held = end
            elif held >= 0 and not word.capital:
                break
            end += 1
        if held < 0:
            return None
        weapons = [i for i in range(start, held) if tokens[i].lower in self._lists.strikes or tokens[i].lower in self._lists.weapons]
        if weapons and self._document.lang == "de":
            start = weapons[-1] + 1
            start += int(start < held and "definite" in tokens[start])
        return (start, held + 1)

    def is_actor(self, word: Word) -> bool:
        """Whether a word may be an actor by itself."""
        nouns = self._lists.nouns
        if word.lower in ("is", "us"):
            return word.text.isupper()
        if word.lower in nouns or (word.capital and "-" in word.lower and word.lower.rsplit("-", 1)[-1] in nouns):
            return True
        return bool(word.groups) and not ARMED.isdisjoint(word.groups or ())

    def actor_at(self, tokens: Sequence[Word], at: int) -> bool:
        """Whether an actor stands at token ``at`` and is no part of the name of a thing: "police station"."""
        if at + 1 < len(tokens) and tokens[at + 1].lower in self._lists.places or at and tokens[at - 1].lower in self._lists.voices:
            return False
        if self.is_actor(tokens[at]):
            return True
        return at > 0 and f"{tokens[at - 1].lower} {tokens[at].lower}" in words(self._document.lang, "places", "own_states")

    def agents(self, sentence: Sentence, tokens: Sequence[Word], before: int) -> list[Phrase]:
        """The actors before token ``before`` that no preposition governs and no other noun follows, in order."""
        found: list[Phrase] = []
        opening = max((k + 1 for k in range(before) if tokens[k].text in ".;:"), default=0)
        for at in range(opening, before):
            if not self.actor_at(tokens, at) or (at + 1 < before and self.is_actor(tokens[at + 1])) or self.weapon(sentence, at):
                continue
            start = self.left(tokens, at)
            if start >= 2 and tokens[start - 1].lower == "of" and tokens[start - 2].lower in self._lists.bodies:
                start = self.left(tokens, start - 2)
            if not self._governed(tokens, start):
                end = at + 1
                if end + 1 < before and tokens[end].lower == "of" and "definite" in tokens[end + 1]:
                    end = next((k + 1 for k in range(end + 2, min(before, end + 5)) if self.is_actor(tokens[k])), end)
                found.append((start, end))
        return found

    def _governed(self, tokens: Sequence[Word], start: int) -> bool:
        """Whether a preposition stands before the group, before a country also over an adjective: "in central Turkey"."""
        at, country = start - 1, self.country(tokens[start])
        if country and at > 0 and tokens[at].text.islower() and not tokens[at].known and not tokens[at].classes:
            at -= 1
        struck = at > 0 and tokens[at].lower in STRUCK_AT and tokens[at - 1].lower in self._lists.strikes
        return struck or at >= 0 and "prepositions" in tokens[at] and (country or tokens[at].lower not in self._lists.stops)

    def left(self, tokens: Sequence[Word], at: int) -> int:
        """Where the noun group whose actor stands at token ``at`` begins."""
        start = at
        while start > 0 and at - start < 5 and tokens[start - 1].text not in ENDS:
            before = tokens[start - 1]
            joins = before.capital or _inner_capital(before.text) or "definite" in before or "indefinite" in before or before.groups is not None or before.lower in self._lists.adjectives
            if not joins or "prepositions" in before or before.lower in self._lists.stops:
                break
            start -= 1
            if "definite" in before or "indefinite" in before:
                return start
        return self._article(tokens, start)

    def _article(self, tokens: Sequence[Word], start: int) -> int:
        """"[The joint security] force": the article before plain words that the noun group begins with; ``start`` without one."""
        for at in range(start - 1, max(-1, start - 1 - MODIFIERS), -1):
            word = tokens[at]
            if word.lower in self._lists.stops:
                break
            if "definite" in word or "indefinite" in word:
                return at
            if self._document.lang == "de" or not word.text.isalpha() or word.stops or word.frame or word.classes or word.groups is not None or word.lower in self._lists.sayings or word.lower in self._lists.attack_verbs:
                break
        return start

    def weapon(self, sentence: Sentence, at: int) -> bool:
        """"rebel attack", "army shelling": the noun only describes the strike that follows."""
        if self._document.lang != "en":
            return False
        following = sentence.lower[at + 1 : at + 3]
        return not self._lists.strikes.isdisjoint(following) and self._lists.attack_verbs.isdisjoint(following[:1])

    def nation(self, sentence: Sentence, tokens: Sequence[Word], at: int) -> Phrase | None:
        """The countries right before the verb of an attack, in German also behind it: "fliegen Russland und Syrien Angriffe"."""
        if self._document.lang == "de" and at + 1 < len(tokens) and self.country(tokens[at + 1]):
            end = at + 2
            while end + 1 < len(tokens) and "conjunctions" in tokens[end] and self.country(tokens[end + 1]):
                end += 2
            return at + 1, end
        start = at
        if start and self.country(tokens[start - 1]) and (start < 2 or "prepositions" not in tokens[start - 2]):
            start -= 1
            while start > 1 and "conjunctions" in tokens[start - 1] and self.country(tokens[start - 2]):
                start -= 2
        return (start, at) if start < at else None

    def country(self, word: Word) -> bool:
        """Whether a word is the name of a country."""
        return word.capital and word.text.isalpha() and not people_of(word.lower) and bool(country_of(word.text))

    def text(self, sentence: Sentence, phrase: Phrase) -> str:
        """The words of a group as the report writes them."""
        return self._document.text[sentence.starts[phrase[0]] : sentence.ends[phrase[1] - 1]]


def _inner_capital(text: str) -> bool:
    """"al-Nusra": a name that begins with a small particle."""
    _, _, last = text.partition("-")
    return last[:1].isupper()
