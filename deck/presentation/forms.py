"""The forms of diagrams: what the items of each may hold. How one is drawn is in deck/layout/diagrams/, a module a form."""

from __future__ import annotations

from dataclasses import dataclass

WORDS = ("key", "title", "text")
"""The fields of an item that are read on the slide, in reading order."""

_PARTS = {"key": "number"}
"""A field's name in files, where it is another: shapes are known by it for life."""


@dataclass(frozen=True, slots=True)
class Form:
    """`fields`: what its items may have, of `key`, `title`, `text`, `link`, `group`, `value` and `strong`. `least`, `most`: how
    many items a content may give it. `label`: what its group is called in the selection pane. `item`: what the parts of its items
    are named by in files, for life. `columns`, `caption`: whether it has a choice of columns, and words of its own beside its
    items'. `groups`: the groups that its items may belong to beside the main one, "" (none named: whatever the content says)."""

    name: str
    fields: tuple[str, ...]
    least: int
    most: int
    label: str
    item: str = "item"
    columns: bool = False
    caption: bool = False
    groups: tuple[str, ...] = ()

    def part(self, item: str, field: str) -> str:
        """The name, within its slot, of the shape that holds an item's field ("card:roles:title")."""
        return f"{self.item}:{item}:{_PARTS.get(field, field)}"


FORMS: dict[str, Form] = {
    form.name: form
    for form in (
        Form("cards", ("key", "title", "text", "link"), 1, 20, "Kort", item="card", columns=True),
        Form("process", ("title", "text"), 2, 6, "Process", item="step"),
        Form("loop", ("title", "text"), 2, 6, "Kretslopp", item="step", caption=True),
        Form("number", ("key", "title"), 1, 1, "Stort tal"),
        Form("rows", ("key", "title", "text", "link", "group"), 1, 18, "Rader", item="row", groups=("suggestion", "current")),
        Form("converge", ("title", "text"), 2, 3, "Skäl och slutsats", item="reason", caption=True),
        Form("bridge", ("key", "title", "text", "group"), 2, 5, "Brygga", caption=True, groups=("shared", "rest")),
        Form("audience", ("title", "text", "group"), 1, 5, "Målgrupper", caption=True, groups=("base", "support")),
        Form("doors", ("key", "title", "text", "link"), 2, 4, "Dörrar", item="door", caption=True),
        Form("dots", ("key", "title", "text", "group", "value"), 2, 6, "Prickar", caption=True, groups=("whole", "also")),
        Form("time", ("key", "title", "text", "link"), 2, 4, "Tidslinje"),
        Form("grid", ("key", "title", "strong", "group"), 1, 60, "Numrerade namn", groups=("chosen",)),
        Form("names", ("key", "title", "link"), 1, 104, "Namn i bokstavsordning"),
        Form("frames", ("key", "title", "text"), 1, 6, "Rutor att fylla i"),
        Form("question", ("title", "text", "value"), 1, 4, "Samtalsordning"),
        Form("pairs", ("key", "text", "link"), 1, 8, "Uppgifter"),
    )
}
