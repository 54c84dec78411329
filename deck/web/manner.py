"""The look that a refreshed deck is asked to have: the profile's, its own, or that of a template which is uploaded for it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlencode

from starlette.datastructures import UploadFile
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from deck.web.dropped import held_decks
from deck.web.make import MOST_UPLOAD, TEMPLATES
from deck.web.sessions import HeldFile, harmless
from deck.web.site import language, problem, site_of

LOOK, HELD = "utseende", "mall."
"""What the look is called in the address, and how the names begin of templates that are held."""
REBRAND: Mapping[str, bool | None] = {"": None, "profil": True, "eget": False, "mall": None}
"""What may be asked for, and what it says of the place's profile (None: where the owner has not chosen another look)."""
TYPE, LARGE, NONE = "typ", "stor", "ingen"
"""What may be wrong with a template."""


@dataclass(frozen=True, slots=True)
class WantedLook:
    """`name`: of REBRAND; `template`: the file of one, and what it was `called` where it came from."""

    name: str = ""
    template: Path | None = None
    called: str = ""

    @property
    def rebrand(self) -> bool | None:
        return REBRAND[self.name]

    @property
    def query(self) -> str:
        """As it stands in an address, "" for the usual one."""
        return urlencode({LOOK: self.name}) if self.name else ""


def wanted_look(request: Request, held: Mapping[str, HeldFile]) -> WantedLook:
    """The look of the address. A template that is held no more is none."""
    name = request.query_params.get(LOOK, "")
    template = next((held[key] for key in sorted(held) if key.startswith(HELD)), None)
    called = template.called if template is not None else ""
    if name == "mall" and template is not None:
        return WantedLook(name, template.path, called)
    return WantedLook(name if name in REBRAND and name != "mall" else "", None, called)


async def choose(request: Request) -> Response:
    """Take the form's look, and a template with it, and go back to the deck with all that was decided."""
    held = held_decks(request)
    if not held:
        return problem(request, 404, "held")
    async with request.form(max_files=2, max_fields=4_000, max_part_size=10_000) as form:
        name = str(form.get(LOOK, ""))
        decided = [(key, str(value)) for key, value in form.multi_items() if key.startswith("d.")]
        file, wrong = form.get("mall"), ""
        if isinstance(file, UploadFile) and file.filename:
            name, wrong = await _held(request, file)
        elif name == "mall" and not any(key.startswith(HELD) for key in held):
            wrong = NONE
    said = [(LOOK, name)] if name in REBRAND and name and not wrong else []
    query = urlencode([*said, *([("fel", wrong)] if wrong else []), *decided])
    token, n = request.path_params["held"], request.path_params["n"]
    return RedirectResponse(f"/{language(request)}/uppdatera/{token}/{n}{'?' if query else ''}{query}#utseende", 303)


async def _held(request: Request, file: UploadFile) -> tuple[str, str]:
    """Hold a template beside the decks: ("mall", "") or ("", what is wrong with it)."""
    ending = f".{(file.filename or '').rpartition('.')[2].lower()}"
    if ending not in TEMPLATES:
        return "", TYPE
    data = await file.read(MOST_UPLOAD["mall"] + 1)
    if not 0 < len(data) <= MOST_UPLOAD["mall"]:
        return "", LARGE if data else TYPE
    given = [(f"mall{ending}", harmless(file.filename or ""), data)]
    site_of(request).sessions.put(request.path_params["held"], given, gone=(HELD,))
    return "mall", ""


__all__ = ["LARGE", "LOOK", "NONE", "REBRAND", "TYPE", "WantedLook", "choose", "wanted_look"]
