"""Diagrams of the drawn forms that tests share: as on our own slides, and with the longest names there are."""

from __future__ import annotations

from deck.presentation import Diagram, Item, Link, Presentation, Slide, Slot, text

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


def deck_of(blocks: dict[str, Diagram]) -> Presentation:
    """A slide for each, named as it is, and one more that they lead to."""
    slides = tuple(
        Slide(name, "object", (Slot("title", "title", text(f"Bilden {name}")), Slot("block", "object", block)))
        for name, block in blocks.items()
    )
    end = Slide("del", "content", (Slot("title", "title", text("Del")), Slot("body", "body", text("Här är delen."))))
    return Presentation("Prov", "sv-SE", "1281", "Lund", "standard", "alla", "2021", (), (*slides, end))
