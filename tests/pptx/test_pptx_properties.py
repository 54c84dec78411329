"""What a document says of itself."""

from __future__ import annotations

from dataclasses import replace

import pytest
from lxml import etree

from deck.package import Package, Relationship
from deck.pptx.properties import timestamp, with_properties
from deck.presentation import Presentation

EMPTY = Presentation("T", "sv-SE", "1281", "Lund", "kort", "alla", "2021", (), ())


@pytest.mark.parametrize(
    ("date", "epoch", "time"),
    [
        ("2021-05-03", "", "2021-05-03T00:00:00Z"),
        ("2021", "", "2020-04-30T00:00:00Z"),
        ("", "", "2020-04-30T00:00:00Z"),
        ("2021-05-03", "0", "1970-01-01T00:00:00Z"),
        ("2021-05-03", "soon", "2021-05-03T00:00:00Z"),
    ],
)
def test_the_documents_time_is_never_now(date: str, epoch: str, time: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)
    assert timestamp(replace(EMPTY, date=date)) == time


def test_a_package_that_has_properties_keeps_their_parts_and_one_without_gets_them() -> None:
    """A template may have its core properties elsewhere: two of them are a fault (Part 2, 8.3.2)."""
    kind = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"
    elsewhere = Package({"props/own.xml": b"<old/>"}, {}, {}, {"": (Relationship("r1", kind, "props/own.xml"),)})
    said = replace(EMPTY, title="Rubrik & mer")
    for package, core in ((elsewhere, "props/own.xml"), (Package({}, {}, {}, {}), "docProps/core.xml")):
        made = with_properties(package, said, 3)
        assert sorted(made.parts) == sorted([core, "docProps/app.xml", "docProps/custom.xml"])
        assert etree.fromstring(made.parts[core]).findtext("{*}title") == "Rubrik & mer"
        assert etree.fromstring(made.parts["docProps/app.xml"]).findtext("{*}Slides") == "3"
        targets = [rel.target for rel in made.rels[""]]
        assert sorted(targets) == sorted(made.parts) and len({rel.id for rel in made.rels[""]}) == 3
