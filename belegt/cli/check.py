"""``belegt check``: whether a record is whole, by a checker that shares nothing with what wrote it."""

from __future__ import annotations

import re
from typing import Annotated

import typer

from belegt.cli import options
from belegt.cli.screen import Screen
from belegt.errors import CHECK_FAILED


def _head(value: str) -> tuple[int, str]:
    found = re.fullmatch(r"(\d+):([0-9a-f]{64})", value.strip())
    if found is None:
        raise typer.BadParameter(f"{value!r} is no head; write SEQ:HASH as `belegt log` prints it")
    return int(found[1]), found[2]


def check(
    record: options.Record,
    head: Annotated[
        str | None,
        typer.Option("--head", metavar="SEQ:HASH", show_default=False, help="The head as remembered from earlier."),
    ] = None,
    json: options.Json = False,
    quiet: options.Quiet = False,
) -> int:
    """Check that a record is whole.

    Every row, hash and quote is checked from the bytes of the file. The exit code is 5 when anything is wrong.
    """
    from belegt.record.check import check as findings_of

    screen = Screen(quiet)
    remembered = _head(head) if head is not None else None
    findings = findings_of(record, remembered)
    if json:
        told = [{"code": f.code, "cause": f.cause, "next_step": f.next_step} for f in findings]
        screen.document({"record": str(record), "sound": not findings, "findings": told})
        return CHECK_FAILED if findings else 0
    for finding in findings:
        screen.tell(finding)
    if findings:
        screen.print(f"{record}: {len(findings)} finding{'s' if len(findings) > 1 else ''}")
        return CHECK_FAILED
    screen.print(f"{record} is sound" + (", and nothing was cut off behind the head you gave" if remembered else ""))
    return 0
