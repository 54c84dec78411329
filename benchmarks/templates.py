"""Every template of a folder, in every outline: built strictly, judged, read back; which layouts serve, what is put together."""

from __future__ import annotations

import argparse
import shutil
import subprocess
import tempfile
import time
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

from deck.brand import load_brand
from deck.check.judge import check_package
from deck.compose import compose
from deck.diagnostics import Diagnostics, Severity
from deck.errors import DeckError
from deck.fleet import BuildRequest
from deck.layout import audit, lay_out
from deck.making import content_of, template_for
from deck.package import open_package, package_bytes
from deck.places import load_places
from deck.pptx import read_pptx, write_pptx
from deck.pptx.reader import presentation_of

OUTLINES = ("kort", "standard", "konferens")


@dataclass
class Row:
    """What became of one template."""

    name: str
    size: str = ""
    refused: str = ""
    layouts: int = 0
    used: Counter[str] = field(default_factory=Counter)
    composed: list[str] = field(default_factory=list)
    slides: list[int] = field(default_factory=list)
    faults: Counter[str] = field(default_factory=Counter)
    seconds: float = 0.0
    pages: list[int] = field(default_factory=list)


def tried(path: Path, places: list[str], out: Path) -> Row:
    row = Row(path.name)
    register = load_places()
    started = time.perf_counter()
    for outline in OUTLINES:
        for name in places:
            place = register.find(name)
            request = BuildRequest(place.code, outline, template=path)
            brand = load_brand(place, register)
            presentation = compose(content_of(request), place, register, brand, outline=outline)
            found = Diagnostics()
            try:
                template = template_for(request, brand)
            except DeckError as error:
                row.refused = str(error).splitlines()[0]
                return row
            row.layouts = len(template.layouts)
            row.size = " × ".join(f"{side / 360_000:.1f}" for side in template.size)
            row.composed = [kind for kind, role in template.roles.items() if role.composed]
            deck = lay_out(presentation, template, found)
            row.faults.update(f"{item.code} {item.where.slide_id}" for item in (*found.errors, *audit(deck)))
            package = write_pptx(presentation, deck)
            back = presentation_of(read_pptx(package), presentation)
            row.faults.update(["read back differently"] if back != presentation else [])
            names = {layout.part: layout.name for layout in template.layouts}
            row.used.update(names.get(slide.layout, "?") for slide in deck.slides)
            report = check_package(open_package(package_bytes(package), path.name), path.name)
            ours = [item for item in report.findings if item.level is Severity.ERROR]
            row.faults.update(item.rule.code for item in ours)
            if place.code == register.find(places[0]).code:
                row.slides.append(len(deck.slides))
                (out / f"{path.stem}-{outline}.pptx").write_bytes(package_bytes(package))
    row.seconds = time.perf_counter() - started
    return row


def count_pages(out: Path, rows: list[Row]) -> None:
    """Pages that LibreOffice makes of each deck."""
    soffice = shutil.which("soffice")
    if not soffice:
        print("LibreOffice is not here: pages are not counted")
        return
    files = sorted(out.glob("*.pptx"))
    command = [
        soffice,
        f"-env:UserInstallation=file://{out}/profile",
        "--headless",
        "--convert-to",
        "pdf",
        "--outdir",
        str(out / "pdf"),
    ]
    for start in range(0, len(files), 20):
        subprocess.run([*command, *map(str, files[start : start + 20])], capture_output=True, timeout=900, check=False)
    for row in rows:
        for outline in OUTLINES:
            pdf = out / "pdf" / f"{Path(row.name).stem}-{outline}.pdf"
            if pdf.exists():
                done = subprocess.run(["pdfinfo", str(pdf)], capture_output=True, text=True, check=False).stdout
                row.pages.append(int(next(line.split()[1] for line in done.splitlines() if line.startswith("Pages:"))))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--place", action="append", default=[])
    parser.add_argument("--pages", action="store_true", help="compare page counts with LibreOffice's")
    parser.add_argument("--out", type=Path, help="keep the decks here")
    options = parser.parse_args()
    places = options.place or ["lund", "västra götalands län"]
    with tempfile.TemporaryDirectory() as temporary:
        out = options.out or Path(temporary)
        out.mkdir(parents=True, exist_ok=True)
        rows = [
            tried(path, places, out)
            for path in sorted(options.folder.glob("*.p*"))
            if path.suffix in (".pptx", ".potx", ".ppsx", ".pptm")
        ]
        if options.pages:
            count_pages(out, rows)
        print(
            "| template | cm | layouts | slides | pages | layouts used | put together | faults | s "
            "|\n|---|---|---|---|---|---|---|---|---|"
        )
        for row in rows:
            used = ", ".join(name for name, _count in row.used.most_common())
            faults = row.refused or ", ".join(f"{name} ({count})" for name, count in row.faults.items()) or "–"
            numbers = "/".join(map(str, row.slides)), "/".join(map(str, row.pages))
            print(
                f"| {row.name} | {row.size} | {row.layouts} | {numbers[0]} | {numbers[1]} | {used} | "
                f"{', '.join(row.composed) or '–'} | {faults} | {row.seconds:.1f} |"
            )
        wrong = [row for row in rows if row.faults or (row.pages and row.pages != row.slides)]
        print(f"\n{len(rows)} templates, {sum(bool(row.refused) for row in rows)} refused, {len(wrong)} with faults")


if __name__ == "__main__":
    main()
