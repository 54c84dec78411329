"""Strict files in the form that all read."""

from __future__ import annotations

import pytest
from package_made import whole, zipped

from deck.package import Package, Relationship, open_package
from deck.package.strict import is_strict, to_transitional, transitional_uri

P = "http://purl.oclc.org/ooxml/presentationml/main"
A = "http://purl.oclc.org/ooxml/drawingml/main"
C = "http://purl.oclc.org/ooxml/drawingml/chart"
REL = "http://purl.oclc.org/ooxml/officeDocument/relationships"


@pytest.mark.parametrize(
    ("strict", "transitional"),
    [
        (P, "http://schemas.openxmlformats.org/presentationml/2006/main"),
        (A, "http://schemas.openxmlformats.org/drawingml/2006/main"),
        (C, "http://schemas.openxmlformats.org/drawingml/2006/chart"),
        (f"{REL}/slideLayout", "http://schemas.openxmlformats.org/officeDocument/2006/relationships/slideLayout"),
        (f"{REL}/extendedProperties", "http://schemas.openxmlformats.org/officeDocument/2006/relationships/extended-properties"),
        (f"{REL}/customProperties", "http://schemas.openxmlformats.org/officeDocument/2006/relationships/custom-properties"),
        (
            "http://purl.oclc.org/ooxml/officeDocument/extendedProperties",
            "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties",
        ),
        (
            "http://purl.oclc.org/ooxml/officeDocument/docPropsVTypes",
            "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes",
        ),
        (
            "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties",
            "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties",
        ),
    ],
)
def test_each_name_has_its_twin(strict: str, transitional: str) -> None:
    assert transitional_uri(strict) == transitional


def strict_package(part: str, data: str) -> Package:
    package = open_package(zipped({**whole(), part: data.encode()}))
    return package.replace(rels={"": (Relationship("rId1", f"{REL}/officeDocument", "ppt/presentation.xml"),)})


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (f'<a:lumMod xmlns:a="{A}" val="75%"/>', 'val="75000"'),
        (f'<a:alpha xmlns:a="{A}" val="12.5%"/>', 'val="12500"'),
        (f'<a:scrgbClr xmlns:a="{A}" r="50%" g="25%" b="0%"/>', 'r="50000" g="25000" b="0"'),
        (f'<a:srcRect xmlns:a="{A}" l="-5%" t="0%" r="10%" b="3%"/>', 'l="-5000" t="0" r="10000" b="3000"'),
        (f'<a:normAutofit xmlns:a="{A}" fontScale="92.5%" lnSpcReduction="10%"/>', 'fontScale="92500" lnSpcReduction="10000"'),
        (f'<a:spcPct xmlns:a="{A}"\n val="90%"/>', 'val="90000"'),
        (f'<a:ds xmlns:a="{A}" d="300%" sp="100%"/>', 'd="300000" sp="100000"'),
        (f'<c:gapWidth xmlns:c="{C}" val="150%"/>', 'val="150"'),
        (f'<c:overlap xmlns:c="{C}" val="-27%"/>', 'val="-27"'),
        (f'<c:holeSize xmlns:c="{C}" val="50%"/>', 'val="50"'),
        (f'<a:t xmlns:a="{A}">drygt 80% av kommunerna, val="80%"</a:t>', '>drygt 80% av kommunerna, val="80%"<'),
        (f'<p:cNvPr xmlns:p="{P}" name="80%" descr="val 80%"/>', 'name="80%" descr="val 80%"'),
    ],
)
def test_percentages_as_transitional_files_have_them(before: str, after: str) -> None:
    found = to_transitional(strict_package("ppt/charts/chart1.xml", before)).parts["ppt/charts/chart1.xml"].decode()
    assert after in found
    assert "purl.oclc.org" not in found


def test_a_strict_file_is_one_no_more() -> None:
    start = strict_package("ppt/presentation.xml", f'<p:presentation xmlns:p="{P}" conformance="strict"/>')
    assert is_strict(start)
    found = to_transitional(start)
    assert not is_strict(found)
    assert b"strict" not in found.parts["ppt/presentation.xml"]
    assert found.main == "ppt/presentation.xml"
    assert to_transitional(found) is found
