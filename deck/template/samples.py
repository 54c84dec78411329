"""How a template's own slides use its layouts: the best evidence of what its house does with each. Counted before they are left
out.

A layout is known by its master's number and its own name, which programs keep when they write a file anew."""

from __future__ import annotations

import math
from collections import Counter

from deck.drawing import Sheets, scene
from deck.drawing.names import child, qn
from deck.drawing.sheet import TITLES
from deck.package import Package
from deck.template.house_tables import house_table
from deck.template.names import instructs
from deck.template.sample_titles import looks_of, subtitle_on, title_on
from deck.template.sampled import LONGEST, Samples, layout_key
from deck.template.uses import shown_on_slides

SEEN = 20
"""Slides whose colours are looked at."""
MOST = 14.0
"""What use can add to a layout's score: as much as half a name."""


def samples_of(package: Package) -> Samples:
    """Counted in a package that still has its slides; those that tell how to use the template say nothing of how it is."""
    sheets = Sheets(package)
    keys: dict[str, str] = {}
    names: dict[str, str] = {}
    for number, master in enumerate(sheets.master_parts()):
        for part in sheets.layout_parts(master)[:LONGEST]:
            holder = child(sheets.root(part), "p:cSld")
            names[part] = (holder.get("name", "") if holder is not None else "").strip()
            keys[part] = layout_key(number, names[part])
    slides = {rel.id: rel.target for rel in package.related(package.main, "slide")}
    listed = child(sheets.root(package.main), "p:sldIdLst")
    order = [slides.get(item.get(qn("r:id"), ""), "") for item in listed] if listed is not None else []
    layouts = {part: next((rel.target for rel in package.related(part, "slideLayout")), "") for part in order if part}
    telling = {part for part in order[:SEEN] if part in package.parts and instructs(_title(sheets, part))}
    telling |= {part for part, layout in layouts.items() if instructs("", names.get(layout, ""))}
    order = [part for part in order if part not in telling]
    used = [keys[layouts[part]] for part in order if layouts.get(part) in keys]
    seen = [part for part in order[:SEEN] if part in package.parts]
    scenes = [scene(package, part, sheets) for part in seen]
    pairs = [(layouts[part], item) for part, item in zip(seen, scenes, strict=True) if layouts[part] in keys]
    written = [found for layout, item in pairs if (found := title_on(sheets, layout, keys[layout], item)) is not None]
    colors = shown_on_slides(package, scenes)
    table = house_table(sheets, [part for part in order if part in package.parts])
    under = [found for layout, item in pairs if (found := subtitle_on(sheets, layout, keys[layout], item)) is not None]
    return Samples(
        dict(Counter(used)),
        first=used[0] if used else "",
        colors=colors,
        titles=looks_of(written),
        table=table,
        subtitles={key: look.color for key, look in looks_of(under).items() if look.color},
    )


def _title(sheets: Sheets, part: str) -> str:
    title = next((shape for kind, _idx, shape in sheets.sheet(part).placeholders if kind in TITLES), None)
    return " ".join(item.text or "" for item in title.iter(qn("a:t"))) if title is not None else ""


def worth(count: int) -> float:
    """What it says for a layout that so many slides use it: the first ones the most."""
    return min(5.0 * math.log2(1 + count), MOST) if count else 0.0


__all__ = ["samples_of", "worth"]
