"""No search for garbage while a great deal is made that will stay: it would be looked through again and again, and keep pages waiting.

Invariant: the search goes on as it was before when the last block has ended; what was made within them is never looked through.
"""

from __future__ import annotations

import gc
import threading
from collections.abc import Iterator
from contextlib import contextmanager

_lock = threading.Lock()
_inside = 0
_was = True


@contextmanager
def calm() -> Iterator[None]:
    """A block in which, and for what is made in it, the collector rests."""
    global _inside, _was
    with _lock:
        _was = gc.isenabled() if _inside == 0 else _was
        _inside += 1
        gc.disable()
    try:
        yield
    finally:
        with _lock:
            _inside -= 1
            if _inside == 0 and _was:
                gc.freeze()
                gc.enable()
