"""Titles that an earlier version put into other layouts, places and sizes: nobody's touch; what their owner does is one."""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from lxml import etree
from pptx import Presentation as Opened
from pptx.enum.text import MSO_ANCHOR
from pptx.util import Emu
from refresh_corpus import generated, refreshed, result_bytes
from refresh_releases import BASE, with_slot

from deck.drawing.names import child, need, qn
from deck.geometry import Box
from deck.package import open_package, package_bytes, parse_xml
from deck.package.names import A, P
from deck.package.xml import serialise
from deck.pptx.identity import slot_of_name
from deck.pptx.manifest import add_manifest, read_manifest
from deck.presentation import Presentation, text
from deck.refresh.frames import is_styled
from deck.refresh.transform import write_box

SHIFT = 300_000
TITLED = [slide.id for slide in BASE.slides if slide.kind not in ("title", "closing", "section")]
SLIDE = TITLED[1]


def made_earlier(data: bytes, *, remembers: bool = True, layout: bool = False) -> bytes:
    """A deck as a version of ours wrote it that put titles lower and in other sizes, broke their lines elsewhere, and (`layout`)
    took another layout."""
    package = open_package(data, "test")
    parts: dict[str, bytes | None] = {}
    rels: dict[str, Any] = {}
    other = sorted(name for name in package.parts if name.startswith("ppt/slideLayouts/slideLayout"))[-1]
    manifest = read_manifest(package)
    assert manifest is not None
    placed = {page: dict(boxes) for page, boxes in manifest.placed.items()}
    for name in [name for name in package.parts if name.startswith("ppt/slides/slide")]:
        root = parse_xml(package.parts[name])
        page = need(root, "p:cSld").get("name", "")
        if page.partition("#")[0] not in TITLED:
            continue
        for shape in root.iter(qn("p:sp")):
            props = need(shape, "p:nvSpPr", "p:cNvPr")
            slot = slot_of_name(props.get("name", ""))
            if slot == "title" and page in placed:
                placed[page]["title"] = _lowered(shape, placed[page]["title"])
            elif layout and slot in placed.get(page, {}):
                write_box(shape, Box(*placed[page][slot]))
        parts[name] = serialise(root)
        if layout:
            rels[name] = tuple(replace(rel, target=other) if rel.kind == "slideLayout" else rel for rel in package.rels[name])
    package = package.replace(parts, {}, rels)
    return package_bytes(add_manifest(package, replace(manifest, placed=placed if remembers else manifest.placed)))


def _lowered(shape: Any, box: tuple[int, int, int, int]) -> tuple[int, int, int, int]:
    x, y, w, h = box[0], box[1] + SHIFT, box[2], box[3]
    props, body = need(shape, "p:spPr"), need(shape, "p:txBody")
    for item in list(props):
        props.remove(item)
    props.append(_xml(f'<a:xfrm><a:off x="{x}" y="{y}"/><a:ext cx="{w}" cy="{h}"/></a:xfrm>'))
    body.replace(need(body, "a:bodyPr"), _xml('<a:bodyPr lIns="0" tIns="0" rIns="123456" bIns="0"><a:normAutofit/></a:bodyPr>'))
    body.replace(need(body, "a:lstStyle"), _xml('<a:lstStyle><a:lvl1pPr><a:defRPr sz="2300"/></a:lvl1pPr></a:lstStyle>'))
    for look in shape.iter(qn("a:rPr")):
        if look.get("b") == "1" and (fill := child(look, "a:solidFill")) is not None:
            look.replace(
                fill, _xml('<a:solidFill><a:schemeClr val="accent5"><a:lumMod val="61000"/></a:schemeClr></a:solidFill>')
            )
    return x, y, w, h


def _xml(inner: str) -> Any:
    return parse_xml(inner.replace(">", ' xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">', 1).encode())


def without(slide: str) -> Presentation:
    return replace(BASE, slides=tuple(item for item in BASE.slides if item.id != slide), release="2026")


def news() -> Presentation:
    return replace(with_slot(BASE, SLIDE, "title", text("Nya ord i rubriken")), release="2026")


@pytest.mark.parametrize("layout", [False, True])
def test_what_an_earlier_version_put_elsewhere_is_nobodys(layout: bool) -> None:
    data = made_earlier(generated(BASE), layout=layout)
    # Texts are lists as their layout says, and that is another one.
    for slide in ("table", "cards") if layout else (SLIDE, TITLED[-1]):
        outcome = refreshed(data, without(slide))
        assert not outcome.touches and not outcome.merged.conflicts and not outcome.merged.presentation.slide(slide)
    kept = {item.slot for item in refreshed(data, news()).merged.changes if item.kind == "kept"}
    assert kept <= ({"body", "left", "right", "left-heading", "right-heading"} if layout else set())


def test_without_the_places_remembered_it_is_told() -> None:
    assert refreshed(made_earlier(generated(BASE), remembers=False), without(SLIDE)).merged.conflicts


@pytest.mark.parametrize("layout", [False, True])
def test_a_refresh_remembers_what_it_left_as_it_was(layout: bool) -> None:
    data = made_earlier(generated(BASE), layout=layout)
    again = result_bytes(refreshed(data, news()), data)
    gone = replace(news(), slides=tuple(item for item in news().slides if item.id == SLIDE or item.id not in TITLED[2:4]))
    outcome = refreshed(again, replace(gone, release="2027"))
    assert not outcome.touches and not outcome.merged.conflicts


def _moved(shape: Any) -> None:
    shape.left, shape.top, shape.width, shape.height = shape.left, shape.top + Emu(400_000), shape.width, shape.height


def _anchored(shape: Any) -> None:
    shape.text_frame.vertical_anchor = MSO_ANCHOR.BOTTOM


def _indented(shape: Any) -> None:
    shape.text_frame.margin_left = Emu(250_000)


def _filled(shape: Any) -> None:
    shape.fill.solid()
    shape.fill.fore_color.theme_color = 5


def _slanted(shape: Any) -> None:
    shape.text_frame.paragraphs[0].runs[0].font.italic = True


@pytest.mark.parametrize("touch", [_moved, _anchored, _indented, _filled, _slanted])
def test_an_owner_is_known_on_it(touch: Callable[[Any], None]) -> None:
    opened = Opened(io.BytesIO(made_earlier(generated(BASE))))
    (page,) = [item for item in opened.slides if item._element.cSld.get("name") == SLIDE]
    touch(page.shapes.title)
    data = io.BytesIO()
    opened.save(data)
    outcome = refreshed(data.getvalue(), without(SLIDE))
    assert {item.slide for item in outcome.touches} <= {SLIDE}
    assert [item.slide for item in outcome.merged.conflicts] == [SLIDE]


def test_an_owners_other_layout_is_known() -> None:
    """Where we would put all of it where it stands, the layout was chosen by hand."""
    package = open_package(generated(BASE), "test")
    part = next(name for name in package.parts if f'name="{SLIDE}"'.encode() in package.parts[name] and "slides/" in name)
    rels = package.rels[part]
    other = sorted(name for name in package.parts if name.startswith("ppt/slideLayouts/slideLayout"))[-1]
    changed = tuple(replace(rel, target=other) if rel.kind == "slideLayout" else rel for rel in rels)
    outcome = refreshed(package_bytes(package.replace({}, {}, {part: changed})), without(SLIDE))
    assert [item.slide for item in outcome.merged.conflicts] == [SLIDE]


def test_a_colour_of_one_title_alone_is_its_owners() -> None:
    data = generated(BASE)
    opened = Opened(io.BytesIO(data))
    bold = [
        (page, run)
        for page in opened.slides
        if page.shapes.title is not None
        for run in page.shapes.title.text_frame.paragraphs[0].runs
        if run.font.bold
    ]
    for page, run in bold[:1]:
        run.font.color.theme_color = 9
        held = io.BytesIO()
        opened.save(held)
        outcome = refreshed(held.getvalue(), without(page._element.cSld.get("name", "")))
        assert outcome.merged.conflicts


STYLE = '<a:lvl1pPr xmlns:a="{}"><a:defRPr{}>{}</a:defRPr></a:lvl1pPr>'
INK = '<a:solidFill><a:srgbClr val="B29AC8"/></a:solidFill>'


def styled(sz: str, inner: str) -> bytes:
    opened: Any = Opened(io.BytesIO(generated()))
    slide = next(slide for slide in opened.slides if slide._element.cSld.get("name") == "why")
    body = next(shape for shape in slide.placeholders if shape.placeholder_format.idx == 1)
    need(body._element, "p:txBody", "a:lstStyle").append(etree.fromstring(STYLE.format(A, sz, inner)))
    out = io.BytesIO()
    opened.save(out)
    return out.getvalue()


@pytest.mark.parametrize(("sz", "inner", "own"), [("", INK, True), (' sz="2300" i="1"', "", True), (' sz="2300"', "", False)])
def test_a_list_style_that_says_more_than_ours_stays_when_a_word_changes(sz: str, inner: str, own: bool) -> None:
    """No version of ours wrote it; one of sizes alone may have."""
    data = styled(sz, inner)
    news = replace(with_slot(BASE, "why", "body", text("Något nytt")), release="news")
    said = b"".join(bytes(held) for held in open_package(result_bytes(refreshed(data, news), data), "x").parts.values())
    assert b"n\xc3\xa5got nytt" in said.lower() or "Något nytt".encode() in said
    assert ((b"B29AC8" in said) or (b'i="1"' in said and b"2300" in said)) is own


def test_what_is_a_list_style_of_ours() -> None:
    shape = etree.fromstring(f'<p:sp xmlns:p="{P}" xmlns:a="{A}"><p:txBody><a:lstStyle/></p:txBody></p:sp>')
    assert not is_styled(shape)
    style = need(shape, "p:txBody", "a:lstStyle")
    style.append(etree.fromstring(STYLE.format(A, ' sz="1800" b="0"', '<a:solidFill><a:schemeClr val="tx1"/></a:solidFill>')))
    assert not is_styled(shape)
    style[0].set("marL", "360000")
    assert is_styled(shape)
