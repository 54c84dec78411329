"""Pictures on a slide, small and cut as the slide has them."""

from __future__ import annotations

import base64
import io
from dataclasses import replace
from functools import lru_cache
from typing import Any

from deck.drawing import Paint, SceneShape
from deck.drawing.pictures import small_picture
from deck.geometry import Box
from deck.package import Package
from deck.render.canvas import Canvas, add

SMALL = 480
"""Pixels of a picture's longer side."""


def draw_picture(canvas: Canvas, parent: Any, package: Package, shape: SceneShape) -> bool:
    """The picture in its frame; False where it cannot be read."""
    look = replace(shape.picture, crop=shape.crop)
    return place(canvas, parent, package.parts.get(shape.part, b""), shape.box, look)


def place(canvas: Canvas, parent: Any, data: bytes, box: Box, look: Paint) -> bool:
    """A picture's bytes in a box, cut and tinted as `look` says; False where they cannot be read."""
    crop, alpha = look.crop, look.alpha
    href = thumbnail(data, look.duotone)
    if not href:
        return False
    left, top, right, bottom = (side / 100_000 for side in crop)
    wide, high = canvas.length(box.w / max(1 - left - right, 0.01)), canvas.length(box.h / max(1 - top - bottom, 0.01))
    # What is cut away lies outside the inner frame.
    frame = add(parent, "svg", **canvas.box(box))
    add(
        frame,
        "image",
        href=href,
        x=-left * wide,
        y=-top * high,
        width=wide,
        height=high,
        preserveAspectRatio="none",
        opacity=round(alpha, 3) if alpha < 1 else None,
    )
    return True


@lru_cache(maxsize=256)
def thumbnail(data: bytes, duotone: tuple[str, ...] = ()) -> str:
    """The picture as a small data: address, its dark and light made two colours where `duotone` names them; "" where it cannot be
    read."""
    from PIL import ImageOps

    found = small_picture(data)
    if found is None:
        return ""
    try:
        small, opaque = found.copy(), found.mode == "RGB"
        small.thumbnail((SMALL, SMALL))
        if len(duotone) == 2:
            two = ImageOps.colorize(small.convert("L"), f"#{duotone[0]}", f"#{duotone[1]}")
            if not opaque:
                two.putalpha(small.getchannel("A"))
            small = two
        out = io.BytesIO()
        if opaque:
            small.save(out, "JPEG", quality=80, optimize=True)
        else:
            small.save(out, "PNG", optimize=True)
    except Exception:
        return ""
    return f"data:image/{'jpeg' if opaque else 'png'};base64,{base64.b64encode(out.getvalue()).decode()}"
