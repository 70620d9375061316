"""Who says it, in words: sources as the report writes them, never translated and never invented (R2).

A phrase of the brief's own language is fitted into the sentence where its grammar is certain; any other is quoted.
"""

from __future__ import annotations

import re

from belegt.brief import numerals
from belegt.brief.telling import same_speaker
from belegt.brief.words import german
from belegt.brief.words.pen import Pen
from belegt.brief.words.phrases import shows
from belegt.model import Claim, HarmClaim, Report

ARTICLE = re.compile(
    r"^(?:the|an?|die|der|das|dem|den|des|eine?[mnrs]?)\s+(?=\S)",
    re.IGNORECASE,
)
LONGEST_NAME = 90


def according(pen: Pen, claim: Claim, *, blames: bool = False) -> str:
    """ "laut der Polizei (unter Berufung auf Augenzeugen)"; "" where the only report speaks in its own voice.

    ``blames`` forces an attribution: who did it is never said in the brief's own voice.
    """
    if isinstance(claim, HarmClaim) and claim.source and _again(pen, claim):
        return pen.phrases("sentence.same")
    if isinstance(claim, HarmClaim):
        pen.speaker = claim
    if not claim.source and not pen.several and not claim.authority:
        return pen.phrases("sentence.report") if blames or claim.authority else ""
    source = fitted(pen, claim.source, claim.report.lang) if claim.source else outlet(pen, claim.report)
    if claim.authority:
        cited = _cited(pen, claim.authority, claim.report.lang)
        form = "sentence.citing" if claim.source else "sentence.outlet_citing"
        source = pen.phrases(form, source=source, authority=cited)
    if ", " in source and not source.endswith(")"):
        source += ","
    return pen.phrases("sentence.according_to", source=source)


def _again(pen: Pen, claim: HarmClaim) -> bool:
    return pen.speaker is not None and bool(pen.speaker.source) and same_speaker(pen.speaker, claim)


def fitted(pen: Pen, phrase: str, lang: str) -> str:
    """A source phrase as it follows "laut" or "according to"."""
    phrase = pen.plain(phrase)
    if lang == pen.lang and len(phrase) <= LONGEST_NAME * 2 and not numerals.read(phrase, lang) and _simple(phrase):
        if lang == "de":
            changed = german.dative(phrase)
            if changed:
                return changed
        elif not shows("source.unclear", phrase.lower()):
            return _lowered(phrase)
    if re.fullmatch(r"[A-ZÄÖÜ]{2,6}", phrase):
        return phrase
    return label(pen, phrase)


def _lowered(phrase: str) -> str:
    """An English phrase without the capital of a sentence's beginning."""
    if ARTICLE.match(phrase) or shows("source.common", phrase):
        first, blank, rest = phrase.partition(" ")
        return (first.lower() if first.isupper() else first[0].lower() + first[1:]) + blank + rest
    return phrase


def _simple(phrase: str) -> bool:
    return not re.search(r"[„“”\"\d@#<>{}]", phrase)


def _cited(pen: Pen, phrase: str, lang: str) -> str:
    """An authority as it follows "unter Berufung auf" or "citing"."""
    phrase = pen.plain(phrase)
    if lang == pen.lang and not numerals.read(phrase, lang) and _simple(phrase):
        fit = german.accusative(phrase) if lang == "de" else _lowered(phrase)
        if fit:
            return fit
    return pen.quote(phrase)


def label(pen: Pen, phrase: str) -> str:
    """A name as written, without its article, in quotation marks."""
    return pen.quote(ARTICLE.sub("", pen.plain(phrase)))


def name(pen: Pen, phrase: str, lang: str) -> str:
    """A name outside any sentence, in the nominative: plain where the grammar is certain, quoted otherwise."""
    phrase = pen.plain(phrase)
    if lang == pen.lang and not numerals.read(phrase, lang) and _simple(phrase) and len(phrase) <= LONGEST_NAME:
        fit = german.nominative(phrase) if lang == "de" else _english_name(phrase)
        if fit:
            return fit
    return label(pen, phrase)


def _english_name(phrase: str) -> str | None:
    """An English phrase as a label; None where it is no noun by itself ("Israeli") or unclear without its sentence."""
    if shows("source.unclear", phrase.lower()) or shows("source.adjective", phrase):
        return None
    return _lowered(phrase)


def outlet(pen: Pen, report: Report) -> str:
    """The publisher of a report; where that is not known its title, and without one the words it opens with."""
    if report.source.name:
        bare = pen.plain(report.source.name)
        return bare if not numerals.read(bare, pen.lang) and _simple(bare) else pen.quote(bare)
    return pen.quote(report.title or report.opening)


def place(pen: Pen, written: str) -> str:
    """A place in a sentence, quoted where a number is part of its name."""
    words = place_name(pen, written)
    return pen.quote(words) if any(numerals.read(words, lang) for lang in numerals.LANGUAGES) else words


def place_name(pen: Pen, written: str) -> str:
    """A place for a heading: "Aleppo (East)" becomes "Ost-Aleppo"; names are never translated."""
    found = re.fullmatch(r"(.+?) \(([\w ]+)\)", written)
    if found and not any(numerals.read(written, lang) for lang in numerals.LANGUAGES):
        for side in ("east", "west", "north", "south"):
            if shows(f"compass.{side}", found[2].lower()):
                one, any_ = pen.phrases.get(f"compass.{side}")
                return str((one if re.fullmatch(r"\w+", found[1]) else any_).format(name=found[1]))
    return pen.plain(written)
