"""A report: one publication as received (its hash) and as read (its working copy).

Invariant: ``text`` never changes after intake; every offset in the record counts code points of it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from belegt.model.ids import content_id
from belegt.model.parcel import parcelled
from belegt.model.source import UNKNOWN_SOURCE, Source


@parcelled
@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """One publication.

    ``lang`` is a BCP 47 tag, "" where not known; ``published`` the day of publication or None, ``dated_by`` what told
    it (report, page, dateline, option, or ""); ``sha256`` the hash of the evidentiary copy, "" where none was kept.
    """

    id: str
    text: str
    lang: str = ""
    published: date | None = None
    dated_by: str = ""
    title: str = ""
    source: Source = UNKNOWN_SOURCE
    url: str = ""
    archive_url: str = ""
    media_type: str = "text/plain"
    sha256: str = ""

    def __hash__(self) -> int:
        return hash(self.id)

    @property
    def opening(self) -> str:
        """The words of its first line, 60 characters at most: what names a report without publisher and title."""
        line = next(iter(self.text.strip().splitlines()), self.id)
        return line if len(line) <= 60 else line[:60].rsplit(" ", 1)[0]

    def as_dict(self) -> dict[str, object]:
        """The report in the interchange form, empty fields left out; ``id`` and ``text`` always stand."""
        rest = {
            "lang": self.lang,
            "published": self.published.isoformat() if self.published else "",
            "dated_by": self.dated_by,
            "title": self.title,
            "source": self.source.name,
            "source_kind": self.source.kind,
            "url": self.url,
            "archive_url": self.archive_url,
            "media_type": self.media_type,
            "sha256": self.sha256,
        }
        return {"id": self.id, "text": self.text, **{k: v for k, v in rest.items() if v}}

    @classmethod
    def from_dict(cls, data: Mapping[str, str]) -> Report:
        """The report that ``as_dict`` wrote; unknown keys are ignored."""
        published = data.get("published")
        return cls(
            id=data["id"],
            text=data["text"],
            lang=data.get("lang", ""),
            published=date.fromisoformat(published) if published else None,
            dated_by=data.get("dated_by", ""),
            title=data.get("title", ""),
            source=Source(data.get("source", ""), data.get("source_kind", "")),
            url=data.get("url", ""),
            archive_url=data.get("archive_url", ""),
            media_type=data.get("media_type", "text/plain"),
            sha256=data.get("sha256", ""),
        )


def report_id(text: str, published: date | None, source: str, url: str) -> str:
    """The id of a report that brings none of its own."""
    return content_id("r", text, published, source, url)
