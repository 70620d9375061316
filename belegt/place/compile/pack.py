"""Write a gazetteer in the layout that ``store`` reads. Same entries, same bytes."""

from __future__ import annotations

import json
import struct
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from zlib import crc32

from belegt.place.place import Place
from belegt.place.store import BUCKET_BITS, BUCKET_SHIFT, FLAG_BITS, MAGIC, NOWHERE, PRECISIONS, RECORD, check


@dataclass(frozen=True, slots=True)
class Entry:
    """A place to be written, its weight among places of the same name, and the keys it is found by, with their flags."""

    place: Place
    weight: float
    keys: Mapping[str, int]


def write(path: Path, entries: Sequence[Entry], stamp: str) -> None:
    """Write the entries to ``path``, wholly or not at all; ``stamp`` says what they were made from."""
    countries = sorted({e.place.country for e in entries} | {""})
    provinces = sorted({e.place.admin for e in entries} | {""})
    records, text = _places(entries, countries, provinces)
    rows = sorted(_rows(entries))
    crcs = [crc for crc, _, _ in rows]
    sections = {
        "crc": _words(crcs),
        "check": _words([second for _, second, _ in rows]),
        "start": _words([bisect_left(crcs, bucket << BUCKET_SHIFT) for bucket in range(2**BUCKET_BITS + 1)]),
        "ref": _words([ref for _, _, ref in rows]),
        "place": records,
        "text": text,
        "list": ("\n".join(countries) + "\f" + "\n".join(provinces)).encode(),
    }
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_suffix(".part")
    part.write_bytes(_framed(sections, stamp))
    part.replace(path)


def _places(entries: Sequence[Entry], countries: list[str], provinces: list[str]) -> tuple[bytes, bytes]:
    country_number = {c: i for i, c in enumerate(countries)}
    province_number = {p: i for i, p in enumerate(provinces)}
    records, text = bytearray(), bytearray()
    for entry in entries:
        place = entry.place
        known = place.lat is not None and place.lon is not None
        records += RECORD.pack(
            round((place.lat or 0) * 1e5) if known else NOWHERE,
            round((place.lon or 0) * 1e5) if known else 0,
            place.population,
            entry.weight,
            country_number[place.country],
            province_number[place.admin],
            PRECISIONS.index(place.precision),
            len(text),
        )
        names = "\t".join([place.name, *(f"{lang}={name}" for lang, name in place.names)]).encode()
        text += len(names).to_bytes(2, "little") + names
    return bytes(records), bytes(text)


def _rows(entries: Sequence[Entry]) -> Iterator[tuple[int, int, int]]:
    """CRC, second hash, and reference of every key of every place."""
    for number, entry in enumerate(entries):
        for key, flags in entry.keys.items():
            raw = key.encode("utf-8", "surrogatepass")
            yield crc32(raw), check(raw), number << FLAG_BITS | flags


def _words(values: Sequence[int]) -> bytes:
    return struct.pack(f"<{len(values)}I", *values)


def _framed(sections: Mapping[str, bytes], stamp: str) -> bytes:
    """Magic, head of a fixed width (offsets must not move it), and the sections, each at a multiple of four bytes."""
    width, at, lies = 1024, len(MAGIC) + 1024, {}
    body = bytearray()
    for name, content in sections.items():
        body += b"\0" * (-(at + len(body)) % 4)
        lies[name] = [at + len(body), len(content)]
        body += content
    head = json.dumps({"stamp": stamp, "sections": lies}, sort_keys=True).encode()
    return MAGIC + head.ljust(width - 1) + b"\n" + bytes(body)
