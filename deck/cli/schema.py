"""`deck schema`."""

from __future__ import annotations

import json
from collections.abc import Mapping
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

SCHEMAS = "yaml.schemas"
"""The setting that names them."""


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
@click.option("--overwrite", is_flag=True, help=_("Replace even a file that is not as deck wrote it."))
@click.option("--print", "name", metavar=_("NAME"), help=_("Print one schema instead."))
def schema(out: Path, overwrite: bool, name: str | None) -> None:
    from deck.cli.console import say, show_json
    from deck.diagnostics import did_you_mean
    from deck.errors import UsageError
    from deck.files import JSON
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
    goals = {out / "schemas" / f"{key}.schema.json": JSON.seal(_json(value)) for key, value in sorted(found.items())}
    _put_all(goals, settings, merged, overwrite)
    for path in (*goals, settings):
        say(display(path))


def _json(value: object) -> bytes:
    return (json.dumps(value, ensure_ascii=False, indent=2) + "\n").encode()


def _put_all(goals: Mapping[Path, bytes], settings: Path, merged: Mapping[str, object], overwrite: bool) -> None:
    """All or nothing: what may not be replaced is said of all files at once, before the first is written."""
    from deck.errors import InputError
    from deck.files import JSON, SETTINGS, put, refusal

    def added(old: Path) -> bool:
        """Whether nothing goes of what the settings say."""
        return _says_all(merged, _plain(old.read_bytes()))

    wrong = [refusal(path, JSON, overwrite=overwrite) for path in goals]
    wrong.append(refusal(settings, SETTINGS, overwrite=overwrite, proof=added))
    if found := [item for item in wrong if item is not None]:
        raise InputError(found)
    for path, data in goals.items():
        put(path, data, JSON, overwrite=overwrite)
    put(settings, _json(merged), SETTINGS, overwrite=overwrite, proof=added)


def _plain(data: bytes) -> object:
    """JSON as it is written; None where a name stands twice in an object, so that one of its values would go."""

    def once(pairs: list[tuple[str, object]]) -> dict[str, object]:
        if len({name for name, _value in pairs}) < len(pairs):
            raise ValueError
        return dict(pairs)

    try:
        return json.loads(data.decode("utf-8-sig"), object_pairs_hook=once)
    except (ValueError, RecursionError):
        return None


def _says_all(new: object, old: object) -> bool:
    """Whether `new` has all that `old` has, but for the patterns of our own schemas."""
    if not isinstance(new, Mapping) or not isinstance(old, Mapping):
        return new == old and old is not None
    kept = {key: value for key, value in old.items() if key != SCHEMAS or not isinstance(value, Mapping)}
    theirs, now = old.get(SCHEMAS), new.get(SCHEMAS)
    if isinstance(theirs, Mapping) and isinstance(now, Mapping):
        others = {key: value for key, value in theirs.items() if not str(key).startswith("./schemas/")}
        if any(now.get(key) != value for key, value in others.items()):
            return False
    return all(key in new and new[key] == value for key, value in kept.items())


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
            where = Where(str(path), line=getattr(error, "lineno", 1), column=getattr(error, "colno", 1))
            raise InputError.of(
                "not-json",
                _("the settings are not plain JSON"),
                where,
                _("take its comments away, or write the schemas to another folder with -o"),
            ) from None
    schemas = settings.get(SCHEMAS)
    kept = dict(schemas) if isinstance(schemas, dict) else {}
    for name in sorted(found):
        kept[f"./schemas/{name}.schema.json"] = FILES.get(name) or [f"content/**/{name}.yaml"]
    settings[SCHEMAS] = kept
    settings.setdefault("yaml.format.printWidth", 120)
    return settings
