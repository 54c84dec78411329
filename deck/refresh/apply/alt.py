"""A shape's alternative text."""

from __future__ import annotations

from deck.drawing.names import Element, local
from deck.drawing.scene import is_decorative
from deck.drawing.sheet import properties_of
from deck.pptx.identity import alt_of
from deck.refresh.apply.bench import Bench
from deck.refresh.hand import REWRITTEN
from deck.refresh.plan import SetAlt


def set_alt(edit: SetAlt, bench: Bench) -> None:
    """On each page that the slot stands on; also that it says nothing ("decorative")."""
    for patch in bench.pages(edit.slide):
        target, source = patch.shape(edit.slot), patch.fresh.shape(edit.slot)
        if target is not None and source is not None:
            patch.describe(target, source)


def give_back_alts(bench: Bench) -> None:
    """Our drawings, tables and charts whose texts a program dropped, as LibreOffice drops all but those of pictures, have them
    again: a reader by ear has nothing else (WCAG 2.1, 1.1.1)."""
    for slide in bench.after.wanted.slides if bench.hand is REWRITTEN else ():
        pages = bench.mine.get(slide.id, ())
        shapes = {slot.id: [page.shape(slot.id) for page in pages] for slot in slide.slots if getattr(slot.block, "alt", "")}
        bare = [slot for slot, here in shapes.items() if any(_is_bare(shape) for shape in here)]
        for patch in bench.pages(slide.id) if bare else ():
            for slot in bare:
                target, source = patch.shape(slot), patch.fresh.shape(slot)
                props = properties_of(target) if target is not None and _is_bare(target) else None
                if props is not None and source is not None and (said := alt_of(source)):
                    props.set("descr", said)


def _is_bare(shape: Element | None) -> bool:
    """Whether it is one that needs a text, and has none."""
    props = properties_of(shape) if shape is not None else None
    return props is not None and shape is not None and local(shape) != "sp" and not alt_of(shape) and not is_decorative(props)


__all__ = ["give_back_alts", "set_alt"]
