"""The template doctor: what a template gives each kind of slide, and why; what is missing; what fits; what reads."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from deck.diagnostics import Diagnostic
from deck.fonts import known, metrics
from deck.i18n import _, decimal, ngettext
from deck.presentation import KINDS
from deck.template.advice import advice, capacity, color_words, contrast_needed, own_contrast
from deck.template.inks import ink_for
from deck.template.model import Role, Spot, Template

EMU_PER_CM = 360_000
MOST_NUMBERS = 6
"""Numbers of slides in the sentence."""


def kind_words(kind: str) -> str:
    """A kind of slide as it is called among people."""
    return _(KINDS[kind].called) if kind in KINDS else kind


@dataclass(frozen=True)
class Diagnosis:
    """What `examine` found. `diagnostics`: what reading the file told, its safety included. `flaws`: what did not stand as it
    should in a deck that was tried in it."""

    template: Template
    flaws: tuple[Diagnostic, ...] = ()

    @property
    def diagnostics(self) -> tuple[Diagnostic, ...]:
        return self.template.diagnostics

    @property
    def sentence(self) -> str:
        """What its owner wants to know, in one sentence."""
        found = advice(self.template)
        slides = list(dict.fromkeys(str(item.where.slide) for item in self.flaws if item.where.slide))
        works = _("The template works")
        if slides:
            told = ngettext("something is cramped on slide {numbers}", "something is cramped on slides {numbers}", len(slides))
            works = _("{works}, but {told}").format(works=works, told=told.format(numbers=", ".join(slides[:MOST_NUMBERS])))
        if not found:
            return _("{works}; nothing needs to be changed.").format(works=works)
        count = {2: _("two"), 3: _("three"), 4: _("four"), 5: _("five")}.get(len(found), str(len(found)))
        better = ngettext("one thing makes it better", "{count} things make it better", len(found)).format(count=count)
        return _("{works}; {better}: {things}.").format(works=works, better=better, things="; ".join(found))

    def to_json(self) -> dict[str, Any]:
        template = self.template
        return {
            "name": template.name,
            "size_cm": [round(side / EMU_PER_CM, 2) for side in template.size],
            "fonts": [{"name": name, "use": use, "metrics": known(name)} for use, name in _fonts(template)],
            "layouts": [layout.name for layout in template.layouts],
            "roles": [_role_json(role) for role in template.roles.values()],
            "sentence": self.sentence,
            "advice": list(advice(template)),
            "flaws": [item.to_json() for item in self.flaws],
            "diagnostics": [item.to_json() for item in self.diagnostics],
        }

    def to_text(self, *, verbose: bool = True) -> str:
        """The sentence; `verbose`: and the whole listing, layout by layout."""
        if not verbose:
            return self.sentence + "\n"
        return f"{self.sentence}\n\n{self._listing()}"

    def _listing(self) -> str:
        template = self.template
        wide, high = (side / EMU_PER_CM for side in template.size)
        lines = [
            _("{name}: {wide} × {high} cm, {count} layouts").format(
                name=template.name, wide=decimal(wide, 2), high=decimal(high, 2), count=len(template.layouts)
            ),
            "",
        ]
        for use, name in _fonts(template):
            words = _measured(name)
            lines.append(f"{use}: {name} ({words})")
        lines += ["", _("What serves each kind of slide:")]
        for role in template.roles.values():
            lines.append(f"  {kind_words(role.kind)}: {role.layout.name} – {role.reason}")
            lines += [f"    {_spot_line(spot, template.size)}" for spot in role.spots.values()]
        if self.flaws:
            lines += ["", _("Seen in a deck that was tried in it:")]
            lines += [f"  {item.severity.label}: {item}" for item in self.flaws]
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


def _spot_line(spot: Spot, size: tuple[int, int]) -> str:
    level = spot.style.levels[0]
    home = _("a box of its own") if spot.placeholder is None else _("a placeholder of the layout")
    words = _("{role}: {home}, {font} {size} pt, contrast {contrast}:1, {many} lines at 24 pt, {more} at 18 pt").format(
        role=spot.role,
        home=home,
        font=level.font,
        size=decimal(level.size_pt),
        contrast=decimal(own_contrast(spot), 1),
        many=capacity(spot, 24),
        more=capacity(spot, 18),
    )
    if own_contrast(spot) < contrast_needed(spot, size):
        words += ", " + _("too little: {color} is used instead").format(color=color_words(ink_for(spot)))
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
                "contrast": round(own_contrast(spot), 2),
                "ground": list(spot.palette.ground.colors),
                "accents": [fill.rgb for fill in spot.palette.fills],
                "lines_24_pt": capacity(spot, 24),
                "lines_18_pt": capacity(spot, 18),
            }
            for spot in role.spots.values()
        ],
    }


def starter_yaml(template: Template, source: Path) -> str:
    """A template.yaml with what deck would choose in the file, each line to be taken out of its comment and changed."""
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
