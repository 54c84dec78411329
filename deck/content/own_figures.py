"""A sender's figures: which slides they make, and how they are told. The numbers come when it is known whose deck it is."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Literal

from deck.content.blocks import FigureBlock
from deck.content.indicators import Telling
from deck.content.listed import FIGURE
from deck.content.model import SlideModel
from deck.content.own import FigureSlide, OwnFigures
from deck.diagnostics import Diagnostics, Where, did_you_mean
from deck.figures import Figures, Indicator
from deck.i18n import _
from deck.presentation import COLUMNS
from deck.source.tree import TreePath

MOST_SHOWN = 12
"""So many indicators of a file are shown where nothing says which."""
AFTER = "local"
"""The slide about the place, which figures follow where nothing else is said."""


@dataclass(frozen=True)
class ShownFigure:
    """One slide: its indicator and how that is told. `wish`: the words and place that local.yaml gives it, `at` where."""

    id: str
    indicator: Indicator
    telling: Telling
    wish: FigureSlide | None = None
    at: TreePath = field(default=())


def shown_figures(
    figures: Figures,
    given: OwnFigures | None,
    known: Mapping[str, Telling],
    where: Callable[[TreePath], Where],
    diagnostics: Diagnostics,
) -> list[ShownFigure]:
    """The slides that figures make: those that local.yaml asks for; else of the indicators that the content knows; else of all,
    up to MOST_SHOWN. `where`: where local.yaml says something."""
    found: list[ShownFigure] = []
    for n, wish in enumerate(given.show if given is not None else ()):
        at: TreePath = ("figures", "show", n)
        indicator = figures.find(wish.indicator)
        if indicator is None:
            names = [name for item in figures.indicators.values() for name in dict.fromkeys((item.key, item.name))]
            hint = did_you_mean(wish.indicator, names) or _("known here: {names}").format(names=", ".join(names[:12]))
            message = _('the figures have no "{name}"').format(name=wish.indicator)
            diagnostics.error("unknown-indicator", message, where((*at, "indicator")), hint)
            continue
        found.append(_shown(indicator, wish, given, known, at))
    if given is None or not given.show:
        listed = [item for name in known if (item := figures.find(name)) is not None]
        chosen = list(dict.fromkeys(listed)) or list(figures.indicators.values())
        if len(chosen) > MOST_SHOWN:
            message = _("the figures have {count} indicators; the first {most} are shown").format(
                count=len(chosen), most=MOST_SHOWN
            )
            diagnostics.warning("many-indicators", message, where(("figures",)), _('name those that matter in "show"'))
        found += [_shown(indicator, None, given, known, ()) for indicator in chosen[:MOST_SHOWN]]
    for item in found:
        named = figures.sources.get(item.indicator.key, ())
        sources = tuple(filter(None, named))
        if sources and len(sources) < len(named) and item.telling.source == sources[0][:120]:
            message = _('some rows of "{name}" say no source; the slide names {source} for all').format(
                name=item.indicator.name, source=sources[0]
            )
            hint = _('fill in the source of each, or say in "source" where they come from')
            diagnostics.warning("many-sources", message, where(item.at or ("figures",)), hint)
        if len(sources) > 1 and item.telling.source == sources[0][:120]:
            message = _('the file names several sources of "{name}": {names}; the slide names the first').format(
                name=item.indicator.name, names=", ".join(sources[:6])
            )
            diagnostics.warning("many-sources", message, where(item.at or ("figures",)), _('say all of them in "source"'))
        if not item.telling.source.strip():
            message = _('it is not said where the figures of "{name}" come from').format(name=item.indicator.name)
            diagnostics.error(
                "no-source",
                message,
                where(item.at or ("figures",)),
                _('say it in "source", or in a column of that name in the file'),
            )
    return found


def _shown(
    indicator: Indicator, wish: FigureSlide | None, given: OwnFigures | None, known: Mapping[str, Telling], at: TreePath
) -> ShownFigure:
    """What local.yaml says of it goes first, then what the content says, then its file, then what local.yaml says of all."""
    said = {
        "name": indicator.name[:120],
        "unit": indicator.unit[:40],
        "source": indicator.source[:120],
        "fetched": indicator.fetched[:20],
        "licence": indicator.licence[:120],
    }
    found = Telling.model_validate({name: words for name, words in said.items() if words.strip()})
    if given is not None:
        found = found.over(given.all_of_them())
    of_content = known.get(indicator.key) or known.get(indicator.name)
    if of_content is not None:
        found = of_content.over(found)
    if wish is not None:
        found = wish.telling().over(found)
    name = wish.id if wish is not None and wish.id else figure_slide_id(indicator.key)
    return ShownFigure(name, indicator, found, wish, at)


def figure_slide_id(key: str) -> str:
    """What the slide of an indicator is called where nobody calls it otherwise."""
    return FIGURE + plain_id(key)


def plain_id(words: str) -> str:
    """A name as an id: plain letters, digits and hyphens."""
    plain = unicodedata.normalize("NFKD", words.casefold()).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:50].strip("-") or "x"


SayWords = Callable[[str, str, TreePath], None]
"""Put an own slide's words: (slot, words, where they stand)."""


def figure_slide(item: ShownFigure, say: SayWords) -> SlideModel:
    """The structure of a figure's slide; the words that are its sender's go through `say`."""
    if item.wish is not None and item.wish.title.strip():
        say("title", item.wish.title, (*item.at, "title"))
    if item.wish is not None and item.wish.notes.strip():
        say("notes", item.wish.notes, (*item.at, "notes"))

    def block(part: Literal["title", "number", "chart"], role: str) -> FigureBlock:
        return FigureBlock(block="figure", role=role, indicator=item.indicator.key, part=part)

    slots = {"title": block("title", "title"), "left": block("number", "left"), "right": block("chart", "right")}
    return SlideModel.model_construct(kind=COLUMNS, slots=slots, notes=("local",), senders=(), instead="", needs="", own=True)


__all__ = ["AFTER", "ShownFigure", "figure_slide", "figure_slide_id", "plain_id", "shown_figures"]
