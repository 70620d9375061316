from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import STRIKE, Belegt, program

INCIDENT = ["id", "reports", "claims", "when", "where", "means", "by", "figures", "independent_sources", "grade"]


def test_a_line_an_incident_with_the_fields_of_the_interchange(belegt: Belegt, record: Path) -> None:
    ended = belegt("figures", "--record", record, "--format", "jsonl")
    first = ended.lines()[0]
    assert ended.code == 0
    assert list(first) == INCIDENT
    killed = first["figures"]["killed"]
    assert (killed["low"], killed["best"]) == (141, 141)
    assert killed["groups"]["child"]["low"] == 18
    assert all("#" in claim for claim in first["claims"])


def test_files_and_record_give_the_same_figures(belegt: Belegt, record: Path, article: Path) -> None:
    from_files = belegt("figures", article, "--published", "2016-11-22", "--format", "jsonl")
    assert from_files == belegt("figures", "--record", record, "--format", "jsonl")


def test_json_is_one_document_of_the_same_lines(belegt: Belegt, record: Path) -> None:
    lines = belegt("figures", "--record", record, "--format", "jsonl").lines()
    assert belegt("figures", "--record", record, "--json").document() == lines


def test_the_table_keeps_the_open_bound_and_names_the_children(belegt: Belegt, record: Path) -> None:
    ended = belegt("figures", "--record", record)
    assert "141 or more" in ended.out
    assert "18 children" in ended.out
    assert belegt("figures", "--record", record, "--format", "jsonl").lines()[0]["id"] in ended.out


def test_per_report_counts_each_report_for_itself(belegt: Belegt, tmp_path: Path) -> None:
    path = tmp_path / "two.jsonl"
    rows = [{"id": i, "text": STRIKE, "published": "2016-11-22"} for i in ("a", "b")]
    path.write_text("\n".join(map(json.dumps, rows)))
    together = belegt("figures", path, "--format", "jsonl").lines()
    apart = belegt("figures", path, "--per-report", "--format", "jsonl").lines()
    assert together[0]["reports"] == ["a", "b"]
    assert [line["reports"] for line in apart if "killed" in line["figures"]] == [["a"], ["b"]]


def test_a_profile_reads_vague_words_by_its_own_rules(belegt: Belegt, tmp_path: Path) -> None:
    path = tmp_path / "dozens.txt"
    path.write_text("Dozens of people were killed in an air strike on Aleppo, the Demo Monitor said.\n")
    coded = {
        house: belegt("figures", path, "--profile", house, "--format", "jsonl").lines()[0]["figures"]["killed"]
        for house in ("airwars", "acled")
    }
    assert (coded["airwars"]["low"], coded["airwars"]["high"]) == (12, 24)
    assert coded["acled"]["best"] == 12


def test_an_unknown_profile_is_a_usage_error_that_names_the_known_ones(belegt: Belegt, record: Path) -> None:
    ended = belegt("figures", "--record", record, "--profile", "mine")
    assert ended.code == 2
    assert "'airwars', 'ucdp', 'acled', 'ibc'" in ended.err


def test_two_processes_count_as_one(feed: Path) -> None:
    one, two = (program("figures", feed, "--format", "jsonl", "--jobs", jobs) for jobs in "12")
    assert one == two


@pytest.mark.parametrize("format", ["table", "jsonl"])
def test_no_figures_are_remarked_on(belegt: Belegt, tmp_path: Path, format: str) -> None:
    path = tmp_path / "calm.txt"
    path.write_text("The council met on Monday and spoke about the library.\n")
    ended = belegt("figures", path, "--format", format)
    assert (ended.code, ended.out) == (0, "")
    assert ("No figures" in ended.err) == (format == "table")
