"""Tables as they show: by their style, the strongest part last, and by the cells' own properties."""

from __future__ import annotations

import pytest
from drawing_made import SLIDE, SOLID, only, package, red

from deck.drawing import Insets, SceneTable, Sheets
from deck.drawing.color import transform
from deck.drawing.stock_tables import STOCK_TABLES
from deck.drawing.table import styled

STYLE = "{11111111-2222-3333-4444-555555555555}"
MEDIUM = next(name for name, known in STOCK_TABLES.items() if known == ("Medium Style 2", "accent2"))


def cell(words: str = "x", own: str = "", attributes: str = "") -> str:
    body = f"<a:txBody><a:bodyPr/><a:p><a:r><a:t>{words}</a:t></a:r></a:p></a:txBody>"
    return f"<a:tc {attributes}>{body}{own}</a:tc>"


def table(rows: list[list[str]], flags: str = "", style: str = STYLE, look: str = "") -> SceneTable:
    grid = "".join(f'<a:gridCol w="{100 * (n + 1)}"/>' for n in range(len(rows[0])))
    body = "".join(f'<a:tr h="{10 * (n + 1)}">{"".join(row)}</a:tr>' for n, row in enumerate(rows))
    frame = (
        '<p:graphicFrame><p:nvGraphicFramePr><p:cNvPr id="4" name="T"/><p:cNvGraphicFramePr/><p:nvPr/></p:nvGraphicFramePr>'
        '<p:xfrm><a:off x="1" y="2"/><a:ext cx="300" cy="30"/></p:xfrm><a:graphic><a:graphicData uri="t"><a:tbl>'
        f"<a:tblPr {flags}><a:tableStyleId>{style}</a:tableStyleId></a:tblPr><a:tblGrid>{grid}</a:tblGrid>{body}"
        "</a:tbl></a:graphicData></a:graphic></p:graphicFrame>"
    )
    styles = f'<a:tblStyle styleId="{STYLE}" styleName="x">{look}</a:tblStyle>' if look else ""
    found = only(package(frame, tables=styles))
    assert found.kind == "table" and found.table is not None
    return found.table


def part(name: str, color: str, ink: str = "", bold: bool = False) -> str:
    words = f"<a:tcTxStyle{' b=' + chr(34) + 'on' + chr(34) if bold else ''}>{ink}</a:tcTxStyle>" if ink or bold else ""
    return f"<a:{name}>{words}<a:tcStyle><a:tcBdr/><a:fill>{SOLID.format(color)}</a:fill></a:tcStyle></a:{name}>"


LOOK = (
    part("wholeTbl", "lt1", '<a:schemeClr val="dk1"/>')
    + part("band1H", "lt2")
    + part("band2H", "accent3")
    + part("lastCol", "accent4")
    + part("firstCol", "accent5", bold=True)
    + part("firstRow", "accent1", '<a:schemeClr val="lt1"/>', True)
)
LT1, LT2, A1, A3, A4, A5 = "FFFFFF", "E7E6E6", "4472C4", "A5A5A5", "FFC000", "5B9BD5"


@pytest.mark.parametrize(
    ("flags", "colors"),
    [
        ("", [[LT1, LT1, LT1]] * 3),
        ('firstRow="1"', [[A1, A1, A1], [LT1] * 3, [LT1] * 3]),
        ('firstRow="1" bandRow="1"', [[A1] * 3, [LT2] * 3, [A3] * 3]),
        ('bandRow="1"', [[LT2] * 3, [A3] * 3, [LT2] * 3]),
        ('firstCol="1" lastCol="1"', [[A5, LT1, A4]] * 3),
        ('firstRow="1" firstCol="1"', [[A1, A1, A1], [A5, LT1, LT1], [A5, LT1, LT1]]),
    ],
)
def test_which_part_of_the_style_holds_for_a_cell(flags: str, colors: list[list[str]]) -> None:
    found = table([[cell()] * 3] * 3, flags, look=LOOK)
    assert [[item.fill.colors[0] for item in row] for row in found.rows] == colors


def test_the_styles_words_and_the_sizes_of_rows_and_columns() -> None:
    found = table([[cell(), cell()], [cell(), cell()]], 'firstRow="1" firstCol="1"', look=LOOK)
    looks = [
        [(item.text.paragraphs[0].runs[0].color, item.text.paragraphs[0].runs[0].bold) for item in row] for row in found.rows
    ]
    assert looks == [[("FFFFFF", True), ("FFFFFF", True)], [("000000", True), ("000000", False)]]
    assert (found.widths, found.heights, found.first_row, found.style_id) == ((100, 200), (10, 20), True, STYLE)


def test_a_cells_own_fill_margins_and_anchor_win() -> None:
    own = f'<a:tcPr marL="1" marT="2" marR="3" marB="4" anchor="ctr">{red()}</a:tcPr>'
    (row,) = table([[cell(own=own), cell(own="<a:tcPr><a:noFill/></a:tcPr>")]], look=LOOK).rows
    assert (row[0].fill.colors, row[0].text.style.insets, row[0].text.style.anchor) == (("FF0000",), Insets(1, 2, 3, 4), "ctr")
    assert (row[1].fill.kind, row[1].text.style.insets, row[1].text.style.anchor) == ("none", Insets(), "t")


def test_the_built_in_style_that_files_name_without_defining() -> None:
    found = table([[cell()], [cell()], [cell()]], 'firstRow="1" bandRow="1"', MEDIUM)
    fills = [row[0].fill.colors[0] for row in found.rows]
    assert fills == ["ED7D31", transform("ED7D31", ("tint", 0.4)), transform("ED7D31", ("tint", 0.2))]
    run = found.rows[0][0].text.paragraphs[0].runs[0]
    assert (run.color, run.bold) == ("FFFFFF", True)


@pytest.mark.parametrize(
    ("family", "fills"),
    [
        ("Medium Style 1", ["ED7D31", transform("ED7D31", ("tint", 0.2)), "FFFFFF"]),
        ("Light Style 3", [None, "ED7D31", None]),
    ],
)
def test_the_other_families(family: str, fills: list[str | None]) -> None:
    style = next(name for name, known in STOCK_TABLES.items() if known == (family, "accent2"))
    found = table([[cell()], [cell()], [cell()]], 'firstRow="1" bandRow="1"', style)
    assert [next(iter(row[0].fill.colors), None) for row in found.rows] == fills
    below = found.rows[1][0].below
    assert below is not None and below.paint.colors == ("ED7D31",)


def test_a_line_may_be_one_of_the_themes() -> None:
    """20.1.4.2.19: an index into the theme's lines, and the colour that stands for phClr there."""
    look = '<a:bottom><a:lnRef idx="9"><a:schemeClr val="accent3"/></a:lnRef></a:bottom>'
    look = f"<a:wholeTbl><a:tcStyle><a:tcBdr>{look}</a:tcBdr></a:tcStyle></a:wholeTbl>"
    edge = table([[cell()]], look=look).rows[0][0].below
    assert edge is not None and edge.paint.kind == "none", "the theme has no such line"


def test_what_a_style_gives_a_cell_may_be_asked_for() -> None:
    sheet = Sheets(package(tables=f'<a:tblStyle styleId="{STYLE}" styleName="x">{LOOK}</a:tblStyle>')).sheet(SLIDE)
    head = styled(sheet, STYLE, ("wholeTbl", "band2H", "firstRow"))
    assert head is not None and (head.fill.colors, head.ink, head.bold) == ((A1,), "FFFFFF", True)
    body = styled(sheet, STYLE, ("wholeTbl",))
    assert body is not None and (body.fill.colors, body.ink, body.bold, body.ruled) == ((LT1,), "000000", False, False)
    assert styled(sheet, "{nowhere}", ("wholeTbl",)) is None


def test_an_unknown_style_is_no_look() -> None:
    (row,) = table([[cell()]], 'firstRow="1"', "{nowhere}").rows
    assert row[0].fill.kind == "none"


def test_merged_cells() -> None:
    first, second = table(
        [[cell(attributes='gridSpan="2" rowSpan="2"'), cell(attributes='hMerge="1"')], [cell(attributes='vMerge="1"'), cell()]]
    ).rows
    assert [(item.row_span, item.col_span, item.merged) for item in (*first, *second)] == [
        (2, 2, False),
        (1, 1, True),
        (1, 1, True),
        (1, 1, False),
    ]


def test_a_cell_without_a_text_body_has_no_words() -> None:
    (row,) = table([["<a:tc><a:tcPr/></a:tc>"]]).rows
    assert row[0].text.text == ""
