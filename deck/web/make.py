"""A place's page: its deck seen, chosen and given out. All that is chosen stands in the address; nothing is kept but what is
uploaded, for a short while."""

from __future__ import annotations

import hashlib
import re
import time
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any
from urllib.parse import quote, urlencode

from starlette.datastructures import UploadFile
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from deck.errors import UsageError
from deck.formats import ALSO, DECK
from deck.places import Place, load_places
from deck.web import choices as chosen
from deck.web import persons
from deck.web.choices import DeckChoices, brand_yaml, from_query, local_yaml, to_query
from deck.web.fields import known_fields, said_of_cut, said_of_pictures
from deck.web.jobs.preview import PlaceDeck
from deck.web.jobs.template import TemplateAdvice
from deck.web.own import TITLE
from deck.web.pictures import ComingPictures
from deck.web.pool import RefusedJob
from deck.web.ready import SECONDS
from deck.web.recipe import WantedDeck, about, complaints_of, in_its_language, slide_ids, uploaded
from deck.web.sessions import HeldFile, harmless
from deck.web.site import Site, language, page, problem, site_of

TEMPLATES, LOGOS, PHOTOS = (
    (".potx", ".pptx", ".potm", ".pptm"),
    (".svg", ".png", ".jpg", ".jpeg", ".gif", ".webp", ".bmp"),
    (".png", ".jpg", ".jpeg", ".gif", ".webp", ".svg"),
)
FIGURES = (".csv", ".xlsx", ".json")
MOST_UPLOAD = {"mall": 50_000_000, "logotyp": 5_000_000, "siffror": 5_000_000, "bild": 15_000_000}
BY_NAME = ("mall", "logotyp", "siffror")
"""Uploads of which a deck has one each; they are called so with us."""
_FILE_FIELD = re.compile(r"mall|logotyp|siffror|e\d+\.fil")
FRESH = 300.0
"""Seconds that a preview is taken as it was: the guidance and the profiles may be changed beside the server."""
TYPES = {
    ".pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    ".pptm": "application/vnd.ms-powerpoint.presentation.macroEnabled.12",
    ".pdf": "application/pdf",
    ".html": "text/html; charset=utf-8",
    ".zip": "application/zip",
    ".yaml": "application/yaml; charset=utf-8",
}


def place_of(request: Request) -> Place | None:
    """The place of the address, by its stem, which is looked up and never made a path of."""
    stem = request.path_params["place"]
    return next((item for item in load_places().all if item.stem == stem), None)


def wanted_of(site: Site, place: Place, choices: DeckChoices) -> WantedDeck:
    held = site.sessions.get(choices.held)
    return WantedDeck(place.code, choices, {name: item.path for name, item in held.items()}, site.branding)


async def deck_of(request: Request, place: Place, choices: DeckChoices) -> PlaceDeck:
    """The preview, from a little while ago where that was of the same. Raises as Pool.run."""
    site = site_of(request)
    wanted = wanted_of(site, place, choices)
    name = repr((place.code, to_query(choices), sorted(wanted.files.items()), language(request)))
    known = site.decks.get(name)
    if known is not None and time.monotonic() - known[0] < FRESH:
        deck: PlaceDeck = known[1]
        if all(site.pictures.has(card.key) for card in deck.cards if card.key):
            return deck
    coming = ComingPictures(site.pictures)
    deck = await site.pool.run("preview", wanted, lang=language(request), about=about(wanted), take=coming)
    site.pictures.expect((card.key for card in deck.cards if card.key), coming)
    site.decks.put(name, (time.monotonic(), deck), sum(len(card.words) + 400 for card in deck.cards))
    return deck


async def show(request: Request) -> Response:
    place = place_of(request)
    if place is None:
        return await _elsewhere(request)
    choices = from_query(request.query_params.multi_items())
    held = site_of(request).sessions.get(choices.held)
    lost = bool(choices.held) and not held
    # Without scripts a file goes with its own button only; a link has but its name.
    unsent = any(value and _FILE_FIELD.fullmatch(key) for key, value in request.query_params.multi_items())
    if lost:
        choices = replace(choices, held="")
    choices = in_its_language(wanted_of(site_of(request), place, choices))
    action = request.query_params.get("gor", "")
    if action:
        choices = await _done(request, place, choices, action)
    query = to_query(choices)
    # The address is always the shortest one that says the same, so that it can be given on.
    said = (
        [("fel", "borta")]
        if lost
        else [("fel", "osand")]
        if unsent
        else [(key, value) for key, value in request.query_params.multi_items() if key == "fel"][:1]
    )
    said += (
        [("kapat", ",".join(choices.cut))]
        if choices.cut
        else [(key, value) for key, value in request.query_params.multi_items() if key == "kapat"][:1]
    )
    here = "&".join(filter(None, (query, urlencode(said))))
    if here != request.url.query:
        anchor = action.partition(":")[2] if action[:3] in ("upp", "ner", "ut:", "in:") else ""
        anchor = f"#bild-{anchor}" if anchor else "#kontakt" if "kontakt" in action else "#egna" if action else ""
        return RedirectResponse(f"{request.url.path}{'?' if here else ''}{here}{anchor}", 303)
    try:
        deck = await deck_of(request, place, choices)
    except RefusedJob as error:
        said_of_it = in_their_names(complaints_of(error.diagnostics, wanted_of(site_of(request), place, choices)), held)
        return problem(request, 422, "unmade", said_of_it)
    if not deck.refused:
        site_of(request).ready.soon(wanted_of(site_of(request), place, choices), language(request))
    own = [(n, item, item.lacks) for n, item in enumerate(choices.own, 1)]
    colors = dict(deck.colors)
    return page(
        request,
        "make.html.j2",
        place=place,
        county=load_places().county(place),
        deck=deck,
        choices=choices,
        own=own,
        query=query,
        colors=f"/farg/{colors['dk2']}-{colors['accent6']}-{colors['accent1']}.css",
        shared=to_query(choices, held=False),
        held=held,
        template=uploaded_name(held, "mall."),
        logo=uploaded_name(held, "logotyp."),
        figures=uploaded_name(held, "siffror."),
        accent=choices.accent or colors["accent1"],
        wrong=request.query_params.get("fel", ""),
        slides=[(card.id, card.title) for card in deck.cards if card.key and card.page == 1 and not card.own],
        fields=chosen.LONGEST,
        most_own=chosen.MOST_OWN,
        longest_title=TITLE,
        most_persons=persons.MOST_CONTACTS,
        formats=[DECK.name, *(item.name for item in ALSO)],
        refused=in_their_names(deck.refused, held),
        cut=[*said_of_cut(known_fields(request.query_params.get("kapat", ""))), *said_of_pictures(choices)],
        faults=in_their_names(deck.faults, held),
        has_brand=bool(brand_yaml(choices, uploaded(dict.fromkeys(held), "logotyp."))),  # type: ignore[arg-type]
        has_local=bool(local_yaml(choices, slide_ids(), uploaded(dict.fromkeys(held), "siffror."))),  # type: ignore[arg-type]
    )


def uploaded_name(held: Any, start: str) -> str:
    """What an upload was called."""
    return next((item.called for name, item in sorted(held.items()) if name.startswith(start)), "")


def in_their_names(items: Iterable[tuple[str, str]], held: Mapping[str, HeldFile]) -> list[tuple[str, str]]:
    """What is said of uploads, by the names that those had with who sent them."""

    def theirs(words: str) -> str:
        for name, item in held.items():
            words = words.replace(name, item.called)
        return words

    return [(theirs(message), theirs(hint)) for message, hint in items]


async def _elsewhere(request: Request) -> Response:
    """An address by another of a place's names leads to its own."""
    try:
        found = load_places().find(request.path_params["place"][:100])
    except UsageError:
        return problem(request, 404, "missing")
    return RedirectResponse(f"/{language(request)}/bildspel/{found.stem}", 303)


async def _done(request: Request, place: Place, choices: DeckChoices, action: str) -> DeckChoices:
    """The choices after a button of the form."""
    verb, _colon, what = action.partition(":")
    if verb in ("upp", "ner"):
        deck = await deck_of(request, place, choices)
        return chosen.moved(choices, deck.order, what, -1 if verb == "upp" else 1)
    if verb in ("ut", "in"):
        return chosen.left_out(choices, what, out=verb == "ut")
    if verb == "ny-kontakt":
        return chosen.with_person(choices)
    if verb == "bort-kontakt" and what.isdigit():
        return chosen.without_person(choices, int(what[:3]))
    if verb == "ny":
        return chosen.with_own(choices)
    if verb == "bort" and what.isdigit():
        return chosen.without_own(choices, int(what[:3]))
    if verb == "ordna":
        return replace(choices, order=(), leave_out=())
    return choices


async def upload(request: Request) -> Response:
    """The form with its files: they are held, and the page shows the deck with them."""
    place = place_of(request)
    if place is None:
        return problem(request, 404, "missing")
    site = site_of(request)
    async with request.form(max_files=20, max_fields=400, max_part_size=200_000) as form:
        pairs = [(key, value) for key, value in form.multi_items() if isinstance(value, str)]
        choices = from_query(pairs)
        files, wrong = await _files([(key, value) for key, value in form.multi_items() if isinstance(value, UploadFile)])
    gone = [f"{value}." for key, value in pairs if key == "ta-bort" and value in BY_NAME]
    gone += [f"{name.partition('.')[0]}." for _slot, name, _called, _data in files if name.partition(".")[0] in BY_NAME]
    if files or gone:
        held = site.sessions.put(choices.held, [(name, called, data) for _slot, name, called, data in files], gone)
        own = list(choices.own)
        for slot, name, _called, _data in files:
            if slot.isdigit() and 0 < int(slot) <= len(own):
                own[int(slot) - 1] = replace(own[int(slot) - 1], picture=name)
        choices = replace(choices, held=held, own=tuple(own))
    said = [("fel", wrong)] if wrong else []
    said += [("kapat", ",".join(choices.cut))] if choices.cut else []
    query = "&".join(filter(None, (to_query(choices), urlencode(said))))
    kinds = {name.partition(".")[0].partition("-")[0] for _slot, name, _called, _data in files} | {wrong.partition("-")[0]}
    anchor = "siffror" if "siffror" in kinds else "egna" if "bild" in kinds else "utseende"
    return RedirectResponse(f"/{language(request)}/bildspel/{place.stem}{'?' if query else ''}{query}#{anchor}", 303)


async def _files(given: list[tuple[str, UploadFile]]) -> tuple[list[tuple[str, str, str, bytes]], str]:
    """(number of the own slide or "", name with us, called, bytes) of each file, and what is wrong with one that is not taken."""
    found: list[tuple[str, str, str, bytes]] = []
    wrong = ""
    for key, file in given:
        name = file.filename or ""
        if not name:
            continue
        slot = key[1:].partition(".")[0] if key.startswith("e") and key.endswith(".fil") else ""
        kind = "bild" if slot else key if key in BY_NAME else ""
        endings = {"mall": TEMPLATES, "logotyp": LOGOS, "siffror": FIGURES, "bild": PHOTOS}.get(kind, ())
        ending = f".{name.rpartition('.')[2].lower()}"
        if ending not in endings:
            wrong = f"{kind or 'bild'}-typ"
            continue
        data = await file.read(MOST_UPLOAD[kind] + 1)
        if len(data) > MOST_UPLOAD[kind] or not data:
            wrong = f"{kind}-stor" if data else "tom"
            continue
        stem = f"bild-{hashlib.sha256(data).hexdigest()[:8]}" if kind == "bild" else kind
        found.append((slot, f"{stem}{ending}", harmless(name), data))
    return found, wrong


def attachment(name: str, data: bytes) -> Response:
    ending = f".{name.rpartition('.')[2]}"
    # RFC 6266: a browser reads the plain name as it likes, and the other as it is.
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()
    headers = {"Content-Disposition": f"attachment; filename=\"{plain}\"; filename*=UTF-8''{quote(name)}"}
    return Response(data, media_type=TYPES.get(ending, "application/octet-stream"), headers=headers)


async def give(request: Request) -> Response:
    """A file of the deck, as the command line gives it."""
    place, site = place_of(request), site_of(request)
    form = request.path_params["form"]
    if place is None or form not in (DECK.name, "kommandorad", "local", "brand", *(item.name for item in ALSO)):
        return problem(request, 404, "missing")
    choices = from_query(request.query_params.multi_items())
    back = f"/{language(request)}/bildspel/{place.stem}?{to_query(choices)}"
    if choices.held and not site.sessions.get(choices.held):
        # Without the template or the picture it would be another deck than the one that was asked for.
        return problem(request, 404, "held", back=back)
    wanted = wanted_of(site, place, choices)
    if form == "local":
        return attachment("local.yaml", await site.pool.run("local", wanted, lang=language(request)))
    if form == "brand":
        return attachment("brand.yaml", brand_yaml(choices, uploaded(wanted.files, "logotyp."), place.own_name).encode())
    if form == "kommandorad":
        name, data = await site.pool.run("kit", wanted, lang=language(request), about=about(wanted))
    else:
        try:
            if form == DECK.name:
                name, data = await site.ready.of(wanted, language(request))
            else:
                name, data = await site.pool.run(
                    "give", wanted, form, lang=language(request), seconds=SECONDS, about=about(wanted)
                )
        except RefusedJob as error:
            said = in_their_names(complaints_of(error.diagnostics, wanted), site.sessions.get(choices.held))
            return problem(request, 422, "unmade", said, back=back)
    return attachment(name, data)


async def advice(request: Request) -> Response:
    """What the doctor says of the uploaded template, with a slide of each kind in it."""
    place, site = place_of(request), site_of(request)
    if place is None:
        return problem(request, 404, "missing")
    choices = from_query(request.query_params.multi_items())
    held = site.sessions.get(choices.held)
    name = uploaded(dict.fromkeys(held), "mall.")  # type: ignore[arg-type]
    if not name:
        return problem(request, 404, "held")
    file, lang = held[name], language(request)

    async def examined() -> TemplateAdvice:
        found: TemplateAdvice = await site.pool.run(
            "template", file.path, place.code, lang=lang, seconds=30.0, about=(choices.held,)
        )
        site.pictures.keep((item.key, item.svg) for item in found.slides)
        return replace(found, slides=tuple(replace(item, svg=b"") for item in found.slides))

    def drawn(found: TemplateAdvice) -> bool:
        return all(site.pictures.has(item.key) for item in found.slides)

    found = await site.answers.of(file, f"template\0{place.code}\0{lang}", examined, drawn, FRESH)
    back = f"/{language(request)}/bildspel/{place.stem}?{to_query(choices)}"
    before = await deck_of(request, place, replace(choices, held=""))
    return page(request, "template.html.j2", called=file.called, advice=found, back=back, place=place, before=before)
