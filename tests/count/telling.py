"""Reports and claims from lines that a casualty recorder can read.

    a: 16+ killed civilian, source SOHR          report a says that at least 16 civilians were killed, says SOHR
    + 40 injured                                 the same sentence goes on
    b: "another three died" 3 killed             its own words, where they matter

Counts: 16, 16+ (at least), >140, ~250, <=50, 30-40, several, dozens, hundreds, plural. Everything is said of 20 November 2016
in Hanano, Aleppo, published on the 22nd, unless the line says otherwise.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from belegt.model import HarmClaim, Passage, Quantity, Report, Source, When, Where

VAGUE = {"several": (2, 9), "tens": (20, 99), "dozens": (24, 99), "scores": (40, 99), "hundreds": (200, 999), "many": (2, None)}
LINE = re.compile(r'^(?:(?P<report>[\w-]+):|\+)\s*(?:"(?P<words>[^"]+)"\s+)?(?P<count>\S+) (?P<kind>\w+)(?: (?P<who>[\w+]+))?(?:, (?P<rest>.*))?$')
DEFAULTS = {"day": "2016-11-20", "place": "Hanano, Aleppo", "published": "2016-11-22"}


@dataclass
class Said:
    """One line: the report, the words, and the fields of its claim."""

    report: str
    words: str
    fields: dict[str, Any]
    options: dict[str, str]
    goes_on: bool = False


@dataclass
class Told:
    """The reports and claims that lines tell."""

    reports: list[Report] = field(default_factory=list)
    claims: list[HarmClaim] = field(default_factory=list)


def tell(lines: Iterable[str]) -> Told:
    """Reports whose text is the words of their lines, and the claims quoting them."""
    said: list[Said] = []
    for line in lines:
        said.append(_said(line, said[-1].report if said else ""))
    told = Told()
    for name in dict.fromkeys(s.report for s in said):
        own = [s for s in said if s.report == name]
        options = own[0].options
        report = Report(
            id=name,
            text=_text(own),
            lang="en",
            published=date.fromisoformat(options.get("published", DEFAULTS["published"])),
            source=Source(options.get("outlet", f"Demo-Agentur {name}")),
        )
        told.reports.append(report)
        told.claims += _claims(report, own)
    return told


def quantity(text: str) -> Quantity:
    """A count from its notation."""
    if text in VAGUE:
        return Quantity(text, *VAGUE[text], "vague")
    if text == "plural":
        return Quantity("", 1, None, "unstated")
    if "-" in text:
        low, high = map(int, text.split("-"))
        return Quantity(text, low, high, "range")
    number = int(re.sub(r"\D", "", text))
    if text.endswith("+"):
        return Quantity(f"at least {number}", number, None, "at_least")
    if text.startswith("<="):
        return Quantity(f"up to {number}", None, number, "up_to")
    if text.startswith(">"):
        return Quantity(f"more than {number}", number, None, "more_than")
    return Quantity(text, number, number, "about" if text.startswith("~") else "exact")


def _said(line: str, last: str) -> Said:
    found = LINE.match(line)
    assert found, f"no case line: {line!r}"
    options = dict(option.partition(" ")[::2] for option in (found["rest"] or "").split(", ") if option)
    who = tuple((found["who"] or "person").split("+"))
    words = found["words"] or f"{found['count']} {' '.join(who)} {found['kind']}"
    fields = {"kind": found["kind"], "count": quantity(found["count"]), "who": who}
    return Said(found["report"] or last, words, fields, options, goes_on=line.startswith("+"))


def _text(said: list[Said]) -> str:
    text = ""
    for one in said:
        text += (" and " if one.goes_on else ". " if text else "") + one.words
    return f"{text}. Demo-Agentur {said[0].report}."


def _claims(report: Report, said: list[Said]) -> Iterable[HarmClaim]:
    at = 0
    for n, one in enumerate(said, 1):
        start = report.text.index(one.words, at)
        at = start + len(one.words)
        yield HarmClaim(id=f"c{n}", passage=Passage(report, start, at), **one.fields, **_fields(one.options))


def _fields(options: dict[str, str]) -> dict[str, Any]:
    day, place = options.get("day", DEFAULTS["day"]), options.get("place", DEFAULTS["place"])
    start, _, end = day.partition("..")
    return {
        "when": When() if day == "unknown" else When(day, date.fromisoformat(start), date.fromisoformat(end or start)),
        "where": Where() if place == "unknown" else Where(place, place.replace(" in ", ", "), precision=options.get("precision", "unknown")),
        "part_of": f"c{options['part']}" if "part" in options else None,
        "scope": "total" if "total" in options else "incident",
        "source": options.get("source", ""),
        "authority": options.get("authority", ""),
        "stance": "denied" if "denied" in options else "disputed" if "disputed" in options else "asserted",
        "named": tuple(options["named"].split("/")) if "named" in options else (),
        "means": tuple(options["means"].split("+")) if "means" in options else (),
        "by": (options["by"],) if "by" in options else (),
    }
