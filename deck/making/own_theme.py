"""The theme that an owner gave a deck before a program wrote its masters anew: its colours stand in the new masters' themes, its
fonts only in each run. So the look that is put right is the place's in the owner's colours and fonts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from deck.drawing.names import child, qn
from deck.drawing.sheet import TITLES, Sheets, contents, placeholder_of

if TYPE_CHECKING:
    from deck.brand import Brand
    from deck.package import Package

SHARE = 0.05
"""Of what is coloured on the slides so much has new colours of the theme, at least: a program's own theme shows nowhere."""
FEW = 4
"""Where no more of the twelve are others, the theme is ours, and changed by hand, whether that shows yet or not."""
MOST = 0.6
"""Of the letters whose font a program wrote so many are in one: a theme's."""
SURE = 0.5
"""And of so many letters the font is written, at least: else it is not the program that says it."""


def in_own_theme(brand: Brand, package: Package) -> Brand | None:
    """The profile with the theme colours and fonts that the deck's owner chose; None where they are the profile's. `package`: the
    deck as the program left it."""
    colors = _colors(package, brand.colors)
    heading, body = _fonts(package)
    heading, body = heading or brand.heading_font, body or brand.body_font
    if not colors and (heading, body) == (brand.heading_font, brand.body_font):
        return None
    return replace(brand, colors={**brand.colors, **colors}, heading_font=heading, body_font=body)


def _colors(package: Package, ours: Mapping[str, str]) -> dict[str, str]:
    """The theme's colours where they are others than ours and show on the slides; none of a theme that many programs have."""
    from deck.refresh.guard.seen import is_near
    from deck.template.house import is_stock
    from deck.template.samples import samples_of

    sheets = Sheets(package)
    # The one that most slides have: a slide from elsewhere may have brought another.
    schemes = Counter(tuple(sheets.sheet(part).theme.scheme.items()) for part in sheets.places)
    scheme = dict(schemes.most_common(1)[0][0]) if schemes else {}
    changed = {slot: rgb for slot, rgb in scheme.items() if slot in ours and not is_near(rgb, [ours[slot]])}
    new = [rgb for rgb in changed.values() if not is_near(rgb, ours.values())]
    if not new or is_stock(scheme):
        return {}
    if len(changed) <= FEW:
        return changed
    seen = samples_of(package).colors
    shown = sum(weight for rgb, weight in seen.items() if is_near(rgb, new))
    return changed if shown > SHARE * sum(seen.values()) else {}


def _fonts(package: Package) -> tuple[str, str]:
    """The font that most titles are in, and most other words; "" where none is written in most."""
    sheets = Sheets(package)
    counted, letters = (Counter[str](), Counter[str]()), [0, 0]
    for part in sheets.places:
        for shape in contents(sheets.sheet(part).tree):
            holder = placeholder_of(shape)
            which = 0 if holder is not None and holder.get("type", "") in TITLES else 1
            for run in shape.iter(qn("a:r")):
                count = len((run.findtext(qn("a:t")) or "").strip())
                face = child(run, "a:rPr", "a:latin")
                letters[which] += count
                if face is not None and not (name := face.get("typeface", "")).startswith("+"):
                    counted[which][name] += count
    heading, body = (_usual(found, total) for found, total in zip(counted, letters, strict=True))
    return heading, body


def _usual(found: Counter[str], letters: int) -> str:
    written = found.total()
    name, count = next(iter(found.most_common(1)), ("", 0))
    return name if written and written >= SURE * letters and count >= MOST * written else ""


__all__ = ["in_own_theme"]
