"""What carries meaning, where a program wrote all anew."""

from __future__ import annotations

from dataclasses import replace

import pytest
from refresh_corpus import generated
from traces import left

from deck.drawing.names import qn
from deck.drawing.scene import xfrm_of
from deck.package import Package, open_package, parse_xml
from deck.package.xml import serialise
from deck.pptx import read_pptx
from deck.refresh.guard.meant import meant
from deck.refresh.guard.side import Side, Touch
from deck.refresh.variety import sizes_on


def side(data: bytes) -> Side:
    return Side.of(read_pptx(open_package(data, "test")))


def test_what_is_as_generated_means_nothing() -> None:
    ours = side(generated())
    assert [touch for slide in ours.pages for touch in meant(ours, ours, None, slide)] == []


@pytest.mark.parametrize(("name", "what"), [("a hidden slide", "hidden"), ("a picture in the notes", "picture")])
def test_what_is_more_than_we_wrote_is_told(name: str, what: str) -> None:
    ours, mine = side(generated()), side(left(generated(), name))
    found = [touch for slide in mine.pages for touch in meant(mine, ours, None, slide)]
    assert [touch.what for touch in found] == [what]
    assert isinstance(found[0], Touch)


def test_what_the_file_says_by_its_words_is_explained() -> None:
    ours, mine = side(generated()), side(left(generated(), "a picture in the notes"))
    slide = next(touch.slide for key in mine.pages for touch in meant(mine, ours, None, key))
    assert list(meant(mine, ours, mine, slide)) == []


def remembering(ours: Side, **changes: str) -> Side:
    """What a deck of ours remembers, with some of its slots' sizes as if they had been written otherwise."""
    known = sizes_on(ours)
    for page, said in changes.items():
        known[page]["object"] = said
    return replace(ours, sizes=known)


def shifted(data: bytes, slide: str) -> Side:
    """A part of a drawn block stands elsewhere."""
    package = open_package(data, "test")
    part = side(data).pages[slide]
    root = parse_xml(package.parts[part])
    off = xfrm_of(next(next(root.iter(qn("p:grpSp"))).iterchildren(qn("p:sp"))))[0]  # type: ignore[index]
    off.set("y", str(int(off.get("y", "0")) + 400_000))
    return of(package.replace({part: serialise(root)}))


def of(package: Package) -> Side:
    return Side.of(read_pptx(package))


@pytest.mark.parametrize(("changes", "told"), [({}, ["place"]), ({"cards": "card:one:title=b9600:1"}, [])])
def test_a_part_s_place_tells_nothing_where_the_block_was_laid_out_in_other_sizes(
    changes: dict[str, str], told: list[str]
) -> None:
    mine = remembering(shifted(generated(), "cards"), **changes)
    if not changes:
        mine = replace(mine, sizes=remembering(side(generated())).sizes)
    assert [touch.what for touch in meant(mine, side(generated()), None, "cards")] == told


def test_a_slide_that_we_need_fewer_pages_for_today_says_its_title_once_more() -> None:
    ours = side(generated())
    mine = replace(ours, pages={**ours.pages, "why#2": ours.pages["why"]})
    assert list(meant(mine, ours, None, "why")) == []
    other = replace(ours, pages={**ours.pages, "why#2": ours.pages["cards"]})
    assert "words" in {touch.what for touch in meant(other, ours, None, "why")}


@pytest.mark.parametrize("own", [False, True])
def test_words_of_a_part_that_we_would_not_draw_today_are_ours_unless_its_owner_wrote_them(own: bool) -> None:
    mine = side(generated())
    known = remembering(mine).sizes
    root = mine.sheets.root(mine.pages["cards"])
    assert root is not None
    part = next(item for item in root.iter(qn("p:sp")) if ":text)" in (item[0][0].get("name") or ""))
    package = mine.sheets.package
    bare = parse_xml(package.parts[mine.pages["cards"]])
    gone = next(item for item in bare.iter(qn("p:sp")) if item[0][0].get("name") == part[0][0].get("name"))
    gone.getparent().remove(gone)  # type: ignore[union-attr]
    ours = of(package.replace({mine.pages["cards"]: serialise(bare)}))
    if own:
        root = parse_xml(package.parts[mine.pages["cards"]])
        words = next(item for item in root.iter(qn("p:sp")) if item[0][0].get("name") == part[0][0].get("name"))
        next(words.iter(qn("a:t"))).text = "Eget"
        mine = of(package.replace({mine.pages["cards"]: serialise(root)}))
    found = {touch.what for touch in meant(replace(mine, sizes=known), ours, None, "cards")}
    assert found == ({"words"} if own else set())


@pytest.mark.parametrize(("attribute", "what"), [("name", "name"), ("descr", "alt")])
def test_which_shape_and_part_holds_an_owners_name_or_text_is_told(attribute: str, what: str) -> None:
    """They may go while their slide stays."""
    ours = side(generated())
    package, part = ours.sheets.package, ours.pages["cards"]
    root = parse_xml(package.parts[part])
    held = next(item for item in root.iter(qn("p:cNvPr")) if item.get("name", "").endswith("(card:two:title)"))
    held.set(attribute, "!!Eget")
    found = set(meant(of(package.replace({part: serialise(root)})), ours, None, "cards"))
    assert found == {Touch("cards", what), Touch("cards", what, "object"), Touch("cards", what, "object", "two")}


@pytest.mark.parametrize(("added", "told"), [("c:legend", True), ("c:trendline", True), ("c:extLst", False)])
def test_what_an_owner_put_into_a_chart_is_told_of_that_chart(added: str, told: bool) -> None:
    ours = Side.of(read_pptx(open_package(generated(), "test")))
    package = open_package(generated(), "test")
    page, _part, name = next(
        (page, part, rel.target) for page, part in ours.pages.items() for rel in package.rels[part] if rel.kind == "chart"
    )
    root = parse_xml(package.parts[name])
    holder = next(root.iter(qn("c:chart" if added == "c:legend" else "c:ser")))
    new = holder.makeelement(qn(added))
    if told:
        new.append(new.makeelement(qn("c:legendPos"), {"val": "tr"}))
    holder.append(new)
    mine = Side.of(read_pptx(package.replace({name: serialise(root)})))
    found = [touch for touch in meant(mine, ours, None, page) if touch.what == "chart"]
    assert [(touch.slide, bool(touch.where)) for touch in found] == ([(page, True)] if told else [])
