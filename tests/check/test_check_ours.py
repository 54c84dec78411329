"""Our decks in others' templates: what check finds must be the template's own, never ours."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from good_decks import edited
from pptx import Presentation

from deck.check import check_file
from deck.fleet import BuildRequest, build_one
from deck.package import open_package, package_bytes

MASTER = "ppt/slideMasters/slideMaster1.xml"


def dark(root: Any) -> None:
    """White words upon black; the theme's links are a dark blue."""
    colours = next(root.iter("{*}clrMap"))
    for name, value in (("bg1", "dk1"), ("tx1", "lt1"), ("bg2", "dk2"), ("tx2", "lt2")):
        colours.set(name, value)


def unbroken(root: Any) -> None:
    """Titles that run on in one line."""
    for shape in root.iter("{*}sp"):
        if shape.find(".//{*}ph[@type='title']") is not None:
            shape.find(".//{*}bodyPr").set("wrap", "none")


@pytest.mark.parametrize(
    ("change", "outline"),
    [(dark, "standard"), (unbroken, "standard"), (dark, "konferens")],
    ids=["dark", "unbroken", "dark, long"],
)
def test_a_deck_in_anothers_template_has_no_fault_of_ours(change: Callable[[Any], None], outline: str, tmp_path: Path) -> None:
    made: Any = Presentation()
    made.save(str(tmp_path / "plain.pptx"))
    template = tmp_path / "mall.pptx"
    template.write_bytes(package_bytes(edited(open_package(tmp_path / "plain.pptx"), MASTER, change)))
    built = build_one(BuildRequest("1281", outline, template=template, out=tmp_path / "out"))
    assert built.path is not None, built.diagnostics
    found = check_file(built.path).findings
    # Footers in a pale grey are the template's.
    ours = [item for item in found if "template" not in item.hint]
    assert [f"{item.where}: {item.rule.code}: {item.message}" for item in ours] == []
