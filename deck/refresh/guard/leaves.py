"""Parts that belong to a slide alone."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from deck.package import Entry, Package
from deck.package import held as unread

ABOVE = ("slideLayout", "slideMaster", "notesMaster", "slide", "theme", "themeOverride", "chartStyle", "chartColorStyle")
"""Relationships to what stands above a slide, or is another."""


@dataclass(frozen=True)
class Leaves:
    """Which parts belong to a slide alone, for telling what two packages have in common without reading it."""

    package: Package

    @cached_property
    def _cache(self) -> dict[str, tuple[tuple[str, bytes | Entry | None], ...]]:
        return {}

    def of(self, part: str) -> tuple[tuple[str, bytes | Entry | None], ...]:
        """The part and all that it leads to, with their bytes and relationships; nothing above it."""
        if part not in self._cache:
            found: dict[str, bytes | Entry | None] = {}
            waiting = [part]
            while waiting:
                name = waiting.pop()
                if name in found:
                    continue
                found[name] = unread(self.package.parts, name) if name in self.package.parts else None
                for rel in self.package.rels.get(name, ()):
                    found[f"{name} {rel.id}"] = f"{rel.kind} {rel.target}".encode()
                    if not rel.external and rel.kind not in ABOVE:
                        waiting.append(rel.target)
            self._cache[part] = tuple(sorted(found.items()))
        return self._cache[part]
