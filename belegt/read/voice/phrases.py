"""Where the phrase of a speaker begins and ends, from the words around it.

Phrases are half-open token ranges. Nothing is parsed: a phrase grows while its words can belong to a noun phrase.
"""

from __future__ import annotations

from belegt.read.voice import lexicon as lex
from belegt.read.voice.tagged import Tagged

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
        if t.sentence.words[k] == mark or (not mark and t.has(k, lex.QUOTE)):
            return k + 1
    return None


def _aside(t: Tagged, k: int) -> int | None:
    """Behind a short bracket, or a name in quotation marks."""
    if t.sentence.words[k] == "(" or (t.lexicon.verb_second and t.has(k, lex.QUOTE)):
        return closing(t, k)
    return None


def _extent_of_capital_nouns(t: Tagged, start: int, places: bool) -> int:
    """German nouns show themselves by their capital; lower case is an adjective only where a noun is still due."""
    k, due, head, embedded = start, True, False, False
    while k < len(t):
        role = t.roles[k]
        if role & (lex.HARD | lex.QUOTE):
            behind = _aside(t, k)
            if behind is None:
                break
            k, due, head = behind, False, True
            continue
        if role & lex.COMMA:
            behind = apposition(t, start, k) if head else None
            if behind is None:
                break
            k = behind
            continue
        if t.sentence.words[k] == "." and k > start and len(t.sentence.words[k - 1]) == 1 and k + 1 < len(t):
            k += 1  # an initial: "George W. Bush"
            continue
        if role & lex.STOP or (role & lex.QUANTITY and k > start and not due):
            break
        if k == start and role & lex.DETERMINER:
            due = True
        elif t.capital(k) and not (k > start and role & (lex.SUBJECT_DETERMINER | lex.PREPOSITION) and not due):
            head, due, embedded = head or not embedded, embedded, False
        elif role & lex.DETERMINER:
            if head and (not (role & lex.BELONG or due) or t.has(k + 1, lex.TIME)):
                break
            if t.has(k + 1, lex.RECIPIENT) and k - start > 1 and t.capital(k - 1) and t.capital(k - 2):
                break
            embedded, due = embedded or (not head and k > start and t.has(k - 1, lex.DETERMINER)), True
        elif role & lex.CONJUNCTION:
            if not head or not _goes_on(t, k + 1):
                break
            due = True
        elif role & lex.PREPOSITION:
            if head and not (_binds(t, k) and (places or role & lex.CLOSE_BINDING)):
                break
            embedded, due = embedded or not head, True
        elif not due or role & (lex.FINITE | lex.VERB | lex.SUBORDINATOR | lex.PRONOUN | lex.NEGATION) or (role & (lex.ADVERB | lex.PARTICLE)):
            break
        k += 1
    while k > start and t.has(k - 1, lex.PREPOSITION | lex.CONJUNCTION | lex.DETERMINER) and not t.capital(k - 1):
        k -= 1
    return k


def _goes_on(t: Tagged, k: int) -> bool:
    """Whether a second noun phrase follows the conjunction, not a new clause."""
    if not 0 <= k < len(t) or t.has(k, lex.QUANTITY | lex.FINITE | lex.VERB | lex.BOUNDARY):
        return False
    if t.lexicon.verb_second:
        return t.capital(k) or t.has(k, lex.DETERMINER) or (k + 1 < len(t) and t.capital(k + 1))
    return t.capital(k) or t.has(k, lex.AGENT | lex.AGENT_MODIFIER | lex.SUBJECT_DETERMINER)


def _binds(t: Tagged, k: int) -> bool:
    """Whether the preposition at ``k`` belongs to the noun before it: "ein Sprecher des Krankenhauses in Herat"."""
    if not t.has(k, lex.BINDING) or t.has(k + 1, lex.TIME | lex.QUANTITY) or t.has(k + 2, lex.TIME) or k + 1 >= len(t):
        return False
    if t.has(k + 1, lex.DETERMINER) and t.has(k + 2, lex.RECORD | lex.RECIPIENT):
        return False
    if t.has(k, lex.CLOSE_BINDING):
        return t.has(k, lex.BELONG) or not (t.lexicon.verb_second and t.has(k + 1, lex.DETERMINER))
    if not t.lexicon.verb_second:
        return t.has(k - 1, lex.RECORD)
    return not (k >= 2 and t.capital(k - 1) and t.capital(k - 2))


def apposition(t: Tagged, start: int, comma: int) -> int | None:
    """The end of a name or office that follows the comma: "der Hochkommissar, Said Hussein,", "Carter, head of X"."""
    first = comma + 1
    if first >= len(t):
        return None
    if t.has(first, lex.RELATIVE) and not t.has(first, lex.DETERMINER):
        return None
    named = first
    while named < len(t) and named - first < _LONGEST_NAME and (t.capital(named) or t.sentence.lower[named] in _NAME_PARTICLES):
        if t.has(named, lex.VERB | lex.SUBJECT_DETERMINER) and t.lexicon.verb_second:
            break
        named += 1
    described = any(t.has(k, lex.AGENT | lex.DETERMINER) for k in range(start, comma))
    if named > first and described and _closes(t, named) and not t.has(first, lex.AGENT | lex.DETERMINER):
        return named
    if t.has(first, lex.DETERMINER | lex.AGENT) or t.has(first + 1, lex.AGENT):
        end = extent(t, first)
        if any(t.has(k, lex.AGENT) for k in range(first, min(end, first + 5))) and _closes(t, end):
            return end
    return None


def _closes(t: Tagged, k: int) -> bool:
    return k >= len(t) or t.has(k, lex.BOUNDARY | lex.PARTICLE | lex.PREPOSITION | lex.ADVERB | lex.TIME | lex.VERB | lex.HAVE)


def _extent(t: Tagged, start: int) -> int:
    """Nouns in lower case: the phrase ends where a new phrase, a verb or a time begins."""
    k = start
    while k < len(t):
        role = t.roles[k]
        if role & (lex.HARD | lex.QUOTE):
            behind = _aside(t, k)
            if behind is None:
                break
            k = behind
            continue
        if role & lex.COMMA:
            behind = apposition(t, start, k) if k > start else None
            if behind is None:
                break
            k = behind
            continue
        if k > start and t.capital(k) and not t.capital(k - 1) and role & (lex.SUBJECT_DETERMINER | lex.PREPOSITION | lex.PRONOUN):
            break
        if role & (lex.STOP | lex.FINITE | lex.GERUND | lex.PRONOUN) or (role & (lex.SUBORDINATOR | lex.RELATIVE) and not role & lex.PREPOSITION):
            break
        if role & (lex.TIME | lex.ADVERB) and not (k == start and role & lex.DETERMINER) or (role & lex.VERB and not role & lex.AGENT):
            break
        if role & lex.DETERMINER and k > start and not t.has(k - 1, lex.PREPOSITION | lex.CONJUNCTION | lex.DETERMINER):
            break
        if role & lex.PREPOSITION and (k == start or not _binds(t, k)):
            break
        if role & lex.CONJUNCTION and not _goes_on(t, k + 1):
            break
        k += 1
    while k > start and t.has(k - 1, lex.PREPOSITION | lex.CONJUNCTION | lex.DETERMINER) and not t.capital(k - 1):
        k -= 1
    return k


def starts_phrase(t: Tagged, k: int) -> bool:
    """Whether a noun phrase in the nominative can start at ``k``."""
    if k >= len(t) or t.has(k, lex.BOUNDARY & ~lex.QUOTE) or t.has(k, lex.PREPOSITION):
        return False
    if t.has(k, lex.PRONOUN) and not t.has(k, lex.DETERMINER):
        return False
    if t.has(k, lex.SUBJECT_DETERMINER) or (t.capital(k) and not t.has(k, lex.TIME | lex.ADVERB | lex.SUBORDINATOR | lex.CONJUNCTION | lex.SO | lex.NEGATION | lex.CONTRAST | lex.FOCUS | lex.BACK)):
        return True
    if t.has(k, lex.QUOTE):
        return closing(t, k) is not None
    if t.has(k, lex.FINITE | lex.VERB | lex.ADVERB | lex.PARTICLE | lex.CONJUNCTION | lex.SUBORDINATOR | lex.PRONOUN | lex.DETERMINER | lex.NEGATION):
        return False
    return (k + 1 < len(t) and t.capital(k + 1)) if t.lexicon.verb_second else t.has(k, lex.AGENT | lex.AGENT_MODIFIER)


def before(t: Tagged, end: int, floor: int) -> int | None:
    """The start of the noun phrase that ends at ``end`` and may not begin before ``floor``; for nouns in lower case."""
    k, named = end - 1, False
    while k >= floor:
        role = t.roles[k]
        if role & lex.DETERMINER:
            if k == floor or k == end - 1 or not t.has(k - 1, lex.PREPOSITION | lex.CONJUNCTION):
                return k
        elif role & lex.PREPOSITION:
            if k == floor or not (t.capital(k - 1) or t.has(k - 1, lex.AGENT)) or not role & lex.BINDING:
                return k + 1
        elif role & (lex.FINITE | lex.GERUND | lex.SUBORDINATOR) or (role & (lex.TIME | lex.ADVERB) and not role & lex.AGENT_MODIFIER):
            return k + 1
        elif t.capital(k):
            named = True
        elif not role & (lex.AGENT | lex.AGENT_MODIFIER) and not (role & lex.CONJUNCTION and _joins(t, k)):
            if _determined(t, k, floor):
                k -= 1
                continue
            return k + 1
        k -= 1
    return floor if named or end - floor <= _LONGEST_ASIDE else None


def _joins(t: Tagged, k: int) -> bool:
    return k > 0 and (t.capital(k - 1) or t.has(k - 1, lex.AGENT | lex.AGENT_MODIFIER)) and not t.has(k + 1, lex.QUANTITY)


def _determined(t: Tagged, k: int, floor: int) -> bool:
    """Whether a determiner stands up to three words before: "the so-called monitoring group"."""
    for back in range(k - 1, max(floor, k - 4) - 1, -1):
        if t.has(back, lex.DETERMINER):
            return True
        if t.has(back, lex.BOUNDARY | lex.PREPOSITION | lex.FINITE | lex.BE | lex.VERB | lex.CONJUNCTION):
            return False
    return False


def agrees(phrase: str, pronoun: int, words: lex.Lexicon) -> bool:
    """Whether a pronoun with these roles can mean the phrase: "he" no agency, "it" nobody with a name, "er" no "die Behörde"."""
    tokens = phrase.split()
    if words.verb_second:
        return not (pronoun & lex.PERSON_PRONOUN and tokens[:1] and tokens[0].lower() in ("die", "das", "eine"))
    body = any(words.roles[token.lower()] & lex.BODY for token in tokens)
    if pronoun & lex.PERSON_PRONOUN:
        return not body or sum(token[0].isupper() for token in tokens[-2:]) == 2
    named = len(tokens) > 1 and all(token[0].isupper() for token in tokens[-2:])
    return not pronoun & lex.BODY_PRONOUN or body or not named
