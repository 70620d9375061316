"""A draft: what one format told of a report, before it is guarded, dated and given its language and id.

Invariant: whatever the format, a report comes out of ``finish`` and passed the same guards.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from urllib.parse import urlsplit

from belegt.intake.day.publication import publication
from belegt.intake.guard import refuse_characters, refuse_text
from belegt.intake.language import language, tag
from belegt.model import Report, Source, digest, report_id
from belegt.model.source import UNKNOWN_SOURCE


@dataclass(slots=True, kw_only=True)
class Draft:
    """``text`` is the working copy; every other field is "" or None where the format does not say.

    ``lang`` is what the report states and is taken as it is; ``lang_hint`` only stands in where the text does not show it.
    ``stated_by`` is "report" or "page", after what gave ``published``.
    """

    text: str
    media_type: str
    id: str = ""
    title: str = ""
    source: Source = UNKNOWN_SOURCE
    url: str = ""
    archive_url: str = ""
    lang: str = ""
    lang_hint: str = ""
    published: date | None = None
    stated_by: str = "report"


@dataclass(frozen=True, slots=True)
class Options:
    """What the caller knows of reports that do not say it themselves; ``fetched`` is the address that one came from."""

    published: date | None = None
    lang: str = ""
    fetched: str = ""


def finish(draft: Draft, raw: bytes, options: Options) -> Report:
    """The report of a draft and its evidentiary copy; raises B201, B204, B213 or B214."""
    text, url = draft.text, _url(draft.url, options.fetched)
    refuse_text(text)
    refuse_characters("".join((draft.id, draft.title, draft.source.name, draft.url, draft.archive_url)))
    day, dated_by = publication(text, draft.published, draft.stated_by, options.published)
    return Report(
        id=draft.id or report_id(text, day, draft.source.name, url),
        text=text,
        lang=tag(draft.lang) or options.lang or language(text) or draft.lang_hint,
        published=day,
        dated_by=dated_by,
        title=draft.title,
        source=draft.source,
        url=url,
        archive_url=draft.archive_url,
        media_type=draft.media_type,
        sha256=digest(raw),
    )


def _url(stated: str, fetched: str) -> str:
    """The address that a page states for itself, as far as the place that it was fetched from may speak for it."""
    same = not fetched or urlsplit(stated).hostname == urlsplit(fetched).hostname
    return stated if stated and same else fetched
