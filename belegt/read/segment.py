"""Sentences and tokens of a text, as spans of code points.

Invariant: sentences are in order, do not overlap, and each begins and ends on a character that is not white space.
Every pattern is linear in the length of the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import accumulate
from operator import add

from belegt.read.lang import table, words

_BREAK = re.compile(
    r"[.!?…\n](?:"  # one set of characters at the head, so that the search skips all others at once
    r"(?<=\n)(?:[ \t]*\n\s*)?"
    r"|(?<!\n)[\"'”“»«’)\]]*(?=\s)"
    r"|(?<![…\n])(?=[A-ZÄÖÜ][a-zäöü])"
    r")"
)
_BEFORE_WORD = re.compile(r".*[\s(\[\"'„“]", re.DOTALL)
_ABBREVIATED = re.compile(r"(?:[^\W\d_]\.)+[^\W\d_]")
_NEXT = re.compile(r"\s*[\"'„“”»«‚(\[]*\s*(\w*)")
_REST = r"(?:(?:[-*]|['’](?!s\b))\w+)*"
_TOKENS = re.compile(
    rf"[^\W\d_]\w+{_REST}"  # US-Soldat, kil*led
    r"|(?:[^\W\d_]\.){2,}"  # U.S., z.B.
    r"|\d{1,4}(?:-\d{1,2}-|/\d{1,2}/|\.\d{1,2}\.)\d{2,4}\b"  # 17-02-2016, 26.06.2013
    r"|\d+(?:[.,]\d+)*(?:-[^\W\d_][\w-]*)?"  # 1.152, 13-year-old, 31-Jähriger
    rf"|[^\W\d_]{_REST}"  # O'Brien, a
    r"|['’]s\b"
    r"|\S"
).findall
"""The tokens of a stretch without white space. Words of letters alone, and such with a comma or full stop, are no work for it."""
_BLANK = re.compile(r"\s+")
SHORT_LINE = 60
LONGEST = 2000
"""Characters of a sentence; a longer one is none (the longest of 35,000 in real reports has 1,314) and is cut, at a blank where one is near."""


@dataclass(slots=True)
class Sentence:
    """One sentence: its span in the text and its tokens as parallel lists (words as written, folded, starts, ends).

    ``vocabulary`` holds the folded words, to ask at once whether any word of a list stands in the sentence.
    """

    index: int
    start: int
    end: int
    words: list[str]
    lower: list[str]
    starts: list[int]
    ends: list[int]
    paragraph: int = 0
    vocabulary: frozenset[str] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        self.vocabulary = frozenset(self.lower)

    def __len__(self) -> int:
        return len(self.words)


def spans(text: str, lang: str) -> Iterator[tuple[int, int, int]]:
    """Start, end and paragraph number of each sentence."""
    start, paragraph = 0, 0
    for match in _BREAK.finditer(text):
        mark = match.group()
        if mark[0] == "\n":
            if len(mark.strip(" \t")) < 2 and not _line_ends(text, start, match.start(), match.end()):
                continue
            cut, step = match.start(), int(mark.count("\n") > 1)
        else:
            if mark[0] == "." and _keeps_dot(text, start, match.start(), match.end(), lang):
                continue
            cut, step = match.end(), 0
        yield from _trimmed(text, start, cut, paragraph)
        paragraph += step
        start = match.end()
    yield from _trimmed(text, start, len(text), paragraph)


def _trimmed(text: str, start: int, end: int, paragraph: int) -> Iterator[tuple[int, int, int]]:
    while end - start > LONGEST:
        cut = _BLANK.search(text, _last_blank(text, start), min(end, start + 2 * LONGEST))
        stop, behind = cut.span() if cut else (start + LONGEST, start + LONGEST)  # no blank in reach is no prose
        yield from _trimmed(text, start, stop, paragraph)
        start = behind
    piece = text[start:end]
    body = piece.strip()
    if body:
        left = start + len(piece) - len(piece.lstrip())
        yield left, left + len(body), paragraph


def _last_blank(text: str, start: int) -> int:
    """Where to cut a sentence that is too long: behind its last full stop in reach, else comma, else word."""
    for mark in (". ", "; ", ", ", " "):
        found = text.rfind(mark, start + LONGEST // 2, start + LONGEST)
        if found >= 0:
            return found + len(mark) - 1
    return start + LONGEST


def _line_ends(text: str, start: int, cut: int, after: int) -> bool:
    """Whether a single line break ends a sentence: a short line (a headline, a list item), not one of wrapped prose."""
    line = text.rfind("\n", 0, cut) + 1
    following = text[after : after + 1]
    return cut - line < SHORT_LINE and not following.islower()


def _keeps_dot(text: str, start: int, dot: int, after: int, lang: str) -> bool:
    """Whether the dot at ``dot`` belongs to an abbreviation, an initial or a German ordinal."""
    floor = max(start, dot - 24)
    before = _BEFORE_WORD.match(text, floor, dot)
    word = text[before.end() if before else floor : dot]
    if not word:
        return False
    following = _NEXT.match(text, after)
    next_word = following.group(1) if following else ""
    if word.isdigit():
        ordinal = table(lang, "segment")["ordinal_dot"] and len(word) <= 2
        return ordinal and next_word.lower() not in words(lang, "segment", "starters") and next_word != ""
    if len(word) == 1 and word.isalpha() and word.isupper():
        return True
    if next_word[:1].islower():
        return True
    if word in words(lang, "segment", "capital_abbreviations"):
        return True
    return word.lower() in words(lang, "segment", "abbreviations") or _ABBREVIATED.fullmatch(word) is not None


def tokenize(text: str, start: int, end: int, index: int = 0, paragraph: int = 0) -> Sentence:
    """The tokens of ``text[start:end]`` with their offsets in ``text``; where one space parts all, they need no search."""
    found, starts, at = list[str](), list[int](), start
    chunks = text[start:end].split()
    spaced = sum(map(len, chunks)) + len(chunks) - 1 == end - start
    for chunk in chunks:
        if not spaced:
            at = text.find(chunk, at)
        if chunk.isalpha():
            found.append(chunk)
            starts.append(at)
        elif chunk[-1] in ".," and len(chunk) > 2 and chunk[:-1].isalpha():
            found += chunk[:-1], chunk[-1]
            starts += at, at + len(chunk) - 1
        else:
            tokens = _TOKENS(chunk)
            found += tokens
            starts += accumulate(map(len, tokens[:-1]), initial=at)
        at += len(chunk) + 1
    ends = list(map(add, starts, map(len, found)))
    return Sentence(index, start, end, found, [token.lower() for token in found], starts, ends, paragraph)
