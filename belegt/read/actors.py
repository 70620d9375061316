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
from belegt.read.places.atlas import country_of, people_of
from belegt.read.segment import Sentence

REACH, PHRASE, REACH_BACK = 12, 8, 6
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
    bodies: frozenset[str]
    stops: frozenset[str]
    unreal: frozenset[str]
    launched: frozenset[str]
    clashes: frozenset[str]
    between: frozenset[str]
    police: frozenset[str]
    arrests: frozenset[str]
    blame: frozenset[str]
    blame_links: frozenset[str]
    failed: frozenset[str]
    generic: frozenset[str]
    held: frozenset[str]
    letters: frozenset[str]
    sayings: frozenset[str]
    places: frozenset[str]
    claiming: frozenset[str]
    claimed: frozenset[str]
    unclaimed: frozenset[str]
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
        self._told: dict[int, str] = {}
        self._owned: str | None = None
        self._jailer = (-9, "")
        self._strikers: dict[int, str] = {}

    def of(self, scene: Scene, finding: Finding, *, alone: bool, told: bool = False) -> tuple[str, ...]:
        """The actor of a finding as written; ``alone`` when nothing told elsewhere applies to it.

        ``told`` says that somebody else than the report vouches for the finding: then only what was told just before applies.
        """
        found, index = self._own(scene, finding), scene.sentence.index
        if not found and index in self._told and "attacker" not in finding.mention.groups and not self._harmed(scene, finding, self._told[index]):
            found = self._told[index]
        elif found:
            self._told[index] = found
        if not found and index and opens_back(scene.sentence, self._document.lang):
            found = self._named_in(index - 1)
        if finding.kind == "detained":
            arrest = not self._pack.arrests.isdisjoint(scene.sentence.lower[finding.start : finding.end])
            found = found or (self._held_by(scene.sentence) if arrest else "")
            self._jailer = (index, found) if found else self._jailer
            return (found,) if found else ()
        apart = alone or "|" in scene.sentence.vocabulary or "attacker" in finding.mention.groups
        if not found and finding.kind in ("killed", "injured", "casualties") and not apart:
            found = self._elsewhere(scene, finding, 2 if told else REACH_BACK) or self._responsible()
        return (found,) if found else ()

    def _held_by(self, sentence: Sentence) -> str:
        """Who holds people just told of, else the police of this sentence or the one before: "The police searched a house. One man was held"."""
        for index in (sentence.index, sentence.index - 1):
            if index < 0 or self._pack.police.isdisjoint(self._document.sentence(index).vocabulary):
                continue
            other = self._document.sentence(index)
            tokens = [self._lexicon[w] for w in other.words]
            for start, end in self._agents(other, tokens, len(tokens) - (other.words[-1] in _END)):
                if other.lower[end - 1] in self._pack.police:
                    return self._text(other, (start, end))
        at, jailer = self._jailer
        return jailer if sentence.index - at <= 2 else ""

    def _own(self, scene: Scene, finding: Finding) -> str:
        predicate = finding.predicate
        if predicate is not None:
            active = not finding.passive and finding.rule in ("object", "active")
            found = (self._subject(scene, finding) if active else "") or self._led(scene, finding) or self._blamed(scene, predicate.start)
            if found:
                return found
        return self._opponent(scene, finding) or self._striker(scene.sentence) or self._beside(scene, finding)

    def _led(self, scene: Scene, finding: Finding) -> str:
        """"killed by gunmen", "von der Polizei erschossen"."""
        lead, lower = self._pack.lead, scene.sentence.lower
        if lead.isdisjoint(scene.sentence.vocabulary):
            return ""
        for at in _window(scene, finding):
            if lower[at] in lead and not finding.mention.start <= at < finding.mention.end and lower[at - 1] not in self._pack.held:
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
            if lower[at] in openers and (lower[at] not in self._pack.between or lower[at - 1] in self._pack.clashes):
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
            if self._actor_at(tokens, end):
                held = end
            elif held >= 0 and not word.capital:
                break
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
        if word.lower in ("is", "us"):
            return word.text.isupper()
        if word.lower in nouns or ("-" in word.lower and word.lower.rsplit("-", 1)[-1] in nouns):
            return True
        return bool(word.groups) and not ARMED.isdisjoint(word.groups or ())

    def _actor_at(self, tokens: Sequence[Word], at: int) -> bool:
        """Whether an actor stands at token ``at`` and is no part of the name of a thing: "police station"."""
        if at + 1 < len(tokens) and tokens[at + 1].lower in self._pack.places:
            return False
        if self._is_actor(tokens[at]):
            return True
        return at > 0 and f"{tokens[at - 1].lower} {tokens[at].lower}" in words(self._document.lang, "places", "own_states")

    def _subject(self, scene: Scene, finding: Finding) -> str:
        """The subject before an active verb, when it is an actor and no weapon."""
        predicate = finding.predicate
        assert predicate is not None
        lower, sayings = scene.sentence.lower, self._pack.sayings
        if predicate.frame == "event" or lower[predicate.start - 1] in sayings:
            return ""
        phrases = [p for p in self._agents(scene.sentence, scene.words, predicate.start) if sayings.isdisjoint(lower[p[1] : p[1] + 2])]
        free = [p for p in phrases if not any(m.start < p[1] and p[0] < m.end and m.used for m in scene.mentions)]
        if free and self._document.lang == "en" and scene.sentence.lower[predicate.at].endswith("ing"):
            return self._text(scene.sentence, free[0])
        agent = finding.agent
        if agent is not None and agent is not finding.mention and not agent.used and agent.kind in ("person", "name") and not self._weapon(scene.sentence, agent.head):
            start, end = agent.start, agent.end
            while end < predicate.start and self._is_actor(scene.words[end]):
                end += 1
            start += int(start + 1 < end and lower[start][:1].isdigit())
            return self._text(scene.sentence, (start, end))
        if self._document.lang == "de" and finding.mention.start < predicate.start:
            free = [p for p in free if p[1] <= finding.mention.start]
        return self._text(scene.sentence, free[-1]) if free else ""

    def _blamed(self, scene: Scene, before: int) -> str:
        """"The militia is responsible for the death of ten": who is said to answer for what begins at token ``before``."""
        lower, pack = scene.sentence.lower, self._pack
        if pack.blame.isdisjoint(scene.sentence.vocabulary):
            return ""
        leads = [k for k in range(before) if lower[k] in pack.blame or lower[k] in pack.blame_links]
        found = self._agents(scene.sentence, scene.words, leads[0]) if leads else []
        return self._text(scene.sentence, found[0]) if found else ""

    def _agents(self, sentence: Sentence, tokens: Sequence[Word], before: int) -> list[Phrase]:
        """The actors before token ``before`` that no preposition governs and no other noun follows, in order."""
        found: list[Phrase] = []
        opening = max((k + 1 for k in range(before) if tokens[k].text in ".;:"), default=0)
        for at in range(opening, before):
            if not self._actor_at(tokens, at) or (at + 1 < before and self._is_actor(tokens[at + 1])) or self._weapon(sentence, at):
                continue
            start = self._left(tokens, at)
            if start >= 2 and tokens[start - 1].lower == "of" and tokens[start - 2].lower in self._pack.bodies:
                start = self._left(tokens, start - 2)
            if start == 0 or "prepositions" not in tokens[start - 1] or tokens[start - 1].lower in self._pack.stops:
                end = at + 1
                if end + 1 < before and tokens[end].lower == "of" and "definite" in tokens[end + 1]:
                    end = next((k + 1 for k in range(end + 2, min(before, end + 5)) if self._is_actor(tokens[k])), end)
                found.append((start, end))
        return found

    def _left(self, tokens: Sequence[Word], at: int) -> int:
        """Where the noun group whose actor stands at token ``at`` begins."""
        start = at
        while start > 0 and at - start < 5 and tokens[start - 1].text not in _END:
            before = tokens[start - 1]
            joins = before.capital or "definite" in before or "indefinite" in before or before.groups is not None or before.lower in self._pack.adjectives
            if not joins or "prepositions" in before or before.lower in self._pack.stops:
                break
            start -= 1
            if "definite" in before or "indefinite" in before:
                break
        return start

    def _weapon(self, sentence: Sentence, at: int) -> bool:
        """"rebel attack", "army shelling": the noun only describes the strike that follows."""
        if self._document.lang != "en":
            return False
        following = sentence.lower[at + 1 : at + 3]
        return not self._pack.strikes.isdisjoint(following) and self._pack.attack_verbs.isdisjoint(following[:1])

    def _striker(self, sentence: Sentence) -> str:
        """Whose strike it was: "Russian airstrikes", "bei einem US-Luftangriff"."""
        if sentence.index not in self._strikers:
            self._strikers[sentence.index] = self._strike(sentence)
        return self._strikers[sentence.index]

    def _strike(self, sentence: Sentence) -> str:
        pack, vocabulary = self._pack, sentence.vocabulary
        if not pack.allied.isdisjoint(vocabulary):
            return next(w.split("-", 1)[0] for w in sentence.words if w.lower() in pack.allied)
        if pack.strikes.isdisjoint(vocabulary):
            return ""
        foiled = min((sentence.lower.index(word) for word in pack.failed & vocabulary), default=len(sentence))
        loud = not any(map(str.islower, sentence.words))
        for at in [k for k, word in enumerate(sentence.lower) if word in pack.strikes]:
            for owner in range(max(0, at - 3), min(at, foiled)):
                if self._owns(sentence, owner, at, loud=loud) and sentence.lower[owner - 1] not in pack.unreal:
                    return sentence.words[owner]
        return self._launched(sentence) if not pack.launched.isdisjoint(vocabulary) and foiled == len(sentence) else ""

    def _owns(self, sentence: Sentence, at: int, strike: int, *, loud: bool) -> bool:
        """Whether the word at ``at`` says whose the strike is: "Russian", "rebel", "FMLN" (not where all is in capitals)."""
        word, lower = sentence.words[at], sentence.lower[at]
        if lower in self._pack.adjectives:
            return True
        if strike - at > 2 or not word[:1].isupper() and self._document.lang == "en":
            return False
        side = word.isupper() and len(word) > 2 and word.isalpha() and not loud and strike - at == 1 and lower not in self._pack.letters
        return side or bool(people_of(lower.removesuffix("-led"))) and lower.isalpha() | lower.endswith("-led")

    def _launched(self, sentence: Sentence) -> str:
        """"an attack by rebels", "Beschuss durch die Armee", "Angriff der Rebellen"."""
        pack, lower = self._pack, sentence.lower
        for at in [k for k, word in enumerate(lower[:-1]) if word in pack.strikes and lower[k + 1] in pack.launched]:
            phrase = self._phrase(sentence, [self._lexicon[w] for w in sentence.words], at + 2)
            if phrase:
                return self._text(sentence, phrase)
        return ""

    def _beside(self, scene: Scene, finding: Finding) -> str:
        """The attacker of the same sentence: "The rebels fired a rocket which fell near a park killing one"."""
        named = self._attacker(scene.sentence)
        return "" if self._harmed(scene, finding, named) else named

    def _elsewhere(self, scene: Scene, finding: Finding, reach: int) -> str:
        """The actor told last in the ``reach`` sentences before, unless it is of the side that was harmed."""
        index = scene.sentence.index
        for other in range(index - 1, max(-1, index - 1 - reach), -1):
            named = self._named_in(other)
            if named:
                return "" if self._harmed(scene, finding, named) else named
        return ""

    def _responsible(self) -> str:
        """Who claimed the one attack that the report tells of: "Der IS hat sich zu dem Anschlag bekannt"."""
        if self._owned is None:
            self._owned = ""
            pack, text = self._pack, self._document.text
            for mark in pack.claiming:
                at = text.find(mark)
                while at >= 0 and not self._owned:
                    self._owned = self._claimant(self._document.sentence(self._document.index_at(at)))
                    at = text.find(mark, at + 1)
        return self._owned

    def _claimant(self, sentence: Sentence) -> str:
        """The actor that claims, denies nothing, and is not one of many: the only one that the sentence names before it."""
        if self._pack.claimed.isdisjoint(sentence.vocabulary) or not self._pack.unclaimed.isdisjoint(sentence.vocabulary):
            return ""
        tokens = [self._lexicon[w] for w in sentence.words]
        phrases = self._agents(sentence, tokens, len(tokens) - (sentence.words[-1] in _END))
        return self._text(sentence, phrases[0]) if phrases else ""

    def _harmed(self, scene: Scene, finding: Finding, named: str) -> bool:
        """Whether those who were harmed are called like the actor."""
        victims = set(scene.sentence.lower[finding.mention.start : finding.mention.end])
        return bool(victims & set(named.lower().split()))

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
        tokens = [self._lexicon[w] for w in sentence.words]
        for at in [k for k, word in enumerate(sentence.lower) if word in verbs]:
            nation = self._nation(sentence, tokens, at)
            if nation is not None:
                return self._text(sentence, nation)
            phrases = [p for p in self._agents(sentence, tokens, at) if sentence.lower[p[1] - 1] not in self._pack.generic]
            if phrases:
                return self._text(sentence, phrases[-1])
            behind = self._phrase(sentence, tokens, at + 1) if self._document.lang == "de" else None
            if behind is not None:
                return self._text(sentence, behind)
            held = next((k for k in range(at - 1, max(-1, at - PHRASE), -1) if self._is_actor(tokens[k])), None)
            if held is not None and sentence.lower[held] not in self._pack.generic:
                return self._text(sentence, (self._left(tokens, held), held + 1))
        return ""

    def _nation(self, sentence: Sentence, tokens: Sequence[Word], at: int) -> Phrase | None:
        """The countries right before the verb of an attack, in German also behind it: "fliegen Russland und Syrien Angriffe"."""
        if self._document.lang == "de" and at + 1 < len(tokens) and self._country(tokens[at + 1]):
            end = at + 2
            while end + 1 < len(tokens) and "conjunctions" in tokens[end] and self._country(tokens[end + 1]):
                end += 2
            return at + 1, end
        start = at
        if start and self._country(tokens[start - 1]) and (start < 2 or "prepositions" not in tokens[start - 2]):
            start -= 1
            while start > 1 and "conjunctions" in tokens[start - 1] and self._country(tokens[start - 2]):
                start -= 2
        return (start, at) if start < at else None

    def _country(self, word: Word) -> bool:
        return word.capital and word.text.isalpha() and not people_of(word.lower) and bool(country_of(word.text))

    def _text(self, sentence: Sentence, phrase: Phrase) -> str:
        return self._document.text[sentence.starts[phrase[0]] : sentence.ends[phrase[1] - 1]]


def opens_back(sentence: Sentence, lang: str) -> bool:
    """Whether a sentence points back to what the one before tells of: "Dabei starben ...", "In the attack ..."."""
    lead = " ".join(sentence.lower[:3])
    return any(lead.startswith(phrase) and lead[len(phrase) : len(phrase) + 1] in ("", " ") for phrase in words(lang, "actors", "back"))


def _window(scene: Scene, finding: Finding) -> range:
    """Where the agent of a predicate may stand: before it in its clause in German, after it in English."""
    predicate = finding.predicate
    assert predicate is not None
    if not scene.clauses:
        return range(predicate.end, min(len(scene.words), predicate.end + REACH))
    inside = [i for i, number in enumerate(scene.clauses) if number == scene.clauses[predicate.at]]
    return range(inside[0], inside[-1])



