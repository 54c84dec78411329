"""Presentation ⇄ JSON, for manifests and `--json`. Media are named by SHA-256 and kept outside."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from dataclasses import MISSING, fields, is_dataclass
from functools import cache, partial
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
    return _reading(cls)(data, {} if media is None else media)


_Media = Mapping[str, bytes]
_Reading = Callable[[Any, _Media], Any]


@cache
def _readings(cls: type) -> dict[str, _Reading]:
    """How each field of a class is read: worked out once, for a deck has thousands of values."""
    return {name: _reading(hint) for name, hint, _default in _shape(cls)}


def _reading(hint: Any) -> _Reading:
    origin, args = get_origin(hint), get_args(hint)
    if origin in (Union, UnionType):
        return partial(_either, tuple(option for option in args if option is not type(None)))
    if origin is tuple:
        if len(args) == 2 and args[1] is Ellipsis:
            return partial(_every, _reading(args[0]))
        return partial(_each, tuple(map(_reading, args)))
    if origin is Literal:
        return partial(_literal, args)
    if hint is Media:
        return lambda data, media: Media(data["content_type"], media[data["sha256"]])
    if isinstance(hint, type) and is_dataclass(hint):
        return partial(_built, hint)
    return partial(_plain, hint) if hint in _PLAIN else lambda data, _media: data


def _either(options: tuple[Any, ...], data: Any, media: _Media) -> Any:
    if data is None:
        return None
    if isinstance(data, dict) and "type" in data:
        return _built(_BLOCKS[data["type"]], data, media)
    if len(options) == 1:
        return _reading(options[0])(data, media)
    for option in options:
        if option in _PLAIN:
            try:
                return _plain(option, data, media)
            except ValueError:
                continue
    raise ValueError(f"{data!r:.80} is none of {options}")


def _listed(data: Any) -> list[Any] | tuple[Any, ...]:
    if not isinstance(data, list | tuple):
        raise ValueError(f"{data!r:.80} is no list")
    return data


def _every(reading: _Reading, data: Any, media: _Media) -> tuple[Any, ...]:
    return tuple([reading(item, media) for item in _listed(data)])


def _each(readings: tuple[_Reading, ...], data: Any, media: _Media) -> tuple[Any, ...]:
    return tuple([reading(item, media) for reading, item in zip(readings, _listed(data), strict=True)])


def _literal(args: tuple[Any, ...], data: Any, _media: _Media) -> Any:
    if data not in args:
        raise ValueError(f"{data!r} is none of {args}")
    return data


def _built(cls: type, data: Any, media: _Media) -> Any:
    if not isinstance(data, dict):
        raise ValueError(f"{data!r:.80} is no {cls.__name__}")
    known = _readings(cls)
    return cls(**{name: known[name](item, media) for name, item in data.items() if name in known})


_PLAIN = (str, int, float, bool)


def _plain(hint: type, data: Any, _media: _Media) -> Any:
    """A word or number of the type that its field has: a file may have been in anyone's hands."""
    if hint is float and type(data) is int and abs(data) < 1 << 53:
        return float(data)
    if type(data) is not hint or (hint is float and not math.isfinite(data)) or (hint is int and abs(data) >= 1 << 53):
        raise ValueError(f"{data!r:.80} is no {hint.__name__}")
    return data
