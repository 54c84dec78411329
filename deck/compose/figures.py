"""A sender's figures for the deck's place: the last amount, the years, what it is held against, and where it all comes from."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from math import gcd

from deck.compose.amounts import number_format
from deck.compose.teller import Teller
from deck.content.blocks import FigureBlock
from deck.content.content import Content
from deck.content.indicators import COUNTRY as WHOLE
from deck.content.indicators import COUNTY, Telling
from deck.content.language import code_of
from deck.content.model import SlideModel
from deck.content.said import said_date, said_number
from deck.diagnostics import Diagnostic, Severity
from deck.figures import COUNTRY, place_of
from deck.i18n import _, speaking
from deck.places import Place
from deck.presentation import Block, Chart, Diagram, Item, Paragraph, Run, Series, Text, text

MOST_PERIODS = 12
"""The last so many: more years than that nobody reads on a slide."""
MOST_LINES = 5
_SPACE = "\N{NO-BREAK SPACE}"
_PERCENT = ("%", "procent", "percent", "andel (%)", "procent (%)")


@dataclass(frozen=True)
class FigureTold:
    """What is known of an indicator for a place, and how that is told."""

    content: Content
    place: Place
    county: Place
    key: str

    @cached_property
    def telling(self) -> Telling:
        return self.content.indicators.get(self.key, Telling())

    @cached_property
    def name(self) -> str:
        return self.telling.name or self.key

    @cached_property
    def own(self) -> dict[str, float | None]:
        """Period → amount of the place, in order of time."""
        return self.content.figures.series(self.key, self.place.code)

    @cached_property
    def last(self) -> tuple[str, float]:
        """The latest period that has an amount, and that."""
        return next((when, value) for when, value in reversed(self.own.items()) if value is not None)

    @cached_property
    def others(self) -> dict[str, dict[str, float | None]]:
        """Name → amounts by period, of those that the place is held against and of whom something is known."""
        found: dict[str, dict[str, float | None]] = {}
        for words in self.telling.compare:
            place, called = self._meant(words)
            series = self.content.figures.series(self.key, place) if place != self.place.code else {}
            if any(series.get(when) is not None for when in self.own) and len(found) < MOST_LINES - 1:
                found[called] = series
        return found

    def _meant(self, words: str) -> tuple[str, str]:
        """A place and what it is called on the slide."""
        if words == COUNTY:
            return ("", "") if self.place.is_county else (self.county.code, self.county.name)
        place = COUNTRY if words == WHOLE else place_of("", words)[0]
        return place, self.content.figures.place_names.get(place, words)

    @cached_property
    def compared(self) -> frozenset[str]:
        """The codes of all whose amounts are shown."""
        return frozenset({self.place.code, *(self._meant(words)[0] for words in self.telling.compare)})

    @cached_property
    def periods(self) -> tuple[str, ...]:
        """In order; those before the place's first amount and after its last say nothing of it."""
        known = [when for when, value in self.own.items() if value is not None]
        every = {when for series in (self.own, *self.others.values()) for when in series}
        held = sorted(when for when in every if known[0] <= when <= known[-1])
        return _evenly(held)[-MOST_PERIODS:]

    def said(self, value: float) -> str:
        words = said_number(value, self.content.lang).replace(" ", _SPACE)
        return f"{words}{_SPACE}%" if self._is_share else words

    @property
    def _is_share(self) -> bool:
        return self.telling.unit.strip().casefold() in _PERCENT

    @property
    def unit(self) -> str:
        """What stands beside an amount that does not bear its sign."""
        return "" if self._is_share else self.telling.unit.strip()

    @property
    def what(self) -> str:
        """The indicator and its unit."""
        return ", ".join(filter(None, (self.name, self.unit)))


def _evenly(held: Sequence[str]) -> tuple[str, ...]:
    """The years with those between that nobody has figures of, so that the chart's steps are as long as the time was; as they are
    where there would be more than a slide shows."""
    if len(held) < 3 or not all(re.fullmatch(r"\d{4}", when) for when in held):
        return tuple(held)
    years = [int(when) for when in held]
    step = gcd(*(later - year for year, later in pairwise(years)))
    every = tuple(map(str, range(years[0], years[-1] + 1, step)))
    return every if len(every) <= max(MOST_PERIODS, len(held)) else tuple(held)


def figures_told(content: Content, slide: SlideModel, place: Place, county: Place) -> Iterator[FigureTold]:
    """The indicators of a slide, as they are told for a place."""
    keys = (block.indicator for block in slide.slots.values() if isinstance(block, FigureBlock))
    return (FigureTold(content, place=place, county=county, key=key) for key in dict.fromkeys(keys))


def is_known(content: Content, slide: SlideModel, place: Place) -> bool:
    """Whether every figure of a slide has an amount for the place."""
    told = figures_told(content, slide, place, place)
    return all(any(value is not None for value in of.own.values()) for of in told)


def without_figures(content: Content, place: Place) -> list[Diagnostic]:
    """What is left out of a place's deck, for nothing is known of it there."""
    found: list[Diagnostic] = []
    for name, slide in content.slides.items():
        if is_known(content, slide, place):
            continue
        told = next(of for of in figures_told(content, slide, place, place) if all(value is None for value in of.own.values()))
        message = _('there are no figures of {place} by "{indicator}": the slide "{slide}" is left out')
        message = message.format(place=place.name, indicator=told.name, slide=name)
        found.append(Diagnostic("no-figures", Severity.WARNING, message, hint=_("add them to the file, if there are any")))
    return found


def figure(tell: Teller, name: str, slot: str, block: FigureBlock) -> Block:
    """A slide's part of a figure, in the words of the deck's language."""
    setting = tell.setting
    told = FigureTold(tell.content, place=setting.place, county=setting.county, key=block.indicator)
    with speaking(code_of(tell.content.lang)):
        if block.part == "title":
            return _title(tell, name, slot, told)
        return _number(told, bool(tell.runs(name, "title"))) if block.part == "number" else _chart(told)


def _title(tell: Teller, name: str, slot: str, of: FigureTold) -> Text:
    """Its sender's conclusion, else the indicator's name."""
    runs = tell.runs(name, slot)
    return Text((Paragraph(runs),)) if runs else text(_in_place(of))


def _in_place(of: FigureTold) -> str:
    return _("{indicator} in {place}").format(indicator=of.name, place=of.place.name)


def _number(of: FigureTold, concluded: bool) -> Diagram:
    """The last amount, large. Under a conclusion it is told what is measured."""
    when, value = of.last
    said = of.said(value)
    what = ", ".join(filter(None, (of.name if concluded else "", of.unit, when)))
    better = {"up": _("higher is better"), "down": _("lower is better"), "": ""}[of.telling.direction]
    words = f"{what} ({better})" if better else what
    alt = f"{_in_place(of)}, {when}: {said} {of.unit}".rstrip()
    return Diagram("number", items=(Item("last", title=words[:1].upper() + words[1:], key=said),), alt=alt)


def _chart(of: FigureTold) -> Block:
    """The years as lines; of a single year bars; where there is nothing to hold an amount against, only what it is."""
    lines = {of.place.name: of.own, **of.others}
    if sum(of.own.get(when) is not None for when in of.periods) > 1:
        series = tuple(Series(name, tuple(values.get(when) for when in of.periods)) for name, values in lines.items())
        alt = _lines_alt(of, lines)
        return Chart("line", categories=of.periods, series=series, alt=alt, number_format=_format(series))
    when, _value = of.last
    same = {name: known for name, values in lines.items() if (known := values.get(when)) is not None}
    if len(same) < 2:
        return text(of.name, ", ".join(filter(None, (of.telling.unit, when))))
    series = (Series(f"{of.what}, {when}", tuple(same.values())),)
    said = "; ".join(f"{name} {of.said(value)}" for name, value in same.items())
    alt = f"{of.what}, {when}. {said}."
    return Chart("bar", categories=tuple(same), series=series, alt=alt, highlight=0, number_format=_format(series))


def _format(series: tuple[Series, ...]) -> str:
    return number_format(tuple(value for one in series for value in one.values if value is not None))


def _lines_alt(of: FigureTold, lines: Mapping[str, Mapping[str, float | None]]) -> str:
    """From where to where each line goes, and what is missing of the place's."""
    said = [_("{indicator}, {first} to {last}.").format(indicator=of.what, first=of.periods[0], last=of.periods[-1])]
    for name, values in lines.items():
        known = [(when, value) for when in of.periods if (value := values.get(when)) is not None]
        (first, start), (last, end) = known[0], known[-1]
        words = _("{place}: {start} in {first}, {end} in {last}.") if len(known) > 1 else _("{place}: {end} in {last}.")
        said.append(words.format(place=name, start=of.said(start), first=first, end=of.said(end), last=last))
    missing = [when for when in of.periods if of.own.get(when) is None]
    if missing:
        said.append(_("No figure of {place} for {periods}.").format(place=of.place.name, periods=", ".join(missing)))
    return " ".join(said)


def figure_source(tell: Teller, slide: SlideModel) -> list[str]:
    """What the foot of the slide says of where its figures come from: "Källa: Kolada, hämtad 1 mars 2026"."""
    found: list[str] = []
    for of in figures_told(tell.content, slide, tell.setting.place, tell.setting.county):
        day = said_date(of.telling.fetched, tell.content.lang)
        with speaking(code_of(tell.content.lang)):
            source = _("Source: {source}").format(source=of.telling.source)
            found.append(_("{source}, fetched {day}").format(source=source, day=day) if day else source)
        found += [of.telling.licence] if of.telling.licence.strip() else []
    return list(dict.fromkeys(found))


def figure_notes(tell: Teller, slide: SlideModel) -> list[tuple[Run, ...]]:
    """Every amount in words, for who speaks and who does not see the chart; what is missing is said."""
    found: list[tuple[Run, ...]] = []
    for of in figures_told(tell.content, slide, tell.setting.place, tell.setting.county):
        with speaking(code_of(tell.content.lang)):
            none = _("no figure")
        for name, values in {of.place.name: of.own, **of.others}.items():
            shown = [when for when in of.periods if values is of.own or values.get(when) is not None]
            said = [f"{when} {none if (value := values.get(when)) is None else of.said(value)}" for when in shown]
            found.append((Run(f"{of.what}, {name}: {'; '.join(said)}."),))
    return found


__all__ = ["FigureTold", "figure", "figure_notes", "figure_source", "figures_told", "is_known", "without_figures"]
