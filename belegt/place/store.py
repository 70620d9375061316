"""The compiled gazetteer: one file, mapped into memory, asked by the hash of a folded name.

Layout, little-endian: a magic line, a line of JSON (where each section lies, and what the file was made from), sections:
``crc``     sorted CRC-32 of every key; ``check`` 4 bytes of its BLAKE2, so that no other name passes for it
``start``   where the keys with each leading 20 bits of their CRC-32 begin
``ref``     place number and flags of every key
``place``   one fixed record a place; ``text`` its names; ``list`` the names of countries and provinces
Invariant: a name that is not in the file costs one CRC and about one comparison, and touches no record.
"""

from __future__ import annotations

import json
import mmap
import struct
import sys
from functools import cache
from hashlib import blake2b
from pathlib import Path
from typing import Any, NamedTuple
from zlib import crc32

from belegt.errors import BelegtError
from belegt.place.place import Place

MAGIC = b"BELEGT-GAZETTEER-1\n"
RECORD = struct.Struct("<iiIfHHBxxxI")  # lat, lon, population, weight, country, province, precision, text
NOWHERE = -(2**31)
FLAG_BITS, BUCKET_BITS = 4, 20
BUCKET_SHIFT = 32 - BUCKET_BITS
MAIN, KNOWN, AMBIGUOUS, CAPITALS = 1, 2, 4, 8  # how a place bears a name: see ``compile.keys``
PRECISIONS = ("town", "region", "country", "continent")
DATA = Path(__file__).parent / "data" / "gazetteer.bin"


class Hit(NamedTuple):
    """A place that bears a name, how it bears it (flags), and its weight among all that do."""

    number: int
    flags: int
    weight: float
    country: str
    precision: str


class Store:
    """A compiled gazetteer, read-only; threads and forked processes may share it. Raises B601 where it is none."""

    def __init__(self, path: Path) -> None:
        if sys.byteorder != "little":
            raise BelegtError("B602")
        head = head_of(path)
        if not head:
            raise BelegtError("B601", where=str(path))
        with path.open("rb") as file:
            whole = memoryview(mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ))
        part = {name: whole[start : start + length] for name, (start, length) in head["sections"].items()}
        self._crc, self._check = part["crc"].cast("I"), part["check"].cast("I")
        self._start, self._ref = part["start"].cast("I"), part["ref"].cast("I")
        self._place, self._text = part["place"], part["text"]
        countries, provinces = bytes(part["list"]).decode().split("\f")
        self._countries, self._provinces = countries.split("\n"), provinces.split("\n")

    def __len__(self) -> int:
        return len(self._place) // RECORD.size

    def __contains__(self, key: str) -> bool:
        return bool(self.find(key))

    def find(self, key: str) -> list[Hit]:
        """The places that bear the folded name ``key``; mostly none."""
        raw = key.encode("utf-8", "surrogatepass")
        crc = crc32(raw)
        crcs, bucket = self._crc, crc >> BUCKET_SHIFT
        i, end = self._start[bucket], self._start[bucket + 1]
        while i < end and crcs[i] != crc:
            i += 1
        if i == end:
            return []
        wanted = check(raw)
        return [self._hit(self._ref[i]) for i in range(i, end) if crcs[i] == crc and self._check[i] == wanted]

    def _hit(self, ref: int) -> Hit:
        number = ref >> FLAG_BITS
        _, _, _, weight, country, _, kind, _ = RECORD.unpack_from(self._place, number * RECORD.size)
        return Hit(number, ref & (2**FLAG_BITS - 1), weight, self._countries[country], PRECISIONS[kind])

    def place(self, number: int, *, ambiguous: bool = False) -> Place:
        """The place of that number."""
        lat, lon, population, _, country, province, kind, text = RECORD.unpack_from(
            self._place, number * RECORD.size
        )
        length = int.from_bytes(self._text[text : text + 2], "little")
        name, *names = bytes(self._text[text + 2 : text + 2 + length]).decode().split("\t")
        known = lat != NOWHERE
        return Place(
            name=name,
            lat=lat / 1e5 if known else None,
            lon=lon / 1e5 if known else None,
            precision=PRECISIONS[kind],
            country=self._countries[country],
            admin=self._provinces[province],
            population=population,
            ambiguous=ambiguous,
            names=tuple((n[:2], n[3:]) for n in names),
        )


@cache
def store() -> Store:
    """The gazetteer that comes with Belegt, opened at the first call; raises B601 where it was not built."""
    return Store(DATA)


def check(raw: bytes) -> int:
    """The second hash of a key."""
    return int.from_bytes(blake2b(raw, digest_size=4).digest(), "little")


def head_of(path: Path) -> dict[str, Any]:
    """The head of a gazetteer file; empty where the file is none."""
    try:
        with path.open("rb") as file:
            if file.readline() != MAGIC:
                return {}
            head: dict[str, Any] = json.loads(file.readline())
            return head
    except (OSError, ValueError):
        return {}
