"""The memory of a deck that a program took it from: given in another file, or found in an earlier one of its line.

`--base` names a release, a presentation that still has its memory, or a folder of such. A presentation serves where it is the
same deck: made for the same place, outline and audience, as far as the deck itself tells.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from deck.content import releases
from deck.content.drafts import draft_folder
from deck.diagnostics import Diagnostics, Where
from deck.errors import DeckError, UsageError
from deck.i18n import _
from deck.making.lines import ENDINGS, decks_in, member
from deck.package import open_package
from deck.pptx.manifest import Manifest, read_manifest

_CHOICES = ("place", "outline", "audience")


@dataclass(frozen=True)
class GivenBase:
    """A deck's memory, and the file that it was found in."""

    manifest: Manifest
    path: Path


def is_known(release: str, root: Path | None = None) -> bool:
    """Whether there is such a release, or a draft of that name is kept."""
    return draft_folder(release, root) is not None or any(item.name == release for item in releases(root, Diagnostics()))


def is_file(base: str | None, root: Path | None = None) -> bool:
    """Whether `--base` names a presentation or a folder of them; a release goes before a folder of its name."""
    if base is None:
        return False
    return base.lower().endswith(ENDINGS) or (Path(base).is_dir() and not is_known(base, root))


def given(base: str, source: Path, known: Mapping[str, str]) -> GivenBase:
    """What the file, or the one of the folder's that is this deck, remembers. `known`: what the deck tells of itself. Raises
    UsageError and InputError where it has no memory either, or is another deck's."""
    path = Path(base)
    where = Where(str(path))
    if path.is_dir():
        found = _first(decks_in(path), source, known)
        if found is None:
            message = _("none of the presentations in the folder is {name} with its memory left").format(name=source.name)
            raise UsageError.of("no-base", message, where, _hint())
        return found
    if not path.is_file():
        raise UsageError.of("missing-file", _("there is no such file"), where, _("check the name; the file must be a .pptx"))
    manifest = read_manifest(open_package(path, path.name))
    if manifest is None:
        message = _("the file has lost its memory of what it was made from, too, or is no deck of ours")
        raise UsageError.of("no-base", message, where, _hint())
    if not _same(manifest, known):
        message = _("the file is another deck: {theirs}, not {mine}").format(
            theirs=_words(_told(manifest)), mine=_words({name: known.get(name, "") for name in _CHOICES})
        )
        raise UsageError.of("another-deck", message, where, _hint())
    return GivenBase(manifest, path)


def beside(source: Path, known: Mapping[str, str]) -> GivenBase | None:
    """The latest earlier file of the deck's own line in its folder, by the digests that the deck says it was made from."""
    history = known.get("history", "").split()
    if not history:
        return None
    try:
        others = [path for path in decks_in(source.resolve().parent) if not path.samefile(source)]
        ranked = sorted((history.index(digest), path) for path in others if (digest := member(path).digest) in history)
    except OSError:
        return None
    return _first([path for _place, path in reversed(ranked)], source, known)


def _first(paths: Iterable[Path], source: Path, known: Mapping[str, str]) -> GivenBase | None:
    for path in paths:
        try:
            manifest = None if path.samefile(source) else read_manifest(open_package(path, path.name))
        except (DeckError, OSError):
            continue
        if manifest is not None and _same(manifest, known):
            return GivenBase(manifest, path)
    return None


def _told(manifest: Manifest) -> dict[str, str]:
    return {name: getattr(manifest.base, name) for name in _CHOICES}


def _same(manifest: Manifest, known: Mapping[str, str]) -> bool:
    return all(value == known[name] for name, value in _told(manifest).items() if known.get(name))


def _words(choices: Mapping[str, str]) -> str:
    return " ".join(filter(None, choices.values())) or "–"


def _hint() -> str:
    return _("give an earlier file of the same deck that no other program has saved, such as the one that `deck build` wrote")


__all__ = ["GivenBase", "beside", "given", "is_file", "is_known"]
