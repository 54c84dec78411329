"""Does it open without repair? What is known to make PowerPoint repair or refuse a file."""

from deck.check.opens import charts, elements, package, shapes, slides

RULES = (*package.RULES, *slides.RULES, *shapes.RULES, *elements.RULES, *charts.RULES)

__all__ = ["RULES"]
