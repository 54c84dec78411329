"""Text measured alike on every machine: tables of advance widths made from free fonts."""

from deck.fonts.families import KERNED, known, least_share, wherever
from deck.fonts.measure import LINE_PITCH, FontMetrics, em_width, measure, metrics, tabled
from deck.fonts.scripts import full

__all__ = [
    "KERNED",
    "LINE_PITCH",
    "FontMetrics",
    "em_width",
    "full",
    "known",
    "least_share",
    "measure",
    "metrics",
    "tabled",
    "wherever",
]
