"""Linking: which claims speak of the same harm, inside one report and over several."""

from belegt.link.copies.families import families
from belegt.link.decided import in_force
from belegt.link.linkage import link

__all__ = ["families", "in_force", "link"]
