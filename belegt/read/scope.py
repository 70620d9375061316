"""Single incident or running total (R10).

Invariant: one person alone is an incident; a day named for the harm makes an incident unless the words say "so far".
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from belegt.model import Quantity, When
from belegt.read.lang import table
from belegt.read.segment import Sentence
from belegt.read.time import TimeMention

LONG = 2
NEAR = 160
_NOT = frozenset(("nicht", "kein", "keine", "keinen", "not", "no"))
STRUCK = frozenset(("killed", "injured", "casualties"))
TOTALS = ("since", "opening")
LASTING = ("month", "season", "year", "decade")


@cache
def _strong(lang: str) -> re.Pattern[str]:
    return re.compile(r"\b(?:" + "|".join(map(re.escape, table(lang, "scope")["strong"])) + r")\b")


@cache
def _weak(lang: str) -> re.Pattern[str]:
    data = table(lang, "scope")
    no = "|".join(map(re.escape, data["not_weak"]))
    return re.compile(r"\b(?:" + "|".join(map(re.escape, data["weak"])) + r")\b(?!['’]?s?[ -](?:" + no + r")\b)")


@cache
def _places(lang: str) -> re.Pattern[str]:
    data = table(lang, "scope")
    places = r"(?:" + "|".join(data["several"]) + r") (?:[\w-]+ )?(?:" + "|".join(data["places"]) + r")"
    attacks = r"(?:" + "|".join(data["many"]) + r") (?:[\w-]+ ){0,2}[\w-]*?(?:" + "|".join(data["attacks"]) + r")"
    return re.compile(rf"\b(?:{places}|{attacks})\b")


@cache
def _whole_place(lang: str) -> re.Pattern[str]:
    """What makes several places one: "an attack on [two villages]", "one of [three towns]"."""
    data = table(lang, "scope")
    one = r"(?:" + "|".join([*data["one"], *data["the"]]) + r") (?:[\w-]+ ){0,2}[\w-]*?(?:" + "|".join(data["events"]) + r") (?:" + "|".join(data["upon"]) + r")"
    return re.compile(rf"\b(?:{one}|{data['one_of']}) (?:{'|'.join(data['articles'])})?$")


@cache
def _since_then(lang: str) -> re.Pattern[str]:
    """"The bloodiest day since 2009, when 200 died": what happened then is told of, not what came since."""
    return re.compile(table(lang, "scope")["since_then"])


@cache
def _event(lang: str, lead: str) -> re.Pattern[str]:
    """One event: whenever it was ("one": "a bomb"), or named before ("the": "the blast", and what comes in twos is one)."""
    data = table(lang, "scope")
    return re.compile(r"\b(?:" + "|".join(data[lead]) + r") (?:[\w-]+ ){0,2}[\w-]*?(?:" + "|".join(data["events"]) + r")\b")


@cache
def _perfect(lang: str) -> re.Pattern[str]:
    return re.compile(r"(?<!to )\b(?:" + "|".join(map(re.escape, table(lang, "scope")["perfect"])) + r")\b")


@cache
def _struck(lang: str) -> re.Pattern[str]:
    """"Have been killed [in air strikes near the town]": the strikes of one occasion follow, if no word says that they go on."""
    if not table(lang, "scope")["struck"]:
        return re.compile("(?!)")
    return re.compile(r",? (?:" + "|".join(table(lang, "scope")["struck_by"]) + r") (?:[\w-]+ ){0,4}?(?:" + "|".join(table(lang, "scope")["struck"]) + r")\b")


@cache
def _hit(lang: str) -> re.Pattern[str]:
    """"[Killed in] government [raids]": harm of one occasion, of which a war told beside it is not the measure."""
    data = table(lang, "scope")
    if not data["struck"]:
        return re.compile("(?!)")
    return re.compile(r"\b(?:" + "|".join(data["harmed"]) + ")" + _struck(lang).pattern)


@cache
def _at_a_point(lang: str) -> re.Pattern[str]:
    """"Earlier this week": some day of it, not all of it."""
    return re.compile("|".join(table(lang, "scope")["at_a_point"]) or r"(?!)")


@cache
def _at_once(lang: str) -> re.Pattern[str]:
    """"Were hurt [when a] shell hit the school"."""
    return re.compile(table(lang, "scope")["at_once"] or "(?!)")


@cache
def _joined_days(lang: str) -> re.Pattern[str]:
    """"On Friday and Saturday": a sum over days."""
    days = "|".join(day for names in table(lang, "times")["weekdays"].values() for day in names)
    return re.compile(rf"\b(?:{days}) (?:{'|'.join(map(re.escape, table(lang, 'scope')['and']))}) (?:on |am )?(?:{days})\b")


def scope(
    sentence: Sentence, around: str, count: Quantity, kind: str, means: Sequence[str], time: tuple[When, TimeMention] | None, lang: str
) -> tuple[str, str]:
    """"total" or "incident", and the words it rests on.

    ``around`` are the words near the claim; ``time`` is the time that governs its own clause, and its expression, None where
    there is none.
    """
    data = table(lang, "scope")
    folded = around.lower()
    if (count.low, count.high) == (1, 1):
        return "incident", ""
    strong = _strong(lang).search(folded)
    if strong and not (strong.group() in data["unless_not"] and _only_yet(sentence, folded, lang)):
        return "total", strong.group()
    if time is not None and time[1].kind in TOTALS and _since_then(lang).search(folded):
        time = None
    places = _places(lang).search(folded) if kind in STRUCK else None
    if places and not _whole_place(lang).search(folded[: places.start()]):
        return "total", places.group()
    if time is not None and _joined_days(lang).search(folded):
        return "total", time[0].text
    decided = _by_time(*time, _one_event(folded, time[0].text.lower(), lang)) if time is not None else ""
    if time is not None and decided:
        return decided, time[0].text
    weak = _weak(lang).search(folded)
    if weak and not _hit(lang).search(folded):
        return "total", weak.group()
    repeated = _repeated(lang).search(folded) if kind in STRUCK and count.stated else None
    if repeated:
        return "total", repeated.group()
    so_far = _perfect(lang).search(folded)
    if so_far and not _struck(lang).match(folded, so_far.end()) and not _event(lang, "one").search(folded) and not _event(lang, "the").search(folded):
        return "total", so_far.group()
    if set(means) & set(data["means"]) and count.stated:
        return "total", means[0]
    if kind == "displaced" and any(phrase in folded for phrase in data.get("daytimes", ())):
        return "incident", ""
    large = count.low is not None and count.low >= data["large"].get(kind, 10**12) and "natural" not in means
    if large and not (kind in STRUCK and lang == "de" and _event(lang, "the").search(folded)):
        return "total", count.text
    return "incident", ""


def _one_event(folded: str, time: str, lang: str) -> bool:
    """Whether the words tell of one event, whenever in the time it was."""
    if _at_a_point(lang).match(time) or _event(lang, "one").search(folded) or _event(lang, "the").search(folded):
        return True
    return _at_once(lang).search(folded) is not None


def _only_yet(sentence: Sentence, folded: str, lang: str) -> bool:
    """"Not recovered so far", "273 bodies recovered so far": how far the help has come, not how long the harm goes on."""
    if not _NOT.isdisjoint(sentence.lower) or any(word in folded for word in table(lang, "scope").get("recovered", ())):
        return True
    return lang == "de" and (_event(lang, "the").search(folded) or _event(lang, "one").search(folded)) is not None


@cache
def _repeated(lang: str) -> re.Pattern[str]:
    """"Bei Anschlägen", "bei den Luftangriffen": several attacks, whose day nobody names."""
    plurals = table(lang, "scope").get("repeated", ())
    return re.compile(r"\bbei (?:[\w-]+ ){0,2}[\w-]*(?:" + "|".join(plurals) + r")\b" if plurals else "(?!)")


def other_side(sentence: Sentence, lang: str) -> bool:
    """"Auf israelischer Seite starben 51": the other half of a toll."""
    opening = tuple(sentence.lower[:4])
    return opening[0] == "auf" and "seite" in opening and lang == "de"


def near(sentence: Sentence, text: str, start: int, end: int) -> str:
    """The words of the sentence that stand near a claim: what unpunctuated headlines run together says nothing about it."""
    return text[max(sentence.start, start - NEAR) : min(sentence.end, end + NEAR)]


def _by_grain(text: str, mention: TimeMention, one_event: bool) -> str:
    """By what the words say of a time without a year: "am Montag", "im April", "von Montag bis Mittwoch"."""
    if mention.kind != "date":
        return ""
    if mention.grain == "day":
        return "total" if " bis " in text and "nacht" not in text else "incident"
    return "total" if mention.grain in LASTING and not one_event else ""


def _by_time(when: When, mention: TimeMention, one_event: bool) -> str:
    """By the time of the harm; "in July a suicide bomb killed 16" names one event, if not its day."""
    if mention.kind in TOTALS:
        return "total"
    if when.start is None or when.end is None:
        return _by_grain(when.text.lower(), mention, one_event)
    days = (when.end - when.start).days
    if days > LONG and one_event:
        return "incident"
    if mention.kind == "period":
        return "total"
    return "incident" if days <= LONG else "total"
