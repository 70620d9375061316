"""On whose word a claim rests: one authority under its several names, or nobody in particular.

Invariant: a source that names no one ("activists", "officials") is never taken for the same as another report's.
"""

from __future__ import annotations

import re
import tomllib
import unicodedata
from collections.abc import Mapping
from functools import cache
from importlib import resources
from typing import Any

from belegt.model import HarmClaim

WORD = re.compile(r"[^\W_]+(?:-[^\W_]+)*")


def authority(claim: HarmClaim) -> str:
    """The last one in the chain that is somebody: the authority, else the source; "" where the text speaks for itself."""
    return named(claim.authority) or named(claim.source)


def speaker(claim: HarmClaim) -> str:
    """Who speaks within a report: the authority, else the source as written, be it nobody in particular."""
    return authority(claim) or (_plain(claim.source) if any(c.isalpha() for c in claim.source) else "")


@cache
def named(source: str) -> str:
    """The key of a source, the same for all its names; "" when it names no one in particular."""
    text = _plain(source)
    if not any(c.isalpha() for c in text):
        return ""
    for key, pattern in _known().items():
        if pattern.search(text):
            return key
    telling = [w for w in WORD.findall(text) if w not in _nobody()]
    return " ".join(telling)


def _plain(text: str) -> str:
    spread = unicodedata.normalize("NFKD", text.casefold())
    return "".join(c for c in spread if not unicodedata.combining(c))


@cache
def _data() -> dict[str, Any]:
    return tomllib.loads(resources.files("belegt.count").joinpath("authorities.toml").read_text(encoding="utf-8"))


@cache
def _known() -> Mapping[str, re.Pattern[str]]:
    return {key: re.compile(r"\b(?:" + "|".join(map(re.escape, names)) + ")") for key, names in _data()["known"].items()}


@cache
def _nobody() -> frozenset[str]:
    return frozenset(_data()["nobody"]["words"])
