"""What `deck` needs to run is what pyproject.toml says, and nothing that it says is needed by nobody."""

from __future__ import annotations

import ast
import re
import sys
import tomllib
from importlib.metadata import packages_distributions
from pathlib import Path

from deck.cli.doctor import NEEDED

ROOT = Path(__file__).resolve().parent.parent
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]

BY_OTHERS = {
    "tzdata": "zoneinfo, where the system has no time zones",
    "python-multipart": "starlette, where a form has files",
}
"""Distributions that no module of ours imports by name."""
OPTIONAL = {"spylls": "proof"}
"""Distributions that are imported where they are there, and the extra that brings each."""


def named(requirements: list[str]) -> set[str]:
    return {re.split(r"[\s<>=!~;\[]", item, maxsplit=1)[0].lower().replace("_", "-") for item in requirements}


def imported() -> dict[str, list[str]]:
    """Third-party top module → where it is imported, lazily too."""
    found: dict[str, list[str]] = {}
    for path in [*sorted((ROOT / "deck").rglob("*.py")), ROOT / "build.py"]:
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            names: list[str] = []
            if isinstance(node, ast.Import):
                names = [item.name for item in node.names]
            elif isinstance(node, ast.ImportFrom) and not node.level:
                names = [node.module or ""]
            elif isinstance(node, ast.Call) and getattr(node.func, "attr", getattr(node.func, "id", "")) == "import_module":
                names = [str(arg.value) for arg in node.args[:1] if isinstance(arg, ast.Constant)]
            for name in names:
                top = name.partition(".")[0]
                if top and top not in sys.stdlib_module_names and top != "deck":
                    line = getattr(node, "lineno", 0)
                    found.setdefault(top, []).append(f"{path.relative_to(ROOT)}:{line}")
    return found


def distributions() -> dict[str, list[str]]:
    """Distribution → where a module of it is imported."""
    known = packages_distributions()
    found: dict[str, list[str]] = {}
    for module, places in imported().items():
        for owner in named(known.get(module, [module])):
            found.setdefault(owner, []).extend(places)
    return found


def test_all_that_is_imported_is_installed_with_it() -> None:
    said = named(PROJECT["dependencies"]) | set(OPTIONAL)
    assert {name: places for name, places in distributions().items() if name not in said} == {}


def test_all_that_is_installed_with_it_is_imported() -> None:
    assert named(PROJECT["dependencies"]) - set(distributions()) == set(BY_OTHERS)


def test_the_doctor_looks_for_all_of_it() -> None:
    assert named([*NEEDED]) | set(BY_OTHERS) == named(PROJECT["dependencies"])


def test_what_is_optional_is_brought_by_its_extra_and_never_imported_at_the_top() -> None:
    for name, extra in OPTIONAL.items():
        assert name in named(PROJECT["optional-dependencies"][extra])
        assert name in distributions(), f"{name} is asked for nowhere"
    modules = {module for module, owners in packages_distributions().items() if named(owners) & set(OPTIONAL)}
    for path in sorted((ROOT / "deck").rglob("*.py")):
        for node in ast.parse(path.read_text("utf-8")).body:
            names = [item.name for item in getattr(node, "names", ())] if isinstance(node, ast.Import) else []
            names += [node.module or ""] if isinstance(node, ast.ImportFrom) else []
            assert not {name.partition(".")[0] for name in names} & modules, f"{path}: {names}"


def test_imports_are_found_wherever_they_stand() -> None:
    found = imported()
    assert {"lxml", "yaml", "click", "PIL", "babel"} <= set(found)
    assert not {"deck", "json", "tests"} & set(found)
