"""Figures about places, from the files in which publishers and municipalities keep them."""

from deck.figures.columns import PartlyRead, figures_of
from deck.figures.jsonstat import figures_in
from deck.figures.observation import COUNTRY, Figures, Indicator, Observation, Unread
from deck.figures.read import read_figures
from deck.figures.where import place_of

__all__ = [
    "COUNTRY",
    "Figures",
    "Indicator",
    "Observation",
    "PartlyRead",
    "Unread",
    "figures_in",
    "figures_of",
    "place_of",
    "read_figures",
]
