"""Where drawn blocks stand (golden)."""

from __future__ import annotations

import os
from pathlib import Path

from layout_made import GOALS, MAP, OBJECTIVES, PROCESS, QR, cards, laid_block

from deck.layout import LaidOutDeck

GOLDEN = Path(__file__).parent / "data" / "golden.txt"


def _lines(deck: LaidOutDeck, title: str) -> list[str]:
    out = [f"# {title}"]
    for page in deck.slides:
        for shape in page.shapes:
            box = shape.box
            out.append(f"{page.id} {type(shape).__name__} {shape.slot} {box.x} {box.y} {box.w} {box.h}")
            for c in getattr(shape, "children", ()):
                words = " ".join(p.text for p in c.paragraphs)
                look = c.geometry if isinstance(c.geometry, str) else f"path{sum(map(len, c.geometry.rings))}"
                out.append(f"  {c.key} {look} {c.box.x} {c.box.y} {c.box.w} {c.box.h} {c.size_pt:g} {words}".rstrip())
    return out


def test_everything_stands_where_it_stood() -> None:
    """After a wanted change: DECK_GOLDEN=1 pytest tests/layout, then read the difference."""
    blocks = {"cards": cards(OBJECTIVES), "goals": cards(GOALS), "process": PROCESS, "map": MAP, "qr": QR}
    found = [line for name, block in blocks.items() for line in _lines(laid_block(block)[0], name)]
    if os.environ.get("DECK_GOLDEN"):
        GOLDEN.parent.mkdir(exist_ok=True)
        GOLDEN.write_text("\n".join(found) + "\n", encoding="utf-8")
    assert found == GOLDEN.read_text("utf-8").splitlines()
