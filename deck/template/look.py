"""What a look is known by, whatever programs do to its XML on saving."""

from __future__ import annotations

import hashlib

from deck.template.model import Template


def look_of(template: Template) -> str:
    """Slide size, fonts, layouts by name and the colours that show on them, as 16 hexadecimal digits."""
    told = [template.size, template.heading_font, template.body_font]
    told += [(layout.name, sorted(layout.palette.rgb.items())) for layout in template.layouts]
    return hashlib.sha256(repr(told).encode()).hexdigest()[:16]


__all__ = ["look_of"]
