"""Which rules hold, and which findings are silenced and why: deck.yaml beside the file or in the folder one stands in, and the
command line, which is heard last."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from pydantic import Field, model_validator

from deck.check.model import Finding, Rule
from deck.diagnostics import Diagnostics, Where, did_you_mean
from deck.errors import InputError, UsageError
from deck.i18n import _
from deck.source import Strict, Tree, load_yaml, validate

NAME = "deck.yaml"


@dataclass(frozen=True, slots=True)
class Silence:
    """`pattern`: a rule's code or a family. `slides`: only these (from 1); none: everywhere."""

    pattern: str
    reason: str
    slides: frozenset[int] = frozenset()

    def covers(self, finding: Finding) -> bool:
        return matches(self.pattern, finding.rule) and (not self.slides or finding.where.slide in self.slides)


@dataclass(frozen=True, slots=True)
class Settings:
    """`select`: codes and families that hold; empty: all."""

    select: tuple[str, ...] = ()
    silences: tuple[Silence, ...] = ()

    def chosen(self, rules: Iterable[Rule]) -> list[Rule]:
        return [rule for rule in rules if not self.select or any(matches(pattern, rule) for pattern in self.select)]

    def split(self, findings: Iterable[Finding]) -> tuple[tuple[Finding, ...], tuple[tuple[Finding, str], ...]]:
        """(those that stand, those silenced with their reasons)."""
        kept: list[Finding] = []
        silenced: list[tuple[Finding, str]] = []
        for item in findings:
            found = next((silence for silence in reversed(self.silences) if silence.covers(item)), None)
            if found is None:
                kept.append(item)
            else:
                silenced.append((item, found.reason))
        return tuple(kept), tuple(silenced)


def matches(pattern: str, rule: Rule) -> bool:
    return pattern in (rule.code, rule.family)


class SilenceModel(Strict):
    """Why a rule is silent, and on which slides where not everywhere ("3", "3, 5-7")."""

    reason: str = ""
    slides: str = Field(default="", pattern=r"^(\s*\d{1,5}(\s*-\s*\d{1,5})?\s*(,\s*\d{1,5}(\s*-\s*\d{1,5})?\s*)*)?$")

    @model_validator(mode="before")
    @classmethod
    def _reason_alone(cls, value: object) -> object:
        return {"reason": value} if isinstance(value, str) else value


class CheckModel(Strict):
    select: tuple[str, ...] = ()
    ignore: dict[str, SilenceModel] = Field(default_factory=dict)


class FileModel(Strict):
    """`collection` is for who finds the places and the content (deck/source/project.py)."""

    check: CheckModel = Field(default_factory=CheckModel)
    collection: Any = None


def numbers(words: str) -> frozenset[int]:
    """ "3, 5-7" → {3, 5, 6, 7}."""
    found: set[int] = set()
    for first, last in re.findall(r"(\d+)(?:\s*-\s*(\d+))?", words):
        found |= set(range(int(first), min(int(last or first), int(first) + 10_000) + 1))
    return frozenset(found)


def settings_for(file: Path | None, rules: Sequence[Rule], here: Path | None = None) -> Settings:
    """The settings beside `file`, else those of the folder `here` (where one stands). Raises InputError
    with every fault in them."""
    folders = [folder for folder in (file.parent if file else None, here or Path()) if folder is not None]
    path = next((folder / NAME for folder in folders if (folder / NAME).is_file()), None)
    return read_settings(path, rules) if path is not None else Settings()


def read_settings(path: Path, rules: Sequence[Rule]) -> Settings:
    """deck.yaml's `check:`. Raises InputError: no YAML, unknown fields, unknown rules, reasons that are missing."""
    diagnostics = Diagnostics()
    tree = load_yaml(path, diagnostics=diagnostics)
    model = None if diagnostics.errors else validate(FileModel, tree, diagnostics)
    if model is not None:
        _judge(model.check, tree, rules, diagnostics)
    if diagnostics.errors or model is None:
        raise InputError(diagnostics)
    silences = tuple(Silence(code, item.reason.strip(), numbers(item.slides)) for code, item in model.check.ignore.items())
    return Settings(model.check.select, silences)


def _judge(model: CheckModel, tree: Tree, rules: Sequence[Rule], diagnostics: Diagnostics) -> None:
    for n, pattern in enumerate(model.select):
        _known(pattern, rules, diagnostics, tree.where(("check", "select", n)))
    for code, item in model.ignore.items():
        place = tree.where(("check", "ignore", code), key=True)
        _known(code, rules, diagnostics, place)
        if not item.reason.strip():
            message = _("no reason is given for silencing {code}").format(code=code)
            diagnostics.error("no-reason", message, place, _("write why, so that the next person knows"))


def _known(pattern: str, rules: Sequence[Rule], diagnostics: Diagnostics, where: Where) -> None:
    codes = [rule.code for rule in rules]
    families = list(dict.fromkeys(rule.family for rule in rules))
    if pattern in codes or pattern in families:
        return
    ends = {code.partition("/")[2]: code for code in codes}
    hint = (
        _("did you mean {names}?").format(names=f'"{ends[pattern]}"')
        if pattern in ends
        else did_you_mean(pattern, [*codes, *families])
    )
    message = _('there is no rule "{code}"').format(code=pattern)
    diagnostics.error("unknown-rule", message, where, hint or _("`deck check --rules` lists them"))


def with_choices(settings: Settings, select: Sequence[str], ignore: Sequence[str], rules: Sequence[Rule]) -> Settings:
    """The settings as the command line changes them: `ignore` holds "CODE=reason". Raises UsageError with every fault."""
    diagnostics = Diagnostics()
    patterns = tuple(part.strip() for item in select for part in item.split(",") if part.strip())
    for pattern in patterns:
        _known(pattern, rules, diagnostics, Where("--select"))
    silences: list[Silence] = []
    for item in ignore:
        code, reason = (part.strip() for part in (*item.split("=", 1), "")[:2])
        _known(code, rules, diagnostics, Where("--ignore"))
        if not reason:
            message = _("no reason is given for silencing {code}").format(code=code)
            diagnostics.error("no-reason", message, Where("--ignore"), _('write --ignore {code}="why"').format(code=code))
        silences.append(Silence(code, reason))
    if diagnostics.errors:
        raise UsageError(diagnostics)
    return replace(settings, select=patterns or settings.select, silences=(*settings.silences, *silences))
