"""What a placeholder's prompt looks like, where nobody says how its words do: LibreOffice has a layout's look there alone."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from deck.drawing import numbers
from deck.drawing.model import TextLevel, TextStyle
from deck.drawing.names import Element, child, local, qn


def as_prompted(style: TextStyle, chain: Sequence[Element]) -> TextStyle:
    """The style with the sizes, and the weight, of the prompts of a placeholder and those that it takes after, nearest first,
    at levels that have no size. They stay unsaid: nothing inherits them."""
    if style.levels[0].sized:
        return style
    found = next((looks for item in chain if (looks := dict(_prompts(item))) and 0 in looks), None)
    return replace(style, levels=tuple(_levels(style, found))) if found else style


def _levels(style: TextStyle, found: dict[int, tuple[float, bool]]) -> Iterator[TextLevel]:
    size, bold = found[0]
    for n, level in enumerate(style.levels):
        size, bold = found.get(n, (size, bold))
        yield level if level.sized else replace(level, size_pt=size, bold=bold or level.bold)


def _prompts(shape: Element) -> Iterator[tuple[int, tuple[float, bool]]]:
    """The level, size and weight of each paragraph that has a size, the last first."""
    body = child(shape, "p:txBody")
    for paragraph in reversed(list(body.iterchildren(qn("a:p"))) if body is not None else []):
        props = child(paragraph, "a:pPr")
        looks = [child(item, "a:rPr") if local(item) == "r" else item for item in paragraph if local(item) in ("r", "endParaRPr")]
        look = next((item for item in looks if item is not None and item.get("sz")), None)
        if look is not None:
            size = numbers.font_size(look.get("sz"), 1800) / 100
            yield numbers.level(props.get("lvl")) if props is not None else 0, (size, numbers.yes(look.get("b")))


__all__ = ["as_prompted"]
