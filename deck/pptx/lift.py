"""Manifests of older decks, lifted to today's form: what they say stays, how it is said is ours.

1 → 2: the drawn kinds of blocks (Process, Cards, BigNumber) became forms of one, Diagram.
2 → 3: maps name their borders, which stand once (borders.py). Older ones bear their own, and are read as they are.
3 → 4: borders that are the program's own are named by their edition.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

VERSION = 4
"""What we write."""


def _process(block: Mapping[str, Any]) -> dict[str, Any]:
    return _diagram("loop" if block.get("loop") else "process", block.get("steps", ()), block)


def _cards(block: Mapping[str, Any]) -> dict[str, Any]:
    items = [{("key" if name == "number" else name): value for name, value in card.items()} for card in block.get("cards", ())]
    return _diagram("cards", items, block)


def _big_number(block: Mapping[str, Any]) -> dict[str, Any]:
    return _diagram("number", [{"id": "number", "title": block["label"], "key": block["number"]}], block)


def _diagram(form: str, items: Any, block: Mapping[str, Any]) -> dict[str, Any]:
    kept = {name: block[name] for name in ("columns",) if name in block}
    return {"type": "Diagram", "form": form, "items": list(items), "alt": block.get("alt", ""), **kept}


_BLOCKS: Mapping[str, Callable[[Mapping[str, Any]], dict[str, Any]]] = {
    "Process": _process,
    "Cards": _cards,
    "BigNumber": _big_number,
}


def _blocks_to_2(value: Any) -> Any:
    """Every block of the old kinds, wherever it stands."""
    if isinstance(value, list):
        return [_blocks_to_2(item) for item in value]
    if not isinstance(value, dict):
        return value
    lift = _BLOCKS.get(value["type"]) if isinstance(value.get("type"), str) else None
    # A map's borders are thousands of numbers, and no blocks.
    return lift(value) if lift else {name: item if name == "areas" else _blocks_to_2(item) for name, item in value.items()}


_STEPS: Mapping[int, Callable[[Any], Any]] = {1: _blocks_to_2, 2: dict, 3: dict}
"""From each older version to the one after it."""


def lifted(data: dict[str, Any]) -> dict[str, Any]:
    """A manifest's JSON in today's form. Raises ValueError where its version is none of ours."""
    version = data.get("version")
    if not isinstance(version, int) or not 1 <= version <= VERSION:
        raise ValueError(f"no version of ours: {version!r}")
    for step in range(version, VERSION):
        data = _STEPS[step](data)
    return data | {"version": VERSION}


def apart(data: Mapping[str, Any]) -> tuple[dict[str, Any], dict[str, Any]]:
    """What the drawn shapes are known by, and the sizes of their words: decks of November 2026 kept both in one."""
    digests = {page: dict(slots) for page, slots in data.get("digests", {}).items()}
    sizes = {page: dict(slots) for page, slots in data.get("sizes", {}).items()}
    for page, slots in digests.items():
        for name in [name for name in slots if name.endswith(_SIZES)]:
            sizes.setdefault(page, {})[name.removesuffix(_SIZES)] = slots.pop(name)
    return {page: slots for page, slots in digests.items() if slots}, sizes


_SIZES = "/sizes"


def is_newer(data: Any) -> bool:
    """Whether a later version of this program wrote it."""
    version = data.get("version") if isinstance(data, dict) else None
    return isinstance(version, int) and version > VERSION
