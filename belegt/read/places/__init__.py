"""Where a claim happened: the places that a report names, and the one that applies to each claim.

``names`` finds the names, ``phrases`` and ``references`` the expressions round them, ``chains`` joins those that say
together where one place is, ``story`` carries the scene from sentence to sentence, ``claims`` chooses for a claim.
"""

from belegt.read.places.claims import Places
from belegt.read.places.mention import PlaceMention

__all__ = ["PlaceMention", "Places"]
