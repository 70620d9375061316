"""The command line: one file a command; what is heavy is imported by the command that needs it."""

from __future__ import annotations

import sys


def main() -> None:
    """The program ``belegt``; ends with the exit code that the table of errors documents."""
    from belegt.cli.app import run

    sys.exit(run(sys.argv[1:]))
