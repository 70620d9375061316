"""The words of attribution of one language, compiled once: every folded word with the roles that it can play.

Invariant: each list of the pack names a role, and a word that stands in several lists has them all.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from belegt.read.lang import table
from belegt.read.voice import roles as r

_MARKS = {
    **dict.fromkeys(".!?", r.STOP),
    **dict.fromkeys(";:", r.HARD),
    **dict.fromkeys("()[]", r.HARD | r.BRACKET),
    **dict.fromkeys("–—-|", r.HARD | r.DASH),
    **dict.fromkeys('"“”„«»', r.QUOTE),
    ",": r.COMMA,
}
_TAILS = {"account_tail": r.ACCOUNT, "agent_tail": r.AGENT | r.OFFICE, "time_tail": r.TIME, "body_tail": r.BODY}
_REMEMBERED = 30_000


class Roles(dict[str, int]):
    """The roles of a folded word; words that end in a listed tail take the tail's role."""

    def __init__(self, tails: tuple[tuple[str, int], ...]) -> None:
        super().__init__()
        self._tails = tails
        self._endings = tuple(tail for tail, _ in tails)

    def add(self, word: str, role: int) -> None:
        """Let a word play one more role."""
        self[word] = self[word] | role

    def __missing__(self, word: str) -> int:
        role = r.QUANTITY if word[:1].isdigit() else 0
        if word.endswith(self._endings):
            for tail, tail_role in self._tails:
                role |= tail_role if word.endswith(tail) else 0
        if len(self) < _REMEMBERED:
            self[word] = role
        return role


@dataclass(frozen=True, slots=True)
class Lexicon:
    """What the engine knows of a language: ``roles`` of words, ``split`` verbs and their particles, phrases, order."""

    roles: Roles
    split: dict[str, frozenset[str]]
    silent: dict[str, frozenset[str]]
    before_pairs: frozenset[tuple[str, ...]]
    rely_phrases: tuple[tuple[str, ...], ...]
    continues: Mapping[str, tuple[tuple[str, ...], ...]]
    partitive: frozenset[tuple[str, ...]]
    more: str
    series: frozenset[tuple[str, ...]]
    self_words: frozenset[str]
    headline: frozenset[tuple[str, ...]]
    lookalikes: tuple[str, ...]
    definite: frozenset[str]
    whose: frozenset[str]
    reaches: frozenset[str]
    doubting: re.Pattern[str]
    anaphor: re.Pattern[str]
    citing: re.Pattern[str]
    reliant: re.Pattern[str] | None
    unlisted: re.Pattern[str] | None
    verb_second: bool
    mood: bool
    past_ending: str
    progressive_ending: str
    mood_ending: str
    no_mood_ending: str


@cache
def lexicon(lang: str) -> Lexicon:
    """The compiled pack ``lang/<lang>/attribution.toml``."""
    data = table(lang, "attribution")
    phrases = data["phrases"]
    pairs = _sequences(phrases["before_pair"])
    return Lexicon(
        roles=_roles(lang, [pair[0] for pair in pairs]),
        split={verb: frozenset(particles) for verb, particles in data["split"].items()},
        silent={verb: frozenset(beside) for verb, beside in data["silent"].items()},
        before_pairs=frozenset(pairs),
        rely_phrases=_sequences(phrases["rely_phrase"]),
        continues=_by_first_word(phrases["continues"]),
        partitive=frozenset(_sequences(phrases["partitive"])),
        more=phrases["more"],
        series=frozenset(_sequences(phrases["series"])),
        self_words=frozenset(phrases["self_words"]),
        headline=frozenset(_sequences(phrases["headline"])),
        lookalikes=tuple(phrases["lookalikes"]),
        definite=frozenset(phrases["definite"]),
        whose=frozenset(phrases["whose"]),
        reaches=frozenset(phrases["reaches"]),
        doubting=_any_of(data["verbs"]["deny"] + data["verbs"]["refuse"] + data["words"]["correction"]),
        anaphor=_any_of(data["closed"]["anaphor"] + phrases["anaphors"]),
        citing=_any_of(data["verbs"]["cite"]),
        reliant=_any_of(data["words"]["reliant"]) if data["closed"]["reflexive"] else None,
        unlisted=_moody(data) if data["mood"] else None,
        verb_second=data["verb_second"],
        mood=data["mood"],
        past_ending=data["past_ending"],
        progressive_ending=data["progressive_ending"],
        mood_ending=data["mood_ending"],
        no_mood_ending=data["no_mood_ending"],
    )


def _roles(lang: str, openers: list[str]) -> Roles:
    data = table(lang, "attribution")
    roles = Roles(tuple((tail, role) for name, role in _TAILS.items() for tail in data["phrases"][name]))
    roles.update(_MARKS)
    for section in ("verbs", "words", "closed", "moods"):
        for name, words in data[section].items():
            for word in words:
                roles.add(word, getattr(r, name.upper()))
    for word in openers:
        roles.add(word, r.BEFORE)
    for verb in data["split"]:
        if not roles[verb] & r.HOLD:
            roles.add(verb, r.SAY)
    return roles


def _sequences(phrases: list[str]) -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(phrase.split()) for phrase in phrases)


def _by_first_word(phrases: list[str]) -> Mapping[str, tuple[tuple[str, ...], ...]]:
    sequences = _sequences(phrases)
    return {first: tuple(s for s in sequences if s[0] == first) for first, *_ in sequences}


def _moody(data: Mapping[str, Any]) -> re.Pattern[str]:
    """Finds what may be a verb in reported mood that no list knows, behind a noun or pronoun."""
    pronouns, ending, no_ending = "|".join(data["closed"]["pronoun"]), data["mood_ending"], data["no_mood_ending"]
    word = rf"[^\W\d_A-ZÄÖÜ]{{4,}}(?<!{no_ending.removesuffix(ending)}){ending}"
    return re.compile(rf"(?:\b[A-ZÄÖÜ][\w-]*|\b(?:{pronouns}))\s+{word}\s")


def _any_of(words: list[str]) -> re.Pattern[str]:
    cased = sorted({variant for word in words for variant in (word, word.capitalize(), word.upper())})
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, cased))})\b")
