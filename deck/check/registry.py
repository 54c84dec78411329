"""All rules by name, in one place. A plugin adds its own through the entry point group "deck.rules": an object that is a Rule, or
holds several in `RULES`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from importlib import import_module
from importlib.metadata import entry_points
from importlib.util import find_spec

from deck.check.model import Rule

FAMILIES: dict[str, str] = {
    "opens": "deck.check.opens",
    "fits": "deck.check.fits",
    "accessible": "deck.check.accessible",
    "honest": "deck.check.honest",
    "safe": "deck.check.safe",
}
"""Family → the module that has its rules, in the order that findings are told."""
PLUGINS = "deck.rules"


def _own() -> Iterator[Rule]:
    for module in FAMILIES.values():
        if find_spec(module) is not None:
            yield from import_module(module).RULES


def _plugged() -> Iterator[Rule]:
    for point in entry_points(group=PLUGINS):
        found = point.load()
        yield from (found,) if isinstance(found, Rule) else getattr(found, "RULES", ())


def unique(rules: Iterable[Rule]) -> tuple[Rule, ...]:
    """Each code once: the first that takes it keeps it, so no plugin puts one of ours out of the way."""
    found: dict[str, Rule] = {}
    for item in rules:
        found.setdefault(item.code, item)
    return tuple(found.values())


@cache
def own_rules() -> tuple[Rule, ...]:
    """The rules that come with deck, no plugins'."""
    return unique(_own())


@cache
def all_rules() -> tuple[Rule, ...]:
    """Every rule, family by family, plugins' last."""
    return unique([*_own(), *_plugged()])


def rule(code: str) -> Rule | None:
    return next((item for item in all_rules() if item.code == code), None)
