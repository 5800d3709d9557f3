"""WHERE: the places a document names, on the map (GeoNames, CC BY 4.0, and tables of our own)."""

from tidings.mention.places.find import find_places
from tidings.mention.places.lookup import resolve

__all__ = ["find_places", "resolve"]
