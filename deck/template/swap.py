"""Colours and fonts exchanged through a template's frozen parts: it is read once, with colours that nothing else has, and each
place's own stand where those came out."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from dataclasses import dataclass, replace
from functools import lru_cache

from deck.brand.contrast import luminance
from deck.brand.model import Brand
from deck.diagnostics import Diagnostics
from deck.drawing import Sheets
from deck.drawing.color import SCHEME, Trace, transform
from deck.drawing.model import TextLevel, TextStyle
from deck.geometry import Box
from deck.memory import Itself, Memory
from deck.template.logo import moves_of
from deck.template.model import Ground, Layout, Others, Palette, Placeholder, Role, Spot, Swapped, Template
from deck.template.overrides import Overrides
from deck.template.palette import palette_on
from deck.template.reader import TemplateReading, cast, read_masters
from deck.template.theme import patch_theme

SENTINELS = {name: f"{17 + 19 * n:02X}{241 - 17 * n:02X}{(61 * n + 29) % 256:02X}" for n, name in enumerate(SCHEME)} | {
    "dk1": "0B1603",
    "lt1": "F9FDF2",
    "dk2": "1A0C2B",
    "lt2": "E9F4E1",
}
"""Twelve colours that no transform of another gives, to see where each colour of a template comes from; light and dark as in any
theme, so that layouts are judged alike."""
HEADING, BODY = "Deck Heading", "Deck Body"
"""Two fonts that no template has, to see which of the theme's a text takes: often they are the same."""


Asked = Callable[[Spot], Hashable]
"""All that is asked of the colours that a spot has."""


@dataclass(frozen=True, slots=True)
class Swap:
    """What a template became, and all that it follows from: what it was `read` as, the fonts and places that were exchanged, and
    what was answered of the colours of its spots, the darkness of their ground first."""

    read: Itself[Template]
    fonts: tuple[tuple[str, str], ...]
    moves: tuple[tuple[tuple[str, Box], Box], ...]
    answers: tuple[tuple[bool, Hashable], ...]


def swapped(template: Template, brand: Brand, asked: Asked | None = None) -> Template:
    """`template` as if it had been read in the brand's colours and fonts; its package is not touched. Where `asked` is given,
    brands for which it says the same of every spot have their roles in common, in the colours of the first of them: whoever asks
    nothing else cannot tell. The layouts' palettes are the brand's own in any case."""
    traced, traces = _traced(Itself(template))
    scheme = {name: brand.colors.get(name, "") or "000000" for name in SCHEME}
    swap = _Swap({rgb: _apply(trace, scheme) for rgb, trace in traces.items()}, template, brand)
    if asked is None:
        return swap.template(traced)
    answers = tuple((is_dark(spot.palette.ground), asked(spot)) for spot in map(swap.spot, _distinct(Itself(traced))))
    key = Swap(Itself(traced), tuple(swap.fonts.items()), tuple(swap.moves.items()), answers)
    if (known := _ALIKE.get(key)) is None:
        _ALIKE.put(key, known := swap.template(traced))
    return replace(known, layouts=tuple(map(swap.seen, known.layouts, traced.layouts)))


_ALIKE: Memory[Swap, Template] = Memory(64)


@lru_cache(maxsize=4)
def _distinct(whole: Itself[Template]) -> tuple[Spot, ...]:
    """One of all spots that have the same colours, and where there are several behind them, sizes; layouts and furniture as
    spots, too."""
    template = whole.value
    found: list[Spot] = []
    for role in template.roles.values():
        found += [*role.spots.values(), *filter(None, [role.foot])]
    for layout in template.layouts:
        found += [
            Spot(item.type, placeholder=item, box=item.box, style=item.style, palette=palette)
            for item, palette in zip(layout.furniture, layout.furniture_palettes, strict=False)
        ]
        found += [replace(spot, palette=layout.palette) for spot in found[:1]]
    seen: dict[Hashable, Spot] = {}
    for spot in found:
        size = spot.style.levels[0].size_pt if len(spot.palette.ground.colors) > 1 else 0.0
        inks = tuple(level.color for level in spot.style.levels)
        seen.setdefault((spot.palette, size, inks, spot.placeholder is None), spot)
    return tuple(seen.values())


def is_dark(ground: Ground) -> bool:
    """What stands on it is light."""
    return max(map(luminance, ground.colors)) < DARK


DARK = 0.35
"""The luminance under which a ground is dark."""


@lru_cache(maxsize=4)
def _traced(whole: Itself[Template]) -> tuple[Template, dict[str, Trace]]:
    """The template read with sentinel colours and fonts, and where each colour that came out of it came from."""
    template = whole.value
    trace: dict[str, Trace] = {}
    package = template.package.replace(
        {part: patch_theme(template.package.parts[part], SENTINELS, HEADING, BODY) for part in themes_of(template)}
    )
    known = TemplateReading(template.name, fingerprint=template.fingerprint, wanted=Overrides(), found=None, roles=True)
    read, _every = cast(package, read_masters(Sheets(package, trace=trace), known), known, Diagnostics())
    # The roles of the template itself, its template.yaml included, with the sentinels' colours.
    return replace(read, minimum_pt=template.minimum_pt, diagnostics=template.diagnostics), trace


def themes_of(template: Template) -> list[str]:
    return sorted({layout.theme for layout in template.layouts if layout.theme in template.package.parts})


def _apply(trace: Trace, scheme: dict[str, str]) -> str:
    name, steps = trace
    return transform(scheme.get(name, "000000"), *steps)


class _Swap:
    """Colours exchanged through a template's frozen parts."""

    def __init__(self, colors: dict[str, str], template: Template, brand: Brand) -> None:
        self.colors = colors
        self.moves = {(kind, old): new for kind, old, new in moves_of(template, brand)}
        self.styles: dict[Itself[TextStyle], TextStyle] = {}
        """Most placeholders share one of a few."""
        self.palettes: dict[Itself[Palette], Palette] = {}
        self.fonts = {HEADING: brand.heading_font or template.heading_font, BODY: brand.body_font or template.body_font}

    def template(self, read: Template) -> Template:
        layouts = {layout.part: self.layout(layout) for layout in read.layouts}
        roles = {kind: self.role(role, layouts[role.layout.part]) for kind, role in read.roles.items()}
        return replace(
            read,
            layouts=tuple(layouts.values()),
            roles=roles,
            others=Others(lambda kind: tuple(self.role(role, layouts[role.layout.part]) for role in read.others.find(kind))),
            heading_font=self.font(read.heading_font),
            body_font=self.font(read.body_font),
        )

    def font(self, name: str) -> str:
        return self.fonts.get(name, name)

    def layout(self, layout: Layout) -> Layout:
        return replace(
            layout,
            placeholders=tuple(self.placeholder(item) for item in layout.placeholders),
            furniture=tuple(self.placeholder(item) for item in layout.furniture),
            palette=self.palette(layout.palette),
            furniture_palettes=tuple(self.palette(palette) for palette in layout.furniture_palettes),
            plain=self.style(layout.plain) if layout.plain is not None else None,
            fonts=(self.font(layout.fonts[0]), self.font(layout.fonts[1])),
        )

    def seen(self, known: Layout, read: Layout) -> Layout:
        """A layout of another brand, in the colours of this one."""
        behind = tuple(self.palette(palette) for palette in read.furniture_palettes)
        return replace(known, palette=self.palette(read.palette), furniture_palettes=behind)

    def role(self, role: Role, layout: Layout) -> Role:
        spots = {name: self.spot(spot) for name, spot in role.spots.items()}
        foot = self.spot(role.foot) if role.foot is not None else None
        return replace(role, layout=layout, spots=spots, foot=foot, swap=Swapped(role, spots))

    def spot(self, spot: Spot) -> Spot:
        holder = self.placeholder(spot.placeholder) if spot.placeholder is not None else None
        style, palette = self.style(spot.style), self.palette(spot.palette)
        if holder is None:
            # A box of ours has the colour that reads, and that is another one among the sentinels.
            style = replace(style, levels=tuple(replace(level, color=palette.text_rgb) for level in style.levels))
        box = holder.box if holder is not None and spot.placeholder is not None and spot.box == spot.placeholder.box else spot.box
        return replace(spot, placeholder=holder, style=style, palette=palette, box=box)

    def placeholder(self, item: Placeholder) -> Placeholder:
        return _seated(Itself(item), Itself(self.style(item.style)), self.moves.get((item.type, item.box), item.box))

    def style(self, style: TextStyle) -> TextStyle:
        key = _one_of(Itself(style))
        if key not in self.styles:
            self.styles[key] = self._style(style)
        return self.styles[key]

    def _style(self, style: TextStyle) -> TextStyle:
        inks = tuple((rgb, self.colors.get(rgb, rgb)) for rgb in _inks(Itself(style)))
        return _dyed(Itself(style), inks, tuple(self.fonts.items()))

    def palette(self, palette: Palette) -> Palette:
        key = Itself(palette)
        if key not in self.palettes:
            self.palettes[key] = self._palette(palette)
        return self.palettes[key]

    def _palette(self, palette: Palette) -> Palette:
        ground = replace(palette.ground, colors=tuple(self.colors.get(rgb, rgb) for rgb in palette.ground.colors))
        return palette_on(ground, {name: self.colors.get(rgb, rgb) for name, rgb in palette.rgb.items()})


@lru_cache(maxsize=4_096)
def _one_of(its: Itself[TextStyle]) -> Itself[TextStyle]:
    """One for all that are equal: a template's own styles are read once, and asked for with every brand."""
    return Itself(_only(its.value))


@lru_cache(maxsize=4_096)
def _only(style: TextStyle) -> TextStyle:
    return style


@lru_cache(maxsize=1_024)
def _inks(its: Itself[TextStyle]) -> tuple[str, ...]:
    """The colours of a style, each once."""
    return tuple(dict.fromkeys(rgb for level in its.value.levels for rgb in (level.color, level.bullet_color)))


@lru_cache(maxsize=1_024)
def _dyed(its: Itself[TextStyle], inks: tuple[tuple[str, str], ...], fonts: tuple[tuple[str, str], ...]) -> TextStyle:
    """A style in other colours and fonts; brands whose dark and light are the same have it in common."""
    colors, named = dict(inks), dict(fonts)
    levels = tuple(
        _level(level, colors[level.color], colors[level.bullet_color], named.get(level.font, level.font))
        for level in its.value.levels
    )
    return replace(its.value, levels=levels)


@lru_cache(maxsize=512)
def _level(level: TextLevel, color: str, bullet: str, font: str) -> TextLevel:
    """Many styles have a level in common."""
    return replace(level, color=color, bullet_color=bullet, font=font)


@lru_cache(maxsize=1_024)
def _seated(its: Itself[Placeholder], style: Itself[TextStyle], box: Box) -> Placeholder:
    return replace(its.value, style=style.value, box=box)
