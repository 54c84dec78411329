"""Does everybody reach what the deck says? EN 301 549 clause 10, which for documents mirrors WCAG 2.1 AA."""

from deck.check.accessible import (
    alternatives,
    charts,
    contrast,
    document,
    highlight,
    language,
    links,
    movement,
    order,
    sections,
    tables,
    titles,
)

RULES = (
    *titles.RULES,
    *alternatives.RULES,
    *order.RULES,
    *contrast.RULES,
    *charts.RULES,
    *highlight.RULES,
    *tables.RULES,
    *language.RULES,
    *document.RULES,
    *sections.RULES,
    *links.RULES,
    *movement.RULES,
)

__all__ = ["RULES"]
