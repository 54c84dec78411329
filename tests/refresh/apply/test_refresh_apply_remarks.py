"""A comment on a range of words stays on its words."""

from __future__ import annotations

import pytest
from lxml import etree
from refresh_corpus import generated, opened, refreshed
from refresh_releases import BASE, bullets, with_slot

from deck.drawing.names import local, qn
from deck.drawing.sheet import properties_of
from deck.package import Relationship, package_bytes
from deck.pptx import read_pptx
from deck.refresh.apply.remarks import moved_range

WHY = BASE.slide("why")
CM = "http://schemas.microsoft.com/office/powerpoint/2018/8/main"
AC = "http://schemas.microsoft.com/office/drawing/2013/main/command"


@pytest.mark.parametrize(
    ("was", "now", "words", "after"),
    [
        ("Ett två tre", "Ett två tre", "två", "två"),
        ("Ett två tre", "Noll och ett två tre", "två", "två"),
        ("Ett två tre", "Ett två och tre", "två tre", "två och tre"),
        ("Ett två tre|Fyra", "Nytt|Ett två tre|Fyra", "Fyra", "Fyra"),
        ("Ett två tre|Fyra fem sex sju", "Fyra fem sex sju|Ett två tre", "två", "två"),
        ("Ett två tre|Fyra fem", "Ett två tre", "Fyra", ""),
        ("Ett två tre|Fyra fem", "Fyra fem", "två", ""),
        ("Ett två tre", "Ett tre", "två", ""),
        ("Ett två|tre fyra", "Nu ett två|tre fyra fem", "två|tre", "två|tre"),
        ("", "Ett", "", ""),
    ],
)
def test_a_range_goes_on_with_its_words(was: str, now: str, words: str, after: str) -> None:
    start = was.index(words)
    first, last = moved_range(was.split("|"), now.split("|"), start, start + len(words))
    assert now[first:last].strip() == after.strip()


def test_in_a_deck_it_does() -> None:
    assert WHY is not None
    package = opened(generated())
    deck = read_pptx(package)
    (part,) = [piece.part for piece in deck.slides if piece.slide == "why"]
    root = deck.sheets.root(part)
    assert root is not None
    shape = next(item for item in root.iter(qn("p:sp")) if "(body)" in (properties_of(item).get("name") or ""))  # type: ignore[union-attr]
    props = properties_of(shape)
    assert props is not None
    said = "\r".join("".join(t.text or "" for t in line.iter(qn("a:t"))) for line in shape.iter(qn("a:p")))
    word = said.rsplit(maxsplit=1)[-1]
    at = said.rindex(word)
    comments = (
        f'<c:cmLst xmlns:c="{CM}" xmlns:ac="{AC}"><c:cm id="1" authorId="2">'
        f'<ac:txMkLst><ac:spMk id="{props.get("id")}"/><ac:txMk cp="{at}" len="{len(word)}">'
        f'<ac:context len="{len(said)}" hash="7"/></ac:txMk></ac:txMkLst></c:cm></c:cmLst>'
    )
    name = "ppt/comments/modernComment_1.xml"
    kind = "http://schemas.microsoft.com/office/2018/10/relationships/comments"
    commented = package.replace(
        {name: comments.encode()},
        {name: "application/vnd.ms-powerpoint.comments+xml"},
        {part: (*package.rels[part], Relationship("rIdC", kind, name))},
    )
    slot = WHY.slot("body")
    assert slot is not None
    lines = [paragraph.text for paragraph in slot.block.paragraphs]  # type: ignore[union-attr]
    theirs = with_slot(BASE, "why", "body", bullets("En helt ny punkt i början", *lines))
    outcome = refreshed(package_bytes(commented), theirs)
    assert outcome.package is not None and outcome.whole
    after = read_pptx(outcome.package)
    (now,) = [piece.part for piece in after.slides if piece.slide == "why"]
    (comment,) = [rel.target for rel in outcome.package.rels[now] if rel.type == kind]
    (mark,) = [item for item in etree.fromstring(outcome.package.parts[comment]).iter() if local(item) == "txMk"]
    tree = after.sheets.root(now)
    assert tree is not None and not len(mark)
    shape = next(item for item in tree.iter(qn("p:sp")) if "(body)" in (properties_of(item).get("name") or ""))  # type: ignore[union-attr]
    said = "\r".join("".join(t.text or "" for t in line.iter(qn("a:t"))) for line in shape.iter(qn("a:p")))
    first = int(mark.get("cp", "0"))
    assert said[first : first + int(mark.get("len", "0"))] == word and first > at
