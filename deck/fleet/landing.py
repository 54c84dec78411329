"""Where a refreshed deck comes to lie: beside its original, never over anything that is not proved to lose nothing."""

from __future__ import annotations

import os
import re
import shlex
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import fields, replace
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING

from deck.diagnostics import Diagnostic, Severity, Where
from deck.errors import DeckError, UsageError
from deck.files import put, refusal
from deck.i18n import _
from deck.making.lines import ENDINGS, SUFFIX, Member, aside, decks_in, further, lacks, member, parted
from deck.package import Package
from deck.pptx.seal import DECK, STEPS, Making, is_as_written, is_built, making, sealed_pieces, short
from deck.source import display

if TYPE_CHECKING:
    from deck.fleet.request import RefreshRequest
    from deck.refresh.outcome import Choice, Refreshed

TRIES = 1000
_OTHERWISE = re.compile(r"\b(template|slideshow)(?=\.(macroEnabled\.)?main\+xml$)")
_ASKED = ("base", "place", "lang", "fallback", "release", "rebrand", "template", "local", "figures")


def names(source: Path, out: Path | None, ending: str = ENDINGS[0]) -> Iterator[Path]:
    """Where the refreshed deck may go, the likeliest first: one name if that was given, else the series after the source's."""
    if out is not None and is_file_name(out):
        yield out
        return
    stem, number = parted(source)
    folder = source.parent if out is None else out
    for n in count(number + 1):
        yield folder / f"{stem}{SUFFIX}{f'-{n}' if n > 1 else ''}{ending}"


def is_file_name(out: Path) -> bool:
    """Whether `-o` names the new file, not a folder for it."""
    return out.suffix.lower() in ENDINGS and not out.is_dir()


def ending_of(package: Package) -> str:
    """What the file's name ends in, as its main part's content type has it (ECMA-376 Part 1, 13.3.6;
    [MS-OFFMACRO2] for macros)."""
    return ENDINGS["macroEnabled" in package.content_type(package.main)]


def as_presentation(package: Package) -> Package:
    """A show (.ppsx) or a template (.potx) as the presentation that its new name says: programs refuse what says otherwise."""
    kind = package.content_type(package.main)
    plain = _OTHERWISE.sub("presentation", kind)
    return package if plain == kind else replace(package, overrides={**package.overrides, package.main: plain})


def asked_in(request: RefreshRequest, result: Refreshed | None = None) -> tuple[str, ...]:
    """What the call itself decides, so that no other file tells it. Of decisions what came of them (`result`), so that the same
    answers are the same file, however they were given."""
    words = _came_of(result) if result is not None and result.decided else _said(request)
    # Of these, that they were asked: what they bring can be brought again.
    usual = {item.name: item.default for item in fields(request)}
    words += [name for name in _ASKED if getattr(request, name) != usual[name]]
    return tuple(short(word) for word in words)


def _said(request: RefreshRequest) -> list[str]:
    """Its decisions as they were given."""
    return [*_each(request.resolve), *([] if request.prefer is None else [f"prefer={request.prefer}"])]


def _each(decided: Mapping[str, Choice]) -> list[str]:
    return [f"{key}={choice}" for key, choice in decided.items()]


def _came_of(result: Refreshed) -> list[str]:
    """What has been decided: where nothing is open, what most of it is and the others; few words for however many questions."""
    if result.conflicts:
        return _each(result.decided)
    ways = list(result.decided.values())
    most = max(sorted(set(ways)), key=ways.count)
    return [f"prefer={most}", *_each({key: choice for key, choice in result.decided.items() if choice != most})]


def land(request: RefreshRequest, package: Package, result: Refreshed | None = None) -> Path:
    """Write the refreshed package; where. `result`: what came of the decisions. A file that stands there is replaced if it is as
    we wrote it and nothing in it is lost: it was made from the very same source, and decided nothing that is not decided now.
    Raises InputError or UsageError."""
    package = as_presentation(package)
    source, ending = request.source, ending_of(package)
    if request.out is not None and is_file_name(request.out) and request.out.suffix.lower() != ending:
        raise UsageError.of(
            "wrong-ending",
            _("the presentation is of the kind {ending}, and PowerPoint opens it under no other").format(ending=ending),
            Where(str(request.out)),
            _("end the name in {ending}").format(ending=ending),
        )
    was = member(source)
    before = Making("refreshed", (*was.making.history, was.digest), asked_in(request, result), not was.work)
    pieces = sealed_pieces(package, "refreshed", before.history, before.asked, before.bare)
    given = request.out is not None and is_file_name(request.out)
    every = map(short, [*_said(request), *_each(result.decided if result is not None else {})])
    decided = frozenset([*before.asked, *every])

    def proof(old: Path) -> bool:
        return _loses_nothing(old, before, decided) or (given and is_built(old))

    last: DeckError | None = None
    for path, _try in zip(names(source, request.out, ending), range(TRIES), strict=False):
        try:
            put(path, pieces, DECK, overwrite=request.overwrite, inputs=request.reads, proof=proof)
        except DeckError as error:
            taken = refusal(path, DECK, overwrite=request.overwrite, inputs=request.reads, proof=proof) is not None
            if given or not (taken and os.path.lexists(path)):
                raise
            last = error
            continue
        return path
    assert last is not None
    raise last


def _loses_nothing(old: Path, now: Making, decided: frozenset[str]) -> bool:
    """`decided`: all that is decided now, in each way of saying it."""
    then = making(old)
    return then.made == "refreshed" and then.history == now.history[-STEPS:] and set(then.asked) <= decided and is_as_written(old)


def told(source: Path, path: Path | None, again: Sequence[str] = ()) -> tuple[Diagnostic, ...]:
    """What is to be said of other files of the line: work that is not in the one just made (`path`), nor in the `source`.
    `again`: options that the same news need."""
    try:
        folders = {source.resolve().parent: source.parent} | ({path.resolve().parent: path.parent} if path else {})
        beside = [member(item) for folder in folders.values() for item in decks_in(folder) if path is None or item != path]
        here = member(source)
        others = aside(here, beside)
    except OSError:
        return ()
    # What went on into another of them is there.
    heads = [item for item in others if not any(item.digest in later.making.history for later in others)]
    if not heads:
        newest = further(here, beside) if path is None else None
        return () if newest is None else (_further(newest, here.path, again),)
    best = max(heads, key=lambda item: item.rank)
    goal = here if lacks(best, here, beside) else best
    since = {best.digest, *best.making.history} - {here.digest, *here.making.history}
    is_sure = any(item.work > 1 for item in beside if item.digest in since)
    first = () if goal is here else (_aside(best, here.path, path, again, is_sure=is_sure),)
    rest = (item for item in heads if item is not goal and lacks(goal, item, beside))
    return first + tuple(_apart(item, goal, path if goal is here else None) for item in rest)


def _further(other: Member, source: Path, again: Sequence[str]) -> Diagnostic:
    """The other file was made from the source, and nobody has done anything in it since."""
    name, made_of = _names(other.path, source)
    message = _("this file was made from {source}, and is the newest of its line").format(source=made_of)
    return Diagnostic("newer-file", Severity.INFO, message, Where(str(other.path)), _go_on(other, name, made_of, again))


def _go_on(other: Member, name: str, made_of: str, again: Sequence[str]) -> str:
    command = shlex.join(("deck", "refresh", display(other.path), *again))
    return _("go on in {file}, not in {source}: `{command}`").format(file=name, source=made_of, command=command)


def _aside(other: Member, source: Path, path: Path | None, again: Sequence[str], *, is_sure: bool) -> Diagnostic:
    """All that is in the source is in the other file, and more; or, not `is_sure`, there may be: what it was made from is not
    there any more as it was."""
    name, made_of = _names(other.path, source)
    if path is None and not is_sure:
        message = _(
            "there may be changes or decisions in this file that are not in {source}; what it was made from is no longer here "
            "as it was"
        ).format(source=made_of)
    elif path is None:
        message = _("there are changes or decisions in this file that are not in {source}").format(source=made_of)
    elif not is_sure:
        message = _(
            "there may be changes or decisions in this file, and it is left alone: {new} is the newest file, but was made "
            "from {source} and does not have what may have been done here"
        ).format(new=path.name, source=made_of)
    else:
        message = _(
            "this file has been changed, or decided in, since it was made, and is left alone: {new} is the "
            "newest file, but was made "
            "from {source} and does not have what was done here"
        ).format(new=path.name, source=made_of)
    code = "work-aside" if is_sure else "work-aside-unsure"
    return Diagnostic(code, Severity.WARNING, message, Where(str(other.path)), _go_on(other, name, made_of, again))


def _apart(other: Member, goal: Member, path: Path | None) -> Diagnostic:
    """Each of the two may have what the other has not: whether a program only saved a file anew, nobody can tell from outside.
    `path`: what was made from the goal now."""
    name, going_on = _names(other.path, goal.path)
    message = _("there may be changes or decisions in this file that are not in {source}, and others there that are not here")
    hint = _("go on in {file}, and copy into it by hand what {other} alone has, if anything")
    hint = hint.format(file=path.name if path is not None else going_on, other=name)
    return Diagnostic("work-apart", Severity.WARNING, message.format(source=going_on), Where(str(other.path)), hint)


def _names(one: Path, other: Path) -> tuple[str, str]:
    """What to call the two, so that they are told from each other."""
    return (display(one), display(other)) if one.name == other.name else (one.name, other.name)
