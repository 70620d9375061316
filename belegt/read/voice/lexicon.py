"""The words of attribution of one language, compiled once: every folded word with the roles that it can play.

A role is a bit; a word that can be several things has several bits, and the grammar decides by its place.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from belegt.read.lang import table

(
    SAY, HOLD, COUNT, SPEAK, DENY, CITE, SHOW, PERCEIVE, PARTICIPLE, HAVE, BE, GERUND,
    SO, AS, THAT, BEFORE, AFTER, SPEAK_WITH, ACCOUNT_WITH, BY_AGENT, BELONG, ACCOUNT, RECORD, WITNESS, OWN, BACK,
    BACK_DETERMINER, FIRST, NEGATION, EVIDENCE, CONFIRM, PARTICLE, PRONOUN, NAMED_PRONOUN, ANAPHOR, DETERMINER, OBLIQUE,
    SUBJECT_DETERMINER, PREPOSITION, BINDING, CONJUNCTION, CONTRAST, SUBORDINATOR, RELATIVE, ADVERB, TIME,
    RECIPIENT, AGENT, AGENT_MODIFIER, QUANTITY, RELY, CLOSE_BINDING, TALK, FOCUS, UNSAID, AUXILIARY, RELIANT, EARLIER, CORRECTION, FIGURE, ARTICLE, IMPERSONAL, HEARSAY, HOLD_PARTICIPLE, CLAUSAL, OPINION, MESSAGE, FIGURED, BODY, BODY_PRONOUN, PERSON_PRONOUN, MOOD, MOOD_SUBSTITUTE, CONDITION, FIRST_PERSON, INDICATIVE,
    COMMA, HARD, QUOTE, STOP, DASH,
) = (1 << n for n in range(81))  # fmt: skip

VERB = SAY | HOLD | COUNT | SPEAK | DENY | CITE | SHOW | PERCEIVE
FINITE = INDICATIVE | BE | HAVE | MOOD
BOUNDARY = COMMA | HARD | QUOTE | STOP
_MARKS = {",": COMMA, ";": HARD, ":": HARD, "(": HARD, ")": HARD, "[": HARD, "]": HARD, ".": STOP, "!": STOP, "?": STOP}
_MARKS |= dict.fromkeys("–—-|", HARD | DASH) | dict.fromkeys('"“”„«»', QUOTE)
_WORDS = {
    "so": SO, "as": AS, "that": THAT, "before": BEFORE, "after": AFTER, "speak_with": SPEAK_WITH,
    "account_with": ACCOUNT_WITH, "by_agent": BY_AGENT, "belong": BELONG, "account": ACCOUNT, "record": RECORD,
    "witness": WITNESS, "own": OWN, "back": BACK, "back_determiner": BACK_DETERMINER, "first": FIRST,
    "negation": NEGATION, "evidence": EVIDENCE, "confirm": CONFIRM, "particle": PARTICLE, "pronoun": PRONOUN,
    "named_pronoun": NAMED_PRONOUN, "anaphor": ANAPHOR, "determiner": DETERMINER, "oblique": OBLIQUE,
    "subject_determiner": SUBJECT_DETERMINER, "preposition": PREPOSITION, "binding": BINDING,
    "conjunction": CONJUNCTION, "contrast": CONTRAST, "subordinator": SUBORDINATOR, "relative": RELATIVE,
    "adverb": ADVERB, "time": TIME, "recipient": RECIPIENT, "agent": AGENT, "agent_modifier": AGENT_MODIFIER,
    "quantity": QUANTITY, "rely": RELY, "reliant": RELIANT, "close_binding": CLOSE_BINDING, "talk": TALK, "focus": FOCUS,
    "unsaid": UNSAID, "auxiliary": AUXILIARY, "earlier": EARLIER,
    "correction": CORRECTION, "figure": FIGURE, "article": ARTICLE, "hearsay": HEARSAY, "opinion": OPINION, "message": MESSAGE,
    "figured": FIGURED, "body": BODY, "body_pronoun": BODY_PRONOUN, "person_pronoun": PERSON_PRONOUN,
}  # fmt: skip
_VERBS = {
    "say": SAY, "hold": HOLD, "count": COUNT, "speak": SPEAK, "deny": DENY, "cite": CITE, "show": SHOW,
    "perceive": PERCEIVE, "participle": PARTICIPLE, "have": HAVE, "be": BE, "gerund": GERUND, "impersonal": IMPERSONAL, "hold_participle": HOLD_PARTICIPLE, "clausal": CLAUSAL,
}  # fmt: skip
_MOOD = {
    "first": MOOD, "second": MOOD_SUBSTITUTE, "condition": CONDITION, "first_person": FIRST_PERSON,
    "indicative": INDICATIVE,
}  # fmt: skip
_REMEMBERED = 50_000


class Roles(dict[str, int]):
    """The roles of a folded word; words that end in a listed tail take the tail's role."""

    def __init__(self, tails: tuple[tuple[str, int], ...]) -> None:
        super().__init__()
        self._tails = tails

    def add(self, word: str, role: int) -> None:
        """Let a word play one more role."""
        self[word] = self.get(word, 0) | role

    def __missing__(self, word: str) -> int:
        role = QUANTITY if word[:1].isdigit() else 0
        for tail, tail_role in self._tails:
            if len(word) > len(tail) + 1 and word.endswith(tail):
                role |= tail_role
        if len(self) < _REMEMBERED:
            self[word] = role
        return role


@dataclass(frozen=True, slots=True)
class Lexicon:
    """What the engine knows of a language: ``roles`` of words, ``split`` verbs with their particles, and its order."""

    roles: Roles
    split: dict[str, frozenset[str]]
    before_pairs: frozenset[tuple[str, str]]
    lookalikes: tuple[str, ...]
    continues: tuple[tuple[str, ...], ...]
    rely_phrases: tuple[tuple[str, ...], ...]
    doubting: re.Pattern[str]
    anaphor: re.Pattern[str]
    verb_second: bool
    mood: bool


def _any_of(words: list[str]) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(sorted({*words, *(word.capitalize() for word in words)}))})\b")


@cache
def lexicon(lang: str) -> Lexicon:
    """The compiled pack ``lang/<lang>/attribution.toml``."""
    data = table(lang, "attribution")
    listed = data["words"]
    kinds = (("account_tail", ACCOUNT), ("agent_tail", AGENT), ("time_tail", TIME))
    tails = [(tail, role) for name, role in kinds for tail in listed[name]]
    roles = Roles(tuple(tails))
    for names, lists in ((_WORDS, listed), (_VERBS, data["verbs"]), (_MOOD, data["mood_forms"])):
        for name, role in names.items():
            for word in lists.get(name, ()):
                roles.add(word, role)
    for word in (*listed["agent_tail"], *listed["account_tail"]):
        roles.add(word, roles.__missing__("xx" + word))
    for verb in data["split"]:
        if not roles[verb] & HOLD:
            roles.add(verb, SAY)
    for mark, role in _MARKS.items():
        roles.add(mark, role)
    pairs = [(first, second) for first, second in (pair.split() for pair in listed["before_pair"])]
    for first, _ in pairs:
        roles.add(first, BEFORE)
    return Lexicon(
        roles=roles,
        split={verb: frozenset(particles) for verb, particles in data["split"].items()},
        before_pairs=frozenset(pairs),
        lookalikes=tuple(listed["lookalikes"]),
        continues=tuple(tuple(phrase.split()) for phrase in listed["continues"]),
        rely_phrases=tuple(tuple(phrase.split()) for phrase in listed["rely_phrase"]),
        doubting=_any_of(data["verbs"]["deny"] + listed["correction"]),
        anaphor=_any_of(listed["anaphor"]),
        verb_second=data["verb_second"],
        mood=data["mood"],
    )
