"""Which slides a deck has, and in which order: the outline's, less what does not apply here, with what its sender adds."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise

from deck.compose.figures import is_known
from deck.compose.menu import is_bare
from deck.content.blocks import MadeBlock
from deck.content.content import Content
from deck.content.model import SlideModel
from deck.places import Place

SlideOrder = tuple[tuple[str, str], ...]
"""(section, slide id) in order."""


def slide_order(
    content: Content, place: Place, outline: str, audience: str, *, contact: bool = False, alone: bool = False
) -> SlideOrder:
    """(section, slide id) of this deck: the outline's, less what does not apply and what is left out, own slides, and what the
    sender has to say wherever it is said. `contact`: whether there is one beside the local material's. `alone`: whether the
    county has a single municipality."""
    local = content.local
    leave_out = set(local.leave_out) if local else set()
    order: list[tuple[str, str]] = []
    placed: set[str] = set()
    plan = content.outlines[outline]
    others = {slide.instead: name for name, slide in content.slides.items() if slide.instead and _shows(content, slide, place)}
    for section, planned_name in plan.order(audience):
        name = others.get(planned_name, planned_name)
        slide = content.slides[name]
        lacks = {"goals": not content.goals, "neighbours": alone}.get(slide.needs, False) or is_bare(content, slide)
        skip = name in leave_out or not _shows(content, slide, place) or lacks
        # Own slides stay where they were put, though the slide they go by is left out.
        _with_own(content, place, section, name, () if skip else (name,), order, placed)
    _add_own(content, place, order, placed, plan.appendix)
    known = contact or (local is not None and any(any(one.model_dump().values()) for one in local.contact))
    for name in _said_anywhere(content, known):
        if name not in leave_out and _shows(content, content.slides[name], place):
            _add_known(content, order, name)
    if local is not None:
        order = _only(content, order, local.only)
        order = _reordered(content, order, local.order) if local.order else order
    return tuple(_without_empty_sections(content, order))


def _shows(content: Content, slide: SlideModel, place: Place) -> bool:
    """Whether it is meant for the place, and its figures, where it has some, are known of it."""
    return slide.meant_for(place.kind, place.code) and is_known(content, slide, place)


def _with_own(
    content: Content,
    place: Place,
    section: str,
    name: str,
    shown: tuple[str, ...],
    order: list[tuple[str, str]],
    placed: set[str],
) -> None:
    """Put a slide with the own slides around it, those with theirs. Of one with figures nothing is shown where the place has
    none."""
    for own in content.before.get(name, ()):
        if own not in placed:
            placed.add(own)
            told = (own,) if is_known(content, content.slides[own], place) else ()
            _with_own(content, place, section, own, told, order, placed)
    order.extend((section, item) for item in shown)
    for own in content.after.get(name, ()):
        if own not in placed:
            placed.add(own)
            told = (own,) if is_known(content, content.slides[own], place) else ()
            _with_own(content, place, section, own, told, order, placed)


def _add_own(content: Content, place: Place, order: list[tuple[str, str]], placed: set[str], appendix: Iterable[str]) -> None:
    """What goes by a slide that this outline does not have, goes last before the closing section."""
    own = [name for name, slide in content.slides.items() if slide.own and not slide.needs and name not in placed]
    if not own or not order:
        return
    by_others = {name for side in (content.before, content.after) for target in own for name in side.get(target, ())}
    told: list[tuple[str, str]] = []
    spoken = [section for section, _name in order if section not in appendix]
    last = spoken[-1] if spoken else order[-1][0]
    at = next(i for i, item in enumerate(order) if item[0] == last)
    section = order[max(at - 1, 0)][0]
    for name in sorted(own, key=by_others.__contains__):
        if name not in placed:
            placed.add(name)
            shown = (name,) if is_known(content, content.slides[name], place) else ()
            _with_own(content, place, section, name, shown, told, placed)
    order[at:at] = told


def _said_anywhere(content: Content, contact: bool) -> list[str]:
    """The slides of what a sender has given for every deck: goals, and whom to ask."""

    def says(slide: SlideModel) -> bool:
        made = {block.block for block in slide.slots.values() if isinstance(block, MadeBlock)}
        return (slide.needs == "goals" and bool(content.goals)) or ("contact" in made and contact)

    return [name for name, slide in content.slides.items() if says(slide)]


def _add_known(content: Content, order: list[tuple[str, str]], name: str) -> None:
    """Put a slide that this outline does not plan after what it follows in the longest that does."""
    if any(name == present for _section, present in order):
        return
    plans = [plan for plan in content.outlines.values() if any(name in slides for slides in plan.sections.values())]
    if not plans:
        return
    longest = [slide for slides in max(plans, key=lambda plan: plan.minutes).sections.values() for slide in slides]
    before = set(longest[: longest.index(name)])
    at = max((i for i, (_section, present) in enumerate(order) if present in before), default=-1)
    if at >= 0:
        order.insert(at + 1, (order[at][0], name))


def _only(content: Content, order: list[tuple[str, str]], only: tuple[str, ...]) -> list[tuple[str, str]]:
    """The slides that are named, the sender's own, and the title, which every deck has; all where none is named."""
    if not only:
        return order
    return [item for item in order if item[1] in only or content.slides[item[1]].kind == "title" or content.slides[item[1]].own]


def _reordered(content: Content, order: list[tuple[str, str]], wanted: tuple[str, ...]) -> list[tuple[str, str]]:
    """Each slide that is named comes after the one named before it; the others stay."""
    present = [name for name in wanted if any(name == item[1] for item in order)]
    found = [name for _section, name in order]
    for before, name in pairwise(present):
        if _next(content, found, before, present) != name:
            found.remove(name)
            found.insert(found.index(before) + 1, name)
    return _in_sections(content, order, found)


def _next(content: Content, found: list[str], before: str, named: list[str]) -> str:
    """What comes after a slide; what its sender has put between them is no matter, where nobody names it."""
    rest = found[found.index(before) + 1 :]
    return next((name for name in rest if name in named or not content.slides[name].own), "")


def _in_sections(content: Content, order: list[tuple[str, str]], found: list[str]) -> list[tuple[str, str]]:
    """The slides in their new order: one that was moved is in the section of what it comes after, the others in their own."""
    sections = {name: section for section, name in order}
    stay = _staying(content, [name for _section, name in order], found)
    placed: list[tuple[str, str]] = []
    for name in found:
        placed.append((sections[name] if name in stay or not placed else placed[-1][0], name))
    return placed


def _staying(content: Content, order: list[str], found: list[str]) -> set[str]:
    """Most of the slides, such that they come in the same order in both; one that opens a part before any others."""
    at = {name: i for i, name in enumerate(order)}
    best: list[tuple[int, list[str]]] = []
    for n, name in enumerate(found):
        before = max((best[k] for k in range(n) if at[found[k]] < at[name]), key=lambda item: item[0], default=(0, []))
        weight = len(found) if content.slides[name].kind == "section" else 1
        best.append((before[0] + weight, [*before[1], name]))
    return set(max(best, key=lambda item: item[0], default=(0, []))[1])


def _without_empty_sections(content: Content, order: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """A part that has lost all its slides loses the one that opens it, too."""
    told = {section for section, name in order if content.slides[name].kind != "section"}
    return [item for item in order if item[0] in told]
