from __future__ import annotations

import os
import pty
import re
import subprocess
import sys
from pathlib import Path

import pytest

from belegt import __version__
from belegt.cli import app, read
from tests.cli.conftest import SURROUNDINGS, Belegt, program

COLOUR = re.compile(r"\x1b\[[0-9;]*m")
HUES = re.compile(r"\x1b\[(?:[0-9;]*;)?(?:3[0-9]|9[0-7]|4[0-9])m")


def on_terminal(*arguments: str | Path, **env: str) -> str:
    """What the program shows where stdout and stderr are one terminal."""
    outer, inner = pty.openpty()
    with subprocess.Popen(
        [sys.executable, "-c", "from belegt.cli import main; main()", *map(str, arguments)],
        stdin=subprocess.DEVNULL,
        stdout=inner,
        stderr=inner,
        env={**SURROUNDINGS, "TERM": "xterm-256color", **env},
    ):
        os.close(inner)
        shown = b""
        while True:
            try:
                piece = os.read(outer, 65536)
            except OSError:  # Linux says so when the other end is closed
                break
            if not piece:
                break
            shown += piece
    os.close(outer)
    return shown.decode()


def test_without_a_command_the_help_is_shown(belegt: Belegt) -> None:
    ended = belegt()
    assert ended == belegt("--help")
    assert ended.code == 0
    for command in ("demo", "read", "brief", "add", "figures", "show", "log", "check", "explain"):
        assert re.search(rf"^  {command} ", ended.out, re.MULTILINE)
    assert "..." not in ended.out.split("Commands:")[1]


def test_the_version_is_printed(belegt: Belegt) -> None:
    assert belegt("--version").out == f"belegt {__version__}\n"


@pytest.mark.parametrize("wrong", [["reed"], ["read", "x", "--nope"], ["--nope"], ["log"], ["show", "--record", "x"]])
def test_wrong_usage_is_one_coded_line_and_exit_code_2(belegt: Belegt, wrong: list[str]) -> None:
    ended = belegt(*wrong)
    assert ended.code == 2
    assert ended.out == ""
    assert re.fullmatch(r"B701 .+ Next: see `belegt.* --help`\.\n", ended.err)


def test_the_program_ends_with_the_exit_code(tmp_path: Path) -> None:
    assert program("--version").code == 0
    assert program("read", tmp_path / "none.txt").code == 3
    assert program("nope").code == 2


def test_a_defect_of_ours_shows_where_and_fails_with_its_code(
    belegt: Belegt, article: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> None:
        raise RuntimeError("on purpose")

    monkeypatch.setattr(sys.modules["belegt.cli.read"], "_line", broken)
    ended = belegt("read", article, "--json")
    assert ended.code == 1
    assert "Traceback" in ended.err
    assert ended.err.splitlines()[-1].startswith(
        "B705 Belegt stopped over a defect of its own (RuntimeError: on purpose)"
    )


def test_an_interrupt_is_exit_code_130_and_silent(
    belegt: Belegt, article: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(sys.modules["belegt.cli.read"], "_line", interrupted)
    ended = belegt("read", article, "--json")
    assert (ended.code, ended.out, ended.err) == (130, "", "")


def test_a_terminal_gets_colours_and_no_color_takes_them_away(article: Path) -> None:
    refused = on_terminal("read", article, "none.txt")
    assert HUES.search(refused)
    plain = on_terminal("read", article, "none.txt", NO_COLOR="1")
    assert not HUES.search(plain)
    assert COLOUR.sub("", refused) == COLOUR.sub("", plain)
    assert "\x1b" not in program("read", article, "none.txt").out


def test_progress_is_shown_on_a_terminal_and_not_with_quiet(feed: Path, tmp_path: Path) -> None:
    assert "Adding reports" in on_terminal("add", feed, "--record", tmp_path / "a.belegt")
    assert "Adding reports" not in on_terminal("add", feed, "--record", tmp_path / "b.belegt", "--quiet")


def test_output_is_utf_8_whatever_the_locale(article: Path, tmp_path: Path) -> None:
    path = tmp_path / "de.txt"
    path.write_text("Mindestens 12 Menschen wurden in Aleppo getötet, sagte der Demo-Bund.\n", encoding="utf-8")
    assert "getötet" in program("read", path, env={"LC_ALL": "C", "PYTHONIOENCODING": "ascii"}).out


def test_commands_import_what_they_need_and_the_help_nothing_heavy() -> None:
    heavy = (
        "{'sqlalchemy', 'belegt.read.reader', 'belegt.link', 'belegt.record', 'trafilatura', 'rich.table', 'py3langid'}"
    )
    code = f"import sys; from belegt.cli.app import run; run(['--help']); print(sorted({heavy} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "[]"


def test_every_command_is_a_file_of_its_own() -> None:
    assert read.read in app.COMMANDS
    for command in app.COMMANDS:
        assert command.__module__.startswith("belegt.cli.")
        assert command.__module__.endswith(f".{command.__name__}")
