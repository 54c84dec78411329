"""Blocks, words and slides that tests of layout share, and how they are laid out in a template made by hand."""

from __future__ import annotations

from dataclasses import replace

import layout_templates
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st

from deck.diagnostics import Diagnostics
from deck.geometry import Box
from deck.layout import LaidOutDeck, audit, lay_out
from deck.layout import model as m
from deck.layout.context import ChosenSpot, Context
from deck.layout.ink import legibility
from deck.layout.look import look
from deck.presentation import Area, Block, Diagram, Item, Map, Paragraph, Presentation, QrCode, Run, Slide, SlideKind, Slot, text

OBJECTIVES = (
    "Begränsad klimatpåverkan",
    "Frisk luft",
    "Bara naturlig försurning",
    "Giftfri miljö",
    "Skyddande ozonskikt",
    "Säker strålmiljö",
    "Ingen övergödning",
    "Levande sjöar och vattendrag",
    "Grundvatten av god kvalitet",
    "Hav i balans samt levande kust och skärgård",
    "Myllrande våtmarker",
    "Levande skogar",
    "Ett rikt odlingslandskap",
    "Storslagen fjällmiljö",
    "God bebyggd miljö",
    "Ett rikt växt- och djurliv",
)
GOALS = (
    "Ingen fattigdom",
    "Ingen hunger",
    "God hälsa och välbefinnande",
    "God utbildning för alla",
    "Jämställdhet",
    "Rent vatten och sanitet för alla",
    "Hållbar energi för alla",
    "Anständiga arbetsvillkor och ekonomisk tillväxt",
    "Hållbar industri, innovationer och infrastruktur",
    "Minskad ojämlikhet",
    "Hållbara städer och samhällen",
    "Hållbar konsumtion och produktion",
    "Bekämpa klimatförändringarna",
    "Hav och marina resurser",
    "Ekosystem och biologisk mångfald",
    "Fredliga och inkluderande samhällen",
    "Genomförande och globalt partnerskap",
)


def square(code: str, name: str, lon: float, lat: float) -> Area:
    return Area(code, name, (((lon, lat), (lon + 1, lat), (lon + 1, lat + 1), (lon, lat + 1), (lon, lat)),))


MAP = Map(
    (square("01", "Väster", 13, 57), square("02", "Öster", 14, 57), square("03", "Norr", 13, 58)), "Karta", "Källa: SCB", "02"
)
QR = QrCode("https://www.rus.se/vagledning-for-lokalt-arbete/", "rus.se/vagledning-for-lokalt-arbete", "QR-kod")
PROCESS = Diagram(
    "loop",
    (
        Item("plan", "Planera", "Ta fram mål och åtgärder."),
        Item("do", "Genomföra", "Arbeta i verksamheten."),
        Item("see", "Följa upp"),
    ),
    "Processen",
)


def cards(titles: tuple[str, ...]) -> Diagram:
    return Diagram("cards", tuple(Item(str(n), title, key=str(n)) for n, title in enumerate(titles, 1)), "Kort")


def laid_block(
    block: Block, kind: SlideKind = "object", role: str = "object", **wishes: float
) -> tuple[LaidOutDeck, Diagnostics]:
    found = Diagnostics()
    slide = Slide("prov", kind, (Slot("title", "title", text("Rubrik")), Slot("block", role, block)))
    deck = Presentation("Prov", "sv-SE", "1281", "Lund", "standard", "alla", "2021", (), (slide,))
    return lay_out(deck, layout_templates.template(**wishes), found), found  # type: ignore[arg-type]


def group_of(block: Block, kind: SlideKind = "object", role: str = "object") -> m.PlacedGroup:
    deck, found = laid_block(block, kind, role)
    assert not found.errors
    assert not audit(deck)
    assert len(deck.slides) == 1
    group = deck.slides[0].shapes[1]
    assert isinstance(group, m.PlacedGroup)
    assert deck.template.roles[kind].spots[role].box.contains(group.box, 13_000)
    return group


FONTS = ("Arial", "Calibri", "Verdana", "Okänd Antikva")
QUICK = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])

words = st.lists(
    st.sampled_from(
        [
            "vägledning",
            "för",
            "kommunens",
            "strategiska",
            "arbete",
            "med",
            "miljö-",
            "och",
            "hållbarhet",
            "i",
            "Upplands-Bro",
            "län",
            "–",
            "Agenda",
            "2030",
        ]
    ),
    min_size=1,
    max_size=40,
).map(" ".join)
paragraphs = st.lists(
    st.builds(
        lambda t, level, mark, bold: Paragraph((Run(t, bold=bold),), level, mark),
        words,
        st.integers(0, 2),
        st.sampled_from(["none", "bullet", "number"]),
        st.booleans(),
    ),
    min_size=1,
    max_size=25,
)


def presentation(*slides: Slide) -> Presentation:
    return Presentation("Prov", "sv-SE", "1281", "Lund", "standard", "alla", "2021", (), slides, footer="Lunds kommun")


def slide(kind: SlideKind, *slots: Slot, title: str = "En rubrik") -> Slide:
    return Slide("prov", kind, (Slot("title", "title", text(title)), *slots))


def laid(item: Slide, font: str = "Arial", **wishes: float) -> tuple[LaidOutDeck, Diagnostics]:
    found = Diagnostics()
    return lay_out(presentation(item), layout_templates.template(font, **wishes), found), found  # type: ignore[arg-type]


def place(width: int, height: int, minimum: float = 18.0, scale: float = 1.0, role: str = "object") -> ChosenSpot:
    """A place of so many points, in the hand-made template's colours."""
    spot = replace(
        layout_templates.template().roles["object"].spots["object"], role=role, box=Box(0, 0, width * 12_700, height * 12_700)
    )
    return ChosenSpot(role, spot, look(spot.palette), Context(minimum, "Arial", "Arial", scale=scale), legibility(spot))
