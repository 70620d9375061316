"""The name of a source after "laut": the dative of a German noun phrase, or None where its grammar is not certain.

"Die in Großbritannien ansässige Syrische Beobachtungsstelle" becomes "der in Großbritannien ansässigen Syrischen
Beobachtungsstelle"; phrases already in dative or genitive stay, for "laut" takes both. No word is ever added or left out.
"""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib import resources

PREPOSITIONS = {"in", "im", "aus", "von", "vom", "für", "bei", "zu", "zur", "zum", "mit", "an", "am", "auf", "über"}
GENERAL = "Andere|Lokale|Erste|Örtliche|Offizielle|Verschiedene|Regionale"
OBLIQUE = {"dem", "des", "einem", "einer", "eines", "zum", "zur"}
UNCERTAIN = {
    "er", "sie", "es", "ich", "wir", "man", "sein", "seine", "seines", "seiner", "seinem", "seinen", "ihr", "ihre",
    "ihrer", "ihres", "ihrem", "ihren", "dieser", "diese", "dieses", "diesem", "diesen", "jener", "jene", "mein", "unser",
    "beide", "beiden", "kein", "keine", "welche", "welcher",
}  # fmt: skip


@cache
def _nouns() -> dict[str, list[str]]:
    raw = (resources.files("belegt.brief") / "lang" / "nouns.toml").read_text(encoding="utf-8")
    return tomllib.loads(raw)


def dative(phrase: str) -> str | None:
    """The phrase as it may follow "laut", its article in lower case; None where gender or case is not certain."""
    head, comma, rest = phrase.partition(", ")
    words = head.split()
    if not words or any(w.lower() in UNCERTAIN for w in words):
        return None
    article = words[0].lower()
    if article in ("die", "der", "das", "den", "ein", "eine", "einen"):
        changed = _with_article(article, words)
    elif article in OBLIQUE:
        changed = " ".join([article, *words[1:]])
    else:
        changed = _without_article(words)
    if changed is None or not comma:
        return changed
    apposition = rest if rest.split()[0].lower() not in ("die", "der", "das", "ein", "eine") else dative(rest)
    return None if apposition is None else f"{changed}, {apposition}"


def _with_article(article: str, words: list[str]) -> str | None:
    adjectives, noun = _parts(words)
    if noun is None:
        return None
    gender = _gender(words[noun])
    if article == "die" and any(words[noun].lower().endswith(p) for p in _nouns()["plural"]):
        gender = "m"
    if gender is None and article != "das":
        return None
    plural = _plural(article, words, adjectives, noun, gender or "n")
    if article in ("der", "den", "eine") and _settled(article, gender or "n", plural):
        return " ".join([article, *words[1:]])
    new = _article(article, gender or "n", plural)
    if new is None:
        return None
    for position in adjectives:
        words[position] = re.sub(r"(?:e|er|es|en)$", "en", words[position])
    words[noun] = _declined(words[noun], plural)
    return " ".join([new, *words[1:]])


def _parts(words: list[str]) -> tuple[list[int], int | None]:
    """Positions of the adjectives and of the head noun of a phrase with an article, over "in X ansässige"."""
    position = 1
    if len(words) > 2 and words[1].lower() in PREPOSITIONS:
        position = next((n for n in range(3, len(words)) if re.fullmatch(r"[a-zäöüß-]+(?:e|er|es|en)", words[n])), 0)
        if not position:
            return [], None
    adjectives = []
    while position < len(words) - 1:
        if _adjective(words[position]):
            adjectives.append(position)
        elif not (_unbending(words[position]) and words[position + 1][0].isupper()):
            break
        position += 1
    noun = position if position < len(words) and words[position][0].isupper() else None
    return adjectives, noun


def _adjective(word: str) -> bool:
    lower = re.fullmatch(r"[a-zäöüß-]+(?:e|er|es|en)", word)
    named = re.fullmatch(r"[A-ZÄÖÜ][\wäöüß-]*isch(?:e|er|es|en)|Vereinten?|Rote[rsn]?|Weißen?", word)
    return bool(lower or (named and _gender(word) is None))


def _unbending(word: str) -> bool:
    """Words before a noun that never change: "Frankfurter", "US"."""
    return bool(re.fullmatch(r"[A-ZÄÖÜ][a-zäöüß]+er|[A-ZÄÖÜ]{2,}", word)) and _gender(word) is None


def _gender(noun: str) -> str | None:
    """f, m or n by the longest known ending."""
    plain = re.sub(r"[^\w]", "", noun.split("-")[-1]).lower()
    known = [(len(ending), g) for g in "fmn" for ending in _nouns()[g] if plain.endswith(ending)]
    return max(known)[1] if known else None


def _plural(article: str, words: list[str], adjectives: list[int], noun: int, gender: str) -> bool:
    if article not in ("die", "den"):
        return False
    if adjectives and article == "die":
        return words[adjectives[0]].endswith("en")
    if article == "den":
        return words[noun].endswith("n") and not (gender == "m" and _weak(words[noun][:-2]))
    return gender != "f" or words[noun].lower().endswith(("en", "innen"))


def _settled(article: str, gender: str, plural: bool) -> bool:
    """Whether the article already stands in dative or genitive."""
    return (article == "der" and gender == "f") or (article == "den" and plural)


def _article(article: str, gender: str, plural: bool) -> str | None:
    if article == "die":
        return "den" if plural else "der" if gender == "f" else None
    if article == "eine":
        return "einer" if gender == "f" else None
    if article in ("ein", "einen"):
        return "einem"
    return "dem"


def _declined(noun: str, plural: bool) -> str:
    if plural:
        return noun if noun.endswith(("n", "s")) else noun + "n"
    if _weak(noun):
        return noun + ("n" if noun.endswith("e") else "en")
    return noun


def _weak(noun: str) -> bool:
    return any(noun.lower().endswith(w) for w in _nouns()["weak"])


def _without_article(words: list[str]) -> str | None:
    """A name, a title with a name, or a plural without article."""
    if len(words) > 2 and words[-2] == "und" and any(words[-1].lower().endswith(p) for p in _nouns()["plural"]):
        return " ".join([*words[:-1], _declined(words[-1], True)])
    if words[0][0].islower() and not re.search(r"(?:en|em|er)$|-[A-ZÄÖÜ]", words[0]):
        if words[0].endswith("e") and len(words) > 1 and words[1][0].isupper():
            return " ".join([words[0] + "n", _declined(words[1], True), *words[2:]])
        return None
    if re.fullmatch(GENERAL, words[0]) and len(words) > 1:
        return " ".join([words[0].lower() + "n", _declined(words[1], True), *words[2:]])
    strong = _strong(words)
    if strong:
        return strong
    if len(words) == 1 and any(words[0].lower().endswith(p) for p in _nouns()["plural"]):
        return _declined(words[0], True)
    return " ".join(words)


def nominative(phrase: str) -> str | None:
    """The phrase as a label in the nominative; None where it may stand in another case."""
    words = phrase.split()
    if not words or any(w.lower() in UNCERTAIN for w in words):
        return None
    article = words[0].lower()
    if article in ("die", "das", "ein", "eine"):
        return " ".join([article, *words[1:]])
    if article == "der":
        noun = _parts(words)[1]
        if noun == 1 and any(words[1].lower().endswith(p) for p in _nouns()["plural"]):
            return " ".join(words[1:])
        return " ".join([article, *words[1:]]) if noun is not None and _gender(words[noun]) in ("m",) else None
    if article in OBLIQUE | {"den", "einen", "des"}:
        return None
    if re.fullmatch(GENERAL, words[0]):
        return " ".join([words[0].lower(), *words[1:]])
    if _strong(words) and words[0].endswith("en"):
        ending = {"f": "e", "m": "er", "n": "es"}[next(filter(None, map(_gender, words[1:])), "f")]
        return " ".join(re.sub(r"en$", ending, w) if _adjective(w) and w[0].isupper() else w for w in words)
    if words[0][0].isupper():
        return None if re.search(r"(?:ern|kräften|kreisen)$", words[0]) else phrase
    return phrase if words[0].endswith("e") and len(words) == 2 and words[1][0].isupper() else None


def _strong(words: list[str]) -> str | None:
    """A name that begins with its adjective: "Syrische Beobachtungsstelle" is "Syrischer", "Syrischen" lost its article."""
    count = next((n for n, word in enumerate(words) if not (_adjective(word) and word[0].isupper())), 0)
    noun = words[count] if 0 < count < len(words) else ""
    gender = _gender(noun) if noun else None
    if gender is None or words[0].endswith("em"):
        return None
    if words[0].endswith("en"):
        plural = any(noun.lower().endswith(p) for p in (*_nouns()["plural"], "en"))
        return None if plural else " ".join(["der" if gender == "f" else "dem", *words])
    ending = "er" if gender == "f" else "em"
    changed = [re.sub(r"(?:e|er|es)$", ending, word) for word in words[:count]]
    return " ".join([*changed, *words[count:]])


def accusative(phrase: str) -> str | None:
    """The phrase as it may follow "unter Berufung auf", None where not certain."""
    words = phrase.split()
    if not words or any(w.lower() in UNCERTAIN for w in words):
        return None
    if words[0].lower() in ("einen", "eine", "ein", "die", "das", "den"):
        return " ".join([words[0].lower(), *words[1:]])
    if len(words) == 1 and (found := re.fullmatch(r"(\w+(?:kreise|er))n", words[0])):
        return found[1]
    return phrase if len(words) == 1 and words[0][0].isupper() else None
