"""The guidance's structure: ids, kinds, sources and order, without words. Words of a language come by id (see words.py).

Statements name their sources. Three names stand for what has no outer source: `suggestion` (ours, and marked as such on the
slide), `label` (a heading or direction that states nothing) and `local` (the sender's own material).
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Annotated, Any, Literal, Union

from pydantic import AliasChoices, BeforeValidator, ConfigDict, Discriminator, Field, Tag, WithJsonSchema, model_validator

from deck.i18n import _
from deck.presentation import FORMS, Form, OwnKind, SlideKind
from deck.source import Strict

BUILT_IN_SOURCES = ("suggestion", "label", "local")

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
_NAMES: dict[str, Any] = {"anyOf": [{"type": "string"}, {"type": "array", "items": {"type": "string"}}]}


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
    items: dict[Id, Statement] = Field(min_length=1, max_length=12)


class DiagramItem(Strict):
    """`key`: a numeral that stands for the item (a word may be given with its words); `number` is its older name. Which fields an
    item may have, its form says (deck.presentation.FORMS)."""

    source: SourceIds
    key: str = Field(default="", validation_alias=AliasChoices("key", "number"), max_length=14)
    link: str = ""
    group: str = ""
    value: float | None = None

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
    """Items in a relation that the form `block` draws. `loop` is an older way to say the form "loop" of a process."""

    model_config = ConfigDict(json_schema_extra=_spelled)

    block: str
    items: dict[Id, DiagramItem] = Field(min_length=1, validation_alias=AliasChoices(*ITEMS))
    columns: int = Field(default=0, ge=0, le=6)
    loop: bool = False

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


class MadeBlock(_Block):
    """Made from the deck itself or from local material: its sources, its agenda, which of its parts this is, the contact, the
    sender's own goals, and the occasion: who speaks, when and where; or nothing, a place for their words.
    `form`: how its items are drawn, where it is another than in older releases."""

    form: Literal["rows", "pairs", ""] = ""
    block: Literal["sources", "agenda", "part", "contact", "goals", "showing", "blank"]


MADE_LINES = ("part", "showing", "blank")
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
    **dict.fromkeys(("sources", "agenda", "part", "contact", "goals", "showing", "blank"), MadeBlock),
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
        | MadeBlock
        | DiagramBlock
    )
else:
    Block = Annotated[Union[tuple(Annotated[kind, Tag(name)] for name, kind in BLOCKS.items())], Discriminator(_tag)]  # noqa: UP007


PLACE_KINDS = ("municipality", "county")


def _named(value: Any) -> Any:
    return [value] if isinstance(value, str) and value else value


class SlideModel(Strict):
    """`notes`: the sources of what the speaker says. `for`: only for these senders, named by their kind or their codes ("1281",
    "12"); `instead`: where they would show that other slide. `needs`: left out where the local material has none of it."""

    kind: SlideKind
    slots: dict[Id, Block] = Field(min_length=1)
    notes: SourceIds
    senders: Annotated[tuple[str, ...], BeforeValidator(_named), WithJsonSchema(_NAMES)] = Field(default=(), alias="for")
    instead: str = ""
    needs: Literal["goals", ""] = ""
    own: bool = False

    def role(self, slot: str) -> str:
        return self.slots[slot].role or slot

    def meant_for(self, kind: str, code: str) -> bool:
        """Whether a sender of this kind and code shows it."""
        return not self.senders or kind in self.senders or code in self.senders

    def statement_sources(self) -> tuple[str, ...]:
        """Outer sources in the order they are first leant on, notes last."""
        found: dict[str, None] = {}
        for block in self.slots.values():
            for source in block_sources(block):
                found.setdefault(source)
        for source in self.notes:
            found.setdefault(source)
        return tuple(source for source in found if source not in BUILT_IN_SOURCES)


def statements(block: Any) -> dict[str, Statement | DiagramItem]:
    """The statements of a block that has any, by id."""
    return next((getattr(block, name) for name in ("items", "rows") if hasattr(block, name)), {})


def block_sources(block: Any) -> tuple[str, ...]:
    """Every source id that a block names, built-in ones too."""
    if isinstance(block, QrBlock):
        return (block.source,)
    if isinstance(block, ChartBlock):
        return tuple(source for point in block.categories.values() for source in point.source)
    if hasattr(block, "source"):
        return tuple(block.source)
    return tuple(source for item in statements(block).values() for source in item.source)


class Guidance(Strict):
    """What the decks are about. Titles and names are proper names, alike in every language."""

    title: str = Field(max_length=120)
    launch_title: str = ""
    publisher: str
    publisher_name: str = ""
    announced: str = ""
    page: Id
    source: SourceIds


class Source(Strict):
    """`lang`: what the title and the publisher's name are in (BCP 47), so that a deck in another language marks them. `short`:
    what it is called at the foot of a slide, where that is not its publisher's name."""

    title: str = Field(max_length=200)
    publisher: str
    short: str = Field(default="", max_length=60)
    date: str = ""
    url: str = Field(default="", pattern=r"^(https://\S+)?$")
    lang: str = Field(default="sv-SE", pattern=r"^[a-z]{2,3}(-[A-Za-z0-9]{1,8})*$")


Minutes = Annotated[float, Field(gt=0, le=600, multiple_of=0.5)]


OWN = 1.0
"""The minutes of a sender's own slide."""


class AudienceChange(Strict):
    """How an audience's deck differs: slides left out, added or moved to stand after another, and the minutes of some, or which
    of them has the rest."""

    without: tuple[str, ...] = ()
    after: dict[str, str] = Field(default_factory=dict)
    time: dict[str, Minutes] = Field(default_factory=dict)
    rest: str = ""


class Outline(Strict):
    """`time`: the minutes of each slide that is spoken; `rest`: the slide that has what is left of the outline's `minutes`.
    `appendix`: the sections that nobody speaks through: they have no time, and count for no length."""

    minutes: int = Field(gt=0, le=600)
    max_slides: int = Field(default=60, gt=0, le=200)
    sections: dict[Id, tuple[str, ...]] = Field(min_length=1)
    time: dict[str, Minutes] = Field(default_factory=dict)
    rest: str = ""
    appendix: tuple[Id, ...] = ()
    audiences: dict[str, AudienceChange] = Field(default_factory=dict)

    def timed(self, audience: str) -> tuple[dict[str, float], str]:
        """The minutes of the slides that have some of their own, and the slide that has the rest, for this audience."""
        change = self.audiences.get(audience) or AudienceChange()
        return {**self.time, **change.time}, change.rest or self.rest

    def order(self, audience: str) -> tuple[tuple[str, str], ...]:
        """(section, slide) in order for this audience."""
        change = self.audiences.get(audience) or AudienceChange()
        order = [(section, slide) for section, slides in self.sections.items() for slide in slides]
        order = [item for item in order if item[1] not in change.without]
        for slide, other in change.after.items():
            order = [item for item in order if item[1] != slide]
            at = next((i for i, item in enumerate(order) if item[1] == other), None)
            if at is not None:
                order.insert(at + 1, (order[at][0], slide))
        return tuple(order)

    def spoken(self, audience: str) -> tuple[str, ...]:
        """The slides that somebody speaks through, in order for this audience."""
        return tuple(slide for section, slide in self.order(audience) if section not in self.appendix)

    def minutes_of(self, audience: str, spoken: Iterable[str]) -> dict[str, float]:
        """The minutes of each slide that is `spoken`, OWN of one that the outline does not know: together the outline's, unless
        there are so many that nothing is left for the one with the rest. Empty where the outline keeps no time."""
        time, rest = self.timed(audience)
        if not rest:
            return {}
        found = {slide: time.get(slide, OWN) for slide in spoken}
        if rest in found:
            found[rest] = max(self.minutes - sum(found.values()) + found[rest], 0.5)
        return found


class GuidanceFile(Strict):
    guidance: Guidance


class SourcesFile(Strict):
    sources: dict[Id, Source]


class ReviewsFile(Strict):
    """Source id → the day, month or year (ISO 8601) by which somebody looks at it again."""

    reviews: dict[Id, Annotated[str, Field(pattern=r"^\d{4}(-\d{2}(-\d{2})?)?$")]]


class SlidesFile(Strict):
    slides: dict[Id, SlideModel]


class OutlinesFile(Strict):
    audiences: tuple[Id, ...]
    outlines: dict[Id, Outline]


class Contact(Strict):
    name: str = Field(default="", max_length=80)
    role: str = Field(default="", max_length=80)
    email: str = Field(default="", pattern=r"^([^@\s<>()\[\]]+@[^@\s<>()\[\]]+)?$", max_length=120)
    phone: str = Field(default="", max_length=40)
    web: str = Field(default="", pattern=r"^(https?://\S+)?$", max_length=200)


Texts = Annotated[tuple[str, ...], BeforeValidator(_named), WithJsonSchema(_NAMES)]


class OwnPicture(Strict):
    """`file` from where local.yaml lies. One of `alt`, words for who does not see it, and `decorative`: it says nothing.
    `credit`: whose it is, as it is to be read ("Foto: Kim Lind")."""

    file: str = Field(min_length=1, max_length=400)
    alt: str = ""
    decorative: bool = False
    credit: str = ""


class LocalSlide(Strict):
    """A slide of the sender's own. One of `before` and `after` names the slide it goes by. `body`, `left` and `right` are
    bullets where they have several texts. A picture without a `body` beside it has the whole slide."""

    id: Id
    before: str = ""
    after: str = ""
    kind: OwnKind = "content"
    title: str
    subtitle: str = ""
    body: Texts = ()
    left_heading: str = Field(default="", alias="left-heading")
    left: Texts = ()
    right_heading: str = Field(default="", alias="right-heading")
    right: Texts = ()
    picture: OwnPicture | None = None
    quote: str = ""
    attribution: str = ""
    number: str = ""
    notes: str = ""


class Local(Strict):
    """local.yaml: what a sender adds, without touching the national content. `event`, `date` (ISO 8601, or words) and `speaker`
    (name and role) are of the occasion that it is shown at."""

    event: str = Field(default="", max_length=80)
    date: str = Field(default="", max_length=40)
    speaker: str = Field(default="", max_length=80)
    contact: Contact = Contact()
    goals: Texts = ()
    leave_out: tuple[str, ...] = ()
    slides: tuple[LocalSlide, ...] = ()


class ReleaseFile(Strict):
    name: str
    date: str = Field(pattern=r"^\d{4}(-\d\d(-\d\d)?)?$")
    note: str = ""
    sha256: str = Field(pattern=r"^[0-9a-f]{64}$")
