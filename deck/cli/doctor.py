"""`deck doctor`."""

from __future__ import annotations

import os
import platform
import shutil
import sys
import tempfile
from importlib import metadata
from pathlib import Path

import click

from deck.i18n import _

NEEDED = (
    "lxml",
    "PyYAML",
    "ruamel.yaml",
    "Jinja2",
    "MarkupSafe",
    "click",
    "babel",
    "rich",
    "pillow",
    "pydantic",
    "resvg-py",
    "segno",
    "xlsxwriter",
    "openpyxl",
    "fonttools",
    "fontpkg-arimo",
    "typst",
    "starlette",
    "uvicorn",
    "python-multipart",
)
"""What pyproject.toml says (a test holds them alike): who runs from the sources alone has no record of it."""
ToolRow = tuple[str, str, str]


@click.command(help=_("What deck finds on this machine, and what each missing thing would give."))
@click.option("--json", "as_json", is_flag=True, help=_("Print JSON."))
@click.pass_context
def doctor(ctx: click.Context, as_json: bool) -> None:
    from deck.cli.console import show_json, table

    rows = [*_python(), *_packages(), *_content(), *_programs(), *_place()]
    if as_json:
        show_json([{"state": state, "what": what, "found": found} for state, what, found in rows])
    else:
        marks = {"ok": _("ok"), "missing": _("MISSING"), "optional": _("not there (optional)")}
        table([(marks[state], what, found) for state, what, found in rows])
    ctx.exit(4 if any(state == "missing" for state, _what, _found in rows) else 0)


def _python() -> list[ToolRow]:
    from deck import __version__, i18n

    state = "ok" if sys.version_info >= (3, 11) else "missing"
    return [
        ("ok", "deck", __version__),
        (state, "Python", f"{platform.python_version()} ({platform.system()} {platform.machine()})"),
        ("ok", _("language of messages"), i18n.languages()[0]),
        ("ok", _("encoding"), str(sys.stdout.encoding)),
    ]


def _packages() -> list[ToolRow]:
    rows: list[ToolRow] = []
    for name in NEEDED:
        try:
            rows.append(("ok", name, metadata.version(name)))
        except metadata.PackageNotFoundError:
            rows.append(("missing", name, _("run `python3 build.py` again, which installs it")))
    return rows


def _content() -> list[ToolRow]:
    from deck.errors import DeckError
    from deck.places import load_places

    rows: list[ToolRow] = [("ok", _("places"), str(len(load_places().all)))]
    try:
        from deck.content import content_root, load_content, releases

        load_content()
        rows.append(("ok", _("content"), f"{content_root()} ({', '.join(item.name for item in releases())})"))
    except DeckError as error:
        rows.append(("missing", _("content"), str(error.diagnostics[0])))
    try:
        from deck.template import default_template_path

        path = default_template_path()
        rows.append(("ok" if path.is_file() else "missing", _("default template"), str(path)))
    except DeckError as error:
        rows.append(("missing", _("default template"), str(error.diagnostics[0])))
    return rows


def _programs() -> list[ToolRow]:
    gains = {
        "soffice": _("LibreOffice would show decks as PDF"),
        "pdftoppm": _("Poppler would show PDF pages as pictures"),
    }
    rows: list[ToolRow] = []
    for name, gain in gains.items():
        path = shutil.which(name)
        rows.append(("ok", name, path) if path else ("optional", name, gain))
    return rows


def _place() -> list[ToolRow]:
    rows: list[ToolRow] = []
    for path in dict.fromkeys((Path.cwd(), Path(tempfile.gettempdir()))):
        free = shutil.disk_usage(path).free // 2**20
        what = _("may write in {path}").format(path=path)
        found = _("{free} MB free").format(free=free)
        rows.append(("ok" if os.access(path, os.W_OK) else "missing", what, found))
    return rows
