"""Which look an edited deck is to have: its own, the place's as it is now, or a template given."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from deck.diagnostics import Diagnostic, Severity, Where
from deck.fleet.build import GIVEN, LOOK, OVERRIDES, OWN_TEMPLATE, remembered_look, template_for
from deck.fleet.request import BuildRequest
from deck.i18n import _
from deck.places import Place, load_places

if TYPE_CHECKING:
    from deck.pptx.manifest import Manifest
    from deck.template import Template


@dataclass(frozen=True)
class Look:
    """`template` None: the deck keeps the look that it has. `extra`: what the manifest remembers of the new one."""

    template: Template | None = None
    extra: Mapping[str, Any] = field(default_factory=dict)
    notes: tuple[Diagnostic, ...] = ()


def look_for(
    place: Place,
    own: Template,
    manifest: Manifest | None,
    template: Path | None,
    rebrand: bool | None,
    branding: Path | None,
    name: str,
) -> Look:
    """Merged three ways, too: a `template` that is given is taken; else the place's profile is followed where it has changed and
    the owner has not given the deck another look. `own`: the look in the file. `rebrand` True: the profile's, whatever the owner
    did; False: never. Raises InputError and UsageError as read_template does."""
    from deck.brand import load_brand
    from deck.template import look_of

    was = manifest.template if manifest else ""
    places = load_places()
    request = BuildRequest(place.code, template=template, branding_root=branding)
    brand = load_brand(place, places, root=branding)
    extra = dict(manifest.extra) if manifest else {}
    if template is None and rebrand is not True and (rebrand is False or extra.get(OWN_TEMPLATE) in (GIVEN, True)):
        return Look()
    wanted = template_for(request, brand)
    fresh = remembered_look(template, brand.template, wanted)
    same = wanted.fingerprint == was and look_of(own) == fresh[LOOK]
    if same:
        return Look()
    if template is None and rebrand is None:
        if not was or wanted.fingerprint == was:
            return Look()
        if extra.get(LOOK) != look_of(own):
            message = _("the place's graphic profile has changed since the deck was built; the deck keeps the look that it has")
            hint = _("--rebrand moves it into the new one")
            return Look(notes=(Diagnostic("other-profile", Severity.INFO, message, Where(name), hint),))
    kept = {key: value for key, value in extra.items() if key not in (LOOK, OVERRIDES, OWN_TEMPLATE)}
    message = _("the deck was moved into another look: {template}").format(template=wanted.name)
    return Look(wanted, kept | fresh, (*wanted.diagnostics, Diagnostic("rebranded", Severity.INFO, message, Where(name))))


__all__ = ["Look", "look_for"]
