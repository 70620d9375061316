"""Attacks that a report tells of apart from the harm: whose strike it was, who attacked, who claimed it."""

from __future__ import annotations

from belegt.read.actors.lists import ENDS, lists
from belegt.read.actors.phrases import LONGEST, Phrases
from belegt.read.document import Document
from belegt.read.lang import words
from belegt.read.places.atlas import people_of
from belegt.read.segment import Sentence


class Attacks:
    """The attacks of one report."""

    def __init__(self, document: Document, phrases: Phrases) -> None:
        self._document, self._phrases = document, phrases
        self._lists = lists(document.lang)
        self._named: dict[int, str] = {}
        self._strikers: dict[int, str] = {}
        self._owned: str | None = None

    def named_in(self, index: int) -> str:
        """Who attacks in sentence ``index``, "" where nobody does."""
        if index not in self._named:
            sentence = self._document.sentence(index)
            self._named[index] = self._repeller(sentence) or self.striker(sentence) or self.attacker(sentence)
        return self._named[index]

    def _repeller(self, sentence: Sentence) -> str:
        """"The army foiled an attack by militants": who died then was killed by those who foiled it."""
        failed = self._lists.failed & sentence.vocabulary
        if not failed:
            return ""
        at = min(map(sentence.lower.index, failed))
        phrases = self._phrases.agents(sentence, self._phrases.tokens(sentence), at)
        return self._phrases.text(sentence, phrases[0]) if phrases else ""

    def striker(self, sentence: Sentence) -> str:
        """Whose strike it was: "Russian airstrikes", "bei einem US-Luftangriff"."""
        if sentence.index not in self._strikers:
            self._strikers[sentence.index] = self._strike(sentence)
        return self._strikers[sentence.index]

    def _strike(self, sentence: Sentence) -> str:
        lists, vocabulary = self._lists, sentence.vocabulary
        if not lists.allied.isdisjoint(vocabulary):
            return next(w.split("-", 1)[0] for w in sentence.words if w.lower() in lists.allied)
        if lists.strikes.isdisjoint(vocabulary) and lists.blasts.isdisjoint(vocabulary):
            return ""
        foiled = min((sentence.lower.index(word) for word in lists.failed & vocabulary), default=len(sentence))
        loud = not any(map(str.islower, sentence.words))
        for at in [k for k, word in enumerate(sentence.lower) if word in lists.strikes]:
            for owner in range(max(0, at - 3), min(at, foiled)):
                if self._owns(sentence, owner, at, loud=loud) and sentence.lower[owner - 1] not in lists.unreal:
                    return sentence.words[owner]
        return self._launched(sentence) if not lists.launched.isdisjoint(vocabulary) and foiled == len(sentence) else ""

    def _owns(self, sentence: Sentence, at: int, strike: int, *, loud: bool) -> bool:
        """Whether the word at ``at`` says whose the strike is: "Russian", "rebel", "FMLN" (not where all is in capitals)."""
        word, lower = sentence.words[at], sentence.lower[at]
        if lower in self._lists.adjectives or strike - at == 1 and lower in self._lists.owners:
            return True
        if strike - at > 2 or not word[:1].isupper() and self._document.lang == "en":
            return False
        side = word.isupper() and len(word) > 2 and word.isalpha() and not loud and strike - at == 1 and lower not in self._lists.letters
        return side or bool(people_of(lower.removesuffix("-led"))) and lower.isalpha() | lower.endswith("-led")

    def _launched(self, sentence: Sentence) -> str:
        """"an attack by rebels", "Beschuss durch die Armee", "Angriff der Rebellen"."""
        lists, lower = self._lists, sentence.lower
        for at in [k for k, word in enumerate(lower[:-1]) if word in lists.strikes or word in lists.blasts]:
            by = at + 1
            while by < len(lower) - 1 and lower[by] in lists.carried_out:
                by += 1
            if lower[by] not in lists.launched or (by == at + 1 and lower[at] not in lists.strikes):
                continue
            phrase = self._phrases.phrase(sentence, self._phrases.tokens(sentence), by + 1)
            if phrase:
                return self._phrases.text(sentence, phrase)
        return ""

    def attacker(self, sentence: Sentence) -> str:
        """The subject of an attack that harms nobody in its own sentence: "gunmen opened fire", "the army shelled"."""
        verbs = self._lists.attack_verbs
        if verbs.isdisjoint(sentence.vocabulary):
            return ""
        tokens = self._phrases.tokens(sentence)
        for at in [k for k, word in enumerate(sentence.lower) if word in verbs]:
            nation = self._phrases.nation(sentence, tokens, at)
            if nation is not None:
                return self._phrases.text(sentence, nation)
            phrases = [p for p in self._phrases.agents(sentence, tokens, at) if sentence.lower[p[1] - 1] not in self._lists.generic and not self._holds(sentence, p[0])]
            if phrases:
                return self._phrases.text(sentence, phrases[-1])
            behind = self._phrases.phrase(sentence, tokens, at + 1) if self._document.lang == "de" else None
            if behind is not None:
                return self._phrases.text(sentence, behind)
            held = next((k for k in range(at - 1, max(-1, at - LONGEST), -1) if self._phrases.is_actor(tokens[k])), None)
            if held is not None and sentence.lower[held] not in self._lists.generic and not self._holds(sentence, self._phrases.left(tokens, held)):
                return self._phrases.text(sentence, (self._phrases.left(tokens, held), held + 1))
        return ""

    def _holds(self, sentence: Sentence, at: int) -> bool:
        """"The hospital, run by rebels, was hit": behind such words stands whose a place is."""
        return at > 1 and sentence.lower[at - 1] in self._lists.lead and sentence.lower[at - 2] in self._lists.held

    def responsible(self) -> str:
        """Who claimed the one attack that the report tells of: "Der IS hat sich zu dem Anschlag bekannt"."""
        if self._owned is None:
            self._owned = ""
            lists, text = self._lists, self._document.text
            for mark in lists.claiming:
                at = text.find(mark)
                while at >= 0 and not self._owned:
                    self._owned = self._claimant(self._document.sentence(self._document.index_at(at)))
                    at = text.find(mark, at + 1)
            self._owned = self._owned or self._accused()
        return self._owned

    def _accused(self) -> str:
        """Who alone is held responsible: "Die Regierung machte die Miliz für den Anschlag verantwortlich"."""
        making = words(self._document.lang, "actors", "making")
        found: set[str] = set()
        for mark in self._lists.blame if making else ():
            at = self._document.text.find(mark)
            while at >= 0:
                sentence = self._document.sentence(self._document.index_at(at))
                if not making.isdisjoint(sentence.vocabulary):
                    found.add(self._blamed_in(sentence, mark, making))
                at = self._document.text.find(mark, at + 1)
        return found.pop() if len(found) == 1 else ""

    def _blamed_in(self, sentence: Sentence, mark: str, making: frozenset[str]) -> str:
        tokens = self._phrases.tokens(sentence)
        verb = next(k for k, word in enumerate(sentence.lower) if word in making)
        stop = next((k for k in range(verb, len(sentence)) if sentence.lower[k] == mark), verb)
        between = sentence.lower[verb:stop]
        if not self._lists.unclaimed.isdisjoint(between) or "sich" in between:
            return ""
        for at in range(verb + 1, stop):
            opens = tokens[at].determined or tokens[at].capital
            phrase = self._phrases.phrase(sentence, tokens, at) if opens and "prepositions" not in tokens[at - 1] else None
            if phrase is not None and phrase[1] <= stop:
                end = phrase[1]
                while end < stop and tokens[end].capital:
                    end += 1
                first = next((k for k in range(phrase[1] - 1, phrase[0], -1) if tokens[k].determined), phrase[0])
                return self._phrases.text(sentence, (first, end))
        return ""

    def _claimant(self, sentence: Sentence) -> str:
        """The actor that claims, denies nothing, and is not one of many: the only one that the sentence names before it."""
        if self._lists.claimed.isdisjoint(sentence.vocabulary) or not self._lists.unclaimed.isdisjoint(sentence.vocabulary):
            return ""
        tokens = self._phrases.tokens(sentence)
        phrases = self._phrases.agents(sentence, tokens, len(tokens) - (sentence.words[-1] in ENDS))
        return self._phrases.text(sentence, phrases[0]) if phrases else ""
