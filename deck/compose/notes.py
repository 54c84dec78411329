"""A slide's notes: what the speaker says, what leads on, and where it comes from."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from itertools import groupby

from deck.compose.figures import figure_notes
from deck.compose.teller import Teller
from deck.content.blocks import PictureBlock, block_sources
from deck.content.model import SlideModel
from deck.content.said import said_number
from deck.content.words import BRIDGE
from deck.presentation import Paragraph, Run


def notes_of(tell: Teller, name: str, model: SlideModel) -> tuple[Paragraph, ...]:
    """What the speaker says, then where it comes from."""
    audience = tell.setting.audience
    key = (name, "notes", audience if (name, "notes", audience) in tell.content.phrases else "alla")
    phrase = tell.content.phrases.get(key)
    paragraphs: list[Paragraph] = []
    if phrase is not None:
        paragraphs += [Paragraph(runs) for part in tell.parts(phrase) if (runs := tell.runs_of(part))]
    paragraphs += [Paragraph(runs) for runs in figure_notes(tell, model)]
    tail = [*_bridge(tell, name), *_time(tell, name), *_credits(tell, name, model), *_tail(tell, model)]
    return (*paragraphs, *(Paragraph(runs) for runs in tail))


def _bridge(tell: Teller, name: str) -> list[tuple[Run, ...]]:
    """What leads to the next slide that is spoken; nothing where that has no words for it."""
    spoken = [shown for section, shown in tell.setting.order if section not in tell.setting.appendix]
    following = spoken[spoken.index(name) + 1 : spoken.index(name) + 2] if name in spoken else []
    words = tell.runs(following[0], "notes", BRIDGE) if following else ()
    if not words:
        return []
    lead, first = replace(begun := tell.term_run("bridge"), text=f"{begun.text}: "), words[0]
    alike = first == Run(first.text, lang=lead.lang)
    return [(replace(lead, text=lead.text + first.text), *words[1:]) if alike else (lead, *words)]


def _time(tell: Teller, name: str) -> list[tuple[Run, ...]]:
    """How long the slide may take."""
    minutes = tell.setting.minutes.get(name)
    if minutes is None:
        return []
    form = {0.5: "half", 1.0: "one"}.get(minutes, "more")
    return [(tell.term_run("time", form, minutes=said_number(minutes, tell.lang_of("time", form) or tell.content.lang)),)]


def _credits(tell: Teller, name: str, model: SlideModel) -> list[tuple[Run, ...]]:
    """Whose the pictures are, as on the slide."""
    pictures = [slot for slot, block in model.slots.items() if isinstance(block, PictureBlock)]
    return list(dict.fromkeys(runs for slot in pictures if (runs := tell.runs(name, slot, "credit"))))


def _tail(tell: Teller, model: SlideModel) -> list[tuple[Run, ...]]:
    lines: list[tuple[Run, ...]] = []
    if any("suggestion" in sources for sources in (*map(block_sources, model.slots.values()), model.notes)):
        lines.append((tell.term_run("suggestion-note"),))
    if model.own:
        lines.append((tell.term_run("local-note"),))
    names: list[Run] = []
    for key in model.statement_sources():
        source = tell.content.sources[key]
        said = ", ".join(part for part in (source.title, source.publisher, source.date) if part)
        names += [Run("; "), Run(said, lang=tell.other(source.lang))]
    if names:
        of = tell.term_run("source" if len(names) == 2 else "sources")
        head = replace(of, text=f"{of.text}: ")
        lines.append(_joined((head, *names[1:], Run("."))))
    return lines


def _joined(runs: Iterable[Run]) -> tuple[Run, ...]:
    """Plain runs, those of one language made one."""
    return tuple(Run("".join(run.text for run in same), lang=lang) for lang, same in groupby(runs, lambda run: run.lang))
