"""Sources named by a preposition: "laut X", "nach Angaben von X", "X zufolge", "according to X", "demnach", "citing X"."""

from __future__ import annotations

from collections.abc import Iterator

from belegt.read.voice import lexicon as lex
from belegt.read.voice.attribution import LAST, NAMED, NOBODY, SUBJECT, Attribution, Span
from belegt.read.voice.phrases import extent
from belegt.read.voice.tagged import Tagged

TRIGGERS = lex.BEFORE | lex.AFTER | lex.BACK | lex.ACCOUNT | lex.ACCOUNT_WITH


def named(t: Tagged) -> Iterator[Attribution]:
    """The attributions that prepositions and adverbs of the sentence make, in order."""
    skip = -1
    for k in range(len(t)):
        role = t.roles[k]
        if not role & TRIGGERS or k <= skip:
            continue
        found = None
        if role & lex.BEFORE and t.lexicon.before_pairs:
            pair = (t.sentence.lower[k], t.sentence.lower[k + 1] if k + 1 < len(t) else "")
            found = _governed(t, k, k + 2) if pair in t.lexicon.before_pairs else None
        elif role & lex.BEFORE and _phrase_follows(t, k + 1):
            found = _governed(t, k, k + 1)
        elif role & lex.AFTER:
            found = _followed(t, k)
        elif role & lex.BACK:
            found = _attribution(t, k, k + 1, None, "back reference", LAST)
        elif role & lex.ACCOUNT_WITH and t.lexicon.verb_second:
            found = _account(t, k)
        if found is None and role & lex.ACCOUNT and k and not role & lex.VERB:
            found = _account_that(t, k)
        if found is not None:
            yield found
            skip = k + 1


def _phrase_follows(t: Tagged, k: int) -> bool:
    """Whether a noun phrase follows "laut": not a verb ("laut geworden"), not a preposition ("laut über")."""
    if k >= len(t) or t.has(k, lex.PREPOSITION | lex.BOUNDARY & ~lex.QUOTE):
        return False
    return t.capital(k) or t.has(k, lex.DETERMINER | lex.QUOTE) or (k + 1 < len(t) and t.capital(k + 1)) or t.shouted or not t.lexicon.verb_second or (k + 2 < len(t) and t.capital(k + 2))


def _governed(t: Tagged, opener: int, start: int) -> Attribution | None:
    """"laut X", "according to X"."""
    end = extent(t, start)
    if end <= start:
        return None
    account = next((k for k in range(start, min(end, start + 3)) if t.has(k, lex.ACCOUNT)), None)
    if account is not None:
        return _of_account(t, opener, start, account, end)
    if end - start == 1 and t.has(start, lex.PRONOUN):
        return _attribution(t, opener, end, None, "according to", LAST)
    start += t.has(start, lex.DETERMINER) and t.lexicon.verb_second
    return _attribution(t, opener, end, (t.start(start), t.end(end - 1)), "according to", NAMED) if end > start else None


def _account(t: Tagged, opener: int) -> Attribution | None:
    """"nach (ersten) Angaben (von X)", "nach Polizeiangaben"."""
    for k in range(opener + 1, min(len(t), opener + 5)):
        if t.has(k, lex.ACCOUNT) and (t.capital(k) or t.shouted):
            return _of_account(t, opener, opener + 1, k, extent(t, opener + 1))
        if t.has(k, lex.BOUNDARY | lex.PREPOSITION | lex.FINITE | lex.VERB):
            return None
    return None


def _of_account(t: Tagged, opener: int, start: int, account: int, end: int) -> Attribution | None:
    """An account and whose it is: of X, their own, or that which was spoken of before."""
    if any(t.has(k, lex.OWN) for k in range(start, account)):
        return _attribution(t, opener, account + 1, (t.start(start), t.end(account)), "own account", SUBJECT)
    nominative = t.sentence.lower[account + 1 : account + 2] == ["der"] and t.sentence.words[account + 2 : account + 3][0:1] != [] and t.sentence.words[account + 2].islower() and t.sentence.words[account + 2].endswith("e")
    if account + 1 < end and t.has(account + 1, lex.BELONG) and not nominative:
        inner = account + 2 if t.has(account + 1, lex.PREPOSITION) else account + 1
        inner += t.has(inner, lex.DETERMINER)
        stop = max(extent(t, inner), min(end, inner + 1))
        if stop > inner and not t.has(inner, lex.BOUNDARY):
            return _attribution(t, opener, stop, (t.start(inner), t.end(stop - 1)), "account of", NAMED)
    adjective = t.sentence.words[account + 1] if account + 2 < len(t) else ""
    if adjective.islower() and adjective.endswith("er") and t.capital(account + 2) and not t.roles[account + 1]:
        stop = extent(t, account + 1)
        return _attribution(t, opener, stop, (t.start(account + 1), t.end(stop - 1)), "account of", NAMED)
    if account + 2 == end and not t.has(end, lex.HARD) and t.capital(account + 1) and t.sentence.words[account + 1].endswith("s") and t.lexicon.verb_second:
        return _attribution(t, opener, end, (t.start(account + 1), t.end(account + 1) - 1), "account of", NAMED)
    if t.has(start, lex.BACK_DETERMINER) and start + 1 == account and end <= account + 1 and t.lexicon.verb_second:
        return _attribution(t, opener, account + 1, None, "back reference", LAST)
    start += int(t.has(start, lex.DETERMINER) and t.lexicon.verb_second and start < account)
    stop = max(end, account + 1)
    return _attribution(t, opener, stop, (t.start(start), t.end(stop - 1)), "account", NAMED)


def _account_that(t: Tagged, account: int) -> Attribution | None:
    """"Berichte von Anrainern, dass", "eine Schätzung, wonach", "reports from residents that"."""
    end = account + 1
    start = account - t.has(account - 1, lex.DETERMINER)
    if t.has(end, lex.BELONG) and t.has(end, lex.PREPOSITION):
        start = end + 1
        end = extent(t, start)
    comma = t.has(end, lex.COMMA)
    if end <= start or not t.has(end + comma, lex.THAT) or (t.lexicon.verb_second and not comma):
        return None
    cue = (t.start(account), t.end(end + comma))
    return Attribution(t.end(end + comma), t.sentence.end, (t.start(start), t.end(end - 1)), "account that", cue)


def _followed(t: Tagged, k: int) -> Attribution | None:
    """"X zufolge": the phrase to its left, as far as its words can belong to one phrase."""
    start = k
    while start > 0 and not t.has(start - 1, lex.BOUNDARY | lex.PREPOSITION & ~lex.DETERMINER | lex.SUBORDINATOR | lex.PRONOUN & ~lex.DETERMINER):
        if t.has(start - 1, lex.FINITE | lex.VERB | lex.ADVERB) and not t.capital(start - 1):
            break
        if not t.capital(start - 1) and not t.has(start - 1, lex.DETERMINER | lex.CONJUNCTION) and start < k and t.has(start, lex.DETERMINER):
            break
        start -= 1
    if start == k:
        return None
    account = next((j for j in range(start, k) if t.has(j, lex.ACCOUNT)), None)
    if account is not None:
        found = _of_account(t, start, start, account, k)
        if found is not None:
            return Attribution(found.start, found.end, found.speaker, found.rule, (t.start(start), t.end(k)), found.told)
    begin = start + t.has(start, lex.DETERMINER)
    if begin >= k:
        return None
    return _attribution(t, start, k + 1, (t.start(begin), t.end(k - 1)), "according to", NAMED)


def _attribution(t: Tagged, opener: int, end: int, speaker: Span | None, rule: str, told: str) -> Attribution:
    cue = (t.start(opener), t.end(min(end, len(t)) - 1))
    start, stop = _reach(t, opener, end)
    return Attribution(start, stop, speaker, rule, cue, told=told)


def _reach(t: Tagged, opener: int, end: int) -> Span:
    """What such a phrase vouches for: what follows when it opens the clause; else its clause, or its part between commas."""
    if end < len(t) and t.has(end, lex.AFTER):
        end += 1
    first = opener
    if t.has(opener - 1, lex.CONJUNCTION) or (t.has(opener - 1, lex.ADVERB) and t.has(opener - 2, lex.CONJUNCTION)):
        return t.start(min(end, len(t))), t.sentence.end
    while first > 0 and t.has(first - 1, lex.CONJUNCTION | lex.CONTRAST | lex.ADVERB):
        first -= 1
    if first == 0 or t.has(first - 1, lex.HARD):
        return t.start(min(end, len(t))), t.sentence.end
    comma = next((k for k in range(opener - 1, -1, -1) if t.has(k, lex.COMMA)), None)
    if comma is not None and comma + 1 < opener and t.has(comma + 1, lex.RELATIVE | lex.SUBORDINATOR):
        close = next((k for k in range(end, len(t)) if t.has(k, lex.COMMA)), len(t))
        return t.start(comma), t.start(close)
    left = _clause_left(t, opener)
    if t.has(opener - 1, lex.COMMA):
        close = next((k for k in range(end, len(t)) if t.has(k, lex.COMMA)), None)
        if close is not None and close > end + 1:
            return t.start(end), t.start(close)
        if end >= len(t) - 1:
            return left, t.start(opener)
    if not t.lexicon.verb_second:
        closes = end >= len(t) - 1 or not t.has(end, lex.COMMA)
        return left, t.start(opener) if closes and t.has(end, lex.SUBORDINATOR | lex.BOUNDARY | lex.THAT) else t.sentence.end
    return left, t.sentence.end


def _clause_left(t: Tagged, k: int) -> int:
    for j in range(k - 1, 0, -1):
        other = any(t.has(i, lex.SAY | lex.BEFORE | lex.AFTER) for i in range(j))
        if (t.has(j, lex.CONTRAST) and t.has(j - 1, lex.COMMA) and other) or t.sentence.words[j] == ";":
            return t.start(j)
    return t.sentence.start


def talk(t: Tagged) -> Iterator[Attribution]:
    """"In ersten Meldungen war von 30 Toten die Rede": talk that a place or body is said to be full of, or nobody."""
    end = next((k for k in range(len(t) - 1, 0, -1) if t.has(k, lex.TALK) and t.has(k - 1, lex.DETERMINER)), None)
    start = next((k for k in range(end or 0) if t.has(k, lex.SPEAK_WITH)), None)
    if end is None or start is None or not any(t.has(k, lex.BE) for k in range(end)):
        return
    stance = "disputed" if any(t.has(k, lex.FIRST) for k in range(end)) else "asserted"
    speaker = None
    for k in range(start):
        if t.has(k, lex.PREPOSITION) and not t.has(k + 1, lex.TIME) and k + 1 < start:
            begin = k + 1 + (t.has(k + 1, lex.DETERMINER) and k + 2 < start)
            speaker = (t.start(begin), t.end(max(begin, extent(t, k + 1) - 1)))
    yield Attribution(t.start(start), t.end(end), speaker, "talk of", (t.start(start), t.end(end)), told=NAMED if speaker else NOBODY, stance=stance)


def headed(t: Tagged) -> Iterator[Attribution]:
    """"Iraqi Officials: Car Bomb Kills 20": a headline that opens with who says it."""
    colon = next((k for k in range(1, min(len(t) - 1, _LONGEST_HEAD)) if t.sentence.words[k] == ":"), None)
    if colon is None or t.has(colon + 1, lex.QUOTE) or any(t.has(k, lex.FINITE | lex.VERB | lex.PREPOSITION) and not t.has(k, lex.AGENT) for k in range(colon)):
        return
    start = colon
    while start > 0 and t.capital(start - 1) and not t.has(start - 1, lex.QUANTITY | lex.COMMA):
        start -= 1
    if start < colon and not t.has(start - 1, lex.HARD) and any(t.has(k, lex.AGENT) for k in range(start, colon)):
        speaker = (t.start(start), t.end(colon - 1))
        yield Attribution(t.end(colon), t.sentence.end, speaker, "headed", (speaker[0], t.end(colon)))


_LONGEST_HEAD = 14


def relied_on(t: Tagged) -> Span | None:
    """"unter Berufung auf X", "citing X", "die sich auf X stützen": on whom the speaker of the sentence relies."""
    lower = t.sentence.lower
    for phrase in t.lexicon.rely_phrases:
        if phrase[1] in lower:
            k = lower.index(phrase[1]) - 1
            if k >= 0 and tuple(lower[k : k + len(phrase)]) == phrase:
                return _phrase(t, k + len(phrase))
    if t.seen & lex.RELY:
        return _phrase(t, next(k for k in range(len(t)) if t.has(k, lex.RELY)) + 1)
    if t.seen & lex.RELIANT and t.lexicon.verb_second:
        for k in range(len(t) - 2):
            if lower[k] == "sich" and lower[k + 1] == "auf":
                near = any(t.has(j, lex.RELIANT) for j in (*range(max(0, k - 4), k), *range(k + 2, len(t))))
                return _phrase(t, k + 2) if near else None
    return None


def _phrase(t: Tagged, start: int) -> Span | None:
    end = extent(t, start)
    for k in range(start, min(end, start + 4)):
        if t.has(k, lex.ACCOUNT) and t.has(k + 1, lex.BELONG):
            start = k + 2
            break
    start += t.has(start, lex.DETERMINER) and t.lexicon.verb_second and start + 1 < end
    return (t.start(start), t.end(end - 1)) if end > start else None
