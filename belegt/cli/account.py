"""``belegt account``: the accounts of a team's desk, for who has the machine that it runs on."""

from __future__ import annotations

import getpass
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from belegt.address import Address
from belegt.cli import options
from belegt.cli.screen import Screen
from belegt.errors import BelegtError

if TYPE_CHECKING:
    from belegt.team.accounts import Accounts as Book

Accounts = Annotated[
    Path | None,
    typer.Option(
        "--accounts", metavar="FILE", show_default=False, help="File of the accounts; else RECORD.team beside the record."
    ),
]
Action = Literal["list", "add", "invite", "role", "shut", "open"]


def account(
    action: Annotated[Action, typer.Argument(metavar="ACTION", help="list, add, invite, role, shut or open.")],
    name: Annotated[str, typer.Argument(metavar="NAME", show_default=False, help="Whose account.")] = "",
    record: options.MaybeRecord = None,
    role: Annotated[str, typer.Option("--role", help="reader, reviewer, lead or admin.")] = "reviewer",
    accounts: Accounts = None,
    quiet: options.Quiet = False,
) -> int:
    """Keep the accounts of a team's desk.

    `add` makes an account and prints its invitation, `invite` prints another one for who forgot the passphrase, `role`
    gives another role, `shut` and `open` close an account and open it again. The desk may run meanwhile.
    """
    require({"argon2": "argon2-cffi"})
    from belegt.team.door import Team

    screen = Screen(quiet)
    if accounts is None and record is None:
        raise BelegtError("B701", detail="neither --record nor --accounts is given", command="belegt account")
    place = accounts or beside(record)
    if action == "list" and not place.exists():
        screen.print("There is no account yet.")
        return screen.exit_code
    with closing(Team(place)) as team:
        if action == "list":
            _list(screen, team.accounts)
            return screen.exit_code
        if not name:
            raise BelegtError("B701", detail="the NAME is missing", command="belegt account")
        _do(screen, team.accounts, action, (name, role))
    return screen.exit_code


def beside(record: Address | None) -> Path:
    """Where the accounts of a record lie; raises B701 for a record that is no file."""
    if record is None or record.is_server:
        raise BelegtError("B701", detail="the record is no file: name one for the accounts with --accounts", command="belegt")
    from belegt.team.store import beside

    return beside(str(record))


def require(needed: dict[str, str]) -> None:
    """Raise B801 where a package is missing."""
    from importlib.util import find_spec

    missing = [package for module, package in needed.items() if find_spec(module) is None]
    if missing:
        raise BelegtError("B801", missing=", ".join(missing))


def user() -> str:
    """The name of who is at this machine."""
    try:
        return getpass.getuser()
    except (KeyError, OSError):
        return "desk"


def _list(screen: Screen, book: Book) -> None:
    for one in book.all():
        state = "shut" if not one.enabled else "ready" if one.ready else "invited"
        screen.print(f"{one.name}: {one.role}, {state}{', with codes' if one.secret else ''}")


def _do(screen: Screen, book: Book, action: str, given: tuple[str, str]) -> None:
    name, role = given
    if action == "role":
        book.set_role(name, role, user())
    elif action in ("shut", "open"):
        book.enable(name, action == "open", user())
    else:
        token = book.invite(name, role, user()) if action == "add" else book.invite_again(name, user())
        screen.print(f"/invitation/{token}")
        screen.remark("Put the address of the desk before it. It can be followed once, within seven days.")
