"""A family of rules is a package: a new rule is a module in it with RULES, and is listed nowhere."""

from __future__ import annotations

from collections.abc import Sequence
from importlib import import_module
from pkgutil import iter_modules
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from deck.check.model import Rule


def rules_in(package: str, path: Sequence[str], first: Sequence[str]) -> tuple[Rule, ...]:
    """The rules of a package's modules, in the order that findings are told: those of the modules named `first`, then those of
    the others by name. `path`: the package's `__path__`. A module without RULES helps the others."""
    others = sorted({item.name for item in iter_modules(path)} - set(first))
    modules = (import_module(f"{package}.{name}") for name in (*first, *others))
    return tuple(rule for module in modules for rule in getattr(module, "RULES", ()))
