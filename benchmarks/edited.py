"""Time and peak memory of refreshing decks that their owners have edited, each of another place: from the shell one by one, and a
folder of them in one process. What they are edited with is python-pptx; the sources are made outside of what is measured."""

from __future__ import annotations

import argparse
import sys
import tempfile
from functools import cache
from pathlib import Path
from typing import Any

from decks import measured

OLD, NEW = "2020-04-30", "2026"


def edit(path: Path, number: int) -> None:
    """What owners do: words in a title and a text, notes, a picture's place, a slide of their own, a cell, a slide hidden."""
    from pptx import Presentation
    from pptx.util import Pt

    deck: Any = Presentation(str(path))
    slides = list(deck.slides)
    for at, slide in enumerate(slides):
        if slide.shapes.title is not None and at % 7 == number % 7:
            slide.shapes.title.text_frame.paragraphs[0].add_run().text = " hos oss"
        if at % 5 == number % 5 and slide.has_notes_slide:
            slide.notes_slide.notes_text_frame.paragraphs[-1].add_run().text = " Berätta om vårt eget arbete."
        for shape in slide.shapes:
            if shape.has_text_frame and shape.is_placeholder and at % 6 == number % 6 and shape.text_frame.paragraphs[0].runs:
                shape.text_frame.paragraphs[-1].add_run().text = " (se vår plan)"
            if getattr(shape, "has_table", False) and number % 2:
                shape.table.cell(1, 0).text_frame.paragraphs[0].add_run().text = " *"
            if shape.shape_type == 6 and at % 9 == number % 9:
                shape.left += 100_000
    if number % 3 == 0:
        own = deck.slides.add_slide(slides[1].slide_layout)
        box = own.shapes.add_textbox(Pt(72), Pt(144), Pt(400), Pt(60))
        box.text_frame.text = "Så gör vi här"
    if number % 4 == 0:
        slides[-2]._element.set("show", "0")
    deck.save(str(path))


@cache
def sources(codes: tuple[str, ...]) -> tuple[Any, ...]:
    """Edited decks of an old release, as bytes; made once."""
    from deck.fleet import BuildRequest, build_many

    with tempfile.TemporaryDirectory() as folder:
        done = build_many([BuildRequest(code, release=OLD, out=Path(folder)) for code in codes], 1)
        paths = [built.path for built in done if built.path is not None]
        for number, path in enumerate(paths):
            edit(path, number)
        return tuple((path.name, path.read_bytes()) for path in paths)


def refreshed(files: tuple[tuple[str, bytes], ...], out: Path, jobs: int = 1) -> None:
    """All of them, in one batch."""
    from deck.fleet.refresh import refresh_many
    from deck.fleet.request import RefreshRequest

    requests = []
    (out / "new").mkdir()
    for name, data in files:
        (out / name).write_bytes(data)
        requests.append(RefreshRequest(out / name, release=NEW, out=out / "new"))
    done = refresh_many(requests, jobs)
    wrong = [item for item in done if item.path is None]
    assert not wrong, wrong[0].diagnostics


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--places", type=int, default=24, metavar="N", help="so many edited decks (24)")
    parser.add_argument("--jobs", type=int, default=1, metavar="N", help="in so many processes (1)")
    parser.add_argument("--runs", type=int, default=3, metavar="N", help="so many runs (3)")
    options = parser.parse_args()
    from deck.places import load_places

    files = sources(tuple(place.code for place in load_places().all[: options.places]))
    for count in (1, len(files)):
        for _run in range(options.runs):
            with tempfile.TemporaryDirectory() as folder:
                clock, busy, used = measured(refreshed, files[:count], Path(folder), options.jobs)
                print(f"{count} decks: {clock:.2f} s, CPU {busy:.2f} s ({busy / count:.2f} a deck), {used:.0f} MB", flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
