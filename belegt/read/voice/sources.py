"""Sources named by a preposition: "laut X", "nach Angaben von X", "X zufolge", "according to X", "demnach"."""

from __future__ import annotations

from collections.abc import Iterator

from belegt.read.voice import roles as r
from belegt.read.voice.attribution import LAST, NAMED, NOBODY, SUBJECT, Attribution, Span
from belegt.read.voice.phrases import extent, nominative
from belegt.read.voice.scope import inner
from belegt.read.voice.tagged import Phrase, Tagged

TRIGGERS = r.BEFORE | r.AFTER | r.BACK | r.ACCOUNT | r.ACCOUNT_WITH
_FURTHEST_ACCOUNT = 5
_LONGEST_HEAD = 14
_LONGEST_FOOT = 6
IN = ("in", "im")
_FOOT_MARKS = (":", "-", "–", "—")


def named(t: Tagged) -> Iterator[Attribution]:
    """The attributions that prepositions, adverbs and accounts of the sentence make, in order."""
    skip = -1
    for k in [k for k, role in enumerate(t.own_roles) if role & TRIGGERS]:
        if k > skip:
            found = _at(t, k)
            if found is not None:
                yield found
                skip = k + 1


def _at(t: Tagged, k: int) -> Attribution | None:
    role, found = t.roles[k], None
    if role & r.BEFORE:
        pairs = t.lexicon.before_pairs
        if not pairs and _phrase_follows(t, k + 1):
            found = _governed(t, k, k + 1)
        elif tuple(t.lower[k : k + 2]) in pairs:
            found = _governed(t, k, k + 2)
    elif role & r.AFTER:
        found = _followed(t, k)
    elif role & r.BACK:
        found = _attribution(t, k, k + 1, None, "back reference", LAST)
    elif role & r.ACCOUNT_WITH:
        found = _account(t, k)
    if found is None and role & r.ACCOUNT and k and not role & r.VERB:
        found = _account_that(t, k)
    return found


def _phrase_follows(t: Tagged, k: int) -> bool:
    """Whether a noun phrase follows "laut": not a verb ("laut geworden"), not a preposition ("laut über")."""
    if k >= len(t) or t.has(k, r.PREPOSITION | r.BOUNDARY & ~r.QUOTE):
        return False
    return t.has(k, r.DETERMINER | r.QUOTE) or t.shouted or t.capital(k) or t.capital(k + 1) or t.capital(k + 2)


def _governed(t: Tagged, opener: int, start: int) -> Attribution | None:
    """ "laut X", "according to X"."""
    end = _before_clause(t, opener, start, extent(t, start))
    if end <= start:
        return None
    account = t.first(start, min(end, start + 3), r.ACCOUNT)
    if account is not None:
        return _of_account(t, opener, start, account, end)
    if end - start == 1 and t.has(start, r.PRONOUN):
        return _attribution(t, opener, end, None, "according to", LAST)
    return _attribution(t, opener, end, t.span(*inner(t, start, end)), "according to", NAMED)


def _before_clause(t: Tagged, opener: int, start: int, end: int) -> int:
    """The end of the phrase; one that opens the sentence leaves it a clause, so it cannot reach to the full stop."""
    comma = t.first(start, end, r.COMMA) if opener == 0 and (end >= len(t) or t.has(end, r.STOP)) else None
    return end if comma is None else comma


def _account(t: Tagged, opener: int) -> Attribution | None:
    """ "nach (ersten) Angaben (von X)", "nach Polizeiangaben"."""
    for k in range(opener + 1, min(len(t), opener + _FURTHEST_ACCOUNT)):
        if t.has(k, r.ACCOUNT) and (t.capital(k) or t.shouted):
            return _of_account(t, opener, opener + 1, k, extent(t, opener + 1))
        if t.has(k, r.BOUNDARY | r.PREPOSITION | r.FINITE | r.VERB):
            return None
    return None


def _of_account(t: Tagged, opener: int, start: int, account: int, end: int) -> Attribution:
    """An account and whose it is: of X, their own, or that which was spoken of before."""
    if t.any(start, account, r.OWN):
        return _attribution(t, opener, account + 1, t.span(start, account + 1), "own account", SUBJECT)
    owner = _owner(t, account, end)
    if owner is not None:
        return _attribution(t, opener, owner[1], t.span(*owner), "account of", NAMED)
    if t.lexicon.verb_second and _is_genitive_name(t, account, end):
        span = t.span(account + 1, account + 2)
        return _attribution(t, opener, end, (span[0], span[1] - 1), "account of", NAMED)
    back = t.has(start, r.BACK_DETERMINER) and start + 1 == account and end <= account + 1
    if back and t.lexicon.verb_second:
        return _attribution(t, opener, account + 1, None, "back reference", LAST)
    stop = max(end, account + 1)
    return _attribution(t, opener, stop, t.span(*inner(t, start, stop)), "account", NAMED)


def _owner(t: Tagged, account: int, end: int) -> Phrase | None:
    """Whose account it is: "Angaben von X", "Angaben der Behörden", "Angaben lokaler Medien"."""
    k = account + 1
    if k < end and t.has(k, r.BELONG) and not nominative(t, k):
        start = k + 1 if t.has(k, r.PREPOSITION) else k
        start += t.has(start, r.DETERMINER)
        stop = max(extent(t, start), min(end, start + 1))
        return (start, stop) if stop > start and not t.has(start, r.BOUNDARY) else None
    adjective = t.words[k] if k + 1 < len(t) else ""
    if adjective.islower() and adjective.endswith("er") and t.capital(k + 1) and not t.roles[k]:
        return k, extent(t, k)
    return None


def _is_genitive_name(t: Tagged, account: int, end: int) -> bool:
    """ "Angaben Ibrahims"."""
    name = account + 1
    return name + 1 == end and t.capital(name) and t.words[name].endswith("s") and not t.has(end, r.HARD)


def _account_that(t: Tagged, account: int) -> Attribution | None:
    """ "Berichte von Anrainern, dass", "eine Schätzung, wonach", "reports from residents that"."""
    start, end = account - t.has(account - 1, r.DETERMINER), account + 1
    if t.has(end, r.BELONG) and t.has(end, r.PREPOSITION):
        start = end + 1
        end = extent(t, start)
    comma = t.has(end, r.COMMA)
    if end <= start or not t.has(end + comma, r.THAT) or (t.lexicon.verb_second and not comma):
        return None
    cue = (t.start(account), t.end(end + comma))
    return Attribution(cue[1], t.sentence.end, t.span(start, end), "account that", cue)


def _leftmost(t: Tagged, k: int) -> int:
    start = k
    while start > 0:
        if start < k and t.has(start - 1, r.PREPOSITION) and start > 1 and t.has(start - 2, r.DETERMINER):
            start -= 2  # "der in London ansässigen Beobachtungsstelle"
            continue
        if t.has(start - 1, r.BOUNDARY | r.SUBORDINATOR | r.PREPOSITION | r.PRONOUN):
            break
        if (
            not t.capital(start - 1)
            and t.has(start - 2, r.PRONOUN)
            and not t.has(start - 2, r.DETERMINER)
            and start > 1
        ):
            break  # "Sie entstammen Berichten zufolge"
        small = not t.capital(start - 1) and not t.has(start - 1, r.DETERMINER | r.CONJUNCTION)
        if t.verb(start - 1, r.FINITE | r.VERB | r.ADVERB) or (small and start < k and t.has(start, r.DETERMINER)):
            break
        start -= 1
    return start


def _followed(t: Tagged, k: int) -> Attribution | None:
    """ "X zufolge": the phrase to its left, as far as its words can belong to one phrase."""
    start = _leftmost(t, k)
    if start == k or (start + 1 == k and t.has(start, r.DETERMINER)):
        return None
    account = t.first(start, k, r.ACCOUNT)
    if account is not None:
        found = _of_account(t, start, start, account, k)
        return Attribution(found.start, found.end, found.speaker, found.rule, t.span(start, k + 1), found.told)
    return _attribution(t, start, k + 1, t.span(*inner(t, start, k)), "according to", NAMED)


def _attribution(t: Tagged, opener: int, end: int, speaker: Span | None, rule: str, told: str) -> Attribution:
    cue = t.span(opener, min(end, len(t)))
    return Attribution(*_reach(t, opener, end), speaker, rule, cue, told=told)


def _reach(t: Tagged, opener: int, end: int) -> Span:
    """What such a phrase vouches for: what follows when it opens the clause; else its clause, or part of it."""
    end = min(len(t), end + t.has(end, r.AFTER))
    rest = (t.start(end), t.sentence.end)
    first = opener
    while first > 0 and t.has(first - 1, r.CONJUNCTION | r.CONTRAST | r.ADVERB):
        first -= 1
    joined = t.has(opener - 1, r.CONJUNCTION) or (t.has(opener - 1, r.ADVERB) and t.has(opener - 2, r.CONJUNCTION))
    if first == 0 or (t.has(first - 1, r.HARD) and end < len(t) - 1) or joined:
        return rest
    comma, close = t.last(0, opener, r.COMMA), t.first(end, len(t), r.COMMA)
    if comma is not None and comma + 1 < opener and t.has(comma + 1, r.RELATIVE | r.SUBORDINATOR):
        return t.start(comma), t.sentence.end if close is None else t.start(close)
    if comma == opener - 1 and close is not None and close > end + 1:
        return t.start(end), t.start(close)
    left = _clause_left(t, opener)
    ends = end >= len(t) - 1
    if comma == opener - 1 and ends:
        return left, t.start(opener)
    if (
        not t.lexicon.verb_second
        and t.has(end, r.SUBORDINATOR | r.BOUNDARY | r.THAT)
        and (ends or not t.has(end, r.COMMA))
    ):
        return left, t.start(opener)
    return left, t.sentence.end if not t.lexicon.verb_second else _until_elsewhere(t, end)


def _until_elsewhere(t: Tagged, start: int) -> int:
    """ "... nach Angaben der Agentur drei Menschen, in Prag starb ein Mann": an account ends where another place begins."""
    for k in range(start, len(t) - 3):
        if t.has(k, r.COMMA) and t.lower[k + 1] in IN and t.capital(k + 2) and t.verb(k + 3, r.FINITE):
            return t.start(k)
    return t.sentence.end


def _clause_left(t: Tagged, k: int) -> int:
    for j in range(k - 1, 0, -1):
        contrast = t.has(j, r.CONTRAST) and t.has(j - 1, r.COMMA) and t.any(0, j, r.SAY | r.BEFORE | r.AFTER)
        if contrast or t.words[j] == ";":
            return t.start(j)
    return t.sentence.start


def talk(t: Tagged) -> Iterator[Attribution]:
    """ "In ersten Meldungen war von 30 Toten die Rede": talk of which a place or body is full, or nobody."""
    end = next((k for k in range(len(t) - 1, 0, -1) if t.has(k, r.TALK) and t.has(k - 1, r.DETERMINER)), 0)
    start = t.first(0, end, r.SPEAK_WITH)
    if start is None or not t.any(0, end, r.BE):
        return
    stance = "disputed" if t.any(0, end, r.FIRST) else "asserted"
    speaker = None
    for k in range(start):
        if t.has(k, r.PREPOSITION) and not t.has(k + 1, r.TIME) and k + 1 < start:
            speaker = t.span(*inner(t, k + 1, max(k + 2, min(start, extent(t, k + 1)))))
    said, told = (t.start(start), t.end(end)), NAMED if speaker else NOBODY
    yield Attribution(*said, speaker, "talk of", said, told=told, stance=stance)


def _is_title(t: Tagged, k: int) -> bool:
    return (t.capital(k) or t.has(k, r.AGENT | r.AGENT_MODIFIER)) and not t.has(k, r.QUANTITY | r.COMMA)


def headed(t: Tagged) -> Iterator[Attribution]:
    """ "Iraqi Officials: Car Bomb Kills 20": a headline that opens with who says it."""
    colon = next((k for k in range(1, min(len(t) - 1, _LONGEST_HEAD)) if t.words[k] == ":"), None)
    if colon is None or t.has(colon + 1, r.QUOTE):
        return
    if any(t.has(k, r.FINITE | r.VERB | r.PREPOSITION) and not t.has(k, r.AGENT) for k in range(colon)):
        return
    start = colon
    while start > 0 and _is_title(t, start - 1):
        start -= 1
    if start < colon and not t.has(start - 1, r.HARD) and t.any(start, colon, r.AGENT):
        speaker = t.span(start, colon)
        yield Attribution(t.end(colon), t.sentence.end, speaker, "headed", (speaker[0], t.end(colon)))


def footed(t: Tagged) -> Iterator[Attribution]:
    """ "20 killed in bombing: officials": a headline that ends with who says it."""
    end = len(t) - t.has(len(t) - 1, r.STOP)
    mark = t.last(max(0, end - _LONGEST_FOOT), end, r.HARD)
    if mark is None or mark < 2 or t.words[mark] not in _FOOT_MARKS or t.words[end - 1] == ":":
        return
    if t.any(mark + 1, end, r.AGENT) and all(_is_title(t, k) for k in range(mark + 1, end)):
        yield Attribution(t.sentence.start, t.start(mark), t.span(mark + 1, end), "footed", t.span(mark, end))
