"""What a brief or a count is made of: reports, claims and decisions, from files or from a record."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from belegt.address import Address

if TYPE_CHECKING:
    from belegt.cli.screen import Screen
    from belegt.model import Account, Claim, Decision, IncidentCount, Report, TotalCount


@dataclass(frozen=True, slots=True)
class Material:
    """Reports in the order given, their claims, and what was decided about them."""

    reports: Sequence[Report]
    claims: Sequence[Claim]
    decisions: Sequence[Decision] = ()


def material(
    screen: Screen, paths: Sequence[Path] | None, record: Address | None, published: date | None, jobs: int
) -> Material:
    """The material of either paths or a record; refusals are said on the screen. Anything but one of both is a usage error."""
    if bool(paths) == (record is not None):
        raise typer.BadParameter("give either reports or --record RECORD", param_hint="PATHS")
    return of_record(record) if record is not None else of_paths(screen, paths or (), published, jobs)


def of_record(place: Address) -> Material:
    """Everything that a record holds."""
    from belegt.record import open_record

    with open_record(place) as record:
        return Material(record.reports(), record.claims(), record.decisions())


def as_known(place: Address, day: date) -> Material:
    """Everything that a record held at the end of a day, in UTC."""
    from belegt.record import open_record

    with open_record(place) as record:
        return Material(*record.past(datetime.combine(day, time.max, UTC)))


def of_paths(screen: Screen, paths: Sequence[Path | str], published: date | None = None, jobs: int = 1) -> Material:
    """What can be read from files, folders and standard input."""
    from belegt.intake import receive
    from belegt.pipeline import readings

    reports: list[Report] = []
    claims: list[Claim] = []
    with screen.progress("Reading reports") as step:
        for reading in screen.accepted(readings(receive(paths, published=published), jobs)):
            reports.append(reading.received.report)
            claims += reading.claims
            step()
    if not reports and not screen.refused:
        screen.remark("No reports there.")
    return Material(reports, claims)


def alone(account: Account, counted: IncidentCount | TotalCount) -> Account:
    """The account with one incident or running total in it and no other."""
    from belegt.model import IncidentCount

    if isinstance(counted, IncidentCount):
        return replace(account, incidents=(counted,), totals=())
    return replace(account, incidents=(), totals=(counted,))
