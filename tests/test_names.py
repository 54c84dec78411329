"""One meaning a noun: no class, and no name for a type, stands for two things in the package."""

from __future__ import annotations

import ast
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

PACKAGE = Path(__file__).parents[1] / "deck"


def types_of(module: ast.Module) -> Iterator[str]:
    """Classes, wherever they are made, and other names that a module gives a type (`Value = str | float`)."""
    for node in ast.walk(module):
        if isinstance(node, ast.ClassDef):
            yield node.name
    for node in module.body:
        target = node.targets[0] if isinstance(node, ast.Assign) else node.target if isinstance(node, ast.AnnAssign) else None
        if isinstance(target, ast.Name) and is_type_name(target.id):
            yield target.id


def is_type_name(name: str) -> bool:
    return name[:1].isupper() and not name.isupper() and "_" not in name


def test_no_type_s_name_stands_twice() -> None:
    where: defaultdict[str, list[str]] = defaultdict(list)
    for path in sorted(PACKAGE.rglob("*.py")):
        for name in types_of(ast.parse(path.read_text("utf-8"))):
            where[name].append(path.relative_to(PACKAGE).as_posix())
    assert len(where) > 300
    twice = {name: places for name, places in where.items() if len(places) > 1}
    assert not twice, "\n".join(f"{name}: {', '.join(places)}" for name, places in twice.items())


def test_what_counts_as_a_type_s_name() -> None:
    module = ast.parse("class A:\n    class B: ...\nValue = str | float\nMOST = 3\nOne: object = int\ndef f():\n    Two = 3")
    assert list(types_of(module)) == ["A", "B", "Value", "One"]
