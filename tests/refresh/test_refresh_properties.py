"""What a file says of itself."""

from __future__ import annotations

from dataclasses import replace

from refresh_corpus import generated
from refresh_releases import BASE

from deck.drawing.names import attributes
from deck.package import open_package, parse_xml, serialise
from deck.pptx.reader import read_pptx
from deck.refresh.document import Document
from deck.refresh.properties import core_title, set_core_title, set_short


def document() -> Document:
    return Document(open_package(generated(), "test"))


def names(held: Document) -> dict[str, str]:
    part = held.one("", "custom-properties")
    assert part is not None
    return {item.get("name", ""): "".join(map(str, item.itertext())) for item in parse_xml(held.parts[part])}


def test_the_title_is_set_and_read_back() -> None:
    held = document()
    assert core_title(held.deck()) == BASE.title
    set_core_title(held, "Ny titel")
    assert core_title(read_pptx(held.package())) == "Ny titel"


def test_a_file_without_that_part_has_no_title_and_gets_none() -> None:
    held = document()
    part = held.one("", "core-properties")
    assert part is not None
    held.drop([part])
    set_core_title(held, "Ny titel")
    assert core_title(held.deck()) is None and part not in held.parts


def test_our_short_properties_say_the_new_release_and_others_stay() -> None:
    held = document()
    part = held.one("", "custom-properties")
    assert part is not None
    root = parse_xml(held.parts[part])
    first = root[0]
    mine = root.makeelement(first.tag, attributes(first) | {"name": "Diarienummer", "pid": "99"})
    mine.append(mine.makeelement(first[0].tag, {}))
    mine[0].text = "KS 2026:1"
    root.append(mine)
    held.parts[part] = serialise(root)
    set_short(held, replace(BASE, release="r9"))
    said = names(held)
    assert said["Diarienummer"] == "KS 2026:1" and "r9" in said.values() and BASE.release not in said.values()


def test_a_file_that_lost_them_gets_them_back() -> None:
    held = document()
    part = held.one("", "custom-properties")
    assert part is not None
    held.drop([part])
    set_short(held, BASE)
    assert "1281" in names(held).values() and read_pptx(held.package()).properties["place"] == "1281"
