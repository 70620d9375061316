"""``belegt brief``: the brief, every figure footnoted."""

from __future__ import annotations

import sys
from typing import Annotated, Literal

import typer

from belegt.cli import options
from belegt.cli.material import Material, material
from belegt.cli.screen import Screen


def brief(
    paths: options.MaybePaths = None,
    record: options.MaybeRecord = None,
    published: options.Published = None,
    lang: options.BriefLanguage = None,
    format: Annotated[
        Literal["text", "markdown", "html", "json"], typer.Option("--format", help="What to write.")
    ] = "text",
    json: options.Json = False,
    profile: options.Rules = "airwars",
    jobs: options.Jobs = 1,
    quiet: options.Quiet = False,
) -> int:
    """Write a brief, every figure footnoted.

    It is made of the reports given, with nothing stored, or of everything in a record.
    """
    screen = Screen(quiet)
    found = material(screen, paths, record, published, jobs)
    if found.reports or not screen.refused:
        sys.stdout.write(written(screen, found, lang, "json" if json else format, profile))
    return screen.exit_code


def written(screen: Screen, found: Material, lang: str | None, format: str, profile: str = "airwars") -> str:
    """The finished brief; text is wrapped to the width of the terminal."""
    from belegt.brief import write
    from belegt.brief.render import render
    from belegt.pipeline import account, brief_language

    counted = account(found.reports, found.claims, profile=profile, decisions=found.decisions)
    return render(write(counted, lang or brief_language(found.reports)), format, min(screen.out.width, 100))
