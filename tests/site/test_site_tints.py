"""The gallery's colours read, for every place, in light and dark (WCAG 2.2, 1.4.3 and 1.4.11)."""

from __future__ import annotations

import re

from deck.brand import load_brand
from deck.brand.contrast import contrast
from deck.places import load_places
from deck.site.tints import house_tints, tints

PLACES = load_places()


def sheets(css: str) -> tuple[dict[str, str], dict[str, str]]:
    light, dark = css.split("@media", 1)
    first = dict(re.findall(r"--(\w+):#(\w{6})", light))
    return first, first | dict(re.findall(r"--(\w+):#(\w{6})", dark))


def test_every_place_s_words_read_in_light_and_dark() -> None:
    found = [tints(load_brand(place, PLACES).colors) for place in PLACES.all]
    assert len(set(found)) > 100
    for css in (*dict.fromkeys(found), house_tints()):
        for sheet in sheets(css):
            for name in ("ink", "quiet", "strong"):
                assert contrast(sheet[name], sheet["ground"]) >= 4.5, (name, sheet)
            assert contrast(sheet["ink"], sheet["paper"]) >= 4.5
            assert contrast("FFFFFF", sheet["night"]) >= 7
            assert contrast(sheet["glow"], sheet["night"]) >= 3
