"""The slides as one page that needs nothing else: real words where they stand on the slides, drawings as SVG, notes, keys for who
presents. Nothing is fetched; without script it is all there to be read (WCAG 2.2 AA)."""

from __future__ import annotations

import base64
import hashlib
from functools import lru_cache
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Any

from deck.diagnostics import Where
from deck.errors import InputError
from deck.files.seal import HTML as KIND
from deck.i18n import _
from deck.typeset.reading import told
from deck.typeset.stage import Stage, notes_html
from deck.typeset.terms import term
from deck.typeset.told import PaintLayer, TablePart, TextPart, ToldDeck, ToldSlide, plain

if TYPE_CHECKING:
    from deck.layout import LaidOutDeck
    from deck.package import Package
    from deck.presentation import Presentation

__all__ = ["KIND", "of_file", "page_of", "write"]

BASIC = frozenset(range(0x20, 0x7F)) | frozenset(map(ord, "ÅÄÖåäöÉéÜü–—’”“…•·©°§"))
"""Letters that the page's own words may need."""


def write(_presentation: Presentation, _laid_out: LaidOutDeck, package: Package) -> bytes:
    return of_file(package)


def of_file(package: Package, name: str = "") -> bytes:
    """Of anybody's presentation; `name`: the file's, for messages."""
    return page_of(told(package), name)


def page_of(deck: ToldDeck, name: str = "") -> bytes:
    """Sealed bytes; `name`: the deck's file, for messages. Raises InputError where there is nothing to show."""
    from jinja2 import Environment
    from markupsafe import Markup

    if not deck.slides:
        raise InputError.of(
            "no-slides", _("the presentation has no slide that is shown"), Where(name), _("show one of its slides")
        )
    data = files("deck.typeset").joinpath("data")
    script = data.joinpath("onepage.js").read_text("utf-8")
    digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
    policy = (
        "default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:; base-uri 'none'; form-action 'none'; "
        f"script-src 'sha256-{digest}'"
    )
    names = ("skip", "contents", "show", "leave", "previous", "next", "keys", "notes")
    words = {item: term(item, deck.lang) for item in names} | {
        "words": term("picture-in-words", deck.lang),
        "of": term("of", deck.lang, number="{number}", count="{count}"),
    }
    wide, high = deck.slides[0].size
    environment = Environment(autoescape=True, trim_blocks=True, lstrip_blocks=True)
    made = environment.from_string(data.joinpath("onepage.html.j2").read_text("utf-8")).render(
        deck=deck,
        words=words,
        policy=policy,
        script=Markup(script),
        page=f"{wide / 36_000:.1f}mm {high / 36_000:.1f}mm",
        faces=[{"style": style, "data": face} for style, face in _faces(deck)],
        slides=[_slide(deck, slide, Markup) for slide in deck.slides],
    )
    return KIND.seal(made.encode("utf-8"))


def _slide(deck: ToldDeck, slide: ToldSlide, safe: Any) -> dict[str, Any]:
    wide, high = slide.size
    return {
        "number": slide.number,
        "title": slide.title,
        "label": term("slide", deck.lang, number=slide.number),
        "wide": wide,
        "high": high,
        "shape": f"{wide / max(high, 1):.4f}",
        "stage": safe(Stage(slide, deck.number_of).html()),
        "told": _told_lines(slide),
        "notes": safe(notes_html(slide.notes)),
    }


def _told_lines(slide: ToldSlide) -> list[str]:
    """What the slide says, a line each: for those who see it too small."""
    found: list[str] = []
    for part in slide.parts:
        if isinstance(part, PaintLayer):
            found += [part.alt] if part.alt else []
        elif isinstance(part, TextPart):
            if part.role != "page":
                found += [" ".join("".join(run.words for run in line.runs) for line in lines) for _p, lines in part.paragraphs]
        elif isinstance(part, TablePart):
            rows = sorted({cell.row for cell in part.cells})
            found += [" · ".join(text for cell in part.cells if cell.row == row and (text := plain(cell.words))) for row in rows]
    return [line for line in found if line.strip()]


def _faces(deck: ToldDeck) -> list[tuple[str, str]]:
    """The letters that the deck is set in, and no others: upright, and italic where there are any."""
    letters, italic = set(BASIC), False
    texts = [
        text
        for slide in deck.slides
        for part in slide.parts
        for text in (
            [part] if isinstance(part, TextPart) else [cell.words for cell in part.cells] if isinstance(part, TablePart) else []
        )
    ]
    for text in texts:
        for line in text.lines:
            letters.update(map(ord, line.mark))
            for item in line.runs:
                letters.update(map(ord, item.words))
                italic = italic or item.run.italic
    letters.update(ord(char) for slide in deck.slides for note in slide.notes for char in note.text)
    # Decks of one language share most letters, and so their font.
    chosen = frozenset(code for code in letters if code > 0x17F) | frozenset(range(0x20, 0x180))
    return [("normal", _font("Arimo[wght].ttf", chosen))] + (
        [("italic", _font("Arimo-Italic[wght].ttf", chosen))] if italic else []
    )


@lru_cache(maxsize=16)
def _font(name: str, letters: frozenset[int]) -> str:
    """A part of Arimo (Apache License 2.0) as WOFF, base64."""
    import io

    import fontpkg_arimo
    from fontTools import subset
    from fontTools.ttLib import TTFont

    folder = Path(fontpkg_arimo.__file__).parent / "files"
    options = subset.Options(layout_features=["kern", "mark", "mkmk", "ccmp", "locl"], hinting=False, notdef_outline=True)
    font = TTFont(folder / name, recalcTimestamp=False)
    cutter = subset.Subsetter(options)
    cutter.populate(unicodes=letters)
    cutter.subset(font)
    font.flavor = "woff"
    out = io.BytesIO()
    font.save(out)
    return base64.b64encode(out.getvalue()).decode()
