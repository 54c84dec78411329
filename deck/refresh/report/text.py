"""A refresh told on the terminal."""

from __future__ import annotations

from collections.abc import Sequence

from deck.i18n import _
from deck.refresh.outcome import Refreshed
from deck.refresh.report.tell import STATES, by_slide, command, heading, kept, news, part_of, sentence, what


def as_text(result: Refreshed, *, full: bool = True) -> str:
    """The sentence, then decisions, news, and what was kept. `full` False: without what was kept."""
    lines = [sentence(result)]
    if result.release_after and result.state != "refused":
        before, after = result.release_before, result.release_after
        lines.append(
            _("Release {before} → {after}").format(before=before, after=after)
            if before != after
            else _("Release {release}").format(release=after)
        )
    if result.conflicts:
        lines += ["", _("To decide:")]
        for item in result.conflicts:
            part = part_of(item.slot, item.property)
            lines.append(f"  {heading(item.slide, item.title, result)}" + (f" – {part}" if part else ""))
            for label, words in ((_("before"), item.base), (_("yours"), item.mine), (_("the guidance"), item.theirs)):
                lines.append(f"    {label}: {_line(words) or '–'}")
            lines.append(f"    {command(result, item, 'theirs')}")
            lines.append("    " + _("or {choice} to keep yours for good").format(choice=f"{item.key}=mine"))
    for title, items in ((_("New:"), news(result)), (_("Kept:"), kept(result) if full else [])):
        if items:
            lines += ["", title]
        for slide, group in by_slide(items, result):
            lines.append(f"  {heading(slide, group[0].title, result)}")
            for item in group:
                lines.append(f"    {what(item)}")
                if item.kind in ("applied", "merged", "resolved-theirs") and item.after:
                    lines.append(f"      {_line(item.after)}")
                elif item.kind == "slide-deleted" and item.after:
                    lines.append(f"      {_('the guidance now says there')}: {_line(item.after)}")
    return "\n".join(lines)


def _line(words: str, most: int = 110) -> str:
    line = " / ".join(part.strip() for part in words.split("\n") if part.strip())
    return line if len(line) <= most else f"{line[: most - 1]}…"


def as_table(results: Sequence[Refreshed]) -> list[tuple[str, ...]]:
    """A folder's decks, a row each, under a heading row."""
    rows: list[tuple[str, ...]] = [(_("file"), _("state"), _("release"), _("new"), _("kept"), _("to decide"))]
    for item in results:
        release = (
            f"{item.release_before} → {item.release_after}" if item.release_before != item.release_after else item.release_after
        )
        counts = (str(len(news(item))), str(len(kept(item))), str(len({c.key for c in item.conflicts})))
        rows.append((item.source.name, _(STATES[item.state]), release, *(counts if item.state != "refused" else ("", "", ""))))
    return rows
