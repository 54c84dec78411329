"""Typst at work: source in, PDF out. The same source gives the same bytes on every machine: its fonts are those that come with
deck, and it reads neither the clock nor a file."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from deck.diagnostics import Where
from deck.errors import InputError
from deck.files.seal import PDF
from deck.i18n import _

if TYPE_CHECKING:
    import typst

STANDARD = "ua-1"
"""PDF/UA-1 (ISO 14289-1): tagged, with a title, a language, and an alternative text for every figure."""


@lru_cache(maxsize=1)
def _compiler() -> typst.Compiler:
    """One for the process: it remembers what it has set."""
    import fontpkg_arimo
    import typst

    fonts = typst.Fonts(
        include_system_fonts=False,
        include_embedded_fonts=True,
        font_paths=[str(Path(fontpkg_arimo.__file__).parent)],
    )
    return typst.Compiler(font_paths=fonts)


def printed(source: str, name: str) -> bytes:
    """The sealed PDF that a source describes. Raises InputError, in Typst's words, where it cannot be set."""
    import typst

    try:
        pdf = _compiler().compile(source.encode(), format="pdf", pdf_standards=[STANDARD], timestamp=0)
    except typst.TypstError as error:
        message = _("no PDF can be made: {reason}").format(reason=str(error.message)[:200])
        hint = _("words in a script that Arimo has no letters for cannot be set yet; the PowerPoint file has them all")
        raise InputError.of("typeset", message, Where(name), hint) from None
    assert isinstance(pdf, bytes)
    return PDF.seal(pdf)
