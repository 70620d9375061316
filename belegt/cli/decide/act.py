"""One decision of one person into a record, and what it made of the incidents."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Annotated

import typer

from belegt.address import Address
from belegt.cli.material import Material
from belegt.cli.screen import Screen
from belegt.cli.show import find
from belegt.errors import BelegtError

if TYPE_CHECKING:
    from belegt.cli.show import Thing
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


def named(known: Account, ids: Sequence[str], record: Address) -> list[str]:
    """The refs of the claims that incidents, totals and claims stand for, each once; raises B702, B703 or B706."""
    return list(dict.fromkeys(ref for id in ids for ref in claims_of(find(known, id, record), id, record)))


def claims_of(thing: Thing, id: str, record: Address) -> list[str]:
    """The refs of the claims that an incident, a total or a claim is decided by; raises B706 for anything else."""
    from belegt.model import HarmClaim, IncidentCount, TotalCount

    if isinstance(thing, IncidentCount):
        return [c.ref for c in thing.incident.claims]
    if isinstance(thing, TotalCount):
        return [c.ref for c in thing.total.claims]
    if isinstance(thing, HarmClaim):
        return [thing.ref]
    raise BelegtError("B706", id=id, path=record)


def home(known: Account, refs: Sequence[str]) -> list[str]:
    """The refs of the one incident or total that holds all of these claims, [] where none does."""
    told = [*(i.incident.claims for i in known.incidents), *(t.total.claims for t in known.totals)]
    return next(([c.ref for c in claims] for claims in told if set(refs) <= {c.ref for c in claims}), [])


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
        screen.document({"record": str(store.address), "decision": decision, **ids})
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
