"""How a package hangs together: what it is made of and what leads where, whatever the parts say."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import PurePath

from deck.check.subject import SlideRef, Subject
from deck.drawing.names import child, qn
from deck.package import Relationship
from deck.package.model import TypeEntry


@dataclass(frozen=True, slots=True)
class Frame:
    """All that a rule of the scope "frame" may read: names, content types and relationships, the presentation part (`main`) to
    the letter, which layouts its masters list (by relationship and number), which slides there are, and what the file's name
    ends in."""

    ending: str
    names: tuple[str, ...]
    overrides: tuple[tuple[str, str], ...]
    defaults: tuple[tuple[str, str], ...]
    rels: tuple[tuple[str, tuple[Relationship, ...]], ...]
    declared: tuple[TypeEntry, ...]
    misnamed: tuple[str, ...]
    foreign: tuple[str, ...]
    main: bytes
    masters: tuple[tuple[tuple[str, str], ...], ...]
    slides: tuple[SlideRef, ...]


def frame_of(subject: Subject) -> Frame:
    package = subject.package
    return Frame(
        ending=PurePath(subject.name).suffix,
        names=tuple(package.parts),
        overrides=tuple(package.overrides.items()),
        defaults=tuple(package.defaults.items()),
        rels=tuple(package.rels.items()),
        declared=package.declared,
        misnamed=package.misnamed,
        foreign=package.foreign,
        main=package.parts.get(package.main, b""),
        masters=tuple(_listed(subject, rel.target) for rel in package.related(package.main, "slideMaster")),
        slides=subject.slides,
    )


def _listed(subject: Subject, master: str) -> tuple[tuple[str, str], ...]:
    found = child(subject.tree(master), "p:sldLayoutIdLst")
    return tuple((item.get(qn("r:id"), ""), item.get("id", "")) for item in (found if found is not None else ()))
