"""``belegt explain``: what an error code means and what to do about it."""

from __future__ import annotations

import re
from typing import Annotated

import typer

from belegt.cli import options
from belegt.cli.screen import Screen
from belegt.errors import ERRORS


def explain(
    code: Annotated[str | None, typer.Argument(metavar="[CODE]", show_default=False, help="Such as B204.")] = None,
    json: options.Json = False,
) -> int:
    """Say what an error code means.

    And what to do next. Without a code, all of them are listed.
    """
    screen = Screen()
    asked = [code.upper()] if code else list(ERRORS)
    if code and asked[0] not in ERRORS:
        raise typer.BadParameter(f"there is no code {code!r}; codes run from {min(ERRORS)} to {max(ERRORS)}")
    if json:
        screen.document([_fields(one) for one in asked])
        return 0
    for one in asked:
        told = _fields(one)
        screen.print(f"{one}  {told['cause']}", f"      Next: {told['next_step']}. Exit code {told['exit_code']}.")
    return 0


def _fields(code: str) -> dict[str, object]:
    entry = ERRORS[code]
    cause, next_step = (_slots_named(words) for words in (entry.cause, entry.next_step))
    return {"code": code, "exit_code": entry.exit_code, "cause": cause, "next_step": next_step}


def _slots_named(words: str) -> str:
    """The named places of an entry in capitals; doubled braces are braces."""
    named = re.sub(r"(?<!\{)\{(\w+)[^{}]*\}(?!\})", lambda slot: slot[1].upper(), words)
    return named.replace("{{", "{").replace("}}", "}")
