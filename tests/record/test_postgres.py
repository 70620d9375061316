"""What only a record at a PostgreSQL server meets: its triggers, its lock, its users, and its being away."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import closing
from typing import Any

import pytest

from belegt.errors import CONFLICT, FAILED, REFUSED, BelegtError
from belegt.record import Record, check, open_record
from belegt.record.schema import evidence, log
from tests.record.samples import READER, claims_of, decision, noon, raw_of, sample

psycopg = pytest.importorskip("psycopg", reason="psycopg is not installed (pip install '.[postgres]')")


@pytest.fixture
def place(emptied: str) -> str:
    return emptied


@pytest.fixture
def shell(filled: Record, place: str) -> Iterator[Any]:
    """The record in the hands of somebody with a shell at its server."""
    with closing(psycopg.connect(place, autocommit=True)) as connection:
        yield connection


def _refused(place: str, **options: Any) -> BelegtError:
    """What opening a record and adding to it is refused for."""
    with pytest.raises(BelegtError) as caught, open_record(place, **options) as record:
        record.add(sample(9), raw_of(sample(9)), claims_of(sample(9)), READER)
    return caught.value


def test_the_same_events_have_the_same_chain_in_a_file_and_at_a_server(filled: Record, path: str) -> None:
    with open_record(path, create=True, clock=noon) as other:
        for n in (1, 2, 3):
            other.add(sample(n), raw_of(sample(n)), claims_of(sample(n)), READER)
        other.add(sample(2), raw_of(sample(2)), claims_of(sample(2), "rules 2")[:3], "rules 2")
        other.decide(decision(1))
        other.decide(decision(2, "hide"))
        assert other.head() == filled.head() == (9, filled.head().hash)
        assert list(other.log()) == list(filled.log())


@pytest.mark.parametrize("table", [log, evidence], ids=lambda table: str(table.name))
def test_no_row_of_log_or_evidence_can_be_changed_deleted_or_emptied_out(shell: Any, place: str, table: Any) -> None:
    acts = [f"UPDATE {table.name} SET {column.name} = {column.name}" for column in table.columns]
    acts += [f"DELETE FROM {table.name}", f"TRUNCATE {table.name} CASCADE"]
    for replica in ("origin", "replica"):
        shell.execute(f"SET session_replication_role = {replica}")
        for act in acts:
            with pytest.raises(psycopg.errors.IntegrityConstraintViolation, match=f"{table.name} is append-only"):
                shell.execute(act)
    assert check(place) == []


OUT_OF_PLACE = (
    "INSERT INTO log SELECT 99, at, kind, body, prev, hash FROM log WHERE seq = 3",
    "INSERT INTO log SELECT 0, at, kind, body, prev, hash FROM log WHERE seq = 3",
    "INSERT INTO log VALUES ((SELECT max(seq) + 1 FROM log), 'x', 'x', 'x', 'not the last hash', 'x')",
    "INSERT INTO log SELECT * FROM log WHERE seq = 3 ON CONFLICT (seq) DO UPDATE SET body = 'x'",
    "INSERT INTO evidence SELECT * FROM evidence ON CONFLICT (sha256) DO UPDATE SET deflated = ''",
)


def test_no_row_can_be_put_in_the_place_of_another(shell: Any, place: str) -> None:
    for statement in OUT_OF_PLACE:
        with pytest.raises(psycopg.errors.IntegrityConstraintViolation, match="is append-only"):
            shell.execute(statement)
    assert check(place) == []


def test_a_commit_waits_for_the_disk_also_where_the_database_is_set_otherwise(place: str) -> None:
    with open_record(f"{place}%20-csynchronous_commit%3Doff", create=True) as record:
        with record._database.write() as connection:
            assert connection.exec_driver_sql("SHOW synchronous_commit").scalar() == "on"
        with record._database.read() as connection:
            assert connection.exec_driver_sql("SHOW transaction_isolation").scalar() == "repeatable read"


def test_a_reader_sees_one_state_from_the_first_row_to_the_last(record: Record) -> None:
    record.decide(decision(1))
    events = record.log()
    first = next(events)
    record.decide(decision(2))
    assert [first, *events] == list(record.log())[:1]


def test_a_record_that_another_writer_holds_is_a_conflict(record: Record, place: str) -> None:
    with record._database.write():
        error = _refused(place, wait=0.05)
    assert (error.code, error.exit_code) == ("B306", CONFLICT)
    assert record.head().seq == 0


def test_more_threads_than_sessions_take_turns(record: Record) -> None:
    threads = [threading.Thread(target=record.decide, args=(decision(n),)) for n in range(40)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert {d.id for d in record.decisions()} == {decision(n).id for n in range(40)}


def test_a_session_that_the_server_ended_says_so_and_the_next_act_has_another(filled: Record, shell: Any) -> None:
    before = filled.head()
    end = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pid <> pg_backend_pid() AND application_name = 'belegt'"
    with pytest.raises(BelegtError) as caught, filled._database.write():
        shell.execute(end)  # the commit comes too late
    assert (caught.value.code, caught.value.exit_code) == ("B321", FAILED)
    shell.execute(end)
    assert filled.head() == before
    filled.decide(decision(7))
    assert filled.head().seq == before.seq + 1


def test_a_user_who_may_only_add_can_add_and_nothing_else(filled: Record, shell: Any, place: str) -> None:
    name = shell.execute("SELECT current_schema()").fetchone()[0]
    shell.execute("CREATE ROLE clerk LOGIN")
    shell.execute(f"GRANT USAGE ON SCHEMA {name} TO clerk")
    shell.execute("GRANT SELECT ON ALL TABLES IN SCHEMA " + name + " TO clerk")
    shell.execute("GRANT INSERT ON log, evidence TO clerk")
    shell.execute("GRANT INSERT, UPDATE, DELETE ON reports, claims, decisions TO clerk")
    clerk = place.replace("belegt@", "clerk@")
    with open_record(clerk) as record:
        record.add(sample(5), raw_of(sample(5)), claims_of(sample(5)), READER)
        record.decide(decision(5))
    assert check(clerk) == []
    with closing(psycopg.connect(clerk, autocommit=True)) as session:
        for act in ("ALTER TABLE log DISABLE TRIGGER ALL", "DROP TABLE log CASCADE", "UPDATE log SET at = ''"):
            with pytest.raises(psycopg.errors.InsufficientPrivilege):
                session.execute(act)
    shell.execute("REVOKE INSERT ON log FROM clerk")
    error = _refused(clerk)
    assert (error.code, error.exit_code) == ("B324", FAILED)


def test_a_server_that_takes_no_writes_says_so(filled: Record, place: str) -> None:
    assert _refused(f"{place}%20-cdefault_transaction_read_only%3Don").code == "B324"


@pytest.mark.parametrize("opened", [open_record, check])
def test_a_database_without_tables_holds_no_record(schema: str, opened: Any) -> None:
    with pytest.raises(BelegtError) as caught:
        opened(schema)
    assert (caught.value.code, caught.value.exit_code) == ("B302", REFUSED)
    assert schema in str(caught.value)


def test_tables_of_others_are_refused_and_stay_as_they_are(schema: str) -> None:
    with psycopg.connect(schema, autocommit=True) as connection:
        connection.execute("CREATE TABLE log (line text)")
        for opened in (open_record, check, lambda p: open_record(p, create=True)):
            with pytest.raises(BelegtError) as caught:
                opened(schema)
            assert caught.value.code == "B301"
        assert connection.execute("SELECT count(*) FROM pg_tables WHERE schemaname = current_schema()").fetchone() == (
            1,
        )


def test_names_that_are_not_there_are_refused(server: str) -> None:
    for place in (server.replace("/postgres?", "/nowhere?"), f"{server}&options=-csearch_path%3Dnowhere"):
        for opened in (lambda p: open_record(p, create=True), check):
            with pytest.raises(BelegtError) as caught:
                opened(place)
            assert (caught.value.code, caught.value.exit_code) in (("B323", REFUSED), ("B302", REFUSED))


def test_a_database_that_cannot_hold_every_script_is_refused(server: str) -> None:
    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute("CREATE DATABASE latin ENCODING 'LATIN1' TEMPLATE template0 STRATEGY file_copy")
    with pytest.raises(BelegtError, match="LATIN1") as caught:
        open_record(server.replace("/postgres?", "/latin?"), create=True)
    assert (caught.value.code, caught.value.exit_code) == ("B325", REFUSED)


@pytest.mark.parametrize("opened", [open_record, check])
@pytest.mark.parametrize("host", ["127.0.0.1:1", "%2Fnowhere"])
def test_a_server_that_is_not_there_says_so(host: str, opened: Any) -> None:
    with pytest.raises(BelegtError) as caught:
        opened(f"postgresql://mara:s3cret@{host}/aleppo")
    assert (caught.value.code, caught.value.exit_code) == ("B321", FAILED)
    assert f"mara@{host}/aleppo" in str(caught.value)
    assert "s3cret" not in str(caught.value)


def test_a_wrong_password_is_refused_and_never_printed(server: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("PGPASSWORD", raising=False)
    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute("DROP ROLE IF EXISTS keeper")
        connection.execute("CREATE ROLE keeper SUPERUSER LOGIN PASSWORD 'right'")
    for given in (":wr0ng", ""):
        place = server.replace("belegt@", f"keeper{given}@")
        for opened in (open_record, check):
            with pytest.raises(BelegtError, match="keeper") as caught:
                opened(place)
            assert (caught.value.code, caught.value.exit_code) == ("B322", REFUSED)
            said = [caught.value, caught.value.__cause__, caught.value.__context__]
            assert "wr0ng" not in f"{said} {said!r}"
    monkeypatch.setenv("PGPASSWORD", "right")
    with pytest.raises(BelegtError) as caught:
        open_record(server.replace("belegt@", "keeper@"))
    assert caught.value.code == "B302"


def test_options_of_the_environment_count_where_the_address_has_none(
    place: str, server: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PGOPTIONS", place.split("options=")[1].replace("%3D", "="))
    with open_record(server) as record:
        assert record.head().seq == 0
    assert check(server) == []


def test_without_psycopg_it_says_what_to_install(place: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "psycopg", None)
    for opened in (lambda p: open_record(p, create=True), check):
        with pytest.raises(BelegtError, match=r"pip install '\.\[postgres\]'") as caught:
            opened(place)
        assert (caught.value.code, caught.value.exit_code) == ("B320", FAILED)


def test_a_sign_that_the_server_cannot_keep_is_refused(record: Record) -> None:
    from dataclasses import replace

    for id in ("a\0b", "long " + "".join(chr(0x4E00 + n * 7919 % 20000) for n in range(4000))):
        report = replace(sample(1), id=id)
        with pytest.raises(BelegtError) as caught:
            record.add(report, raw_of(report), [], READER)
        assert (caught.value.code, caught.value.exit_code) == ("B310", REFUSED)
    assert record.head().seq == 0
