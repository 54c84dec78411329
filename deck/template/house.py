"""Which of a theme's colours a house really uses, and which it shows that its theme does not have: by how much of its masters,
layouts and sample slides they take."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from deck.brand.contrast import LARGE_TEXT, TEXT, contrast
from deck.brand.oklch import apart, lch_of, turn
from deck.brand.palette import slots_of
from deck.drawing.names import qn
from deck.template.model import ACCENTS, House, SchemeName, ThemeColor
from deck.template.palette import shown
from deck.template.uses import COLOURED, HUED, SeenColors

if TYPE_CHECKING:
    from deck.template.layouts import Drawn

LED = 0.03
"""What a colour's use weighs at least, to be the house's."""
HINTED = 0.008
"""The same for a colour that the theme does not have, where nothing is seen of those that it has."""
FIRST, FIRST_OF_PALER = 0.6, 0.25
"""The theme's first accent stays first where it is used as much as this of the most used colour; of one in which no words are
read, while they are in the first accent as it is."""
SAME, SHADE, ALIKE = 0.02, 0.045, 15.0
"""Distances (OKLab) under which two colours are one, and one is a shade of the other; degrees within which they have one hue."""
VERY = 0.008
"""The distance up to which a colour is the very shade of a program's: what is merely like one was drawn without it."""
MUCH = 0.12
"""What the use of a muted colour weighs at least, to be the house's beside full ones."""
SHADED, HUE_ONLY = 0.6, 0.3
"""What the use of a shade, or of another colour of its hue, says for a colour of the theme."""
APART = 0.12
"""The distance (OKLab) that two colours of a series have at least."""
PALE = 0.88
"""A lighter colour (OKLCH) is a ground, no accent."""
_MODS = (90_000, 75_000, 60_000, 50_000, 40_000, 25_000, 20_000, 10_000)
PASTEL, FULLER = 0.84, 1.5
"""From which lightness (OKLCH) a colour is a pastel, and how many times its chroma the colour has whose tint it is."""
LOUD, LOUDER = 0.18, 2.0
"""The chroma (OKLCH) from which a shade glares, and how many times that of its colour."""
BROWNING = (20.0, 118.0)
"""Hues (OKLCH, degrees) whose pale colours, darkened until they read, are brown: a rose, a peach, a sand."""
CANDIDATES: tuple[SchemeName, ...] = (*ACCENTS, "tx2")

STOCK = tuple(
    tuple(colors.split())
    for colors in (
        "4472C4 ED7D31 A5A5A5 FFC000 5B9BD5 70AD47",
        "5B9BD5 ED7D31 A5A5A5 FFC000 4472C4 70AD47",
        "4F81BD C0504D 9BBB59 8064A2 4BACC6 F79646",
        "156082 E97132 196B24 0F9ED5 A02B93 4EA72E",
        "00CC99 3333CC FFFFFF 000000 AAE2CA 2D2DB9",
        "BBE0E3 333399 FFFFFF 000000 DAEDEF 2D2D8A",
        "4285F4 212121 78909C FFAB40 0097A7 EEFF41",
        "18A303 0369A3 A33E03 8E03A3 C99C00 C9211E",
        "729FCF 3465A4 FFD320 FF420E 579D1C 7E0021",
        "0076BA 00A89D 1DB100 F8BA00 EE220C CB297B",
        "00A2FF 16E7CF 61D836 FFD932 FF644E FF42A1",
    )
)
"""Accents that programs give a theme of which nobody has chosen any: Office 2013, 2007 and 2023, PowerPoint 97 and 2003, Google
Slides, LibreOffice, Keynote."""
STOCK_LEAST = 5
"""So many of the six are enough: one was tried out."""


STOCK_TEXT = ("44546A", "1F497D", "0E2841", "333399", "595959", "5E5E5E")
"""Second text colours that programs give a theme, likewise."""

STOCK_LINKS = ("0563C1", "0000FF", "467886", "0097A7")
"""Link colours that programs give a theme."""
BESIDE = 25.0
"""The degrees up to which a program's link colour goes with a house's colour: blue beside blue, and not beside violet."""


def is_stock(rgb: Mapping[str, str]) -> bool:
    """Whether nobody has chosen the theme's accents: a program's own, or those that it makes of the eight colours of an older
    file (the third is the ground, the fourth the text)."""
    own = [rgb.get(name, "") for name in ACCENTS]
    if any(sum(a == b for a, b in zip(own, stock, strict=True)) >= STOCK_LEAST for stock in STOCK):
        return True
    return {own[2], own[3]} <= {rgb.get("bg1", ""), rgb.get("tx1", ""), "FFFFFF", "000000"} and own[2] != own[3]


def house_of(rgb: Mapping[str, str], seen: SeenColors, titles: str = "") -> House:
    """The order of a theme's colours (scheme name → RRGGBB) by how much of each is seen. `titles`: what titles are written in."""
    weights = _weights(rgb, seen)[0]
    if weights.get("=accent1", 0.0) >= HINTED and _darkens(rgb):
        # Titles in a shade of the first accent that is nearly black are in its hue.
        weights["accent1"] += HUE_ONLY * weights.get("tx2", 0.0)
    led: list[SchemeName] = [name for name in CANDIDATES if weights.get(name, 0.0) >= LED]
    chosen = not is_stock(rgb)
    if len(led) > 1 and "tx2" in led and lch_of(rgb["tx2"])[1] < COLOURED:
        # A nearly black text colour is what titles are written in.
        led.remove("tx2")
    if not led and not chosen and "accent1" in rgb:
        led = ["accent1"]
    led.sort(key=lambda name: (-round(weights.get(name, 0.0), 4), CANDIDATES.index(name)))
    paler = bool(led) and contrast(rgb[led[0]], rgb.get("bg1", "FFFFFF")) < TEXT
    share = FIRST_OF_PALER if paler and _is_ink(rgb) else FIRST
    if "accent1" in led and weights.get("accent1", 0.0) >= share * weights.get(led[0], 0.0):
        led.sort(key=lambda name: name != "accent1")
    if "accent1" in led and _is_words(rgb, led[0]) and contrast(rgb["accent1"], rgb.get("bg1", "FFFFFF")) >= TEXT:
        # What all words are in says nothing of fields; the first accent is seen, and reads.
        led.sort(key=lambda name: name != "accent1")
    ink = _ink_of_titles(rgb, titles, pastel=bool(led) and all(lch_of(rgb[name])[0] >= PASTEL for name in led if name != "tx2"))
    if led and ink is None and _glares(rgb, led[0]) and lch_of(rgb[led[0]])[0] >= PASTEL:
        ink = _own_ink(rgb)
    pale = None
    if ink and led and ink != led[0] and _gives_way(rgb, led[0]):
        pale = led[0]
        led = [ink, *(name for name in led if name != ink)]
    rest: list[SchemeName] = [name for name in ACCENTS if name not in led]
    return House((*led, *rest), led=len(led), chosen=chosen, pale=pale, links=not led or not chosen or _links_go(rgb, led))


def _links_go(rgb: Mapping[str, str], led: Sequence[SchemeName]) -> bool:
    """Is the theme's link colour the house's, or beside one of its colours? A program's blue is one too many in a green house."""
    link = rgb.get("hlink", "")
    full = [rgb[name] for name in led if lch_of(rgb[name])[1] >= COLOURED]
    return link not in STOCK_LINKS or not full or any(turn(link, color) <= BESIDE for color in full)


def _ink_of_titles(rgb: Mapping[str, str], titles: str, *, pastel: bool) -> SchemeName | None:
    """The theme's colour that titles have, where that is another than its text's and reads as large words do. In a house of
    pastels alone it may be near its text's: nothing else of its own reads."""
    known: list[SchemeName] = [name for name in CANDIDATES if titles and rgb.get(name) == titles]
    found = next(iter(known), None)
    if found is None or (not pastel and apart(titles, rgb.get("tx1", "000000")) <= SHADE):
        return None
    return found if contrast(titles, rgb.get("bg1", "FFFFFF")) >= LARGE_TEXT else None


def _own_ink(rgb: Mapping[str, str]) -> SchemeName | None:
    """The second text colour, where somebody has chosen one that is a colour, and large words read in it."""
    own = rgb.get("tx2", "")
    if not own or own in STOCK_TEXT or lch_of(own)[1] < COLOURED or contrast(own, rgb.get("bg1", "FFFFFF")) < LARGE_TEXT:
        return None
    return "tx2"


def _darkens(rgb: Mapping[str, str]) -> bool:
    """Is the second text colour nearly black, and of the first accent's hue?"""
    ink, first = rgb.get("tx2", ""), rgb.get("accent1", "")
    if not ink or not first or not HUED <= lch_of(ink)[1] < COLOURED <= lch_of(first)[1]:
        return False
    return turn(ink, first) <= ALIKE and not _of_program(rgb, "tx2", first)


def _is_words(rgb: Mapping[str, str], name: SchemeName) -> bool:
    """Is a colour of the theme that of both its texts, too?"""
    return all(apart(rgb[name], rgb.get(ink, "000000")) <= SAME for ink in ("tx1", "tx2"))


def _is_ink(rgb: Mapping[str, str]) -> bool:
    """Can words be written in the first accent, and is it a colour, and no brown?"""
    first = rgb.get("accent1", "FFFFFF")
    return not browns(first) and lch_of(first)[1] >= COLOURED and contrast(first, rgb.get("bg1", "FFFFFF")) >= TEXT


def browns(color: str) -> bool:
    """Whether a colour (RRGGBB) is brown when it is darkened: an orange, a yellow, a sand."""
    return BROWNING[0] <= lch_of(color)[2] <= BROWNING[1]


def _gives_way(rgb: Mapping[str, str], name: SchemeName) -> bool:
    """Is it too pale for the theme's ground, also a shade darker, and something else when it is darkened until it reads: brown,
    or loud where it is hardly a colour?"""
    darker = shown(ThemeColor(name, 75_000), {name: rgb[name]})
    another = browns(rgb[name]) or lch_of(rgb[name])[0] >= PASTEL or _glares(rgb, name)
    return another and contrast(darker, rgb.get("bg1", "FFFFFF")) < TEXT


def _glares(rgb: Mapping[str, str], name: SchemeName) -> bool:
    """Is the shade of a colour that reads loud, and the colour hardly one? Darkened in HSL, a pale pink is a full crimson."""
    ground = rgb.get("bg1", "FFFFFF")
    reads = next((shade for shade in _shades(rgb[name]) if contrast(shade, ground) >= TEXT), rgb[name])
    return is_loud(reads, rgb[name])


def is_loud(shade: str, color: str) -> bool:
    """Does a colour's shade glare as the colour (both RRGGBB) does not?"""
    return lch_of(shade)[1] >= max(LOUD, LOUDER * lch_of(color)[1])


def wanting(rgb: Mapping[str, str], seen: SeenColors, named: Collection[str] = ()) -> dict[str, str]:
    """What a theme whose accents nobody has chosen is given: accent → RRGGBB. The colours that its house shows and it does not
    have, and shades of the first of them in place of those that are not seen anywhere, and not `named` by a part. Empty where
    the theme serves."""
    if not is_stock(rgb):
        return {}
    weights, foreign = _weights(rgb, seen)
    if not foreign and not any(weights.get(f"={name}") for name in ACCENTS):
        # A house may have none but muted colours.
        foreign = {color: weight for color, weight in _weights(rgb, seen, HUED)[1].items() if weight >= LED}
    # A bar of slate or stone is as much its house's as the brighter colour beside it.
    foreign |= {color: weight for color, weight in _weights(rgb, seen, HUED)[1].items() if weight >= MUCH}
    shown_own = any(weights.get(f"={name}") for name in ACCENTS)
    least = LED if shown_own else HINTED
    foreign = {color: weight for color, weight in foreign.items() if weight >= least and lch_of(color)[0] <= PALE}
    foreign = {color: weight for color, weight in foreign.items() if not any(_is_tint(color, other) for other in foreign)}
    if not foreign or max(foreign.values()) <= max((weights.get(f"={name}", 0.0) for name in ACCENTS), default=0.0):
        return {}
    ranked: list[str] = []
    for color in sorted(foreign, key=lambda color: (lch_of(color)[1] < COLOURED, -foreign[color], color)):
        if all(apart(color, known) >= APART for known in ranked):
            ranked.append(color)
    tones = dict(slots_of(ranked[0]))
    further = [tones[name] for name in ("accent2", "accent3", "accent4", "accent5", "accent6")]
    free = [name for name in ACCENTS if not weights.get(f"={name}") and name not in named]
    options = [*ranked, *(color for color in further if all(apart(color, known) >= SHADE for known in ranked))]
    return dict(zip(free, options, strict=False))


def _is_tint(color: str, full: str) -> bool:
    """Whether a pastel is another colour's tint: that one is the house's, and its cards are in this."""
    (light, chroma, _hue), (dark, fuller, _other) = lch_of(color), lch_of(full)
    return light >= PASTEL and dark < PASTEL and fuller >= FULLER * chroma and turn(color, full) <= ALIKE


def _weights(rgb: Mapping[str, str], seen: SeenColors, least: float = COLOURED) -> tuple[dict[str, float], dict[str, float]]:
    """What is seen of each of a theme's colours ("=accent1": of the very colour or its shades alone), and of colours that it does
    not have, of so much chroma (OKLCH) at least."""
    found: dict[str, float] = {}
    foreign: dict[str, float] = {}
    grounds = [rgb[name] for name in ("bg1", "bg2", "tx1") if name in rgb]
    stock = is_stock(rgb)
    for color, weight in seen.items():
        name, near = _nearest(rgb, color)
        full = lch_of(color)[1]
        own = any(apart(color, ground) <= SAME for ground in grounds)
        if own and (near > SAME or (full < COLOURED and not (name and apart(rgb[name], color) <= SAME))):
            # It has its place in the theme, and that is no accent's: a nearly black ink is the darkest shade of any hue.
            continue
        like = stock and name in ACCENTS and near > VERY and apart(rgb[name], color) > SAME
        if name and near <= SAME and not like:
            found[name] = found.get(name, 0.0) + weight * (1.0 if apart(rgb[name], color) <= SAME else SHADED) * _own(name)
            found[f"={name}"] = found.get(f"={name}", 0.0) + weight
            continue
        if full >= least:
            foreign[color] = foreign.get(color, 0.0) + weight
        if name and near <= SHADE:
            found[name] = found.get(name, 0.0) + SHADED * weight * _own(name)
        elif other := _of_hue(rgb, color):
            found[other] = found.get(other, 0.0) + HUE_ONLY * weight * _own(other)
    return found, foreign


def _own(name: str) -> float:
    """A theme's second text colour is its titles' as a rule: what is seen of it says less."""
    return 0.5 if name == "tx2" else 1.0


@lru_cache(maxsize=4_096)
def _shades(rgb: str) -> tuple[str, ...]:
    steps = ((0, 0), *((mod, 0) for mod in _MODS), *((mod, 100_000 - mod) for mod in _MODS))
    return tuple(shown(ThemeColor("accent1", *step), {"accent1": rgb}) for step in steps)


def _coloured(rgb: Mapping[str, str], least: float) -> list[SchemeName]:
    return [name for name in CANDIDATES if rgb.get(name) and lch_of(rgb[name])[1] >= least]


def _nearest(rgb: Mapping[str, str], color: str) -> tuple[SchemeName | None, float]:
    """The colour of the theme that has the nearest shade, and how far that is away."""
    coloured: list[SchemeName] = [name for name in _coloured(rgb, HUED) if not _of_program(rgb, name, color)]
    away = {name: min(apart(color, shade) for shade in _shades(rgb[name])) for name in coloured}
    exact: list[SchemeName] = [name for name in coloured if apart(rgb[name], color) <= SAME]
    ranked: list[SchemeName] = exact or sorted(coloured, key=lambda name: round(away[name] / SAME))
    if not exact and ranked and _left_over(rgb, ranked[0]) and (own := _of_hue(rgb, color, own=True)):
        return own, away[own]
    return (ranked[0], away[ranked[0]]) if ranked else (None, 1.0)


def _left_over(rgb: Mapping[str, str], name: SchemeName) -> bool:
    """Is an accent a program's own in a theme whose others somebody has chosen? What looks like a shade of it is of another."""
    if is_stock(rgb) or name not in ACCENTS:
        return False
    return any(rgb.get(name) == stock[ACCENTS.index(name)] for stock in STOCK)


def _of_program(rgb: Mapping[str, str], name: SchemeName, color: str) -> bool:
    """Is this the second text colour that a program left, and a colour no shade of it? Most dark blues are near one."""
    return name == "tx2" and rgb[name] in STOCK_TEXT and all(apart(color, shade) > SAME for shade in _shades(rgb[name]))


def _of_hue(rgb: Mapping[str, str], color: str, *, own: bool = False) -> SchemeName | None:
    """The colour of the theme that has its hue. `own`: none that a program left there."""

    near: list[SchemeName] = [name for name in _coloured(rgb, COLOURED) if turn(rgb[name], color) <= ALIKE]
    near = [name for name in near if not _of_program(rgb, name, color)]
    near = [name for name in near if not (own and _left_over(rgb, name))]
    near.sort(key=lambda name: turn(rgb[name], color))
    return near[0] if near else None


def named_in(root: Any) -> set[str]:
    """The theme's colours that a part itself names; not those of its shapes' styles, which what it says of them goes before
    (20.1.4.1.42)."""
    found: set[str] = set()
    for item in root.iter(qn("a:schemeClr")):
        if next(item.iterancestors(qn("p:style")), None) is None:
            found.add(item.get("val", ""))
    return found


def same_scenes(one: Sequence[Drawn], other: Sequence[Drawn]) -> bool:
    """Whether layouts show the same in two themes: shapes, backgrounds and the words of placeholders."""

    def told(item: Drawn) -> object:
        words = [(holder.type, holder.idx, holder.style) for holder in (*item.layout.placeholders, *item.layout.furniture)]
        return item.scene.background, item.scene.shapes, words

    return [told(item) for item in one] == [told(item) for item in other]


__all__ = ["LOUDER", "browns", "house_of", "is_loud", "is_stock", "named_in", "same_scenes", "wanting"]
