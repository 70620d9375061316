"""Options and arguments that several commands share, so that they are named, checked and explained alike."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Annotated, Literal

import typer

from belegt.address import Address
from belegt.errors import BelegtError


def day(value: str) -> date:
    from belegt.intake.day.iso import iso_date

    try:
        return iso_date(value)
    except BelegtError as error:
        raise typer.BadParameter(f"{error.cause}; {error.next_step}") from None


def _tag(value: str) -> str:
    from belegt.intake.language import tag

    try:
        return tag(value)
    except BelegtError as error:
        raise typer.BadParameter(f"{error.cause}; {error.next_step}") from None


Language = Literal["de", "en"]
Profile = Literal["airwars", "ucdp", "acled", "ibc"]

Paths = Annotated[
    list[Path],
    typer.Argument(
        metavar="PATHS", show_default=False, help="Files (.txt, .md, .html, .jsonl), folders, or - for stdin."
    ),
]
MaybePaths = Annotated[
    list[Path] | None,
    typer.Argument(metavar="PATHS", show_default=False, help="Files, folders, or - for stdin; or use --record."),
]
Record = Annotated[
    Address,
    typer.Option(
        "--record",
        metavar="RECORD",
        parser=Address.of,
        show_default=False,
        help="The record: a file, or postgresql://USER@HOST/DATABASE.",
    ),
]
MaybeRecord = Annotated[
    Address | None,
    typer.Option(
        "--record",
        metavar="RECORD",
        parser=Address.of,
        show_default=False,
        help="Take the reports of this record: a file, or postgresql://USER@HOST/DATABASE.",
    ),
]
Published = Annotated[
    date | None,
    typer.Option(
        "--published",
        metavar="DATE",
        parser=day,
        show_default=False,
        help="Day of publication (YYYY-MM-DD) for reports that do not say it.",
    ),
]
ReportLanguage = Annotated[
    str | None,
    typer.Option(
        "--lang", metavar="TAG", parser=_tag, show_default=False, help="Language of reports that do not say it."
    ),
]
BriefLanguage = Annotated[
    Language | None,
    typer.Option("--lang", show_default=False, help="Language of the brief; else that of most reports."),
]
Rules = Annotated[Profile, typer.Option("--profile", help="House rules that figures are counted by.")]
AsKnown = Annotated[
    date | None,
    typer.Option(
        "--as-known", metavar="DATE", parser=day, show_default=False, help="As the record stood at the end of this day."
    ),
]
Jobs = Annotated[int, typer.Option("--jobs", metavar="N", min=1, max=64, help="Processes that read.")]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="No progress, no remarks.")]
Json = Annotated[bool, typer.Option("--json", help="Short for --format json.")]
