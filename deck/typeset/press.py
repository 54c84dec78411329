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


@lru_cache(maxsize=2)
def _compiler(borrowed: bool) -> typst.Compiler:
    """One for the process: it remembers what it has set. `borrowed`: the machine's fonts serve, too."""
    import fontpkg_arimo
    import typst

    fonts = typst.Fonts(
        include_system_fonts=borrowed,
        include_embedded_fonts=True,
        font_paths=[str(Path(fontpkg_arimo.__file__).parent)],
    )
    return typst.Compiler(font_paths=fonts)


def printed(source: str, name: str) -> bytes:
    """The sealed PDF that a source describes. Words in a script that our fonts have no letters for are set in the machine's, if
    it has them. Raises InputError, in Typst's words, where it cannot be set."""
    import typst

    try:
        try:
            pdf = _compiler(False).compile(source.encode(), format="pdf", pdf_standards=[STANDARD], timestamp=0)
        except typst.TypstError as error:
            if "could not be displayed" not in str(error.message):
                raise
            pdf = _compiler(True).compile(source.encode(), format="pdf", pdf_standards=[STANDARD], timestamp=0)
    except typst.TypstError as error:
        message = _("no PDF can be made: {reason}").format(reason=str(error.message)[:200])
        hint = _("a font with those letters on this machine is used where there is one; the PowerPoint file is whole")
        raise InputError.of("typeset", message, Where(name), hint) from None
    assert isinstance(pdf, bytes)
    return PDF.seal(pdf)
