"""Words for what is not words: alternative texts and decorative marks (WCAG 1.1.1, EN 301 549 10.1.1.1)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from deck.check.accessible.mend import with_decorative_marks
from deck.check.model import Finding, Rule
from deck.check.subject import SlideRef, Subject
from deck.check.words import Seen, as_seen, kept, shapes_of, words_of
from deck.diagnostics import Severity, short
from deck.drawing import SceneShape
from deck.drawing.sheet import FURNITURE
from deck.geometry import EMU_PER_CM
from deck.i18n import N_, _, in_quotes

WHY = N_("WCAG 1.1.1 (EN 301 549, 10.1.1.1): who does not see the picture is told what it says.")
FILE_NAME = re.compile(
    r"^\s*(?:[A-Za-z]:|file:|https?:)?[^\n.!?;:]{0,120}?\S*\.(png|jpe?g|gif|bmp|tiff?|svg|emf|wmf|webp|heic|mp4|mov|avi|wmv|pptx?|xlsx?)\s*$",
    re.IGNORECASE,
)
NAME_LIKE = re.compile(
    r"^\s*(bild|bildobjekt|picture|image|img|foto|photo|graphic|grafik|diagram|chart|objekt|object|platshållare.*|placeholder.*|"
    r"content placeholder|dsc|img|screenshot|skärmbild|skärmklipp|namnlös|untitled|figur|figure|rektangel|rectangle|ellips|oval|"
    r"group|grupp|clip|logo ?type)[\s_\-–.]*\(?\d*\)?\s*$"
    r"|^\s*[A-Za-z]{0,5}[_\-]?\d{3,}([_\-]\d+)*\s*$",
    re.IGNORECASE,
)
GENERATED = (
    "automatiskt genererad",
    "automatically generated",
    "ai-genererat innehåll",
    "ai-generated content",
    "automatisch generiert",
)
OPENING = re.compile(
    r"^\s*(?:(?:(?:det här|detta) är )?(?:en )?bild(?:en)?(?: (?:av|på|som (?:visar|föreställer))| (?:visar|föreställer))"
    r"|(?:(?:this is )?an? |the |this )?(?:image|picture|graphic)(?: (?:of|showing|that shows|which shows)| shows))\b",
    re.IGNORECASE,
)
"""Words at the start of an alternative text that a screen reader has said already."""
PICTURES = ("picture", "chart", "diagram", "media", "ole", "unknown")
SMALL_LINE = round(0.08 * EMU_PER_CM)


def words_within(shape: SceneShape) -> str:
    """All that is written in a shape or in the group's shapes."""
    own = shape.text.text.strip() if shape.text is not None else ""
    if shape.table is not None:
        own = " ".join(cell.text.text for row in shape.table.rows for cell in row)
    return " ".join(filter(None, (own, *(words_within(child) for child in shape.children)))).strip()


def _speechless(seen: Seen) -> bool:
    return not (seen.described or seen.decorative or seen.hidden)


def _empty_placeholder(shape: SceneShape) -> bool:
    """Shows nothing in the show: a placeholder without content."""
    return shape.is_placeholder and shape.kind == "shape" and not words_within(shape)


def needs_words(seen: Seen) -> bool:
    """Pictures, charts, diagrams, films and embedded objects; and drawn shapes that lead somewhere without saying where."""
    shape = seen.shape
    if shape.ph_type in FURNITURE or _empty_placeholder(shape):
        return False
    if shape.kind in PICTURES:
        return bool(shape.part) or shape.kind in ("ole", "media", "picture")
    return bool(shape.link) and shape.kind in ("shape", "connector") and not words_within(shape)


@kept
def ornaments(subject: Subject, slide: SlideRef) -> tuple[Seen, ...]:
    """Drawn shapes without words, alternative text, link or mark, that show: lines, bars, backgrounds."""
    found: list[Seen] = []
    for seen in shapes_of(subject, slide):
        shape = seen.shape
        if shape.kind not in ("shape", "connector") or not _speechless(seen) or _empty_placeholder(shape):
            continue
        shows = shape.fill.kind != "none" or shape.line.kind != "none"
        if shows and not words_within(shape) and not shape.link:
            found.append(seen)
    return tuple(found)


def pure_ornament(seen: Seen) -> bool:
    """No machine need ask: a straight line that joins nothing, or a plain filled rectangle."""
    shape = seen.shape
    if seen.groups:
        return False
    thin = min(shape.box.w, shape.box.h) <= SMALL_LINE
    return (
        (shape.kind == "connector" and shape.geometry in ("line", "straightConnector1"))
        or shape.geometry == "line"
        or (shape.geometry in ("rect", "roundRect") and (thin or shape.fill.kind in ("solid", "gradient")))
    )


def _missing(subject: Subject) -> Iterator[Finding]:
    for slide in subject.slides:
        for seen in shapes_of(subject, slide):
            if needs_words(seen) and _speechless(seen):
                message = _missing_message(seen.shape)
                yield MISSING.found(message, subject.where(slide.part, seen.shape.name), box=as_seen(seen.shape))


def _missing_message(shape: SceneShape) -> str:
    if shape.link:
        return _("the link has no words: nothing says where it goes")
    return {
        "chart": _("the chart has no alternative text"),
        "diagram": _("the diagram has no alternative text"),
        "media": _("the film or sound has no alternative text"),
        "ole": _("the embedded object has no alternative text"),
    }.get(shape.kind, _("the picture has no alternative text"))


def _alternatives(subject: Subject) -> Iterator[tuple[SlideRef, Seen, str]]:
    for slide in subject.slides:
        for seen in shapes_of(subject, slide):
            if seen.shape.alt.strip() and not seen.hidden:
                yield slide, seen, " ".join(seen.shape.alt.split())


def _filename(subject: Subject) -> Iterator[Finding]:
    for slide, seen, alt in _alternatives(subject):
        if FILE_NAME.match(alt) or NAME_LIKE.match(alt):
            message = _("the alternative text “{words}” is a name, and says nothing of what is seen").format(words=short(alt))
            yield FILENAME.found(message, subject.where(slide.part, seen.shape.name), box=as_seen(seen.shape))


def _generated(subject: Subject) -> Iterator[Finding]:
    for slide, seen, alt in _alternatives(subject):
        if any(mark in alt.casefold() for mark in GENERATED):
            message = _("the alternative text was written by a machine: “{words}”").format(words=short(alt))
            yield GENERATED_ALT.found(message, subject.where(slide.part, seen.shape.name), box=as_seen(seen.shape))


def _opening(subject: Subject) -> Iterator[Finding]:
    for slide, seen, alt in _alternatives(subject):
        if found := OPENING.match(alt):
            message = _("the alternative text begins with “{words}”, which a screen reader has said already")
            where = subject.where(slide.part, seen.shape.name)
            yield OPENING_ALT.found(message.format(words=found.group().strip()), where, box=as_seen(seen.shape))


def _plain(words: str) -> str:
    return re.sub(r"\W+", " ", words.casefold()).strip()


def _same(subject: Subject) -> Iterator[Finding]:
    for slide, seen, alt in _alternatives(subject):
        wanted = _plain(alt)
        if len(wanted) < 3 or FILE_NAME.match(alt):
            continue
        said = words_within(seen.shape)
        near = [words.text.text for words in words_of(subject, slide) if words.seen is not seen and not words.furniture]
        if _plain(said) == wanted or (seen.shape.kind in PICTURES and any(_plain(text) == wanted for text in near)):
            message = _("the alternative text repeats words that are read anyway: “{words}”").format(words=short(alt))
            yield SAME.found(message, subject.where(slide.part, seen.shape.name), box=as_seen(seen.shape))


def _decorative(subject: Subject) -> Iterator[Finding]:
    for slide in subject.slides:
        for seen in shapes_of(subject, slide):
            shape = seen.shape
            if not shape.decorative or shape.hidden:
                continue
            where = subject.where(slide.part, shape.name)
            if shape.alt.strip():
                yield DECORATIVE.found(_("marked as decorative, yet it has an alternative text"), where, box=as_seen(shape))
            elif shape.link:
                yield DECORATIVE.found(_("marked as decorative, yet it is a link"), where, box=as_seen(shape))
            elif shape.kind in ("chart", "table", "media", "diagram"):
                yield DECORATIVE.found(_("marked as decorative, yet it carries content"), where, box=as_seen(shape))
            elif words_within(shape):
                yield DECORATIVE.found(_("marked as decorative, yet it has words"), where, box=as_seen(shape))


def _unmarked(subject: Subject) -> Iterator[Finding]:
    for slide in subject.slides:
        found: tuple[Seen, ...] = ornaments(subject, slide)
        if not found:
            continue
        first = found[0].shape
        names = ", ".join(in_quotes(seen.shape.name) for seen in found[:3]) + (" …" if len(found) > 3 else "")
        message = _("drawn shapes with neither words, alternative text nor a decorative mark: {names}").format(names=names)
        yield UNMARKED.found(message, subject.where(slide.part, first.name), box=as_seen(first))


def mark_ornaments(subject: Subject):
    marks = {
        slide.part: [seen.shape.path for seen in ornaments(subject, slide) if pure_ornament(seen)] for slide in subject.slides
    }
    return with_decorative_marks(subject, marks)


def _text_in_pictures(subject: Subject) -> Iterator[Finding]:
    asked: set[str] = set()
    for slide in subject.slides:
        area = subject.sheets.size[0] * subject.sheets.size[1]
        for seen in shapes_of(subject, slide):
            shape = seen.shape
            if shape.kind != "picture" or seen.decorative or seen.hidden or shape.part in asked or shape.part == "":
                continue
            if shape.box.area >= 0.08 * area:
                asked.add(shape.part)
                message = _("does the picture hold words? They are not read aloud, and cannot be enlarged or coloured")
                yield PICTURE_TEXT.found(message, subject.where(slide.part, shape.name), box=as_seen(shape))


ALT_TEXT = N_("right-click it, choose View Alt Text, and say in a sentence what it shows; or mark it as decorative")
MISSING = Rule(
    "accessible/alt-missing",
    severity=Severity.ERROR,
    title=N_("Alternative text is missing"),
    why=WHY,
    mend=ALT_TEXT,
    find=_missing,
)
FILENAME = Rule(
    "accessible/alt-file-name",
    severity=Severity.ERROR,
    title=N_("The alternative text is a file's name"),
    why=WHY,
    mend=ALT_TEXT,
    find=_filename,
)
GENERATED_ALT = Rule(
    "accessible/alt-generated",
    severity=Severity.WARNING,
    title=N_("The alternative text was written by a machine"),
    why=WHY,
    mend=N_("read it against the picture, mend it, and take away the note that it was generated"),
    find=_generated,
)
OPENING_ALT = Rule(
    "accessible/alt-opening",
    severity=Severity.INFO,
    title=N_("The alternative text says that it is a picture"),
    why=WHY,
    mend=N_("begin with what is seen: readers are told that it is a picture"),
    find=_opening,
)
SAME = Rule(
    "accessible/alt-repeats-text",
    severity=Severity.WARNING,
    title=N_("The alternative text repeats what is written"),
    why=WHY,
    mend=N_("say what the picture adds, or mark it as decorative, so that nothing is read twice"),
    find=_same,
)
DECORATIVE = Rule(
    "accessible/decorative-yet-content",
    severity=Severity.WARNING,
    title=N_("Marked as decorative, yet content"),
    why=WHY,
    mend=N_("right-click it, choose View Alt Text, clear “Mark as decorative”, and write what it says"),
    find=_decorative,
)
UNMARKED = Rule(
    "accessible/ornament-unmarked",
    severity=Severity.WARNING,
    title=N_("Ornaments are not marked as decorative"),
    why=WHY,
    mend=N_(
        "right-click each, choose View Alt Text, and mark it as decorative, or say what it means; "
        "`deck check --fix` marks lines and plain rectangles"
    ),
    find=_unmarked,
    fix=mark_ornaments,
)
PICTURE_TEXT = Rule(
    "accessible/text-in-picture",
    severity=Severity.INFO,
    title=N_("Words in pictures cannot be judged by a machine"),
    why=N_("WCAG 1.4.5 (EN 301 549, 10.1.4.5): words are written as text, not as a picture."),
    mend=N_("look at it: write words of the picture as text beside it, or in its alternative text"),
    find=_text_in_pictures,
)
RULES = (MISSING, FILENAME, GENERATED_ALT, OPENING_ALT, SAME, DECORATIVE, UNMARKED, PICTURE_TEXT)
