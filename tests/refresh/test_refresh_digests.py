"""A drawn shape that the file remembers by its digest is untouched, whatever we would draw today."""

from __future__ import annotations

import io
from dataclasses import replace
from typing import Any

import pytest
from drawn_forms import SHOWN, deck_of
from pptx import Presentation as Opened
from pptx.util import Emu
from refresh_corpus import generated, refreshed, result_bytes
from refresh_releases import BASE, with_slot

from deck.drawing.names import child, qn, whole
from deck.drawing.scene import xfrm_of
from deck.drawing.sheet import contents, placeholder_of
from deck.package import Package, Stamped, open_package, package_bytes, parse_xml
from deck.package.writer import SEAM
from deck.package.xml import serialise
from deck.pptx.manifest import add_manifest, read_manifest
from deck.pptx.reader import read_pptx
from deck.presentation import Chart, Diagram, Presentation, Table, text
from deck.refresh.digests import LENGTH, digests_of, digests_on, kept, known_of_written
from deck.refresh.document import Document
from deck.refresh.guard.side import Side
from deck.refresh.lending import as_remembered
from deck.refresh.variety import sizes_on

FORMS = deck_of({name: SHOWN[name] for name in ("loop", "agenda")})


def drawn_once(data: bytes, *, remembers: bool = True) -> bytes:
    """A deck as a version of ours wrote it that drew all blocks in another colour, and their parts in other places."""
    package = open_package(data, "test")
    parts: dict[str, bytes | None] = {}
    for name in [name for name in package.parts if name.startswith("ppt/slides/slide")]:
        root = parse_xml(package.parts[name])
        for shape in contents(child(root, "p:cSld", "p:spTree")):
            if placeholder_of(shape) is None:
                _otherwise(shape)
        parts[name] = serialise(root)
    for name in [name for name in package.parts if "/charts/chart" in name]:
        root = parse_xml(package.parts[name])
        _recoloured(root)
        parts[name] = serialise(root)
    return package_bytes(_remembering(package.replace(parts), remembers))


def _remembering(package: Package, remembers: bool) -> Package:
    manifest = read_manifest(package)
    assert manifest is not None
    return add_manifest(package, replace(manifest, digests=digests_of(package) if remembers else {}))


def _otherwise(shape: Any) -> None:
    _recoloured(shape)
    for n, part in enumerate(shape.iterchildren(qn("p:sp"), qn("p:cxnSp")) if shape.tag == qn("p:grpSp") else ()):
        off = child(xfrm_of(part), "a:off")
        if off is not None and n == 1:
            off.set("y", str(whole(off.get("y")) + 60_000))


def _recoloured(root: Any) -> None:
    for item in root.iter(qn("a:schemeClr")):
        if item.get("val", "").startswith("accent"):
            item.set("val", "accent6")
    for item in root.iter(qn("a:tcPr")):
        item.set("marL", "123456")
    for item in root.iter(qn("a:rPr")):
        item.set("spc", "10")


def news(slide: str, slot: str) -> Presentation:
    """The base with other words in one drawn block."""
    base = base_of(slide)
    held = base.slide(slide)
    assert held is not None
    block = next(item.block for item in held.slots if item.id == slot)
    if isinstance(block, Diagram):
        block = replace(block, items=(replace(block.items[0], title="Nya ord"), *block.items[1:]))
    elif isinstance(block, Table):
        first = block.rows[1]
        cells = (replace(first.cells[0], paragraphs=block.rows[0].cells[0].paragraphs), *first.cells[1:])
        block = replace(block, rows=(block.rows[0], replace(first, cells=cells), *block.rows[2:]))
    elif isinstance(block, Chart):
        block = replace(block, categories=("Ny kategori", *block.categories[1:]))
    return replace(with_slot(base, slide, slot, block), release="2026")


def base_of(slide: str) -> Presentation:
    return FORMS if FORMS.slide(slide) is not None else BASE


def drawn_slots(base: Presentation) -> list[tuple[str, str]]:
    return [
        (slide.id, slot.id) for slide in base.slides for slot in slide.slots if isinstance(slot.block, Diagram | Table | Chart)
    ]


SLOTS = [*drawn_slots(FORMS), *drawn_slots(BASE)]


@pytest.mark.parametrize(("slide", "slot"), SLOTS)
def test_a_block_that_goes_as_it_was_drawn_asks_nothing(slide: str, slot: str) -> None:
    base = base_of(slide)
    gone = replace(base, slides=tuple(item for item in base.slides if item.id != slide), release="2026")
    outcome = refreshed(drawn_once(generated(base)), gone)
    assert not outcome.touches and not outcome.merged.conflicts
    assert outcome.merged.presentation.slide(slide) is None
    assert refreshed(drawn_once(generated(base), remembers=False), gone).touches


@pytest.mark.parametrize(("slide", "slot"), SLOTS)
def test_with_news_it_is_drawn_as_we_would_today(slide: str, slot: str) -> None:
    theirs = news(slide, slot)
    data = drawn_once(generated(base_of(slide)))
    outcome = refreshed(data, theirs)
    assert {item.kind for item in outcome.merged.changes} == {"applied"} and not outcome.merged.conflicts
    assert not outcome.diagnostics and outcome.whole
    now = open_package(result_bytes(outcome, data), "test")
    new = open_package(generated(theirs), "test")
    assert digests_of(now)[slide] == digests_of(new)[slide]
    manifest = read_manifest(now)
    assert manifest is not None and manifest.digests == digests_of(now)


@pytest.mark.parametrize(("slide", "slot"), SLOTS)
def test_an_owner_is_known_on_it(slide: str, slot: str) -> None:
    base = base_of(slide)
    opened = Opened(io.BytesIO(drawn_once(generated(base))))
    (page,) = [item for item in opened.slides if item._element.cSld.get("name") == slide]
    shape: Any = next(item for item in page.shapes if item.name.endswith(f"({slot})"))
    shape.left, shape.top, shape.width, shape.height = shape.left + Emu(400_000), shape.top, shape.width, shape.height
    data = io.BytesIO()
    opened.save(data)
    gone = replace(base, slides=tuple(item for item in base.slides if item.id != slide), release="2026")
    outcome = refreshed(data.getvalue(), gone)
    assert {(item.slide, item.what) for item in outcome.touches} == {(slide, "place")}
    assert [item.slide for item in outcome.merged.conflicts] == [slide]


@pytest.mark.parametrize(("slide", "slot"), SLOTS)
def test_news_beside_it_draw_it_anew(slide: str, slot: str) -> None:
    base = base_of(slide)
    theirs = replace(with_slot(base, slide, "title", text("Ny rubrik")), release="2026")
    data = drawn_once(generated(base))
    outcome = refreshed(data, theirs)
    assert {item.slot for item in outcome.merged.changes} == {"title"} and outcome.whole
    now = digests_of(open_package(result_bytes(outcome, data), "test"))
    assert now[slide] == digests_of(open_package(generated(theirs), "test"))[slide]


def test_only_what_is_ours_is_remembered() -> None:
    after = {"a": {"x": "1", "y": "2"}, "b": {"x": "3"}}
    assert kept(after, {"a": {"x": "1", "y": "9"}}, {"b": {"x": "3", "y": "2"}}) == {"a": {"x": "1"}, "b": {"x": "3"}}
    assert kept(after, {}, {}) == {}


def test_digests_are_short() -> None:
    found = digests_of(open_package(generated(BASE), "test"))
    assert found and {len(item) for slots in found.values() for item in slots.values()} == {LENGTH}


def test_what_was_just_written_is_known_as_what_is_read() -> None:
    """Pages are read once for all that differ in their footers; and a page that differs otherwise is another one."""
    read = open_package(generated(BASE), "test")
    pages = read_pages(read)
    assert known_of_written(read, pages) == (digests_of(read), sizes_on(Side.of(read_pptx(read)))) and digests_of(read)
    part = next(part for page, part in pages.items() if page in digests_of(read))
    data, cut = read.parts[part], read.parts[part].rfind(SEAM)
    footer = data[cut:].replace(b"Lund", b"")
    for own, bare in ((data[cut:], footer), (footer, footer)):
        again = read.replace({part: Stamped(data[:cut], own, bare)})
        assert known_of_written(again, pages).digests == digests_of(again)
    other = open_package(drawn_once(generated(BASE)), "test")
    assert known_of_written(other, read_pages(other)).digests == digests_of(other) != digests_of(read)


def read_pages(package: Package) -> dict[str, str]:
    return {piece.id: piece.part for piece in read_pptx(package).slides}


def test_a_deck_that_remembers_nothing_lends_nothing() -> None:
    deck = read_pptx(drawn_once(generated(BASE), remembers=False))
    ours: Any = object()
    assert as_remembered(ours, deck, "sv-SE") is ours


def test_what_we_wrote_with_an_owners_words_is_not_remembered_as_ours() -> None:
    shapes = {"why": {"body": "1", "title": "2"}, "why#2": {"body": "3"}}
    assert kept(shapes, shapes, {}, {("why", "body")}) == {"why": {"title": "2"}}


def test_words_in_a_placeholder_that_a_program_called_otherwise_are_known_by_their_id() -> None:
    document = Document(open_package(generated(), "test"))
    before = {page for page, slots in digests_on(Side.of(document.deck()), said=BASE).items() if "title" in slots}
    for piece in document.deck().slides:
        for props in document.tree(piece.part).iter(qn("p:cNvPr")):
            if "(title)" in props.get("name", ""):
                props.set("name", "PlaceHolder 1")
    here = digests_on(Side.of(document.deck()), said=BASE)
    assert before == {page for page, slots in here.items() if "title" in slots} and len(before) > 5
    assert not any("title" in slots for slots in digests_on(Side.of(document.deck())).values())
