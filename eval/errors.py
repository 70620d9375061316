"""What the reader gets wrong, as a page that a person can read: every error of annotated reports, by class.

usage: python eval/errors.py [GOLD.jsonl ...] [--lang de|en] [--out errors.html]

Without files, the annotated reports of ../shared/gold (or BELEGT_SHARED) are read. Each error stands in its sentence with
what the annotators have and what was read; a class is one thing to mend. Judged as gold/score.py does.
"""

from __future__ import annotations

import argparse
import html
import sys
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from voices import GOLD, judge

from belegt.model import Report
from belegt.read.document import Document
from belegt.read.reader import read
from belegt.read.silence import silences

Row = dict[str, Any]
CLASSES = {
    "missed": "Missed: no figure was read from these words",
    "wrong count": "Wrong count: the words were read, the number or its bound is another",
    "wrong kind": "Wrong kind: the words were read as another harm",
    "false figure": "False figure: read where the annotators have none",
    "who": "Wrong group",
    "part_of": "Wrong whole: the part is bound to another figure, or to none",
    "scope": "Wrong scope: one incident against a running total",
    "source": "Wrong source",
    "authority": "Wrong authority behind the source",
    "stance": "Wrong stance",
    "when": "Wrong time",
    "where": "Wrong place",
    "means": "Wrong means",
    "by": "Wrong actor",
}
STYLE = """body{font:16px/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem;color:#222;background:#fff}
h2{margin-top:2.5rem}li{margin:.8rem 0}mark{background:#ffe08a}.said{color:#555;font-size:.9rem}table{border-collapse:collapse}
td,th{padding:.1rem .8rem .1rem 0;text-align:left}td+td{text-align:right}
@media (prefers-color-scheme:dark){body{color:#ddd;background:#181818}mark{background:#725c10;color:#fff}.said{color:#aaa}}"""


@dataclass(frozen=True, slots=True)
class Error:
    """One thing that is wrong in a report: characters ``start`` to ``end``, what the gold has and what was read."""

    kind: str
    report: Report
    start: int
    end: int
    gold: str
    read: str
    why: str = ""


def errors_of(row: Row, score: Any) -> Iterator[Error]:
    """Every error in the figures of one annotated report."""
    report = Report.from_dict({k: v for k, v in row.items() if isinstance(v, str)})
    claims = read(report)
    told = [c for c in (claim.as_dict() for claim in claims) if c["kind"] not in score.OTHERS]
    pairs = score.pair(row["claims"], told)
    silent = [(s.start, s.end, s.reason) for s in silences(report, claims)]
    yield from _unpaired(report, (row["claims"], told), pairs, silent)
    ids = {row["claims"][i]["id"]: j for i, j in pairs}
    places = {c["id"]: j for j, c in enumerate(told)}
    for i, j in pairs:
        gold, found = row["claims"][i], told[j]
        for name, right in score.attributes(gold, found, ids, places):
            if not right:
                yield Error(name, report, gold["start"], gold["end"], _value(gold, name), _value(found, name))


def _unpaired(
    report: Report, claims: tuple[list[Row], list[Row]], pairs: list[tuple[int, int]], silent: Sequence[tuple[int, int, str]]
) -> Iterator[Error]:
    """Figures of one side without one of the other; words that both have are one error, not two."""
    gold, told = claims
    left = [c for j, c in enumerate(told) if j not in {j for _, j in pairs}]
    for claim in (c for i, c in enumerate(gold) if i not in {i for i, _ in pairs}):
        near = [c for c in left if c["start"] < claim["end"] and claim["start"] < c["end"]]
        other = next((c for c in near if c["kind"] == claim["kind"]), None) or next(
            (c for c in near if _count(c) == _count(claim)), None
        )
        if other is None:
            why = next((reason for start, end, reason in silent if start <= claim["start"] < end), "")
            yield Error("missed", report, claim["start"], claim["end"], _told(claim), "", why)
            continue
        left.remove(other)
        kind = "wrong count" if other["kind"] == claim["kind"] else "wrong kind"
        yield Error(kind, report, claim["start"], claim["end"], _told(claim), _told(other))
    for claim in left:
        why = ", ".join(ground["rule"] for ground in claim["why"][:2])
        yield Error("false figure", report, claim["start"], claim["end"], "", _told(claim), why)


def _count(claim: Row) -> tuple[int | None, int | None]:
    return claim["count"].get("low"), claim["count"].get("high")


def _told(claim: Row) -> str:
    low, high = _count(claim)
    count = f"{low}" if low == high else f"{low}–{'' if high is None else high}"
    return f"{claim['kind']} {count} ({', '.join(claim.get('who') or ['no group'])}): {claim['quote']}"


def _value(claim: Row, name: str) -> str:
    value = claim.get(name)
    if isinstance(value, dict):
        value = " ".join(f"{k}={v}" for k, v in value.items() if v and k in ("from", "to", "text", "place"))
    return ", ".join(value) if isinstance(value, list) else str(value or "—")


def page(errors: dict[str, list[Error]], reports: int) -> str:
    """The page: a table of classes, then every error in its sentence."""
    rows = "".join(
        f"<tr><td><a href='#{_anchor(kind)}'>{html.escape(title)}</a></td><td>{len(errors[kind])}</td></tr>"
        for kind, title in CLASSES.items()
    )
    parts = "".join(_section(kind, errors[kind]) for kind in CLASSES if errors[kind])
    return (
        f"<!doctype html><html lang=en><meta charset=utf-8><meta name=viewport content='width=device-width'>"
        f"<title>Errors of the reader</title><style>{STYLE}</style><h1>Errors of the reader</h1>"
        f"<p>{sum(map(len, errors.values()))} errors in {reports} annotated reports.</p><table>{rows}</table>{parts}</html>\n"
    )


def _section(kind: str, errors: list[Error]) -> str:
    items = "".join(_item(error) for error in errors)
    return f"<h2 id='{_anchor(kind)}'>{html.escape(CLASSES[kind])} ({len(errors)})</h2><ol>{items}</ol>"


def _item(error: Error) -> str:
    document = Document(error.report)
    first, last = document.index_at(error.start), document.index_at(max(error.start, error.end - 1))
    start, end = min(document.span(first)[0], error.start), max(document.span(last)[1], error.end)
    text = error.report.text
    before, quote, after = (html.escape(t) for t in (text[start : error.start], text[error.start : error.end], text[error.end : end]))
    said = [f"annotators: {error.gold}"] * bool(error.gold) + [f"read: {error.read}"] * bool(error.read)
    said += [f"because: {error.why}"] * bool(error.why)
    return (
        f"<li lang={error.report.lang}>{before}<mark>{quote}</mark>{after}"
        f"<br><span class=said lang=en>{html.escape(' · '.join([*said, error.report.id]))}</span></li>"
    )


def _anchor(kind: str) -> str:
    return kind.replace(" ", "-")


def main() -> int:
    """Write the page, and print how many errors each class has."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", nargs="*", type=Path, default=[GOLD / "dev.de.jsonl", GOLD / "dev.en.jsonl"])
    parser.add_argument("--lang", choices=("de", "en"))
    parser.add_argument("--out", type=Path, default=Path("errors.html"))
    asked = parser.parse_args()
    score, found, reports = judge(), defaultdict[str, list[Error]](list), 0
    for path in asked.gold:
        for row in score.load(path).values():
            if asked.lang in (None, row["lang"]):
                reports += 1
                for error in errors_of(row, score):
                    found[error.kind].append(error)
    asked.out.write_text(page(found, reports), encoding="utf-8")
    for kind in CLASSES:
        print(f"{len(found[kind]):5}  {kind}")
    print(f"{asked.out}: {reports} reports")
    return 0


if __name__ == "__main__":
    sys.exit(main())
