"""A draft: what one format told of a report, before it is guarded, dated and given its language and id.

Invariant: whatever the format, a report comes out of ``finish`` and passed the same guards.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

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
    """What the caller knows of reports that do not say it themselves."""

    published: date | None = None
    lang: str = ""


def finish(draft: Draft, raw: bytes, options: Options) -> Report:
    """The report of a draft and its evidentiary copy; raises B201, B204, B213 or B214."""
    text = draft.text
    refuse_text(text)
    refuse_characters("".join((draft.id, draft.title, draft.source.name, draft.url, draft.archive_url)))
    day, dated_by = publication(text, draft.published, draft.stated_by, options.published)
    return Report(
        id=draft.id or report_id(text, day, draft.source.name, draft.url),
        text=text,
        lang=tag(draft.lang) or options.lang or language(text) or draft.lang_hint,
        published=day,
        dated_by=dated_by,
        title=draft.title,
        source=draft.source,
        url=draft.url,
        archive_url=draft.archive_url,
        media_type=draft.media_type,
        sha256=digest(raw),
    )
