"""A page of a deck's pictures with their words: what a preview is looked at with."""

from __future__ import annotations

from html import escape

from deck.typeset.terms import term
from deck.typeset.told import PaintLayer, ToldDeck

_STYLE = """\
:root { --ink: #1a1a1a; --quiet: #4d4d4d; --ground: #f3f4f6; --line: #767676; }
@media (prefers-color-scheme: dark) { :root { --ink: #f2f2f2; --quiet: #c9ccd1; --ground: #14161a; --line: #8f959d; } }
body { margin: 0 auto; max-width: 90rem; padding: 1.5rem 1rem 3rem; color: var(--ink); background: var(--ground);
  font: 1rem/1.5 Arimo, Arial, sans-serif; }
h1 { font-size: 1.6rem; line-height: 1.2; overflow-wrap: anywhere; }
ol { list-style: none; margin: 0; padding: 0; display: grid; gap: 2rem 1.5rem;
  grid-template-columns: repeat(auto-fill, minmax(min(100%, 26rem), 1fr)); }
h2 { font-size: 1.05rem; margin: .6rem 0 .2rem; overflow-wrap: anywhere; }
img { display: block; width: 100%; height: auto; outline: 1px solid var(--line); }
p { margin: .2rem 0; color: var(--quiet); overflow-wrap: anywhere; }
@media print { body { background: #fff; color: #000; } li { break-inside: avoid; } }
"""


def contact_page(deck: ToldDeck, pictures: list[str]) -> bytes:
    """`pictures`: the addresses of the slides' pictures, one for each. Each has all its words as alternative text, and below it
    those of the pictures and drawings in it."""
    items = []
    for slide, address in zip(deck.slides, pictures, strict=True):
        title = slide.title or term("slide", deck.lang, number=slide.number)
        alts = "".join(f"<p>{escape(part.alt)}</p>" for part in slide.parts if isinstance(part, PaintLayer) and part.alt)
        said = escape(f"{title}. {slide.words}" if slide.words else title, quote=True)
        size = f'width="{slide.size[0] // 12_700}" height="{slide.size[1] // 12_700}"'
        head = f"<h2>{slide.number}. {escape(title)}</h2>"
        items.append(f'<li><img src="{escape(address, quote=True)}" alt="{said}" {size} loading="lazy">{head}{alts}</li>')
    policy = "default-src 'none'; img-src 'self' file: data:; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"
    page = (
        f'<!DOCTYPE html>\n<html lang="{escape(deck.lang, quote=True)}">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n<meta name="color-scheme" content="light dark">\n'
        f"<title>{escape(deck.title)}</title>\n<style>\n{_STYLE}</style>\n</head>\n<body>\n<main>\n"
        f"<h1>{escape(deck.title)}</h1>\n<ol>\n"
    )
    return (page + "\n".join(items) + "\n</ol>\n</main>\n</body>\n</html>\n").encode()
