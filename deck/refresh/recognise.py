"""An edited deck recognised in layers: ids, then names, then content. What was found by name or content gets its id back; what
its owner copied loses it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from deck.diagnostics import Diagnostic, Diagnostics, Where
from deck.drawing.names import child
from deck.errors import InputError
from deck.i18n import _, ngettext
from deck.package import Package
from deck.pptx.identity import creation_of, guid
from deck.pptx.reader import ReadDeck
from deck.presentation import Presentation
from deck.refresh.astray import lead_home, spell_home
from deck.refresh.bled import take_copies_off
from deck.refresh.document import Document
from deck.refresh.doubled import copies_on
from deck.refresh.further import Known, begun, further, known_by_content
from deck.refresh.pages import Page
from deck.refresh.shapes import SlideShapes
from deck.refresh.stamp import Stamper
from deck.refresh.strays import Stray, by_content, by_tags
from deck.refresh.ungrouped import gather

LEAST_SLIDE = 0.42
"""So alike must a slide without ids be to one of the base; measured over re-saved and edited decks."""
LEAST_SURE = 0.75
"""Likewise where other slides have kept theirs: then a slide without is most often its owner's own."""
LEAST_DECK = 0.5
"""So large a share of the slides must be known, where nothing but their content tells."""


FEW, SHARE = 2, 0.2
"""So many slots without their ids are their owner's doing, and such a share of those that are known again."""


@dataclass(frozen=True)
class Identified:
    """`deck`, `package`: the owner's, live and as it was then, with ids stamped where they were lost and taken from
    copies. `slots`: how many the base has on the slides that are there; `recognised`: how many of them were found.
    `stamped`: those found otherwise than by id, as "slide/slot"; `copies`: parts of slides that are the owner's copies."""

    deck: ReadDeck
    package: Package
    slots: int
    recognised: int
    stamped: tuple[str, ...] = ()
    copies: tuple[str, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()

    @property
    def rewritten(self) -> bool:
        """Whether a program wrote ids and looks anew: it drops the ids of all shapes, and an owner who puts a text box in a
        placeholder's stead that of a few."""
        return len(self.stamped) > max(FEW, SHARE * self.recognised)


def identify(document: Document, base: Presentation, generated: Mapping[str, Sequence[Page]], name: str = "") -> Identified:
    """Recognise the base's slides and slots in the owner's deck, and write ids there where they are lost. `generated`: the base
    as we would write it. Raises InputError where so little is alike that a merge would be a guess."""
    deck = document.deck()
    problems = Diagnostics()
    found, copies = by_tags(deck, base, generated)
    lost = [page for pages in generated.values() for page in pages if page.id not in found]
    strays = [
        Stray(deck, piece, base.lang)
        for piece in deck.slides
        if piece.part not in {p.part for p in found.values()} and piece.part not in copies
    ]
    matched = begun(by_content(lost, strays, LEAST_SURE if found else LEAST_SLIDE), generated, found)
    known = len(found) + len(matched)
    expected = min(len(lost) + len(found), len(deck.slides))
    if not found and known < LEAST_DECK * max(expected, 1):
        raise InputError.of(
            "not-recognised",
            _("only {known} of {count} slides could be recognised, too few to merge safely").format(known=known, count=expected),
            Where(name),
            _("save the deck in PowerPoint's own format, or build it anew and move your changes over"),
        )
    stamper = Stamper(document)
    slots = recognised = 0
    stamped: list[str] = []
    pairs = [(page, found[page.id]) for pages in generated.values() for page in pages if page.id in found]
    tagged = [Known(page, Stray(deck, piece, base.lang), page.piece) for page, piece in pairs]
    alike = known_by_content(matched)
    others = [stray for stray in strays if all(stray is not item.stray for item in alike)]
    more = further([*tagged, *alike], others)
    for item in [*tagged, *alike, *more]:
        page, stray, name_of_page = item.page, item.stray, item.piece.id
        if item not in tagged:
            stamper.slide(stray.piece.part, item.piece)
        if (tree := child(document.read_tree(stray.piece.part), "p:cSld", "p:spTree")) is not None:
            for group, mark in gather(page, tree):
                stamper.shape(group, mark)
        for shape in copies_on(page, stray):
            stamper.unmark(shape)
        stray = replace(stray)  # nothing that it remembers of its shapes
        shapes = SlideShapes(page, stray)
        here = {other.id for other in (known.piece for known in [*tagged, *alike, *more])}
        absent = [other for other in generated.get(page.piece.slide, ()) if other.id not in here]
        inner = {path: target for other in absent for path, target in SlideShapes(other, stray).found.items() if len(path) > 1}
        for path, target in (inner | shapes.found).items():
            if creation_of(target) != guid(name_of_page, *path):
                stamper.shape(target, guid(name_of_page, *path))
                if len(path) == 1 and not path[0].startswith("furniture-"):
                    stamped.append(f"{name_of_page}/{path[0]}")
        if item not in more:
            slots += len(shapes.slots)
            recognised += sum((slot,) in shapes.found for slot in shapes.slots)
        for slot in shapes.slots:
            if (slot,) in shapes.found:
                stamper.rows(page, slot, shapes.found[(slot,)], generated.get(page.piece.slide, ()))
    for part in copies:
        stamper.release(part)
    if copies:
        text = ngettext(
            "{count} slide is a copy that its owner made", "{count} slides are copies that their owner made", len(copies)
        )
        problems.info("copied-slides", text.format(count=len(copies)), Where(name))
    take_copies_off(document, generated)
    lead_home(document, generated, anew=bool(stamped))
    spell_home(document, base)
    return Identified(
        document.deck(),
        package=document.package(),
        slots=slots,
        recognised=recognised,
        stamped=tuple(stamped),
        copies=tuple(copies),
        diagnostics=tuple(problems),
    )


__all__ = ["Identified", "identify"]
