"""The template doctor: what a template gives each kind of slide, and why; what is missing; what fits; what reads."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from deck.brand.contrast import needed
from deck.diagnostics import Diagnostic
from deck.fonts import LINE_PITCH, known, metrics
from deck.i18n import _
from deck.template.model import Role, Spot, Template
from deck.template.reader import read_template

EMU_PER_CM = 360_000
EMU_PER_PT = 12_700


@dataclass(frozen=True)
class Diagnosis:
    """What `examine` found. `diagnostics`: what reading the file told, its safety included."""

    template: Template

    @property
    def diagnostics(self) -> tuple[Diagnostic, ...]:
        return self.template.diagnostics

    def to_json(self) -> dict[str, Any]:
        template = self.template
        return {
            "name": template.name,
            "size_cm": [round(side / EMU_PER_CM, 2) for side in template.size],
            "fonts": [{"name": name, "use": use, "metrics": known(name)} for use, name in _fonts(template)],
            "layouts": [layout.name for layout in template.layouts],
            "roles": [_role_json(role) for role in template.roles.values()],
            "diagnostics": [item.to_json() for item in self.diagnostics],
        }

    def to_text(self) -> str:
        template = self.template
        wide, high = (side / EMU_PER_CM for side in template.size)
        lines = [
            _("{name}: {wide:.2f} × {high:.2f} cm, {count} layouts").format(
                name=template.name, wide=wide, high=high, count=len(template.layouts)
            ),
            "",
        ]
        for use, name in _fonts(template):
            words = _measured(name)
            lines.append(f"{use}: {name} ({words})")
        lines += ["", _("What serves each kind of slide:")]
        for role in template.roles.values():
            mark = f"{role.layout.name} ({_('composed')})" if role.composed else role.layout.name
            lines.append(f"  {role.kind}: {mark} – {role.reason}")
            lines += [f"    {_spot_line(spot)}" for spot in role.spots.values()]
        if self.diagnostics:
            lines += ["", _("Seen in the file:")]
            lines += [f"  {item.severity.label}: {item}" for item in self.diagnostics]
        return "\n".join(lines) + "\n"


def _fonts(template: Template) -> tuple[tuple[str, str], ...]:
    return ((_("headings"), template.heading_font), (_("text"), template.body_font))


def _measured(name: str) -> str:
    if not known(name):
        return _("no metrics: measured with room to spare")
    if metrics(name).exact:
        return _("measured exactly or by a metric twin")
    return _("measured by a near relation, with room to spare")


def capacity(spot: Spot, size_pt: float) -> int:
    """So many lines of the first list level fit at a size, by the box, its insets and the line spacing."""
    level = spot.style.levels[0]
    line = level.line_exact_pt or LINE_PITCH * size_pt * level.line_spacing
    room = (spot.box.h - spot.style.insets.top - spot.style.insets.bottom) / EMU_PER_PT
    return max(0, int(room // line)) if line else 0


def contrast_of(spot: Spot) -> float:
    """The least contrast of the spot's own text colour against its true ground (WCAG 2.1, 1.4.3)."""
    color = spot.style.levels[0].color
    return spot.palette.ground.against(color) if spot.palette.ground.colors else 21.0


def _spot_line(spot: Spot) -> str:
    level = spot.style.levels[0]
    home = _("a box of its own") if spot.placeholder is None else _("a placeholder of the layout")
    words = _("{role}: {home}, {font} {size:g} pt, contrast {contrast:.1f}:1, {many} lines at 24 pt, {more} at 18 pt").format(
        role=spot.role,
        home=home,
        font=level.font,
        size=level.size_pt,
        contrast=contrast_of(spot),
        many=capacity(spot, 24),
        more=capacity(spot, 18),
    )
    if contrast_of(spot) < needed(level.size_pt, level.bold):
        words += ", " + _("too little: {color} of the theme is used instead").format(color=spot.palette.text.name)
    passing = len(spot.palette.fills)
    return f"{words}; " + _("{count} of its accent colours read on this ground").format(count=passing)


def _role_json(role: Role) -> dict[str, Any]:
    return {
        "kind": role.kind,
        "layout": role.layout.name,
        "composed": role.composed,
        "reason": role.reason,
        "spots": [
            {
                "role": spot.role,
                "placeholder": spot.placeholder is not None,
                "reason": spot.reason,
                "font": spot.style.levels[0].font,
                "size_pt": spot.style.levels[0].size_pt,
                "contrast": round(contrast_of(spot), 2),
                "ground": list(spot.palette.ground.colors),
                "accents": [fill.rgb for fill in spot.palette.fills],
                "lines_24_pt": capacity(spot, 24),
                "lines_18_pt": capacity(spot, 18),
            }
            for spot in role.spots.values()
        ],
    }


def examine(source: Path) -> Diagnosis:
    """Read a template and tell what was found. Raises InputError and UsageError as read_template does."""
    return Diagnosis(read_template(source))


def starter_yaml(source: Path) -> str:
    """A template.yaml with what deck would choose, each line to be taken out of its comment and changed."""
    template = read_template(source)
    head = [
        "# "
        + _("Settings for {name}. Everything here is optional: without this file deck chooses by itself.").format(
            name=source.name
        ),
        "# " + _("Take away the # before a line to change it."),
        "",
        "# " + _("Which layout serves which kind of slide:"),
        "# layouts:",
    ]
    rows = [f"#   {role.kind}: {_quoted(role.layout.name)}" for role in template.roles.values()]
    tail = [
        "",
        "# " + _("Where text may stand, as distances from the slide's edges:"),
        "# safe_area:",
        "#   left: 1.5 cm",
        "#   top: 1.5 cm",
        "#   right: 1.5 cm",
        "#   bottom: 1.5 cm",
        "",
        "# " + _("The least text size in points (never under 18):"),
        "# minimum_size: 18",
        "",
    ]
    return "\n".join([*head, *rows, *tail])


def _quoted(name: str) -> str:
    return '"' + name.replace("\\", "\\\\").replace('"', '\\"') + '"'
