"""Who holds, took or lost an area: verbs of taking, "rebel-held", "under the control of", strongholds.

Invariant: an area is a place, and one side of the change is named; wishes, battles and sieges change nothing.
"""

from belegt.read.beside.control.find import find, worth

__all__ = ["find", "worth"]
