"""What makes a template better, in the words of who keeps it: no names of XML, the weightiest first."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from deck.brand.contrast import needed
from deck.fonts import LINE_PITCH, metrics
from deck.geometry import EMU_PER_PT, least_scale, slide_scale
from deck.i18n import _, decimal, ngettext
from deck.presentation import FROM, KINDS
from deck.template.inks import contrast_on, ink_for
from deck.template.layouts import UNWRITTEN
from deck.template.model import Role, Spot, Template, ThemeColor
from deck.template.names import called

FEW_LINES, READ_PT = 8, 18.0
"""Lines of 24 pt that a text needs at least on a common slide, and the least size that is read from the back of the room."""
ENOUGH = 2
"""Accent colours that read."""
MOST = 5
"""So many pieces of advice at once."""
_NUMBER = re.compile(rb'<p:ph[^>]*\stype="sldNum"')


def color_words(color: ThemeColor) -> str:
    """A theme colour, or a shade of it, as PowerPoint's menu calls it (20.1.10.46 has the short names)."""
    words = _name_words(color.name)
    return _("a shade of {color}").format(color=words) if color != ThemeColor(color.name) else words


def _name_words(name: str) -> str:
    fixed = {
        "tx1": _("the first text colour"),
        "tx2": _("the second text colour"),
        "bg1": _("the first background colour"),
        "bg2": _("the second background colour"),
        "hlink": _("the link colour"),
        "folHlink": _("the colour of followed links"),
    }
    return fixed.get(name) or _("accent colour {number}").format(number=name.removeprefix("accent"))


def advice(template: Template) -> tuple[str, ...]:
    """What the owner may change, each as what to do and where; empty where nothing is worth a word."""
    return tuple(item for rule in RULES for item in rule(template))[:MOST]


def _titles(template: Template) -> Iterator[str]:
    found = _layouts(role for role in template.roles.values() if role.spots["title"].placeholder is None)
    if found:
        yield _("give each layout a title placeholder ({names} has none): who listens to the slides goes by it").format(
            names=listed(found, quoted=True)
        )


def _room(template: Template) -> Iterator[str]:
    body = template.roles["content"].spots["body"]
    if body.placeholder is None:
        yield _("add a layout with a title and one large content placeholder: texts and tables now stand in boxes of their own")
    elif (many := capacity(body, 24 * slide_scale(template.size))) < FEW_LINES:
        yield _(
            'make the content placeholder of the layout "{name}" larger: it holds {count} lines of 24 points, and long texts go '
            "on to more slides"
        ).format(name=template.roles["content"].layout.name, count=many)


NAMED = 3


def _size(template: Template) -> Iterator[str]:
    role = template.roles["content"]
    size = role.spots["body"].style.levels[0].size_pt
    if role.spots["body"].placeholder is not None and 0 < size < READ_PT:
        yield _(
            'set the text of the layout "{name}" in at least 18 points: it has {size}, which is not read from the back'
        ).format(name=role.layout.name, size=decimal(size))


def _contrast(template: Template) -> Iterator[str]:
    pairs = {
        (role.layout.name, spot.role): spot
        for role in template.roles.values()
        for spot in role.spots.values()
        if _is_faint(spot, template)
    }
    if pairs:
        (name, _role), spot = min(pairs.items(), key=lambda pair: own_contrast(pair[1]))
        yield _(
            'choose a text colour that stands out more on the layout "{name}": it has the contrast {contrast}:1, and needs '
            "{least}:1; until then {color} is used"
        ).format(
            name=name,
            contrast=decimal(own_contrast(spot), 1),
            least=decimal(contrast_needed(spot, template.size)),
            color=color_words(ink_for(spot)),
        )


def _is_faint(spot: Spot, template: Template) -> bool:
    own = spot.placeholder is not None and spot.role not in UNWRITTEN and not spot.moved
    return own and own_contrast(spot) < contrast_needed(spot, template.size)


def contrast_needed(spot: Spot, size: tuple[int, int]) -> float:
    """What the spot's words need (WCAG 2.1, 1.4.3) in the size that they have on a slide of `size` (EMU): all but a source line
    are raised to what is read."""
    level = spot.style.levels[0]
    least = 0.0 if spot.role == FROM else READ_PT * least_scale(size)
    return needed(max(level.size_pt, least), level.bold)


def _accents(template: Template) -> Iterator[str]:
    spots = template.roles["object"].spots
    spot = spots.get("object") or next(iter(spots.values()))
    own = {fill.color.name for fill in spot.palette.fills if fill.color.name.startswith("accent") and not fill.color.lum_mod}
    if len(own) < ENOUGH:
        yield _(
            "let at least two of the theme's accent colours have the contrast 3:1 with the background: charts and maps use them"
        )


def _kinds(template: Template) -> Iterator[str]:
    taken = {template.roles[kind].layout.part for kind in ("title", "content")}
    lacking = [
        _(KINDS[kind].called)
        for kind, role in template.roles.items()
        if KINDS[kind].apart and (role.composed or role.layout.part in taken) and not _there(template, kind)
    ]
    if template.roles["title"].layout.part in {template.roles[kind].layout.part for kind in ("content", "title-only")}:
        lacking.insert(0, _(KINDS["title"].called))
    if lacking:
        yield _("add layouts for {kinds}: until then such slides are put together on others").format(kinds=listed(lacking))


def _there(template: Template, kind: str) -> bool:
    """Has the template a layout that says it is for a kind, though another serves better? Nobody needs to add it."""
    return any(item.type in KINDS[kind].layouts or called(kind, item.name) for item in template.layouts)


def _numbers(template: Template) -> Iterator[str]:
    layout = template.roles["content"].layout
    if any(item.type == "sldNum" for item in layout.furniture):
        return
    if _NUMBER.search(template.package.parts.get(layout.master, b"")):
        told = _('put the slide number on the layout "{name}": what stands on the slide master alone is not inherited')
    else:
        told = _('put a slide number on the layout "{name}": neither it nor its slide master has one')
    yield told.format(name=layout.name)


def _fonts(template: Template) -> Iterator[str]:
    found = [name for name in dict.fromkeys((template.heading_font, template.body_font)) if not metrics(name).exact]
    if found:
        yield ngettext(
            "the font {names} is not one whose widths we know: texts are set a little smaller than they need be",
            "the fonts {names} are not among those whose widths we know: texts are set a little smaller than they need be",
            len(found),
        ).format(names=listed(found))


RULES: tuple[Callable[[Template], Iterator[str]], ...] = (
    _titles,
    _room,
    _contrast,
    _size,
    _accents,
    _kinds,
    _numbers,
    _fonts,
)


def capacity(spot: Spot, size_pt: float) -> int:
    """So many lines of the first list level fit at a size, by the box, its insets and the line spacing."""
    level = spot.style.levels[0]
    line = level.line_exact_pt or LINE_PITCH * size_pt * level.line_spacing
    room = (spot.box.h - spot.style.insets.top - spot.style.insets.bottom) / EMU_PER_PT
    return max(0, int(room // line)) if line else 0


def own_contrast(spot: Spot) -> float:
    """Of the spot's own text colour against what is behind it (WCAG 2.1, 1.4.3)."""
    return contrast_on(spot.style.levels[0].color, spot)


def _layouts(roles: Iterator[Role]) -> list[str]:
    return list(dict.fromkeys(role.layout.name for role in roles))


def listed(names: list[str], quoted: bool = False) -> str:
    """Up to four by name: "1 more" would say less in no fewer words."""
    named = names if len(names) <= NAMED + 1 else names[:NAMED]
    words = [_("“{name}”").format(name=name) if quoted else name for name in named]
    if len(names) > len(words):
        words.append(_("{count} more").format(count=len(names) - len(words)))
    return words[0] if len(words) == 1 else _("{first} and {last}").format(first=", ".join(words[:-1]), last=words[-1])


__all__ = ["advice", "capacity", "color_words", "contrast_needed", "listed", "own_contrast"]
