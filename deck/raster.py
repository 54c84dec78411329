"""SVG to PNG, alike on every machine: the system's fonts are left aside, all words are set in Arimo.

Run as a program (`python raster.py HEIGHT < SVG > PNG`) it draws within limits of time and memory: what a stranger's drawing
makes of it ends with that process.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

SECONDS, LONGEST, MEGABYTES = 3, 20, 1_500
"""Seconds of the processor, where the system can bound them, and by the clock; and addresses."""


class CannotDraw(ValueError):
    """Says why, in the drawing program's words."""


def svg_png(svg: str, *, width: int | None = None, height: int | None = None) -> bytes:
    """PNG bytes, `width` or `height` pixels large; as the SVG says where neither is given. Raises ValueError for a bad SVG."""
    import fontpkg_arimo
    import resvg_py

    fonts = sorted(str(path) for path in Path(fontpkg_arimo.__file__).parent.rglob("*.ttf"))
    return bytes(
        resvg_py.svg_to_bytes(
            svg_string=svg,
            width=width,
            height=height,
            skip_system_fonts=True,
            font_files=fonts,
            font_family="Arimo",
            # Its own default draws lengths in mm, cm and pt as nothing.
            dpi=96.0,
            # Without the first, words in a font that is not here would not be drawn at all. The second saves a third of
            # the time for pictures, which come nearly as large as they are shown; the default is bicubic.
            style_sheet="* { font-family: Arimo !important } image { image-rendering: smooth }",
        )
    )


def svg_png_apart(svg: str, height: int) -> bytes:
    """As svg_png, in a process of its own: for a stranger's drawing. Raises CannotDraw where that fails,
    ends or takes too long."""
    # Modules are found as here, whatever way this process was started; nothing is taken from the folder it stands in.
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path)), "PYTHONIOENCODING": "utf-8"}
    command = [sys.executable, "-P", "-X", "utf8", str(Path(__file__).resolve()), str(height)]
    try:
        done = subprocess.run(
            command, input=svg.encode("utf-8"), capture_output=True, timeout=LONGEST, env=environment, check=False
        )
    except subprocess.TimeoutExpired:
        raise CannotDraw("timeout") from None
    except OSError as error:
        raise CannotDraw(str(error)) from None
    if done.returncode != 0 or not done.stdout.startswith(b"\x89PNG"):
        words = done.stderr.decode("utf-8", "replace").strip().splitlines()
        raise CannotDraw(words[-1][:80] if words else str(done.returncode))
    return done.stdout


def _bounded() -> None:
    """Limits of this process, where the system has them."""
    try:
        import resource
    except ImportError:
        return
    for kind, most in (("RLIMIT_CPU", SECONDS), ("RLIMIT_AS", MEGABYTES * 1_000_000), ("RLIMIT_CORE", 0)):
        try:
            limit = getattr(resource, kind)
            hard = resource.getrlimit(limit)[1]
            resource.setrlimit(limit, (most if hard == resource.RLIM_INFINITY else min(most, hard), hard))
        except (AttributeError, OSError, ValueError):
            continue


def main() -> int:
    _bounded()
    try:
        png = svg_png(sys.stdin.buffer.read().decode("utf-8"), height=int(sys.argv[1]))
    except (ValueError, RuntimeError, MemoryError) as error:
        sys.stderr.write(str(error)[:200])
        return 1
    sys.stdout.buffer.write(png)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
