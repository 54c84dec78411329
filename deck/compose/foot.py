"""The line at a slide's foot that says where its words come from."""

from __future__ import annotations

from collections.abc import Iterable

from deck.compose.figures import figure_source
from deck.compose.teller import Teller
from deck.content.blocks import FigureBlock, MapBlock, block_sources
from deck.content.model import SlideModel, Source
from deck.presentation import FROM, SLOT_ROLES, Paragraph, Run, Slot, Text


def provenance(tell: Teller, name: str, model: SlideModel) -> list[Slot]:
    """The line at the slide's foot that says where its words come from, if the content has words for that."""
    if FROM not in SLOT_ROLES[model.kind] or ("provenance", "source") not in tell.content.terms:
        return []
    blocks = list(model.slots.values())
    named = dict.fromkeys(
        source for block in blocks if not isinstance(block, MapBlock | FigureBlock) for source in block_sources(block)
    )
    said = [tell.term("provenance", mark) for mark in ("suggestion", "local") if mark in named]
    outer = [tell.content.sources[key] for key in named if key in tell.content.sources]
    if outer:
        said.append(f"{tell.term('provenance', 'source')}: {'; '.join(_foot(outer))}")
    if any(isinstance(block, MapBlock) for block in blocks):
        said.append(tell.term("provenance", "map"))
    if model.kind.startswith("quote") and any(span.bold for span in tell.spans(name, "quote")):
        said.append(tell.term("provenance", "emphasis"))
    said += figure_source(tell, model)
    said.append(tell.plain(name, FROM))
    line = " · ".join(filter(None, said))
    lang = tell.lang_of("provenance", "source") or None
    return [Slot(FROM, FROM, Text((Paragraph((Run(line, lang=lang),)),)))] if line else []


def _foot(sources: Iterable[Source]) -> list[str]:
    """What sources are called at a slide's foot: a name and its years, each name once."""
    years: dict[str, list[str]] = {}
    for source in sources:
        found = years.setdefault(source.short or source.publisher, [])
        if (year := source.date[:4]) and year not in found:
            found.append(year)
    return [" ".join(filter(None, (name, ", ".join(sorted(found))))) for name, found in years.items()]
