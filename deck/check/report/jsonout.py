"""The findings as JSON: stable names, messages in the reader's language."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from deck.check.model import Finding
from deck.check.report.gather import Judged
from deck.diagnostics import Severity
from deck.i18n import _


def _finding(item: Finding) -> dict[str, Any]:
    found: dict[str, Any] = {
        "code": item.rule.code,
        "severity": item.level.name.lower(),
        "title": _(item.rule.title),
        "message": item.message,
        "why": item.why,
        "mend": item.hint or _(item.rule.mend),
        "slide": item.where.slide or None,
        "part": item.where.part or None,
        "shape": item.where.shape or None,
        "fixable": item.rule.fix is not None,
    }
    if item.box is not None:
        found["box"] = {"x": item.box.x, "y": item.box.y, "width": item.box.w, "height": item.box.h, "unit": "EMU"}
    return found


def as_json(judged: Iterable[Judged]) -> list[dict[str, Any]]:
    """An object for each file, in the order given."""
    return [
        {
            "file": one.name,
            "slides": len(one.subject.slides) if one.subject else None,
            "errors": one.levels[Severity.ERROR],
            "warnings": one.levels[Severity.WARNING],
            "remarks": one.levels[Severity.INFO],
            "findings": [_finding(item) for item in one.findings],
            "silenced": [{**_finding(item), "reason": reason} for item, reason in one.silenced],
            "faults": [item.to_json() for item in one.faults],
        }
        for one in judged
    ]
