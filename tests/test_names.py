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


# --- records --------------------------------------------------------------------------------------------------------------------

MOST_FIELDS = 5
"""A record with more of them is made by keyword, but for the first: what it is, or of what it is."""


def records() -> dict[str, int]:
    """Dataclasses and named tuples of the package → how many fields each has, those of its bases with them."""
    own: dict[str, tuple[int, list[str]]] = {}
    for path in sorted(PACKAGE.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.ClassDef) and is_record(node):
                own[node.name] = (
                    sum(isinstance(item, ast.AnnAssign) for item in node.body),
                    [name_of(base) for base in node.bases],
                )

    def count(name: str) -> int:
        fields, bases = own.get(name, (0, []))
        return fields + sum(map(count, bases))

    return {name: count(name) for name in own}


def is_record(node: ast.ClassDef) -> bool:
    decorators = (item.func if isinstance(item, ast.Call) else item for item in node.decorator_list)
    return "dataclass" in map(name_of, decorators) or "NamedTuple" in map(name_of, node.bases)


def name_of(node: ast.expr) -> str:
    return node.id if isinstance(node, ast.Name) else node.attr if isinstance(node, ast.Attribute) else ""


def by_place(module: ast.Module, large: set[str]) -> Iterator[int]:
    """Lines where a large record is given more than its first field without a name."""
    for node in ast.walk(module):
        if isinstance(node, ast.Call) and name_of(node.func) in large and any(map(is_by_place, enumerate(node.args))):
            yield node.lineno


def is_by_place(given: tuple[int, ast.expr]) -> bool:
    return given[0] > 0 or isinstance(given[1], ast.Starred)


def test_records_with_many_fields_are_made_by_keyword() -> None:
    large = {name for name, count in records().items() if count > MOST_FIELDS}
    assert len(large) > 60
    found = [
        f"{path.relative_to(PACKAGE).as_posix()}:{line}"
        for path in sorted(PACKAGE.rglob("*.py"))
        for line in by_place(ast.parse(path.read_text("utf-8")), large)
    ]
    assert not found, found


def test_what_counts_as_made_by_place() -> None:
    module = ast.parse("Big(1)\nBig(1, b=2)\nBig(1, 2)\nx.Big(*a)\nSmall(1, 2)")
    assert list(by_place(module, {"Big"})) == [3, 4]
