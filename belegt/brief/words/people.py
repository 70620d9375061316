"""How many of whom, in words: "mindestens 141 Zivilisten", "one child", "niemand"; bounds are never lost (R5).

A number that the quote does not plainly contain is not written at all: the words of the report stand in its place.
"""

from __future__ import annotations

import re

from belegt.brief import numerals
from belegt.brief.check import holds
from belegt.brief.telling import BY_AGE
from belegt.brief.words.pen import Pen
from belegt.brief.words.phrases import shows
from belegt.model import HarmClaim, Quantity

ORDER = (
    "attacker", "police", "combatant", "medic", "aid_worker", "journalist", "official", "patient", "student",
    "worker", "child", "woman", "elderly", "man", "civilian", "prisoner", "refugee", "foreigner", "person",
)  # fmt: skip
OWN_WORDS = {"attacker", "combatant", "police", "official", "prisoner", "worker", "foreigner", "student"}
ARTICLES = ("ein", "eine", "einen", "einem", "a", "an", "one")
NAMES = 5


def counted(pen: Pen, claim: HarmClaim) -> str:
    """The count and the group of a claim as a subject in the nominative, its figure marked."""
    count = claim.count
    by_reviewer = any(c.field == "count" for c in claim.corrected)
    if not by_reviewer and not holds(claim.quote, claim.report.lang, count):
        return _as_written(pen, claim)
    if count.high == 0:
        return pen.mark(_nobody(pen, claim), claim)
    if not count.stated:
        return _unstated(pen, claim)
    number = _number(pen, count)
    if number is None:
        return _as_written(pen, claim)
    one, many = _nouns(pen, claim)
    if {b for b in (count.low, count.high) if b is not None} == {1}:
        own = "" if own_words(claim).lower() in one.lower() else own_words(claim)
        names = _names(pen, claim)
        words = pen.mark(pen.phrases(f"count.{_bound(count)}", n=one, one=one, many=""), claim)
        return words + (f" ({pen.quote(own)})" if own and not names else names)
    own = own_words(claim)
    if own and own.lower() != many.lower():
        if pen.lang == claim.report.lang and not _oblique(claim, own):
            return pen.mark(f"{number} {pen.quote(own)}", claim)
        return pen.mark(f"{number} {many}", claim) + f" ({pen.quote(own)})"
    return pen.mark(f"{number} {many}", claim) + _names(pen, claim)


def alone(claim: HarmClaim) -> bool:
    """Whether the subject takes a singular verb."""
    bounds = {b for b in (claim.count.low, claim.count.high) if b is not None}
    return claim.count.stated and (bounds == {1} or (bounds == {0} and _no_group(claim)))


def _no_group(claim: HarmClaim) -> bool:
    """Whether the claim is of nobody at all, and not of none of one group."""
    return claim.who == ("person",) or len(claim.who) > 1


def several_named(pen: Pen, claims: list[HarmClaim]) -> str:
    """People who are told one by one, as a group without a number that no text gives."""
    _, many = _nouns(pen, claims[0])
    names = [n for c in claims for n in c.named if "child" not in c.who]
    if not names:
        return pen.phrases("count.each", many=many)
    shown = pen.phrases.joined([_name(pen, n) for n in names[:NAMES]])
    if len(names) > NAMES:
        shown = pen.phrases("count.others", names=", ".join(_name(pen, n) for n in names[:NAMES]))
    return pen.phrases("count.each_named", many=many, names=shown)


def _nouns(pen: Pen, claim: HarmClaim) -> tuple[str, str]:
    """The group for one and for several."""
    who = [w for w in ORDER if w in claim.who]
    if set(who) > {"man", "woman"} or set(who) == {"man", "woman"}:
        one, many = pen.phrases.get("people.person")
        return one, many
    if set(who) in ({"woman", "child"}, {"combatant", "civilian"}):
        who = ["woman", "child"] if "woman" in who else who
        both = pen.phrases.joined([pen.phrases.get(f"people.{w}")[1] for w in who])
        return pen.phrases.get(f"people.{who[0]}")[0], both
    head = "civilian" if "civilian" in who and claim.count.low != 1 and set(who) & BY_AGE else who[0]
    one, many = pen.phrases.get(f"people.{head}")
    return one, many


def _nobody(pen: Pen, claim: HarmClaim) -> str:
    if _no_group(claim):
        return pen.phrases("count.nobody")
    return pen.phrases("count.none", many=_nouns(pen, claim)[1])


def _unstated(pen: Pen, claim: HarmClaim) -> str:
    own = own_words(claim)
    if own and pen.lang == claim.report.lang and not _oblique(claim, own):
        return pen.mark(pen.quote(own), claim)
    return pen.mark(_nouns(pen, claim)[1], claim)


def _as_written(pen: Pen, claim: HarmClaim) -> str:
    """The group, and the words that stand for its number; the quote where the count has none of its own."""
    text = claim.count.text if claim.count.text and claim.count.text in claim.quote else claim.quote
    quoted = pen.mark(pen.quote(text), claim)
    return pen.phrases("count.as_written", many=_nouns(pen, claim)[1], text=quoted)


def _number(pen: Pen, count: Quantity) -> str | None:
    """The number with its bound; None where the pack has no words for it."""
    low, high, kind = count.low, count.high, count.qualifier
    if kind == "range" and low is not None and high is not None:
        return pen.phrases("count.range", low=_spoken(pen, low, high), high=_spoken(pen, high, low))
    vague = _vague(pen, count)
    if vague:
        return vague
    value = high if kind == "up_to" else low
    if value is None or kind not in ("exact", "at_least", "more_than", "about", "up_to"):
        return None
    if (low, high) not in ((value, value), (value, None), (None, value)) or (kind == "up_to") != (low is None):
        return None
    if (high is None) != (kind in ("at_least", "more_than")):
        return None
    return str(pen.phrases(f"count.{kind}", n=spoken(pen, value)) if kind != "exact" else spoken(pen, value))


def _vague(pen: Pen, count: Quantity) -> str | None:
    """The vague word for the bounds; with "at least", only where the count has no digits."""
    for row in pen.phrases.get("count.vague"):
        if count.qualifier == "vague" and (row["low"], row.get("high")) == (count.low, count.high):
            return str(row["text"])
        open_end = count.qualifier == "at_least" and count.high is None and row.get("high")
        if open_end and row["low"] == count.low and count.low in (24, 200, 2000, 20000) and not _exact(count.text):
            return pen.phrases(f"count.{count.qualifier}", n=str(row["text"]))
    return None


def _exact(text: str) -> bool:
    return bool(re.search(r"\d|dutzend\b|dozen\b|vierundzwanzig|twenty|zwei|two", text, re.IGNORECASE))


def _bound(count: Quantity) -> str:
    return "one" if count.qualifier in ("exact", "vague", "range") else count.qualifier


def spoken(pen: Pen, number: int) -> str:
    """A number as running text has it: small ones in words, great round ones in millions."""
    words = pen.phrases.get("count.words")
    if 1 < number < len(words):
        return str(words[number])
    if number == 1_000_000:
        return pen.phrases("count.one_million")
    if number > 1_000_000 and number % 100_000 == 0:
        millions = number // 1_000_000
        if number % 1_000_000 == 0 and millions < len(words):
            return pen.phrases("count.million", n=words[millions])
        decimal = f"{number / 1_000_000:.1f}".removesuffix(".0").replace(".", pen.phrases("count.decimal"))
        return pen.phrases("count.million", n=decimal)
    return digits(pen, number)


def _spoken(pen: Pen, number: int, other: int) -> str:
    """One end of a range: in words where both ends are."""
    small = max(number, other) < len(pen.phrases.get("count.words"))
    return spoken(pen, number) if small else digits(pen, number)


def digits(pen: Pen, number: int) -> str:
    """A number in digits, its thousands apart."""
    return f"{number:,}".replace(",", pen.phrases("count.thousands"))


def own_words(claim: HarmClaim) -> str:
    """The report's own noun for armed men, officials or foreigners, cut from the quote right after the count."""
    if not set(claim.who) & OWN_WORDS:
        return ""
    text = claim.count.text
    if not claim.count.stated:
        return _noun(text, claim)
    found = re.search(rf"(?<!\w){re.escape(text)}(?!\w)", claim.quote) if text else None
    if found is None or (claim.count.high == 1 and text.lower() not in ARTICLES):
        return ""
    return _noun(claim.quote[found.end() :], claim)


def _noun(words: str, claim: HarmClaim) -> str:
    """The noun with its adjectives at the beginning of some words, "" where they do not begin with one."""
    found: list[str] = []
    for word in words.replace("--", " -- ").split():
        core = word.strip(",.;:()\"„“”'’")
        if shows("noun.stop", core.lower()) or not re.match(r"[^\W\d]", core):
            break
        if shows("noun.joins", core.lower()) and not shows("noun.members", " ".join(found)):
            break
        found.append(core)
        if core != word or len(found) == 6:
            break
    while found and not _ends_noun(found[-1], claim):
        found.pop()
    noun = " ".join(found)
    return "" if noun not in claim.quote or shows("noun.general", noun.lower()) else noun


def _ends_noun(word: str, claim: HarmClaim) -> bool:
    if shows("noun.joins", word.lower()):
        return False
    if claim.report.lang == "de":
        return word[0].isupper()
    return claim.count.high == 1 or claim.report.lang != "en" or bool(re.search(r"(?:s|men|people|police)$", word))


def _oblique(claim: HarmClaim, words: str) -> bool:
    """Whether German words stand in another case than the nominative, so that they fit only into brackets."""
    if claim.report.lang != "de":
        return False
    before = claim.quote[: max(claim.quote.find(claim.count.text), 0)].split()[-1:]
    governed = bool(before) and before[0].lower() in ("mit", "von", "nach", "bei", "zu", "aus", "unter", "den", "der")
    inflected = re.search(
        r"(?:hundert|tausend|dutzend|mehrer|einig|viel|zahlreich)en$|^einer[nm]?$", claim.count.text, re.I
    )
    return governed or bool(inflected) or bool(re.match(r"[a-zäöüß-]+e[nmr]\b", words) or re.search(r"ern$", words))


def _names(pen: Pen, claim: HarmClaim) -> str:
    """The names of adults that the report gives, in brackets; children are not named."""
    if not claim.named or "child" in claim.who or len(claim.named) > NAMES:
        return ""
    return f" ({pen.phrases.joined([_name(pen, n) for n in claim.named])})"


def _name(pen: Pen, name: str) -> str:
    return pen.quote(name) if re.search(r"\d", name) or numerals.read(name, pen.lang) else pen.plain(name)
