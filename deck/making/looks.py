"""Which look an edited deck is to have: its own, the place's as it is now, or a template given."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from deck.diagnostics import Diagnostic, Severity, Where
from deck.i18n import _, in_quotes, ngettext
from deck.making.extra import GIVEN, LOOK, OVERRIDES, OWN_TEMPLATE, READING, SAMPLES, remembered_look
from deck.making.houses import sized_otherwise
from deck.making.make import template_for
from deck.making.own_theme import in_own_theme
from deck.making.recipe import Recipe
from deck.places import Place, load_places

if TYPE_CHECKING:
    from deck.content import Content
    from deck.package import Package
    from deck.pptx.manifest import Manifest
    from deck.refresh.hangings import Hanging
    from deck.template import Template


@dataclass(frozen=True)
class ChosenLook:
    """`template` None: the deck keeps the look that it has. `extra`: what the manifest remembers of the new one. `restored`: it
    is the look that the deck was made in, and worth writing only with something else."""

    template: Template | None = None
    extra: Mapping[str, Any] = field(default_factory=dict)
    notes: tuple[Diagnostic, ...] = ()
    restored: bool = False
    made_in: Template | None = None
    """The look that the deck was made in, where it has lost it and we can tell."""
    known: Template | None = None
    """That look, where the deck has it still and the profile gives it: what more stands on the deck's masters is its owner's."""


@dataclass(frozen=True)
class Wish:
    """A `template` that was given; `rebrand` True: the profile's look, whatever the owner did; False: the deck's own, whatever
    the profile says. `branding`: the profiles' folder."""

    template: Path | None = None
    rebrand: bool | None = None
    branding: Path | None = None


def look_for(
    place: Place,
    own: Template,
    manifest: Manifest | None,
    wish: Wish,
    name: str,
    *,
    content: Content | None = None,
    lost: bool = False,
    forgotten: Callable[[Template], bool] | None = None,
    deck: Package | None = None,
) -> ChosenLook:
    """Merged three ways, too: a template that is given is taken; else the place's profile is followed where it has changed and
    the owner has not given the deck another look. `own`: the look in the file; `content`: whose words a look has. `lost`: a
    program wrote it anew on saving (LibreOffice makes a master of each layout). `forgotten`: of a deck that remembers nothing
    either, whether it was made in the profile's look. `deck`: with its slides, which tell what theme the owner chose. Raises
    InputError and UsageError as read_template does."""
    from deck.brand import load_brand
    from deck.template import look_of

    was = manifest.template if manifest else ""
    extra = dict(manifest.extra) if manifest else {}
    lost = lost and extra.get(LOOK) != look_of(own)
    if wish.template is None and (wish.rebrand is False or (wish.rebrand is None and extra.get(OWN_TEMPLATE) in (GIVEN, True))):
        return ChosenLook(notes=(_lost(name),) if lost else ())
    places = load_places()
    brand = load_brand(place, places, root=wish.branding)
    own_profile = template_for(Recipe(place.code, branding_root=wish.branding), brand, content)
    if lost and forgotten is not None and wish.template is None and not wish.rebrand and not forgotten(own_profile):
        return ChosenLook(notes=(_lost(name),))
    if lost and wish.template is None and not wish.rebrand and sized_otherwise(own.size, own_profile.size):
        message = _("the deck has another page format than the place's graphic profile, and keeps the look that it has")
        hint = _("--rebrand moves it into the profile's")
        return ChosenLook(notes=(Diagnostic("other-format", Severity.INFO, message, Where(name), hint),))
    wanted = (
        template_for(Recipe(place.code, template=wish.template, branding_root=wish.branding), brand, content)
        if wish.template
        else own_profile
    )
    made_in = (own_profile if own_profile.fingerprint == was else wanted) if lost else None
    fresh = remembered_look(wish.template, brand.template, wanted)
    kept = {key: value for key, value in extra.items() if key not in (LOOK, OVERRIDES, OWN_TEMPLATE, READING, SAMPLES)}
    older = extra.get(READING) != fresh[READING]
    same = wanted.fingerprint == was or (older and bool(was) and fresh[LOOK] == extra.get(LOOK))
    notes: tuple[Diagnostic, ...] = ()
    ours = wish.template is None and not wish.rebrand and brand.template is None
    if lost and deck is not None and (same or forgotten is not None) and ours:
        # A house's own template has other colours than the profile says: of those nothing can be told.
        themed = in_own_theme(brand, deck)
        if themed is not None:
            # It is the same look still, in other colours and fonts.
            recipe = Recipe(place.code, branding_root=wish.branding)
            wanted = made_in = replace(template_for(recipe, themed, content), fingerprint=wanted.fingerprint)
            notes = (Diagnostic("own-theme", Severity.INFO, _("the colours and fonts that you chose stay"), Where(name)),)
    if same and lost:
        return ChosenLook(template=wanted, extra=kept | fresh, notes=notes, restored=True, made_in=made_in)
    if same and (fresh[LOOK] == look_of(own) or not (wish.rebrand or wish.template)):
        return ChosenLook()
    if wish.template is None and not wish.rebrand and not lost:
        if not was:
            return ChosenLook()
        if extra.get(LOOK) != look_of(own):
            message = _("the place's graphic profile has changed since the deck was built; the deck keeps the look that it has")
            hint = _("--rebrand moves it into the new one")
            return ChosenLook(notes=(Diagnostic("other-profile", Severity.INFO, message, Where(name), hint),))
    message = _("the deck gets another look: {template}").format(template=wanted.name)
    notes = (*notes, *wanted.diagnostics, Diagnostic("rebranded", Severity.INFO, message, Where(name)))
    known = own_profile if own_profile.fingerprint == was and not lost else None
    return ChosenLook(template=wanted, extra=kept | fresh, notes=notes, made_in=made_in, known=known)


def _lost(name: str) -> Diagnostic:
    message = _("another program has written the deck's masters and layouts anew, and its template is not at hand")
    return Diagnostic(
        "lost-look", Severity.WARNING, message, Where(name), _("give the template with --template, and the look is put right")
    )


def left_behind(
    own: Package,
    look: ChosenLook,
    name: str,
    sender: str = "",
    *,
    now: Package | None = None,
    left: Iterable[Hanging] = (),
) -> list[Diagnostic]:
    """What its owner put on masters and layouts, in a deck that gets another look, or back the one that it has lost. What stands
    in a placeholder there is a prompt, and shows on no slide. `sender`: as earlier versions of ours wrote it there; `now`: the
    new deck, where what was carried over stands; `left`: what had no place there."""
    made_in = look.made_in or look.known
    if look.template is None or made_in is None:
        return []
    looks = (look.template.package, made_in.package, *filter(None, (now,)))
    words = _without(_words_on_layouts(own, sender), *map(_words_on_layouts, looks))
    # A program that wrote the masters anew may have written their pictures anew, too.
    pictures = [] if look.made_in else _without(_pictures_on_layouts(own), *map(_pictures_on_layouts, looks))
    # Nor are drawings that it wrote anew where they were: those that somebody described are known by that.
    drawn = _without(*(_drawings_on_layouts(package, described=look.made_in is not None) for package in (own, *looks)))
    for item in left:
        if item.is_picture or item.is_ground:
            pictures.append(item.part)
        elif not item.words:
            drawn.append((item.name,))
    told: list[str] = []
    if drawn:
        message = _("on the slide master or a layout stood a drawing of yours, which is not in the deck's look now: {names}")
        told.append(message.format(names="; ".join(dict.fromkeys(in_quotes(name) for name, *_at in drawn))))
    if words:
        message = _("on the slide master or a layout stood words of yours, which are not in the deck's look now: {words}")
        told.append(message.format(words="; ".join(in_quotes(text) for text in words)))
    if pictures:
        message = ngettext(
            "on the slide master or a layout stood a picture of yours, which is not in the deck's look now",
            "on the slide master or a layout stood {count} pictures of yours, which are not in the deck's look now",
            len(pictures),
        )
        told.append(message.format(count=len(pictures)))
    hint = _("put them back in PowerPoint (View > Slide Master)")
    return [Diagnostic("lost", Severity.WARNING, text, Where(name), hint) for text in told]


_Mark = TypeVar("_Mark")


def _without(found: Iterable[_Mark], *known: Iterable[_Mark]) -> list[_Mark]:
    there = {item for items in known for item in items}
    return [item for item in found if item not in there]


def _words_on_layouts(package: Package, sender: str = "") -> list[str]:
    from deck.drawing.names import qn
    from deck.drawing.sheet import Sheets, contents, placeholder_of, properties_of
    from deck.template.marks import LOGO_MARK

    sheets, found = Sheets(package), dict[str, None]()
    for part in _styles(package):
        for shape in contents(sheets.sheet(part).tree):
            if placeholder_of(shape) is None:
                # A field says what a program works out.
                lines = ([run.findtext(qn("a:t"), "") for run in line.iter(qn("a:r"))] for line in shape.iter(qn("a:p")))
                said = " ".join(map("".join, lines))
                text, about = " ".join(said.split()), properties_of(shape)
                ours = text == sender and about is not None and about.get("name") == LOGO_MARK
                found |= {text: None} if text and not ours else {}
    return list(found)


def _pictures_on_layouts(package: Package) -> list[str]:
    """The digests of the pictures there."""
    from deck.package import sha256

    targets = dict.fromkeys(rel.target for part in _styles(package) for rel in package.related(part, "image"))
    return list(dict.fromkeys(sha256(package.parts, name) for name in targets if name in package.parts))


def _drawings_on_layouts(package: Package, *, described: bool) -> list[tuple[str, ...]]:
    """The shapes without words there, each by what it is called, its form and its place; `described`: those with an alternative
    text, by that alone."""
    from deck.drawing.names import child, local, qn
    from deck.drawing.scene import extent, xfrm_of
    from deck.drawing.sheet import Sheets, contents, placeholder_of, properties_of

    sheets, found = Sheets(package), list[tuple[str, ...]]()
    for part in _styles(package):
        for shape in contents(sheets.sheet(part).tree):
            about = properties_of(shape)
            worded = any((item.text or "").strip() for item in shape.iter(qn("a:t")))
            if about is None or worded or placeholder_of(shape) is not None or local(shape) not in ("sp", "cxnSp", "grpSp"):
                continue
            said = " ".join(about.get("descr", "").split())
            form = child(shape, "p:spPr", "a:prstGeom")
            at = tuple(map(str, extent(xfrm_of(shape)) or ()))
            if said or not described:
                found.append(
                    (said,)
                    if described
                    else (said or about.get("name", ""), form.get("prst", "") if form is not None else "", *at)
                )
    return list(dict.fromkeys(found))


def _styles(package: Package) -> list[str]:
    return [name for name in package.parts if name.startswith(_STYLES) and name.endswith(".xml")]


_STYLES = ("ppt/slideMasters/", "ppt/slideLayouts/")

__all__ = ["ChosenLook", "Wish", "left_behind", "look_for"]
