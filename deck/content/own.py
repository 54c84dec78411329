"""local.yaml: what a sender adds, without touching the national content."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BeforeValidator, Field, WithJsonSchema, field_validator, model_validator

from deck.content.blocks import MOST_STATEMENTS, NAMES_SCHEMA, Id, named
from deck.content.indicators import Telling
from deck.content.said import a_day
from deck.diagnostics import did_you_mean
from deck.i18n import _
from deck.presentation import OwnKind
from deck.source import Contact, Strict
from deck.source.contact import Line, one_line
from deck.source.meant import meant
from deck.source.validate import with_colon
from deck.tables import amount, may_be_either, thousands_of


def _not_empty(value: str) -> str:
    if not value.strip():
        raise ValueError(_("an item of the list is empty; write what it is to say, or take the line away"))
    return value


Texts = Annotated[tuple[Annotated[str, AfterValidator(_not_empty)], ...], BeforeValidator(named), WithJsonSchema(NAMES_SCHEMA)]


def _persons(value: Any) -> Any:
    """One contact as a list of one; a text is none, and told as such."""
    return [value] if isinstance(value, dict) or (isinstance(value, str) and value) else value


MOST_CONTACTS = 4
_CONTACT = Contact.model_json_schema()
Contacts = Annotated[
    tuple[Contact, ...],
    BeforeValidator(_persons),
    Field(max_length=MOST_CONTACTS),
    WithJsonSchema({"anyOf": [_CONTACT, {"type": "array", "items": _CONTACT, "maxItems": MOST_CONTACTS}]}),
]
"""Whom to ask: one, or a list."""


class OwnPicture(Strict):
    """`file` from where local.yaml lies. One of `alt`, words for who does not see it, and `decorative`: it says nothing.
    `credit`: whose it is, as it is to be read ("Foto: Kim Lind")."""

    file: str = Field(min_length=1, max_length=400)
    alt: str = ""
    decorative: bool = False
    credit: str = ""


class OwnText(Strict):
    """One thing said. `source`: where it comes from, in words ("SCB 2024", "egen uppgift"), where that is another than its
    slide's. In YAML a bare text stands for `{text: …}`."""

    text: Annotated[str, AfterValidator(_not_empty)]
    source: str = Field(default="", max_length=120)

    @model_validator(mode="before")
    @classmethod
    def _short(cls, value: Any) -> Any:
        return {"text": value} if isinstance(value, str) else _no_field(value, cls)


def _no_field(value: Any, model: type[Strict]) -> Any:
    """A mapping of one field that is none of the model's, nor like one: a text with a colon in it. Raises ValueError."""
    if isinstance(value, dict) and len(value) == 1:
        name = str(next(iter(value)))
        known = sorted(model.model_fields)
        if name not in known and not meant(name, known) and not did_you_mean(name, known):
            raise ValueError("; ".join(with_colon(value)))
    return value


def _one_text(value: Any) -> Any:
    return [value] if isinstance(value, dict) else named(value)


_TEXT = OwnText.model_json_schema()
_ONE: list[dict[str, Any]] = [{"type": "string"}, _TEXT]
OwnTexts = Annotated[
    tuple[OwnText, ...],
    BeforeValidator(_one_text),
    Field(max_length=MOST_STATEMENTS),
    WithJsonSchema({"anyOf": [*_ONE, {"type": "array", "items": {"anyOf": _ONE}, "maxItems": MOST_STATEMENTS}]}),
]


class OwnItem(Strict):
    """One of several things in a drawn relation. `key`: a word or numeral that stands before it. `source`: as that of a text. In
    YAML a bare text is the title."""

    key: str = Field(default="", max_length=24)
    title: str = ""
    text: str = ""
    link: str = ""
    source: str = Field(default="", max_length=120)

    @model_validator(mode="before")
    @classmethod
    def _short(cls, value: Any) -> Any:
        return {"title": value} if isinstance(value, str) else _no_field(value, cls)


OwnItems = tuple[OwnItem, ...]


class OwnTable(Strict):
    """`columns`: the headings; `rows`: the cells of each, "" for one to be filled in. Or `file`, a CSV or .xlsx named from where
    local.yaml lies, and in `columns` those of its headings that are shown (none: all). `alt`: what the table tells."""

    file: str = Field(default="", max_length=400)
    columns: tuple[str, ...] = Field(default=(), max_length=8)
    rows: tuple[tuple[str, ...], ...] = Field(default=(), max_length=40)
    alt: str = ""


def _number(value: Any) -> Any:
    """An amount as it is written in Swedish ("1 234,5") or for a program ("1234.5"). Raises ValueError."""
    if not isinstance(value, str):
        return value
    try:
        found = amount(value)
    except ValueError:
        found = None
    if found is None:
        message = _('"{value}" is no amount; write it as in 12,5, or take the line away where it is not known')
        raise ValueError(message.format(value=value))
    return found


def _whole(value: Any, thousands: str) -> Any:
    """Without the sign that parts its thousands."""
    return value.replace(thousands, "") if thousands and isinstance(value, str) and may_be_either(value) else value


class OwnChart(Strict):
    """`values`: name → amount, in order. Or `file`, a CSV or .xlsx named from where local.yaml lies, with the names in its column
    `names` (else its first) and the amounts in its column `column` (else the first with amounts in every row). `series`: what is
    measured, with its unit. `highlight`: the name that the slide is about. `alt`: what the chart shows, for who does not see
    it."""

    chart: Literal["bar", "column", "line", "doughnut"] = "column"
    values: dict[str, Annotated[float, BeforeValidator(_number), Field(allow_inf_nan=False)]] = Field(
        default_factory=dict, max_length=20
    )
    file: str = Field(default="", max_length=400)
    names: str = Field(default="", max_length=200)
    column: str = Field(default="", max_length=200)
    series: str = Field(default="", max_length=60)
    highlight: str = ""
    alt: str = ""

    @field_validator("values", mode="before")
    @classmethod
    def _readable(cls, values: Any) -> Any:
        """As "1.234" is meant by those beside it. Raises ValueError where it may be a thousand or a decimal."""
        if not isinstance(values, dict):
            return values
        said = [value for value in values.values() if isinstance(value, str)]
        thousands = thousands_of(said)
        if thousands is None:
            message = _('"{value}" may be a thousand or a decimal; write thousands with a space, and decimals with a comma')
            raise ValueError(message.format(value=next(filter(may_be_either, said))))
        return {name: _whole(value, thousands) for name, value in values.items()}


class LocalSlide(Strict):
    """A slide of the sender's own. `before` or `after` names the slide it goes by; with neither it comes last before the closing
    part. `kind` need only be said where the fields do not tell it. `body`, `left` and `right` are
    bullets where they have several texts. A picture without a `body` beside it has the whole slide; so have `rows`, `cards`,
    `process`, `loop`, `timeline`, `table` and `chart`, of which there is one at most. `source`: where its
    words come from, but for those that have a source of their own."""

    id: Id
    before: str = ""
    after: str = ""
    kind: OwnKind = "content"
    title: str
    subtitle: str = ""
    body: OwnTexts = ()
    left_heading: str = Field(default="", alias="left-heading")
    left: OwnTexts = ()
    right_heading: str = Field(default="", alias="right-heading")
    right: OwnTexts = ()
    picture: OwnPicture | None = None
    quote: str = ""
    attribution: str = ""
    number: str = ""
    rows: OwnItems = ()
    cards: OwnItems = ()
    process: OwnItems = ()
    loop: OwnItems = ()
    timeline: OwnItems = ()
    table: OwnTable | None = None
    chart: OwnChart | None = None
    source: str = ""
    notes: str = ""


class FigureSlide(Telling):
    """What one slide shows of the figures. `indicator`: its key or name in the file. `title`: the conclusion; the indicator's
    name where there is none. Beside that, how it is told, where the file does not say it."""

    indicator: str = Field(min_length=1, max_length=400)
    id: Id | Literal[""] = ""
    title: str = ""
    before: str = ""
    after: str = ""
    notes: str = ""

    def telling(self) -> Telling:
        return Telling.model_validate({name: getattr(self, name) for name in self.model_fields_set & set(Telling.model_fields)})


class OwnFigures(Strict):
    """`file`: CSV, .xlsx or JSON-stat, one or several, named from where local.yaml lies, with a row for each place, indicator and
    year. `show`: the indicators that have a slide; none named: those that the content knows, else all. `after`: the slide that
    they follow. `source`, `fetched`, `licence`: for all that the file does not say it of."""

    file: Texts = ()
    show: tuple[FigureSlide, ...] = Field(default=(), max_length=40)
    after: str = ""
    source: str = Field(default="", max_length=120)
    fetched: str = Field(default="", max_length=20)
    licence: str = Field(default="", max_length=120)

    def all_of_them(self) -> Telling:
        said = {name: getattr(self, name) for name in ("source", "fetched", "licence") if getattr(self, name).strip()}
        return Telling.model_validate(said)


class Local(Strict):
    """local.yaml: what a sender adds, without touching the national content. `event`, `date` (ISO 8601, or words) and `speaker`
    (name and role) are of the occasion that it is shown at. `contact`: whom to ask, one or several. `leave_out`, or `only`:
    slides of the guidance that are not, or alone are, shown; `order`: slides that are to follow one another. `figures`: of the
    place, from a file. `lang`: the code of the language that the deck is in."""

    lang: str = ""
    event: Line = Field(default="", max_length=80)
    date: Annotated[str, BeforeValidator(one_line), AfterValidator(a_day)] = Field(default="", max_length=40)
    speaker: Line = Field(default="", max_length=80)
    contact: Contacts = ()
    goals: Texts = ()
    leave_out: Texts = ()
    only: Texts = ()
    order: Texts = ()
    slides: tuple[LocalSlide, ...] = ()
    figures: OwnFigures | None = None
