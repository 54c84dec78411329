"""The kinds of slides: one table of what each may hold, for the content that names them and the
templates that have a role for each."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

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
    "big-number",
    "closing",
]
"""What a slide is for; a template has one role for each (see deck/template/model.py)."""

OwnKind = Literal["section", "content", "two-content", "comparison", "picture", "quote", "big-number"]
"""The kinds that a sender's own slides may be."""


@dataclass(frozen=True, slots=True)
class Kind:
    """`roles`: the slots that a slide of the kind may have, in reading order; `needs`: those it must have. `layouts`: what
    PresentationML calls layouts that are made for it (ST_SlideLayoutType, 19.7.15), the likeliest first. `like`: the kind whose
    layout serves where no casting of its own finds one."""

    name: SlideKind
    roles: tuple[str, ...]
    needs: tuple[str, ...]
    layouts: tuple[str, ...] = ()
    like: SlideKind = "content"


KINDS: dict[str, Kind] = {
    kind.name: kind
    for kind in (
        Kind("title", ("title", "subtitle"), ("title",), ("title",), "title"),
        Kind("section", ("title", "subtitle"), ("title",), ("secHead",), "title"),
        Kind("content", ("title", "body"), ("title", "body"), ("obj", "tx")),
        Kind("two-content", ("title", "left", "right"), ("title", "left", "right"), ("twoObj", "twoTx", "txAndObj", "objAndTx")),
        Kind(
            "comparison",
            ("title", "left-heading", "left", "right-heading", "right"),
            ("title", "left-heading", "left", "right-heading", "right"),
            ("twoTxTwoObj",),
        ),
        Kind("title-only", ("title", "object"), ("title",), ("titleOnly",)),
        Kind("picture", ("title", "body", "picture"), ("title", "body", "picture"), ("picTx",)),
        Kind("object", ("title", "object"), ("title", "object"), ("tbl", "chart", "dgm", "objOnly")),
        Kind("quote", ("title", "quote", "attribution"), ("title", "quote")),
        Kind("big-number", ("title", "number", "body"), ("title", "number", "body")),
        Kind("closing", ("title", "body"), ("title",)),
    )
}

SLOT_ROLES: dict[str, tuple[str, ...]] = {name: kind.roles for name, kind in KINDS.items()}
"""The slots that each kind of slide may have, in reading order. `title` always, and always text; any block may sit in
`body`, `left`, `right`, `object`, `picture`; the others hold text."""

REQUIRED_ROLES: dict[str, tuple[str, ...]] = {name: kind.needs for name, kind in KINDS.items()}

_CREDIT = "-credit"

LINE_ROLES = frozenset({"title", "subtitle", "left-heading", "right-heading", "quote", "attribution", "number"})
"""Roles that hold a line of text only."""


def credit_role(role: str) -> str:
    """The role of the words that say whose the picture in `role` is. Content fills it by the picture; it is always by it."""
    return role + _CREDIT


def credited(role: str) -> str:
    """The role of the picture that the words in `role` are about; "" where they are about none."""
    return role.removesuffix(_CREDIT) if role.endswith(_CREDIT) else ""
