"""Masters that say nothing of their words. LibreOffice writes no text styles and one font scheme for all files: a house's font,
sizes, weights and colours are on its masters' prompts alone, where no slide inherits them. What the prompts show is said."""

from __future__ import annotations

from copy import deepcopy

from lxml import etree

from deck.drawing import Sheets, numbers
from deck.drawing.names import Element, child, local, need, put_child, qn
from deck.drawing.sheet import FURNITURE, TITLES, Sheet
from deck.package import Package, serialise
from deck.template.order import ORDER
from deck.template.stood import ANEW, APP, own_places

LEVELS = 9
CHILDREN = [name.partition(":")[2] for name in ORDER["p:sldMaster"]]
SPACES = ("a:lnSpc", "a:spcBef", "a:spcAft")
OWN = ("Liberation ", "DejaVu ", "Times New Roman")
"""How fonts begin that the program puts where nobody chose one."""
FACES = ("a:majorFont", "+mj-lt"), ("a:minorFont", "+mn-lt")


def as_prompted_masters(package: Package) -> Package:
    """The package with text styles in its masters, and fonts in their themes, as the prompts of title and body have them, and
    with the foot in the theme's font where it is in the program's; as it was where another program wrote it, or where a master
    has text styles."""
    if ANEW not in package.parts.get(APP, b""):
        return package
    sheets = Sheets(package)
    parts: dict[str, bytes | None] = {}
    for part in sheets.master_parts():
        sheet = sheets.sheet(part)
        root = sheet.root
        if root is None or child(root, "p:txStyles") is not None:
            continue
        theme = package.one(part, "theme")
        prompts = [_prompt(sheet, TITLES), _prompt(sheet, ("body",))]
        if theme and theme not in parts and (faced := _with_faces(sheets.root(theme), prompts)) is not None:
            parts[theme] = faced
        for owner in (part, *sheets.layout_parts(part)):
            if _feet_in_theme(sheets.root(owner)) and owner != part:
                parts[owner] = serialise(need(sheets.root(owner)))
        styles = etree.Element(qn("p:txStyles"))
        for name, prompt, (_font, face) in zip(("p:titleStyle", "p:bodyStyle"), prompts, FACES, strict=True):
            styles.append(_style(name, prompt, face, sheet))
        etree.SubElement(styles, qn("p:otherStyle"))
        put_child(root, styles, CHILDREN)
        parts[part] = serialise(root)
    return package.replace(parts) if parts else package


Prompt = dict[int, tuple[Element | None, Element]]
"""By level, what a prompt's paragraph has, and its first words."""


def _prompt(sheet: Sheet, kinds: tuple[str, ...]) -> Prompt:
    found: Prompt = {}
    for kind, shape, _box in own_places(sheet.root):
        body = child(shape, "p:txBody")
        for paragraph in body.iterchildren(qn("a:p")) if kind in kinds and body is not None else ():
            look = next((look for run in paragraph if local(run) == "r" if (look := child(run, "a:rPr")) is not None), None)
            props = child(paragraph, "a:pPr")
            if look is not None and look.get("sz"):
                found.setdefault(numbers.level(props.get("lvl")) if props is not None else 0, (props, look))
    return found


def _style(name: str, prompt: Prompt, face: str, sheet: Sheet) -> Element:
    """A list style of what a prompt shows; levels that it has not are as those above."""
    style = etree.Element(qn(name))
    if 0 not in prompt:
        return style
    props, look = prompt[0]
    for n in range(1 if name == "p:titleStyle" else LEVELS):
        props, look = prompt.get(n, (props, look))
        level = etree.SubElement(style, qn(f"a:lvl{n + 1}pPr"))
        if props is not None:
            if props.get("algn"):
                level.set("algn", props.get("algn", ""))
            level.extend(deepcopy(item) for space in SPACES if (item := child(props, space)) is not None)
        said = etree.SubElement(level, qn("a:defRPr"))
        for key in ("sz", "b", "i", "cap"):
            if look.get(key) is not None:
                said.set(key, look.get(key, ""))
        fill = child(look, "a:solidFill")
        if fill is not None:
            said.append(_named(deepcopy(fill), sheet))
        etree.SubElement(said, qn("a:latin")).set("typeface", face)
    return style


def _named(fill: Element, sheet: Sheet) -> Element:
    """A fill with the theme's name for its colour, so that another palette changes it."""
    value = child(fill, "a:srgbClr")
    rgb = (value.get("val") or "").upper() if value is not None and not len(value) else ""
    scheme = sheet.theme.scheme
    name = next((name for name, to in sheet.color_map.items() if rgb and scheme.get(to) == rgb), "")
    if value is not None and name:
        fill.replace(value, etree.Element(qn("a:schemeClr"), val=name))
    return fill


def _with_faces(root: Element | None, prompts: list[Prompt]) -> bytes | None:
    """The theme with the prompts' fonts as its own; None where it has them."""
    changed = False
    for (font, _face), prompt in zip(FACES, prompts, strict=True):
        latin = child(root, "a:themeElements", "a:fontScheme", font, "a:latin")
        own = child(prompt[0][1], "a:latin") if 0 in prompt else None
        face = (own.get("typeface") or "") if own is not None else ""
        if latin is None or not face or face.startswith(("+", *OWN)) or face == latin.get("typeface"):
            continue
        latin.set("typeface", face)
        changed = True
    return serialise(need(root)) if changed else None


def _feet_in_theme(root: Element | None) -> bool:
    """The feet that have the program's font take the theme's; whether there are any."""
    found = False
    for kind, shape, _box in own_places(root):
        for latin in shape.iter(qn("a:latin")) if kind in FURNITURE else ():
            if (latin.get("typeface") or "").startswith(OWN):
                latin.set("typeface", "+mn-lt")
                found = True
    return found


__all__ = ["as_prompted_masters"]
