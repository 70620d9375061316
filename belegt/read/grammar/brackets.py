"""Short remarks in brackets, which editors put into sentences: the grammar reads on over them.

"Two members of the (pro-government militia) Home Guard were killed." A bracket with a number or a word of harm is no
remark, and neither is one at the end of a clause.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import compress

from belegt.read.grammar.lexicon import PUNCTUATION, Word
from belegt.read.segment import Sentence

LONGEST = 9
"""Tokens of a remark, with its brackets."""


def without_remarks(sentence: Sentence, words: list[Word]) -> tuple[Sentence, list[Word]]:
    """The sentence and its words without such remarks; offsets stay those of the text."""
    if "(" not in sentence.vocabulary:
        return sentence, words
    keep, size = [True] * len(words), len(words)
    for at in [k for k, word in enumerate(words) if word.text == "(" and k]:
        end = _end(words, at)
        if end and end < size and words[end].text not in PUNCTUATION and words[at - 1].text not in PUNCTUATION:
            keep[at:end] = [False] * (end - at)
    if all(keep):
        return sentence, words
    written, lower = (list(compress(part, keep)) for part in (sentence.words, sentence.lower))
    starts, ends = (list(compress(part, keep)) for part in (sentence.starts, sentence.ends))
    bare = Sentence(sentence.index, sentence.start, sentence.end, written, lower, starts, ends, sentence.paragraph)
    return bare, list(compress(words, keep))


def _end(words: Sequence[Word], at: int) -> int:
    """The token behind the bracket that opens at ``at``; 0 where it is long, tells of harm or counts."""
    for end in range(at + 1, min(at + LONGEST, len(words))):
        word = words[end]
        if word.text == ")":
            return end + 1 if end > at + 1 else 0
        if word.counts or word.harm or word.age is not None or word.text in "(.;:" or word.text[0].isdigit():
            return 0
    return 0
