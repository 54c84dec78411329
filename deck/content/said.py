"""Days and amounts as they are read in a language (BCP 47), by the Unicode CLDR."""

from __future__ import annotations

import datetime as dt
import re
from decimal import Decimal
from functools import lru_cache

from deck.i18n import _
from deck.tables import NumberCell, may_be_either

_SPACE = "\N{NO-BREAK SPACE}"
_DIGITS = re.compile(r"(\d{4})-?(\d{1,2})-?(\d{1,2})|(\d{1,2})[./](\d{1,2})[./](\d{4})")

_FRACTION = re.compile(r"-?\d{1,15}\.\d{1,15}")
_SMALL = 0.01


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
        # Three decimals are read; of what is less than they show, three digits.
        exact = Decimal(f"{value:.3g}") if 0 < abs(value) < _SMALL else value
        words = format_decimal(exact, locale=Locale.parse(lang, sep="-"), decimal_quantization=exact is value)
        return words.replace("-", "\N{MINUS SIGN}")
    except (ValueError, UnknownLocaleError):
        return f"{value:g}"


def said_decimal(words: str, lang: str) -> str:
    """A decimal fraction as spreadsheets keep it ("120.5") with the language's sign; other words, and what may be a thousand as
    somebody wrote it ("1.234"), as they are."""
    if not _FRACTION.fullmatch(words) or (may_be_either(words) and not isinstance(words, NumberCell)):
        return words
    return said_number(float(words), lang)


__all__ = ["a_day", "said_date", "said_decimal", "said_number"]
