"""template.yaml beside a template: its owner's last word on layouts, placeholders, safe area and sizes."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from pydantic import Field, field_validator

from deck.diagnostics import Diagnostics, did_you_mean
from deck.errors import InputError
from deck.geometry import Box, cm
from deck.i18n import _
from deck.presentation import KINDS, SLOT_ROLES
from deck.source import Snapshot, Strict, Tree, load_yaml, validate
from deck.template.layouts import Drawn
from deck.template.model import Role
from deck.template.spots import TemplateFrame, in_placeholder

_LENGTH = re.compile(r"^\s*(\d+(?:[.,]\d+)?)\s*(cm|mm|in|pt)?\s*$")
_UNIT = {"cm": 1.0, "mm": 0.1, "in": 2.54, "pt": 2.54 / 72, None: 1.0}


def length(words: str) -> int:
    """ "1.5 cm" → EMU. Raises ValueError."""
    match = _LENGTH.match(words)
    if not match:
        raise ValueError(_('"{value}" is no length; write for example 1.5 cm').format(value=words))
    return cm(float(match.group(1).replace(",", ".")) * _UNIT[match.group(2)])


class Edges(Strict):
    """Distances from the slide's edges."""

    left: str = "1.5 cm"
    top: str = "1.5 cm"
    right: str = "1.5 cm"
    bottom: str = "1.5 cm"

    @field_validator("left", "top", "right", "bottom")
    @classmethod
    def _is_length(cls, value: str) -> str:
        length(value)
        return value


class LayoutChoice(Strict):
    """`layout`: a layout's name. `placeholders`: slot → a placeholder's name or idx on that layout."""

    layout: str
    placeholders: dict[str, str] = Field(default_factory=dict)


class Overrides(Strict):
    """`layouts`: kind of slide → layout name, or name and placeholders."""

    layouts: dict[str, str | LayoutChoice] = Field(default_factory=dict)
    safe_area: Edges | None = None
    minimum_size: str = ""

    @field_validator("minimum_size")
    @classmethod
    def _is_size(cls, value: str) -> str:
        if value and not re.fullmatch(r"\d+(\.\d+)?( ?pt)?", value):
            raise ValueError(_('"{value}" is no text size; write for example 20').format(value=value))
        return value

    def minimum(self) -> float:
        return float(self.minimum_size.removesuffix("pt").strip() or 0)

    def safe_box(self, size: tuple[int, int]) -> Box | None:
        if self.safe_area is None:
            return None
        edges = self.safe_area
        left, top, right, bottom = (length(value) for value in (edges.left, edges.top, edges.right, edges.bottom))
        return Box(left, top, max(size[0] - left - right, 1), max(size[1] - top - bottom, 1))


def read_overrides(source: Path | Snapshot) -> Overrides:
    """Raises InputError with every fault at its line."""
    problems = Diagnostics()
    tree = load_yaml(source, diagnostics=problems)
    found = validate(Overrides, tree, problems)
    if problems.errors or found is None:
        raise InputError(problems)
    return found


def apply_overrides(
    roles: Mapping[str, Role],
    drawn: Sequence[Drawn],
    stage: TemplateFrame,
    wanted: Overrides,
    source: Path | Snapshot | None,
    problems: Diagnostics,
) -> dict[str, Role]:
    """`roles` with the owner's choices; what they name and the template lacks is said with its place."""
    result: dict[str, Role] = dict(roles)
    if not wanted.layouts or source is None:
        return result
    tree = load_yaml(source, diagnostics=problems)
    by_name = {item.layout.name: item for item in reversed(drawn)}
    for kind, choice in wanted.layouts.items():
        picked = LayoutChoice(layout=choice) if isinstance(choice, str) else choice
        if kind not in SLOT_ROLES:
            where = tree.where(("layouts", kind), key=True)
            problems.error(
                "unknown-kind",
                _('unknown kind of slide "{kind}"').format(kind=kind),
                where,
                did_you_mean(kind, SLOT_ROLES) or ", ".join(SLOT_ROLES),
            )
            continue
        chosen = by_name.get(picked.layout)
        if chosen is None:
            hint = did_you_mean(picked.layout, by_name) or _("the template has {names}").format(names=", ".join(by_name))
            message = _('the template has no layout "{name}"').format(name=picked.layout)
            problems.error("unknown-layout", message, tree.where(("layouts", kind)), hint)
            continue
        result[kind] = _override(kind, chosen, stage, picked, tree, problems)
        for other, kin in KINDS.items():
            # A kind that had no layout of its own goes with the one that it took after.
            if kin.like == kind and other not in wanted.layouts and roles[other].layout is roles[kind].layout and kin.follows:
                result[other] = _override(other, chosen, stage, picked, tree, problems)
    return result


def _override(kind: str, chosen: Drawn, stage: TemplateFrame, picked: LayoutChoice, tree: Tree, problems: Diagnostics) -> Role:
    from deck.template.roles import Casting

    cast = Casting([chosen], stage).cast(kind)
    spots: dict[str, Any] = dict(cast.spots)
    for slot, name in picked.placeholders.items():
        item = next((p for p in chosen.layout.placeholders if name in (p.name, str(p.idx))), None)
        if slot not in SLOT_ROLES[kind] or item is None:
            known = SLOT_ROLES[kind] if slot not in SLOT_ROLES[kind] else [p.name for p in chosen.layout.placeholders]
            word = slot if slot not in SLOT_ROLES[kind] else name
            where = tree.where(("layouts", kind, "placeholders", slot), key=slot not in SLOT_ROLES[kind])
            problems.error(
                "unknown-placeholder",
                _('"{name}" is not there').format(name=word),
                where,
                did_you_mean(word, known) or ", ".join(known),
            )
            continue
        spots[slot] = in_placeholder(slot, chosen, stage, item, _("template.yaml says so"))
    composed = any(spot.composed for spot in spots.values())
    return Role(kind, layout=cast.layout, spots=spots, reason=_("template.yaml says so"), composed=composed)
