"""One deck as the gallery shows it: its files and the pictures of its slides, made where they are not there already."""

from __future__ import annotations

import hashlib
import io
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from deck.diagnostics import Diagnostic, Severity
from deck.errors import DeckError
from deck.fleet import BuildRequest, build_one
from deck.formats import DECK
from deck.making.inputs import Inputs, inputs_of
from deck.places import load_places

if TYPE_CHECKING:
    from deck.package import Package

SMALL, LARGE = 480, 1280
"""The widths of a slide's picture, in pixels."""
PICTURES = "bilder"


@dataclass(frozen=True, slots=True)
class SlideCard:
    """A slide as its page tells it. `words`: all that it says but its title. `picture`: what its pictures' files begin with, the
    same for slides that look alike. `shape`: width and height, in px of the slide."""

    number: int
    title: str
    words: str
    picture: str
    shape: tuple[int, int]


@dataclass(frozen=True, slots=True)
class FileCard:
    """A file to be fetched. `kind`: "pptx", or a format's name (`deck.formats.ALSO`). `name`: within the place's folder."""

    kind: str
    name: str
    size: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Exhibit:
    """A deck that is shown. `why`: what of its inputs was new, so that it was made ("first" where there was none before); empty
    where it was there already."""

    place: str
    name: str
    outline: str
    audience: str
    release: str
    slides: tuple[SlideCard, ...]
    files: tuple[FileCard, ...]
    inputs: Inputs
    why: tuple[str, ...] = ()

    @property
    def key(self) -> str:
        return key_of(self.place, self.outline, self.audience)

    def to_json(self) -> dict[str, Any]:
        return {
            "place": self.place,
            "name": self.name,
            "outline": self.outline,
            "audience": self.audience,
            "release": self.release,
            "slides": [[item.number, item.title, item.words, item.picture, *item.shape] for item in self.slides],
            "files": [[item.kind, item.name, item.size, item.sha256] for item in self.files],
            "inputs": self.inputs.to_json(),
        }


def exhibit_of(data: Mapping[str, Any]) -> Exhibit:
    """From `to_json`. Raises KeyError, TypeError and ValueError for what is no such."""
    return Exhibit(
        place=str(data["place"]),
        name=str(data["name"]),
        outline=str(data["outline"]),
        audience=str(data["audience"]),
        release=str(data["release"]),
        slides=tuple(
            SlideCard(int(n), str(title), str(words), str(pic), (int(w), int(h))) for n, title, words, pic, w, h in data["slides"]
        ),
        files=tuple(FileCard(str(kind), str(name), int(size), str(digest)) for kind, name, size, digest in data["files"]),
        inputs=Inputs(**data["inputs"]),
    )


def key_of(place: str, outline: str, audience: str) -> str:
    return f"{place}/{outline}/{audience}"


@dataclass(frozen=True, slots=True)
class ExhibitRequest:
    """`build`: the deck, into the place's folder. `root`: the site's. `before`: what the last run made of it."""

    build: BuildRequest
    root: Path
    before: Exhibit | None = None


@dataclass(frozen=True, slots=True)
class ExhibitAnswer:
    """`exhibit` None: there is none, and the diagnostics say why."""

    name: str
    exhibit: Exhibit | None
    diagnostics: tuple[Diagnostic, ...] = field(default=())


def exhibit_one(request: ExhibitRequest) -> ExhibitAnswer:
    """Make a deck's files and pictures. What is wrong is in the answer, never raised."""
    build = request.build
    name = build.place
    try:
        place = load_places().find(build.place)
        name = place.own_name
        inputs = inputs_of(build, place)
        before = request.before
        if before is not None and before.inputs == inputs and _is_there(before, request):
            return ExhibitAnswer(name, before)
        written: list[Package] = []
        built = build_one(build, written.append)
        if built.exit_code or built.path is None:
            return ExhibitAnswer(name, None, built.diagnostics)
        exhibit = Exhibit(
            place=place.code,
            name=place.own_name,
            outline=build.outline,
            audience=build.audience,
            release=built.release,
            slides=_slides(written[0], request.root),
            files=tuple(_file(kind, path) for kind, path in {DECK.name: built.path, **built.also}.items()),
            inputs=inputs,
            why=("first",) if before is None else inputs.differing(before.inputs) or ("missing",),
        )
    except DeckError as error:
        return ExhibitAnswer(name, None, tuple(error.diagnostics))
    serious = tuple(item for item in built.diagnostics if item.severity >= Severity.WARNING)
    return ExhibitAnswer(name, exhibit, serious)


def _file(kind: str, path: Path) -> FileCard:
    data = path.read_bytes()
    return FileCard(kind, path.name, len(data), hashlib.sha256(data).hexdigest())


def _is_there(exhibit: Exhibit, request: ExhibitRequest) -> bool:
    """Whether all its files are where they were, as large as they were, and no format is wanted that it lacks."""
    wanted = {DECK.name, *request.build.also}
    if {item.kind for item in exhibit.files} != wanted:
        return False
    pictures = [path for item in exhibit.slides for path in picture_paths(request.root, item.picture)]
    try:
        return all((request.build.out / item.name).stat().st_size == item.size for item in exhibit.files) and all(
            path.stat().st_size for path in pictures
        )
    except OSError:
        return False


def picture_paths(root: Path, picture: str) -> tuple[Path, Path]:
    """Where a slide's small and large pictures are. In 256 folders: a folder of tens of thousands is slow on most disks."""
    folder = root / PICTURES / picture[:2]
    return folder / f"{picture}-{SMALL}.webp", folder / f"{picture}-{LARGE}.webp"


def _slides(package: Package, root: Path) -> tuple[SlideCard, ...]:
    """As its PDF was set, for which it has been taken apart already."""
    from deck.typeset.reading import told

    found = []
    for slide in told(package).slides:
        svg = slide.picture()
        picture = hashlib.sha256(svg.encode()).hexdigest()[:24]
        _draw(svg, root, picture)
        shape = (slide.size[0] // 9_525, slide.size[1] // 9_525)
        found.append(SlideCard(slide.number, slide.title, slide.words, picture, shape))
    return tuple(found)


def _draw(svg: str, root: Path, picture: str) -> None:
    """Both pictures, where they are not there yet: what their name is made of decides how they look."""
    from PIL import Image

    from deck.raster import svg_png

    small, large = picture_paths(root, picture)
    if small.is_file() and large.is_file():
        return
    image = Image.open(io.BytesIO(svg_png(svg, width=LARGE))).convert("RGB")
    lesser = image.resize((SMALL, round(SMALL * image.height / image.width)), Image.Resampling.LANCZOS)
    # Flat colours and letters: without loss they are smaller, but for what is scaled down.
    for path, one, how in ((small, lesser, {"quality": 72, "method": 2}), (large, image, {"lossless": True, "method": 2})):
        if not path.is_file():
            data = io.BytesIO()
            one.save(data, "WEBP", **how)
            _put_once(path, data.getvalue())


def _put_once(path: Path, data: bytes) -> None:
    """Another process may write the same picture at the same time: either will do."""
    from deck.files import WEBP, put

    try:
        put(path, data, WEBP)
    except DeckError:
        if not path.is_file():
            raise
