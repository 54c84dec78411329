"""Words and graphics against what truly lies behind them (WCAG 1.4.3 and 1.4.11; EN 301 549 10.1.4.3 and 10.1.4.11)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import islice

from deck.brand.contrast import GRAPHIC, needed
from deck.check.accessible.charts import DrawnChart, charts_of
from deck.check.accessible.legend import legend_box
from deck.check.model import Finding, Rule
from deck.check.subject import SlideRef, Subject
from deck.check.words import Words, as_seen, kept, painted, shapes_of, without_groups, words_of
from deck.diagnostics import Severity, short
from deck.drawing import Paint, SceneRun, SceneShape
from deck.drawing.color import mix
from deck.drawing.ground import Behind, ground_behind, least, painted_over, turned
from deck.drawing.names import child
from deck.geometry import EMU_PER_PT, Box
from deck.i18n import N_, _, decimal
from deck.layout.setting import TypeSetting, set_text

WHITE = Behind(("FFFFFF",), (1.0,), "solid")
MOST_BEYOND = 60
"""Pieces of lines beyond their shape that are looked at: the first tell, and a hostile text has a million."""
WORD, ODD = 3.0, 0.75
"""How long a word is, in heights of its line. The share of the wanted contrast under which a word's own piece of a ground that
reads on the whole is told."""
ROUNDING = 0.005
"""Ratios are told with two decimals: what rounds to the wanted ratio has it."""


@kept
def settings_of(subject: Subject, slide: SlideRef) -> tuple[tuple[Words, TypeSetting], ...]:
    """Each text of the slide, set into its shape."""
    return tuple(
        (words, set_text(words.text, words.box, words.shape.geometry if words.row < 0 else "rect", words.shape.adjust))
        for words in words_of(subject, slide)
    )


@kept
def _flat(subject: Subject, slide: SlideRef) -> tuple[SceneShape, ...]:
    return tuple(without_groups(shape) for shape in painted(subject, slide))


def behind(subject: Subject, slide: SlideRef, order: int, box: Box) -> Behind:
    """What is painted in `box` before the shape at `order`."""
    shapes = _flat(subject, slide)[:order]
    scene = subject.scene(slide.part)
    slide_box = Box(0, 0, *scene.size)
    at = box.intersection(slide_box)
    return ground_behind(subject.package, scene, _within(shapes), at if at.area else box)


def _within(shapes: tuple[SceneShape, ...]) -> Iterator[SceneShape]:
    """The parents' groups opened; the slide's own stand opened already."""
    for shape in shapes:
        if shape.origin != "slide" and shape.children:
            yield from _within(shape.children)
        else:
            yield shape


def _over(subject: Subject, paint: Paint, outer: Box, box: Box, under: Behind) -> Behind:
    """A paint of the shape's or the cell's own upon what is behind it."""
    if paint.kind == "none":
        return under
    return painted_over(subject.package, paint, outer, box, under)


def ground_of(subject: Subject, slide: SlideRef, words: Words, box: Box) -> Behind:
    """What lies behind the words that take `box`."""
    seen = turned(box, words.shape.rotation) if words.row < 0 else box
    plain = words.shape.fill
    paints = [words.fill] if words.row >= 0 else [plain]
    solid = next((p for p in paints if p.kind in ("solid", "gradient", "pattern") and p.alpha >= 0.999), None)
    under = WHITE if solid is not None else behind(subject, slide, words.seen.order, seen)
    for paint in paints:
        under = _over(subject, paint, words.box, box, under)
    return under


def beyond(words: Words, setting: TypeSetting, line: Box) -> tuple[Box, ...]:
    """Of a line what stands beside its shape's own paint, or under it: so much that it is a letter or a line for sure. Of a shape
    that follows its text, PowerPoint has measured the height itself."""
    shape, style = words.shape, words.text.style
    if words.row >= 0 or shape.fill.kind == "none" or shape.rotation % 21_600_000 or words.box.area == 0 or style.vert != "horz":
        return ()
    air = round((setting.line if style.autofit != "shape" else 2 * setting.line) * EMU_PER_PT)
    aside = air if setting.exact else air + line.w // 10
    left, right = words.box.x - line.x, line.right - words.box.right
    pieces = [Box(line.x, line.y, left, line.h)] if left > aside else []
    pieces += [Box(words.box.right, line.y, right, line.h)] if right > aside else []
    if setting.exact and style.autofit != "shape" and line.y > words.box.bottom - line.h // 10:
        pieces.append(line)
    return tuple(pieces)


def wanted(run: SceneRun, scale: float) -> float:
    """4.5, or 3 for large text: 18 pt, or 14 pt bold (WCAG 2.1, "large scale")."""
    size = run.size_pt * scale
    return needed(size, run.bold)


def _worst(subject: Subject, slide: SlideRef, words: Words, setting: TypeSetting) -> tuple[SceneRun, float, float, bool] | None:
    """The run that reads worst, its ratio, the ratio wanted, and whether the ground is one plain colour."""
    scale = words.text.style.font_scale if words.text.style.autofit == "norm" else 1.0
    worst: tuple[SceneRun, float, float, bool] | None = None
    whole = ground_of(subject, slide, words, setting.box or words.box)
    if whole.kind == "unknown":
        # What a metafile shows is not known, and nothing is said of it.
        return None
    pieces = ((line.paragraph, piece) for line in setting.lines for piece in beyond(words, setting, line.box))
    outer = [(n, behind(subject, slide, words.seen.order, piece)) for n, piece in islice(pieces, MOST_BEYOND)]
    for n, paragraph in enumerate(words.text.paragraphs):
        for run in paragraph.runs:
            if not run.text.strip():
                continue
            least_wanted = wanted(run, scale)
            if run.highlight:
                found, sure = least(run.color, (run.highlight,)), True
            else:
                found, sure = whole.against(run.color), whole.plain
            if found + ROUNDING < least_wanted and not sure:
                # Not all of the ground lies behind these very lines.
                grounds = [ground_of(subject, slide, words, line.box) for line in setting.lines if line.paragraph == n] or [whole]
                found, sure = min((ground.against(run.color), ground.plain) for ground in grounds)
            elif not run.highlight and not whole.plain and least(run.color, whole.colors) < ODD * least_wanted:
                # A rim of the whole may be all that a word of it has behind it.
                every = (piece for line in setting.lines if line.paragraph == n for piece in _words_long(line.box))
                few = islice(every, MOST_BEYOND)
                odd = min((ground_of(subject, slide, words, piece).against(run.color) for piece in few), default=found)
                if odd < ODD * least_wanted:
                    found, sure = min(found, odd), False
            if outer and not run.highlight:
                # Where they leave their own ground they stand on another: which of a paragraph's runs do is not asked.
                found, sure = min(
                    (found, sure), *((ground.against(run.color), False) for at, ground in outer if at == n and ground.colors)
                )
            if found + ROUNDING < least_wanted and (worst is None or found / least_wanted < worst[1] / worst[2]):
                worst = run, found, least_wanted, sure
    return worst


def _words_long(line: Box) -> Iterator[Box]:
    """A line cut into pieces about as long as a word."""
    count = max(round(line.w / max(WORD * line.h, 1)), 1)
    for n in range(count):
        left, right = line.x + n * line.w // count, line.x + (n + 1) * line.w // count
        yield Box(left, line.y, right - left, line.h)


def _text(subject: Subject) -> Iterator[Finding]:
    # Footers take their look from the template: what is wrong with one is told once, with the number of slides.
    shared: dict[tuple[str, str], list[Finding]] = {}
    for slide in subject.slides:
        for words, setting in settings_of(subject, slide):
            found = _worst(subject, slide, words, setting)
            if found is None:
                continue
            finding = _told(subject, slide, words, setting, found)
            if words.furniture:
                shared.setdefault((words.shape.ph_type, words.text.text if words.shape.ph_type == "ftr" else ""), []).append(
                    finding
                )
            else:
                yield finding
        for drawn in charts_of(subject, slide):
            yield from _chart_words(subject, slide, drawn)
    for findings in shared.values():
        yield replace(
            findings[0],
            message=findings[0].message + (_(", as on {count} slides").format(count=len(findings)) if len(findings) > 1 else ""),
            hint=_("it comes from the template: mend it once for all under View > Slide Master"),
        )


def _ratio(ratio: float, least: float) -> str:
    """With so many decimals that it is less than what it is to be."""
    return decimal(ratio, 1 if ratio + 0.05 < least else 2)


def _told(
    subject: Subject, slide: SlideRef, words: Words, setting: TypeSetting, found: tuple[SceneRun, float, float, bool]
) -> Finding:
    run, ratio, least_wanted, sure = found
    message = _("“{words}” has the contrast {ratio}:1 with what lies behind it; it needs {least}:1").format(
        words=short(run.text), ratio=_ratio(ratio, least_wanted), least=decimal(least_wanted)
    )
    hint = "" if sure else _("the ground varies: this is its worst place; put a plain colour behind the words")
    return WORDS.found(
        message,
        subject.where(slide.part, words.name),
        hint=hint,
        box=turned(setting.box or words.box, words.shape.rotation),
        severity=None if sure else Severity.WARNING,
    )


def _chart_words(subject: Subject, slide: SlideRef, drawn: DrawnChart) -> Iterator[Finding]:
    """Legend, axes, titles and labels, each against the points or the ground that they stand on."""
    under = _ground_of_chart(subject, slide, drawn)
    told: set[str] = set()
    for words in drawn.words:
        ratio = least(words.color, words.grounds) if words.grounds else under.against(words.color)
        sure = bool(words.grounds) or under.plain
        if words.legend and not drawn.ground:
            # What stands behind a small part of the chart may be all that its legend has behind it.
            chart = child(subject.tree(drawn.seen.shape.part), "c:chart")
            own = behind(subject, slide, drawn.seen.order, legend_box(chart, drawn, words.size_pt))
            ratio, sure = own.against(words.color), sure and own.plain
        asked = needed(words.size_pt, words.bold)
        if ratio + ROUNDING >= asked or words.what in told:
            continue
        told.add(words.what)
        message = _("{what}: the contrast with what lies behind is {ratio}:1; it needs {least}:1").format(
            what=words.what, ratio=_ratio(ratio, asked), least=decimal(asked)
        )
        yield WORDS.found(
            message[:1].upper() + message[1:],
            subject.where(slide.part, drawn.seen.shape.name),
            box=drawn.seen.shape.box,
            severity=None if sure else Severity.WARNING,
        )


def _ground_of_chart(subject: Subject, slide: SlideRef, drawn: DrawnChart) -> Behind:
    return (
        Behind((drawn.ground,), (1.0,), "solid")
        if drawn.ground
        else behind(subject, slide, drawn.seen.order, drawn.seen.shape.box)
    )


def _graphics(subject: Subject) -> Iterator[Finding]:
    for slide in subject.slides:
        for seen in shapes_of(subject, slide):
            shape = seen.shape
            if seen.decorative or seen.hidden or shape.box.area + shape.box.w + shape.box.h == 0:
                continue
            paints = _meant(shape)
            if not paints:
                continue
            under = behind(subject, slide, seen.order, as_seen(shape))
            best = max((least(mix(c, under.colors[0], p.alpha), under.colors) for p in paints for c in p.colors), default=21.0)
            if best + ROUNDING < GRAPHIC and under.plain:
                message = _("it has the contrast {ratio}:1 with what lies behind it; it needs {least}:1").format(
                    ratio=decimal(best, 1), least=decimal(GRAPHIC)
                )
                yield GRAPHICS.found(message, subject.where(slide.part, shape.name), box=as_seen(shape))
        for drawn in charts_of(subject, slide):
            yield from _chart(subject, slide, drawn)


def _meant(shape: SceneShape) -> list[Paint]:
    """The paints of a graphic that says something: a connector, or a drawn shape with words of its own to describe it."""
    line = [shape.line] if shape.line.kind not in ("none", "unknown") and shape.line_width > 0 else []
    if shape.kind == "connector":
        return line
    if shape.kind == "shape" and shape.alt.strip() and not (shape.text and shape.text.text.strip()):
        fill = [shape.fill] if shape.fill.kind in ("solid", "gradient", "pattern") else []
        return fill + line
    return []


def _chart(subject: Subject, slide: SlideRef, drawn: DrawnChart) -> Iterator[Finding]:
    """A series that hardly stands out, and whose points say nothing in words."""
    under = _ground_of_chart(subject, slide, drawn)
    if not under.plain or drawn.labelled:
        return
    faint = [
        (name, least(color, under.colors)) for name, color in drawn.colors if least(color, under.colors) + ROUNDING < GRAPHIC
    ]
    if faint:
        name, ratio = min(faint, key=lambda item: item[1])
        message = _("“{name}” in the chart has the contrast {ratio}:1 with its ground; it needs {least}:1, or labels").format(
            name=short(name, 30), ratio=decimal(ratio, 1), least=decimal(GRAPHIC)
        )
        yield GRAPHICS.found(message, subject.where(slide.part, drawn.seen.shape.name), box=drawn.seen.shape.box)


WORDS = Rule(
    "accessible/contrast-text",
    severity=Severity.ERROR,
    title=N_("The words stand out too little"),
    why=N_("WCAG 1.4.3 (EN 301 549, 10.1.4.3): 4.5:1, or 3:1 for 18 pt, or 14 pt bold, and larger."),
    mend=N_("choose another text colour (Home > Font Color) or another fill behind it, among the theme's colours"),
    find=_text,
)
GRAPHICS = Rule(
    "accessible/contrast-graphic",
    severity=Severity.WARNING,
    title=N_("A graphic stands out too little"),
    why=N_("WCAG 1.4.11 (EN 301 549, 10.1.4.11): lines and areas that say something have 3:1."),
    mend=N_("choose a darker or lighter colour or outline (Shape Format), or mark it as decorative if it says nothing"),
    find=_graphics,
)
RULES = (WORDS, GRAPHICS)
