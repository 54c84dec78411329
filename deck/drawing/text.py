"""Text styles resolved: presentation defaults → master's text styles → placeholders down the line → paragraph → run.

ECMA-376 Part 1, 21.1.2.4 (list styles), 21.1.2.2 (paragraphs), 21.1.2.1 (bodies).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from lxml import etree

from deck.drawing import numbers
from deck.drawing.color import ColorContext, color_of
from deck.drawing.model import Insets, SceneParagraph, SceneRun, SceneText, TextLevel, TextStyle
from deck.drawing.names import Element, child, local, qn, yes
from deck.drawing.sheet import Sheet, family
from deck.drawing.theme import Theme
from deck.geometry import EMU_PER_PT
from deck.memory import Itself
from deck.package import parse_xml

MOST_PARAGRAPHS = 60_000
_BASE = TextLevel(font="", size_pt=18.0, sized=False, faced=False)


def _spacing(holder: Element | None) -> tuple[float, float] | None:
    """(points, factor) of a:lnSpc, a:spcBef or a:spcAft."""
    if holder is None:
        return None
    points = child(holder, "a:spcPts")
    if points is not None:
        return numbers.spacing_points(points.get("val")) / 100, 0.0
    share = child(holder, "a:spcPct")
    return (0.0, numbers.spacing_share(share.get("val"), 100_000) / 100_000) if share is not None else None


def apply_paragraph(level: TextLevel, props: Element | None, theme: Theme, colors: ColorContext) -> TextLevel:
    """`level` after a:lvlNpPr or a:pPr, its a:defRPr included."""
    if props is None:
        return level
    new: dict[str, object] = {}
    for name, attribute in (("margin_left", "marL"), ("margin_right", "marR"), ("indent", "indent")):
        if props.get(attribute) is not None:
            new[name] = numbers.inset(props.get(attribute))
    if props.get("rtl") is not None:
        new["rtl"] = yes(props.get("rtl"))
    if props.get("algn"):
        new["align"] = props.get("algn")
    if found := _spacing(child(props, "a:lnSpc")):
        new["line_exact_pt"], new["line_spacing"] = (found[0], 1.0) if found[0] else (0.0, found[1] or 1.0)
    if found := _spacing(child(props, "a:spcBef")):
        new["space_before_pt"], new["space_before_pct"] = found
    if found := _spacing(child(props, "a:spcAft")):
        new["space_after_pt"], new["space_after_pct"] = found
    if props.get("defTabSz"):
        new["tab_every"] = max(numbers.whole(props.get("defTabSz")), 1)
    for item in props:
        name = local(item)
        if name == "tabLst":
            stops = [(numbers.whole(tab.get("pos")), tab.get("algn") or "l") for tab in item.iterchildren(qn("a:tab"))]
            new["tabs"] = tuple(sorted(stops))
        elif name == "buNone":
            new["bullet"] = ""
        elif name == "buChar":
            new["bullet"] = item.get("char") or "•"
        elif name == "buAutoNum":
            new["bullet"] = "1."
            new["numbering"] = item.get("type") or "arabicPeriod", max(numbers.whole(item.get("startAt"), 1), 1)
        elif name == "buBlip":
            new["bullet"] = "•"
        elif name == "buClr" and (found := color_of(item, colors)):
            new["bullet_color"] = found[0]
        elif name == "buClrTx":
            new["bullet_color"] = ""
        elif name == "buFont":
            new["bullet_font"] = item.get("typeface") or ""
        elif name == "buFontTx":
            new["bullet_font"] = ""
        elif name == "buSzPct":
            new["bullet_share"] = numbers.share(item.get("val"), 100_000) / 100_000
        elif name == "buSzPts":
            new["bullet_share"] = -numbers.font_size(item.get("val"), 1800) / 100
        elif name == "buSzTx":
            new["bullet_share"] = 1.0
    level = replace(level, **new) if new else level  # type: ignore[arg-type]
    return apply_run(level, child(props, "a:defRPr"), theme, colors)


def apply_run(level: TextLevel, props: Element | None, theme: Theme, colors: ColorContext) -> TextLevel:
    """`level` after a:rPr or a:defRPr."""
    if props is None:
        return level
    new: dict[str, object] = {}
    if props.get("sz"):
        new["size_pt"], new["sized"] = numbers.font_size(props.get("sz"), 1800) / 100, True
    if props.get("b") is not None:
        new["bold"] = yes(props.get("b"))
    if props.get("i") is not None:
        new["italic"] = yes(props.get("i"))
    if props.get("cap") is not None:
        new["caps"], new["small_caps"] = props.get("cap") == "all", props.get("cap") == "small"
    if props.get("u") is not None:
        new["underline"] = props.get("u") != "none"
    if props.get("strike") is not None:
        new["strike"] = props.get("strike") != "noStrike"
    if props.get("baseline") is not None:
        new["baseline"] = numbers.share(props.get("baseline")) / 100_000
    if props.get("spc") is not None:
        new["letter_spacing_pt"] = numbers.letter_spacing(props.get("spc")) / 100
    for item in props:
        name = local(item)
        if name in ("solidFill", "gradFill", "pattFill"):
            stops = item if name == "solidFill" else next(iter(item.iter(qn("a:gs"), qn("a:fgClr"))), None)
            if found := color_of(stops, colors):
                new["color"], new["alpha"] = found
        elif name == "latin" and (typeface := item.get("typeface")):
            new["font"], new["faced"] = theme.font(typeface), True
    return replace(level, **new) if new else level  # type: ignore[arg-type]


def _apply_list(levels: list[TextLevel], style: Element | None, theme: Theme, colors: ColorContext) -> list[TextLevel]:
    if style is None:
        return levels
    default = child(style, "a:defPPr")
    if default is not None:
        levels = [apply_paragraph(level, default, theme, colors) for level in levels]
    return [apply_paragraph(level, child(style, f"a:lvl{n}pPr"), theme, colors) for n, level in enumerate(levels, 1)]


def levels_of(sheet: Sheet, kind: str | None, chain: Sequence[Element]) -> tuple[TextLevel, ...]:
    """Nine levels for a shape of placeholder `kind` (None: no placeholder) with `chain`: the shape and those it takes after,
    nearest first."""
    above = chain[1:]
    key = (kind if kind is None else family(kind), sheet.inks, *map(Itself, above))
    levels = sheet.sheets.levels.get(key)
    if levels is None:
        levels = sheet.sheets.levels[key] = _inherited(sheet, kind, above)
    own = child(chain[0], "p:txBody", "a:lstStyle") if chain else None
    return tuple(_apply_list(list(levels), own, sheet.theme, sheet.colors)) if own is not None and len(own) else levels


def _inherited(sheet: Sheet, kind: str | None, above: Sequence[Element]) -> tuple[TextLevel, ...]:
    """The levels before the shape's own say: the presentation's or the master's, then those of the placeholders above it."""
    theme, colors = sheet.theme, sheet.colors
    notes = child(sheet.master.root, "p:notesStyle")
    if kind is None:
        first = sheet.sheets.default_text
    elif notes is not None:
        first = notes
    else:
        which = {"title": "p:titleStyle", "body": "p:bodyStyle"}.get(family(kind), "p:otherStyle")
        first = child(sheet.master.root, "p:txStyles", which)
    levels = (replace(_BASE, font=theme.minor, color=colors.named("tx1")),) * 9
    styles = [
        style for style in (first, *(child(item, "p:txBody", "a:lstStyle") for item in reversed(above))) if style is not None
    ]
    if colors.trace is not None:
        # Who asks where each colour comes from must be told of each.
        for style in styles:
            levels = tuple(_apply_list(list(levels), style, theme, colors))
        return levels
    inks = _Inks(theme.major, theme.minor, tuple(theme.scheme.items()), tuple(sheet.color_map.items()))
    for style in styles:
        levels = _listed(levels, etree.tostring(style, with_tail=False), inks)
    return levels


@dataclass(frozen=True, slots=True)
class _Inks:
    """What list styles ask of a theme, with its colour map: fonts and colours."""

    major: str
    minor: str
    scheme: tuple[tuple[str, str], ...]
    map: tuple[tuple[str, str], ...]


@lru_cache(maxsize=2_048)
def _listed(levels: tuple[TextLevel, ...], style: bytes, inks: _Inks) -> tuple[TextLevel, ...]:
    """`levels` after a list style, as XML. Decks of one template say the same ones, and a deck is read many times."""
    theme = Theme(scheme=dict(inks.scheme), major=inks.major, minor=inks.minor)
    return tuple(_apply_list(list(levels), parse_xml(style), theme, ColorContext(theme.scheme, dict(inks.map))))


def style_of(levels: tuple[TextLevel, ...], bodies: Sequence[Element | None]) -> TextStyle:
    """How a body sits, from a:bodyPr of the shape and those above it, nearest first (each attribute on its own)."""
    props = [child(body, "a:bodyPr") if body is not None else None for body in bodies]

    def attribute(name: str) -> str | None:
        return next((item.get(name) for item in props if item is not None and item.get(name) is not None), None)

    autofit, scale, less = "none", 1.0, 0.0
    for item in props:
        fit = next((c for c in item if local(c) in ("normAutofit", "spAutoFit", "noAutofit")), None) if item is not None else None
        if fit is not None:
            autofit = {"normAutofit": "norm", "spAutoFit": "shape"}.get(local(fit), "none")
            if autofit == "norm":
                scale = numbers.share(fit.get("fontScale"), 100_000) / 100_000
                less = numbers.share(fit.get("lnSpcReduction")) / 100_000
            break
    insets = Insets(
        numbers.inset(attribute("lIns"), 91_440),
        numbers.inset(attribute("tIns"), 45_720),
        numbers.inset(attribute("rIns"), 91_440),
        numbers.inset(attribute("bIns"), 45_720),
    )
    return TextStyle(
        levels,
        insets=insets,
        anchor=attribute("anchor") or "t",
        vert=attribute("vert") or "horz",
        rtl=False,
        columns=numbers.columns(attribute("numCol"), 1),
        column_gap=max(numbers.inset(attribute("spcCol")), 0),
        wrap=(attribute("wrap") or "square") != "none",
        font_scale=min(max(scale, 0.1), 1.0),
        line_reduction=min(max(less, 0.0), 0.9),
        autofit=autofit,  # type: ignore[arg-type]
    )


def _own_color(click: Element) -> bool:
    """A link that keeps its text's colour ([MS-ODRAWXML] 2.27.1.3, hlinkClr)."""
    return any(local(item) == "hlinkClr" and item.get("val") == "tx" for item in click.iter())


def text_of(sheet: Sheet, body: Element, style: TextStyle) -> SceneText:
    """The words of a text body with the look of each run."""
    theme, colors = sheet.theme, sheet.colors
    links = {rel.id: rel for rel in sheet.package.rels.get(sheet.part, ())}
    found: list[SceneParagraph] = []
    for para in body.iterchildren(qn("a:p")):
        if len(found) >= MOST_PARAGRAPHS:
            break
        props = child(para, "a:pPr")
        number = numbers.level(props.get("lvl")) if props is not None else 0
        level = apply_paragraph(style.levels[number], props, theme, colors)
        runs: list[SceneRun] = []
        for item in para:
            name = local(item)
            if name not in ("r", "br", "fld"):
                continue
            look = child(item, "a:rPr")
            shown = apply_run(level, look, theme, colors)
            words = "\v" if name == "br" else (getattr(child(item, "a:t"), "text", "") or "")
            if name == "fld" and item.get("type") == "slidenum" and (place := sheet.sheets.places.get(sheet.part)):
                # What stands there is from when it was saved.
                words = str(place)
            click = child(look, "a:hlinkClick")
            link = ""
            if click is not None:
                rel = links.get(click.get(qn("r:id"), ""))
                link = (rel.target if rel.external else f"#{rel.target}") if rel else click.get("action", "")
                if link and not _own_color(click):
                    shown = replace(shown, color=colors.named("hlink"))
            marker = color_of(child(look, "a:highlight"), colors)
            runs.append(
                SceneRun(
                    words,
                    font=shown.font,
                    size_pt=shown.size_pt,
                    bold=shown.bold,
                    italic=shown.italic,
                    color=shown.color,
                    lang=look.get("lang", "") if look is not None else "",
                    link=link,
                    field=item.get("type", "") if name == "fld" else "",
                    highlight=marker[0] if marker else "",
                    caps="all" if shown.caps else "small" if shown.small_caps else "",
                    spacing_pt=shown.letter_spacing_pt,
                    underline=shown.underline,
                    strike=shown.strike,
                    alpha=shown.alpha,
                    baseline=shown.baseline,
                )
            )
        if not runs:
            # An empty line is as high as its end says.
            level = apply_run(level, child(para, "a:endParaRPr"), theme, colors)
        marks = {local(item) for item in props} if props is not None else set()
        kind = (
            "number"
            if "buAutoNum" in marks or level.bullet == "1."
            else "picture"
            if "buBlip" in marks
            else "bullet"
            if level.bullet
            else "none"
        )
        found.append(SceneParagraph(tuple(runs), number, level, kind))  # type: ignore[arg-type]
    rtl = any(props.get("rtl") in ("1", "true") for props in body.iter(qn("a:pPr")))
    return SceneText(tuple(found), replace(style, rtl=rtl) if rtl else style)


def points(emu: float) -> float:
    """EMU to points."""
    return emu / EMU_PER_PT
