"""Does it open without repair? What is known to make PowerPoint repair or refuse a file."""

from deck.check.opens import charts, compat, elements, package, shapes, slides, unique

RULES = (*package.RULES, *unique.RULES, *slides.RULES, *shapes.RULES, *compat.RULES, *elements.RULES, *charts.RULES)

__all__ = ["RULES"]
