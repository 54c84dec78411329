"""Figures from a table, whose columns are known by what they are called and hold: our own format; Kolada's and PxWeb's (SCB's)
CSV, a row an amount or a column a year."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from deck.figures.day import day_of
from deck.figures.observation import Figures, Indicator, Observation, Unread
from deck.figures.where import place_of
from deck.i18n import _
from deck.tables import BadCells, FileCells, NumberCell, amount

_CALLED = {
    "code": "kod, platskod, kommunkod, länskod, regionkod, kommun-id, kommun_id, kommunid, municipality_id, municipality id, "
    "place code, region code, region_code, area code, id, code",
    "place": "plats, ort, kommun, region, län, område, platsnamn, kommunnamn, regionnamn, länsnamn, municipality, county, place, "
    "area, place name, municipality name, region name, ou, organisation",
    "key": "nyckeltal-id, nyckeltals-id, nyckeltal id, nyckeltalsid, kpi_id, kpi id, kpi, indicator id, mått-id",
    "indicator": "nyckeltal, indikator, indicator, mått, tabellinnehåll, observations, contents, namn, titel, title",
    "period": "år, year, period, tid, time, kvartal, månad, quarter, month",
    "value": "värde, value, antal, amount",
    "unit": "enhet, unit",
    "source": "källa, source",
    "fetched": "hämtad, hämtat, hämtningsdatum, uttagsdatum, fetched, retrieved",
    "licence": "licens, licence, license",
}
NAMES = {what: tuple(words.split(", ")) for what, words in _CALLED.items()}
"""What a column is → what files call it."""
TOTALS = frozenset(("totalt", "total", "t", "alla", "samtliga", "båda könen", "kvinnor och män", "both sexes", "män och kvinnor"))
"""What the row is called that counts everybody, where a file parts its amounts by sex, age or the like."""
_PERIOD = re.compile(r"(?:19|20)\d\d(?:[KQkq][1-4]|M(?:0[1-9]|1[0-2]))?")
_SAID_PERIOD = re.compile(r"(?:år\s*)?(?P<period>\S+?)\s*(?:\(prel[^)]*\)|[pr*])?\.?", re.IGNORECASE)
"""A period as it may be said: preliminary, revised, with a note."""
_LATER = re.compile(r"(?P<name>.*?)[\s,_-]*(?P<period>(?:19|20)\d\d(?:[KQ][1-4]|M\d\d)?)")
_KOLADA = re.compile(r"[NU]\d{5}")
_KEYED = re.compile(r"(?P<label>.+?)\s*[(,]\s*(?P<key>[NU]\d{5})\)?")
_SHARE = re.compile(r"%|procent|percent|andel|share", re.IGNORECASE)
"""Units in which a percent sign says nothing else."""
MOST_NAMED = 3
MOST_TOLD = 10
"""Faults of cells that are told one by one."""


class NoFigures(BadCells):
    """A table of something else."""


class PartlyRead(BadCells):
    """Faults of cells, in a table of which `figures` could be read."""

    def __init__(self, message: str, hint: str, figures: Figures) -> None:
        super().__init__(message, hint)
        self.figures = figures


@dataclass(frozen=True, slots=True)
class Columns:
    """What each column is, by its number (from 0). `periods`: those that are a period each, with the indicator that the heading
    names before it; `rest`: those that part the amounts further."""

    known: Mapping[str, int]
    periods: Mapping[int, tuple[str, str]]
    rest: tuple[int, ...]


def figures_of(cells: FileCells, name: str) -> Figures:
    """The figures of a table; `name`: what its indicator is called where nothing in it says so. Raises BadCells."""
    cells = _one_head(cells)
    columns = _columns(cells)
    cells.check()
    reading = _Reading(cells, columns=columns, name=name)
    observed = [one for row in _whole(cells, columns) for one in reading.observed(row)]
    merged, faults = _together(observed)
    found = replace(merged, unread=tuple(reading.unread), left_out=tuple(filter(None, [cells.left_out])))
    if reading.faults or faults:
        raise all_of((*reading.faults, *faults), found)
    if not found.observations:
        raise NoFigures(_("no amount in the table has a place and a year"), _wanted())
    return found


def together(observations: Iterable[Observation]) -> Figures:
    """Figures that say nothing twice. Raises BadCells where two amounts are of the same, or one is counted in two units."""
    found, faults = _together(observations)
    if faults:
        raise all_of(faults, found)
    return found


def _together(observations: Iterable[Observation]) -> tuple[Figures, list[BadCells]]:
    """The figures, and what they say twice and otherwise."""
    faults: list[BadCells] = []
    found: dict[tuple[str, str, str], Observation] = {}
    units: dict[str, str] = {}
    spelt: dict[str, Indicator] = {}
    for item in observations:
        first = spelt.setdefault(item.indicator.key.casefold(), item.indicator)
        if item.indicator.key != first.key:
            item = replace(item, indicator=replace(item.indicator, key=first.key, name=first.name))  # noqa: PLW2901
        key = (item.indicator.key, item.place, item.period)
        unit = units.setdefault(item.indicator.key, item.indicator.unit)
        if unit.casefold() != item.indicator.unit.casefold() and item.value is not None:
            faults.append(_two_units(item.indicator.name, unit, item.indicator.unit))
        if key in found and found[key].value != item.value:
            message = _('there are two amounts of "{name}" for {place} {period}').format(
                name=item.indicator.name, place=item.place_name, period=item.period
            )
            faults.append(BadCells(message, _("keep one row for each place, indicator and year")))
        found[key] = item
    return Figures(tuple(found.values())), faults


def _two_units(name: str, unit: str, other: str) -> BadCells:
    if not (unit and other):
        message = _('"{name}" has the unit "{unit}" in some rows, and none in others')
        return BadCells(message.format(name=name, unit=unit or other), _("write the unit in each of its rows"))
    message = _('"{name}" is counted in both "{unit}" and "{other}"')
    return BadCells(
        message.format(name=name, unit=unit, other=other), _("give all its amounts in one unit, or give it two names")
    )


def all_of(faults: Sequence[BadCells], read: Figures) -> PartlyRead:
    """The faults of cells as one, so that all are mended at once."""
    messages, hints = (list(dict.fromkeys(said)) for said in (map(str, faults), (fault.hint for fault in faults)))
    more = " …" if len(messages) > MOST_TOLD else ""
    return PartlyRead("; ".join(messages[:MOST_TOLD]) + more, "; ".join(hints), read)


def _wanted() -> str:
    return _("name the columns {names}, or give a file as Kolada or SCB lets you download it").format(
        names=", ".join(("kod", "nyckeltal", "år", "värde", "enhet", "källa"))
    )


def _plain(words: str) -> str:
    """A heading by its letters: "Ar" and "KÄLLA" are what their writer meant."""
    return unicodedata.normalize("NFKD", " ".join(words.split()).casefold()).encode("ascii", "ignore").decode()


def _one_head(cells: FileCells) -> FileCells:
    """A table whose headings are two rows, what is counted over the years of it, with one: Excel's merged cells hold their words
    in the first alone."""
    first = cells.rows[0]
    periods = [n for n, cell in enumerate(first) if cell]
    if len(cells.rows) < 2 or not periods or 0 in periods or not all(_PERIOD.fullmatch(first[n].upper()) for n in periods):
        return cells
    over, head = "", list(cells.head)
    for n, said in enumerate(cells.head):
        over = said or over
        if n in periods:
            head[n] = f"{'' if over in head[: periods[0]] else over} {first[n]}".strip()
    return FileCells(head=tuple(head), rows=cells.rows[1:])


def _columns(cells: FileCells) -> Columns:
    known: dict[str, int] = {}
    heads = [_plain(head) for head in cells.head]
    for what, said in NAMES.items():
        names = tuple(map(_plain, said))
        at = next((heads.index(head) for head in names if head in heads and heads.index(head) not in known.values()), None)
        if at is not None:
            known[what] = at
            if heads.count(heads[at]) > 1:
                message = _('two columns are called "{name}"').format(name=cells.head[at])
                raise BadCells(message, _("keep one of them, or give the other a name of its own"))
    taken = set(known.values())
    periods: dict[int, tuple[str, str]] = {}
    if "period" not in known:
        for n, head in enumerate(cells.head):
            if n not in taken and (found := _LATER.fullmatch(head)):
                periods[n] = (found["name"].strip(" ,_-"), found["period"].upper())
    if not periods and "value" not in known:
        # PxWeb's long table: the last column is what is counted, and its heading is its name.
        value = next((n for n in reversed(range(len(heads))) if n not in taken and _amounts(cells, n)), None)
        if value is not None:
            known["value"] = value
    if not ({"code", "place"} & set(known)) or not (periods or {"period", "value"} <= set(known)):
        raise NoFigures(_("the table does not say the place, the year and the amount of each figure"), _wanted())
    rest = tuple(n for n in range(len(heads)) if n not in {*known.values(), *periods})
    return Columns(known, periods, rest)


def _amounts(cells: FileCells, column: int) -> bool:
    try:
        found = [amount(row[column]) for row in cells.rows]
    except ValueError:
        return False
    return any(value is not None for value in found)


def _whole(cells: FileCells, columns: Columns) -> list[int]:
    """The rows, by their numbers, that count everybody, where a further column parts the amounts. Raises BadCells where none
    does."""
    rows = list(range(len(cells.rows)))
    for n in columns.rest:
        said = {cells.rows[at][n].casefold() for at in rows}
        if len(said) < 2:
            continue
        whole = said & TOTALS
        if whole:
            rows = [at for at in rows if cells.rows[at][n].casefold() in whole]
        elif _parts([cells.rows[at] for at in rows], columns, n):
            found = list(dict.fromkeys(cells.rows[at][n] for at in rows))
            names = ", ".join(_('"{name}"').format(name=name) for name in found[:MOST_NAMED])
            message = _('the amounts are parted by "{column}" ({names} …), and no row is the whole')
            raise BadCells(
                message.format(column=cells.head[n], names=names), _("download the file with the total, or keep one of them")
            )
    return rows


def _parts(rows: Sequence[tuple[str, ...]], columns: Columns, column: int) -> bool:
    """Whether two rows of one place, indicator and period differ by this column."""
    own = [at for what, at in columns.known.items() if what in ("code", "place", "key", "indicator", "period")]
    seen: dict[tuple[str, ...], str] = {}
    return any(seen.setdefault(tuple(row[at] for at in own), row[column]) != row[column] for row in rows)


@dataclass
class _Reading:
    """A table being read; cells that cannot be go to `faults`, rows that say too little to `unread`. `thousands`: the sign that
    parts them in its amounts; "" for none, and where they do not say which of two."""

    cells: FileCells
    columns: Columns
    name: str
    thousands: str = ""
    faults: list[BadCells] = field(default_factory=list)
    unread: list[Unread] = field(default_factory=list)

    def __post_init__(self) -> None:
        try:
            self.thousands = self.cells.thousands(self._amounts)
        except BadCells as error:
            self.faults.append(error)

    def observed(self, n: int) -> Iterator[Observation]:
        """What a row, by its number from 0, says."""
        row, line = self.cells.rows[n], self.cells.line(n)

        def said(what: str) -> str:
            at = self.columns.known.get(what)
            return row[at] if at is not None else ""

        place, called = place_of(said("code"), said("place"))
        cells_of_row = _amount_cells(self.columns, said("period"))
        if not place or not cells_of_row:
            self._without(line, place, called, said("period"), [row[at] for at in self._amounts])
            return
        for at, (heading, period) in cells_of_row:
            value = self._value(row[at], self.cells.head[at], said("unit"), line, f"{called}, {period}")
            if value is None or isinstance(value, float):
                yield Observation(place, called, self._indicator(row, at, line, heading, said), period, value)

    @property
    def _amounts(self) -> list[int]:
        return [*self.columns.periods] or [self.columns.known["value"]]

    def _without(self, line: int, place: str, called: str, period: str, said: Sequence[str]) -> None:
        """Tell of an amount that has no place or no year."""
        if place and period and any(said):
            message = _('row {row}: "{value}" is no year ({place})').format(row=line, value=period, place=called)
            self.faults.append(BadCells(message, _("write it as in 2023, 2023K4 for a quarter, or 2023M04 for a month")))
        elif any(map(_is_amount, said)):
            self.unread.append(Unread(line, "year" if place else "place"))

    def _value(self, said: str, head: str, unit: str, line: int, of: str) -> float | BadCells | None:
        """A cell's amount; the fault of one that cannot be read is kept."""
        try:
            value = amount(said, "" if isinstance(said, NumberCell) else self.thousands)
        except ValueError:
            message = _('row {row}, column "{column}": "{value}" is no amount ({of})').format(
                row=line, column=head, value=said, of=of
            )
            fault = BadCells(message, _("write it in digits, as 1 234,5, or .. where it is missing"))
        else:
            if not (said.endswith("%") and unit and not _SHARE.search(unit)):
                return value
            message = _('row {row}: "{value}" is a share, and its unit is "{unit}" ({of})').format(
                row=line, value=said, unit=unit, of=of
            )
            fault = BadCells(message, _("write the unit as %, or the amount without the sign"))
        self.faults.append(fault)
        return fault

    def _day(self, words: str, line: int) -> str:
        try:
            return day_of(words)
        except BadCells as error:
            self.faults.append(BadCells(_("row {row}: {message}").format(row=line, message=error), error.hint))
            return ""

    def _indicator(self, row: tuple[str, ...], at: int, line: int, heading: str, said: Callable[[str], str]) -> Indicator:
        head = "" if self.columns.periods or self.cells.head[at].casefold() in NAMES["value"] else self.cells.head[at]
        label, named = _without_key(said("indicator") or heading or head)
        key = said("key") or named or label or self.name
        return Indicator(
            key,
            name=label or (key if said("key") else self.name),
            unit=said("unit") or ("%" if row[at].endswith("%") else ""),
            source=said("source") or ("Kolada" if _KOLADA.fullmatch(key) else ""),
            fetched=self._day(said("fetched"), line),
            licence=said("licence"),
        )


def _is_amount(words: str) -> bool:
    """Whether a cell says how much; a word that there is none does not."""
    try:
        return amount(words) is not None
    except ValueError:
        return False


def _without_key(label: str) -> tuple[str, str]:
    """A name, and the key that Kolada writes after it."""
    found = _KEYED.fullmatch(label)
    return (found["label"], found["key"]) if found else (label, "")


def _amount_cells(columns: Columns, period: str) -> Collection[tuple[int, tuple[str, str]]]:
    if columns.periods:
        return columns.periods.items()
    told = _SAID_PERIOD.fullmatch(period.strip().removesuffix(".0").removesuffix(",0"))
    said = told["period"] if told else period
    said = said[:4] if re.fullmatch(r"\d{4}-\d\d-\d\d", said) else re.sub(r"^(\d{4})-(\d\d)$", r"\1M\2", said)
    return [(columns.known["value"], ("", said.upper()))] if _PERIOD.fullmatch(said) else []


__all__ = ["Columns", "NoFigures", "PartlyRead", "all_of", "figures_of", "together"]
