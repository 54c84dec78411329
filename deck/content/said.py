"""Days and amounts as they are read in a language (BCP 47), by the Unicode CLDR."""

from __future__ import annotations

import datetime as dt
from functools import lru_cache

_SPACE = "\N{NO-BREAK SPACE}"


@lru_cache(maxsize=256)
def said_date(value: str, lang: str) -> str:
    """A day in words ("3 december 2026"), on one line; as given where it is no day of ISO 8601, or the language is not known."""
    from babel import Locale, UnknownLocaleError
    from babel.dates import format_date

    try:
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


__all__ = ["said_date", "said_number"]
