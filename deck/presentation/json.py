"""Presentation ⇄ JSON, for manifests and `--json`. Media are named by SHA-256 and kept outside."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import MISSING, fields, is_dataclass
from functools import cache
from types import UnionType
from typing import Any, Literal, TypeVar, Union, get_args, get_origin, get_type_hints

from deck.presentation import model
from deck.presentation.model import Media

T = TypeVar("T")

_BLOCKS: dict[str, type] = {cls.__name__: cls for cls in get_args(model.Block)}


@cache
def _shape(cls: type) -> tuple[tuple[str, Any, Any], ...]:
    hints = get_type_hints(cls)
    return tuple((f.name, hints[f.name], f.default) for f in fields(cls) if f.compare)


def to_json(value: Any) -> Any:
    """Plain dicts, lists, strings and numbers; fields at their default, and such as make no difference, are left
    out; a block names its type."""
    if isinstance(value, Media):
        return {"content_type": value.content_type, "sha256": value.sha256}
    if is_dataclass(value):
        cls = type(value)
        out: dict[str, Any] = {"type": cls.__name__} if cls.__name__ in _BLOCKS else {}
        for name, _hint, default in _shape(cls):
            item = getattr(value, name)
            if default is MISSING or item != default:
                out[name] = to_json(item)
        return out
    if isinstance(value, tuple):
        return [to_json(item) for item in value]
    return value


def from_json(cls: type[T], data: Any, media: Mapping[str, bytes] | None = None) -> T:
    """The inverse of `to_json`. `media` maps SHA-256 to bytes; raises ValueError or KeyError on what does not fit."""
    return _build(cls, data, {} if media is None else media)


def _build(hint: Any, data: Any, media: Mapping[str, bytes]) -> Any:
    origin = get_origin(hint)
    if origin in (Union, UnionType):
        if data is None:
            return None
        options = [option for option in get_args(hint) if option is not type(None)]
        if isinstance(data, dict) and "type" in data:
            return _build(_BLOCKS[data["type"]], data, media)
        if len(options) == 1:
            return _build(options[0], data, media)
        for option in options:
            if option in _PLAIN:
                try:
                    return _build(option, data, media)
                except ValueError:
                    continue
        raise ValueError(f"{data!r:.80} is none of {options}")
    if origin is tuple:
        if not isinstance(data, list | tuple):
            raise ValueError(f"{data!r:.80} is no list")
        args = get_args(hint)
        if len(args) == 2 and args[1] is Ellipsis:
            return tuple(_build(args[0], item, media) for item in data)
        return tuple(_build(arg, item, media) for arg, item in zip(args, data, strict=True))
    if origin is Literal:
        if data not in get_args(hint):
            raise ValueError(f"{data!r} is none of {get_args(hint)}")
        return data
    if hint is Media:
        return Media(data["content_type"], media[data["sha256"]])
    if isinstance(hint, type) and is_dataclass(hint):
        if not isinstance(data, dict):
            raise ValueError(f"{data!r:.80} is no {hint.__name__}")
        known = {name: (inner, default) for name, inner, default in _shape(hint)}
        return hint(**{name: _build(known[name][0], item, media) for name, item in data.items() if name in known})
    return _plain(hint, data) if hint in _PLAIN else data


_PLAIN = (str, int, float, bool)


def _plain(hint: type, data: Any) -> Any:
    """A word or number of the type that its field has: a file may have been in anyone's hands."""
    if hint is float and type(data) is int and abs(data) < 1 << 53:
        return float(data)
    if type(data) is not hint or (hint is float and not math.isfinite(data)) or (hint is int and abs(data) >= 1 << 53):
        raise ValueError(f"{data!r:.80} is no {hint.__name__}")
    return data
