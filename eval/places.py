"""Score the places of claims against the gold: for each gold claim its quote goes in, text and place are compared.

usage: python eval/places.py [--fold first|second|third|all] [--lang de|en] [--misses N] [--given N]

right: text or place agree as ``score.py`` judges ``where`` (claims whose gold has one). given: a place where the gold has none.
``by report`` is the mean over reports, so that one long list does not outweigh the rest. Every third report is in the
same fold. The gold lies in BELEGT_SHARED, by default ``shared`` beside the repository.
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

from belegt.model import Report, Where
from belegt.read.document import Document
from belegt.read.places import Places

SHARED = Path(os.environ.get("BELEGT_SHARED", Path(__file__).resolve().parents[2] / "shared"))
GOLD = SHARED / "gold"
FOLDS = ("first", "second", "third")
Row = dict[str, Any]


def judge() -> ModuleType:
    """The gold's own judge."""
    spec = importlib.util.spec_from_file_location("gold_score", GOLD / "score.py")
    if spec is None or spec.loader is None:
        raise SystemExit(f"no gold at {GOLD}: set BELEGT_SHARED")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def lines(name: str, fold: str) -> Iterator[Row]:
    """The reports of one gold file."""
    rows = [json.loads(line) for line in (GOLD / name).read_text(encoding="utf-8").split("\n") if line.strip()]
    yield from (row for number, row in enumerate(rows) if fold in ("all", FOLDS[number % 3]))


def found_in(row: Row) -> tuple[list[tuple[Where, str]], float]:
    """The place and rule of each claim, and the seconds that it took over tokens, when warm."""
    document = Document(Report.from_dict({k: v for k, v in row.items() if isinstance(v, str)}))
    for index in range(len(document)):
        document.sentence(index)
    for _ in range(2):
        begun = time.process_time()
        places = Places(document)
        found = [places.for_claim(claim["start"], claim["end"]) for claim in row["claims"]]
        spent = time.process_time() - begun
    return found, spent


def score(name: str, fold: str, misses: int, given: int) -> None:
    """Score one file."""
    alike = judge().alike
    rules: dict[str, Counter[bool]] = defaultdict(Counter)
    none: Counter[bool] = Counter()
    shares, spent, reports = [], 0.0, 0
    for row in lines(name, fold):
        found, seconds = found_in(row)
        spent, reports, marks = spent + seconds, reports + 1, []
        for claim, (where, rule) in zip(row["claims"], found, strict=True):
            gold = claim["where"]
            if not (gold["text"] or gold["place"]):
                none[bool(where.place)] += 1
                if where.place and given > 0:
                    given -= 1
                    print(f"  given {row['id']} {claim['quote'][:70]!r} | {where.text} | {where.place} | {rule}")
                continue
            right = alike(gold["text"], where.text) or alike(gold["place"], where.place)
            marks.append(right)
            rules[rule][right] += 1
            if not right and misses > 0:
                misses -= 1
                print(f"  {rule:10} {row['id']} {claim['quote'][:60]!r} | gold {gold['text'][:60]} | {gold['place']} | got {where.text[:60]} | {where.place}")
        if marks:
            shares.append(sum(marks) / len(marks))
    show(name, rules, none, shares)
    print(f"{'':14} {1000 * spent / max(1, reports):.2f} ms a report")


def show(name: str, rules: dict[str, Counter[bool]], none: Counter[bool], shares: list[float]) -> None:
    """Print the scores of one file."""
    right, all_ = sum(c[True] for c in rules.values()), sum(sum(c.values()) for c in rules.values())
    print(f"{name:14} right {right / max(1, all_):.3f} ({all_})  by report {sum(shares) / max(1, len(shares)):.3f} ({len(shares)})"
          f"  given {none[True]} of {sum(none.values())} where the gold has none")  # fmt: skip
    print(f"{'':14} " + "  ".join(f"{rule} {c[True]}/{sum(c.values())}" for rule, c in sorted(rules.items(), key=lambda x: -sum(x[1].values()))))


def main() -> None:
    """Score the files asked for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--fold", choices=("all", *FOLDS), default="all")
    parser.add_argument("--lang", choices=("de", "en"))
    parser.add_argument("--misses", type=int, default=0)
    parser.add_argument("--given", type=int, default=0)
    options = parser.parse_args()
    if not GOLD.is_dir():
        sys.exit(f"no gold at {GOLD}: set BELEGT_SHARED")
    for lang in ("de", "en") if options.lang is None else (options.lang,):
        score(f"dev.{lang}.jsonl", options.fold, options.misses, options.given)


if __name__ == "__main__":
    main()
