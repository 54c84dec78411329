"""The picture in README, docs/deck.png: nine slides of Lund's deck as deck itself draws them, three a row."""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
from pathlib import Path

from PIL import Image

from deck.brand import load_brand
from deck.compose import compose
from deck.content import load_content
from deck.places import load_places

SLIDES = ("title", "why", "hand-in-hand", "when", "jump-in", "made-with", "already-in-use", "local", "next-steps")
WIDTH, GAP, ROW = 403, 16, 3
"""Px: a slide's width and the space between two; and how many stand side by side."""


def main() -> int:
    """Draw them anew."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", type=Path, default=Path(__file__).parents[1] / "docs" / "deck.png")
    out: Path = parser.parse_args().out
    places = load_places()
    lund = places.find("1281")
    order = [slide.id for slide in compose(load_content(), lund, places, load_brand(lund, places)).slides]
    with tempfile.TemporaryDirectory() as folder:
        command = [sys.executable, "-m", "deck", "preview", "lund", "--width", str(2 * WIDTH), "-o", folder]
        subprocess.run(command, check=True)
        files = sorted(Path(folder).rglob("*.png"))
        drawn = [Image.open(files[order.index(name)]).convert("RGB") for name in SLIDES]
        pictures = [picture.resize((WIDTH, round(picture.height * WIDTH / picture.width))) for picture in drawn]
    high = pictures[0].height
    rows = -(-len(pictures) // ROW)
    sheet = Image.new("RGB", (ROW * (WIDTH + GAP) - GAP, rows * (high + GAP) - GAP), "white")
    for n, picture in enumerate(pictures):
        sheet.paste(picture, ((n % ROW) * (WIDTH + GAP), (n // ROW) * (high + GAP)))
    sheet.quantize(128).save(out, optimize=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
