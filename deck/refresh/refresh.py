"""One deck, the whole way: recognised, read, merged, patched. The caller knows where base and the new content come from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from deck.diagnostics import Diagnostic, Diagnostics, Severity
from deck.package import Package
from deck.pptx.manifest import Manifest
from deck.pptx.reader import ReadDeck, SlideReader, presentation_of, read_pptx
from deck.presentation import Media, Picture, Presentation
from deck.refresh.merge import merge
from deck.refresh.merged import Merged, merged_of
from deck.refresh.outcome import Choice
from deck.refresh.pages import Page, pages_of
from deck.refresh.patch import Written, core_title, order_of, patch, written
from deck.refresh.plan import Base, Decisions, Mine, Theirs
from deck.refresh.settle import settled
from deck.refresh.touched import touched
from deck.template.model import Template


@dataclass(frozen=True)
class Outcome:
    """`package`: the patched deck, None where there is nothing to write. `numbers`: slide id or own key → its number in it."""

    merged: Merged
    package: Package | None
    numbers: Mapping[str, int] = field(default_factory=dict)
    numbers_before: Mapping[str, int] = field(default_factory=dict)
    diagnostics: tuple[Diagnostic, ...] = ()


def refresh_deck(
    deck: ReadDeck,
    base: Presentation,
    theirs: Presentation,
    template: Template,
    *,
    fingerprint: str = "",
    extra: Mapping[str, Any] | None = None,
    resolve: Mapping[str, Choice] | None = None,
    prefer: Choice | None = None,
    looks: bool = True,
    tell: bool = False,
) -> Outcome:
    """Merge `theirs` into the owner's deck, whose ids are in place. `template`: the deck's own look; `fingerprint` and `extra`: for
    the manifest. `looks` False: the looks in the file were rewritten by a program. `tell`: only find out; the
    package of the outcome is then the deck's own, where there is something to write. Pure, but for caches."""
    base = _with_media(base, theirs)
    mine = pages_of(deck, base.lang)
    now = said_now(deck, base, mine)
    if not looks:
        now = settled(now, base)
    problems = Diagnostics()
    sides = (written(base, template), written(now, template))
    order, own = order_of(deck, mine)
    marks = touched(mine, sides[0].pages, base, looks=looks)
    titles = {key: _title(deck, part, base.lang) for part, key in own.items()}
    side = Mine(presentation=now, order=tuple(order), titles=titles, touched=marks[0], slots=marks[1])
    decisions = Decisions(choices=dict(resolve or {}), prefer=prefer)
    plan = merge(Base(presentation=base), side, Theirs(presentation=theirs), decisions)
    merged = merged_of(plan)
    before = _numbers(deck, mine, own)
    if plan.silent:
        return Outcome(merged, None, before, before)
    if tell:
        return Outcome(merged, deck.package, before, before)
    manifest = Manifest(replace(merged.base, release=theirs.release), fingerprint, dict(extra or {}))
    package = patch(deck, now, base, merged, template, sides, manifest, problems, looks)
    after = read_pptx(package)
    pages = pages_of(after, base.lang)
    return Outcome(merged, package, _numbers(after, pages, order_of(after, pages)[1]), before, _warnings(problems))


def _warnings(problems: Diagnostics) -> tuple[Diagnostic, ...]:
    """What does not fit any more is the owner's to see, and no reason to refuse."""
    return tuple(
        replace(item, severity=min(item.severity, Severity.WARNING)) for item in problems if item.severity > Severity.INFO
    )


def said_now(deck: ReadDeck, base: Presentation, mine: Mapping[str, list[Page]]) -> Presentation:
    """What the file says now, its title and footer, too."""
    now = presentation_of(deck, base)
    title = core_title(deck.package)
    footers = [
        page.reader.words(shape)
        for pages in mine.values()
        for page in pages
        if (shape := page.shape("furniture-ftr")) is not None
    ]
    footer = base.footer if not footers or base.footer in footers else max(set(footers), key=footers.count)
    return replace(now, title=base.title if title is None else title, footer=footer)


def _with_media(base: Presentation, theirs: Presentation) -> Presentation:
    """A picture of the base that its owner took out of the file is known by its digest alone; where the new content still has it,
    the bytes are there."""
    held = {
        f"gone:{block.media.sha256}".encode(): block.media
        for slide in theirs.slides
        for slot in slide.slots
        if isinstance(block := slot.block, Picture)
    }

    def whole(block: Any) -> Any:
        if isinstance(block, Picture) and block.media.data in held:
            return replace(block, media=Media(block.media.content_type, held[block.media.data].data))
        return block

    return replace(
        base,
        slides=tuple(replace(s, slots=tuple(replace(slot, block=whole(slot.block)) for slot in s.slots)) for s in base.slides),
    )


def _title(deck: ReadDeck, part: str, lang: str) -> str:
    """An own slide's title as shown; else its first words."""
    sheet = deck.sheets.sheet(part)
    reader = SlideReader(deck.package, sheet, "", lang, {})
    shapes = [shape for kind, _idx, shape in sheet.placeholders if kind in ("title", "ctrTitle")]
    words = [text for shape in (*shapes, *reader.shapes) if (text := reader.words(shape).strip())]
    return words[0].replace("\n", " ").replace("\v", " ")[:80] if words else ""


def _numbers(deck: ReadDeck, pages: Mapping[str, list[Page]], own: Mapping[str, str]) -> dict[str, int]:
    place = {piece.part: n for n, piece in enumerate(deck.slides, 1)}
    return {slide: place[group[0].part] for slide, group in pages.items()} | {key: place[part] for part, key in own.items()}


__all__ = ["Outcome", "Written", "refresh_deck", "said_now"]
