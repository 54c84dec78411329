"""A native comment on each slide with a conflict, so that it is seen in PowerPoint, too (ECMA-376 Part 1, 13.3.2 and 19.4)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from lxml import etree

from deck.drawing.names import Element, qn, whole
from deck.i18n import _
from deck.package import Package, serialise
from deck.package.names import REL
from deck.pptx.writer import PML
from deck.refresh.document import Document
from deck.refresh.outcome import Question
from deck.refresh.report.tell import now

AUTHOR = "deck"
MODERN = "application/vnd.ms-powerpoint.comments+xml"
TIME = "2020-01-01T00:00:00.000"
"""A comment must say when; ours say nothing about the clock, so that the same refresh gives the same bytes."""


def words_of(conflicts: Sequence[Question]) -> str:
    """What the comment of one slide says."""
    head = _("Decide: the guidance and you have changed the same thing.")
    rows = [
        _("{key}: yours “{mine}”; {new} “{theirs}”").format(
            key=item.key, mine=_short(item.mine) or "–", new=now(item), theirs=_short(item.theirs) or "–"
        )
        for item in conflicts
    ]
    return "\n".join([head, *rows])


def _short(words: str) -> str:
    line = " ".join(words.split())
    return line if len(line) <= 160 else f"{line[:157]}…"


def mark(package: Package, conflicts: Sequence[Question], numbers: Mapping[str, int], *, anew: bool = True) -> Package:
    """The package with a comment on each slide that a conflict is about (the whole deck's: on the first). Our comments of an
    earlier refresh go; others' stay. `anew` False: only what is decided goes, and what is left is said on the slides that had a
    comment of ours. Slides with comments of PowerPoint's newer kind are left alone, for the two do not mix."""
    if any(package.content_type(name) == MODERN for name in package.parts):
        return package
    document = Document(package)
    known = _known(document)
    if known is None and not (anew and conflicts):
        return package
    slides = [piece.part for piece in document.deck().slides]
    had = {part for part in slides if known is not None and _without_ours(document, part, known)}
    by_part: dict[str, list[Question]] = {}
    for item in conflicts:
        place = numbers.get(item.slide, 1)
        if 0 < place <= len(slides) and (anew or slides[place - 1] in had):
            by_part.setdefault(slides[place - 1], []).append(item)
    if not anew and had <= set(by_part):
        # Nothing of what a comment is about has been decided.
        return package
    if not by_part:
        if had and known is not None:
            _leave(document, known)
        return document.package() if had else package
    author = _author(document)
    for number, (part, found) in enumerate(by_part.items(), 1):
        _add(document, part, author, number, words_of(found))
    _count(document, author, len(by_part))
    return document.package()


def _known(document: Document) -> str | None:
    """The id of our entry among the comments' authors, if there is one."""
    part = document.one(document.main, "commentAuthors")
    root = document.read_tree(part) if part is not None else None
    ours = [item for item in root if item.get("name") == AUTHOR] if root is not None else []
    return ours[0].get("id", "0") if ours else None


def _leave(document: Document, author: str) -> None:
    """Take our entry out of the authors, if no comment names it."""
    listed = [name for name in document.parts if document.overrides.get(name) == PML + "comments+xml"]
    trees = [document.read_tree(name) for name in listed]
    if any(item.get("authorId") == author for tree in trees if tree is not None for item in tree):
        return
    part = _authors(document)
    root = document.tree(part)
    for item in [item for item in root if item.get("id") == author]:
        root.remove(item)
    if not len(root):
        document.drop([part])


def _authors(document: Document) -> str:
    part = document.one(document.main, "commentAuthors")
    if part is None:
        part = document.free("ppt/commentAuthors.xml")
        document.put(part, _root("p:cmAuthorLst"), PML + "commentAuthors+xml")
        document.relate(document.main, f"{REL}/commentAuthors", part)
    return part


def _root(name: str) -> bytes:
    namespaces = {prefix: qn(f"{prefix}:x")[1:-2] for prefix in ("a", "r", "p")}
    return serialise(etree.Element(qn(name), nsmap=namespaces))


def _author(document: Document) -> str:
    """The id of our entry among the comments' authors."""
    part = _authors(document)
    root = document.tree(part)
    known = next((item for item in root if item.get("name") == AUTHOR), None)
    if known is None:
        number = max((whole(item.get("id"), -1) for item in root), default=-1) + 1
        values = {"id": str(number), "name": AUTHOR, "initials": "d", "lastIdx": "0", "clrIdx": str(number)}
        known = etree.SubElement(root, qn("p:cmAuthor"), values)
    return known.get("id", "0")


def _count(document: Document, author: str, last: int) -> None:
    part = _authors(document)
    for item in document.tree(part):
        if item.get("id") == author and item.get("lastIdx") != str(last):
            item.set("lastIdx", str(last))


def _without_ours(document: Document, part: str, author: str) -> bool:
    """Take our comment off a slide; whether there was one. Ours bear a time that nobody writes at."""
    listed = document.one(part, "comments")
    root = document.read_tree(listed) if listed is not None else None
    if listed is None or root is None:
        return False
    ours = [item for item in root if item.get("authorId") == author and str(item.get("dt")).startswith(TIME[:19])]
    for item in ours:
        root.remove(item)
    if ours and not len(root):
        document.drop([listed])
    return bool(ours)


def _add(document: Document, part: str, author: str, number: int, words: str) -> None:
    listed = document.one(part, "comments")
    if listed is None:
        listed = document.free("ppt/comments/comment1.xml")
        document.put(listed, _root("p:cmLst"), PML + "comments+xml")
        document.relate(part, f"{REL}/comments", listed)
    comment: Element = etree.SubElement(document.tree(listed), qn("p:cm"), {"authorId": author, "dt": TIME, "idx": str(number)})
    etree.SubElement(comment, qn("p:pos"), {"x": "10", "y": "10"})
    etree.SubElement(comment, qn("p:text")).text = words
