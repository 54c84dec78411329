"""Does it open without repair? What is known to make PowerPoint repair or refuse a file."""

from deck.check.family import rules_in

FIRST = ("package", "media", "unique", "slides", "shapes", "compat", "elements", "charts")
RULES = rules_in(__name__, __path__, FIRST)

__all__ = ["RULES"]
