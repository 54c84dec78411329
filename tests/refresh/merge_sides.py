"""Presentations of any content on three sides, and a plan's edits folded over what the owner's deck says."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any, get_args

from hypothesis import strategies as st

from deck.presentation import (
    Block,
    Cell,
    Chart,
    Diagram,
    Item,
    Link,
    Media,
    Paragraph,
    Picture,
    Presentation,
    QrCode,
    Row,
    Run,
    Section,
    Series,
    Slide,
    Slot,
    Table,
    Text,
    paragraph,
)
from deck.refresh.canon import canonical_presentation
from deck.refresh.merge.chart import points_of
from deck.refresh.merge.decisions import Leaf, Ledger, MergeSpot
from deck.refresh.plan import (
    Address,
    AddSlide,
    Base,
    Conflict,
    Decisions,
    DropSlide,
    DropSlot,
    Edit,
    Mine,
    Plan,
    Relayout,
    ReleaseSlide,
    Relook,
    ReplaceBlock,
    ReshapeChart,
    ReshapeDiagram,
    ReshapeTable,
    SetAlt,
    SetCaption,
    SetCell,
    SetDeckTitle,
    SetFooter,
    SetItem,
    SetNotes,
    SetOrder,
    SetPoint,
    SetSection,
    SetText,
    Theirs,
)

WORDS = st.lists(
    st.sampled_from(["mål", "åtgärd", "år", "2030", "2045", "inte", "alla", "ansvar", "är", "klart."]), max_size=5
).map(" ".join)
IDS = st.sampled_from(["a", "b", "c", "d"])
LINKS = st.none() | st.builds(Link, url=st.sampled_from(["https://a.se", "https://b.se"]))
RUNS = st.builds(
    Run,
    st.lists(st.sampled_from(["mål", " ", "är", " 2030", "Klart. ", "inte", " alla"]), min_size=1, max_size=4).map("".join),
    st.booleans(),
    st.booleans(),
    st.sampled_from([None, "en-GB"]),
    LINKS,
)
PARAGRAPHS = st.one_of(
    WORDS.map(paragraph), st.builds(Paragraph, st.lists(RUNS, max_size=3).map(tuple), st.integers(0, 1), st.just("bullet"))
)
TEXTS = st.builds(Text, st.lists(PARAGRAPHS, max_size=4).map(tuple))


@st.composite
def tables(draw: st.DrawFn) -> Table:
    columns = draw(st.integers(1, 3))
    heads = draw(st.lists(st.sampled_from(["Mål", "Läge", "Ansvar", ""]), min_size=columns, max_size=columns))
    keys = draw(st.lists(IDS, unique=True, max_size=3))
    cells = st.lists(WORDS, min_size=columns, max_size=columns)
    rows = [heads, *(draw(cells) for _key in keys)]
    shaped = (Row(key, tuple(Cell((paragraph(word),)) for word in row)) for key, row in zip(["head", *keys], rows, strict=True))
    return Table(tuple(shaped), tuple(1 / columns for _ in range(columns)), draw(WORDS))


@st.composite
def charts(draw: st.DrawFn) -> Chart:
    names = draw(st.lists(st.sampled_from(["Lund", "Malmö", "Ystad", "Höör"]), min_size=1, max_size=3, unique=True))
    values = st.lists(st.none() | st.sampled_from([1.0, 2.0, 3.5]), min_size=len(names), max_size=len(names)).map(tuple)
    series = draw(st.lists(st.sampled_from(["2024", "2025"]), min_size=1, max_size=2, unique=True))
    labels = draw(
        st.just(()) | st.lists(st.sampled_from(["", "drygt 1", "två"]), min_size=len(names), max_size=len(names)).map(tuple)
    )
    return Chart(
        draw(st.sampled_from(["bar", "column"])),
        tuple(names),
        tuple(Series(name, draw(values)) for name in series),
        draw(WORDS),
        labels=labels if any(labels) else (),
        highlight=draw(st.none() | st.integers(0, len(names) - 1)),
    )


ITEMS = st.lists(
    st.builds(Item, IDS, WORDS, WORDS, st.sampled_from(["", "1", "2"]), LINKS), max_size=4, unique_by=lambda one: one.id
).map(tuple)
DIAGRAMS = st.builds(Diagram, st.sampled_from(["cards", "cards", "process"]), ITEMS, WORDS, st.integers(0, 2), WORDS)
MEDIA = st.sampled_from([Media("image/png", b"1"), Media("image/png", b"2")])
PICTURES = st.builds(Picture, MEDIA, st.sampled_from([4, 8]), st.just(3), WORDS)
CODES = st.builds(QrCode, st.sampled_from(["https://a.se", "https://b.se"]), WORDS, WORDS)
KINDS: tuple[st.SearchStrategy[Any], ...] = (TEXTS, tables(), charts(), DIAGRAMS, PICTURES, CODES)
BLOCKS: st.SearchStrategy[Block] = st.one_of(*KINDS)
TRIPLES = st.one_of(*(st.tuples(kind, kind, kind) for kind in KINDS), st.tuples(BLOCKS, BLOCKS, BLOCKS))

TITLES = st.builds(lambda words: Text((paragraph(words or "Titel"),)), WORDS)
NAMES = ["one", "two", "three", "four"]


@st.composite
def slides(draw: st.DrawFn, name: str) -> Slide:
    kind = draw(st.sampled_from(["content", "content", "two-content", "object"]))
    slots = [Slot("title", "title", draw(TITLES))]
    parts: dict[str, Any] = {"content": ("body",), "two-content": ("left", "right"), "object": ("object",)}
    for part in parts[kind]:
        if draw(st.integers(0, 4)):
            slots.append(Slot(part, part, draw(TEXTS if part != "object" else st.one_of(DIAGRAMS, tables()))))
    notes = draw(st.lists(WORDS.map(paragraph), max_size=2).map(tuple))
    return Slide(name, kind, tuple(slots), notes=notes, section="s")  # type: ignore[arg-type]


@st.composite
def presentations(draw: st.DrawFn) -> Presentation:
    names = draw(st.permutations(draw(st.lists(st.sampled_from(NAMES), unique=True, min_size=1, max_size=4))))
    found = Presentation(
        title=draw(st.sampled_from(["Titel", "Annan titel"])),
        lang="sv-SE",
        place="1281",
        place_name="Lund",
        outline="standard",
        audience="alla",
        release="1",
        sections=(Section("s", draw(st.sampled_from(["Del", "Annan del"]))),),
        slides=tuple(draw(slides(name)) for name in names),
        footer=draw(st.sampled_from(["Lund", "Lunds kommun"])),
    )
    return canonical_presentation(found)


@st.composite
def sides(draw: st.DrawFn) -> tuple[Presentation, Presentation, Presentation]:
    """Three presentations that have most in common: each slide and slot of the later two is the first's, or changed."""
    base = draw(presentations())
    return base, known(base, draw(_changed(base))), draw(_changed(base))


def known(base: Presentation, mine: Presentation) -> Presentation:
    """An owner's file as it is read: slides that the base knows."""
    return replace(mine, slides=tuple(slide for slide in mine.slides if base.slide(slide.id) is not None))


@st.composite
def _changed(draw: st.DrawFn, base: Presentation) -> Presentation:
    other = draw(presentations())
    found: list[Slide] = []
    for slide in draw(st.sampled_from([base, base, other])).slides:
        was, new = base.slide(slide.id), other.slide(slide.id)
        found.append(draw(st.sampled_from([was or slide, was or slide, new or slide])))
    if draw(st.booleans()) and len(found) > 1:
        found.pop(draw(st.integers(0, len(found) - 1)))
    head = draw(st.sampled_from([base, base, other]))
    return replace(base, title=head.title, footer=head.footer, sections=head.sections, slides=tuple(found))


def mine_of(presentation: Presentation, own: Sequence[str] = ()) -> Mine:
    return Mine(
        presentation=presentation,
        order=(*(slide.id for slide in presentation.slides), *own),
        titles=dict.fromkeys(own, "Egen"),
    )


def mine_after(plan: Plan) -> Mine:
    """The owner's file after a plan: what was merged, and slides released among the owner's own."""
    released = [edit.slide for edit in plan.edits if isinstance(edit, ReleaseSlide)]
    return Mine(presentation=plan.merged, order=plan.order, titles=dict.fromkeys(released, "Egen"), continued=plan.continued)


def planned(base: Presentation | Base, mine: Presentation | Mine, theirs: Presentation, **choices: Any) -> Plan:
    from deck.refresh.merge import merge

    start = Base(presentation=base) if isinstance(base, Presentation) else base
    side = mine_of(mine) if isinstance(mine, Presentation) else mine
    return merge(start, side, Theirs(presentation=theirs), Decisions(**choices))


def spot(choices: Any = None, prefer: Any = None) -> MergeSpot:
    """A place to merge at, alone."""
    return MergeSpot(Ledger(Decisions(choices=choices or {}, prefer=prefer)), Address(slide="s", slot="b"), "text")


def merged_block(base: Block, mine: Block, theirs: Block, prefer: Any = None) -> tuple[Leaf[Block], list[Conflict[Any]]]:
    from deck.refresh.merge.block import merge_block

    here = spot(prefer=prefer)
    return merge_block(base, mine, theirs, here), here.ledger.conflicts


# --- edits folded ---------------------------------------------------------------------------------------------------------------


def folded(mine: Mine, edits: Sequence[Edit]) -> tuple[Presentation, tuple[str, ...]]:
    """What the deck says when the edits are done, one after another; each finds what its `before` says."""
    said = canonical_presentation(mine.presentation)
    slides = {slide.id: slide for slide in said.slides}
    order = mine.order
    sections = {section.id: section for section in said.sections}
    released: set[str] = set()
    for edit in edits:
        match edit:
            case Relook():
                pass
            case AddSlide():
                assert edit.slide.id not in slides
                slides[edit.slide.id] = edit.slide
            case DropSlide() | ReleaseSlide():
                assert slides.pop(edit.slide) == edit.before
                if isinstance(edit, ReleaseSlide):
                    released.add(edit.slide)
                else:
                    order = tuple(key for key in order if key != edit.slide)
            case Relayout():
                assert slides[edit.slide].kind == edit.before
                slides[edit.slide] = replace(slides[edit.slide], kind=edit.after)
            case SetNotes():
                assert slides[edit.slide].notes == edit.before
                slides[edit.slide] = replace(slides[edit.slide], notes=edit.after)
            case SetOrder():
                assert order == edit.before
                order = edit.after
            case SetSection():
                assert sections.get(edit.section) == edit.before
                sections.pop(edit.section, None)
                if edit.after is not None:
                    sections[edit.section] = edit.after
            case SetDeckTitle():
                assert said.title == edit.before
                said = replace(said, title=edit.after)
            case SetFooter():
                assert said.footer == edit.before
                said = replace(said, footer=edit.after)
            case _:
                slides[edit.slide] = _in_slide(slides[edit.slide], edit)
    ours = tuple(slides[key] for key in order if key in slides)
    return replace(said, slides=ours, sections=tuple(sections.values())), order


def _in_slide(slide: Slide, edit: Any) -> Slide:
    old = slide.slot(edit.slot)
    if isinstance(edit, DropSlot):
        assert old is not None and old.block == edit.before
        return replace(slide, slots=tuple(slot for slot in slide.slots if slot.id != edit.slot))
    if isinstance(edit, ReplaceBlock):
        assert (old.block if old else None) == edit.before
        new = Slot(edit.slot, edit.role, edit.after)
        rest = tuple(new if slot.id == edit.slot else slot for slot in slide.slots)
        return replace(slide, slots=rest if old else (*slide.slots, new))
    assert old is not None
    block = _in_block(old.block, edit)
    return replace(slide, slots=tuple(replace(slot, block=block) if slot.id == edit.slot else slot for slot in slide.slots))


def _in_block(block: Any, edit: Any) -> Block:
    match edit:
        case SetText():
            assert block.paragraphs == edit.before
            return Text(edit.after)
        case SetAlt():
            assert block.alt == edit.before
            return replace(block, alt=edit.after)
        case SetCaption():
            assert block.caption == edit.before
            return replace(block, caption=edit.after)
        case ReshapeTable() | ReshapeChart() | ReshapeDiagram():
            assert block == edit.before
            return edit.after
        case SetCell():
            row = next(item for item in block.rows if item.id == edit.row)
            assert row.cells[edit.column] == edit.before
            cells = (*row.cells[: edit.column], edit.after, *row.cells[edit.column + 1 :])
            return replace(block, rows=tuple(replace(row, cells=cells) if item is row else item for item in block.rows))
        case SetPoint():
            return _pointed(block, edit)
        case SetItem():
            item = next(one for one in block.items if one.id == edit.item)
            assert getattr(item, edit.field) == edit.before
            new = replace(item, **{edit.field: edit.after})
            return replace(block, items=tuple(new if one is item else one for one in block.items))
    raise AssertionError(edit)


def _pointed(chart: Chart, edit: SetPoint) -> Chart:
    at = chart.categories.index(edit.category)
    assert points_of(chart).rows[edit.series][edit.category] == edit.before
    series = tuple(
        replace(item, values=(*item.values[:at], edit.after.value, *item.values[at + 1 :])) if item.name == edit.series else item
        for item in chart.series
    )
    labels = list(chart.labels or [""] * len(chart.categories))
    if edit.series == chart.series[0].name:
        labels[at] = edit.after.label
    return replace(chart, series=series, labels=tuple(labels) if any(labels) else ())


EDITS = get_args(Edit)
