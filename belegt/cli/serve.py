"""``belegt serve``: the review desk in the browser."""

from __future__ import annotations

import getpass
from typing import Annotated

import typer

from belegt.cli import options
from belegt.cli.screen import Screen
from belegt.errors import BelegtError

NEEDED = {"fastapi": "fastapi", "jinja2": "jinja2", "uvicorn": "uvicorn", "python_multipart": "python-multipart"}


def serve(
    record: options.Record,
    port: Annotated[
        int, typer.Option("--port", metavar="N", min=0, max=65535, help="Port to listen on; 0 takes a free one.")
    ] = 0,
    browser: Annotated[bool, typer.Option("--browser/--no-browser", help="Open the desk in the browser.")] = True,
    author: Annotated[
        str | None, typer.Option("--author", metavar="NAME", show_default=False, help="Who signs decisions; else you.")
    ] = None,
    profile: options.Rules = "airwars",
    quiet: options.Quiet = False,
) -> int:
    """Open the review desk.

    It listens on this machine alone. The address it prints opens it once, for one browser. End it with Ctrl+C.
    """
    _require()
    from belegt.record import open_record
    from belegt.web.desk import Desk
    from belegt.web.serve import serve as run

    screen = Screen(quiet)

    def tell(address: str) -> None:
        screen.print(address)
        screen.out.file.flush()
        screen.remark("The address opens the desk once, for one browser. End the desk with Ctrl+C.")

    with open_record(record, create=True) as store:
        run(Desk(store, author or _user(), profile), port=port, browser=browser, tell=tell)
    return screen.exit_code


def _require() -> None:
    from importlib.util import find_spec

    missing = [package for module, package in NEEDED.items() if find_spec(module) is None]
    if missing:
        raise BelegtError("B801", missing=", ".join(missing))


def _user() -> str:
    try:
        return getpass.getuser()
    except (KeyError, OSError):
        return "desk"
