"""The demonstration reports: short texts of our own on Aleppo in November 2016, and what a reader should find in them.

Figures, dates, places and attributions are those of press reports of that month; where the point needs more, the outlet
or the group is plainly made up and called Demo. Each file says so in its head.
"""

from __future__ import annotations

from contextlib import ExitStack
from functools import cache
from importlib import resources
from pathlib import Path

__all__ = ["expected_path", "sample_paths"]


def sample_paths() -> list[Path]:
    """The files of the demonstration, in the order of their names: text, Markdown, HTML and one feed of JSON lines."""
    return sorted(p for p in (_folder() / "reports").iterdir() if p.suffix in (".txt", ".md", ".html", ".jsonl"))


def expected_path() -> Path:
    """The TOML file with the claims that a reader should find."""
    return _folder() / "expected.toml"


@cache
def _folder() -> Path:
    """The folder as real files; a packed one stays unpacked until the process ends."""
    return _unpacked.enter_context(resources.as_file(resources.files("belegt.sample")))


_unpacked = ExitStack()
