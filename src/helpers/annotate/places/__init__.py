"""Find the places that an article names, and the places that stand for a government."""

from helpers.annotate.places._find import FoundPlaces, find_places
from helpers.annotate.places._metonyms import FoundMetonyms, find_metonyms

__all__ = ["FoundMetonyms", "FoundPlaces", "find_metonyms", "find_places"]
