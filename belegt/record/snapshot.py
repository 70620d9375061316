"""The record at one moment: whatever is added while it is looked at does not show."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, select

from belegt.model import Claim, Decision, Report
from belegt.record import log, schema, view
from belegt.record.carry import carried
from belegt.record.log import Event, Head

_STATES = (
    select(schema.claims.c.report, schema.claims.c.state)
    .join(schema.reports)
    .order_by(schema.reports.c.seq, schema.claims.c.n)
)


class Snapshot:
    """What ``Record`` tells, within the one read transaction of a connection."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def head(self) -> Head:
        """The last event."""
        return log.head(self._connection)

    def log(self, since: int) -> Iterator[Event]:
        """The events after number ``since``, oldest first."""
        return log.read(self._connection, None, since)

    def reports(self) -> list[Report]:
        """Every report, in the order they were added."""
        return view.reports(self._connection)

    def claims(self, reports: Sequence[Report]) -> list[Claim]:
        """The claims of the current readings of these, which are all reports, in the order of the texts."""
        known = {report.id: report for report in reports}
        return view.made(known, self._connection.execute(_STATES))

    def states(self) -> Iterator[tuple[str, Mapping[str, Any]]]:
        """The same claims as the log holds them, each with the id of its report."""
        for report, state in self._connection.execute(_STATES):
            yield report, json.loads(state)

    def decisions(self) -> list[Decision]:
        """Every decision, in the order they were made, on the claims of today's readings."""
        return carried(self._connection, view.decisions(self._connection))
