"""What can be lost: words, links, equations, fields, comments …, and how each is read from its element."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator
from typing import NamedTuple

from deck.drawing.names import Element, local, qn, yes


class Losable(NamedTuple):
    """One thing that can be lost. `kind`: word, note, link, equation, field, media, alt, name, chart, comment, animation,
    transition, tag, object, hidden, background, smartart …; `what`: the word, the address, the digest."""

    kind: str
    what: str


_P, _RUN, _T = qn("a:p"), qn("a:r"), qn("a:t")
_WORD = re.compile(r"\w+(?:[-'’.]\w+)*", re.UNICODE)
_COUNTER = re.compile(r"[ \xa0]\(\d{1,3}[ \xa0](?:av|af|/|von|of)[ \xa0]\d{1,3}\)")
"""Which of several pages a slide is: furniture, worked out anew."""


def words_of(text: str) -> list[str]:
    """A text's words, as they are counted."""
    return _WORD.findall(text)


def spoken(shape: Element) -> Counter[Losable]:
    """The words of one shape, as they are counted on its slide."""
    return Counter(word for paragraph in shape.iter(_P) for word in words_in(paragraph, "word"))


def words_in(paragraph: Element, kind: str) -> list[Losable]:
    """A paragraph's words, each a thing of a kind."""
    return [Losable(kind, word) for word in _WORD.findall(_COUNTER.sub("", _said(paragraph)))]


def _said(paragraph: Element) -> str:
    """A paragraph's words, whatever runs they are split into; without what fields show and equations say."""
    return "".join((item.findtext(_T) or "") if item.tag == _RUN else "\n" for item in paragraph)


Reader = Callable[[Element], tuple[str, str]]


def _equation(item: Element) -> tuple[str, str]:
    return "equation", "".join(str(text).strip() for text in item.itertext())


def _field(item: Element) -> tuple[str, str]:
    kind = item.get("type", "")
    # The number that a slide has is furniture, and ours where it stands there.
    return ("field", kind) if kind != "slidenum" else ("", "")


def said_of(item: Element) -> Iterator[tuple[str, str]]:
    """What a shape says of itself (20.1.2.2.8)."""
    for name in ("descr", "title"):
        if item.get(name, "").strip():
            yield "alt", item.get(name, "").strip()
    if yes(item.get("hidden")):
        yield "unseen", ""


def _transition(item: Element) -> tuple[str, str]:
    """Its effect, or that it goes by itself; LibreOffice writes an empty one on every slide."""
    first = next((local(child) for child in item if local(child) not in ("", "extLst")), "")
    timed = "timed" if item.get("advTm") or item.get("advClick") in ("0", "false") else ""
    return ("transition", first or timed) if first or timed else ("", "")


def _plain(kind: str) -> Reader:
    """What is only counted."""
    return lambda _item: (kind, "")


READERS: dict[str, Reader] = {
    "oMath": _equation,
    "fld": _field,
    "spTgt": _plain("animation"),
    "transition": _transition,
    "bg": _plain("background"),
    "contentPart": _plain("ink"),
}
"""Local name → what an element is: (kind, what), no kind where it is nothing that can be lost."""


def count_chart(root: Element, found: Counter[Losable]) -> None:
    """A chart's words and values as it shows them."""
    for item in root.iter():
        name = local(item)
        if name == "v" and item.text:
            found[Losable("chart", _number(item.text))] += 1
        elif name == "t" and item.text:
            for word in _WORD.findall(item.text):
                found[Losable("chart", word)] += 1


def _number(text: str) -> str:
    try:
        return f"{float(text):.10g}"
    except ValueError:
        return text


def count_comments(root: Element, found: Counter[Losable]) -> None:
    """Comments, old (19.4) and threaded ([MS-PPTX] 2.6.3), each with its words."""
    for item in root.iter():
        if local(item) in ("cm", "reply"):
            own = [text for child in item.iter() if local(child) in ("text", "t") for text in [child.text or ""]]
            found[Losable("comment", " ".join(own).strip())] += 1
