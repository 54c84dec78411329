"""Which of a template's masters serves best, as far as it can be told without words; and which are so near that words decide
(deck/layout/masters.py)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from deck.drawing.ground import flat
from deck.template.layouts import Drawn
from deck.template.model import Role

USED = 8.0
"""What it says for a master that all the template's own slides use it, in roles that are wholly its own."""
ROOM, ENOUGH = 8.0, 0.6
"""What the share of the slide that a master's content has says for it, up to so much: words need room."""
QUOTED = 4.0
"""What it says against one that its content stands between quotation marks: it is for quotes alone."""
_MARKS = frozenset("\"'\u201c\u201d\u201e\u00ab\u00bb\u2018\u2019\u201a")
NEAR, MOST_RIVALS = 1.5, 5
"""Masters whose worth differs by less than this are tried with words, so many of them at most: what tells them apart is a little
room, or one of two sample slides."""


def master_worth(roles: Mapping[str, Role], drawn: Sequence[Drawn], uses: Mapping[str, int], cover: str = "") -> float:
    """What speaks for a master: roles that are its own, use by the template's own slides, and room for content. The first of
    those slides, which has the layout `cover`, says nothing of where content stands, if there are others."""
    if sum(uses.values()) > 1 and uses.get(cover):
        uses = {**uses, cover: uses[cover] - 1}
    mine = sum(uses.get(item.layout.part, 0) for item in drawn)
    room = max((spot.box.area for name, spot in roles["content"].spots.items() if name != "title"), default=0)
    share = room / (drawn[0].scene.size[0] * drawn[0].scene.size[1])
    used = USED * mine / max(sum(uses.values()), 1)
    quoted = any(_is_quoted(item) for item in drawn if item.layout.part == roles["content"].layout.part)
    return sum(_worth(role) for role in roles.values()) + used + ROOM * min(share, ENOUGH) - QUOTED * quoted


def _is_quoted(drawn: Drawn) -> bool:
    """Do quotation marks stand on a layout by themselves?"""
    own = (shape for shape in flat(drawn.scene.shapes) if not (shape.hidden or shape.is_placeholder))
    said = (shape.text.text.strip() for shape in own if shape.text is not None)
    return any(_MARKS.issuperset(words) for words in said if words)


def rivals_of(best: int, worths: Sequence[float]) -> tuple[int, ...]:
    """The masters that are nearly worth as much as the best, the worthiest first."""
    order = sorted(range(len(worths)), key=lambda n: -worths[n])
    return tuple(n for n in order if n != best and worths[n] > worths[best] - NEAR)[:MOST_RIVALS]


def _worth(role: Role) -> float:
    """How much of a role is the template's own."""
    own = sum(spot.placeholder is not None for spot in role.spots.values()) / len(role.spots)
    return own + (0.5 if "title" in role.spots and role.spots["title"].placeholder is not None else 0.0)


__all__ = ["master_worth", "rivals_of"]
