"""Menus: rows that each lead to a slide of its own. Which are left when slides are left out, and how they are numbered."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from deck.content.blocks import DiagramBlock, DiagramItem
from deck.content.content import Content
from deck.content.model import SlideModel


def rows_left(content: Content, block: DiagramBlock) -> Mapping[str, DiagramItem]:
    """A menu's rows less those that lead to slides that the sender has left out, numbered anew where they were numbered; all of
    another block. Where only other slides are asked for, all stay, and lead nowhere."""
    items, out = block.items, _left_out(content, block)
    if not out:
        return items
    left = {key: item for key, item in items.items() if item.link not in out}
    if [item.key for item in items.values()] != [str(n) for n in range(1, len(items) + 1)]:
        return left
    return {key: item.model_copy(update={"key": str(n)}) for n, (key, item) in enumerate(left.items(), 1)}


def is_bare(content: Content, model: SlideModel) -> bool:
    """Whether a slide has a menu of which nothing is left."""
    return any(not rows_left(content, block) for block in _menus(model))


def row_variables(content: Content, name: str, shown: tuple[str, ...]) -> dict[str, Any]:
    """What a slide's words may say of menus (deck.content.phrase.VARIABLES): its own `row` in the one that leads to it, and how
    many `rows` that has ("" where none does); how many `links` its own has to slides of the deck, which are `shown`."""
    led = [row.link in shown for block in _menus(content.slides[name]) for row in rows_left(content, block).values()]
    said: dict[str, Any] = {"row": "", "rows": "", "links": sum(led), "shown": shown}
    for other in shown:
        for block in _menus(content.slides[other]):
            rows = [row.link for row in rows_left(content, block).values()]
            if name in rows:
                said |= {"row": rows.index(name) + 1, "rows": len(rows)}
    return said


def _menus(model: SlideModel) -> list[DiagramBlock]:
    return [block for block in model.slots.values() if isinstance(block, DiagramBlock) and block.menu]


def _left_out(content: Content, block: DiagramBlock) -> frozenset[str]:
    """The slides that a menu would lead to, and that the sender does not want."""
    local = content.local
    if local is None or not block.menu:
        return frozenset()
    led = frozenset(item.link for item in block.items.values())
    chosen = led.intersection(local.only) or led
    return led - (chosen - frozenset(local.leave_out))


__all__ = ["is_bare", "row_variables", "rows_left"]
