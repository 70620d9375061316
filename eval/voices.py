"""How well voices are read: source, authority and stance of every gold claim, and the statements of the quotation gold.

usage: python eval/voices.py [--fold tune|held|all] [--lang de|en] [--misses N] [--statements]

The gold is read from ``../shared/gold`` beside the repository (or BELEGT_SHARED) and judged by its own score.py.
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
from belegt.read.voice import Voice, Voices, statements

SHARED = Path(os.environ.get("BELEGT_SHARED", Path(__file__).resolve().parents[2] / "shared"))
GOLD = SHARED / "gold"
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
    """The reports of one gold file: two thirds to tune on, the last third held aside; a single report is both."""
    rows = [json.loads(line) for line in (GOLD / name).read_text(encoding="utf-8").split("\n") if line.strip()]
    cut = 2 * len(rows) // 3
    yield from rows if fold == "all" or len(rows) < 3 else {"tune": rows[:cut], "held": rows[cut:]}[fold]


def document_of(row: Row) -> Document:
    """The document of a gold line."""
    return Document(Report.from_dict({k: v for k, v in row.items() if isinstance(v, str)}))


def score_voices(name: str, fold: str, misses: int) -> None:
    """Score the voices of one file; the time is that of the voices alone, over tokens, when warm."""
    alike = judge().alike
    tally: dict[str, Counter[bool]] = defaultdict(Counter)
    wrong: Counter[str] = Counter()
    spent, reports = 0.0, 0
    for row in lines(name, fold):
        document = document_of(row)
        for index in range(len(document)):
            document.sentence(index)
        warm = Voices(document)
        for claim in row["claims"]:
            warm.for_claim(claim["start"], claim["end"])
        begun = time.process_time()
        voices = Voices(document)
        found = [voices.for_claim(claim["start"], claim["end"]) for claim in row["claims"]]
        spent, reports = spent + time.process_time() - begun, reports + 1
        for claim, voice in zip(row["claims"], found, strict=True):
            marks = dict(judged(claim, voice, alike))
            for attribute, right in marks.items():
                tally[attribute][right] += 1
            if not marks["source"]:
                wrong["missed" if not voice.source else "invented" if not claim["source"] else "other"] += 1
            if not all(marks.values()) and misses > 0:
                misses -= 1
                show(row, claim, voice, document)
    shares = "  ".join(f"{k} {v[True] / sum(v.values()):.3f} ({sum(v.values())})" for k, v in tally.items())
    print(f"{name:14} {shares}  wrong {dict(wrong)}  {1000 * spent / max(1, reports):.2f} ms a report")


def judged(claim: Row, voice: Voice, alike: Any) -> Iterator[tuple[str, bool]]:
    """Which attributes of a voice are right."""
    yield "source", alike(claim["source"], voice.source)
    if claim["authority"] or voice.authority:
        yield "authority", alike(claim["authority"], voice.authority)
    yield "stance", claim["stance"] == voice.stance


def show(row: Row, claim: Row, voice: Voice, document: Document) -> None:
    """One miss, in its sentence."""
    index = document.index_at(claim["start"])
    sentence = row["text"][slice(*document.span(index))].replace("\n", " ")
    gold = "|".join((claim["source"], claim["authority"], claim["stance"]))
    read = "|".join((voice.source, voice.authority, voice.stance, voice.rule))
    print(f"{row['id']}#{index} GOLD [{gold}] READ [{read}]\n    {claim['quote'][:60]!r} in: {sentence[:330]}")


def score_statements(name: str, fold: str, misses: int) -> None:
    """Score the statements of one file: F1 by overlap, and the share of right speakers and modes."""
    module = judge()
    gold, read, spent = {}, {}, 0.0
    for row in lines(name, fold):
        row |= {"others": [o for o in row["others"] if o["kind"] == "statement"], "other_kinds": ["statement"]}
        begun = time.process_time()
        found = [claim.as_dict() for claim in statements(document_of(row))]
        spent += time.process_time() - begun
        gold[row["id"]], read[row["id"]] = row, {"id": row["id"], "claims": found}
    out = module.score_others(gold, read)["statement"]
    speaker = Counter(module.alike(g["speaker"], r["speaker"]) for g, r in matches(gold, read) if g["speaker"])
    mode = Counter(g["mode"] == r["mode"] for g, r in matches(gold, read))
    quality = f"P {out['p']:.3f} R {out['r']:.3f} F1 {out['f1']:.3f} ({out['gold']} gold)"
    fields = f"speaker {share(speaker):.3f}  mode {share(mode):.3f}"
    print(f"{name:14} statements {quality}  {fields}  {1000 * spent / max(1, len(gold)):.2f} ms a report")
    show_statements(gold, read, misses, module)


def share(counts: Counter[bool]) -> float:
    """How much of it is right."""
    return counts[True] / max(1, sum(counts.values()))


def overlap(a: Row, b: Row) -> int:
    """How many characters two claims share."""
    return min(a["end"], b["end"]) - max(a["start"], b["start"])


def matches(gold: dict[str, Row], read: dict[str, Row]) -> Iterator[tuple[Row, Row]]:
    """Gold and read statements in pairs, one to one, longest overlap first, as the judge pairs them."""
    for key, row in gold.items():
        claims = read[key]["claims"]
        pairs = sorted(
            (-overlap(g, r), i, j)
            for i, g in enumerate(row["others"])
            for j, r in enumerate(claims)
            if overlap(g, r) > 0
        )
        left, right = set(), set()
        for _, i, j in pairs:
            if i not in left and j not in right:
                left.add(i)
                right.add(j)
                yield row["others"][i], claims[j]


def show_statements(gold: dict[str, Row], read: dict[str, Row], misses: int, module: ModuleType) -> None:
    """Misses, wrong speakers and statements that the gold does not have."""
    paired = list(matches(gold, read))
    seen = {id(side) for pair in paired for side in pair}
    for g, r in paired:
        if g["speaker"] and not module.alike(g["speaker"], r["speaker"]) and misses > 0:
            misses -= 1
            print(f"SPEAKER GOLD [{g['speaker']}] READ [{r['speaker']}] {r['why']} {r['quote'][:120]!r}")
    for key, row in gold.items():
        for name, side in (("MISSED", row["others"]), ("EXTRA", read[key]["claims"])):
            for claim in side:
                if id(claim) not in seen and misses > 0:
                    misses -= 1
                    lead = row["text"][max(0, claim["start"] - 90) : claim["start"]]
                    kind = claim.get("type", claim.get("why"))
                    print(
                        f"{name} {key} [{claim['speaker']}] {claim['mode']} {kind} {lead!r} >> {claim['quote'][:150]!r}"
                    )


def main() -> None:
    """Run it."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--fold", choices=("tune", "held", "all"), default="all")
    arguments.add_argument("--lang", choices=("de", "en"))
    arguments.add_argument("--statements", action="store_true", help="the statements instead")
    arguments.add_argument("--misses", type=int, default=0, help="show so many errors a file")
    options = arguments.parse_args()
    if not GOLD.exists():
        sys.exit(f"no gold at {GOLD}: set BELEGT_SHARED")
    if options.statements:
        for name in ("seed.jsonl", "quotes.de.jsonl"):
            score_statements(name, options.fold, options.misses)
        return
    for name, lang in (("seed.jsonl", "de"), ("dev.de.jsonl", "de"), ("dev.en.jsonl", "en")):
        if options.lang in (None, lang):
            score_voices(name, options.fold, options.misses)


if __name__ == "__main__":
    main()
