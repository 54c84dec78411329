"""The slides as a PDF: what stands on them where it stands there, tagged for those who listen (PDF/UA-1, ISO 14289-1)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from deck.diagnostics import Where
from deck.errors import InputError
from deck.files.seal import PDF as KIND
from deck.i18n import _
from deck.typeset.markup import PRELUDE, Pictures, Setter, pts, quoted
from deck.typeset.press import printed
from deck.typeset.reading import told
from deck.typeset.told import ToldDeck

if TYPE_CHECKING:
    from deck.layout import LaidOutDeck
    from deck.package import Package
    from deck.presentation import Presentation

__all__ = ["KIND", "of_file", "pdf_of", "source_of", "write"]


def write(_presentation: Presentation, _laid_out: LaidOutDeck, package: Package) -> bytes:
    return of_file(package)


def of_file(package: Package, name: str = "") -> bytes:
    """Of anybody's presentation; `name`: the file's, for messages."""
    return pdf_of(told(package), name)


def pdf_of(deck: ToldDeck, name: str = "") -> bytes:
    """Sealed bytes; `name`: the deck's file, for messages. Raises InputError where there is nothing to show."""
    if not deck.slides:
        raise InputError.of(
            "no-slides", _("the presentation has no slide that is shown"), Where(name), _("show one of its slides")
        )
    return printed(source_of(deck), name)


def head_of(deck: ToldDeck) -> Iterator[str]:
    """What Typst is told of the document and its language."""
    language, _dash, region = deck.lang.partition("-")
    plain = language.lower() if language.isalpha() and len(language) in (2, 3) else "sv"
    told_region = quoted(region.upper()) if len(region) == 2 and region.isalpha() else "none"
    author = f"author: {quoted(deck.author)}, " if deck.author else ""
    words = f"({quoted(deck.keywords)},)" if deck.keywords else "()"
    subject = f"description: {quoted(deck.subject)}, " if deck.subject else ""
    yield f"#set document(title: {quoted(deck.title)}, {author}{subject}keywords: {words}, date: none)"
    yield PRELUDE.replace("LANG", quoted(plain)).replace("REGION", told_region)


def source_of(deck: ToldDeck) -> str:
    """The whole deck in Typst's words."""
    pictures = Pictures()
    pages: list[str] = []
    first = next((slide.number for slide in deck.slides if slide.title), 1)
    for slide in deck.slides:
        setter = Setter(pictures, deck.number_of, slide.size[0], 1 if slide.number == first else 2)
        parts = [line for part in slide.parts for line in setter.part(part)]
        anchor = f"#place(top + left, [#metadata({slide.number}) <slide-{slide.number}>])"
        wide, high = slide.size
        pages.append("\n".join((f"#page(width: {pts(wide)}, height: {pts(high)}, margin: 0pt)[", anchor, *parts, "]")))
    return "\n".join((*head_of(deck), *pictures.told(), *pages))
