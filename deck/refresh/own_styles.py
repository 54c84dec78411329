"""How titles and texts look that their owner changed on the slide master, before a program wrote the masters anew: then each run
says it, on most slides alike. So the master that is put right says it (19.3.1.52 p:titleStyle, 19.3.1.5 p:bodyStyle)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

from deck.drawing import SceneRun, scene
from deck.drawing.names import Element, child, detach, qn
from deck.drawing.sheet import TITLES
from deck.package import parse_xml, serialise
from deck.refresh.guard.seen import is_near
from deck.refresh.pages import Page, pages_of

if TYPE_CHECKING:
    from deck.refresh.known import KnownDeck
    from deck.template import Template

StyleName = Literal["titleStyle", "bodyStyle"]
MOST = 0.6
"""The share of the slides on which words must look otherwise, and alike, for it to be the master's."""
LEAST = 4
"""So many slides at least."""
LOST = "000000"
"""What a program writes where it did not see which colour words had."""
_PLACES = ("body", "obj", "")


@dataclass(frozen=True, slots=True)
class OwnStyle:
    """`color` (RRGGBB), `bold`, `italic` of a master's first level; None where they are as we have them."""

    style: StyleName
    color: str | None = None
    bold: bool | None = None
    italic: bool | None = None


def own_styles(known: KnownDeck) -> tuple[OwnStyle, ...]:
    """What most of the deck's titles, and of its texts, have otherwise than the base as we would write it in its look."""
    mine = pages_of(known.found.deck, known.base.lang)
    pairs = [
        (page, ours)
        for slide, pages in mine.items()
        for page, ours in zip(pages, known.generated.pages.get(slide, ()), strict=False)
    ]
    return tuple(style for name in ("titleStyle", "bodyStyle") if (style := _of(name, pairs)) is not None)


def in_own_styles(look: Template, styles: Sequence[OwnStyle]) -> Template:
    """The look with these on its master. It is the same look still."""
    master = look.roles["content"].layout.master
    root = parse_xml(look.package.parts[master])
    for item in styles:
        props = child(root, "p:txStyles", f"p:{item.style}", "a:lvl1pPr", "a:defRPr")
        if props is not None:
            _put(props, item)
    return replace(look, package=look.package.replace({master: serialise(root)}))


def _of(style: StyleName, pairs: Sequence[tuple[Page, Page]]) -> OwnStyle | None:
    runs = [(one, other) for mine, ours in pairs if (one := _first(mine, style)) and (other := _first(ours, style))]
    # What layouts have of their own is not the master's: most slides have that.
    usual = Counter(ours.color for _mine, ours in runs).most_common(1)
    runs = [(mine, ours) for mine, ours in runs if ours.color == usual[0][0]]
    if len(runs) < LEAST:
        return None
    color, count = Counter(mine.color for mine, _ours in runs).most_common(1)[0]
    found = OwnStyle(
        style,
        color=color if count >= MOST * len(runs) and not is_near(color, [usual[0][0], LOST]) else None,
        bold=_otherwise([(mine.bold, ours.bold) for mine, ours in runs]),
        italic=_otherwise([(mine.italic, ours.italic) for mine, ours in runs]),
    )
    return found if found != OwnStyle(style) else None


def _otherwise(pairs: Sequence[tuple[bool, bool]]) -> bool | None:
    others = [mine for mine, ours in pairs if mine != ours]
    return others[0] if len(others) >= MOST * len(pairs) and len(set(others)) == 1 else None


def _first(page: Page, style: StyleName) -> SceneRun | None:
    """The first words of the slide's title, or of its first text; None for words that stand out from those after them."""
    return next(_runs(page, style), None)


def _runs(page: Page, style: StyleName) -> Iterator[SceneRun]:
    sheets = page.reader.sheet.sheets
    for shape in scene(sheets.package, page.part, sheets).own:
        kinds = TITLES if style == "titleStyle" else _PLACES
        for paragraph in (
            shape.text.paragraphs if shape.text is not None and shape.is_placeholder and shape.ph_type in kinds else ()
        ):
            said = [run for run in paragraph.runs if run.text.strip() and not run.link]
            if said and paragraph.level == 0:
                # The most of a paragraph is as the master has it; a word of it may stand out.
                yield max(said, key=lambda run: len(run.text))
                break


def _put(props: Element, item: OwnStyle) -> None:
    for name, value in (("b", item.bold), ("i", item.italic)):
        if value is not None:
            props.set(name, str(int(value)))
    if item.color is None:
        return
    for old in [fill for fill in props if fill.tag in _FILLS]:
        detach(old)
    fill = props.makeelement(qn("a:solidFill"), {})
    fill.append(fill.makeelement(qn("a:srgbClr"), {"val": item.color}))
    line = child(props, "a:ln")
    props.insert(props.index(line) + 1 if line is not None else 0, fill)


_FILLS = tuple(map(qn, ("a:noFill", "a:solidFill", "a:gradFill", "a:blipFill", "a:pattFill", "a:grpFill")))


__all__ = ["OwnStyle", "in_own_styles", "own_styles"]
