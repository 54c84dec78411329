"""Edited files refreshed, and the laws that hold for each."""

from __future__ import annotations

import hashlib
import re
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory

from refresh_edits import Proof, Result, applied
from refresh_releases import BASE

from deck.brand import load_brand
from deck.compose import compose
from deck.content import load_content
from deck.diagnostics import Diagnostics
from deck.fleet import BuildRequest, build_one
from deck.layout import lay_out
from deck.memory import Memory
from deck.package import Package, open_package, package_bytes
from deck.places import load_places
from deck.pptx import pptx_bytes, read_pptx
from deck.pptx.reader import ReadDeck, presentation_of
from deck.presentation import Presentation, Slide
from deck.presentation.links import without_links_to
from deck.refresh import standing
from deck.refresh.canon import canonical_presentation
from deck.refresh.continued import remembered
from deck.refresh.document import Document
from deck.refresh.frames import as_framed
from deck.refresh.known import KnownDeck
from deck.refresh.lending import as_remembered
from deck.refresh.outcome import Choice
from deck.refresh.pages import Page, pages_of
from deck.refresh.plan import Decisions, Theirs
from deck.refresh.recognise import identify
from deck.refresh.refresh import Outcome, Remembered, refresh_deck
from deck.refresh.standing import as_standing
from deck.refresh.unled import taken_out
from deck.refresh.written import Written, written
from deck.template import Template, default_template_path, read_template, template_of


@cache
def generated(presentation: Presentation = BASE) -> bytes:
    """The deck as we write it."""
    return pptx_bytes(presentation, lay_out(presentation, read_template(default_template_path()), Diagnostics()))


@dataclass(frozen=True)
class Case:
    """An edited file and what its owner must find again."""

    data: bytes
    proofs: tuple[Proof, ...]
    tried: int
    """So many proofs there were; those that do not hold in the edited file itself are left out."""


def edited(names: Sequence[str], data: bytes | None = None) -> Case:
    """The edits, in order; a proof counts where it holds in the edited file itself, so that later edits may undo earlier ones."""
    return _edited(tuple(names), data or generated())


@lru_cache(maxsize=128)
def _edited(names: tuple[str, ...], data: bytes) -> Case:
    return case_of(*applied(data, *names))


@lru_cache(maxsize=4)
def opened(data: bytes) -> Package:
    """A file opened once for all that is asked of it; what changes it does so in a document of its own."""
    return open_package(data, "test")


@lru_cache(maxsize=3)
def _said(data: bytes) -> ReadDeck:
    """A result read once for all that is asked of it; nobody changes it."""
    return read_pptx(opened(data))


@lru_cache(maxsize=16)
def _canonical(presentation: Presentation) -> Presentation:
    return canonical_presentation(presentation)


@lru_cache(maxsize=3)
def _result(data: bytes) -> Result:
    """As `_said`, by python-pptx."""
    return Result(data)


@cache
def real(release: str) -> Presentation:
    """Lund's deck of a release."""
    places = load_places()
    place = places.find("1281")
    return compose(load_content(release), place, places, load_brand(place, places), outline="standard")


@cache
def real_deck(release: str) -> bytes:
    """As `deck build` writes it."""
    with TemporaryDirectory() as folder:
        built = build_one(BuildRequest("1281", "standard", release=release, out=Path(folder)))
        assert built.path is not None, built.diagnostics
        return built.path.read_bytes()


def case_of(data: bytes, proofs: Sequence[Proof]) -> Case:
    """Proofs are asked of the file with its ids in place, for that is how they find what they look for."""
    before = Result(with_ids(data))
    return Case(data, tuple(proof for proof in proofs if holds(proof, before)), len(proofs))


def with_ids(data: bytes) -> bytes:
    """The file as it is, with the ids that a program dropped."""
    document = Document(opened(data))
    manifest = document.deck().manifest
    assert manifest is not None
    identify(document, manifest.base, base_pages(manifest.base, document.package()))
    return package_bytes(document.package())


def holds(proof: Proof, result: Result) -> bool:
    try:
        return bool(proof(result))
    except (StopIteration, AttributeError, IndexError, KeyError):
        return False


_LOOKS: Memory[str, Template] = Memory(16)
_PAGES: Memory[tuple[Presentation, str], Written] = Memory(6)
"""The last few: a written deck is some ten megabytes of trees, and each refreshed file has a base of its own."""


def look_of(package: Package) -> tuple[str, Template]:
    """The template within a file, read once for all files that share it, and its digest."""
    parts = sorted(
        (name, data)
        for name, data in package.parts.items()
        if "/slideMasters/" in name or "/slideLayouts/" in name or "/theme/" in name
    )
    rels = sorted(
        (owner, items) for owner, items in package.rels.items() if "/slideMasters/" in owner or "/slideLayouts/" in owner
    )
    key = hashlib.sha256(repr((parts, rels, package.parts.get(package.main))).encode()).hexdigest()
    look = _LOOKS.get(key)
    if look is None:
        look = template_of(package, "test")
        _LOOKS.put(key, look)
    return key, look


def base_pages(base: Presentation, package: Package) -> dict[str, list[Page]]:
    return base_written(base, package).pages


def base_written(base: Presentation, package: Package) -> Written:
    """The base as we would write it in the file's look."""
    key, template = look_of(package)
    known = _PAGES.get((base, key))
    if known is None:
        known = written(base, template)
        _PAGES.put((base, key), known)
    return known


def refreshed(
    data: bytes,
    theirs: Presentation,
    resolve: dict[str, Choice] | None = None,
    prefer: Choice | None = None,
    *,
    saved_by: str = "",
) -> Outcome:
    known = recognised(data)
    return refresh_deck(known, Theirs(presentation=theirs), Decisions(choices=resolve or {}, prefer=prefer), Remembered("t"))


def recognised(data: bytes) -> KnownDeck:
    """The deck of a file with a manifest."""
    document = Document(opened(data))
    deck = document.deck()
    assert deck.manifest is not None
    base = deck.manifest.base
    drawn = as_standing(base, standing.remembered(deck.manifest.extra, {}))
    generated = base_written(drawn, deck.package)
    found = identify(document, drawn, generated.pages)
    gone = taken_out(base, {piece.slide for piece in found.deck.slides})
    shown = as_standing(drawn, standing.told_by_parts(pages_of(found.deck, base.lang), drawn))
    led = without_links_to(shown, gone)
    if led is not drawn:
        drawn, generated = led, base_written(led, deck.package)
    base = without_links_to(base, gone)
    generated = as_framed(as_remembered(generated, found.deck, base.lang), found.deck, base.lang)
    look = look_of(deck.package)[1]
    return KnownDeck(document, found, base, drawn, generated, look, continued=remembered(deck.manifest.extra))


def result_bytes(outcome: Outcome, data: bytes) -> bytes:
    return package_bytes(outcome.package) if outcome.package is not None else data


def lost_edits(case: Case, data: bytes) -> list[int]:
    """Which of the owner's doings are not in the result, which may be the very file, where there was nothing to write."""
    result = _result(with_ids(data) if data == case.data else data)
    return [n for n, proof in enumerate(case.proofs) if not holds(proof, result)]


def _unlike(here: Slide | None, slide: Slide) -> str:
    """Where two slides part, in few words."""
    one, other = str(here), str(slide)
    at = next((n for n, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
    return f"…{one[max(0, at - 60) : at + 60]}… is not …{other[max(0, at - 60) : at + 60]}…"


def silent_changes(base: Presentation, theirs: Presentation, outcome: Outcome, data: bytes) -> list[str]:
    """Changes of the guidance that are neither in the result nor in the report."""
    now = canonical_presentation(presentation_of(_said(data), theirs))
    base, theirs = _canonical(base), _canonical(theirs)
    told = {(item.slide, item.slot) for item in (*outcome.merged.changes, *outcome.merged.conflicts)}
    slides = {slide for slide, _slot in told}
    missing: list[str] = []
    for slide in theirs.slides:
        was, here = base.slide(slide.id), now.slide(slide.id)
        if was is None:
            missing += [] if here == slide else [f"{slide.id} is new: {_unlike(here, slide)}"]
            continue
        for slot in slide.slots:
            old = was.slot(slot.id)
            if old is not None and old.block == slot.block:
                continue
            shown = here.slot(slot.id) if here else None
            if (shown is None or shown.block != slot.block) and (slide.id, slot.id) not in told and (slide.id, "") not in told:
                missing.append(f"{slide.id}/{slot.id}")
        if (
            slide.notes != was.notes
            and (here is None or here.notes != slide.notes)
            and (slide.id, "notes") not in told
            and (slide.id, "") not in told
        ):
            missing.append(f"{slide.id}/notes")
    missing += [
        slide.id for slide in base.slides if theirs.slide(slide.id) is None and slide.id not in slides and now.slide(slide.id)
    ]
    return missing


def unlike_merged(outcome: Outcome, data: bytes) -> list[str]:
    """Where the file says something else than what was merged: nothing, if the patching is right."""
    if outcome.package is None:
        return []
    wanted = canonical_presentation(outcome.merged.presentation)
    now = canonical_presentation(presentation_of(_said(data), outcome.merged.presentation))

    def said(slide: Slide | None) -> str:
        # A row of the owner's is known by its place, too, and that may change.
        return re.sub(r"own-\d+-", "own-", repr(slide))

    found = [
        f"{slide.id}: {_unlike(now.slide(slide.id), slide)}"
        for slide in wanted.slides
        if said(now.slide(slide.id)) != said(slide)
    ]
    return found + [f"{slide.id} is too much" for slide in now.slides if wanted.slide(slide.id) is None]


def faults(data: bytes) -> list[str]:
    """What makes PowerPoint repair a file, as far as the merge could cause it."""
    found: list[str] = []
    package = opened(data)
    names = zipfile.ZipFile(BytesIO(data)).namelist()
    found += [f"twice: {name}" for name in names if names.count(name) > 1]
    for owner, rels in package.rels.items():
        found += [f"{owner} → {rel.target}" for rel in rels if not rel.external and rel.target not in package.parts]
        found += [f"{owner}: {rel.id} twice" for rel in rels if sum(r.id == rel.id for r in rels) > 1]
    found += [f"no content type: {name}" for name in package.parts if not package.content_type(name)]
    found += [f"override of nothing: {name}" for name in package.overrides if name not in package.parts]
    for slide in _result(data).deck.slides:
        ids = [item.get("id") for item in slide._element.iter() if str(item.tag).endswith("}cNvPr")]
        found += [f"{slide.part.partname}: id {number}" for number in set(ids) if ids.count(number) > 1]
        known = set(ids)
        found += [
            f"{slide.part.partname}: animates {t.get('spid')}"
            for t in slide._element.iter()
            if str(t.tag).endswith("}spTgt") and t.get("spid") not in known
        ]
        used = {
            value
            for item in slide._element.iter()
            for key, value in item.attrib.items()
            if "officeDocument/2006/relationships" in str(key)
        }
        found += [f"{slide.part.partname}: {rid} leads nowhere" for rid in used - set(slide.part.rels) - {""}]
    return found
