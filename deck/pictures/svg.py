"""An SVG logo from a stranger, made plain: what a logo is drawn with is kept, all else is left out or refused, in one pass.

Kept: shapes, paths, words, groups, gradients, simple clips and masks, reuse of plain shapes, style rules of plain names (SVG 2).
Left out: notes, an editor's own data, animations, handlers. Refused, with what to do: scripts, entities but for short words,
filters and patterns (they cost without bound, and no logo needs one), what is fetched from elsewhere, and any amount that no logo
has.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from xml.parsers import expat
from xml.sax.saxutils import escape, quoteattr

from deck.i18n import _, decimal

SVG, XLINK = "http://www.w3.org/2000/svg", "http://www.w3.org/1999/xlink"
DRAWN = frozenset(
    [
        "svg",
        "g",
        "a",
        "switch",
        "defs",
        "symbol",
        "use",
        "path",
        "rect",
        "circle",
        "ellipse",
        "line",
        "polyline",
        "polygon",
        "text",
        "tspan",
        "textPath",
        "image",
        "style",
        "title",
        "desc",
        "linearGradient",
        "radialGradient",
        "stop",
        "clipPath",
        "mask",
    ]
)
REFUSED = {
    "script": "script",
    "foreignObject": "foreignObject",
    "filter": "filter",
    "pattern": "pattern",
    "marker": "marker",
    "iframe": "iframe",
    "video": "video",
    "audio": "audio",
}
_WITHIN = ("clipPath", "mask", "symbol")
MOST_ELEMENTS, MOST_DEPTH, MOST_REUSED, MOST_CLIPPED = 10_000, 40, 200, 60
MOST_PATH, MOST_TEXT, MOST_STYLE, MOST_IMAGE = 2_000_000, 2_000, 40_000, 2_000_000
"""Characters: of all outlines together, of words, of style rules, and of pictures within."""
MOST_RATIO, LEAST_HIGH = 20.0, 16.0
_UNIT = {"": 1.0, "px": 1.0, "pt": 4 / 3, "pc": 16.0, "mm": 96 / 25.4, "cm": 96 / 2.54, "in": 96.0, "q": 96 / 101.6}
_LENGTH = re.compile(r"\s*\+?(\d{1,9}(?:\.\d{0,9})?|\.\d{1,9})\s*([a-zA-Z%]{0,2})\s*")
_RULE = re.compile(r"([^{}]{0,2000})\{([^{}]{0,4000})\}")
_STEP = re.compile(r"(?:\*|[A-Za-z_][\w-]{0,80})?(?:[.#][A-Za-z_][\w-]{0,80}|:first-child){0,4}")
"""An element, its classes, its id: what a selector's steps are (Selectors 4)."""
MOST_SELECTORS, MOST_STEPS, MOST_STEPPED = 100, 4, 60
_CUSTOM = re.compile(r"(--[\w-]{1,60})\s*:\s*([#\w\s.,%()-]{1,60})")
_VAR = re.compile(r"var\(\s*(--[\w-]{1,60})\s*(?:,\s*([#\w\s.,%-]{0,60}))?\)")
MOST_ENTITY, MOST_ENTITIES = 200, 60
_COMMENT = re.compile(r"/\*(?:[^*]|\*(?!/)){0,5000}\*/")
_LINK = re.compile(r"""url\(\s*["']?\s*([^)"'\s]{0,200})""")
_DATA = re.compile(r"data:image/(png|jpeg|jpg|gif);base64,", re.IGNORECASE)


class BadSvg(ValueError):
    """Says why, in words for a person."""


@dataclass(frozen=True, slots=True)
class PlainSvg:
    """`text`: the drawing in UTF-8, its size in px; `words`: whether it sets words with fonts."""

    text: str
    width: float
    height: float
    words: bool


def plain_svg(data: bytes) -> PlainSvg:
    """Raises BadSvg for a drawing that we do not draw."""
    reader = _SvgReader()
    try:
        reader.parse(data)
    except expat.ExpatError as error:
        message = _("the SVG is broken at line {line}; export it again")
        raise BadSvg(message.format(line=error.lineno)) from None
    except (LookupError, ValueError) as error:
        if isinstance(error, BadSvg):
            raise
        raise BadSvg(_("the SVG is in an encoding that cannot be read; export it as UTF-8")) from None
    if not reader.out:
        raise BadSvg(_("the file is no SVG"))
    text = "".join(reader.out)
    for _pass in range(2):
        text = _VAR.sub(lambda found: reader.custom.get(found[1], found[2] or "currentColor"), text)
    return PlainSvg(text, *reader.size, reader.words)


@dataclass
class _SvgReader:
    out: list[str] = field(default_factory=list)
    size: tuple[float, float] = (0.0, 0.0)
    words: bool = False
    custom: dict[str, str] = field(default_factory=dict)
    """The values that style rules go by names for (CSS Custom Properties 1)."""
    _room: tuple[float, float] = (0.0, 0.0)
    """The width and height that shapes are drawn in, in their own units."""
    _entities: int = 0
    _open: list[str] = field(default_factory=list)
    _skipped: int = 0
    _count: dict[str, int] = field(default_factory=dict)
    _style: list[str] | None = None
    _ids: list[str] = field(default_factory=list)
    """Of the open elements, "" for none."""
    _dear: set[str] = field(default_factory=set)
    """Ids of what holds something reused or clipped: it may not be reused itself, ten of ten of ten is a thousand."""
    _reused: set[str] = field(default_factory=set)

    def parse(self, data: bytes) -> None:
        parser = expat.ParserCreate(namespace_separator=" ")
        parser.buffer_text = True
        parser.SetParamEntityParsing(expat.XML_PARAM_ENTITY_PARSING_NEVER)
        parser.EntityDeclHandler = self._entity
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._text
        parser.Parse(data, True)
        if self._dear & self._reused:
            raise BadSvg(_("the SVG reuses what reuses other things; export it again as plain SVG"))

    def _entity(self, _name: str, of_parameter: bool, value: str | None, *_where: object) -> None:
        """Short words, as Illustrator has for its namespaces; none that has others in it, or lies elsewhere."""
        self._entities += 1
        plain = value is not None and len(value) <= MOST_ENTITY and not re.search("[&%<]", value)
        if of_parameter or not plain or self._entities > MOST_ENTITIES:
            raise BadSvg(_("the SVG declares entities; export it again as plain SVG"))

    def _spend(self, what: str, amount: int, most: int, words: Callable[[], str]) -> None:
        self._count[what] = self._count.get(what, 0) + amount
        if self._count[what] > most:
            raise BadSvg(words())

    def _start(self, tag: str, attributes: dict[str, str]) -> None:
        space, _blank, name = tag.rpartition(" ")
        self._spend("elements", 1, MOST_ELEMENTS, lambda: _("the SVG has more than {most} parts").format(most=MOST_ELEMENTS))
        if len(self._open) + self._skipped >= MOST_DEPTH:
            raise BadSvg(_("the SVG has groups in groups, deeper than {most}").format(most=MOST_DEPTH))
        if not self.out and name != "svg":
            raise BadSvg(_("the file is no SVG"))
        instead = name == "foreignObject" and bool(self._open) and self._open[-1] == "switch"
        if (
            self._skipped
            or instead
            or (space and space != SVG)
            or (name not in DRAWN and name not in REFUSED and name[:2] != "fe")
        ):
            self._skipped += 1
            return
        if name in REFUSED or name[:2] == "fe":
            raise BadSvg(_('the SVG has "{name}", which no logo needs; export it again as plain SVG').format(name=name))
        self._ids.append(attributes.get("id", ""))
        self._open.append(name)
        kept = self._kept(name, attributes)
        if not self.out:
            kept = self._root(kept)
        elif name == "svg":
            name, kept = "g", self._as_group(kept)
        self._open[-1] = name
        if name == "style":
            self._style = []
            return
        self.words = self.words or name in ("text", "tspan", "textPath")
        self.out.append(f"<{name}{''.join(f' {key}={quoteattr(value)}' for key, value in kept.items())}>")

    def _kept(self, name: str, attributes: dict[str, str]) -> dict[str, str]:
        """The attributes that stay, each judged."""
        kept: dict[str, str] = {}
        if len(attributes) > 200:
            raise BadSvg(_("the SVG has more than {most} parts").format(most=200))
        for key, given in attributes.items():
            space, _blank, plain = key.rpartition(" ")
            if (
                space not in ("", XLINK)
                or plain.lower().startswith("on")
                or plain in ("filter", "base")
                or plain.startswith("marker")
            ):
                continue
            value = self._href(name, given) if plain == "href" else given
            if plain == "href" and not value:
                continue
            self._references(plain, value)
            self._spend(
                "path",
                len(value) if name != "image" else 0,
                MOST_PATH,
                lambda: _("the SVG's outlines are longer than any logo's"),
            )
            kept["xlink:href" if plain == "href" else plain] = value
        return kept

    def _href(self, name: str, value: str) -> str:
        value = value.strip()
        if name == "a":
            return ""
        if name == "image" and _DATA.match(value):
            self._spend("image", len(value), MOST_IMAGE, lambda: _("the pictures within the SVG are too large"))
            return value
        if not value.startswith("#"):
            raise BadSvg(_("the SVG fetches something from outside; export it again with everything embedded"))
        if name == "use":
            self._dear.update(filter(None, self._ids))
            self._reused.add(value[1:])
            self._spend(
                "use", 1, MOST_REUSED, lambda: _("the SVG reuses its parts more than {most} times").format(most=MOST_REUSED)
            )
        return value

    def _references(self, key: str, value: str) -> None:
        """url(…) leads to a gradient or a clip of its own; a clip within a clip multiplies."""
        if "url(" not in value and "import" not in value:
            return
        if "@import" in value or any(not target.startswith("#") for target in _LINK.findall(value)):
            raise BadSvg(_("the SVG fetches something from outside; export it again with everything embedded"))
        clips = key in ("clip-path", "mask") or (key == "style" and re.search(r"(?:clip-path|mask|filter|marker)\s*:", value))
        if clips:
            self._dear.update(filter(None, self._ids))
            if any(item in _WITHIN for item in self._open):
                raise BadSvg(_("the SVG has clips within clips; export it again as plain SVG"))
            self._spend("clip", 1, MOST_CLIPPED, lambda: _("the SVG is clipped more than {most} times").format(most=MOST_CLIPPED))

    def _root(self, kept: dict[str, str]) -> dict[str, str]:
        """The outermost element, its size in px: from its lengths, else from its viewBox."""
        view = _numbers(kept.get("viewBox"))
        wide, high = (view[2], view[3]) if len(view) == 4 else (0.0, 0.0)
        width, height = _px(kept.get("width")), _px(kept.get("height"))
        if not width and not height:
            width, height = wide, high
        elif not height:
            height = width * high / wide if wide else 0.0
        elif not width:
            width = height * wide / high if high else 0.0
        if width <= 0 or height <= 0:
            raise BadSvg(_("the SVG does not say how large it is; export it again with a viewBox"))
        if not 1 / MOST_RATIO <= width / height <= MOST_RATIO:
            raise BadSvg(
                _("the SVG is {width} wide and {height} high; no logo is so long").format(
                    width=decimal(width), height=decimal(height)
                )
            )
        self._room = (wide, high) if wide > 0 and high > 0 else (width, height)
        # A drawing is as large as it is shown: one of parts of a pixel is drawn on pixels all the same.
        larger = max(1.0, LEAST_HIGH / height)
        width, height = width * larger, height * larger
        self.size = width, height
        if len(view) != 4:
            kept["viewBox"] = f"0 0 {width / larger:g} {height / larger:g}"
        kept |= {"width": f"{width:.6g}", "height": f"{height:.6g}"}
        return {"xmlns": SVG, "xmlns:xlink": XLINK} | {key: value for key, value in kept.items() if key != "style"}

    def _as_group(self, kept: dict[str, str]) -> dict[str, str]:
        """A drawing within the drawing as a group that stands where it does (SVG 2, 8.2)."""
        x, y = (next(iter(_numbers(kept.get(key))), 0.0) for key in ("x", "y"))
        view, fit = _numbers(kept.get("viewBox")), kept.get("preserveAspectRatio", "")
        wide, high = (_px(kept.get(key)) or room for key, room in zip(("width", "height"), self._room, strict=True))
        moved = f"translate({x:g} {y:g})"
        if len(view) == 4 and view[2] > 0 and view[3] > 0:
            across, down = wide / view[2], high / view[3]
            if fit.strip() != "none":
                across = down = max(across, down) if "slice" in fit else min(across, down)
            left = x + (wide - across * view[2]) * _share(fit, "xM") - across * view[0]
            top = y + (high - down * view[3]) * _share(fit, "YM") - down * view[1]
            moved = f"translate({left:g} {top:g}) scale({across:g} {down:g})"
        own = ("x", "y", "width", "height", "viewBox", "preserveAspectRatio")
        given = f"{kept.get('transform', '')} {moved}".strip()
        return {key: value for key, value in kept.items() if key not in own} | {"transform": given}

    def _end(self, _tag: str) -> None:
        if self._skipped:
            self._skipped -= 1
            return
        name = self._open.pop()
        self._ids.pop()
        if name == "style" and self._style is not None:
            rules = "".join(self._style)
            self.custom |= dict(_CUSTOM.findall(_COMMENT.sub("", rules)))
            self.out.append(f"<style>{escape(_plain_style(rules))}</style>")
            self._style = None
            return
        self.out.append(f"</{name}>")

    def _text(self, words: str) -> None:
        if self._skipped or not self._open:
            return
        if self._style is not None:
            self._spend("style", len(words), MOST_STYLE, lambda: _("the SVG's style rules are longer than any logo's"))
            self._style.append(words)
            return
        if self._open[-1] not in ("text", "tspan", "textPath", "title", "desc"):
            return
        self._spend("text", len(words), MOST_TEXT, lambda: _("the SVG has more than {most} letters").format(most=MOST_TEXT))
        self.out.append(escape(words))


def _plain_style(rules: str) -> str:
    """The rules whose selectors are names (".st0", "#a", "path.b", "g > .c"); others cost as much as they can match, and are left
    out."""
    if "@import" in rules:
        raise BadSvg(_("the SVG fetches something from outside; export it again with everything embedded"))
    kept, stepped = [], 0
    for selector, body in _RULE.findall(_COMMENT.sub("", rules)):
        steps = _steps(selector)
        stepped += steps > 1
        if not steps or stepped > MOST_STEPPED:
            continue
        if any(not target.startswith("#") for target in _LINK.findall(body)):
            raise BadSvg(_("the SVG fetches something from outside; export it again with everything embedded"))
        words = [item for item in body.split(";") if not re.match(r"\s*(filter|marker[\w-]*|clip-path|mask)\s*:", item)]
        kept.append(f"{selector.strip()}{{{';'.join(words)}}}")
    if len(kept) > 500:
        raise BadSvg(_("the SVG's style rules are longer than any logo's"))
    return "\n".join(kept)


def _steps(selector: str) -> int:
    """The steps of the longest of a rule's selectors; 0 where one of them is of another kind."""
    paths = [re.split(r"\s*>\s*|\s+", one.strip()) for one in selector.split(",")]
    plain = all(step and _STEP.fullmatch(step) for path in paths for step in path)
    most = max(map(len, paths))
    return most if plain and most <= MOST_STEPS and len(paths) <= MOST_SELECTORS else 0


def _numbers(value: str | None) -> list[float]:
    return [float(item) for item in re.findall(r"[+-]?(?:\d{1,12}(?:\.\d{0,12})?|\.\d{1,12})", (value or "")[:200])]


def _share(fit: str, axis: str) -> float:
    """How much of the room left over lies before the drawing (SVG 2, 8.8)."""
    return {"in": 0.0, "ax": 1.0}.get(fit.partition(axis)[2][:2], 0.5)


def _px(value: str | None) -> float:
    """A length in px (CSS Values 4, 6.2); 0 where it is none, or a share of something that we do not know."""
    found = _LENGTH.fullmatch(value) if value and len(value) < 40 else None
    scale = _UNIT.get(found[2].lower()) if found else None
    return float(found[1]) * scale if found and scale else 0.0
