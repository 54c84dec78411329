"""Placeholders beside each other."""

from __future__ import annotations

from deck.template.model import Placeholder


def side_by_side(one: Placeholder, other: Placeholder) -> bool:
    """Neighbours of about the same size, left and right."""
    return beside(one, other) and 0.5 < one.box.area / max(other.box.area, 1) < 2.0


def beside(one: Placeholder, other: Placeholder) -> bool:
    """Neighbours, left and right."""
    left, right = sorted((one.box, other.box), key=lambda box: box.x)
    common = min(left.bottom, right.bottom) - max(left.y, right.y)
    return right.x >= left.right - 0.1 * left.w and common > 0.5 * min(left.h, right.h)


__all__ = ["beside", "side_by_side"]
