"""The program: its commands, and how everything that goes wrong comes out as one coded line on stderr.

Invariant: 0 done, 1 failed, 2 usage, 3 refused input, 4 conflict, 5 check failed, 130 interrupted; nothing else.
"""

from __future__ import annotations

import os
import sys
import traceback
from collections.abc import Sequence
from typing import Annotated

import typer

from belegt import __version__
from belegt.cli.account import account
from belegt.cli.add import add
from belegt.cli.agreement import agreement
from belegt.cli.brief import brief
from belegt.cli.changes import changes
from belegt.cli.check import check
from belegt.cli.copy import copy
from belegt.cli.decide.correct import correct
from belegt.cli.decide.hide import hide
from belegt.cli.decide.merge import merge
from belegt.cli.decide.split import split
from belegt.cli.decide.undo import undo
from belegt.cli.demo import demo
from belegt.cli.explain import explain
from belegt.cli.figures import figures
from belegt.cli.log import log
from belegt.cli.read import read
from belegt.cli.screen import Screen
from belegt.cli.serve import serve
from belegt.cli.show import show
from belegt.cli.why import why
from belegt.errors import FAILED, BelegtError

COMMANDS = (demo, read, brief, add, serve, account, figures, show, why, correct, hide, merge, split, undo, agreement, changes, log, copy, check, explain)
HELP = "Reports of violence in, an auditable record of harm to people out: every figure with its source."
EPILOG = "Start with: belegt demo. Exit codes: 0 done, 1 failed, 2 usage, 3 refused input, 4 conflict, 5 check failed."
WIDE = {"help_option_names": ["-h", "--help"], "max_content_width": 100}

app = typer.Typer(
    name="belegt",
    help=HELP,
    epilog=EPILOG,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings=WIDE,
)
for command in COMMANDS:
    app.command(context_settings=WIDE)(command)


def _version(asked: bool) -> None:
    if asked:
        typer.echo(f"belegt {__version__}")
        raise typer.Exit


@app.callback()
def _program(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version and end.")
    ] = False,
) -> None:
    """What every command line may say before its command."""


def run(arguments: Sequence[str]) -> int:
    """Run one command line, without the program's name; gives back the exit code and raises nothing."""
    screen = Screen()
    sys.stdout.reconfigure(encoding="utf-8", errors="backslashreplace")  # type: ignore[union-attr]
    try:
        code = app(args=list(arguments) or ["--help"], prog_name="belegt", standalone_mode=False)
        sys.stdout.flush()
        return int(code or 0)
    except SystemExit as end:  # a closed pipe, met and silenced by typer
        return int(end.code or 0)
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return FAILED
    except KeyboardInterrupt:
        return 130
    except Exception as error:
        return _stopped(screen, error)


def _stopped(screen: Screen, error: Exception) -> int:
    """Says what stopped the command and how to go on; only a defect of ours shows where it happened."""
    if isinstance(error, BelegtError):
        coded = error
    elif isinstance(error, typer.TyperException):
        context = getattr(error, "ctx", None)
        said = " ".join(error.format_message().replace("Value error, ", "").split()).rstrip(".")
        coded = BelegtError("B701", detail=said, command=context.command_path if context else "belegt")
    elif isinstance(error, OSError):
        coded = BelegtError("B704", detail=error.strerror or str(error))
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    else:
        traceback.print_exception(error)
        coded = BelegtError("B705", detail=f"{type(error).__name__}: {error}")
    screen.tell(coded)
    return coded.exit_code
