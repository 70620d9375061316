"""Evidence and views: every raw byte that the log names is kept, and the derived tables say what the log says."""

from __future__ import annotations

import hashlib
import zlib
from collections.abc import Iterator

from belegt.record.check.chain import Story, event_body, plain
from belegt.record.check.finding import Finding
from belegt.record.check.rows import Rows

Row = tuple[object, ...]


def compare_evidence(rows: Rows, story: Story) -> Iterator[Finding]:
    """Evidence that is missing, changed, or that no event names."""
    missing = {told.sha256 for told in story.reports.values()}
    named = frozenset(missing)
    for sha256, size, deflated in rows.execute("SELECT sha256, size, deflated FROM evidence"):
        missing.discard(sha256)
        if sha256 not in named:
            yield Finding.of("B507", sha256=sha256, detail="no event of the log names it")
        if not _is_hash_of(sha256, size, deflated):
            yield Finding.of("B507", sha256=sha256, detail="the bytes that are kept do not have this hash and size")
    for sha256 in sorted(missing):
        yield Finding.of("B507", sha256=sha256, detail="the log names it, but it is not kept")


def compare_views(rows: Rows, story: Story) -> Iterator[Finding]:
    """Rows of reports, claims and decisions that the log does not tell, or tells otherwise."""
    told: dict[object, Row] = {id: (id, r.seq, r.sha256, r.reading, r.reader) for id, r in story.reports.items()}
    yield from _compare(rows, "reports", "id, seq, sha256, reading, reader", told)
    yield from _compare(rows, "decisions", "id, seq", {id: (id, seq) for id, seq in story.decisions.items()})
    total = 0
    for id, report in story.reports.items():
        expected = _claims(rows, id, report.reading)
        total += len(expected)
        query = "SELECT report, id, n, kind, state FROM claims WHERE report = ? ORDER BY n"
        if rows.execute(query, (id,)).fetchall() != expected:
            yield Finding.of("B509", table="claims", detail=f"the claims of report {id} differ")
    count = rows.execute("SELECT count(*) FROM claims").fetchone()[0]
    if count != total:
        yield Finding.of("B509", table="claims", detail=f"it has {count} rows, the log tells {total}")


def _compare(rows: Rows, table: str, columns: str, told: dict[object, Row]) -> Iterator[Finding]:
    missing = dict(told)
    for row in rows.execute(f"SELECT {columns} FROM {table}"):  # both are constants of this module
        if missing.pop(row[0], None) != row:
            yield Finding.of("B509", table=table, detail=f"row {row[0]} differs")
    for id in missing:
        yield Finding.of("B509", table=table, detail=f"row {id} is missing")


def _claims(rows: Rows, report: str, reading: int | None) -> list[Row]:
    if reading is None:
        return []
    states = event_body(rows, reading)["claims"]
    return [(report, state["id"], n, state["kind"], plain(state)) for n, state in enumerate(states)]


def _is_hash_of(sha256: object, size: object, deflated: object) -> bool:
    """Inflated no further than to ``size``, so that a forged row cannot fill the memory."""
    if not isinstance(size, int) or not isinstance(deflated, bytes):
        return False
    inflater = zlib.decompressobj()
    try:
        raw = inflater.decompress(deflated, size + 1) if size >= 0 else b""
    except zlib.error:
        return False
    whole = inflater.eof and not inflater.unused_data and len(raw) == size
    return whole and hashlib.sha256(raw).hexdigest() == sha256
