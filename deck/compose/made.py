"""Blocks that are made of the deck itself, of the place and of local material."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from deck.collection import first_language
from deck.compose.county import alphabetical_key
from deck.compose.teller import Teller
from deck.content.blocks import MadeBlock, MembersBlock
from deck.presentation import CONTACT, OCCASION, Block, Cell, Diagram, Item, Link, Paragraph, Row, Run, Table, Text, text
from deck.source import Contact

_CONTACT = ("name", "role", "email", "phone", "web")
_ALWAYS = ("name", "role", "email", "phone")
"""What of a contact has its line though nobody has given it."""


def members(tell: Teller, name: str, slot: str, _block: MembersBlock) -> Diagram:
    """The county's municipalities in alphabetical order."""
    found = sorted(
        tell.setting.places.members(tell.setting.county), key=lambda place: alphabetical_key(place.name, first_language())
    )
    items = tuple(Item(place.code, title=place.name, key=place.name[0].upper()) for place in found)
    return Diagram("names", items=items, alt=tell.plain(name, slot, "alt"))


def _sources(tell: Teller, name: str, slot: str, _form: str) -> Table:
    """Every source that a slide of this deck leans on, in the order of sources.yaml."""
    used = {source for shown in tell.shown for source in tell.content.slides[shown].statement_sources()}
    heads = (
        _cell(tell.plain(name, slot, of), lang=tell.lang_of(name, slot, of) or None) for of in ("title", "publisher", "date")
    )
    head = Row("head", tuple(heads))
    rows = [
        Row(
            key,
            (
                _cell(source.title, Link(url=source.url) if source.url else None, tell.other(source.lang)),
                _cell(source.publisher, lang=tell.other(source.lang)),
                _cell(source.date[:4] or "–"),
            ),
        )
        for key, source in tell.content.sources.items()
        if key in used
    ]
    return Table((head, *rows), (0.62, 0.31, 0.07), tell.plain(name, slot, "alt"), reference=True)


def _agenda(tell: Teller, name: str, slot: str, form: str) -> Diagram:
    """The deck's parts, each a link to its first slide; on a slide within one of them, an index, with its own marked."""
    own = tell.setting.section(name)
    within = own in tell.setting.parts
    items = tuple(
        Item(
            section,
            title=tell.term("sections", section),
            text="" if within else tell.term("sections-about", section),
            key=str(number),
            link=None if section == own else Link(slide=first),
            group="current" if section == own else "",
        )
        for number, (section, first) in enumerate(tell.setting.parts.items(), 1)
    )
    lang = tell.lang_of("sections", own) if own else ""
    return Diagram(form or "cards", items=items, alt=tell.plain(name, slot, "alt"), lang=lang)


def _part(tell: Teller, name: str, _slot: str, _form: str) -> Text:
    """Which of the deck's parts this slide's section is."""
    parts = list(tell.setting.parts)
    own = tell.setting.section(name)
    number = parts.index(own) + 1 if own in parts else 0
    return Text((Paragraph((tell.term_run("part", ordinal=str(number), sections=str(len(parts))),)),)) if number else text()


def _blank(_tell: Teller, _name: str, _slot: str, _form: str) -> Text:
    """Nothing yet: a placeholder with its prompt, for the sender's own words."""
    return text("")


def _showing(tell: Teller, name: str, slot: str, _form: str) -> Text:
    """Who speaks, where or when, by the slot; with who speaks also what of the others has no slot of its own. An empty line where
    nothing is known, for the owner to fill in: that is what a placeholder with a prompt holds."""
    known, lang, slots = tell.content.showing, tell.content.lang, tell.content.slides[name].slots
    if slot != OCCASION[0] and slot in OCCASION:
        return text(known.said(slot, lang))
    where = ", ".join(filter(None, (known.said(part, lang) for part in OCCASION[1:] if part not in slots)))
    return text(*[line for line in (known.said(OCCASION[0], lang), where) if line] or ("",))


def _contact(tell: Teller, name: str, slot: str, form: str) -> Text | Diagram:
    persons = _persons(tell)
    if len(persons) > 1:
        return _people(tell, name, slot, form, persons)
    given = persons[0]
    if form:
        return _pairs(tell, name, slot, form, given)
    lead = Paragraph(tell.runs(name, slot, "lead"))
    lines = [Paragraph((_contact_run(key, given[key]),)) for key in _CONTACT if given.get(key)]
    return Text((lead, *lines) if lines else (lead, Paragraph(tell.runs(name, slot, "fallback"))))


def _contact_line(tell: Teller, _name: str, slot: str, _form: str) -> Text:
    """One thing of the contact, by the slot; nothing where it is not known, or where there are several people."""
    persons, key = _persons(tell), slot.removeprefix(CONTACT[0].removesuffix("name"))
    value = persons[0].get(key, "") if len(persons) == 1 else ""
    return Text((Paragraph((replace(_contact_run(key, value), bold=False),)),)) if value else text("")


def _persons(tell: Teller) -> list[dict[str, str]]:
    """Whom to ask, at least one, be nothing known of them."""
    local = tell.content.local
    given = dict(tell.setting.brand.contact)
    persons = [known for one in local.contact if (known := _given(one))] if local is not None else []
    if len(persons) > 1:
        return persons
    # A person named in local.yaml takes the place of the brand's wholly, so that no two people are mixed.
    return [persons[0] if persons and persons[0].get("name") else given | (persons[0] if persons else {})]


def _given(contact: Contact) -> dict[str, str]:
    return {key: value for key in _CONTACT if (value := getattr(contact, key))}


def _people(tell: Teller, name: str, slot: str, form: str, persons: list[dict[str, str]]) -> Text | Diagram:
    """Several people: of each the name and role, and how to reach them."""
    if not form:
        lead = Paragraph(tell.runs(name, slot, "lead"))
        return Text((lead, *(Paragraph(_reached(one)) for one in persons)))
    items = []
    for n, one in enumerate(persons, 1):
        runs = [_contact_run(key, one[key]) for key in ("email", "web", "phone") if one.get(key)]
        if not runs:
            # Nothing to be reached by: the name is what is said, not the heading of an empty line.
            items.append(
                Item(f"contact-{n}", key=one.get("role", "") if one.get("name") else "", text=one.get("name") or one["role"])
            )
            continue
        who, (first, *others) = ", ".join(filter(None, (one.get("name"), one.get("role")))), runs
        # One address is a link; a number to call would be part of it.
        key = " · ".join(filter(None, (who, *(run.text.removeprefix("www.") for run in others))))
        items.append(Item(f"contact-{n}", key=key, text=first.text.removeprefix("www."), link=first.link))
    return Diagram(form, items=tuple(items), alt=tell.plain(name, slot, "alt"))


def _reached(one: Mapping[str, str]) -> tuple[Run, ...]:
    runs = [_contact_run(key, one[key]) for key in _CONTACT if one.get(key)]
    return tuple(part for n, run in enumerate(runs) for part in ((Run(" · "), run) if n else (run,)))


def _pairs(tell: Teller, name: str, slot: str, form: str, given: Mapping[str, str]) -> Diagram:
    """What is known of the contact, and what is left for the owner to fill in."""
    shown = [key for key in _CONTACT if given.get(key) or key in _ALWAYS]
    runs = {key: _contact_run(key, given.get(key, "")) for key in shown}
    items = [
        Item(key, key=tell.term("contact", key), text=run.text.removeprefix("www."), link=run.link if run.text else None)
        for key, run in runs.items()
    ]
    return Diagram(form, items=tuple(items), alt=tell.plain(name, slot, "alt"), lang=tell.lang_of("contact", "name"))


def _goals(tell: Teller, name: str, slot: str, form: str) -> Text | Diagram:
    filled = [tell.filled(goal) for goal in tell.content.goals]
    if not form:
        return Text(tuple(Paragraph(tell.runs_of(spans), 0, "bullet") for spans in filled))
    items = (
        Item(f"goal-{n}", title="".join(span.text for span in spans), key=str(n), link=_first_link(tell.runs_of(spans)))
        for n, spans in enumerate(filled, 1)
    )
    return Diagram(form, items=tuple(items), alt=tell.plain(name, slot, "alt"))


def _cell(words: str, link: Link | None = None, lang: str | None = None) -> Cell:
    return Cell((Paragraph((Run(words, lang=lang, link=link),)),))


def _first_link(runs: tuple[Run, ...]) -> Link | None:
    return next((run.link for run in runs if run.link), None)


def _contact_run(key: str, value: str) -> Run:
    if key == "email":
        return Run(value, link=Link(url=f"mailto:{value}"))
    if key == "web":
        url = value if value.startswith(("http://", "https://")) else f"https://{value}"
        return Run(value.removeprefix("https://").removeprefix("http://").rstrip("/"), link=Link(url=url))
    return Run(value, bold=key == "name")


OWN = ("contact", "contact-line", "goals")
"""Of MADE what says a sender's own words."""
MADE: Mapping[str, Callable[[Teller, str, str, str], Block]] = {
    "sources": _sources,
    "agenda": _agenda,
    "part": _part,
    "contact": _contact,
    "contact-line": _contact_line,
    "goals": _goals,
    "showing": _showing,
    "blank": _blank,
}
"""How each is made: given the slide, the slot and the form that its items are drawn in."""


def made_block(tell: Teller, name: str, slot: str, block: MadeBlock) -> Block:
    return MADE[block.block](tell, name, slot, block.form)
