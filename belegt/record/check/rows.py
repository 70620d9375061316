"""What the check asks of a store, be it a file or a server: one query, its values, and the rows of the answer."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, Protocol


class Answer(Protocol):
    """The rows of an answer, at once or one by one."""

    def __iter__(self) -> Iterator[Any]: ...

    def fetchone(self) -> Any: ...

    def fetchall(self) -> list[Any]: ...


class Rows(Protocol):
    """A store within one read transaction; ``?`` stands for a value in a query."""

    def execute(self, query: str, values: Sequence[Any] = (), /) -> Answer: ...
