"""What became of civilian facilities: struck, damaged, destroyed, out of service, working, restored (R18).

Invariant: a facility is the target itself, never its neighbour or a man inside; one used as a base is none.
"""

from belegt.read.beside.facility.find import find, worth

__all__ = ["find", "worth"]
