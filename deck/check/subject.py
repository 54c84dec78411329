"""The deck under judgement: its package, its slides in order, and what they show, each worked out once."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Any

from deck.check.facts import facts_of
from deck.diagnostics import Where
from deck.drawing import Scene, Sheets, numbers, scene
from deck.drawing.names import Element, child, qn
from deck.errors import UsageError
from deck.package import Package
from deck.pptx.manifest import Manifest, read_manifest


@dataclass(frozen=True, slots=True)
class SlideRef:
    """`number` from 1 in the show's order; `sld_id` as in p:sldIdLst; `charts`: the relationship ids of its charts."""

    number: int
    part: str
    sld_id: int
    hidden: bool = False
    charts: tuple[str, ...] = ()


class Subject:
    """`name`: the file's, for messages. Nothing here raises for what a stranger put in: `tree` is None
    for a part that is not XML."""

    def __init__(self, package: Package, name: str = "") -> None:
        self.package, self.name = package, name
        self._scenes: dict[str, Scene] = {}
        self.kept: dict[tuple[str, str], Any] = {}
        """What rules have worked out for each other: (question, part) → answer."""

    def tree(self, part: str) -> Element | None:
        """The part's root element, read only."""
        return self.sheets.root(part)

    @cached_property
    def sheets(self) -> Sheets:
        return Sheets(self.package)

    def scene(self, part: str) -> Scene:
        """What the slide, layout or master shows."""
        if part not in self._scenes:
            self._scenes[part] = scene(self.package, part, self.sheets)
        return self._scenes[part]

    @cached_property
    def slides(self) -> tuple[SlideRef, ...]:
        """The slides that exist, in p:sldIdLst's order."""
        root = self.tree(self.package.main)
        targets = {rel.id: rel.target for rel in self.package.related(self.package.main, "slide")}
        found: list[SlideRef] = []
        listed = child(root, "p:sldIdLst")
        for item in listed if listed is not None else ():
            part = targets.get(item.get(qn("r:id"), ""), "") if isinstance(item.tag, str) else ""
            facts = facts_of(self.package.parts[part]) if part in self.package.parts else None
            if facts is not None:
                found.append(SlideRef(len(found) + 1, part, numbers.index(item.get("id"), 0), facts.hidden, facts.charts))
        return tuple(found)

    @cached_property
    def manifest(self) -> Manifest | None:
        """What a deck of ours remembers of its making; None for anyone else's."""
        try:
            return read_manifest(self.package)
        except UsageError:
            # A later version's: its file is held against the rules for anyone's.
            return None

    @cached_property
    def number_of(self) -> dict[str, int]:
        """Slide part → its number."""
        return {slide.part: slide.number for slide in self.slides}

    def where(self, part: str, shape: str = "") -> Where:
        return Where(self.name, part=part, slide=self.number_of.get(part, 0), shape=shape)
