"""``belegt why``: why claims are one incident, and why the nearest others are not with them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated, Any

import typer

from belegt.cli import options
from belegt.cli.decide.act import claims_of, many
from belegt.cli.material import of_record
from belegt.cli.screen import Screen, shown
from belegt.cli.show import find
from belegt.errors import BelegtError

if TYPE_CHECKING:
    from belegt.link import Explained, Neighbour, Pair
    from belegt.model import HarmClaim


def why(
    id: Annotated[
        str, typer.Argument(metavar="INCIDENT", show_default=False, help="An incident or a claim in one; a clear beginning will do.")
    ],
    record: options.Record,
    other: Annotated[
        str | None, typer.Argument(metavar="OTHER", show_default=False, help="Why this one is not with it; else the nearest.")
    ] = None,
    json: options.Json = False,
    quiet: options.Quiet = False,
) -> int:
    """Say why claims are one incident.

    Every part of every score: what speaks for it and what against, and why the incidents nearest to it are others.
    """
    from belegt.pipeline import account, explained

    screen = Screen(quiet)
    held = of_record(record)
    known = account(held.reports, held.claims, decisions=held.decisions)
    own, *named = (claims_of(find(known, one, record), one, record)[0] for one in (id, other) if one)
    told = explained(held.reports, held.claims, held.decisions, own, *named)
    if told is None:
        raise BelegtError("B706", id=id, path=record)
    if json:
        screen.document(_fields(told))
    else:
        screen.print(*_lines(told, bool(named)))
    return 0


def _lines(told: Explained, asked: bool) -> Iterator[str]:
    from belegt.cli import words

    incident = told.incident
    first, *others = incident.claims
    yield f"Incident {incident.id}: {words.time(incident.when)}, {words.place(incident.where)}"
    told_by = f"{many(len(incident.claims), 'claim')} of {many(len(incident.reports), 'report')}"
    yield f"{told_by} are one because" if others else told_by
    yield _claim(first)
    for claim, link in zip(others, incident.links, strict=True):
        yield _claim(claim)
        yield f"    {shown(link)}"
    for pair in told.inside:
        yield f"{shown(pair.second)} with {shown(pair.first)}: {pair.total:+.1f} points, {told.needed:.1f} are needed"
        yield from _grounds(pair)
    if not told.neighbours:
        yield "It holds the other one." if asked else "No other incident is near in time, place or number."
        return
    yield "The other is not with them because" if asked else "The nearest others are not with them because"
    for neighbour in told.neighbours:
        yield from _neighbour(neighbour)


def _neighbour(neighbour: Neighbour) -> Iterator[str]:
    from belegt.cli import words

    incident = neighbour.incident
    yield f"Incident {incident.id}: {words.time(incident.when)}, {words.place(incident.where)}"
    yield _claim(incident.claims[0])
    yield f"    {shown(neighbour.because)}"
    yield f"    nearest: {shown(neighbour.nearest.second)} with {shown(neighbour.nearest.first)}, {neighbour.nearest.total:+.1f} points"
    yield from _grounds(neighbour.nearest)


def _claim(claim: HarmClaim) -> str:
    from belegt.cli import words

    return f"  {words.figure(claim)}   {shown(claim.ref)}"


def _grounds(pair: Pair) -> Iterator[str]:
    yield from (f"    {weight:+.1f}  {shown(words)}" for words, weight in pair.grounds)


def _fields(told: Explained) -> dict[str, Any]:
    incident = told.incident
    return {
        "incident": incident.id,
        "claims": [c.ref for c in incident.claims],
        "links": list(incident.links),
        "needed": told.needed,
        "inside": [_pair(pair) for pair in told.inside],
        "neighbours": [
            {"incident": n.incident.id, "because": n.because, "mean": n.mean, "nearest": _pair(n.nearest)} for n in told.neighbours
        ],
    }


def _pair(pair: Pair) -> dict[str, Any]:
    grounds = [{"words": words, "weight": weight} for words, weight in pair.grounds]
    return {"first": pair.first, "second": pair.second, "total": pair.total, "grounds": grounds}
