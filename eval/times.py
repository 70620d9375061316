"""Score the times of claims against the gold: for each gold claim, its quote and scope go in, its interval is compared.

usage: python eval/times.py [--fold tune|held|all] [--lang de|en] [--misses N] [--invented N]

right: the interval is the gold's, where the gold states one (as ``score.py`` judges ``when``).
invented: an interval is given where the gold has none. ``published`` goes through the intake, as a user's report does.
The gold lies in BELEGT_SHARED, by default ``shared`` beside the repository. Every third report is in the same fold;
``held`` is the third fold, ``tune`` the two others.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from belegt.intake.day.publication import publication
from belegt.model import Report, When
from belegt.read.document import Document
from belegt.read.time import Times

SHARED = Path(os.environ.get("BELEGT_SHARED", Path(__file__).resolve().parents[2] / "shared"))
GOLD = SHARED / "gold"
FOLDS = ("first", "second", "third")


def lines(name: str, fold: str) -> Iterator[dict[str, Any]]:
    """The reports of one gold file; every third report belongs to the same fold."""
    rows = [json.loads(line) for line in (GOLD / name).read_text(encoding="utf-8").split("\n") if line.strip()]
    for number, row in enumerate(rows):
        at = FOLDS[number % 3]
        if fold in ("all", at) or (fold == "tune" and at != "third") or (fold == "held" and at == "third"):
            yield row


def report_of(row: dict[str, Any]) -> Report:
    """The report of a gold line, dated as the intake would date it."""
    report = Report.from_dict({k: v for k, v in row.items() if isinstance(v, str)})
    day, told_by = publication(report.text, report.published, "report")
    return replace(report, published=day, dated_by=told_by)


def judge(name: str, fold: str, misses: int, invented: int) -> None:
    """Score one file."""
    tally: Counter[str] = Counter()
    rules: Counter[tuple[str, bool]] = Counter()
    spent, reports = 0.0, 0
    for row in lines(name, fold):
        document = Document(report_of(row))
        for k in range(len(document)):
            document.sentence(k)
        begun = time.process_time()
        times = Times(document)
        found = [times.for_claim(c["start"], c["end"], c["scope"], c["kind"]) for c in row["claims"]]
        spent += time.process_time() - begun
        reports += 1
        for claim, (when, rule) in zip(row["claims"], found, strict=True):
            gold = When(
                claim["when"]["text"],
                *(date.fromisoformat(d) if d else None for d in (claim["when"]["from"], claim["when"]["to"])),
            )
            stated, given = bool(gold.start or gold.end), bool(when.start or when.end)
            right = (gold.start, gold.end) == (when.start, when.end)
            tally["stated" if stated else "unstated"] += 1
            tally["right"] += stated and right
            tally["invented"] += given and not stated
            tally["contradicted"] += given and stated and not right
            rules[rule, right] += 1
            if (stated and not right and (misses := misses - 1) >= 0) or (
                given and not stated and (invented := invented - 1) >= 0
            ):
                _show(row, document, claim, gold, when, rule)
    share = tally["right"] / max(1, tally["stated"])
    print(
        f"{name:14} right {share:.3f} of {tally['stated']}  wrong day {tally['contradicted']}  "
        f"invented {tally['invented']} of {tally['unstated']}  {1000 * spent / max(1, reports):.2f} ms a report"
    )
    print(
        "   ",
        "  ".join(
            f"{rule or 'none'} {rules[rule, True]}/{rules[rule, True] + rules[rule, False]}"
            for rule in sorted({r for r, _ in rules})
        ),
    )


def _show(row: dict[str, Any], document: Document, claim: dict[str, Any], gold: When, when: When, rule: str) -> None:
    start, end = document.span(document.index_at(claim["start"]))
    sentence = row["text"][start:end].replace("\n", " ")
    told = [f"{w.text!r} {w.start} {w.end}" for w in (gold, when)]
    print(f"{row['id']} {document.published} {claim['scope'][:3]} GOLD {told[0]}  READ {told[1]} ({rule})")
    print(f"    {claim['quote'][:60]!r} IN {sentence[:300]}")


def main() -> None:
    """Run it."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--fold", choices=("all", "tune", "held", *FOLDS), default="all")
    arguments.add_argument("--lang", choices=("de", "en"))
    arguments.add_argument("--misses", type=int, default=0)
    arguments.add_argument("--invented", type=int, default=0)
    options = arguments.parse_args()
    if not GOLD.exists():
        sys.exit(f"no gold at {GOLD}: set BELEGT_SHARED")
    for name in ("seed.jsonl", "dev.de.jsonl", "dev.en.jsonl"):
        if options.lang is None or f".{options.lang}." in name or (options.lang == "de" and name == "seed.jsonl"):
            judge(name, options.fold, options.misses, options.invented)


if __name__ == "__main__":
    main()
