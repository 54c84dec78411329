"""A room's names, each imported from its module when it is first asked for (PEP 562): who needs one does not wait for all."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from importlib import import_module
from typing import Any


def by_need(room: str, names: Mapping[str, str]) -> Callable[[str], Any]:
    """The `__getattr__` of a package. `names`: module → what is asked of it, parted by spaces; none of them is called as a module
    of the room is."""
    home = {name: module for module, said in names.items() for name in said.split()}

    def find(name: str) -> Any:
        if name not in home:
            raise AttributeError(f"module {room!r} has no attribute {name!r}")
        return getattr(import_module(f"{room}.{home[name]}"), name)

    return find
