"""Faults are planted with these: small changes to a deck without fault."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from good_decks import element, first, made

from deck.check.subject import Subject
from deck.package import Package, Relationship

REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


@dataclass(frozen=True)
class Fault:
    """`plant` makes the fault in `good`; `code` is the rule that finds it; `file`: what the file is called."""

    code: str
    name: str
    plant: Callable[[Package], Package]
    good: Callable[[], Package] = made
    file: str = ""

    def __str__(self) -> str:
        return f"{self.code.partition('/')[2]}: {self.name}"


def gone(path: str) -> Callable[[Any], None]:
    def change(root: Any) -> None:
        item = first(root, path)
        item.getparent().remove(item)

    return change


def put(path: str, name: str, value: str) -> Callable[[Any], None]:
    return lambda root: first(root, path).set(name, value)


def said(path: str, words: str) -> Callable[[Any], None]:
    """The words of the first a:t under `path`."""

    def change(root: Any) -> None:
        first(root, f"{path}//a:t").text = words

    return change


def both(*changes: Callable[[Any], object]) -> Callable[[Any], None]:
    def change(root: Any) -> None:
        for one in changes:
            one(root)

    return change


def drawn(xml: str) -> Callable[[Any], None]:
    """A shape more on the slide."""
    return lambda root: first(root, "//p:spTree").append(element(xml))


def box(x: float, y: float, w: float, h: float) -> str:
    """a:xfrm in centimetres."""
    x, y, w, h = (round(value * 360_000) for value in (x, y, w, h))
    return f'<a:xfrm><a:off x="{x}" y="{y}"/><a:ext cx="{w}" cy="{h}"/></a:xfrm>'


def text_box(
    words: str, place: str, *, look: str = 'sz="2400"', fill: str = "<a:noFill/>", body: str = "", ink: str = "", n: int = 90
) -> str:
    paragraphs = "".join(
        f'<a:p><a:r><a:rPr lang="sv-SE" {look}>{ink}</a:rPr><a:t xml:space="preserve">{line}</a:t></a:r></a:p>'
        for line in words.split("\n")
    )
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{n}" name="Ruta {n}"/><p:cNvSpPr txBox="1"/><p:nvPr/></p:nvSpPr><p:spPr>{place}'
        f'<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>{fill}</p:spPr><p:txBody><a:bodyPr wrap="square">{body}</a:bodyPr>'
        f"<a:lstStyle/>{paragraphs}</p:txBody></p:sp>"
    )


def bar(
    place: str, fill: str = '<a:solidFill><a:srgbClr val="204060"/></a:solidFill>', kind: str = "rect", extra: str = ""
) -> str:
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="91" name="Figur 91" {extra}/><p:cNvSpPr/><p:nvPr/></p:nvSpPr><p:spPr>{place}'
        f'<a:prstGeom prst="{kind}"><a:avLst/></a:prstGeom>{fill}</p:spPr></p:sp>'
    )


def solid(rgb: str) -> str:
    return f'<a:solidFill><a:srgbClr val="{rgb}"/></a:solidFill>'


TITLE_SHAPE = "//p:sp[.//p:ph[@type='title' or @type='ctrTitle']]"
BODY_SHAPE = "//p:sp[.//p:ph[@idx='1']]"
PIC, FRAME = "//p:pic", "//p:graphicFrame"
PIC_PROPS, FRAME_PROPS = f"{PIC}/p:nvPicPr/p:cNvPr", f"{FRAME}/p:nvGraphicFramePr/p:cNvPr"
LINK_BOX = "//p:sp[.//a:hlinkClick]"
LOW = box(2, 12, 20, 3)
TALL = box(2, 10, 20, 7)


def with_media(package: Package, number: int, name: str, data: bytes, kind: str, rid: str, rel: str = "image") -> Package:
    part = Subject(package).slides[number - 1].part
    rels = (*package.rels.get(part, ()), Relationship(rid, f"{REL}/{rel}", name))
    return package.replace({name: data}, {name: kind}, {part: rels})
