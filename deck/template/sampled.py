"""What is remembered of how a template's own slides use its layouts.

A layout is known by its master's number and its own name, which programs keep when they write a file anew."""

from __future__ import annotations

import json
import math
import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any, NamedTuple

LONGEST = 400
"""Layouts that are remembered."""
KEPT = 12
"""Colours that are kept of a template."""
_HEX = re.compile(r"[0-9A-F]{6}")
_GUID = re.compile(r"\{[0-9A-Fa-f-]{36}\}")


class SampleTitle(NamedTuple):
    """How slides write a title: RRGGBB ("" as their layout does), points (0.0 as their layout does), and its weight there."""

    color: str
    size_pt: float = 0.0
    bold: bool = False


class SampleTable(NamedTuple):
    """The table style that a house's own tables have, or that it says new ones have (20.1.4.2.27): its id, and whether rows
    alternate."""

    style_id: str
    banded: bool = True


@dataclass(frozen=True)
class Samples:
    """`used`: slides on each layout; `first`: the layout of the first slide, which is the cover as a rule. `colors`: what is seen
    on the slides, RRGGBB and its weight. `master`: the content layout of the master that was chosen by trying several with words;
    "" where there was nothing to choose. `titles`: by layout, how its slides write theirs, where that is otherwise than it.
    `subtitles`: by layout, RRGGBB of theirs, likewise. `table`: the house's own table style; None where it has none."""

    used: Mapping[str, int] = field(default_factory=dict)
    first: str = ""
    colors: Mapping[str, float] = field(default_factory=dict)
    master: str = ""
    titles: Mapping[str, SampleTitle] = field(default_factory=dict)
    table: SampleTable | None = None
    subtitles: Mapping[str, str] = field(default_factory=dict)

    def opening(self, first: str) -> Samples:
        """With the first slide in the layout `first`, as its house means it."""
        used = Counter(self.used)
        used.subtract([self.first])
        return replace(self, used={name: n for name, n in (used + Counter([first])).items() if n > 0}, first=first)

    def to_json(self) -> str:
        told = {"used": dict(sorted(self.used.items())[:LONGEST]), "first": self.first, "colors": dict(self.colors)}
        told |= {"master": self.master} if self.master else {}
        told |= {"titles": {key: list(look) for key, look in sorted(self.titles.items())[:LONGEST]}} if self.titles else {}
        told |= {"table": list(self.table)} if self.table else {}
        told |= {"subtitles": dict(sorted(self.subtitles.items())[:LONGEST])} if self.subtitles else {}
        return json.dumps(told, ensure_ascii=False)


NO_SAMPLES = Samples()


def layout_key(master: int, name: str) -> str:
    return f"{master}/{name}"


def samples_from(words: str) -> Samples:
    """What `to_json` wrote; none where it is something else."""
    try:
        told = json.loads(words)
        used = {str(name): count for name, count in told["used"].items() if isinstance(count, int) and count > 0}
        return Samples(
            used,
            first=str(told["first"]),
            colors=_colors(told.get("colors", {})),
            master=str(told.get("master", "")),
            titles=_titles(told.get("titles")),
            table=_table(told.get("table")),
            subtitles=_inks(told.get("subtitles")),
        )
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


MOST_PT = 400.0
"""The largest title that is believed, in points."""


def _titles(told: Any) -> dict[str, SampleTitle]:
    """Those that are a colour, a size and a weight."""
    pairs = list(told.items())[:LONGEST] if isinstance(told, dict) else []
    found: dict[str, SampleTitle] = {}
    for name, look in pairs:
        match look:
            case [str() as color, int() | float() as size, bool() as bold] if 0 <= size <= MOST_PT:
                if not color or _HEX.fullmatch(color):
                    found[str(name)] = SampleTitle(color, float(size), bold)
            case _:
                pass
    return found


def _inks(told: Any) -> dict[str, str]:
    pairs = list(told.items())[:LONGEST] if isinstance(told, dict) else []
    return {str(name): color for name, color in pairs if isinstance(color, str) and _HEX.fullmatch(color)}


def _table(told: Any) -> SampleTable | None:
    match told:
        case [str() as style_id, bool() as banded] if _GUID.fullmatch(style_id):
            return SampleTable(style_id, banded)
        case _:
            return None


__all__ = ["KEPT", "LONGEST", "NO_SAMPLES", "SampleTable", "SampleTitle", "Samples", "layout_key", "samples_from"]
