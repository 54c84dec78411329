"""Text measured alike on every machine: tables of advance widths made from free fonts."""

from deck.fonts.families import known
from deck.fonts.measure import FontMetrics, em_width, measure, metrics

__all__ = ["FontMetrics", "em_width", "known", "measure", "metrics"]
