"""A deck in each format, byte for byte as `deck build` gives it; and what the command line needs to give the same."""

from __future__ import annotations

import io
import zipfile
from dataclasses import replace

from deck.content import keep_draft
from deck.diagnostics import Diagnostics, Severity
from deck.errors import InputError
from deck.formats import DECK, also_named
from deck.making import make
from deck.places import load_places
from deck.web.jobs.preview import known_choices
from deck.web.recipe import WantedDeck, command, material, recipe_of


def give(wanted: WantedDeck, form: str) -> tuple[str, bytes]:
    """(file name, bytes) in one format ("pptx", or a name of `deck.formats.ALSO`). Raises DeckError with all that is wrong."""
    wanted = replace(wanted, choices=known_choices(wanted))
    chosen = DECK if form == DECK.name else also_named(form)
    found = Diagnostics()
    with recipe_of(wanted) as recipe:
        made = make(recipe, load_places().find(recipe.place), found)
        if made.package is None:
            raise InputError([item for item in found if item.severity >= Severity.ERROR])
        data = chosen.load().write(made.presentation, made.laid_out, made.package)
    # For decks that lose their memory: the guidance's own words, and nothing of who asked.
    keep_draft(made.release)
    return f"{made.stem}{chosen.ending}", data


def local(wanted: WantedDeck) -> bytes:
    """The local.yaml, b"" where it has nothing to say."""
    return material(replace(wanted, choices=known_choices(wanted)), house=False).get("local.yaml", b"")


def kit(wanted: WantedDeck) -> tuple[str, bytes]:
    """(file name, ZIP) with local.yaml, brand.yaml and the files that they name, and the command. The same choices give the same
    bytes."""
    wanted = replace(wanted, choices=known_choices(wanted))
    found = material(wanted) | {"kommando.txt": f"{command(wanted)}\n".encode()}
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in sorted(found):
            archive.writestr(zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0)), found[name], zipfile.ZIP_DEFLATED)
    return f"{load_places().find(wanted.place).stem}-kommandorad.zip", out.getvalue()
