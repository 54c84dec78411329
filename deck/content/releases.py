"""Frozen releases: whole copies of the content, each with its name, date, note and fingerprint."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from pathlib import Path

from deck.collection import current
from deck.content.model import ReleaseFile
from deck.diagnostics import Diagnostics, Where, did_you_mean
from deck.errors import InputError, UsageError
from deck.i18n import _
from deck.source import display, load_yaml, validate

PICTURE_FOLDER = "pictures"
"""The folder in a content where its own pictures lie."""
_TOP = ("guidance.yaml", "sources.yaml", "slides.yaml", "outlines.yaml")


@dataclass(frozen=True, slots=True, order=True)
class ReleaseInfo:
    """`date`: ISO 8601, as exact as it is known ("2021")."""

    date: str
    name: str
    note: str
    sha256: str


def content_root() -> Path:
    """The collection's; else the repository's content/, or the copy that the wheel carries."""
    if current().content:
        return Path(current().content)
    here = Path(__file__).resolve().parents[1]
    packed = here / "_content"
    return packed if packed.is_dir() else here.parent / "content"


def content_files(folder: Path, lang: str = "") -> list[Path]:
    """The files that make up a content, relative to it: the structure, its pictures, and the words of
    each language, or of one (its code)."""
    code = re.escape(lang) or "[a-z]{2,3}"
    pictures = [path.relative_to(folder) for path in (folder / PICTURE_FOLDER).rglob("*") if path.is_file()]
    words = [path.relative_to(folder) for path in folder.glob("*/*.yaml") if re.fullmatch(code, path.parent.name)]
    return sorted([Path(name) for name in _TOP if (folder / name).is_file()] + words + pictures, key=lambda path: path.as_posix())


def fingerprint(folder: Path, lang: str = "") -> str:
    """SHA-256 over names and texts, of the structure and all languages or one; line endings do not
    count, for Git may change them."""
    digest = hashlib.sha256()
    for path in content_files(folder, lang):
        data = (folder / path).read_bytes()
        if path.suffix == ".yaml":
            data = data.replace(b"\r\n", b"\n")
        digest.update(f"{path.as_posix()}\0{len(data)}\0".encode())
        digest.update(data)
    return digest.hexdigest()


def releases(root: Path | None = None, diagnostics: Diagnostics | None = None) -> tuple[ReleaseInfo, ...]:
    """All frozen releases, oldest first. Raises InputError for a faulty release.yaml, or collects it in `diagnostics`."""
    found = Diagnostics()
    infos: list[ReleaseInfo] = []
    for path in sorted(((root or content_root()) / "releases").glob("*/release.yaml")):
        model = validate(ReleaseFile, load_yaml(path, diagnostics=found), found)
        if model is None:
            continue
        if model.name != path.parent.name:
            message = _('the release is called "{name}", its folder "{folder}"').format(name=model.name, folder=path.parent.name)
            found.error("wrong-name", message, Where(display(path)), _("name them alike"))
        infos.append(ReleaseInfo(model.date, model.name, model.note, model.sha256))
    if diagnostics is not None:
        diagnostics.extend(found)
    elif found.errors:
        raise InputError(found)
    return tuple(sorted(infos))


def release_folder(name: str, root: Path | None = None) -> Path:
    """The folder of a release. Raises UsageError where there is none of that name."""
    top = root or content_root()
    known = [item.name for item in releases(top, Diagnostics())]
    if name not in known:
        hint = did_you_mean(name, known) or _("there are: {names}").format(names=", ".join(known) or "–")
        raise UsageError.of("unknown-release", _('there is no release "{name}"').format(name=name), hint=hint)
    return top / "releases" / name
