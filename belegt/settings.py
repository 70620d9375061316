"""Limits and defaults in one place; every number here says its unit.

Invariant: nothing here is read from the environment or changes while the program runs.
"""

from __future__ import annotations

from typing import Final

REPORT_BYTES: Final = 20_000_000
"""Bytes of one report as received: a file, or one line of a feed. A feed may be of any length."""

TEXT_CHARACTERS: Final = 5_000_000
"""Code points of one report's working copy: some 3,000 printed pages."""

PAGE_SECONDS: Final = 10.0
"""Seconds that one HTML page may take to be read before it is given up."""

PAGE_START_SECONDS: Final = 60.0
"""Seconds that the process which reads HTML pages may take to start."""

PAGE_MEMORY: Final = 1_500_000_000
"""Bytes of address space that reading HTML pages may take, where the system can hold a process to it."""

FETCH_SECONDS: Final = 20.0
"""Seconds that fetching from one address may take, its redirects each anew."""

FETCH_REDIRECTS: Final = 5
"""How often an address may lead on to another."""

DESK_BODY_BYTES: Final = 20_000_000
"""Bytes that the desk takes in one request, files included."""

DESK_PAGE_ROWS: Final = 50
"""Rows on one page of a list at the desk."""

DESK_RIVALS_CLAIMS: Final = 20_000
"""Claims up to which the queue looks for what rivals say: that needs all of them linked."""

DESK_INDEX_CLAIMS: Final = 5_000
"""Claims from which on the desk opens by an index, kept beside the record, while it reads the record in the background."""

DESK_RIVALS_SECONDS: Final = 0.4
"""Seconds that the queue waits for that; until it is ready, claims are ordered without it."""

ACCOUNT_MEMORY: Final = 65_536
"""Kibibytes of memory that making the hash of a passphrase takes (argon2id; RFC 9106, second recommendation)."""

ACCOUNT_PASSES: Final = 3
"""Passes over that memory."""

ACCOUNT_LANES: Final = 4
"""Lanes of it."""

ACCOUNT_HASHES: Final = 2
"""Hashes of passphrases that are made at the same time; further ones wait, so that memory is bounded."""

ACCOUNT_LETTERS: Final = 12
"""Letters that a passphrase has at least."""

ACCOUNT_TRIES: Final = 5
"""Tries to sign in to one account before the next must wait."""

ADDRESS_TRIES: Final = 20
"""Tries from one address that fail before the next must wait."""

TRIES_SECONDS: Final = 60.0
"""Seconds of the first wait; each next one that fails as well doubles it."""

TRIES_MOST_SECONDS: Final = 900.0
"""Seconds of the longest wait."""

SESSION_IDLE_SECONDS: Final = 8 * 3600.0
"""Seconds without a request after which a session ends."""

SESSION_SECONDS: Final = 7 * 24 * 3600.0
"""Seconds after which every session ends."""

INVITATION_SECONDS: Final = 7 * 24 * 3600.0
"""Seconds for which an invitation can be followed."""
