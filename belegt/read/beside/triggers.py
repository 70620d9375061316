"""Where a text can speak of facilities, control or proposals: one linear scan, before any sentence is cut or read.

Invariant: a sentence without a trigger gives no claim beside the figures; a report without one costs only the scan.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache

import ahocorasick_rs

from belegt.read.beside.lexicon import forms, lexicon, spelled
from belegt.read.lang import table

FACILITY, STATUS, CONTROL, STRONG, WEAK, VIOLENCE, WAR, QUIET = (1 << n for n in range(8))
ENDS, BEGINS = 1, 2
_SILENT = frozenset(("control", "brought", "source", "between", "future", "subject_object"))
"""Frames whose words are too common to look at a sentence for."""
_LASTING = frozenset(("damaged", "destroyed"))
"""What becomes of a facility also where nobody is violent: QUIET marks the words for it."""
_TABLES = frozenset(("nouns", "words"))
Trigger = tuple[str, int, int]


class Triggers:
    """The scanner of one language."""

    def __init__(self, lang: str) -> None:
        found: dict[str, tuple[int, int]] = {}
        for word, kind, open_ in _words(lang):
            for variant in (word, word[:1].upper() + word[1:], word.upper(), word.title()):
                old = found.get(variant, (0, 0))
                found[variant] = (old[0] | kind, old[1] | open_)
        patterns = sorted(found)
        self._kinds = [(_with_ends(p, found), found[p][1]) for p in patterns]
        longest = ahocorasick_rs.MatchKind.LeftmostLongest
        self._scan = ahocorasick_rs.AhoCorasick(patterns, matchkind=longest, implementation=ahocorasick_rs.Implementation.ContiguousNFA)

    def find(self, text: str) -> list[tuple[int, int]]:
        """Offset and kinds of every trigger, in order."""
        found, size, kinds = [], len(text), self._kinds
        for number, start, end in self._scan.find_matches_as_indexes(text):
            told, open_ = kinds[number]
            if end < size and text[end].isalnum() and not open_ & BEGINS:
                continue
            if start and text[start - 1].isalnum() and not open_ & ENDS:
                continue
            found.append((start, told))
        return found


def _with_ends(pattern: str, found: dict[str, tuple[int, int]]) -> int:
    """The kinds of a pattern, its words and what it ends with: the longest match hides the shorter ones."""
    kinds = found[pattern][0]
    for k in range(1, len(pattern) - 1):
        end = found.get(pattern[k:].lower())
        if end is not None and end[1] & ENDS:
            kinds |= end[0]
    for word in pattern.split() if " " in pattern else ():
        kinds |= found.get(word.lower(), (0, 0))[0]
    return kinds


def _words(lang: str) -> Iterator[Trigger]:
    lex = lexicon(lang)
    facilities, control, proposals = (table(lang, name) for name in ("facilities", "control", "proposals"))
    groups = ((facilities["nouns"], FACILITY), (proposals["strong"], STRONG), (proposals["weak"], WEAK))
    for kinds, kind in groups:
        for lines in kinds.values():
            yield from _phrases(lines, kind, german=lex.german)
    for data, kind in ((facilities, STATUS), (control, CONTROL)):
        for value, frames in data.items():
            if isinstance(frames, dict) and value not in _TABLES:
                for frame, lines in frames.items():
                    yield from _forms(lines, frame, kind | (QUIET if value in _LASTING else 0))
    for name in ("held", "strongholds", "control", "hands"):
        yield from _plain(control[name], CONTROL)
    yield from _plain(table(lang, "beside")["war"]["words"], WAR)
    yield from _plain(table(lang, "beside")["violence"]["words"], VIOLENCE)
    yield from _plain(proposals["words"]["orders"], STRONG)


def _plain(words: Iterable[str], kind: int) -> Iterator[Trigger]:
    return ((word.lstrip("-"), kind, ENDS if word[0] == "-" else 0) for word in words)


def _phrases(lines: list[str], kind: int, *, german: bool) -> Iterator[Trigger]:
    """Nouns; in German, where a phrase is inflected and spelled in many ways, its longest word stands for it."""
    for phrase in (p for line in lines for p in spelled(line)):
        word = max(phrase, key=len) if german else " ".join(phrase)
        yield word.strip("-"), kind, (ENDS if word[0] == "-" else 0) | (BEGINS if word[-1] == "-" else 0)


def _forms(lines: list[str], frame: str, kind: int) -> Iterator[Trigger]:
    if frame not in _SILENT:
        for line in lines:
            yield from _plain((word for word, _ in forms(line, frame)), kind)


@cache
def triggers(lang: str) -> Triggers:
    """The scanner of a language, built once."""
    return Triggers(lang)
