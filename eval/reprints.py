"""Score how reprints are found: copies made of the English reports beside the project, among all the others.

usage: python eval/reprints.py [--reports N] [--show]

Of every third report a copy is made as outlets make them: another headline, the last third or half cut off, another credit,
words left out here and there. Prints precision, recall and F1 over pairs of reports of one family. Pairs of reports that
were not made here are looked at with --show: where they are copies in truth, they count as right.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import re
from collections.abc import Iterator, Sequence
from itertools import combinations
from pathlib import Path

from belegt.link import families
from belegt.model import Report, Source

SHARED = Path(os.environ.get("BELEGT_SHARED", Path(__file__).resolve().parents[1].parent / "shared"))
HEADLINES = (
    "Dozens feared dead as fighting goes on.",
    "UN calls for calm.",
    "What we know so far.",
    "New toll from the north.",
)
CREDITS = ("(Reuters)", "AFP", "With additional reporting from agencies", "")
SAME_WORDS = 0.5


def originals(most: int) -> list[Report]:
    """The reports that copies are made of, those of a hundred words and more."""
    with (SHARED / "reports" / "en.jsonl").open(encoding="utf-8") as stream:
        rows = [json.loads(line) for line in stream]
    known = [Report.from_dict({k: v for k, v in row.items() if isinstance(v, str)}) for row in rows]
    return [r for r in known if len(r.text.split()) >= 100][:most]


def copy_of(report: Report, chance: random.Random) -> Report:
    """A shortened copy with another headline and another credit, a word in fifty left out."""
    body = report.text.split()[8:]
    kept = body[: int(len(body) * chance.choice((0.5, 0.65, 0.8, 1.0)))]
    words = [w for w in kept if chance.random() > 0.02]
    text = " ".join((chance.choice(HEADLINES), *words, chance.choice(CREDITS))).strip()
    return Report(
        id=f"{report.id}~copy", text=text, lang=report.lang, published=report.published, source=Source("Another outlet")
    )


def in_truth(a: Report, b: Report) -> bool:
    """Whether two reports share most of their runs of five words, counted on the shorter one."""
    first, second = _runs(a), _runs(b)
    return len(first & second) >= SAME_WORDS * max(min(len(first), len(second)), 1)


def _runs(report: Report) -> set[tuple[str, ...]]:
    words = re.findall(r"\w+", report.text.casefold())
    return set(zip(*(words[n:] for n in range(5)), strict=False))


def pairs(found: Sequence[tuple[str, ...]]) -> Iterator[tuple[str, str]]:
    """Every two reports of one family."""
    for family in found:
        yield from combinations(sorted(family), 2)


def measure(most: int, *, show: bool = False) -> tuple[float, float]:
    """Precision and recall over pairs, printed; with ``show`` the pairs that look wrong as well."""
    chance = random.Random(1)
    known = originals(most)
    copies = [copy_of(r, chance) for r in known[::3]]
    everyone = {r.id: r for r in [*known, *copies]}
    wanted = {(r.id, f"{r.id}~copy") for r in known[::3]}
    found = set(pairs([f.reports for f in families(list(everyone.values()))]))
    right = {(a, b) for a, b in found if (a, b) in wanted or in_truth(everyone[a], everyone[b])}
    for a, b in sorted(found - right) if show else ():
        print(f"  {a} {b}\n    {everyone[a].text[:150]!r}\n    {everyone[b].text[:150]!r}")
    precision, recall = len(right) / max(len(found), 1), len(wanted & found) / max(len(wanted), 1)
    f1 = 2 * precision * recall / max(precision + recall, 1e-9)
    print(f"{len(wanted)} copies made, {len(found)} pairs found: P {precision:.3f}  R {recall:.3f}  F1 {f1:.3f}")
    return precision, recall


def main() -> None:
    """Make the copies and print the scores."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--reports", type=int, default=900)
    parser.add_argument("--show", action="store_true")
    options = parser.parse_args()
    measure(options.reports, show=options.show)


if __name__ == "__main__":
    main()
