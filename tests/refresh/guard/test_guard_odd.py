"""Odd ones out, where a program wrote a property of every shape anew."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import pytest
from lxml import etree

from deck.package.names import namespaces
from deck.refresh.guard import Losable
from deck.refresh.guard.odd import LEAST, odd_ones, rare_ones
from deck.refresh.guard.pair import Twin
from deck.refresh.guard.seen import ShownShape


def shape(
    name: str = "x (s)", x: int = 0, fill: str = "accent1", size: str = "2000", mark: str = "", hidden: str = "0", lock: str = ""
) -> etree._Element:
    made = f'<a:ext uri="{{FF2B5EF4-FFF2-40B4-BE49-F238E27FC236}}"><a16:creationId id="{mark}"/></a:ext>' if mark else ""
    return etree.fromstring(
        f'<p:sp {namespaces("a", "p", "a16")}><p:nvSpPr><p:cNvPr id="2" name="{name}" hidden="{hidden}">'
        f"<a:extLst>{made}</a:extLst>"
        f'</p:cNvPr><p:cNvSpPr><a:spLocks noGrp="1" noMove="{lock}"/></p:cNvSpPr><p:nvPr/></p:nvSpPr>'
        f'<p:spPr><a:xfrm><a:off x="{x}" y="0"/><a:ext cx="9" cy="9"/></a:xfrm>'
        f'<a:solidFill><a:schemeClr val="{fill}"/></a:solidFill></p:spPr><p:txBody><a:bodyPr/><a:p><a:r><a:rPr sz="{size}"/>'
        "<a:t>Ord</a:t></a:r></a:p></p:txBody></p:sp>"
    )


def pairs(count: int, *mine: dict[str, str | int], every: dict[str, str | int] | None = None) -> list[Twin]:
    """`every`: what a program wrote into each shape; `mine`: what the owner did to the first ones."""
    looks = [{**(every or {}), **(mine[n] if n < len(mine) else {})} for n in range(count)]
    return [Twin("why", f"s{n}", shape(**look), shape()) for n, look in enumerate(looks)]  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("change", "what"),
    [
        ({"x": 90_000}, "place"),
        ({"fill": "accent2"}, "look"),
        ({"size": "2800"}, "look"),
        ({"hidden": "1"}, "alt"),
        ({"lock": "1"}, "other"),
    ],
)
def test_one_that_differs_is_its_owners(change: dict[str, str | int], what: str) -> None:
    assert list(odd_ones(pairs(LEAST, change))) == [("why", "s0", what, "")]


@pytest.mark.parametrize("every", [{"x": 90_000}, {"fill": "accent2"}, {"size": "1999"}])
def test_what_differs_everywhere_is_the_programs_and_hides_nothing_else(every: dict[str, str | int]) -> None:
    assert list(odd_ones(pairs(LEAST, every=every))) == []
    assert [what for _slide, _slot, what, _item in odd_ones(pairs(LEAST, {"hidden": "1"}, every=every))] == ["alt"]


def test_a_rounded_size_is_no_other() -> None:
    assert list(odd_ones(pairs(LEAST, {"size": "2003"}))) == []
    block_of = [Twin("why", "object", block(shape(size="2003")), block(shape())) for _n in range(LEAST)]
    assert list(odd_ones(block_of)) == []


def test_rounding_is_no_move_and_of_few_shapes_nothing_is_said() -> None:
    assert list(odd_ones(pairs(LEAST, {"x": 500}))) == []
    assert list(odd_ones(pairs(LEAST - 1, {"x": 90_000}))) == []


def test_a_look_that_no_other_text_has_is_its_owners_though_a_program_wrote_them_all() -> None:
    every: dict[str, str | int] = {"size": "1800"}
    assert list(rare_ones(pairs(5, {"size": "2077"}, every=every), ())) == [("why", "s0", "look", "")]
    assert list(rare_ones(pairs(5, every=every), ())) == []
    assert list(rare_ones(pairs(5, {"size": "2077"}, every=every), [Losable("size", "2077")])) == []


def test_what_stands_where_the_file_remembers_was_put_there_by_an_earlier_version() -> None:
    moved = shape(x=90_000)
    others = pairs(LEAST)
    assert list(odd_ones([*others, Twin("why", "body", moved, shape())])) == [("why", "body", "place", "")]
    assert list(odd_ones([*others, Twin("why", "body", moved, shape(), stands=True)])) == []


def block(*parts: etree._Element, x: int = 0) -> etree._Element:
    group = etree.fromstring(
        f'<p:grpSp {namespaces("a", "p")}><p:nvGrpSpPr><p:cNvPr id="9" name="Rader (object)"/><p:cNvGrpSpPr/><p:nvPr/>'
        f"</p:nvGrpSpPr>"
        f'<p:grpSpPr><a:xfrm><a:off x="{x}" y="0"/><a:ext cx="9" cy="9"/></a:xfrm></p:grpSpPr></p:grpSp>'
    )
    group.extend(parts)
    return group


@pytest.mark.parametrize(("painted", "told"), [(1, ["look"]), (2, [])])
def test_a_block_that_an_earlier_version_drew_says_nothing_by_what_half_of_it_has(painted: int, told: list[str]) -> None:
    """One part that its owner painted is told of, in whatever way the block was drawn."""
    mine = [shape(fill="accent2" if n < painted else "accent1") for n in range(4)]
    group, ours = block(*mine, x=90_000), block(*(shape() for _part in mine))
    drawn = [Twin("why", "object", group, ours, stands=True)]
    drawn += [Twin("why", "object", one, other) for one, other in zip(mine, ours.findall("{*}sp"), strict=True)]
    rest = [Twin("other", "object", part, part) for part in block(*(shape() for _n in range(16))).findall("{*}sp")]
    assert [what for _slide, _slot, what, _item in odd_ones([*drawn, *rest])] == told


NO_CHANGE: Mapping[str, str] = {}


def worded(slot: str, change: Mapping[str, str] = NO_CHANGE, *, top: bool = True) -> Twin:
    def made(frame: str, line: str, run: str) -> etree._Element:
        found = shape(f"Text ({slot})")
        lines = f"<a:p><a:pPr {line}/><a:r><a:rPr {run}/><a:t>Ord</a:t></a:r></a:p>"
        body = etree.fromstring(f"<p:txBody {namespaces('a', 'p')}><a:bodyPr {frame}/>{lines}</p:txBody>")
        found.replace(found[-1], body)
        if not top:
            etree.Element(f"{{{found.nsmap['p']}}}grpSp").append(found)
        return found

    said = (change.get(name, "") for name in ("frame", "line", "run"))
    return Twin("why", slot, made(*said), made("", "", ""))


MARKS = [{"run": 'baseline="30000"'}, {"line": 'rtl="1"'}, {"frame": 'vert="vert270"'}]


@pytest.mark.parametrize("top", [True, False])
@pytest.mark.parametrize("change", MARKS)
def test_what_no_program_works_out_is_its_owners_however_few_such_texts_there_are(change: dict[str, str], top: bool) -> None:
    assert [slot for _slide, slot, _what, _item in rare_ones([worded("quote", change, top=top), worded("title")], set())] == [
        "quote"
    ]


@pytest.mark.parametrize("change", [{"frame": 'tIns="200000"'}, {"line": 'marL="457200"'}])
def test_a_measure_is_its_owners_but_of_few_texts_where_layouts_are_spelt_out(change: dict[str, str]) -> None:
    rest = [worded("body") for _n in range(LEAST)]
    for spelt, others in ((True, rest), (False, rest), (False, rest[2:])):
        found = rare_ones([worded("body", change), *others], set(), spelt=spelt)
        assert [slot for _slide, slot, *_rest in found] == ["body"]
    assert list(rare_ones([worded("body", change), *rest[2:]], set(), spelt=True)) == []
    assert list(rare_ones([worded("body", change, top=False), *rest], set())) == []


@pytest.mark.parametrize(
    ("size", "look", "told"), [("1900", "", []), ("1903", "", []), ("2000", "", ["look"]), ("1900", 'b="1"', ["look"])]
)
def test_words_stand_in_the_size_that_the_file_remembers_whatever_we_would_give_them_today(
    size: str, look: str, told: list[str]
) -> None:
    mine = shape("Bildtext (caption)", size=size)
    if look:
        mine.find(".//{*}rPr").set("b", "1")  # type: ignore[union-attr]
    pair = Twin("why", "object", block(mine)[-1], shape("Bildtext (caption)"), written={("", 1900): 1})
    rest = [Twin("other", "object", part, part) for part in block(*(shape() for _n in range(16))).findall("{*}sp")]
    assert pair.path == "caption" and [what for _slide, _slot, what, _item in odd_ones([pair, *rest])] == told


@pytest.mark.parametrize(("alike", "told"), [(True, ["look"]), (False, [])])
def test_a_theme_s_colour_is_an_owner_s_where_a_part_would_be_drawn_alike(alike: bool, told: list[str]) -> None:
    """In a program's masters that have a block laid out otherwise its words may have another ink."""
    scheme = frozenset({"4A6EFF"})
    seen = [ShownShape({"ink": frozenset({ink})}, scheme=scheme) for ink in ("4A6EFF", "1F1408")]
    part = block(shape("Text (card:one:text)"))[-1]
    pair = Twin("why", "object", part, part, seen=(seen[0], seen[1]), alike=frozenset({"ink"} if alike else ()))
    others = block(*(shape() for _n in range(16))).findall("{*}sp")
    rest = [Twin("why", "object", part, part, seen=(seen[1], seen[1])) for part in others]
    assert [what for _slide, _slot, what, _item in odd_ones([pair, *rest])] == told


@pytest.mark.parametrize(("painted", "told"), [(16, ["look"]), (4, []), (0, [])])
def test_a_fill_is_told_among_those_that_have_one(painted: int, told: list[str]) -> None:
    """In a program's masters a house may have other colours: then most of what is painted is painted otherwise."""
    red, blue = (ShownShape(fill=(color,), scheme=frozenset({"4A6EFF"})) for color in ("E12233", "4A6EFF"))
    part = block(shape("Text (card:one:text)"))[-1]
    pair = Twin("why", "object", part, part, seen=(red, blue))
    rest = [
        Twin("why", "object", item, item, seen=(blue, blue) if n < painted else (ShownShape(), ShownShape()))
        for n, item in enumerate(block(*(shape() for _n in range(20))).findall("{*}sp"))
    ]
    assert [what for _slide, _slot, what, _item in odd_ones([pair, *rest])] == told


def inked(group: etree._Element, number: int) -> etree._Element:
    """A part of a drawn block."""
    part = shape(mark=f"{{{number:08d}-0000-5000-8000-000000000000}}")
    group.append(part)
    return part


@pytest.mark.parametrize(("elsewhere", "told"), [("0B5C4A", True), ("1C1915", False)])
def test_an_ink_that_stands_nowhere_in_the_deck_is_none_that_we_gave(elsewhere: str, told: bool) -> None:
    """Made in a look that is lost: what we would write today says nothing. Where other parts of the deck have it, it does."""
    scheme = frozenset(("FFFFFF", "000000", "4A6EFF"))

    def shown(ink: str) -> ShownShape:
        return ShownShape({"ink": frozenset({ink})}, scheme=scheme)

    mine, ours = block(), block()
    parts = [(inked(mine, n), inked(ours, n)) for n in range(LEAST)]
    seen = [(shown("000000"), shown("0B5C4A")), *[(shown(elsewhere), shown(elsewhere))] * (LEAST - 1)]
    found = [Twin("why", "object", *pair, seen=both, alike=frozenset({"ink"})) for pair, both in zip(parts, seen, strict=True)]
    assert [what for _slide, _slot, what, _item in odd_ones(found)] == (["look"] if told else [])


def held_by(slot: str, under: str, run: str = "", frame: str = "") -> Twin:
    """A placeholder, as LibreOffice leaves it under a master that it made of a layout."""
    pair = worded(slot, {"run": run, "frame": frame})
    for side in (pair.mine, pair.ours):
        side[0][2].append(etree.fromstring(f'<p:ph {namespaces("p")} type="body"/>'))
    return replace(pair, under=under)


TITLES = [held_by("title", "m1", 'sz="2800"') for _n in range(LEAST + 1)]


@pytest.mark.parametrize("look", ['sz="2200"', 'b="1"'])
def test_what_one_layout_gave_its_only_text_is_nobodys_where_it_stands_in_the_slides_alone(look: str) -> None:
    """The template is not at hand: a cover's subtitle has a size and a weight that no other text has."""
    titles = [replace(pair, ours=pair.mine) for pair in TITLES]
    known = {Losable("size", "2800")}
    cover = held_by("subtitle", "m2", look)
    assert [*odd_ones([*titles, cover]), *rare_ones([*titles, cover], known)] == []
    loose = [replace(pair, under="") for pair in (*titles, cover)]
    assert [*odd_ones(loose), *rare_ones(loose, known)] != []
    assert [slot for _slide, slot, *_rest in odd_ones([*titles, replace(cover, slot="title", under="m1")])] == ["title"]


@pytest.mark.parametrize("change", [{"run": 'baseline="30000"'}, {"frame": 'vert="vert270"'}])
def test_what_no_layout_gives_is_its_owners_there_too(change: dict[str, str]) -> None:
    found = rare_ones([*TITLES, held_by("subtitle", "m2", **change)], {Losable("size", "2800")}, spelt=True)
    assert [slot for _slide, slot, *_rest in found] == ["subtitle"]


@pytest.mark.parametrize(("link", "told"), [("", ["body"]), ("<a:hlinkClick/>", [])])
def test_a_colour_of_words_is_its_owners_but_of_words_with_links(link: str, told: list[str]) -> None:
    pair = held_by("body", "m1")
    look = next(pair.mine.iter("{*}rPr"))
    fill = '<a:solidFill><a:srgbClr val="1b8af9"/></a:solidFill>'
    look.extend(etree.fromstring(f"<a:rPr {namespaces('a')}>{fill}{link}</a:rPr>"))
    assert [slot for _slide, slot, *_rest in rare_ones([pair, *TITLES], {Losable("size", "2800")})] == told


@pytest.mark.parametrize(("font", "told"), [("arial", ["look"]), ("aptos", [])])
def test_a_part_stands_elsewhere_by_nobodys_hand_in_a_block_that_was_measured_in_other_fonts(font: str, told: list[str]) -> None:
    mine = [shape(x=90_000 if n == 0 else 0) for n in range(LEAST)]
    group, ours = block(*mine), block(*(shape() for _part in mine))
    seen = ShownShape({"font": frozenset({font})}), ShownShape({"font": frozenset({"arial"})}, fonts=frozenset({"aptos"}))
    parts = [
        Twin("why", "object", one, other, seen=seen, under="m1")
        for one, other in zip(group.findall("{*}sp"), ours.findall("{*}sp"), strict=True)
    ]
    assert [what for _slide, _slot, what, _item in odd_ones(parts)] == told
