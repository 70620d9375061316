"""A brief as text for the terminal, Markdown, one HTML file, or JSON; each escapes what it prints for its own medium."""

from __future__ import annotations

from collections.abc import Callable

from belegt.brief.check import check
from belegt.brief.render import html, json, markdown, text
from belegt.errors import BelegtError
from belegt.model import Brief

FORMATS: dict[str, Callable[[Brief], str]] = {
    "text": text.render,
    "markdown": markdown.render,
    "html": html.render,
    "json": json.render,
}


def render(brief: Brief, format: str, width: int | None = None) -> str:
    """The whole brief, ending with a line break; ``width`` is that of the terminal, for ``text`` alone.

    Raises B409 for an unknown format, and B401 to B407 rather than print a brief that its footnotes do not bear out.
    """
    check(brief)
    if format not in FORMATS:
        raise BelegtError("B409", format=format, known=", ".join(FORMATS))
    return text.render(brief, width) if format == "text" else FORMATS[format](brief)
