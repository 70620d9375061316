"""Dates that a report states in a field of its own: ISO 8601, nothing else."""

from __future__ import annotations

import re
from datetime import date, datetime

from belegt.errors import BelegtError

_ISO = re.compile(r"(\d{4}-\d\d-\d\d)(?:[T ].*)?")


def iso_date(value: str) -> date:
    """The day of "2016-11-22" or "2016-11-22T09:15:00+01:00", as written, without applying the zone; raises B207."""
    match = _ISO.fullmatch(value.strip())
    try:
        if match is None:
            raise ValueError
        if len(match[0]) > 10:
            datetime.fromisoformat(match[0])
        return date.fromisoformat(match[1])
    except ValueError:
        raise BelegtError("B207", value=value[:60]) from None
