"""A package in memory: parts as bytes, content types, relationships. Immutable; a change gives a new one."""

from __future__ import annotations

import posixpath
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property

from deck.diagnostics import Diagnostic
from deck.package.parts import Parts, held

CONTENT_TYPES = "[Content_Types].xml"


@dataclass(frozen=True, slots=True)
class Relationship:
    """`type` is the whole URI as written in the file (transitional or strict). `external` where TargetMode says so; else
    `target` is resolved to a part's name ("ppt/slides/slide1.xml", no leading slash)."""

    id: str
    type: str
    target: str
    external: bool = False

    @property
    def kind(self) -> str:
        """The last word of the type: "slide", "slideLayout", "image" …"""
        return self.type.rsplit("/", 1)[-1]


@dataclass(frozen=True, slots=True)
class TypeEntry:
    """A line of [Content_Types].xml as it stood in the file: an extension's default, or one part's override."""

    name: str
    kind: str
    default: bool


@dataclass(frozen=True)
class Package:
    """`parts`: name without leading slash → bytes, in the file's order; neither [Content_Types].xml nor .rels are among them.
    `overrides`/`defaults`: content types as declared. `rels`: source part name ("" for the package) → its relationships."""

    parts: Mapping[str, bytes]
    overrides: Mapping[str, str]
    defaults: Mapping[str, str]
    rels: Mapping[str, tuple[Relationship, ...]]
    diagnostics: tuple[Diagnostic, ...] = field(default=(), compare=False)
    declared: tuple[TypeEntry, ...] = field(default=(), compare=False)
    """The content types as a file had them, in its order, doubles and all; never written. Empty where we made the package."""
    misnamed: tuple[str, ...] = field(default=(), compare=False)
    """Names of parts as a file had them, in its zip or its content types, that cannot be such (Part 2, 6.2.2)."""
    foreign: tuple[str, ...] = field(default=(), compare=False)
    """[Content_Types].xml and the .rels whose elements are in other namespaces than a package's (Part 2, 6.5.3 and 7.3.7)."""

    def content_type(self, name: str) -> str:
        """By override, else by the extension's default (Part 2, 10.1.2.4); "" where neither is declared."""
        override = self.overrides.get(name)
        return override if override is not None else self.defaults.get(posixpath.splitext(name)[1][1:].lower(), "")

    def reached(self) -> set[str]:
        """The parts that relationships lead to, from the package on: the others are no part of the document (Part 2, 9.3)."""
        found: set[str] = set()
        waiting = [""]
        while waiting:
            for rel in self.rels.get(waiting.pop(), ()):
                if not rel.external and rel.target in self.parts and rel.target not in found:
                    found.add(rel.target)
                    waiting.append(rel.target)
        return found

    def related(self, source: str, kind: str) -> tuple[Relationship, ...]:
        """The internal relationships of one kind, in the file's order."""
        return tuple(rel for rel in self.rels.get(source, ()) if rel.kind == kind and not rel.external)

    def one(self, source: str, kind: str) -> str | None:
        """The first related part's name that exists, or None."""
        return next((rel.target for rel in self.related(source, kind) if rel.target in self.parts), None)

    @cached_property
    def main(self) -> str:
        """The presentation part's name; "" where the package has none."""
        return self.one("", "officeDocument") or ""

    def renamed(self, names: Mapping[str, str]) -> Package:
        """With parts under other names, wherever these are said. `names`: old → new; a new one is no other part's."""
        parts = Parts({names.get(name, name): held(self.parts, name) for name in self.parts})
        over = {names.get(name, name): kind for name, kind in self.overrides.items()}
        rels = {
            names.get(owner, owner): tuple(
                item if item.external or item.target not in names else replace(item, target=names[item.target]) for item in items
            )
            for owner, items in self.rels.items()
        }
        return replace(self, parts=parts, overrides=over, rels=rels)

    def replace(
        self,
        parts: Mapping[str, bytes | None] | None = None,
        overrides: Mapping[str, str | None] | None = None,
        rels: Mapping[str, tuple[Relationship, ...] | None] | None = None,
    ) -> Package:
        """A package with some parts, content types and relationships set (a value) or gone (None). A removed part's override and
        own relationships go with it; relationships to it do not."""
        new_parts, new_over, new_rels = Parts(self.parts), dict(self.overrides), dict(self.rels)
        for name, data in (parts or {}).items():
            if data is None:
                if name in new_parts:
                    del new_parts[name]
                new_over.pop(name, None)
                new_rels.pop(name, None)
            else:
                new_parts[name] = data
        for name, kind in (overrides or {}).items():
            if kind is None:
                new_over.pop(name, None)
            else:
                new_over[name] = kind
        for name, items in (rels or {}).items():
            if items is None:
                new_rels.pop(name, None)
            else:
                new_rels[name] = items
        return replace(self, parts=new_parts, overrides=new_over, rels=new_rels)
