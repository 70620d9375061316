"""A record copied into another, each from and to both stores."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlalchemy import select

from belegt.errors import CONFLICT, FAILED, BelegtError
from belegt.record import Record, check, copy, open_record
from belegt.record.schema import evidence
from tests.record.samples import READER, claims_of, decision, noon, raw_of, sample


@pytest.fixture(params=["sqlite", "postgresql"])
def other(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """Where the copy goes."""
    if request.param == "sqlite":
        return str(tmp_path / "copy.belegt")
    address: str = request.getfixturevalue("schema")
    return address


def test_a_copy_has_the_chain_the_evidence_and_the_views_of_its_record(filled: Record, other: str) -> None:
    with open_record(other, create=True) as new:
        assert len(list(filled.copy_to(new))) == 9
        assert new.head() == filled.head()
        assert list(new.log()) == list(filled.log())
        assert (new.reports(), new.claims(), new.decisions()) == (filled.reports(), filled.claims(), filled.decisions())
        kept = []
        for record in (filled, new):
            with record._database.read() as connection:
                kept.append(set(map(tuple, connection.execute(select(evidence)))))
        assert kept[0] == kept[1]
    assert check(other, filled.head()) == []


def test_a_copy_is_brought_up_to_date_by_what_it_lacks(
    filled: Record, other: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(copy, "PART", 2)
    with open_record(other, create=True) as new:
        broken_off = filled.copy_to(new)
        assert [next(broken_off).seq, next(broken_off).seq, next(broken_off).seq] == [1, 2, 3]
        broken_off.close()
        filled.decide(decision(8))
        assert [event.seq for event in filled.copy_to(new)] == [5, 6, 7, 8, 9, 10]
        assert list(filled.copy_to(new)) == []
        assert new.head() == filled.head()
    assert check(other, filled.head()) == []


def test_nothing_is_copied_over_another_history(filled: Record, other: str) -> None:
    with open_record(other, create=True, clock=noon) as new:
        new.decide(decision(7))
        before = new.head()
        with pytest.raises(BelegtError) as caught:
            list(filled.copy_to(new))
        assert (caught.value.code, caught.value.exit_code) == ("B327", CONFLICT)
        assert new.head() == before


def test_a_longer_copy_is_no_earlier_one(filled: Record, other: str) -> None:
    with open_record(other, create=True) as new:
        list(filled.copy_to(new))
        new.add(sample(9), raw_of(sample(9)), claims_of(sample(9)), READER)
        with pytest.raises(BelegtError) as caught:
            list(filled.copy_to(new))
        assert caught.value.code == "B327"
        assert [event.seq for event in new.copy_to(filled)] == [10, 11]


def test_a_forged_event_is_not_copied(filled: Record, other: str) -> None:
    with filled._database.write() as connection:
        if connection.dialect.name == "sqlite":
            connection.exec_driver_sql("DROP TRIGGER log_no_update")
        else:
            connection.exec_driver_sql("ALTER TABLE log DISABLE TRIGGER log_append_only")
        connection.exec_driver_sql("UPDATE log SET at = '2020-01-01T00:00:00.000000Z' WHERE seq = 3")
    with open_record(other, create=True) as new:
        with pytest.raises(BelegtError, match="row 3") as caught:
            list(filled.copy_to(new))
        assert (caught.value.code, caught.value.exit_code) == ("B308", FAILED)
        assert new.head().seq == 0
