"""A YAML tree held against a pydantic model: all faults at once, each at its line and column."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any, TypeVar

from pydantic import BaseModel, ConfigDict, ValidationError

from deck.diagnostics import Diagnostics, did_you_mean, nearest
from deck.i18n import _
from deck.source.meant import meant
from deck.source.tree import ODD_KEY, Tree

TAG = "block"
"""The field that says which branch of a union a mapping is."""
M = TypeVar("M", bound=BaseModel)


class Strict(BaseModel):
    """What all our models are: frozen, and without fields that nobody knows."""

    model_config = ConfigDict(frozen=True, extra="forbid", str_strip_whitespace=False)


def _known_fields(model: type[BaseModel], loc: Sequence[str | int]) -> list[str]:
    """The fields known at the place where an unknown one stands."""
    schema = model.model_json_schema()
    defs, node = schema.get("$defs", {}), schema

    def resolve(item: dict[str, Any]) -> list[dict[str, Any]]:
        if "$ref" in item:
            return resolve(defs[item["$ref"].rsplit("/", 1)[-1]])
        options = item.get("anyOf") or item.get("oneOf")
        return [found for option in options for found in resolve(option)] if options else [item]

    nodes = resolve(node)
    for step in loc:
        branches = [item for item in nodes if step in _tags(item)] if len(nodes) > 1 else []
        if branches:
            # A step that names a union's branch, which may be called as a field of it is.
            nodes = branches
            continue
        following: list[dict[str, Any]] = []
        for item in nodes:
            if isinstance(step, int) and "items" in item:
                following += resolve(item["items"])
            elif isinstance(step, str) and step in item.get("properties", {}):
                following += resolve(item["properties"][step])
            elif isinstance(step, str) and isinstance(item.get("additionalProperties"), dict):
                following += resolve(item["additionalProperties"])
            elif isinstance(step, str) and item.get("patternProperties"):
                following += [found for inner in item["patternProperties"].values() for found in resolve(inner)]
            elif step in _tags(item):
                following.append(item)
        # A step that names a union's branch is none of the file's keys.
        nodes = following or nodes
    return sorted({name for item in nodes for name in item.get("properties", {})})


def _tags(item: dict[str, Any]) -> list[Any]:
    """The names that a branch of a union is chosen by."""
    field = item.get("properties", {}).get(TAG, {})
    return [field.get("const"), *field.get("enum", ())]


def _words(error: Any, model: type[BaseModel]) -> tuple[str, str, str]:
    """(code, message, hint) of one of pydantic's errors."""
    kind, loc = error["type"], error["loc"]
    name = next((str(step) for step in reversed(loc) if isinstance(step, str)), "")
    context = error.get("ctx", {})
    if kind == "extra_forbidden":
        known = _known_fields(model, loc[:-1])
        if name in known:
            hint = _("it is another name of a field that is there already; keep one of them")
            return "unknown-field", _('the field "{name}" is there twice').format(name=name), hint
        swedish = meant(name, known)
        hint = (
            nearest(swedish)
            if swedish
            else _meant_field(name, known) or _("the fields here are {names}").format(names=", ".join(known))
        )
        return "unknown-field", _('unknown field "{name}"').format(name=name), hint
    if kind == "missing":
        return "missing-field", _('the field "{name}" is missing').format(name=name), _("add it")
    if kind in ("literal_error", "enum"):
        message = _('"{value}" cannot be said for "{name}"').format(value=error["input"], name=name)
        known = re.findall(r"'([^']*)'", str(context.get("expected", "")))
        hint = did_you_mean(str(error["input"]), known) or _("choose one of {names}").format(names=", ".join(known))
        return "bad-value", message, hint
    if kind == "union_tag_invalid":
        known = _tag_names(context.get("expected_tags", ""))
        message = _('"{value}" is no block').format(value=context.get("tag", ""))
        hint = did_you_mean(str(context.get("tag", "")), known)
        return "bad-value", message, " ".join(filter(None, (hint, _("known here: {names}").format(names=", ".join(known)))))
    shapes = {
        "string_type": _("text is expected here"),
        "list_type": _("a list is expected here"),
        "tuple_type": _("a list is expected here"),
    } | dict.fromkeys(
        ("dict_type", "model_type", "mapping_type", "model_attributes_type"), _("fields with values are expected here")
    )
    if kind == "string_type" and isinstance(error["input"], dict) and len(error["input"]) == 1:
        return "bad-value", *with_colon(error["input"])
    if kind in shapes:
        return "bad-value", *_unshaped(shapes[kind], name, error["input"])
    if kind.startswith("int_"):
        return "bad-value", _('a whole number is expected here, not "{value}"').format(value=error["input"]), ""
    if kind == "multiple_of":
        message = _('"{value}" is no multiple of {step}').format(value=error["input"], step=context.get("multiple_of"))
        return "bad-value", message, _("correct the value")
    if kind == "value_error" and "error" in context:
        message = str(context["error"])
        return "bad-value", message, "" if ";" in message else _("correct the value")
    if name == "[key]":
        # What pydantic calls a mapping's name.
        message = _('"{value}" is no name').format(value=error.get("input"))
        return "bad-value", message, _pattern(context)
    if kind == "string_too_short" and not str(error.get("input")).strip():
        return "bad-value", *_unshaped("", name, "")
    value = str(error.get("input"))
    shown = value if len(value) <= 60 else value[:59] + "…"
    return "bad-value", *_bounds(kind, name, shown, _size(error.get("input")), context)


def _meant_field(name: str, known: list[str]) -> str:
    """The nearest fields; of a number that there is none of, as in accent7, nobody means the one before."""
    stem = name.rstrip("0123456789")
    return did_you_mean(name, [other for other in known if stem == name or other.rstrip("0123456789") != stem])


def _size(value: Any) -> int:
    """What pydantic does not say of mappings: how much there is."""
    return len(value) if isinstance(value, list | tuple | dict) else len(str(value))


def with_colon(value: dict[str, Any]) -> tuple[str, str]:
    """(message, hint) for a mapping of one field where a text is wanted: "- Mål: fossilfritt 2030" is a field to YAML, and a text
    to who wrote it."""
    [(key, held)] = value.items()
    named = "{{…}}" if key.startswith(ODD_KEY) else f"{{{key}}}"
    text = f"{key}: {held}" if isinstance(held, str) and held else named
    message = _('"{text}" is read as a field with a value, not as a text').format(text=text)
    return message, _("put the whole text in quotes: {example}").format(example=f'"{text}"')


def _unshaped(message: str, name: str, value: Any) -> tuple[str, str]:
    """(message, hint) for a text where a list or fields are wanted, or nothing at all."""
    if value == "" and name:
        return _('"{name}" has no value').format(name=name), _("write what it is to have, or take the line away")
    if message == _("a list is expected here"):
        return message, _('write each on a line of its own, with "- " before it')
    if message != _("text is expected here") and isinstance(value, str):
        return message, _('write "name: value", with a colon and a space between them')
    if message == _("text is expected here"):
        return message, _('write one text; put it in quotes where it begins with "[", "{" or "-"')
    return message, _('write "name: value" on each line, without "- " before it')


def _bounds(kind: str, name: str, shown: str, size: int, context: dict[str, Any]) -> tuple[str, str]:
    """(message, hint) for a value of the right kind that lies outside what may be."""
    if kind == "string_too_long":
        limit = context.get("max_length")
        return _("the text has {size} characters; there is room for {limit}").format(size=size, limit=limit), _("shorten it")
    if kind in ("too_long", "too_short", "string_too_short"):
        least, most = context.get("min_length"), context.get("max_length")
        if kind == "too_long":
            message = _('"{name}" has {size}, and may have {limit}')
            return message.format(name=name, size=size, limit=most), _("take some away")
        return _('"{name}" has too little in it: at least {least} is needed').format(name=name, least=least), _("add it")
    if kind in ("greater_than", "greater_than_equal", "less_than", "less_than_equal"):
        bound = next((f"{context[key]:g}" for key in ("gt", "ge", "lt", "le") if key in context), "")
        above = kind.startswith("greater")
        message = _('"{value}" is too small for "{name}"') if above else _('"{value}" is too large for "{name}"')
        limit = {
            "greater_than": _("it must be more than {bound}"),
            "greater_than_equal": _("it must be {bound} or more"),
            "less_than": _("it must be less than {bound}"),
            "less_than_equal": _("it must be {bound} or less"),
        }[kind]
        return message.format(value=shown, name=name), limit.format(bound=bound)
    if kind.startswith("bool_"):
        return _('"{name}" is yes or no, not "{value}"').format(name=name, value=shown), _("write true or false")
    if kind.startswith(("float_", "finite_", "decimal_")):
        return _('a number is expected here, not "{value}"').format(value=shown), _("write it with digits, as in 12.5")
    if kind == "string_pattern_mismatch":
        return _('"{value}" cannot be said for "{name}"').format(value=shown, name=name or "id"), _pattern(context)
    return _('"{value}" does not fit "{name}"').format(value=shown, name=name), _("compare it with the example")


def _pattern(context: dict[str, Any]) -> str:
    """What a text of some pattern looks like, in words."""
    pattern = str(context.get("pattern", ""))
    if "https" in pattern:
        return _("write a web address, as in https://www.example.se")
    if r"\d{4}" in pattern:
        return _("write a day, as in 2026-12-03, or a year")
    if "{64}" in pattern:
        return _("it is the release's fingerprint, and is not written by hand")
    if "{2,3}" in pattern:
        return _("write a language, as in sv or en-GB")
    return _("use small letters a–z, digits and hyphens, as in our-programme")


def _tag_names(said: str) -> list[str]:
    """The names of a union's branches, as pydantic lists them."""
    return [name.strip().strip("'\"") for name in said.split(",")]


def validate(model: type[M], tree: Tree, diagnostics: Diagnostics, at: Sequence[str | int] = (), value: Any = None) -> M | None:
    """`tree` (or its part `value`, at key path `at`) as a model; None where it is not valid, and `diagnostics` say why.
    What was not read to its end is not judged: each of its faults would follow from the first."""
    if tree.broken:
        return None
    data = tree.value if value is None else value
    try:
        return model.model_validate(data if data != "" else {})
    except ValidationError as errors:
        for error in errors.errors():
            loc = tuple(error["loc"])
            code, message, hint = _words(error, model)
            path = (*at, *_real(tree, at, loc))
            if error["type"] == "union_tag_invalid" and (*path, TAG) in tree.values:
                path = (*path, TAG)
            diagnostics.error(code, message, tree.where(path, key=code == "unknown-field"), hint)
        return None


def _real(tree: Tree, at: Sequence[str | int], loc: tuple[str | int, ...]) -> tuple[str | int, ...]:
    """`loc` without the steps that name a union's branch, which the file does not have."""
    path: list[str | int] = []
    for step in loc:
        if (*at, *path, step) in tree.values:
            path.append(step)
    return tuple(path)
