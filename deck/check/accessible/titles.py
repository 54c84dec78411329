"""Titles: every slide has one of its own, in a title placeholder (WCAG 2.4.2, 2.4.6; EN 301 549 10.2.4.2, 10.2.4.6)."""

from __future__ import annotations

from collections.abc import Iterator

from deck.check.model import Finding, Rule
from deck.check.subject import SlideRef, Subject
from deck.check.words import Seen, Words, kept, shapes_of, words_of
from deck.diagnostics import Severity, short
from deck.drawing.sheet import TITLES
from deck.i18n import N_, _

WHY = N_("WCAG 2.4.2 and 2.4.6 (EN 301 549, 10.2.4.2 and 10.2.4.6): a screen reader lists slides by their titles.")
HIGH_SHARE = 0.4
"""Words that look like a title stand in the upper part of the slide."""


@kept
def title_shapes(subject: Subject, slide: SlideRef) -> tuple[Seen, ...]:
    return tuple(seen for seen in shapes_of(subject, slide) if seen.shape.ph_type in TITLES)


def title_text(subject: Subject, slide: SlideRef) -> str:
    """The words of the slide's title placeholder, on one line; "" for none."""
    for seen in title_shapes(subject, slide):
        if seen.shape.text is not None and (words := " ".join(seen.shape.text.text.replace("\v", " ").split())):
            return words
    return ""


@kept
def likely_title(subject: Subject, slide: SlideRef) -> Words | None:
    """A text that looks like the title, and is none: the largest words, high up, short and alone."""
    shown = [words for words in words_of(subject, slide) if not words.furniture and words.row < 0]
    texts = [words for words in shown if not words.shape.is_placeholder]
    if not texts:
        return None

    def size(words: Words) -> float:
        return max((run.size_pt for p in words.text.paragraphs for run in p.runs if run.text.strip()), default=0.0)

    top = max(texts, key=lambda words: (size(words), -words.box.y))
    height = subject.sheets.size[1] or 1
    others = [size(words) for words in shown if words is not top]
    stands_out = size(top) >= 20 and (not others or size(top) >= 1.15 * max(others))
    plain = top.text.text.strip()
    if stands_out and top.box.y < HIGH_SHARE * height and 2 <= len(plain) <= 120 and plain.count("\n") < 3:
        return top
    return None


def _missing(subject: Subject) -> Iterator[Finding]:
    for slide in subject.slides:
        if not title_shapes(subject, slide) and likely_title(subject, slide) is None:
            yield MISSING.found(_("the slide has no title"), subject.where(slide.part))


def _empty(subject: Subject) -> Iterator[Finding]:
    for slide in subject.slides:
        shapes = title_shapes(subject, slide)
        if shapes and not title_text(subject, slide) and likely_title(subject, slide) is None:
            shape = shapes[0].shape
            yield EMPTY.found(_("the title placeholder is empty"), subject.where(slide.part, shape.name), box=shape.box)


def _outside(subject: Subject) -> Iterator[Finding]:
    for slide in subject.slides:
        if title_text(subject, slide):
            continue
        found = likely_title(subject, slide)
        if found is not None:
            message = _("“{words}” looks like the title, but is no title placeholder").format(words=short(found.text.text))
            yield OUTSIDE.found(message, subject.where(slide.part, found.name), box=found.box)


def _duplicate(subject: Subject) -> Iterator[Finding]:
    first: dict[str, SlideRef] = {}
    for slide in subject.slides:
        title = title_text(subject, slide)
        if not title:
            continue
        earlier = first.setdefault(title.casefold(), slide)
        if earlier is not slide:
            shape = title_shapes(subject, slide)[0].shape
            message = _("“{title}” is the title of slide {number}, too").format(title=short(title), number=earlier.number)
            yield DUPLICATE.found(message, subject.where(slide.part, shape.name), box=shape.box)


MISSING = Rule(
    "accessible/title-missing",
    severity=Severity.ERROR,
    title=N_("The slide has no title"),
    why=WHY,
    mend=N_("choose Home > Layout and a layout with a title, then write the title; it may be hidden under View > Outline"),
    find=_missing,
)
EMPTY = Rule(
    "accessible/title-empty",
    severity=Severity.ERROR,
    title=N_("The title is empty"),
    why=WHY,
    mend=N_("write a title in the title placeholder, or in the outline (View > Outline View)"),
    find=_empty,
)
OUTSIDE = Rule(
    "accessible/title-not-placeholder",
    severity=Severity.ERROR,
    title=N_("The title is not in a title placeholder"),
    why=WHY,
    mend=N_("choose Home > Layout and a layout with a title, and move the words there"),
    find=_outside,
)
DUPLICATE = Rule(
    "accessible/title-duplicate",
    severity=Severity.WARNING,
    title=N_("Two slides have the same title"),
    why=WHY,
    mend=N_("tell them apart: add what is special about this slide, or “(2 of 2)”"),
    find=_duplicate,
)
RULES = (MISSING, EMPTY, OUTSIDE, DUPLICATE)
