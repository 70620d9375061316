"""Citation, licence, locks and change fragments are what they should be."""

from __future__ import annotations

import re
import tomllib
from typing import Any

import belegt
from tests.docs.pages import ROOT

PROJECT: dict[str, Any] = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
LOCKS = {name: (ROOT / f"requirements/{name}.txt").read_text("utf-8") for name in ("run", "web", "postgres", "check")}


def test_the_citation_names_this_version_and_licence() -> None:
    cited = dict(re.findall(r"^([a-z-]+): (.+)$", (ROOT / "CITATION.cff").read_text("utf-8"), re.M))
    assert cited["cff-version"] == "1.2.0"
    assert (cited["version"], cited["license"]) == (belegt.__version__, PROJECT["project"]["license"])


def test_the_licence_is_apache_2_and_the_notice_credits_the_data() -> None:
    assert "Apache License\n                           Version 2.0" in (ROOT / "LICENSE").read_text("utf-8")
    notice = (ROOT / "NOTICE").read_text("utf-8")
    assert "Creative Commons Attribution 4.0" in notice
    assert "UNICODE LICENSE V3" in notice


def test_every_locked_package_has_hashes_and_no_address() -> None:
    for text in LOCKS.values():
        packages = re.split(r"\n(?=\S)", text.strip())
        assert len(packages) > 10
        assert [p for p in packages if not re.match(r"[a-z0-9._-]+==\S+( ; .+)? \\\n( +--hash=sha256:[0-9a-f]{64}( \\)?\n?)+\Z", p)] == []


def test_the_locks_hold_whatever_the_project_asks_for() -> None:
    groups = PROJECT["dependency-groups"]
    asked = {"run": PROJECT["project"]["dependencies"]}
    for extra, wanted in PROJECT["project"]["optional-dependencies"].items():
        asked[extra] = [*asked["run"], *wanted]
    asked["check"] = [*asked["run"], *groups["build"], *(one for one in groups["dev"] if isinstance(one, str))]
    for name, wanted in asked.items():
        locked = set(re.findall(r"^([a-z0-9._-]+)==", LOCKS[name], re.M))
        assert {re.split(r"[\[<>=]", one)[0].lower().replace("_", "-") for one in wanted} - locked == set()


def test_the_group_build_holds_what_a_build_asks_for() -> None:
    assert set(PROJECT["build-system"]["requires"]) <= set(PROJECT["dependency-groups"]["build"])


def test_change_fragments_have_a_number_of_their_own_and_a_kind() -> None:
    names = sorted(path.name for path in (ROOT / "changes").iterdir() if path.name != "README.md")
    assert [name for name in names if not re.fullmatch(r"\d{3}\.(added|changed|fixed)\.md", name)] == []
    assert len({name[:3] for name in names}) == len(names)
