"""The handout: each slide beside its notes, sources as footnotes, lines for one's own. A4, tagged as the slides are."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from deck.diagnostics import Where
from deck.errors import InputError
from deck.files.seal import PDF as KIND
from deck.i18n import _
from deck.typeset.markup import Pictures, quoted
from deck.typeset.press import printed
from deck.typeset.reading import told
from deck.typeset.slides import head_of
from deck.typeset.terms import term
from deck.typeset.told import NotesPart, ToldDeck, ToldSlide

if TYPE_CHECKING:
    from deck.layout import LaidOutDeck
    from deck.package import Package
    from deck.presentation import Presentation

__all__ = ["KIND", "handout_of", "of_file", "source_of", "write"]

SOURCES = re.compile(r"\s*(källa|källor|source|sources)\s*:", re.IGNORECASE)
"""How a paragraph of notes begins that says where the slide's words come from."""
LONG = 1_500
"""Characters of notes that may take more than a page can spare: such a row is broken over pages."""
PICTURE = 74
"""Its width in mm: beside it stand the notes."""
LINE = 52
"""Characters of notes a line, about: what the own lines under a picture are counted by."""

PAGE = """\
#set page(
  paper: "a4",
  margin: (top: 18mm, bottom: 20mm, x: 17mm),
  footer: context {
    set text(size: 8pt, fill: rgb("595959"))
    grid(columns: (1fr, auto), FOOT, [#counter(page).display() / #counter(page).final().first()])
  },
)
#set text(size: 9.5pt, fill: rgb("1a1a1a"), hyphenate: false, top-edge: "cap-height", bottom-edge: "baseline")
#set par(leading: 0.58em, spacing: 0.8em)
#set footnote.entry(separator: line(length: 30%, stroke: 0.4pt + rgb("8a8f94")), gap: 0.55em, clearance: 1em)
#show footnote.entry: set text(size: 8pt)
#show heading: set text(size: 11pt, weight: "bold")
#show heading.where(level: 1): set text(size: 20pt, weight: "bold")
#let rule = pdf.artifact(line(length: 100%, stroke: 0.4pt + rgb("c4c8cc")))
#let own(label, count) = pdf.artifact({
  v(4mm)
  text(size: 8pt, fill: rgb("595959"), label)
  for _ in range(count) { v(7.5mm); line(length: 100%, stroke: (paint: rgb("6b7075"), thickness: 0.5pt, dash: (0.5pt, 2.5pt))) }
})
#let slide(picture, alt, high, own-lines, words, whole) = block(breakable: not whole, width: 100%, above: 5mm, below: 5mm, {
  rule
  v(5mm)
  grid(
    columns: (PICTUREmm, 1fr),
    column-gutter: 8mm,
    {
      block(width: PICTUREmm, height: high, stroke: 0.5pt + rgb("8a8f94"),
        image(picture, format: "svg", width: PICTUREmm, height: high, fit: "stretch", alt: alt))
      own-lines
    },
    words,
  )
})
"""


def write(_presentation: Presentation, _laid_out: LaidOutDeck, package: Package) -> bytes:
    return of_file(package)


def of_file(package: Package, name: str = "") -> bytes:
    """Of anybody's presentation; `name`: the file's, for messages."""
    return handout_of(told(package), name)


def handout_of(deck: ToldDeck, name: str = "") -> bytes:
    """Sealed bytes; `name`: the deck's file, for messages. Raises InputError where there is nothing to show."""
    if not deck.slides:
        raise InputError.of(
            "no-slides", _("the presentation has no slide that is shown"), Where(name), _("show one of its slides")
        )
    return printed(source_of(deck), name)


def source_of(deck: ToldDeck) -> str:
    """The whole handout in Typst's words."""
    pictures = Pictures()
    rows = [_row(deck, slide, pictures) for slide in deck.slides]
    by = f"#block(above: 3mm, text(size: 11pt, {quoted(deck.author)}))" if deck.author else ""
    foot = quoted(f"{deck.title}{f' · {deck.author}' if deck.author else ''}")
    title = f"#block(below: 2mm, heading(level: 1, {quoted(deck.title)}))"
    return "\n".join(
        (*head_of(deck), PAGE.replace("FOOT", foot).replace("PICTURE", str(PICTURE)), *pictures.told(), title, by, *rows)
    )


def _row(deck: ToldDeck, slide: ToldSlide, pictures: Pictures) -> str:
    wide, high = slide.size
    name = pictures.name(slide.picture())
    number = term("slide", deck.lang, number=slide.number)
    alt = quoted(f"{number}: {slide.words or slide.title or '–'}")
    said = [item for item in slide.notes if not SOURCES.match(item.text)]
    sources = [item for item in slide.notes if SOURCES.match(item.text)]
    length = sum(len(item.text) + LINE for item in said)
    words = "; ".join((_heading(deck, slide), *_paragraphs(said, sources)))
    tall = PICTURE * high / max(wide, 1)
    # As many lines as the notes beside the picture leave room for, and never less than two.
    lines = min(max(int((length / LINE * 4.6 - tall) / 7.5), 2), 5)
    own = f"own({quoted(term('own-notes', deck.lang))}, {lines})"
    whole = "true" if length < LONG else "false"
    return f"#slide({name}, {alt}, {tall:.2f}mm, {own}, {{{words}}}, {whole})"


def _heading(deck: ToldDeck, slide: ToldSlide) -> str:
    title = slide.title or term("slide", deck.lang, number=slide.number)
    return f"block(below: 3.2mm, heading(level: 2, {quoted(f'{slide.number}  {title}')}))"


def _paragraphs(said: list[NotesPart], sources: list[NotesPart]) -> list[str]:
    """The notes; their sources as one footnote, after the last of them."""
    note = f"footnote({{{'; parbreak(); '.join(map(_runs, sources))}}})" if sources else ""
    found: list[str] = []
    n = 0
    while n < len(said):
        kind = said[n].list
        end = next((m for m in range(n, len(said)) if said[m].list != kind), len(said))
        if kind == "none":
            found += [f"par({{{_runs(item)}{f'; {note}' if note and item is said[-1] else ''}}})" for item in said[n:end]]
        else:
            items = [f"{{{_runs(item)}{f'; {note}' if note and item is said[-1] else ''}}}" for item in said[n:end]]
            made = "enum" if kind == "number" else "list"
            found.append(f"{made}(indent: 0pt, body-indent: 2mm, spacing: 0.7em, {', '.join(items)})")
        n = end
    return found if said or not note else [f"par({note})"]


def _runs(item: NotesPart) -> str:
    words = (f"link({quoted(link)}, underline({quoted(text)}))" if link else f"text({quoted(text)})" for text, link in item.runs)
    return "; ".join(words)
