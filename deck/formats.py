"""The files that a deck is given out as. A new one is its module and its row here: its option of `deck build`, its name, the
guard over files that are there already and the summary follow."""

from __future__ import annotations

from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING, Protocol, cast

from deck.i18n import N_

if TYPE_CHECKING:
    from deck.files import FileKind
    from deck.layout import LaidOutDeck
    from deck.package import Package
    from deck.presentation import Presentation


class FormatModule(Protocol):
    """What a format's module has: what kind of file it is, and how a deck becomes its sealed bytes. `write` is pure: the same
    deck gives the same bytes, whatever the machine, the time and the reader's language (the deck's own is `presentation.lang`).
    It raises DeckError where it cannot be done; the deck itself is written all the same."""

    @property
    def KIND(self) -> FileKind: ...  # noqa: N802 - a constant of the module

    def write(self, presentation: Presentation, laid_out: LaidOutDeck, package: Package) -> bytes: ...


class FileModule(FormatModule, Protocol):
    """A format that needs no more than the finished file, and so can be made of anybody's. `name`: the file's, for messages."""

    def of_file(self, package: Package, name: str = "") -> bytes: ...


@dataclass(frozen=True, slots=True)
class Format:
    """`name`: its option is `--name`. `ending`: what its file's name has after the deck's stem ("-utdelning.pdf"): no two
    alike. `module`: a `FormatModule`, imported when the first such file is made. `about`: a line of help, translated when it
    is shown."""

    name: str
    ending: str
    module: str
    about: str

    def load(self) -> FormatModule:
        return cast("FormatModule", import_module(self.module))

    def load_for_files(self) -> FileModule:
        """For those that `deck preview` gives of any file."""
        return cast("FileModule", import_module(self.module))


DECK = Format("pptx", ".pptx", "deck.pptx.given", N_("The deck, for PowerPoint."))
"""What every build gives."""

ALSO: tuple[Format, ...] = (
    Format("pdf", ".pdf", "deck.typeset.slides", N_("The slides as a PDF that is read aloud well (PDF/UA), too.")),
    Format("handout", "-utdelning.pdf", "deck.typeset.handout", N_("A handout as PDF, slides beside their notes, too.")),
    Format("html", ".html", "deck.typeset.onepage", N_("The slides as one page for a browser, too.")),
)
"""What is given beside it where it is asked for, in the order that help shows."""


def also_named(name: str) -> Format:
    """A format by its name. Raises KeyError."""
    return {item.name: item for item in ALSO}[name]
