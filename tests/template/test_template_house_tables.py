"""The table style that is a house's own, and where it reads."""

from __future__ import annotations

import copy
import io
import re
from dataclasses import replace
from typing import Any

import pptx
import pytest
from pptx.util import Emu

from deck.drawing import Sheets
from deck.drawing.stock_tables import USUAL
from deck.package import Package, open_package, package_bytes
from deck.template import default_template_path, read_template, template_of
from deck.template.house_tables import house_table, seated
from deck.template.model import Ground, HouseCell, HouseTable
from deck.template.palette import palette_on
from deck.template.sampled import SampleTable

OWN = "{0F2A9C1B-5B21-4E0E-9C3A-6A1B2C3D4E5F}"
OURS = "{5F0E5B0C-93F4-5C1E-8A5B-0123456789AB}"
"""Made from a name (version 5), as ours are."""
MEDIUM_1 = "{B301B821-A1FF-4177-AEE7-76D212191A09}"
NS = 'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
RGB = {"tx1": "000000", "bg1": "FFFFFF", "accent1": "1E7B3C", "hlink": "0000EE"}
WHITE = palette_on(Ground(("FFFFFF",)), RGB)


def part(name: str, ink: str, fill: str = "", bold: bool = False) -> str:
    weight = ' b="on"' if bold else ""
    ground = f'<a:fill><a:solidFill><a:schemeClr val="{fill}"/></a:solidFill></a:fill>' if fill else ""
    words = f'<a:tcTxStyle{weight}><a:fontRef idx="minor"/><a:schemeClr val="{ink}"/></a:tcTxStyle>'
    return f"<a:{name}>{words}<a:tcStyle><a:tcBdr/>{ground}</a:tcStyle></a:{name}>"


def style(name: str = OWN, body: str = "", head: str = "") -> str:
    body, head = body or part("wholeTbl", "dk1", "lt1"), head or part("firstRow", "lt1", "dk2", bold=True)
    return f'<a:tblStyle styleId="{name}" styleName="Husets">{body}{head}</a:tblStyle>'


def package(said: str = USUAL, styles: str = "", *samples: str) -> Package:
    """python-pptx's own template: `said` is for new tables, `styles` are defined, a slide has a table in each of `samples`."""
    made: Any = pptx.Presentation()
    for name in samples:
        slide = made.slides.add_slide(made.slide_layouts[5])
        frame = slide.shapes.add_table(2, 2, Emu(0), Emu(0), Emu(3_000_000), Emu(900_000))
        mark = frame._element.graphic.graphicData.tbl.tblPr.find("{*}tableStyleId")
        mark.text = name
    raw = io.BytesIO()
    made.save(raw)
    found = open_package(raw.getvalue(), "a.pptx")
    xml = f'<a:tblStyleLst {NS} def="{said}">{styles}</a:tblStyleLst>'.encode()
    return found.replace({found.one(found.main, "tableStyles") or "ppt/tableStyles.xml": xml})


def told(found: Package) -> SampleTable | None:
    sheets = Sheets(found)
    return house_table(sheets, [rel.target for rel in found.related(found.main, "slide")])


def test_the_style_that_new_tables_are_given() -> None:
    assert told(package(OWN, style())) == SampleTable(OWN)
    assert told(package(MEDIUM_1)) == SampleTable(MEDIUM_1), "one of PowerPoint's own, which it need not define"


def test_the_only_style_that_it_defines_itself() -> None:
    assert told(package(USUAL, style())) == SampleTable(OWN)
    assert told(package(USUAL, style() + style(OWN.replace("0F", "1F")))) is None, "nothing says which"


@pytest.mark.parametrize(
    ("said", "styles"),
    [(USUAL, ""), (OWN, ""), ("", ""), (USUAL, style(OURS)), (USUAL, style(USUAL)), (OURS, style(OURS))],
    ids=["the program's", "not defined", "nothing", "ours", "the program's, defined", "ours as the first"],
)
def test_what_is_no_houses_own(said: str, styles: str) -> None:
    assert told(package(said, styles)) is None


def test_more_than_half_of_the_sample_tables_decide() -> None:
    both = style() + style(OWN.replace("0F", "1F"))
    assert told(package(MEDIUM_1, both, OWN, OWN, USUAL)) == SampleTable(OWN)
    assert told(package(MEDIUM_1, both, OWN, USUAL)) == SampleTable(MEDIUM_1), "they are not agreed"


def test_what_any_new_table_has_is_meant_where_several_have_it() -> None:
    assert told(package(USUAL, "", USUAL)) is None
    assert told(package(USUAL, "", USUAL, USUAL)) == SampleTable(USUAL)


def test_whether_rows_alternate_is_the_samples_own() -> None:
    made = package(USUAL, style(), OWN, OWN)
    plain = {rel.target: re.sub(rb' bandRow="1"', b"", made.parts[rel.target]) for rel in made.related(made.main, "slide")}
    assert told(made.replace(plain)) == SampleTable(OWN, banded=False)


def table(*cells: HouseCell) -> HouseTable:
    return HouseTable(OWN, True, cells)


BODY = HouseCell("body", ("FFFFFF",), 1.0, "000000", ruled=True)
KEY = replace(BODY, kind="key")
HEAD = HouseCell("head", ("1E7B3C",), 1.0, "FFFFFF", bold=True)


def test_a_style_whose_words_read_is_used() -> None:
    found = seated(table(BODY, KEY, HEAD), WHITE)
    assert found is not None and (found.style_id, found.banded, found.keyed, found.links, found.fields) == (
        OWN,
        True,
        True,
        True,
        True,
    )


@pytest.mark.parametrize(
    ("cells"),
    [
        (replace(BODY, ink="999999"), KEY, HEAD),
        (BODY, KEY, replace(HEAD, ink="2E8B4C")),
        (replace(BODY, fill=(), ink="FFFFFF"), KEY, HEAD),
        (BODY, KEY, replace(BODY, kind="head")),
    ],
    ids=["grey words", "a header's", "on the ground", "a header like any row"],
)
def test_a_style_that_does_not_read_is_left(cells: tuple[HouseCell, ...]) -> None:
    assert seated(table(*cells), WHITE) is None


def test_a_bold_header_over_a_line_is_one_without_a_fill() -> None:
    assert seated(table(BODY, KEY, replace(BODY, kind="head", bold=True)), WHITE) is not None
    assert seated(table(BODY, KEY, replace(BODY, kind="head", bold=True, ruled=False)), WHITE) is None


def test_what_lies_behind_is_seen_through_what_does_not_cover() -> None:
    dark = palette_on(Ground(("101010",)), RGB)
    faint = replace(BODY, alpha=0.2)
    assert seated(table(faint, replace(faint, kind="key"), HEAD), WHITE) is not None
    assert seated(table(faint, replace(faint, kind="key"), HEAD), dark) is None
    assert seated(table(BODY, KEY, HEAD), dark) is not None, "its fills are its ground"


def test_a_first_column_or_links_that_do_not_read_are_told() -> None:
    found = seated(table(BODY, replace(KEY, ink="AAAAAA"), HEAD), WHITE)
    assert found is not None and not found.keyed
    blue = seated(table(replace(BODY, fill=("9999FF",)), KEY, HEAD), WHITE)
    assert blue is not None and not blue.links


def test_where_nothing_reads_on_the_ground_all_cells_must_be_filled() -> None:
    bare = replace(BODY, fill=())
    assert seated(table(BODY, KEY, HEAD), WHITE, plated=True) is not None
    assert seated(table(bare, replace(bare, kind="key"), HEAD), WHITE, plated=True) is None
    assert seated(None, WHITE) is None


@pytest.mark.parametrize(
    "body",
    [
        part("wholeTbl", "dk1", "lt1", bold=True),
        part("wholeTbl", "dk1", "lt1").replace("minor", "major"),
        part("wholeTbl", "dk1", "lt1").replace("<a:tcTxStyle>", '<a:tcTxStyle i="on">'),
    ],
    ids=["bold", "another font", "italic"],
)
def test_a_style_that_is_measured_otherwise_is_left(body: str) -> None:
    found = read_template(package_bytes(package(OWN, style(body=body))), name="a.pptx")
    assert all(layout.table is None for layout in found.layouts)


def test_every_layout_knows_how_it_shows_there_and_a_deck_remembers_it() -> None:
    found = read_template(package_bytes(package(OWN, style())), name="a.pptx")
    assert found.samples.table == SampleTable(OWN)
    tables = [layout.table for layout in found.layouts]
    assert all(item is not None and item.style_id == OWN and item.xml == "" for item in tables)
    again = template_of(copy.copy(found.package), "b.pptx", samples=found.samples)
    assert [layout.table for layout in again.layouts] == tables
    assert all(layout.table is None for layout in template_of(found.package, "b.pptx").layouts), "a deck made before has ours"


def test_a_stock_style_brings_its_definition() -> None:
    found = read_template(package_bytes(package(MEDIUM_1)), name="a.pptx").layouts[0].table
    assert found is not None and 'styleName="Medium Style 1 - Accent 1"' in found.xml


def test_in_our_own_template_tables_are_in_ours() -> None:
    found = read_template(default_template_path())
    assert found.samples.table is None and all(layout.table is None for layout in found.layouts)
