"""What stands in a content folder and is never looked at: files, slides, sources, terms and fields. Its writer believes it to be
in the decks, so each is told at its place."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from deck.content.blocks import TableBlock, TextBlock, statements
from deck.content.diagrams import spelled
from deck.content.drafts import FOLDER as DRAFTS
from deck.content.model import GuidanceFile, SlidesFile, SourcesFile
from deck.content.outline import OutlinesFile
from deck.content.releases import PICTURE_FOLDER
from deck.content.words import OPTIONAL_TERMS, REQUIRED_TERMS, Key
from deck.diagnostics import Diagnostics, Where, did_you_mean
from deck.i18n import _
from deck.source import Tree, display
from deck.source.tree import TreePath

FOLDERS = (PICTURE_FOLDER, "releases", DRAFTS)
FILES = ("guidance.yaml", "sources.yaml", "slides.yaml", "outlines.yaml", "reviews.yaml", "indicators.yaml")
_LANGUAGE = re.compile("[a-z]{2,3}")
_UNUSED: Mapping[type, tuple[str, ...]] = {TextBlock: ("link", "number"), TableBlock: ("level", "link", "number", "list")}
"""The fields of a statement that a block of this kind shows nothing of."""


def overlooked_files(folder: Path, lang: str, diagnostics: Diagnostics) -> None:
    """Files and folders that bear the name of nothing that is read."""
    for path in sorted(folder.iterdir()):
        name = path.name
        if name.startswith((".", "_", "~")):
            continue
        if path.is_dir() and name not in FOLDERS and not _LANGUAGE.fullmatch(name) and any(path.glob("*.y*ml")):
            hint = did_you_mean(name, FOLDERS) or _("a language's folder is named by its code, as in sv or en")
            _unread(path, hint, diagnostics)
        elif path.is_file() and path.suffix in (".yaml", ".yml") and name not in FILES and not name.startswith("local."):
            _unread(path, did_you_mean(name, FILES) or _("known here: {names}").format(names=", ".join(FILES)), diagnostics)
    for path in sorted((folder / lang).glob("*.y*ml")):
        if path.name not in ("terms.yaml", "sources.yaml") and not (path.name.startswith("slides") and path.suffix == ".yaml"):
            _unread(path, _("words are read from terms.yaml, and from files called slides….yaml"), diagnostics)


def _unread(path: Path, hint: str, diagnostics: Diagnostics) -> None:
    diagnostics.warning("overlooked", _("this is not read"), Where(display(path)), hint)


def overlooked_structure(
    guidance: GuidanceFile,
    sources: SourcesFile,
    slides: SlidesFile,
    outlines: OutlinesFile,
    trees: Mapping[str, Tree],
    diagnostics: Diagnostics,
) -> None:
    """Slides that no deck has, sources that nothing leans on, and fields that nothing shows."""
    shown = {name for plan in outlines.outlines.values() for audience in outlines.audiences for _s, name in plan.order(audience)}
    for name, slide in slides.slides.items():
        if name not in shown and slide.instead not in shown:
            message = _('no deck has slide "{name}"').format(name=name)
            hint = _("put it into a section of outlines.yaml, or take it away")
            diagnostics.warning("overlooked", message, trees["slides"].where(("slides", name), key=True), hint)
        for path in _unused(("slides", name, "slots"), slide.slots, trees["slides"]):
            message = _('nothing is shown of the field "{name}" here').format(name=path[-1])
            diagnostics.warning("overlooked", message, trees["slides"].where(path, key=True), _("take it away"))
    leant = {source for slide in slides.slides.values() for source in slide.statement_sources()}
    leant |= {guidance.guidance.page, *guidance.guidance.source}
    for name in sources.sources:
        if name not in leant:
            message = _('nothing leans on the source "{name}"').format(name=name)
            hint = _("name it where it is leant on, in slides.yaml, or take it away")
            diagnostics.warning("overlooked", message, trees["sources"].where(("sources", name), key=True), hint)


def _unused(base: TreePath, slots: Mapping[str, Any], tree: Tree) -> Iterator[TreePath]:
    for slot, block in slots.items():
        for item, statement in statements(block).items():
            for name in _UNUSED.get(type(block), ()):
                if name in statement.model_fields_set:
                    yield (*base, slot, "rows" if isinstance(block, TableBlock) else spelled(tree, (*base, slot)), item, name)


def overlooked_terms(tree: Tree, terms: Iterable[Key], named: Iterable[Key], diagnostics: Diagnostics) -> None:
    """Terms that no deck asks for. `named`: those of the sections, outlines and audiences that there are."""
    known = {*REQUIRED_TERMS, *OPTIONAL_TERMS, *named}
    names = [".".join(path) for path in known]
    for path in terms:
        if path not in known:
            name = ".".join(path)
            at = tree.where(("terms", *path), key=True)
            hint = did_you_mean(name, names) or _("take it away")
            diagnostics.warning("overlooked", _('nothing uses the term "{name}"').format(name=name), at, hint)
