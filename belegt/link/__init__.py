"""Linking: which claims speak of the same harm, inside one report and over several."""

from belegt.link.copies.families import families
from belegt.link.decided import in_force, standing
from belegt.link.explain import Explained, Neighbour, Pair, explain
from belegt.link.grow import Growing
from belegt.link.linkage import link
from belegt.link.narrow import Narrow, narrow

__all__ = ["Explained", "Growing", "Narrow", "Neighbour", "Pair", "explain", "families", "in_force", "link", "narrow", "standing"]
