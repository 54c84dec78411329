"""The fields of the page that makes a deck, by what they are called there: who reads a complaint filled in a form, and knows of
no local.yaml, brand.yaml or line."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from pathlib import Path

import yaml

from deck.brand.cascade import FILE
from deck.diagnostics import Diagnostic, Where
from deck.i18n import _
from deck.web.choices import SHOWING, DeckChoices
from deck.web.persons import CONTACT, NUMBERED

Complaint = tuple[str, str]
"""Message and hint, as pages show them."""
Profile = tuple[str, str]
"""The folder of a brand.yaml, and what it says."""
_YAML = {said: name for name, said in (SHOWING | CONTACT).items()}
_OWN_YAML = {"title": "rubrik", "notes": "anteckningar", "picture": "bild", "source": "kalla"}
_ROLE = re.compile(r"(?:accent|dk|lt)\d (?=#)")
_CUT = re.compile(r"e(\d+)\.(\w+)")


def labels() -> dict[str, str]:
    """Name in the link → what the page calls it."""
    return {
        "tillfalle": _("Event"),
        "datum": _("Date"),
        "talare": _("Speaker"),
        "namn": _("Name"),
        "roll": _("Role"),
        "epost": _("E-mail"),
        "telefon": _("Telephone"),
        "webb": _("Web"),
        "kontakt": _("Contact"),
        "mal": _("Own goals"),
        "egna": _("Own slides"),
        "kalla": _("Source"),
        "rubrik": _("Title"),
        "punkter": _("Its words"),
        "alt": _("What the picture shows"),
        "matt": _("What the chart measures"),
        "bild": _("Picture"),
        "anteckningar": _("Speaker notes"),
        "siffror": _("Own figures"),
        "farg": _("Colour"),
        "logotyp": _("Logo"),
    }


def field_of(name: str) -> str:
    """What the page calls the field of a name in the link, such as "e2.rubrik"."""
    known = labels()
    if found := _CUT.fullmatch(name):
        return ", ".join(filter(None, (_("Own slide {n}").format(n=found[1]), known.get(found[2], ""))))
    if (found := NUMBERED.fullmatch(name)) and found[2] in CONTACT:
        return f"{_('Contact {n}').format(n=found[1])}, {known[found[2]]}"
    return f"{_('Contact')}, {known[name]}" if name in CONTACT else known.get(name, name)


def known_fields(words: str) -> list[str]:
    """The names in a link's list of fields that there are."""
    known = labels()
    numbered = (_CUT, NUMBERED)
    return [
        name
        for name in words[:400].split(",")
        if name in known or any((found := kind.fullmatch(name)) and found[2] in known for kind in numbered)
    ]


def said_of_cut(cut: Iterable[str]) -> list[Complaint]:
    """What was longer than there is room for, told where it stood."""
    message = _("there is no room for all that was written here: what came last was left out")
    return [(f"{field_of(name)}: {message}", _("write less, or divide it between several slides")) for name in cut]


def said_of_pictures(choices: DeckChoices) -> list[Complaint]:
    """Pictures of own slides that are not here, though words say what they show."""
    message = _("its picture is not here, for no link holds files")
    numbers = [n for n, own in enumerate(choices.own, 1) if own.lost_picture]
    hint = _("upload the picture, or take away the words that say what it shows")
    return [(f"{_('Own slide {n}').format(n=n)}: {message}", hint) for n in numbers]


def complaints(
    items: Iterable[Diagnostic],
    choices: DeckChoices | None = None,
    local: str = "",
    brand: Profile = ("", ""),
    files: Sequence[str] = (),
) -> tuple[Complaint, ...]:
    """(message, hint) of each, once, with where it is in words of the page. `local`, `brand`: the local.yaml and the place's
    profile that were made of the choices; `files`: uploads, by their names with us."""
    told: dict[Complaint, None] = {}
    for item in items:
        at = _at(item.where, choices, local, brand, files)
        # What a file calls a colour is no word of the page's.
        told_of = _ROLE.sub("", item.message) if at == labels()["farg"] else item.message
        message = told_of if not at or told_of.startswith(at) else f"{at}: {told_of}"
        told[(message, _hint(item, choices))] = None
    return tuple(told)


def _hint(item: Diagnostic, choices: DeckChoices | None) -> str:
    """What to do, on the page where it differs from what to do in a file."""
    if choices is not None and item.code == "no-source":
        return _('say it under "Own figures", in the field "Source", or in a column "källa" of the file')
    return _elsewhere().get(item.code, item.hint) if choices is None else item.hint


def _elsewhere() -> dict[str, str]:
    """Code → what to do where a deck is refreshed on a page: the command line's options are not to be had there."""
    return {
        "not-ours": _(
            "choose a deck that was downloaded here; where another program has taken its memory, choose an earlier file of it; a "
            "presentation from elsewhere cannot be refreshed"
        ),
        "other-profile": _("choose the profile as it is now under “Its look” below, if you want it"),
        "lost-look": _("upload the template under “Its look” below, and the look is put right"),
        "no-base": _("choose an earlier file of the same deck, one that no other program has saved"),
        "memory-guessed": _("if it is not, choose an earlier file of the deck, one that no other program has saved"),
    }


def _at(where: Where, choices: DeckChoices | None, local: str, brand: Profile, files: Sequence[str]) -> str:
    file = Path(where.file)
    own = re.fullmatch(r"egen-(\d+)(?:#.*)?", where.slide_id)
    if choices is not None and own:
        return _("Own slide {n}").format(n=own[1])
    if choices is not None and local and file.name == "local.yaml":
        return _line_of_local(local, where.line, choices)
    if file.name == FILE:
        folder, text = brand
        top = _path(yaml.compose(text), where.line - 1)[:1] if text and file.parts[-2:-1] == (folder,) else []
        if top in (["colors"], ["logo"]):
            return labels()["farg" if top == ["colors"] else "logotyp"]
        # A profile of the server's: who runs it knows it by its folder.
        return f"{'/'.join(file.parts[-2:])}{f':{where.line}' if where.line else ''}"
    inner = str(Where(part=where.part, slide=where.slide, shape=where.shape))
    return ", ".join(filter(None, (file.name if file.name in files else "", inner)))


def _line_of_local(text: str, line: int, choices: DeckChoices) -> str:
    """What stands in a line of the local.yaml that was made of the choices."""
    path = _path(yaml.compose(text), line - 1)
    known = labels()
    head, *rest = path or [""]
    if head == "contact":
        at = int(rest.pop(0)) if rest and isinstance(rest[0], int) else 0
        # Forms that nothing was written in are not in the list.
        numbers = [n for n, person in enumerate((choices.contact, *choices.others), 1) if person]
        number = numbers[at] if at < len(numbers) else 1
        if not rest or rest[0] not in _YAML:
            return _("Contact")
        return field_of(_YAML[str(rest[0])] if number == 1 else f"k{number}.{_YAML[str(rest[0])]}")
    if head == "goals":
        return _line(known["mal"], rest)
    if head == "figures":
        return known["siffror"]
    if head != "slides" or not rest:
        return known.get(_YAML.get(str(head), ""), "")
    n = choices.whole_own[int(rest[0])][0]
    field = str(rest[1]) if len(rest) > 1 else "title"
    name = known["alt"] if "alt" in rest else known["matt"] if "series" in rest else known[_OWN_YAML.get(field, "punkter")]
    return _line(f"{_('Own slide {n}').format(n=n)}, {name}", rest[2:] if field in ("body", "rows", "cards") else [])


def _line(field: str, rest: Sequence[str | int]) -> str:
    return _("{field}, line {n}").format(field=field, n=int(rest[0]) + 1) if rest and isinstance(rest[0], int) else field


def _path(node: yaml.Node | None, line: int) -> list[str | int]:
    """The keys and places in lists down to what stands in a line (from 0)."""
    found: list[str | int] = []
    while isinstance(node, (yaml.MappingNode, yaml.SequenceNode)):
        inner: list[tuple[str | int, yaml.Node, yaml.Node]]
        if isinstance(node, yaml.MappingNode):
            inner = [(str(key.value), key, value) for key, value in node.value]
        else:
            inner = [(n, value, value) for n, value in enumerate(node.value)]
        before = [(name, value) for name, first, value in inner if first.start_mark.line <= line]
        if not before:
            break
        name, node = before[-1]
        found.append(name)
    return found
