"""A slide of the owner's in another look: on the nearest layout; what stands free keeps its place."""

from __future__ import annotations

from deck.drawing.names import child
from deck.drawing.sheet import contents, placeholder_of, properties_of
from deck.i18n import _
from deck.refresh.apply.move import Move
from deck.refresh.apply.slide import set_layout
from deck.refresh.pages import FURNITURE
from deck.refresh.relay import Standing, layout_like, settle
from deck.template.model import Layout


def move_own(move: Move, part: str) -> None:
    """Its placeholders go into those of the layout; one that has no counterpart stays where it was, and that is told."""
    document = move.bench.document
    page, tree = move.reading(part), document.tree(part)
    shapes = list(contents(child(tree, "p:cSld", "p:spTree")))
    standing = move.standing(page, [item for item in shapes if placeholder_of(item) is not None])
    layout = _layout(move, part, [item for item in standing if item.kind not in FURNITURE and not item.empty])
    for item in shapes:
        if placeholder_of(item) is None:
            move.resize.whole(item)
    for item in settle(standing, layout, move.after.size):
        props = properties_of(item.shape)
        text = _("“{shape}” has no counterpart in the new template's layout “{layout}”, and stays where it was")
        move.tell(part, text.format(shape=props.get("name", "") if props is not None else "", layout=layout.name))
    set_layout(document, part, move.graft.part(layout.part, "slideLayout"))


def _layout(move: Move, part: str, filled: list[Standing]) -> Layout:
    """What a program made of the layouts says nothing of those that they were, beside their names: then places tell."""
    before = move.bench.before
    known = {layout.part: layout for layout in before.look.layouts}
    old = known.get(move.bench.deck.package.one(part, "slideLayout") or "")
    if before.made_in is not before.look:
        named = [layout for layout in before.made_in.layouts if old is not None and layout.name == old.name]
        old = named[0] if len(named) == 1 else layout_like(None, filled, before.made_in, before.made_in)
    return layout_like(old, filled, before.made_in, move.after)


__all__ = ["move_own"]
