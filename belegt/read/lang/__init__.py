"""Language packs: one folder a language, the same file names in each, everything a reader knows of a language as data."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib import resources
from typing import Any

LANGUAGES = ("de", "en")
FALLBACK = "en"


@cache
def table(lang: str, name: str) -> Mapping[str, Any]:
    """The table ``lang/<lang>/<name>.toml``; English for a language without a pack."""
    folder = lang if lang in LANGUAGES else FALLBACK
    return tomllib.loads(resources.files(f"belegt.read.lang.{folder}").joinpath(f"{name}.toml").read_text(encoding="utf-8"))


@cache
def words(lang: str, name: str, key: str) -> frozenset[str]:
    """A list of words of a table as a set."""
    return frozenset(table(lang, name).get(key, ()))
