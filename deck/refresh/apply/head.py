"""What the deck says of itself: its order, its sections' names, its title and its footer."""

from __future__ import annotations

from deck.drawing.names import child
from deck.refresh.apply.bench import Bench
from deck.refresh.bodies import patch_body
from deck.refresh.plan import SetDeckTitle, SetFooter, SetOrder, SetSection
from deck.refresh.properties import set_core_title
from deck.refresh.sections import rename
from deck.refresh.show import arrange, shown_order

FOOTER = "furniture-ftr"


def set_order(edit: SetOrder, bench: Bench) -> None:
    """Recorded on the bench; `write_show` puts it into the file."""
    bench.order = edit.after


def set_section(edit: SetSection, bench: Bench) -> None:
    """A section's name; those that are new begin where their slides come to stand, and those that are gone hold no slide."""
    if edit.after is not None:
        rename(bench.document.tree(bench.document.main), edit.section, edit.after.title)


def set_deck_title(edit: SetDeckTitle, bench: Bench) -> None:
    set_core_title(bench.document, edit.after)


def set_footer(edit: SetFooter, bench: Bench) -> None:
    """On each slide of ours whose footer says what we wrote."""
    for slide in bench.mine:
        if bench.after.wanted.slide(slide) is None or bench.before.now.slide(slide) is None:
            continue
        for patch in bench.pages(slide):
            target, source = patch.shape(FOOTER), patch.fresh.shape(FOOTER)
            body = child(target, "p:txBody") if target is not None else None
            if target is None or source is None or body is None:
                continue
            words = patch.mine.reader.words(target)
            ours = {page.reader.words(shape) for page in patch.known if (shape := page.shape(FOOTER)) is not None}
            if words != edit.after and words in ours:
                patch_body(body, patch.mine.written(target), patch.fresh.written(source), patch.adopt)


def write_show(bench: Bench) -> None:
    """The show as the edits have left it (19.2.1.34): its slides in order, its sections, and no part that none of them uses."""
    shown = [piece.part for piece in bench.deck.slides]
    order = shown_order([[*bench.parts.get(key, ()), *bench.loose.get(key, ())] for key in bench.order], shown)
    said = [section.id for section in bench.after.wanted.sections]
    arrange(bench.document, bench.deck, order, bench.sections, said)


__all__ = ["set_deck_title", "set_footer", "set_order", "set_section", "write_show"]
