"""A process whose files may not grow: it adds until the record is full, is given space again, and goes on.

python -m tests.crash.squeezed RECORD
"""

from __future__ import annotations

import resource
import sys
from pathlib import Path

from belegt.errors import BelegtError
from belegt.record import open_record
from tests.record.samples import READER, claims_of, noon, raw_of, sample


def main(path: Path) -> None:
    free, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    with open_record(path, create=True, clock=noon) as record:
        resource.setrlimit(resource.RLIMIT_FSIZE, (300_000, hard))
        for n in range(200):
            report = sample(n)
            try:
                record.add(report, raw_of(report), claims_of(report), READER)
            except BelegtError as error:
                print(error.code, error.exit_code, n, len(record.reports()), flush=True)
                resource.setrlimit(resource.RLIMIT_FSIZE, (free, hard))
                record.add(report, raw_of(report), claims_of(report), READER)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
