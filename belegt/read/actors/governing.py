"""Who harmed whom: the agent of a passive, the subject of an active, else who attacked in the sentences before."""

from __future__ import annotations

from functools import cache

from belegt.read.actors.attacks import Attacks
from belegt.read.actors.lists import ENDS, lists
from belegt.read.actors.phrases import Phrases
from belegt.read.document import Document
from belegt.read.grammar.findings import Finding, Scene
from belegt.read.grammar.mention import Mention
from belegt.read.lang import table, words
from belegt.read.segment import Sentence

REACH, TOLD_BACK, FAR_BACK, VERB_WITHIN, LEAD, ENTRY, RELATIVE = 12, 2, 6, 4, 3, 12, 6


class Actors:
    """The actors named in one report."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._lists = lists(document.lang)
        self._phrases = Phrases(document)
        self._attacks = Attacks(document, self._phrases)
        self._told: dict[int, str] = {}
        self._jailer = (-9, "")
        self._sole: str | None = None

    def of(self, scene: Scene, finding: Finding, *, alone: bool, told: bool = False) -> tuple[str, ...]:
        """The actor of a finding as written; ``alone`` when nothing told elsewhere applies to it.

        ``told`` says that somebody else than the report vouches for the finding: then only what was told just before applies.
        """
        index = scene.sentence.index
        if self._of_another(scene, finding):
            return ()
        found = self._own(scene, finding)
        if not found and index in self._told and "attacker" not in finding.mention.groups and not self._harmed(scene, finding, self._told[index]):
            found = self._told[index]
        elif found:
            self._told[index] = found
        if not found and index and opens_back(scene.sentence, self._document.lang):
            found = self._attacks.named_in(index - 1)
        if finding.kind == "detained":
            arrest = not self._lists.arrests.isdisjoint(scene.sentence.lower[finding.start : finding.end])
            found = found or (self._held_by(scene.sentence) if arrest else "")
            self._jailer = (index, found) if found else self._jailer
            return (found,) if found else ()
        apart = alone or "|" in scene.sentence.vocabulary or "attacker" in finding.mention.groups or turns_elsewhere(scene.sentence, self._document.lang)
        if not found and finding.kind in ("killed", "injured", "casualties") and not apart:
            found = self._elsewhere(scene, finding, TOLD_BACK if told else table(self._document.lang, "actors")["reach"]) or self._attacks.responsible() or self._only(scene, finding)
        return (found,) if found else ()

    def _held_by(self, sentence: Sentence) -> str:
        """Who holds people just told of, else the police of this sentence or the one before: "The police searched a house. One man was held"."""
        for index in (sentence.index, sentence.index - 1):
            if index < 0 or self._lists.police.isdisjoint(self._document.sentence(index).vocabulary):
                continue
            other = self._document.sentence(index)
            tokens = self._phrases.tokens(other)
            for start, end in self._phrases.agents(other, tokens, len(tokens) - (other.words[-1] in ENDS)):
                if other.lower[end - 1] in self._lists.police:
                    return self._phrases.text(other, (start, end))
        at, jailer = self._jailer
        return jailer if sentence.index - at <= 2 else ""

    def _own(self, scene: Scene, finding: Finding) -> str:
        predicate = finding.predicate
        if predicate is not None:
            suffers = scene.sentence.lower[predicate.at] in self._lists.suffered
            active = not (finding.passive or suffers) and finding.rule in ("object", "active")
            led = self._led(scene, finding)
            accused = None if led else self._accused(scene, predicate.start)
            if accused is not None:
                return accused
            found = (self._subject(scene, finding) if active else "") or led or self._blamed(scene, predicate.start)
            if found:
                return found
        return self._opponent(scene, finding) or self._attacks.striker(scene.sentence) or self._beside(scene, finding)

    def _led(self, scene: Scene, finding: Finding) -> str:
        """"killed by gunmen", "von der Polizei erschossen"."""
        lead, lower = self._lists.lead, scene.sentence.lower
        if lead.isdisjoint(scene.sentence.vocabulary):
            return ""
        for at in _window(scene, finding):
            if lower[at] in lead and not finding.mention.start <= at < finding.mention.end and lower[at - 1] not in self._lists.held:
                phrase = self._phrases.phrase(scene.sentence, scene.words, at + 1)
                if phrase and self._lists.held.isdisjoint(lower[phrase[1] : phrase[1] + 1]):
                    return self._phrases.text(scene.sentence, phrase)
        return ""

    def _opponent(self, scene: Scene, finding: Finding) -> str:
        """"killed in clashes with rebels", "when gunmen opened fire"."""
        lower, openers = scene.sentence.lower, self._lists.openers
        if openers.isdisjoint(lower[finding.end : finding.end + REACH]):
            return ""
        for at in range(finding.end, min(len(lower) - 1, finding.end + REACH)):
            if lower[at] in openers and (lower[at] not in self._lists.between or lower[at - 1] in self._lists.clashes):
                phrase = self._phrases.phrase(scene.sentence, scene.words, at + 1)
                acts = phrase is not None and (lower[at] in self._lists.between or self._acts(scene, phrase[1]))
                if phrase and acts and not any(m.start < phrase[1] and phrase[0] < m.end and m.used for m in scene.mentions):
                    return self._phrases.text(scene.sentence, phrase)
        return ""

    def _acts(self, scene: Scene, at: int) -> bool:
        """Whether a verb of an attack or of harm follows: "when gunmen [opened] fire", not "after the police arrived"."""
        near = scene.words[at : at + VERB_WITHIN]
        return any(word.lower in self._lists.attack_verbs or word.frame for word in near)

    def _subject(self, scene: Scene, finding: Finding) -> str:
        """The subject before an active verb, when it is an actor and no weapon."""
        predicate = finding.predicate
        assert predicate is not None
        lower, sayings = scene.sentence.lower, self._lists.sayings
        if predicate.frame == "event" or lower[predicate.start - 1] in sayings:
            return ""
        phrases = [p for p in self._phrases.agents(scene.sentence, scene.words, predicate.start) if sayings.isdisjoint(lower[p[1] : p[1] + 2])]
        free = [p for p in phrases if not any(m.start < p[1] and p[0] < m.end and m.used for m in scene.mentions)]
        if free and self._document.lang == "en" and scene.sentence.lower[predicate.at].endswith("ing"):
            return self._phrases.text(scene.sentence, free[0])
        agent = finding.agent
        if agent is not None and agent is not finding.mention and not agent.used and agent.kind in ("person", "name") and not self._placed(scene, agent) and sayings.isdisjoint(lower[agent.end : agent.end + 2]) and not self._phrases.weapon(scene.sentence, agent.head):
            start, end = agent.start, agent.end
            while end < predicate.start and self._phrases.is_actor(scene.words[end]):
                end += 1
            start += int(start + 1 < end and lower[start][:1].isdigit())
            return self._phrases.text(scene.sentence, (start, end))
        if self._document.lang == "de" and finding.mention.start < predicate.start:
            free = [p for p in free if p[1] <= finding.mention.start]
        return self._phrases.text(scene.sentence, free[-1]) if free else ""

    def _accused(self, scene: Scene, before: int) -> str | None:
        """"Rebels accused [the army] of killing", "condemned the killing" (""): never those who say it; None where neither is told."""
        lower, lists = scene.sentence.lower, self._lists
        if lists.accusing.isdisjoint(scene.sentence.vocabulary):
            return None
        at = next((k for k in range(before - 1, max(-1, before - REACH), -1) if lower[k] in lists.accusing), None)
        if at is None or any(scene.words[k].text in ";:." for k in range(at, before)):
            return None
        phrase = self._phrases.phrase(scene.sentence, scene.words, at + 1)
        return self._phrases.text(scene.sentence, phrase) if phrase and phrase[1] <= before else ""

    def _of_another(self, scene: Scene, finding: Finding) -> bool:
        """"Police shot the gunman, who had killed three": the relative clause is about a victim, who is no side by name."""
        opening = self._relative(scene, finding)
        if opening is None:
            return False
        return any(opening - LEAD < m.end <= opening and m.used and m is not finding.mention for m in scene.mentions)

    def _relative(self, scene: Scene, finding: Finding) -> int | None:
        """The relative pronoun that is the subject of an active verb."""
        predicate, words_ = finding.predicate, scene.words
        if predicate is None or finding.passive or finding.rule not in ("object", "active"):
            return None
        for at in range(predicate.start - 1, max(0, predicate.start - RELATIVE), -1):
            if "relative" in words_[at] and words_[at - 1].text == ",":
                inside = not scene.clauses or scene.clauses[at] == scene.clauses[predicate.at] and not words_[at + 1].capital
                return at if inside else None
            if words_[at].text in ",;:.":
                return None
        return None

    def _placed(self, scene: Scene, agent: Mention) -> bool:
        """"In central Turkey": a name that says where."""
        return agent.kind == "name" and any("prepositions" in word for word in scene.words[max(0, agent.start - 2) : agent.start])

    def _blamed(self, scene: Scene, before: int) -> str:
        """"The militia is responsible for the death of ten": who is said to answer for what begins at token ``before``."""
        lower, lists = scene.sentence.lower, self._lists
        if lists.blame.isdisjoint(scene.sentence.vocabulary):
            return ""
        leads = [k for k in range(before) if lower[k] in lists.blame or lower[k] in lists.blame_links]
        found = self._phrases.agents(scene.sentence, scene.words, leads[0]) if leads else []
        return self._phrases.text(scene.sentence, found[0]) if found else ""

    def _beside(self, scene: Scene, finding: Finding) -> str:
        """The attacker of the same sentence: "The rebels fired a rocket which fell near a park killing one"."""
        named = self._attacks.attacker(scene.sentence)
        return "" if self._harmed(scene, finding, named) else named

    def _elsewhere(self, scene: Scene, finding: Finding, reach: int) -> str:
        """The actor told last in the ``reach`` sentences before, unless it is of the side that was harmed."""
        index = scene.sentence.index
        for other in range(index - 1, max(-1, index - 1 - reach), -1):
            named = self._attacks.named_in(other)
            if named:
                return "" if self._harmed(scene, finding, named) else named
        return ""

    def _only(self, scene: Scene, finding: Finding) -> str:
        """The attacker that the lead of a report names, in a list entry far behind it, where the report names no other."""
        if len(scene.sentence) > ENTRY or scene.sentence.index <= FAR_BACK:
            return ""
        if self._sole is None:
            named = [name for index in range(len(self._document)) if (name := self._attacks.named_in(index))]
            lead = next((name for index in range(min(LEAD, len(self._document))) if (name := self._attacks.named_in(index))), "")
            shared = set.intersection(*(set(name.lower().split()) for name in named)) if named else set()
            self._sole = lead if shared - {"the", "a"} else ""
        return "" if not self._sole or self._harmed(scene, finding, self._sole) else self._sole

    def _harmed(self, scene: Scene, finding: Finding, named: str) -> bool:
        """Whether those who were harmed are called like the actor."""
        victims = set(scene.sentence.lower[finding.mention.start : finding.mention.end])
        return bool(victims & set(named.lower().split()))


def opens_back(sentence: Sentence, lang: str) -> bool:
    """Whether a sentence points back to what the one before tells of: "Dabei starben ...", "In the attack ..."."""
    lead = " ".join(sentence.lower[:3])
    return any(lead.startswith(phrase) and lead[len(phrase) : len(phrase) + 1] in ("", " ") for phrase in words(lang, "actors", "back"))


def turns_elsewhere(sentence: Sentence, lang: str) -> bool:
    """Whether a sentence turns to another event: "In another attack ...", "Elsewhere ...", "Unterdessen ..."."""
    return any(tuple(sentence.lower[: len(phrase)]) == phrase for phrase in _turns(lang))


@cache
def _turns(lang: str) -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(phrase.split()) for phrase in words(lang, "actors", "turns"))


def _window(scene: Scene, finding: Finding) -> range:
    """Where the agent of a predicate may stand: before it in its clause in German, after it in English."""
    predicate = finding.predicate
    assert predicate is not None
    if not scene.clauses:
        return range(predicate.end, min(len(scene.words), predicate.end + REACH))
    inside = [i for i, number in enumerate(scene.clauses) if number == scene.clauses[predicate.at]]
    return range(inside[0], inside[-1])
