"""A sentence as the attribution engine sees it: its tokens, each with the roles it can play.

Invariant: asking for a token beside the sentence is safe and finds no role.
"""

from __future__ import annotations

from belegt.read.segment import Sentence
from belegt.read.voice.lexicon import AGENT, STOP, Lexicon

_PADDING = [0] * 32


class Tagged:
    """``roles`` of the tokens, padded with zeros behind the last; ``seen`` is the union of all roles.

    ``unlisted`` keeps the places of verbs in reported mood that no list knows, once they have been looked for.
    """

    __slots__ = ("_length", "_shouted", "lexicon", "roles", "seen", "sentence", "text", "unlisted")

    def __init__(self, sentence: Sentence, words: Lexicon, text: str) -> None:
        self.sentence, self.lexicon, self.text = sentence, words, text
        known = words.roles
        roles = [known[word] for word in sentence.lower]
        self._length = len(roles)
        self._shouted: bool | None = None
        self.unlisted: frozenset[int] | None = None
        for name in words.lookalikes:
            if name in sentence.words:
                roles = [AGENT if word == name else role for word, role in zip(sentence.words, roles, strict=True)]
        if sentence.words.count(".") > 1 or ("." in sentence.words and sentence.words[-1] != "."):
            last = self._length - 2  # a dot inside the sentence belongs to a date or an initial
            roles = [0 if role == STOP and k < last else role for k, role in enumerate(roles)]
        self.seen = 0
        for role in roles:
            self.seen |= role
        self.roles = roles + _PADDING

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

    def capital(self, index: int) -> bool:
        """Whether the token is written like a name; in a text all in capitals none is."""
        if index >= self._length:
            return False
        word = self.sentence.words[index]
        return (word != self.sentence.lower[index] or word[0] == "@") and not self.shouted

    def start(self, index: int) -> int:
        """Where token ``index`` starts in the text; the end of the sentence for the index behind the last."""
        return self.sentence.starts[index] if index < self._length else self.sentence.end

    def end(self, index: int) -> int:
        """Where token ``index`` ends in the text."""
        return self.sentence.ends[index]
