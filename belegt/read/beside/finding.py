"""What the rules find in one sentence, before voices, times and places are asked."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(slots=True)
class Finding:
    """``kind`` of claim over the tokens ``start`` to ``end``, its ``own`` fields, who did it, and the rule with its words.

    ``at`` is the token of the noun that it rests on; ``lasting`` is set for what goes on rather than happens: only a time
    in its own clause dates it.
    """

    kind: str
    start: int
    end: int
    rule: str
    at: int
    own: dict[str, str] = field(default_factory=dict)
    by: tuple[str, ...] = ()
    lasting: bool = False
