"""A small deck on the bench: edits of one kind applied to it alone, and what it says afterwards."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TypeVar

from merge_sides import folded
from refresh_corpus import generated, recognised
from refresh_releases import BASE, with_slot

from deck.drawing.names import Element, qn
from deck.package import package_bytes
from deck.pptx.identity import guid
from deck.pptx.reader import presentation_of
from deck.presentation import Block, Presentation, Slide
from deck.refresh.apply import APPLY, Bench
from deck.refresh.apply.head import write_show
from deck.refresh.canon import canonical_presentation
from deck.refresh.pages import by_creation
from deck.refresh.plan import Decisions, Edit, Mine, Plan, Theirs
from deck.refresh.planned import plan_deck
from deck.refresh.refresh import bench_of

E = TypeVar("E", bound=Edit)


@dataclass
class OnBench:
    """A deck of the owner's and the plan for it."""

    bench: Bench
    plan: Plan

    def edits(self, kind: type[E]) -> list[E]:
        found = [edit for edit in self.plan.edits if isinstance(edit, kind)]
        assert found, f"the plan has no {kind.__name__}: {[type(edit).__name__ for edit in self.plan.edits]}"
        return found

    def alone(self, kind: type[E]) -> list[E]:
        """Apply the plan's edits of one kind, and no other, and see that the file says that and nothing else."""
        edits = self.edits(kind)
        for edit in edits:
            APPLY[type(edit)](edit, self.bench)
        write_show(self.bench)
        self.expect([edit for edit in self.plan.edits if isinstance(edit, kind)])
        return edits

    def expect(self, edits: list[Edit]) -> None:
        """The file says what its owner's did, with those edits done."""
        mine = Mine(presentation=self.bench.before.now, order=self.bench.before.order)
        wanted, _order = folded(mine, edits)
        now = canonical_presentation(self.said())
        assert [slide.id for slide in now.slides] == [slide.id for slide in wanted.slides]
        for slide in wanted.slides:
            here = now.slide(slide.id)
            assert here is not None
            assert [(slot.id, slot.block) for slot in here.slots] == [(slot.id, slot.block) for slot in slide.slots], slide.id
            assert here.notes == slide.notes, slide.id

    def said(self) -> Presentation:
        """What the document says now, read anew."""
        return presentation_of(self.bench.document.deck(), self.bench.after.wanted)

    def shape(self, slide: str, slot: str) -> Element:
        page = self.bench.mine[slide][0]
        return by_creation(self.bench.document.tree(page.part))[guid(page.id, slot)]

    def changed(self) -> set[str]:
        """Parts that say something else than before."""
        document = self.bench.document
        return {name for name in document.parts if document.changed(name)}


def on_bench(wanted: Presentation, data: bytes = b"") -> OnBench:
    """`wanted`: what the guidance says now; `data`: the owner's file, where it is not the deck as we wrote it."""
    known = recognised(data or generated())
    planned = plan_deck(known, Theirs(presentation=wanted), Decisions())
    return OnBench(bench_of(known, planned), planned.plan)


def with_block(slide: str, slot: str, block: Block) -> Presentation:
    """The base with another block in a slot."""
    return with_slot(BASE, slide, slot, block)


def with_slide(name: str, change: Callable[[Slide], Slide]) -> Presentation:
    return replace(BASE, slides=tuple(change(slide) if slide.id == name else slide for slide in BASE.slides))


def edited_file(change: Callable[[OnBench], None]) -> bytes:
    """The deck as we wrote it, changed by its owner."""
    deck = on_bench(BASE)
    change(deck)
    return package_bytes(deck.bench.document.package())


def red(shape: Element, words: str) -> None:
    """The runs that hold those words made red, as an owner does."""
    for run in shape.iter(qn("a:r")):
        held = run.find(qn("a:t"))
        if held is not None and words in (held.text or ""):
            props = run.find(qn("a:rPr"))
            assert props is not None
            fill = props.makeelement(qn("a:solidFill"), {})
            fill.append(fill.makeelement(qn("a:srgbClr"), {"val": "FF0000"}))
            props.insert(0, fill)


def reds(shape: Element) -> list[str]:
    """The words that are red."""
    found = []
    for run in shape.iter(qn("a:r")):
        if any(color.get("val") == "FF0000" for color in run.iter(qn("a:srgbClr"))):
            found.append("".join(item.text or "" for item in run.iter(qn("a:t"))))
    return found
