"""Signing in: name, passphrase and, where one was set up, a code; slowed down, and the same answer to whatever is wrong (T22)."""

from __future__ import annotations

import math
import time
from pathlib import Path

from belegt import settings
from belegt.errors import BelegtError
from belegt.team.accounts import Account, Accounts, Clock, folded
from belegt.team.code import step_of
from belegt.team.passphrase import fits
from belegt.team.sessions import Sessions
from belegt.team.store import Store
from belegt.team.throttle import Throttle


class Team:
    """Accounts and sessions of one file; ``clock`` gives seconds since 1970."""

    def __init__(self, path: Path, clock: Clock = time.time) -> None:
        self._store = Store(path)
        self._clock = clock
        self.accounts = Accounts(self._store, clock)
        self.sessions = Sessions(self._store, clock)
        self._by_name = Throttle(settings.ACCOUNT_TRIES, clock)
        self._by_address = Throttle(settings.ADDRESS_TRIES, clock)

    def close(self) -> None:
        """Give the file back."""
        self._store.close()

    def sign_in(self, name: str, passphrase: str, code: str, *, address: str = "", before: str = "") -> str:
        """A new session for who knows it all; the session ``before`` ends. Raises B822, and B823 after too many tries."""
        found = self._known(name, passphrase, code, address)
        if before:
            self.sessions.close(before)
        return self.sessions.open(found.name)

    def change_passphrase(self, name: str, old: str, new: str, *, address: str = "") -> str:
        """Another passphrase for who knows the old one: every session ends, and a new one begins. Raises B822, B823, B826."""
        self._take(name, address)
        if not fits(old, self.accounts.get(name).passphrase):
            raise BelegtError("B822")
        self._forget(name, address)
        self.accounts.set_passphrase(name, new)
        return self.sessions.open(name)

    def set_up_code(self, name: str, secret: str, code: str) -> None:
        """Ask this account for codes from now on, once it has given one; raises B822, B823."""
        self._take(name, "")
        step = step_of(secret, code, self._clock(), 0)
        if step is None:
            raise BelegtError("B822")
        self._forget(name, "")
        self.accounts.set_secret(name, secret)
        self.accounts.use_step(name, step)

    def drop_code(self, name: str, passphrase: str, *, address: str = "") -> None:
        """Ask it for none any more, once it has given its passphrase; raises B822, B823."""
        self._take(name, address)
        if not fits(passphrase, self.accounts.get(name).passphrase):
            raise BelegtError("B822")
        self._forget(name, address)
        self.accounts.set_secret(name, "")

    def _known(self, name: str, passphrase: str, code: str, address: str) -> Account:
        self._take(name, address)
        found = self.accounts.find(name)
        right = fits(passphrase, found.passphrase if found else "")
        if found is None or not right or not found.enabled or not self._coded(found, code):
            raise BelegtError("B822")
        self._forget(name, address)
        return found

    def _coded(self, account: Account, code: str) -> bool:
        if not account.secret:
            return True
        step = step_of(account.secret, code, self._clock(), account.step)
        return step is not None and self.accounts.use_step(account.name, step)

    def _take(self, name: str, address: str) -> None:
        wait = self._by_address.take(address) if address else 0.0
        if not wait:
            wait = self._by_name.take(folded(name)[:200])
            if wait and address:
                self._by_address.give_back(address)
        if wait:
            raise BelegtError("B823", seconds=math.ceil(wait))

    def _forget(self, name: str, address: str) -> None:
        self._by_name.forget(folded(name)[:200])
        if address:
            self._by_address.give_back(address)
