"""Edits of words: on slides, in cards, in notes, with links, fields and equations."""

from __future__ import annotations

import copy
from random import Random

from .edits import (
    a_paragraph,
    a_slide,
    edit,
    in_groups,
    notes_paragraph,
    own_run,
    paragraphs,
    place_link,
    properties,
    put,
    runs,
    texts,
)
from .marks import Mint
from .package import NS, Element, Package, element, q

BEFORE_LINK = ("a:hlinkClick", "a:hlinkMouseOver", "a:rtl", "a:extLst")


def _word(paragraph: Element, chance: Random, word: str) -> None:
    """One word of a paragraph becomes another."""
    text = chance.choice(runs(paragraph)).find("a:t", NS)
    words = text.text.split(" ")
    at = chance.randrange(len(words))
    words[at] = word
    text.text = " ".join(words)


@edit("word changed")
def word_changed(package: Package, chance: Random, mint: Mint) -> bool:
    found = a_paragraph(package, chance)
    if found:
        _word(found[1], chance, mint.word("slide"))
    return bool(found)


@edit("words added")
def words_added(package: Package, chance: Random, mint: Mint) -> bool:
    found = a_paragraph(package, chance)
    if found:
        text = runs(found[1])[-1].find("a:t", NS)
        text.text += f", {mint.word('slide')} hos oss"
    return bool(found)


@edit("point added")
def point_added(package: Package, chance: Random, mint: Mint) -> bool:
    found = a_paragraph(package, chance)
    if found:
        new = copy.deepcopy(found[1])
        for run in runs(new)[1:]:
            new.remove(run)
        runs(new)[0].find("a:t", NS).text = f"Vår egen {mint.word('slide')}"
        for link in list(new.iter(q("a:hlinkClick"))):
            link.getparent().remove(link)
        found[1].addnext(new)
    return bool(found)


@edit("point deleted")
def point_deleted(package: Package, chance: Random, mint: Mint) -> bool:
    bodies = [body for slide in package.slides() for body in texts(package, slide) if len(paragraphs(body)) > 1]
    if not bodies:
        return False
    gone = chance.choice(paragraphs(chance.choice(bodies)))
    mint.also("para", "".join(text.text or "" for text in gone.iter(q("a:t"))).strip(), gone=True)
    gone.getparent().remove(gone)
    return True


@edit("point moved")
def point_moved(package: Package, chance: Random, mint: Mint) -> bool:
    bodies = [body for slide in package.slides() for body in texts(package, slide) if len(paragraphs(body)) > 2]
    if not bodies:
        return False
    first, *_rest, last = paragraphs(chance.choice(bodies))
    first.addprevious(last)
    runs(last)[-1].find("a:t", NS).text += f" {mint.word('slide')}"
    return True


@edit("card's words")
def card_words(package: Package, chance: Random, mint: Mint) -> bool:
    shapes = [shape for slide in package.slides() for shape in in_groups(package, slide)]
    if shapes:
        _word(chance.choice(paragraphs(chance.choice(shapes).find("p:txBody", NS))), chance, mint.word("slide"))
    return bool(shapes)


@edit("paragraph in a card")
def card_paragraph(package: Package, chance: Random, mint: Mint) -> bool:
    shapes = [shape for slide in package.slides() for shape in in_groups(package, slide)]
    if shapes:
        body = chance.choice(shapes).find("p:txBody", NS)
        new = copy.deepcopy(paragraphs(body)[0])
        runs(new)[0].find("a:t", NS).text = f"Mer {mint.word('slide')}"
        body.append(new)
    return bool(shapes)


@edit("web link")
def web_link(package: Package, chance: Random, mint: Mint) -> bool:
    found = a_paragraph(package, chance)
    if found:
        slide, paragraph = found
        tooltip = mint.word("slide @tooltip") if chance.random() < 0.5 else ""
        place_link(package, slide, chance.choice(runs(paragraph)), f"https://example.se/{mint.word('slide link')}", tooltip)
    return bool(found)


@edit("mail link")
def mail_link(package: Package, chance: Random, mint: Mint) -> bool:
    found = a_paragraph(package, chance)
    if found:
        run = own_run(found[1], f" Fråga {mint.word('slide')}")
        place_link(package, found[0], run, f"mailto:{mint.word('slide link')}@example.se")
    return bool(found)


@edit("link in a card")
def card_link(package: Package, chance: Random, mint: Mint) -> bool:
    found = [(slide, shape) for slide in package.slides() for shape in in_groups(package, slide)]
    if found:
        slide, shape = chance.choice(found)
        run = chance.choice(runs(paragraphs(shape.find("p:txBody", NS))[0]))
        place_link(package, slide, run, f"https://example.se/{mint.word('slide link')}")
    return bool(found)


@edit("link to a slide")
def slide_link(package: Package, chance: Random, mint: Mint) -> bool:
    found, to = a_paragraph(package, chance), a_slide(package, chance)
    if not found or not to or to == found[0]:
        return False
    run = own_run(found[1], f" Se {mint.word('slide')}")
    link = run.makeelement(q("a:hlinkClick"), {q("r:id"): package.relate(found[0], "slide", to)})
    link.set("action", "ppaction://hlinksldjump")
    link.set("tooltip", mint.word("slide @tooltip"))
    put(properties(run), link, ())
    return True


def _field(mint: Mint, place: str) -> Element:
    return element(
        f'<a:fld id="{{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}}" type="datetime1"><a:rPr lang="sv-SE"/>'
        f"<a:t>{mint.word(place)}</a:t></a:fld>"
    )


@edit("date field")
def date_field(package: Package, chance: Random, mint: Mint) -> bool:
    found = a_paragraph(package, chance)
    if found:
        put(found[1], _field(mint, "slide field"), ("a:endParaRPr",))
    return bool(found)


def _equation(mint: Mint, place: str) -> Element:
    """As PowerPoint writes it: the choice for who knows a14, plain words for who does not."""
    return element(
        '<mc:AlternateContent><mc:Choice Requires="a14"><a14:m><m:oMath><m:r><m:t>x=</m:t></m:r><m:r>'
        f"<m:t>{mint.word(place)}</m:t></m:r></m:oMath></a14:m></mc:Choice>"
        '<mc:Fallback><a:r><a:rPr lang="sv-SE"/><a:t> </a:t></a:r></mc:Fallback></mc:AlternateContent>'
    )


@edit("equation in a text")
def equation(package: Package, chance: Random, mint: Mint) -> bool:
    found = a_paragraph(package, chance)
    if found:
        put(found[1], _equation(mint, "slide math"), ("a:endParaRPr",))
    return bool(found)


@edit("equation in notes")
def equation_in_notes(package: Package, chance: Random, mint: Mint) -> bool:
    found = notes_paragraph(package, chance)
    if found:
        put(found[1], _equation(mint, "notes math"), ("a:endParaRPr",))
    return bool(found)


@edit("notes word")
def notes_word(package: Package, chance: Random, mint: Mint) -> bool:
    found = notes_paragraph(package, chance)
    if found:
        _word(found[1], chance, mint.word("notes"))
    return bool(found)


@edit("notes paragraph")
def notes_added(package: Package, chance: Random, mint: Mint) -> bool:
    found = notes_paragraph(package, chance)
    if found:
        new = copy.deepcopy(found[1])
        for run in runs(new)[1:]:
            new.remove(run)
        runs(new)[0].find("a:t", NS).text = f"Säg också {mint.word('notes')}."
        found[1].addnext(new)
    return bool(found)


@edit("link in notes")
def notes_link(package: Package, chance: Random, mint: Mint) -> bool:
    found = notes_paragraph(package, chance)
    if found:
        run = own_run(found[1], f" Läs {mint.word('notes')}.")
        place_link(package, found[0], run, f"https://example.se/{mint.word('notes link')}")
    return bool(found)


@edit("field in notes")
def notes_field(package: Package, chance: Random, mint: Mint) -> bool:
    found = notes_paragraph(package, chance)
    if found:
        put(found[1], _field(mint, "notes field"), ("a:endParaRPr",))
    return bool(found)


@edit("colour of words")
def colour_of_words(package: Package, chance: Random, mint: Mint) -> bool:
    found = a_paragraph(package, chance)
    if found:
        _colour(properties(chance.choice(runs(found[1]))), mint.number("slide @val", 700_000, 11))
    return bool(found)


def _colour(look: Element, value: str) -> None:
    for old in look.findall("a:solidFill", NS):
        look.remove(old)
    fill = element(f'<a:solidFill><a:srgbClr val="{value}"/></a:solidFill>')
    outline = look.find("a:ln", NS)
    look.insert(0, fill) if outline is None else outline.addnext(fill)


@edit("colour of a part's words")
def colour_of_part(package: Package, chance: Random, mint: Mint) -> bool:
    """All words of a part of a card or a step: as many looks as before, and another."""
    said = [
        [run for line in paragraphs(body) for run in runs(line)]
        for slide in package.slides()
        for shape in in_groups(package, slide)
        if (body := shape.find("p:txBody", NS)) is not None
    ]
    # One mark is looked for once.
    found = [held[0] for held in said if len(held) == 1]
    if found:
        look = properties(chance.choice(found))
        _colour(look, mint.number("slide @val", 800_000, 11))
    return bool(found)


@edit("colour in notes")
def colour_in_notes(package: Package, chance: Random, mint: Mint) -> bool:
    found = notes_paragraph(package, chance)
    if found:
        look = properties(own_run(found[1], f" Obs {mint.word('notes')}."))
        look.append(element(f'<a:solidFill><a:srgbClr val="{mint.number("notes @val", 500000, 11)}"/></a:solidFill>'))
    return bool(found)


@edit("size of words")
def size_of_words(package: Package, chance: Random, mint: Mint) -> bool:
    found = a_paragraph(package, chance)
    if found:
        properties(chance.choice(runs(found[1]))).set("sz", mint.number("slide @sz", 2001))
    return bool(found)


@edit("language of words")
def language(package: Package, chance: Random, mint: Mint) -> bool:
    found = a_paragraph(package, chance)
    if found:
        properties(chance.choice(runs(found[1]))).set("lang", chance.choice(["fi-FI", "de-DE", "nb-NO"]))
        properties(own_run(found[1], f" ({mint.word('slide')})")).set("lang", "en-GB")
    return bool(found)


@edit("footer")
def footer(package: Package, chance: Random, mint: Mint) -> bool:
    found = [
        shape
        for slide in package.slides()
        for shape in package.tree(slide).iter(q("p:sp"))
        if (holder := shape.find("p:nvSpPr/p:nvPr/p:ph", NS)) is not None
        and holder.get("type") == "ftr"
        and paragraphs(shape.find("p:txBody", NS))
    ]
    if found:
        text = runs(paragraphs(chance.choice(found).find("p:txBody", NS))[0])[-1].find("a:t", NS)
        text.text += f" {mint.word('slide')}"
    return bool(found)
