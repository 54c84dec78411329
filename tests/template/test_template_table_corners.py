"""The cell in a table's header and its first column."""

from __future__ import annotations

import io
from typing import Any

import pptx
import pytest

from deck.drawing.names import child, local, need, qn
from deck.package import open_package, package_bytes, parse_xml
from deck.template import read_template

OWN = "{0F2A9C1B-5B21-4E0E-9C3A-6A1B2C3D4E5F}"
NS = 'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
FILL = '<a:fill><a:solidFill><a:schemeClr val="accent1"/></a:solidFill></a:fill>'
LINE = '<a:bottom><a:ln w="9525"><a:solidFill><a:schemeClr val="dk1"/></a:solidFill></a:ln></a:bottom>'


def part(name: str, ink: str = "", fill: str = "", lines: str = "") -> str:
    colour = f'<a:schemeClr val="{ink}"/>' if ink else ""
    words = f'<a:tcTxStyle b="on"><a:fontRef idx="minor"/>{colour}</a:tcTxStyle>'
    return f"<a:{name}>{words}<a:tcStyle><a:tcBdr>{lines}</a:tcBdr>{fill}</a:tcStyle></a:{name}>"


HEAD = part("firstRow", "lt1", FILL, LINE)
KEYS = part("firstCol", "accent1")


def corner(*parts: str) -> Any:
    """The corner of a template's table style of such parts; None where it has none."""
    raw = io.BytesIO()
    pptx.Presentation().save(raw)
    found = open_package(raw.getvalue(), "a.pptx")
    style = f'<a:tblStyle styleId="{OWN}" styleName="Husets">{part("wholeTbl", "dk1")}{"".join(parts)}</a:tblStyle>'
    known = found.one(found.main, "tableStyles") or ""
    xml = f'<a:tblStyleLst {NS} def="{OWN}">{style}</a:tblStyleLst>'.encode()
    package = read_template(package_bytes(found.replace({known: xml}))).package
    own = next(item for item in parse_xml(package.parts[known]) if item.get("styleId") == OWN)
    names = [local(item) for item in own]
    order = ["wholeTbl", "firstCol", "firstRow", "neCell", "nwCell"]
    assert names == [name for name in order if name in names]
    return child(own, "a:nwCell")


@pytest.mark.parametrize("further", [(), (part("neCell", "lt1"),), (part("nwCell"),)], ids=["none", "the other", "says nothing"])
def test_it_has_the_headers_look(further: tuple[str, ...]) -> None:
    found = corner(KEYS, HEAD, *further)
    assert need(found, "a:tcTxStyle", "a:schemeClr").get("val") == "lt1"
    assert need(found, "a:tcStyle", "a:fill", "a:solidFill", "a:schemeClr").get("val") == "accent1"
    assert not len(need(found, "a:tcStyle", "a:tcBdr")), "the header's line is under all of its cells"


def test_a_first_column_with_a_fill_of_its_own() -> None:
    found = corner(part("firstCol", "", FILL.replace("accent1", "accent2")), HEAD)
    assert found.find(f".//{qn('a:solidFill')}/{qn('a:schemeClr')}").get("val") == "accent1"


@pytest.mark.parametrize(
    "parts",
    [(HEAD,), (KEYS,), (part("firstCol"), HEAD), (part("firstCol", "lt1", FILL), HEAD), (KEYS, part("firstRow", "accent1"))],
    ids=["no first column", "no header", "bold alone", "as the header", "one ink"],
)
def test_a_style_that_needs_none_stays(parts: tuple[str, ...]) -> None:
    assert corner(*parts) is None


def test_its_own_stays() -> None:
    found = corner(KEYS, HEAD, part("nwCell", "accent2"))
    assert need(found, "a:tcTxStyle", "a:schemeClr").get("val") == "accent2"
