"""The blocks of a slide, made from its structure, its words and the place."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import lru_cache
from itertools import groupby
from typing import Any

from deck.brand.model import Brand
from deck.compose.county import county_areas, county_around, place_around, swedish_key
from deck.content.content import Content
from deck.content.language import code_of
from deck.content.markup import Span
from deck.content.model import (
    ChartBlock,
    DiagramBlock,
    LineBlock,
    MadeBlock,
    MapBlock,
    MembersBlock,
    PictureBlock,
    QrBlock,
    SlideModel,
    Source,
    TableBlock,
    TextBlock,
    block_sources,
)
from deck.content.phrase import PARTED
from deck.content.said import said_number
from deck.content.words import BRIDGE
from deck.diagnostics import Diagnostic
from deck.errors import InputError
from deck.places import Place, Places
from deck.presentation import (
    FROM,
    SLOT_ROLES,
    Block,
    Cell,
    Chart,
    Diagram,
    Item,
    Link,
    Map,
    Paragraph,
    Picture,
    QrCode,
    Row,
    Run,
    Series,
    Slide,
    Slot,
    Table,
    Text,
    credit_role,
    text,
)

_CONTACT = ("name", "role", "email", "phone", "web")
_WHOLE = ("object", "body")
"""Roles in which a map has the slide to itself, and names its areas."""
_ALWAYS = ("name", "role", "email", "phone")
"""What of a contact has its line though nobody has given it."""
_SHARED_TERMS = ("suggestion-note", "source", "sources", "provenance", "bridge")
"""Terms that stand on slides which no place has for itself: those of sections stand in agendas only, which every place has."""


@dataclass(frozen=True, eq=False)
class Occasion:
    """All that a deck is made from."""

    content: Content
    place: Place
    county: Place
    places: Places
    brand: Brand
    outline: str
    audience: str
    order: tuple[tuple[str, str], ...]
    context: dict[str, Any]
    appendix: frozenset[str] = frozenset()
    """The sections that nobody speaks through."""
    minutes: Mapping[str, float] = field(default_factory=dict)
    """By slide; empty where the outline keeps no time."""

    @property
    def parts(self) -> dict[str, str]:
        """The first slide of each section that is a part of what is told: not that of the deck's opening, nor an appendix."""
        opening = self.order[0][0] if self.order else ""
        found: dict[str, str] = {}
        for section, name in self.order:
            if section != opening and section not in self.appendix:
                found.setdefault(section, name)
        return found


@lru_cache(maxsize=2_048)
def depends(content: Content, slide: str, audience: str) -> bool:
    """Whether a slide differs from place to place within one order of slides."""
    phrases, model = content.phrases, content.slides[slide]
    keys = [key for key in phrases if key[0] == slide and (key[1] != "notes" or key[2] in ("alla", audience))]
    # The words that lead to the next slide stand in this one's notes, whichever comes next.
    filled = not all(phrase.fixed for (_slide, *rest), phrase in phrases.items() if rest == ["notes", BRIDGE])
    made = any(
        isinstance(block, (MapBlock, MembersBlock)) or (isinstance(block, MadeBlock) and block.block != "sources")
        for block in model.slots.values()
    )
    filled = filled or any(not phrase.fixed for path, phrase in content.terms.items() if path[0] in _SHARED_TERMS)
    return made or model.own or filled or any(not phrases[key].fixed for key in keys)


class Maker:
    """Makes slides for one setting; faults of all texts of a slide are raised together."""

    def __init__(self, setting: Occasion) -> None:
        self.setting = setting
        self.content = setting.content
        self.shown = frozenset(name for _section, name in setting.order)
        self.faults: list[Diagnostic] = []

    def slide(self, section: str, name: str, model: SlideModel) -> Slide:
        """Raises InputError with every fault."""
        slots = [slot for key, block in model.slots.items() for slot in self._slots(name, key, model.role(key), block)]
        slots += self._provenance(name, model)
        notes = self._notes(name, model)
        if self.faults:
            raise InputError(self.faults)
        return Slide(
            name,
            kind=model.kind,
            slots=tuple(slots),
            notes=notes,
            section=section,
            sources=model.statement_sources(),
            own=model.own,
        )

    def term(self, *path: str, **also: Any) -> str:
        """A term's words; `also`: variables that it alone has."""
        phrase = self.content.terms.get(path)
        return "".join(span.text for span in phrase.fill(self.setting.context | also)) if phrase else ""

    def _spans(self, *key: str) -> tuple[Span, ...]:
        phrase = self.content.phrases.get(key)
        if phrase is None:
            return ()
        if phrase.fixed:
            return phrase.spans
        try:
            return phrase.fill(self.setting.context)
        except InputError as error:
            self.faults.extend(error.diagnostics)
            return ()

    def _plain(self, *key: str) -> str:
        return "".join(span.text for span in self._spans(*key))

    def _runs(self, spans: tuple[Span, ...]) -> tuple[Run, ...]:
        return tuple(Run(s.text, s.bold, s.italic, s.lang or None, self._link(s.target)) for s in spans if s.text)

    def _link(self, target: str) -> Link | None:
        """A link to a slide that this deck does not have is no link."""
        if not target:
            return None
        if target.startswith(("http://", "https://", "mailto:")):
            return Link(url=target)
        slide = target.removeprefix("slide:")
        return Link(slide=slide) if slide in self.shown else None

    def _provenance(self, name: str, model: SlideModel) -> list[Slot]:
        """The line at the slide's foot that says where its words come from, if the content has words for that."""
        if FROM not in SLOT_ROLES[model.kind] or ("provenance", "source") not in self.content.terms:
            return []
        blocks = list(model.slots.values())
        named = dict.fromkeys(source for block in blocks if not isinstance(block, MapBlock) for source in block_sources(block))
        said = [self.term("provenance", mark) for mark in ("suggestion", "local") if mark in named]
        outer = [self.content.sources[key] for key in named if key in self.content.sources]
        if outer:
            said.append(f"{self.term('provenance', 'source')}: {'; '.join(_foot(outer))}")
        if any(isinstance(block, MapBlock) for block in blocks):
            said.append(self.term("provenance", "map"))
        if model.kind.startswith("quote") and any(span.bold for span in self._spans(name, "quote")):
            said.append(self.term("provenance", "emphasis"))
        said.append(self._plain(name, FROM))
        line = " · ".join(filter(None, said))
        return [Slot(FROM, FROM, text(line))] if line else []

    def _slots(self, name: str, slot: str, role: str, block: Any) -> list[Slot]:
        """The block in its slot, and where it is a picture, whose it is in another."""
        blocks = {slot: (role, self._block(name, slot, block))}
        if isinstance(block, PictureBlock) and (runs := self._runs(self._spans(name, slot, "credit"))):
            blocks[credit_role(slot)] = (credit_role(role), Text((Paragraph(runs),)))
        return [Slot(key, where, made) for key, (where, made) in blocks.items() if made is not None]

    def _block(self, name: str, slot: str, block: Any) -> Block | None:
        return MAKERS[type(block)](self, name, slot, block)

    def _line(self, name: str, slot: str, _block: LineBlock) -> Text | None:
        runs = self._runs(self._spans(name, slot))
        if self.content.slides[name].role(slot) == "title":
            runs = _marked(runs, f"{self.term('suggestion')}:")
        return Text((Paragraph(runs),)) if runs else None

    def _picture(self, name: str, slot: str, block: PictureBlock) -> Picture:
        return replace(self.content.pictures[(name, slot)], alt=self._plain(name, slot, "alt"), decorative=block.decorative)

    def _map(self, name: str, slot: str, _block: MapBlock) -> Map:
        highlight = None if self.setting.place.is_county else self.setting.place.code
        places, county = self.setting.places, self.setting.county.code
        named = self.content.slides[name].role(slot) in _WHOLE
        around = place_around(places, county, highlight) if highlight and not named else county_around(places, county)
        alt, caption = self._plain(name, slot, "alt"), self._plain(name, slot, "caption")
        return Map(county_areas(places, county), alt=alt, caption=caption, highlight=highlight, around=around, named=named)

    def _qr(self, name: str, slot: str, block: QrBlock) -> QrCode:
        url = self.content.sources[block.source].url
        return QrCode(url, self._plain(name, slot, "label"), self._plain(name, slot, "alt"))

    def _made(self, name: str, slot: str, block: MadeBlock) -> Block:
        makers: dict[str, Callable[[str, str, str], Block]] = {
            "sources": self._sources,
            "agenda": self._agenda,
            "part": self._part,
            "contact": self._contact,
            "goals": self._goals,
            "showing": self._showing,
            "blank": self._blank,
        }
        return makers[block.block](name, slot, block.form)

    def _showing(self, _name: str, _slot: str, _form: str) -> Text:
        """Who speaks, then where and when; an empty line where nothing is known, for the owner to fill in."""
        known, lang = self.content.showing, self.content.lang
        where = ", ".join(filter(None, (known.said("event", lang), known.said("date", lang))))
        # An empty line is what a placeholder with a prompt holds.
        return text(*(line for line in (known.said("speaker", lang), where) if line)) if known else text("")

    def _blank(self, _name: str, _slot: str, _form: str) -> Text:
        """Nothing yet: a placeholder with its prompt, for the sender's own words."""
        return text("")

    def _part(self, name: str, _slot: str, _form: str) -> Text:
        """Which of the deck's parts this slide's section is."""
        parts = list(self.setting.parts)
        own = self._section(name)
        number = parts.index(own) + 1 if own in parts else 0
        return text(self.term("part", ordinal=str(number), sections=str(len(parts)))) if number else text()

    def _section(self, name: str) -> str:
        return next((section for section, shown in self.setting.order if shown == name), "")

    def _text(self, name: str, slot: str, block: TextBlock) -> Text:
        paragraphs = []
        for item, statement in block.items.items():
            runs = self._runs(self._spans(name, slot, item))
            if runs:
                paragraphs.append(Paragraph(runs, statement.level, statement.list or block.list))
        return Text(tuple(paragraphs))

    def _diagram(self, name: str, slot: str, block: DiagramBlock) -> Diagram:
        def words(item: str, field: str) -> str:
            return self._plain(name, slot, "items", item, field).replace(PARTED, "\n")

        def strong(item: str) -> str:
            spans = self._spans(name, slot, "items", item, "title") if "strong" in block.form.fields else ()
            return "\n".join(words for span in spans if span.bold and (words := span.text.strip()))

        items = tuple(
            Item(
                item,
                title=words(item, "title"),
                text=words(item, "text"),
                key=words(item, "key") or given.key,
                link=self._link(given.link),
                group=given.group,
                value=given.value,
                strong=strong(item),
            )
            for item, given in block.items.items()
        )
        alt, caption = self._plain(name, slot, "alt"), self._plain(name, slot, "caption").replace(PARTED, "\n")
        return Diagram(block.block, items, alt, columns=block.columns, caption=caption)

    def _table(self, name: str, slot: str, block: TableBlock) -> Table:
        head = Row("head", tuple(Cell((Paragraph(self._runs(self._spans(name, slot, "columns", c))),)) for c in block.columns))
        rows = [
            Row(r, tuple(Cell((Paragraph(self._runs(self._spans(name, slot, "rows", r, c))),)) for c in block.columns))
            for r in block.rows
        ]
        total = sum(column.width for column in block.columns.values())
        widths = tuple(column.width / total for column in block.columns.values())
        return Table((head, *rows), widths, self._plain(name, slot, "alt"), block.first_column)

    def _chart(self, name: str, slot: str, block: ChartBlock) -> Chart:
        items = list(block.categories)
        labels = tuple(self._plain(name, slot, "labels", item) for item in items)
        return Chart(
            block.chart,
            categories=tuple(self._plain(name, slot, "categories", item) for item in items),
            series=(Series(self._plain(name, slot, "series"), tuple(point.value for point in block.categories.values())),),
            alt=self._plain(name, slot, "alt"),
            labels=labels if all(labels) else (),
            highlight=items.index(block.highlight) if block.highlight else None,
        )

    def _members(self, name: str, slot: str, _block: MembersBlock) -> Diagram:
        members = sorted(self.setting.places.members(self.setting.county), key=lambda place: swedish_key(place.name))
        items = tuple(Item(place.code, title=place.name, key=place.name[0].upper()) for place in members)
        return Diagram("names", items, self._plain(name, slot, "alt"))

    def _sources(self, name: str, slot: str, _form: str) -> Table:
        """Every source that a slide of this deck leans on, in the order of sources.yaml."""
        used = {source for shown in self.shown for source in self.content.slides[shown].statement_sources()}
        head = Row("head", tuple(_cell(self._plain(name, slot, column)) for column in ("title", "publisher", "date")))
        rows = [
            Row(
                key,
                (
                    _cell(source.title, Link(url=source.url) if source.url else None, self._other(source.lang)),
                    _cell(source.publisher, lang=self._other(source.lang)),
                    _cell(source.date[:4] or "–"),
                ),
            )
            for key, source in self.content.sources.items()
            if key in used
        ]
        return Table((head, *rows), (0.62, 0.31, 0.07), self._plain(name, slot, "alt"), reference=True)

    def _agenda(self, name: str, slot: str, form: str) -> Diagram:
        """The deck's parts, each a link to its first slide; on a slide within one of them, an index, with its own marked."""
        own = self._section(name)
        within = own in self.setting.parts
        items = tuple(
            Item(
                section,
                title=self.term("sections", section),
                text="" if within else self.term("sections-about", section),
                key=str(number),
                link=None if section == own else Link(slide=first),
                group="current" if section == own else "",
            )
            for number, (section, first) in enumerate(self.setting.parts.items(), 1)
        )
        return Diagram(form or "cards", items, self._plain(name, slot, "alt"))

    def _contact(self, name: str, slot: str, form: str) -> Text | Diagram:
        local = self.content.local
        given = dict(self.setting.brand.contact)
        if local is not None:
            # A person named in local.yaml takes the place of the brand's wholly, so that no two people are mixed.
            own = {key: value for key in _CONTACT if (value := getattr(local.contact, key))}
            given = own if own.get("name") else given | own
        if form:
            return self._pairs(name, slot, form, given)
        lead = Paragraph(self._runs(self._spans(name, slot, "lead")))
        lines = [Paragraph((_contact_run(key, given[key]),)) for key in _CONTACT if given.get(key)]
        return Text((lead, *lines) if lines else (lead, Paragraph(self._runs(self._spans(name, slot, "fallback")))))

    def _pairs(self, name: str, slot: str, form: str, given: Mapping[str, str]) -> Diagram:
        """What is known of the contact, and what is left for the owner to fill in."""
        shown = [key for key in _CONTACT if given.get(key) or key in _ALWAYS]
        runs = {key: _contact_run(key, given.get(key, "")) for key in shown}
        items = [
            Item(key, key=self.term("contact", key), text=run.text.removeprefix("www."), link=run.link if run.text else None)
            for key, run in runs.items()
        ]
        return Diagram(form, tuple(items), self._plain(name, slot, "alt"))

    def _goals(self, name: str, slot: str, form: str) -> Text | Diagram:
        filled: list[tuple[Span, ...]] = []
        for goal in self.content.goals:
            try:
                filled.append(goal.fill(self.setting.context))
            except InputError as error:
                self.faults.extend(error.diagnostics)
        if not form:
            return Text(tuple(Paragraph(self._runs(spans), 0, "bullet") for spans in filled))
        items = (
            Item(f"goal-{n}", title="".join(span.text for span in spans), key=str(n), link=_first_link(self._runs(spans)))
            for n, spans in enumerate(filled, 1)
        )
        return Diagram(form, tuple(items), self._plain(name, slot, "alt"))

    def _notes(self, name: str, model: SlideModel) -> tuple[Paragraph, ...]:
        """What the speaker says, then where it comes from."""
        audience = self.setting.audience
        key = (name, "notes", audience if (name, "notes", audience) in self.content.phrases else "alla")
        phrase = self.content.phrases.get(key)
        paragraphs: list[Paragraph] = []
        if phrase is not None:
            paragraphs += [Paragraph(runs) for part in self._parts(phrase) if (runs := self._runs(part))]
        tail = [*self._bridge(name), *self._time(name), *self._credits(name, model), *self._tail(model)]
        return (*paragraphs, *(Paragraph(runs) for runs in tail))

    def _bridge(self, name: str) -> list[tuple[Run, ...]]:
        """What leads to the next slide that is spoken; nothing where that has no words for it."""
        spoken = [shown for section, shown in self.setting.order if section not in self.setting.appendix]
        following = spoken[spoken.index(name) + 1 : spoken.index(name) + 2] if name in spoken else []
        words = self._runs(self._spans(following[0], "notes", BRIDGE)) if following else ()
        if not words:
            return []
        lead, first = f"{self.term('bridge')}: ", words[0]
        plain = first == Run(first.text)
        return [(Run(lead + first.text), *words[1:]) if plain else (Run(lead), *words)]

    def _time(self, name: str) -> list[tuple[Run, ...]]:
        """How long the slide may take."""
        minutes = self.setting.minutes.get(name)
        if minutes is None:
            return []
        form = {0.5: "half", 1.0: "one"}.get(minutes, "more")
        return [(Run(self.term("time", form, minutes=said_number(minutes, self.content.lang))),)]

    def _parts(self, phrase: Any) -> tuple[tuple[Span, ...], ...]:
        try:
            return phrase.fill_parts(self.setting.context)
        except InputError as error:
            self.faults.extend(error.diagnostics)
            return ()

    def _credits(self, name: str, model: SlideModel) -> list[tuple[Run, ...]]:
        """Whose the pictures are, as on the slide."""
        pictures = [slot for slot, block in model.slots.items() if isinstance(block, PictureBlock)]
        return list(dict.fromkeys(runs for slot in pictures if (runs := self._runs(self._spans(name, slot, "credit")))))

    def _other(self, lang: str) -> str | None:
        """The mark of words in this language: none in a deck that is in it."""
        return lang if code_of(lang) != code_of(self.content.lang) else None

    def _tail(self, model: SlideModel) -> list[tuple[Run, ...]]:
        lines: list[tuple[Run, ...]] = []
        if any("suggestion" in sources for sources in (*map(block_sources, model.slots.values()), model.notes)):
            lines.append((Run(self.term("suggestion-note")),))
        if model.own:
            lines.append((Run(self.term("local-note")),))
        names: list[Run] = []
        for key in model.statement_sources():
            source = self.content.sources[key]
            said = ", ".join(part for part in (source.title, source.publisher, source.date) if part)
            names += [Run("; "), Run(said, lang=self._other(source.lang))]
        if names:
            head = Run(f"{self.term('source' if len(names) == 2 else 'sources')}: ")
            lines.append(_joined((head, *names[1:], Run("."))))
        return lines


MAKERS: Mapping[type, Callable[[Maker, str, str, Any], Block | None]] = {
    LineBlock: Maker._line,
    TextBlock: Maker._text,
    DiagramBlock: Maker._diagram,
    TableBlock: Maker._table,
    ChartBlock: Maker._chart,
    PictureBlock: Maker._picture,
    MapBlock: Maker._map,
    MembersBlock: Maker._members,
    QrBlock: Maker._qr,
    MadeBlock: Maker._made,
}


def _foot(sources: Iterable[Source]) -> list[str]:
    """What sources are called at a slide's foot: a name and its years, each name once."""
    years: dict[str, list[str]] = {}
    for source in sources:
        found = years.setdefault(source.short or source.publisher, [])
        if (year := source.date[:4]) and year not in found:
            found.append(year)
    return [" ".join(filter(None, (name, ", ".join(sorted(found))))) for name, found in years.items()]


def _marked(runs: tuple[Run, ...], mark: str) -> tuple[Run, ...]:
    """A title whose first words say that it is a suggestion, with those words emphasised."""
    if not runs or len(mark) < 2 or not runs[0].text.startswith(f"{mark} "):
        return runs
    first = runs[0]
    return (replace(first, text=mark, bold=True), replace(first, text=first.text[len(mark) :]), *runs[1:])


def _cell(words: str, link: Link | None = None, lang: str | None = None) -> Cell:
    return Cell((Paragraph((Run(words, lang=lang, link=link),)),))


def _joined(runs: Iterable[Run]) -> tuple[Run, ...]:
    """Plain runs, those of one language made one."""
    return tuple(Run("".join(run.text for run in same), lang=lang) for lang, same in groupby(runs, lambda run: run.lang))


def _first_link(runs: tuple[Run, ...]) -> Link | None:
    return next((run.link for run in runs if run.link), None)


def _contact_run(key: str, value: str) -> Run:
    if key == "email":
        return Run(value, link=Link(url=f"mailto:{value}"))
    if key == "web":
        url = value if value.startswith(("http://", "https://")) else f"https://{value}"
        return Run(value.removeprefix("https://").removeprefix("http://").rstrip("/"), link=Link(url=url))
    return Run(value, bold=key == "name")
