"""A small gallery, made once for all tests of the room: a municipality, its county's board, and one of another county."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from tempfile import mkdtemp

from deck.site.publish import Published, SiteRequest, publish

CODES = ("1281", "12", "0980")


def request(out: Path, codes: tuple[str, ...] = CODES, outlines: tuple[str, ...] = ("kort",)) -> SiteRequest:
    return SiteRequest(codes, out=out, outlines=outlines, also=(), publisher="Prov & Försök", contact="mailto:prov@example.se")


@lru_cache(maxsize=1)
def made() -> tuple[Path, Published]:
    folder = Path(mkdtemp(prefix="deck-gallery-"))
    return folder, publish(request(folder))
