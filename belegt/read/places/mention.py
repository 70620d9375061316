"""A place expression of a sentence."""

from __future__ import annotations

from dataclasses import dataclass, field

from belegt.read.places.lexicon import RANK


@dataclass(frozen=True, slots=True)
class PlaceMention:
    """``text`` as written (spaces made single) from ``start`` to ``end``; ``name`` in it, "" where it refers back.

    ``preposition`` in lower case or ""; ``kind`` site, quarter, town, region, country, continent or "";
    ``role``: at or struck (it happened there), way or from (to or from there), beside (near a country), bracketed
    (behind what happened there), of, bare, said (somebody speaks there), dateline; ``within`` the larger places named with it, nearest first; ``also`` the further
    names of a list; ``side`` the word for a part of it (Osten, northern); ``country`` an ISO code and ``admin`` a
    province where the gazetteer knows them, ``precision`` how exact it knows the name; ``core`` the text without the larger places; tokens
    ``first`` to ``last``.
    """

    start: int
    end: int
    text: str
    name: str
    preposition: str = ""
    kind: str = ""
    role: str = "at"
    within: tuple[str, ...] = ()
    also: tuple[str, ...] = ()
    side: str = ""
    country: str = ""
    admin: str = ""
    precision: str = ""
    core: str = ""
    first: int = field(default=0, compare=False)
    last: int = field(default=0, compare=False)

    @property
    def rank(self) -> int:
        """How exact it is by its kind, 0 for a site."""
        return RANK[self.kind]

    @property
    def is_scene(self) -> bool:
        """Whether something happens there, by its grammar."""
        return bool(self.name) and self.role in ("at", "struck")

    def holds(self, small: PlaceMention) -> bool:
        """Whether the place of ``small`` lies in this one, as far as is known."""
        if self.precision in ("country", "continent"):
            return not self.country or not small.country or self.country == small.country
        if self.name in small.within or (small.admin and small.admin in (self.name, self.admin)) or not small.precision:
            return True
        words = set(self.name.replace("-", " ").split())
        return any(words & set(name.replace("-", " ").split()) for name in (small.admin, *small.within))

    def is_finer(self, than: PlaceMention) -> bool:
        """Whether it is more exact than another place; a part of a country lies between region and country."""
        own, other = (m.rank + 0.5 * (m.kind == "region" and m.precision == "country") for m in (self, than))
        return own < other
