"""What a slide's slots hold: blocks of statements, each with its source, by their ids; no words.

Statements name their sources. Three names stand for what has no outer source: `suggestion` (ours, and marked as such on the
slide), `label` (a heading or direction that states nothing) and `local` (the sender's own material).
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Annotated, Any, Literal, Union

from pydantic import AliasChoices, BeforeValidator, ConfigDict, Discriminator, Field, Tag, WithJsonSchema, model_validator

from deck.i18n import _
from deck.memory import Itself
from deck.presentation import FORMS, Form
from deck.source import Strict

BUILT_IN_SOURCES = ("suggestion", "label", "local")

MOST_COUNTED = 1000
"""Dots, or minutes: of more, nobody sees how many they are."""
MOST_STATEMENTS = 12
"""Of a text: more than this is no slide."""
Id = Annotated[str, Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=60)]


def _listed(value: Any) -> Any:
    if value in ("", []):
        raise ValueError(_("no source is given; name one of sources.yaml, or suggestion, label or local"))
    return [value] if isinstance(value, str) else value


SourceIds = Annotated[
    tuple[str, ...],
    BeforeValidator(_listed),
    Field(min_length=1),
    WithJsonSchema({"anyOf": [{"type": "string"}, {"type": "array", "items": {"type": "string"}, "minItems": 1}]}),
]


NAMES_SCHEMA: dict[str, Any] = {"anyOf": [{"type": "string"}, {"type": "array", "items": {"type": "string"}}]}


def named(value: Any) -> Any:
    """A single name, or text, as a list of one."""
    return [value] if isinstance(value, str) and value else value


class Statement(Strict):
    """One thing said. In YAML a bare source id, or a list of them, stands for `{source: …}`."""

    source: SourceIds
    level: int = Field(default=0, ge=0, le=2)
    link: str = ""
    number: str = ""
    list: Literal["none", "bullet", "number", ""] = ""
    """Where this paragraph's mark is another than its list's."""

    @model_validator(mode="before")
    @classmethod
    def _short(cls, value: Any) -> Any:
        return {"source": value} if isinstance(value, (str, list)) else value


class _Block(Strict):
    role: str = ""


class LineBlock(_Block):
    """A text of one paragraph: a title, a quotation, a number."""

    block: Literal["line"] = "line"
    source: SourceIds

    @model_validator(mode="before")
    @classmethod
    def _short(cls, value: Any) -> Any:
        return {"source": value} if isinstance(value, (str, list)) else value


class TextBlock(_Block):
    block: Literal["text"] = "text"
    list: Literal["none", "bullet", "number"] = "none"
    items: dict[Id, Statement] = Field(min_length=1, max_length=MOST_STATEMENTS)


class DiagramItem(Strict):
    """`key`: a numeral that stands for the item (a word may be given with its words); `number` is its older name. Which fields an
    item may have, its form says (deck.presentation.FORMS)."""

    source: SourceIds
    key: str = Field(default="", validation_alias=AliasChoices("key", "number"), max_length=14)
    link: str = ""
    group: str = ""
    value: float | None = Field(default=None, ge=0, le=MOST_COUNTED)

    @model_validator(mode="before")
    @classmethod
    def _short(cls, value: Any) -> Any:
        return {"source": value} if isinstance(value, (str, list)) else value


ITEMS = ("items", "cards", "steps")
"""How the items of a diagram are called in files: the first today, the others in older releases, for ever."""


def _spelled(schema: dict[str, Any]) -> None:
    """The older spellings, for editors."""
    fields = schema["properties"]
    fields["block"] = {"enum": list(FORMS)}
    fields |= dict.fromkeys(ITEMS[1:], fields[ITEMS[0]])
    schema["required"] = [name for name in schema.get("required", ()) if name != ITEMS[0]]


class DiagramBlock(_Block):
    """Items in a relation that the form `block` draws. `loop` is an older way to say the form "loop" of a process. `menu`: each
    item is there for the slide that it leads to, and goes where that is left out."""

    model_config = ConfigDict(json_schema_extra=_spelled)

    block: str
    items: dict[Id, DiagramItem] = Field(min_length=1, validation_alias=AliasChoices(*ITEMS))
    columns: int = Field(default=0, ge=0, le=6)
    loop: bool = False
    menu: bool = False

    @model_validator(mode="after")
    def _leads(self) -> DiagramBlock:
        if self.menu and not all(item.link for item in self.items.values()):
            raise ValueError(_("an item of a menu leads nowhere; give each a link to a slide"))
        return self

    @model_validator(mode="after")
    def _one_spelling(self) -> DiagramBlock:
        if not self.loop:
            return self
        if self.block != "process":
            raise ValueError(_('only a process may be a loop; say "block: loop"'))
        return self.model_copy(update={"block": "loop", "loop": False})

    @property
    def form(self) -> Form:
        return FORMS[self.block]


class Column(Strict):
    """`fill`: its cells are empty, for whoever shows the slide to fill in."""

    width: float = Field(default=1.0, gt=0, le=100)
    fill: bool = False


class TableBlock(_Block):
    block: Literal["table"]
    columns: dict[Id, Column] = Field(min_length=1, max_length=8)
    rows: dict[Id, Statement] = Field(min_length=1, max_length=40)
    first_column: bool = False


class ChartPoint(Strict):
    value: float
    source: SourceIds


class ChartBlock(_Block):
    block: Literal["chart"]
    chart: Literal["bar", "column", "doughnut", "line"]
    categories: dict[Id, ChartPoint] = Field(min_length=1, max_length=20)
    highlight: str = ""


class PictureBlock(_Block):
    """A picture of the content's own: `file` lies in pictures/ beside slides.yaml. `decorative`: it says
    nothing, and has no words in its stead."""

    block: Literal["picture"]
    file: str = Field(min_length=1, max_length=200)
    decorative: bool = False
    source: SourceIds


class MapBlock(_Block):
    """The county's municipalities, the sender's own highlighted. With the slide to itself it names them all."""

    block: Literal["map"]
    source: SourceIds


class MembersBlock(_Block):
    """The county's municipalities in alphabetical order."""

    block: Literal["members"]
    source: SourceIds


class QrBlock(_Block):
    """A QR code of a source's address."""

    block: Literal["qr"]
    source: Id


class FigureBlock(_Block):
    """A part of what is told of an indicator for the deck's place: a title, its last amount, or the years and what it is held
    against."""

    block: Literal["figure"]
    indicator: str = Field(min_length=1, max_length=400)
    part: Literal["title", "number", "chart"]


class MadeBlock(_Block):
    """Made from the deck itself or from local material: its sources, its agenda, which of its parts this is, the contact or a
    line of it, the sender's own goals, and the occasion: who speaks, when and where; or nothing, a place for their words.
    `form`: how its items are drawn, where it is another than in older releases."""

    form: Literal["rows", "pairs", ""] = ""
    block: Literal["sources", "agenda", "part", "contact", "contact-line", "goals", "showing", "blank"]


MADE_LINES = ("part", "contact-line", "showing", "blank")
"""Made blocks that are words and nothing else, so that they may stand where a line of text does."""


def _tag(value: Any) -> str:
    if isinstance(value, (str, list)):
        return "line"
    if isinstance(value, dict):
        return str(value.get("block", "text" if "items" in value else "line"))
    return str(getattr(value, "block", "line"))


BLOCKS: dict[str, type[_Block]] = {
    "line": LineBlock,
    "text": TextBlock,
    "table": TableBlock,
    "chart": ChartBlock,
    "picture": PictureBlock,
    "map": MapBlock,
    "members": MembersBlock,
    "qr": QrBlock,
    "figure": FigureBlock,
    **dict.fromkeys(("sources", "agenda", "part", "contact", "contact-line", "goals", "showing", "blank"), MadeBlock),
    **dict.fromkeys(FORMS, DiagramBlock),
}
"""What `block` may say, and what it then holds."""

if TYPE_CHECKING:
    Block = (
        LineBlock
        | TextBlock
        | TableBlock
        | ChartBlock
        | PictureBlock
        | MapBlock
        | MembersBlock
        | QrBlock
        | FigureBlock
        | MadeBlock
        | DiagramBlock
    )
else:
    Block = Annotated[Union[tuple(Annotated[kind, Tag(name)] for name, kind in BLOCKS.items())], Discriminator(_tag)]  # noqa: UP007


def statements(block: Any) -> dict[str, Statement | DiagramItem]:
    """The statements of a block that has any, by id."""
    return next((getattr(block, name) for name in ("items", "rows") if hasattr(block, name)), {})


def block_sources(block: Any) -> tuple[str, ...]:
    """Every source id that a block names, built-in ones too."""
    return _sources_of(Itself(block))


@lru_cache(maxsize=2_048)
def _sources_of(its: Itself[Any]) -> tuple[str, ...]:
    block = its.value
    if isinstance(block, QrBlock):
        return (block.source,)
    if isinstance(block, FigureBlock):
        return ("local",)
    if isinstance(block, ChartBlock):
        return tuple(source for point in block.categories.values() for source in point.source)
    if hasattr(block, "source"):
        return tuple(block.source)
    return tuple(source for item in statements(block).values() for source in item.source)
