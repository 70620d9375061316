"""``belegt serve``: the review desk in the browser."""

from __future__ import annotations

from contextlib import closing
from typing import Annotated

import typer

from belegt.cli import options
from belegt.cli.account import Accounts, beside, require, user
from belegt.cli.screen import Screen

NEEDED = {"fastapi": "fastapi", "jinja2": "jinja2", "uvicorn": "uvicorn", "python_multipart": "python-multipart"}
NEEDED_BY_TEAM = {**NEEDED, "argon2": "argon2-cffi"}


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
    team: Annotated[bool, typer.Option("--team", help="Open it for several people, each with an account.")] = False,
    host: Annotated[
        str, typer.Option("--host", metavar="ADDRESS", help="With --team: address to listen on.")
    ] = "127.0.0.1",
    public: Annotated[
        str, typer.Option("--public", metavar="URL", help="With --team: the https address that a proxy serves it at.")
    ] = "",
    accounts: Accounts = None,
    four_eyes: Annotated[
        bool, typer.Option("--four-eyes", help="The grade “confirmed” needs two people: one proposes it, one confirms.")
    ] = False,
    fetch: Annotated[
        bool, typer.Option("--fetch", help="Let reviewers add pages by their address, fetched from the web; off by default.")
    ] = False,
    quiet: options.Quiet = False,
) -> int:
    """Open the review desk.

    It listens on this machine alone. The address it prints opens it once, for one browser; with --team whoever has an
    account signs in there. End it with Ctrl+C.
    """
    require(NEEDED_BY_TEAM if team else NEEDED)
    from belegt.record import open_record
    from belegt.web.desk import Desk
    from belegt.web.serve import serve as run

    screen = Screen(quiet)

    def tell(address: str) -> None:
        screen.print(address)
        screen.out.file.flush()

    def tell_once(address: str) -> None:
        tell(address)
        screen.remark("The address opens the desk once, for one browser. End the desk with Ctrl+C.")

    with open_record(record, create=True) as store:
        desk = Desk(store, author or user(), profile, four_eyes=four_eyes, fetches=fetch)
        if not team:
            run(desk, port=port, browser=browser, tell=tell_once)
            return screen.exit_code
        from belegt.team.door import Team
        from belegt.web.team.serve import serve_team

        screen.remark("Each invitation can be followed once. End the desk with Ctrl+C.")
        with closing(Team(accounts or beside(record))) as people:
            serve_team(desk, people, host=host, port=port, address=public, tell=tell)
    return screen.exit_code

