"""Time and memory of `deck refresh` on a large deck: many slides of the owner's, and video that must
come through byte for byte."""

from __future__ import annotations

import argparse
import io
import multiprocessing
import os
import random
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

from deck.fleet import BuildRequest, build_one
from deck.package import open_package, sha256


def large(path: Path, slides: int, megabytes: int) -> None:
    """The deck at `path` with slides of the owner's up to `slides`, and a video on its second."""
    from pptx import Presentation

    deck: Any = Presentation(str(path))
    layout = next(item for item in deck.slide_layouts if len(item.placeholders) >= 2)
    while len(deck.slides) < slides:
        number = len(deck.slides) + 1
        slide = deck.slides.add_slide(layout)
        slide.shapes.title.text = f"Vår egen bild {number}"
        slide.notes_slide.notes_text_frame.text = f"Säg något om bild {number}."
    film = io.BytesIO(random.Random(1).randbytes(megabytes * 1_000_000))
    deck.slides[1].shapes.add_movie(film, 0, 0, 3_000_000, 2_000_000, mime_type="video/mp4")
    deck.save(str(path))


def films_of(path: Path) -> list[str]:
    package = open_package(path)
    return [sha256(package.parts, name) for name in package.parts if name.endswith(".mp4")]


def measured(arguments: list[str]) -> tuple[float, float, int]:
    """Seconds, MB and exit code of a command, in a process of its own."""
    started = time.perf_counter()
    child = subprocess.Popen([sys.executable, "-m", "deck", *arguments], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _pid, status, usage = os.wait4(child.pid, 0)
    child.returncode = os.waitstatus_to_exitcode(status)
    return time.perf_counter() - started, usage.ru_maxrss / 1024, child.returncode


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--slides", type=int, default=200)
    parser.add_argument("--megabytes", type=int, default=100)
    parser.add_argument("--times", type=int, default=3)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        built = build_one(BuildRequest("1281", "konferens", release="2020-04-30", out=Path(folder)))
        if built.path is None:
            sys.exit("the deck could not be built")
        # In a process of its own: a child's most memory counts from what its parent held when it began (getrusage, Linux).
        maker = multiprocessing.get_context("spawn").Process(target=large, args=(built.path, options.slides, options.megabytes))
        maker.start()
        maker.join()
        new = Path(folder) / "new.pptx"
        print(f"{options.slides} slides, {built.path.stat().st_size / 1e6:.0f} MB")
        for name, more in (
            ("status", None),
            ("refresh", []),
            ("refresh --template", ["--template", "branding/standard/standard.potx"]),
        ):
            arguments = ["status", str(built.path)] if more is None else ["refresh", str(built.path), "-o", str(new), *more]
            rows = [measured(arguments) for _time in range(options.times)]
            print(
                f"{name}: {min(row[0] for row in rows):.2f}–{max(row[0] for row in rows):.2f} s, "
                f"{max(row[1] for row in rows):.0f} MB, exit {rows[0][2]}"
            )
        films = [films_of(path) for path in (built.path, new)]
        alike = bool(films[0]) and films[0] == films[1]
        print(f"the video is the same, byte for byte: {alike}; the new file has {new.stat().st_size / 1e6:.0f} MB")


if __name__ == "__main__":
    main()
