"""A slide of the guidance beside its words, as they are or as they would be, and its words kept. A draft is a folder of its own
that is gone afterwards; only `save` writes into the guidance."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from textwrap import shorten
from typing import TYPE_CHECKING

from deck.brand import load_brand
from deck.compose import compose, compose_slide
from deck.content import diff_contents, languages, load_content
from deck.content.changelog import plain
from deck.content.editing import EditableSlide, EditableText, editable_slide, reworded
from deck.content.loader import load_structure
from deck.content.releases import content_files
from deck.diagnostics import Diagnostic, Severity
from deck.errors import DeckError, InputError
from deck.files import borrowed, put_back, put_folder
from deck.i18n import _
from deck.making import Recipe
from deck.making.material import content_of
from deck.making.reach import SlideFit, SlideReach, fit_everywhere, reach_of, stands, touched
from deck.places import load_places
from deck.refresh.report.tell import ToldPiece, compared
from deck.web.jobs.manuscript import (
    FIRST,
    Said,
    current_content,
    in_order,
    last_release,
    pictures_of,
    released_content,
    said_within,
)
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
    labels = _labels(texts, current_content(root, lang))
    whole = EditedSlide(
        saved=saved,
        texts=texts,
        labels=labels,
        row=tuple((key, key) for key in load_structure(root)[0]),
        languages=languages(root),
        release=last_release(root),
    )
    try:
        with _draft(root, lang, name, given) as (folder, changed):
            content = content_of(Recipe(place, lang=lang, content_root=folder))
            return _seen(whole, content, folder, root, lang, place, changed, tried, branding)
    except DeckError as error:
        return replace(whole, faults=said_within(error.diagnostics, root))


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
    titles = {key[0]: plain(phrase) for key, phrase in content.phrases.items() if key[1:] == ("title",) and phrase.fixed}
    whole = replace(
        whole,
        decks=_decks(content, reach),
        reach=reach,
        row=tuple((key, titles.get(key, key)) for key in in_order(content)),
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
            whole = replace(whole, others=tuple((key, titles.get(key, key)) for key in also if key != name))
    fit = fit_everywhere(content, name, reach) if tried else None
    return replace(whole, faults=said_within(faults, root), fit=fit)


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


def _labels(texts: tuple[EditableText, ...], content: Content | None) -> tuple[str, ...]:
    """What each text is called where it is written: an item by its own title, where it has one."""
    known = _names() | {
        text.path[-2]: text.text for text in texts if text.path[-1] == "title" and len(text.path) > 2 and text.text
    }
    # One that is words alone is called by them.
    known |= {
        text.path[-1]: shorten(text.text, 40, placeholder="…")
        for text in texts
        if text.path[-2:-1] == ("items",) and text.text.strip()
    }
    return tuple(_label(text.path, known, content) for text in texts)


def _label(path: tuple[str, ...], known: Mapping[str, str], content: Content | None) -> str:
    first, *rest = path
    if first == "notes":
        who = rest[0] if rest else ""
        said = {"": _("Speaker notes"), "alla": _("Speaker notes"), "bridge": _("What leads here, said on the slide before")}
        audience = content.term("audiences", who) if content is not None and who else who
        return said.get(who) or _("Speaker notes for {audience}").format(audience=audience)
    words = [known.get(step, step) for step in (first, *(step for step in rest if step != "items"))]
    if len(words) > 1 and first in ("object", "body"):
        words = words[1:]
    return " · ".join(f"{words[0][:1].upper()}{words[0][1:]}" if n == 0 else word for n, word in enumerate(words))


def _names() -> dict[str, str]:
    return {
        "title": _("title"),
        "subtitle": _("subtitle"),
        "object": _("content"),
        "body": _("text"),
        "text": _("text"),
        "alt": _("what the picture shows, for those who do not see it"),
        "caption": _("caption"),
        "quote": _("quote"),
        "attribution": _("who said it"),
        "provenance": _("where it comes from, beside the sources"),
        "part": _("part"),
        "number": _("number"),
        "credit": _("whose picture it is"),
        "left": _("left"),
        "right": _("right"),
        "value": _("amount"),
        "label": _("label"),
        "columns": _("column"),
        "rows": _("row"),
        "strong": _("words in bold"),
    }


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
    with _draft(root, lang, name, words) as (folder, _changed):
        new = [item for item in _faults(folder, lang) if (item.code, item.message) not in known]
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
