"""What can be told of an owner's looks where a program wrote every look anew."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from lxml import etree
from refresh_corpus import generated
from refresh_releases import BASE

from deck.drawing.names import Element, child, qn
from deck.drawing.scene import extent, xfrm_of
from deck.drawing.sheet import properties_of, walk
from deck.geometry import Box
from deck.package import open_package
from deck.refresh.document import Document
from deck.refresh.pages import Page, pages_of
from deck.refresh.transform import write_box
from deck.refresh.varied import more_varied, varied

Change = Callable[[Element], None]
RESOLVED = {"tx1": "000000", "bg1": "ffffff"}


def told(slide: str, *changes: Change, ours: Change | None = None) -> bool:
    """Whether the drawn block of a slide, with the changes, is told to be its owner's. `ours`: how we would draw it otherwise."""
    page, known = (pages_of(Document(open_package(generated(), "test")).deck(), BASE.lang)[slide] for _side in range(2))
    for change in changes:
        change(block(page[0]))
    if ours is not None:
        ours(block(known[0]))
    return more_varied(page[0], known, "object")


def block(page: Page) -> Element:
    shape = page.shape("object")
    assert shape is not None
    return shape


def parts(shape: Element, role: str = "") -> Iterator[Element]:
    """Those with words; `role`: as "title"."""
    for part in walk(shape):
        props = properties_of(part)
        assert props is not None
        if next(part.iter(qn("a:r")), None) is not None and props.get("name", "").endswith(f":{role})" if role else ")"):
            yield part


def looks(shape: Element) -> list[Element]:
    return list(shape.iter(qn("a:rPr")))


def spelt_out(shape: Element) -> None:
    """As LibreOffice writes it: what is inherited, what colours come to, sizes rounded."""
    for look in looks(shape):
        look.set("b", look.get("b", "0"))
        for named in list(look.iter(qn("a:schemeClr"))):
            made = etree.Element(qn("a:srgbClr"), val=RESOLVED.get(named.get("val", ""), "123456"))
            if len(named):
                made.set("val", "595959")
            holder = named.getparent()
            assert holder is not None
            holder.replace(named, made)


def greyed(shape: Element) -> None:
    """Parts of one role have one colour, in two depths: a program writes two colours."""
    for part in list(parts(shape))[:1]:
        for look in looks(part):
            fill = child(look, "a:solidFill")
            if fill is not None:
                look.remove(fill)
            fill = etree.Element(qn("a:solidFill"))
            look.insert(0, fill)
            named = etree.SubElement(fill, qn("a:schemeClr"), val="tx1")
            etree.SubElement(named, qn("a:lumMod"), val="65000")


def otherwise(shape: Element) -> None:
    """Laid out in other measures: every part elsewhere, its first line of another size, weights by rank."""
    for n, part in enumerate(walk(shape)):
        box = extent(xfrm_of(part))
        if box is not None:
            write_box(part, Box(box[0] + 90_000 * (n + 1), box[1] + 70_000 * (n + 1), *box[2:]))
        for look in looks(part):
            look.set("sz", str(1800 + 200 * n))
            look.set("b", str(n % 2))


def on_one(role: str, name: str, value: str) -> Change:
    def change(shape: Element) -> None:
        for look in looks(next(parts(shape, role))):
            look.set(name, value)

    return change


def red_part(shape: Element) -> None:
    for look in looks(next(parts(shape, "text"))):
        _red(look)


def red_word(shape: Element) -> None:
    """The first word of a paragraph alone."""
    run = next(run for part in parts(shape, "text") for run in part.iter(qn("a:r")) if " " in (run.findtext(qn("a:t")) or ""))
    words = run.findtext(qn("a:t")) or ""
    first, _space, rest = words.partition(" ")
    other = etree.fromstring(etree.tostring(run))
    for item, said in ((run, first), (other, f" {rest}")):
        held = child(item, "a:t")
        assert held is not None
        held.text = said
    run.addnext(other)
    look = child(run, "a:rPr")
    assert look is not None
    _red(look)


def _red(look: Element) -> None:
    fill = child(look, "a:solidFill")
    if fill is not None:
        look.remove(fill)
    fill = etree.Element(qn("a:solidFill"))
    etree.SubElement(fill, qn("a:srgbClr"), val="FF0000")
    look.insert(0, fill)


def test_what_a_program_spells_out_is_nobody_s() -> None:
    assert not told("cards", spelt_out)
    assert not told("cards", greyed, spelt_out, ours=greyed)


def test_a_look_that_a_part_s_style_gave_it_is_nobody_s() -> None:
    """Words that say nothing themselves: the program wrote what each part gave them."""

    def bare(shape: Element) -> None:
        for n, part in enumerate(parts(shape, "title")):
            style = etree.SubElement(part, qn("p:style"))
            font = etree.SubElement(style, qn("a:fontRef"), idx="minor")
            etree.SubElement(font, qn("a:schemeClr"), val="tx1" if n else "bg1")
            for look in looks(part):
                for fill in list(look.iterchildren(qn("a:solidFill"))):
                    look.remove(fill)

    def written(shape: Element) -> None:
        for n, part in enumerate(parts(shape, "title")):
            for look in looks(part):
                _red(look)
                next(look.iter(qn("a:srgbClr"))).set("val", "000000" if n else "FFFFFF")

    assert not told("cards", written, ours=bare)
    assert told("cards", written)


@pytest.mark.parametrize(
    "change", [on_one("title", "sz", "4100"), on_one("title", "b", "0"), on_one("text", "i", "1"), red_part, red_word]
)
def test_what_its_owner_did_to_one_part_is_told(change: Change) -> None:
    assert told("cards", spelt_out, change)


def test_a_block_in_other_measures_has_sizes_and_weights_of_its_own() -> None:
    assert not told("cards", otherwise, spelt_out)


@pytest.mark.parametrize("change", [red_word, on_one("text", "i", "1")])
def test_and_what_its_owner_did_there_is_told(change: Change) -> None:
    assert told("cards", otherwise, spelt_out, change)


def test_of_many_parts_of_a_role_the_one_that_is_unlike_the_others_is_told() -> None:
    def apart(shape: Element) -> None:
        for n, part in enumerate(walk(shape)):
            box = extent(xfrm_of(part))
            if box is not None:
                write_box(part, Box(box[0] + 90_000 * (n + 1), *box[1:]))

    def four(shape: Element) -> None:
        """A card more."""
        for part in list(parts(shape))[:3]:
            other = etree.fromstring(etree.tostring(part))
            props = properties_of(other)
            assert props is not None
            props.set("name", props.get("name", "").replace(":one:", ":four:"))
            shape.append(other)

    bigger = on_one("title", "sz", "4100")
    assert told("cards", four, apart, spelt_out, bigger, ours=four) and not told("cards", apart, spelt_out, bigger)


def test_levels_are_counted_apart() -> None:
    document = Document(open_package(generated(), "test"))
    shape = pages_of(document.deck(), BASE.lang)["why"][0].shape("body")
    assert shape is not None
    before = varied(shape)
    looks(shape)[0].set("u", "sng")
    assert varied(shape)["0"] == before["0"] + 1
