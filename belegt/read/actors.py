"""To whom the text ascribes the harm (R19): the agent of a passive, the subject of an active, whose strike it was.

Invariant: an actor is given in words of the report; people who were harmed themselves are not their own actors.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, fields
from functools import cache

from belegt.read.document import Document
from belegt.read.grammar.findings import Finding, Scene
from belegt.read.grammar.lexicon import Word, lexicon
from belegt.read.lang import words
from belegt.read.segment import Sentence

REACH, PHRASE, REACH_BACK = 12, 8, 10
ARMED = frozenset(("combatant", "police", "attacker"))
ALLIES = ("us", "nato", "israel")
_END = frozenset(".,;:()\"“”„–—|")
Phrase = tuple[int, int]


@dataclass(frozen=True, slots=True)
class _Pack:
    """The lists of one language (see ``actors.toml``); ``allied`` are strikes that name an ally ("us-airstrike")."""

    nouns: frozenset[str]
    strikes: frozenset[str]
    weapons: frozenset[str]
    adjectives: frozenset[str]
    lead: frozenset[str]
    openers: frozenset[str]
    attack_verbs: frozenset[str]
    allied: frozenset[str]


@cache
def _pack(lang: str) -> _Pack:
    lists = {field.name: words(lang, "actors", field.name) for field in fields(_Pack) if field.name != "allied"}
    return _Pack(**lists, allied=frozenset(f"{ally}-{strike}" for ally in ALLIES for strike in lists["strikes"]))


class Actors:
    """The actors named in one report."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._lexicon = lexicon(document.lang)
        self._pack = _pack(document.lang)
        self._named: dict[int, str] = {}
        self._strikers: dict[int, str] = {}

    def of(self, scene: Scene, finding: Finding, *, alone: bool) -> tuple[str, ...]:
        """The actor of a finding as written; ``alone`` when nothing told elsewhere applies to it."""
        found = self._own(scene, finding)
        if not found and finding.kind in ("killed", "injured", "casualties") and not alone:
            found = self._elsewhere(scene, finding)
        return (found,) if found else ()

    def _own(self, scene: Scene, finding: Finding) -> str:
        predicate = finding.predicate
        if predicate is not None:
            found = self._led(scene, finding) or ("" if finding.passive or finding.rule not in ("object", "active") else self._subject(scene, finding))
            if found:
                return found
        return self._opponent(scene, finding) or self._striker(scene.sentence)

    def _led(self, scene: Scene, finding: Finding) -> str:
        """"killed by gunmen", "von der Polizei erschossen"."""
        lead, lower = self._pack.lead, scene.sentence.lower
        if lead.isdisjoint(scene.sentence.vocabulary):
            return ""
        for at in _window(scene, finding):
            if lower[at] in lead and not finding.mention.start <= at < finding.mention.end:
                phrase = self._phrase(scene.sentence, scene.words, at + 1)
                if phrase:
                    return self._text(scene.sentence, phrase)
        return ""

    def _opponent(self, scene: Scene, finding: Finding) -> str:
        """"killed in clashes with rebels", "when gunmen opened fire"."""
        lower, openers = scene.sentence.lower, self._pack.openers
        if openers.isdisjoint(lower[finding.end : finding.end + REACH]):
            return ""
        for at in range(finding.end, min(len(lower) - 1, finding.end + REACH)):
            if lower[at] in openers:
                phrase = self._phrase(scene.sentence, scene.words, at + 1)
                if phrase and not any(m.start < phrase[1] and phrase[0] < m.end and m.used for m in scene.mentions):
                    return self._text(scene.sentence, phrase)
        return ""

    def _phrase(self, sentence: Sentence, tokens: Sequence[Word], start: int) -> Phrase | None:
        """The noun group that begins at ``start``, when it holds an actor."""
        end, held = start, -1
        while end < len(sentence) and end - start < PHRASE:
            word = tokens[end]
            if word.text in _END or "be" in word or "have" in word or "conjunctions" in word:
                break
            if word.harm and "people" not in word.harm and word.groups is None:
                break
            if "prepositions" in word and end > start:
                break
            if self._is_actor(word):
                held = end
            end += 1
        if held < 0:
            return None
        weapons = [i for i in range(start, held) if tokens[i].lower in self._pack.strikes or tokens[i].lower in self._pack.weapons]
        if weapons and self._document.lang == "de":
            start = weapons[-1] + 1
            start += int(start < held and "definite" in tokens[start])
        return (start, held + 1)

    def _is_actor(self, word: Word) -> bool:
        nouns = self._pack.nouns
        if word.lower in nouns or ("-" in word.lower and word.lower.rsplit("-", 1)[-1] in nouns):
            return True
        return bool(word.groups) and not ARMED.isdisjoint(word.groups or ())

    def _subject(self, scene: Scene, finding: Finding) -> str:
        """The subject before an active verb, when it is an actor and no weapon."""
        predicate = finding.predicate
        assert predicate is not None
        agent = finding.agent
        if agent is not None and agent is not finding.mention and not agent.used and agent.kind in ("person", "name") and not self._weapon(scene.sentence, agent.head):
            return self._text(scene.sentence, (agent.start, agent.end))
        for at in range(predicate.start - 1, max(-1, predicate.start - REACH), -1):
            word = scene.words[at]
            if word.text in ".;:" or any(m.start <= at < m.end and m.used for m in scene.mentions):
                break
            if self._is_actor(word) and not self._weapon(scene.sentence, at):
                return self._text(scene.sentence, (self._left(scene, at), at + 1))
        return ""

    def _left(self, scene: Scene, at: int) -> int:
        start = at
        while start > 0 and at - start < 5 and scene.words[start - 1].text not in _END:
            before = scene.words[start - 1]
            if not (before.capital or "definite" in before or before.groups is not None) or "prepositions" in before:
                break
            start -= 1
        return start

    def _weapon(self, sentence: Sentence, at: int) -> bool:
        """"rebel attack", "army shelling": the noun only describes the strike that follows."""
        return self._document.lang == "en" and not self._pack.strikes.isdisjoint(sentence.lower[at + 1 : at + 3])

    def _striker(self, sentence: Sentence) -> str:
        """Whose strike it was: "Russian airstrikes", "bei einem US-Luftangriff"."""
        if sentence.index not in self._strikers:
            self._strikers[sentence.index] = self._strike(sentence)
        return self._strikers[sentence.index]

    def _strike(self, sentence: Sentence) -> str:
        pack = self._pack
        told = not (pack.strikes.isdisjoint(sentence.vocabulary) or pack.adjectives.isdisjoint(sentence.vocabulary))
        if not told and pack.allied.isdisjoint(sentence.vocabulary):
            return ""
        for at in [k for k, word in enumerate(sentence.lower) if word in pack.adjectives or word in pack.allied]:
            if sentence.lower[at] in pack.allied:
                return sentence.words[at].split("-", 1)[0]
            if not pack.strikes.isdisjoint(sentence.lower[at + 1 : at + 4]):
                return sentence.words[at]
        return ""

    def _elsewhere(self, scene: Scene, finding: Finding) -> str:
        """The actor told last before, unless it is of the side that was harmed."""
        index = scene.sentence.index
        for other in [*range(index - 1, max(-1, index - 1 - REACH_BACK), -1), index + 1]:
            if other >= len(self._document):
                continue
            named = self._named_in(other)
            if named:
                victims = set(scene.sentence.lower[finding.mention.start : finding.mention.end])
                return "" if victims & set(named.lower().split()) else named
        return ""

    def _named_in(self, index: int) -> str:
        if index not in self._named:
            sentence = self._document.sentence(index)
            self._named[index] = self._striker(sentence) or self._attacker(sentence)
        return self._named[index]

    def _attacker(self, sentence: Sentence) -> str:
        """The subject of an attack that harms nobody in its own sentence: "gunmen opened fire", "the army shelled"."""
        verbs = self._pack.attack_verbs
        if verbs.isdisjoint(sentence.vocabulary):
            return ""
        for at in [k for k, word in enumerate(sentence.lower) if word in verbs]:
            tokens = [self._lexicon[w] for w in sentence.words[max(0, at - PHRASE) : at]]
            offset = max(0, at - PHRASE)
            held = [i for i, token in enumerate(tokens) if self._is_actor(token)]
            if held:
                start = held[-1]
                while start > 0 and (tokens[start - 1].capital or "definite" in tokens[start - 1] or "indefinite" in tokens[start - 1]):
                    start -= 1
                return self._text(sentence, (offset + start, offset + held[-1] + 1))
        return ""

    def _text(self, sentence: Sentence, phrase: Phrase) -> str:
        return self._document.text[sentence.starts[phrase[0]] : sentence.ends[phrase[1] - 1]]


def _window(scene: Scene, finding: Finding) -> range:
    """Where the agent of a predicate may stand: before it in its clause in German, after it in English."""
    predicate = finding.predicate
    assert predicate is not None
    if not scene.clauses:
        return range(predicate.end, min(len(scene.words), predicate.end + REACH))
    inside = [i for i, number in enumerate(scene.clauses) if number == scene.clauses[predicate.at]]
    return range(inside[0], inside[-1])



