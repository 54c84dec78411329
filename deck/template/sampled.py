"""What is remembered of how a template's own slides use its layouts.

A layout is known by its master's number and its own name, which programs keep when they write a file anew."""

from __future__ import annotations

import json
import math
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

LONGEST = 400
"""Layouts that are remembered."""
KEPT = 12
"""Colours that are kept of a template."""
_HEX = re.compile(r"[0-9A-F]{6}")


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


__all__ = ["KEPT", "LONGEST", "NO_SAMPLES", "Samples", "layout_key", "samples_from"]
