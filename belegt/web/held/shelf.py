"""Reports or claims by their ids, of which one can be had at once while all of them are still being read.

Invariant: a shelf has the same keys, in the same order, before and after all of it was read.
"""

from __future__ import annotations

from collections.abc import Callable, ItemsView, Iterator, Mapping, ValuesView
from typing import TypeVar

T = TypeVar("T")


class Shelf(Mapping[str, T]):
    """``keys`` are known; ``one`` reads what stands together with a key, ``whole`` waits until everything is read."""

    def __init__(
        self,
        keys: Mapping[str, object],
        one: Callable[[str], Mapping[str, T]],
        whole: Callable[[bool], Mapping[str, T] | None],
    ) -> None:
        self._keys, self._one, self._ask = keys, one, whole
        self._some: dict[str, T] = {}
        self._all: Mapping[str, T] | None = None

    def __getitem__(self, key: str) -> T:
        if self._all is None:
            self._all = self._ask(False)
        if self._all is not None:
            return self._all[key]
        if key not in self._keys:
            raise KeyError(key)
        if key not in self._some:
            self._some.update(self._one(key))
        return self._some[key] if key in self._some else self.whole[key]

    def __contains__(self, key: object) -> bool:
        return key in self._keys

    def __iter__(self) -> Iterator[str]:
        return iter(self._keys)

    def __len__(self) -> int:
        return len(self._keys)

    @property
    def whole(self) -> Mapping[str, T]:
        """All of it, as soon as it is read."""
        if self._all is None:
            self._all = self._ask(True)
        assert self._all is not None
        return self._all

    def values(self) -> ValuesView[T]:
        """All values, as soon as they are read."""
        return self.whole.values()

    def items(self) -> ItemsView[str, T]:
        """All of it, as soon as it is read."""
        return self.whole.items()


class Over(Mapping[str, T]):
    """A mapping with a few of its values in another form."""

    def __init__(self, under: Mapping[str, T], changed: Mapping[str, T]) -> None:
        self._under, self._changed = under, changed

    def __getitem__(self, key: str) -> T:
        return self._changed[key] if key in self._changed else self._under[key]

    def __contains__(self, key: object) -> bool:
        return key in self._under

    def __iter__(self) -> Iterator[str]:
        return iter(self._under)

    def __len__(self) -> int:
        return len(self._under)
