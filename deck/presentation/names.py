"""The words of a deck that no content gives: what shapes are called where people see it (the selection pane, tools for
accessibility), and the marks of what goes on. In the deck's own language, never in that of who runs the program; one that is not
here has the English. No shape is known by its name: it is told by its ids, and by the id in parentheses."""

from __future__ import annotations

from collections.abc import Mapping

from deck.presentation.forms import FORMS
from deck.presentation.kinds import FROM

FALLBACK = "en"
"""The language of what a deck's own language has no name for."""

ROLES: Mapping[str, Mapping[str, str]] = {
    "sv": {
        "title": "Rubrik",
        "subtitle": "Underrubrik",
        "body": "Text",
        "left": "Vänster",
        "right": "Höger",
        "left-heading": "Vänster rubrik",
        "right-heading": "Höger rubrik",
        "object": "Innehåll",
        "picture": "Bild",
        "quote": "Citat",
        "attribution": "Vem som sagt det",
        "number": "Stort tal",
        "credit": "Bildens upphov",
        "speaker": "Talare",
        "event": "Sammanhang",
        "date": "Datum",
        "part": "Del",
        **{f"figure-{n}": f"Siffra {n}" for n in range(1, 5)},
        **{f"shows-{n}": f"Siffra {n}, vad den visar" for n in range(1, 5)},
        **{f"figure-source-{n}": f"Siffra {n}, källa" for n in range(1, 5)},
        "contact-name": "Kontakt, namn",
        "contact-role": "Kontakt, roll",
        "contact-email": "Kontakt, e-post",
        "contact-phone": "Kontakt, telefon",
        FROM: "Källa",
    },
    "en": {
        "title": "Title",
        "subtitle": "Subtitle",
        "body": "Text",
        "left": "Left",
        "right": "Right",
        "left-heading": "Left heading",
        "right-heading": "Right heading",
        "object": "Content",
        "picture": "Picture",
        "quote": "Quote",
        "attribution": "Who said it",
        "number": "Big number",
        "credit": "Picture credit",
        "speaker": "Speaker",
        "event": "Occasion",
        "date": "Date",
        "part": "Part",
        **{f"figure-{n}": f"Figure {n}" for n in range(1, 5)},
        **{f"shows-{n}": f"Figure {n}, what it shows" for n in range(1, 5)},
        **{f"figure-source-{n}": f"Figure {n}, source" for n in range(1, 5)},
        "contact-name": "Contact, name",
        "contact-role": "Contact, role",
        "contact-email": "Contact, email",
        "contact-phone": "Contact, phone",
        FROM: "Source",
    },
}
"""Language → role of a slot → what its text is called."""

KINDS: Mapping[str, Mapping[str, str]] = {
    "sv": {
        "Table": "Tabell",
        "Chart": "Diagram",
        "Picture": "Bild",
        "Map": "Karta",
        "QrCode": "QR-kod",
        **{name: form.label for name, form in FORMS.items()},
    },
    "en": {
        "Table": "Table",
        "Chart": "Chart",
        "Picture": "Picture",
        "Map": "Map",
        "QrCode": "QR code",
        # A form's name in the content is an English word.
        **{name: name.replace("-", " ").capitalize() for name in FORMS},
    },
}
"""Language → kind of block, or form of diagram → what its shape is called."""

PARTS: Mapping[str, Mapping[str, str]] = {
    "sv": {
        "ftr": "Sidfot",
        "dt": "Datum",
        "sldNum": "Bildnummer",
        "sldImg": "Bild",
        "notes": "Anteckningar",
        "table-style": "Tabell med rubrikrad",
    },
    "en": {
        "ftr": "Footer",
        "dt": "Date",
        "sldNum": "Slide number",
        "sldImg": "Slide",
        "notes": "Notes",
        "table-style": "Table with a header row",
    },
}
"""Language → what every deck has (a placeholder's type, the notes, our table style) → what it is called."""

DRAWN: Mapping[str, Mapping[str, str]] = {
    "sv": {
        "rule": "Linje",
        "line": "Linje",
        "leader": "Linje till namnet",
        "bar": "Streck",
        "arrow": "Pil",
        "dot": "Prick",
        "around": "Omgivningen",
        "county": "Länet",
        "lit": "Platsen",
        "qr": "QR-kod",
        "plate": "Platta",
        "caption": "Bildtext",
        "left": "Vänster",
        "right": "Höger",
    },
    "en": {
        "rule": "Line",
        "line": "Line",
        "leader": "Line to the name",
        "bar": "Bar",
        "arrow": "Arrow",
        "dot": "Dot",
        "around": "Surroundings",
        "county": "The county",
        "lit": "The place",
        "qr": "QR code",
        "plate": "Plate",
        "caption": "Caption",
        "left": "Left",
        "right": "Right",
    },
}
"""Language → a drawn part that no word of the content names → what it is called."""

MARKS: Mapping[str, Mapping[str, str]] = {
    "sv": {"of": "av", "again": "och börja om"},
    "nb": {"of": "av", "again": "og begynn på nytt"},
    "da": {"of": "af", "again": "og begynd forfra"},
    "fi": {"of": "/", "again": "ja aloita alusta"},
    "de": {"of": "von", "again": "und von vorn"},
    "en": {"of": "of", "again": "and start again"},
}
"""Language → `of`: which of how many pages ("1 av 2"); `again`: what a circle says where it is drawn as rows."""


def called(names: Mapping[str, Mapping[str, str]], what: str, lang: str) -> str:
    """The name in a deck's language (BCP 47, "sv-SE"), else in English; "" where there is none."""
    own = names.get(lang.split("-", maxsplit=1)[0].lower(), {})
    return own.get(what) or names[FALLBACK].get(what, "")
