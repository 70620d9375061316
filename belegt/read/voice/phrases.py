"""Where a noun phrase begins and ends, from the words around it.

Nothing is parsed: a phrase grows while its words can belong to a noun phrase.
"""

from __future__ import annotations

from belegt.read.voice import roles as r
from belegt.read.voice.tagged import Phrase, Tagged

_LONGEST_ASIDE = 9
_LONGEST_NAME = 6
_NO_OPENING = r.TIME | r.ADVERB | r.SUBORDINATOR | r.CONJUNCTION | r.SO | r.NEGATION | r.CONTRAST | r.FOCUS | r.BACK
_NO_NOUN = r.FINITE | r.VERB | r.ADVERB | r.PARTICLE | r.SUBORDINATOR | r.PRONOUN | r.NEGATION
_BETWEEN = r.ADVERB | r.CONTRAST | r.FOCUS
_TELLS_END = (
    r.BOUNDARY | r.FINITE | r.VERB | r.GERUND | r.SUBJECT_DETERMINER | r.DETERMINER | r.PRONOUN | r.PREPOSITION
    | r.SUBORDINATOR | r.RELATIVE | r.CONJUNCTION | r.TIME | r.ADVERB
)  # fmt: skip
"""The roles of which one at least decides whether a phrase in lower case ends."""
_CLOSING = r.BOUNDARY | r.PARTICLE | r.PREPOSITION | r.ADVERB | r.TIME | r.VERB | r.HAVE


def extent(t: Tagged, start: int, *, places: bool = False) -> int:
    """The end of the noun phrase that starts at ``start``; with ``places`` it may end in one ("... in Herat")."""
    end = _capital_nouns(t, start, places) if t.lexicon.verb_second else _small_nouns(t, start)
    while end > start and t.verb(end - 1, r.PREPOSITION | r.CONJUNCTION | r.DETERMINER):
        end -= 1
    return end


def starts_phrase(t: Tagged, k: int) -> bool:
    """Whether a noun phrase in the nominative can start at ``k``."""
    if k >= len(t) or t.has(k, r.BOUNDARY & ~r.QUOTE | r.PREPOSITION):
        return False
    if t.has(k, r.PRONOUN) and not t.has(k, r.DETERMINER):
        return False
    if t.has(k, r.SUBJECT_DETERMINER) or (t.capital(k) and not t.has(k, _NO_OPENING)):
        return True
    if t.has(k, r.QUOTE):
        return closing(t, k) is not None
    if t.has(k, _NO_NOUN | r.CONJUNCTION | r.DETERMINER):
        return False
    return t.capital(k + 1) if t.lexicon.verb_second else t.has(k, r.AGENT | r.AGENT_MODIFIER)


def closing(t: Tagged, opening: int) -> int | None:
    """The index behind the bracket or quotation mark that closes the one at ``opening``, if it is near."""
    mark = {"(": ")", "[": "]"}.get(t.words[opening], "")
    for k in range(opening + 1, min(len(t), opening + _LONGEST_ASIDE)):
        if t.words[k] == mark or (not mark and t.has(k, r.QUOTE)):
            return k + 1
    return None


def apposition(t: Tagged, start: int, comma: int) -> int | None:
    """The end of a name or office that follows the comma: "der Hochkommissar, Said Hussein,", "Carter, head of X"."""
    first = comma + 1
    if first >= len(t) or t.has(first, r.QUANTITY):
        return None
    if t.has(first, r.RELATIVE) and (not t.has(first, r.DETERMINER) or t.has(first + 1, r.PREPOSITION)):
        return None
    name = _name_end(t, first)
    described = t.any(start, comma, r.AGENT | r.DETERMINER)
    if name > first and described and _closes(t, name) and not t.has(first, r.AGENT | r.DETERMINER):
        return name
    if t.has(first, r.DETERMINER | r.AGENT) or t.has(first + 1, r.AGENT):
        end = extent(t, first)
        office = t.any(first, min(end, first + 5), r.AGENT) and _closes(t, end)
        return end if office and not any(past(t, k) for k in range(first, end)) else None
    return None


def past(t: Tagged, k: int) -> bool:
    """Whether the token ends like the past of a regular verb and no article makes an adjective of it."""
    ending = t.lexicon.past_ending
    if not ending or k >= len(t) or not t.lower[k].endswith(ending):
        return False
    return len(t.lower[k]) > 3 and (t.shouted or t.words[k].islower()) and not t.has(k - 1, r.DETERMINER)


def speaks(t: Tagged, phrase: Phrase) -> bool:
    """Whether the phrase names one who can speak: a noun of persons, bodies or records, or nothing but names."""
    return t.any(*phrase, r.AGENT | r.WITNESS | r.RECORD) or all(t.capital(k) for k in range(*phrase))


def gapped(t: Tagged, start: int) -> list[tuple[Phrase, int]]:
    """ "... von 30, die Veranstalter von 50": further speakers whose verb is left out, and where they speak."""
    count = next((k for k in range(start + 1, len(t)) if t.has(k - 1, r.PREPOSITION) and _counts(t, k)), None)
    if count is None:
        return []
    found = []
    for k in range(count + 1, len(t) - 3):
        if t.has(k, r.COMMA | r.CONJUNCTION) and starts_phrase(t, k + 1) and not t.has(k + 1, r.QUANTITY):
            end = extent(t, k + 1)
            while t.has(end, _BETWEEN):
                end += 1
            repeated = end < len(t) and t.lower[end] == t.lower[count - 1] and _counts(t, end + 1)
            if repeated and not t.any_verb(k, len(t), r.FINITE | r.VERB):
                found.append(((k + 1, extent(t, k + 1)), end))
    return found


def _counts(t: Tagged, k: int) -> bool:
    """Whether a count stands there, or behind one word such as "mindestens"."""
    return t.has(k, r.QUANTITY) or (
        t.has(k + 1, r.QUANTITY) and not t.has(k, r.BOUNDARY | r.PREPOSITION) and t.lower[k] == t.words[k]
    )


def _name_end(t: Tagged, first: int) -> int:
    k = first
    while k < len(t) and k - first < _LONGEST_NAME and (t.capital(k) or t.has(k, r.NAME_PARTICLE)):
        if t.lexicon.verb_second and t.has(k, r.VERB | r.SUBJECT_DETERMINER):
            break
        k += 1
    return k


def _closes(t: Tagged, k: int) -> bool:
    if t.lexicon.verb_second and t.has(k, r.HAVE | r.MOOD):
        return False  # "sagten Augenzeugen, Soldaten hätten ..."
    return k >= len(t) or t.has(k, _CLOSING)


def _behind_mark(t: Tagged, start: int, k: int, head: bool) -> int | None:
    """Behind a short bracket, a name in quotation marks or an apposition; None where the phrase ends."""
    if t.has(k, r.COMMA):
        return apposition(t, start, k) if head else None
    if t.words[k] == "(" or (t.lexicon.verb_second and t.has(k, r.QUOTE)):
        return closing(t, k)
    return None


def _capital_nouns(t: Tagged, start: int, places: bool) -> int:
    """German nouns show themselves by their capital; lower case is an adjective only where a noun is still due."""
    k, due, head, embedded = start, True, False, False
    while k < len(t):
        role = t.roles[k]
        if role & (r.HARD | r.QUOTE | r.COMMA):
            behind = _behind_mark(t, start, k, head)
            if behind is None:
                break
            k, due, head = behind, due and bool(role & r.COMMA), True
            continue
        if t.words[k] == "." and k > start and len(t.words[k - 1]) == 1 and k + 1 < len(t):
            k += 1  # an initial: "George W. Bush"
            continue
        if role & r.STOP or (role & r.QUANTITY and k > start and not due):
            break
        if k == start and role & r.DETERMINER:
            due = True
        elif (
            role & r.NAME_PARTICLE
            and not role & (r.DETERMINER | r.PREPOSITION)
            and t.capital(k - 1)
            and t.capital(k + 1)
        ):
            pass  # "Thomas de Maizière"
        elif t.capital(k) and not (k > start and role & (r.SUBJECT_DETERMINER | r.PREPOSITION) and not due):
            head, due, embedded = head or not embedded, embedded, False
        elif role & r.DETERMINER:
            if head and _no_genitive(t, start, k, due):
                break
            embedded, due = embedded or (not head and t.has(k - 1, r.DETERMINER)), True
        elif role & r.CONJUNCTION:
            if not head or not _goes_on(t, k + 1):
                break
            due = True
        elif role & r.PREPOSITION:
            inside = t.has(k - 1, r.DETERMINER) and due  # "der in London ansässigen Stelle"
            if head and not inside and not (_binds(t, k) and (places or role & r.CLOSE_BINDING)):
                break
            embedded, due = embedded or inside or not head, True
        elif not due or role & _NO_NOUN:
            break
        k += 1
    return k


def nominative(t: Tagged, k: int) -> bool:
    """ "laut der Behörde der überwiegende Teil": an article and adjective that cannot be a genitive."""
    adjective = t.words[k + 1] if k + 2 < len(t) else ""
    return t.lower[k] == "der" and adjective.islower() and adjective.endswith("e") and not t.roles[k + 1]


def _no_genitive(t: Tagged, start: int, k: int, due: bool) -> bool:
    """Whether the article at ``k`` opens another phrase: a time, one who is told, no genitive."""
    if t.has(k + 1, r.TIME) or not (t.has(k, r.BELONG) or due) or (not due and nominative(t, k)):
        return True
    named = t.capital(k - 2) or t.has(k - 2, r.BELONG)
    return t.has(k + 1, r.RECIPIENT) and k - start > 1 and t.capital(k - 1) and named


def _small_nouns(t: Tagged, start: int) -> int:
    """Nouns in lower case: the phrase ends where a new phrase, a verb or a time begins."""
    k = start
    while k < len(t):
        role = t.roles[k]
        if not role & _TELLS_END:
            k += 1
            continue
        if role & (r.HARD | r.QUOTE | r.COMMA):
            behind = _behind_mark(t, start, k, k > start)
            if behind is None:
                break
            k = behind
            continue
        opens = role & (r.SUBJECT_DETERMINER | r.PREPOSITION | r.PRONOUN)
        if k > start and opens and t.capital(k) and not t.capital(k - 1):
            break
        if role & (r.STOP | r.FINITE | r.GERUND | r.PRONOUN) or (
            role & (r.SUBORDINATOR | r.RELATIVE) and not role & r.PREPOSITION
        ):
            break
        if (role & (r.TIME | r.ADVERB) and not (k == start and role & r.DETERMINER)) or (
            role & r.VERB and not role & r.AGENT
        ):
            break
        if role & r.DETERMINER and k > start and not t.has(k - 1, r.PREPOSITION | r.CONJUNCTION | r.DETERMINER):
            break
        if role & r.PREPOSITION and (k == start or not _binds(t, k)):
            break
        if role & r.CONJUNCTION and not _goes_on(t, k + 1):
            break
        k += 1
    return k


def _goes_on(t: Tagged, k: int) -> bool:
    """Whether a second noun phrase follows the conjunction, not a new clause."""
    if k >= len(t) or t.has(k, r.QUANTITY | r.FINITE | r.VERB | r.BOUNDARY):
        return False
    if t.lexicon.verb_second:
        return t.capital(k) or t.has(k, r.DETERMINER) or t.capital(k + 1)
    return t.capital(k) or t.has(k, r.AGENT | r.AGENT_MODIFIER | r.SUBJECT_DETERMINER)


def _binds(t: Tagged, k: int) -> bool:
    """Whether the preposition at ``k`` belongs to the noun before it: "ein Sprecher des Krankenhauses in Herat"."""
    if not t.has(k, r.BINDING) or t.has(k + 1, r.TIME | r.QUANTITY) or t.has(k + 2, r.TIME) or k + 1 >= len(t):
        return False
    if t.has(k + 1, r.DETERMINER) and t.has(k + 2, r.RECORD | r.RECIPIENT):
        return False
    if t.has(k, r.CLOSE_BINDING):
        return t.has(k, r.BELONG) or not (t.lexicon.verb_second and t.has(k + 1, r.DETERMINER))
    if not t.lexicon.verb_second:
        return t.has(k - 1, r.RECORD)
    return not (k >= 2 and t.capital(k - 1) and t.capital(k - 2))
