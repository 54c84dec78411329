"""local.yaml: what a sender adds, without touching the national content."""

from __future__ import annotations

from typing import Annotated

from pydantic import AfterValidator, BeforeValidator, Field, WithJsonSchema

from deck.content.blocks import NAMES_SCHEMA, Id, named
from deck.content.said import a_day
from deck.presentation import OwnKind
from deck.source import Contact, Strict

Texts = Annotated[tuple[str, ...], BeforeValidator(named), WithJsonSchema(NAMES_SCHEMA)]


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
    date: Annotated[str, AfterValidator(a_day)] = Field(default="", max_length=40)
    speaker: str = Field(default="", max_length=80)
    contact: Contact = Contact()
    goals: Texts = ()
    leave_out: tuple[str, ...] = ()
    slides: tuple[LocalSlide, ...] = ()
