from __future__ import annotations

import os
from collections.abc import Iterator

import pytest

from belegt.errors import BelegtError
from belegt.pool import AHEAD, BATCH, WEIGHT, in_order


def squared(number: int) -> int:
    return number * number


def ends_at_five(number: int) -> int:
    if number == 5:
        os._exit(9)
    return number


@pytest.mark.parametrize("jobs", [1, 2])
def test_results_come_in_the_order_of_the_items(jobs: int) -> None:
    assert list(in_order(squared, range(100), jobs)) == [n * n for n in range(100)]


@pytest.mark.parametrize("weight", [1, WEIGHT])
def test_only_a_bounded_part_of_the_items_is_taken_ahead(weight: int) -> None:
    taken = 0

    def items() -> Iterator[int]:
        nonlocal taken
        while True:
            taken += 1
            yield taken

    results = in_order(squared, items(), 2, lambda item: weight)
    next(results)
    results.close()  # type: ignore[attr-defined]
    assert taken <= (AHEAD * 2 + 1) * (BATCH if weight == 1 else 1)


def test_a_process_that_dies_is_an_error_with_its_code() -> None:
    with pytest.raises(BelegtError, match="B611"):
        list(in_order(ends_at_five, range(10), 2))


def test_one_process_takes_an_item_only_when_its_result_is_wanted() -> None:
    items = iter(range(10))
    assert next(in_order(squared, items, 1)) == 0
    assert next(items) == 1
