"""The kinds of edits by name. Each takes a package, chance and a mint of marks, and says whether there was anything to edit."""

from __future__ import annotations

from collections.abc import Callable
from random import Random

from .marks import Mint
from .package import NS, Element, Package, q

Edit = Callable[[Package, Random, Mint], bool]
EDITS: dict[str, Edit] = {}


def edit(name: str) -> Callable[[Edit], Edit]:
    """Registers a kind of edit."""

    def register(function: Edit) -> Edit:
        assert name not in EDITS, name
        EDITS[name] = function
        return function

    return register


def a_slide(package: Package, chance: Random) -> str | None:
    slides = package.slides()
    return chance.choice(slides) if slides else None


def texts(package: Package, slide: str) -> list[Element]:
    """The text bodies of a slide's own shapes (not in groups, not the footer's or the number's), each with words."""
    found = []
    for shape in package.shapes(slide):
        holder = shape.find("p:nvSpPr/p:nvPr/p:ph", NS)
        body = shape.find("p:txBody", NS)
        if body is None or (holder is not None and holder.get("type") in ("ftr", "sldNum", "dt")):
            continue
        if paragraphs(body):
            found.append(body)
    return found


def paragraphs(body: Element) -> list[Element]:
    """The paragraphs that have words in plain runs."""
    return [node for node in body.iterfind("a:p", NS) if any((text.text or "").strip() for text in node.iterfind("a:r/a:t", NS))]


def runs(paragraph: Element) -> list[Element]:
    return [run for run in paragraph.iterfind("a:r", NS) if (run.findtext("a:t", "", NS)).strip()]


def a_paragraph(package: Package, chance: Random) -> tuple[str, Element] | None:
    """A paragraph on a slide, and the slide."""
    found = [(slide, node) for slide in package.slides() for body in texts(package, slide) for node in paragraphs(body)]
    return chance.choice(found) if found else None


def notes_paragraph(package: Package, chance: Random) -> tuple[str, Element] | None:
    """A paragraph of notes, and the part that it is in."""
    found = []
    for slide in package.slides():
        if notes := package.notes(slide):
            found += [(notes, node) for body in package.tree(notes).iter(q("p:txBody")) for node in paragraphs(body)]
    return chance.choice(found) if found else None


def in_groups(package: Package, slide: str) -> list[Element]:
    """The shapes with words inside the slide's groups: cards, steps."""
    return [
        shape
        for group in package.shapes(slide)
        if group.tag == q("p:grpSp")
        for shape in group.iter(q("p:sp"))
        if (body := shape.find("p:txBody", NS)) is not None and paragraphs(body)
    ]


def properties(run: Element) -> Element:
    """A run's properties, made if there are none."""
    found = run.find("a:rPr", NS)
    if found is None:
        found = run.makeelement(q("a:rPr"), {"lang": "sv-SE"})
        run.insert(0, found)
    return found


def place_link(package: Package, part: str, run: Element, target: str, tooltip: str = "") -> None:
    """A link to an address on a run."""
    look = properties(run)
    for old in look.findall("a:hlinkClick", NS):
        look.remove(old)
    link = look.makeelement(q("a:hlinkClick"), {q("r:id"): package.relate(part, "hyperlink", target, external=True)})
    if tooltip:
        link.set("tooltip", tooltip)
    put(look, link, ("a:hlinkMouseOver", "a:rtl", "a:extLst"))


def put(parent: Element, node: Element, before: tuple[str, ...]) -> None:
    """Adds a child before those that the schema wants after it."""
    for at, child in enumerate(parent):
        if child.tag in {q(name) for name in before}:
            parent.insert(at, node)
            return
    parent.append(node)


def own_run(paragraph: Element, words: str) -> Element:
    """A new run at a paragraph's end, before its end properties."""
    run = paragraph.makeelement(q("a:r"), {})
    run.append(run.makeelement(q("a:rPr"), {"lang": "sv-SE"}))
    text = run.makeelement(q("a:t"), {})
    text.text = words
    run.append(text)
    put(paragraph, run, ("a:endParaRPr",))
    return run
