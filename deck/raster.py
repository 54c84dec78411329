"""SVG to PNG, alike on every machine: the system's fonts are left aside, all words are set in Arimo."""

from __future__ import annotations

from pathlib import Path


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
            # Without this, words in a font that is not here would not be drawn at all.
            style_sheet="* { font-family: Arimo !important }",
        )
    )
