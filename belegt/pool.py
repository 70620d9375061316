"""Work spread over processes: the results come in the order of the input, and only a bounded part of it is in memory.

Invariant: what comes out does not depend on the number of processes. An interrupt reaches the parent alone, which ends them.
"""

from __future__ import annotations

import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from itertools import islice
from multiprocessing import get_context
from typing import TypeVar

from belegt.errors import BelegtError

A = TypeVar("A")
B = TypeVar("B")
BATCH = 16
"""Items that travel to a process together."""
AHEAD = 3
"""Batches for each process that may wait for their turn."""


def in_order(work: Callable[[A], B], items: Iterable[A], jobs: int = 1) -> Iterator[B]:
    """``work(item)`` for each item, in order, in ``jobs`` processes; 1 is this one, without any other.

    ``work`` is a function of a module, its items and results can be pickled. Raises B611 when a process dies.
    """
    if jobs == 1:
        yield from map(work, items)
        return
    pool = ProcessPoolExecutor(jobs, mp_context=get_context("spawn"), initializer=_leave_interrupts)
    waiting: deque[Future[list[B]]] = deque()
    rest = iter(items)
    try:
        while batch := list(islice(rest, BATCH)):
            waiting.append(pool.submit(_work, work, batch))
            if len(waiting) > AHEAD * jobs:
                yield from waiting.popleft().result()
        while waiting:
            yield from waiting.popleft().result()
    except BrokenProcessPool:
        raise BelegtError("B611") from None
    finally:
        pool.shutdown(cancel_futures=True)


def _work(work: Callable[[A], B], batch: list[A]) -> list[B]:
    return [work(item) for item in batch]


def _leave_interrupts() -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)
