"""Refreshes told as one page that needs nothing else (WCAG 2.1 AA itself): for several decks an index, then each deck with its
decisions first, then what is new, then what was kept.

A slide is drawn as it was, as it is, and, where its owner is to decide, as it would be with the guidance's words. The decks
are read from the files that the refresh left, one at a time, so that a folder of three hundred costs no more memory than one.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from importlib.resources import files
from pathlib import Path
from typing import Any

from deck.check.report.picture import slide_svg
from deck.check.subject import Subject
from deck.diagnostics import Where
from deck.errors import DeckError
from deck.i18n import _, languages, ngettext
from deck.package import Package, open_package
from deck.refresh.outcome import Change, Refreshed
from deck.refresh.report.tell import (
    SHOWN_ANEW,
    STATES,
    at_hand,
    by_hand,
    by_slide,
    command,
    compared,
    count_decisions,
    count_kept,
    go_on,
    goes,
    heading,
    kept,
    needs,
    news,
    now,
    part_of,
    sentence,
    sides,
    take,
    what,
)
from deck.refresh.report.text import said_there
from deck.watch import allow, watched

MOST_PICTURES = 60
"""So many slides of a page are drawn; the others are told in words."""
DRAWING_SECONDS, DRAWING_MEGABYTES = 8.0, 200
"""For the pictures of one deck."""

Preview = Callable[[Refreshed], Refreshed | None]
"""A deck as it would be if all its conflicts were decided for the guidance; None where that cannot be told."""


def as_html(results: Sequence[Refreshed], preview: Preview | None = None, *, by_command: bool = True) -> str:
    """The page. Everything from a file is escaped, nothing is fetched, no script is run. `by_command`: with the commands that
    decide, for those who have a terminal."""
    from jinja2 import Environment

    environment = Environment(autoescape=True, trim_blocks=True, lstrip_blocks=True)
    template = environment.from_string(files("deck.refresh").joinpath("data/report.html.j2").read_text("utf-8"))
    several = len(results) != 1
    left = [MOST_PICTURES]
    decks = [_deck(result, f"deck-{n}", left, preview) for n, result in enumerate(results, 1)]
    return template.render(
        lang="sv" if languages()[0].lower().startswith("sv") else "en",
        words=_words() | ({} if by_command else {"by_command": ""}),
        several=several,
        title=_("Refresh of presentations") if several else decks[0]["title"],
        lead=_summary(results) if several else decks[0]["sentence"],
        rows=[_row(result, f"deck-{n}") for n, result in enumerate(results, 1)] if several else [],
        decks=decks,
    )


def _summary(results: Sequence[Refreshed]) -> str:
    """The whole folder in a sentence."""
    wait = sum(bool(item.conflicts) for item in results)
    refused = sum(item.state == "refused" for item in results)
    said = [ngettext("{count} presentation.", "{count} presentations.", len(results)).format(count=len(results))]
    if wait:
        said.append(ngettext("{count} waits for decisions.", "{count} wait for decisions.", wait).format(count=wait))
    if refused:
        said.append(ngettext("{count} could not be refreshed.", "{count} could not be refreshed.", refused).format(count=refused))
    if not wait and not refused:
        said.append(_("None of them needs anything of you."))
    return " ".join(said)


def _row(result: Refreshed, anchor: str) -> dict[str, Any]:
    refused = result.state == "refused"
    counts = ("", "", "") if refused else (len(news(result)), count_kept(result), count_decisions(result))
    return {
        "name": result.source.name,
        "anchor": anchor,
        "place": result.place_name,
        "state": _(STATES[result.state]),
        "level": result.state,
        "needs": needs(result),
        "counts": counts,
    }


def _deck(result: Refreshed, anchor: str, left: list[int], preview: Preview | None) -> dict[str, Any]:
    """A deck's section. Pictures that take too long, or cannot be drawn, are left out."""
    try:
        with watched(Where(result.source.name), DRAWING_SECONDS, DRAWING_MEGABYTES):
            return _section(result, anchor, _Pictures(result, left, preview))
    except DeckError:
        return _section(result, anchor, _Pictures(result, [0], None))


def _section(result: Refreshed, anchor: str, pictures: _Pictures) -> dict[str, Any]:
    before, after = result.release_before, result.release_after
    release = _("Release {before} → {after}").format(before=before, after=after) if before != after else ""
    same = _("Release {release}").format(release=after) if after else ""
    return {
        "anchor": anchor,
        "name": result.source.name,
        "title": _("Refresh of {name}").format(name=result.source.name),
        "sentence": sentence(result),
        "release": release or same,
        "go_on": go_on(result),
        "numbers": []
        if result.state == "refused"
        else [
            (count_decisions(result), _("to decide")),
            (len(news(result)), _("new")),
            (count_kept(result), _("of yours kept")),
        ],
        # Decisions come first on the page, so they have the first pictures.
        "conflicts": [_conflict(result, n, pictures) for n in range(len(result.conflicts))],
        "joined": [_joined(result, n) for n in range(len(result.joined))],
        "new": [_group(result, slide, items, pictures) for slide, items in by_slide(news(result), result)],
        "kept": [
            (heading(slide, items[0].title, result), ["; ".join(filter(None, (what(item), said_there(item)))) for item in items])
            for slide, items in by_slide(kept(result), result)
        ],
        "problems": [item.at_length for item in result.diagnostics],
    }


def _words() -> dict[str, str]:
    return {
        "index": _("The presentations"),
        "file": _("file"),
        "place": _("place"),
        "state": _("state"),
        "needs": _("what it needs"),
        "new_count": _("new"),
        "kept_count": _("kept"),
        "to_index": _("To the list of presentations"),
        "decide": _("To decide"),
        "decide_count": _("to decide"),
        "how": _("You and the guidance have changed the same thing. Until you decide, yours stands. You may leave it so."),
        "by_hand": _("By hand, in PowerPoint"),
        "by_command": _("Or by a command, pasted into a terminal"),
        "read": _("Read through"),
        "read_how": _("In these sentences your words and the guidance's stand together. See that they say what you mean."),
        "together": _("Together"),
        "sense": _("The changes fit word for word, but one of them turns the meaning or changes a number."),
        "keep": _("Keep yours for good"),
        "base": _("Before"),
        "mine": _("Yours, which stands now"),
        "own": _("Yours"),
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
    title = heading(item.slide, item.title, at_hand(result))
    slide = item.slide.partition("#")[0]
    return {
        "heading": title,
        "part": part_of(item.slot, item.property),
        "sense": item.sense,
        "reform": _(SHOWN_ANEW) if item.reform else "",
        "base": item.base,
        "mine": compared(item.base, item.mine)[1] if item.mine else [],
        "theirs": compared(item.base, item.theirs)[1] if item.theirs else [],
        "beside": _("there is also, of yours: {things}").format(things="; ".join(item.all_beside)) if item.beside else "",
        "label": take(item),
        "new": now(item),
        "take": command(result, item, "theirs"),
        "keep": command(result, item, "mine"),
        "take_goes": goes(item, "theirs"),
        "keep_goes": goes(item, "mine"),
        "hand": by_hand(result, item),
        "picture": pictures.draw(slide, f"{title} – {_('Yours, which stands now')}", "now"),
        "picture_theirs": pictures.draw(slide, f"{title} – {now(item)}", "theirs"),
    }


def _group(result: Refreshed, slide: str, items: list[Change], pictures: _Pictures) -> dict[str, Any]:
    title = heading(slide, items[0].title, result)
    rows = []
    for item in items:
        before, after = compared(*sides(item))
        rows.append(
            {"what": what(item), "before": before, "after": after if item.kind != "slide-added" else [("same", item.after)]}
        )
    return {
        "heading": title,
        "rows": rows,
        "before": pictures.draw(slide, f"{title} – {_('Before')}", "before"),
        "after": pictures.draw(slide, f"{title} – {_('Now')}", "now"),
    }


@dataclass
class _Pictures:
    """Slides drawn as they were, are, and would be, as far as it pays. `left`: how many the page has room for yet."""

    result: Refreshed
    left: list[int]
    preview: Preview | None = None
    _subjects: dict[str, tuple[Subject, dict[str, int]] | None] = field(default_factory=dict)

    def draw(self, slide: str, label: str, side: str) -> Any:
        """Inline SVG; "" where the slide is not on that side ("before", "now", "theirs")."""
        from markupsafe import Markup

        if self.left[0] <= 0 or slide == "deck":
            return ""
        if side not in self._subjects:
            self._subjects[side] = self._side(side)
        found = self._subjects[side]
        if found is None:
            return ""
        subject, numbers = found
        number = numbers.get(slide, 0)
        if not 0 < number <= len(subject.slides):
            return ""
        self.left[0] -= 1
        return Markup(slide_svg(subject, subject.slides[number - 1], [], label))  # noqa: S704, RUF100 - our own SVG, its words escaped

    def _side(self, side: str) -> tuple[Subject, dict[str, int]] | None:
        result = self.result
        if side == "theirs":
            other = self.preview(result) if self.preview is not None else None
            package, numbers = (other.package, other.numbers) if other is not None else (None, {})
        elif side == "now":
            package = result.package or _opened(result.path or (result.source if not news(result) else None))
            numbers = result.numbers
        else:
            package, numbers = result.before or _opened(result.source), result.numbers_before
        if not isinstance(package, Package):
            return None
        subject = Subject(package)
        allow(len(subject.slides), 0)
        return subject, dict(numbers)


def _opened(path: Path | None) -> Package | None:
    try:
        return open_package(path, path.name) if path is not None else None
    except DeckError:
        return None
