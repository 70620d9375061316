"""The tables of the docs that code and data give: commands, errors, exit codes, rooms, vocabularies, house profiles.

Invariant: each is derived from what the program itself uses, so that the reference cannot say anything else.
"""

from __future__ import annotations

import ast
import importlib
import json
import re
import subprocess
import sys
import tomllib
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

import typer

from belegt.cli.app import app
from belegt.count.profile import PROFILES, WORDS, house
from belegt.terms import load

ROOT = Path(importlib.import_module("belegt").__path__[0])
EXITS = {
    0: "done",
    1: "failed",
    2: "usage: the command line is wrong",
    3: "refused input: a report, claim or record was refused; everything else was done",
    4: "conflict: with what is there already, or with another process",
    5: "check failed: a record or a brief is not what it says",
}
SECTIONS = {
    "B1": "Values",
    "B2": "Intake",
    "B3": "Record",
    "B4": "Brief",
    "B5": "Check of a record",
    "B6": "Places and reading",
    "B7": "Command line",
    "B8": "Review desk",
}
VOCABULARIES = ("harm", "victims", "means", "qualifier", "scope", "stance", "facility", "status", "change", "proposal", "answer", "mode", "precision")


def table(head: Iterable[str], rows: Iterable[Iterable[object]]) -> str:
    """A Markdown table."""
    lines = [list(head), *([str(cell).replace("|", "\\|") for cell in row] for row in rows)]
    lines.insert(1, ["---"] * len(lines[0]))
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def commands() -> str:
    """Each command with its arguments and options, as ``--help`` has them."""
    program: Any = typer.main.get_command(app)
    parts = [_options(program)]
    for name, command in program.commands.items():
        usage = " ".join(["belegt", name, *(p.metavar for p in command.params if p.param_type_name == "argument"), "[OPTIONS]"])
        parts += [f"### belegt {name}", f"`{usage}`", " ".join(command.help.split()), _options(command)]
    return "\n\n".join(parts)


def _options(command: Any) -> str:
    records = [(p, p.get_help_record(typer.Context(command))) for p in command.params]
    rows = [(f"`{p.metavar if p.param_type_name == 'argument' else spelled}`", _plain(told)) for p, (spelled, told) in records]
    return table(("argument or option", "what it does"), [*rows, ("`-h, --help`", "Show the help and end.")])


def exits() -> str:
    """The exit codes."""
    return table(("exit code", "meaning"), [*EXITS.items(), (130, "interrupted from the keyboard")])


def errors() -> str:
    """Every error, in sections by its first digit."""
    return "\n\n".join(f"### {title}\n\n{_errors_of(digit)}" for digit, title in SECTIONS.items())


def _errors_of(digit: str) -> str:
    told = sorted((t for t in _explained() if t["code"].startswith(digit)), key=lambda t: str(t["code"]))
    rows = ((t["code"], t["exit_code"], _plain(t["cause"]), _plain(t["next_step"])) for t in told)
    return table(("code", "exit code", "cause", "next step"), rows)


@cache
def _explained() -> list[dict[str, Any]]:
    """The table of errors as ``belegt explain --json`` prints it."""
    told: list[dict[str, Any]] = json.loads(subprocess.check_output([Path(sys.executable).with_name("belegt"), "explain", "--json"]))
    return told


def _plain(words: object) -> str:
    return re.sub(r"<(?=[A-Za-z/!])", "&lt;", " ".join(str(words).split()))


def rooms() -> str:
    """Every folder and module on the ground floor of belegt/, with what its docstring says it is for."""
    return table(("room", "what it is for"), ((f"`belegt/{name}`", purpose) for name, purpose in _rooms()))


def _rooms() -> Iterator[tuple[str, str]]:
    for path in sorted(ROOT.iterdir()):
        module = path / "__init__.py" if path.is_dir() else path
        if module.suffix == ".py" and module.is_file() and path.name != "__init__.py":
            said = ast.get_docstring(ast.parse(module.read_text("utf-8"))) or ""
            yield path.name + "/" * path.is_dir(), re.sub(r" \(R\d+.*?\)", "", " ".join(said.split("\n\n")[0].split()))


def vocabularies() -> str:
    """Every vocabulary with its values and their English labels."""
    return table(("vocabulary", "values"), ((f"`{name}`", ", ".join(f"`{key}`" for key in load(name))) for name in VOCABULARIES))


def profiles() -> str:
    """What each house reads the open words for."""
    houses = [house(name) for name in PROFILES]
    rows: list[list[object]] = [["rule for best", *(h.rule for h in houses)], ["plural without number", *(_span(h.plural) for h in houses)]]
    for bounds, word in WORDS.items():
        rows.append([f"{word}", *(_span(h.vague.get(word, bounds)) for h in houses)])
    rows.append(["more than 40", *(40 + h.more_than for h in houses)])
    rows.append(["maximum of an open bound", *("the highest number told" if h.open_bound == "reported" else "none" for h in houses)])
    return table(["", *(f"`{h.name}` ({h.title})" if h.title.casefold() != h.name else f"`{h.name}`" for h in houses)], rows)


def floors() -> str:
    """The floors that the reader's scores are held to."""
    data = tomllib.loads((ROOT.parent / "eval/floors.toml").read_text("utf-8"))
    names = list(dict.fromkeys(score for corpus in data["corpora"].values() for score in corpus["floors"]))
    rows = ([name, *(f"{corpus['floors'][n]:.2f}" if n in corpus["floors"] else "" for n in names)] for name, corpus in data["corpora"].items())
    return table(["corpus", *(f"`{name}`" for name in names)], rows)


def _span(bounds: tuple[int, int] | None) -> str:
    if bounds is None:
        return "1 or more"
    if bounds[1] < 0:
        return f"{bounds[0]} or more"
    return "–".join(f"{number:,}" for number in dict.fromkeys(bounds))


TABLES: dict[str, Callable[[], str]] = {
    "commands": commands,
    "exits": exits,
    "errors": errors,
    "rooms": rooms,
    "vocabularies": vocabularies,
    "profiles": profiles,
    "floors": floors,
}
