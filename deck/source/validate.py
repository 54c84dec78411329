"""A YAML tree held against a pydantic model: all faults at once, each at its line and column."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, TypeVar

from pydantic import BaseModel, ConfigDict, ValidationError

from deck.diagnostics import Diagnostics, did_you_mean
from deck.i18n import _
from deck.source.tree import Tree

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
        hint = did_you_mean(name, known) or _("the fields here are {names}").format(names=", ".join(known))
        return "unknown-field", _('unknown field "{name}"').format(name=name), hint
    if kind == "missing":
        return "missing-field", _('the field "{name}" is missing').format(name=name), _("add it")
    if kind in ("literal_error", "enum"):
        message = _('"{value}" cannot be said for "{name}"').format(value=error["input"], name=name)
        return "bad-value", message, _("choose one of {names}").format(names=context.get("expected", ""))
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
    if kind in shapes:
        return "bad-value", shapes[kind], ""
    if kind.startswith("int_"):
        return "bad-value", _('a whole number is expected here, not "{value}"').format(value=error["input"]), ""
    if kind == "multiple_of":
        message = _('"{value}" is no multiple of {step}').format(value=error["input"], step=context.get("multiple_of"))
        return "bad-value", message, _("correct the value")
    if kind == "value_error" and "error" in context:
        return "bad-value", str(context["error"]), _("correct the value")
    message = _('"{value}" does not fit "{name}": {why}').format(value=str(error.get("input"))[:60], name=name, why=error["msg"])
    return "bad-value", message, _("correct the value")


def _tag_names(said: str) -> list[str]:
    """The names of a union's branches, as pydantic lists them."""
    return [name.strip().strip("'\"") for name in said.split(",")]


def validate(model: type[M], tree: Tree, diagnostics: Diagnostics, at: Sequence[str | int] = (), value: Any = None) -> M | None:
    """`tree` (or its part `value`, at key path `at`) as a model; None where it is not valid, and `diagnostics` say why."""
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
