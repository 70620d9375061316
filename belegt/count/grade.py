"""The grade of an incident by the Airwars ladder (R20): how well the harm, and who did it, is documented.

confirmed: a party said to have done it says so itself. fair: two independent sources or more, and no rival perpetrator.
weak: a single source. contested: rival sides are said to have done it. discounted: all who speak deny it, or only fighters
are said to have come to harm. A first version, computed from the claims alone; a person's grade outranks it.
"""

from __future__ import annotations

import re
import unicodedata

from belegt.count.tally import FIGHTERS
from belegt.model import Incident

GRADES = ("confirmed", "fair", "weak", "contested", "discounted")
STATE = re.compile(r"\b(regime|government|army|forces|russia|israel|turk|coalition|american|u\.s\.|assad|regierung|armee|koalition|russland|syri)")
GROUP = re.compile(r"\b(rebel|opposition|insurgent|terrorist|militant|islamic state|isis|isil|daesh|nusra|hamas|taliban|aufstandisch|rebellen)")
WORD = re.compile(r"[^\W_]{4,}")
COMMON = frozenset("forces military army government air strike troops streitkrafte armee militar syrian".split())


def grade(incident: Incident, independent_sources: int) -> str:
    """The grade, one of GRADES."""
    asserted = [c for c in incident.claims if c.stance == "asserted" and (c.count.high is None or c.count.high > 0)]
    if not asserted or all(set(c.who) <= FIGHTERS for c in asserted):
        return "discounted"
    if _admitted(incident):
        return "confirmed"
    sides = {side for name in incident.by for side in _sides(name)}
    if len(sides) > 1:
        return "contested"
    return "fair" if independent_sources > 1 else "weak"


def _admitted(incident: Incident) -> bool:
    """Whether the one said to have done it is itself the source of a claim about it."""
    actors = [_telling(name) for claim in incident.claims for name in claim.by]
    sources = [_telling(c.source) for c in (*incident.claims, *incident.beside) if c.source and c.stance == "asserted"]
    return any(a and a & s for a in actors for s in sources)


def _sides(name: str) -> set[str]:
    text = _plain(name)
    return {side for side, pattern in (("state", STATE), ("group", GROUP)) if pattern.search(text)}


def _telling(name: str) -> set[str]:
    return set(WORD.findall(_plain(name))) - COMMON


def _plain(text: str) -> str:
    spread = unicodedata.normalize("NFKD", text.casefold())
    return "".join(c for c in spread if not unicodedata.combining(c))
