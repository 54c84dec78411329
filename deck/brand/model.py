"""The graphic profile of a place, resolved. Knows nothing of PowerPoint."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from deck.diagnostics import Diagnostic, Where


@dataclass(frozen=True)
class Logo:
    """A logo file. `png` is what shows where SVG is not understood (equal to `data` for a PNG). Width and height in px give
    the aspect; `clear` is the clear space around it as a share of its height."""

    path: Path
    content_type: str
    data: bytes
    png: bytes
    width: int
    height: int
    clear: float = 0.25
    alt: str = ""
    remarks: tuple[str, ...] = ()
    on_dark: tuple[str, ...] = ()
    """What there is to say of it upon a light ground, and upon a dark one."""
    """What its owner should know of it."""


@dataclass(frozen=True)
class Brand:
    """`colors` holds the twelve theme colours, RRGGBB, each already mended where it failed contrast in its role: dk1, lt1, dk2,
    lt2, accent1 … accent6, hlink, folHlink. `template` None: the default template. `origin`: field path → where it was said."""

    place: str
    name: str
    colors: Mapping[str, str]
    heading_font: str
    body_font: str
    logo_light: Logo | None = None
    logo_dark: Logo | None = None
    template: Path | None = None
    contact: tuple[tuple[str, str], ...] = ()
    """Pairs of (field, value): name, role, email, phone, web."""
    origin: Mapping[str, Where] = field(default_factory=dict)
    values: Mapping[str, str] = field(default_factory=dict)
    """Every value as it was written, by its path ("fonts.body")."""
    diagnostics: tuple[Diagnostic, ...] = ()
    fingerprint: str = ""

    @property
    def footer(self) -> str:
        """The line at each slide's foot; "": the place's name."""
        return self.values.get("footer", "")
