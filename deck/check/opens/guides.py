"""Guides of drawn shapes: each has its own name, and what a path or formula names is there (ECMA-376 Part 1, 20.1.9.11)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from deck.check.model import Finding, Rule
from deck.check.subject import Subject
from deck.diagnostics import Severity
from deck.drawing.guides import known
from deck.drawing.names import Element, attributes, child, qn
from deck.i18n import N_, _

EVERY = frozenset(known(1, 1))
"""The guides that every shape has."""
_NAME = re.compile(r"\d?[A-Za-z_]\w*")
_NAMED = re.compile(rb""":(?:pt|arcTo|pos)\s[^>]*=["'][A-Za-z_]|:rect\s[^>]*=["'][A-Za-z_]\w""")
"""Whether anything names a guide: maps are thousands of plain points."""
PLACES = tuple(qn(f"a:{name}") for name in ("pt", "arcTo", "pos", "rect", "ahXY", "ahPolar", "cxn"))
SAID = re.compile("x|y|wR|hR|stAng|swAng|l|t|r|b|ang|(?:min|max)(?:X|Y|R|Ang)|gdRef(?:X|Y|R|Ang)")
MOST = 20


def _list(shape: Element, name: str) -> list[tuple[str, str]]:
    found = child(shape, name)
    return [(item.get("name", ""), item.get("fmla", "")) for item in found.iterchildren(qn("a:gd"))] if found is not None else []


def _unknown(shape: Element) -> Iterator[str]:
    guides = [*_list(shape, "a:avLst"), *_list(shape, "a:gdLst")]
    there = EVERY | {name for name, _formula in guides}
    for _name, formula in guides:
        yield from (word for word in formula.split()[1:] if _NAME.fullmatch(word) and word not in there)
    for item in shape.iter(*PLACES):
        for key, value in attributes(item).items():
            if SAID.fullmatch(key) and _NAME.fullmatch(value) and value not in there:
                yield value


def _may_name(data: bytes) -> bool:
    return b":gd " in data or (b":custGeom" in data and _NAMED.search(data) is not None)


def _guides(subject: Subject) -> Iterator[Finding]:
    for part in subject.package.parts:
        if not (part.startswith("ppt/") and part.endswith(".xml")) or not _may_name(subject.package.parts[part]):
            continue
        root = subject.tree(part)
        told = set[str]()
        for shape in root.iter(qn("a:custGeom"), qn("a:prstGeom")) if root is not None else ():
            drawn = shape.tag == qn("a:custGeom")
            names = [name for name, _formula in (*_list(shape, "a:avLst"), *_list(shape, "a:gdLst"))]
            messages = [
                _("a drawn shape names the guide “{name}”, which it does not have").format(name=name[:40])
                for name in (_unknown(shape) if drawn else ())
            ]
            if (
                twice := next((name for name in names if names.count(name) > 1), "")
                if len(names) <= MOST_NAMES and not drawn
                else ""
            ):
                messages.append(_("a shape has the value “{name}” more than once").format(name=twice[:40]))
            for message in messages:
                if message not in told and len(told) < MOST:
                    told.add(message)
                    yield MISSING.found(message, subject.where(part))


MOST_NAMES = 20
"""More than any preset shape's values."""
MISSING = Rule(
    "opens/guide-missing",
    severity=Severity.WARNING,
    title=N_("a drawn shape names a guide that it does not have"),
    why=N_(
        "ECMA-376 Part 1, 20.1.9.11: what a path, a handle or a formula names is a guide of the shape, and a value has one name. "
        "Whether PowerPoint minds is not known; the shape is drawn otherwise than it was meant, or not at all."
    ),
    mend=N_("draw the shape anew in PowerPoint"),
    find=_guides,
)
RULES = (MISSING,)
