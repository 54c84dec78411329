"""What a placeholder's prompt looks like, where nobody says how its words do: LibreOffice has a layout's look there alone."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from deck.drawing import numbers
from deck.drawing.color import ColorContext, color_of
from deck.drawing.model import TextLevel, TextStyle
from deck.drawing.names import Element, child, local, qn


@dataclass(frozen=True, slots=True)
class PromptLook:
    """How a level of a prompt is set: points, weight, RRGGBB ("" where none is said)."""

    size_pt: float
    bold: bool
    color: str


def as_prompted(style: TextStyle, chain: Sequence[Element], colors: ColorContext) -> TextStyle:
    """The style with the sizes, the weight and the colour of the prompts of a placeholder and those that it takes after, nearest
    first, at levels that have no size. They stay unsaid: nothing inherits them."""
    if style.levels[0].sized:
        return style
    every = [looks for item in chain if 0 in (looks := dict(_prompts(item, colors)))]
    if not every:
        return style
    coloured = next((looks for looks in every if looks[0].color), every[0])
    return replace(style, levels=tuple(_levels(style, every[0], coloured)))


def _levels(style: TextStyle, found: dict[int, PromptLook], coloured: dict[int, PromptLook]) -> Iterator[TextLevel]:
    look, color = found[0], coloured[0].color
    for n, level in enumerate(style.levels):
        look = found.get(n, look)
        color = coloured[n].color or color if n in coloured else color
        if level.sized:
            yield level
            continue
        new = replace(level, size_pt=look.size_pt, bold=look.bold or level.bold)
        yield replace(new, color=color, inked=False) if color not in ("", level.color) else new


def _prompts(shape: Element, colors: ColorContext) -> Iterator[tuple[int, PromptLook]]:
    """The level and the look of each paragraph that has a size, the last first."""
    body = child(shape, "p:txBody")
    for paragraph in reversed(list(body.iterchildren(qn("a:p"))) if body is not None else []):
        props = child(paragraph, "a:pPr")
        looks = [child(item, "a:rPr") if local(item) == "r" else item for item in paragraph if local(item) in ("r", "endParaRPr")]
        look = next((item for item in looks if item is not None and item.get("sz")), None)
        if look is not None:
            size = numbers.font_size(look.get("sz"), 1800) / 100
            found = color_of(child(look, "a:solidFill"), colors)
            level = numbers.level(props.get("lvl")) if props is not None else 0
            yield level, PromptLook(size, numbers.yes(look.get("b")), found[0] if found else "")


__all__ = ["as_prompted"]
