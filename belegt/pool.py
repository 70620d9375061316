"""Work spread over processes: the results come in the order of the input, and only a bounded part of it is in memory.

Invariant: what comes out does not depend on the number of processes. An interrupt reaches the parent alone, which ends them.
"""

from __future__ import annotations

import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import get_context
from typing import TypeVar

from belegt.errors import BelegtError

A = TypeVar("A")
B = TypeVar("B")
BATCH, WEIGHT = 16, 200_000
"""A batch travels to a process when it has so many items, or so much weight, whatever comes first."""
AHEAD = 3
"""Batches for each process that may wait for their turn."""


def in_order(
    work: Callable[[A], B], items: Iterable[A], jobs: int = 1, weigh: Callable[[A], int] = lambda item: 1
) -> Iterator[B]:
    """``work(item)`` for each item, in order, in ``jobs`` processes; 1 is this one, without any other.

    ``work`` is a function of a module, its items and results can be pickled; ``weigh`` says how big an item is. Raises B611
    when a process dies.
    """
    if jobs == 1:
        yield from map(work, items)
        return
    pool = ProcessPoolExecutor(jobs, mp_context=get_context("spawn"), initializer=_leave_interrupts)
    waiting: deque[Future[list[B]]] = deque()
    try:
        for batch in _batches(items, weigh):
            waiting.append(pool.submit(_work, work, batch))
            if len(waiting) > AHEAD * jobs:
                yield from waiting.popleft().result()
        while waiting:
            yield from waiting.popleft().result()
    except BrokenProcessPool:
        raise BelegtError("B611") from None
    finally:
        pool.shutdown(cancel_futures=True)


def _batches(items: Iterable[A], weigh: Callable[[A], int]) -> Iterator[list[A]]:
    batch: list[A] = []
    weight = 0
    for item in items:
        batch.append(item)
        weight += weigh(item)
        if len(batch) == BATCH or weight >= WEIGHT:
            yield batch
            batch, weight = [], 0
    if batch:
        yield batch


def _work(work: Callable[[A], B], batch: list[A]) -> list[B]:
    return [work(item) for item in batch]


def _leave_interrupts() -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)
