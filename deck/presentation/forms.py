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
        Form("cards", fields=("key", "title", "text", "link"), least=1, most=20, label="Kort", item="card", columns=True),
        Form("process", fields=("title", "text"), least=2, most=6, label="Process", item="step"),
        Form("loop", fields=("title", "text"), least=2, most=6, label="Kretslopp", item="step", caption=True),
        Form("number", fields=("key", "title"), least=1, most=1, label="Stort tal"),
        Form(
            "rows",
            fields=("key", "title", "text", "link", "group"),
            least=1,
            most=18,
            label="Rader",
            item="row",
            groups=("suggestion", "current"),
        ),
        Form("converge", fields=("title", "text"), least=2, most=3, label="Skäl och slutsats", item="reason", caption=True),
        Form(
            "bridge",
            fields=("key", "title", "text", "group"),
            least=2,
            most=5,
            label="Brygga",
            caption=True,
            groups=("shared", "rest"),
        ),
        Form(
            "audience",
            fields=("title", "text", "group"),
            least=1,
            most=5,
            label="Målgrupper",
            caption=True,
            groups=("base", "support"),
        ),
        Form("doors", fields=("key", "title", "text", "link"), least=2, most=4, label="Dörrar", item="door", caption=True),
        Form(
            "dots",
            fields=("key", "title", "text", "group", "value"),
            least=2,
            most=6,
            label="Prickar",
            caption=True,
            groups=("whole", "also"),
        ),
        Form("time", fields=("key", "title", "text", "link"), least=2, most=4, label="Tidslinje", caption=True),
        Form("grid", fields=("key", "title", "strong", "group"), least=1, most=60, label="Numrerade namn", groups=("chosen",)),
        Form("names", fields=("key", "title", "link"), least=1, most=104, label="Namn i bokstavsordning"),
        Form("frames", fields=("key", "title", "text"), least=1, most=6, label="Rutor att fylla i"),
        Form("question", fields=("title", "text", "value"), least=1, most=4, label="Samtalsordning"),
        Form("pairs", fields=("key", "text", "link"), least=1, most=8, label="Uppgifter"),
    )
}
