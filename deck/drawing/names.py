"""Namespaces of DrawingML and PresentationML (ECMA-376 Part 1, annex A), and small steps over lxml's elements."""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from functools import lru_cache
from typing import TypeAlias, cast

from lxml import etree

from deck.drawing.numbers import whole, yes
from deck.package.names import NSMAP, R

Element: TypeAlias = etree._Element


@lru_cache(maxsize=1024)
def qn(name: str) -> str:
    """ "a:p" → "{namespace}p"."""
    prefix, local = name.split(":")
    return f"{{{NSMAP[prefix]}}}{local}"


def child(element: Element | None, *path: str) -> Element | None:
    """The first child along `path` ("p:nvPr", "p:ph"), or None."""
    for name in path:
        if element is None:
            return None
        element = next(element.iterchildren(qn(name)), None)
    return element


def need(element: Element | None, *path: str) -> Element:
    """As `child`, of what the schema demands. Raises ValueError where it is not there."""
    found = child(element, *path)
    if found is None:
        raise ValueError(f"no {'/'.join(path) or 'element'}")
    return found


def attributes(element: Element | None) -> dict[str, str]:
    """An element's attributes by name; none where there is no element."""
    return cast(dict[str, str], dict(element.items())) if element is not None else {}


def ids_in(element: Element) -> Sequence[str]:
    """The ids of relationships that an element and those within it name, in their order; one that names none may say ""."""
    return cast(Sequence[str], _IDS(element))


_IDS = etree.XPath(f"descendant-or-self::*/@*[namespace-uri()='{R}']")


def detach(element: Element) -> None:
    """Take an element out of its parent, where it has one."""
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)


def put_child(root: Element, new: Element, order: Sequence[str]) -> None:
    """Put a child where the schema has it: `order` names the root's children (PRESENTATION_ORDER and the like)."""
    rank = order.index(local(new))
    for n, item in enumerate(root):
        if local(item) in order and order.index(local(item)) > rank:
            root.insert(n, new)
            return
    root.append(new)


def local(element: Element) -> str:
    """An element's name without its namespace; "" for comments and processing instructions."""
    tag = element.tag
    return _local(tag) if isinstance(tag, str) else ""


@lru_cache(maxsize=4096)
def _local(tag: str) -> str:
    return tag[tag.rfind("}") + 1 :]


def is_made(said: str) -> bool:
    """Whether an id may be one of ours: those are made from names (RFC 9562, version 5), and Office's are drawn by lot."""
    try:
        return uuid.UUID(said.strip()).version == 5
    except ValueError:
        return False


__all__ = ["NSMAP", "Element", "attributes", "child", "detach", "ids_in", "is_made", "local", "qn", "whole", "yes"]
