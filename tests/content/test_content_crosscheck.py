"""Every complaint about files that do not hold together is told by a golden case (tests/content/cases)."""

from __future__ import annotations

import ast
import inspect
import re
from pathlib import Path

import pytest

from deck.content import crosscheck
from deck.source import load_yaml

CASES = sorted((Path(__file__).parent / "cases").glob("*.yaml"))


def messages() -> list[str]:
    """The messages of the module: what is said first, not what to do about it."""
    tree = ast.parse(inspect.getsource(crosscheck))
    found: list[str] = []
    for node in ast.walk(tree):
        if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name) and node.targets[0].id in ("message", "what"):
            found += words(node.value)
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "error":
            found += words(node.args[1])
    return found


def words(node: ast.AST) -> list[str]:
    return [
        str(item.args[0].value)
        for item in ast.walk(node)
        if isinstance(item, ast.Call) and getattr(item.func, "id", "") == "_" and isinstance(item.args[0], ast.Constant)
    ]


def told() -> str:
    return "\n".join(line for path in CASES for line in load_yaml(path).value["expect"])


def test_the_messages_are_found() -> None:
    assert len(messages()) > 15 and 'unknown slide "{name}"' in messages()


@pytest.mark.parametrize("message", dict.fromkeys(messages()))
def test_a_case_tells_it(message: str) -> None:
    pattern = "".join(".+" if part.startswith("{") else re.escape(part) for part in re.split(r"(\{[^}]*\})", message))
    assert re.search(pattern, told()), "no case of tests/content/cases makes this complaint"
