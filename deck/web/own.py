"""An own slide as a form has it: a form of slide, and lines that are read by it, as local.yaml says them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from typing import Any

from deck.content.words import LINE_LIMITS
from deck.presentation import COLUMNS, COMPARED
from deck.tables import amount

TITLE = LINE_LIMITS["title"]
POINT, NOTES, ALT, SERIES, SOURCE = 300, 2000, 300, 60, 120
MOST_LINES = 40
TABULAR = ("tabell", "staplar", "liggande", "linje", "ring")
"""Forms whose lines are rows of cells."""
_FIELDS = {
    "form": "form",
    "title": "rubrik",
    "points": "punkter",
    "notes": "anteckningar",
    "after": "efter",
    "picture": "bild",
    "alt": "alt",
    "series": "matt",
    "source": "kalla",
}
"""Field → its name in the link, after "e1."."""
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\u2028\u2029]")
_SOURCED = re.compile(r"(?P<text>.*\S)\s*\((?:källa|source):\s*(?P<source>[^()]*[^()\s])\s*\)\.?", re.IGNORECASE)
"""A line that ends with where it comes from: "Utsläppen har halverats (källa: SCB 2024)"."""
_PART = re.compile(r"\s*(?:\t|\|)\s*")
_MARK = re.compile(r"\s*(?:[-–—*·](?:\s+|$)|[•▪◦‣●○■]\s*)+")
"""A mark of a list as it is typed or pasted. A minus of a number, or a star of **bold**, has no space after it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnSlideChoice:
    """A slide of the sender's own, as far as it is filled in. `form`: one of FORMS. `points`: its lines. `picture`: an uploaded
    file's name with us. `series`: what a chart measures. `after`: the slide that it follows."""

    form: str = ""
    title: str = ""
    points: tuple[str, ...] = ()
    notes: str = ""
    picture: str = ""
    alt: str = ""
    series: str = ""
    source: str = ""
    after: str = ""

    @property
    def lacks(self) -> str:
        """What is missing before it can be a slide: "title", "content", "alt", or for some forms "lines" (more of them, or of
        another shape), "sides", "amounts" or "series"; "" where nothing is."""
        if not self.title:
            return "title"
        if self.form in FORMS:
            return FORMS[self.form].lacks(self)
        if not self.points and not self.picture:
            return "content"
        return "alt" if self.picture and not self.alt else ""

    def said(self) -> dict[str, Any]:
        """What local.yaml says of it, but for its id and place."""
        found: dict[str, Any] = {"title": self.title}
        if self.form in FORMS:
            found |= FORMS[self.form].said(self)
        else:
            if self.points:
                found["body"] = [_statement(line) for line in self.points]
            if self.picture:
                found["picture"] = {"file": self.picture, "alt": self.alt}
        if self.source and "source" in self.asks:
            found["source"] = self.source
        if self.notes:
            # Each line was written as one; the notes' own paragraphs have an empty line between them.
            found["notes"] = re.sub(r"\n\s*", "\n\n", self.notes)
        return found

    @property
    def asks(self) -> frozenset[str]:
        """The fields that its form has beside title, lines and notes: some of "picture", "alt", "series", "source"."""
        return FORMS[self.form].asks if self.form in FORMS else frozenset({"picture", "alt", "source"})

    @property
    def shown_picture(self) -> str:
        """The uploaded picture, "" where its form shows none."""
        return "" if self.form in FORMS else self.picture

    @property
    def lost_picture(self) -> bool:
        """Whether words say what a picture shows, and there is none: a link that is given on holds no files."""
        return bool(self.alt) and not self.picture and self.form not in FORMS

    def pairs(self, start: str) -> list[tuple[str, str]]:
        """(name in the link, words) of all that is said; the title always, so that an empty form is one, too."""
        words = {name: getattr(self, name) for name in _FIELDS} | {"points": "\n".join(self.points)}
        return [(f"{start}.{said}", words[name]) for name, said in _FIELDS.items() if words[name] or name == "title"]


def own_of(said: Callable[[str], str], pictures: re.Pattern[str], cut: list[str]) -> OwnSlideChoice:
    """Read from a link: `said` gives the words of a name. To `cut` go the names of those that were too long."""

    def line(name: str, most: int) -> str:
        return kept(cleaned(said(name)), most, name, cut)

    form, picture = said("form"), said("bild")
    # Cells pasted from a spreadsheet have tabs between them; in a table, a cell may be "-".
    rows = (cleaned(row.replace("\t", " | ") if form in FORMS else row) for row in said("punkter").splitlines())
    rows = rows if form in TABULAR else map(unmarked, rows)
    return OwnSlideChoice(
        form=form if form in FORMS else "",
        title=line("rubrik", TITLE),
        points=lines_of(rows, MOST_LINES, POINT, "punkter", cut),
        picture=picture if pictures.fullmatch(picture) else "",
        alt=line("alt", ALT),
        series=line("matt", SERIES),
        source=line("kalla", SOURCE),
    )


def cleaned(words: str, *, lines: bool = False) -> str:
    """Without what no text may have; on one line, if not `lines`."""
    words = _CONTROL.sub("", words.replace("\r\n", "\n").replace("\r", "\n"))
    return (words if lines else " ".join(words.split())).strip()


def kept(words: str, most: int, name: str, cut: list[str]) -> str:
    """The words as far as there is room; what is cut is told to `cut`."""
    if len(words) > most and name not in cut:
        cut.append(name)
    return words[:most].rstrip()


def lines_of(rows: Iterable[str], most: int, longest: int, name: str, cut: list[str]) -> tuple[str, ...]:
    """Those of the rows that say something, as far as there is room."""
    found = [kept(row, longest, name, cut) for row in rows if row]
    if len(found) > most and name not in cut:
        cut.append(name)
    return tuple(found[:most])


def unmarked(row: str) -> str:
    """A line, cleaned, without the mark of a list before it."""
    return row[found.end() :] if (found := _MARK.match(row)) else row


def _statement(line: str) -> dict[str, str] | str:
    """A line as local.yaml says it: with its source, where it ends with that in brackets."""
    found = _SOURCED.fullmatch(line)
    return {"text": found["text"], "source": found["source"]} if found else line


# --- forms ----------------------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class OwnForm:
    """`lacks`, `said` and `asks` as those of an own slide."""

    lacks: Callable[[OwnSlideChoice], str]
    said: Callable[[OwnSlideChoice], dict[str, Any]]
    asks: frozenset[str] = frozenset({"source"})


def parts(line: str) -> list[str]:
    """A line's parts: between "|", or as cells come from a spreadsheet."""
    return [part.strip() for part in _PART.split(line)]


def _items(field: str, least: int, *, keyed: bool) -> OwnForm:
    """Things in a relation, one a line: a title and what is said of it; before them, with `keyed`, a word or year that stands
    before it."""

    def item(line: str) -> dict[str, str] | str:
        found = parts(line)
        if len(found) == 1:
            told = _statement(line)
            return {"title": told["text"], "source": told["source"]} if isinstance(told, dict) else told
        names = ("title", "text") if not keyed else ("key", "title") if len(found) == 2 else ("key", "title", "text")
        head, rest = found[: len(names) - 1], found[len(names) - 1 :]
        return {name: words for name, words in zip(names, (*head, " ".join(rest)), strict=True) if words}

    def lacks(own: OwnSlideChoice) -> str:
        whole = all(isinstance(found, str) or "title" in found for found in map(item, own.points))
        return "" if len(own.points) >= least and whole else "lines"

    return OwnForm(lacks, lambda own: {field: [item(line) for line in own.points]})


def _table(own: OwnSlideChoice) -> dict[str, Any]:
    head, *rows = (parts(line) for line in own.points)
    width = max(map(len, (head, *rows)))
    filled = [[*row, *[""] * (width - len(row))] for row in (head, *rows)]
    return {"table": {"columns": filled[0], "rows": filled[1:]} | ({"alt": own.alt} if own.alt else {})}


def _amounts(own: OwnSlideChoice) -> dict[str, float] | None:
    """Name → amount, in order; None where a line has none, or a name stands twice."""
    found: dict[str, float] = {}
    for line in own.points:
        name, *rest = parts(line)
        try:
            value = amount(rest[0]) if len(rest) == 1 and name and name not in found else None
        except ValueError:
            value = None
        if value is None:
            return None
        found[name] = value
    return found


def _chart(chart: str) -> OwnForm:
    def lacks(own: OwnSlideChoice) -> str:
        found = _amounts(own)
        if found is None or len(found) < 2:
            return "amounts"
        return "series" if not own.series else "" if own.alt else "alt"

    def said(own: OwnSlideChoice) -> dict[str, Any]:
        return {"chart": {"chart": chart, "values": _amounts(own) or {}, "series": own.series, "alt": own.alt}}

    return OwnForm(lacks, said, frozenset({"series", "alt", "source"}))


def _sides(own: OwnSlideChoice) -> tuple[list[str], list[str]]:
    """What stands left and right of "|", line by line; a line without one stands left."""
    found = [[*parts(line), ""][:2] for line in own.points]
    return [left for left, _right in found if left], [right for _left, right in found if right]


def _columns(own: OwnSlideChoice) -> dict[str, Any]:
    left, right = _sides(own)
    return {"kind": COLUMNS, "left": left, "right": right}


def _comparison(own: OwnSlideChoice) -> dict[str, Any]:
    head = [*parts(own.points[0]), ""][:2]
    left, right = _sides(replace(own, points=own.points[1:]))
    return {"kind": COMPARED, "left-heading": head[0], "left": left, "right-heading": head[1], "right": right}


def _two_sided(least: int) -> Callable[[OwnSlideChoice], str]:
    """`least`: lines. Both sides have something, and in a comparison both headings."""

    def lacks(own: OwnSlideChoice) -> str:
        heads = [parts(line) for line in own.points[: least - 1]]
        body = replace(own, points=own.points[least - 1 :])
        return "" if all(map(all, (*heads, _sides(body)))) and all(len(head) > 1 for head in heads) else "sides"

    return lacks


def _section(own: OwnSlideChoice) -> dict[str, Any]:
    return {"kind": "section"} | ({"subtitle": " ".join(own.points)} if own.points else {})


def _quote(own: OwnSlideChoice) -> dict[str, Any]:
    return {"kind": "quote", "quote": own.points[0]} | ({"attribution": " ".join(own.points[1:])} if own.points[1:] else {})


def _number(own: OwnSlideChoice) -> dict[str, Any]:
    return {"kind": "big-number", "number": own.points[0], "body": list(own.points[1:])}


def _at_least(count: int) -> Callable[[OwnSlideChoice], str]:
    return lambda own: "" if len(own.points) >= count else "lines"


FORMS: dict[str, OwnForm] = {
    "rader": _items("rows", 1, keyed=True),
    "kort": _items("cards", 1, keyed=False),
    "process": _items("process", 2, keyed=False),
    "kretslopp": _items("loop", 2, keyed=False),
    "tidslinje": _items("timeline", 2, keyed=True),
    "tabell": OwnForm(_at_least(2), _table, frozenset({"alt", "source"})),
    "staplar": _chart("column"),
    "liggande": _chart("bar"),
    "linje": _chart("line"),
    "ring": _chart("doughnut"),
    "spalter": OwnForm(_two_sided(1), _columns),
    "jamforelse": OwnForm(_two_sided(2), _comparison),
    "avsnitt": OwnForm(_at_least(0), _section, frozenset()),
    "citat": OwnForm(_at_least(1), _quote),
    "tal": OwnForm(_at_least(2), _number),
}
"""By their names in the link. Without one a slide has points, or a picture, or both."""
