"""What moves, blinks, goes on by itself or sounds (WCAG 1.2.2, 2.2.1, 2.2.2, 2.3.1; EN 301 549 10.1.2.2, 10.2.2, 10.2.3.1)."""

from __future__ import annotations

import io
from collections.abc import Iterator
from functools import lru_cache

from deck.check.model import Finding, Rule
from deck.check.subject import Subject
from deck.check.words import as_seen, element_of, shapes_of
from deck.diagnostics import Severity
from deck.drawing import numbers
from deck.drawing.names import Element, child, local
from deck.i18n import N_, _, decimal

BLINKS = {("emph", "35"), ("entr", "11"), ("exit", "11")}
"""Preset animations that flash: Blink, Flash Once ([MS-OE376] 2.1.1281, presetClass and presetID)."""
MANY_TIMES = 5_000
"""A repeat count in thousandths: so often, or until the end of the slide, is a movement nobody can stop."""


def _named(root: Element | None, *names: str) -> Iterator[Element]:
    return iter(root.iter(*(f"{{*}}{name}" for name in names))) if root is not None else iter(())


def _advance(subject: Subject) -> Iterator[Finding]:
    for slide in subject.slides:
        times = [item.get("advTm") for item in _named(subject.tree(slide.part), "transition") if item.get("advTm") is not None]
        if times:
            message = _("the slide goes on by itself after {seconds} s").format(
                seconds=decimal(numbers.index(times[0], 0) / 1000)
            )
            yield ADVANCE.found(message, subject.where(slide.part))


def _repeats(subject: Subject) -> Iterator[Finding]:
    for slide in subject.slides:
        for node in _named(child(subject.tree(slide.part), "p:timing"), "cTn"):
            count = node.get("repeatCount", "")
            holder = node.getparent()
            if holder is not None and local(holder) == "cMediaNode":
                continue
            if count == "indefinite" or numbers.index(count, 0) >= MANY_TIMES:
                yield REPEATS.found(_("an animation repeats without end"), subject.where(slide.part))
                break


def _gifs(subject: Subject) -> Iterator[Finding]:
    for slide in subject.slides:
        for seen in shapes_of(subject, slide):
            data = subject.package.parts.get(seen.shape.part, b"") if seen.shape.kind == "picture" and not seen.hidden else b""
            if data[:4] == b"GIF8" and frames(data) > 1:
                where = subject.where(slide.part, seen.shape.name)
                yield REPEATS.found(_("the picture moves, and nobody can stop it"), where, box=as_seen(seen.shape))


@lru_cache(maxsize=64)
def frames(data: bytes) -> int:
    """Pictures in a GIF, two for more; 0 where it cannot be read."""
    from PIL import Image

    try:
        with Image.open(io.BytesIO(data), formats=("GIF",)) as image:
            try:
                image.seek(1)
            except EOFError:
                return 1
            return 2
    except Exception:
        return 0


def _moves(subject: Subject) -> Iterator[Finding]:
    yield from _repeats(subject)
    yield from _gifs(subject)


def _flashes(subject: Subject) -> Iterator[Finding]:
    for slide in subject.slides:
        root = subject.tree(slide.part)
        blinks = any((node.get("presetClass"), node.get("presetID")) in BLINKS for node in _named(root, "cTn"))
        turns = any(local(item) == "flash" for holder in _named(root, "transition") for item in holder)
        if blinks or turns:
            message = _("an animation flashes") if blinks else _("the transition to the slide flashes")
            yield FLASHES.found(message, subject.where(slide.part))


def _captions(subject: Subject) -> Iterator[Finding]:
    for slide in subject.slides:
        tree = child(subject.tree(slide.part), "p:cSld", "p:spTree")
        for seen in shapes_of(subject, slide):
            if seen.shape.kind != "media" or seen.hidden:
                continue
            element = element_of(tree, seen.shape.path)
            if not any(True for _film in _named(element, "videoFile", "quickTimeFile")):
                continue
            tracks = any(True for _track in _named(element, "track"))
            beside = any(rel.target.lower().endswith(".vtt") for rel in subject.package.rels.get(slide.part, ()))
            if not (tracks or beside):
                where = subject.where(slide.part, seen.shape.name)
                yield CAPTIONS.found(_("the film has no captions"), where, box=as_seen(seen.shape))


ADVANCE = Rule(
    "accessible/auto-advance",
    severity=Severity.ERROR,
    title=N_("The slide goes on by itself"),
    why=N_("WCAG 2.2.1 (EN 301 549, 10.2.2.1): everybody may take the time that they need."),
    mend=N_("clear Transitions > Timing > After, and keep On Mouse Click"),
    find=_advance,
)
REPEATS = Rule(
    "accessible/endless-movement",
    severity=Severity.WARNING,
    title=N_("Something moves without end"),
    why=N_("WCAG 2.2.2 (EN 301 549, 10.2.2.2): what moves for more than five seconds can be stopped."),
    mend=N_("open Animations > Animation Pane > Timing and set Repeat to none; put a still picture in a moving one's place"),
    find=_moves,
)
FLASHES = Rule(
    "accessible/flashing",
    severity=Severity.WARNING,
    title=N_("Something flashes"),
    why=N_("WCAG 2.3.1 (EN 301 549, 10.2.3.1): nothing flashes more than three times a second."),
    mend=N_("choose another animation or transition, such as Fade or Appear"),
    find=_flashes,
)
CAPTIONS = Rule(
    "accessible/captions-missing",
    severity=Severity.ERROR,
    title=N_("A film has no captions"),
    why=N_("WCAG 1.2.2 (EN 301 549, 10.1.2.2): who does not hear the film reads it."),
    mend=N_(
        "choose the film, then Playback > Insert Captions, and a .vtt file; if captions are burnt into it, say "
        "so when silencing this rule"
    ),
    find=_captions,
)
RULES = (ADVANCE, REPEATS, FLASHES, CAPTIONS)
