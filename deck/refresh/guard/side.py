"""What an owner did to a slide, and the slides of a package on one side of a comparison."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from deck.drawing.names import Element, whole
from deck.drawing.scene import extent, xfrm_of
from deck.drawing.sheet import Sheet, Sheets, placeholder_of, properties_of
from deck.i18n import N_, _
from deck.pptx.identity import slot_of_name
from deck.pptx.manifest import Sizes
from deck.pptx.reader import ReadDeck
from deck.refresh.guard.form import Forms

WHAT: dict[str, str] = {
    "words": N_("words"),
    "place": N_("place or size"),
    "look": N_("look"),
    "link": N_("a link"),
    "tip": N_("the tip on a link"),
    "equation": N_("an equation"),
    "field": N_("a field"),
    "picture": N_("a picture"),
    "alt": N_("alternative text"),
    "name": N_("own name of a shape"),
    "hidden": N_("hidden or shown"),
    "shape": N_("a shape of your own"),
    "gone": N_("a shape taken away"),
    "order": N_("what lies in front"),
    "table": N_("a table's form"),
    "chart": N_("a chart"),
    "layout": N_("another layout"),
    "colours": N_("other theme colours"),
    "background": N_("a background"),
    "transition": N_("a transition"),
    "animation": N_("an animation"),
    "sound": N_("a sound"),
    "comment": N_("a comment"),
    "connector": N_("a connector of your own"),
    "tag": N_("a program's mark"),
    "object": N_("an embedded object"),
    "linked": N_("a link from a slide of your own"),
    "led": N_("a link of yours on another slide"),
    "show": N_("a place in a custom show"),
    "guide": N_("guides"),
    "furniture": N_("footer, date or slide number"),
    "notes-page": N_("the notes page"),
    "other": N_("something else"),
}


@dataclass(frozen=True, slots=True, order=True)
class Touch:
    """`slide`: id for life. `what`: a key of WHAT. `where`: the slot's id, "furniture-ftr" …, "notes",
    or "" for the slide itself."""

    slide: str
    what: str
    where: str = ""
    item: str = ""
    """Of a drawn block, where it is one item alone."""
    said: str = field(default="", compare=False)
    """What it says, where that tells one slide's from another's: words, an alternative text, a name, where a link leads; of a
    link from elsewhere the slides that it stands on, a line each."""

    @property
    def words(self) -> str:
        return _(WHAT.get(self.what, WHAT["other"]))


FOOT = "furniture-"
"""How a footer, date or number is called: with its kind."""


def whose(shape: Element) -> str:
    """The slot that a shape stands for, "furniture-ftr" … for what stands at the foot; "" where its name tells of none."""
    holder = placeholder_of(shape)
    kind = holder.get("type", "") if holder is not None else ""
    if kind in ("ftr", "dt", "sldNum"):
        return f"{FOOT}{kind}"
    props = properties_of(shape)
    return slot_of_name(props.get("name", "")) if props is not None else ""


def box_of(sheet: Sheet, shape: Element) -> tuple[int, int, int, int] | None:
    """Where a shape stands, inherited where it does not say."""
    ph = placeholder_of(shape)
    above = sheet.inherited(ph.get("type", "obj"), whole(ph.get("idx"))) if ph is not None else ()
    return next((box for item in (shape, *above) if (box := extent(xfrm_of(item)))), None)


@dataclass(frozen=True)
class Side:
    """One package's slides. `pages`: page id ("why", "why#2") → slide part; `ids`: slide part → slide id, for links; `own`: parts
    of slides that are the owner's."""

    sheets: Sheets
    pages: Mapping[str, str]
    own: tuple[str, ...] = ()
    placed: Mapping[str, Mapping[str, tuple[int, int, int, int]]] | None = None
    sizes: Sizes = field(default_factory=dict)
    """What the deck remembers of how its words were written."""
    adrift: bool = False
    """As `KnownDeck.adrift`."""

    @classmethod
    def of(cls, deck: ReadDeck) -> Side:
        pages: dict[str, str] = {}
        for piece in deck.slides:
            if piece.slide:
                pages.setdefault(piece.id, piece.part)
        ours = set(pages.values())
        own = tuple(piece.part for piece in deck.slides if piece.part not in ours)
        return cls(deck.sheets, pages=pages, own=own, placed=deck.manifest.placed if deck.manifest else None)

    @cached_property
    def forms(self) -> Forms:
        return Forms(self.sheets, {part: page for page, part in self.pages.items()})


__all__ = ["WHAT", "Side", "Touch", "whose"]
