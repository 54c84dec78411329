"""The whole gallery: what is new is made, pages are written, and what nothing leads to any more is taken away."""

from __future__ import annotations

import hashlib
import itertools
import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from deck.content import Content
from deck.content.changelog import Changelog, diff_releases
from deck.content.releases import releases
from deck.diagnostics import Diagnostic, Where
from deck.errors import DeckError, InputError, UsageError, reason_of
from deck.files import CSS, HTML, JSON, SCRIPT, XML, FileKind, put, take
from deck.fleet import BuildRequest
from deck.fleet.batch import lost_worker, run_many
from deck.i18n import _, speaking
from deck.making import content_of
from deck.making.recipe import Recipe
from deck.places import Place, load_places
from deck.site import feed as feeds
from deck.site.addresses import FEED, INDEX, LANGS, NEWS, STATE, STYLE, place_page
from deck.site.addresses import SCRIPT as SCRIPT_FILE
from deck.site.exhibit import Exhibit, ExhibitAnswer, ExhibitRequest, exhibit_of, exhibit_one, key_of, picture_paths
from deck.site.pages import Gallery, pages, script, style

VERSION = 1


@dataclass(frozen=True, slots=True)
class SiteRequest:
    """`places`: codes. `also`: formats beside the deck itself. `address`: where the site will lie, for its feed. `app`: the
    address of a `deck serve`. `publisher`, `contact`: who answers for it (a mailto: or https: address)."""

    places: tuple[str, ...]
    out: Path
    outlines: tuple[str, ...] = ()
    audiences: tuple[str, ...] = ("alla",)
    also: tuple[str, ...] = ("pdf", "handout")
    content_root: Path | None = None
    branding_root: Path | None = None
    overwrite: bool = False
    address: str = ""
    app: str = ""
    publisher: str = ""
    contact: str = ""


@dataclass(frozen=True, slots=True)
class Published:
    """`pages`: how many pages there are. `made`: decks made anew; `kept`: those that were there; `gone`: files taken away."""

    exhibits: tuple[Exhibit, ...]
    failed: tuple[ExhibitAnswer, ...] = ()
    pages: int = 0
    gone: int = 0
    diagnostics: tuple[Diagnostic, ...] = ()

    @property
    def made(self) -> int:
        return sum(bool(item.why) for item in self.exhibits)

    @property
    def kept(self) -> int:
        return len(self.exhibits) - self.made

    @property
    def exit_code(self) -> int:
        return 1 if self.failed else 0


@dataclass(frozen=True)
class SiteState:
    """What the last run left: its decks by their keys, and its other files with their digests."""

    exhibits: Mapping[str, Exhibit] = field(default_factory=dict)
    files: Mapping[str, str] = field(default_factory=dict)


def publish(request: SiteRequest, jobs: int | None = None, on_done: Callable[[ExhibitAnswer], None] | None = None) -> Published:
    """Make or bring up to date. Raises DeckError for what concerns the whole; a deck that cannot be made is in the answer."""
    register = load_places()
    recipe = Recipe("", content_root=request.content_root, branding_root=request.branding_root)
    content = content_of(recipe)
    outlines = request.outlines or tuple(content.outlines)
    before = read_state(request.out)
    asked = []
    for place in map(register.find, request.places):
        for outline in outlines:
            for audience in request.audiences:
                build = BuildRequest(
                    place.code,
                    outline=outline,
                    audience=audience,
                    content_root=request.content_root,
                    branding_root=request.branding_root,
                    out=request.out / place.stem,
                    overwrite=request.overwrite,
                    also=request.also,
                )
                known = before.exhibits.get(key_of(place.code, outline, audience))
                asked.append(ExhibitRequest(build, request.out, known))
    shown = run_many(exhibit_one, _lost, asked, jobs, on_done)
    exhibits = tuple(item.exhibit for item in shown if item.exhibit is not None)
    gallery = Gallery(
        content,
        places=register,
        exhibits=exhibits,
        colors=_colors(exhibits, request),
        releases=releases(request.content_root),
        news=_news(request),
        titles=_titles(content, request),
        app=request.app,
        publisher=request.publisher,
        contact=request.contact,
    )
    written, count = _write(gallery, request)
    gone = _prune(request.out, before, exhibits, written)
    state = {"version": VERSION, "exhibits": [item.to_json() for item in exhibits], "files": written}
    _put(request.out / STATE, json.dumps(state, ensure_ascii=False).encode(), JSON, request)
    found = tuple(dict.fromkeys(item for one in shown for item in one.diagnostics))
    return Published(
        exhibits, failed=tuple(item for item in shown if item.exhibit is None), pages=count, gone=gone, diagnostics=found
    )


def _lost(request: ExhibitRequest) -> ExhibitAnswer:
    return ExhibitAnswer(request.build.place, None, (lost_worker(),))


def _colors(exhibits: Sequence[Exhibit], request: SiteRequest) -> dict[str, Mapping[str, str]]:
    """The colours of each place that is shown, and of their counties."""
    from deck.brand import load_brand

    register = load_places()
    codes = dict.fromkeys(item.place for item in exhibits)
    codes |= dict.fromkeys(register.county(register.find(code)).code for code in list(codes))
    return {code: load_brand(register.find(code), register, root=request.branding_root).colors for code in codes}


def _news(request: SiteRequest) -> tuple[Changelog, ...]:
    names = [item.name for item in releases(request.content_root)]
    return tuple(diff_releases(old, new, request.content_root) for old, new in itertools.pairwise(names))


def _titles(content: Content, request: SiteRequest) -> dict[str, str]:
    """The titles of slides that two places have alike, by the slides' ids."""
    from deck.brand import load_brand
    from deck.compose.overview import overview

    register = load_places()
    one, other = (
        {
            item.id: item.title
            for item in overview(content, place, register, load_brand(place, register, root=request.branding_root))
        }
        for place in (register.municipalities[0], register.municipalities[-1])
    )
    return {name: title for name, title in one.items() if other.get(name) == title}


def _put(path: Path, data: bytes, kind: FileKind, request: SiteRequest) -> None:
    sealed = kind.seal(data)
    # Nothing is touched that is as it was: web servers and copying programs look at the time of a file.
    if not (path.is_file() and path.read_bytes() == sealed):
        put(path, sealed, kind, overwrite=request.overwrite)


def _write(gallery: Gallery, request: SiteRequest) -> tuple[dict[str, str], int]:
    """Write the pages and what goes with them: path within the site → digest, and the number of pages."""
    written: dict[str, str] = {}
    count = 0

    def write(name: str, data: bytes, kind: FileKind) -> None:
        _put(request.out / name, data, kind, request)
        written[name] = hashlib.sha256(kind.seal(data)).hexdigest()[:24]

    for page in pages(gallery):
        write(page.path, page.data, HTML)
        count += 1
    write(STYLE, style(), CSS)
    write(SCRIPT_FILE, script(), SCRIPT)
    with speaking(LANGS[0]):
        title, guidance = _("Presentations about the guidance"), gallery.content.guidance
    author = request.publisher or guidance.publisher
    write(FEED, feeds.feed(title, author, gallery.releases, NEWS, _folder(request.address), LANGS[0]), XML)
    known = {"title": guidance.title, "publisher": guidance.publisher_name, "release": gallery.content.release}
    listed = feeds.index(known, ((item, _known(gallery, item)) for item in gallery.exhibits))
    write(INDEX, json.dumps(listed, ensure_ascii=False, indent=1).encode(), JSON)
    return written, count


def _folder(address: str) -> str:
    return address if not address or address.endswith("/") else f"{address}/"


def _known(gallery: Gallery, exhibit: Exhibit) -> dict[str, Any]:
    place = gallery.places.find(exhibit.place)
    first = gallery.first(place)
    return {
        "kind": place.kind,
        "county": place.county_code,
        "page": place_page(LANGS[0], place, *first, first),
        "folder": place.stem,
    }


# --- what the last run left ---------------------------------------------------------------------------------------------------


def read_state(root: Path) -> SiteState:
    """What the last run left; nothing where it is not as we wrote it. Raises InputError where the folder is no site of ours but
    has something in it that would lie in the way."""
    path = root / STATE
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        return SiteState()
    except OSError as error:
        raise InputError.of("unreadable", reason_of(error), Where(str(path))) from None
    if not JSON.ours(data):
        return SiteState()
    try:
        said = json.loads(data)
        if said["version"] != VERSION:
            return SiteState()
        exhibits = [exhibit_of(item) for item in said["exhibits"]]
        return SiteState({item.key: item for item in exhibits}, {str(name): str(value) for name, value in said["files"].items()})
    except (ValueError, KeyError, TypeError, AttributeError):
        return SiteState()


def _files_of(exhibits: Iterable[Exhibit], root: Path, folder_of: Callable[[str], str]) -> dict[Path, str]:
    """The files of decks: path → SHA-256, "" for pictures, which are what their names say."""
    found: dict[Path, str] = {}
    for exhibit in exhibits:
        found |= {root / folder_of(exhibit.place) / item.name: item.sha256 for item in exhibit.files}
        found |= {path: "" for item in exhibit.slides for path in picture_paths(root, item.picture)}
    return found


def _prune(root: Path, before: SiteState, now: Sequence[Exhibit], written: Mapping[str, str]) -> int:
    """Take away what the last run wrote and this one does not lead to, if it is as it was written. How many files."""
    register = load_places()
    folder: Callable[[str], str] = lambda code: register.find(code).stem  # noqa: E731
    try:
        old = _files_of(before.exhibits.values(), root, folder)
    except DeckError:
        return 0
    kept = _files_of(now, root, folder)
    gone = 0
    for path, digest in old.items():
        if path not in kept:
            gone += take(path, lambda item, digest=digest: not digest or hashlib.sha256(item.read_bytes()).hexdigest() == digest)
    for name, digest in before.files.items():
        if name not in written and _inside(root, name):
            gone += take(root / name, lambda item, digest=digest: hashlib.sha256(item.read_bytes()).hexdigest()[:24] == digest)
    return gone


def _inside(root: Path, name: str) -> bool:
    return (root / name).resolve().is_relative_to(root.resolve())


def place_codes(words: Sequence[str]) -> tuple[Place, ...]:
    """The places meant; a county means its municipalities, too. None said: all."""
    register = load_places()
    if not words:
        return register.all
    found, wrong = register.find_all(words)
    if wrong:
        raise UsageError(wrong)
    chosen = {place.code: place for place in found}
    for place in found:
        if place.is_county:
            chosen |= {item.code: item for item in register.members(place)}
    return tuple(place for place in register.all if place.code in chosen)
