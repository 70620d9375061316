"""The pages of the documentation, parsed as Markdown."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from markdown_it import MarkdownIt
from markdown_it.token import Token

ROOT = Path(__file__).resolve().parents[2]
PAGES = [*sorted(ROOT.glob("*.md")), *sorted((ROOT / "docs").rglob("*.md")), *sorted((ROOT / "changes").glob("*.md"))]


def name(page: Path) -> str:
    """A page as it is called in the project."""
    return page.relative_to(ROOT).as_posix()


def tokens(page: Path) -> Iterator[Token]:
    """Every token of a page, those inside lines too."""
    for token in MarkdownIt("commonmark").enable("table").parse(page.read_text("utf-8")):
        yield token
        yield from token.children or ()


def links(page: Path) -> list[str]:
    """Where a page links to."""
    return [str(token.attrs["href"]) for token in tokens(page) if token.type == "link_open"]


def anchors(page: Path) -> set[str]:
    """The anchors of a page's headings, as GitHub makes them."""
    headings = re.findall(r"^#+ (.+)$", page.read_text("utf-8"), re.M)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


def code(page: Path) -> Iterator[str]:
    """Every piece of code: spans within a line, and each line of a block."""
    for token in tokens(page):
        if token.type == "code_inline":
            yield " ".join(token.content.split())
        elif token.type == "fence":
            yield from token.content.splitlines()


def blocks(page: Path, language: str) -> list[str]:
    """The code blocks of a language."""
    return [token.content for token in tokens(page) if token.type == "fence" and token.info == language]
