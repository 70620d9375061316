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


@cache
def given_names() -> Mapping[str, str]:
    """``man`` or ``woman`` by given name, and with a dot before it by the word that stands before a name (``.mr``).

    Keys are folded: small letters without accents.
    """
    data = tomllib.loads(resources.files("belegt.read.lang").joinpath("given.toml").read_text(encoding="utf-8"))
    names = {name: sex for sex in ("man", "woman") for name in data[sex].split()}
    return names | {f".{word}": sex for sex in ("man", "woman") for word in data[f"{sex}_before"].split()}
