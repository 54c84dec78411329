"""One among equals, told by its colour: in grey, as a printer or an eye without colours sees it, too (WCAG 1.4.1)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from deck.brand.contrast import contrast
from deck.check.accessible.chart_words import points_of
from deck.check.accessible.charts import LINES, ROUND
from deck.check.model import Finding, Rule
from deck.check.subject import SlideRef, Subject
from deck.check.words import Seen, as_seen, shapes_of
from deck.diagnostics import Severity, short
from deck.drawing import SceneShape
from deck.drawing.color import ColorContext, color_of
from deck.drawing.names import Element, child, local, qn, whole
from deck.drawing.paint import fill_in
from deck.i18n import N_, _, decimal

APART = 1.5
"""So much lighter or darker than its neighbours is a highlight, for it to be one in grey."""
EQUALS = 3


def highlights(colors: Sequence[str]) -> list[tuple[str, str]]:
    """The colours of the few among many of one colour, each with that colour; none where there is no such one colour."""
    counts = Counter(color for color in colors if color)
    if sum(counts.values()) < EQUALS or len(counts) < 2:
        return []
    common, most = counts.most_common(1)[0]
    rest = [color for color in counts if color != common]
    return [(color, common) for color in rest] if most >= 2 and most > sum(counts[color] for color in rest) else []


def faint(colors: Sequence[str]) -> tuple[str, str, float] | None:
    """The highlight that is least apart in grey, with its neighbours' colour and the ratio; None where all are apart."""
    found = [(one, other, contrast(one, other)) for one, other in highlights(colors)]
    worst = min(found, key=lambda item: item[2], default=None)
    return worst if worst is not None and worst[2] < APART else None


def _solid(holder: Element | None, colors: ColorContext) -> str:
    fill = fill_in(child(holder, "c:spPr"))
    known = color_of(fill, colors) if fill is not None and local(fill) == "solidFill" else None
    return known[0] if known else ""


def _points(series: Element, kind: str, colors: ColorContext) -> list[str]:
    """The colour of each point of a series, "" where it is not plain."""
    index = whole(getattr(child(series, "c:idx"), "attrib", {}).get("val"))
    # The slices of a round chart have a colour each, unless the series says one for all.
    own = "" if kind in ROUND or fill_in(child(series, "c:spPr")) is not None else colors.named(f"accent{index % 6 + 1}")
    found = [_solid(series, colors) or own] * min(points_of(series), 1000)
    for point in series.iterchildren(qn("c:dPt")):
        at = whole(getattr(child(point, "c:idx"), "attrib", {}).get("val"), -1)
        if 0 <= at < len(found):
            found[at] = _solid(point, colors)
    return found


def _lines(plot: Element, colors: ColorContext) -> list[str]:
    """The colour of each series' line, "" where it is not said plainly."""
    found: list[str] = []
    for series in plot.iterchildren(qn("c:ser")):
        fill = child(series, "c:spPr", "a:ln", "a:solidFill")
        known = color_of(fill, colors) if fill is not None else None
        found.append(known[0] if known else "")
    return found


def _in_charts(subject: Subject, slide: SlideRef) -> Iterator[Finding]:
    colors = subject.sheets.sheet(slide.part).colors
    for seen in shapes_of(subject, slide):
        root = subject.tree(seen.shape.part) if seen.shape.kind == "chart" and not seen.hidden else None
        area = child(root, "c:chart", "c:plotArea")
        for plot in area if area is not None else ():
            if not local(plot).endswith("Chart"):
                continue
            for series in plot.iterchildren(qn("c:ser")):
                if worst := faint(_points(series, local(plot), colors)):
                    yield _told(subject, slide, seen.shape, worst)
            if local(plot) in LINES and (worst := faint(_lines(plot, colors))):
                yield _told(subject, slide, seen.shape, worst)


def _alike(shapes: Sequence[SceneShape]) -> Iterator[list[SceneShape]]:
    """Shapes of one form and size, as the boxes or sectors of a diagram are."""
    kinds: dict[tuple[str, int, int], list[SceneShape]] = {}
    for shape in shapes:
        if shape.kind == "shape" and shape.fill.kind == "solid" and shape.geometry != "custom":
            kinds.setdefault((shape.geometry, round(shape.box.w / 36_000), round(shape.box.h / 36_000)), []).append(shape)
    yield from (found for found in kinds.values() if len(found) >= EQUALS)


def _in_diagrams(subject: Subject, slide: SlideRef) -> Iterator[Finding]:
    free = [seen.shape for seen in shapes_of(subject, slide) if not (seen.groups or seen.hidden or seen.decorative)]
    for equals in _alike([shape for shape in free if shape.text is not None and shape.text.text.strip()]):
        colors = [shape.fill.colors[0] if shape.fill.colors else "" for shape in equals]
        if worst := faint(colors):
            yield _told(subject, slide, next(s for s, color in zip(equals, colors, strict=True) if color == worst[0]), worst)
    groups: dict[int, tuple[Seen, list[SceneShape]]] = {}
    for seen in shapes_of(subject, slide):
        if seen.groups and not seen.hidden and not seen.decorative:
            outer = seen.groups[-1]
            groups.setdefault(id(outer), (seen, []))[1].append(seen.shape)
    for seen, shapes in groups.values():
        for equals in _alike(shapes):
            if worst := faint([shape.fill.colors[0] if shape.fill.colors else "" for shape in equals]):
                yield _told(subject, slide, seen.groups[-1], worst)


def _told(subject: Subject, slide: SlideRef, shape: SceneShape, worst: tuple[str, str, float]) -> Finding:
    message = _("what is highlighted in “{name}” is {ratio}:1 to what is beside it: in grey the two are alike").format(
        name=short(shape.name, 40), ratio=decimal(worst[2], 2)
    )
    return GREY.found(message, subject.where(slide.part, shape.name), box=as_seen(shape))


def _grey(subject: Subject) -> Iterator[Finding]:
    for slide in subject.slides:
        yield from _in_charts(subject, slide)
        yield from _in_diagrams(subject, slide)


GREY = Rule(
    "accessible/highlight-in-grey",
    severity=Severity.WARNING,
    title=N_("A highlight is none in grey"),
    why=N_(
        "WCAG 1.4.1 (EN 301 549, 10.1.4.1): colour is never the only way that something is told; a highlight "
        "is lighter or darker, too (1.5:1)."
    ),
    mend=N_("choose a darker or lighter colour for what is highlighted, or give it a pattern, an outline or a label"),
    find=_grey,
)
RULES = (GREY,)
