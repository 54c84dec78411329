"""The working content frozen as a release: a whole copy, with its fingerprint."""

from __future__ import annotations

import datetime
import json
import re
from pathlib import Path

from deck.content.loader import load_content
from deck.content.releases import content_files, content_root, fingerprint, releases
from deck.diagnostics import Diagnostic, Diagnostics, Severity
from deck.errors import UsageError
from deck.files import put_folder
from deck.i18n import _

OLDER, UNCHANGED = "older-release", "unchanged-release"
DOUBTS = (OLDER, UNCHANGED)
"""Codes of what `freeze_doubts` says."""


def freeze(name: str, root: Path | None = None, *, date: str = "", note: str = "") -> Path:
    """Freeze the working content as a release; its folder. `date`: ISO 8601; the name's own where it begins with one.

    Raises UsageError for a name that is taken or no name, InputError where the content is faulty.
    """
    top = root or content_root()
    folder, date = _named(top, name, date)
    load_content(root=top)
    # The note quoted as YAML understands JSON strings, whatever it holds.
    lines = [f"name: {name}", f"date: {date}", f"note: {json.dumps(note, ensure_ascii=False)}", f"sha256: {fingerprint(top)}"]
    files = {path.as_posix(): (top / path).read_bytes() for path in content_files(top)}
    if not put_folder(folder, files | {"release.yaml": ("\n".join(lines) + "\n").encode()}):
        raise _taken(name)
    return folder


def freeze_doubts(name: str, root: Path | None = None, *, date: str = "") -> list[Diagnostic]:
    """What its editor is to hear before a release is frozen that nothing stops: it would be older than the last one, so that
    nobody gets it, or say the same. Raises UsageError as `freeze`."""
    top = root or content_root()
    _folder, date = _named(top, name, date)
    known = releases(top, Diagnostics())
    if not known:
        return []
    last, found = known[-1], Diagnostics()
    if (date, name) < (last.date, last.name):
        message = _("the release would be of {date}, and the last one, {name}, is of {last}")
        hint = _("give it a later date: decks are compared with the last release")
        found.warning(OLDER, message.format(date=date, name=last.name, last=last.date), hint=hint)
    if fingerprint(top) == last.sha256:
        message = _("nothing has changed since {name}").format(name=last.name)
        found.warning(UNCHANGED, message, hint=_("a release of its own is of no use to anybody"))
    return list(found)


def _named(top: Path, name: str, date: str) -> tuple[Path, str]:
    """The folder and the date of a release. Raises UsageError where it cannot be called so, or dated so."""
    folder = top / "releases" / name
    if not re.fullmatch(r"[a-z0-9][a-z0-9.-]{0,40}", name):
        raise UsageError.of(
            "bad-name", _('"{name}" cannot name a release').format(name=name), hint=_("use small letters, digits and hyphens")
        )
    if folder.exists():
        raise _taken(name)
    match = re.match(r"\d{4}(-\d\d(-\d\d)?)?(?![0-9])", name)
    named = match[0] if match else ""
    date = date or named
    if not date:
        message = _("the release has no date")
        raise UsageError.of("missing-date", message, hint=_("begin its name with the date, such as 2021 or 2021-05-03"))
    if not _is_date(date):
        message = _('"{date}" is no date of a release').format(date=date)
        raise UsageError.of("bad-date", message, hint=_("write it as 2021, 2021-05 or 2021-05-03"))
    if not (date.startswith(named) or named.startswith(date)):
        message = _('the release is called "{name}", and is to be dated {date}').format(name=name, date=date)
        raise UsageError.of("bad-date", message, hint=_("let the date and the name say the same day, or leave one of them out"))
    return folder, date


def _is_date(date: str) -> bool:
    """Whether it is in the calendar, as exact as it is said: "2021", "2021-05", "2021-05-03"."""
    if not re.fullmatch(r"\d{4}(-\d\d(-\d\d)?)?", date, re.ASCII):
        return False
    try:
        datetime.date.fromisoformat(f"{date}-01-01"[:10])
    except ValueError:
        return False
    return True


def _taken(name: str) -> UsageError:
    message = _('there is a release "{name}" already').format(name=name)
    hint = _("a frozen release never changes; choose another name")
    return UsageError([Diagnostic("release-exists", Severity.ERROR, message, hint=hint)])
