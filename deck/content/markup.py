"""Inline markup of a text: `**bold**`, `*italic*`, `[words](https://… | mailto:… | slide:id)`, `{lang=en|words}`; `~` between
two words is a space that no line is broken at, `\\-` a place where a word may be broken; `\\` takes away the meaning of the
mark that follows. No nesting of links in links; marks that are not closed are errors, never guessed at."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache

from deck.i18n import _

SPECIAL = "\\*[]{}~"
TIE, SOFT_HYPHEN = "\N{NO-BREAK SPACE}", "\N{SOFT HYPHEN}"
_TARGET = re.compile(r"(https?://[^\s()]+(?:\([^\s()]*\)[^\s()]*)*|mailto:[^\s()@]+@[^\s()]+|slide:[a-z0-9-]+)\Z")
_LANG = re.compile(r"\{lang=([A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*)\|")


@lru_cache(maxsize=64)
def is_language(tag: str) -> bool:
    """Whether a tag (BCP 47) begins with a language's code of ISO 639. Those of three letters are too many to be known."""
    code = tag.split("-", 1)[0].lower()
    if len(code) > 2 or code in ("sv", "en"):
        return True
    from babel import Locale

    return code in Locale("en").languages


@dataclass(frozen=True, slots=True)
class Span:
    """Words of one look. `target`: the address as written, with `slide:` for one within the deck."""

    text: str
    bold: bool = False
    italic: bool = False
    lang: str = ""
    target: str = ""


@dataclass(frozen=True, slots=True)
class MarkupFault:
    """What is wrong, at which character of the text (from 0)."""

    offset: int
    message: str
    hint: str = ""


def escape(words: str) -> str:
    """Words with no markup meaning left in them."""
    return re.sub(r"([\\*\[\]{}~])", r"\\\1", words) if any(c in words for c in SPECIAL) else words


def parse(text: str) -> tuple[tuple[Span, ...], tuple[MarkupFault, ...]]:
    """The spans of a text, equal neighbours joined, and every fault found."""
    if not any(c in text for c in SPECIAL):
        return ((Span(text),) if text else ()), ()
    return _Parser(text).run()


class _Parser:
    def __init__(self, text: str) -> None:
        self.text = text
        self.at = 0
        self.look = Span("")
        self.words: list[str] = []
        self.spans: list[Span] = []
        self.faults: list[MarkupFault] = []
        self.open: dict[str, int] = {}

    def run(self) -> tuple[tuple[Span, ...], tuple[MarkupFault, ...]]:
        while self.at < len(self.text):
            self._step()
        self._flush()
        closers = {"**": "**", "*": "*", "[": "](…)", "{": "}"}
        for mark, offset in self.open.items():
            self.faults.append(
                MarkupFault(
                    offset, _('"{mark}" is not closed').format(mark=mark), _('close it with "{mark}"').format(mark=closers[mark])
                )
            )
        return tuple(self.spans), tuple(sorted(self.faults, key=lambda fault: fault.offset))

    def _flush(self) -> None:
        words = "".join(self.words)
        self.words.clear()
        if not words:
            return
        span = replace(self.look, text=words)
        if self.spans and replace(self.spans[-1], text="") == self.look and not span.target:
            span = replace(span, text=self.spans.pop().text + words)
        self.spans.append(span)

    def _step(self) -> None:
        text, at = self.text, self.at
        char = text[at]
        if char == "\\" and at + 1 < len(text) and text[at + 1] in SPECIAL:
            self.words.append(text[at + 1])
            self.at += 2
        elif text.startswith("\\-", at):
            self.words.append(SOFT_HYPHEN)
            self.at += 2
        elif char == "~":
            # Elsewhere it is a sign of its own ("~50").
            between = 0 < at < len(text) - 1 and not text[at - 1].isspace() and not text[at + 1].isspace()
            self.words.append(TIE if between else char)
            self.at += 1
        elif char == "*":
            mark = "**" if text.startswith("**", at) else "*"
            self._toggle(mark)
        elif char == "[":
            self._link_open()
        elif char == "]":
            self._link_close()
        elif char == "{":
            self._lang_open()
        elif char == "}" and "{" in self.open:
            self._flush()
            self.look = replace(self.look, lang="")
            del self.open["{"]
            self.at += 1
        else:
            if char == "}":
                self._fault(_('"}" closes nothing'), _('write "\\}" for the sign itself'))
            self.words.append(char)
            self.at += 1

    def _fault(self, message: str, hint: str) -> None:
        self.faults.append(MarkupFault(self.at, message, hint))

    def _toggle(self, mark: str) -> None:
        self._flush()
        if mark in self.open:
            del self.open[mark]
            on = False
        else:
            self.open[mark] = self.at
            on = True
        self.look = replace(self.look, bold=on) if mark == "**" else replace(self.look, italic=on)
        self.at += len(mark)

    def _link_open(self) -> None:
        target = self._target_from(self.at)
        if "[" in self.open or target is None:
            self._fault(
                _('"[" begins no link'), _('write [words](https://…), (mailto:…) or (slide:id), or "\\[" for the sign itself')
            )
            self.words.append("[")
        else:
            self._flush()
            self.open["["] = self.at
            self.look = replace(self.look, target=target)
        self.at += 1

    def _target_from(self, start: int) -> str | None:
        """The address of the link whose "[" is at `start`."""
        at = start + 1
        while at < len(self.text) and self.text[at] != "]":
            at += 2 if self.text[at] == "\\" else 1
        if not self.text.startswith("](", at):
            return None
        end = self._end_of_target(at + 2)
        if end is None or at == start + 1:
            return None
        target = self.text[at + 2 : end]
        return target if _TARGET.match(target) else None

    def _end_of_target(self, start: int) -> int | None:
        depth = 0
        for at in range(start, len(self.text)):
            if self.text[at] == "(":
                depth += 1
            elif self.text[at] == ")":
                if depth == 0:
                    return at
                depth -= 1
        return None

    def _link_close(self) -> None:
        if "[" not in self.open:
            self._fault(_('"]" closes nothing'), _('write "\\]" for the sign itself'))
            self.words.append("]")
            self.at += 1
            return
        self._flush()
        self.look = replace(self.look, target="")
        del self.open["["]
        end = self._end_of_target(self.at + 2)
        self.at = len(self.text) if end is None else end + 1

    def _lang_open(self) -> None:
        match = _LANG.match(self.text, self.at)
        if match is None or "{" in self.open:
            self._fault(_('"{" begins nothing'), _('write {lang=en|words}, or "\\{" for the sign itself'))
            self.words.append("{")
            self.at += 1
            return
        self._flush()
        self.open["{"] = self.at
        if not is_language(match[1]):
            message = _('"{lang}" is no language').format(lang=match[1])
            self._fault(message, _("name it by its code, as in {lang=en|words}"))
        self.look = replace(self.look, lang=match[1])
        self.at = match.end()
