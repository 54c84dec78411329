"""Pictures that content names: found from where its YAML lies, read, and every fault told at the name's place."""

from __future__ import annotations

from pathlib import Path, PurePosixPath

from deck.content.beside import Beside
from deck.content.blocks import PictureBlock
from deck.content.model import SlidesFile
from deck.content.releases import PICTURE_FOLDER
from deck.diagnostics import Diagnostics, Where
from deck.i18n import _
from deck.pictures import BadPicture, read_picture
from deck.presentation import Picture
from deck.source import Tree
from deck.source.named import near, path_of


def slide_pictures(slides: SlidesFile, tree: Tree, folder: Path, diagnostics: Diagnostics) -> dict[tuple[str, str], Picture]:
    """(slide, slot) → picture, of all slides of a content."""
    found: dict[tuple[str, str], Picture] = {}
    for name, slide in slides.slides.items():
        for slot, block in slide.slots.items():
            if isinstance(block, PictureBlock):
                where = tree.where(("slides", name, "slots", slot, "file"))
                picture = _within(block.file, folder, where, diagnostics)
                if picture is not None:
                    found[(name, slot)] = picture
    return found


def _within(name: str, folder: Path, where: Where, diagnostics: Diagnostics) -> Picture | None:
    parts = PurePosixPath(name.replace("\\", "/")).parts
    if len(parts) < 2 or parts[0] != PICTURE_FOLDER or ".." in parts:
        message = _('the content\'s own pictures lie in "{folder}/" beside slides.yaml').format(folder=PICTURE_FOLDER)
        diagnostics.error("bad-picture", message, where, _('put the file there, and write "{name}"').format(name=_moved(parts)))
        return None
    return picture_at(name, folder, where, diagnostics)


def _moved(parts: tuple[str, ...]) -> str:
    return f"{PICTURE_FOLDER}/{parts[-1] if parts else '…'}"


def picture_at(name: str, folder: Path, where: Where, diagnostics: Diagnostics, known: Beside | None = None) -> Picture | None:
    """The picture in a file that is named from `folder`; None where `diagnostics` say why. `known`: what a deck remembers; then
    no file is looked for."""
    if known is not None:
        if (picture := known.picture(name)) is None:
            message = _('the presentation does not remember the picture "{name}"').format(name=name)
            diagnostics.error("missing-picture", message, where, _("give your local.yaml with --local, the picture beside it"))
        return picture
    if "://" in name:
        message = _("a picture must be a file; nothing is fetched from an address")
        diagnostics.error("bad-picture", message, where, _("save the picture, and name its file"))
        return None
    path = path_of(folder, name)
    try:
        shown = read_picture(path)
    except BadPicture as error:
        hint = near(path) or error.hint
        diagnostics.error("bad-picture", f"{name}: {error}", where, hint)
        return None
    return Picture(shown.media, width=shown.width, height=shown.height, alt="", name=path.name)
