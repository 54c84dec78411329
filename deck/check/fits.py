"""Does what is written fit where it stands, on the slide, clear of other things, and large enough to read?"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import reduce

from deck.check import chart_labels
from deck.check.accessible.alternatives import words_within
from deck.check.accessible.contrast import settings_of
from deck.check.model import Finding, Rule
from deck.check.occupants import AIR, Occupant, blocks_of
from deck.check.subject import SlideRef, Subject
from deck.check.words import Words, as_seen, shapes_of, turned
from deck.diagnostics import Severity, short
from deck.drawing.sheet import TITLES
from deck.fonts import KERNED, least_share
from deck.geometry import EMU_PER_CM, EMU_PER_PT, Box, least_scale
from deck.i18n import N_, _, decimal
from deck.layout.setting import VERTICAL, TypeSetting, set_text

WHY = N_("Text that does not fit is cut, or lies on something else, when the deck is shown.")
LEAST = 18.0
IN_TABLE, NUMERAL = 16.0, 12.0
"""Points: a table's words are looked up, line by line; a numeral in a drawing stands for a name in the list beside it."""
MOST_LINES = 600
"""Lines of a slide that are held against each other one by one; on a slide with more, a text is where all of it is."""
SLACK_PT = 2.0
CLEAR = round(0.1 * EMU_PER_CM)
"""So little lies over another thing, or beyond the edge, and nobody sees it."""


def tolerance(setting: TypeSetting, autofit: str) -> float:
    """Points that a text may seem to be over and still fit: rounding where the font's widths are its own, half a line where a
    near relation stands in. A shape that follows its text was measured by PowerPoint itself: there a whole line."""
    if setting.exact:
        # A line has air under its letters: so much of it is over, and nothing shows.
        return max(SLACK_PT, 0.02 * setting.height, (AIR if autofit != "shape" else 0.6) * setting.line)
    return max(0.5 * setting.line, 0.08 * setting.height) if autofit == "none" else max(setting.line, 0.1 * setting.height)


def _overflow(subject: Subject) -> Iterator[Finding]:
    for slide in subject.slides:
        for words, setting in settings_of(subject, slide):
            if words.row >= 0 or words.box.area == 0 or not words.text.style.wrap:
                continue
            most = max(tolerance(setting, words.text.style.autofit), _beside(words, setting))
            # We set what is ours by these very widths; of anyone else's text only that is told which holds in any case.
            sure = setting if setting.over <= most or subject.manifest is not None else _narrower(words, setting)
            if sure.over > most:
                yield _over(subject, slide, words, sure)


def _share(words: Words) -> float:
    """What of its measured width the text has for sure."""
    return min((least_share(run.font) for p in words.text.paragraphs for run in p.runs if run.text.strip()), default=1.0)


def _narrower(words: Words, setting: TypeSetting) -> TypeSetting:
    """The text with its words as narrow as they may be: a line that is over by a hair here holds them elsewhere. Tab stops stand
    where they stand."""
    if "\t" in words.text.text:
        return setting
    spare = round(setting.width * (1 / _share(words) - 1) * EMU_PER_PT)
    along = words.text.style.vert not in VERTICAL
    box = words.box
    wide = Box(box.x, box.y, box.w + (spare if along else 0), box.h + (0 if along else spare))
    return set_text(words.text, wide, words.shape.geometry if words.row < 0 else "rect", words.shape.adjust)


def _beside(words: Words, setting: TypeSetting) -> float:
    """Points of half of what a drawn shape (an arrow, an oval) has above and below its room for text (20.1.9.22) within its
    outline: words that reach so far lie on nothing else."""
    margins = words.text.style.insets
    beside = (words.box.h - margins.top - margins.bottom) / EMU_PER_PT - setting.room
    return max(beside, 0) / 2 if words.shape.geometry != "rect" and words.text.style.vert == "horz" else 0.0


def _over(subject: Subject, slide: SlideRef, words: Words, setting: TypeSetting) -> Finding:
    lines = max(round(setting.over / setting.line), 1) if setting.line else 1
    points = round(setting.over)
    message = (
        _("the text is about {points} points ({lines} lines) higher than its shape").format(points=points, lines=lines)
        if lines > 1
        else _("the text is about {points} points (a line) higher than its shape").format(points=points)
    )
    hint = ""
    if words.text.style.font_scale < 0.999 or words.text.style.line_reduction > 0:
        hint = _("even with the stored font scale {scale} %; shorten the text, enlarge the shape, or split the slide").format(
            scale=round(words.text.style.font_scale * 100)
        )
    box = turned(words.box.union(setting.box) if setting.box else words.box, words.shape.rotation)
    sure = setting.exact and words.text.style.autofit != "shape"
    severity = (
        Severity.ERROR if sure and (setting.over >= 0.9 * setting.line or subject.manifest is not None) else Severity.WARNING
    )
    return OVERFLOW.found(message, subject.where(slide.part, words.name), hint=hint, box=box, severity=severity)


def _cut(subject: Subject) -> Iterator[Finding]:
    for slide in subject.slides:
        for words, setting in settings_of(subject, slide):
            if setting.broken and words.box.area and words.shape.geometry != "custom" and _cut_for_sure(words, setting):
                message = _("a word is wider than its shape, and is cut: “{words}”").format(words=_longest(words))
                yield CUT.found(message, subject.where(slide.part, words.name), box=words.box)


def _cut_for_sure(words: Words, setting: TypeSetting) -> bool:
    from deck.fonts import measure

    scale = words.text.style.font_scale if words.text.style.autofit == "norm" else 1.0
    widest = max(
        (
            (
                measure(word.upper() if run.caps else word, run.font, run.size_pt * scale, run.bold, run.italic)
                + run.spacing_pt * len(word)
            )
            * least_share(run.font)
            for p in words.text.paragraphs
            for run in p.runs
            for word in run.text.split()
        ),
        default=0.0,
    )
    # A word of several looks is wider than each of its pieces.
    mixed = widest <= setting.width * KERNED and setting.exact
    return mixed or widest > setting.width


def _longest(words: Words) -> str:
    return short(max(words.text.text.replace("\v", " ").split(), key=len, default=""), 40)


def _overlaps(subject: Subject) -> Iterator[Finding]:
    for slide in subject.slides:
        blocks = blocks_of(subject, slide)
        if sum(len(block.inks) for block in blocks) > MOST_LINES:
            blocks = tuple(replace(block, parts=()) for block in blocks)
        for n, under in enumerate(blocks):
            for over in blocks[n + 1 :] if len(blocks) <= 300 else ():
                if not (under.text or over.text) or under.seen is over.seen:
                    continue
                common = _all_common(under, over)
                if common and _on_each_other(under, over, sum(box.area for box in common)):
                    message = _("“{one}” and “{other}” lie on each other").format(one=under.name, other=over.name)
                    # What is marked is what is at fault: lines, not the empty space between them.
                    box = reduce(Box.union, common)
                    yield OVERLAP.found(message, subject.where(slide.part, over.name), box=box)


def _all_common(under: Occupant, over: Occupant) -> list[Box]:
    return [box for one in under.inks for other in over.inks if (box := _common(one, other)).area]


def _on_each_other(under: Occupant, over: Occupant, common: int) -> bool:
    # Words set upon a picture are contrast's to judge, and those on a ground of their own hide it on purpose; a picture laid
    # upon words hides them.
    if over.text and not under.text:
        paint = over.seen.shape.fill
        if under.ink.contains(over.ink, CLEAR) or (
            under.seen.shape.kind == "picture" and paint.kind == "solid" and paint.alpha > 0.9
        ):
            return False
    if under.text and not over.text and over.seen.shape.kind == "picture":
        return common > 0.02 * under.ink.area
    return common > 0.01 * min(under.ink.area, over.ink.area)


def _common(one: Box, other: Box) -> Box:
    """What they share, where it is more than an edge; else nothing."""
    common = one.intersection(other)
    least = max(min(CLEAR, one.w // 4, other.w // 4, one.h // 4, other.h // 4), 1)
    return common if common.w > least and common.h > least else Box(0, 0, 0, 0)


def _outside(subject: Subject) -> Iterator[Finding]:
    frame = Box(0, 0, *subject.sheets.size)
    for slide in subject.slides:
        blocks = blocks_of(subject, slide)
        inks = {block.seen.order: block.ink for block in blocks}
        for seen in shapes_of(subject, slide):
            shape = seen.shape
            if seen.hidden or seen.groups or shape.box.area == 0:
                continue
            says = bool(words_within(shape)) or (
                shape.kind in ("picture", "chart", "table", "media", "diagram") and not seen.decorative
            )
            box = inks.get(seen.order, as_seen(shape))
            if not says or frame.contains(box, CLEAR):
                continue
            cut = 1 - frame.intersection(box).area / max(box.area, 1)
            if shape.kind == "picture" and cut < 0.05:
                continue
            message = _("it lies outside the slide") if cut > 0.99 else _("it reaches beyond the slide's edge")
            severity = Severity.ERROR if words_within(shape) and cut < 0.99 else Severity.WARNING
            yield OUTSIDE.found(message, subject.where(slide.part, shape.name), box=box, severity=severity)


def _least(words: Words, size: tuple[int, int]) -> float:
    """The size under which words of their kind are too small, on a slide of this size: a small one is shown as large."""
    numeral = words.seen.groups and words.text.text.strip().isdecimal()
    least = IN_TABLE if words.row >= 0 else NUMERAL if numeral else LEAST
    return least * least_scale(size)


FOOT, LINES, SOURCE_PT = 0.6, 0.1, 12.0
"""A source line: the lowest words of a slide's lower part, no higher than this share of it (two lines on a small slide), of this
size in points or more."""


def _is_source_line(words: Words, all_words: Sequence[Words], size: tuple[int, int]) -> bool:
    """One paragraph under all others that says where they come from: as for a footer, 12 points will do."""
    sizes = [run.size_pt for p in words.text.paragraphs for run in p.runs if run.text.strip()]
    low = words.box.y >= FOOT * size[1] and words.box.h <= LINES * size[1]
    # In some houses titles stand at the foot.
    others = [other for other in all_words if not other.furniture and other.shape.ph_type not in TITLES]
    last = all(other.box.bottom <= words.box.y + words.box.h for other in others)
    return (
        low
        and last
        and len([p for p in words.text.paragraphs if p.text.strip()]) == 1
        and min(sizes) >= SOURCE_PT * least_scale(size) - 0.05
    )


def _small(subject: Subject) -> Iterator[Finding]:
    ours = subject.manifest is not None
    for slide in subject.slides:
        least: tuple[float, Words, str] | None = None
        count = 0
        everything, page = [words for words, _setting in settings_of(subject, slide)], subject.sheets.size
        for words in everything:
            if words.furniture or _is_source_line(words, everything, page):
                continue
            scale = words.text.style.font_scale if words.text.style.autofit == "norm" else 1.0
            # Raised numerals come last among those of a size: they tell nobody which words are meant.
            size, _raised, text = min(
                (
                    (run.size_pt * scale, run.baseline != 0, run.text)
                    for p in words.text.paragraphs
                    for run in p.runs
                    if run.text.strip()
                ),
                key=lambda item: item[:2],
            )
            if size < _least(words, page) - 0.05:
                count += 1
                if least is None or size < least[0]:
                    least = size, words, text
        if least is not None:
            size, words, text = least
            message = _("“{words}” is {size} points, under {least}").format(
                words=short(text, 40), size=decimal(float(f"{size:.3g}")), least=decimal(_least(words, page))
            )
            if count > 1:
                message += _("; {count} texts of the slide are").format(count=count)
            severity = Severity.ERROR if ours else None
            yield SMALL.found(message, subject.where(slide.part, words.name), box=words.box, severity=severity)


def _unmeasured(subject: Subject) -> Iterator[Finding]:
    first: dict[str, tuple[SlideRef, Words]] = {}
    for slide in subject.slides:
        for words, setting in settings_of(subject, slide):
            for face in setting.unknown:
                first.setdefault(face, (slide, words))
    for face, (slide, words) in sorted(first.items()):
        message = _("the widths of the font “{font}” are not known: whether its text fits is reckoned with a wide one's").format(
            font=face
        )
        yield UNMEASURED.found(message, subject.where(slide.part, words.name))


OVERFLOW = Rule(
    "fits/overflow",
    severity=Severity.ERROR,
    title=N_("The text is higher than its shape"),
    why=WHY,
    mend=N_("shorten the text, enlarge the shape, or split the slide; do not let the type shrink"),
    find=_overflow,
)
CUT = Rule(
    "fits/word-cut",
    severity=Severity.WARNING,
    title=N_("A word is wider than its shape"),
    why=WHY,
    mend=N_("enlarge the shape or column, choose a shorter word, or put a soft hyphen in it"),
    find=_cut,
)
OVERLAP = Rule(
    "fits/overlap",
    severity=Severity.WARNING,
    title=N_("Words and other things lie on each other"),
    why=WHY,
    mend=N_("move one of them (Home > Arrange > Selection Pane finds what lies behind)"),
    find=_overlaps,
)
OUTSIDE = Rule(
    "fits/outside",
    severity=Severity.WARNING,
    title=N_("Something lies outside the slide"),
    why=N_("What is outside is not seen, yet read aloud."),
    mend=N_("move it onto the slide, or take it away"),
    find=_outside,
)
SMALL = Rule(
    "fits/small-text",
    severity=Severity.WARNING,
    title=N_("The text is too small"),
    why=N_(
        "Practice: body text 24 points, never under 18, so that it is read from the back of the room; 16 in tables, 12 for "
        "numerals in a drawing."
    ),
    mend=N_("enlarge the text to 18 points at least; put the rest in the notes or on another slide"),
    find=_small,
)
UNMEASURED = Rule(
    "fits/font-unmeasured",
    severity=Severity.INFO,
    title=N_("A font's widths are not known"),
    why=N_("Whether text fits is reckoned from each font's own widths."),
    mend=N_("look through the slides with this font yourself, or choose a font that everybody has"),
    find=_unmeasured,
)
RULES = (OVERFLOW, CUT, OVERLAP, OUTSIDE, SMALL, UNMEASURED, *chart_labels.RULES)
