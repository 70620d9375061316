"""Where a text can speak of facilities, control or proposals: one linear scan, before any sentence is cut or read.

Invariant: a sentence without a trigger gives no claim beside the figures; a report without one costs only the scan.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

import ahocorasick_rs

from belegt.read.beside.lexicon import Lexicon, lexicon, spelled

FACILITY, STATUS, CONTROL, STRONG, WEAK, VIOLENCE, WAR = (1 << n for n in range(7))
ENDS, BEGINS = 1, 2


class Triggers:
    """The scanner of one language."""

    def __init__(self, lang: str) -> None:
        found: dict[str, tuple[int, int]] = {}
        for word, kind, open_ in _words(lexicon(lang)):
            for variant in (word, word[:1].upper() + word[1:], word.upper(), word.title()):
                old = found.get(variant, (0, 0))
                found[variant] = (old[0] | kind, old[1] | open_)
        patterns = sorted(found)
        self._kinds = [(_with_ends(p, found), found[p][1]) for p in patterns]
        kind = ahocorasick_rs.MatchKind.LeftmostLongest
        self._scan = ahocorasick_rs.AhoCorasick(patterns, matchkind=kind, implementation=ahocorasick_rs.Implementation.DFA)

    def find(self, text: str) -> list[tuple[int, int]]:
        """Offset and kinds of every trigger, in order."""
        found, size = [], len(text)
        for number, start, end in self._scan.find_matches_as_indexes(text):
            kinds, open_ = self._kinds[number]
            if end < size and text[end].isalnum() and not open_ & BEGINS:
                continue
            if start and text[start - 1].isalnum() and not open_ & ENDS:
                continue
            found.append((start, kinds))
        return found


def _with_ends(pattern: str, found: dict[str, tuple[int, int]]) -> int:
    """The kinds of a pattern and of the words that it ends with: the longest match hides the shorter ones."""
    kinds = found[pattern][0]
    for k in range(1, len(pattern) - 1):
        end = found.get(pattern[k:].lower())
        if end is not None and end[1] & ENDS:
            kinds |= end[0]
    return kinds


def _words(lex: Lexicon) -> Iterator[tuple[str, int, int]]:
    german = lex.lang == "de"
    for lines in lex.facilities["nouns"].values():
        yield from _phrases(lines, FACILITY, german=german)
    for name, kind in (("strong", STRONG), ("weak", WEAK)):
        for lines in lex.proposals[name].values():
            yield from _phrases(lines, kind, german=german)
    for data, kind in ((lex.facilities, STATUS), (lex.control, CONTROL)):
        for value, frames in data.items():
            if isinstance(frames, dict) and value not in ("nouns", "words"):
                for frame, lines in frames.items():
                    yield from _forms(lines, frame, kind)
    for name in ("held", "strongholds", "control", "hands"):
        yield from ((word.lstrip("-"), CONTROL, ENDS if word[0] == "-" else 0) for word in lex.control[name])
    yield from ((word, WAR, 0) for word in lex.beside["war"]["words"])
    yield from ((word, VIOLENCE, 0) for word in lex.beside["violence"]["words"])
    yield from ((word, STRONG, 0) for word in lex.proposals["words"]["orders"])


def _phrases(lines: list[str], kind: int, *, german: bool) -> Iterator[tuple[str, int, int]]:
    for line in lines:
        for phrase in spelled(line):
            word = max(phrase, key=len) if any(w[0] == "-" or german for w in phrase) else " ".join(phrase)
            yield word.strip("-"), kind, (ENDS if word[0] == "-" else 0) | (BEGINS if word[-1] == "-" else 0)


def _forms(lines: list[str], frame: str, kind: int) -> Iterator[tuple[str, int, int]]:
    if frame in ("control", "brought", "source", "between"):
        return
    for line in lines:
        if frame == "phrase":
            yield line, kind, 0
            continue
        for word in line.replace("|", " ").replace(":", " ").replace("+", " ").split():
            yield word.lstrip("-"), kind, ENDS if word[0] == "-" else 0


@cache
def triggers(lang: str) -> Triggers:
    """The scanner of a language, built once."""
    return Triggers(lang)
