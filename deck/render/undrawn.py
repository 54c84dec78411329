"""What a picture leaves out or draws otherwise, in words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from deck.diagnostics import Diagnostic, Severity, Where
from deck.i18n import N_, _

UNDRAWN: dict[str, str] = {
    "effect": N_("a shadow, glow or reflection is left out"),
    "solid": N_("a solid form is drawn flat"),
    "geometry": N_("the shape's outline is drawn as a rectangle"),
    "pattern": N_("a pattern is drawn as one colour"),
    "flip": N_("a mirrored group is drawn as it was before"),
    "letters": N_("some letters are in a script that the picture's font does not have"),
    "picture": N_("the picture's format is not drawn, and a grey box stands for it"),
    "diagram": N_("SmartArt is not drawn, and a grey box stands for it"),
    "worded": N_("SmartArt has no stored drawing, and its words stand for it"),
    "chart": N_("a chart of this kind is not drawn, and a grey box stands for it"),
    "ole": N_("an embedded document is not drawn, and a grey box stands for it"),
    "media": N_("a film or sound is drawn as a grey box"),
    "unknown": N_("an object of an unknown kind is drawn as a grey box"),
}
"""Kinds that a canvas may miss (`Canvas.miss`), and how that is said."""


def complaints(found: Iterable[tuple[int, str, str]], file: str) -> Iterator[Diagnostic]:
    """A complaint for each kind on each slide, with the names of its shapes. `found`: slide number, kind, the shape's name."""
    kinds: dict[tuple[int, str], list[str]] = {}
    for number, what, name in found:
        kinds.setdefault((number, what), []).append(name)
    for (number, what), names in kinds.items():
        shown = ", ".join(dict.fromkeys(name for name in names[:4] if name))
        hint = _("--renderer libreoffice shows it, where that is installed")
        yield Diagnostic("not-drawn", Severity.INFO, _(UNDRAWN[what]), Where(file, slide=number, shape=shown), hint)
