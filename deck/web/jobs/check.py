"""Any deck judged, with its faults marked where they are; and what is safe to mend, mended into a new file."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from deck.check.judge import Report, check_file
from deck.check.mending import mend, mend_file
from deck.check.registry import all_rules
from deck.check.report import Judged
from deck.check.report.gather import in_words
from deck.check.report.page import MOST_PICTURES, PageItem, page_sections
from deck.errors import InputError
from deck.files import borrowed
from deck.i18n import _
from deck.web.fields import complaints
from deck.web.shown import packed


@dataclass(frozen=True, slots=True, kw_only=True)
class JudgedSlide:
    """`key`: of its picture with the marks, "" where it has none."""

    heading: str
    anchor: str
    summary: str
    key: str
    items: tuple[PageItem, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DeckFindings:
    """`fixable`: titles of the rules of which a machine mends something safely, each with how many
    findings are gone then."""

    called: str
    slides: int
    summary: str
    clean: bool
    groups: tuple[JudgedSlide, ...]
    faults: tuple[tuple[str, str], ...]
    fixable: tuple[tuple[str, int], ...]
    svgs: tuple[tuple[str, bytes], ...]


def check(path: Path) -> DeckFindings:
    """Raises DeckError where it cannot be read."""
    report = check_file(path, all_rules())
    judged = Judged(path.name, report.findings, (), report.faults, report.subject)
    svgs: dict[str, bytes] = {}
    groups = []
    for section in page_sections(1, judged, [MOST_PICTURES], str):
        key = ""
        if section.picture:
            key, svg = packed(section.picture)
            svgs[key] = svg
        groups.append(
            JudgedSlide(
                heading=section.heading, anchor=section.anchor, summary=section.summary, key=key, items=tuple(section.items)
            )
        )
    return DeckFindings(
        called=path.name,
        slides=len(report.subject.slides),
        summary=in_words(judged.levels),
        clean=judged.clean,
        groups=tuple(groups),
        faults=complaints(report.faults),
        fixable=_mendable(report),
        svgs=tuple(svgs.items()),
    )


def _mendable(report: Report) -> tuple[tuple[str, int], ...]:
    """What a machine would mend, by trying: not all that a rule can mend can be mended everywhere."""
    if all(item.rule.fix is None for item in report.findings):
        return ()
    return tuple(sorted((_(rule.title), count) for rule, count in mend(report.subject.package, all_rules()).gone))


def mended(path: Path) -> tuple[str, bytes]:
    """(file name, bytes) as `deck check --fix` writes it. Raises InputError where there is nothing that a machine should mend."""
    with borrowed(path.name, path.read_bytes()) as folder:
        target, _done = mend_file(folder / path.name, all_rules())
        if target is None:
            raise InputError.of("nothing", _("there is nothing that a machine should mend"))
        return target.name, target.read_bytes()
