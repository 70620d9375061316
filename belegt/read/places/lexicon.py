"""What a language pack knows of the words round places: one set of bits a word, compiled once a language.

Invariant: the bits of a word never depend on its neighbours; what neighbours change is for the finder to say.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from belegt.read.lang import table

AT, WAY, STRUCK, OF, AND, DETERMINER, DEFINITE, DIRECTION, SIDE, MEASURE, LINK, PARTICLE = (1 << n for n in range(12))
NEVER, ORGANISATION, TITLE, SPEAKER, SPEECH, BORDER, BACK, CLASS, SITE, PEOPLE = (1 << n for n in range(12, 22))
KINDS = ("site", "quarter", "town", "region", "country", "continent")
RANK = {kind: rank for rank, kind in enumerate(KINDS)} | {"": 2}

_LISTS = {
    "at": AT,
    "way": WAY,
    "struck": STRUCK,
    "of": OF,
    "and": AND,
    "determiners": DETERMINER,
    "definite": DEFINITE,
    "directions": DIRECTION,
    "sides": SIDE,
    "measures": MEASURE,
    "links": LINK,
    "particles": PARTICLE,
    "never": NEVER,
    "organisations": ORGANISATION,
    "titles": TITLE,
    "speakers": SPEAKER,
    "speech": SPEECH,
    "borders": BORDER,
    "back": BACK,
}


@dataclass(frozen=True, slots=True)
class Lexicon:
    """``bits`` of a word, ``kinds`` of a class noun, ``events`` as beginnings of words; ``german`` grammar or English."""

    bits: dict[str, int]
    kinds: dict[str, str]
    suffixes: tuple[tuple[str, str], ...]
    events: frozenset[str]
    compass: dict[str, str]
    compounds: frozenset[str]
    strict: frozenset[str]
    peoples: dict[str, str]
    german: bool

    def kind(self, word: str) -> str:
        """The kind of place that the class noun ``word`` names, "" where it is none."""
        found = self.kinds.get(word)
        if found is None:
            found = next((kind for suffix, kind in self.suffixes if word.endswith(suffix)), "")
            self.kinds[word] = found
        return found


@cache
def lexicon(lang: str) -> Lexicon:
    """The compiled table of ``lang``."""
    raw = table(lang, "places")
    bits: dict[str, int] = {}
    for key, bit in _LISTS.items():
        for word in raw[key]:
            bits[word] = bits.get(word, 0) | bit
    kinds = {}
    for kind in KINDS[::-1]:
        for word in raw["classes"].get(kind, ()):
            kinds[word] = kind
            bits[word] = bits.get(word, 0) | (SITE if kind == "site" else CLASS)
    suffixes = tuple((suffix, kind) for kind in KINDS for suffix in raw["suffixes"].get(kind, ()))
    peoples = _peoples(lang)
    for word in peoples:
        bits[word] = bits.get(word, 0) | PEOPLE
    return Lexicon(
        bits,
        kinds,
        suffixes,
        frozenset(raw["events"]),
        dict(raw["compass"]),
        frozenset(raw["compounds"]),
        frozenset(raw["strict"]),
        peoples,
        raw["nouns_are_capital"],
    )


def _peoples(lang: str) -> dict[str, str]:
    import tomllib
    from importlib import resources
    out = {}
    for c in tomllib.loads(resources.files("belegt.place").joinpath("countries.toml").read_text()).values():
        if lang == "en":
            for w in c.get("people_en", ()):
                out[w.lower()] = out[w.lower() + "s"] = c["en"][0]
        else:
            for w in c.get("adjective_de", ()):
                for e in ("e", "en", "er", "em", "es"):
                    out[w.lower() + e] = c["de"][0]
            for w in c.get("people_de", ()):
                for e in ("", "n", "s", "in", "innen", "en"):
                    out.setdefault(w.lower() + e, c["de"][0])
    return out
