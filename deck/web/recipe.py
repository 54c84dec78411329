"""Choices and uploaded files as a recipe: the files that the command line would read, in a folder that is gone afterwards."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

import yaml

from deck.brand.cascade import FILE, STANDARD
from deck.collection import first_language
from deck.content.own_figures import figure_slide_id
from deck.diagnostics import Diagnostic, Severity
from deck.errors import DeckError, UsageError
from deck.figures import PartlyRead, read_figures
from deck.files import borrowed, put_folder
from deck.making import Recipe
from deck.making.tongue import language_of
from deck.places import Place, load_places
from deck.tables import BadCells
from deck.web.choices import DeckChoices, brand_yaml, local_yaml, woven
from deck.web.fields import Complaint, complaints
from deck.web.house import is_of_house, told_to_staff

MOST_BRAND = 30_000_000
"""Bytes of the profiles that a place inherits."""


@dataclass(frozen=True, slots=True)
class WantedDeck:
    """A deck that somebody asks for. `files`: name with us → where the upload lies; a template is "mall.…", a logo "logotyp.…",
    figures "siffror.…". `branding`: the profiles that the server was given."""

    place: str
    choices: DeckChoices
    files: Mapping[str, Path]
    branding: Path | None = None


def about(wanted: WantedDeck) -> tuple[str, ...]:
    """What a job for a deck reads: who has read it is quicker."""
    return (*((wanted.choices.held,) if wanted.choices.held else ()), f"{wanted.place} {wanted.choices.lang}")


def slide_ids(choices: DeckChoices | None = None, figures: Path | None = None) -> tuple[str, ...]:
    """The ids of the slides that local.yaml may name: the guidance's, in the order that they have in the deck that is chosen,
    what only longer ones have among them; last those of uploaded `figures`, which are read for that."""
    from deck.making import content_of

    choices = choices or DeckChoices()
    content = content_of(Recipe("", lang=first_language()))
    longest = max(content.outlines.values(), key=lambda plan: plan.minutes)
    plans = (content.outlines.get(choices.outline, longest), longest)
    found: list[str] = []
    for plan in plans:
        found = woven(found, [name for _section, name in plan.order(choices.audience)])
    return (*woven(found, list(content.slides)), *(_figure_ids(figures) if figures is not None else ()))


def _figure_ids(figures: Path) -> tuple[str, ...]:
    """None of figures that cannot be read: that is told where the deck is made."""
    try:
        return tuple(map(figure_slide_id, read_figures(figures).indicators))
    except PartlyRead as error:
        return tuple(map(figure_slide_id, error.figures.indicators))
    except (BadCells, DeckError):
        return ()


def spoken_in(wanted: WantedDeck) -> str:
    """The language that the deck is in: the one chosen, else its place's."""
    if wanted.choices.lang:
        return wanted.choices.lang
    try:
        return language_of(wanted.place, branding=wanted.branding)
    except UsageError:
        # The house's own profile asks for it, which nobody here can mend.
        return first_language()


def in_its_language(wanted: WantedDeck) -> DeckChoices:
    """The choices without a language that the deck is in anyway."""
    plain = replace(wanted.choices, lang="")
    return plain if wanted.choices.lang == spoken_in(replace(wanted, choices=plain)) else wanted.choices


def material(wanted: WantedDeck, *, own: bool = True, house: bool = True) -> dict[str, bytes]:
    """Path → bytes of all that the command line needs for this deck beside the project; empty where it needs nothing. `own`:
    with the sender's own words; `house`: with the server's profiles, even where nothing is chosen beside them."""
    choices, place = wanted.choices, load_places().find(wanted.place)
    found: dict[str, bytes] = {}
    figures = uploaded(wanted.files, "siffror.")
    # To read figures takes a while, and only who moves their slides has need of their names.
    read = wanted.files[figures] if figures and choices.order else None
    words = local_yaml(choices, slide_ids(choices, read), figures) if own else ""
    if words:
        found["local.yaml"] = words.encode()
        for _n, item in choices.whole_own:
            if item.shown_picture in wanted.files:
                found[item.picture] = wanted.files[item.picture].read_bytes()
        if figures:
            found[figures] = wanted.files[figures].read_bytes()
    logo = uploaded(wanted.files, "logotyp.")
    profile = brand_yaml(choices, logo, place.own_name)
    if profile or house:
        found |= _inherited(wanted.branding, place)
    if profile:
        name = f"branding/{place.stem}/{FILE}"
        found[name] = _with(found.get(name, b""), profile)
        if logo:
            found[f"branding/{place.stem}/{logo}"] = wanted.files[logo].read_bytes()
    if template := uploaded(wanted.files, "mall."):
        found[template] = wanted.files[template].read_bytes()
    return found


def uploaded(files: Mapping[str, Path], start: str) -> str:
    return next((name for name in sorted(files) if name.startswith(start)), "")


def _inherited(root: Path | None, place: Place) -> dict[str, bytes]:
    """The profiles of the server's that a place has and inherits from."""
    if root is None or not root.is_dir():
        return {}
    county = load_places().county(place).stem
    found: dict[str, bytes] = {}
    left = MOST_BRAND
    for path in sorted(root.rglob("*")):
        inner = path.relative_to(root)
        if (
            path.is_file()
            and not path.is_symlink()
            and (len(inner.parts) == 1 or inner.parts[0] in (place.stem, county, STANDARD))
        ):
            left -= path.stat().st_size
            if left < 0:
                break
            found[f"branding/{inner.as_posix()}"] = path.read_bytes()
    return found


def complaints_of(items: Iterable[Diagnostic], wanted: WantedDeck) -> tuple[Complaint, ...]:
    """What is wrong with a deck, told by the fields of the page and the uploads that it is about. Of the house's own files only
    what stops the deck: who runs the server has been told the rest."""
    local = local_yaml(wanted.choices, slide_ids(wanted.choices), uploaded(wanted.files, "siffror."))
    place = load_places().find(wanted.place)
    brand = brand_yaml(wanted.choices, uploaded(wanted.files, "logotyp."), place.own_name)
    house = wanted.branding / place.stem / FILE if wanted.branding is not None else None
    if brand and house is not None and house.is_file():
        brand = _with(house.read_bytes(), brand).decode()
    told: list[Diagnostic] = []
    for item in items:
        if not is_of_house(item.where, wanted.branding):
            told.append(item)
        elif item.severity >= Severity.ERROR:
            told.append(told_to_staff(item))
    return complaints(told, wanted.choices, local, (place.stem, brand), tuple(wanted.files))


def _with(before: bytes, profile: str) -> bytes:
    """A house's brand.yaml with what was chosen, field by field; one that cannot be read gives way."""
    try:
        house = yaml.safe_load(before)
    except (yaml.YAMLError, UnicodeDecodeError):
        house = None
    if not isinstance(house, dict):
        return profile.encode()
    for name, said in yaml.safe_load(profile).items():
        old = house.get(name)
        house[name] = {**old, **said} if isinstance(old, dict) and name == "colors" else said
    return yaml.safe_dump(house, allow_unicode=True, sort_keys=False, width=1_000_000).encode()


@contextmanager
def recipe_of(wanted: WantedDeck, *, own: bool = True) -> Iterator[Recipe]:
    """The recipe, as long as its files lie there. Raises DeckError where they cannot."""
    choices, lang = wanted.choices, spoken_in(wanted)
    # A template is read where it lies, so that it is read once.
    name = uploaded(wanted.files, "mall.")
    template = wanted.files[name] if name else None
    found = {key: data for key, data in material(wanted, own=own, house=False).items() if key != name}
    if not found:
        yield Recipe(
            wanted.place,
            outline=choices.outline,
            audience=choices.audience,
            lang=lang,
            template=template,
            branding_root=wanted.branding,
        )
        return
    with borrowed(".deck", b"") as folder:
        root = folder / "files"
        put_folder(root, found)
        yield Recipe(
            wanted.place,
            outline=choices.outline,
            audience=choices.audience,
            lang=lang,
            local=root / "local.yaml" if "local.yaml" in found else None,
            template=template,
            branding_root=root / "branding" if (root / "branding").is_dir() else wanted.branding,
        )


def command(wanted: WantedDeck) -> str:
    """The line that gives the same deck where the files lie."""
    found = material(wanted)
    words = ["python3 build.py", load_places().find(wanted.place).code]
    if wanted.choices.outline != "standard":
        words.append(f"--outline {wanted.choices.outline}")
    if wanted.choices.audience != "alla":
        words.append(f"--audience {wanted.choices.audience}")
    if wanted.choices.lang:
        words.append(f"--lang {wanted.choices.lang}")
    if "local.yaml" in found:
        words.append("--local local.yaml")
    if template := uploaded({name: Path(name) for name in found}, "mall."):
        words.append(f"--template {template}")
    if any(name.startswith("branding/") for name in found):
        words.append("--branding branding")
    return " ".join(words)


__all__ = [
    "DeckError",
    "WantedDeck",
    "about",
    "command",
    "complaints_of",
    "in_its_language",
    "material",
    "recipe_of",
    "slide_ids",
    "spoken_in",
    "uploaded",
]
