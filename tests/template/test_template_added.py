"""Where no layout has room for text, the deck has one."""

from __future__ import annotations

import re

import pytest
from odd_templates import MASTER, plain

from deck.diagnostics import Diagnostics
from deck.drawing import Sheets
from deck.package import Package, package_bytes
from deck.template import read_template
from deck.template.added import with_layout, with_room
from deck.template.clean import clean, prune

LAYOUT = "ppt/slideLayouts/slideLayout1.xml"
FIELD = (
    '<p:sp><p:nvSpPr><p:cNvPr id="9" name="Fält"/><p:cNvSpPr/><p:nvPr/></p:nvSpPr><p:spPr><a:xfrm><a:off x="0" y="0"/>'
    '<a:ext cx="6096000" cy="6858000"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:solidFill>'
    '<a:schemeClr val="accent1"/></a:solidFill></p:spPr></p:sp>'
)
BODY = (
    '<p:sp><p:nvSpPr><p:cNvPr id="8" name="Text"/><p:cNvSpPr/><p:nvPr><p:ph type="body" idx="13"/></p:nvPr></p:nvSpPr><p:spPr>'
    '<a:xfrm><a:off x="600000" y="1600000"/><a:ext cx="10900000" cy="4600000"/></a:xfrm></p:spPr></p:sp>'
)


def page(shapes: str = FIELD, *, bare: bool = False) -> Package:
    """A template whose one layout has these shapes and no others; `bare`: its master has no placeholders."""
    package = plain()
    layouts = [rel for rel in package.related(MASTER, "slideLayout") if rel.target != LAYOUT]
    master = package.parts[MASTER].decode()
    for rel in layouts:
        master = re.sub(rf'<p:sldLayoutId [^>]*r:id="{rel.id}"/>', "", master)
    if bare:
        master = re.sub(r"<p:sp>.*?</p:sp>", "", master, flags=re.DOTALL)
    layout = re.sub(r"<p:sp>.*</p:sp>", "", package.parts[LAYOUT].decode(), flags=re.DOTALL)
    layout = layout.replace("</p:spTree>", f"{shapes}</p:spTree>")
    kept = tuple(rel for rel in package.rels[MASTER] if rel not in layouts)
    return prune(package.replace({MASTER: master.encode(), LAYOUT: layout.encode()}, None, {MASTER: kept}))


def roomed(package: Package) -> tuple[Package, Package]:
    """Before and after."""
    cleaned = clean(package, "mall.potx", Diagnostics())
    return cleaned, with_room(cleaned, "mall.potx", Diagnostics())


@pytest.mark.parametrize("bare", [False, True], ids=["as on the master", "where nobody says"])
def test_a_page_with_a_field_is_no_place_for_a_deck(bare: bool) -> None:
    before, after = roomed(page(bare=bare))
    parts = Sheets(after).layout_parts(MASTER)
    assert len(parts) == len(Sheets(before).layout_parts(MASTER)) + 1
    template = read_template(package_bytes(page(bare=bare)))
    content = template.roles["content"]
    assert content.layout.part == parts[-1] and content.spots["title"].placeholder and content.spots["body"].placeholder
    assert content.spots["body"].box.area > 0.4 * template.size[0] * template.size[1]
    assert [item.code for item in template.diagnostics].count("layout-added") == 1


@pytest.mark.parametrize(
    "package",
    [plain(), page(""), page(FIELD + BODY), page(FIELD.replace("6096000", "609600"))],
    ids=["whole", "empty", "body", "mark"],
)
def test_a_template_with_room_is_left_as_it_is(package: Package) -> None:
    before, after = roomed(package)
    assert after is before


def test_its_own_deck_is_read_as_it_is() -> None:
    """What was added once is there."""
    _before, after = roomed(page())
    again = clean(after, "mall.potx", Diagnostics())
    assert with_room(again, "mall.potx", Diagnostics()) is again


def test_ids_and_relationships_are_nobody_elses() -> None:
    before, after = roomed(page())
    ids = re.findall(rb'<p:sldLayoutId id="(\d+)" r:id="(\w+)"/>', after.parts[MASTER])
    assert len({number for number, _rel in ids}) == len({rel for _number, rel in ids}) == len(ids)
    made, rel = with_layout(before, MASTER)
    assert rel not in {item.id for item in before.rels[MASTER]}
    assert [item.target for item in made.rels[MASTER] if item.id == rel] == [next(p for p in made.parts if p not in before.parts)]
