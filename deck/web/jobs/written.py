"""Where a complaint about the guidance's words is written: the slide and the field, as the page calls them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from deck.brand import load_brand
from deck.compose import compose_slide
from deck.content.changelog import plain
from deck.content.editing import editable_slide
from deck.diagnostics import Diagnostic, Diagnostics, Where
from deck.errors import DeckError
from deck.i18n import _, in_quotes
from deck.places import load_places
from deck.source import load_yaml
from deck.web.jobs.labels import in_short, text_labels
from deck.web.jobs.manuscript import Said, said_within

if TYPE_CHECKING:
    from deck.content import Content
    from deck.places import Place


def by_field(
    items: Iterable[Diagnostic], folder: Path, lang: str, slide: str, called: Mapping[str, str]
) -> tuple[Diagnostic, ...]:
    """Each told where it is: of the slide at hand by the field (`called`: its texts' labels by their names), of another by its
    title, too; what is about no text of a slide keeps its file. `folder`: the content that was read."""

    def told(item: Diagnostic) -> Diagnostic:
        at = _field(item, folder, lang, slide, called)
        return replace(item, message=f"{at}: {item.message}", where=Where()) if at else item

    return tuple(map(told, items))


def said_by_field(items: Iterable[Diagnostic], folder: Path, lang: str, slide: str, called: Mapping[str, str]) -> Said:
    """(message, hint), each once."""
    return said_within(by_field(items, folder, lang, slide, called), folder)


def _field(item: Diagnostic, folder: Path, lang: str, slide: str, called: Mapping[str, str]) -> str:
    file = Path(item.where.file)
    if not item.where.line or file.parent.name != lang or not file.name.startswith("slides"):
        return ""
    tree = load_yaml(folder / lang / file.name, diagnostics=Diagnostics())
    begun = [(mark[0], len(path), path) for path, mark in tree.keys.items() if mark[0] <= item.where.line]
    path = tuple(map(str, max(begun, default=(0, 0, ()))[2]))
    if path[:1] != ("slides",) or len(path) < 2:
        return ""
    name, title = ".".join(path[2:]), ""
    if path[1] != slide:
        title = in_quotes(in_short(str(tree.get(("slides", path[1], "title")) or path[1])))
        try:
            texts = editable_slide(folder, lang, path[1]).texts
        except DeckError:
            return title
        called = {text.name: label for text, label in zip(texts, text_labels(texts, None), strict=True)}
    # What holds several texts is named by the first of them.
    field = called.get(name) or next((label for text, label in called.items() if text.startswith(f"{name}.") or not name), "")
    return ", ".join(filter(None, (title, field)))


def titles_in_files(folder: Path, lang: str) -> Mapping[str, str]:
    """Slide → its title as it is written."""
    written: dict[str, str] = {}
    for path in sorted((folder / lang).glob("slides*.yaml")):
        tree = load_yaml(path, diagnostics=Diagnostics())
        words = tree.get(("slides",))
        titles = {name: tree.get(("slides", name, "title")) for name in words} if isinstance(words, dict) else {}
        written |= {name: in_short(title) for name, title in titles.items() if isinstance(title, str)}
    return written


def written_titles(
    names: Iterable[str], content: Content | None, folder: Path, lang: str, place: Place, branding: Path | None = None
) -> Mapping[str, str]:
    """Slide → its title as the place's deck has it; as it is written, where none of the place's decks has it."""
    written = titles_in_files(folder, lang)
    said = _said_titles(content, place, branding) if content is not None else {}
    return {name: said.get(name) or written.get(name) or _("Untitled") for name in names}


def _said_titles(content: Content, place: Place, branding: Path | None) -> Mapping[str, str]:
    """Of the slides that have one in this place's decks, or the same in all."""
    titles = {key[0]: phrase for key, phrase in content.phrases.items() if key[1:] == ("title",)}
    found = {name: plain(phrase) for name, phrase in titles.items() if phrase.fixed}
    brand = load_brand(place, load_places(), root=branding)
    for name in titles.keys() - found.keys():
        for outline in content.outlines:
            made = compose_slide(content, place, load_places(), brand, name, outline=outline)
            if made is not None:
                found[name] = made.title
                break
    return found
