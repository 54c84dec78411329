"""Content models and attribute values as data (data/elements.yaml), and an element held against them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Any, Literal

from deck.drawing.names import Element
from deck.package.names import NSMAP

_PREFIX = {uri: prefix for prefix, uri in NSMAP.items() if prefix in ("a", "p", "c")}
_COMPATIBILITY = f"{{{NSMAP['mc']}}}"
_NAME = re.compile(r"[a-z]+:\w+")
_RANGE = re.compile(r"(-?\d+)\.\.(-?\d+)")
_PERCENT = re.compile(r"-?\d+(\.\d+)?%?")
Kind = Literal["order", "missing", "unknown", "attribute"]


@dataclass(frozen=True, slots=True)
class Model:
    """`order` matches the names of an element's children, each with a space after it. `names`: those that may stand in it."""

    order: re.Pattern[str]
    names: frozenset[str]
    needed: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Value:
    """What an attribute may say; `needed` where it must be there."""

    says: str
    needed: bool

    def allows(self, value: str) -> bool:
        if self.says == "text":
            return True
        if self.says == "boolean":
            return value in ("0", "1", "true", "false")
        if self.says == "hex":
            return re.fullmatch(r"[0-9A-Fa-f]{6}", value) is not None
        if self.says == "percent":
            return _PERCENT.fullmatch(value) is not None
        if bounds := _RANGE.fullmatch(self.says):
            # A length may be written with its unit (22.9.2.15).
            if int(bounds[2]) > 1_000_000 and re.fullmatch(r"-?\d+(\.\d+)?(mm|cm|in|pt|pc|pi)", value):
                return True
            return re.fullmatch(r"[+-]?\d+", value) is not None and int(bounds[1]) <= int(value) <= int(bounds[2])
        return value in self.says.split()


@lru_cache(maxsize=1)
def _data() -> tuple[Mapping[str, Model], Mapping[str, Mapping[str, Value]], Mapping[str, frozenset[str]]]:
    import yaml

    loaded: dict[str, Any] = yaml.safe_load(files("deck.check").joinpath("data/elements.yaml").read_text("utf-8"))
    groups: dict[str, str] = loaded["groups"]
    models = {name: _model(text or "", groups) for name, text in loaded["children"].items()}
    values = {
        name: {key: Value(said.rstrip("!"), said.endswith("!")) for key, said in attributes.items()}
        for name, attributes in loaded["attributes"].items()
    }
    return models, values, {name: frozenset(parents.split()) for name, parents in loaded["elsewhere"].items()}


def _model(text: str, groups: Mapping[str, str]) -> Model:
    while (found := re.search(r"\b[A-Z]{3,}\b", text)) is not None:
        text = f"{text[: found.start()]}{groups[found[0]]}{text[found.end() :]}"
    names = _NAME.findall(text)
    needed = tuple(name for name in re.findall(r"(?:^|(?<=[ ]))([a-z]+:\w+)\+?(?= |$)", _outside_choices(text)))
    pieces = re.findall(r"[a-z]+:\w+|[()|?*+]", text)
    pattern = "".join(f"(?:{piece} )" if ":" in piece else piece for piece in pieces)
    return Model(re.compile(pattern), frozenset(names), needed)


def _outside_choices(text: str) -> str:
    """The model without what stands in parentheses, where nothing is needed by itself; nothing of a bare choice."""
    while (shorter := re.sub(r"\([^()]*\)[?*+]?", "", text)) != text:
        text = shorter
    return "" if "|" in text else " ".join(text.split())


def name_of(element: Element) -> str:
    """ "p:sp"; "" for elements of namespaces that are not held against anything, comments and instructions."""
    tag = element.tag
    if not isinstance(tag, str):
        return ""
    uri, _brace, local = tag[1:].partition("}")
    prefix = _PREFIX.get(uri)
    return f"{prefix}:{local}" if prefix else ""


@lru_cache(maxsize=16_384)
def _judged(name: str, children: tuple[str, ...]) -> tuple[tuple[Kind, str], ...]:
    model = _data()[0][name]
    strange = [child for child in children if child not in model.names]
    if strange:
        return tuple(("unknown", child) for child in dict.fromkeys(strange))
    lacking = [child for child in model.needed if child not in children]
    if lacking:
        return tuple(("missing", child) for child in lacking)
    if model.order.fullmatch("".join(f"{child} " for child in children)) is None:
        return (("order", " ".join(children[:12])),)
    return ()


def faults_of(element: Element) -> Iterator[tuple[Kind, str]]:
    """What of an element does not hold: the fault, and the child or the attribute and its value. Nothing for elements that the
    data does not name."""
    name = name_of(element)
    models, values, elsewhere = _data()
    parent = element.getparent()
    if name in elsewhere and parent is not None and name_of(parent) in elsewhere[name]:
        return
    if name in models:
        tags = [child.tag for child in element if isinstance(child.tag, str)]
        # What stands in an alternative is chosen by the reader: nothing can be said of the whole.
        if not any(tag.startswith(_COMPATIBILITY) for tag in tags):
            yield from _judged(name, tuple(known for child in element if (known := name_of(child))))
    for key, value in values.get(name, {}).items():
        said = element.get(key)
        if said is None:
            if value.needed:
                yield "attribute", key
        elif not value.allows(said):
            yield "attribute", f'{key}="{said[:40]}"'
