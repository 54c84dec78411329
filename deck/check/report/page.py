"""The findings as one page that needs nothing else: for mail, for print, and for every reader (WCAG 2.1 AA itself)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from importlib.resources import files
from pathlib import Path
from typing import Any

from deck.check.model import Finding
from deck.check.report.gather import Group, Judged, groups, in_words, place_of
from deck.check.report.picture import Mark, slide_svg
from deck.check.subject import Subject
from deck.diagnostics import Severity, Where
from deck.errors import InputError
from deck.geometry import Box
from deck.i18n import _, languages, ngettext
from deck.watch import allow, watched

DRAWING_SECONDS, DRAWING_MEGABYTES = 5.0, 100
"""For the pictures of one file."""
MOST_PICTURES = 80
"""So many slides are drawn; the others are told in words."""


@dataclass(frozen=True)
class PageItem:
    """A finding as the page shows it. `spots`: the numbers of its marks on the picture."""

    level: str
    label: str
    code: str
    title: str
    messages: list[tuple[str, str, str]]
    """(place, message, number of its mark or "")."""
    why: str
    mends: list[str]


@dataclass(frozen=True)
class PageSection:
    heading: str
    anchor: str
    summary: str
    picture: str
    items: list[PageItem] = field(default_factory=list)


def _label(level: Severity) -> str:
    return level.label


def as_html(judged: Iterable[Judged]) -> str:
    """The whole page. Everything from a file is escaped; nothing is fetched, and no script is run."""
    from jinja2 import Environment
    from markupsafe import Markup

    environment = Environment(autoescape=True, trim_blocks=True, lstrip_blocks=True)
    environment.filters["sentence"] = _sentence
    template = environment.from_string(files("deck.check").joinpath("data/report.html.j2").read_text("utf-8"))
    left = [MOST_PICTURES]
    all_files = [_file(n, one, left, Markup) for n, one in enumerate(judged, 1)]
    words = _words([str(file["name"]) for file in all_files])
    lang = "sv" if languages()[0].lower().startswith("sv") else "en"
    return template.render(files=all_files, words=words, lang=lang)


def _words(names: list[str]) -> dict[str, str]:
    return {
        "title": (
            _("Check of {name}").format(name=Path(names[0]).name)
            if len(names) == 1
            else ngettext("Check of {count} file", "Check of {count} files", len(names)).format(count=len(names))
        ),
        "lead": _(
            "Does it open, does it fit, and does it reach everybody? Numbers in the pictures belong to the findings below them."
        ),
        "skip": _("To the findings"),
        "contents": _("Contents"),
        "mend": _("How to mend it"),
        "why": _("Why"),
        "silenced": _("Silenced, with reasons"),
    }


def _sentence(words: str) -> str:
    """A hint as a sentence of its own."""
    return f"{words[:1].upper()}{words[1:]}{'' if words.endswith(('.', '?', '!')) else '.'}"


def _file(number: int, one: Judged, left: list[int], safe: Any) -> dict[str, Any]:
    faults = list(one.faults)
    try:
        with watched(Where(one.name), DRAWING_SECONDS, DRAWING_MEGABYTES):
            allow(len(one.subject.slides) if one.subject else 0, 0)
            sections = page_sections(number, one, left, safe)
    except InputError as error:
        faults += error.diagnostics
        sections = page_sections(number, one, [0], safe)
    slides = len(one.subject.slides) if one.subject else 0
    return {
        "name": one.name,
        "summary": in_words(one.levels),
        "clean": one.clean,
        "slides": ngettext("{count} slide", "{count} slides", slides).format(count=slides) if slides else "",
        "sections": sections,
        "faults": [(item.severity.name.lower(), item.severity.label, str(item), item.code) for item in faults],
        "silenced": sorted({(item.rule.code, _(item.rule.title), reason) for item, reason in one.silenced}),
    }


def page_sections(number: int, one: Judged, left: list[int], safe: Any) -> list[PageSection]:
    """A section for each slide with findings; pictures as long as any are `left`."""
    sections = []
    for group in groups(one):
        anchor = f"f{number}-s{group.number}"
        numbers, spots = _spots(group)
        picture = ""
        if group.slide is not None and one.subject is not None and left[0] > 0:
            left[0] -= 1
            picture = safe(_picture(one.subject, group, spots))
        levels = Judged("", group.findings).levels
        sections.append(PageSection(group.heading, anchor, in_words(levels), picture, _items(group, numbers)))
    return sections


def _picture(subject: Subject, group: Group, spots: list[Mark]) -> str:
    assert group.slide is not None
    count = len(spots)
    label = _("Picture of slide {number}").format(number=group.number)
    if count:
        label += ngettext(", {count} spot marked", ", {count} spots marked", count).format(count=count)
    return slide_svg(subject, group.slide, spots, label)


def _spots(group: Group) -> tuple[dict[int, int], list[Mark]]:
    """Numbers of the findings that have a place (by their index), and the marks: one a place."""
    numbers: dict[int, int] = {}
    places: dict[Box, Mark] = {}
    for n, item in enumerate(group.findings):
        if item.box is not None and (item.box.w > 0 or item.box.h > 0):
            spot = places.setdefault(item.box, Mark(len(places) + 1, item.box, item.level.name.lower()))
            numbers[n] = spot.number
    return numbers, list(places.values())


def _items(group: Group, numbers: dict[int, int]) -> list[PageItem]:
    index = {id(item): n for n, item in enumerate(group.findings)}

    def told(item: Finding) -> tuple[str, str, str]:
        number = numbers.get(index[id(item)])
        return place_of(item), item.message, str(number) if number else ""

    found = []
    for rule, items in group.by_rule:
        level = max(item.level for item in items)
        mends = list(dict.fromkeys(item.hint or _(rule.mend) for item in items))
        found.append(
            PageItem(
                level.name.lower(),
                label=_label(level),
                code=rule.code,
                title=_(rule.title),
                messages=[told(item) for item in items],
                why=" ".join(dict.fromkeys(item.why for item in items)),
                mends=mends,
            )
        )
    return found
