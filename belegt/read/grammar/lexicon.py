"""The words of a language pack, compiled: each token is looked up once and carries all that the pack says of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache

from belegt.read.grammar.numerals import compound, decimal
from belegt.read.lang import table

KINDS = ("killed", "injured", "casualties", "missing", "detained", "displaced", "at_risk")
FRAMES = ("participle", "dies", "acts", "attribute", "people", "event")
CLASSES = (
    "prepositions", "definite", "possessive", "indefinite", "pronouns", "singular_pronouns", "relative",
    "subordinators", "conjunctions", "breaks", "be", "have", "modal", "adverbs", "of", "negation", "names_particles",
)  # fmt: skip


PREDICATES = ("participle", "dies", "acts", "event")
"""The frames that make a predicate; people and attributes belong to mentions."""
STOPS = frozenset(("prepositions", "relative", "subordinators", "conjunctions", "breaks", "be", "have", "modal", "pronouns", "negation"))
"""The classes of words that end a noun group, besides articles."""
PUNCTUATION = frozenset(".,;:!?()[]\"'„“”»«–—…|-/")
_NO_CLASS: frozenset[str] = frozenset()
_DETERMINERS = frozenset(("definite", "indefinite", "possessive"))
MIN_ADVERB = 5
_FEMININE = ("erin", "erinnen", "istin", "istinnen", "ologin", "ologinnen")
"""Ends of German nouns for a woman by her trade or origin."""
_NO_WOMEN = ("glycerin", "glyzerin", "heparin", "interferin")
_REMEMBERED = 30_000
"""Words remembered at most, about 15 MB of them."""


class Word:
    """What the pack knows of one token.

    ``classes`` are closed word classes; ``harm`` maps a frame to its kind; ``groups`` are those of a noun for people
    (None: no such noun) and ``plural`` its number (None: both); ``unit``, ``scale`` and ``vague`` make numbers;
    ``age`` is set for "31-year-old".

    What is asked of every word is told in advance: whether a mention of people ``opens`` or a number ``counts`` from it
    (only before one of the words ``leads`` where there are such), whether it is ``determined`` (an article or
    possessive), whether it ``stops`` a noun group, the ``frame`` of the predicate that it makes by itself, and whether
    the pack has it ``known`` as anything at all.
    """

    __slots__ = (
        "age",
        "capital",
        "classes",
        "counts",
        "determined",
        "extra",
        "frame",
        "groups",
        "harm",
        "inert",
        "infinitive",
        "known",
        "leads",
        "lower",
        "more",
        "opens",
        "plural",
        "scale",
        "soft",
        "stops",
        "text",
        "unit",
        "vague",
        "zero",
        "zero_harm",
    )  # fmt: skip

    def __init__(self, text: str) -> None:
        self.text = text
        self.lower = text.lower()
        self.capital = text[:1].isupper() or (text[:1].isdigit() and any(c.isupper() for c in text))
        self.classes = _NO_CLASS
        self.harm: dict[str, str] = {}
        self.groups: tuple[str, ...] | None = None
        self.plural: bool | None = None
        self.unit: float | None = None
        self.scale: int | None = None
        self.vague: tuple[int, int] | None = None
        self.age: int | None = None
        self.extra = self.frame = ""
        self.zero = self.more = self.inert = False
        self.soft = self.infinitive = self.zero_harm = False
        self.opens = self.counts = self.determined = self.stops = self.known = False
        self.leads = _NO_CLASS

    def __contains__(self, name: str) -> bool:
        return name in self.classes

    @property
    def plain_number(self) -> bool:
        """A number in digits or words, no vague word."""
        return self.unit is not None


class Lexicon(dict[str, Word]):
    """All tables of one language: gives the word for a token as written, the same object for the same token."""

    def __init__(self, lang: str) -> None:
        super().__init__()
        self.lang = lang
        grammar, numbers, victims = table(lang, "grammar"), table(lang, "numbers"), table(lang, "victims")
        classes: dict[str, set[str]] = {}
        for name in CLASSES:
            for word in grammar.get(name, ()):
                classes.setdefault(word, set()).add(name)
        self._classes = {word: frozenset(names) for word, names in classes.items()}
        self._numbers = numbers
        self._zero = frozenset(numbers["zero"]["words"])
        self.zero_pronouns = frozenset(numbers["zero"]["pronouns"])
        self._more = frozenset(numbers["more"]["words"])
        self._vague = {w: (low, high) for w, (low, high) in numbers["vague"].items()}
        phrases: dict[str, set[str]] = {}
        for phrase in [*(p for listed in numbers["before"].values() for p in listed), *numbers["phrases"]]:
            first, *rest = phrase.split()
            phrases.setdefault(first, set()).add(rest[0] if rest else "")
        self._phrases = {first: frozenset(seconds) for first, seconds in phrases.items()}
        self._people = dict(_forms(victims["groups"]))
        alone = frozenset(victims.get("alone", {}).get("words", ()))
        self._people_heads = {form: form for form in self._people if form not in alone}
        self._extra = victims["extra"]
        self._ages = tuple(victims["ages"]["suffix"])
        self.aged_things = tuple(victims["ages"].get("things", ()))
        self._inert = frozenset(victims["other_nouns"]["words"])
        self._inert_ends = tuple(victims["other_nouns"]["ends"])
        self._inert_but = frozenset(victims["other_nouns"]["but"])
        self._harm: dict[str, list[tuple[str, str, str]]] = {}
        for frame in FRAMES:
            for kind, words in table(lang, "harm").get(frame, {}).items():
                for word in words:
                    bare = word.rstrip("?!0")
                    self._harm.setdefault(bare, []).append((frame, kind, word[len(bare) :]))
        heads = frozenset(table(lang, "harm")["compounds"]["heads"])
        self._harm_nouns = {key.lower(): key for key in self._harm if key[0].isupper() and key.lower() in heads}
        self.capital_nouns = lang == "de"
        self.acronyms = frozenset(grammar.get("acronyms", ()))
        self._no_adverbs = frozenset(grammar.get("no_adverbs", ()))

    def __missing__(self, text: str) -> Word:
        if len(self) >= _REMEMBERED:
            self.clear()
        word = self[text] = self._compile(text)
        return word

    def _compile(self, text: str) -> Word:
        word = Word(text)
        lower = word.lower
        word.classes = _NO_CLASS if text in self.acronyms else self._classes.get(lower, _NO_CLASS)
        self._number(word)
        self._harmful(word)
        word.zero, word.more = lower in self._zero, lower in self._more
        word.inert = lower in self._inert or (lower.endswith(self._inert_ends) and not (word.harm or word.classes or word.lower in self._inert_but))
        word.extra = self._extra.get(lower, "")
        word.age = self._age(lower)
        if not word.inert:
            self._person(word)
        if not self.capital_nouns and self._adverb(word):
            word.classes = frozenset(("adverbs",))
        self._foretell(word)
        return word

    def words_of(self, tokens: Sequence[str]) -> list[Word]:
        """The words of a sentence; "IS" and "US" are names of their own unless all of it is written in capitals."""
        if self.acronyms and not self.acronyms.isdisjoint(tokens) and not any(map(str.islower, tokens)):
            return [self[t.lower() if t in self.acronyms else t] for t in tokens]
        return list(map(self.__getitem__, tokens))

    def adjectival(self, word: Word) -> bool:
        """Whether a German noun for people is declined as an adjective: "Verdächtige", "ein Verdächtiger"."""
        stem = word.lower.removesuffix("n").removesuffix("r").removesuffix("e")
        return word.groups is not None and stem + "es" in self._people and stem + "em" in self._people

    def _adverb(self, word: Word) -> bool:
        """An English adverb by its ending ("successfully", "internally")."""
        plain = word.text.islower() and word.text.endswith("ly") and len(word.text) > MIN_ADVERB
        return plain and not (word.classes or word.harm or word.inert or word.extra) and word.groups is None and word.text not in self._no_adverbs

    def _foretell(self, word: Word) -> None:
        """Work out what is asked of every word of a sentence."""
        people = word.groups is not None or word.age is not None
        number = word.unit is not None or word.vague is not None or word.scale is not None
        followers = self._phrases.get(word.lower, _NO_CLASS)
        opens = number or people or word.zero or word.more or bool(word.extra) or bool(followers)
        mark = word.text in PUNCTUATION or word.lower in ("'s", "’s")
        word.opens = not self.capital_nouns and word.lower.endswith(("-year", "-month"))
        if not (opens or mark or word.classes or word.harm or word.inert):
            return
        word.counts = number or bool(followers)
        word.leads = _NO_CLASS if number or "" in followers else followers
        word.determined = not _DETERMINERS.isdisjoint(word.classes)
        opens = opens or word.determined
        word.opens = (opens or "people" in word.harm or "attribute" in word.harm) and word.text not in PUNCTUATION
        article = "definite" in word or "indefinite" in word
        word.stops = not STOPS.isdisjoint(word.classes) or (article and not (word.more and self.capital_nouns))
        word.frame = next((frame for frame in PREDICATES if frame in word.harm), "")
        word.known = opens or word.stops or word.inert or bool(word.harm) or mark

    def _number(self, word: Word) -> None:
        lower = word.lower
        if lower[0].isdigit():
            word.unit = decimal(lower, self.lang)
            return
        word.vague = self._vague.get(lower)
        word.scale = self._numbers["scales"].get(lower)
        if word.scale is None and word.vague is None:
            word.unit = compound(lower, self.lang)

    def _harmful(self, word: Word) -> None:
        for frame, kind, marks in self._harm.get(word.text) or self._harm.get(word.lower) or self._disguised(word.lower):
            if "!" in marks and word.capital and self.capital_nouns:
                continue
            word.harm.setdefault(frame, kind)
            word.soft |= "?" in marks
            word.infinitive |= "!" in marks
            word.zero_harm |= "0" in marks
        if not word.harm and self.capital_nouns and word.capital and len(word.text) > 6:
            head = self._compound_head(word.lower, self._harm_nouns)
            if head:
                for frame, kind, _ in self._harm[head]:
                    if frame in ("people", "event"):
                        word.harm.setdefault(frame, kind)

    def _disguised(self, lower: str) -> list[tuple[str, str, str]]:
        """Harm words that posts hide from moderation: "kil*led", "di-es"."""
        if "*" in lower or (lower.count("-") == 1 and len(lower) < 11):
            return self._harm.get(lower.replace("*", "").replace("-", ""), [])
        return []

    def _person(self, word: Word) -> None:
        lower = word.lower
        if self.capital_nouns and not word.capital and word.age is None:
            return
        found = self._people.get(lower)
        if found is None and word.capital and self.capital_nouns and len(lower) > 6:
            head = self._compound_head(lower, self._people_heads)
            found = self._people.get(head) if head else None
        if found is None and not self.capital_nouns:
            found = self._english_person(lower)
        if (
            found is None
            and self.capital_nouns
            and word.capital
            and lower.endswith(_FEMININE)
            and len(lower) > 6
            and not lower.endswith(_NO_WOMEN)
        ):
            found = ("woman",), lower.endswith("nen")
        if found is not None:
            word.groups, word.plural = found
        elif word.age is not None and self.capital_nouns and word.capital:
            word.groups, word.plural = (), None

    def _english_person(self, lower: str) -> tuple[tuple[str, ...], bool | None] | None:
        if "-" in lower:
            return self._people.get(lower.rsplit("-", 1)[1])
        if lower.endswith("men") and len(lower) > 5 and lower[:-3] + "man" not in ("human",):
            return ("man",), True
        if lower.endswith(("woman", "women")) and len(lower) > 6:
            return ("woman",), lower.endswith("women")
        return None

    def _compound_head(self, lower: str, heads: Mapping[str, object]) -> str:
        """The longest noun that ends a German compound ("Bereitschaftspolizistin"), as the tables write it."""
        if "-" in lower:
            last = lower.rsplit("-", 1)[1]
            if last in heads:
                return _spelled(heads, last)
        for cut in range(3, len(lower) - 3):
            tail = lower[cut:]
            if tail in heads:
                return _spelled(heads, tail)
        return ""

    def _age(self, lower: str) -> int | None:
        if not lower.endswith(self._ages):
            return None
        for suffix in self._ages:
            if lower.endswith(suffix) and len(lower) > len(suffix):
                head = lower[: -len(suffix)].rstrip("-")
                if head.isdigit():
                    return int(head)
                value = compound(head, self.lang)
                return int(value) if value else None
        return None


def _spelled(heads: Mapping[str, object], found: str) -> str:
    """The noun as its table writes it: harm nouns keep their capital."""
    value = heads[found]
    return value if isinstance(value, str) else found


def _forms(groups: dict[str, list[str]]) -> Iterator[tuple[str, tuple[tuple[str, ...], bool | None]]]:
    """Every written form of the nouns for people, folded, with its groups and number."""
    merged: dict[str, tuple[tuple[str, ...], set[bool]]] = {}
    for group, specs in groups.items():
        for spec in specs:
            for form, plural in _inflect(spec):
                old = merged.get(form)
                if old is None:
                    merged[form] = ((group,), set(plural))
                else:
                    old[1].update(plural)
    for form, (names, numbers) in merged.items():
        yield form, (names, numbers.pop() if len(numbers) == 1 else None)


def _inflect(spec: str) -> Iterable[tuple[str, tuple[bool, ...]]]:
    if spec.endswith("~"):
        stem = spec[:-1].lower()
        return [(stem + "e", (True, False)), (stem + "er", (False,)), (stem + "en", (True, False)), (stem + "em", (False,)), (stem + "es", (False,))]
    stem, _, ending = spec.partition("/")
    feminine = ending.endswith("+f")
    ending = ending.removesuffix("+f")
    low = stem.lower()
    forms: list[tuple[str, tuple[bool, ...]]] = [(low, (False,)), (low + "s", (False,)), (low + "es", (False,))]
    if ending == "-":
        forms = [(low, (True, False)), (low + "s", (False,)), (low + "n", (True,))]
    elif ending.startswith("="):
        forms = [(low, (False,)), (ending[1:].lower(), (True,))]
    elif ending[:1].isupper():
        forms += [(ending.lower(), (True,)), (ending.lower() + "n", (True,))]
    elif ending in ("s", "es"):
        forms = [(low, (False,)), (low + ending, (True,))]
    elif ending in ("en", "n"):
        forms = [(low, (False,)), (low + "s", (False,)), (low + ending, (True, False))]
    else:
        forms += [(low + ending, (True,)), (low + ending + "n", (True,))]
    if feminine:
        base = low[:-1] if low.endswith("e") else low
        base = base.replace("arzt", "ärzt")
        base = base[:-2] if base.endswith("erer") else base
        forms += [(base + "in", (False,)), (base + "innen", (True,))]
    return forms


@cache
def lexicon(lang: str) -> Lexicon:
    """The lexicon of a language, compiled once."""
    return Lexicon(lang)
