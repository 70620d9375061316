"""Tries that fail are slowed down (T22): a few are free, then each next one must wait, twice as long each time.

Invariant: a try counts before its outcome is known, so that many at once are no more than many after one another.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Hashable

from belegt import settings

FORGOTTEN_SECONDS = 24 * 3600.0
MOST_KEYS = 20_000


class Throttle:
    """``tries`` are free for each key; kept in memory, so that a restart forgets them."""

    def __init__(self, tries: int, clock: Callable[[], float] = time.monotonic) -> None:
        self._tries = tries
        self._clock = clock
        self._lock = threading.Lock()
        self._taken: dict[Hashable, tuple[int, float]] = {}

    def take(self, key: Hashable) -> float:
        """Take a try: 0 where it is free, else the seconds to wait, and then it is not taken."""
        with self._lock:
            now = self._clock()
            count, last = self._taken.get(key, (0, now))
            if now - last > FORGOTTEN_SECONDS:
                count = 0
            left = last + _pause(count, self._tries) - now
            if left > 0:
                return left
            if len(self._taken) >= MOST_KEYS:
                self._taken = {k: v for k, v in self._taken.items() if now - v[1] < settings.TRIES_MOST_SECONDS}
            self._taken[key] = (count + 1, now)
            return 0.0

    def forget(self, key: Hashable) -> None:
        """The tries of a key did not fail."""
        with self._lock:
            self._taken.pop(key, None)

    def give_back(self, key: Hashable) -> None:
        """One try of a key did not fail."""
        with self._lock:
            if key in self._taken:
                count, last = self._taken[key]
                self._taken[key] = (max(0, count - 1), last)


def _pause(count: int, tries: int) -> float:
    """Seconds to wait after so many tries."""
    if count < tries:
        return 0.0
    return min(settings.TRIES_SECONDS * 2.0 ** min(count - tries, 20), settings.TRIES_MOST_SECONDS)
