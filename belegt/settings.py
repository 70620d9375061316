"""Limits and defaults in one place; every number here says its unit.

Invariant: nothing here is read from the environment or changes while the program runs.
"""

from __future__ import annotations

from typing import Final

REPORT_BYTES: Final = 20_000_000
"""Bytes of one report as received: a file, or one line of a feed. A feed may be of any length."""

TEXT_CHARACTERS: Final = 5_000_000
"""Code points of one report's working copy: some 3,000 printed pages."""

PAGE_SECONDS: Final = 10.0
"""Seconds that one HTML page may take to be read before it is given up."""

PAGE_START_SECONDS: Final = 60.0
"""Seconds that the process which reads HTML pages may take to start."""

PAGE_MEMORY: Final = 1_500_000_000
"""Bytes of address space that reading HTML pages may take, where the system can hold a process to it."""

DESK_BODY_BYTES: Final = 20_000_000
"""Bytes that the desk takes in one request, files included."""

DESK_PAGE_ROWS: Final = 50
"""Rows on one page of a list at the desk."""

DESK_RIVALS_CLAIMS: Final = 20_000
"""Claims up to which the queue looks for what rivals say: that needs all of them linked."""

DESK_RIVALS_SECONDS: Final = 0.4
"""Seconds that the queue waits for that; until it is ready, claims are ordered without it."""
