"""Other judges of the same files: where they and `deck check` differ, the difference is known, and judged (docs/checks.md)."""

from __future__ import annotations

import importlib
import importlib.util
import re
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from good_decks import made, ours

from deck.check import opens
from deck.check.judge import check_file
from deck.diagnostics import Severity
from deck.errors import DeckError
from deck.package import open_package, package_bytes

SHARED = Path(__file__).resolve().parents[3] / "shared"
FOLDERS = ("templates", "templates-hard", "decks/v1")
FILES = sorted(path for name in FOLDERS for path in (SHARED / name).glob("*.p*x")) if SHARED.exists() else []
HURT = {
    "minsa-io_2026-ILTCI__templates_template.potx": "a program put a:p before a:lstStyle, and showMasterSp on p:cSld",
    "umr1283_umr1283__template.pptx": "a program took the handout master out, and left its relationship",
}
"""Files that say they are PowerPoint's, and that another program has changed since."""
LEFT = re.compile(
    r"'val': Value -\d+ is less than minimum 0"  # axis ids below zero: PowerPoint for Mac writes them
    r"|Unexpected element 'showDLblsOverMax'"  # as Microsoft 365 writes it
    r"|dLbls?\[\d+\].*Unexpected element"  # LibreOffice's order of labels
    r"|viewProps"  # LibreOffice writes none, and its files open
    r"|target not found: .*NULL$"  # PowerPoint's own mark for what it could not keep
    r"|clrScheme missing required 'name'"  # it is there, and empty, in a file that PowerPoint saved
    r"|recolorinfo"  # in VML that PowerPoint wrote
    r"|Missing main document relationship"  # ISO Strict
)
"""What openxml-audit says of files that PowerPoint opens without a word."""


def _module(name: str) -> Any:
    if importlib.util.find_spec(name) is None:
        pytest.skip(f"{name} is not installed: pip install -e .[dev]")
    return importlib.import_module(name)


@cache
def _errors(path: Path) -> tuple[str, ...]:
    return tuple(
        f"{item.rule.code}: {item.message}" for item in check_file(path, opens.RULES).findings if item.level == Severity.ERROR
    )


def _by_powerpoint(path: Path) -> bool:
    """Saved by PowerPoint, as its properties say."""
    try:
        package = open_package(path)
    except DeckError:
        return False
    part = package.one("", "extended-properties")
    return part is not None and b"Microsoft Office PowerPoint" in package.parts[part] and path.name not in HURT


@pytest.mark.skipif(not FILES, reason="the shared files are not here")
@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name[:50])
def test_nothing_is_said_to_need_repair_that_powerpoint_saved(path: Path) -> None:
    if not _by_powerpoint(path):
        pytest.skip("not saved by PowerPoint, or changed since")
    assert _errors(path) == ()


@pytest.mark.skipif(not FILES, reason="the shared files are not here")
@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name[:50])
def test_openxml_audit_finds_no_error_that_deck_check_does_not(path: Path) -> None:
    found = [str(item) for item in _module("openxml_audit").validate_pptx(str(path)).errors if not LEFT.search(str(item))]
    if found:
        known = [item for item in check_file(path, opens.RULES).findings if item.level >= Severity.WARNING]
        assert known, found


@pytest.mark.parametrize("deck", [made, lambda: ours("standard")], ids=["made", "ours"])
def test_others_have_nothing_to_say_of_a_deck_without_fault(deck: Any, tmp_path: Path) -> None:
    path = tmp_path / "deck.pptx"
    path.write_bytes(package_bytes(deck()))
    assert [str(item) for item in _module("openxml_audit").validate_pptx(str(path)).errors if not LEFT.search(str(item))] == []


@pytest.mark.skipif(not FILES, reason="the shared files are not here")
@pytest.mark.parametrize("path", FILES[::4], ids=lambda path: path.name[:50])
def test_ooxml_integrity_finds_no_fault_of_a_package_that_deck_check_does_not(path: Path) -> None:
    said = [item for item in _module("ooxml_integrity").check_pptx(str(path)) if str(item.severity).upper().endswith("ERROR")]
    # PPT… is of the layout: what fits, and what lies on what, which it reckons from the boxes; PKG009: it does not read ISO
    # Strict.
    faults = [str(item) for item in said if not re.search(r"\bPPT\d|PKG009", str(item))]
    assert not faults or _errors(path), faults
