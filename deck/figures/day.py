"""The day that figures were fetched, as people and programs write it."""

from __future__ import annotations

import re
from contextlib import suppress
from datetime import date

from deck.i18n import _
from deck.tables import BadCells

_YEAR_FIRST = re.compile(r"(\d{4})[-/.]?(\d{1,2})[-/.]?(\d{1,2})(?:[T ].*)?")
_YEAR_LAST = re.compile(r"(\d{1,2})([-/.])(\d{1,2})\2(\d{4})(?: .*)?")


def day_of(words: str) -> str:
    """A day as ISO 8601 has it; other words as they are. Raises BadCells where digits are no day, or may be two."""
    words = words.strip()
    days = set[str]()
    if (first := _YEAR_FIRST.fullmatch(words)) is not None:
        days = _days([(first[1], first[2], first[3])])
    elif (last := _YEAR_LAST.fullmatch(words)) is not None:
        # With slashes the month may come first, as Americans and their programs write it.
        orders = [(last[4], last[3], last[1]), *([(last[4], last[1], last[3])] if last[2] == "/" else [])]
        days = _days(orders)
    else:
        return words
    if len(days) == 1:
        return days.pop()
    message = _('"{value}" is no day') if not days else _('"{value}" may be two days')
    raise BadCells(message.format(value=words), _("write it as in 2026-12-03"))


def _days(orders: list[tuple[str, str, str]]) -> set[str]:
    found = set[str]()
    for year, month, day in orders:
        with suppress(ValueError):
            found.add(date(int(year), int(month), int(day)).isoformat())
    return found


__all__ = ["day_of"]
