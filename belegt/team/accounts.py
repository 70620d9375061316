"""Accounts: who there is, in which role, and how somebody comes to one: by an invitation that can be followed once.

Invariant: an account is never deleted, only shut: its name stands in the log for one person for ever. There is always an
admin. Tokens are kept as hashes.
"""

from __future__ import annotations

import hashlib
import secrets
import sqlite3
import time
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass

from belegt import settings
from belegt.errors import BelegtError
from belegt.team.passphrase import hashed
from belegt.team.roles import ADMIN, ROLES
from belegt.team.store import Store

Clock = Callable[[], float]
MOST_LETTERS = 60


@dataclass(frozen=True, slots=True)
class Account:
    """``ready`` once the invitation was followed; ``secret`` is that of one-time codes, "" where none are asked for."""

    name: str
    role: str
    enabled: bool
    ready: bool
    passphrase: str
    secret: str
    step: int


@dataclass(frozen=True, slots=True)
class Act:
    """What was done to an account, by whom and when (seconds since 1970)."""

    at: float
    author: str
    what: str
    account: str


class Accounts:
    """The accounts of a store; ``clock`` gives seconds since 1970."""

    def __init__(self, store: Store, clock: Clock = time.time) -> None:
        self._store = store
        self._clock = clock

    def all(self) -> list[Account]:
        """Every account, in the order of names."""
        with self._store.read() as connection:
            return [_account(row) for row in connection.execute("SELECT * FROM account ORDER BY folded")]

    def find(self, name: str) -> Account | None:
        """The account of a name, however its letters are written."""
        with self._store.read() as connection:
            row = connection.execute("SELECT * FROM account WHERE folded = ?", (folded(name),)).fetchone()
        return _account(row) if row else None

    def get(self, name: str) -> Account:
        """The same; raises B828 where there is none."""
        found = self.find(name)
        if found is None:
            raise BelegtError("B828", name=name)
        return found

    def acts(self, limit: int = 200) -> list[Act]:
        """The latest acts on accounts, the latest first."""
        with self._store.read() as connection:
            rows = connection.execute("SELECT * FROM act ORDER BY rowid DESC LIMIT ?", (limit,)).fetchall()
        return [Act(*row) for row in rows]

    def invite(self, name: str, role: str, author: str) -> str:
        """Make an account and return the token of its invitation; raises B808 for a name or role that is none, B825."""
        name = unicodedata.normalize("NFKC", " ".join(name.split()))
        if not name or len(name) > MOST_LETTERS or not name.isprintable():
            raise BelegtError("B808", value=name, field="name", known=f"1 to {MOST_LETTERS} letters that can be seen")
        _require_role(role)
        with self._store.write() as connection:
            if connection.execute("SELECT 1 FROM account WHERE folded = ?", (folded(name),)).fetchone():
                raise BelegtError("B825", name=name)
            given = (name, folded(name), role)
            connection.execute("INSERT INTO account (name, folded, role) VALUES (?, ?, ?)", given)
            return self._invitation(connection, name, author)

    def invite_again(self, name: str, author: str) -> str:
        """Another invitation for an account, for who forgot the passphrase; the one before is void. Raises B828."""
        found = self.get(name)
        with self._store.write() as connection:
            return self._invitation(connection, found.name, author)

    def invited(self, token: str) -> Account:
        """Whom an invitation is for; raises B824."""
        with self._store.read() as connection:
            row = connection.execute(
                "SELECT account.* FROM account JOIN invitation ON invitation.account = account.name"
                " WHERE invitation.hash = ? AND invitation.until > ? AND account.enabled",
                (token_hash(token), self._clock()),
            ).fetchone()
        if row is None:
            raise BelegtError("B824")
        return _account(row)

    def accept(self, token: str, passphrase: str) -> Account:
        """Follow an invitation: its account gets this passphrase, no codes, and no session. Raises B824, B826."""
        found = self.invited(token)
        kept = hashed(passphrase, found.name)
        with self._store.write() as connection:
            if not connection.execute("DELETE FROM invitation WHERE hash = ?", (token_hash(token),)).rowcount:
                raise BelegtError("B824")
            change = "UPDATE account SET passphrase = ?, secret = '', step = 0 WHERE name = ?"
            connection.execute(change, (kept, found.name))
            self._close(connection, found.name)
            self._note(connection, found.name, "passphrase", found.name)
        return self.get(found.name)

    def set_passphrase(self, name: str, passphrase: str) -> None:
        """Another passphrase, chosen by its owner; every session ends. Raises B826, B828."""
        found = self.get(name)
        kept = hashed(passphrase, found.name)
        with self._store.write() as connection:
            connection.execute("UPDATE account SET passphrase = ? WHERE name = ?", (kept, found.name))
            self._close(connection, found.name)
            self._note(connection, found.name, "passphrase", found.name)

    def set_secret(self, name: str, secret: str) -> None:
        """Ask for one-time codes of this secret from now on; "" asks for none."""
        with self._store.write() as connection:
            connection.execute("UPDATE account SET secret = ?, step = 0 WHERE name = ?", (secret, name))
            self._note(connection, name, "code" if secret else "no_code", name)

    def use_step(self, name: str, step: int) -> bool:
        """Use up the code of a step; False where it, or a later one, was used before."""
        with self._store.write() as connection:
            change = "UPDATE account SET step = ? WHERE name = ? AND step < ?"
            return connection.execute(change, (step, name, step)).rowcount == 1

    def set_role(self, name: str, role: str, author: str) -> None:
        """Give an account another role; its sessions end. Raises B808, B828, and B829 for the last admin."""
        _require_role(role)
        found = self.get(name)
        with self._store.write() as connection:
            connection.execute("UPDATE account SET role = ? WHERE name = ?", (role, found.name))
            _require_admin(connection, found.name)
            self._close(connection, found.name)
            self._note(connection, author, role, found.name)

    def enable(self, name: str, enabled: bool, author: str) -> None:
        """Shut an account, or open it again; its sessions and its invitation end. Raises B828, B829."""
        found = self.get(name)
        with self._store.write() as connection:
            connection.execute("UPDATE account SET enabled = ? WHERE name = ?", (int(enabled), found.name))
            _require_admin(connection, found.name)
            self._close(connection, found.name)
            connection.execute("DELETE FROM invitation WHERE account = ?", (found.name,))
            self._note(connection, author, "enabled" if enabled else "disabled", found.name)

    def _invitation(self, connection: sqlite3.Connection, name: str, author: str) -> str:
        token = secrets.token_urlsafe(32)
        until = self._clock() + settings.INVITATION_SECONDS
        connection.execute("DELETE FROM invitation WHERE account = ?", (name,))
        connection.execute("INSERT INTO invitation VALUES (?, ?, ?)", (token_hash(token), name, until))
        self._note(connection, author, "invited", name)
        return token

    def _note(self, connection: sqlite3.Connection, author: str, what: str, name: str) -> None:
        connection.execute("INSERT INTO act VALUES (?, ?, ?, ?)", (self._clock(), author, what, name))

    @staticmethod
    def _close(connection: sqlite3.Connection, name: str) -> None:
        connection.execute("DELETE FROM session WHERE account = ?", (name,))


def token_hash(token: str) -> str:
    """What is kept of a token that is random itself."""
    return hashlib.sha256(token.encode("utf-8", "surrogatepass")).hexdigest()


def _account(row: sqlite3.Row) -> Account:
    return Account(
        name=row["name"],
        role=row["role"],
        enabled=bool(row["enabled"]),
        ready=bool(row["passphrase"]),
        passphrase=row["passphrase"],
        secret=row["secret"],
        step=row["step"],
    )


def folded(name: str) -> str:
    """The one form of a name, however its letters are written."""
    return unicodedata.normalize("NFKC", " ".join(name.split())).casefold()


def _require_role(role: str) -> None:
    if role not in ROLES:
        raise BelegtError("B808", value=role, field="role", known=", ".join(ROLES))


def _require_admin(connection: sqlite3.Connection, name: str) -> None:
    """Within a transaction that rolls back when it raises B829: no admin is left to sign in."""
    query = "SELECT count(*) FROM account WHERE role = ? AND enabled"
    if connection.execute(query, (ADMIN,)).fetchone()[0] == 0:
        raise BelegtError("B829", name=name)
