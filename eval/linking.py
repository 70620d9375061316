"""Score linking and counting against the hand-made sets beside the project.

usage: python eval/linking.py [--mode oracle|blind|read] [--misses N] [--hold]

oracle: claims built from the gold members with the gold's own time, place and means (the ceiling of linking alone);
blind: the same with nothing but kind, count and words; read: the real reader from end to end, with the ranges of incidents.
Prints B-cubed precision, recall and F1, how many totals were told from incidents, and how often ranges agree.
--hold (read alone) exits with 1 where a score is worse than floors.toml allows, with 3 where a set is not there or has changed.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import sys
import tomllib
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from belegt.intake.day.publication import publication
from belegt.link import link
from belegt.model import Claim, HarmClaim, Linkage, Passage, Quantity, Report, When, Where
from belegt.terms import load

sys.path.insert(0, str(Path(__file__).resolve().parent))

from scores import Corpus

SHARED = Path(os.environ.get("BELEGT_SHARED", Path(__file__).resolve().parents[1].parent / "shared"))
MEANS = load("means")
Row = Mapping[str, Any]


def lines(name: str) -> list[Row]:
    """The JSON lines of a gold file."""
    with (SHARED / "gold" / name).open(encoding="utf-8") as stream:
        return [json.loads(line) for line in stream if line.strip()]


def reports(name: str) -> list[Report]:
    """The reports of a file, dated as intake dates them: a report's own dateline beats the day it was filed under."""
    known = (Report.from_dict({k: v for k, v in r.items() if isinstance(v, str)}) for r in lines(name))
    return [replace(r, published=publication(r.text, r.published, "report")[0]) for r in known]


def gold_claims(
    known: Mapping[str, Report], rows: Sequence[Row], mode: str
) -> tuple[list[HarmClaim], dict[str, str], dict[str, str]]:
    """Claims of the members, the gold group of each, and its scope."""
    claims, group, scope = [], {}, {}
    for row in rows:
        for n, m in enumerate(row["members"]):
            claim = HarmClaim(
                id=f"{row['key']}-{n}",
                passage=Passage(known[m["report"]], m["start"], m["end"]),
                kind=m["kind"],
                count=_count(m),
                scope=row["type"] if mode == "oracle" else "incident",
                when=_when(row["date"]) if mode == "oracle" else When(),
                where=Where("", _place(row["place"])) if mode == "oracle" else Where(),
                means=_means(row["means"]) if mode == "oracle" else (),
            )
            claims.append(claim)
            group[claim.ref], scope[claim.ref] = _group(row, m), row["type"]
    return claims, group, scope


def read_claims(
    known: Mapping[str, Report], rows: Sequence[Row]
) -> tuple[list[Claim], dict[str, str], dict[str, str], int]:
    """What the reader reads, with the gold group of each claim that meets a member; and the number of members unread."""
    from belegt.read.reader import read

    claims: list[Claim] = [c for r in known.values() for c in read(r)]
    by_report: defaultdict[str, list[HarmClaim]] = defaultdict(list)
    for claim in claims:
        if isinstance(claim, HarmClaim):
            by_report[claim.report.id].append(claim)
    group, scope, unread = {}, {}, 0
    for row in rows:
        for m in row["members"]:
            met = [
                c
                for c in by_report[m["report"]]
                if c.kind == m["kind"] and c.passage.start < m["end"] and m["start"] < c.passage.end
            ]
            exact = [c for c in met if (c.count.low, c.count.high) == (m["low"], m["high"])]
            free = [c for c in exact or met if c.ref not in group]
            if free:
                group[free[0].ref], scope[free[0].ref] = _group(row, m), row["type"]
            else:
                unread += 1
    return claims, group, scope, unread


def b_cubed(gold: Mapping[str, str], found: Mapping[str, str]) -> tuple[float, float, float]:
    """B-cubed precision, recall and F1 over the items of ``gold``."""
    by_gold, by_found = _members(gold, gold), _members(gold, found)
    both = [len(by_gold[gold[i]] & by_found[found[i]]) for i in gold]
    precision = sum(b / len(by_found[found[i]]) for b, i in zip(both, gold, strict=True)) / max(len(gold), 1)
    recall = sum(b / len(by_gold[gold[i]]) for b, i in zip(both, gold, strict=True)) / max(len(gold), 1)
    return precision, recall, 2 * precision * recall / max(precision + recall, 1e-9)


def homes(linkage: Linkage) -> tuple[dict[str, str], dict[str, str]]:
    """For each claim the id of its incident or total, and which of the two it is."""
    home = {c.ref: i.id for i in linkage.incidents for c in i.claims} | {
        c.ref: t.id for t in linkage.totals for c in t.claims
    }
    told = {c.ref: "incident" for i in linkage.incidents for c in i.claims} | {
        c.ref: "total" for t in linkage.totals for c in t.claims
    }
    return home, told


def show(title: str, gold: Mapping[str, str], scope: Mapping[str, str], linkage: Linkage) -> dict[str, float]:
    """Print the scores of one linkage and give them back."""
    home, told = homes(linkage)
    incidents = {ref: g for ref, g in gold.items() if scope[ref] == "incident"}
    right = sum(told[ref] == scope[ref] for ref in gold)
    print(f"{title}: {len(gold)} claims, totals told from incidents {right / max(len(gold), 1):.3f}")
    scores = {"totals": right / max(len(gold), 1)}
    for name, items in (("all", gold), ("incidents", incidents)):
        p, r, f = b_cubed(items, home)
        scores[name] = f
        print(f"  B-cubed {name:<10} P {p:.3f}  R {r:.3f}  F1 {f:.3f}")
    return scores


def deaths(
    gold: Mapping[str, str], scope: Mapping[str, str], claims: Iterable[Claim], linkage: Linkage
) -> tuple[float, float]:
    """The share of deaths in incidents that are counted twice, and that are lost in a merge or in a running total.

    A group of claims counts for the incident that has most of its dead in it, by the highest number told.
    """
    home, told = homes(linkage)
    dead = {
        c.ref: c.count.point
        for c in claims
        if isinstance(c, HarmClaim) and c.kind == "killed" and scope.get(c.ref) == "incident"
    }
    found: defaultdict[str, Counter[str]] = defaultdict(Counter)
    truth: Counter[str] = Counter()
    for ref, number in dead.items():
        truth[gold[ref]] = max(truth[gold[ref]], number)
        if told[ref] == "incident":
            found[home[ref]][gold[ref]] = max(found[home[ref]][gold[ref]], number)
    counted: defaultdict[str, list[int]] = defaultdict(list)
    for numbers in found.values():
        incident, number = max(numbers.items(), key=lambda item: (item[1], item[0]))
        counted[incident].append(number)
    everyone = max(sum(truth.values()), 1)
    twice = sum(sum(numbers) - max(numbers) for numbers in counted.values())
    return twice / everyone, sum(number for incident, number in truth.items() if incident not in counted) / everyone


def misses(gold: Mapping[str, str], claims: Iterable[Claim], linkage: Linkage, most: int) -> None:
    """Print gold groups that were split and found groups that mix."""
    home, told = homes(linkage)
    known = {c.ref: c for c in claims}
    for title, first, second in (("split", gold, home), ("mixed", home, gold)):
        groups = _members(gold, first)
        shown = [(g, m) for g, m in groups.items() if len({second[i] for i in m}) > 1]
        print(f"-- {title}: {len(shown)} groups")
        for g, members in shown[:most]:
            print(f"  {g}")
            for ref in sorted(members, key=lambda i: (second[i], i)):
                c = known[ref]
                assert isinstance(c, HarmClaim)
                print(
                    f"    {second[ref][:34]:<34} {told[ref][:5]} {c.kind} {c.count.low}-{c.count.high} {c.when.start} {c.where.place!r} {c.means} | {c.quote[:60]!r}"
                )


def ranges(most: int) -> dict[str, float]:
    """Killed and injured ranges of assessments, from end to end; prints the shares that agree and gives them back."""
    from belegt.pipeline import account, figures_lines
    from belegt.read.reader import read

    rows = lines("ranges.en.jsonl")
    shares: dict[str, float] = {}
    for kind in ("killed", "injured"):
        tally: Counter[str] = Counter()
        for row, report in zip(rows, reports("ranges.en.jsonl"), strict=True):
            if row[kind] is None:
                continue
            line = next(figures_lines(account([report], read(report), per_report=True)), {})
            figure = line.get("figures", {}).get(kind, {})
            low, high = figure.get("low"), figure.get("high")
            wanted = (row[kind]["low"], row[kind]["high"])
            tally["all"] += 1
            tally["none"] += not figure
            tally["low"] += low == wanted[0]
            tally["high"] += high == wanted[1]
            tally["both"] += (low, high) == wanted
            tally["overlap"] += low is not None and low <= wanted[1] and (high is None or high >= wanted[0])
            if kind == "killed" and (low, high) != wanted and most > 0:
                most -= 1
                print(f"  {row['id']} wanted {wanted} got {(low, high)} | {report.text[:120]!r}")
        shares |= {f"{kind}_{name}": number / tally["all"] for name, number in tally.items()}
        print(
            f"ranges {kind}: "
            + ", ".join(f"{k} {v / tally['all']:.3f}" for k, v in tally.items() if k != "all")
            + f" of {tally['all']}"
        )
    return shares


def rule() -> tuple[Corpus, dict[str, float]]:
    """The sets with the floors of their scores, and the shares that may not grow."""
    data = tomllib.loads(Path(__file__).with_name("floors.toml").read_text("utf-8"))
    own = data["linking"]
    return Corpus("linking", {file: data["files"][file] for file in own["files"]}, own["floors"]), own["most"]


def worse(scores: Mapping[str, float]) -> dict[str, tuple[float, float]]:
    """The scores that are worse than they may be, each with what it may be."""
    corpus, most = rule()
    fallen = {name: (scores[name], floor) for name, floor in corpus.floors.items() if scores[name] < floor}
    return fallen | {name: (scores[name], limit) for name, limit in most.items() if scores[name] > limit}


def measure(
    known: Mapping[str, Report], rows: Sequence[Row]
) -> tuple[dict[str, float], Linkage, Sequence[Claim], dict[str, str]]:
    """Everything that ``--hold`` looks at but the ranges, printed; the linkage, its claims and their gold groups as well."""
    claims, gold, scope, unread = read_claims(known, rows)
    print(f"{unread} of {unread + len(gold)} members unread")
    linkage = link(list(known.values()), claims)
    scores = show("read", gold, scope, linkage)
    scores["twice"], scores["lost"] = deaths(gold, scope, claims, linkage)
    return scores, linkage, claims, gold


def main() -> None:
    """Run the evaluation."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--mode", choices=("oracle", "blind", "read"), default="read")
    parser.add_argument("--misses", type=int, default=0)
    parser.add_argument("--hold", action="store_true")
    options = parser.parse_args()
    if options.hold and (why := rule()[0].unfit()):
        print(why)
        raise SystemExit(3)
    known = {r.id: r for r in reports("links.en.reports.jsonl")}
    rows = lines("links.en.jsonl")
    claims: Sequence[Claim]
    if options.mode == "read":
        scores, linkage, claims, gold = measure(known, rows)
    else:
        claims, gold, scope = gold_claims(known, rows, options.mode)
        linkage = link(list(known.values()), claims)
        scores = show(options.mode, gold, scope, linkage)
        scores["twice"], scores["lost"] = deaths(gold, scope, claims, linkage)
    print(f"  deaths counted twice {scores['twice']:.3f}, lost {scores['lost']:.3f}")
    print(f"families of reprints: {[f.reports for f in linkage.families]}")
    if options.misses:
        misses(gold, claims, linkage, options.misses)
    if options.mode == "read":
        scores |= ranges(options.misses)
        if options.hold and (fallen := worse(scores)):
            print(
                f"worse than they may be: {', '.join(f'{name} {now:.3f} ({limit})' for name, (now, limit) in fallen.items())}"
            )
            raise SystemExit(1)


def _members(items: Iterable[str], groups: Mapping[str, str]) -> dict[str, set[str]]:
    found: defaultdict[str, set[str]] = defaultdict(set)
    for item in items:
        found[groups[item]].add(item)
    return found


def _group(row: Row, member: Row) -> str:
    return f"{row['key']}/{member['kind']}" if row["type"] == "total" else str(row["key"])


def _count(m: Row) -> Quantity:
    qualifier = (
        "exact"
        if m["low"] == m["high"]
        else "up_to"
        if m["low"] is None
        else "at_least"
        if m["high"] is None
        else "vague"
    )
    return Quantity("", m["low"], m["high"], qualifier)


def _when(text: str) -> When:
    start, _, end = text.partition("..")
    return When(text, _day(start), _day(end or start))


def _day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None


def _place(text: str) -> str:
    return re.sub(r"\bcity\b|\(.*?\)|near ", "", text)


def _means(text: str) -> tuple[str, ...]:
    return tuple(m for m in re.split(r",\s*", text) if m in MEANS)


if __name__ == "__main__":
    main()
