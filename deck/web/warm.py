"""What the server of processes has read before it forks the first worker: a new worker is ready at once, and shares it."""

from __future__ import annotations

import gc
from contextlib import suppress

LANGUAGES = 4
"""So many at most: what is read here, each worker holds."""


def warm() -> None:
    """Read the content, the standard template and the fonts' tables by making a deck in memory, and lay out what is common to all
    places in each language. No thread may begin here, or the forked workers would wait for it: no picture is drawn and nothing is
    set."""
    from deck.content import content_root, languages
    from deck.diagnostics import Diagnostics
    from deck.i18n import use
    from deck.making import Recipe, content_of, make
    from deck.places import load_places
    from deck.places.borders import all_borders
    from deck.web.choices import DeckChoices
    from deck.web.jobs.preview import preview
    from deck.web.recipe import WantedDeck
    from deck.web.shown import shown

    use("sv")

    all_borders()
    first = load_places().all[0]
    made = make(Recipe(first.code), first, Diagnostics())
    if made.package is not None:
        shown(made.package)
    for lang in languages(content_root())[:LANGUAGES]:
        outlines = content_of(Recipe(first.code, lang=lang)).outlines
        preview(
            WantedDeck(first.code, DeckChoices(lang=lang, outline=max(outlines, key=lambda name: outlines[name].minutes)), {})
        )


def begin() -> None:
    """Never raises: a worker that is not warm says in its first answer what is wrong."""
    with suppress(Exception):
        warm()
    # What is read now stays, and is never looked through again: the collector would write in pages that all workers share.
    gc.collect()
    gc.freeze()


if __name__ != "__main__":
    begin()
