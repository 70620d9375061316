"""What only a record in a file meets: the file system, another SQLite, damaged pages."""

from __future__ import annotations

import os
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from belegt.errors import CONFLICT, FAILED, REFUSED, BelegtError
from belegt.record import Record, check, open_record
from tests.record.samples import READER, claims_of, raw_of, sample


@pytest.fixture
def place(path: Path) -> str:
    return str(path)


def _add(record: Record, n: int) -> None:
    report = sample(n)
    record.add(report, raw_of(report), claims_of(report), READER)


def test_a_new_record_is_empty_and_readable_for_its_owner_alone(record: Record, path: Path) -> None:
    assert (record.reports(), record.claims(), record.decisions(), list(record.log())) == ([], [], [], [])
    assert record.head() == (0, "0" * 64)
    for file in path.parent.iterdir():
        assert file.stat().st_mode & 0o777 == 0o600


def test_a_missing_record_is_refused_unless_it_is_to_be_made(path: Path) -> None:
    with pytest.raises(BelegtError) as caught:
        open_record(path)
    assert (caught.value.code, caught.value.exit_code) == ("B302", REFUSED)
    assert not path.exists()


@pytest.mark.parametrize("content", [b"Sieben Menschen starben.", b"SQLite", b"\x00" * 4096])
@pytest.mark.parametrize("create", [False, True])
def test_a_file_that_is_no_record_is_refused_and_stays_as_it_is(path: Path, content: bytes, create: bool) -> None:
    path.write_bytes(content)
    with pytest.raises(BelegtError) as caught:
        open_record(path, create=create)
    assert (caught.value.code, caught.value.exit_code) == ("B301", REFUSED)
    assert path.read_bytes() == content


@pytest.mark.parametrize("create", [False, True])
def test_another_sqlite_file_is_refused_and_stays_as_it_is(path: Path, create: bool) -> None:
    with sqlite3.connect(path) as other:
        other.execute("CREATE TABLE notes (note TEXT)")
    other.close()
    before = path.read_bytes()
    with pytest.raises(BelegtError) as caught:
        open_record(path, create=create)
    assert caught.value.code == "B301"
    assert path.read_bytes() == before
    assert list(path.parent.iterdir()) == [path]


def test_a_folder_is_no_record(tmp_path: Path) -> None:
    with pytest.raises(BelegtError) as caught:
        open_record(tmp_path, create=True)
    assert caught.value.code == "B301"


def test_an_empty_file_becomes_a_record_only_when_one_is_to_be_made(path: Path) -> None:
    path.touch()
    with pytest.raises(BelegtError) as caught:
        open_record(path)
    assert caught.value.code == "B301"
    with open_record(path, create=True) as record:
        assert record.reports() == []


def test_a_record_cannot_be_made_in_a_folder_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(BelegtError) as caught:
        open_record(tmp_path / "no" / "demo.belegt", create=True)
    assert (caught.value.code, caught.value.exit_code) == ("B307", FAILED)


def test_a_record_that_another_process_holds_is_a_conflict(filled: Record, path: Path) -> None:
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with open_record(path, wait=0.05) as record, pytest.raises(BelegtError) as caught:
        _add(record, 4)
    assert (caught.value.code, caught.value.exit_code) == ("B306", CONFLICT)
    other.execute("ROLLBACK")
    other.close()
    _add(filled, 4)
    assert len(filled.reports()) == 4


@pytest.fixture
def as_nobody() -> Iterator[Path]:
    """A folder that the process, from now on without root's rights, may enter but not write to."""
    with tempfile.TemporaryDirectory() as folder:
        Path(folder).chmod(0o755)
        with open_record(Path(folder) / "demo.belegt", create=True):
            pass
        root = os.geteuid() == 0
        (Path(folder) / "demo.belegt").chmod(0o444)
        if root:
            os.seteuid(65534)
        else:
            Path(folder).chmod(0o555)
        try:
            yield Path(folder)
        finally:
            if root:
                os.seteuid(0)
            Path(folder).chmod(0o755)


def test_a_record_that_cannot_be_written_says_so(as_nobody: Path) -> None:
    with pytest.raises(BelegtError) as caught, open_record(as_nobody / "demo.belegt") as record:
        _add(record, 1)
    assert (caught.value.code, caught.value.exit_code) == ("B307", FAILED)
    with pytest.raises(BelegtError) as caught:
        open_record(as_nobody / "new.belegt", create=True)
    assert caught.value.code == "B307"


def test_a_record_that_may_not_be_read_says_so(as_nobody: Path) -> None:
    euid = os.geteuid()
    os.seteuid(os.getuid())
    (as_nobody / "demo.belegt").chmod(0o000)
    os.seteuid(euid)
    for opened in (open_record, check):
        with pytest.raises(BelegtError) as caught:
            opened(as_nobody / "demo.belegt")
        assert caught.value.code == "B307"


def test_a_record_on_read_only_ground_can_be_checked(as_nobody: Path) -> None:
    assert check(as_nobody / "demo.belegt") == []


def _limit_pages(record: Record, spare: int) -> None:
    with record._database.read() as connection:
        used = connection.exec_driver_sql("PRAGMA page_count").scalar_one()
        connection.exec_driver_sql(f"PRAGMA max_page_count = {used + spare}")


def test_a_full_record_says_so_stays_clean_and_goes_on_when_there_is_space(record: Record, path: Path) -> None:
    _add(record, 1)
    _limit_pages(record, 4)
    big = sample(2, "Sieben Menschen starben. " * 4000)
    with pytest.raises(BelegtError) as caught:
        record.add(big, raw_of(big), [], READER)
    assert (caught.value.code, caught.value.exit_code) == ("B305", FAILED)
    assert record.reports() == [sample(1)]
    assert check(path) == []
    _limit_pages(record, 1_000_000)
    record.add(big, raw_of(big), [], READER)
    assert record.reports() == [sample(1), big]
    assert check(path) == []


def test_a_damaged_record_is_named_as_such_when_it_is_read(filled: Record, path: Path) -> None:
    filled.close()
    content = bytearray(path.read_bytes())
    for page in range(4096, len(content), 4096):
        content[page : page + 64] = b"\xff" * 64
    path.write_bytes(content)
    with pytest.raises(BelegtError) as caught, open_record(path) as record:
        record.claims()
    assert (caught.value.code, caught.value.exit_code) == ("B308", FAILED)


def test_evidence_that_changed_is_not_handed_out(filled: Record, path: Path) -> None:
    with sqlite3.connect(path) as other:
        other.execute("DROP TRIGGER evidence_no_update")
        other.execute(
            "UPDATE evidence SET deflated = (SELECT deflated FROM evidence WHERE sha256 = ?)", (sample(2).sha256,)
        )
    other.close()
    with pytest.raises(BelegtError) as caught:
        filled.evidence(sample(1).sha256)
    assert caught.value.code == "B308"
    assert filled.evidence(sample(2).sha256) == raw_of(sample(2))


def test_a_record_of_a_newer_schema_is_refused_and_its_file_stays_as_it_is(filled: Record, path: Path) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as newer:
        newer.execute("UPDATE alembic_version SET version_num = '9999'")
    filled.close()
    before = path.read_bytes()
    with pytest.raises(BelegtError, match="9999") as caught:
        open_record(path, create=True)
    assert (caught.value.code, caught.value.exit_code) == ("B303", REFUSED)
    assert path.read_bytes() == before


def test_a_making_that_broke_off_is_done_again(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA journal_mode = WAL")
    with pytest.raises(BelegtError) as caught:
        open_record(path)
    assert caught.value.code == "B301"
    with open_record(path, create=True) as record:
        assert record.head().seq == 0
