"""Every module has a test file of its own: deck/<room>/<module>.py is tested in tests/<room>/test_<room>_<module>.py."""

from __future__ import annotations

import ast
import re
import subprocess
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
LEAST_LINES = 25
"""Shorter modules are re-exports and switches, seen through by those who use them."""

RULES = ("check/accessible/", "check/opens/", "check/fits.py", "check/safe.py")
"""Rules of `deck check`: tests/check plants every fault of theirs by table (faults_*.py), and
test_check_accessible.py counts them."""

REPORT, PROSE = "tests/check/test_check_report.py", "tests/check/test_check_prose.py"
EXCHANGE = "tests/translation/test_translation_exchange.py"
REFRESH_REPORT = "tests/refresh/test_refresh_report.py"
ELSEWHERE: dict[str, str] = {
    # What a logo is drawn with and refused for is tried on whole logo files.
    "pictures/svg.py": "tests/brand/test_brand_logo.py",
    # Texts as they are set, and where they lie, are tried on the slides that the rules judge.
    "layout/setting.py": "tests/check/test_check_setting.py",
    "check/words.py": "tests/check/test_check_setting.py",
    # What is written in each form is read back from it, and asked for by name on the command line.
    **dict.fromkeys((f"translation/{name}.py" for name in ("po", "xliff")), EXCHANGE),
    "translation/exporting.py": "tests/translation/test_translation_importing.py",
    # What a file remembers by its digests is lent from it.
    "refresh/lending.py": "tests/refresh/test_refresh_digests.py",
    # One refresh in each form of report.
    **dict.fromkeys((f"refresh/report/{name}.py" for name in ("page", "tell", "text")), REFRESH_REPORT),
    # One judgement in each form of report.
    **dict.fromkeys((f"check/report/{name}.py" for name in ("gather", "jsonout", "page", "picture", "sarif", "text")), REPORT),
    # One small content, proofed by all of them.
    **dict.fromkeys((f"check/prose/{name}.py" for name in ("buildable", "proof", "readability", "rendered", "spelling")), PROSE),
}
"""Module → the test file that tests it, where that is not its own."""

TOOLS = ("check/make_types.py",)
"""Tools of developers that need what is not in the repository; what they make is committed, and tested in use."""


def promises(path: Path) -> bool:
    """A module of records and tables alone has nothing to test."""
    return any(isinstance(item, ast.FunctionDef | ast.Lambda) for item in ast.walk(ast.parse(path.read_text(encoding="utf-8"))))


@cache
def modules() -> list[str]:
    found = (path for path in (ROOT / "deck").rglob("*.py") if path.stem not in ("__init__", "__main__"))
    long = (path for path in found if len(path.read_text(encoding="utf-8").splitlines()) > LEAST_LINES)
    return sorted(path.relative_to(ROOT / "deck").as_posix() for path in long if promises(path))


def own_tests(module: str) -> list[str]:
    """Where a module's own tests may stand."""
    *rooms, name = module.removesuffix(".py").split("/")
    whole = "_".join(("test", *rooms, name))
    folders = ["/".join(rooms[:n]) for n in range(min(len(rooms), 1), len(rooms) + 1)]
    found = ["/".join(filter(None, ("tests", folder, f"{whole}.py"))) for folder in folders]
    # In a sub-room's own folder, the rooms need not all be said again.
    short = ["_".join(("test", *rooms[n:], name)) for n in range(1, len(rooms) + 1)] if len(rooms) > 1 else []
    return [*found, *(f"tests/{'/'.join(rooms)}/{item}.py" for item in short)]


def has_own(module: str) -> bool:
    return any((ROOT / path).exists() for path in own_tests(module))


def bare(module: str) -> bool:
    return not module.startswith(RULES) and module not in (*ELSEWHERE, *TOOLS) and not has_own(module)


def test_every_module_has_a_test_file_of_its_own() -> None:
    missing = [f"deck/{module}: no {own_tests(module)[0]}" for module in modules() if bare(module)]
    assert not missing, "\n".join(missing)


@pytest.mark.parametrize(
    ("module", "path"),
    [
        ("geometry.py", "tests/test_geometry.py"),
        ("places/place.py", "tests/places/test_places_place.py"),
        ("layout/diagrams/cards.py", "tests/layout/test_layout_diagrams_cards.py"),
        ("refresh/guard/touch.py", "tests/refresh/guard/test_touch.py"),
        ("refresh/merge/block.py", "tests/refresh/merge/test_merge_block.py"),
    ],
)
def test_where_a_module_s_tests_stand(module: str, path: str) -> None:
    assert path in own_tests(module)


def test_a_module_without_tests_is_named() -> None:
    assert bare("places/nowhere.py")
    assert not bare("check/accessible/nowhere.py")


@pytest.mark.parametrize("module", ELSEWHERE)
def test_what_is_tested_elsewhere_is_so_still(module: str) -> None:
    assert module in modules(), f"deck/{module} is gone or short: take it out of ELSEWHERE"
    assert not has_own(module), f"deck/{module} has tests of its own: take it out of ELSEWHERE"
    where = ROOT / ELSEWHERE[module]
    name = f"deck.{module.removesuffix('.py').replace('/', '.')}"
    # A sub-room is spoken to as a whole.
    names = (name, name.rpartition(".")[0]) if module.count("/") > 1 else (name,)
    text = where.read_text(encoding="utf-8")
    room, _dot, last = name.rpartition(".")
    whole = re.search(rf"from {re.escape(room)} import [^(\n]*\b{last}\b", text)
    assert whole or any(f"from {one} import" in text for one in names), f"{ELSEWHERE[module]} does not speak of {name}"


@pytest.mark.parametrize("module", TOOLS)
def test_a_tool_is_there_and_is_one(module: str) -> None:
    text = (ROOT / "deck" / module).read_text(encoding="utf-8")
    assert 'if __name__ == "__main__":' in text and not has_own(module)


def test_nothing_lies_at_the_top_but_what_belongs_there() -> None:
    """A file that a tool left behind (once a wheel of 5 MB) is seen before it is handed on."""
    listed = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, encoding="utf-8", check=False)
    if listed.returncode:
        pytest.skip("no git here, or no repository")
    top = {path.partition("/")[0] for path in listed.stdout.splitlines()}
    belongs = {"README.md", "benchmarks", "branding", "build.py", "content", "deck", "docs", "pyproject.toml", "tests"}
    assert {name for name in top if not name.startswith(".")} <= belongs
