"""How well the voices of figures are read: source, authority and stance of every gold claim, and the statements.

usage: python eval/voices.py [--fold tune|held|all] [--lang de|en] [--misses N] [--statements]

The gold is read from ``../shared/gold`` beside the repository (or BELEGT_SHARED) and judged as its own score.py does.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import os
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

from belegt.model import Report
from belegt.read.document import Document
from belegt.read.voice import Voices

SHARED = Path(os.environ.get("BELEGT_SHARED", Path(__file__).resolve().parents[2] / "shared"))
GOLD = SHARED / "gold"


def score_module() -> ModuleType:
    """The gold's own judge."""
    spec = importlib.util.spec_from_file_location("gold_score", GOLD / "score.py")
    if spec is None or spec.loader is None:
        raise SystemExit(f"no gold at {GOLD}")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def lines(name: str, fold: str) -> Iterator[dict[str, Any]]:
    """The reports of one gold file: the first two thirds to tune on, the last third held aside."""
    rows = [json.loads(line) for line in (GOLD / name).read_text(encoding="utf-8").split("\n") if line.strip()]
    cut = len(rows) if len(rows) < 3 else 2 * len(rows) // 3
    yield from {"tune": rows[:cut], "held": rows[cut:], "all": rows}[fold]


def report_of(row: dict[str, Any]) -> Report:
    """The report of a gold line."""
    return Report.from_dict({k: v for k, v in row.items() if isinstance(v, str)})


def voices(name: str, fold: str, misses: int) -> None:
    """Score the voices of one file."""
    alike = score_module().alike
    tally: dict[str, Counter[bool]] = defaultdict(Counter)
    wrong: Counter[str] = Counter()
    shown, spent, reports = 0, 0.0, 0
    for row in lines(name, fold):
        document = Document(report_of(row))
        for k in range(len(document)):
            document.sentence(k)
        begun = time.perf_counter()
        read = Voices(document)
        found = [read.for_claim(c["start"], c["end"]) for c in row["claims"]]
        spent += time.perf_counter() - begun
        reports += 1
        for claim, voice in zip(row["claims"], found, strict=True):
            right = alike(claim["source"], voice.source)
            tally["source"][right] += 1
            if claim["authority"] or voice.authority:
                tally["authority"][alike(claim["authority"], voice.authority)] += 1
            tally["stance"][claim["stance"] == voice.stance] += 1
            if not right:
                wrong["missed" if not voice.source else "invented" if not claim["source"] else "other"] += 1
            if (not right or claim["stance"] != voice.stance or (claim["authority"] or voice.authority) and not alike(claim["authority"], voice.authority)) and shown < misses:
                shown += 1
                index = document.index_at(claim["start"])
                sentence = row["text"][slice(*document.span(index))].replace("\n", " ")
                print(f"{row['id']}#{index} GOLD [{claim['source']}|{claim['authority']}|{claim['stance']}] READ [{voice.source}|{voice.authority}|{voice.stance}|{voice.rule}]\n    {claim['quote'][:60]!r} in: {sentence[:330]}")
    shares = "  ".join(f"{k} {v[True] / sum(v.values()):.3f} ({sum(v.values())})" for k, v in tally.items())
    print(f"{name:14} {shares}  wrong {dict(wrong)}  {1000 * spent / max(1, reports):.2f} ms a report")


def main() -> None:
    """Run it."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--fold", choices=("tune", "held", "all"), default="tune")
    arguments.add_argument("--lang", choices=("de", "en"))
    arguments.add_argument("--misses", type=int, default=0)
    options = arguments.parse_args()
    if not GOLD.exists():
        sys.exit(f"no gold at {GOLD}: set BELEGT_SHARED")
    for name in ("seed.jsonl", "dev.de.jsonl", "dev.en.jsonl"):
        if options.lang is None or f".{options.lang}." in name or (options.lang == "de" and name == "seed.jsonl"):
            voices(name, options.fold, options.misses)


if __name__ == "__main__":
    main()
