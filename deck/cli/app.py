"""The command group. A command's module is imported when the command is run, so `deck --help` answers at once."""

from __future__ import annotations

import importlib
from importlib.util import find_spec
from pathlib import Path

import click

from deck import __version__
from deck.i18n import N_, _

COMMANDS: dict[str, tuple[str, str]] = {
    "build": ("deck.cli.build", N_("Build decks for places.")),
    "preview": ("deck.cli.preview", N_("Draw a deck's slides as pictures.")),
    "serve": ("deck.cli.serve", N_("Serve the web app, for those who install nothing.")),
    "site": ("deck.cli.site", N_("Make a site of decks, for any web server.")),
    "places": ("deck.cli.places", N_("Find a municipality or county.")),
    "slides": ("deck.cli.slides", N_("List the slides of a place's decks, by their ids.")),
    "brand": ("deck.cli.brand", N_("Show or begin a place's graphic profile.")),
    "template": ("deck.cli.template", N_("Examine a PowerPoint template, or begin its settings.")),
    "check": ("deck.cli.check", N_("Judge decks: do they open, fit, and reach everybody?")),
    "refresh": ("deck.cli.refresh", N_("Bring edited decks up to date, edits kept.")),
    "status": ("deck.cli.refresh", N_("What a deck is from, and what a refresh would bring.")),
    "diff": ("deck.cli.diff", N_("What changed between two releases of the content.")),
    "release": ("deck.cli.release", N_("Freeze the content as a release, or list releases.")),
    "figures": ("deck.cli.figures", N_("Fetch places' figures from Kolada or SCB.")),
    "content": ("deck.cli.content", N_("What is translated, and where the Swedish has changed since.")),
    "new": ("deck.cli.new", N_("Begin a collection: another guidance, other places.")),
    "schema": ("deck.cli.schema", N_("Write JSON Schemas and editor settings for the YAML files.")),
    "doctor": ("deck.cli.doctor", N_("What deck finds on this machine.")),
    "completion": ("deck.cli.completion", N_("Print a shell's completion script.")),
}
"""Name → (module with a command of that name, one line of help), in the order that help shows."""

CONTEXT = {"help_option_names": ["-h", "--help"], "max_content_width": 100}


def in_words(command: click.Command) -> click.Command:
    """The command with the placeholders of its help in the reader's language: click has its own in English alone."""
    command.options_metavar = _("[OPTIONS]")
    for param in command.params:
        if param.metavar is None and isinstance(param, click.Option) and not param.is_flag:
            if isinstance(param.type, click.types.StringParamType):
                param.metavar = _("TEXT")
            elif isinstance(param.type, click.types.IntParamType | click.types.FloatParamType):
                param.metavar = _("NUMBER")
    if isinstance(command, click.Group):
        command.subcommand_metavar = _("COMMAND [ARGS]…")
        for inner in command.commands.values():
            in_words(inner)
    return command


class LazyGroup(click.Group):
    """Knows its commands by name; imports one when it is asked for."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        return [name for name, (module, _help) in COMMANDS.items() if find_spec(module) is not None]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002 - click's signature
        entry = COMMANDS.get(cmd_name)
        if entry is None or find_spec(entry[0]) is None:
            return None
        return in_words(getattr(importlib.import_module(entry[0]), cmd_name))

    def resolve_command(self, ctx: click.Context, args: list[str]) -> tuple[str | None, click.Command | None, list[str]]:
        try:
            return super().resolve_command(ctx, args)
        except click.UsageError as error:
            from deck.diagnostics import did_you_mean

            if hint := did_you_mean(args[0] if args else "", self.list_commands(ctx)):
                raise click.UsageError(f"{error.message} {hint[:1].upper()}{hint[1:]}", ctx) from None
            raise

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section(_("Commands")):
            formatter.write_dl([(name, _(COMMANDS[name][1])) for name in self.list_commands(ctx)])


def _work_on(project: Path | None) -> None:
    """What the run works on."""
    from deck.collection import OURS, find_project, use

    folder = project or find_project(Path())
    if folder is None:
        use(OURS)
        return
    from deck.source.project import read_project

    use(read_project(folder))


def _help() -> str:
    return _(
        "PowerPoint decks about the guidance for local work with the environmental objectives and Agenda 2030, "
        "for any of Sweden's municipalities and counties."
    )


def _epilog() -> str:
    return _("Exit codes: 0 fine, 1 findings or failures, 2 usage, 3 conflicts to decide, 4 the set-up by build.py failed.")


app = LazyGroup(
    "deck",
    help=_help(),
    epilog=_epilog(),
    context_settings=CONTEXT,
    subcommand_metavar=_("COMMAND [ARGS]…"),
    options_metavar=_("[OPTIONS]"),
    params=[
        click.Option(
            ["--project"],
            type=click.Path(path_type=Path),
            metavar=_("DIR"),
            help=_("A collection of your own: a folder with a deck.yaml. Without it, that which the working folder lies in."),
        )
    ],
    callback=_work_on,
)
click.version_option(__version__, "-V", "--version", prog_name="deck", message="%(prog)s %(version)s")(app)
