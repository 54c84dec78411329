"""The figures that a sender gives, put into the content: their slides, and what is known of places."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from deck.content.beside import Beside, GivenFigures, forgotten, read_at
from deck.content.content import Content
from deck.content.model import SlideModel
from deck.content.own_figures import AFTER, ShownFigure, figure_slide, shown_figures
from deck.content.phrase import Phrase, compile_phrase
from deck.content.unread import tell_unread
from deck.content.words import LINE_LIMITS, NOTES_LIMIT, Key
from deck.diagnostics import Diagnostics, Where, did_you_mean
from deck.figures import Figures, PartlyRead, read_figures
from deck.i18n import _
from deck.source import Tree, display
from deck.source.tree import TreePath


def _name(given: Path | GivenFigures) -> str:
    return given.name if isinstance(given, GivenFigures) else display(given)


@dataclass(frozen=True)
class FigureSources:
    """What figures are read from: those `given` beside the local material, in files or as a deck remembers them; and those that
    the local material in `tree` names, from `folder`, or in place of its files what a deck remembers (`known`)."""

    given: tuple[Path | GivenFigures, ...] = ()
    tree: Tree | None = None
    folder: Path = Path()
    known: Beside | None = None

    def where(self, path: TreePath) -> Where:
        """Where local.yaml says something, or the file that was given without it."""
        if self.tree is not None and self.tree.get(("figures",)) is not None:
            return self.tree.where(path)
        return Where(_name(self.given[0]) if self.given else "")


def apply_figures(content: Content, sources: FigureSources, diagnostics: Diagnostics) -> Content:
    """The content with the slides of figures; every fault goes to `diagnostics`."""
    named = _named(content, sources, diagnostics)
    given = _given(sources, diagnostics)
    if not named and not given:
        return content
    together = Figures(tuple(item for figures in (*named.values(), *given.values()) for item in figures.observations))
    beside = replace(content.beside, figures=tuple(named.items()))
    wishes = content.local.figures if content.local is not None else None
    shown = shown_figures(together, wishes, content.indicators, sources.where, diagnostics)
    remembered = tuple(GivenFigures(name, figures) for name, figures in given.items())
    return _with_slides(
        replace(content, figures=together, beside=beside, given_figures=remembered), shown, sources.where, diagnostics
    )


def _named(content: Content, sources: FigureSources, diagnostics: Diagnostics) -> dict[str, Figures]:
    """Name → figures, of those that the local material names."""
    wishes, found = content.local.figures if content.local is not None else None, dict[str, Figures]()
    if wishes is None:
        return found
    listed = sources.tree is not None and isinstance(sources.tree.get(("figures", "file")), list)
    for n, name in enumerate(wishes.file):
        where = sources.where(("figures", "file", n) if listed else ("figures", "file"))
        if sources.known is None:
            figures = _read(name, sources.folder, where, diagnostics)
        else:
            figures = dict(sources.known.figures).get(name)
            if figures is None:
                forgotten(name, where, diagnostics)
            else:
                tell_unread(figures, name, where, diagnostics)
        if figures is not None:
            found[name] = figures
    if not wishes.file and not sources.given:
        message, hint = _('the field "{name}" is missing'), _("name the file with the figures, or give it with --figures")
        diagnostics.error("missing-field", message.format(name="file"), sources.where(("figures",)), hint)
    return found


def _given(sources: FigureSources, diagnostics: Diagnostics) -> dict[str, Figures]:
    """Name → figures, of those that are given beside it."""
    found: dict[str, Figures] = {}
    for item in sources.given:
        name = _name(item)
        if isinstance(item, GivenFigures):
            figures = item.figures
            tell_unread(figures, name, Where(name), diagnostics)
        else:
            figures = _read(name, Path(), Where(name), diagnostics)
        if figures is not None:
            found[name] = figures
    return found


def _read(name: str, folder: Path, where: Where, diagnostics: Diagnostics) -> Figures | None:
    """The figures of a file that is named from `folder`, with what is to be told of its rows, though some of them are faulty."""

    def read(path: Path) -> Figures:
        try:
            figures = read_figures(path)
        except PartlyRead as error:
            tell_unread(error.figures, name, where, diagnostics)
            raise
        tell_unread(figures, name, where, diagnostics)
        return figures

    return read_at(name, folder, where, diagnostics, read)


def _with_slides(
    content: Content, shown: Sequence[ShownFigure], where: Callable[[TreePath], Where], diagnostics: Diagnostics
) -> Content:
    slides: dict[str, SlideModel] = dict(content.slides)
    phrases: dict[Key, Phrase] = dict(content.phrases)
    before, after = dict(content.before), dict(content.after)
    given = content.local.figures if content.local is not None else None
    telling = dict(content.indicators)
    last = given.after if given is not None and given.after else AFTER
    for item in shown:
        if item.id in slides:
            message = _('there is a slide "{name}" already').format(name=item.id)
            diagnostics.error("duplicate-id", message, where(item.at), _("give it a name of its own"))
            continue

        def say(slot: str, words: str, at: TreePath, slide: str = item.id) -> None:
            key = (slide, slot, "alla") if slot == "notes" else (slide, slot)
            limit = NOTES_LIMIT if slot == "notes" else LINE_LIMITS["title"]
            phrases[key] = compile_phrase(words, limit, diagnostics, where(at))

        slides[item.id] = figure_slide(item, say)
        telling[item.indicator.key] = item.telling
        side, target = _beside(item, last)
        if item.wish is None or not (item.wish.before or item.wish.after):
            # One after the other, in their order.
            last = item.id
        if target in slides:
            sides = before if side == "before" else after
            sides[target] = (*sides.get(target, ()), item.id)
        elif target != AFTER:
            hint = did_you_mean(target, content.slides) or _("known here: {names}").format(names=", ".join(content.slides))
            at = (*item.at, side) if item.wish is not None and (item.wish.before or item.wish.after) else ("figures", "after")
            diagnostics.error("unknown-slide", _('unknown slide "{name}"').format(name=target), where(at), hint)
    return replace(content, slides=slides, phrases=phrases, before=before, after=after, indicators=telling)


def _beside(item: ShownFigure, last: str) -> tuple[str, str]:
    """Whether the slide goes before or after another, and which."""
    if item.wish is not None and item.wish.before:
        return "before", item.wish.before
    return "after", item.wish.after if item.wish is not None and item.wish.after else last


__all__ = ["FigureSources", "apply_figures"]
