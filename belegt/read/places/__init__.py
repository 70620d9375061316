"""Where a claim happened."""

from belegt.read.places.mentions import PlaceMention
from belegt.read.places.scene import Places

__all__ = ["PlaceMention", "Places"]
