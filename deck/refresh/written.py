"""A presentation as we would write it, read back: what an owner's deck is compared with, and where new shapes come from."""

from __future__ import annotations

from dataclasses import dataclass

from deck.diagnostics import Diagnostics
from deck.layout import lay_out
from deck.package import Package
from deck.pptx.manifest import Manifest, PlacedBoxes
from deck.pptx.reader import ReadDeck, read_pptx
from deck.pptx.writer import placed, write_pptx
from deck.presentation import Presentation
from deck.refresh.pages import Page, pages_of
from deck.template.model import Template


@dataclass(frozen=True)
class Written:
    """A presentation as we would write it in the owner's look."""

    package: Package
    deck: ReadDeck
    pages: dict[str, list[Page]]
    placed: PlacedBoxes
    lent: frozenset[tuple[str, str]] = frozenset()
    """(slide, slot) that stand here as an earlier version drew them, and so they stand in the owner's deck."""


def written(
    presentation: Presentation, template: Template, problems: Diagnostics | None = None, like: Written | None = None
) -> Written:
    """`problems`: what does not fit is told there. `like`: one whose trees nobody changes, as nobody is then to change those of
    this one: parts that are the same have one tree."""
    laid_out = lay_out(presentation, template, Diagnostics() if problems is None else problems)
    package = write_pptx(presentation, laid_out)
    boxes = placed(laid_out)
    sheets = like.deck.sheets.over(package) if like is not None else None
    deck = read_pptx(package, sheets=sheets, manifest=Manifest(presentation, template=template.fingerprint, placed=boxes))
    return Written(package, deck, pages_of(deck, presentation.lang), boxes)


__all__ = ["Written", "written"]
