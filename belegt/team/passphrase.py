"""Passphrases: kept as argon2id hashes, and looked at in the same time whether there is an account or not (T22)."""

from __future__ import annotations

import secrets
import threading
import unicodedata
from functools import cache

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from belegt import settings
from belegt.errors import BelegtError

MOST_LETTERS = 1000
ALPHABET = "abcdefghjkmnpqrstuvwxyz23456789"
_slots = threading.BoundedSemaphore(settings.ACCOUNT_HASHES)


def suggested() -> str:
    """A passphrase that nobody guesses: five groups of five letters that can be told apart, some 124 bits."""
    return "-".join("".join(secrets.choice(ALPHABET) for _ in range(5)) for _ in range(5))


def hashed(passphrase: str, name: str) -> str:
    """What is kept of a passphrase; raises B826 for one that is too short, too long or the name itself."""
    text = _plain(passphrase)
    if len(text) < settings.ACCOUNT_LETTERS:
        raise _unfit(f"has {len(text)} letters")
    if len(text) > MOST_LETTERS:
        raise _unfit(f"has more than {MOST_LETTERS} letters")
    if _plain(name).casefold() in text.casefold() and len(text) < len(_plain(name)) + settings.ACCOUNT_LETTERS:
        raise _unfit("is little more than the name")
    if len(set(text)) < 5:
        raise _unfit("repeats the same few letters")
    with _slots:
        return _hasher().hash(text)


def fits(passphrase: str, kept: str) -> bool:
    """Whether it is the one that was kept; as slow where nothing is kept."""
    with _slots:
        try:
            return _hasher().verify(kept or _nobody(), _plain(passphrase)[:MOST_LETTERS]) and bool(kept)
        except (VerificationError, InvalidHashError):
            return False


def _hasher() -> PasswordHasher:
    return _made(settings.ACCOUNT_PASSES, settings.ACCOUNT_MEMORY, settings.ACCOUNT_LANES)


@cache
def _made(passes: int, memory: int, lanes: int) -> PasswordHasher:
    return PasswordHasher(time_cost=passes, memory_cost=memory, parallelism=lanes)


def _nobody() -> str:
    return _of_nobody(settings.ACCOUNT_PASSES, settings.ACCOUNT_MEMORY, settings.ACCOUNT_LANES)


@cache
def _of_nobody(*costs: int) -> str:
    return _made(*costs).hash(secrets.token_urlsafe(32))


def _plain(text: str) -> str:
    """The same text however a keyboard composes its letters."""
    return unicodedata.normalize("NFKC", text).strip()


def _unfit(problem: str) -> BelegtError:
    return BelegtError("B826", problem=problem, least=settings.ACCOUNT_LETTERS)
