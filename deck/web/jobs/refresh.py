"""An edited deck looked at, brought up to date, and told of. The files of it lie in a folder that is gone afterwards."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from deck.check.subject import Subject
from deck.errors import InputError
from deck.files import HTML, borrowed, encoded
from deck.fleet.refresh import decided_for_the_guidance, refresh_one
from deck.fleet.request import RefreshRequest
from deck.i18n import _
from deck.refresh.report import as_html
from deck.refresh.report.tell import (
    ToldPiece,
    at_hand,
    by_slide,
    compared,
    count_decisions,
    count_kept,
    goes,
    heading,
    kept,
    needs,
    news,
    part_of,
    sentence,
    sides,
    take,
    what,
)
from deck.web.fields import complaints
from deck.web.shown import ShownSlide, shown

if TYPE_CHECKING:
    from deck.package import Package
    from deck.refresh import Choice, Refreshed
    from deck.refresh.outcome import Question

MOST_PICTURES = 60

SidePicture = tuple[str, str] | None
"""Key and words of a slide's picture; None where the slide is not on that side."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AskedConflict:
    """One thing to decide: both sides in pieces changed words marked, what goes with each choice, and the slide both ways."""

    key: str
    heading: str
    part: str
    base: str
    mine: tuple[ToldPiece, ...]
    theirs: tuple[ToldPiece, ...]
    keep_goes: str
    label: str
    take_goes: str
    sense: bool
    reform: bool
    picture: SidePicture
    picture_theirs: SidePicture


@dataclass(frozen=True, slots=True, kw_only=True)
class ToldNews:
    """A slide's news: rows of (what, before, after), and the slide before and now."""

    heading: str
    rows: tuple[tuple[str, tuple[ToldPiece, ...], tuple[ToldPiece, ...]], ...]
    before: SidePicture
    after: SidePicture


@dataclass(frozen=True, slots=True, kw_only=True)
class DeckNews:
    """What a refresh of one deck would bring. `refused`: (message, hint), and nothing else is told. `svgs`: the pictures by their
    keys."""

    called: str
    state: str
    place: str = ""
    outline: str = ""
    audience: str = ""
    before: str = ""
    after: str = ""
    sentence: str = ""
    needs: str = ""
    counts: tuple[int, int, int] = (0, 0, 0)
    conflicts: tuple[AskedConflict, ...] = ()
    joined: tuple[tuple[str, str, str, tuple[ToldPiece, ...]], ...] = ()
    news: tuple[ToldNews, ...] = ()
    kept: tuple[tuple[str, tuple[str, ...]], ...] = ()
    notes: tuple[tuple[str, str], ...] = ()
    refused: tuple[tuple[str, str], ...] = ()
    svgs: tuple[tuple[str, bytes], ...] = ()


Dressing = tuple[bool | None, Path | None]
"""Whether the deck moves into its place's profile, and the template that it moves into."""
USUAL: Dressing = (None, None)


@contextmanager
def _asked(
    path: Path, decided: Mapping[str, Choice], branding: Path | None, manner: Dressing, *, dry_run: bool = False
) -> Iterator[RefreshRequest]:
    rebrand, template = manner
    with borrowed(path.name, path.read_bytes()) as folder:
        yield RefreshRequest(
            folder / path.name,
            resolve=decided,
            branding_root=branding,
            dry_run=dry_run,
            rebrand=rebrand,
            template=template,
        )


def refresh(path: Path, branding: Path | None = None, manner: Dressing = USUAL) -> DeckNews:
    """What a refresh would bring, nothing decided. A deck that is refused says why."""
    with _asked(path, {}, branding, manner, dry_run=True) as request:
        found = refresh_one(request)
        names = (manner[1].name,) if manner[1] is not None else ()
        said = complaints(found.diagnostics, files=names)
        if found.state == "refused":
            return DeckNews(called=path.name, state="refused", refused=said, needs=needs(found))
        other = decided_for_the_guidance(request) if found.conflicts else None
        pictures = _PictureSides(found, other)
        return DeckNews(
            called=path.name,
            state=found.state,
            place=found.place_name,
            outline=found.outline,
            audience=found.audience,
            before=found.release_before,
            after=found.release_after,
            sentence=sentence(found),
            needs=needs(found),
            counts=(count_decisions(found), len(news(found)), count_kept(found)),
            conflicts=tuple(_conflict(found, item, pictures) for item in _once(found)),
            joined=tuple(
                (heading(item.slide, item.title, found), item.mine, item.theirs, tuple(compared(item.mine, item.result)[1]))
                for item in found.joined
            ),
            news=tuple(_news(found, slide, items, pictures) for slide, items in by_slide(news(found), found)),
            kept=tuple(
                (heading(slide, items[0].title, found), tuple(dict.fromkeys(what(item) for item in items)))
                for slide, items in by_slide(kept(found), found)
            ),
            notes=said,
            svgs=tuple(pictures.svgs.items()),
        )


def _once(found: Refreshed) -> list[Question]:
    """The questions, each decision once."""
    return list({item.key: item for item in reversed(found.conflicts)}.values())[::-1]


def _conflict(found: Refreshed, item: Question, pictures: _PictureSides) -> AskedConflict:
    slide = item.slide.partition("#")[0]
    return AskedConflict(
        key=item.key,
        heading=heading(item.slide, item.title, found if found.package is not None else at_hand(found)),
        part=part_of(item.slot, item.property),
        base=item.base,
        mine=tuple(compared(item.base, item.mine)[1]) if item.mine else (),
        theirs=tuple(compared(item.base, item.theirs)[1]) if item.theirs else (),
        keep_goes=goes(item, "mine"),
        label=take(item),
        take_goes=goes(item, "theirs"),
        sense=item.sense,
        reform=item.reform,
        picture=pictures.of(slide, "now"),
        picture_theirs=pictures.of(slide, "theirs"),
    )


def _news(found: Refreshed, slide: str, items: list, pictures: _PictureSides) -> ToldNews:  # type: ignore[type-arg]
    rows = []
    for item in items:
        before, after = compared(*sides(item))
        rows.append((what(item), tuple(before), tuple(after) if item.kind != "slide-added" else (("same", item.after),)))
    title = heading(slide, items[0].title, found)
    return ToldNews(heading=title, rows=tuple(rows), before=pictures.of(slide, "before"), after=pictures.of(slide, "now"))


class _PictureSides:
    """The slides as they were, are, and would be with all decided for the guidance."""

    def __init__(self, found: Refreshed, other: Refreshed | None) -> None:
        before = found.before
        now = found.package or before
        self._sides: dict[str, tuple[Package | None, Mapping[str, int]]] = {
            "before": (before, found.numbers_before),
            "now": (now, found.numbers if found.package is not None else found.numbers_before),
            "theirs": (other.package, other.numbers) if other is not None else (None, {}),
        }
        self._parts: dict[str, list[str]] = {}
        self._left = MOST_PICTURES
        self.svgs: dict[str, bytes] = {}

    def of(self, slide: str, side: str) -> SidePicture:
        package, numbers = self._sides[side]
        if package is None or slide == "deck" or self._left <= 0:
            return None
        if side not in self._parts:
            self._parts[side] = [item.part for item in Subject(package).slides]
        number = numbers.get(slide, 0)
        if not 0 < number <= len(self._parts[side]):
            return None
        self._left -= 1
        found: ShownSlide = shown(package, [self._parts[side][number - 1]])[0]
        self.svgs[found.key] = found.svg
        return found.key, f"{found.title}. {found.words}"


def refreshed(
    path: Path, decided: Mapping[str, Choice], branding: Path | None = None, manner: Dressing = USUAL
) -> tuple[str, bytes]:
    """(file name, bytes) of the new deck, as `deck refresh` writes it with these decisions. Where there is nothing to bring it is
    the deck as it is."""
    with _asked(path, decided, branding, manner) as request:
        found = refresh_one(request)
        if found.state == "refused":
            raise InputError(list(found.diagnostics))
        if found.path is None:
            return path.name, path.read_bytes()
        return found.path.name, found.path.read_bytes()


def report(
    path: Path, decided: Mapping[str, Choice], branding: Path | None = None, manner: Dressing = USUAL
) -> tuple[str, bytes]:
    """(file name, bytes) of the report as a page that needs nothing else."""
    with _asked(path, decided, branding, manner) as request:
        found = refresh_one(request)
        words = as_html([found], lambda _item: decided_for_the_guidance(replace(request, dry_run=True)), by_command=False)
        # Where the files lay with us says nothing to anybody.
        words = words.replace(f"{request.source.parent}/", "")
    name = _("report")
    return f"{path.stem}-{name}.html", HTML.seal(encoded(words))
