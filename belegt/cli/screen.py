"""The screen: results on stdout, everything else on stderr, and the exit code that the refusals of a command add up to.

Invariant: no text of a report reaches the terminal as it is; ``shown`` makes its control characters visible. Nothing is coloured where
NO_COLOR is set or where the output is no terminal.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from functools import cached_property
from typing import TYPE_CHECKING, Any

from belegt.errors import BelegtError
from belegt.intake import Refusal

if TYPE_CHECKING:
    from rich.console import Console, RenderableType

    from belegt.record import Finding

PLAIN_WIDTH = 100
"""Columns where the output is no terminal."""


class Screen:
    """What one command says; ``quiet`` keeps remarks and progress back, never results or errors."""

    def __init__(self, quiet: bool = False) -> None:
        self.quiet = quiet
        self.exit_code = 0
        self.refused = 0

    @cached_property
    def out(self) -> Console:
        """Where results go."""
        return _console(sys.stdout, stderr=False)

    @cached_property
    def err(self) -> Console:
        """Where errors, remarks and progress go."""
        return _console(sys.stderr, stderr=True)

    def print(self, *things: RenderableType) -> None:
        """Print results for people to read; plain lines are never broken."""
        for thing in things:
            self.out.print(thing, soft_wrap=isinstance(thing, str))

    def line(self, value: object) -> None:
        """Print one line of JSON, at once: what reads it may be waiting."""
        sys.stdout.write(json.dumps(value, ensure_ascii=False) + "\n")
        sys.stdout.flush()

    def document(self, value: object) -> None:
        """Print one JSON document."""
        sys.stdout.write(json.dumps(value, ensure_ascii=False, indent=1) + "\n")

    def remark(self, words: str) -> None:
        """Say something on stderr that is neither result nor error."""
        if not self.quiet:
            self._say(words, "dim")

    def tell(self, error: BelegtError | Finding) -> None:
        """Say an error on stderr: code, place, cause, next step, in one line."""
        from rich.text import Text

        said = Text(shown(str(error)))
        said.stylize("bold red", 0, len(error.code))
        self.err.print(said, soft_wrap=True)

    def refuse(self, refusal: Refusal) -> None:
        """Say a refusal and count it into the exit code: the highest wins."""
        self.tell(refusal.error)
        self.refused += 1
        self.exit_code = max(self.exit_code, refusal.error.exit_code)

    def accepted(self, items: Iterable[Any]) -> Iterator[Any]:
        """What is no refusal; refusals are said in their place."""
        for item in items:
            if isinstance(item, Refusal):
                self.refuse(item)
            else:
                yield item

    @contextmanager
    def progress(self, words: str, *, beside_output: bool = False) -> Iterator[Callable[[], None]]:
        """A counter on stderr while long work goes on, none where stderr is no terminal; call what it gives for each report.

        ``beside_output`` says that results are printed meanwhile: then there is none where both would share a terminal.
        """
        if self.quiet or not self.err.is_terminal or (beside_output and self.out.is_terminal):
            yield lambda: None
            return
        from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

        columns = (SpinnerColumn(), TextColumn("{task.description} {task.completed:,}"), TimeElapsedColumn())
        with Progress(*columns, console=self.err, transient=True) as bar:
            task = bar.add_task(words, total=None)
            yield lambda: bar.advance(task)

    def _say(self, words: str, style: str) -> None:
        from rich.text import Text

        self.err.print(Text(shown(words), style=style), soft_wrap=True)


def _console(stream: Any, *, stderr: bool) -> Console:
    from rich.console import Console

    width = None if stream.isatty() or _columns_given() else PLAIN_WIDTH
    return Console(stderr=stderr, width=width, highlight=False, markup=False, emoji=False)


def _columns_given() -> bool:
    import os

    return os.environ.get("COLUMNS", "").isdigit()


def shown(words: str) -> str:
    """Words of a report in one line, every character that could steer a terminal made visible."""
    from belegt.brief.render.parts import visible

    return visible(words)
