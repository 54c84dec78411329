"""A sample of decks of each outline before other programs: Microsoft's validator and LibreOffice."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from deck.fleet import BuildRequest, build_one

KINDS = [
    ("1281", "kort", "alla"),
    ("1281", "standard", "alla"),
    ("1281", "konferens", "alla"),
    ("0980", "standard", "politiker"),
    ("14", "konferens", "samordnare"),
    ("0139", "standard", "tjansteman"),
]


@pytest.mark.parametrize(("place", "outline", "audience"), KINDS)
def test_microsofts_validator_finds_nothing(
    place: str, outline: str, audience: str, tmp_path: Path, office_errors: Callable[[Path], list[dict[str, Any]]]
) -> None:
    built = build_one(BuildRequest(place, outline, audience, out=tmp_path))
    assert built.path is not None, built.diagnostics
    errors = office_errors(built.path)
    assert not errors, errors[:3]


def test_the_validator_would_find_a_fault(tmp_path: Path, office_errors: Callable[[Path], list[dict[str, Any]]]) -> None:
    from deck.package import open_package, package_bytes

    built = build_one(BuildRequest("1281", "kort", out=tmp_path))
    assert built.path is not None
    package = open_package(built.path)
    slide = package.parts["ppt/slides/slide1.xml"].replace(b"<p:nvGrpSpPr>", b"<p:nonsense/><p:nvGrpSpPr>", 1)
    broken = tmp_path / "broken.pptx"
    broken.write_bytes(package_bytes(package.replace({"ppt/slides/slide1.xml": slide})))
    assert office_errors(broken)


@pytest.mark.parametrize(("place", "outline"), [("1281", "kort"), ("1281", "standard"), ("14", "konferens")])
def test_libreoffice_shows_every_slide(place: str, outline: str, tmp_path: Path, pages_of: Callable[[Path], int]) -> None:
    built = build_one(BuildRequest(place, outline, out=tmp_path))
    assert built.path is not None, built.diagnostics
    assert pages_of(built.path) == built.slides
