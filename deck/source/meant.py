"""What a field is called in Swedish → its name: who writes Swedish ones in local.yaml or brand.yaml is told what they mean."""

from __future__ import annotations

from collections.abc import Iterable

_CALLED = {
    "after": "efter",
    "alt": "alttext alternativtext bildtext",
    "attribution": "upphov avsändare sagt-av",
    "before": "före innan",
    "body": "brödtext innehåll punkter punkt text texter",
    "cards": "kort rutor",
    "chart": "diagram graf",
    "colors": "färg färger",
    "columns": "kolumner spalter",
    "contact": "kontakt kontakter kontaktperson kontaktpersoner",
    "credit": "foto fotograf bildkälla",
    "date": "datum dag",
    "decorative": "dekorativ dekor",
    "email": "e-post epost mejl mail e-mail",
    "event": "tillfälle evenemang möte händelse",
    "figures": "siffror nyckeltal",
    "file": "fil filnamn",
    "fonts": "typsnitt teckensnitt font",
    "goals": "mål egna-mål",
    "indicator": "nyckeltal indikator",
    "left": "vänster",
    "left-heading": "vänster-rubrik rubrik-vänster vänsterrubrik",
    "leave_out": "utelämna uteslut ta-bort lämna-ut",
    "logo": "logotyp logga",
    "loop": "kretslopp cykel",
    "name": "namn",
    "notes": "anteckningar anteckning manus talarmanus",
    "number": "tal siffra stor-siffra",
    "only": "bara endast",
    "order": "ordning följd",
    "phone": "telefon tel telefonnummer mobil",
    "picture": "bild foto fotografi",
    "process": "steg process",
    "quote": "citat",
    "right": "höger",
    "right-heading": "höger-rubrik rubrik-höger högerrubrik",
    "role": "roll titel befattning",
    "rows": "rader",
    "series": "serie mått",
    "slides": "bilder sidor egna-bilder",
    "source": "källa",
    "speaker": "talare föredragande",
    "subtitle": "underrubrik",
    "table": "tabell",
    "text": "brödtext",
    "timeline": "tidslinje tidsaxel",
    "title": "rubrik titel",
    "unit": "enhet",
    "values": "värden siffror",
    "web": "webb webbplats webbsida hemsida adress",
}


def meant(word: str, known: Iterable[str]) -> list[str]:
    """Those of the known fields that a Swedish word is the name of."""
    said = word.strip().casefold().replace(" ", "-").replace("_", "-")
    return [name for name in known if said in _CALLED.get(name, "").split()]


__all__ = ["meant"]
