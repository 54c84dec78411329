"""A refresh told as one page that needs nothing else (WCAG 2.1 AA itself): decisions first, then what is
new, then what was kept."""

from __future__ import annotations

from importlib.resources import files
from typing import Any

from deck.check.report.picture import slide_svg
from deck.check.subject import Subject
from deck.i18n import _, languages
from deck.package import Package
from deck.refresh.outcome import Change, Refreshed
from deck.refresh.report.tell import (
    by_hand,
    by_slide,
    command,
    compared,
    count_kept,
    go_on,
    goes,
    heading,
    kept,
    news,
    part_of,
    sentence,
    what,
)

MOST_PICTURES = 60
"""So many slides are drawn; the others are told in words."""


def as_html(result: Refreshed) -> str:
    """The page. Everything from a file is escaped, nothing is fetched, no script is run."""
    from jinja2 import Environment

    environment = Environment(autoescape=True, trim_blocks=True, lstrip_blocks=True)
    template = environment.from_string(files("deck.refresh").joinpath("data/report.html.j2").read_text("utf-8"))
    pictures = _Pictures(result)
    return template.render(
        lang="sv" if languages()[0].lower().startswith("sv") else "en",
        words=_words(result),
        numbers=[
            (len(news(result)), _("new")),
            (count_kept(result), _("of yours kept")),
            (len({c.key for c in result.conflicts}), _("to decide")),
        ],
        joined=[_joined(result, n) for n in range(len(result.joined))],
        conflicts=[_conflict(result, n, pictures) for n in range(len(result.conflicts))],
        new=[_group(result, slide, items, pictures) for slide, items in by_slide(news(result), result)],
        kept=[
            (heading(slide, items[0].title, result), [what(item) for item in items])
            for slide, items in by_slide(kept(result), result)
        ],
        problems=[str(item) for item in result.diagnostics],
    )


def _words(result: Refreshed) -> dict[str, str]:
    before, after = result.release_before, result.release_after
    return {
        "title": _("Refresh of {name}").format(name=result.source.name),
        "sentence": sentence(result),
        "release": _("Release {before} → {after}").format(before=before, after=after)
        if before != after
        else _("Release {release}").format(release=after),
        "decide": _("To decide"),
        "how": _("Until you decide, yours stands. Paste one of the two commands, or decide by hand in PowerPoint."),
        "go_on": go_on(result),
        "read": _("Read through"),
        "read_how": _("In these sentences your words and the guidance's stand together. See that they say what you mean."),
        "together": _("Together"),
        "sense": _("The changes fit word for word, but one of them turns the meaning or changes a number."),
        "take": _("Take the guidance's"),
        "keep": _("Keep yours for good"),
        "base": _("Before"),
        "mine": _("Yours"),
        "theirs": _("The guidance now"),
        "new": _("New"),
        "was": _("Before"),
        "is": _("Now"),
        "kept": _("Yours, kept"),
        "problems": _("To look at"),
        "nothing": _("nothing"),
        "skip": _("To the content"),
    }


def _joined(result: Refreshed, n: int) -> dict[str, Any]:
    item = result.joined[n]
    return {
        "heading": heading(item.slide, item.title, result),
        "part": part_of(item.slot, ""),
        "mine": item.mine,
        "theirs": item.theirs,
        "result": compared(item.mine, item.result)[1],
    }


def _conflict(result: Refreshed, n: int, pictures: _Pictures) -> dict[str, Any]:
    item = result.conflicts[n]
    title = heading(item.slide, item.title, result)
    return {
        "heading": title,
        "part": part_of(item.slot, item.property),
        "sense": item.sense,
        "base": item.base,
        "mine": compared(item.base, item.mine)[1] if item.mine else [],
        "theirs": compared(item.base, item.theirs)[1] if item.theirs else [],
        "take": command(result, item, "theirs"),
        "keep": command(result, item, "mine"),
        "take_goes": goes(item, "theirs"),
        "keep_goes": goes(item, "mine"),
        "hand": by_hand(result, item),
        "picture": pictures.draw(item.slide.partition("#")[0], title, now=True),
    }


def _group(result: Refreshed, slide: str, items: list[Change], pictures: _Pictures) -> dict[str, Any]:
    title = heading(slide, items[0].title, result)
    rows = []
    for item in items:
        before, after = compared(item.before, item.after)
        rows.append(
            {"what": what(item), "before": before, "after": after if item.kind != "slide-added" else [("same", item.after)]}
        )
    return {
        "heading": title,
        "rows": rows,
        "before": pictures.draw(slide, title, now=False),
        "after": pictures.draw(slide, title, now=True),
    }


class _Pictures:
    """Slides drawn, before and now, as far as it pays."""

    def __init__(self, result: Refreshed) -> None:
        self.sides = {True: (result.package, result.numbers), False: (result.before, result.numbers_before)}
        self.subjects: dict[bool, Subject] = {}
        self.left = MOST_PICTURES

    def draw(self, slide: str, title: str, *, now: bool) -> Any:
        """Inline SVG; "" where the slide is not on that side."""
        from markupsafe import Markup

        package, numbers = self.sides[now]
        number = numbers.get(slide)
        if not isinstance(package, Package) or not number or self.left <= 0:
            return ""
        self.left -= 1
        subject = self.subjects.setdefault(now, Subject(package))
        if number > len(subject.slides):
            return ""
        label = f"{title} – {_('Now') if now else _('Before')}"
        return Markup(slide_svg(subject, subject.slides[number - 1], [], label))  # noqa: S704, RUF100 - our own SVG, its words escaped
