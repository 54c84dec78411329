"""The words that both reports share."""

from __future__ import annotations

import re
from collections.abc import Sequence
from difflib import SequenceMatcher
from itertools import groupby

from deck.i18n import N_, _, ngettext
from deck.refresh.outcome import Change, Question, Refreshed

NEWS = ("applied", "merged", "slide-added", "slide-removed", "slide-moved", "resolved-theirs")
KEPT = ("kept", "slide-deleted", "own-slide", "resolved-mine")
STATES = {
    "up-to-date": N_("up to date"),
    "refreshed": N_("refreshed"),
    "conflicts": N_("decisions needed"),
    "refused": N_("refused"),
}
KINDS = {
    "applied": N_("new words from the guidance"),
    "merged": N_("the guidance's changes together with yours"),
    "kept": N_("your change, kept"),
    "slide-added": N_("a new slide"),
    "slide-removed": N_("a slide that the guidance no longer has, untouched by you, was taken out"),
    "slide-deleted": N_("you took it away, and it stays away"),
    "slide-moved": N_("moved by the guidance"),
    "own-slide": N_("your own slide, kept"),
    "resolved-mine": N_("decided: yours"),
    "resolved-theirs": N_("decided: the guidance's"),
}
PROPERTIES = {
    "look": N_("look or place"),
    "order": N_("order of the slides"),
    "title": N_("the document's title"),
    "footer": N_("footer"),
    "notes": N_("speaker notes"),
    "slot": N_("a part of the slide"),
    "added": N_("a new part of the slide"),
    "removed": N_("a part taken out"),
    "slide": N_("the whole slide"),
    "kind": N_("the kind of slide"),
    "picture": N_("picture"),
    "block": N_("content"),
    "alt": N_("alternative text"),
}
PARTS = {
    "title": N_("title"),
    "subtitle": N_("subtitle"),
    "body": N_("text"),
    "left": N_("text to the left"),
    "right": N_("text to the right"),
    "left-heading": N_("heading to the left"),
    "right-heading": N_("heading to the right"),
    "object": N_("content"),
    "picture": N_("picture"),
    "quote": N_("quote"),
    "attribution": N_("who said it"),
    "number": N_("figure"),
    "notes": N_("speaker notes"),
}


def news(result: Refreshed) -> list[Change]:
    return [item for item in result.changes if item.kind in NEWS]


def kept(result: Refreshed) -> list[Change]:
    return [item for item in result.changes if item.kind in KEPT]


def by_slide(items: Sequence[Change], result: Refreshed) -> list[tuple[str, list[Change]]]:
    """Changes grouped by slide, in the order of the show; what concerns the whole deck first."""

    def place(item: Change) -> tuple[int, str]:
        number = result.numbers.get(item.slide) or result.numbers_before.get(item.slide, 0)
        return (0 if item.slide == "deck" else number or 10_000), item.slide

    return [(key[1], list(group)) for key, group in groupby(sorted(items, key=place), key=place)]


def heading(slide: str, title: str, result: Refreshed) -> str:
    """ "Slide 12: Ladda ner vägledningen"."""
    if slide == "deck":
        return _("The whole deck")
    number = result.numbers.get(slide)
    words = title or _("untitled")
    return _("Slide {number}: {title}").format(number=number, title=words) if number else words


def what(item: Change) -> str:
    """What happened, and to which part."""
    part = part_of(item.slot, item.property)
    words = _(KINDS[item.kind])
    return f"{part}: {words}" if part else words


def part_of(slot: str, prop: str) -> str:
    """The part of a slide in words: the slot's, and the property's where it is not simply its words."""
    name = _(PARTS[slot]) if slot in PARTS else ""
    kind = prop.split(":", 1)[0]
    extra = _(PROPERTIES[kind]) if kind in PROPERTIES and kind != slot else ""
    return ", ".join(filter(None, (name, extra)))


def sentence(result: Refreshed) -> str:
    """The whole in a sentence."""
    if result.state == "refused":
        return _("The deck was left as it is.")
    if result.state == "up-to-date":
        return _("There is nothing to do: the deck says what the guidance says, and your changes stand.")
    if not result.whole and not result.conflicts:
        return _("The deck is up to date, but something of yours is no longer there; see below what, and where.")
    if result.path is None and not result.conflicts:
        return _("A refresh brings what is new, and keeps all that you did.")
    if result.conflicts:
        count = len({item.key for item in result.conflicts})
        return ngettext(
            "The deck is up to date but for {count} thing that only you can decide; until then yours stands.",
            "The deck is up to date but for {count} things that only you can decide; until then yours stand.",
            count,
        ).format(count=count)
    return _("The deck is up to date, and all that you did in it is still there.")


def command(result: Refreshed, item: Question, choice: str) -> str:
    return f"deck refresh {result.source.name} --resolve {item.key}={choice}"


Piece = tuple[str, str]
""" ("same" | "gone" | "new", words)."""


def compared(before: str, after: str) -> tuple[list[Piece], list[Piece]]:
    """Both texts in pieces, changed words marked."""
    old, new = (re.findall(r"\s+|\w+|[^\w\s]", text) for text in (before, after))
    left: list[Piece] = []
    right: list[Piece] = []
    for tag, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if a < b:
            left.append(("same" if tag == "equal" else "gone", "".join(old[a:b])))
        if c < d:
            right.append(("same" if tag == "equal" else "new", "".join(new[c:d])))
    return left, right
