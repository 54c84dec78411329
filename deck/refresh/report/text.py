"""A refresh told on the terminal."""

from __future__ import annotations

from collections.abc import Sequence

from deck.i18n import _
from deck.refresh.outcome import Change, Question, Refreshed
from deck.refresh.report.tell import (
    FORMS,
    SHOWN_ANEW,
    STATES,
    at_hand,
    by_hand,
    by_slide,
    command,
    count_kept,
    go_on,
    goes,
    heading,
    kept,
    news,
    one_line,
    part_of,
    sentence,
    sides,
    theirs,
    what,
)


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
    if go_on(result):
        lines.append(go_on(result))
    if result.joined:
        lines += ["", _("Read through, for your words and the guidance's stand together in one sentence:")]
        for item in result.joined:
            part = part_of(item.slot, "")
            lines.append(f"  {heading(item.slide, item.title, result)}" + (f" – {part}" if part else ""))
            lines.append(f"    {one_line(item.result, 400)}")
    if result.conflicts:
        lines += ["", _("To decide:")]
        for item in result.conflicts:
            lines += _question(result, item)
    for title, items in ((_("New:"), news(result)), (_("Kept:"), kept(result) if full else [])):
        if items:
            lines += ["", title]
        for slide, group in by_slide(items, result):
            lines.append(f"  {heading(slide, group[0].title, result)}")
            # What has no words to show is told once.
            lines += dict.fromkeys("\n".join(_change(item)) for item in group)
    return "\n".join(lines)


def _change(item: Change) -> list[str]:
    lines, after = [f"    {what(item)}"], sides(item)[1]
    if item.kind in ("applied", "merged", "resolved-theirs") and after:
        lines.append(f"      {one_line(after, 110)}")
    elif there := said_there(item):
        lines.append(f"      {there}")
    return lines


def said_there(item: Change) -> str:
    """What the news say where its owner took something away, or a program made a picture of it: in full, for they stand nowhere
    else. "" where they say nothing."""
    after = sides(item)[1]
    if item.kind not in ("slide-deleted", "pictured", "unshown") or not after:
        return ""
    label = _("your own material now says there") if item.own else _("the guidance now says there")
    said = _(FORMS["same"]) if item.before.split() == after.split() else one_line(after, 2 * len(after))
    return f"{label}: {said}"


def _question(result: Refreshed, item: Question) -> list[str]:
    """A conflict: its three sides, and each way to decide it with what goes."""
    part = part_of(item.slot, item.property)
    lines = [f"  {heading(item.slide, item.title, at_hand(result))}" + (f" – {part}" if part else "")]
    if item.sense:
        lines.append("    " + _("The changes fit word for word, but one of them turns the meaning or changes a number."))
    if item.reform:
        lines.append("    " + _(SHOWN_ANEW))
    for label, words in ((_("before"), item.base), (_("yours"), item.mine), (theirs(item), item.theirs)):
        lines.append(f"    {label}: {one_line(words, 400) or '–'}")
        if label == _("yours") and item.beside:
            lines.append("    " + _("there is also, of yours: {things}").format(things="; ".join(item.beside)))
    taken = _("to take your own material's") if item.own else _("to take the guidance's")
    for choice, label in (("theirs", taken), ("mine", _("to keep yours for good"))):
        lines.append(f"    {label} ({goes(item, choice)}):")
        lines.append(f"      {command(result, item, choice)}")
    label = _("by hand in PowerPoint")
    return [*lines, f"    {label}:", f"      {by_hand(result, item)}"]


def as_table(results: Sequence[Refreshed]) -> list[tuple[str, ...]]:
    """A folder's decks, a row each, under a heading row."""
    rows: list[tuple[str, ...]] = [(_("file"), _("state"), _("release"), _("new"), _("kept"), _("to decide"))]
    for item in results:
        release = (
            f"{item.release_before} → {item.release_after}" if item.release_before != item.release_after else item.release_after
        )
        counts = (str(len(news(item))), str(count_kept(item)), str(len({c.key for c in item.conflicts})))
        rows.append((item.source.name, _(STATES[item.state]), release, *(counts if item.state != "refused" else ("", "", ""))))
    return rows
