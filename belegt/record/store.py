"""The record as others see it: opened and closed, added to and read, never overwritten."""

from __future__ import annotations

import json
import zlib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType

from sqlalchemy import select

from belegt.address import Address
from belegt.errors import BelegtError
from belegt.model import Claim, Decision, Report, digest
from belegt.record import append, log, schema, view
from belegt.record.append import Added
from belegt.record.carry import carried, earlier_claims, readings, unplaced
from belegt.record.copy import carry
from belegt.record.database import Database, attach
from belegt.record.log import Event, Head
from belegt.record.migrations import upgrade
from belegt.record.past import Held, held
from belegt.record.snapshot import Snapshot
from belegt.record.state import moment, report_from_state

Clock = Callable[[], datetime]


def utc_now() -> datetime:
    """The moment by the machine's clock."""
    return datetime.now(UTC)


def open_record(
    place: str | Path | Address, *, create: bool = False, clock: Clock = utc_now, wait: float = 10.0
) -> Record:
    """Open the record at ``place`` and bring its schema up to date; with ``create``, make it where there is none.

    ``place`` is a file, or a database as ``postgresql://USER@HOST/DATABASE``.
    ``clock`` gives the time of events, with its zone; ``wait`` is how many seconds to wait for another process.
    Raises B301 for what is no record, B302 where there is none, B303 for a newer schema, B305 on a full disk,
    B306 when another process holds it, B307 where it cannot be written, B308 when it is damaged,
    B320 to B326 for a server that cannot be used.
    """
    database = attach(Address.of(place), create=create, wait=wait)
    try:
        upgrade(database)
    except BaseException:
        database.close()
        raise
    return Record(database, clock)


class Record:
    """An open record; use it in a ``with`` block. Every method is one transaction, and may raise B305 to B308, or B321 and B324 for a server."""

    def __init__(self, database: Database, clock: Clock = utc_now) -> None:
        self._database = database
        self._clock = clock

    def __enter__(self) -> Record:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Give the file back; safe to call twice."""
        self._database.close()

    @property
    def address(self) -> Address:
        """Where the record lies."""
        return self._database.address

    def add(self, report: Report, raw: bytes, claims: Sequence[Claim], reader: str) -> Added:
        """Add a report with its raw bytes and the claims that ``reader`` (name and version) found in it.

        When it returns, all of it is on the disk. A report that the record knows is not added again; another reading of
        it replaces the claims, while the earlier reading stays in the log and decisions stand. A report without
        ``sha256`` gets that of ``raw``. Raises B304 when the id stands for another text, date, source or address,
        B309 when raw and hash differ, B310 for text that is no Unicode, B311 for a claim of another report.
        """
        with self._database.write() as connection:
            return append.add(connection, self._now(), report, raw, (claims, reader))

    def knows(self, report: Report, reader: str) -> bool:
        """Whether the record has this report as read by ``reader``, so that it need not be read again; raises B304."""
        with self._database.read() as connection:
            row = view.report_row(connection, report.id)
            if row is None:
                return False
            append.require_same(row, report)
            return bool(row.reader == reader)

    def decide(self, decision: Decision, *, seen: int | None = None) -> str:
        """Add a decision and return its id; the same one twice is one. Raises B103 or B313 when it is incomplete.

        ``seen`` is the number of the last event that its author knew: raises B807 when somebody decided about one of its
        targets since, so that nothing is overwritten unseen.
        """
        with self._database.write() as connection:
            return append.decide(connection, self._now(), decision, seen)

    @contextmanager
    def snapshot(self) -> Iterator[Snapshot]:
        """The record as it is at this moment, for as long as the block lasts."""
        with self._database.read() as connection:
            yield Snapshot(connection)

    def reports(self) -> list[Report]:
        """Every report, in the order they were added."""
        with self._database.read() as connection:
            return view.reports(connection)

    def report(self, id: str) -> Report | None:
        """One report, None where the record has no such id."""
        with self._database.read() as connection:
            row = view.report_row(connection, id)
        return report_from_state(json.loads(row.body)["report"]) if row else None

    def claims(self, report: str | None = None) -> list[Claim]:
        """The claims of the current readings, of all reports or of the one with this id, in the order of the texts."""
        with self._database.read() as connection:
            return view.claims(connection, report)

    def decisions(self) -> list[Decision]:
        """Every decision, in the order they were made; those that undo others stand among them.

        One that was made on a claim of an earlier reading is on the claim that now quotes the same words (see ``carry``).
        """
        with self._database.read() as connection:
            return carried(connection, view.decisions(connection))

    def unplaced(self) -> list[Decision]:
        """The decisions on claims that today's readings have no more, and that fit no other: nothing heeds them, they are kept."""
        with self._database.read() as connection:
            made = carried(connection, view.decisions(connection))
            return unplaced(made, readings(connection, made))

    def earlier(self, refs: Iterable[str], reports: Mapping[str, Report]) -> dict[str, Claim]:
        """Claims of these reports that an earlier reading had found, as the latest had them that did; by their refs."""
        with self._database.read() as connection:
            return earlier_claims(connection, refs, reports)

    def carried(self, decisions: Sequence[Decision]) -> list[Decision]:
        """These decisions on the claims of today's readings."""
        with self._database.read() as connection:
            return carried(connection, decisions)

    def past(self, until: datetime) -> Held:
        """Reports, claims and decisions as the record held them at a moment; raises B313 for one without a zone."""
        return held(self.log(), moment(until))

    def evidence(self, sha256: str) -> bytes:
        """The raw bytes with this hash, as they were received; raises B312 where there are none, B308 where they changed."""
        table = schema.evidence
        with self._database.read() as connection:
            deflated = connection.execute(select(table.c.deflated).where(table.c.sha256 == sha256)).scalar()
            if deflated is None:
                raise BelegtError("B312", sha256=sha256)
            raw = zlib.decompress(deflated)
        if digest(raw) != sha256:
            raise BelegtError("B308", path=self.address, detail=f"evidence {sha256} does not have its hash")
        return raw

    def log(self, kind: str | None = None, since: int = 0) -> Iterator[Event]:
        """The events after number ``since``, oldest first, of one kind or of all."""
        with self._database.read() as connection:
            yield from log.read(connection, kind, since)

    def head(self) -> Head:
        """Number and hash of the last event; (0, 64 zeros) when nothing has happened."""
        with self._database.read() as connection:
            return log.head(connection)

    def copy_to(self, other: Record) -> Iterator[Event]:
        """Carry over the events that ``other`` lacks, with their evidence; what is given out is on the disk there.

        Raises B327 where ``other`` holds another history.
        """
        while events := carry(self._database, other._database):
            yield from events

    def rebuild(self) -> None:
        """Derive the views anew from the log."""
        with self._database.write() as connection:
            view.rebuild(connection)

    def _now(self) -> str:
        return moment(self._clock())
