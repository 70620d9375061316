"""By what means people came to harm (R18): the verb's own meaning, the words of the clause, or those told before.

Invariant: means come from words of the report only; a means told before passes on only to the same story's harm.
"""

from __future__ import annotations

from collections.abc import Collection
from functools import cache
from operator import itemgetter

import ahocorasick_rs

from belegt.read.actors import opens_back, turns_elsewhere
from belegt.read.document import Document
from belegt.read.grammar.findings import Finding, Scene
from belegt.read.lang import table

Told = tuple[str, int, int]
GENERAL = {"other": None, "bomb": ("suicide_bomb", "air_strike", "mine", "drone"), "shooting": (), "traffic": ("vehicle",)}
SHARPER = ("suicide_bomb", "bomb", "air_strike", "rocket", "artillery", "mine")
FEW = 4
BLASTS = frozenset(("bomb",))
"""Means that a particular one told further back may be meant by."""
REACH_BACK, REACH_ON, REACH_LEAD = 12, 1, 2
ENTRY, FAR, LEAD = 12, 6, 3
"""Tokens of an entry in a list, sentences before it, and sentences of a lead."""


class MeansWords:
    """The means of one language: ``verb`` for harm words, ``inside`` for a stretch of text."""

    def __init__(self, lang: str) -> None:
        data = table(lang, "means")
        self._verbs: dict[str, str] = {word: means for means, words in data["verbs"].items() for word in words}
        patterns = [(word.lstrip("="), means, word.startswith("=")) for means, words in data["words"].items() for word in words]
        self._means = [(means, whole) for _, means, whole in patterns]
        kind = ahocorasick_rs.MatchKind.LeftmostLongest
        self._scan = ahocorasick_rs.AhoCorasick([word for word, _, _ in patterns], matchkind=kind)
        self._pairs = [(*pair.split("+"), means) for means, pairs in data.get("pairs", {}).items() for pair in pairs]
        self._compounds = lang == "de"
        self.carried = frozenset(data["carry"]["kinds"])
        self.always = frozenset(data["carry"]["always"])
        self.combat = frozenset(data["combat"]["words"])
        self.laid = frozenset(data["combat"]["laid"])
        self.armed = frozenset(data["combat"]["armed"])
        self.aged = str(data["natural_death"]["phrase"])

    def verb(self, scene: Scene, finding: Finding) -> str:
        """The means that the harm word implies ("erschossen"), or ""."""
        if finding.predicate is None:
            return ""
        lower = scene.sentence.lower[finding.predicate.start : finding.predicate.end]
        keys = (" ".join(lower), lower[-1], scene.sentence.lower[finding.predicate.at])
        return next((self._verbs[key] for key in keys if key in self._verbs), "")

    def inside(self, text: str, start: int, end: int) -> list[Told]:
        """Means told in ``text[start:end]`` with their offsets, in order."""
        folded = text[start:end].lower()
        if len(folded) != end - start:
            folded = "".join(c.lower() if len(c.lower()) == 1 else c for c in text[start:end])
        found = []
        for number, left, right in self._scan.find_matches_as_indexes(folded):
            means, whole = self._means[number]
            if left and folded[left - 1].isalnum() and (whole or not self._compounds):
                continue
            if whole and right < len(folded) and folded[right].isalnum():
                continue
            found.append((means, start + left, start + right))
        for first, second, means in self._pairs:
            if first in folded and second in folded:
                found.append((means, start + folded.index(first), start + folded.index(first) + len(first)))
        return sorted(found, key=itemgetter(1)) if self._pairs else found


@cache
def words(lang: str) -> MeansWords:
    """The means of a language, compiled once."""
    return MeansWords(lang)


class Means:
    """The means told in one report; ``harmful`` are the sentences that tell of harm, whose means pass on."""

    def __init__(self, document: Document, harmful: Collection[int]) -> None:
        self._document, self._harmful = document, harmful
        self._words = words(document.lang)
        self._told: dict[int, list[Told]] = {}
        self._each: list[str] | None = None
        self._fell: bool | None = None

    def told(self, index: int) -> list[Told]:
        """The means of sentence ``index``, in order."""
        if index not in self._told:
            self._told[index] = self._words.inside(self._document.text, *self._document.span(index))
        return self._told[index]

    def of(self, scene: Scene, finding: Finding, *, alone: bool) -> tuple[str, ...]:
        """The means of a finding; ``alone`` when nothing told elsewhere applies to it (another day, a running total)."""
        alone = alone or turns_elsewhere(scene.sentence, self._document.lang)
        found = self._of(scene, finding, alone=alone)
        if not found and not alone and len(scene.sentence) <= ENTRY and scene.sentence.index > FAR:
            return self._only(scene, finding)
        return ("air_strike",) if found == ("bomb",) and self._from_the_air() else found

    def _only(self, scene: Scene, finding: Finding) -> tuple[str, ...]:
        """What the lead tells, for a list entry far behind it, where the report hardly tells of anything else."""
        if finding.kind not in self._words.carried or not self._words.combat.isdisjoint(scene.sentence.vocabulary):
            return ()
        leads = ({m for m, _, _ in self.told(index)} for index in range(min(LEAD, len(self._document))))
        lead = next((found for found in leads if found), set())
        return tuple(lead) if len(lead) == 1 and 2 * self._all().count(*lead) > len(self._all()) else ()

    def _from_the_air(self) -> bool:
        """Whether a plain "bomb" of this report fell from a plane: it tells of air strikes, and of no explosive laid or worn."""
        if self._fell is None:
            laid = not self._words.laid.isdisjoint(self._document.text.lower().split())
            self._fell = not laid and "air_strike" in self._all() and "suicide_bomb" not in self._all()
        return self._fell

    def _all(self) -> list[str]:
        """Every means that the report tells, as often as it does."""
        if self._each is None:
            self._each = [m for index in range(len(self._document)) for m, _, _ in self.told(index)]
        return self._each

    def _of(self, scene: Scene, finding: Finding, *, alone: bool) -> tuple[str, ...]:
        if finding.kind not in self._words.carried:
            told = self._near(scene, finding) or (() if alone else self._elsewhere(scene.sentence.index))
            return tuple(m for m in told if m in self._words.always)
        verb = self._words.verb(scene, finding)
        here = self._near(scene, finding)
        fought = not verb and not self._words.combat.isdisjoint(scene.sentence.vocabulary)
        if fought and (not here or here == ("shooting",) and not self._words.armed.isdisjoint(scene.sentence.vocabulary)):
            return ()
        if verb:
            return settle((verb, *(m for m in here if m != "other")) if verb in ("shooting", "stabbing") else (verb,))
        if here:
            if not set(here) <= set(GENERAL) or alone and here != ("bomb",):
                return settle(here)
            sharp = _sharpened(here, self._elsewhere(scene.sentence.index))
            return settle(here) if "air_strike" in sharp and not self._words.laid.isdisjoint(scene.sentence.vocabulary) else sharp
        index = scene.sentence.index
        if index and self.told(index - 1) and opens_back(scene.sentence, self._document.lang):
            return settle(tuple(dict.fromkeys(m for m, _, _ in self.told(index - 1))))
        found = () if alone else settle(self._elsewhere(index))
        return found or (("illness",) if self._of_age(scene, finding) else ())

    def _of_age(self, scene: Scene, finding: Finding) -> bool:
        """"Starb im Alter von 80 Jahren": of no violence, where the report tells of none."""
        sentence, phrase = scene.sentence, self._words.aged
        if finding.kind != "killed" or not finding.mention.singular or not phrase:
            return False
        return phrase in scene.text[sentence.start : sentence.end].lower() and len(self._harmful) < FEW

    def _near(self, scene: Scene, finding: Finding) -> tuple[str, ...]:
        """The means of the finding's own clause, else of the sentence."""
        told = self.told(scene.sentence.index)
        if len(told) < 2:
            return tuple(m for m, _, _ in told)
        left, right = _clause(scene, finding)
        inside = [m for m, start, _ in told if left <= start < right]
        return tuple(dict.fromkeys(inside or [m for m, _, _ in told]))

    def _elsewhere(self, index: int) -> tuple[str, ...]:
        """What was told just before, else with the harm told before, else just after."""
        for other in range(index - 1, max(-1, index - 1 - REACH_LEAD), -1):
            found = tuple(dict.fromkeys(m for m, _, _ in self.told(other)))
            if found and not set(found) <= BLASTS:
                return found
        last: tuple[str, ...] = ()
        for other in range(index - 1, max(-1, index - 1 - REACH_BACK), -1):
            if other in self._harmful and self.told(other):
                found = tuple(dict.fromkeys(m for m, _, _ in self.told(other)))
                if not set(last or found) <= BLASTS:
                    return last or found
                last = _sharpened(last, found) if last else found
        if last:
            return last
        for other in range(index + 1, min(len(self._document), index + 1 + REACH_ON)):
            if self.told(other):
                return tuple(dict.fromkeys(m for m, _, _ in self.told(other)))
        before = next((self.told(k) for k in range(index - 1, max(-1, index - 1 - REACH_LEAD), -1) if self.told(k)), [])
        return tuple(dict.fromkeys(m for m, _, _ in before))


def _clause(scene: Scene, finding: Finding) -> tuple[int, int]:
    """Offsets of the clause: by its number in German, up to the next predicates else."""
    sentence = scene.sentence
    if scene.clauses and finding.predicate is not None:
        number = scene.clauses[finding.predicate.at]
        inside = [i for i, n in enumerate(scene.clauses) if n == number]
        return sentence.starts[inside[0]], sentence.ends[inside[-1]]
    at = finding.predicate.start if finding.predicate is not None else finding.mention.start
    people = [f for f in scene.findings if f.kind in ("killed", "injured", "casualties") and f.predicate is not None and f.mention is not finding.mention]
    after = [f.mention.start for f in people if f.mention.start > max(at, finding.end)]
    return sentence.start, sentence.starts[min(after)] if after else sentence.end


def _sharpened(here: tuple[str, ...], elsewhere: tuple[str, ...]) -> tuple[str, ...]:
    """"The blast" after "a suicide bomber": a general word takes the particular means that was told."""
    special = [m for one in here for m in (GENERAL[one] or SHARPER) if m in elsewhere]
    return settle((*special, *here)) if special else settle(here)


def settle(means: tuple[str, ...]) -> tuple[str, ...]:
    """Leave out a general means beside the particular one it names again: bomb beside suicide bomb."""
    unique = tuple(dict.fromkeys(means))
    kept = []
    for one in unique:
        special = GENERAL.get(one, ())
        if len(unique) > 1 and (special is None or any(other in unique for other in special)):
            continue
        kept.append(one)
    return tuple(kept)
