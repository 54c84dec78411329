"""A text of the content: Jinja and markup, compiled once, with its place in the file."""

from __future__ import annotations

import difflib
import re
from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from functools import lru_cache
from typing import Any

from jinja2 import StrictUndefined, TemplateError, TemplateSyntaxError, nodes
from jinja2.sandbox import SandboxedEnvironment

from deck.content.markup import MarkupFault, Span, escape, parse
from deck.content.pasted import pasted
from deck.diagnostics import Diagnostics, Where, nearest
from deck.errors import InputError
from deck.i18n import _
from deck.places import Place

_JINJA = re.compile(r"\{\{|\{%|\{#")
_TAGS = re.compile(r"\{%.*?%\}|\{#.*?#\}", re.S)
_OUTPUT = re.compile(r"\{\{.*?\}\}", re.S)
PARTED = "\n\n"
"""Between the paragraphs of a folded text."""
MOST_OUTPUT = 20_000
"""Characters that a rendered text may have; a text of the content has at most 2 500."""

PLACE_FIELDS = frozenset({f.name for f in fields(Place)} | {"is_county", "slug"})
GUIDANCE_FIELDS = frozenset({"title", "launch_title", "publisher", "publisher_name", "announced"})
VARIABLES: dict[str, frozenset[str]] = {
    "place": PLACE_FIELDS,
    "county": PLACE_FIELDS,
    "guidance": GUIDANCE_FIELDS,
    "members": frozenset(),
    "count": frozenset(),
    "sections": frozenset(),
    "ordinal": frozenset(),
    "minutes": frozenset(),
    "audience": frozenset(),
    "outline": frozenset(),
    "release": frozenset(),
    "row": frozenset(),
    "rows": frozenset(),
    "links": frozenset(),
    "shown": frozenset(),
}
"""What a text may use, and the fields of each."""

# What is not listed cannot be written: no calls, no macros, no assignment, no arithmetic that multiplies, so neither time nor
# memory can be had for little text.
_ALLOWED = (
    nodes.Template,
    nodes.Output,
    nodes.TemplateData,
    nodes.Name,
    nodes.Getattr,
    nodes.Const,
    nodes.If,
    nodes.For,
    nodes.CondExpr,
    nodes.Compare,
    nodes.Operand,
    nodes.Not,
    nodes.And,
    nodes.Or,
    nodes.Filter,
    nodes.Concat,
    nodes.List,
    nodes.Tuple,
    nodes.Getitem,
)
_SIGNS: dict[type[nodes.Node], str] = {
    nodes.Add: "+",
    nodes.Sub: "-",
    nodes.Mul: "*",
    nodes.Div: "/",
    nodes.FloorDiv: "//",
    nodes.Mod: "%",
    nodes.Pow: "**",
    nodes.Neg: "-",
    nodes.Call: "()",
    nodes.Assign: "set",
}
"""What is not let in, as it is written."""
_FILTERS = ("capitalize", "first", "join", "last", "length", "lower", "upper")


def _join(values: Any, separator: str = "") -> str:
    if isinstance(values, str):
        return values
    return separator[:20].join(str(value) for value in values)


@lru_cache(maxsize=1)
def _environment() -> SandboxedEnvironment:
    # Escaping for HTML would be wrong here; `finalize` takes the markup meaning out of what is put in instead.
    environment = SandboxedEnvironment(
        undefined=StrictUndefined, autoescape=False, finalize=lambda value: escape(str(value)), keep_trailing_newline=True
    )
    environment.globals.clear()
    environment.filters = {name: environment.filters[name] for name in _FILTERS}
    environment.filters["join"] = _join
    return environment


@dataclass(frozen=True, slots=True)
class Phrase:
    """`spans`: ready where the text is the same for everyone. `limit`: characters of visible text. `lang`: of words that are not
    in the content's own language (BCP 47)."""

    text: str
    where: Where
    limit: int
    template: Any = None
    spans: tuple[Span, ...] = ()
    lang: str = ""

    @property
    def fixed(self) -> bool:
        return self.template is None

    def render(self, context: Mapping[str, Any]) -> str:
        """The text with its variables filled in, markup kept. Raises InputError."""
        if self.template is None:
            return self.text
        out: list[str] = []
        size = 0
        try:
            for piece in self.template.generate(context):
                out.append(piece)
                size += len(piece)
                if size > MOST_OUTPUT:
                    raise InputError.of("text-too-long", _("the text grows past all bounds"), self.where, _("shorten it"))
        except TemplateError as error:
            message, hint = _("the text cannot be filled in"), _("use the variables and filters as in content/README.md")
            raise InputError.of("template-error", message, self.where, hint) from error
        return _folded("".join(out))

    def fill_parts(self, context: Mapping[str, Any]) -> tuple[tuple[Span, ...], ...]:
        """The spans of each paragraph of a longer text, where blank lines part paragraphs. Raises as `fill`."""
        parts = tuple(self._marked(parse(part)[0]) for part in self.render(context).split(PARTED))
        if self.template is not None:
            self.fill(context)
        return parts

    def _marked(self, spans: tuple[Span, ...]) -> tuple[Span, ...]:
        return tuple(replace(span, lang=span.lang or self.lang) for span in spans) if self.lang else spans

    def fill(self, context: Mapping[str, Any]) -> tuple[Span, ...]:
        """The spans of the rendered text. Raises InputError where they are faulty or too long."""
        if self.template is None:
            return self.spans
        spans, faults = parse(self.render(context))
        found = Diagnostics()
        for fault in faults:
            found.error("bad-markup", fault.message, self.where, fault.hint)
        _measure(spans, self.limit, self.where, found)
        if found.errors:
            raise InputError(found)
        return self._marked(spans)


def _folded(text: str) -> str:
    """One space for every stretch of white space; blank lines become PARTED."""
    if "\n" not in text and "  " not in text:
        return text
    parts = re.split(r"\n[ \t\r]*\n", text)
    return PARTED.join(filter(None, (" ".join(re.split(r"[ \t\r\n]+", part)).strip(" ") for part in parts)))


def _measure(spans: tuple[Span, ...], limit: int, where: Where, diagnostics: Diagnostics) -> None:
    size = sum(len(span.text) for span in spans)
    if size > limit:
        diagnostics.error(
            "text-too-long",
            _("the text has {size} characters; there is room for {limit}").format(size=size, limit=limit),
            where,
            _("shorten it, or split it in two"),
        )


def compile_phrase(text: str, limit: int, diagnostics: Diagnostics, where: Where, locate: Any = None) -> Phrase:
    """Check and compile a text; complaints go to `diagnostics`. `locate(offset) -> Where` gives nearer positions."""
    at = locate or (lambda _offset: where)
    text = text.strip()
    for fault in pasted(text):
        diagnostics.warning("foreign-markup", fault.message, at(fault.offset), fault.hint)
    if _JINJA.search(text) is None:
        folded = _folded(text)
        spans, faults = parse(folded)
        _tell(faults, folded, text, at, diagnostics)
        _measure(spans, limit, where, diagnostics)
        return Phrase(folded, where=where, limit=limit, spans=spans)
    environment = _environment()
    try:
        tree = environment.parse(text)
    except TemplateSyntaxError as error:
        offset = _line_offset(text, error.lineno)
        diagnostics.error(
            "template-syntax",
            _("the braces are not right here"),
            at(max(offset, _JINJA.search(text).start() if error.lineno <= 1 else offset)),  # type: ignore[union-attr]
            _("write {{ place.name }} or {% if … %} … {% endif %}"),
        )
        return Phrase("", where=where, limit=limit)
    if not _allowed(tree, text, at, diagnostics):
        return Phrase("", where=where, limit=limit)
    bare = _OUTPUT.sub("", _TAGS.sub("", text))
    # Both branches of an `if` are counted here, so only what is far too long is told of; the rest when it is filled in.
    if len(bare) > 3 * limit:
        _measure((Span(bare),), limit, where, diagnostics)
    return Phrase(_folded(text), where=where, limit=limit, template=environment.from_string(text))


def _tell(faults: tuple[MarkupFault, ...], folded: str, text: str, at: Any, diagnostics: Diagnostics) -> None:
    for fault in faults:
        offset = fault.offset if folded == text else 0
        diagnostics.error("bad-markup", fault.message, at(offset), fault.hint)


def _line_offset(text: str, line: int) -> int:
    return sum(len(part) for part in text.splitlines(keepends=True)[: line - 1])


def _find(text: str, word: str, line: int) -> int:
    match = re.compile(rf"\b{re.escape(word)}\b").search(text, _line_offset(text, line))
    return match.start() if match else 0


def _allowed(tree: nodes.Template, text: str, at: Any, diagnostics: Diagnostics) -> bool:
    before = len(diagnostics.errors)
    loops = {name.name for loop in tree.find_all(nodes.For) for name in _names(loop.target)}
    _walk(tree, 0, text, at, diagnostics)
    for name in tree.find_all(nodes.Name):
        if name.name not in VARIABLES and name.name not in loops:
            diagnostics.error(
                "undefined-variable",
                _('unknown variable "{name}"').format(name=name.name),
                at(_find(text, name.name, name.lineno)),
                _nearest(name.name, VARIABLES),
            )
    for item in tree.find_all(nodes.Getattr):
        owner = item.node.name if isinstance(item.node, nodes.Name) else ""
        if owner in VARIABLES and item.attr not in VARIABLES[owner]:
            diagnostics.error(
                "undefined-variable",
                _('"{owner}" has no "{name}"').format(owner=owner, name=item.attr),
                at(_find(text, item.attr, item.lineno)),
                _nearest(item.attr, VARIABLES[owner]),
            )
        elif not owner or owner in loops:
            _refuse(item, text, at, diagnostics)
    return len(diagnostics.errors) == before


def _names(target: nodes.Node) -> list[nodes.Name]:
    return [target] if isinstance(target, nodes.Name) else list(target.find_all(nodes.Name))


def _nearest(name: str, known: Any) -> str:
    close = difflib.get_close_matches(name, sorted(known), n=2, cutoff=0.5)
    if close:
        return nearest(close)
    return _("known here: {names}").format(names=", ".join(sorted(known)))


def _walk(node: nodes.Node, depth: int, text: str, at: Any, diagnostics: Diagnostics) -> None:
    if isinstance(node, nodes.For):
        depth += 1
    bad = not isinstance(node, _ALLOWED) or depth > 1 or (isinstance(node, nodes.Filter) and node.name not in _FILTERS)
    if bad:
        _refuse(node, text, at, diagnostics)
        return
    for child in node.iter_child_nodes():
        _walk(child, depth, text, at, diagnostics)


def _refuse(node: nodes.Node, text: str, at: Any, diagnostics: Diagnostics) -> None:
    what = node.name if isinstance(node, nodes.Filter) else _SIGNS.get(type(node), type(node).__name__.lower())
    diagnostics.error(
        "template-not-allowed",
        _('"{what}" cannot be used in a text').format(what=what),
        at(_line_offset(text, node.lineno)),
        _("use variables, if, for, and the filters {names}").format(names=", ".join(_FILTERS)),
    )
