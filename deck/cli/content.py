"""`deck content`."""

from __future__ import annotations

from pathlib import Path
from types import ModuleType

import click

from deck.cli.options import with_content
from deck.collection import first_language
from deck.i18n import _, ngettext


@click.group(help=_("What is translated, and where the Swedish has changed since."))
def content() -> None:
    pass


_LANG = click.option(
    "--lang", required=True, metavar=_("LANG"), help=_("The language of the translation, by its code (ISO 639), such as fi.")
)


@content.command(
    help=_(
        "Say that each text NAME (or all below it, as slides.why; without NAME all texts) translates the Swedish as it is now: "
        "somebody has looked at it."
    )
)
@click.argument("names", nargs=-1, metavar=_("[NAME…]"))
@_LANG
@with_content
def accept(names: tuple[str, ...], lang: str, content: Path | None) -> None:
    from deck.cli.console import say
    from deck.content import content_root
    from deck.translation.accepting import accept as accepted

    count = len(accepted(content or content_root(), lang, names))
    say(
        ngettext(
            "{count} text is said to translate the Swedish as it is now.",
            "{count} texts are said to translate the Swedish as it is now.",
            count,
        ).format(count=count)
    )


@content.command(
    help=_(
        "Write all texts with their Swedish to FILE for a translator: XLIFF 2.0 (.xlf), gettext (.po) or a spreadsheet (.xlsx). "
        "A new language begins from nothing."
    )
)
@_LANG
@with_content
@click.option(
    "-o", "--out", required=True, type=click.Path(path_type=Path), metavar=_("FILE"), help=_("The file: .xlf, .po or .xlsx.")
)
@click.option("--overwrite", is_flag=True, help=_("Replace even a file that is not as deck wrote it."))
def export(lang: str, content: Path | None, out: Path, overwrite: bool) -> None:
    from deck.cli.console import say
    from deck.files import put
    from deck.source import display
    from deck.translation.exchange import KINDS
    from deck.translation.exporting import exchange_of

    module = _format(out)
    exchange = exchange_of(content, lang)
    kind = KINDS[out.suffix.lower()]
    put(out, kind.seal(module.write(exchange, first_language())), kind, overwrite=overwrite)
    left = sum(not text.done for text in exchange.texts)
    say(_("written: {path}").format(path=display(out)))
    say(
        ngettext(
            "{count} text, of which {left} is to be translated or looked at.",
            "{count} texts, of which {left} are to be translated or looked at.",
            len(exchange.texts),
        ).format(count=len(exchange.texts), left=left)
    )


@content.command(
    "import",
    help=_(
        "Put a translator's FILE into the content. What is faulty is told with its line, and then nothing is written; words that "
        "have been changed here since the file was exported stay."
    ),
)
@click.argument("file", type=click.Path(path_type=Path), metavar=_("FILE"))
@with_content
@click.option("--lang", metavar=_("LANG"), help=_("The language, where the file does not say it."))
@click.option("--overwrite", is_flag=True, help=_("Take the file's words also where they have been changed here meanwhile."))
def import_(file: Path, content: Path | None, lang: str | None, overwrite: bool) -> None:
    from deck.cli.console import say, show_diagnostics
    from deck.diagnostics import Diagnostics, Where
    from deck.errors import InputError
    from deck.source import display
    from deck.tables import BadCells, read_file
    from deck.translation.exchange import Exchange
    from deck.translation.importing import import_words

    module = _format(file)
    where = Where(display(file))
    found = Diagnostics()
    try:
        exchange = module.read(read_file(file), where, found)
    except BadCells as error:
        raise InputError.of("unreadable", str(error), where, error.hint) from None
    if found.errors:
        raise InputError(found)
    if lang and exchange.lang not in ("", lang):
        message = _("the file is in “{said}”, not in “{lang}”").format(said=exchange.lang, lang=lang)
        hint = _("leave --lang out, or write the right language in the file")
        raise InputError.of("wrong-language", message, where, hint)
    plan = import_words(content, Exchange(exchange.lang or lang or "", exchange.texts), where.file, found, overwrite=overwrite)
    show_diagnostics(found)
    count = len(plan.words)
    say(
        ngettext("{count} text came in, in “{lang}”.", "{count} texts came in, in “{lang}”.", count).format(
            count=count, lang=exchange.lang or lang
        )
    )
    if plan.unsure:
        count = len(plan.unsure)
        message = ngettext(
            "Of {count} text the translator is not sure: {names}", "Of {count} texts the translator is not sure: {names}", count
        )
        say(message.format(count=count, names=", ".join(plan.unsure)))
    if plan.alike:
        count = len(plan.alike)
        message = ngettext(
            "{count} is word for word as in the original: {names}", "{count} are word for word as in the original: {names}", count
        )
        say(message.format(count=count, names=", ".join(plan.alike)))
    if plan.left:
        message = ngettext(
            "{count} text is still to be translated or looked at.",
            "{count} texts are still to be translated or looked at.",
            plan.left,
        )
        say(message.format(count=plan.left))


def _format(path: Path) -> ModuleType:
    """The module that reads and writes such files. Raises UsageError where the name says none."""
    from deck.errors import UsageError
    from deck.translation import po, sheet, xliff
    from deck.translation.exchange import ending

    if not (suffix := ending(path)):
        message = _("“{name}” is no file for translators").format(name=path.name)
        raise UsageError.of("usage", message, hint=_("let its name end with .xlf (XLIFF 2.0), .po or .xlsx"))
    return {".po": po, ".xlsx": sheet}.get(suffix, xliff)
