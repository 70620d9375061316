"""``belegt correct``: say what a claim says where the machine read it otherwise."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Annotated

import typer

from belegt.cli import options
from belegt.cli.decide.act import Author, Reason, counted, decide, held, tell
from belegt.cli.screen import Screen, shown
from belegt.cli.show import find
from belegt.errors import BelegtError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from belegt.model import Claim


def correct(
    id: Annotated[
        str,
        typer.Argument(
            metavar="CLAIM", show_default=False, help="The claim (REPORT#CLAIM); a clear beginning will do."
        ),
    ],
    values: Annotated[
        list[str],
        typer.Option(
            "--set", metavar="FIELD=VALUE", show_default=False, help="A field and its value; as often as you like."
        ),
    ],
    record: options.Record,
    author: Author,
    reason: Reason,
    json: options.Json = False,
    quiet: options.Quiet = False,
) -> int:
    """Correct fields of a claim.

    Words of the report are kept with their place in it: --set count='at least 15' reads its number, --set when='on Sunday' its
    day. Without words give low, high and qualifier, from and to, or place; what stands on no words is marked as yours.
    --set part_of=CLAIM names the claim of the report whose count contains it, nothing after the = none.
    Fields with several values (who, means, by, named) are given once for each.
    """
    from belegt.link import in_force
    from belegt.model import Claim, corrected
    from belegt.read.correcting import correction
    from belegt.record import open_record

    screen = Screen(quiet)
    with open_record(record) as store:
        material = held(store)
        claims = corrected(material.claims, in_force(material.decisions))
        claim = find(replace(counted(material), claims=tuple(claims)), id, record)
        if not isinstance(claim, Claim):
            raise BelegtError("B706", id=id, path=record)
        made = correction(claim, _given(values), among=claims)
        decision = decide(store, "correct", [claim.ref], (author, reason), made.written())
        if not json:
            screen.print(*_changes(claim, made.of(claim, author)))
        tell(screen, decision, store, [claim.ref], json)
    return screen.exit_code


def _given(values: Sequence[str]) -> dict[str, list[str]]:
    """The values of each field, in their order; an empty value empties the field."""
    found: dict[str, list[str]] = {}
    for value in values:
        name, sign, said = value.partition("=")
        if not sign:
            raise typer.BadParameter(f"{value!r} is no FIELD=VALUE", param_hint="--set")
        found.setdefault(name.strip(), []).append(said)
    return found


def _changes(before: Claim, after: Claim) -> list[str]:
    """Each field that differs, as it was and as it is, with the words that it stands on now."""
    was, now = before.as_dict(), after.as_dict()
    words = {c.field: c.words for c in after.corrected}
    return [
        shown(f"{name}: {_line(was[name])} → {_line(value)}" + (f'   "{words[name]}"' if words.get(name) else ""))
        for name, value in now.items()
        if name in words and value != was[name]
    ]


def _line(value: object) -> str:
    if isinstance(value, dict):
        return " ".join("–" if part is None else str(part) for name, part in value.items() if name != "text")
    return ", ".join(map(str, value)) if isinstance(value, list) else str(value or "–")
