"""Templates whose layouts are blank sheets, as web programs write them, or are written in by nobody: all of the house is drawn on
their slides, and its ground, its fonts and what stands on all of them are taken from there."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from deck.brand.contrast import contrast
from deck.brand.oklch import lch_of
from deck.drawing import Sheets, scene
from deck.drawing.ground import flat, hides, is_plain
from deck.drawing.model import Scene, SceneRun
from deck.drawing.theme import read_theme
from deck.geometry import Box
from deck.package import Package, parse_xml
from deck.template.hand_covers import opened_by, with_drawn_cover
from deck.template.hand_titles import with_hand_titles
from deck.template.house import STOCK_TEXT
from deck.template.layouts import Drawn
from deck.template.repeated import draws_by_hand, with_repeated
from deck.template.sample_fonts import with_sample_fonts, with_theme_fonts
from deck.template.samples import SEEN
from deck.template.theme import patch_theme
from deck.template.uses import HUED

LEAST, AGREED = 2, 0.6
"""Slides that tell, at least, and the share of them that must say the same."""
READS = 7.0
"""The contrast (WCAG 2.1, 1.4.6) that the theme's text has on a ground that is taken over."""
BLACK, WHITE = "000000", "FFFFFF"


class HousedPackage(NamedTuple):
    """A package with what the slides say of its house; `cover`: the part of the layout that has the drawing of the first slide,
    which stands in another itself, "" where there is none."""

    package: Package
    cover: str = ""


def as_its_slides(cleaned: Package, package: Package, every: Sequence[Drawn]) -> HousedPackage:
    """`cleaned`, a template's package without its slides, with their ground, fonts and ink in its theme; where its layouts draw
    or hold anything, with the fonts that those are written over in, and its drawn cover, alone; as it was where its slides do not
    agree. `package`: the same with its slides; `every`: its layouts."""
    theme = every[0].layout.theme
    sheets = Sheets(package)
    scenes = [scene(package, part, sheets) for part in list(sheets.places)[:SEEN]]
    if theme not in cleaned.parts or len(scenes) < LEAST:
        return HousedPackage(cleaned)
    if any(item.layout.theme != theme for item in every):
        return HousedPackage(with_drawn_cover(cleaned, package, every, scenes))
    cleaned = with_sample_fonts(cleaned, every, scenes)
    if any(_shows(item) for item in every):
        return HousedPackage(with_drawn_cover(cleaned, package, every, scenes))
    by_hand = not any(item.layout.placeholders for item in every) or draws_by_hand(scenes)
    housed = with_repeated(cleaned, package, every, scenes)
    if not by_hand and housed is cleaned:
        return HousedPackage(cleaned)
    cover = opened_by(package, every, scenes)
    cleaned = with_hand_titles(housed, every, scenes, opened=bool(cover))
    if not by_hand:
        # Fonts and ground are as its layouts have them: they are written in.
        return HousedPackage(cleaned, cover)
    known = read_theme(parse_xml(cleaned.parts[theme]))
    ground = _agreed([_ground(item) for item in scenes])
    paper = {"lt1": ground} if ground and contrast(ground, known.scheme["dk1"]) >= READS else {}
    ink = _agreed([_ink(item) for item in scenes])
    if ink and _unchosen(known.scheme) and _is_ink(ink, (*(ground,) * bool(ground), known.scheme["lt1"])):
        paper |= {"dk1": ink, "dk2": ink}
    heading, body = _agreed([_font(item, largest=True) for item in scenes]), _agreed([_font(item) for item in scenes])
    fonts = tuple("" if font in ("", own) else font for font, own in ((heading, known.major), (body or heading, known.minor)))
    if any(fonts) or any(known.scheme[name] != color for name, color in paper.items()):
        cleaned = cleaned.replace({theme: patch_theme(cleaned.parts[theme], paper, *fonts)})
    for master in {item.scene.master for item in every}:
        # A web program's master names its own in each level, over the theme's.
        cleaned = with_theme_fonts(cleaned, master, titles=bool(heading), others=bool(body or heading))
    return HousedPackage(cleaned, cover)


def _shows(drawn: Drawn) -> bool:
    """Has a layout anything that is seen, or a ground other than white?"""
    shown = any(not (shape.is_placeholder or shape.hidden) for shape in flat(drawn.scene.shapes))
    paint = drawn.scene.background
    return shown or (paint.kind, *paint.colors) not in (("solid", WHITE), ("none",))


def _ground(item: Scene) -> str:
    """The plain colour that is behind a whole slide; "" where there is none."""
    slide = Box(0, 0, *item.size)
    over = [shape.fill.colors[0] for shape in item.own if not shape.hidden and is_plain(shape) and hides(shape, slide)]
    paint = item.background
    return over[-1] if over else paint.colors[0] if paint.kind == "solid" else ""


def _font(item: Scene, *, largest: bool = False) -> str:
    """The font of a slide's largest words, or of most of its letters that are not so large."""
    runs = [run for run in _runs(item) if run.text.strip()]
    most = max((run.size_pt for run in runs), default=0.0)
    letters = Counter[str]()
    for run in runs:
        if (run.size_pt >= most) == largest:
            letters[run.font] += len(run.text)
    return max(letters, key=lambda font: (letters[font], font), default="")


def _ink(item: Scene) -> str:
    """The colour of most of a slide's letters that are not the largest."""
    runs = [run for run in _runs(item) if run.text.strip()]
    most = max((run.size_pt for run in runs), default=0.0)
    letters = Counter[str]()
    for run in runs:
        if run.size_pt < most:
            letters[run.color] += len(run.text)
    return max(letters, key=lambda color: (letters[color], color), default="")


def _is_ink(color: str, grounds: Sequence[str]) -> bool:
    """Is it a grey in which words read on all of these? A colour is an accent."""
    return lch_of(color)[1] < HUED and all(contrast(color, ground) >= READS for ground in grounds)


def _unchosen(scheme: Mapping[str, str]) -> bool:
    """Are a theme's text colours its program's, which nobody has chosen?"""
    return scheme["dk1"] == BLACK and scheme["dk2"] in STOCK_TEXT


def _runs(item: Scene) -> Iterator[SceneRun]:
    for shape in flat(item.own):
        if shape.text is not None and not shape.hidden:
            for paragraph in shape.text.paragraphs:
                yield from paragraph.runs


def _agreed(found: Sequence[str]) -> str:
    """What most slides say; "" where they do not agree. Those that say nothing have no voice."""
    said = Counter(word for word in found if word)
    word, count = said.most_common(1)[0] if said else ("", 0)
    return word if count >= AGREED * sum(said.values()) else ""


__all__ = ["as_its_slides"]
