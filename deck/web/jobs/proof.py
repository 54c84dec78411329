"""The guidance's words proofed, each hint with the slide that it is about."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from deck.collection import first_language
from deck.diagnostics import Diagnostics
from deck.source import load_yaml
from deck.web.jobs.manuscript import inner_name
from deck.web.jobs.written import titles_in_files


@dataclass(frozen=True, slots=True, kw_only=True)
class ProofRow:
    """A hint about the words, where it stands."""

    file: str
    line: int
    slide: str
    title: str
    level: str
    message: str
    hint: str


def proofed(root: Path, part: str = "") -> tuple[ProofRow, ...]:
    """The words that are written first proofed, and what a build would say; `part`: "words" or "decks", one of both. Raises
    DeckError."""
    from deck.check.prose import proof

    begins = {path.relative_to(root).as_posix(): _begins(path) for path in sorted((root / first_language()).glob("slides*.yaml"))}
    titles = titles_in_files(root, first_language())
    rows = []
    for item in proof(root, words=part != "decks", decks=part != "words"):
        name = inner_name(item.where.file, root) if item.where.file else ""
        inside = [slide for slide, line in begins.get(name, ()) if line <= item.where.line]
        slide = inside[-1] if inside else item.where.slide_id
        rows.append(
            ProofRow(
                file=name,
                line=item.where.line,
                slide=slide,
                title=titles.get(slide, slide),
                level=item.severity.name.lower(),
                message=item.message,
                hint=item.hint,
            )
        )
    return tuple(rows)


def _begins(path: Path) -> list[tuple[str, int]]:
    tree = load_yaml(path, diagnostics=Diagnostics())
    words = tree.get(("slides",))
    found = [(name, tree.keys[("slides", name)][0]) for name in words] if isinstance(words, dict) else []
    return sorted(found, key=lambda item: item[1])
