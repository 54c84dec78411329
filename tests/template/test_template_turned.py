"""Under Swedish words a house's right-to-left sheets run from left to right."""

from __future__ import annotations

import re

import pytest
from odd_templates import MASTER, each, plain, right_to_left

from deck.diagnostics import Diagnostics
from deck.drawing import Sheets
from deck.package import Package
from deck.template.clean import clean
from deck.template.stood import boxes_of
from deck.template.turned import left_to_right


def test_no_level_runs_from_right_to_left_and_what_stood_right_stands_left() -> None:
    found = left_to_right(right_to_left())
    for name in (MASTER, *Sheets(found).layout_parts(MASTER)):
        assert b'rtl="1"' not in found.parts[name] and b'rtl="true"' not in found.parts[name]
    assert re.search(rb'rtl="0"[^>]*algn="l"|algn="l"[^>]*rtl="0"', found.parts[MASTER])


def test_the_defaults_are_turned_too() -> None:
    package = plain()
    words = re.sub(rb"<a:lvl1pPr(?:[^>]*?)(/?)>", rb'<a:lvl1pPr rtl="1" algn="r"\1>', package.parts[package.main], count=1)
    found = left_to_right(package.replace({package.main: words}))
    assert b'rtl="1"' in words and b'rtl="1"' not in found.parts[package.main]


def test_others_stay_as_they_are() -> None:
    assert left_to_right(plain()) is plain()


def test_a_template_is_read_so() -> None:
    assert b'rtl="1"' not in clean(right_to_left(), "a.potx", Diagnostics()).parts[MASTER]


LOGO, RULE = (609_600, 419_100, 3_000_000, 600_000), (609_600, 1_371_600, 10_972_800, 0)


def beside_a_logo(*drawn: tuple[int, int, int, int]) -> Package:
    """From right to left, and the title begins where a logo ends, with what is drawn on the master."""
    shapes = "".join(
        f'<p:sp><p:nvSpPr><p:cNvPr id="{900 + n}" name="drawn"/><p:cNvSpPr/><p:nvPr/></p:nvSpPr><p:spPr>'
        f'<a:xfrm><a:off x="{x}" y="{y}"/><a:ext cx="{w}" cy="{h}"/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr></p:sp>'
        for n, (x, y, w, h) in enumerate(drawn)
    )

    def change(name: str, text: str) -> str:
        if name != MASTER:
            # Nothing of the layouts' own is drawn under their titles.
            own = r"<p:(sp|cxnSp)>(?:(?!</p:\1>).)*?</p:\1>"
            return re.sub(own, lambda shape: shape[0] if "<p:ph" in shape[0] else "", text, flags=re.DOTALL)
        title = re.search(r'<p:sp>(?:(?!</p:sp>).)*?type="title".*?</p:sp>', text, re.DOTALL)
        assert title is not None
        moved = re.sub(
            r'<a:off x="\d+"(.*?)<a:ext cx="\d+"', r'<a:off x="4000000"\1<a:ext cx="7582400"', title[0], flags=re.DOTALL
        )
        return text.replace(title[0], moved).replace("</p:spTree>", shapes + "</p:spTree>")

    return each(change, right_to_left())


def styles(package: Package) -> tuple[str, str]:
    found = package.parts[MASTER].decode()
    title, body = (re.search(rf"<p:{name}Style>.*?</a:lvl1pPr>", found, re.DOTALL) for name in ("title", "body"))
    assert title is not None and body is not None
    assert 'rtl="0"' in title[0] and 'rtl="0"' in body[0] and 'algn="l"' in body[0]
    return title[0], body[0]


def test_a_title_beside_a_logo_goes_under_it_and_begins_as_its_content_does() -> None:
    found = left_to_right(beside_a_logo(LOGO))
    assert 'algn="l"' in styles(found)[0]
    sheets = Sheets(found)
    title, content = boxes_of(sheets.root(MASTER))
    assert title is not None and content is not None
    assert (title.x, title.right) == (content.x, content.right)
    assert LOGO[1] + LOGO[3] < title.y and title.bottom < content.y
    was = boxes_of(Sheets(beside_a_logo(LOGO)).root(MASTER))[1]
    assert was is not None and content.bottom == was.bottom and content.h >= 0.8 * was.h
    for part in sheets.layout_parts(MASTER):
        own, under = boxes_of(sheets.root(part))
        assert own is not None or under is None or under.y >= content.y, "a layout's own contents go down, too"


def test_with_nothing_beside_it_a_title_grows_to_where_its_content_begins() -> None:
    title, content = boxes_of(Sheets(left_to_right(beside_a_logo())).root(MASTER))
    assert title is not None and content is not None and (title.x, title.y) == (content.x, 419_100)


@pytest.mark.parametrize("drawn", [(LOGO, RULE), ((609_600, 419_100, 3_000_000, 1_800_000),)], ids=["a rule", "a high logo"])
def test_where_it_has_no_room_it_keeps_the_margin_that_it_shares_but_a_cover_s_begins_as_its_subtitle(
    drawn: tuple[tuple[int, int, int, int], ...],
) -> None:
    found = left_to_right(beside_a_logo(*drawn))
    assert 'algn="r"' in styles(found)[0]
    cover = found.parts[Sheets(found).layout_parts(MASTER)[0]].decode()
    title = re.search(r'type="ctrTitle".*?</p:txBody>', cover, re.DOTALL)
    assert title is not None and re.search(r'<a:lvl1pPr[^>]*algn="l"', title[0])
