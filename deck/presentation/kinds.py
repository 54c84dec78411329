"""The kinds of slides: one table of what each may hold, for the content that names them and the
templates that have a role for each."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal

from deck.i18n import N_

SlideKind = Literal[
    "title",
    "section",
    "content",
    "two-content",
    "comparison",
    "title-only",
    "picture",
    "object",
    "quote",
    "quote-dark",
    "question",
    "big-number",
    "figures",
    "closing",
    "contact",
]
"""What a slide is for; a template has one role for each (see deck/template/model.py)."""

OwnKind = Literal["section", "content", "two-content", "comparison", "picture", "quote", "quote-dark", "question", "big-number"]
"""The kinds that a sender's own slides may be."""


@dataclass(frozen=True, slots=True)
class Kind:
    """`called`: its name among people, a msgid. `roles`: the slots that a slide of the kind may have, in reading order; `needs`:
    those it must have. `layouts`: what PresentationML calls layouts that are made for it (ST_SlideLayoutType, 19.7.15), the
    likeliest first. `like`: the kind whose layout serves where no casting of its own finds one.

    `speaker`, `event`, `date`: who talks, where and when; `part`: which of how many ("Del 2 av 4"); on a section, `object` holds
    the deck's parts."""

    name: SlideKind
    called: str
    roles: tuple[str, ...]
    needs: tuple[str, ...]
    layouts: tuple[str, ...] = ()
    like: SlideKind = "content"
    follows: bool = False
    """Whether an owner's choice of layout for the kind that it is like holds for it, too, where both would have had one
    layout."""
    apart: bool = False
    """Whether a house does well to have a layout for it alone."""


COLUMNS: Final = "two-content"
COMPARED: Final = "comparison"
"""Two texts beside each other, without headings and with them: for those that make such slides."""
OCCASION = ("speaker", "event", "date")
"""The roles of what is known of a talk: who speaks, where and when."""
FIGURES = tuple(f"{part}-{n}" for n in range(1, 5) for part in ("figure", "shows", "figure-source"))
"""The roles of a sender's own figures: each, what it shows, and where it comes from. An empty one waits for them."""
CONTACT = tuple(f"contact-{part}" for part in ("name", "role", "email", "phone"))
"""The roles of whom to ask: each a line of its own, which waits for words as long as it is empty."""
FROM = "provenance"
"""The role of the line that says where a slide's words come from: "Källa: …", "Förslag"; in one place, on every slide."""
ON_EACH_PAGE = frozenset({"title", FROM})
"""The roles whose words stand again on each page of a slide that takes several."""

KINDS: dict[str, Kind] = {
    kind.name: kind
    for kind in (
        Kind(
            "title",
            called=N_("title slide"),
            roles=("title", "subtitle", *OCCASION),
            needs=("title",),
            layouts=("title",),
            like="title",
        ),
        Kind(
            "section",
            called=N_("section heading"),
            roles=("title", "subtitle", "part", "object"),
            needs=("title",),
            layouts=("secHead",),
            apart=True,
            like="title",
        ),
        Kind(
            "content", called=N_("title and text"), roles=("title", "body", FROM), needs=("title", "body"), layouts=("obj", "tx")
        ),
        Kind(
            "two-content",
            called=N_("two columns"),
            roles=("title", "left", "right", FROM),
            needs=("title", "left", "right"),
            layouts=("twoObj", "twoTx", "txAndObj", "objAndTx"),
            apart=True,
        ),
        Kind(
            "comparison",
            called=N_("comparison"),
            roles=("title", "left-heading", "left", "right-heading", "right", FROM),
            needs=("title", "left-heading", "left", "right-heading", "right"),
            layouts=("twoTxTwoObj",),
        ),
        Kind("title-only", called=N_("title only"), roles=("title", "object", FROM), needs=("title",), layouts=("titleOnly",)),
        Kind(
            "picture",
            called=N_("a picture beside a text"),
            roles=("title", "body", "picture", FROM),
            needs=("title", "body", "picture"),
            layouts=("picTx",),
            apart=True,
        ),
        Kind(
            "object",
            called=N_("table, chart or diagram"),
            roles=("title", "object", FROM),
            needs=("title", "object"),
            layouts=("tbl", "chart", "dgm", "objOnly"),
        ),
        Kind("quote", called=N_("quote"), roles=("title", "quote", "attribution", FROM), needs=("title", "quote"), apart=True),
        Kind(
            "quote-dark",
            called=N_("quote on a dark ground"),
            roles=("title", "quote", "attribution", FROM),
            needs=("title", "quote"),
            like="quote",
            follows=True,
        ),
        Kind("question", called=N_("question"), roles=("title", "part", "object", FROM), needs=("title",), like="section"),
        Kind("big-number", called=N_("large number"), roles=("title", "number", "body", FROM), needs=("title", "number", "body")),
        Kind(
            "figures",
            called=N_("own figures"),
            roles=("title", "left", *FIGURES, "right", FROM),
            needs=("title",),
            like="two-content",
        ),
        Kind("closing", called=N_("closing slide"), roles=("title", "body", "subtitle"), needs=("title",)),
        Kind("contact", called=N_("contact"), roles=("title", *CONTACT, "body", "subtitle"), needs=("title",), like="closing"),
    )
}

SLOT_ROLES: dict[str, tuple[str, ...]] = {name: kind.roles for name, kind in KINDS.items()}
"""The slots that each kind of slide may have, in reading order. `title` always, and always text; any block may sit in
`body`, `left`, `right`, `object`, `picture`; the others hold text."""

REQUIRED_ROLES: dict[str, tuple[str, ...]] = {name: kind.needs for name, kind in KINDS.items()}

_CREDIT = "-credit"

LINE_ROLES = frozenset(
    {
        "title",
        "subtitle",
        "left-heading",
        "right-heading",
        "quote",
        "attribution",
        "number",
        *OCCASION,
        "part",
        *FIGURES,
        *CONTACT,
        FROM,
    }
)
"""Roles that hold a line of text only."""
FEW_LINES = frozenset({"attribution"})
"""Those that may hold a few lines as well: who, and when and where."""


def credit_role(role: str) -> str:
    """The role of the words that say whose the picture in `role` is. Content fills it by the picture; it is always by it."""
    return role + _CREDIT


def credited(role: str) -> str:
    """The role of the picture that the words in `role` are about; "" where they are about none."""
    return role.removesuffix(_CREDIT) if role.endswith(_CREDIT) else ""
