from __future__ import annotations

import ast
import inspect
import os
import random
import sqlite3
import sys
import tracemalloc
import zlib
from collections import Counter
from contextlib import closing
from pathlib import Path

import pytest

from belegt.errors import CHECK_FAILED, ERRORS, REFUSED, BelegtError
from belegt.record import Record, check, open_record
from belegt.record.check import Finding
from tests.record.check.tampering import Sound, contents, tamper
from tests.record.samples import READER, claims_of, raw_of, sample

TRIALS = int(os.environ.get("BELEGT_TAMPERINGS", "2000"))
SIDE_FILES = ("-wal", "-shm", "-journal")


def _found(path: Path, head: tuple[int, str] | None) -> bool:
    try:
        return bool(check(path, head))
    except BelegtError as error:
        return error.code == "B301"


def _fresh(sound: Sound, path: Path) -> None:
    for suffix in SIDE_FILES:
        path.with_name(path.name + suffix).unlink(missing_ok=True)
    path.write_bytes(sound.content)


def test_a_sound_record_has_no_findings(sound: Sound, path: Path) -> None:
    path.write_bytes(sound.content)
    assert check(path) == check(path, sound.head) == check(str(path), (0, "0" * 64)) == []
    assert contents(path) == sound.says


def test_a_record_is_sound_while_it_is_written_to(filled: Record, path: Path) -> None:
    with filled._database.write() as connection:
        connection.exec_driver_sql("DELETE FROM claims")
        assert check(path, filled.head()) == []
        connection.rollback()


def test_checking_changes_no_byte(sound: Sound, path: Path) -> None:
    path.write_bytes(sound.content)
    check(path, sound.head)
    assert path.read_bytes() == sound.content
    assert [file.name for file in path.parent.iterdir()] == [path.name]


def test_any_tampering_with_rows_or_schema_is_found(sound: Sound, path: Path) -> None:
    chance = random.Random(1)
    tally: Counter[tuple[str, str]] = Counter()
    for trial in range(TRIALS):
        _fresh(sound, path)
        way = tamper(path, chance)
        if _found(path, sound.head):
            tally[way, "found"] += 1
        else:
            assert contents(path) == sound.says, f"{way} in trial {trial} went unseen"
            tally[way, "harmless"] += 1
    found = sum(n for (_, what), n in tally.items() if what == "found")
    assert found > 0.9 * TRIALS, tally


def test_any_changed_byte_of_the_file_is_found_or_carries_no_data(sound: Sound, path: Path) -> None:
    chance = random.Random(2)
    found = 0
    for trial in range(TRIALS // 2):
        _fresh(sound, path)
        content = bytearray(sound.content)
        at = chance.choice([chance.randrange(len(content)), chance.randrange(100)])
        content[at] ^= chance.randrange(1, 256)
        path.write_bytes(content)
        if _found(path, sound.head):
            found += 1
        else:
            assert contents(path) == sound.says, f"byte {at} in trial {trial} went unseen"
    assert found > 0


def test_any_damaged_stretch_of_the_file_is_found_or_carries_no_data(sound: Sound, path: Path) -> None:
    chance = random.Random(3)
    for trial in range(TRIALS // 10):
        _fresh(sound, path)
        content = bytearray(sound.content)
        at, length = chance.randrange(len(content)), chance.choice([16, 512, 4096])
        content[at : at + length] = chance.choice([bytes(length), chance.randbytes(length)])[: len(content) - at]
        path.write_bytes(content[: chance.choice([len(content), at + length])])
        if not _found(path, sound.head):
            assert contents(path) == sound.says, f"bytes from {at} in trial {trial} went unseen"


def _cut_to(path: Path, last: int) -> None:
    """Take the newest rows out of log, evidence and views, so that what is left is a sound, shorter record."""
    with closing(sqlite3.connect(path, isolation_level=None)) as shell:
        guards = shell.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'").fetchall()
        for name, _ in guards:
            shell.execute(f"DROP TRIGGER {name}")
        shell.execute("DELETE FROM log WHERE seq > ?", (last,))
        shell.execute("DELETE FROM decisions WHERE seq > ?", (last,))
        for _, sql in guards:
            shell.execute(sql)


def test_rows_cut_off_at_the_end_are_found_by_a_remembered_head(sound: Sound, path: Path) -> None:
    path.write_bytes(sound.content)
    _cut_to(path, sound.head[0] - 1)
    assert check(path) == []
    assert [f.code for f in check(path, sound.head)] == ["B510"]


def test_an_older_copy_put_in_place_is_found_by_a_remembered_head(path: Path, tmp_path: Path) -> None:
    with open_record(path, create=True) as record:
        record.add(sample(1), raw_of(sample(1)), claims_of(sample(1)), READER)
    older = path.read_bytes()
    with open_record(path) as record:
        record.add(sample(2), raw_of(sample(2)), claims_of(sample(2)), READER)
        head = record.head()
    assert check(path, head) == []
    path.write_bytes(older)
    assert check(path) == []
    assert [f.code for f in check(path, head)] == ["B510"]


def test_a_log_rewritten_with_right_hashes_is_found_by_a_remembered_head(sound: Sound, path: Path) -> None:
    with open_record(path, create=True) as forged:
        for n in range(5):
            report = sample(n)
            forged.add(report, raw_of(report), claims_of(report)[:1], READER)
    assert check(path) == []
    assert [f.code for f in check(path, (4, sound.head[1]))] == ["B510"]


@pytest.mark.parametrize(
    ("statement", "code"),
    [
        ("UPDATE log SET body = replace(body, 'mindestens', 'genau') WHERE seq = 1", "B504"),
        ("UPDATE log SET at = '2020-01-01T00:00:00.000000Z' WHERE seq = 2", "B504"),
        ("UPDATE log SET prev = hash WHERE seq = 4", "B505"),
        ("DELETE FROM log WHERE seq = 4", "B503"),
        ("UPDATE log SET body = '[]' WHERE seq = 3", "B506"),
        ("UPDATE evidence SET deflated = x'00'", "B507"),
        ("UPDATE evidence SET size = size + 1", "B507"),
        ("DELETE FROM evidence", "B507"),
        ("INSERT INTO evidence VALUES ('x', 0, x'')", "B507"),
        ("UPDATE log SET body = replace(body, '\"start\":', '\"start\":1') WHERE seq = 2", "B508"),
        ("UPDATE claims SET n = n + 1", "B509"),
        ("DELETE FROM claims", "B509"),
        ("INSERT INTO claims VALUES ('x', 'x', 0, 'killed', '{}')", "B509"),
        ("UPDATE reports SET reader = 'rules 9'", "B509"),
        ("DELETE FROM reports WHERE id = 'report-3'", "B509"),
        ("DELETE FROM decisions", "B509"),
        ("DROP TRIGGER log_no_update", "B502"),
        ("UPDATE alembic_version SET version_num = '0000'", "B502"),
    ],
)
def test_each_kind_of_change_has_its_own_code(sound: Sound, path: Path, statement: str, code: str) -> None:
    path.write_bytes(sound.content)
    with closing(sqlite3.connect(path, isolation_level=None)) as shell:
        guards = shell.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'").fetchall()
        for name, _ in guards:
            if name not in statement:
                shell.execute(f"DROP TRIGGER {name}")
        shell.execute(statement)
        for name, sql in guards:
            if name not in statement:
                shell.execute(sql)
    findings = check(path, sound.head)
    assert code in {f.code for f in findings}
    assert all(ERRORS[f.code].exit_code == CHECK_FAILED and f.next_step for f in findings)
    assert str(findings[0]).startswith(f"{findings[0].code} ")


def test_evidence_that_would_inflate_without_end_is_not_inflated(sound: Sound, path: Path) -> None:
    path.write_bytes(sound.content)
    with closing(sqlite3.connect(path, isolation_level=None)) as shell:
        shell.execute("DROP TRIGGER evidence_no_update")
        bomb = zlib.compress(bytes(50_000_000))
        shell.execute("UPDATE evidence SET deflated = ? WHERE sha256 = ?", (bomb, sample(1).sha256))
    tracemalloc.start()
    codes = {f.code for f in check(path)}
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert "B507" in codes
    assert peak < 5_000_000


@pytest.mark.parametrize("content", [b"", b"Sieben Menschen starben.", b"SQLite format 3\x00" + bytes(84)])
def test_what_is_no_record_is_refused(path: Path, content: bytes) -> None:
    path.write_bytes(content)
    with pytest.raises(BelegtError) as caught:
        check(path)
    assert (caught.value.code, caught.value.exit_code) == ("B301", REFUSED)


def test_a_missing_file_and_a_folder_are_refused(path: Path) -> None:
    for place, code in ((path, "B302"), (path.parent, "B301")):
        with pytest.raises(BelegtError) as caught:
            check(place)
        assert caught.value.code == code


def test_the_check_imports_nothing_of_the_writer() -> None:
    allowed = {*sys.stdlib_module_names, "belegt.errors", "belegt.address", "belegt.record.server", "psycopg"}
    files = list(Path(inspect.getfile(check)).parent.glob("*.py"))
    assert len(files) == 7
    for file in files:
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            names = [a.name for a in node.names] if isinstance(node, ast.Import) else []
            if isinstance(node, ast.ImportFrom):
                names = [node.module or ""]
            for name in names:
                assert name in allowed or name.split(".")[0] in allowed or name.startswith("belegt.record.check")


def test_a_finding_says_what_was_found_and_what_to_do() -> None:
    finding = Finding.of("B503", first=3, last=4)
    assert str(finding).startswith("B503 the log lacks rows 3 to 4. Next: ")
