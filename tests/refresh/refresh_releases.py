"""A small deck with every kind of block, and what later releases make of it."""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import replace
from functools import cache
from typing import Any

from PIL import Image

from deck.presentation import (
    Block,
    Cell,
    Chart,
    Diagram,
    Item,
    Link,
    Media,
    Paragraph,
    Picture,
    Presentation,
    QrCode,
    Row,
    Run,
    Section,
    Series,
    Slide,
    Slot,
    Table,
    Text,
    paragraph,
    text,
)


@cache
def png(color: str = "red") -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (60, 40), color).save(out, "PNG")
    return out.getvalue()


def bullets(*lines: str | tuple[int, str]) -> Text:
    items = [(0, line) if isinstance(line, str) else line for line in lines]
    return Text(tuple(paragraph(words, level, "bullet") for level, words in items))


def row(name: str, *cells: str) -> Row:
    return Row(name, tuple(Cell((paragraph(words),)) for words in cells))


def slide(name: str, kind: Any, section: str, *slots: tuple[str, Block], notes: str = "") -> Slide:
    said = tuple(paragraph(line) for line in (notes or f"Säg något om {name}.\nSedan frågar du gruppen.").split("\n"))
    return Slide(name, kind, tuple(Slot(role, role, block) for role, block in slots), said, section, ("rus-2020",))


TABLE = Table(
    (
        row("head", "Mål", "Ansvar", "Klart"),
        row("luft", "Frisk luft", "Miljönämnden", "2025"),
        row("skog", "Levande skogar", "Tekniska", "2027"),
        row("sjo", "Levande sjöar", "Vattenrådet", "2030"),
    ),
    (2.0, 2.0, 1.0),
    "Mål med ansvariga nämnder och år.",
)
CHART = Chart(
    "column", ("Planera", "Genomföra", "Följa upp"), (Series("Kommuner", (40.0, 25.0, 15.0)),), "Så långt har kommunerna kommit."
)
BASE = Presentation(
    "Vägledning för miljömål",
    "sv-SE",
    "1281",
    "Lunds kommun",
    "standard",
    "alla",
    "r0",
    (Section("start", "Inledning"), Section("work", "Arbetet"), Section("end", "Avslutning")),
    (
        slide("title", "title", "start", ("title", text("Vägledning för miljömål")), ("subtitle", text("Lunds kommun"))),
        slide(
            "why",
            "content",
            "start",
            ("title", text("Varför ska vi arbeta med målen?")),
            (
                "body",
                bullets(
                    "Målen gäller hela samhället",
                    "Kommunen har stora möjligheter",
                    (1, "planering och tillsyn"),
                    "Många vill hjälpa till",
                ),
            ),
        ),
        slide(
            "links",
            "content",
            "start",
            ("title", text("Läs mer på nätet")),
            (
                "body",
                Text(
                    (
                        Paragraph(
                            (Run("Vägledningen finns "), Run("hos RUS", link=Link(url="https://www.rus.se/")), Run(".")),
                            0,
                            "bullet",
                        ),
                        Paragraph((Run("Gå till "), Run("tabellen", link=Link(slide="table"))), 0, "bullet"),
                    )
                ),
            ),
        ),
        slide(
            "compare",
            "comparison",
            "work",
            ("title", text("Två sätt att arbeta")),
            ("left-heading", text("I linjen")),
            ("left", bullets("Ansvar i nämnden", "Uppföljning i budgeten")),
            ("right-heading", text("I projekt")),
            ("right", bullets("Egen ledare", "Egen tidplan")),
        ),
        slide("table", "object", "work", ("title", text("Vem gör vad?")), ("object", TABLE)),
        slide("chart", "object", "work", ("title", text("Hur långt har vi kommit?")), ("object", CHART)),
        slide(
            "steps",
            "object",
            "work",
            ("title", text("Tre steg på vägen")),
            (
                "object",
                Diagram(
                    "process",
                    (
                        Item("plan", "Planera", "Mål och åtgärder"),
                        Item("do", "Genomföra", "I hela kommunen"),
                        Item("follow", "Följa upp", "Varje år"),
                    ),
                    "Tre steg.",
                ),
            ),
        ),
        slide(
            "cards",
            "object",
            "work",
            ("title", text("Tre delar att läsa")),
            (
                "object",
                Diagram(
                    "cards",
                    (
                        Item("one", "Agenda 2030", "Hand i hand", "1"),
                        Item("two", "Roller", "Vem gör vad", "2"),
                        Item("three", "Processen", "Steg för steg", "3"),
                    ),
                    "Tre kort.",
                ),
            ),
        ),
        slide(
            "photo",
            "picture",
            "work",
            ("title", text("En bild säger mer")),
            ("body", bullets("Naturen är nära", "Vi går ut")),
            ("picture", Picture(Media("image/png", png()), 60, 40, "En röd yta")),
        ),
        slide(
            "number",
            "title-only",
            "work",
            ("title", text("Så många var med")),
            ("object", Diagram("number", (Item("n", "kommuner lämnade synpunkter", key="80"),), "80 kommuner")),
        ),
        slide(
            "qr",
            "title-only",
            "end",
            ("title", text("Hämta vägledningen")),
            ("object", QrCode("https://www.rus.se/", "rus.se", "QR-kod till rus.se")),
        ),
        slide(
            "next",
            "content",
            "end",
            ("title", text("Nästa steg")),
            (
                "body",
                Text(
                    (
                        paragraph("Läs vägledningen", 0, "number"),
                        paragraph("Boka ett möte", 0, "number"),
                        paragraph("Bestäm vem som gör vad", 0, "number"),
                    )
                ),
            ),
        ),
        slide(
            "contact", "closing", "end", ("title", text("Kontakta oss gärna")), ("body", text("Lunds kommun", "kommunen@lund.se"))
        ),
    ),
    footer="Lunds kommun",
    date="2020-04-30",
    author="Lunds kommun",
    subject="Miljömål",
)


def with_slot(presentation: Presentation, name: str, slot: str, block: Block) -> Presentation:
    return replace(
        presentation,
        slides=tuple(
            replace(s, slots=tuple(replace(item, block=block) if item.id == slot else item for item in s.slots))
            if s.id == name
            else s
            for s in presentation.slides
        ),
    )


def _named(presentation: Presentation, name: str) -> Presentation:
    return replace(presentation, release=name)


def words_changed() -> Presentation:
    new = with_slot(
        BASE,
        "why",
        "body",
        bullets(
            "Målen gäller hela samhället och alla nämnder",
            "Kommunen har stora möjligheter",
            (1, "planering och tillsyn"),
            "Många vill hjälpa till",
            "Det finns stöd att få",
        ),
    )
    new = with_slot(new, "next", "title", text("Så går ni vidare"))
    new = with_slot(new, "compare", "right", bullets("Egen projektledare", "Egen tidplan"))
    new = with_slot(
        new,
        "cards",
        "object",
        Diagram(
            "cards",
            (
                Item("one", "Agenda 2030", "Hand i hand med miljömålen", "1"),
                Item("two", "Roller", "Vem gör vad", "2"),
                Item("three", "Processen", "Steg för steg", "3"),
            ),
            "Tre kort.",
        ),
    )
    new = with_slot(
        new,
        "steps",
        "object",
        Diagram(
            "process",
            (
                Item("plan", "Planera", "Mål och åtgärder"),
                Item("do", "Genomföra", "I alla verksamheter"),
                Item("follow", "Följa upp", "Varje år"),
            ),
            "Tre steg.",
        ),
    )
    new = with_slot(
        new, "number", "object", Diagram("number", (Item("n", "kommuner lämnade synpunkter", key="85"),), "85 kommuner")
    )
    notes = tuple(paragraph(line) for line in ("Säg något om why.", "Sedan frågar du hela gruppen."))
    return _named(replace(new, slides=tuple(replace(s, notes=notes) if s.id == "why" else s for s in new.slides)), "words")


def slides_come_and_go() -> Presentation:
    news = slide("news", "content", "work", ("title", text("Nytt i år")), ("body", bullets("En kortversion", "Fler exempel")))
    kept = [s for s in BASE.slides if s.id not in ("compare", "qr")]
    at = next(n for n, s in enumerate(kept) if s.id == "chart")
    return _named(replace(BASE, slides=(*kept[: at + 1], news, *kept[at + 1 :])), "slides")


def slide_moved() -> Presentation:
    order = [s for s in BASE.slides if s.id != "cards"]
    at = next(n for n, s in enumerate(order) if s.id == "links")
    return _named(
        replace(
            BASE,
            slides=(
                *order[: at + 1],
                replace(next(s for s in BASE.slides if s.id == "cards"), section="start"),
                *order[at + 1 :],
            ),
        ),
        "moved",
    )


def numbers_changed() -> Presentation:
    rows = (*TABLE.rows[:2], row("klimat", "Begränsad klimatpåverkan", "Kommunstyrelsen", "2026"), *TABLE.rows[2:])
    rows = tuple(row("sjo", "Levande sjöar", "Vattenrådet", "2031") if item.id == "sjo" else item for item in rows)
    new = with_slot(BASE, "table", "object", replace(TABLE, rows=rows))
    new = with_slot(new, "chart", "object", replace(CHART, series=(Series("Kommuner", (42.0, 25.0, 18.0)),)))
    new = with_slot(new, "qr", "object", QrCode("https://www.rus.se/ny/", "rus.se/ny", "QR-kod till rus.se/ny"))
    return _named(with_slot(new, "photo", "picture", Picture(Media("image/png", png("blue")), 60, 40, "En blå yta")), "numbers")


def slide_split() -> Presentation:
    one = slide(
        "why",
        "content",
        "start",
        ("title", text("Varför ska vi arbeta med målen?")),
        ("body", bullets("Målen gäller hela samhället", "Kommunen har stora möjligheter", (1, "planering och tillsyn"))),
    )
    two = slide(
        "who",
        "content",
        "start",
        ("title", text("Vilka vill vara med?")),
        ("body", bullets("Många vill hjälpa till", "Både företag och föreningar")),
    )
    slides: list[Slide] = []
    for item in BASE.slides:
        slides += [one, two] if item.id == "why" else [item]
    return _named(replace(BASE, slides=tuple(slides), footer="Lunds kommun 2021"), "split")


def kinds_changed() -> Presentation:
    """Slides told in another way: a text as cards, two columns as one text."""
    cards = Diagram(
        "cards",
        (
            Item("all", "Hela samhället", "Målen gäller alla"),
            Item("can", "Möjligheter", "Kommunen kan mycket"),
            Item("many", "Många", "Fler"),
        ),
        "Tre kort om varför.",
    )
    why = slide("why", "object", "start", ("title", text("Varför ska vi arbeta med målen?")), ("object", cards))
    compare = slide(
        "compare",
        "content",
        "work",
        ("title", text("Två sätt att arbeta")),
        ("body", bullets("Uppföljning i budgeten", "I linjen eller i projekt")),
    )
    new = {item.id: item for item in (why, compare)}

    def told(item: Slide) -> Slide:
        other = new.get(item.id)
        return item if other is None else replace(other, notes=item.notes, section=item.section)

    return _named(replace(BASE, slides=tuple(told(item) for item in BASE.slides)), "kinds")


RELEASES: dict[str, Callable[[], Presentation]] = {
    "same": lambda: BASE,
    "words": words_changed,
    "slides": slides_come_and_go,
    "moved": slide_moved,
    "kinds": kinds_changed,
    "numbers": numbers_changed,
    "split": slide_split,
}
