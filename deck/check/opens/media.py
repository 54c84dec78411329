"""Pictures: of the kind that they are declared as, and of a kind that PowerPoint shows (ECMA-376 Part 1, 15.2.14)."""

from __future__ import annotations

from collections.abc import Iterator

from deck.check.model import Finding, Rule
from deck.check.opens.package import R
from deck.check.subject import Subject
from deck.diagnostics import Severity
from deck.drawing.names import qn
from deck.i18n import N_, _
from deck.package import begins

MAGIC: dict[str, tuple[bytes, ...]] = {
    "image/png": (b"\x89PNG\r\n\x1a\n",),
    "image/jpeg": (b"\xff\xd8\xff",),
    "image/jpg": (b"\xff\xd8\xff",),
    "image/gif": (b"GIF87a", b"GIF89a"),
    "image/bmp": (b"BM",),
    "image/tiff": (b"II*\0", b"MM\0*"),
}


def _media(subject: Subject) -> Iterator[Finding]:
    for name in subject.package.parts:
        magic = MAGIC.get(subject.package.content_type(name).lower())
        data = begins(subject.package.parts, name) if magic else b""
        if magic and not data.startswith(magic):
            message = _("{part} is declared as {kind}, and is none").format(part=name, kind=subject.package.content_type(name))
            other = any(data.startswith(mark) for marks in MAGIC.values() for mark in marks)
            yield MEDIA.found(message, subject.where(name), severity=Severity.WARNING if other else None)


UNSHOWN = ("image/svg+xml", "image/webp", "image/avif", "image/heic", "image/heif")
"""Kinds of pictures that stand beside one in another form (a:extLst) where PowerPoint writes them, and never alone."""


def _alone(subject: Subject) -> Iterator[Finding]:
    """Pictures of such a kind that a:blip itself names."""
    package = subject.package
    if not any(kind.lower() in UNSHOWN for kind in (*package.defaults.values(), *package.overrides.values())):
        return
    for slide in subject.slides:
        rels = {rel.id: rel.target for rel in package.related(slide.part, "image")}
        root = subject.tree(slide.part)
        for blip in root.iter(qn("a:blip")) if root is not None else ():
            target = rels.get(blip.get(f"{R}embed", ""), "")
            kind = subject.package.content_type(target).lower()
            if kind in UNSHOWN:
                message = _("{part} is a picture ({kind}) that PowerPoint does not show by itself")
                hint = _("put the picture in anew from a PNG or JPEG; PowerPoint may show a red cross")
                text = message.format(part=target, kind=kind)
                yield MEDIA.found(text, subject.where(slide.part), hint=hint, severity=Severity.WARNING)


def _pictures(subject: Subject) -> Iterator[Finding]:
    yield from _media(subject)
    yield from _alone(subject)


MEDIA = Rule(
    "opens/media-type",
    severity=Severity.ERROR,
    title=N_("a picture of another kind than declared"),
    why=N_(
        "ECMA-376 Part 1, 15.2.14: a picture is what its content type says; PowerPoint shows a red cross, or repairs the file."
    ),
    mend=N_("put the picture in anew from its file"),
    find=_pictures,
    scope="deck",
    known=(
        "gitbrent/PptxGenJS#1462",
        "Ziv-Barber/officegen#124",
    ),
)
RULES = (MEDIA,)
