"""The few words that are set beside a deck's own, in its language."""

from __future__ import annotations

_TERMS: dict[str, dict[str, str]] = {
    "sv": {
        "slide": "Bild {number}",
        "own-notes": "Egna anteckningar",
        "notes": "Anteckningar",
        "contents": "Innehåll",
        "show": "Visa",
        "leave": "Avsluta",
        "previous": "Föregående",
        "next": "Nästa",
        "keys": "Piltangenterna bläddrar, N visar anteckningarna, F visar i helskärm, Esc avslutar.",
        "skip": "Till bilderna",
        "to-slide": "till bild {number}",
        "picture-in-words": "Bilden i ord",
        "of": "{number} av {count}",
    },
    "en": {
        "slide": "Slide {number}",
        "own-notes": "Your own notes",
        "notes": "Notes",
        "contents": "Contents",
        "show": "Present",
        "leave": "End",
        "previous": "Previous",
        "next": "Next",
        "keys": "Arrow keys turn the slides, N shows the notes, F shows them full screen, Esc ends.",
        "skip": "To the slides",
        "to-slide": "to slide {number}",
        "picture-in-words": "The picture in words",
        "of": "{number} of {count}",
    },
}


def term(name: str, lang: str, **values: object) -> str:
    """A word in a deck's language (BCP 47); in English where it has none."""
    return _TERMS.get(lang.partition("-")[0].casefold(), _TERMS["en"])[name].format(**values)
