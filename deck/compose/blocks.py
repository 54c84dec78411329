"""The blocks of a slide, made from its structure, its words and the place."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import groupby
from typing import Any

from deck.brand.model import Brand
from deck.compose.county import county_areas, letter_rows
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
    TableBlock,
    TextBlock,
    block_sources,
)
from deck.diagnostics import Diagnostic
from deck.errors import InputError
from deck.places import Place, Places
from deck.presentation import (
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
)

_CONTACT = ("name", "role", "email", "phone", "web")
_SHARED_TERMS = ("suggestion-note", "source", "sources")
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


@lru_cache(maxsize=2_048)
def depends(content: Content, slide: str, audience: str) -> bool:
    """Whether a slide differs from place to place within one order of slides."""
    phrases, model = content.phrases, content.slides[slide]
    keys = [key for key in phrases if key[0] == slide and (key[1] != "notes" or key[2] in ("alla", audience))]
    made = any(
        isinstance(block, (MapBlock, MembersBlock)) or (isinstance(block, MadeBlock) and block.block != "sources")
        for block in model.slots.values()
    )
    filled = any(not phrase.fixed for path, phrase in content.terms.items() if path[0] in _SHARED_TERMS)
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

    def term(self, *path: str) -> str:
        phrase = self.content.terms.get(path)
        return "".join(span.text for span in phrase.fill(self.setting.context)) if phrase else ""

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
        return Text((Paragraph(runs),)) if runs else None

    def _picture(self, name: str, slot: str, block: PictureBlock) -> Picture:
        return replace(self.content.pictures[(name, slot)], alt=self._plain(name, slot, "alt"), decorative=block.decorative)

    def _map(self, name: str, slot: str, _block: MapBlock) -> Map:
        highlight = None if self.setting.place.is_county else self.setting.place.code
        areas = county_areas(self.setting.places, self.setting.county.code)
        return Map(areas, self._plain(name, slot, "alt"), self._plain(name, slot, "caption"), highlight)

    def _qr(self, name: str, slot: str, block: QrBlock) -> QrCode:
        url = self.content.sources[block.source].url
        return QrCode(url, self._plain(name, slot, "label"), self._plain(name, slot, "alt"))

    def _made(self, name: str, slot: str, block: MadeBlock) -> Block:
        return {"sources": self._sources, "agenda": self._agenda, "contact": self._contact, "goals": self._goals}[block.block](
            name, slot
        )

    def _text(self, name: str, slot: str, block: TextBlock) -> Text:
        paragraphs = []
        for item, statement in block.items.items():
            runs = self._runs(self._spans(name, slot, item))
            if runs:
                paragraphs.append(Paragraph(runs, statement.level, statement.list or block.list))
        return Text(tuple(paragraphs))

    def _diagram(self, name: str, slot: str, block: DiagramBlock) -> Diagram:
        def words(item: str, field: str) -> str:
            return self._plain(name, slot, "items", item, field)

        items = tuple(
            Item(
                item,
                title=words(item, "title"),
                text=words(item, "text"),
                key=words(item, "key") or given.key,
                link=self._link(given.link),
                group=given.group,
                value=given.value,
            )
            for item, given in block.items.items()
        )
        alt, caption = self._plain(name, slot, "alt"), self._plain(name, slot, "caption")
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

    def _members(self, name: str, slot: str, _block: MembersBlock) -> Table:
        head = Row("head", (_cell(self._plain(name, slot, "letters")), _cell(self._plain(name, slot, "names"))))
        members = self.setting.places.members(self.setting.county)
        rows = (Row(row_id, (_cell(letters), _cell(", ".join(names)))) for row_id, letters, names in letter_rows(members))
        return Table((head, *rows), (0.18, 0.82), self._plain(name, slot, "alt"), first_column=True)

    def _sources(self, name: str, slot: str) -> Table:
        """Every source that a slide of this deck leans on, in the order of sources.yaml."""
        used = {source for shown in self.shown for source in self.content.slides[shown].statement_sources()}
        head = Row("head", tuple(_cell(self._plain(name, slot, column)) for column in ("title", "publisher", "date")))
        rows = [
            Row(
                key,
                (
                    _cell(source.title, Link(url=source.url) if source.url else None, self._other(source.lang)),
                    _cell(source.publisher, lang=self._other(source.lang)),
                    _cell(source.date or "–"),
                ),
            )
            for key, source in self.content.sources.items()
            if key in used
        ]
        return Table((head, *rows), (0.56, 0.28, 0.16), self._plain(name, slot, "alt"))

    def _agenda(self, name: str, slot: str) -> Diagram:
        """The sections after this slide's own, each a link to its first slide."""
        own = next(section for section, shown in self.setting.order if shown == name)
        firsts: dict[str, str] = {}
        for section, shown in self.setting.order:
            if section != own:
                firsts.setdefault(section, shown)
        items = tuple(
            Item(
                section,
                title=self.term("sections", section),
                text=self.term("sections-about", section),
                key=str(number),
                link=Link(slide=first),
            )
            for number, (section, first) in enumerate(firsts.items(), 1)
        )
        return Diagram("cards", items, self._plain(name, slot, "alt"))

    def _contact(self, name: str, slot: str) -> Text:
        local = self.content.local
        given = dict(self.setting.brand.contact)
        if local is not None:
            # A person named in local.yaml takes the place of the brand's wholly, so that no two people are mixed.
            own = {key: value for key in _CONTACT if (value := getattr(local.contact, key))}
            given = own if own.get("name") else given | own
        lead = Paragraph(self._runs(self._spans(name, slot, "lead")))
        lines = [Paragraph((_contact_run(key, given[key]),)) for key in _CONTACT if given.get(key)]
        return Text((lead, *lines) if lines else (lead, Paragraph(self._runs(self._spans(name, slot, "fallback")))))

    def _goals(self, name: str, slot: str) -> Text:  # noqa: ARG002 - makers of made blocks have one form
        paragraphs = []
        for goal in self.content.goals:
            try:
                paragraphs.append(Paragraph(self._runs(goal.fill(self.setting.context)), 0, "bullet"))
            except InputError as error:
                self.faults.extend(error.diagnostics)
        return Text(tuple(paragraphs))

    def _notes(self, name: str, model: SlideModel) -> tuple[Paragraph, ...]:
        """What the speaker says, then where it comes from."""
        audience = self.setting.audience
        key = (name, "notes", audience if (name, "notes", audience) in self.content.phrases else "alla")
        phrase = self.content.phrases.get(key)
        paragraphs: list[Paragraph] = []
        if phrase is not None:
            paragraphs += [Paragraph(runs) for part in self._parts(phrase) if (runs := self._runs(part))]
        tail = [*self._credits(name, model), *self._tail(model)]
        return (*paragraphs, *(Paragraph(runs) for runs in tail))

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


def _cell(words: str, link: Link | None = None, lang: str | None = None) -> Cell:
    return Cell((Paragraph((Run(words, lang=lang, link=link),)),))


def _joined(runs: Iterable[Run]) -> tuple[Run, ...]:
    """Plain runs, those of one language made one."""
    return tuple(Run("".join(run.text for run in same), lang=lang) for lang, same in groupby(runs, lambda run: run.lang))


def _contact_run(key: str, value: str) -> Run:
    if key == "email":
        return Run(value, link=Link(url=f"mailto:{value}"))
    if key == "web":
        url = value if value.startswith(("http://", "https://")) else f"https://{value}"
        return Run(value.removeprefix("https://").removeprefix("http://").rstrip("/"), link=Link(url=url))
    return Run(value, bold=key == "name")
