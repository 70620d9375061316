"""The record: an append-only, hash-chained log from which every state is derived (R27, R30, R32)."""

from belegt.record.append import Added
from belegt.record.check import Finding, check
from belegt.record.log import Event, Head
from belegt.record.store import Record, open_record

__all__ = ["Added", "Event", "Finding", "Head", "Record", "check", "open_record"]
