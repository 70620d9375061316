"""What every format needs of a brief: its head line, the lines of a footnote, safe addresses, visible controls."""

from __future__ import annotations

import re
import unicodedata
from urllib.parse import quote, urlsplit

from belegt.brief.words.dating import day
from belegt.brief.words.phrases import phrases
from belegt.model import Brief, Footnote

SAFE = "/:?#[]@!$&'()*+,;=%-._~"


def head(brief: Brief) -> str:
    """As of when, from how many reports, and as known when."""
    pack = phrases(brief.lang)
    as_of = [pack("as_of", day=day(brief.lang, brief.as_of))] if brief.as_of else []
    one, many = pack.get("reports")
    count = len(brief.reports)
    known = [pack("as_known", day=day(brief.lang, brief.as_known))] if brief.as_known else []
    return " · ".join([*as_of, (one if count == 1 else many).format(n=count), *known])


def origin(note: Footnote, lang: str) -> str:
    """Outlet and date of a footnote."""
    pack = phrases(lang)
    date = day(lang, note.published) if note.published else pack("undated")
    return f"{note.outlet or pack('unnamed')}, {date}"


def offset(note: Footnote, lang: str) -> str:
    """Where the quote stands: code points of the report's text."""
    return phrases(lang)("characters", start=str(note.passage.start), end=str(note.passage.end))


def reviewed(note: Footnote, lang: str) -> str:
    """What of it a reviewer filled that its words do not bear out, "" where nothing."""
    pack = phrases(lang)
    names = [pack(f"own.{name}") if pack.has(f"own.{name}") else name for name in note.own]
    return pack("own.note", fields=", ".join(names)) if names else ""


def address(note: Footnote) -> str:
    """The address of the report where it may be a link, else ""."""
    return link(note.url)


def link(url: str) -> str:
    """An address that may be a link: http or https with a host; else ""."""
    url = url.strip()
    if re.search(r"[\s\x00-\x1f\x7f\\<>\"]", url):
        return ""
    try:
        parts = urlsplit(url)
        host = parts.hostname
    except ValueError:
        return ""
    return quote(url, safe=SAFE) if parts.scheme.lower() in ("http", "https") and host else ""


def visible(words: str) -> str:
    """One line with its control and direction characters shown, so that no text can steer a terminal or turn lines round."""
    plain = " ".join(words.split())
    return "".join(_shown(c) if unicodedata.category(c) in ("Cc", "Cf", "Co", "Cs") else c for c in plain)


def _shown(letter: str) -> str:
    """A soft hyphen and joiners, which words of many languages need, stay; all else is written as its number."""
    return letter if letter in "\u00ad\u200c\u200d" else f"<U+{ord(letter):04X}>"
