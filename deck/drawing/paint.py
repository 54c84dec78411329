"""Fills, lines and backgrounds (ECMA-376 Part 1, 20.1.8), style references to the theme's lists included."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache

from deck.drawing import numbers
from deck.drawing.color import ColorContext, color_of
from deck.drawing.model import Paint
from deck.drawing.names import Element, child, local, qn
from deck.drawing.pictures import small_picture
from deck.drawing.sheet import Sheet
from deck.package import Package

FILLS = ("noFill", "solidFill", "gradFill", "blipFill", "pattFill", "grpFill")


def fill_in(holder: Element | None) -> Element | None:
    """The fill element directly within `holder`."""
    return next((item for item in holder if local(item) in FILLS), None) if holder is not None else None


def paint_of(fill: Element | None, colors: ColorContext, sheet: Sheet, owner: str = "") -> Paint:
    """`owner`: the part whose relationships a picture fill counts on (the sheet's own where empty)."""
    kind = local(fill) if fill is not None else "noFill"
    if fill is None or kind in ("noFill", "grpFill"):
        return Paint()
    if kind == "solidFill":
        found = color_of(fill, colors)
        return Paint("solid", colors=(found[0],), alpha=found[1]) if found else Paint()
    if kind == "gradFill":
        return _gradient(fill, colors)
    if kind == "pattFill":
        pair = [found[0] for name in ("a:fgClr", "a:bgClr") if (found := color_of(child(fill, name), colors))]
        return Paint("pattern", colors=tuple(pair), ink=_ink(fill.get("prst", ""))) if pair else Paint()
    blip = child(fill, "a:blip")
    rid = blip.get(qn("r:embed"), "") if blip is not None else ""
    part = next((rel.target for rel in sheet.package.rels.get(owner or sheet.part, ()) if rel.id == rid and not rel.external), "")
    alpha = (
        next((numbers.fixed_share(item.get("amt"), 100_000) / 100_000 for item in blip if local(item) == "alphaModFix"), 1.0)
        if blip is not None
        else 1.0
    )
    duo = duotone_of(blip, colors)
    sampled = picture_colors(sheet.package, part, duotone=duo)
    return (
        Paint("picture", colors=sampled, alpha=alpha, part=part, duotone=duo, crop=crop_of(fill))
        if sampled
        else Paint("unknown", colors=(), alpha=alpha, part=part)
    )


def _gradient(fill: Element, colors: ColorContext) -> Paint:
    """a:gradFill: its stops in their order along the way, and the line or the middle that it follows."""
    stops = sorted(
        (min(max(numbers.share(stop.get("pos")) / 100_000, 0.0), 1.0), n, *found)
        for n, stop in enumerate(fill.iter(qn("a:gs")))
        if (found := color_of(stop, colors))
    )
    if not stops:
        return Paint()
    line, path = child(fill, "a:lin"), child(fill, "a:path")
    focus = None
    if path is not None:
        rect = child(path, "a:fillToRect")
        left, top, right, bottom = (numbers.share(rect.get(side)) / 100_000 if rect is not None else 0.5 for side in "ltrb")
        focus = min(max((left + 1 - right) / 2, 0.0), 1.0), min(max((top + 1 - bottom) / 2, 0.0), 1.0)
    return Paint(
        "gradient",
        colors=tuple(rgb for _at, _n, rgb, _alpha in stops),
        alpha=min(alpha for _at, _n, _rgb, alpha in stops),
        stops=tuple((at, rgb, alpha) for at, _n, rgb, alpha in stops),
        angle=numbers.angle(line.get("ang")) / 60_000 if line is not None else 0.0,
        focus=focus,
    )


_PATTERNS = {"lt": 0.2, "nar": 0.5, "dk": 0.75, "wd": 0.5, "sm": 0.3, "lg": 0.25, "dot": 0.12, "dash": 0.2}


def _ink(preset: str) -> float:
    """The share of a pattern's foreground (20.1.10.50 ST_PresetPatternVal): told by its name, about right for all others."""
    if preset.startswith("pct"):
        return min(max(numbers.whole(preset[3:], 50) / 100, 0.05), 0.95)
    return next((share for begin, share in _PATTERNS.items() if preset.startswith(begin)), 0.35)


def duotone_of(blip: Element | None, colors: ColorContext) -> tuple[str, ...]:
    """The two colours that a picture's dark and light become (20.1.8.23); () where it keeps its own."""
    holder = child(blip, "a:duotone")
    found = [rgb[0] for item in (holder if holder is not None else ()) if (rgb := color_of(item, colors))]
    return tuple(found) if len(found) == 2 else ()


def crop_of(fill: Element | None) -> tuple[int, int, int, int]:
    """What a:srcRect cuts away of the picture (20.1.8.55), in 1/1000 %."""
    rect = child(fill, "a:srcRect")
    if rect is None:
        return 0, 0, 0, 0
    left, top, right, bottom = (numbers.share(rect.get(side)) for side in "ltrb")
    return left, top, right, bottom


def blip_of(fill: Element | None, colors: ColorContext, part: str) -> Paint:
    """A picture's own look: how it is seen through (20.1.8.4 alphaModFix), and its two colours where it has no more."""
    blip = child(fill, "a:blip")
    if blip is None or not part:
        return Paint()
    amount = child(blip, "a:alphaModFix")
    alpha = numbers.fixed_share(amount.get("amt"), 100_000) / 100_000 if amount is not None else 1.0
    return Paint("picture", colors=(), alpha=alpha, part=part, duotone=duotone_of(blip, colors), crop=crop_of(fill))


def referenced(reference: Element | None, sheet: Sheet, lines: bool = False) -> Paint:
    """fillRef, bgRef or lnRef: an index into the theme's list, and the colour that phClr stands for there."""
    if reference is None:
        return Paint()
    index = numbers.index(reference.get("idx"), 0)
    theme = sheet.theme
    found = color_of(reference, sheet.colors)
    colors = replace(sheet.colors, placeholder=found[0]) if found else sheet.colors
    if lines:
        line = theme.lines[index - 1] if 0 < index <= len(theme.lines) else None
        return paint_of(fill_in(line), colors, sheet, theme.part)
    styles = theme.backgrounds if index > 1000 else theme.fills
    place = index - 1001 if index > 1000 else index - 1
    return paint_of(styles[place], colors, sheet, theme.part) if 0 <= place < len(styles) else Paint()


def background_of(sheet: Sheet) -> Paint:
    """The nearest background along the line; white of bg1 where nobody has one (19.3.1.1)."""
    for owner in sheet.line:
        holder = child(owner.root, "p:cSld", "p:bg")
        if holder is None:
            continue
        props, reference = child(holder, "p:bgPr"), child(holder, "p:bgRef")
        paint = paint_of(fill_in(props), sheet.colors, sheet, owner.part) if props is not None else referenced(reference, sheet)
        if paint.kind != "none":
            return paint
    return Paint("solid", colors=(sheet.colors.named("bg1"),))


def picture_colors(
    package: Package,
    part: str,
    box: tuple[float, float, float, float] = (0, 0, 1, 1),
    most: int = 6,
    *,
    duotone: tuple[str, ...] = (),
    alpha: float = 1.0,
    under: str = "FFFFFF",
) -> tuple[str, ...]:
    """The colours of a picture's part (shares of its width and height), the commonest first, as they show upon `under`; () where
    it cannot be read."""
    data = package.parts.get(part)
    if not data:
        return ()
    return _sample(data, box, most, (duotone, round(alpha, 3), under))


@lru_cache(maxsize=512)
def _sample(
    data: bytes, box: tuple[float, float, float, float], most: int, look: tuple[tuple[str, ...], float, str]
) -> tuple[str, ...]:
    from PIL import Image, ImageOps

    duotone, alpha, under = look

    try:
        found = small_picture(data)
        if found is None:
            return ()
        rgba = found.convert("RGBA")
        left, top, right, bottom = (round(share * side) for share, side in zip(box, (rgba.width, rgba.height) * 2, strict=True))
        part = rgba.crop((left, top, max(right, left + 1), max(bottom, top + 1)))
        part.thumbnail((48, 48))
        if duotone:
            two = ImageOps.colorize(part.convert("L"), f"#{duotone[0]}", f"#{duotone[1]}").convert("RGBA")
            two.putalpha(part.getchannel("A"))
            part = two
        if alpha < 0.999:
            part.putalpha(part.getchannel("A").point([round(value * alpha) for value in range(256)]))
        flat = Image.new("RGBA", part.size, f"#{under}")
        flat.alpha_composite(part)
        few = flat.convert("RGB").quantize(8)
        palette = few.getpalette() or []
        counts = sorted(few.getcolors() or [], reverse=True)
        total = sum(count for count, _ in counts)
        kept = [index for count, index in counts if isinstance(index, int) and count >= 0.04 * total]
        return tuple(bytes(palette[3 * i : 3 * i + 3]).hex().upper() for i in kept[:most])
    except Exception:
        return ()
