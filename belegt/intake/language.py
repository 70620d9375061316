"""The language of a text, from its first 400 characters; a language that was stated is taken as stated.

Besides the languages that Belegt reads the detector knows their neighbours, so that a Dutch text is not taken for German.
Invariant: "" whenever the best language does not clearly lead the next. On 1,588 reports a lead of 10 (natural logarithm)
left no error from 40 characters on, and 3 in 543 at 15 characters. A lead of 30 after 100 characters, which 19 of 20
have, settles it at once: that is twice as fast.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from belegt.errors import BelegtError

READ = ("ar", "de", "en", "es", "fr", "ru", "uk")
NEIGHBOURS = (
    "be", "bg", "cs", "da", "el", "fa", "he", "hu", "it", "ja", "ku", "nl", "pl", "ps", "pt", "ro", "sv", "tr", "ur", "zh",
)  # fmt: skip
STEPS = ((100, 30.0), (400, 10.0))
"""How many characters are looked at, and the lead that then settles it."""
_TAG = re.compile(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{1,8})*")


def language(text: str) -> str:
    """The ISO 639-1 code, "" for a text too short or too mixed to tell."""
    for characters, lead in STEPS:
        head = text[:characters]
        if not any(map(str.isalpha, head)):
            continue
        (best, first), (_, second) = _identifier().rank(head)[:2]
        if first - second >= lead:
            return str(best)
    return ""


def tag(value: str) -> str:
    """A stated BCP 47 tag in its usual case ("DE" -> "de", "pt_br" -> "pt-BR"), "" for none and "und"; raises B213."""
    value = value.strip()
    if value.lower() in ("", "und"):
        return ""
    if not _TAG.fullmatch(value):
        raise BelegtError("B213", value=value[:40])
    primary, *rest = value.replace("_", "-").split("-")
    return "-".join((primary.lower(), *(part.upper() if len(part) == 2 else part for part in rest)))


@cache
def _identifier() -> Any:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier  # type: ignore[import-untyped]

    identifier = LanguageIdentifier.from_model_file(MODEL_FILE)
    identifier.set_languages((*READ, *NEIGHBOURS))
    return identifier
