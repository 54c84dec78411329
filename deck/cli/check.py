"""`deck check`."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from deck.i18n import _

if TYPE_CHECKING:
    from deck.check.model import Finding, Rule
    from deck.check.report import Judged
    from deck.check.settings import Settings

COLOURS = {"error": "red", "warning": "yellow", "info": "blue"}


@click.command(
    help=_(
        "Judge each FILE (.pptx, .potx): does it open without repair, does it fit, does it reach everybody? A "
        "content folder is proofed."
    )
)
@click.argument("files", nargs=-1, type=click.Path(path_type=Path), metavar=_("FILE…"))
@click.option("--json", "as_json", is_flag=True, help=_("Print a JSON list with an object for each file."))
@click.option("--sarif", type=click.Path(path_type=Path), metavar=_("FILE"), help=_("Write the findings as SARIF 2.1.0, too."))
@click.option(
    "--html", type=click.Path(path_type=Path), metavar=_("FILE"), help=_("Write a page with a picture of each slide, too.")
)
@click.option("--overwrite", is_flag=True, help=_("Replace even a file that is not as deck wrote it."))
@click.option("--fix", is_flag=True, help=_("Mend what is safe to mend, into a new file (…-lagad.pptx)."))
@click.option(
    "--select", multiple=True, metavar=_("RULE"), help=_("Only this rule or family (opens, fits, accessible, honest, safe).")
)
@click.option("--ignore", multiple=True, metavar=_("RULE=REASON"), help=_("Silence a rule or family, and say why."))
@click.option("--lang", type=click.Choice(["sv", "en"]), help=_("The language of the report."))
@click.option("--rules", "list_rules", is_flag=True, help=_("List the rules, and check nothing."))
@click.pass_context
def check(
    ctx: click.Context,
    files: tuple[Path, ...],
    as_json: bool,
    sarif: Path | None,
    html: Path | None,
    overwrite: bool,
    fix: bool,
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    lang: str | None,
    list_rules: bool,
) -> None:
    from deck import i18n
    from deck.check.registry import all_rules
    from deck.check.settings import Settings, with_choices
    from deck.cli.console import passed_over
    from deck.errors import UsageError

    before = i18n.chosen()
    if lang:
        i18n.use(lang)
    try:
        rules = all_rules()
        with_choices(Settings(), select, ignore, rules)
        if list_rules:
            _list(rules, as_json)
            return
        if not files:
            hint = _("for example `deck check presentation.pptx`; `deck check --rules` lists the rules")
            raise UsageError.of("usage", _("which file?"), hint=hint)
        files = tuple(passed_over(files))
        _writable(files, sarif, html, overwrite)
        done = [_one(path, rules, select, ignore, fix) for path in files]
        _write([judged for judged, _code, _told in done], as_json, sarif, html, overwrite)
        if not as_json:
            _tell(done)
        ctx.exit(max((code for _judged, code, _told in done), default=0))
    finally:
        if lang:
            i18n.use(before)


FOLDER_SECONDS = 60.0


def _one(
    path: Path, rules: Sequence[Rule], select: Sequence[str], ignore: Sequence[str], fix: bool
) -> tuple[Judged, int, list[str]]:
    """What was found in a file or folder, the exit code it stands for, and what was mended. One bad file stops no other."""
    from deck.check.report import Judged
    from deck.diagnostics import Where
    from deck.errors import DeckError
    from deck.source import display
    from deck.watch import SECONDS, watched

    told: list[str] = []
    try:
        # A folder is the guidance's own, and its dictionary is large; a file may be anybody's.
        with watched(Where(display(path)), FOLDER_SECONDS if path.is_dir() else SECONDS):
            judged = _folder(path) if path.is_dir() else _file(path, rules, select, ignore, fix, told)
    except DeckError as error:
        return Judged(display(path), faults=error.diagnostics), error.exit_code, told
    return judged, 0 if judged.clean else 1, told


def _folder(path: Path) -> Judged:
    from deck.check.prose import proof
    from deck.check.report import Judged
    from deck.source import display

    return Judged(display(path), faults=tuple(proof(path)))


def _file(path: Path, rules: Sequence[Rule], select: Sequence[str], ignore: Sequence[str], fix: bool, told: list[str]) -> Judged:
    from deck.check.judge import check_file
    from deck.check.mending import mend_file
    from deck.check.report import Judged
    from deck.check.settings import settings_for, with_choices
    from deck.source import display

    settings = with_choices(settings_for(path, rules), select, ignore, rules)
    chosen = settings.chosen(rules)
    if fix:
        target, mended = mend_file(path, chosen, _stands(settings))
        told.append(
            _mended(display(target), mended.gone)
            if target
            else _("{file}: nothing that a machine should mend").format(file=display(path))
        )
        path = target or path
    report = check_file(path, chosen)
    kept, silenced = settings.split(report.findings)
    return Judged(report.name, kept, silenced, report.faults, report.subject)


def _stands(settings: Settings) -> Callable[[Finding], bool]:
    return lambda finding: bool(settings.split([finding])[0])


def _mended(path: str, gone: Sequence[tuple[Rule, int]]) -> str:
    what = "; ".join(f"{_(rule.title)} ({count})" for rule, count in gone)
    return _("mended into {file}: {what}").format(file=path, what=what)


def _writable(files: Sequence[Path], sarif: Path | None, html: Path | None, overwrite: bool) -> None:
    """Raise for all reports that may not be written, before anything is judged."""
    from deck.errors import UsageError
    from deck.files import HTML, SARIF, refusal

    goals = [(path, kind) for path, kind in ((sarif, SARIF), (html, HTML)) if path is not None]
    wrong = [found for path, kind in goals if (found := refusal(path, kind, overwrite=overwrite, inputs=files)) is not None]
    if wrong:
        raise UsageError(wrong)


def _write(judged: list[Judged], as_json: bool, sarif: Path | None, html: Path | None, overwrite: bool) -> None:
    from deck.check.report import as_html, as_sarif
    from deck.check.report import as_json as to_json
    from deck.cli.console import show_json
    from deck.files import HTML, SARIF, encoded, put

    if sarif is not None:
        import json

        from deck import __version__

        told = json.dumps(as_sarif(judged, __version__), ensure_ascii=False, indent=1) + "\n"
        put(sarif, SARIF.seal(encoded(told)), SARIF, overwrite=overwrite)
    if html is not None:
        put(html, HTML.seal(encoded(as_html(judged))), HTML, overwrite=overwrite)
    if as_json:
        show_json(to_json(judged))


def _tell(done: list[tuple[Judged, int, list[str]]]) -> None:
    import shutil

    from deck.check.report import as_text
    from deck.cli.console import say

    for _judged, _code, told in done:
        for line in told:
            say(line)
    width = min(max(shutil.get_terminal_size((100, 24)).columns, 60), 120)
    say(as_text((judged for judged, _code, _told in done), _style, width).rstrip("\n"))


def _style(words: str, what: str) -> str:
    """Colours that console.say takes away again where nobody sees them."""
    if what in COLOURS:
        return click.style(words, fg=COLOURS[what], bold=what == "error")
    return click.style(words, bold=what in ("file", "slide"), dim=what in ("why", "code"))


def _list(rules: Sequence[Rule], as_json: bool) -> None:
    from deck.cli.console import say, show_json, table

    if as_json:
        show_json(
            [
                {
                    "code": rule.code,
                    "family": rule.family,
                    "severity": rule.severity.name.lower(),
                    "title": _(rule.title),
                    "why": _(rule.why),
                    "mend": _(rule.mend),
                    "fixable": rule.fix is not None,
                    "known": list(rule.known),
                }
                for rule in rules
            ]
        )
        return
    table([(rule.code, rule.severity.label, _(rule.title)) for rule in rules])
    say()
    say(_("{count} rules; docs/checks.md says why, and how to mend.").format(count=len(rules)))
