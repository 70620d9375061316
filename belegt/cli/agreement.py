"""``belegt agreement``: how far two who read the same claims for themselves agree, field by field."""

from __future__ import annotations

from typing import Annotated

import typer

from belegt.cli import options
from belegt.cli.screen import Screen


def agreement(
    record: options.Record,
    pairs: Annotated[bool, typer.Option("--pairs", help="Print each claim that was read twice, a JSON line each.")] = False,
    json: options.Json = False,
    quiet: options.Quiet = False,
) -> int:
    """Show how far second readings agree: Cohen's kappa for each field."""
    from belegt.link import in_force
    from belegt.record import open_record
    from belegt.team import agreement as agreed
    from belegt.team.second import seconds

    screen = Screen(quiet)
    with open_record(record) as store:
        claims = {claim.ref: claim for claim in store.claims()}
        read = agreed.pairs(seconds(in_force(store.decisions())).values(), claims)
    if pairs:
        for pair in read:
            values = {name: list(both) for name, both in pair.values.items()}
            screen.line({"claim": pair.ref, "readers": list(pair.readers), "values": values})
        return screen.exit_code
    told = agreed.agreement(read)
    if json:
        fields = [{"field": a.field, "pairs": a.pairs, "same": a.same, "kappa": a.kappa} for a in told]
        screen.document({"record": str(record), "pairs": len(read), "fields": fields})
    elif not told:
        screen.print("No claim was read twice.")
    else:
        screen.print(f"{'field':<12}{'read twice':>12}{'alike':>8}{'kappa':>8}")
        for a in told:
            said = "–" if a.kappa is None else f"{a.kappa:.2f}"
            screen.print(f"{a.field:<12}{a.pairs:>12}{a.same:>8}{said:>8}")
    return screen.exit_code
