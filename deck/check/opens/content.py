"""Content models and attribute values as data (data/types.json, data/elements.yaml), and a part's elements held against them.

An element's type follows from its parent and its own name (a p:sld in a custom show is no slide), so the walk goes down from a
root that is known. What stands in an alternative is chosen first, as a program does (Part 3, 7.6).
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Any, Literal

from lxml import etree

from deck.check.opens.compat import content, understood
from deck.check.opens.package import MOST_ATTRIBUTES
from deck.drawing.names import Element, attributes
from deck.package.names import MC, NSMAP, R

_PREFIX = {uri: prefix for prefix, uri in NSMAP.items() if prefix in ("a", "p", "c")}
_NAME = re.compile(r"[a-z]+:\w+")
_RANGE = re.compile(r"(-?\d+)\.\.(-?\d+)")
_GUID = re.compile(r"\{[0-9A-Fa-f]{8}(-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}\}")
_LENGTH = re.compile(r"-?\d+(\.\d+)?(mm|cm|in|pt|pc|pi)")
_MEASURED = 1_000_000
_ARGUMENT = r"(?:[+-]?\d{1,12}|\d?[A-Za-z_]\w*)"
"""A whole number, or a guide's name (20.1.10.1): a number with decimals is neither."""
_FORMULA = re.compile(
    r"\s*(?:(?:val|abs|sqrt) {one}|(?:at2|cos|max|min|sin|tan) {one} {one}"
    r"|(?:\*/|\+-|\+/|\?:|cat2|mod|pin|sat2) {one} {one} {one}(?: {one})?)\s*".replace(" ", r"\s+").replace("{one}", _ARGUMENT)
)
_UNSIGNED = 2**32 - 1
FaultKind = Literal["order", "missing", "unknown", "attribute", "stray"]


@dataclass(frozen=True, slots=True)
class ValueForm:
    """What an attribute may say; `needed` where it must be there."""

    says: str
    needed: bool

    def allows(self, value: str) -> bool:
        if self.says in _PLAIN:
            return _PLAIN[self.says](value)
        if bounds := _RANGE.fullmatch(self.says):
            # A length may be written with its unit (22.9.2.15).
            if _MEASURED < int(bounds[2]) != _UNSIGNED and _LENGTH.fullmatch(value):
                return True
            return re.fullmatch(r"[+-]?[0-9]{1,20}", value) is not None and int(bounds[1]) <= int(value) <= int(bounds[2])
        return value in self.says.split()


def is_guid(value: str) -> bool:
    """Whether it is one as the standard writes them, in braces (22.9.2.4)."""
    return _GUID.fullmatch(value) is not None


def _number(value: str) -> bool:
    """An xsd:double."""
    return re.fullmatch(r"\s*([+-]?(\d+(\.\d*)?|\.\d+)([eE][+-]?\d+)?|NaN|-?INF)\s*", value) is not None


def _above(least: float, *, within: bool = False) -> Callable[[str], bool]:
    """A number above `least`, or from it on (`within`)."""
    return lambda value: _number(value) and (float(value) >= least if within else float(value) > least)


_PLAIN = {
    "text": lambda _value: True,
    "boolean": lambda value: value in ("0", "1", "true", "false"),
    "number": _number,
    "positive": _above(0),
    "time": lambda value: value == "indefinite" or re.fullmatch(r"[0-9]{1,10}", value) is not None,
    "moment": lambda value: re.fullmatch(r"-?\d{4,}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)?", value) is not None,
    "base": _above(2, within=True),
    "panose": lambda value: re.fullmatch(r"[0-9A-Fa-f]{20}", value) is not None,
    "hex": lambda value: re.fullmatch(r"([0-9A-Fa-f]{2})+", value) is not None,
    "guid": is_guid,
    "rgb": lambda value: re.fullmatch(r"[0-9A-Fa-f]{6}", value) is not None,
    "place": lambda value: re.fullmatch(_ARGUMENT, value) is not None or _LENGTH.fullmatch(value) is not None,
    "formula": lambda value: _FORMULA.fullmatch(value) is not None,
}


_STEP = re.compile(r"([a-z]+:\w+)([?*+]?)(?: |$)")


@dataclass(frozen=True, slots=True)
class ChildOrder:
    """The order of an element's children, as the data says it."""

    text: str

    def holds(self, children: tuple[str, ...]) -> bool:
        steps = _STEP.findall(self.text)
        if len({name for name, _often in steps}) < len(steps) or _STEP.sub("", self.text):
            return _pattern(self.text).fullmatch("".join(f"{child} " for child in children)) is not None
        # One after the other, none of them twice: whatever a step takes, no other could.
        at = 0
        for name, often in steps:
            first = at
            while at < len(children) and children[at] == name and (at == first or often in ("*", "+")):
                at += 1
            if at == first and often not in ("?", "*"):
                return False
        return at == len(children)


@dataclass(frozen=True, slots=True)
class Model:
    """`orders`: each is one that an element's children may stand in; None where anything may stand in it.
    `children`: those that may stand in it, with their types. `demands`: an attribute must be there."""

    orders: tuple[ChildOrder, ...] | None
    names: frozenset[str]
    needed: tuple[str, ...]
    children: Mapping[str, str]
    attributes: Mapping[str, ValueForm]
    demands: bool = False


@dataclass(frozen=True, slots=True)
class Schema:
    """`roots`: a part's root → its type; `sure`: elements of charts whose breach is known to matter; `guides`: preset → names."""

    roots: Mapping[str, str]
    types: Mapping[str, list[Any]]
    also: Mapping[str, str]
    more: Mapping[str, Mapping[str, str]]
    values: Mapping[str, Mapping[str, str]]
    texts: Mapping[str, str]
    sure: frozenset[str]
    guides: Mapping[str, frozenset[str]]


@lru_cache(maxsize=1)
def schema() -> Schema:
    import yaml

    data = files("deck.check").joinpath("data")
    made: dict[str, Any] = json.loads(data.joinpath("types.json").read_text("utf-8"))
    extra: dict[str, Any] = yaml.safe_load(data.joinpath("elements.yaml").read_text("utf-8"))
    guides = {preset: frozenset(names.split()) for names, presets in extra["guides"].items() for preset in presets.split()}
    sure = frozenset(" ".join(extra["sure"]).split())
    return Schema(
        made["roots"],
        types=made["types"],
        also=extra["orders"],
        more=extra["children"],
        values=extra["values"],
        texts=extra["texts"],
        sure=sure,
        guides=guides,
    )


@lru_cache(maxsize=1024)
def model(kind: str) -> Model | None:
    """ "p:CT_Slide/p:sld" → its model; None for a type that the data does not have."""
    found = schema().types.get(kind)
    if found is None:
        return None
    order, children, said = found
    name = kind.partition("/")[2]
    texts = [order, *(schema().also[key] for key in (name, kind) if key in schema().also)]
    values = {key: _value(words) for key, words in {**said, **schema().values.get(name, {})}.items()}
    return Model(
        None if order == "*" else tuple(map(ChildOrder, texts)),
        names=frozenset(child for text in texts for child in _NAME.findall(text)),
        needed=tuple(re.findall(r"(?:^|(?<= ))([a-z]+:\w+)(?:\+|\{[1-9]\d*,\d*\})?(?= |$)", _outside_choices(order))),
        children={**children, **schema().more.get(kind, {})},
        attributes=values,
        demands=any(value.needed for value in values.values()),
    )


@lru_cache(maxsize=2048)
def _value(said: str) -> ValueForm:
    return ValueForm(said.rstrip("!"), said.endswith("!"))


@lru_cache(maxsize=1024)
def _pattern(text: str) -> re.Pattern[str]:
    """What matches the names of children in an order, a space after each."""
    pieces = re.findall(r"[a-z]+:\w+|\{\d+,\d*\}|[()|?*+]", text)
    return re.compile("".join(f"(?:{piece} )" if ":" in piece else "(?:" if piece == "(" else piece for piece in pieces))


def _outside_choices(text: str) -> str:
    """The model without what stands in parentheses, where nothing is needed by itself; nothing of a bare choice."""
    while (shorter := re.sub(r"\([^()]*\)([?*+]|\{\d+,\d*\})?", "", text)) != text:
        text = shorter
    return "" if "|" in text else " ".join(text.split())


@lru_cache(maxsize=4096)
def _named(tag: str) -> str:
    uri, _brace, local = tag[1:].partition("}")
    prefix = _PREFIX.get(uri)
    return f"{prefix}:{local}" if prefix else ""


def name_of(element: Element) -> str:
    """ "p:sp"; "" for elements of namespaces that are not held against anything, comments and instructions."""
    return _named(element.tag) if isinstance(element.tag, str) else ""


@lru_cache(maxsize=16_384)
def _judged(kind: str, children: tuple[str, ...]) -> tuple[tuple[FaultKind, str], ...]:
    held = model(kind)
    if held is None or held.orders is None:
        return ()
    strange = [child for child in children if child not in held.names]
    if strange:
        return tuple(("unknown", child) for child in dict.fromkeys(strange))
    lacking = [child for child in held.needed if child not in children]
    if lacking:
        return tuple(("missing", child) for child in lacking)
    if any(order.holds(children) for order in held.orders):
        return ()
    return (("order", " ".join(children[:12])),) if children else (("missing", " | ".join(sorted(held.names)[:8])),)


def _values(element: Element, kind: str, held: Model) -> tuple[tuple[FaultKind, str], ...]:
    if not len(element.attrib) and not held.demands:
        return ()
    if len(element.attrib) > MOST_ATTRIBUTES:
        # Far more than any element has; each look at one costs a look at all.
        return (("stray", str(element.keys()[-1])[:80]),)
    return _said_in(kind, tuple(attributes(element).items()))


@lru_cache(maxsize=4_096)
def _said_in(kind: str, attributes_of: tuple[tuple[str, str], ...]) -> tuple[tuple[FaultKind, str], ...]:
    held = model(kind)
    return tuple(_value_faults(held, attributes_of)) if held is not None else ()


def _value_faults(held: Model, attributes_of: tuple[tuple[str, str], ...]) -> Iterator[tuple[FaultKind, str]]:
    said: dict[str, str] = {}
    for key, value in attributes_of:
        if key[:1] != "{":
            said[key] = value
        elif key.startswith(f"{{{R}}}"):
            said[f"r:{key.partition('}')[2]}"] = value
    for key, value in said.items():
        known = held.attributes.get(key)
        if known is None:
            if not key.startswith("r:"):
                yield "stray", key
        elif not known.allows(value):
            yield "attribute", f'{key}="{value[:40]}"'
    for key, known in held.attributes.items():
        if known.needed and key not in said:
            yield "attribute", key


_BARE: Any = etree.XPath("boolean(descendant::*[namespace-uri()=''])")
"""Whether an element is in no namespace at all."""
_LOOSE: Any = etree.XPath("boolean(descendant-or-self::*[*]/text()[normalize-space()])")
"""Whether words stand beside elements anywhere."""


def _words(element: Element, name: str, held: Model) -> Iterator[tuple[FaultKind, str]]:
    """Words between elements, where only elements may stand, and words that an element may not say."""
    if held.orders is not None and held.children:
        loose = [element.text, *(item.tail for item in element)]
        if text := next((text.strip() for text in loose if text and not text.isspace()), ""):
            yield "unknown", f'"{text[:40]}"'
    elif (form := schema().texts.get(name)) is not None and not _value(form).allows((element.text or "").strip()):
        yield "unknown", f'"{(element.text or "").strip()[:40]}"'


def _ignorable(root: Element) -> frozenset[str]:
    """Namespaces that the part says may be passed over (Part 3, 7.2); wherever in it that is said."""
    marks = (item for item in root.iter() if isinstance(item.tag, str) and item.get(f"{{{MC}}}Ignorable"))
    return frozenset(item.nsmap.get(prefix, "") for item in marks for prefix in (item.get(f"{{{MC}}}Ignorable") or "").split())


def _foreign(element: Element, ignorable: frozenset[str]) -> Iterator[tuple[FaultKind, str]]:
    """Children and attributes of namespaces that no program of Office knows, and that none was told to pass over."""
    for child in content(element):
        uri = str(child.tag)[1:].partition("}")[0] if str(child.tag)[:1] == "{" else ""
        outer = child.getparent()
        chosen = outer is not None and outer.tag == f"{{{MC}}}Choice"
        if not chosen and not understood(uri) and uri not in ignorable:
            yield "unknown", str(child.tag)[:81].lstrip("{").replace("}", " ")
    for key in element.keys()[:MOST_ATTRIBUTES]:
        uri, _brace, name = str(key)[1:].partition("}")
        if name and not understood(uri) and not uri.startswith("http://www.w3.org/") and uri not in ignorable:
            yield "stray", str(key)[1:81].replace("}", " ")


FEW = 40
_SPACES = re.compile(rb"""\sxmlns(?::[\w.-]+)?=["']([^"']*)["']""")
_PLAIN_PATH = re.compile(
    rb'<a:path\b[^>]*>(?:<a:(moveTo|lnTo)><a:pt x="-?\d{1,10}" y="-?\d{1,10}"/></a:\1>'
    rb'|<a:arcTo wR="\d{1,10}" hR="\d{1,10}" stAng="-?\d{1,10}" swAng="-?\d{1,10}"/>|<a:close/>)*</a:path>'
)
"""A drawn path of points and arcs alone, as maps have by the thousand: right as it stands, and seen so at a glance."""


def faults_in(root: Element) -> Iterator[tuple[str, FaultKind, str]]:
    """What of a part does not hold: the element's name, the fault, and the child or the attribute and its value. Nothing for a
    root that the data does not name."""
    start = schema().roots.get(name_of(root))
    waiting: list[tuple[Element, str, str]] = [(root, name_of(root), start)] if start else []
    foreign = any(not understood(uri.decode("utf-8", "replace")) for uri in set(_SPACES.findall(etree.tostring(root))))
    ignorable = _ignorable(root) if foreign else frozenset()
    foreign = foreign or bool(_BARE(root))
    worded = bool(_LOOSE(root))
    while waiting:
        element, name, kind = waiting.pop()
        held = model(kind)
        if held is None:
            if len(element) and kind.startswith("xsd:"):
                yield name, "unknown", str(element[0].tag)[:81].lstrip("{").replace("}", " ")
            continue
        if name == "a:path" and len(element) > FEW and _PLAIN_PATH.fullmatch(etree.tostring(element, with_tail=False)):
            for fault, about in _values(element, kind, held):
                yield name, fault, about
            continue
        children = [(child, known) for child in content(element) if (known := name_of(child))]
        for fault, about in _judged(kind, tuple(known for _child, known in children)):
            yield name, fault, about
        for fault, about in _values(element, kind, held):
            yield name, fault, about
        for fault, about in _words(element, name, held) if worded or not children else ():
            yield name, fault, about
        if foreign and held.orders is not None:
            for fault, about in _foreign(element, ignorable):
                yield name, fault, about
        waiting += [
            (child, known, f"{held.children[known]}/{known}") for child, known in reversed(children) if known in held.children
        ]
