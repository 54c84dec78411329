"""What the server of processes has read before it forks the first worker: a new worker is ready at once, and shares it."""

from __future__ import annotations

import gc
from contextlib import suppress


def warm() -> None:
    """Read the content, the standard template and the fonts' tables by making a deck in memory. No thread may begin here, or the
    forked workers would wait for it: no picture is drawn and nothing is set."""
    from deck.diagnostics import Diagnostics
    from deck.i18n import use
    from deck.making import Recipe, make
    from deck.places import load_places
    from deck.places.borders import all_borders
    from deck.web.shown import shown

    use("sv")

    all_borders()
    first = load_places().all[0]
    made = make(Recipe(first.code), first, Diagnostics())
    if made.package is not None:
        shown(made.package)


def begin() -> None:
    """Never raises: a worker that is not warm says in its first answer what is wrong."""
    with suppress(Exception):
        warm()
    # What is read now stays, and is never looked through again: the collector would write in pages that all workers share.
    gc.collect()
    gc.freeze()


if __name__ != "__main__":
    begin()
