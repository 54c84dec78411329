"""A commented brand.yaml to begin from. Its words are the user's, in Swedish."""

from __future__ import annotations

from collections.abc import Mapping

from deck.brand.palette import ROLES, default_colors
from deck.places import Place, Places

MEANING = {
    "dk1": "brödtext",
    "lt1": "ljus botten",
    "dk2": "mörk botten och rubriker",
    "lt2": "ljus ton bakom rutor",
    "accent1": "profilfärgen",
    "accent2": "andra färgen",
    "accent3": "tredje färgen",
    "accent4": "fjärde färgen",
    "accent5": "femte färgen",
    "accent6": "grå ton",
    "hlink": "länkar",
    "folHlink": "besökta länkar",
}


def starter_yaml(place: Place, places: Places, colors: Mapping[str, str] | None = None) -> str:
    """brand.yaml for `place` with every field, those without a value commented out. `colors` (from a logo) are put in."""
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
    return (
        f"# Grafisk profil för {place.own_name}. Ta bort # framför det som ni vill ändra.\n"
        "# Det som inte står här ärvs: kommunen från länet, länet från branding/brand.yaml.\n"
        f"# `deck brand show {place.code}` visar varje värde och var det kommer ifrån.\n\n"
        f'# name: "{place.own_name}"\n'
        f'# footer: "{place.own_name}"\n\n'
        f"{source}{head}\n{own}\n\n"
        "# fonts:\n#   heading: Arial\n#   body: Arial\n\n"
        "# logo:  # filerna läggs i samma mapp, helst som SVG\n#   light: logotyp.svg  # på ljus botten\n"
        "#   dark: logotyp-vit.svg  # på mörk botten\n"
        "#   clear_space: 0.25  # frizon, andel av höjden\n"
        f'#   alt: "{place.own_name}, logotyp"\n\n'
        "# template: mall.potx  # er egen PowerPoint-mall i stället för standardmallen\n\n"
        "# contact:\n#   name: Förnamn Efternamn\n#   role: hållbarhetsstrateg\n"
        "#   email: fornamn.efternamn@example.se\n#   phone: 010-000 00 00\n"
    )
