"""Counting: what is documented of each incident, as low, best and high, with everyone counted once."""

from belegt.count.change import Change, changes
from belegt.count.counting import Counted, count
from belegt.count.disagree import disagree
from belegt.count.profile import PROFILES, house
from belegt.count.total import documented

__all__ = ["PROFILES", "Change", "Counted", "changes", "count", "disagree", "documented", "house"]
