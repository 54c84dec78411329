"""The typeface that a house writes all its slides in, over its layouts' own: programs name it in each run, and it is the theme's
from now on."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from deck.drawing import Sheets
from deck.drawing.ground import flat
from deck.drawing.model import Scene
from deck.drawing.names import Element, child, qn
from deck.drawing.sheet import FURNITURE, TITLES, contents, placeholder_of
from deck.package import Package, parse_xml, serialise
from deck.template.layouts import Drawn
from deck.template.theme import patch_theme

LEAST, MOST = 2, 0.8
"""Slides that say it at least, and the share of all that have words in such places."""
HEADING, BODY = "+mj-lt", "+mn-lt"
"""How words name the theme's fonts (21.1.2.3.7 latin)."""


def with_sample_fonts(cleaned: Package, every: Sequence[Drawn], scenes: Sequence[Scene]) -> Package:
    """`cleaned`, a template's package without its slides, with the fonts of `scenes`, its slides, in its theme, where both titles
    and other words stand in the layouts' places and are written otherwise than these have it; where master and layouts name a
    font themselves, they name the theme's. As it was where the slides do not agree, or there are several masters."""
    theme, masters = every[0].layout.theme, {item.scene.master for item in every}
    if len(masters) != 1 or theme not in cleaned.parts:
        return cleaned
    found: list[str] = []
    for titles in (True, False):
        font = _agreed([_font(item, titles=titles) for item in scenes])
        holders = [holder for item in every for holder in item.layout.placeholders if (holder.type in TITLES) == titles]
        if not font or font in {holder.style.levels[0].font for holder in holders}:
            return cleaned
        found.append(font)
    parts: dict[str, bytes | None] = {theme: patch_theme(cleaned.parts[theme], {}, *found)}
    return with_theme_fonts(cleaned.replace(parts), next(iter(masters)))


def with_theme_fonts(package: Package, master: str, *, titles: bool = True, others: bool = True) -> Package:
    """A package whose master and its layouts name the theme's fonts wherever they name one: for titles, for `others`."""
    names = (HEADING if titles else "", BODY if others else "")
    parts: dict[str, bytes | None] = {}
    for part in (master, *Sheets(package).layout_parts(master)):
        root = parse_xml(package.parts[part])
        if _name_the_themes(root, *names):
            parts[part] = serialise(root)
    return package.replace(parts) if parts else package


def _font(item: Scene, *, titles: bool) -> str:
    """The font of most letters in a slide's places for titles, or for other words; "" where they have none."""
    letters = Counter[str]()
    for shape in flat(item.own):
        held = shape.is_placeholder and not shape.hidden and shape.ph_type not in FURNITURE
        if held and (shape.ph_type in TITLES) == titles and shape.text is not None:
            for paragraph in shape.text.paragraphs:
                letters.update({run.font: len(run.text.strip()) for run in paragraph.runs})
    letters = +letters
    return max(letters, key=lambda font: (letters[font], font), default="")


def _agreed(said: Sequence[str]) -> str:
    """What nearly all of those say that say anything."""
    fonts = Counter(font for font in said if font)
    font, count = fonts.most_common(1)[0] if fonts else ("", 0)
    return font if count >= max(LEAST, MOST * sum(fonts.values())) else ""


def _name_the_themes(root: Element, heading: str, body: str) -> bool:
    """Whether anything was named otherwise."""
    wheres = [(levels, heading) for levels in root.iter(qn("p:titleStyle"))]
    wheres += [(levels, body) for levels in root.iter(qn("p:bodyStyle"))]
    for shape in contents(child(root, "p:cSld", "p:spTree")):
        holder = placeholder_of(shape)
        if holder is not None:
            wheres.append((shape, heading if holder.get("type", "") in TITLES else body))
    return sum(_named(where, name) for where, name in wheres if name) > 0


def _named(where: Element, name: str) -> bool:
    faces = [face for face in where.iter(qn("a:latin")) if face.get("typeface") != name]
    for face in faces:
        face.attrib.clear()
        face.set("typeface", name)
    return bool(faces)


__all__ = ["with_sample_fonts", "with_theme_fonts"]
