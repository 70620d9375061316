"""Plain text and Markdown: the working copy is the decoded text itself, so offsets count its code points.

A file may begin with front matter, fenced by lines of three dashes, with ``title: published: source: url: archive_url: lang:``
(other keys are left aside); the working copy then starts after it. A fence that holds anything but ``key: value`` lines
and ``#`` comments, or none of these keys, is text.
"""

from __future__ import annotations

import re

from belegt.intake.day.dateline import dateline
from belegt.intake.day.iso import iso_date
from belegt.intake.detect import Kind
from belegt.intake.draft import Draft
from belegt.model import Source

KEYS = ("title", "published", "source", "url", "archive_url", "lang")
TITLE_CHARACTERS = 150
_FRONT = re.compile(r"---[ \t]*\r?\n(?P<lines>(?:(?!---)[^\n]{0,2000}\n){1,40})---[ \t]*(?:\r?\n|\Z)(?:[ \t]*\r?\n)*")
_LINE = re.compile(r"(?P<key>[A-Za-z][\w-]*)[ \t]*:(?:[ \t]+(?P<value>.*))?")
_FIRST = re.compile(r"\s*(?P<title>\S[^\r\n]*)(?:\r?\n|\r)[^\S\r\n]*[\r\n]")
_HEADING = re.compile(r"^(?:#{1,6}[ \t]+(?P<marked>[^\r\n]+)|(?P<ruled>\S[^\r\n]*)\r?\n=+[ \t]*\r?$)", re.MULTILINE)


def draft_text(text: str, kind: Kind) -> Draft:
    """The draft of a plain text or Markdown file; raises B207 when its front matter gives a date that is none."""
    head, text = front_matter(text)
    return Draft(
        text=text,
        media_type=kind.value,
        title=head.get("title", "") or _title(text, kind),
        source=Source(head.get("source", "")),
        url=head.get("url", ""),
        archive_url=head.get("archive_url", ""),
        lang=head.get("lang", ""),
        published=iso_date(head["published"]) if head.get("published") else None,
    )


def front_matter(text: str) -> tuple[dict[str, str], str]:
    """The known keys of the front matter and the text after it; ({}, text) where there is none."""
    match = _FRONT.match(text)
    if match is None:
        return {}, text
    found: dict[str, str] = {}
    for line in filter(None, map(str.strip, match["lines"].splitlines())):
        pair = _LINE.fullmatch(line)
        if pair is not None:
            found[pair["key"].lower()] = _unquoted((pair["value"] or "").strip())
        elif not line.startswith("#"):
            return {}, text
    known = {key: found[key] for key in KEYS if key in found}
    return (known, text[match.end() :]) if known else ({}, text)


def _unquoted(value: str) -> str:
    return value[1:-1] if len(value) > 1 and value[0] == value[-1] and value[0] in "\"'" else value


def _title(text: str, kind: Kind) -> str:
    """The first heading of Markdown; else a short first line that stands alone and neither ends a sentence nor is a dateline."""
    if kind is Kind.MARKDOWN:
        heading = _HEADING.search(text[:5000])
        if heading is not None:
            title = (heading["marked"] or heading["ruled"]).strip().rstrip("#").strip()
            return title if len(title) <= TITLE_CHARACTERS else ""
    first = _FIRST.match(text[:1000])
    if first is None:
        return ""
    line = first["title"].strip()
    if len(line) > TITLE_CHARACTERS or line.endswith((".", ",", ";", ":")) or dateline(line):
        return ""
    return line
