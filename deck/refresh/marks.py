"""A native comment on each slide with a conflict, so that it is seen in PowerPoint, too (ECMA-376 Part 1, 13.3.2 and 19.4)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from lxml import etree

from deck.drawing.names import Element, qn, whole
from deck.i18n import _
from deck.package import Package, serialise
from deck.package.names import REL
from deck.pptx.reader import read_pptx
from deck.pptx.writer import PML
from deck.refresh.draft import Draft
from deck.refresh.outcome import Conflict

AUTHOR = "deck"
MODERN = "application/vnd.ms-powerpoint.comments+xml"
TIME = "2020-01-01T00:00:00.000"
"""A comment must say when; ours say nothing about the clock, so that the same refresh gives the same bytes."""


def words_of(conflicts: Sequence[Conflict]) -> str:
    """What the comment of one slide says."""
    head = _("Decide: the guidance and you have changed the same thing.")
    rows = [
        _("{key}: yours “{mine}”; the guidance now “{theirs}”").format(
            key=item.key, mine=_short(item.mine) or "–", theirs=_short(item.theirs) or "–"
        )
        for item in conflicts
    ]
    return "\n".join([head, *rows])


def _short(words: str) -> str:
    line = " ".join(words.split())
    return line if len(line) <= 160 else f"{line[:157]}…"


def mark(package: Package, conflicts: Sequence[Conflict], numbers: Mapping[str, int]) -> Package:
    """The package with a comment on each slide that a conflict is about (the whole deck's: on the first). Our comments of an earlier
    refresh go; others' stay. Slides with comments of PowerPoint's newer kind are left alone, for the two do not mix."""
    draft = Draft(package)
    slides = [piece.part for piece in read_pptx(package).slides]
    by_part: dict[str, list[Conflict]] = {}
    for item in conflicts:
        place = numbers.get(item.slide, 1)
        if 0 < place <= len(slides):
            by_part.setdefault(slides[place - 1], []).append(item)
    if any(package.content_type(name) == MODERN for name in package.parts):
        return package
    author = _author(draft)
    for part in slides:
        _without_ours(draft, part, author)
    for number, (part, found) in enumerate(by_part.items(), 1):
        _add(draft, part, author, number, words_of(found))
    _count(draft, author, len(by_part))
    return draft.package()


def _authors(draft: Draft) -> str:
    part = draft.one(draft.main, "commentAuthors")
    if part is None:
        part = draft.free("ppt/commentAuthors.xml")
        draft.put(part, _root("p:cmAuthorLst"), PML + "commentAuthors+xml")
        draft.relate(draft.main, f"{REL}/commentAuthors", part)
    return part


def _root(name: str) -> bytes:
    namespaces = {prefix: qn(f"{prefix}:x")[1:-2] for prefix in ("a", "r", "p")}
    return serialise(etree.Element(qn(name), nsmap=namespaces))


def _author(draft: Draft) -> str:
    """The id of our entry among the comments' authors."""
    part = _authors(draft)
    root = draft.tree(part)
    known = next((item for item in root if item.get("name") == AUTHOR), None)
    if known is None:
        number = max((whole(item.get("id"), -1) for item in root), default=-1) + 1
        values = {"id": str(number), "name": AUTHOR, "initials": "d", "lastIdx": "0", "clrIdx": str(number)}
        known = etree.SubElement(root, qn("p:cmAuthor"), values)
        draft.touch(part)
    return known.get("id", "0")


def _count(draft: Draft, author: str, last: int) -> None:
    part = _authors(draft)
    for item in draft.tree(part):
        if item.get("id") == author and item.get("lastIdx") != str(last):
            item.set("lastIdx", str(last))
            draft.touch(part)


def _without_ours(draft: Draft, part: str, author: str) -> None:
    listed = draft.one(part, "comments")
    if listed is None:
        return
    root = draft.tree(listed)
    ours = [item for item in root if item.get("authorId") == author]
    for item in ours:
        root.remove(item)
    if ours:
        draft.touch(listed)
    if not len(root):
        draft.drop([listed])


def _add(draft: Draft, part: str, author: str, number: int, words: str) -> None:
    listed = draft.one(part, "comments")
    if listed is None:
        listed = draft.free("ppt/comments/comment1.xml")
        draft.put(listed, _root("p:cmLst"), PML + "comments+xml")
        draft.relate(part, f"{REL}/comments", listed)
    comment: Element = etree.SubElement(draft.tree(listed), qn("p:cm"), {"authorId": author, "dt": TIME, "idx": str(number)})
    etree.SubElement(comment, qn("p:pos"), {"x": "10", "y": "10"})
    etree.SubElement(comment, qn("p:text")).text = words
    draft.touch(listed)
