"""Which slides a show goes from and to, as its owner set it up: told by their numbers (p:sldRg, ECMA-376 Part 1, 19.2.1.36), and
followed to where they stand now."""

from __future__ import annotations

from collections.abc import Sequence

from deck.diagnostics import Diagnostic, Severity
from deck.drawing.names import child, detach, whole
from deck.i18n import _
from deck.refresh.document import Document


def show_follows(document: Document, before: Sequence[str]) -> list[Diagnostic]:
    """The range set to where its slides stand; what is to be told of it. `before`: the parts of the slides in their old order."""
    part = document.one(document.main, "presProps")
    if part is None or part not in document.parts or b"sldRg" not in document.parts[part]:
        return []
    span = child(document.tree(part), "p:showPr", "p:sldRg")
    if span is None:
        return []
    chosen = before[max(whole(span.get("st"), 1), 1) - 1 : whole(span.get("end"))]
    now = [piece.part for piece in document.deck().slides]
    places = [n for n, name in enumerate(now, 1) if name in set(chosen)]
    if not places:
        if chosen:
            detach(span)
            return [_told(_("none of the slides that the show was set to is left; it shows all slides now"))]
        return []
    first, last = str(min(places)), str(max(places))
    if (span.get("st"), span.get("end")) == (first, last):
        return []
    span.set("st", first)
    span.set("end", last)
    message = _("the show is set to go from slide {first} to {last}, where its slides stand now").format(first=first, last=last)
    between = max(places) - min(places) + 1 - len(places)
    if between:
        message = _("{message}; others stand among them: {count}").format(message=message, count=between)
    return [_told(message)]


def _told(message: str) -> Diagnostic:
    return Diagnostic("show-range", Severity.INFO, message, hint=_("change it under Slide Show > Set Up Slide Show"))


__all__ = ["show_follows"]
