"""How a template's own slides use its layouts: the best evidence of what its house does with each. Counted before they are left
out.

A layout is known by its master's number and its own name, which programs keep when they write a file anew."""

from __future__ import annotations

import json
import math
import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from deck.drawing import Sheets, scene
from deck.drawing.names import child, qn
from deck.package import Package
from deck.template.uses import KEPT, shown_on_slides

LONGEST = 400
"""Layouts that are remembered."""
SEEN = 20
"""Slides whose colours are looked at."""
_HEX = re.compile(r"[0-9A-F]{6}")
MOST = 14.0
"""What use can add to a layout's score: as much as half a name."""


@dataclass(frozen=True)
class Samples:
    """`used`: slides on each layout; `first`: the layout of the first slide, which is the cover as a rule. `colors`: what is seen
    on the slides, RRGGBB and its weight. `master`: the content layout of the master that was chosen by trying several with words;
    "" where there was nothing to choose."""

    used: Mapping[str, int] = field(default_factory=dict)
    first: str = ""
    colors: Mapping[str, float] = field(default_factory=dict)
    master: str = ""

    def to_json(self) -> str:
        told = {"used": dict(sorted(self.used.items())[:LONGEST]), "first": self.first, "colors": dict(self.colors)}
        told |= {"master": self.master} if self.master else {}
        return json.dumps(told, ensure_ascii=False)


NO_SAMPLES = Samples()


def layout_key(master: int, name: str) -> str:
    return f"{master}/{name}"


def samples_from(words: str) -> Samples:
    """What `to_json` wrote; none where it is something else."""
    try:
        told = json.loads(words)
        used = {str(name): count for name, count in told["used"].items() if isinstance(count, int) and count > 0}
        return Samples(used, str(told["first"]), _colors(told.get("colors", {})), str(told.get("master", "")))
    except (ValueError, KeyError, TypeError, AttributeError):
        return NO_SAMPLES


def _colors(told: Any) -> dict[str, float]:
    """Those that are colours and weights; a deck made before has none."""
    pairs = list(told.items())[:KEPT] if isinstance(told, dict) else []
    return {
        name: min(float(weight), 1.0)
        for name, weight in pairs
        if isinstance(weight, int | float) and 0 < weight < math.inf and _HEX.fullmatch(str(name))
    }


def samples_of(package: Package) -> Samples:
    """Counted in a package that still has its slides."""
    sheets = Sheets(package)
    keys: dict[str, str] = {}
    for number, master in enumerate(sheets.master_parts()):
        for part in sheets.layout_parts(master)[:LONGEST]:
            holder = child(sheets.root(part), "p:cSld")
            keys[part] = layout_key(number, (holder.get("name", "") if holder is not None else "").strip())
    slides = {rel.id: rel.target for rel in package.related(package.main, "slide")}
    listed = child(sheets.root(package.main), "p:sldIdLst")
    order = [slides.get(item.get(qn("r:id"), ""), "") for item in listed] if listed is not None else []
    layouts = [next((rel.target for rel in package.related(part, "slideLayout")), "") for part in order if part]
    used = [keys[part] for part in layouts if part in keys]
    scenes = [scene(package, part, sheets) for part in order[:SEEN] if part in package.parts]
    return Samples(dict(Counter(used)), used[0] if used else "", shown_on_slides(package, scenes))


def worth(count: int) -> float:
    """What it says for a layout that so many slides use it: the first ones the most."""
    return min(5.0 * math.log2(1 + count), MOST) if count else 0.0


__all__ = ["NO_SAMPLES", "Samples", "layout_key", "samples_from", "samples_of", "worth"]
