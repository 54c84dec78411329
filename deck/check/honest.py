"""Is what a deck of ours states still leant on sources that it names, and are these fresh? Only decks of ours are judged."""

from __future__ import annotations

import os
import re
import time
from collections.abc import Iterator
from datetime import UTC, datetime
from functools import cache

from deck.check.accessible.titles import title_shapes
from deck.check.model import Finding, Rule
from deck.check.subject import Subject
from deck.check.words import shapes_of
from deck.content import load_reviews, load_sources
from deck.diagnostics import Severity, Where, short
from deck.drawing.names import qn
from deck.errors import DeckError
from deck.i18n import N_, _
from deck.pptx.reader import ReadSlide, read_pptx
from deck.presentation import FIGURES, Diagram, Presentation, Slide, Table, Text


def _now() -> float:
    return time.time()


def today() -> str:
    """The day as ISO 8601; SOURCE_DATE_EPOCH has its say, as everywhere."""
    stamp = os.environ.get("SOURCE_DATE_EPOCH", "")
    return datetime.fromtimestamp(int(stamp) if stamp.isdigit() else _now(), UTC).date().isoformat()


def overdue(review: str, now: str) -> bool:
    """Has the day, month or year by which a source was to be looked at again gone by?"""
    return bool(review) and now[: len(review)] > review


@cache
def _reviews() -> dict[str, tuple[str, str]]:
    """Source id → its title and review date in the project's own content; none where there is no content to be found."""
    try:
        sources = load_sources()
        return {name: (sources[name].title, date) for name, date in load_reviews().dates.items()}
    except DeckError:
        return {}


def titles_of(base: Presentation) -> dict[str, str]:
    """Source id → its title, from the deck's own list of sources."""
    used = {source for slide in base.slides for source in slide.sources}
    tables = [slot.block for slide in base.slides for slot in slide.slots if isinstance(slot.block, Table)]
    return {row.id: row.cells[0].text for table in tables for row in table.rows if row.id in used and row.cells}


_SAID = (qn("a:t"), qn("a:p"), qn("a:br"))


def _written(subject: Subject) -> tuple[str, dict[str, str]]:
    """(all words of the slides, slide part → the words of its notes), with single spaces."""
    words: list[str] = []
    notes: dict[str, str] = {}
    for slide in subject.slides:
        for seen in shapes_of(subject, slide):
            if seen.shape.text is not None:
                words.append(seen.shape.text.text)
            if seen.shape.table is not None:
                words += [cell.text.text for row in seen.shape.table.rows for cell in row]
        page = subject.package.one(slide.part, "notesSlide")
        if page is not None:
            root = subject.tree(page)
            notes[slide.part] = "".join(item.text or " " for item in root.iter(*_SAID)) if root is not None else ""
    return " ".join(" ".join(words).split()), {part: " ".join(text.split()) for part, text in notes.items()}


def _ours(subject: Subject) -> tuple[tuple[ReadSlide, Slide], ...]:
    """Each physical slide of ours that is still there, first pieces only, with what we once wrote on it."""
    key = ("ours", "")
    if key not in subject.kept:
        base = subject.manifest.base if subject.manifest is not None else None
        pieces = read_pptx(subject.package).slides if base is not None else ()
        pairs = [(piece, base.slide(piece.slide)) for piece in pieces if base is not None and piece.slide and piece.number == 1]
        subject.kept[key] = tuple((piece, slide) for piece, slide in pairs if slide is not None and not slide.own)
    return subject.kept[key]


def _unnamed(subject: Subject) -> Iterator[Finding]:
    if subject.manifest is None:
        return
    titles = titles_of(subject.manifest.base)
    if not titles:
        return
    said, notes = _written(subject)
    for piece, slide in _ours(subject):
        gone = [
            title
            for source in slide.sources
            if (title := titles.get(source)) and title not in said and title not in notes.get(piece.part, "")
        ]
        if gone:
            message = _("neither the notes nor the list of sources name what the slide leans on: “{title}”").format(
                title=short(gone[0], 70)
            )
            if len(gone) > 1:
                message += _("; {count} sources are gone").format(count=len(gone))
            yield UNNAMED.found(message, subject.where(piece.part))


def _unsourced(subject: Subject) -> Iterator[Finding]:
    """A slide of the guidance's that states figures, and whose base names no source: made by other means than ours."""
    if subject.manifest is None:
        return
    base = subject.manifest.base
    listed = titles_of(base)
    for piece, slide in _ours(subject):
        if slide.sources or slide.kind in ("title", "section", "closing"):
            continue
        tables = [slot.block for slot in slide.slots if isinstance(slot.block, Table)]
        if any(row.id in listed for table in tables for row in table.rows):
            continue
        if _figures(slide):
            holder = next((s for ref in subject.slides if ref.part == piece.part for s in title_shapes(subject, ref)), None)
            message = _("the slide states figures, and no source is given for them")
            name = holder.shape.name if holder else ""
            yield UNSOURCED.found(message, subject.where(piece.part, name))


def _figures(slide: Slide) -> bool:
    """Numbers of two digits or more in what the slide says, dates and "Agenda 2030" aside."""
    import re

    from deck.presentation import Chart, Text

    if any(isinstance(slot.block, Chart) for slot in slide.slots):
        return True
    said = [slot.block.text for slot in slide.slots if isinstance(slot.block, Text)]
    words = " ".join([*said, *(_figures_of(slot.block) for slot in slide.slots if isinstance(slot.block, Diagram))])
    return bool(re.search(r"(?<![\w-])\d{2,3}(?![\w-])|\d+ ?%", words.replace("2030", "")))


def _figures_of(diagram: Diagram) -> str:
    """The numerals that stand for its items, unless they only count them."""
    keys = [item.key for item in diagram.items]
    return "" if keys == [str(n) for n in range(1, len(keys) + 1)] else " ".join(keys)


def _unproved(subject: Subject) -> Iterator[Finding]:
    """Figures that a sender has written into the places for them, and whose source they have not."""
    if subject.manifest is None:
        return
    deck = read_pptx(subject.package)
    for piece, _slide in _ours(subject):
        now = deck.presentation.slide(piece.slide) if deck.presentation is not None else None
        for figure in own_figures(now) if now is not None else ():
            message = _("the figure “{figure}” has no source").format(figure=short(figure, 40))
            yield UNPROVED.found(message, subject.where(piece.part))


_ASKED = re.compile(r"[\s.:…_–-]*")
_DIGIT = re.compile(r"[1-9]")


def own_figures(slide: Slide) -> Iterator[str]:
    """The figures on a slide that stand without a source: in their places, or in frames as we draw them. What only asks for one
    ("Källa: …", 00) is none."""
    said = {slot.role: slot.block.text for slot in slide.slots if isinstance(slot.block, Text)}
    for figure, _shows, source in zip(FIGURES[::3], FIGURES[1::3], FIGURES[2::3], strict=True):
        if said.get(figure, "").strip() and not _names_one(said.get(source, "")):
            yield said[figure].strip()
    for slot in slide.slots:
        if isinstance(slot.block, Diagram) and slot.block.form == "frames":
            yield from (item.key for item in slot.block.items if _DIGIT.search(item.key) and not _names_one(item.text))


def _names_one(words: str) -> bool:
    """Whether a line names a source: it says more than that one belongs there."""
    _head, colon, rest = words.partition(":")
    return not _ASKED.fullmatch(rest if colon else words)


def _stale(subject: Subject) -> Iterator[Finding]:
    manifest = subject.manifest
    if manifest is None:
        return
    now, known = today(), _reviews()
    used = dict.fromkeys(source for _piece, slide in _ours(subject) for source in slide.sources)
    for source in used:
        title, date = known.get(source, ("", ""))
        if overdue(date, now):
            message = _("the source “{title}” was to be looked at again by {date}").format(title=short(title, 70), date=date)
            yield STALE.found(message, Where(subject.name))


UNNAMED = Rule(
    "honest/source-unnamed",
    severity=Severity.ERROR,
    title=N_("A statement's source is no longer named"),
    why=N_("Every statement of the guidance's deck can be traced: no source, no claim."),
    mend=N_("put the source back in the slide's notes, or keep the slide with the list of sources"),
    find=_unnamed,
)
UNSOURCED = Rule(
    "honest/source-missing",
    severity=Severity.ERROR,
    title=N_("Figures without a source"),
    why=UNNAMED.why,
    mend=N_("name the source in content/slides.yaml and build the deck anew"),
    find=_unsourced,
)
UNPROVED = Rule(
    "honest/figure-without-source",
    severity=Severity.WARNING,
    title=N_("A figure of your own without a source"),
    why=N_("A figure that nobody can trace is hard to defend when somebody asks."),
    mend=N_("write under the figure where it comes from, or take the figure away"),
    find=_unproved,
)
STALE = Rule(
    "honest/source-overdue",
    severity=Severity.WARNING,
    title=N_("A source is older than its review date"),
    why=N_("What was true when it was written may have changed: a source with a review date is looked at again then."),
    mend=N_("look at the source; where it still holds, set a new review date in content/reviews.yaml; else change the statement"),
    find=_stale,
    dated=True,
)
RULES = (UNNAMED, UNSOURCED, UNPROVED, STALE)
