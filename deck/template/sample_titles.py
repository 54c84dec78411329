"""How a template's own slides write their titles, where that is not how their layouts do: many a house's ink stands in its
slides' words alone, and a title written by the layout would be nobody's there."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import NamedTuple, TypeVar

from deck.brand.contrast import needed
from deck.drawing import Sheets
from deck.drawing.ground import flat
from deck.drawing.model import Scene, SceneRun, SceneShape, TextLevel
from deck.drawing.sheet import TITLES
from deck.drawing.text import levels_of
from deck.geometry import slide_scale
from deck.template.layouts import Drawn
from deck.template.model import Placeholder
from deck.template.sampled import Samples, SampleTitle, layout_key
from deck.template.type_area import lines_box

UPPER, LONGEST, LEAST_PT = 0.4, 90, 20.0
"""Where a box that is no placeholder has its middle that is read as a title, as a share of the slide's height from the top; its
most letters, and the least points that any title has on a common slide."""
FEW = 3
"""Texts of a slide that says little else: its largest words are its title wherever they stand."""
SEEN = 1.2
"""How many times as large as its layout's, or the other way round, a title is that is meant to be of another size."""


SUBTITLE = "subTitle"
T = TypeVar("T")


class WrittenTitle(NamedTuple):
    """A slide's title: the key of its layout, its look, and the look that its layout has for it; `sized`: that says a size."""

    layout: str
    look: SampleTitle
    inherited: SampleTitle
    sized: bool = True


def looks_of(written: Iterable[WrittenTitle]) -> dict[str, SampleTitle]:
    """By layout, how more than half of its slides write their titles, where their layout has it otherwise: a colour, bold, and a
    size that is clearly another."""
    found: dict[str, list[WrittenTitle]] = {}
    for item in written:
        found.setdefault(item.layout, []).append(item)
    looks = {key: _agreed(items) for key, items in found.items()}
    return {key: look for key, look in looks.items() if look is not None}


def _agreed(items: Sequence[WrittenTitle]) -> SampleTitle | None:
    inherited = items[0].inherited
    color = _most([item.look.color for item in items])
    size = _most([item.look.size_pt for item in items])
    color = color if color and color != inherited.color else ""
    # A layout's own size is meant; that a few long titles are smaller says nothing against it.
    if not size or items[0].sized or max(size, inherited.size_pt) < SEEN * min(size, inherited.size_pt):
        size = 0.0
    bold = bool(_most([item.look.bold for item in items])) and (bool(size) or not inherited.bold)
    return SampleTitle(color, size, bold) if color or size or bold else None


def _most(values: Sequence[T]) -> T | None:
    """What more than half of them are."""
    value, count = Counter(values).most_common(1)[0]
    return value if 2 * count > len(values) else None


def title_on(sheets: Sheets, layout: str, key: str, slide: Scene) -> WrittenTitle | None:
    """The title of a sample slide: its placeholder's words; where it has none, its largest words in a box of their own."""
    title = written_title(slide)
    run = _run(title) if title is not None else None
    if run is None or run.size_pt < LEAST_PT * slide_scale(slide.size):
        return None
    return _written(key, run, _level(sheets, layout, TITLES))


def subtitle_on(sheets: Sheets, layout: str, key: str, slide: Scene) -> WrittenTitle | None:
    """The same of the subtitle, where both the slide and its layout have a place for one."""
    shapes = [shape for shape in flat(slide.own) if shape.ph_type == SUBTITLE and not shape.hidden]
    run = next((run for shape in shapes if (run := _run(shape)) is not None), None)
    known = any(kind == SUBTITLE for kind, _idx, _shape in sheets.sheet(layout).placeholders)
    return _written(key, run, _level(sheets, layout, (SUBTITLE,))) if run is not None and known else None


def _written(key: str, run: SceneRun, level: TextLevel) -> WrittenTitle:
    inherited = SampleTitle(level.color, level.size_pt, level.bold)
    return WrittenTitle(key, SampleTitle(run.color, run.size_pt, run.bold), inherited, level.sized)


def _run(shape: SceneShape) -> SceneRun | None:
    """The first of its words."""
    paragraphs = shape.text.paragraphs if shape.text is not None else ()
    return next((run for item in paragraphs for run in item.runs if any(map(str.isalpha, run.text))), None)


def written_title(slide: Scene) -> SceneShape | None:
    """The placeholder that a slide's title is written in; where none is, the box."""
    shapes = [shape for shape in flat(slide.own) if not shape.hidden and _run(shape) is not None]
    return next((shape for shape in shapes if shape.ph_type in TITLES), None) or free_title(slide)


def free_title(slide: Scene) -> SceneShape | None:
    """The box that is no placeholder and says in the largest letters what a slide is about."""
    shapes = [shape for shape in flat(slide.own) if not shape.hidden and _run(shape) is not None]
    free = [shape for shape in shapes if not shape.is_placeholder]
    sizes = [run.size_pt if (run := _run(shape)) is not None else 0.0 for shape in free]
    most = max(sizes, default=0.0)
    if most < LEAST_PT * slide_scale(slide.size) or sizes.count(most) > 1:
        return None
    found = free[sizes.index(most)]
    words = found.text.text.strip() if found.text is not None else ""
    high = found.box.y + found.box.h / 2 <= UPPER * slide.size[1]
    return found if len(words) <= LONGEST and (high or len(shapes) <= FEW) else None


def _level(sheets: Sheets, layout: str, kinds: Sequence[str]) -> TextLevel:
    """How a layout has its title, or another placeholder of these types."""
    sheet = sheets.sheet(layout)
    kind, idx, shape = next((item for item in sheet.placeholders if item[0] in kinds), ("title", 0, None))
    chain = (shape, *sheet.inherited(kind, idx)) if shape is not None else ()
    return levels_of(sheet, kind, chain)[0]


def with_sample_titles(every: Sequence[Drawn], master: int, samples: Samples) -> list[Drawn]:
    """A master's layouts with their titles and subtitles as the sample slides write them, where that colour reads on what lies
    behind it there. A layout that no slide uses follows those that had its titles' colour, if all of them have one other instead,
    or are bold."""
    if not samples.titles and not samples.subtitles:
        return list(every)
    keys = [layout_key(master, item.layout.name) for item in every]
    subs = [((SUBTITLE,), SampleTitle(samples.subtitles[key])) if key in samples.subtitles else None for key in keys]
    own = [_looking(item, *sub) if sub else item for item, sub in zip(every, subs, strict=True)]
    own = [
        _looking(item, TITLES, samples.titles[key]) if key in samples.titles else item
        for key, item in zip(keys, own, strict=True)
    ]
    turned: dict[str, list[TextLevel]] = {}
    for key, was, now in zip(keys, every, own, strict=True):
        if key in samples.used and key != samples.first and was.titles:
            turned.setdefault(_level_of(was).color, []).append(_level_of(now))
    return [
        _looking(item, TITLES, _alike(turned.get(_level_of(item).color, []))) if key not in samples.used and item.titles else item
        for key, item in zip(keys, own, strict=True)
    ]


def _level_of(drawn: Drawn) -> TextLevel:
    return drawn.titles[0].style.levels[0]


def _alike(titles: Sequence[TextLevel]) -> SampleTitle:
    """What all of them have in common: a colour, and that the slides have made them bold."""
    inks = {level.color for level in titles}
    bold = bool(titles) and all(level.bold and not level.weighed for level in titles)
    return SampleTitle(next(iter(inks)) if len(inks) == 1 else "", bold=bold)


def _looking(drawn: Drawn, kinds: Sequence[str], look: SampleTitle) -> Drawn:
    layout = drawn.layout
    holders = tuple(_as_written(item, look, drawn) if item.type in kinds else item for item in layout.placeholders)
    return drawn if holders == layout.placeholders else replace(drawn, layout=replace(layout, placeholders=holders))


def _as_written(item: Placeholder, look: SampleTitle, drawn: Drawn) -> Placeholder:
    first = item.style.levels[0]
    if look.size_pt:
        first = replace(first, size_pt=look.size_pt, sized=False)
    if look.bold and not first.bold:
        first = replace(first, bold=True, weighed=False)
    if look.color not in ("", first.color):
        ground = drawn.ground(lines_box(item.box, item.style, 1))
        known = ground.kind != "unknown" and ground.against(look.color) >= needed(first.size_pt, first.bold)
        first = replace(first, color=look.color, inked=False) if known else first
    return replace(item, style=replace(item.style, levels=(first, *item.style.levels[1:])))


__all__ = ["WrittenTitle", "free_title", "looks_of", "subtitle_on", "title_on", "with_sample_titles", "written_title"]
