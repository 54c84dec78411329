"""A theme part with other colours and fonts (ECMA-376 Part 1, 20.1.6.9)."""

from __future__ import annotations

from collections.abc import Mapping

from deck.drawing.names import child, qn
from deck.package import parse_xml, serialise


def patch_theme(data: bytes, colors: Mapping[str, str] | None, heading: str = "", body: str = "") -> bytes:
    """A theme part with other colours (dk1 … folHlink → RRGGBB) and Latin fonts ("" keeps)."""
    root = parse_xml(data)
    scheme = child(root, "a:themeElements", "a:clrScheme")
    for name, rgb in (colors or {}).items():
        holder = child(scheme, f"a:{name}")
        if holder is not None:
            for item in list(holder):
                holder.remove(item)
            holder.append(holder.makeelement(qn("a:srgbClr"), {"val": rgb}))
    for which, font in (("a:majorFont", heading), ("a:minorFont", body)):
        face = child(root, "a:themeElements", "a:fontScheme", which, "a:latin")
        if font and face is not None and face.get("typeface") != font:
            face.attrib.clear()
            face.set("typeface", font)
    return serialise(root)


__all__ = ["patch_theme"]
