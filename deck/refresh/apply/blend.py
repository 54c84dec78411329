"""An element of the owner's brought up to date: what they changed of it stays, the rest becomes as newly written.

Three forms of one element are compared: as it stands (`own`), as we would write what the file says (`was`), and as we would write
what it shall say (`fresh`). Whatever differs between the last two is news; whatever differs between the first two is the owner's.
"""

from __future__ import annotations

import copy
from collections.abc import Callable, Hashable
from dataclasses import dataclass

from lxml import etree

from deck.drawing.names import Element, attributes, detach, local
from deck.drawing.paint import FILLS
from deck.refresh.guard.form import nodes

BlendKey = Callable[[Element], Hashable]
"""What an element is about, None: nothing that is blended; elements of one parent that are about the same are told apart by their
order."""

_LOOKS = ("spPr", "txPr")


@dataclass(frozen=True)
class Blend:
    """`about`: what an element is known by. `rewritten`: a program wrote every look anew, so that none of them tells of an
    owner. `kept`: what stays where its owner changed it, though it is written no more."""

    about: BlendKey
    rewritten: bool = False
    kept: frozenset[str] = frozenset()

    def onto(self, own: Element, was: Element, fresh: Element) -> None:
        """Change `own` by what is new."""
        if same(was, fresh):
            return
        if self.rewritten and local(own) in _LOOKS:
            exchange(own, fresh)
            return
        if own.tag == was.tag != fresh.tag:
            if local(own) in FILLS or local(own).endswith("Clr"):
                if same(own, was):
                    exchange(own, fresh)
                return
            own.tag = fresh.tag
        elif own.tag != fresh.tag:
            return
        _attributes(own, was, fresh)
        self._children(own, was, fresh)

    def _children(self, own: Element, was: Element, fresh: Element) -> None:
        mine, old, new = (keyed(side, self.about) for side in (own, was, fresh))
        for key, item in mine.items():
            if key in old and key not in new:
                if local(item) not in self.kept or same(item, old[key]):
                    detach(item)
            elif key in old:
                self.onto(item, old[key], new[key])
        mine = keyed(own, self.about)
        order = list(new)
        for n, key in enumerate(order):
            if key in mine or key in old:
                continue
            added = copy.deepcopy(new[key])
            later = next((mine[other] for other in order[n + 1 :] if other in mine), None)
            earlier = next((mine[other] for other in reversed(order[:n]) if other in mine), None)
            if later is not None:
                later.addprevious(added)
            elif earlier is not None:
                earlier.addnext(added)
            else:
                own.insert(0, added)
            mine[key] = added


def keyed(parent: Element, key: BlendKey) -> dict[tuple[Hashable, int], Element]:
    """An element's children by what they are about, in their order."""
    found: dict[tuple[Hashable, int], Element] = {}
    counts: dict[Hashable, int] = {}
    for item in parent:
        if not isinstance(item.tag, str) or (about := key(item)) is None:
            continue
        counts[about] = counts.get(about, -1) + 1
        found[about, counts[about]] = item
    return found


def same(one: Element, other: Element) -> bool:
    """Whether two elements mean the same, whatever programs wrote beside it."""
    return nodes(one, lambda _rid: None) == nodes(other, lambda _rid: None)


def exchange(own: Element, fresh: Element) -> Element:
    """Another element in an element's place; the new one."""
    new = copy.deepcopy(fresh)
    parent = own.getparent()
    if parent is not None:
        parent.replace(own, new)
    return new


def _attributes(own: Element, was: Element, fresh: Element) -> None:
    here, old, new = attributes(own), attributes(was), attributes(fresh)
    for name in old.keys() | new.keys():
        if old.get(name) != new.get(name) and here.get(name) == old.get(name):
            if name in new:
                own.set(name, new[name])
            else:
                own.attrib.pop(name, "")
    if (own.text or "") == (was.text or "") and not isinstance(own, etree._Comment):
        own.text = fresh.text


__all__ = ["Blend", "BlendKey", "exchange", "keyed", "same"]
