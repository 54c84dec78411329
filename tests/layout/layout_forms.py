"""Diagrams of the drawn forms that tests of layout share: as on our own slides, and with the longest names there are."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations

from hypothesis import strategies as st
from layout_made import words

from deck.drawing.presets import text_rect
from deck.geometry import Box, pt
from deck.layout.context import ChosenSpot, LaidBlock
from deck.layout.model import PlacedGroup, PlacedShape
from deck.layout.shapes import measure_shape
from deck.presentation import Diagram, Item, Link

HERE = Link(slide="del")


def suggestions(*items: Item) -> tuple[Item, ...]:
    return tuple(Item(item.id, item.title, item.text, item.key, item.link, "suggestion") for item in items)


AGENDA = Diagram(
    "rows",
    (
        Item("bakgrund", "Bakgrund", "Varför kommuner arbetar med miljömålen och Agenda 2030", "1", HERE),
        Item("vagledning", "Vägledningen", "Vad den är, vem den är till för och hur den används", "2", HERE),
        Item("plats", "Lunds kommun", "Vad vägledningen kan ge oss", "3", HERE),
        Item("vidare", "Så går vi vidare", "Förslag på samtal och nästa steg", "4", HERE),
    ),
    "Innehåll",
)
WORDED = Diagram(
    "rows",
    (
        Item("ger", "Stöd och inspiration till kommunernas strategiska arbete med miljö och hållbarhet", key="Ger"),
        Item("om", "Sveriges miljömål och miljödimensionen i Agenda 2030", key="Handlar om"),
        Item("till", "När lokala miljö- och hållbarhetsprogram tas fram och genomförs", key="Hjälper till"),
        Item("har", "Tre delar, lärande exempel och länkar till mer stöd", key="Innehåller"),
        Item("av", "RUS, länsstyrelsernas samverkansorgan", key="Ges ut av"),
    ),
    "Vad vägledningen är",
)
QUESTIONS = Diagram(
    "rows",
    suggestions(
        Item("del", "Vilken del av vägledningen behöver vi mest?", key="1", link=HERE),
        Item("mal", "Vilka mål är viktigast hos oss, och varför?", key="2", link=HERE),
        Item("vem", "Vilka behöver vara med från början?", key="3", link=HERE),
        Item("andra", "Vad kan vi lära av andra kommuner?", key="4", link=HERE),
    ),
    "Frågor",
)
ROLES = Diagram(
    "rows",
    suggestions(
        Item("roller", "Vilka roller har kommunen i arbetet?", key="Roller"),
        Item("uppgifter", "Vem har uppgiften, och vet den om det?", key="Uppgifter"),
        Item("kunna", "Vad behöver vi för att lyckas?", key="Förutsättningar"),
    ),
    "Frågor till del 2",
)
OWN = Diagram(
    "rows", (Item("a", "Våra transporter ska bli fossilfria", key="1"), Item("b", "Alla ska ha nära till natur", key="2")), "Mål"
)
INDEX = Diagram(
    "rows",
    (
        Item("a", "Bakgrund", key="1", link=HERE),
        Item("b", "Vägledningen", key="2", link=HERE),
        Item("c", "Jönköpings län", key="3", group="current"),
        Item("d", "Så går vi vidare", key="4", link=HERE),
    ),
    "Delar",
)
REASONS = Diagram(
    "converge",
    (
        Item("nytta", "Nyttan", "Många kommuner ser nytta för\ngoda livsmiljöer\nlokal utveckling"),
        Item(
            "uppdrag",
            "Uppdraget",
            "Länsstyrelserna ska\nstödja kommunerna med underlag för miljömålen\nverka för Agenda 2030 i länen",
        ),
    ),
    "Två skäl leder till vägledningen",
    caption="Därför finns vägledningen\nsom stöd och inspiration i det lokala arbetet",
)
BRIDGE = Diagram(
    "bridge",
    (
        Item("mal", "miljökvalitetsmål", "Sveriges egna mål för miljön. Generationsmålet anger riktningen.", "16"),
        Item("agenda", "globala mål", "Agenda 2030. Länsstyrelserna verkar för agendan i länen.", "17"),
        Item("svenska", "Sveriges miljömål", group="shared"),
        Item("dimension", "Miljödimensionen", group="shared"),
        Item("ovrigt", "Övriga Agenda 2030", group="rest"),
    ),
    "Vad vägledningen handlar om",
    caption="Det här handlar vägledningen om",
)
AUDIENCE = Diagram(
    "audience",
    (
        Item("politiker", "Politiker"),
        Item("tjansteman", "Tjänstemän"),
        Item("bas", "i kommunerna, med ansvar för strategisk planering, miljö och hållbarhet", group="base"),
        Item("samordnare", "Miljömålssamordnare", "på länsstyrelserna, med vägledningen som underlag", group="support"),
    ),
    "Vem vägledningen är till för",
    caption="stöd och erfarenhetsutbyte",
)
LOOP = Diagram(
    "loop",
    (
        Item("plan", "Planera", "Ett styrdokument med mål och åtgärder"),
        Item("gor", "Genomföra", "I kommunens verksamheter"),
        Item("folj", "Följa upp", "och ständigt utveckla"),
    ),
    "Kretslopp i tre steg: planera, genomföra, följa upp, och tillbaka till planera.",
    caption="Vägledningen följer med",
)
DOORS = Diagram(
    "doors",
    (
        Item("ett", "Agenda 2030 och miljömålen", "Hand i hand för hållbar utveckling", "1", HERE),
        Item("tva", "Kommunens roller, uppgifter och förutsättningar", "I arbetet med miljömålen och Agenda 2030", "2", HERE),
        Item("tre", "Processteg", "För att utveckla och genomföra ett miljö- och hållbarhetsprogram", "3", HERE),
    ),
    "Tre delar",
    caption="Bilden om del",
)
SHOWN: dict[str, Diagram] = {
    "agenda": AGENDA,
    "worded": WORDED,
    "questions": QUESTIONS,
    "roles": ROLES,
    "own": OWN,
    "index": INDEX,
    "converge": REASONS,
    "bridge": BRIDGE,
    "audience": AUDIENCE,
    "loop": LOOP,
    "doors": DOORS,
}
"""Each form as on our own slides."""

LONG = "Länsstyrelsen Västra Götaland"
LONGEST: dict[str, Diagram] = {
    "rows": Diagram(
        "rows",
        (
            Item("a", LONG, "Samordnar förutsättningar för hållbarhetsprogram i Upplands Väsby kommun", "1", HERE),
            Item("b", "Upplands Väsby kommun", "Tar fram ett hållbarhetsprogram med förutsättningar och uppföljning", "2", HERE),
            Item("c", "Hållbarhetsprogram", "Länsstyrelsen Västra Götaland ger stöd i arbetet med programmet", "3", HERE),
        ),
        "Rader",
    ),
    "converge": Diagram(
        "converge",
        (
            Item("a", LONG, "Länsstyrelsen ska\nge förutsättningar för hållbarhetsprogram\nstödja Upplands Väsby kommun"),
            Item(
                "b", "Förutsättningar", "Kommunen behöver\nkunskap om miljökvalitetsmålen\nett hållbarhetsprogram med uppföljning"
            ),
            Item("c", "Hållbarhetsprogram", "Programmet visar\nvad som ska göras"),
        ),
        "Skäl",
        caption="Därför samarbetar Länsstyrelsen Västra Götaland och Upplands Väsby kommun\nmed stöd i vägledningen",
    ),
    "bridge": Diagram(
        "bridge",
        (
            Item("a", "miljökvalitetsmål", "Länsstyrelsen Västra Götaland följer upp dem med förutsättningar.", "16"),
            Item("b", "globala mål", "Upplands Väsby kommun har ett hållbarhetsprogram för dem.", "17"),
            Item("c", "Förutsättningar", group="shared"),
            Item("d", "Hållbarhetsprogram", group="shared"),
            Item("e", "Övriga hållbarhetsmål", group="rest"),
        ),
        "Brygga",
        caption="Det här handlar vägledningen om",
    ),
    "audience": Diagram(
        "audience",
        (
            Item("a", "Förtroendevalda"),
            Item("b", "Tjänstemän"),
            Item("c", "Hållbarhetschefer"),
            Item("d", "i Upplands Väsby kommun, med ansvar för förutsättningar och hållbarhetsprogram", group="base"),
            Item("e", LONG, "med miljömålssamordnare som ger stöd till länets 49 kommuner", group="support"),
        ),
        "Målgrupper",
        caption="stöd, förutsättningar och erfarenhetsutbyte",
    ),
    "loop": Diagram(
        "loop",
        (
            Item("a", "Förutsättningar", "Länsstyrelsen Västra Götaland ger underlag"),
            Item("b", "Planera", "Upplands Väsby kommun tar fram mål"),
            Item("c", "Genomföra", "Hållbarhetsprogram i alla verksamheter"),
            Item("d", "Följa upp", "Indikatorer och hållbarhetsredovisning"),
            Item("e", "Utveckla", "Nya mål och åtgärder i nästa varv"),
        ),
        "Kretslopp i fem steg.",
        caption="Hållbarhets-\nprogram",
    ),
    "doors": Diagram(
        "doors",
        (
            Item("a", LONG, "Förutsättningar för länets kommuner", "1", HERE),
            Item("b", "Upplands Väsby kommun", "Ett hållbarhetsprogram med uppföljning", "2", HERE),
            Item("c", "Förutsättningar och roller", "I arbetet med miljömålen och Agenda 2030", "3", HERE),
            Item("d", "Hållbarhetsprogram", "Processteg för att utveckla ett program", "4", HERE),
        ),
        "Fyra delar",
        caption="Bilden om del",
    ),
}
"""Each form with the longest names and words."""


# --- what must hold of every drawing ------------------------------------------------------------------------------------------


def shapes_of(outcome: LaidBlock) -> list[PlacedShape]:
    return [child for page in outcome.parts for group in page if isinstance(group, PlacedGroup) for child in group.children]


def words_box(shape: PlacedShape) -> Box:
    margins = shape.insets
    inner = text_rect(shape.geometry, shape.box, shape.adjust)
    return inner.inset(margins.left, margins.top, margins.right, margins.bottom)


def shown(outcome: LaidBlock) -> dict[str, str]:
    """Key → words of every shape that has some. Each key stands once."""
    found: dict[str, str] = {}
    for shape in shapes_of(outcome):
        if any(paragraph.runs for paragraph in shape.paragraphs):
            assert shape.key not in found, shape.key
            found[shape.key] = "\n".join(paragraph.text for paragraph in shape.paragraphs)
    return found


def proved(block: Diagram, outcome: LaidBlock, place: ChosenSpot) -> None:
    """Every word of the diagram is shown once, in its own part, as it is; and where nothing is complained of, all words stand in
    their shapes, on no other words, within the place, none smaller than the least size."""
    said = shown(outcome)
    for item in block.items:
        for field in ("key", "title", "text"):
            if field in block.how.fields and getattr(item, field):
                assert said[block.how.part(item.id, field)] == getattr(item, field), (item.id, field)
    if block.caption and block.form != "doors":
        assert said["caption"] == block.caption
    assert len({shape.key for shape in shapes_of(outcome)}) == len(shapes_of(outcome)) or len(outcome.parts) > 1
    if outcome.troubles:
        return
    frame = place.spot.box
    for page in outcome.parts:
        for group in page:
            assert isinstance(group, PlacedGroup)
            spoken = [child for child in group.children if any(paragraph.runs for paragraph in child.paragraphs)]
            for child in group.children:
                assert frame.contains(child.box, pt(0.1)), child.key
            for child in spoken:
                box = words_box(child)
                found = measure_shape(child, "Arial", box.w)
                assert not found.broken, child.key
                assert found.height <= box.h / 12_700 + 1, child.key
                sizes = [child.manner(n).size_pt or 0 for n in range(len(child.paragraphs))]
                assert min(sizes) >= place.context.minimum
            for one, two in combinations(spoken, 2):
                assert not words_box(one).overlaps(words_box(two), pt(1)), (one.key, two.key)


def shorter(text: str, most: int) -> str:
    return text[:most].strip() or "ord"


def items(
    least: int, most: int, *, key: bool = False, link: bool = False, group: tuple[str, ...] = ("",)
) -> st.SearchStrategy[tuple[Item, ...]]:
    """Items of random words, with ids a, b, c …"""
    one = st.builds(
        Item,
        st.just("a"),
        words.map(lambda text: shorter(text, 60)),
        st.one_of(st.just(""), words.map(lambda text: shorter(text, 120))),
        st.sampled_from(["", "1", "12"]) if key else st.just(""),
        st.sampled_from([None, HERE]) if link else st.none(),
        st.sampled_from(group),
    )
    return st.lists(one, min_size=least, max_size=most).map(
        lambda found: tuple(replace(item, id=chr(ord("a") + n)) for n, item in enumerate(found))
    )


captions = st.one_of(st.just(""), words.map(lambda text: shorter(text, 60)))
