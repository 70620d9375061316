"""A sentence as the attribution engine sees it: its tokens, each with the roles it can play.

Invariant: asking for a token beside the sentence is safe and finds no role. Phrases are half-open ranges of tokens,
spans half-open ranges of code points.
"""

from __future__ import annotations

from functools import reduce
from operator import or_

from belegt.read.segment import Sentence
from belegt.read.voice import roles as r
from belegt.read.voice.attribution import Span
from belegt.read.voice.lexicon import Lexicon

Phrase = tuple[int, int]
_PADDING = [0] * 32
LONGEST = 600
"""Tokens beyond which nothing is attributed: no sentence is so long, but a hostile or broken text may be."""


class Tagged:
    """``own_roles`` of the tokens; ``roles`` with zeros behind the last; ``seen`` is the union of all roles.

    ``unlisted`` keeps the places of verbs in reported mood that no list knows, once they have been looked for.
    """

    __slots__ = (
        "_length",
        "_shouted",
        "lexicon",
        "lower",
        "own_roles",
        "roles",
        "seen",
        "sentence",
        "text",
        "unlisted",
        "words",
    )

    def __init__(self, sentence: Sentence, lexicon: Lexicon, text: str) -> None:
        self.sentence, self.lexicon, self.text = sentence, lexicon, text
        self.words, self.lower = sentence.words, sentence.lower
        self._length = len(self.words)
        self._shouted: bool | None = None
        self.unlisted: frozenset[int] | None = None
        roles = list(map(lexicon.roles.__getitem__, self.lower))
        for name in lexicon.lookalikes:
            if name in self.words:
                roles = [r.AGENT if self._is_name(k, name, roles) else role for k, role in enumerate(roles)]
        if "." in self.lower and (self.words[-1] != "." or self.words.count(".") > 1):
            last = self._length - 2  # a dot inside the sentence belongs to a date or an initial
            roles = [0 if role == r.STOP and k < last else role for k, role in enumerate(roles)]
        if "-" in self.lower:
            roles = [0 if self._glued(k) or self._glued(k - 1) else role for k, role in enumerate(roles)]
        self.seen = reduce(or_, roles, 0)
        self.own_roles, self.roles = roles, roles + _PADDING

    def _is_name(self, k: int, name: str, roles: list[int]) -> bool:
        """Whether the token is that name and not the word it looks like, at the start: "Kurz sagte", not "Kurz darauf"."""
        if self.words[k] != name or k + 1 >= self._length:
            return False
        return k > 0 or not roles[1] & (r.ADVERB | r.PREPOSITION | r.TIME | r.CONJUNCTION)

    def _glued(self, k: int) -> bool:
        """Whether the token is a mark that joins two parts of one word: "U.S.-led"."""
        if not 0 < k < self._length - 1 or self.words[k] != "-":
            return False
        starts, ends = self.sentence.starts, self.sentence.ends
        return starts[k] == ends[k - 1] and starts[k + 1] == ends[k]

    def __len__(self) -> int:
        return self._length

    @property
    def shouted(self) -> bool:
        """Whether the whole sentence stands in capitals."""
        if self._shouted is None:
            self._shouted = self.text[self.sentence.start : self.sentence.end].isupper()
        return self._shouted

    def has(self, index: int, roles: int) -> bool:
        """Whether the token can play one of the roles; False beside the sentence."""
        return self.roles[index] & roles != 0

    def any(self, start: int, end: int, roles: int) -> bool:
        """Whether one of the tokens ``start``..``end`` (not included) can play one of the roles."""
        if self.seen & roles:
            for role in self.roles[max(0, start) : min(end, self._length)]:
                if role & roles:
                    return True
        return False

    def first(self, start: int, end: int, roles: int) -> int | None:
        """The first of these tokens that can."""
        if self.seen & roles:
            for k in range(max(0, start), min(end, self._length)):
                if self.roles[k] & roles:
                    return k
        return None

    def last(self, start: int, end: int, roles: int) -> int | None:
        """The last of these tokens that can."""
        if self.seen & roles:
            for k in range(min(end, self._length) - 1, max(0, start) - 1, -1):
                if self.roles[k] & roles:
                    return k
        return None

    def verb(self, index: int, roles: int) -> bool:
        """Whether the token can play one of the roles and is not written like a noun."""
        return self.roles[index] & roles != 0 and not self.capital(index)

    def any_verb(self, start: int, end: int, roles: int) -> bool:
        """Whether one of these tokens can, written as no noun."""
        return self.seen & roles != 0 and any(self.verb(k, roles) for k in range(max(0, start), min(end, self._length)))

    def capital(self, index: int) -> bool:
        """Whether the token is written like a name; in a text all in capitals none is."""
        if not 0 <= index < self._length:
            return False
        word = self.words[index]
        return (word != self.lower[index] or word[0] == "@") and not self.shouted

    def start(self, index: int) -> int:
        """Where token ``index`` starts in the text; the end of the sentence for any index behind the last."""
        return self.sentence.starts[index] if index < self._length else self.sentence.end

    def end(self, index: int) -> int:
        """Where token ``index`` ends in the text."""
        return self.sentence.ends[index]

    def span(self, start: int, end: int) -> Span:
        """Where the tokens ``start``..``end`` (not included) stand in the text."""
        return self.sentence.starts[start], self.sentence.ends[max(start, end - 1)]
