"""From what a person writes or chooses for the fields of a claim to the correction that says so.

Invariant: only fields that differ are corrected; words that stand in the report are kept with their place in it, words that
do not are the reviewer's own.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from itertools import islice
from typing import Any

from belegt.errors import BelegtError
from belegt.model import Claim, Correction, HarmClaim, Quantity, When, Where
from belegt.model.correction import Spans, correctable, wholes
from belegt.read import chosen

PARTS = {"count": ("low", "high", "qualifier"), "when": ("from", "to"), "where": ("place",)}
"""What stands beside the words of a field."""
MOST = 500
"""Places in a report at which words are looked for."""
Given = Mapping[str, Sequence[str]]


def correction(
    claim: Claim, given: Given, places: Mapping[str, Spans] | None = None, among: Iterable[Claim] = ()
) -> Correction:
    """The correction of the fields in which ``given`` differs from the claim.

    ``given`` holds the written values of a field under its name, those of ``PARTS`` under theirs; what is not in it stays.
    ``places`` are the stretches of the report that were chosen for a field; ``among`` are the claims of the report, of one of
    which it may be part. Raises B105 for what is no value of a field,
    B707 where nothing differs.
    """
    allowed = {*correctable(claim), *(part for name in PARTS if hasattr(claim, name) for part in PARTS[name])}
    if unknown := sorted(set(given) - allowed):
        raise BelegtError(
            "B105", detail=f"a claim of {claim.kind} has no {', '.join(unknown)}; it has {', '.join(sorted(allowed))}"
        )
    fields: dict[str, Any] = {}
    words: dict[str, Spans] = {}
    for name in correctable(claim):
        parts = (name, *PARTS.get(name, ()))
        mine = {part: [one.strip() for one in given[part]] for part in parts if part in given}
        if not mine:
            continue
        value, quoted = _FORMS.get(name, _plain)(claim, name, mine, (places or {}).get(name, ()))
        if value == _told(claim, name):
            continue
        fields[name] = value
        spans = tuple(filter(None, (_span(claim, one, (places or {}).get(name, ())) for one in quoted)))
        if spans and len(spans) == len(quoted):
            words[name] = spans
    if not fields:
        raise BelegtError("B707", detail="every field is as the claim has it")
    whole = fields.get("part_of")
    if whole and whole not in {c.id for c in wholes(claim, among)}:
        raise BelegtError("B105", detail=f"{whole!r} is no other claim of the report that it can be part of")
    made = Correction(fields, words)
    made.of(claim, "")
    return made


def _told(claim: Claim, name: str) -> Any:
    """The value of a field in the form of the contract, a place with its position."""
    value = getattr(claim, name)
    if isinstance(value, Where):
        return _place(value)
    if isinstance(value, (Quantity, When)):
        return value.as_dict()
    return list(value) if isinstance(value, tuple) else value


def _plain(claim: Claim, name: str, given: Given, at: Spans) -> tuple[Any, Sequence[str]]:
    """A word of a vocabulary, a name, or several of them."""
    old, values = getattr(claim, name), list(filter(None, given[name]))
    if isinstance(old, tuple):
        told = list(dict.fromkeys(_written(claim, one, old, at) for one in values))
        return told, () if name in claim.vocabularies else told
    value = _written(claim, values[0], (old,), at) if values else ""
    return value, () if name in claim.vocabularies or not value else (value,)


def _part_of(claim: Claim, name: str, given: Given, at: Spans) -> tuple[Any, Sequence[str]]:
    """The id of the claim that it is part of; None for none."""
    return _first(given, name, "") or None, ()


def _count(claim: Claim, name: str, given: Given, at: Spans) -> tuple[Any, Sequence[str]]:
    """A count: its bounds as they are given, else as its words say them."""
    assert isinstance(claim, HarmClaim)
    old = claim.count
    words = _written(claim, _first(given, "count", old.text), (old.text,), at)
    bounds = {"low": _shown(old.low), "high": _shown(old.high), "qualifier": old.qualifier}
    wanted = {part: _first(given, part, bounds[part]) for part in bounds}
    if wanted == bounds and words != old.text:
        span = _span(claim, words, at)
        read = chosen.count(claim.report, *span) if span else None
        if read is None:
            raise BelegtError(
                "B105", detail=f"{words!r} gives no number that can be read: give low, high and qualifier"
            )
        return read[0].as_dict(), (read[0].text,)
    low, high = (_number(part, wanted[part]) for part in ("low", "high"))
    qualifier = wanted["qualifier"] if "qualifier" in given else _qualifier(low, high, old.qualifier)
    return {"text": words, "low": low, "high": high, "qualifier": qualifier}, (words,) if words != old.text else ()


def _when(claim: Claim, name: str, given: Given, at: Spans) -> tuple[Any, Sequence[str]]:
    """Days as they are given, else as the words mean them."""
    old = claim.when
    words = _written(claim, _first(given, "when", old.text), (old.text,), at)
    days = {"from": old.start.isoformat() if old.start else "", "to": old.end.isoformat() if old.end else ""}
    wanted = {part: _first(given, part, days[part]) for part in days}
    if wanted == days and words and words != old.text:
        span = _span(claim, words, at)
        read = chosen.when(claim.report, *span) if span else None
        if read is None:
            raise BelegtError("B105", detail=f"{words!r} gives no day that can be read: give from and to")
        return read.as_dict(), (words,)
    told = {part: _day(part, value).isoformat() if value else None for part, value in wanted.items()}
    return {"text": words, **told}, (words,) if words and words != old.text else ()


def _where(claim: Claim, name: str, given: Given, at: Spans) -> tuple[Any, Sequence[str]]:
    """A place as it is named, with its position where the gazetteer knows it; else as the words name it."""
    old = claim.where
    words, place = _written(claim, _first(given, "where", old.text), (old.text,), at), _first(given, "place", old.place)
    if (words, place) == (old.text, old.place):
        return _place(old), ()
    asked = place if place != old.place else words
    read = chosen.where(claim.report, asked) if asked else None
    found = Where(words, place if place != old.place else "") if read is None else read
    named = found.place if read is not None else found.place or words
    return {**_place(found), "text": words, "place": named}, (words,) if words and words != old.text else ()


_FORMS: Mapping[str, Callable[[Claim, str, Given, Spans], tuple[Any, Sequence[str]]]] = {
    "count": _count, "when": _when, "where": _where, "part_of": _part_of,
}  # fmt: skip


def _place(where: Where) -> dict[str, Any]:
    position = {"lat": where.lat, "lon": where.lon, "precision": where.precision, "within": list(where.within)}
    return {**where.as_dict(), **position}


def _written(claim: Claim, words: str, known: Sequence[str], chosen_at: Spans) -> str:
    """Words as the claim has them, else as the report writes them: a line break in it is a blank in a form."""
    same = next((one for one in known if one.split() == words.split()), None)
    if same is not None:
        return same
    span = _span(claim, words, chosen_at)
    return claim.report.text[span[0] : span[1]] if span else words


def _span(claim: Claim, words: str, chosen_at: Spans) -> tuple[int, int] | None:
    """Where words stand in the report: where they were chosen, else nearest to the claim; None where they do not."""
    text, start = claim.report.text, claim.passage.start
    for a, b in chosen_at:
        if 0 <= a < b <= len(text) and text[a:b].split() == words.split():
            return a, b
    if not words.split():
        return None
    pattern = re.compile(r"\s+".join(map(re.escape, words.split())))
    found = [m.span() for m in islice(pattern.finditer(text), MOST)]
    return min(found, key=lambda s: abs(s[0] - start), default=None)


def _first(given: Given, part: str, default: str) -> str:
    return next(iter(given[part]), "") if part in given else default


def _shown(number: int | None) -> str:
    return "" if number is None else str(number)


def _number(part: str, value: str) -> int | None:
    if not value:
        return None
    if not (value.isdecimal() and len(value) < 10):
        raise BelegtError("B105", detail=f"{part} is {value!r}, not a whole number")
    return int(value)


def _qualifier(low: int | None, high: int | None, old: str) -> str:
    """The bound that two numbers say, the one that the claim has where it fits them."""
    if low is not None and low == high:
        return old if old in ("exact", "about") else "exact"
    if low is not None and high is None:
        return old if old in ("at_least", "more_than", "vague") else "at_least"
    return "up_to" if low is None else old if old == "vague" else "range"


def _day(part: str, value: str) -> date:
    try:
        return date.fromisoformat(value)
    except ValueError:
        raise BelegtError("B105", detail=f"{part} is {value!r}, not a day (YYYY-MM-DD)") from None
