"""Score facility, control and proposal claims against the gold, one line a kind; show misses, false alarms, wrong fields.

usage: python eval/beside.py [--fold tune|held|all|first|second|third] [--lang de|en] [--misses] [--show FILE [--grep WORD]]

Right is the same kind with overlapping quotes, as ``score.py --others`` judges. The gold lies in BELEGT_SHARED, by
default ``shared`` beside the repository. ``held`` is the third fold, ``tune`` the two others.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import os
import sys
import time
from collections import Counter
from pathlib import Path
from types import ModuleType
from typing import Any

from belegt.model import Report
from belegt.read.beside import beside
from belegt.read.document import Document

SHARED = Path(os.environ.get("BELEGT_SHARED", Path(__file__).resolve().parents[2] / "shared"))
GOLD = SHARED / "gold"
FOLDS = ("first", "second", "third")
KINDS = ("facility", "control", "proposal")


def scorer() -> ModuleType:
    """The gold's own scorer."""
    spec = importlib.util.spec_from_file_location("score", GOLD / "score.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def rows(path: Path, fold: str, lang: str | None) -> list[dict[str, Any]]:
    """The reports of a file that belong to the fold and language."""
    found = [json.loads(line) for line in path.read_text(encoding="utf-8").split("\n") if line.strip()]
    wanted = {"all": FOLDS, "tune": FOLDS[:2], "held": FOLDS[2:]}.get(fold, (fold,))
    return [row for number, row in enumerate(found) if FOLDS[number % 3] in wanted and lang in (None, row.get("lang"))]


def read(row: dict[str, Any]) -> list[dict[str, Any]]:
    """The claims of one report, in the form of the contract."""
    report = Report.from_dict({k: v for k, v in row.items() if isinstance(v, str)})
    return [claim.as_dict() for claim in beside(Document(report))]


def judge(name: str, options: argparse.Namespace) -> None:
    """Score one gold file."""
    gold = {row["id"]: row for row in rows(GOLD / name, options.fold, options.lang)}
    for row in gold.values():
        row["others"] = [c for c in row["others"] if c["kind"] in KINDS]
        row["other_kinds"] = list(KINDS)
    found = {key: {"claims": read(row)} for key, row in gold.items()}
    score = scorer()
    for kind, v in score.score_others(gold, found).items():
        print(f"{name:13} {kind:9} P {v['p']:.2f} R {v['r']:.2f} F1 {v['f1']:.2f} fields {v['fields']:.2f} ({v['gold']} gold)")
    if options.misses:
        for key, row in gold.items():
            _compare(score, key, row["others"], found[key]["claims"])


def _compare(score: ModuleType, key: str, gold: list[dict[str, Any]], found: list[dict[str, Any]]) -> None:
    pairs = sorted(
        (-overlap, i, j)
        for i, a in enumerate(gold)
        for j, b in enumerate(found)
        if (overlap := min(a["end"], b["end"]) - max(a["start"], b["start"])) > 0 and a["kind"] == b["kind"]
    )
    matched: dict[int, int] = {}
    for _, i, j in pairs:
        if i not in matched and j not in matched.values():
            matched[i] = j
    for i, claim in enumerate(gold):
        if i not in matched:
            print(f"  MISSED {key} {_told(score, claim)}")
            continue
        read_claim = found[matched[i]]
        wrong = [
            f"{f}: {claim[f]!r} read {read_claim.get(f)!r}"
            for f in score.OTHERS[claim["kind"]]
            if claim.get(f) and not score.alike(str(claim[f]), str(read_claim.get(f) or ""))
        ]
        if wrong:
            print(f"  FIELDS {key} {read_claim['quote'][:90]!r} {wrong}")
    for j, claim in enumerate(found):
        if j not in matched.values():
            print(f"  WRONG  {key} {_told(score, claim)} {claim['why'][0]}")


def _told(score: ModuleType, claim: dict[str, Any]) -> str:
    own = {f: claim[f] for f in score.OTHERS[claim["kind"]] if claim.get(f)}
    return f"{claim['kind']} {' '.join(claim['quote'].split())[:150]!r} {own}"


def show(path: Path, options: argparse.Namespace) -> None:
    """Print what is read in reports without gold, and how long it takes."""
    tally: Counter[str] = Counter()
    spent, reports = 0.0, 0
    for row in rows(path, options.fold, options.lang):
        begun = time.process_time()
        claims = read(row)
        spent += time.process_time() - begun
        reports += 1
        for claim in claims:
            tally[claim["kind"]] += 1
            own = {k: claim[k] for k in ("facility", "name", "status", "area", "holder", "from_holder", "change", "what", "proposer", "answer", "answered_by") if claim.get(k)}
            line = f"{row['id'][-9:]} {claim['kind']} {' '.join(claim['quote'].split())!r} {own} {claim['why'][0]['rule']}"
            if options.grep is None or options.grep in line:
                print(line)
    print(dict(tally), f"{reports} reports, {1000 * spent / max(1, reports):.2f} ms a report", file=sys.stderr)


def main() -> None:
    """Run it."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--fold", choices=("all", "tune", "held", *FOLDS), default="all")
    arguments.add_argument("--lang", choices=("de", "en"))
    arguments.add_argument("--misses", action="store_true")
    arguments.add_argument("--show", type=Path)
    arguments.add_argument("--grep")
    options = arguments.parse_args()
    if options.show:
        show(options.show, options)
        return
    if not GOLD.exists():
        sys.exit(f"no gold at {GOLD}: set BELEGT_SHARED")
    for name in ("seed.jsonl", "others.jsonl"):
        judge(name, options)


if __name__ == "__main__":
    main()
