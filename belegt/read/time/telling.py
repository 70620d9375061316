"""Whether an expression of time dates the telling ("the ministry said on Friday") and not what is told."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from belegt.read.lang import table
from belegt.read.segment import Sentence
from belegt.read.time.expressions import TimeMention

MARKS = frozenset(',;:()–—"„“”«»')
REACH = 6


@dataclass(frozen=True, slots=True)
class Tellers:
    """The words of a language that tell that something is told."""

    telling: frozenset[str]
    counting: frozenset[str]
    split: dict[str, frozenset[str]]
    accounts: frozenset[str]
    published: frozenset[str]
    fillers: frozenset[str]
    citing: frozenset[str]
    verb_second: bool


@cache
def tellers(lang: str) -> Tellers:
    """The compiled list of a pack."""
    data = table(lang, "times")["governing"]
    split: dict[str, set[str]] = {}
    for pair in data["telling_split"]:
        verb, particle = pair.split()
        split.setdefault(verb, set()).add(particle)
    return Tellers(
        frozenset(data["telling"]),
        frozenset(data["counting"]),
        {k: frozenset(v) for k, v in split.items()},
        frozenset(data["accounts"]),
        frozenset(data["published"]),
        frozenset(data["fillers"]),
        frozenset(data.get("citing", ())),
        data["verb_second"],
    )


def tells(sentence: Sentence, mention: TimeMention, lang: str) -> bool:
    """Whether the mention belongs to a verb of saying, or to the account that is cited."""
    known = tellers(lang)
    lower = sentence.lower
    following = lower[mention.last] if mention.last < len(lower) else ""
    if following in ("'s", "’s"):
        return False
    before = lower[max(0, mention.first - 4) : mention.first]
    if any(word in known.accounts for word in (before if lower[mention.first] in ("vom", "of") else before[-1:])):
        return True
    if following in known.counting or (following in known.telling and following not in known.citing):
        return True
    return _in_clause(lower, sentence.words, mention, known) if known.verb_second else _behind(sentence, mention, known)


def publishes(sentence: Sentence, mention: TimeMention, lang: str) -> bool:
    """Whether the mention says when a list or a report came out."""
    known = tellers(lang)
    around = (
        sentence.lower[max(0, mention.first - 2) : mention.first]
        + sentence.lower[mention.last : mention.last + 3 * known.verb_second]
    )
    return not known.published.isdisjoint(around)


def _in_clause(lower: list[str], words: list[str], mention: TimeMention, known: Tellers) -> bool:
    """A clause between two marks that has a verb of saying."""
    begin, stop = mention.first, mention.last
    while begin > 0 and lower[begin - 1] not in MARKS:
        begin -= 1
    while stop < len(lower) and lower[stop] not in MARKS:
        stop += 1
    clause = lower[begin:stop]
    for at, word in enumerate(clause):
        if word in known.telling and not (at and words[begin + at][0].isupper()):
            return True
        if word in known.split and not known.split[word].isdisjoint(clause):
            return True
    return False


def _behind(sentence: Sentence, mention: TimeMention, known: Tellers) -> bool:
    """A verb of saying right before the mention, or with nothing between but whom and where it was said."""
    lower, words = sentence.lower, sentence.words
    at = mention.first - 1
    while at >= 0 and mention.first - at <= REACH:
        if lower[at] in known.telling:
            return True
        if lower[at] not in known.fillers and not words[at][0].isupper():
            return False
        at -= 1
    return False
