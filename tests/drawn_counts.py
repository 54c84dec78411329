"""Diagrams that count, name and ask, for tests of layout: as on our own slides, and with the longest names there are."""

from __future__ import annotations

import re
from dataclasses import replace

from deck.compose.county import alphabetical_key, county_areas, county_around
from deck.places import load_places
from deck.presentation import Block, Cell, Diagram, Item, Link, Map, QrCode, Row, Table, paragraph

OBJECTIVES = (
    "Begränsad *klimatpåverkan*",
    "Frisk *luft*",
    "Bara naturlig *försurning*",
    "*Giftfri* miljö",
    "Skyddande *ozonskikt*",
    "Säker *strålmiljö*",
    "Ingen *övergödning*",
    "Levande *sjöar och vattendrag*",
    "*Grundvatten* av god kvalitet",
    "*Hav* i balans samt levande *kust och skärgård*",
    "Myllrande *våtmarker*",
    "Levande *skogar*",
    "Ett rikt *odlingslandskap*",
    "Storslagen *fjällmiljö*",
    "God *bebyggd miljö*",
    "Ett rikt *växt- och djurliv*",
)
GOALS = (
    "Ingen *fattigdom*",
    "Ingen *hunger*",
    "God *hälsa* och *välbefinnande*",
    "God *utbildning* för alla",
    "*Jämställdhet*",
    "Rent *vatten* och *sanitet* för alla",
    "Hållbar *energi* för alla",
    "Anständiga *arbetsvillkor* och ekonomisk *tillväxt*",
    "Hållbar *industri*, innovationer och infrastruktur",
    "Minskad *ojämlikhet*",
    "Hållbara *städer* och samhällen",
    "Hållbar *konsumtion* och *produktion*",
    "Bekämpa *klimatförändringarna*",
    "*Hav* och marina resurser",
    "*Ekosystem* och biologisk *mångfald*",
    "*Fredliga* och inkluderande samhällen",
    "Genomförande och globalt *partnerskap*",
)
"""With their strong words between asterisks."""
LONG = "Länsstyrelsen Västra Götaland"
RUS = Link(url="https://www.rus.se/kortversion/")


def named(n: int, words: str, group: str = "") -> Item:
    """An item of a numbered grid; words between asterisks are its strong ones."""
    return Item(f"n{n}", words.replace("*", ""), key=str(n), strong="\n".join(re.findall(r"\*(.*?)\*", words)), group=group)


def grid(names: tuple[str, ...], chosen: tuple[int, ...] = ()) -> Diagram:
    return Diagram("grid", tuple(named(n, name, "chosen" if n in chosen else "") for n, name in enumerate(names, 1)), "Mål")


DOTS = Diagram(
    "dots",
    (
        Item("counted", "Fick information och kunde lämna synpunkter", "Drygt", "80", value=80.0),
        Item("others", "Övriga kommuner", value=210.0),
        Item("share", "av 290 kommuner", "Det är mer än en fjärdedel", group="whole"),
        Item("also", "Också:", "en referensgrupp med en handfull kommuner, och en bred remiss", group="also"),
    ),
    "290 prickar, en per kommun. 80 är fyllda: de fick information och kunde lämna synpunkter.",
    caption="En prick är en kommun",
)
TIME = Diagram(
    "time",
    (
        Item("guide", "Guide till lokalt arbete med miljömål", key="2014"),
        Item(
            "vagledning",
            "Vägledning för lokalt arbete med miljömål och Agenda\u00a02030",
            "Uppdaterar och omarbetar guiden",
            "2020",
        ),
        Item(
            "kort",
            "Kortversion",
            "Värdefulla inspel från SKR, Naturvårdsverket och närliggande initiativ och projekt",
            "2021",
            RUS,
        ),
    ),
    "En linje i tiden: 2014, 2020 och 2021.",
)
QUESTION = Diagram(
    "question",
    (
        Item("sjalv", "Tänk själv", "1 minut", value=1.0),
        Item("par", "Prata två och två", "3 minuter", value=2.0),
        Item("alla", "Samla svaren", "6 minuter", value=7.0),
    ),
    "Så samtalar ni",
)
FRAMES = Diagram(
    "frames",
    tuple(Item(f"ruta-{n}", "Vad siffran visar, med enhet och år", "Källa: …", "00") for n in range(1, 5)),
    "Rutor att fylla i",
)
PAIRS = Diagram(
    "pairs",
    (
        Item("name", key="Namn", text="Förnamn Efternamn"),
        Item("role", key="Roll", text="Hållbarhetsstrateg"),
        Item("email", key="E-post", text="fornamn.efternamn@kommun.se", link=Link(url="mailto:fornamn.efternamn@kommun.se")),
        Item("phone", key="Telefon"),
    ),
    "Kontakt",
)


def names(county: str) -> Diagram:
    places = load_places()
    found = next(place for place in places.counties if place.code == county)
    members = sorted(places.members(found), key=lambda place: alphabetical_key(place.name, "sv"))
    return Diagram("names", tuple(Item(place.code, place.name, key=place.name[0]) for place in members), "Kommunerna")


SHOWN: dict[str, Diagram] = {
    "dots": DOTS,
    "time": TIME,
    "objectives": grid(OBJECTIVES),
    "goals": grid(GOALS),
    "chosen": grid(OBJECTIVES, (1, 8, 15)),
    "names-13": names("06"),
    "names-49": names("14"),
    "frames": FRAMES,
    "question": QUESTION,
    "pairs": PAIRS,
}
"""Each form as on our own slides."""

LONGEST: dict[str, Diagram] = {
    "dots": replace(
        DOTS,
        items=(
            replace(DOTS.items[0], title="Fick förutsättningar för hållbarhetsprogram av Länsstyrelsen Västra Götaland"),
            replace(DOTS.items[1], title="Övriga hållbarhetskommuner"),
            replace(DOTS.items[2], text="Länsstyrelsen Västra Götaland och Upplands Väsby kommun är med"),
            DOTS.items[3],
        ),
    ),
    "time": replace(
        TIME,
        items=(
            replace(TIME.items[0], title="Hållbarhetsprogram för Upplands Väsby kommun"),
            replace(
                TIME.items[1], title="Förutsättningar för hållbarhetsprogram i Upplands Väsby kommun", text=f"Inspel från {LONG}"
            ),
            replace(
                TIME.items[2], title="Hållbarhetsprogrammet", text=f"Förutsättningar enligt {LONG}, Naturvårdsverket och Boverket"
            ),
        ),
    ),
    "grid": grid(tuple(f"{name} och hållbarhet" for name in OBJECTIVES)),
    "names": names("01"),
    "frames": Diagram(
        "frames",
        tuple(
            Item(f"ruta-{n}", "Hållbarhetsprogrammets förutsättningar, procent 2026", f"Källa: {LONG}", "100,0 %")
            for n in range(1, 5)
        ),
        "Rutor",
    ),
    "question": replace(
        QUESTION,
        items=tuple(
            replace(item, title="Förutsättningar för hållbarhetsprogram", text="Ungefär 10 minuter") for item in QUESTION.items
        ),
    ),
    "pairs": replace(
        PAIRS,
        items=(
            replace(PAIRS.items[0], text="Anna-Karin Länsstyrelsedotter Götaland-Väsby"),
            replace(PAIRS.items[1], text="Hållbarhetsstrateg med miljömålssamordning"),
            replace(PAIRS.items[2], text="anna-karin.gotaland-vasby@upplandsvasby.se"),
            PAIRS.items[3],
        ),
    ),
}
"""Each form with the longest names and words."""


def county(code: str, own: str | None = None) -> Map:
    """A county's map with all its members named."""
    places = load_places()
    return Map(county_areas(places, code), "Kommunerna på kartan", "", own, county_around(places, code), named=True)


def table(rows: tuple[tuple[str, ...], ...], widths: tuple[float, ...], *, first: bool = False, reference: bool = False) -> Table:
    """The first row is the header; a cell without words is there to be filled in."""
    made = tuple(Row(f"r{n}", tuple(Cell((paragraph(word),) if word else ()) for word in row)) for n, row in enumerate(rows))
    return Table(made, widths, "Tabell", first, reference)


BLOCKS: dict[str, Block] = {
    "map-labels": county("06"),
    "map-own": county("12", "1281"),
    "map-numerals": county("14"),
    "steps": table(
        (
            ("Nr", "Steg", "Vem", "När"),
            ("1", "Läs den del som passar oss bäst", "", ""),
            ("2", "Välj vad vi ska börja med", "", ""),
            ("3", "Bestäm vem som ansvarar och när det ska vara klart", "", ""),
            ("4", "Följ upp: boka ett möte om hur det har gått", "", ""),
        ),
        (0.07, 0.465, 0.245, 0.22),
        first=True,
    ),
    "sources": table(
        (
            ("Titel", "Utgivare", "År"),
            ("Vägledning för kommuners hållbarhetsarbete", "Forum för miljösmart konsumtion", "2020"),
            ("Kortversion av Vägledning för lokalt arbete med miljömål och Agenda 2030", "RUS", "2021"),
            ("De 16 miljökvalitetsmålen", "Naturvårdsverket, Sveriges miljömål", "–"),
        ),
        (0.62, 0.31, 0.07),
        reference=True,
    ),
    "code": QrCode("https://www.rus.se/vagledning-for-lokalt-arbete/", "rus.se, sidan om vägledningen", "QR-kod"),
}
"""What else is counted, placed and looked up."""
