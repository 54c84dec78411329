"""A deck of 300 slides is judged by every rule in under three seconds of the processor's time."""

from __future__ import annotations

import time

from good_decks import edited, ours
from lxml import etree

from deck.check import check_package
from deck.drawing.names import qn
from deck.package import Package, Relationship, open_package, package_bytes


def of_slides(package: Package, wanted: int) -> Package:
    """The deck with its slides over and over again."""
    main = package.main
    found = package.related(main, "slide")
    parts: dict[str, bytes | None] = {}
    kinds: dict[str, str | None] = {}
    rels: dict[str, tuple[Relationship, ...] | None] = {}
    more: list[Relationship] = []
    for n in range(wanted - len(found)):
        old, new = found[n % len(found)], f"ppt/slides/slide{1000 + n}.xml"
        parts[new], kinds[new], rels[new] = (
            package.parts[old.target],
            package.content_type(old.target),
            package.rels.get(old.target, ()),
        )
        more.append(Relationship(f"rIdMore{n}", old.type, new))
    rels[main] = (*package.rels[main], *more)

    def listed(root) -> None:
        holder = next(root.iter("{*}sldIdLst"))
        for n, rel in enumerate(more):
            etree.SubElement(holder, qn("p:sldId"), {"id": str(2000 + n), qn("r:id"): rel.id})

    return edited(package.replace(parts, kinds, rels), main, listed)


def test_three_hundred_slides_take_less_than_three_seconds() -> None:
    data = package_bytes(of_slides(ours("konferens"), 300))
    started = time.process_time()
    report = check_package(open_package(data, "large.pptx"), "large.pptx")
    taken = time.process_time() - started
    assert len(report.subject.slides) == 300 and not report.faults
    assert taken < 3, f"{taken:.1f} s"
