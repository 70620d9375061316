"""Compile the gazetteer to one index when Belegt is built; nothing here is needed, or imported, once it is written.

Invariant: same sources, same bytes.
"""

from __future__ import annotations

from pathlib import Path

from belegt.place.compile.entries import entries
from belegt.place.compile.pack import write
from belegt.place.compile.sources import provinces, stamp, tables, towns
from belegt.place.store import DATA, head_of


def build(target: Path = DATA) -> bool:
    """Write the index unless it stands there already, made from the same sources; says whether it wrote."""
    made_from = stamp()
    if head_of(target).get("stamp") == made_from:
        return False
    write(target, list(entries(towns(), provinces(), tables())), made_from)
    return True
