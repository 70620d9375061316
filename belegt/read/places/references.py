"""Phrases that point to a place without naming it: "the city", "im Osten des Landes", "the Turkish border", "dort"."""

from __future__ import annotations

from collections.abc import Iterable

from belegt.read.lang import words
from belegt.read.places.atlas import country_name, people_of
from belegt.read.places.lexicon import (
    AT,
    BACK,
    BE,
    CLASS,
    DEFINITE,
    DETERMINER,
    DIRECTION,
    EVENT,
    EVERYWHERE,
    FRONTIER,
    LANDSCAPE,
    PEOPLE,
    POLICE,
    SIDE,
    SITE,
    WAY,
)
from belegt.read.places.mention import PlaceMention
from belegt.read.places.phrases import Phrases
from belegt.read.places.scan import Scan

# Words between an article and its noun, at most.
_BEFORE = 6
_POINTING = BACK | EVERYWHERE | CLASS | SITE


def references(scan: Scan, phrases: Phrases, named: Iterable[PlaceMention], near: tuple[str, ...]) -> list[PlaceMention]:
    """The phrases of a sentence that refer back, or to a country by its people; no token of ``named`` is in them.

    ``near``: the countries of the report; "the south of the country" is taken for a part of the first.
    """
    if not scan.mask & _POINTING:
        return []
    busy = {k for m in named for k in range(m.first, m.last)}
    out = []
    for k, b in [(k, b) for k, b in enumerate(scan.bits) if b & _POINTING and k not in busy]:
        if b & EVERYWHERE:
            out.append(phrases.build(k, k + 1, name=scan.words[k], kind="continent"))
        elif b & BACK and not (k + 1 < len(scan) and scan.bits[k + 1] & BE):
            out.append(phrases.build(k, k + 1, name="", preposition=scan.lower[k]))
        elif scan.is_class(k) and not b & SIDE and not _is_first_part(scan, k):
            found = _reference(scan, phrases, k, busy, near)
            if found:
                out.append(found)
    return out


def _is_first_part(scan: Scan, k: int) -> bool:
    """Whether the English class noun only tells the next one: "border town"."""
    return not scan.lexicon.german and k + 1 < len(scan) and bool(scan.bits[k + 1] & CLASS)


def _reference(scan: Scan, phrases: Phrases, k: int, busy: set[int], near: tuple[str, ...]) -> PlaceMention | None:
    bits, kind = scan.bits, scan.kind(k)
    p, code = _opening(scan, k)
    if kind in ("", "site") or p in busy:
        return None
    if p < 0 or not (bits[p] & DEFINITE or code and bits[p] & (DETERMINER | AT)):
        if not code or not bits[k] & LANDSCAPE:
            return None
        p += 1
    first, preposition, side = phrases.left(k, 0)
    first, last = min(first, p), k + 1
    if last + 1 < len(bits) and scan.lower[last] in ("'s", "’s") and bits[last + 1] & (SIDE | DIRECTION):
        side, last = scan.lower[last + 1], last + 2
    if any(x in busy for x in range(first, last)):
        return None
    part = kind == "country" and bool(side) and not code
    if part:
        code = near[0] if near else ""
    led = scan.lexicon.bits[preposition] if preposition else 0
    role = phrases.led(first, preposition, kind) if led & (AT | WAY) else "at" if phrases.opens(first, last) else "bare"
    return phrases.build(
        first,
        last,
        name=country_name(code, scan.lexicon.lang) if code else "",
        preposition=preposition,
        kind="region" if part and code else kind,
        role="beside" if code and bits[k] & FRONTIER else role,
        side=side,
        country=code,
        precision="country" if part and code else "people" if code and kind in ("town", "quarter") else "",
    )


def _opening(scan: Scan, k: int) -> tuple[int, str]:
    """The word before the adjectives of the class noun at ``k``, and the country that one of them speaks of."""
    bits, p, code = scan.bits, k - 1, ""
    while p >= 0 and k - p < 5 and not bits[p] & DETERMINER:
        if bits[p] & PEOPLE:
            code = code or people_of(scan.lower[p])
        elif not bits[p] & DIRECTION and not (p == k - 1 and not scan.lexicon.german and bits[p] & CLASS) and not (scan.words[p][0].islower() and not bits[p] & ~EVENT):
            break
        p -= 1
    return p, code


def police_of(scan: Scan) -> PlaceMention | None:
    """The country whose police acts in a sentence: "die iranische Polizei", "Turkish police"; arrests are made at home."""
    if not scan.mask & POLICE or not scan.mask & PEOPLE:
        return None
    for k in range(1, len(scan)):
        if scan.bits[k] & POLICE and scan.bits[k - 1] & PEOPLE and (code := people_of(scan.lower[k - 1])):
            start, end = scan.starts[k - 1], scan.ends[k]
            text = f"{scan.words[k - 1]} {scan.words[k]}"
            return PlaceMention(start, end, text, country_name(code, scan.lexicon.lang), kind="country", role="of", country=code, precision="country")
    return None


def unnamed_town(scan: Scan, named: Iterable[PlaceMention]) -> str:
    """The noun of "in a village near ...", a place that the sentence does not name; "" where it has none."""
    if not scan.mask & CLASS:
        return ""
    indefinite = words(scan.lexicon.lang, "places", "indefinite")
    for k, b in enumerate(scan.bits):
        if not b & CLASS or scan.kind(k) != "town":
            continue
        beside = k + 1 < len(scan) and scan.bits[k + 1] & (AT | DIRECTION)
        if not beside and any(m.name and m.first <= k < m.last and m.kind == "town" for m in named):
            continue
        for p in range(k - 1, max(-1, k - _BEFORE), -1):
            if scan.lower[p] in indefinite:
                return scan.lower[k] if p and scan.bits[p - 1] & AT else ""
            if scan.bits[p] & (DETERMINER | AT):
                break
    return ""
