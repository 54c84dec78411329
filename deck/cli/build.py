"""`deck build`."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Protocol, TypeVar

import click

from deck.cli.again import with_watch
from deck.cli.figures import with_figures
from deck.cli.options import with_branding, with_content, with_deck_lang
from deck.cli.standing import BuildRun, call_key, made_or_kept, stood
from deck.cli.summary import MANY, summary
from deck.formats import ALSO
from deck.i18n import _

if TYPE_CHECKING:
    from deck.content.showing import Showing
    from deck.diagnostics import Diagnostic
    from deck.fleet import BuildRequest

F = TypeVar("F", bound=Callable[..., object])


def also_options(command: F) -> F:
    """An option for each format that a deck is given out in."""
    for item in reversed(ALSO):
        command = click.option(f"--{item.name}", item.name, is_flag=True, help=_(item.about))(command)
    return command


@click.command(help=_("Build a deck for each PLACE: its code, name or slug, such as 1281, lund or “Länsstyrelsen Skåne”."))
@click.argument("places", nargs=-1, metavar=_("PLACE…"))
@click.option("--all", "everyone", is_flag=True, help=_("All places: in Sweden 290 municipalities and 21 counties."))
@click.option("--outline", default="standard", show_default=True, help=_("How much is told: kort, standard or konferens."))
@click.option("--audience", default="alla", show_default=True, help=_("For whom: alla, politiker, tjansteman or samordnare."))
@click.option("--release", help=_("A frozen release of the content, such as 2020-04-30; without it the current content."))
@with_deck_lang
@click.option("--fallback", is_flag=True, help=_("Take what LANG has no words for in Swedish, marked as such."))
@click.option("--local", type=click.Path(path_type=Path), metavar=_("FILE"), help=_("The place's own material, a local.yaml."))
@with_figures
@click.option("--event", default="", metavar=_("TEXT"), help=_("Where it is shown, for the title slide."))
@click.option("--date", default="", metavar=_("DAY"), help=_("When it is shown: 2026-12-03, or in words."))
@click.option("--speaker", default="", metavar=_("TEXT"), help=_("Who speaks: name and role."))
@click.option("--template", type=click.Path(path_type=Path), metavar=_("FILE"), help=_("The place's own .potx or .pptx."))
@click.option(
    "-o",
    "--out",
    type=click.Path(path_type=Path),
    default=Path("out"),
    show_default=True,
    metavar=_("DIR"),
    help=_("Where decks are written: a folder, or one deck's file, NAME.pptx."),
)
@also_options
@click.option("-j", "--jobs", type=click.IntRange(1, 64), help=_("How many are built at a time."))
@click.option("--json", "as_json", is_flag=True, help=_("Print a JSON list with an object for each deck."))
@click.option("--strict", is_flag=True, help=_("Fail on warnings, too."))
@click.option("--explain", is_flag=True, help=_("Say of each of many decks why it was made again, or was not."))
@with_watch
@click.option("--overwrite", is_flag=True, help=_("Replace even files that have been edited since they were built."))
@with_content
@with_branding
@click.pass_context
def build(
    ctx: click.Context,
    places: tuple[str, ...],
    everyone: bool,
    outline: str,
    audience: str,
    release: str | None,
    lang: str | None,
    fallback: bool,
    local: Path | None,
    figures: tuple[Path, ...],
    event: str,
    date: str,
    speaker: str,
    template: Path | None,
    out: Path,
    jobs: int | None,
    as_json: bool,
    strict: bool,
    explain: bool,
    watch: bool,
    overwrite: bool,
    content: Path | None,
    branding: Path | None,
    **also: bool,
) -> None:
    codes, wrong = _meant(places, everyone)
    out, stem = _named(out, len(codes))
    asked = call_key(ctx, codes)
    if (
        not watch
        and not wrong
        and len(codes) > MANY
        and (code := stood(asked, out, as_json=as_json, explain=explain)) is not None
    ):
        ctx.exit(code)
    from deck.cli.again import again, no_json, read_by
    from deck.fleet import BuildRequest

    showing = _showing(event=event, date=date, speaker=speaker)
    spoken, untold = _languages(codes, lang, local=local, branding=branding, content=content)
    wrong += untold
    requests = [
        BuildRequest(
            code,
            outline=outline,
            audience=audience,
            release=release,
            local=local,
            figures=figures,
            template=template,
            out=out,
            stem=stem,
            lang=tongue,
            fallback=fallback,
            strict=strict,
            overwrite=overwrite,
            content_root=content,
            branding_root=branding,
            showing=showing,
            also=tuple(item.name for item in ALSO if also[item.name]),
        )
        for code, tongue in spoken.items()
    ]
    paths = read_by(local, template, *figures, content=content, branding=branding)
    run = BuildRun(requests, asked, paths, jobs=jobs, explain=explain)
    if not watch:
        ctx.exit(_built(run, wrong, as_json=as_json))
    no_json(as_json)
    ctx.exit(again(lambda: _built(run, wrong, as_json=False), paths))


def _built(run: BuildRun, wrong: list[Diagnostic], *, as_json: bool) -> int:
    """The exit code, when all are built and told of. `wrong`: words that mean no place."""
    from deck.cli.console import show_diagnostics, show_json
    from deck.fleet import build_many

    _known_choices(run.requests[0])
    started = time.monotonic()
    many = len(run.requests) > MANY
    with progress(len(run.requests)) as advance:
        if many:
            done, kept = made_or_kept(run, advance)
        else:
            done, kept = build_many(run.requests, run.jobs, advance), 0
    if as_json:
        unknown = [{"place": None, "path": None, "diagnostics": [item.to_json()]} for item in wrong]
        show_json([*(built.to_json() for built in done), *unknown])
    else:
        show_diagnostics(wrong)
        summary(done, time.monotonic() - started, kept)
    return max([built.exit_code for built in done] + [2] * bool(wrong))


def _showing(**given: str) -> Showing:
    """Raises UsageError for words that are no line, or too long for one: what local.yaml would not take."""
    from deck.content.own import Local
    from deck.content.said import a_day
    from deck.content.showing import Showing
    from deck.diagnostics import Diagnostics
    from deck.errors import UsageError

    wrong = Diagnostics()
    said = {name: " ".join(value.split()) for name, value in given.items()}
    for name, value in said.items():
        most = next(item.max_length for item in Local.model_fields[name].metadata if hasattr(item, "max_length"))
        if len(value) > most:
            message = _("--{name} has {size} characters; there is room for {limit}")
            wrong.error("usage", message.format(name=name, size=len(value), limit=most), hint=_("shorten it"))
    try:
        a_day(said.get("date", ""))
    except ValueError as error:
        wrong.error("usage", str(error))
    if wrong.errors:
        raise UsageError(wrong)
    return Showing(**said)


def _meant(words: tuple[str, ...], everyone: bool) -> tuple[list[str], list[Diagnostic]]:
    """The codes of the places meant, each once, and what is said of the words that mean none: these stop no one else's deck.
    Raises UsageError where no place is meant at all."""
    from deck.diagnostics import did_you_mean
    from deck.errors import UsageError
    from deck.places import load_places

    register = load_places()
    if everyone and words:
        raise UsageError.of("usage", _("give places or --all, not both"))
    if everyone:
        return [place.code for place in register.all], []
    if not words:
        hint = _("for example `deck build lund`; `deck places` lists all")
        raise UsageError.of("usage", _("which place?"), hint=hint)
    found, wrong = register.find_all(words)
    if wrong and (command := did_you_mean(words[0], _commands())) and len(wrong) + len(found) > 1:
        # `build.py bulid lund`: what is no command of ours is taken for a place.
        wrong = (replace(wrong[0], hint=command), *wrong[1:])
    if not found:
        raise UsageError(wrong)
    return [place.code for place in found], list(wrong)


def _named(out: Path, decks: int) -> tuple[Path, str]:
    """The folder, and what a deck's files are called if `-o` says that. Raises UsageError where several would be called so."""
    from deck.errors import UsageError
    from deck.formats import DECK

    if out.suffix.lower() != DECK.ending or out.is_dir():
        return out, ""
    if decks > 1:
        message = _("{count} decks cannot all be the file {name}").format(count=decks, name=out.name)
        raise UsageError.of("usage", message, hint=_("give -o a folder, such as `-o out`"))
    return out.parent, out.stem


def _languages(
    codes: Sequence[str], lang: str | None, *, local: Path | None, branding: Path | None, content: Path | None
) -> tuple[dict[str, str], list[Diagnostic]]:
    """Code → the language of that place's deck, and what is said of those that are in none of the content's. Raises UsageError
    where there is no other deck."""
    from deck.errors import UsageError
    from deck.making.tongue import language_of

    found: dict[str, str] = {}
    wrong: dict[Diagnostic, None] = {}
    for code in codes:
        try:
            found[code] = lang or language_of(code, local=local, branding=branding, content=content)
        except UsageError as error:
            wrong |= dict.fromkeys(error.diagnostics)
    if not found:
        raise UsageError(list(wrong))
    return found, list(wrong)


def _commands() -> list[str]:
    from deck.cli.app import COMMANDS

    return list(COMMANDS)


def _known_choices(request: BuildRequest) -> None:
    """Content is read here, before any process is started: what is wrong in it is said once, for all decks."""
    from deck.diagnostics import Diagnostics, did_you_mean
    from deck.errors import UsageError
    from deck.making import content_of

    content = content_of(request)
    wrong = Diagnostics()
    for value, known, message in (
        (request.outline, content.outlines, _('there is no outline "{name}"')),
        (request.audience, content.audiences, _('there is no audience "{name}"')),
    ):
        names = list(known)
        if value not in names:
            hint = did_you_mean(value, names) or _("choose one of {names}").format(names=", ".join(names))
            wrong.error("usage", message.format(name=value), hint=hint)
    if wrong.errors:
        raise UsageError(wrong)


class HasName(Protocol):
    """Something that is done, and whose it is."""

    @property
    def name(self) -> str: ...


@contextmanager
def progress(count: int) -> Iterator[Callable[[HasName], None] | None]:
    """A bar on stderr where there are many and a person looks on."""
    import sys

    if count <= MANY or not sys.stderr.isatty():
        yield None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    # No thread of its own draws it: worker processes are forked while it stands.
    with Progress(*columns, console=Console(stderr=True), auto_refresh=False, transient=True) as bar:
        task = bar.add_task(_("building"), total=count)

        def advance(done: HasName) -> None:
            bar.update(task, advance=1, description=done.name, refresh=True)

        yield advance
