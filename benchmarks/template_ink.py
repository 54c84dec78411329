"""Every template of some folders: a deck built in it, come what may, its words judged by the pixels that LibreOffice and
deck's own drawing make of them, and where `deck check` says otherwise.

python benchmarks/template_ink.py DIR… --out out/ink --only dark      # keeps decks and pictures, prints a table
"""

from __future__ import annotations

import argparse
import importlib
import re
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from deck.brand import load_brand
from deck.check import check_package
from deck.check.registry import own_rules
from deck.compose import compose
from deck.diagnostics import Diagnostics
from deck.errors import DeckError
from deck.layout import lay_out
from deck.making import Recipe, content_of
from deck.making.make import templates
from deck.package import Package, open_package, package_bytes
from deck.places import load_places
from deck.pptx import write_pptx

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "tests"))
pixels: Any = importlib.import_module("pixels")
CONTRAST = tuple(rule for rule in own_rules() if rule.code == "accessible/contrast-text")


@dataclass(frozen=True)
class Fault:
    """A text that does not read in the pixels; `told`: deck check says so, too."""

    shown: Any
    told: bool


def built(path: Path, place_name: str, outline: str) -> Package:
    """The deck, written whatever is wrong with it."""
    register = load_places()
    place = register.find(place_name)
    recipe = Recipe(place.code, outline, template=path)
    brand = load_brand(place, register)
    presentation = compose(content_of(recipe), place, register, brand, outline=outline)
    template = templates(recipe, brand)[1]
    package = write_pptx(presentation, lay_out(presentation, template, Diagnostics()))
    return open_package(package_bytes(package), path.name)


def faults(package: Package, pages: Any, drawn: Any) -> list[Fault]:
    findings = check_package(package, "deck", CONTRAST).findings
    told = {(item.where.slide, item.where.shape) for item in findings}
    shared = {item.where.shape for item in findings}
    shown = pixels.failing(pixels.judged(package, pages, drawn))
    furniture = re.compile(r"sidnummer|sidfot|slide number|footer", re.IGNORECASE)
    return [
        Fault(item, (item.slide, item.shape) in told or (bool(furniture.match(item.shape)) and item.shape in shared))
        for item in shown
    ]


def sources(folders: list[Path], only: str) -> Iterator[Path]:
    for folder in folders:
        for path in sorted(folder.glob("*.p*")) if folder.is_dir() else [folder]:
            if path.suffix in (".pptx", ".potx", ".ppsx", ".pptm") and re.search(only, path.name):
                yield path


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folders", type=Path, nargs="+")
    parser.add_argument("--place", default="lund")
    parser.add_argument("--outline", default="standard")
    parser.add_argument("--only", default="", help="a pattern of names")
    parser.add_argument("--out", type=Path, help="keep decks and pictures here")
    parser.add_argument("--by", choices=("deck", "LibreOffice"), help="one of the two drawings alone")
    options = parser.parse_args()
    silent = total = 0
    with tempfile.TemporaryDirectory() as temporary:
        out = options.out or Path(temporary)
        out.mkdir(parents=True, exist_ok=True)
        programs = {"deck": pixels.ours, "LibreOffice": pixels.by_libreoffice(out / "office")}
        programs = {name: pages for name, pages in programs.items() if options.by in (None, name)}
        for path in sources(options.folders, options.only):
            began = time.perf_counter()
            try:
                package = built(path, options.place, options.outline)
            except DeckError as error:
                print(f"{path.stem}: none: {str(error).splitlines()[0]}", flush=True)
                continue
            (out / f"{path.stem}.pptx").write_bytes(package_bytes(package))
            for name, pages in programs.items():
                drawn = pages(package, "with")
                found = faults(package, pages, drawn)
                unsaid = [item for item in found if not item.told]
                total, silent = total + len(found), silent + len(unsaid)
                print(
                    f"{path.stem} ({name}): {len(found)} texts, {len(unsaid)} of them unsaid, {time.perf_counter() - began:.0f} s"
                )
                for item in found:
                    one, unsaid_too = item.shown, "" if item.told else "UNSAID "
                    print(f"   {one.slide:3} {one.ratio:4.1f} of {one.asked:g} {unsaid_too}{one.shape}: {one.words}")
                pictures = out / f"{path.stem}-{name}"
                pictures.mkdir(exist_ok=True)
                for n, picture in enumerate(drawn, 1):
                    picture.save(pictures / f"{n:02}.png")
                sys.stdout.flush()
    print(f"{total} texts that do not read, {silent} of them unsaid by deck check")


if __name__ == "__main__":
    main()
