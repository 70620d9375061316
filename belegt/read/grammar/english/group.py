"""The walk over an English noun group, from its first word to its head: what each word means depends on those before it."""

from __future__ import annotations

from collections.abc import Sequence

from belegt.read.grammar.lexicon import PUNCTUATION, Lexicon, Word
from belegt.read.grammar.numerals import compound
from belegt.read.grammar.predicates import idiom_starters
from belegt.read.grammar.quantities import Count
from belegt.read.lang import words as listed
from belegt.read.segment import Sentence

MAX_MODIFIERS = 7
BRACKET = 8
FEW = 2
GENITIVE = frozenset(("'s", "’s"))
MOSTLY = frozenset(("mostly", "mainly", "largely"))
ROLES = ("aid_worker", "medic", "journalist")
TRAITS = ("woman", "man", "child", "civilian", "foreigner", "elderly")


class Group:
    """A noun group from token ``start`` whose words begin at ``at``, behind its article or number.

    After ``walk``: ``position`` is the token behind the group, ``head`` its last noun for people (-1 where there is none),
    ``last_noun`` and ``thing`` its last noun that nobody knows and its last noun for things; ``refused`` says that it
    names no people at all.
    """

    __slots__ = (
        "after", "age", "aged", "at", "attribute", "count", "groups", "head", "kind", "last_noun", "lexicon", "more",
        "position", "refused", "sentence", "start", "thing", "words",
    )  # fmt: skip

    def __init__(
        self, sentence: Sentence, words: Sequence[Word], lexicon: Lexicon, span: tuple[int, int], count: Count | None
    ) -> None:
        self.sentence, self.words, self.lexicon, self.count = sentence, words, lexicon, count
        self.start, self.at = span
        self.position = self.at
        self.head = self.last_noun = self.thing = -1
        self.kind = self.attribute = ""
        self.groups: list[str] = []
        self.age: int | None = None
        self.aged = self.more = self.refused = False
        self.after = listed(lexicon.lang, "grammar", "after_group")

    def walk(self) -> None:
        """Go on while words belong to the group."""
        size, words = len(self.words), self.words
        while self.position < size and self.position - self.at < MAX_MODIFIERS:
            word = words[self.position]
            if skipped := self._aside(word):
                self.position += skipped
                continue
            if self._ended(word):
                return
            going = self._known(word) if word.known else self._unknown(word)
            if not going:
                return
            self.position += 1

    def _next(self) -> Word | None:
        return self.words[self.position + 1] if self.position + 1 < len(self.words) else None

    def _aside(self, word: Word) -> int:
        """How many words to pass over: "mostly", "38-year old"."""
        if self.head >= 0 and word.lower in MOSTLY:
            return 1
        if word.lower.endswith(("-year", "-month")):
            following = self._next()
            if following is not None and following.lower == "old":
                self.age, self.aged = _years(word.lower), True
                return 2
        return 0

    def _ended(self, word: Word) -> bool:
        """Whether the time or the teller after the group begins ("killed 23 people last month", "three farmers said")."""
        adverb = "adverbs" in word
        if adverb and (following := self._next()) is not None and following.inert:
            return True
        inside = self.head >= 0 or self.last_noun >= 0 or self.thing >= 0
        return inside and (word.lower in self.after or (self.head >= 0 and adverb))

    def _unknown(self, word: Word) -> bool:
        """A word that nobody knows: a noun or an adjective, unless it must be a verb."""
        counted, position = self.count is not None, self.position
        if self.head >= 0:
            if self.words[self.head].plural or (word.lower.endswith(("ed", "s")) and not word.capital):
                return False
        elif counted:
            following = self._next()
            opens = not word.classes or following is not None and bool(following.harm)  # "twelve confirmed dead"
            if position == self.at and opens and word.text not in self.lexicon.acronyms and word.lower in idiom_starters(self.lexicon.lang):
                return False
        elif max(self.last_noun, self.thing) == position - 1 >= self.at and word.text.islower() and word.text.endswith(("ing", "ed")) and "adverbs" not in self.words[position - 1]:
            return False
        self.last_noun = position
        return True

    def _known(self, word: Word) -> bool:
        if word.text == "(" and self.head < 0 and self.count is not None and (close := _bracket_end(self.words, self.position)):
            self.at += close - self.position
            self.position = close - 1
            return True
        if word.text in PUNCTUATION and (word.text != "-" or self.sentence.ends[self.position - 1] != self.sentence.starts[self.position]):
            return False
        if word.lower in GENITIVE:
            self.head, self.kind, self.groups = -1, "", []
            return True
        if "conjunctions" in word and self._shares_noun():
            return True
        if (word.stops or ((word.zero or "possessive" in word) and self.position > self.at)) and not (word.extra and self.position == self.at):
            return False
        return self._meant(word)

    def _shares_noun(self) -> bool:
        """"30 army and [allied fighters]": the conjunction joins modifiers of one counted noun."""
        open_head = self.head < 0 or self.words[self.head].plural is False
        return self.position > self.at and open_head and self.count is not None and _shared_noun(self.words, self.position + 1)

    def _meant(self, word: Word) -> bool:
        """What the pack says of the word."""
        if word.more:
            self.more = True
            self.position += word.lower == "others"
            return word.lower != "others"
        if word.age is not None:
            self.age, self.aged = word.age, True
            return True
        if word.groups is not None:
            if self.head >= 0 and self.words[self.head].plural and not word.plural:
                return False
            self.head, self.kind, self.groups = self.position, "person", headed(word.groups, self.groups)
            return True
        if word.harm:
            return self._harm(word)
        if word.inert:
            return self._inert(word)
        if (word.unit is not None or word.vague is not None) and (self.position > self.at or self.count is not None):
            return False
        if self.head >= 0 and word.lower.endswith(("ed", "s")) and not word.capital:
            return False
        self.last_noun = self.position
        return True

    def _harm(self, word: Word) -> bool:
        """A word of harm: an attribute of people who follow, else the people themselves, else a verb that ends the group."""
        words, position = self.words, self.position
        if self.head < 0 and _attributive_ahead(words, position):
            verb = "participle" in word.harm and position > self.at and position - 1 in (self.last_noun, self.thing)
            if verb and "adverbs" not in words[position - 1]:
                return False
            self.attribute = word.harm.get("attribute", "")
            return True
        if self.head < 0 and _both_attributes(words, position):
            self.attribute = "casualties"
            self.position += 2
            return True
        if self.head < 0 and self.count is not None and _both_people(words, position):
            self.head, self.kind, self.attribute = position + 2, "harm", "casualties"
            self.position += 3
            return False
        if "participle" in word.harm and self.thing == position - 1 >= self.at and position + 1 < len(words) and (words[position + 1].counts or words[position + 1].determined):
            return False  # "the blast wounded 14"
        named = self.head == position - 1 and "participle" not in word.harm
        if ((self.head < 0 and self.last_noun < 0) or named) and "people" in word.harm and not ("participle" in word.harm and _is_verb(words, position)):
            self.head, self.kind = position, "harm"
            self.position += 1
            following = words[self.position] if self.position < len(words) else None
            if following is not None:
                self.refused = (following.inert and not word.plural) or _describes_thing(words, self.start, position, self.count)
        return False

    def _inert(self, word: Word) -> bool:
        """A noun for things; "two years residents" counts the years."""
        if self.head >= 0:
            if self.words[self.head].plural and self.position > self.head + 1:
                return False
        elif self.count is not None and self.position == self.at and self.count.high != 1 and word.lower.endswith("s"):
            self.refused = True
            return False
        self.thing = self.position
        return True


def _years(word: str) -> int | None:
    """The age of "38-year" and "seven-month"."""
    number, _, unit = word.rpartition("-")
    if unit != "year":
        return 0
    return int(number) if number.isdigit() else int(compound(number, "en") or 0) or None


def _describes_thing(words: Sequence[Word], start: int, head: int, count: Count | None) -> bool:
    """"a missing tag", "some dead links": the word of harm is an adjective of something that nobody knows."""
    noun = words[head + 1]
    if "attribute" not in words[head].harm or noun.known or noun.classes or not noun.text.islower() or not noun.text.isalpha():
        return False
    counted = count is not None and (count.qualifier != "vague" or count.low != FEW)
    return not (counted or "definite" in words[start] or "possessive" in words[start] or noun.lower.endswith(("ed", "ing")))


def _bracket_end(words: Sequence[Word], at: int) -> int:
    """The token after a bracket without numbers that opens at ``at``, 0 where none closes soon."""
    for end in range(at + 1, min(at + BRACKET, len(words))):
        if words[end].text == ")":
            return end + 1
        if words[end].counts:
            return 0
    return 0


def _shared_noun(words: Sequence[Word], at: int) -> bool:
    """Whether a plural noun for people follows, over at most two modifiers: "30 army and [allied fighters]"."""
    for word in words[at : at + 3]:
        if word.groups is not None and word.plural:
            return True
        if word.stops or word.determined or word.counts or word.harm or word.inert or word.text in PUNCTUATION or word.lower.endswith("ing"):
            return False
    return False


def _both_attributes(words: Sequence[Word], at: int) -> bool:
    """"dead and injured people": two harms before one noun."""
    rest = words[at + 1 : at + 4]
    return len(rest) == 3 and "conjunctions" in rest[0] and "attribute" in rest[1].harm and rest[2].groups is not None


def _both_people(words: Sequence[Word], at: int) -> bool:
    """"40 dead and injured": one number for both harms, no noun and no second number behind."""
    rest = words[at : at + 4]
    if len(rest) < 3 or "conjunctions" not in rest[1] or {rest[0].harm.get("people"), rest[2].harm.get("people")} != {"killed", "injured"}:
        return False
    return len(rest) == 3 or not (rest[3].groups is not None or rest[3].counts or rest[3].determined)


def _attributive_ahead(words: Sequence[Word], at: int) -> bool:
    """Whether the harm word at ``at`` describes a noun for people that follows."""
    if "attribute" not in words[at].harm or all(w.groups is None for w in words[at + 1 : at + 3]):
        return False
    return not any(w.stops for w in words[at + 1 : at + 2])


def _is_verb(words: Sequence[Word], at: int) -> bool:
    return at > 0 and ("be" in words[at - 1] or "have" in words[at - 1])


def headed(head: Sequence[str], modifiers: Sequence[str]) -> list[str]:
    """The groups of a head noun with those of the nouns before it: "police officers" are police, "women soldiers" both."""
    if tuple(head) == ("person",):
        return list(modifiers) or ["person"]
    role = next((m for m in modifiers if m in ROLES), "")
    if role and set(head) & {"worker", "person"}:
        return [role, *(m for m in modifiers if m in TRAITS)]
    if "police" in modifiers and "combatant" in head:
        return ["police"]
    return [*(m for m in modifiers if m in TRAITS and m not in head), *head]
