"""``belegt demo``: the main job on the bundled sample, and what to do next."""

from __future__ import annotations

import sys

from belegt.cli import options
from belegt.cli.brief import written
from belegt.cli.material import of_paths
from belegt.cli.screen import Screen

NEXT = (
    ("belegt read ARTICLE.txt --published 2016-11-22", "the claims of an article of your own, with their words"),
    ("belegt add FOLDER --record my.belegt", "keep reports and claims in a record"),
    ("belegt brief --record my.belegt", "the brief of everything in it"),
)


def demo(lang: options.BriefLanguage = None, quiet: options.Quiet = False) -> int:
    """Brief the bundled sample.

    Its reports were written for this demonstration; outlets named Demo are made up.
    """
    from belegt.sample import sample_paths

    screen = Screen(quiet)
    sys.stdout.write(written(screen, of_paths(screen, sample_paths()), lang, "text"))
    if not quiet:
        screen.print("", "Next:")
        width = max(len(command) for command, _ in NEXT)
        for command, purpose in NEXT:
            screen.print(f"  {command.ljust(width)}   {purpose}")
    return screen.exit_code
