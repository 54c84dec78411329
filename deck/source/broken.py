"""What is wrong with a text that is not YAML, in the words of the person who wrote it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

import yaml

from deck.i18n import _

_UNSEEN = re.compile("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What YAML 1.2, 5.1, does not let stand in a text."""
_OPENERS = {"[": "]", "{": "}"}
_BRACKETED = re.compile(r"\s*(?:- )?(?:[\w-]+:\s+)?([\[{])")
"""A line whose text begins with what is a list or fields in YAML."""


@dataclass(frozen=True, slots=True)
class Brokenness:
    """`line` and `column` from 1 (0: not known) of what is to be mended."""

    message: str
    hint: str
    line: int = 0
    column: int = 0


def explain(error: yaml.YAMLError, text: str) -> Brokenness:
    """The first fault of a text, at the place where it is to be mended rather than where it was noticed."""
    unseen = _UNSEEN.search(text)
    if isinstance(error, yaml.reader.ReaderError) or getattr(error, "problem_mark", None) is None:
        return _unseen(unseen, text) if unseen else Brokenness(_("this is not YAML"), _("compare it with the example"))
    lines = text.split("\n")
    problem = str(getattr(error, "problem", ""))
    at, since = _mark(error, "problem_mark"), _mark(error, "context_mark")
    message, hint, mark = _said(problem, lines, at, since or at)
    return Brokenness(message, hint, mark[0] + 1, mark[1] + 1)


def _mark(error: yaml.YAMLError, name: str) -> tuple[int, int] | None:
    mark = getattr(error, name, None)
    return None if mark is None else (mark.line, mark.column)


def _unseen(match: re.Match[str], text: str) -> Brokenness:
    before = text[: match.start()]
    line, column = before.count("\n") + 1, match.start() - (before.rfind("\n") + 1) + 1
    message = _("a sign that cannot be seen stands here (U+{code})").format(code=f"{ord(match.group()):04X}")
    return Brokenness(message, _("take it away: write the words around it anew"), line, column)


def _said(
    problem: str, lines: Sequence[str], at: tuple[int, int] | None, since: tuple[int, int] | None
) -> tuple[str, str, tuple[int, int]]:
    """(message, hint, (line, column) from 0) for one of libyaml's or PyYAML's problems."""
    at = at or (0, 0)
    since = since or at
    line = lines[at[0]] if at[0] < len(lines) else ""
    sign = line[at[1] : at[1] + 1]
    quotes = _('put the whole text in quotes: "…"')
    if (ended := next((n for n, words in enumerate(lines[: at[0]]) if words.rstrip() == "..."), None)) is not None:
        return _('"..." ends the text, and more stands after it'), _("take the line away"), (ended, 0)
    if "\t" in line[: len(line) - len(line.lstrip())]:
        return _("a tab stands before the words"), _("indent with spaces, two for each step"), (at[0], line.index("\t"))
    if "cannot start any token" in problem or "directive" in problem:
        return _('a text cannot begin with "{sign}"').format(sign=sign or line[since[1] : since[1] + 1]), quotes, since
    if "scanning" in problem or "unexpected end of stream" in problem:
        return _("the quotation mark that stands here is never closed"), _("close it at the end of the text"), since
    if "document separator" in problem:
        return _("the quotation mark that stands here is never closed"), _("close it at the end of the text"), since
    if "escape c" in problem or "character escape" in problem or "hexdecimal" in problem:
        hint = _('write "\\\\" for the sign itself, or single quotes around the text')
        return _('"\\" means something of its own between double quotes'), hint, at
    if "alphabetic or numeric" in problem or "comment or line break" in problem or "tag" in problem:
        return _('a text cannot begin with "{sign}"').format(sign=_sign(lines, since)), quotes, since
    if "node content" in problem and _sign(lines, at) in _OPENERS.values() and _opened(lines, at) == at:
        return _('a text cannot begin with "{sign}"').format(sign=_sign(lines, at)), quotes, at
    if "',' or" in problem or "node content" in problem:
        since = _opened(lines, at) if "node content" in problem else since
        opener = _sign(lines, since)
        message = _('"{sign}" begins a list in YAML, and "{closer}" is missing').format(
            sign=opener, closer=_OPENERS.get(opener, "]")
        )
        return message, quotes, since
    if "mapping keys" in problem and sign == "?":
        return _('a text cannot begin with "{sign}"').format(sign=sign), quotes, at
    if "mapping values" in problem:
        return _colon(lines, at)
    if "block sequence entries" in problem:
        return _("a list begins on the line of its name"), _('let the first "-" stand on a line of its own, below'), at
    if "could not find expected ':'" in problem:
        return _lone(lines, since)
    quoted = _after_quote(line, at[1])
    if quoted is not None and (opened := _BRACKETED.match(line)) is not None:
        hint = _("put the text in quotes: {example}").format(example=_quoted(line))
        return _('a text cannot begin with "{sign}"').format(sign=opened[1]), hint, (at[0], opened.start(1))
    if quoted is not None and (begun := _begun_above(lines, at)) is not None:
        return _("the quotation mark that stands here is never closed"), _("close it at the end of the text"), begun
    if quoted is not None:
        hint = _("put the whole text in quotes of the other kind, or take the quotes away")
        return _("words stand after the quotation mark that ends the text"), hint, (at[0], quoted)
    return _dashed(lines, at) or (*_indented(), at)


def _dashed(lines: Sequence[str], at: tuple[int, int]) -> tuple[str, str, tuple[int, int]] | None:
    """A line above that was meant as an item of a list: to YAML, "-id" is a name."""
    above = next((n for n in range(at[0] - 1, -1, -1) if lines[n].strip()), None)
    glued = re.match(r"\s*-(?=[^\s-])", lines[above]) if above is not None else None
    if above is None or glued is None:
        return None
    return _('the space after "-" is missing'), _('write "- " before each item'), (above, glued.end() - 1)


def _indented() -> tuple[str, str]:
    return _("the indentation is not that of the lines above"), _("begin what belongs together at the same column")


def _sign(lines: Sequence[str], at: tuple[int, int]) -> str:
    return lines[at[0]][at[1] : at[1] + 1] if at[0] < len(lines) else ""


def _opened(lines: Sequence[str], at: tuple[int, int]) -> tuple[int, int]:
    """Where the last bracket before `at` stands, which was begun and not ended."""
    for line in range(min(at[0], len(lines) - 1), -1, -1):
        before = lines[line][: at[1]] if line == at[0] else lines[line]
        column = max(before.rfind(sign) for sign in _OPENERS)
        if column >= 0:
            return line, column
    return at


def _after_quote(line: str, column: int) -> int | None:
    """The column of what follows a closed quotation or bracket on its line, or None."""
    before = line[:column].rstrip()
    return column if before[-1:] in ('"', "'", "]", "}") and line[column:].strip() else None


def _begun_above(lines: Sequence[str], at: tuple[int, int]) -> tuple[int, int] | None:
    """Where the quotation began that ends before `at`, if that is a text on a line above: its end was forgotten there."""
    head = lines[at[0]][: at[1]].rstrip()
    sign = head[-1:]
    if sign not in ('"', "'") or head.count(sign) % 2 == 0:
        return None
    above = (n for n in range(at[0] - 1, -1, -1) if lines[n].count(sign) % 2)
    line = next(above, None)
    opened = re.match(rf"\s*(?:- )?(?:[\w-]+:\s+)?({sign})", lines[line]) if line is not None else None
    return (line, opened.start(1)) if line is not None and opened is not None else None


def _colon(lines: Sequence[str], at: tuple[int, int]) -> tuple[str, str, tuple[int, int]]:
    """A colon where none can be: within a text, below a text, or after an indentation that does not fit."""
    line = lines[at[0]] if at[0] < len(lines) else ""
    head = line[: at[1]]
    if ": " in head.strip() or (head.lstrip().startswith("- ") and ": " in head):
        hint = _("put the text in quotes: {example}").format(example=_quoted(line))
        return _('a ": " stands within the text'), hint, at
    above = at[0] - 1
    while above >= 0 and not lines[above].strip():
        above -= 1
    over = lines[above] if above >= 0 else ""
    if re.fullmatch(r"\s*[\w-]+:\S.*", over):
        hint = _('write "name: value", with a space after the colon')
        return _("the space after the colon is missing"), hint, (above, over.index(":"))
    if (glued := _dashed(lines, at)) is not None:
        return glued
    if over and ":" not in over and not over.lstrip().startswith("-"):
        hint = _('write "name: value", or indent it as the rest of the text above')
        return _("this line is no field: it has no colon"), hint, (above, len(over) - len(over.lstrip()))
    indent = len(line) - len(line.lstrip())
    return (
        _("the indentation is not that of the lines above"),
        _("begin what belongs together at the same column"),
        (at[0], indent),
    )


def _quoted(line: str) -> str:
    """The line with its text in quotes, ready to be copied."""
    match = re.match(r"\s*((?:- )?(?:[\w-]+: )?)(.*)", line)
    head, text = match.groups() if match else ("", line)
    mark = "'" if '"' in text else '"'
    return f"{head}{mark}{text.strip()}{mark}"


def _lone(lines: Sequence[str], at: tuple[int, int]) -> tuple[str, str, tuple[int, int]]:
    """A line that is neither a field nor an item."""
    line = lines[at[0]] if at[0] < len(lines) else ""
    if re.match(r"\s*-\S", line):
        return _('the space after "-" is missing'), _('write "- " before each item'), at
    return _("this line is neither a field nor an item of a list"), _('write "name: value", or "- " before an item'), at
