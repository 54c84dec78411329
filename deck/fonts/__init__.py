"""Text measured alike on every machine: tables of advance widths made from free fonts."""

from deck.fonts.families import known
from deck.fonts.measure import LINE_PITCH, FontMetrics, em_width, measure, metrics

__all__ = ["LINE_PITCH", "FontMetrics", "em_width", "known", "measure", "metrics"]
