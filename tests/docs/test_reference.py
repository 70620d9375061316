"""The documentation names every command, option and error code that there is, and no other."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
import typer

from belegt.cli.app import app
from belegt.errors import ERRORS
from tests.docs.pages import PAGES, ROOT, code, name

PROGRAM: Any = typer.main.get_command(app)
OPTIONS = {command: {o for p in found.params for o in (*p.opts, *p.secondary_opts)} | {"-h", "--help"} for command, found in PROGRAM.commands.items()}
REFERENCE = ROOT / "docs/reference"
CALL = re.compile(r"(?:^|[|$(&] |/)belegt (?P<command>[a-z]+)(?P<rest>[^|&>]*)")


@pytest.mark.parametrize("command", OPTIONS)
def test_a_command_stands_in_the_reference_with_all_its_options(command: str) -> None:
    text = (REFERENCE / "commands.md").read_text("utf-8")
    section = re.search(rf"^### belegt {command}$(.*?)(?=^### |\Z)", text, re.M | re.S)
    assert section is not None
    told = set(re.findall(r"(?<![\w-])--?[a-z][a-z-]*", " ".join(re.findall(r"^\| `([^`]*)`", section[1], re.M))))
    assert told == {option for option in OPTIONS[command] if option.startswith("-")}


@pytest.mark.parametrize("page", PAGES, ids=name)
def test_a_page_calls_only_commands_and_options_that_there_are(page: Path) -> None:
    for piece in code(page):
        for call in CALL.finditer(piece):
            assert call["command"] in OPTIONS, piece
            options = re.findall(r"(?<![\w-])--?[a-zA-Z][a-z-]*", call["rest"])
            assert set(options) <= OPTIONS[call["command"]] | {"--version"}, piece


def test_every_error_code_stands_in_the_reference_with_its_exit_code() -> None:
    rows = re.findall(r"^\| (B\d{3}) \| (\d) \|", (REFERENCE / "errors.md").read_text("utf-8"), re.M)
    assert sorted(rows) == sorted((found, str(entry.exit_code)) for found, entry in ERRORS.items())


@pytest.mark.parametrize("page", PAGES, ids=name)
def test_a_page_names_only_error_codes_that_there_are(page: Path) -> None:
    assert set(re.findall(r"\bB\d{3}\b", page.read_text("utf-8"))) <= set(ERRORS)


@pytest.mark.parametrize("lang", ["de", "en"])
def test_the_guide_to_language_packs_names_every_file_of_a_pack(lang: str) -> None:
    told = set(re.findall(r"`(\w+\.toml)`", (ROOT / "docs/how-to/add-words.md").read_text("utf-8")))
    assert {path.name for path in (ROOT / "belegt/read/lang" / lang).glob("*.toml")} <= told
