"""Sweden's 290 municipalities and 21 counties: names, codes, borders, and how one is found."""

from deck.places.border import Border
from deck.places.english import told_in
from deck.places.place import Place, exact_key, file_stem, folded_key
from deck.places.register import Places, load_places

__all__ = ["Border", "Place", "Places", "exact_key", "file_stem", "folded_key", "load_places", "told_in"]
