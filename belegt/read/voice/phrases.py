"""Where the phrase of a speaker begins and ends, from the words around it.

Phrases are half-open token ranges. Nothing is parsed: a phrase grows while its words can belong to a noun phrase.
"""

from __future__ import annotations

from belegt.read.voice.lexicon import (
    ADVERB,
    AGENT,
    AGENT_MODIFIER,
    BE,
    BELONG,
    BINDING,
    BOUNDARY,
    CLOSE_BINDING,
    COMMA,
    CONJUNCTION,
    DETERMINER,
    FINITE,
    GERUND,
    HARD,
    HAVE,
    NEGATION,
    PARTICLE,
    PREPOSITION,
    PRONOUN,
    QUANTITY,
    QUOTE,
    RECIPIENT,
    RECORD,
    RELATIVE,
    SO,
    STOP,
    SUBJECT_DETERMINER,
    SUBORDINATOR,
    TIME,
    VERB,
    Tagged,
)  # fmt: skip

Phrase = tuple[int, int]
_LONGEST_ASIDE = 9
_LONGEST_NAME = 6
_NAME_PARTICLES = frozenset("al el bin ibn abu abdel de der den van von da di du la le of the".split())


def extent(t: Tagged, start: int, *, places: bool = False) -> int:
    """The end of the noun phrase that starts at ``start``; with ``places`` it may end in one ("... in Herat")."""
    return _extent_of_capital_nouns(t, start, places) if t.lexicon.verb_second else _extent(t, start)


def closing(t: Tagged, opening: int, longest: int = _LONGEST_ASIDE) -> int | None:
    """The index behind the bracket or quotation mark that closes the one at ``opening``, if it is near."""
    mark = {"(": ")", "[": "]"}.get(t.sentence.words[opening], "")
    for k in range(opening + 1, min(len(t), opening + longest)):
        if t.sentence.words[k] == mark or (not mark and t.has(k, QUOTE)):
            return k + 1
    return None


def _aside(t: Tagged, k: int) -> int | None:
    """Behind a short bracket, or a name in quotation marks."""
    if t.sentence.words[k] == "(" or (t.lexicon.verb_second and t.has(k, QUOTE)):
        return closing(t, k)
    return None


def _extent_of_capital_nouns(t: Tagged, start: int, places: bool) -> int:
    """German nouns show themselves by their capital; lower case is an adjective only where a noun is still due."""
    k, due, head, embedded = start, True, False, False
    while k < len(t):
        role = t.roles[k]
        if role & (HARD | QUOTE):
            behind = _aside(t, k)
            if behind is None:
                break
            k, due, head = behind, False, True
            continue
        if role & COMMA:
            behind = apposition(t, start, k) if head else None
            if behind is None:
                break
            k = behind
            continue
        if role & STOP or (role & QUANTITY and k > start and not due):
            break
        if t.capital(k) and not (k > start and role & (SUBJECT_DETERMINER | PREPOSITION) and not due):
            head, due, embedded = head or not embedded, embedded, False
        elif role & DETERMINER:
            if head and (not (role & BELONG or due) or t.has(k + 1, TIME)):
                break
            if t.has(k + 1, RECIPIENT) and k - start > 1 and t.capital(k - 1) and t.capital(k - 2):
                break
            embedded, due = embedded or (not head and k > start and t.has(k - 1, DETERMINER)), True
        elif role & CONJUNCTION:
            if not head or not _goes_on(t, k + 1):
                break
            due = True
        elif role & PREPOSITION:
            if head and not (_binds(t, k) and (places or role & CLOSE_BINDING)):
                break
            embedded, due = embedded or not head, True
        elif not due or role & (FINITE | VERB | SUBORDINATOR | PRONOUN | NEGATION) or (role & (ADVERB | PARTICLE)):
            break
        k += 1
    while k > start and t.has(k - 1, PREPOSITION | CONJUNCTION | DETERMINER) and not t.capital(k - 1):
        k -= 1
    return k


def _goes_on(t: Tagged, k: int) -> bool:
    """Whether a second noun phrase follows the conjunction, not a new clause."""
    if not 0 <= k < len(t) or t.has(k, QUANTITY | FINITE | VERB | BOUNDARY):
        return False
    if t.lexicon.verb_second:
        return t.capital(k) or t.has(k, DETERMINER) or (k + 1 < len(t) and t.capital(k + 1))
    return t.capital(k) or t.has(k, AGENT | AGENT_MODIFIER | SUBJECT_DETERMINER)


def _binds(t: Tagged, k: int) -> bool:
    """Whether the preposition at ``k`` belongs to the noun before it: "ein Sprecher des Krankenhauses in Herat"."""
    if not t.has(k, BINDING) or t.has(k + 1, TIME | QUANTITY) or t.has(k + 2, TIME) or k + 1 >= len(t):
        return False
    if t.has(k + 1, DETERMINER) and t.has(k + 2, RECORD | RECIPIENT):
        return False
    if t.has(k, CLOSE_BINDING):
        return True
    if not t.lexicon.verb_second:
        return t.has(k - 1, RECORD)
    return not (k >= 2 and t.capital(k - 1) and t.capital(k - 2))


def apposition(t: Tagged, start: int, comma: int) -> int | None:
    """The end of a name or office that follows the comma: "der Hochkommissar, Said Hussein,", "Carter, head of X"."""
    first = comma + 1
    if first >= len(t):
        return None
    if t.has(first, RELATIVE) and not t.has(first, DETERMINER):
        return None
    named = first
    while named < len(t) and named - first < _LONGEST_NAME and (t.capital(named) or t.sentence.lower[named] in _NAME_PARTICLES):
        if t.has(named, VERB | SUBJECT_DETERMINER) and t.lexicon.verb_second:
            break
        named += 1
    described = any(t.has(k, AGENT | DETERMINER) for k in range(start, comma))
    if named > first and described and _closes(t, named) and not t.has(first, AGENT | DETERMINER):
        return named
    if t.has(first, DETERMINER | AGENT) or t.has(first + 1, AGENT):
        end = extent(t, first)
        if any(t.has(k, AGENT) for k in range(first, min(end, first + 5))) and _closes(t, end):
            return end
    return None


def _closes(t: Tagged, k: int) -> bool:
    return k >= len(t) or t.has(k, BOUNDARY | PARTICLE | PREPOSITION | ADVERB | TIME | VERB | HAVE)


def _extent(t: Tagged, start: int) -> int:
    """Nouns in lower case: the phrase ends where a new phrase, a verb or a time begins."""
    k = start
    while k < len(t):
        role = t.roles[k]
        if role & (HARD | QUOTE):
            behind = _aside(t, k)
            if behind is None:
                break
            k = behind
            continue
        if role & COMMA:
            behind = apposition(t, start, k) if k > start else None
            if behind is None:
                break
            k = behind
            continue
        if k > start and t.capital(k) and not t.capital(k - 1) and role & (SUBJECT_DETERMINER | PREPOSITION | PRONOUN):
            break
        if role & (STOP | FINITE | GERUND | PRONOUN) or (role & (SUBORDINATOR | RELATIVE) and not role & PREPOSITION):
            break
        if role & (TIME | ADVERB) and not (k == start and role & DETERMINER) or (role & VERB and not role & AGENT):
            break
        if role & DETERMINER and k > start and not t.has(k - 1, PREPOSITION | CONJUNCTION | DETERMINER):
            break
        if role & PREPOSITION and (k == start or not _binds(t, k)):
            break
        if role & CONJUNCTION and not _goes_on(t, k + 1):
            break
        k += 1
    while k > start and t.has(k - 1, PREPOSITION | CONJUNCTION | DETERMINER) and not t.capital(k - 1):
        k -= 1
    return k


def starts_phrase(t: Tagged, k: int) -> bool:
    """Whether a noun phrase in the nominative can start at ``k``."""
    if k >= len(t) or t.has(k, BOUNDARY & ~QUOTE) or t.has(k, PREPOSITION):
        return False
    if t.has(k, SUBJECT_DETERMINER) or (t.capital(k) and not t.has(k, TIME | ADVERB | SUBORDINATOR | CONJUNCTION | SO | NEGATION)):
        return True
    if t.has(k, QUOTE):
        return closing(t, k) is not None
    if t.has(k, FINITE | VERB | ADVERB | PARTICLE | CONJUNCTION | SUBORDINATOR | PRONOUN | DETERMINER | NEGATION):
        return False
    return (k + 1 < len(t) and t.capital(k + 1)) if t.lexicon.verb_second else t.has(k, AGENT | AGENT_MODIFIER)


def before(t: Tagged, end: int, floor: int) -> int | None:
    """The start of the noun phrase that ends at ``end`` and may not begin before ``floor``; for nouns in lower case."""
    k, named = end - 1, False
    while k >= floor:
        role = t.roles[k]
        if role & DETERMINER:
            if k == floor or k == end - 1 or not t.has(k - 1, PREPOSITION | CONJUNCTION):
                return k
        elif role & PREPOSITION:
            if k == floor or not (t.capital(k - 1) or t.has(k - 1, AGENT)) or not role & BINDING:
                return k + 1
        elif role & (FINITE | GERUND | SUBORDINATOR) or (role & (TIME | ADVERB) and not role & AGENT_MODIFIER):
            return k + 1
        elif t.capital(k):
            named = True
        elif not role & (AGENT | AGENT_MODIFIER) and not (role & CONJUNCTION and _joins(t, k)):
            if _determined(t, k, floor):
                k -= 1
                continue
            return k + 1
        k -= 1
    return floor if named or end - floor <= _LONGEST_ASIDE else None


def _joins(t: Tagged, k: int) -> bool:
    return k > 0 and (t.capital(k - 1) or t.has(k - 1, AGENT | AGENT_MODIFIER)) and not t.has(k + 1, QUANTITY)


def _determined(t: Tagged, k: int, floor: int) -> bool:
    """Whether a determiner stands up to three words before: "the so-called monitoring group"."""
    for back in range(k - 1, max(floor, k - 4) - 1, -1):
        if t.has(back, DETERMINER):
            return True
        if t.has(back, BOUNDARY | PREPOSITION | FINITE | BE | VERB | CONJUNCTION):
            return False
    return False
