"""Sessions: kept here, not in the browser, which holds a random id alone (T23).

Invariant: an id is known by its hash; none outlives the account's passphrase, role or being shut, a working day without
a request, or a week.
"""

from __future__ import annotations

import secrets
import time

from belegt import settings
from belegt.team.accounts import Clock, token_hash
from belegt.team.roles import Person
from belegt.team.store import Store

STEP_SECONDS = 60.0
"""How exactly it is kept when a session was last used: a request writes at most once in so many seconds."""


class Sessions:
    """The sessions of a store; ``clock`` gives seconds since 1970."""

    def __init__(self, store: Store, clock: Clock = time.time) -> None:
        self._store = store
        self._clock = clock

    def open(self, name: str) -> str:
        """A new session for an account; its id."""
        id, now = secrets.token_urlsafe(32), self._clock()
        with self._store.write() as connection:
            ended = (now - settings.SESSION_SECONDS, now - settings.SESSION_IDLE_SECONDS)
            connection.execute("DELETE FROM session WHERE began <= ? OR seen <= ?", ended)
            connection.execute("INSERT INTO session VALUES (?, ?, ?, ?)", (token_hash(id), name, now, now))
        return id

    def person(self, id: str) -> Person | None:
        """Whose session it is; None for one that there is not, or that has ended."""
        now, kept = self._clock(), token_hash(id)
        with self._store.read() as connection:
            row = connection.execute(
                "SELECT account.name, account.role, session.seen FROM session JOIN account"
                " ON account.name = session.account"
                " WHERE session.hash = ? AND session.began > ? AND session.seen > ? AND account.enabled",
                (kept, now - settings.SESSION_SECONDS, now - settings.SESSION_IDLE_SECONDS),
            ).fetchone()
        if row is None:
            return None
        if now - row["seen"] > STEP_SECONDS:
            with self._store.write() as connection:
                connection.execute("UPDATE session SET seen = ? WHERE hash = ?", (now, kept))
        return Person(row["name"], row["role"])

    def close(self, id: str) -> None:
        """End a session."""
        with self._store.write() as connection:
            connection.execute("DELETE FROM session WHERE hash = ?", (token_hash(id),))
