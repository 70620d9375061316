"""Counting: what is documented of each incident, as low, best and high, with everyone counted once."""

from belegt.count.counting import count
from belegt.count.disagree import disagree
from belegt.count.profile import PROFILES, house

__all__ = ["PROFILES", "count", "disagree", "house"]
