"""What is safe to mend, mended into a new file: the original is never touched."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from deck.check.model import Finding, Rule
from deck.check.subject import Subject
from deck.files import put
from deck.package import Package, open_package, package_pieces
from deck.package.signature import unsigned
from deck.pptx.seal import DECK

SUFFIX = "-lagad"


@dataclass(frozen=True, slots=True)
class Mended:
    """The package as mended, and how many findings of each rule are gone."""

    package: Package
    gone: tuple[tuple[Rule, int], ...]


def mend(package: Package, rules: Iterable[Rule], stands: Callable[[Finding], bool] = lambda _finding: True) -> Mended:
    """Each rule's fix in turn, where it has findings that stand (are not silenced). A fix that leaves its own rule's findings as
    they were, or that makes the package one that cannot be read, is not kept. A signature is of the file as it was."""
    gone: list[tuple[Rule, int]] = []
    for rule in rules:
        if rule.fix is None:
            continue
        subject = Subject(package)
        before = [item for item in rule.find(subject) if stands(item)]
        if not before:
            continue
        fixed = rule.fix(subject)
        left = sum(stands(item) for item in rule.find(Subject(fixed)))
        if left < len(before):
            package = fixed
            gone.append((rule, len(before) - left))
    return Mended(unsigned(package) if gone else package, tuple(gone))


def mended_path(path: Path) -> Path:
    """Where the mended copy goes: "namn-lagad.pptx" beside the file, or "namn-lagad-2.pptx" where that is taken."""
    ending = path.suffix or ".pptx"
    first = path.with_name(f"{path.stem}{SUFFIX}{ending}")
    n = 2
    found = first
    while found.exists():
        found = path.with_name(f"{path.stem}{SUFFIX}-{n}{ending}")
        n += 1
    return found


def mend_file(
    path: Path, rules: Sequence[Rule], stands: Callable[[Finding], bool] = lambda _finding: True
) -> tuple[Path | None, Mended]:
    """The new file's path (None where there was nothing to mend) and what was mended. Raises InputError
    where it cannot be written."""
    done = mend(open_package(path), rules, stands)
    if not done.gone:
        return None, done
    target = mended_path(path)
    put(target, package_pieces(done.package), DECK, inputs=[path])
    return target, done
