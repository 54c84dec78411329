"""`deck schema`."""

from __future__ import annotations

import json
from pathlib import Path

import click

from deck.i18n import _

FILES: dict[str, list[str]] = {
    "brand": ["branding/**/brand.yaml"],
    "local": ["**/local.yaml", "**/local.*.yaml"],
    "template": ["**/template.yaml"],
    "words": ["content/**/slides-*.yaml"],
}
"""Which files a schema is for, where its own name does not say."""


@click.command(help=_("Write a JSON Schema of each kind of YAML file, and settings that make VS Code use them."))
@click.option(
    "-o",
    "--out",
    type=click.Path(path_type=Path),
    default=Path(),
    show_default=_("here"),
    metavar=_("DIR"),
    help=_("The folder that gets schemas/ and .vscode/settings.json."),
)
@click.option("--print", "name", metavar=_("NAME"), help=_("Print one schema instead."))
def schema(out: Path, name: str | None) -> None:
    from deck.cli.console import say, show_json
    from deck.diagnostics import did_you_mean
    from deck.errors import UsageError
    from deck.package import write_atomic
    from deck.source import display

    found = all_schemas()
    if name is not None:
        if name not in found:
            hint = did_you_mean(name, found) or _("choose one of {names}").format(names=", ".join(sorted(found)))
            raise UsageError.of("usage", _('there is no schema "{name}"').format(name=name), hint=hint)
        show_json(found[name])
        return
    settings = out / ".vscode" / "settings.json"
    merged = _settings(settings, found)
    for key, value in sorted(found.items()):
        path = out / "schemas" / f"{key}.schema.json"
        write_atomic(path, (json.dumps(value, ensure_ascii=False, indent=2) + "\n").encode())
        say(display(path))
    write_atomic(settings, (json.dumps(merged, ensure_ascii=False, indent=2) + "\n").encode())
    say(display(settings))


def all_schemas() -> dict[str, dict[str, object]]:
    """Every schema by name: the content's files and brand.yaml."""
    from deck.brand import schema as brand_schema
    from deck.content import schemas

    found: dict[str, dict[str, object]] = {name.removesuffix(".yaml"): value for name, value in schemas().items()}
    found["brand"] = brand_schema()
    return found


def _settings(path: Path, found: dict[str, dict[str, object]]) -> dict[str, object]:
    """The folder's settings with `yaml.schemas` put in; all else in them is kept."""
    from deck.diagnostics import Where
    from deck.errors import InputError

    settings: dict[str, object] = {}
    if path.is_file():
        try:
            settings = json.loads(path.read_text(encoding="utf-8-sig"))
        except (json.JSONDecodeError, UnicodeDecodeError) as error:
            where = Where(str(path), getattr(error, "lineno", 1), getattr(error, "colno", 1))
            raise InputError.of(
                "not-json",
                _("the settings are not plain JSON"),
                where,
                _("take its comments away, or write the schemas to another folder with -o"),
            ) from None
    schemas = settings.get("yaml.schemas")
    kept = dict(schemas) if isinstance(schemas, dict) else {}
    for name in sorted(found):
        kept[f"./schemas/{name}.schema.json"] = FILES.get(name) or [f"content/**/{name}.yaml"]
    settings["yaml.schemas"] = kept
    settings.setdefault("yaml.format.printWidth", 120)
    return settings
