"""One decision of one person into a record, and what it made of the incidents."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Annotated

import typer

from belegt.cli.material import Material
from belegt.cli.screen import Screen

if TYPE_CHECKING:
    from belegt.model import Account, IncidentCount
    from belegt.record import Record

Author = Annotated[str, typer.Option("--author", metavar="NAME", show_default=False, help="Who decides.")]
Reason = Annotated[str, typer.Option("--reason", metavar="TEXT", show_default=False, help="Why; it is kept in the log.")]


def held(store: Record) -> Material:
    """Everything that an open record holds."""
    return Material(store.reports(), store.claims(), store.decisions())


def counted(material: Material) -> Account:
    """The account of a record's material, as decided."""
    from belegt.pipeline import account

    return account(material.reports, material.claims, decisions=material.decisions)


def decide(store: Record, act: str, targets: Sequence[str], signed: tuple[str, str], value: str = "") -> str:
    """Write a decision, ``signed`` by its author and with its reason; gives back its id."""
    from belegt.model import Decision

    author, reason = signed
    made = Decision(act=act, targets=tuple(targets), author=author, at=datetime.now(UTC), reason=reason.strip(), value=value)
    return store.decide(made)


def tell(screen: Screen, decision: str, store: Record, refs: Sequence[str], json: bool) -> None:
    """Say which decision was made, and in which incidents and totals its claims stand now."""
    known = counted(held(store))
    wanted = set(refs)
    homes = [i for i in known.incidents if wanted & {c.ref for c in i.incident.claims}]
    totals = [t for t in known.totals if wanted & {c.ref for c in t.total.claims}]
    if json:
        ids = {"incidents": [i.incident.id for i in homes], "totals": [t.total.id for t in totals]}
        screen.document({"record": str(store.path), "decision": decision, **ids})
        return
    screen.print(f"Decision {decision}. Take it back with `belegt undo {decision}`.")
    for one in homes:
        screen.print(_line(one))
    for total in totals:
        screen.print(f"Running total {total.total.id}: {many(len(total.total.claims), 'claim')}")


def _line(one: IncidentCount) -> str:
    incident = one.incident
    return f"Incident {incident.id}: {many(len(incident.claims), 'claim')} of {many(len(incident.reports), 'report')}"


def many(number: int, noun: str) -> str:
    """"1 claim", "2 claims"."""
    return f"{number} {noun}{'' if number == 1 else 's'}"
