"""Text measured alike on every machine: tables of advance widths made from free fonts."""

from deck.fonts.families import known, wherever
from deck.fonts.measure import LINE_PITCH, FontMetrics, em_width, measure, metrics, tabled
from deck.fonts.scripts import full

__all__ = ["LINE_PITCH", "FontMetrics", "em_width", "full", "known", "measure", "metrics", "tabled", "wherever"]
