"""One deck, the whole way: content, brand, template → composed, laid out, written, checked."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from deck.diagnostics import Diagnostic, Diagnostics, Severity, Where
from deck.errors import DeckError, InputError
from deck.fleet.request import BuildRequest, Built
from deck.i18n import _
from deck.places import Place, file_stem, load_places
from deck.presentation import Picture, to_json
from deck.source import Snapshot, Stamp
from deck.watch import SECONDS, watched

if TYPE_CHECKING:
    from deck.brand import Brand
    from deck.content import Content
    from deck.package import Package
    from deck.template.model import Template

LOCAL, PICTURES, OVERRIDES, OWN_TEMPLATE, LOOK = "local", "pictures", "overrides", "template", "look"
"""Keys of the manifest's `extra`: the words of local.yaml, and its pictures by the names that it gives them (their bytes are in
the deck, and are found by their digest); the words of template.yaml; whose the template was where it is no default one,
GIVEN or BRAND; and what its look is known by."""
GIVEN, BRAND = "given", "brand"
HOUSE_SECONDS = 30.0
_THEIRS = re.compile(r"ppt/(slideMasters|slideLayouts|theme|notesMasters|handoutMasters)/")
"""Parts of a template that are kept byte for byte, faults and all."""
_MOST = 2_000_000
"""Bytes of a file of content: what its reader takes."""


@dataclass(frozen=True, slots=True)
class Material:
    """All that a content is read from: its folder as it was, and a sender's own."""

    release: str | None
    lang: str
    root: Path
    files: tuple[Snapshot, ...]
    local: Snapshot | None
    pictures: tuple[Stamp, ...] = ()
    """The picture files of both, also such as are named and not there."""
    remembered: tuple[tuple[str, Picture], ...] | None = None
    """The pictures that the local.yaml names, in place of their files."""


@dataclass(frozen=True, slots=True)
class Alike:
    """What decks have in common whose proofs hold for one another: the same words in the same layouts, but for names and the
    colours that a place has of itself. `own`: the place and its profile, where more than that is its own."""

    material: str
    outline: str
    audience: str
    county: bool
    template: str
    own: tuple[str, ...]


def material_of(
    request: BuildRequest, local: Snapshot | None = None, pictures: Mapping[str, Picture] | None = None
) -> Material | None:
    """What there is to read now; None where a file cannot be read. `local`: material that is no file any
    more; `pictures`: those that it names."""
    from deck.content import content_root
    from deck.content.drafts import FOLDER, draft_folder
    from deck.content.releases import PICTURE_FOLDER

    root = request.content_root or content_root()
    drafts = root / FOLDER
    held = [path for path in sorted(root.rglob("*.yaml")) if not path.is_relative_to(drafts)]
    draft = draft_folder(request.release, root) if request.release is not None else None
    if draft is not None and draft != root:
        held += sorted(draft.rglob("*.yaml"))
    files = [Snapshot.of(path, _MOST) for path in held]
    own = local or (Snapshot.of(request.local, _MOST) if request.local is not None else None)
    if None in files or (request.local is not None and own is None):
        return None
    shown = [
        path
        for folder in (root, *sorted(root.glob("releases/*")), *filter(None, [draft]))
        for path in sorted((folder / PICTURE_FOLDER).rglob("*"))
    ]
    named = _named(own) if own is not None and pictures is None else ()
    return Material(
        release=request.release,
        lang=request.lang,
        root=root,
        files=tuple(item for item in files if item is not None),
        local=own,
        pictures=tuple(map(Stamp.of, (*shown, *named))),
        remembered=None if pictures is None else tuple(sorted(pictures.items())),
    )


@lru_cache(maxsize=8)
def _named(local: Snapshot) -> tuple[Path, ...]:
    from deck.content.pictures import files_named

    return files_named(local)


@lru_cache(maxsize=8)
def _read(material: Material) -> tuple[Content, str]:
    """The content, and what its material is known by."""
    from deck.content import load_content

    known = None if material.remembered is None else dict(material.remembered)
    content = load_content(material.release, local=material.local, lang=material.lang, root=material.root, pictures=known)
    return content, hashlib.sha256(repr(material).encode()).hexdigest()


def _content(
    request: BuildRequest, local: Snapshot | None = None, pictures: Mapping[str, Picture] | None = None
) -> tuple[Content, str]:
    from deck.content import load_content

    material = material_of(request, local, pictures)
    if material is not None:
        return _read(material)
    content = load_content(
        request.release, local=local or request.local, lang=request.lang, root=request.content_root, pictures=pictures
    )
    return content, ""


def content_of(request: BuildRequest, local: Snapshot | None = None, pictures: Mapping[str, Picture] | None = None) -> Content:
    """The content a request speaks of, read once in a process as long as it stays what it is. `local`: material in place of the
    request's that is no file any more; `pictures`: those that it names, where they are not to be read from files. Raises
    InputError with all that is wrong in it."""
    return _content(request, local, pictures)[0]


def template_for(request: BuildRequest, brand: Brand) -> Template:
    """The template asked for, else the brand's, else the default one in the brand's colours, fonts and logo."""
    return _templates(request, brand)[1]


def _templates(request: BuildRequest, brand: Brand) -> tuple[Template, Template]:
    """The template as its file has it, and in the brand's look."""
    from deck.template import brand_template, default_template_path, read_template

    own = request.template or brand.template
    template = read_template(own or default_template_path())
    # An organisation's own template is the law of its house: its colours, fonts and logo stay as they are.
    return template, (template if own else brand_template(template, brand))


def remembered_local(local: Path | None, content: Content) -> dict[str, Any]:
    """What a refresh needs of local.yaml: its words, and what its pictures are known by. Raises
    InputError where it cannot be read."""
    if local is None:
        return {}
    pictures = {name: json.dumps(to_json(picture)) for name, picture in content.own_pictures.items()}
    return {LOCAL: text_of(local)} | ({PICTURES: pictures} if pictures else {})


READING = "reading"
"""How a template's fingerprint is made: that of an older way says nothing of another look."""


def remembered_look(given: Path | None, brand: Path | None, template: Template) -> dict[str, Any]:
    """What the look is known by, whether its template was `given` or the brand's own, and the words of template.yaml."""
    from deck.template import beside, look_of

    extra: dict[str, Any] = {LOOK: look_of(template), READING: "2"}
    own = given or brand
    if own is not None:
        extra[OWN_TEMPLATE] = GIVEN if given else BRAND
        overrides = beside(own)
        if overrides is not None:
            extra[OVERRIDES] = text_of(overrides)
    return extra


def text_of(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise InputError.of("unreadable", _("the file cannot be read ({error})").format(error=error), Where(str(path))) from None


def _alike(request: BuildRequest, place: Place, brand: Brand, material: str, template: Template) -> Alike:
    """`template`: as its file has it."""
    said = {where.file for where in brand.origin.values()} - {"deck"}
    own = (place.code, brand.fingerprint) if request.local or said else ()
    return Alike(material, request.outline, request.audience, place.is_county, template.fingerprint, own)


def _proofs(package: Package, like: Alike, name: str, *, house: bool) -> list[Diagnostic]:
    """What the rules of `deck check` say of a deck before it is called built. What is not certain to be a fault, or lies in the
    parts of a `house`'s own template, is told and stops nothing there."""
    from deck.check import check_built

    found = check_built(package, like, name)
    if not house:
        return found
    errors = [item for item in found if item.severity >= Severity.ERROR and not _THEIRS.match(item.where.part or "")]
    return errors + _condensed([item for item in found if item not in errors])


def _condensed(items: list[Diagnostic]) -> list[Diagnostic]:
    """One word for each rule, with the first place and how many there are."""
    by_code: dict[str, list[Diagnostic]] = {}
    for item in items:
        by_code.setdefault(item.code, []).append(item)
    found: list[Diagnostic] = []
    for same in by_code.values():
        message = same[0].message
        if len(same) > 1:
            message = _("{message} (and {count} more like it; `deck check` shows all)").format(
                message=message, count=len(same) - 1
            )
        found.append(replace(same[0], message=message, severity=Severity.INFO))
    return found


def _write(path: Path, data: bytes, request: BuildRequest, diagnostics: Diagnostics) -> bool:
    from deck.files import put
    from deck.pptx.seal import DECK, is_built

    try:
        inputs = [item for item in (request.template, request.local) if item is not None]
        put(
            path,
            data,
            DECK,
            overwrite=request.overwrite,
            inputs=inputs,
            proof=lambda old: old.read_bytes() == data or is_built(old),
        )
    except DeckError as error:
        (found,) = error.diagnostics
        if found.code != "edited-file":
            raise
        diagnostics.error(
            found.code,
            _("the file has been edited since it was built, and is left alone"),
            found.where,
            _("`deck refresh` brings it up to date with the edits kept; or choose another folder with -o, or --overwrite"),
        )
        return False
    return True


def _make(request: BuildRequest, place: Place, diagnostics: Diagnostics) -> tuple[Path | None, int, str, str]:
    """Path, number of slides, release and digest; everything that is wrong goes to `diagnostics` or is raised."""
    from deck.brand import load_brand
    from deck.compose import compose
    from deck.content import keep_draft
    from deck.layout import audit, lay_out
    from deck.package import package_bytes
    from deck.pptx import write_pptx
    from deck.pptx.seal import sealed

    places = load_places()
    content, material = _content(request)
    brand = load_brand(place, places, root=request.branding_root)
    diagnostics.extend(brand.diagnostics)
    presentation = compose(content, place, places, brand, outline=request.outline, audience=request.audience)
    plain, template = _templates(request, brand)
    diagnostics.extend(template.diagnostics)
    laid_out = lay_out(presentation, template, diagnostics)
    diagnostics.extend(audit(laid_out))
    release = presentation.release
    bar = Severity.WARNING if request.strict else Severity.ERROR
    if any(item.severity >= bar for item in diagnostics):
        return None, len(laid_out.slides), release, ""
    package = write_pptx(
        presentation,
        laid_out,
        manifest_extra=remembered_local(request.local, content) | remembered_look(request.template, brand.template, template),
    )
    like = _alike(request, place, brand, material, plain)
    stem = file_stem(place, request.outline, request.audience, request.lang)
    diagnostics.extend(_proofs(package, like, stem, house=template is plain))
    if any(item.severity >= bar for item in diagnostics):
        return None, len(laid_out.slides), release, ""
    data = package_bytes(sealed(package, "built"))
    path = request.out / f"{stem}.pptx"
    written = _write(path, data, request, diagnostics)
    if written and request.release is None:
        keep_draft(release, request.content_root)
    return (path if written else None), len(laid_out.slides), release, hashlib.sha256(data).hexdigest()


def unexpected(error: Exception) -> Diagnostic:
    """A fault of ours, in one line; DECK_DEBUG=1 shows where. XML that nobody can read is the file's own fault."""
    from lxml import etree

    from deck.package import UnsafeXML

    if isinstance(error, etree.XMLSyntaxError | UnsafeXML | RecursionError):
        message = _("the part is no well-formed XML ({error})").format(error=str(error)[:120])
        hint = _("open it in PowerPoint and save it anew, or choose another file")
        return Diagnostic("broken-xml", Severity.ERROR, message, hint=hint)
    return Diagnostic(
        "internal",
        Severity.ERROR,
        _("something went wrong inside deck ({kind}: {error})").format(kind=type(error).__name__, error=str(error)[:200]),
        hint=_("this is a fault in deck, not in your files; run again with DECK_DEBUG=1 and report what it prints"),
    )


def build_one(request: BuildRequest) -> Built:
    """Build a deck. What is wrong with it is in the answer's diagnostics, never raised."""
    import os

    diagnostics = Diagnostics()
    name, code, path, slides, release, digest, exit_code = request.place, request.place, None, 0, request.release or "", "", 0
    try:
        place = load_places().find(request.place)
        name, code = place.own_name, place.code
        # A template of the house is trusted with more time than one that was given.
        with watched(Where(str(request.template or "")), SECONDS if request.template else HOUSE_SECONDS):
            path, slides, release, digest = _make(request, place, diagnostics)
        exit_code = 0 if path else 1
    except DeckError as error:
        diagnostics.extend(error.diagnostics)
        exit_code = error.exit_code
    except Exception as error:  # noqa: BLE001, RUF100 - one bad deck must not stop the others
        if os.environ.get("DECK_DEBUG"):
            raise
        diagnostics.extend([unexpected(error)])
        exit_code = 1
    unique = tuple(dict.fromkeys(diagnostics))
    return Built(request, code, name, path, slides, release, unique, exit_code, digest)
