"""A slide's picture, drawn from the resolved scene: SVG for pages, PNG for sheets. Alike on every machine."""

from deck.render.canvas import Canvas, add
from deck.render.slide import WIDTH, draw_slide, svg_of

__all__ = ["WIDTH", "Canvas", "add", "draw_slide", "svg_of"]
