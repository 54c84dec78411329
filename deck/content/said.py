"""Days and amounts as they are read in a language (BCP 47), by the Unicode CLDR."""

from __future__ import annotations

import datetime as dt
import re
from functools import lru_cache

from deck.i18n import _

_SPACE = "\N{NO-BREAK SPACE}"
_DIGITS = re.compile(r"(\d{4})-?(\d{1,2})-?(\d{1,2})|(\d{1,2})[./](\d{1,2})[./](\d{4})")

_FRACTION = re.compile(r"-?\d{1,15}\.\d{1,3}")


def a_day(value: str) -> str:
    """What is written as a day of ISO 8601, where it is one in the calendar; words as they are. Raises ValueError."""
    value = value.strip()
    if _DIGITS.fullmatch(value):
        try:
            dt.date.fromisoformat(value)
        except ValueError as error:
            message = _('"{value}" is no day; write it as in 2026-12-03, or with words')
            raise ValueError(message.format(value=value)) from error
    return value


@lru_cache(maxsize=256)
def said_date(value: str, lang: str) -> str:
    """A day in words ("3 december 2026"), on one line; as given where it is no day of ISO 8601, or the language is not known."""
    from babel import Locale, UnknownLocaleError
    from babel.dates import format_date

    try:
        if not _DIGITS.fullmatch(value):
            return value
        return format_date(dt.date.fromisoformat(value), "long", locale=Locale.parse(lang, sep="-")).replace(" ", _SPACE)
    except (ValueError, UnknownLocaleError):
        return value


@lru_cache(maxsize=256)
def said_number(value: float, lang: str) -> str:
    """An amount with the language's decimal sign ("1,5")."""
    from babel import Locale, UnknownLocaleError
    from babel.numbers import format_decimal

    try:
        return format_decimal(value, locale=Locale.parse(lang, sep="-"))
    except (ValueError, UnknownLocaleError):
        return f"{value:g}"


def said_decimal(words: str, lang: str) -> str:
    """A decimal fraction as spreadsheets keep it ("120.5") with the language's sign; other words as they are."""
    return said_number(float(words), lang) if _FRACTION.fullmatch(words) else words


__all__ = ["a_day", "said_date", "said_decimal", "said_number"]
