"""What is new in the guidance since its last release, and the next one frozen."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from deck.content import diff_contents, freeze, freeze_doubts, languages, load_content, releases
from deck.content.editing import editable_slide
from deck.diagnostics import Diagnostics
from deck.errors import DeckError, InputError
from deck.refresh.report.tell import ToldPiece, compared
from deck.web.jobs.labels import in_short, text_labels
from deck.web.jobs.manuscript import Said, current_content, last_release, said_within


@dataclass(frozen=True, slots=True, kw_only=True)
class ContentNews:
    """Of one thing that is new since the last release: what kind of news, about what, was and is in pieces, on which slides."""

    kind: str
    name: str
    was: tuple[ToldPiece, ...]
    now: tuple[ToldPiece, ...]
    slides: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class NewsSinceRelease:
    """`release`: "" where nothing has been frozen yet. `names`: of all releases."""

    release: str
    names: tuple[str, ...]
    news: tuple[ContentNews, ...] = ()
    languages: tuple[str, ...] = ()
    faults: Said = ()


def news(root: Path, lang: str) -> NewsSinceRelease:
    """All that has changed since the last release. Raises DeckError where the content cannot be read."""
    names = tuple(item.name for item in releases(root, Diagnostics()))
    whole = NewsSinceRelease(release=last_release(root), names=names, languages=languages(root))
    if not names:
        return whole
    try:
        changes = diff_contents(load_content(names[-1], root=root, lang=lang), load_content(root=root, lang=lang))
    except DeckError as error:
        return replace(whole, faults=said_within(error.diagnostics, root))
    rows = []
    called = _labels(root, lang, {note.item.partition(".")[0] for note in changes.notes})
    for note in changes.notes:
        was, now = compared(note.old, note.new)
        rows.append(
            ContentNews(
                kind=changes.terms[note.kind],
                name=called.get(note.item) or changes.name(note),
                was=tuple(was),
                now=tuple(now),
                slides=tuple((key, changes.titles.get(key, key)) for key in note.slides),
            )
        )
    return replace(whole, news=tuple(rows))


def _labels(root: Path, lang: str, slides: Iterable[str]) -> dict[str, str]:
    """SLIDE.TEXT → the slide's title and what the text is called where it is edited, of those that there are."""
    content, found = current_content(root, lang), dict[str, str]()
    for slide in sorted(slides):
        try:
            texts = editable_slide(root, lang, slide).texts
        except DeckError:
            continue
        titles = [in_short(text.text) for text in texts if text.name == "title"]
        for text, label in zip(texts, text_labels(texts, content), strict=True):
            found[f"{slide}.{text.name}"] = f"{titles[0] if titles and titles[0] else slide}: {label}"
    return found


def frozen(root: Path, name: str, date: str, note: str, sure: bool = True) -> str:
    """Freeze the words as they are; the release's name. Raises DeckError as `freeze`, and for what is to be doubted, unless its
    editor is `sure`."""
    if not sure and (doubts := freeze_doubts(name, root, date=date)):
        raise InputError(doubts)
    return freeze(name, root, date=date, note=note).name
