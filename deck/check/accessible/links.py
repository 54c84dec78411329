"""Links that say where they go (WCAG 2.4.4, EN 301 549 10.2.4.4)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby

from deck.check.model import Finding, Rule
from deck.check.subject import SlideRef, Subject
from deck.check.words import Words, words_of
from deck.diagnostics import Severity, short
from deck.i18n import N_, _

EMPTY_WORDS = frozenset(
    {
        "här",
        "klicka",
        "klicka här",
        "klicka här för mer information",
        "läs mer",
        "läs mer här",
        "läs vidare",
        "mer",
        "mer info",
        "mer information",
        "mer information här",
        "länk",
        "länken",
        "länk här",
        "till sidan",
        "gå till",
        "gå hit",
        "denna länk",
        "den här länken",
        "tryck här",
        "öppna",
        "se här",
        "se mer",
        "ladda ner",
        "ladda ned",
        "hämta",
        "information",
        "webbplats",
        "webbsida",
        "hemsida",
        "here",
        "click",
        "click here",
        "click this",
        "this link",
        "link",
        "more",
        "more info",
        "more information",
        "read more",
        "learn more",
        "see more",
        "go",
        "go here",
        "download",
        "this",
        "website",
        "page",
        "details",
        "continue",
    }
)
ADDRESS = re.compile(r"^(?:(?:https?|ftp)://|www\.)\S+$|^[\w\-]+(?:\.[\w\-]+)+/\S{12,}$", re.IGNORECASE)


def links_of(subject: Subject, slide: SlideRef) -> Iterator[tuple[Words, str, str]]:
    """(text, the link's words, its target) for each link in running text."""
    for words in words_of(subject, slide):
        for paragraph in words.text.paragraphs:
            for link, runs in groupby(paragraph.runs, key=lambda run: run.link):
                said = "".join(run.text for run in runs).strip()
                if link and said:
                    yield words, said, link
        if words.shape.link and words.row < 0 and not any(run.link for p in words.text.paragraphs for run in p.runs):
            yield words, " ".join(words.text.text.split()), words.shape.link


def _empty(subject: Subject) -> Iterator[Finding]:
    for slide in subject.slides:
        for words, said, _link in links_of(subject, slide):
            if re.sub(r"[\W_]+", " ", said.casefold()).strip() in EMPTY_WORDS:
                message = _("the link's words “{words}” do not say where it goes").format(words=short(said))
                yield VAGUE.found(message, subject.where(slide.part, words.name), box=words.box)


def _bare(subject: Subject) -> Iterator[Finding]:
    for slide in subject.slides:
        for words, said, link in links_of(subject, slide):
            if ADDRESS.match(said) and not link.startswith("#"):
                message = _("the link shows its bare address: “{words}”").format(words=short(said, 60))
                yield BARE.found(message, subject.where(slide.part, words.name), box=words.box)


WHY = N_("WCAG 2.4.4 (EN 301 549, 10.2.4.4): a link's own words say where it goes.")
MEND = N_("right-click the link, choose Edit Link, and write in “Text to display” what is found there")
VAGUE = Rule(
    "accessible/link-vague",
    severity=Severity.WARNING,
    title=N_("A link does not say where it goes"),
    why=WHY,
    mend=MEND,
    find=_empty,
)
BARE = Rule(
    "accessible/link-bare-address",
    severity=Severity.WARNING,
    title=N_("A link shows a bare address"),
    why=WHY,
    mend=MEND,
    find=_bare,
)
RULES = (VAGUE, BARE)
