"""The profile of a place: default → county → municipality, field by field, each value with where it was said."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from deck.brand.logo import BadLogo, load_logo
from deck.brand.model import Brand, Logo
from deck.brand.palette import ROLES, MendedColor, accent_of, brand_colors
from deck.brand.schema import BrandFile
from deck.collection import current
from deck.diagnostics import Diagnostic, Diagnostics, Where, did_you_mean, nearest
from deck.errors import InputError, UsageError
from deck.i18n import _, decimal, languages
from deck.places import Place, Places, load_places
from deck.source import Snapshot, SourceLimits, Tree, display, load_yaml, once, validate
from deck.source.named import near, path_of

FILE = "brand.yaml"
STANDARD = "standard"
"""The folder of the standard template, which is no place's."""
BUILT_IN = {"fonts.heading": "Arial", "fonts.body": "Arial", "logo.clear_space": "0.25"}


def branding_root() -> Path:
    """The collection's; else branding/ of the checkout, or the one in the wheel."""
    if current().branding:
        return Path(current().branding)
    here = Path(__file__).resolve().parents[1]
    return next((path for path in (here.parent / "branding", here / "_branding") if path.is_dir()), here.parent / "branding")


@dataclass(frozen=True)
class Layer:
    """One brand.yaml, read."""

    path: Path
    tree: Tree
    file: BrandFile

    def fields(self) -> Iterator[tuple[str, str, Where]]:
        """(field path, value, where) of all that it says."""
        for name, value in self.file.model_dump().items():
            if isinstance(value, dict):
                for inner, words in value.items():
                    if words:
                        yield f"{name}.{inner}", words, self.tree.where((name, inner))
            elif value:
                yield name, value, self.tree.where((name,))


@lru_cache(maxsize=1024)
def _layer(taken: Snapshot, language: tuple[str, ...]) -> tuple[Layer | None, tuple[Diagnostic, ...]]:  # noqa: ARG001 - of its words
    problems = Diagnostics()
    tree = load_yaml(taken, diagnostics=problems)
    _empty(tree, problems)
    file = validate(BrandFile, tree, problems)
    return (Layer(taken.path, tree, file) if file is not None and not problems.errors else None), tuple(problems)


def _empty(tree: Tree, problems: Diagnostics) -> None:
    """A field that is named and not said is one that its writer believes to have said."""
    told = {(item.where.line, item.where.column) for item in problems.errors}
    for path, mark in tree.values.items():
        needed = len(path) == 2 and path[0] in ("colors", "fonts", "logo")
        if needed and tree.get(path) == "" and not tree.styles.get(path) and mark not in told:
            message = _('"{name}" has no value').format(name=path[1])
            hint = _('write it after the colon (a colour in quotes: "#005030"), or take the line away')
            problems.error("empty-value", message, tree.where(path), hint)


def _folders(root: Path) -> tuple[str, ...]:
    """The folders with a profile, by name: "1281-lund", and "skane/1281-lund" one that lies too deep."""
    if not root.is_dir():
        return ()
    own = [entry for entry in os.scandir(root) if entry.is_dir()]
    found = [entry.name for entry in own if Path(entry.path, FILE).exists()]
    for entry in own:
        deeper = (inner for inner in os.scandir(entry) if inner.is_dir() and Path(inner.path, FILE).exists())
        found += [f"{entry.name}/{inner.name}" for inner in deeper]
    return tuple(sorted(found))


@lru_cache(maxsize=64)
def _strangers(root: str, folders: tuple[str, ...], language: tuple[str, ...]) -> tuple[Diagnostic, ...]:  # noqa: ARG001 - of its words
    """Profiles that no place has: their folder bears no place's name, so that no deck ever gets them."""
    stems = [place.stem for place in load_places().all]
    found = Diagnostics()
    for name in sorted({*folders} - {*stems} - {STANDARD}):
        if "/" in name:
            message = _('the folder "{name}" lies in another, and is not looked at').format(name=name)
            hint = _("move it to {folder}, beside the others").format(folder=root)
            found.warning("unknown-folder", message, Where(f"{root}/{name}/{FILE}"), hint)
            continue
        try:
            hint = nearest([load_places().find(name).stem])
        except UsageError:
            hint = did_you_mean(name, stems) or _("name it as `deck places` does, as in 1281-lund")
        message = _('the folder "{name}" belongs to no place, and is not looked at').format(name=name)
        found.warning("unknown-folder", message, Where(f"{root}/{name}/{FILE}"), hint)
    return tuple(found)


def layers_of(place: Place, places: Places, root: Path, problems: Diagnostics) -> list[Layer]:
    """The files that speak for a place, the most general first."""
    folders = [root, root / places.county(place).stem]
    if not place.is_county:
        folders.append(root / place.stem)
    found = []
    for folder in folders:
        path = folder / FILE
        if not once(("profile", path), path.exists):
            continue
        taken = once(("said", path), lambda path=path: Snapshot.of(path, SourceLimits().size))
        if taken is None:
            load_yaml(path, diagnostics=problems)
            continue
        layer, said = _layer(taken, languages())
        problems.extend(said)
        if layer is not None:
            found.append(layer)
    return found


def load_brand(place: Place, places: Places, *, root: Path | None = None) -> Brand:
    """The profile of `place`, every field resolved. Raises InputError with all that is wrong in its files."""
    problems = Diagnostics()
    root = root or branding_root()
    problems.extend(_strangers(display(root), once(("profiles", root), lambda: _folders(root)), languages()))
    layers = layers_of(place, places, root, problems)
    values: dict[str, str] = {**BUILT_IN, "name": place.own_name}
    built_in = Where("deck", part=_("built in"))
    origin: dict[str, Where] = dict.fromkeys(values, built_in)
    folders: dict[str, Path] = {}
    for layer in layers:
        for name, value, where in layer.fields():
            if name == "name" and layer.path.parent.name != place.stem:
                # A name is nobody else's.
                continue
            values[name], origin[name], folders[name] = value, where, layer.path.parent
    own = {role: values[f"colors.{role}"] for role in ROLES if f"colors.{role}" in values}
    colors, said = brand_colors(own, accent_of(place, places))
    derived = _("made from accent1") if "accent1" in own else _("the place's own default look")
    for role in ROLES:
        values[f"colors.{role}"] = colors[role]
        origin.setdefault(f"colors.{role}", Where("deck", part=derived))
    for item in said:
        _tell(item, origin[f"colors.{item.role}"], problems)
    clear = float(values["logo.clear_space"].replace(",", "."))
    light = _logo("light", values, origin, folders, clear, problems)
    dark = _logo("dark", values, origin, folders, clear, problems)
    template = _file("template", values, origin, folders, problems)
    # Of one that cannot be used, that is told.
    named = (values.get(f"logo.{variant}", "").lower() for variant in ("light", "dark"))
    _unused(layers, all(name in ("", "none", "ingen") for name in named), problems)
    if problems.errors:
        raise InputError(problems)
    contact = tuple(
        (name, values[f"contact.{name}"]) for name in ("name", "role", "email", "phone", "web") if values.get(f"contact.{name}")
    )
    return Brand(
        place.code,
        name=values["name"],
        colors=colors,
        heading_font=values["fonts.heading"],
        body_font=values["fonts.body"],
        logo_light=light,
        logo_dark=dark,
        template=template,
        contact=contact,
        origin=origin,
        values=values,
        diagnostics=tuple(problems),
        fingerprint=_fingerprint(values, light, dark, template),
    )


def _tell(item: MendedColor, where: Where, problems: Diagnostics) -> None:
    if item.ratio >= item.least:
        message = _("{role} #{wanted} is so dark that it is not told from the words; #{used} stands there instead")
    elif item.taken:
        message = _("{role} #{wanted} has contrast {ratio}:1, less than {least}:1; #{used} ({taken}) stands there instead")
    else:
        message = _("{role} #{wanted} has contrast {ratio}:1, less than {least}:1; #{used} of the same hue stands there instead")
    words = message.format(
        role=item.role,
        wanted=item.wanted,
        ratio=decimal(item.ratio, 1),
        least=decimal(item.least),
        used=item.used,
        taken=item.taken,
    )
    problems.info("contrast-mended", words, where)


def _unused(layers: list[Layer], no_logo: bool, problems: Diagnostics) -> None:
    """Fields that nothing comes of, each told where it stands."""
    for layer in layers:
        logo, own = layer.file.logo, layer.file.template.lower() not in ("", "none", "ingen")
        for field in ("clear_space", "alt") if no_logo else ():
            if getattr(logo, field):
                message = _('"{name}" is of a logo, and there is none').format(name=field)
                hint = _('name the logo\'s file under "logo", as light or dark, or take the line away')
                problems.warning("overlooked", message, layer.tree.where(("logo", field), key=True), hint)
        for name in ("colors", "fonts", "logo") if own else ():
            if any(getattr(layer.file, name).model_dump().values()):
                message = _('"{name}" does nothing here: your own template has its colours, fonts and logo').format(name=name)
                hint = _("take it away, or take away the template to have the standard one in your colours")
                problems.warning("overlooked", message, layer.tree.where((name,), key=True), hint)


def _file(
    name: str, values: dict[str, str], origin: dict[str, Where], folders: dict[str, Path], problems: Diagnostics
) -> Path | None:
    """A file named in brand.yaml; never one outside the branding folder."""
    value = values.get(name, "")
    if not value or value.lower() in ("none", "ingen"):
        return None
    folder = folders[name]
    path = path_of(folder, value).resolve()
    if not path.is_relative_to(folder.resolve().parent):
        message = _('"{value}" leads out of the branding folder').format(value=value)
        problems.error("outside-file", message, origin[name], _("put the file beside brand.yaml"))
        return None
    if not path.is_file():
        problems.error(
            "missing-file",
            _('there is no file "{value}"').format(value=value),
            origin[name],
            near(path_of(folder, value)) or _("put it beside brand.yaml, or correct the name"),
        )
        return None
    return path


def _logo(
    variant: str, values: dict[str, str], origin: dict[str, Where], folders: dict[str, Path], clear: float, problems: Diagnostics
) -> Logo | None:
    name = f"logo.{variant}"
    path = _file(name, values, origin, folders, problems)
    if path is None:
        return None
    try:
        logo = load_logo(path, clear, values.get("logo.alt", ""))
    except BadLogo as error:
        message = _('"{value}" cannot be used: {why}').format(value=values[name], why=error)
        problems.error("bad-logo", message, origin[name], _("export the logo anew as SVG or PNG"))
        return None
    # A white logo is what a dark ground asks for.
    for remark in logo.remarks if variant == "light" else logo.on_dark:
        problems.warning("logo", f"{values[name]}: {remark}", origin[name])
    return logo


def _fingerprint(values: dict[str, str], light: Logo | None, dark: Logo | None, template: Path | None) -> str:
    digest = hashlib.sha256(repr(sorted(values.items())).encode())
    for logo in (light, dark):
        digest.update(logo.data if logo else b"-")
    if template is not None:
        digest.update(template.read_bytes())
    return digest.hexdigest()[:24]


def describe(brand: Brand) -> list[tuple[str, str, Where]]:
    """(field, value, where it was said) of every value, in a fixed order."""
    order = {name: n for n, name in enumerate(BrandFile.model_fields)}
    names = sorted(brand.values, key=lambda name: (order.get(name.split(".")[0], 99), list(brand.values).index(name)))
    return [
        (name, f"#{brand.values[name]}" if name.startswith("colors.") else brand.values[name], brand.origin[name])
        for name in names
    ]
