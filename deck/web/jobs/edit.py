"""A slide of the guidance beside its words, as they are or as they would be, and its words kept. A draft is a folder of its own
that is gone afterwards; only `save` writes into the guidance."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from deck.brand import load_brand
from deck.compose import compose, compose_slide
from deck.content import diff_contents, languages, load_content
from deck.content.editing import EditableSlide, EditableText, editable_slide, reworded
from deck.content.releases import content_files
from deck.content.structure import load_structure
from deck.diagnostics import Diagnostic, Severity
from deck.errors import DeckError, InputError
from deck.files import borrowed, put_back, put_folder
from deck.i18n import _
from deck.making import Recipe
from deck.making.material import content_of
from deck.making.reach import SlideFit, SlideReach, fit_everywhere, reach_of, stands, touched
from deck.places import load_places
from deck.refresh.report.tell import ToldPiece, compared
from deck.web.jobs.labels import text_labels
from deck.web.jobs.manuscript import (
    FIRST,
    Said,
    current_content,
    in_order,
    last_release,
    pictures_of,
    released_content,
)
from deck.web.jobs.written import by_field, said_by_field, written_titles
from deck.web.shown import ShownSlide

if TYPE_CHECKING:
    from deck.content import Content


ToldChange = tuple[str, tuple[ToldPiece, ...], tuple[ToldPiece, ...]]
"""Of a text: its path, what it was, what it is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class EditedSlide:
    """One slide with words that may not be in the files yet. `saved`: as it is in them. `pages`: its pictures; `place`: whose.
    `others`: (id, title) of the slides that the change changes, too. `before`: of the texts that say another thing in the last
    release. `row`: all slides in order, for who goes on. `fit`: None where nobody tried."""

    saved: EditableSlide
    texts: tuple[EditableText, ...]
    labels: tuple[str, ...]
    pages: tuple[ShownSlide, ...] = ()
    place: str = ""
    release: str = ""
    decks: tuple[tuple[str, tuple[str, ...], int], ...] = ()
    reach: SlideReach | None = None
    others: tuple[tuple[str, str], ...] = ()
    before: tuple[ToldChange, ...] = ()
    row: tuple[tuple[str, str], ...] = ()
    languages: tuple[str, ...] = ()
    faults: Said = ()
    fit: SlideFit | None = None

    @property
    def fields(self) -> Iterator[tuple[EditableText, str]]:
        return zip(self.texts, self.labels, strict=True)

    @property
    def called(self) -> Mapping[str, str]:
        """Path of a text → what it is called."""
        return {text.name: label for text, label in self.fields}

    @property
    def changed(self) -> bool:
        """Whether something here is not in the files."""
        return any(now.text != was.text for now, was in zip(self.texts, self.saved.texts, strict=True))


def edited(
    root: Path,
    lang: str,
    name: str,
    place: str,
    words: Mapping[str, str] | None = None,
    tried: bool = False,
    branding: Path | None = None,
) -> EditedSlide:
    """One slide beside its words. `words`: by the names of its texts, where they are not those of the files; `tried`: whether it
    is to be tried with every place's name. Raises DeckError for an unknown slide, and where the structure is faulty."""
    saved = editable_slide(root, lang, name)
    given = {key: said.replace("\r\n", "\n").rstrip() for key, said in (words or {}).items()}
    texts = tuple(replace(text, text=given.get(text.name, text.text)) for text in saved.texts)
    labels = text_labels(saved.texts, current_content(root, lang))
    whole = EditedSlide(
        saved=saved,
        texts=texts,
        labels=labels,
        row=_row(root, lang, place, branding),
        languages=languages(root),
        release=last_release(root),
    )
    try:
        with _draft(root, lang, name, given) as (folder, changed):
            try:
                content = content_of(Recipe(place, lang=lang, content_root=folder))
                return _seen(whole, content, folder, root, lang, place, changed, tried, branding)
            except DeckError as error:
                return replace(whole, faults=said_by_field(error.diagnostics, folder, lang, name, whole.called))
    except DeckError as error:
        # There is no draft: the words have no place of their own in the file.
        return replace(whole, faults=said_by_field(error.diagnostics, root, lang, name, whole.called))


def _row(root: Path, lang: str, place: str, branding: Path | None) -> tuple[tuple[str, str], ...]:
    """All slides in order, (id, title), as the files have them."""
    content = current_content(root, lang)
    names = in_order(content) if content is not None else load_structure(root)[0]
    return tuple(written_titles(names, content, root, lang, load_places().find(place), branding).items())


@contextmanager
def _draft(root: Path, lang: str, slide: str, words: Mapping[str, str]) -> Iterator[tuple[Path, bool]]:
    """A content with these words of a slide, and whether they differ from the files'. Raises InputError."""
    file = reworded(root, lang, slide, words)
    if file.before == file.after:
        yield root, False
        return
    kept = [*content_files(root), *(path.relative_to(root) for path in root.glob("releases/*/release.yaml"))]
    kept += [path for path in map(Path, ("indicators.yaml", "reviews.yaml")) if (root / path).is_file()]
    found = {path.as_posix(): (root / path).read_bytes() for path in kept}
    found[file.path.relative_to(root).as_posix()] = file.after
    with borrowed(".deck", b"") as folder:
        put_folder(folder / "content", found)
        yield folder / "content", True


def _seen(
    whole: EditedSlide,
    content: Content,
    folder: Path,
    root: Path,
    lang: str,
    place: str,
    changed: bool,
    tried: bool,
    branding: Path | None,
) -> EditedSlide:
    name, places = whole.saved.id, load_places()
    reach = reach_of(content, name)
    titles = written_titles(in_order(content), content, folder, lang, places.find(place), branding)
    whole = replace(
        whole,
        decks=_decks(content, reach),
        reach=reach,
        row=tuple(titles.items()),
        before=_before(content, root, lang, name),
    )
    faults: list[Diagnostic] = [item for item in content.diagnostics if item.severity >= Severity.WARNING]
    if reach.places:
        there = places.find(place)
        there = there if there in reach.places else reach.places[0]
        outline = FIRST if FIRST in reach.outlines else reach.outlines[0]
        pages = pictures_of(folder, lang, there, outline, branding, only=name).get(name, [])
        made = compose_slide(content, there, places, load_brand(there, places, root=branding), name, outline=outline)
        faults += stands(content, made) if made is not None else []
        whole = replace(whole, pages=tuple(pages), place=there.own_name)
        if changed:
            old = current_content(root, lang)
            also = touched(old, content, there) if old is not None else ()
            whole = replace(whole, others=tuple((key, titles[key]) for key in also if key != name))
    fit = fit_everywhere(content, name, reach) if tried else None
    return replace(whole, faults=said_by_field(faults, folder, lang, name, whole.called), fit=fit)


def _before(content: Content, root: Path, lang: str, name: str) -> tuple[ToldChange, ...]:
    """(path of the text, what it was, what it is), of the slide's texts that the last release has otherwise."""
    released = released_content(root, lang)
    if released is None or name not in released.slides:
        return ()
    rows = []
    for note in diff_contents(released, content).notes:
        if note.item.startswith(f"{name}.") and name in note.slides:
            was, now = compared(note.old, note.new)
            rows.append((note.item.partition(".")[2], tuple(was), tuple(now)))
    return tuple(rows)


def _decks(content: Content, reach: SlideReach) -> tuple[tuple[str, tuple[str, ...], int], ...]:
    """(length, for whom, how many decks)."""
    return tuple(
        (
            content.term("outlines", outline),
            tuple(content.term("audiences", audience) for (at, audience), _count in reach.decks if at == outline),
            sum(count for (at, _audience), count in reach.decks if at == outline),
        )
        for outline in reach.outlines
    )


def save(root: Path, lang: str, name: str, words: Mapping[str, str], mark: str) -> bool:
    """Write a slide's words into their file; False where it says them already. `mark`: of the words that the editor saw.

    Raises InputError where the file says other words by now, or where no deck could be made with these."""
    saved = editable_slide(root, lang, name)
    if mark != saved.mark:
        message = _("somebody else has changed the words of this slide in the file since you opened it")
        hint = _("copy what you wrote, open the slide anew, and write it into what stands there now")
        raise InputError.of("edited-file", message, hint=hint)
    file = reworded(root, lang, name, words)
    if file.before == file.after:
        return False
    known = {(item.code, item.message) for item in _faults(root, lang)}
    labels = text_labels(saved.texts, current_content(root, lang))
    called = {text.name: label for text, label in zip(saved.texts, labels, strict=True)}
    with _draft(root, lang, name, words) as (folder, _changed):
        new = [item for item in _faults(folder, lang) if (item.code, item.message) not in known]
        new = list(by_field(new, folder, lang, name, called))
    if new:
        raise InputError(new)
    put_back(file.path, file.after, file.before)
    return True


def _faults(root: Path, lang: str) -> tuple[Diagnostic, ...]:
    """Why no deck could be made of a content: none of a place as any other."""
    places = load_places()
    place = places.all[0]
    try:
        content = load_content(root=root, lang=lang)
        for outline in content.outlines:
            compose(content, place, places, load_brand(place, places), outline=outline)
    except DeckError as error:
        return tuple(error.diagnostics)
    return ()
