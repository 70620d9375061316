"""What stands right before and after a name and makes it a place: prepositions, class nouns, verbs of attack."""

from __future__ import annotations

from dataclasses import dataclass

from belegt.read.places.lexicon import (
    AND,
    AT,
    BORDER,
    DEFINITE,
    DETERMINER,
    DIRECTION,
    FROM,
    HELD,
    LINK,
    MEASURE,
    NEVER,
    OF,
    ORGANISATION,
    PEOPLE,
    SIDE,
    SITE,
    SPEECH,
    STRUCK,
    TITLE,
    WAY,
)
from belegt.read.places.scan import Scan

NO_NAME = NEVER | ORGANISATION | TITLE | PEOPLE


@dataclass(slots=True)
class Lead:
    """What leads to a name: class, in, near, way, struck, of, after (another name, or "and" and one), title, name, owner or "" (nothing);
    ``article``: an article stands between."""

    by: str
    article: bool = False


def lead(scan: Scan, at: int, floor: int) -> Lead:
    """What leads to the name at ``at``; the name before it ended at ``floor`` (0 where there is none)."""
    p, bits = at - 1, scan.bits
    while p >= 0 and bits[p] & (DIRECTION | PEOPLE | HELD):
        p -= 1
    while p > 0 and scan.words[p] == "." and len(scan.words[p - 1]) == 1:
        p -= 2
    if p < 0:
        return Lead("")
    if _takes_a_name(scan, p) or scan.lexicon.german and bits[p] & SIDE and p == at - 1 and scan.words[at].endswith("s"):
        return Lead("class")
    if floor and (p == floor - 1 or p == floor and bits[p] & AND):
        return Lead("after")
    article = p == at - 1 and bool(bits[p] & (DETERMINER | DEFINITE))
    if scan.lexicon.german and bits[p] & DETERMINER and not bits[p] & (DEFINITE | AT | WAY):
        return Lead("", article)
    if bits[p] & DETERMINER and not bits[p] & (AT | WAY) and p:
        p -= 1
    if bits[p] & OF and p and _is_body(scan, p):
        return Lead("title")
    if bits[p] & OF and p and (bits[p - 1] & SIDE or scan.is_class(p - 1)):
        return Lead("class")
    return Lead(_by(scan, p), article)


def _is_body(scan: Scan, p: int) -> bool:
    """Whether the name after the "of" at ``p`` belongs to that of a body: "Islamic State of Iraq"."""
    if p < 2 or scan.lexicon.german or scan.shouted:
        return False
    return scan.words[p - 1][0].isupper() and scan.words[p - 2][0].isupper() and bool(scan.bits[p - 2] & NO_NAME)


def _by(scan: Scan, p: int) -> str:
    b = scan.bits[p]
    if p and b & (FROM | OF) and scan.bits[p - 1] & MEASURE:
        return "in"
    if b & AT:
        return "in" if scan.lower[p] in scan.lexicon.words["strict"] else "near"
    for bit, word in ((WAY, "way"), (STRUCK, "struck"), (OF, "of"), (TITLE, "title")):
        if b & bit:
            return word
    named = scan.words[p][0].isupper() and not scan.lexicon.german and not b & (NO_NAME | SPEECH | BORDER) and p > 0
    return "name" if named else ""


def _takes_a_name(scan: Scan, p: int) -> bool:
    """Whether the word at ``p`` is a class noun with a name right after it: "Stadt X", "the capital X", no "eine Stadt"."""
    if not scan.lexicon.german:
        noun = p - 1 if scan.words[p] == "," and p else p
        return scan.lower[noun] in scan.lexicon.words["apposed"]
    if not scan.is_class(p):
        return False
    k = p - 1
    while k >= 0 and p - k < 4 and not scan.bits[k] & DETERMINER and scan.words[k][0].islower():
        k -= 1
    return not (k >= 0 and scan.bits[k] & DETERMINER and not scan.bits[k] & DEFINITE)


def class_before(scan: Scan, at: int) -> str:
    """The kind that a class noun before the name at ``at`` gives it."""
    p = at - 1
    while p >= 0 and scan.bits[p] & (OF | DETERMINER | LINK | DIRECTION | SIDE | PEOPLE):
        p -= 1
    return scan.kind(p) if p >= 0 else ""


def class_after(scan: Scan, at: int) -> tuple[str, int]:
    """The kind that a class noun after a name gives it, and where the noun ends: "X city", "X refugee camp"."""
    lexicon, count = scan.lexicon, len(scan)
    for step in (at, at + 1):
        if step >= count:
            break
        word = scan.lower[step]
        if lexicon.german:
            if word in lexicon.words["after"] and scan.words[step][0].isupper():
                return lexicon.kind(word) or "site", step + 1
            continue
        kind = lexicon.kind(word) if not scan.bits[step] & ORGANISATION else ""
        if kind:
            while step + 1 < count and scan.bits[step + 1] & SITE and scan.words[step + 1][0].isupper() == scan.words[step][0].isupper():
                step += 1
                kind = lexicon.kind(scan.lower[step])
            apposed = kind in ("site", "town") and step + 1 < count and scan.capital[step + 1] and not _no_start(scan, step + 1)
            return ("", at) if apposed else (kind, step + 1)
        if word not in lexicon.words["between"]:
            break
    return "", at


def _no_start(scan: Scan, at: int) -> bool:
    return bool(scan.bits[at] & (NO_NAME | AT | WAY | DETERMINER | OF | DIRECTION)) or scan.is_class(at)
