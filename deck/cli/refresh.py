"""`deck refresh` and `deck status`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from deck.cli.figures import with_figures
from deck.cli.options import with_branding, with_content
from deck.i18n import _, ngettext

if TYPE_CHECKING:
    from deck.diagnostics import Diagnostic
    from deck.fleet.refresh import RefreshRequest
    from deck.refresh import Choice, Refreshed


_BASE = _(
    "What the deck was made from, if the file does not tell: a release, or an earlier file of the deck that still tells, "
    "or a folder of such."
)
CHOICES: dict[str, Choice] = {"mine": "mine", "theirs": "theirs"}


@click.command(
    help=_("Bring each edited deck (FILE, or all in a folder) up to date beside the original; what its owner did is kept.")
)
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path), metavar=_("FILE…"))
@click.option("--base", metavar=_("RELEASE|FILE"), help=_BASE)
@click.option("--place", metavar=_("PLACE"), help=_("Whose deck it is, if the file does not tell."))
@click.option("--lang", metavar=_("LANG"), help=_("The language that the deck was made in, if the file does not tell."))
@click.option("--fallback", is_flag=True, help=_("Take what its language has no words for in Swedish, marked as such."))
@click.option("--release", help=_("Refresh to a frozen release; without it to the current content."))
@click.option(
    "--local", type=click.Path(path_type=Path), metavar=_("FILE"), help=_("The place's own material, if it is another than then.")
)
@with_figures
@click.option(
    "--template",
    type=click.Path(path_type=Path),
    metavar=_("FILE"),
    help=_("Move the deck, its owner's slides too, into this template."),
)
@click.option(
    "--rebrand/--no-rebrand",
    default=None,
    help=_(
        "Move the deck into the place's graphic profile as it is now, or never; else where the owner has not chosen another look."
    ),
)
@click.option(
    "--resolve", multiple=True, metavar=_("SLIDE/PART=mine|theirs"), help=_("Decide a conflict; may be given many times.")
)
@click.option(
    "--resolve-file",
    type=click.Path(path_type=Path),
    metavar=_("FILE"),
    help=_("Decisions in a YAML file: “SLIDE/PART: theirs” a line."),
)
@click.option("--prefer", type=click.Choice(["mine", "theirs"]), help=_("Decide all conflicts in one way."))
@click.option("--dry-run", is_flag=True, help=_("Only tell what would happen."))
@click.option(
    "--report", type=click.Path(path_type=Path), metavar=_("FILE"), help=_("Write the report as one page, with pictures, too.")
)
@click.option("--mark", is_flag=True, help=_("Put a PowerPoint comment on each slide with a conflict."))
@click.option("--json", "as_json", is_flag=True, help=_("Print a JSON list with an object for each deck."))
@click.option(
    "-o", "--out", type=click.Path(path_type=Path), metavar=_("FILE"), help=_("The new file, or the folder for new files.")
)
@click.option("--overwrite", is_flag=True, help=_("Replace even a file that is not as deck wrote it."))
@click.option("-j", "--jobs", type=click.IntRange(1, 64), help=_("How many are refreshed at a time."))
@with_content
@with_branding
@click.pass_context
def refresh(
    ctx: click.Context,
    files: tuple[Path, ...],
    base: str | None,
    place: str | None,
    lang: str | None,
    fallback: bool,
    release: str | None,
    local: Path | None,
    figures: tuple[Path, ...],
    template: Path | None,
    rebrand: bool | None,
    resolve: tuple[str, ...],
    resolve_file: Path | None,
    prefer: Choice | None,
    dry_run: bool,
    report: Path | None,
    mark: bool,
    as_json: bool,
    out: Path | None,
    overwrite: bool,
    jobs: int | None,
    content: Path | None,
    branding: Path | None,
) -> None:
    from deck.fleet.refresh import RefreshRequest

    decisions = _decisions(resolve, resolve_file)
    sources = _sources(files)
    _one_name_for_one(out, sources)
    requests = [
        RefreshRequest(
            path,
            out=out,
            base=base,
            place=place,
            release=release,
            local=local,
            figures=figures,
            template=template,
            rebrand=rebrand,
            resolve=decisions,
            prefer=prefer,
            dry_run=dry_run,
            mark=mark,
            lang=lang,
            fallback=fallback,
            overwrite=overwrite,
            content_root=content,
            branding_root=branding,
            beside=tuple(sources),
        )
        for path in sources
    ]
    pages = [report] if report is not None else []
    _writable(pages, [path for path in (*files, local, *figures, template, resolve_file) if path is not None], overwrite)
    ctx.exit(_run(requests, jobs, as_json, pages, overwrite=overwrite, folder=any(path.is_dir() for path in files)))


@click.command(help=_("What each deck is from, what its owner changed, and what a refresh would bring."))
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path), metavar=_("FILE…"))
@click.option("--base", metavar=_("RELEASE|FILE"), help=_BASE)
@click.option("--place", metavar=_("PLACE"), help=_("Whose deck it is, if the file does not tell."))
@click.option("--json", "as_json", is_flag=True, help=_("Print a JSON list with an object for each deck."))
@with_content
@with_branding
@click.pass_context
def status(
    ctx: click.Context,
    files: tuple[Path, ...],
    base: str | None,
    place: str | None,
    as_json: bool,
    content: Path | None,
    branding: Path | None,
) -> None:
    from deck.cli.console import say, show_diagnostics, show_json
    from deck.fleet.refresh import RefreshRequest, refresh_one
    from deck.refresh.report import as_text

    done = [
        refresh_one(RefreshRequest(path, base=base, place=place, status_only=True, content_root=content, branding_root=branding))
        for path in _sources(files)
    ]
    if as_json:
        show_json([item.to_json() for item in done])
    for item in () if as_json else done:
        say(click.style(item.source.name, bold=True))
        if item.state != "refused":
            say(
                _("{place}, outline {outline}, audience {audience}").format(
                    place=item.place_name, outline=item.outline, audience=item.audience
                )
            )
            say(as_text(item))
        show_diagnostics(item.diagnostics)
    # To tell what stands open is no failure.
    ctx.exit(max((item.exit_code for item in done if item.state == "refused"), default=0))


def _sources(files: Sequence[Path]) -> list[Path]:
    """The decks meant; of a folder the newest of each line of files. What programs lay beside decks is passed over, and that is
    said where it was named; so are other files of theirs in a folder, and folders within it."""
    from deck.cli.console import passed_over, show_diagnostics
    from deck.errors import UsageError
    from deck.making.lines import decks_in, folders_with_decks, lines_of, others_in

    found: list[Path] = []
    others: list[Path] = []
    within: list[Path] = []
    for path in passed_over(files):
        if path.is_dir():
            found += [line.newest.path for line in lines_of(decks_in(path))]
            others += others_in(path)
            within += folders_with_decks(path)
        else:
            found.append(path)
    if not found:
        hints = [_("name those that are meant: {files}").format(files=_named(others))] if others else []
        hints += [_("name the folders within it that are meant: {folders}").format(folders=_named(within))] if within else []
        raise UsageError.of("no-decks", _("there is no .pptx in the folder"), hint="; ".join(hints))
    show_diagnostics([*_left(others, within, files)])
    return list(dict.fromkeys(found))


def _one_name_for_one(out: Path | None, sources: Sequence[Path]) -> None:
    """Raises UsageError where one new file is named for several decks."""
    from deck.errors import UsageError
    from deck.fleet.landing import is_file_name

    if out is not None and is_file_name(out) and len(sources) > 1:
        message = _("{count} decks cannot all be the file {name}").format(count=len(sources), name=out.name)
        raise UsageError.of("usage", message, hint=_("give -o a folder, such as `-o out`"))


def _left(others: Sequence[Path], within: Sequence[Path], files: Sequence[Path]) -> Iterator[Diagnostic]:
    """What of a folder is left as it is, as long as nobody names it."""
    from deck.diagnostics import Diagnostic, Severity, Where

    if others := [path for path in others if path not in files]:
        message = _("shows, templates and other programs' files in this folder are left as they are")
        hint = _("name those that are meant: {files}").format(files=_named(others))
        yield Diagnostic("others-left", Severity.INFO, message, Where(str(others[0].parent)), hint)
    if within := [path for path in within if path not in files]:
        message = _("decks in folders within this one are left as they are")
        hint = _("name the folders within it that are meant: {folders}").format(folders=_named(within))
        yield Diagnostic("folders-within", Severity.INFO, message, Where(str(within[0].parent)), hint)


def _named(paths: Sequence[Path]) -> str:
    return ", ".join(map(str, paths[:_MOST_NAMED])) + (" …" if len(paths) > _MOST_NAMED else "")


_MOST_NAMED = 5


def _decisions(given: Sequence[str], file: Path | None) -> dict[str, Choice]:
    """Conflict key → choice. Raises UsageError and InputError with every decision that cannot be read."""
    from deck.diagnostics import Diagnostic, Diagnostics, Severity
    from deck.errors import InputError, UsageError

    found: dict[str, Choice] = {}
    wrong: list[Diagnostic] = []
    for item in given:
        key, _sign, word = item.partition("=")
        if choice := CHOICES.get(word.strip()):
            if found.setdefault(key.strip(), choice) != choice:
                message = _('"{key}" is decided both ways').format(key=key.strip())
                wrong.append(Diagnostic("bad-decision", Severity.ERROR, message, hint=_("say it once: mine or theirs")))
        else:
            message = _('"{value}" is no decision').format(value=item)
            wrong.append(
                Diagnostic("bad-decision", Severity.ERROR, message, hint=_("write it as in --resolve when/object=theirs"))
            )
    if wrong:
        raise UsageError(wrong)
    if file is not None:
        from deck.source import load_yaml

        problems = Diagnostics()
        tree = load_yaml(file, diagnostics=problems)
        values = tree.value if isinstance(tree.value, dict) else {}
        for key, word in values.items():
            if choice := CHOICES.get(str(word)):
                found[str(key)] = choice
            else:
                problems.error(
                    "bad-decision",
                    _('"{value}" is no decision').format(value=word),
                    tree.where((key,)),
                    _("write mine or theirs"),
                )
        if problems.errors or not values:
            if not problems.errors:
                problems.error(
                    "bad-decision", _("the file holds no decisions"), tree.where(()), _("write “SLIDE/PART: theirs” a line")
                )
            raise InputError(problems)
    return found


def _run(
    requests: Sequence[RefreshRequest], jobs: int | None, as_json: bool, pages: Sequence[Path], *, overwrite: bool, folder: bool
) -> int:
    from deck.cli.build import progress
    from deck.cli.console import show_json
    from deck.fleet.refresh import refresh_many, refresh_one

    if len(requests) == 1 and not folder:
        done = [refresh_one(requests[0])]
    else:
        with progress(len(requests)) as advance:
            done = refresh_many(requests, jobs, advance)
    # Before anything is said: whoever reads only the beginning (`| head`) gets the pages all the same.
    _write_pages(pages, requests, done, overwrite=overwrite)
    if as_json:
        show_json([item.to_json() for item in done])
    elif len(done) == 1 and not folder:
        _tell_one(done[0])
    else:
        _tell_many(done)
    if not as_json:
        _say_written(pages)
    failed = max((item.exit_code for item in done if item.state == "refused"), default=0)
    return 3 if any(item.exit_code == 3 for item in done) else failed


def _tell_one(item: Refreshed) -> None:
    from deck.cli.console import say, show_diagnostics
    from deck.refresh.report import as_text
    from deck.source import display

    if item.state != "refused":
        say(as_text(item))
        if item.path is not None:
            say()
            say(_("written: {path}").format(path=display(item.path)))
    show_diagnostics(item.diagnostics)


def _tell_many(done: Sequence[Refreshed]) -> None:
    from deck.cli.console import say, show_diagnostics, table
    from deck.refresh.report import as_table

    table(as_table(done))
    for item in done:
        show_diagnostics(
            found
            for found in item.diagnostics
            if item.state == "refused" or found.code in ("work-aside", "work-aside-unsure", "work-apart")
        )
    count = sum(bool(item.conflicts) for item in done)
    if count:
        text = ngettext(
            "{count} deck waits for decisions: run deck refresh on it to see them.",
            "{count} decks wait for decisions: run deck refresh on each to see them.",
            count,
        )
        say(text.format(count=count))


def _writable(pages: Sequence[Path], inputs: Sequence[Path], overwrite: bool) -> None:
    """Raise for all pages that may not be written, before anything is."""
    from deck.errors import UsageError
    from deck.files import HTML, refusal

    sources = [path for path in inputs if path.is_file()]
    wrong = [found for page in pages if (found := refusal(page, HTML, overwrite=overwrite, inputs=sources)) is not None]
    if wrong:
        raise UsageError(wrong)


def _write_pages(
    pages: Sequence[Path], requests: Sequence[RefreshRequest], done: Sequence[Refreshed], *, overwrite: bool
) -> None:
    from deck.files import HTML, encoded, put
    from deck.fleet.refresh import decided_for_the_guidance
    from deck.refresh.report import as_html

    asked = {item.source: request for item, request in zip(done, requests, strict=True)}

    def preview(item: Refreshed) -> Refreshed | None:
        return decided_for_the_guidance(asked[item.source])

    for page in pages:
        inputs = [path for item in done for path in (item.source, item.path) if path is not None]
        put(page, HTML.seal(encoded(as_html(done, preview))), HTML, overwrite=overwrite, inputs=inputs)


def _say_written(pages: Sequence[Path]) -> None:
    from deck.cli.console import say
    from deck.source import display

    for page in pages:
        say(_("written: {path}").format(path=display(page)))
