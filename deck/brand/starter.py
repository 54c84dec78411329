"""A commented brand.yaml to begin from. Its words are the user's, in Swedish."""

from __future__ import annotations

from collections.abc import Mapping

from deck.brand.palette import ROLES, default_colors
from deck.brand.schema import SOMEONE, BrandFile
from deck.places import Place, Places

MEANING = {
    "dk1": "text",
    "lt1": "ljus botten",
    "dk2": "mörk botten",
    "lt2": "ljus ton bakom rutor",
    "accent1": "profilfärgen, som alla andra görs av",
    "accent2": "linjer, grå",
    "accent3": "en färg till i diagram",
    "accent4": "en färg till i diagram",
    "accent5": "fotnoter, grå",
    "accent6": "ljus ton, orten på mörk botten",
    "hlink": "länkar",
    "folHlink": "besökta länkar",
}


def starter_yaml(place: Place, places: Places, colors: Mapping[str, str] | None = None, logo: str = "") -> str:
    """brand.yaml for `place` with every field, those without a value commented out. `colors` (from a logo) and the `logo`'s
    own name are put in."""
    default = dict(default_colors(place, places))
    rows = []
    for role in ROLES:
        given = (colors or {}).get(role)
        line = f'{role}: "#{given or default[role]}"'
        rows.append(f"  {line if given else '# ' + line}  # {MEANING[role]}")
    own = "\n".join(rows)
    head = "colors:"
    if not colors:
        head = "# colors:"
        own = "\n".join("# " + row.replace("  # ", "  ", 1) for row in rows)
    source = "# Färgerna är förslag ur logotypen. Byt dem mot dem i er grafiska manual.\n" if colors else ""
    mark = "" if logo else "# "
    name = f'"{logo}"' if logo else "logotyp.svg"
    return (
        f"# Grafisk profil för {place.own_name}. Ta bort # framför det som ni vill ändra.\n"
        "# Det som inte står här ärvs: kommunen från länet, länet från branding/brand.yaml.\n"
        f"# `deck brand show {place.code}` visar varje värde och var det kommer ifrån.\n\n"
        f"{_lines(place)}\n"
        f"{source}{head}\n{own}\n\n"
        "# fonts:\n#   heading: Arial\n#   body: Arial\n\n"
        f"{mark}logo:  # filerna läggs i samma mapp, helst som SVG\n{mark}  light: {name}  # på ljus botten\n"
        "#   dark: logotyp-vit.svg  # på mörk botten\n"
        "#   clear_space: 0.25  # frizon, andel av höjden\n"
        f'#   alt: "{place.own_name}, logotyp"\n\n'
        "# template: mall.potx  # er egen PowerPoint-mall i stället för standardmallen\n\n"
        "# contact:\n#   name: Förnamn Efternamn\n#   role: hållbarhetsstrateg\n"
        "#   email: fornamn.efternamn@example.se\n#   phone: 010-000 00 00\n"
    )


def _lines(place: Place) -> str:
    """The fields that are a line of text each, with their examples of this place."""
    examples = {name: field.examples[0] for name, field in BrandFile.model_fields.items() if field.examples}
    return "".join(f'# {name}: "{str(said).replace(SOMEONE, place.own_name)}"\n' for name, said in examples.items())
