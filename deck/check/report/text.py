"""The findings as lines for a person: by slide, worst first; what, why and how to mend."""

from __future__ import annotations

import textwrap
from collections.abc import Callable, Iterable, Iterator

from deck.check.model import Finding
from deck.check.report.gather import Group, Judged, groups, in_words, place_of
from deck.diagnostics import Diagnostic
from deck.i18n import _, ngettext

Style = Callable[[str, str], str]
"""(words, what they are: "file", "slide", "error", "warning", "info", "code", "why") → words, coloured or not."""
SHOWN = 5
"""So many findings of one rule on one slide are told one by one."""


def plain(words: str, _what: str) -> str:
    return words


def as_text(judged: Iterable[Judged], style: Style = plain, width: int = 100) -> str:
    """Ends with a line break; with no findings, a line that says so."""
    return "".join(f"{line}\n" for one in judged for line in _file(one, style, width))


def _file(one: Judged, style: Style, width: int) -> Iterator[str]:
    yield f"{style(one.name, 'file')}: {in_words(one.levels)}"
    yield from (_fault(item, style) for item in one.faults)
    for group in groups(one):
        yield ""
        yield f"  {style(group.heading, 'slide')}"
        yield from _group(group, style, width)
    if one.silenced:
        yield ""
        count = len(one.silenced)
        yield "  " + ngettext("{count} finding is silenced:", "{count} findings are silenced:", count).format(count=count)
        reasons = dict.fromkeys((item.rule.code, reason) for item, reason in one.silenced)
        yield from (f"    {style(code, 'code')}: {reason}" for code, reason in reasons)
    yield ""


def _fault(item: Diagnostic, style: Style) -> str:
    head = f"{item.where}: " if str(item.where) else ""
    tail = f"; {item.hint}" if item.hint else ""
    return (
        f"  {head}{style(item.severity.label, item.severity.name.lower())}: {item.message}{tail} "
        f"{style(f'[{item.code}]', 'code')}"
    )


def _group(group: Group, style: Style, width: int) -> Iterator[str]:
    for rule, items in group.by_rule:
        for item in items[:SHOWN]:
            yield _line(item, style)
        if len(items) > SHOWN:
            more = len(items) - SHOWN
            yield "      " + ngettext("and {count} more", "and {count} more", more).format(count=more)
        hints = dict.fromkeys(item.hint or _(rule.mend) for item in items)
        for why in dict.fromkeys(item.why for item in items):
            yield from _wrapped(why, style, width)
        for hint in hints:
            yield from _wrapped("→ " + hint, style, width)


def _line(item: Finding, style: Style) -> str:
    label = style(item.level.label, item.level.name.lower())
    place = place_of(item)
    return f"    {label} {style(item.rule.code, 'code')} {place + ': ' if place else ''}{item.message}"


def _wrapped(words: str, style: Style, width: int) -> Iterator[str]:
    lines = textwrap.wrap(words, max(width - 6, 30), subsequent_indent="  " if words.startswith("→") else "")
    return (f"      {style(line, 'why')}" for line in lines)
