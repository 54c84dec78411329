"""Fields put into a brand.yaml that is somebody's own: line by line, so that all that stands there stays, comments too."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from deck.errors import InputError
from deck.i18n import _
from deck.source import Tree, load_yaml


@dataclass(frozen=True, slots=True)
class MergedProfile:
    """`text`: the file; `added`: the fields put in, "colors.accent1: #005030"; `kept`: those that said something else already."""

    text: str
    added: tuple[str, ...]
    kept: tuple[str, ...]


def merged(text: str, name: str, wanted: Mapping[str, Mapping[str, str]]) -> MergedProfile:
    """`wanted`: section → field → value. What a field says already stays. Raises InputError where the text is no YAML, or has a
    section on one line, into which nothing can be put."""
    tree = load_yaml(text, name)
    lines = text.splitlines()
    added: list[str] = []
    kept: list[str] = []
    inserts: list[tuple[int, bool, list[str]]] = []
    for section, fields in wanted.items():
        present = tree.get((section,))
        said = present if isinstance(present, dict) else {}
        kept += [f"{section}.{field}: {said[field]}" for field in fields if field in said and said[field] != fields[field]]
        missing = {field: value for field, value in fields.items() if field not in said}
        if not missing:
            continue
        added += [f"{section}.{field}: {value}" for field, value in missing.items()]
        at, indent = _place(tree, section, said, lines)
        rows = [f'{" " * indent}{field}: "{value}"' for field, value in missing.items()]
        new = present is None and (section,) not in tree.keys
        inserts.append((at, new, [f"{section}:", *rows] if new else rows))
    # Where the file ends with a section, its fields come before the sections that are new.
    for at, _new, rows in sorted(inserts, key=lambda item: item[:2])[::-1]:
        lines[at:at] = rows
    return MergedProfile("\n".join(lines) + "\n" if lines else "", tuple(added), tuple(kept))


def _place(tree: Tree, section: str, said: Mapping[str, object], lines: list[str]) -> tuple[int, int]:
    """After which line a section's fields go, and how far in."""
    if (section,) not in tree.keys:
        return len(lines), 2
    line = tree.keys[(section,)][0]
    if not said:
        if lines[line - 1].split("#")[0].rstrip().endswith(":"):
            return line, 2
    else:
        first, column = min(tree.keys[(section, field)] for field in said)
        if first > line:
            return max(end for path, (end, _column) in tree.ends.items() if path[:1] == (section,)), column - 1
    message = _('"{name}" stands on one line, and nothing can be put into it').format(name=section)
    raise InputError.of(
        "bad-value", message, tree.where((section,), key=True), _("write each of its fields on a line of its own")
    )
