"""Signs that a house draws as large as pictures, a quotation mark or an ampersand: where in its text box one stands."""

from __future__ import annotations

from dataclasses import dataclass

from deck.drawing.ground import covers
from deck.drawing.model import SceneShape
from deck.fonts import em_width
from deck.geometry import EMU_PER_PT, Box

MOST = 2
"""How many signs it has at most."""
ASCENT, LINE = 0.95, 1.2
"""From the top of a line to what letters stand on, and from one line to the next, per point of size."""
HIGH, MIDDLE, LOW, WHOLE = (0.78, 0.38), (0.58, -0.02), (0.2, -0.25), (0.78, -0.25)
"""How far over what letters stand on a sign's ink begins and ends, per point of size."""
INKED = {
    **dict.fromkeys("“”‟\"'‘’‛*°´`", HIGH),
    **dict.fromkeys("«»‹›–—-•·<>", MIDDLE),
    **dict.fromkeys("„‚.,…_", LOW),
}


@dataclass(frozen=True, slots=True)
class Sign:
    """`across`: the shape's box as far as its sign is wide; `ink`: where that is drawn; `color`: RRGGBB."""

    across: Box
    ink: Box
    color: str


def sign_of(shape: SceneShape, least_pt: float) -> Sign | None:
    """What a text box has that is nothing but a sign of such a size; None for any other."""
    paragraphs = [item for item in (shape.text.paragraphs if shape.text is not None else ()) if item.text.strip()]
    words = "".join(item.text.strip() for item in paragraphs)
    runs = [run for item in paragraphs for run in item.runs if run.text.strip()]
    if not words or len(words) > MOST or any(map(str.isalnum, words)) or runs[0].size_pt < least_pt or shape.text is None:
        return None
    style, size, align = shape.text.style, runs[0].size_pt * EMU_PER_PT, paragraphs[0].style.align
    inner = shape.box.inset(style.insets.left, 0, style.insets.right, 0)
    wide = min(round(em_width(words, runs[0].font, runs[0].bold) * size), inner.w)
    x = inner.x + {"ctr": (inner.w - wide) // 2, "r": inner.w - wide}.get(align, 0)
    spare = shape.box.h - style.insets.top - style.insets.bottom - round(LINE * size)
    top = shape.box.y + style.insets.top + {"ctr": spare // 2, "b": spare}.get(style.anchor, 0)
    above, below = zip(*(INKED.get(letter, WHOLE) for letter in words), strict=True)
    ink = Box(x, top + round((ASCENT - max(above)) * size), wide, round((max(above) - min(below)) * size))
    return Sign(Box(x, shape.box.y, wide, shape.box.h), ink, runs[0].color)


def bare_sign(shape: SceneShape, least_pt: float) -> Sign | None:
    """The same of one that stands on nothing of its own."""
    bare = not covers(shape) and shape.line.kind == "none" and not shape.rotation
    return sign_of(shape, least_pt) if bare else None


__all__ = ["Sign", "bare_sign", "sign_of"]
