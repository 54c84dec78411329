"""Pictures of a deck, ours or anybody's: a PNG for each slide, and a page with them all; what is not drawn is said."""

from __future__ import annotations

import re
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from deck.diagnostics import Diagnostic, Diagnostics, Severity, Where
from deck.errors import DeckError, InputError, UsageError
from deck.fleet.batch import run_many
from deck.formats import also_named
from deck.i18n import _
from deck.watch import SECONDS, allow, watched

if TYPE_CHECKING:
    from deck.making.recipe import Recipe
    from deck.package import Package

Renderer = Literal["own", "libreoffice"]
OFFICE_SECONDS = 180


@dataclass(frozen=True, slots=True)
class PreviewRequest:
    """What is drawn: a `recipe`'s deck, or the file `source`. `width` of the pictures in pixels; `also`: formats by their names
    (`deck.formats.ALSO`), given beside the pictures."""

    source: Path | None = None
    recipe: Recipe | None = None
    out: Path = Path("out")
    width: int = 1280
    renderer: Renderer = "own"
    also: tuple[str, ...] = ()
    overwrite: bool = False


@dataclass(frozen=True, slots=True)
class Previewed:
    """`page` None: nothing was written, and `diagnostics` say why. `also`: format → where it was written."""

    request: PreviewRequest
    name: str
    page: Path | None
    pictures: tuple[Path, ...] = ()
    also: tuple[Path, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()
    exit_code: int = 0

    def to_json(self) -> dict[str, object]:
        return {
            "name": self.name,
            "page": self.page.as_posix() if self.page else None,
            "pictures": [path.as_posix() for path in self.pictures],
            "also": [path.as_posix() for path in self.also],
            "diagnostics": [item.to_json() for item in self.diagnostics],
        }


def preview_one(request: PreviewRequest) -> Previewed:
    """Draw a deck. What is wrong with it is in the answer's diagnostics, never raised."""
    from deck.source import display

    name = display(request.source) if request.source is not None else request.recipe.place if request.recipe is not None else ""
    found = Diagnostics()
    try:
        with watched(Where(name), SECONDS * 2):
            return _previewed(request, name, found)
    except DeckError as error:
        return Previewed(request, name=name, page=None, diagnostics=(*found, *error.diagnostics), exit_code=error.exit_code or 1)


def _previewed(request: PreviewRequest, name: str, found: Diagnostics) -> Previewed:
    from deck.files import HTML, PNG, put, refusal
    from deck.package import package_bytes
    from deck.render.undrawn import complaints
    from deck.typeset.contact import contact_page
    from deck.typeset.reading import told

    package, stem = _package(request, found)
    deck = told(package)
    if not deck.slides:
        raise InputError.of(
            "no-slides", _("the presentation has no slide that is shown"), Where(name), _("show one of its slides")
        )
    allow(len(deck.slides), 0)
    if request.renderer == "own":
        found.extend(complaints(deck.undrawn, name))
        pictures = drawn([slide.picture() for slide in deck.slides], request.width)
    else:
        data = request.source.read_bytes() if request.source is not None else package_bytes(package)
        pictures = by_office(data, request.width, name)
        if len(pictures) != len(deck.slides):
            message = _("LibreOffice shows {pages} pages of {slides} slides").format(pages=len(pictures), slides=len(deck.slides))
            raise InputError.of("renderer", message, Where(name), _("leave out --renderer"))
    inputs = [request.source] if request.source is not None else []
    folder = request.out / f"{stem}-bilder"
    digits = max(len(str(len(pictures))), 2)
    paths = tuple(folder / f"{n:0{digits}}.png" for n in range(1, len(pictures) + 1))
    page = folder / "index.html"
    files = [(path, PNG.seal(picture), PNG) for path, picture in zip(paths, pictures, strict=True)]
    files.append((page, HTML.seal(contact_page(deck, [path.name for path in paths])), HTML))
    beside = []
    for form in map(also_named, request.also):
        module = form.load_for_files()
        beside.append((request.out / f"{stem}{form.ending}", module.of_file(package, name), module.KIND))
    # All or nothing: asked before anything is written.
    refused = [refusal(path, kind, overwrite=request.overwrite, inputs=inputs) for path, _data, kind in (*files, *beside)]
    if wrong := [item for item in refused if item is not None]:
        raise InputError(wrong)
    for path, data, kind in (*files, *beside):
        put(path, data, kind, overwrite=request.overwrite, inputs=inputs)
    return Previewed(
        request,
        name=name,
        page=page,
        pictures=paths,
        also=tuple(path for path, _data, _kind in beside),
        diagnostics=tuple(dict.fromkeys(found)),
    )


def _package(request: PreviewRequest, found: Diagnostics) -> tuple[Package, str]:
    """The package and its files' stem. Raises what stops it."""
    from deck.package import open_package
    from deck.package.strict import to_transitional

    if request.source is not None:
        package = open_package(request.source)
        return to_transitional(package), request.source.stem
    from deck.making.make import make
    from deck.places import load_places

    assert request.recipe is not None
    made = make(request.recipe, load_places().find(request.recipe.place), found)
    if made.package is None:
        raise InputError([item for item in found if item.severity >= Severity.ERROR])
    return made.package, made.stem


# --- our own ------------------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Sheet:
    svg: str
    width: int


def _png(sheet: _Sheet) -> bytes:
    from deck.raster import svg_png

    return svg_png(sheet.svg, width=sheet.width)


def _lost(_sheet: _Sheet) -> bytes:
    return b""


def drawn(svgs: list[str], width: int) -> list[bytes]:
    """PNGs of pictures, side by side in processes where there are many. Raises InputError where one cannot be drawn."""
    try:
        found = run_many(_png, _lost, [_Sheet(svg, width) for svg in svgs])
    except ValueError as error:
        raise InputError.of("renderer", _("a slide cannot be drawn: {reason}").format(reason=str(error)[:120])) from None
    if lost := [n for n, data in enumerate(found, 1) if not data]:
        message = _("the process that drew slide {number} was ended by the system").format(number=lost[0])
        raise InputError.of("renderer", message, hint=_("draw it smaller, with --width"))
    return found


# --- LibreOffice's ------------------------------------------------------------------------------------------------------------


def by_office(data: bytes, width: int, name: str) -> list[bytes]:
    """PNGs of a presentation's slides as an installed LibreOffice shows them; hidden ones are left out. Raises UsageError where a
    program is missing, InputError where it fails."""
    from deck.files import borrowed

    office = shutil.which("soffice") or shutil.which("libreoffice")
    painter = shutil.which("pdftoppm")
    for program, there in (("LibreOffice (soffice)", office), ("poppler-utils (pdftoppm)", painter)):
        if there is None:
            message = _("{program} is not installed here").format(program=program)
            raise UsageError.of("renderer", message, hint=_("leave out --renderer: deck draws the slides itself"))
    assert office is not None and painter is not None
    with borrowed("deck.pptx", data) as folder:
        profile = (folder / "profile").as_uri()
        made = ["--headless", "--convert-to", "pdf", "--outdir", str(folder), "deck.pptx"]
        _run([office, f"-env:UserInstallation={profile}", *made], folder, name)
        _run([painter, "-png", "-scale-to-x", str(width), "-scale-to-y", "-1", "deck.pdf", "page"], folder, name)
        pages = sorted(folder.glob("page-*.png"), key=lambda path: int(re.sub(r"\D", "", path.stem) or "0"))
        return [path.read_bytes() for path in pages]


def _run(command: list[str], folder: Path, name: str) -> None:
    try:
        done = subprocess.run(command, cwd=folder, capture_output=True, timeout=OFFICE_SECONDS, check=False)
    except (OSError, subprocess.TimeoutExpired) as error:
        raise _failed(command, name, str(error)) from None
    if done.returncode != 0:
        raise _failed(command, name, done.stderr.decode("utf-8", "replace").strip())


def _failed(command: list[str], name: str, said: str) -> DeckError:
    message = _("{program} could not draw the slides: {reason}").format(program=Path(command[0]).name, reason=said[-160:] or "–")
    return InputError.of("renderer", message, Where(name), _("leave out --renderer: deck draws the slides itself"))
