"""The forms of diagrams: what the items of each may hold. How one is drawn is in deck/layout/diagrams/, a module a form."""

from __future__ import annotations

from dataclasses import dataclass

WORDS = ("key", "title", "text")
"""The fields of an item that are read on the slide, in reading order."""

_PARTS = {"key": "number"}
"""A field's name in files, where it is another: shapes are known by it for life."""


@dataclass(frozen=True, slots=True)
class Form:
    """`fields`: what its items may have, of `key`, `title`, `text`, `link`, `group` and `value`. `least`, `most`: how many items
    a content may give it. `label`: what its group is called in the selection pane. `item`: what the parts of its items are named
    by in files, for life. `columns`, `caption`: whether it has a choice of columns, and words of its own beside its items'."""

    name: str
    fields: tuple[str, ...]
    least: int
    most: int
    label: str
    item: str = "item"
    columns: bool = False
    caption: bool = False

    def part(self, item: str, field: str) -> str:
        """The name, within its slot, of the shape that holds an item's field ("card:roles:title")."""
        return f"{self.item}:{item}:{_PARTS.get(field, field)}"


FORMS: dict[str, Form] = {
    form.name: form
    for form in (
        Form("cards", fields=("key", "title", "text", "link"), least=1, most=20, label="Kort", item="card", columns=True),
        Form("process", fields=("title", "text"), least=2, most=6, label="Process", item="step"),
        Form("loop", fields=("title", "text"), least=2, most=6, label="Process", item="step"),
        Form("number", fields=("key", "title"), least=1, most=1, label="Stort tal"),
    )
}
