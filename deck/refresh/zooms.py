"""Zooms of PowerPoint's: pictures of a slide, or of a section, that lead to it by its number in the show, without a relationship
([MS-PPTX] 2.24 to 2.26)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from deck.drawing.names import Element, detach, local, qn, whole
from deck.package.names import R

_OBJECTS = {"sldZmObj": "sldId", "sectionZmObj": "sectionId", "summaryZmObj": "sectionId"}
"""Each with the attribute that says where it leads."""


def zooms_of(root: Element | None) -> Iterator[tuple[Element, str]]:
    """A part's zooms, each with what it leads to: a slide's number (p:sldId/@id), or a section's id."""
    for item in root.iter() if root is not None else ():
        if (name := _OBJECTS.get(local(item))) and (where := item.get(name)):
            yield item, where


def zoom_around(item: Element) -> Element | None:
    """The zoom that a link belongs to: old programs are given one on the picture that they show."""
    holder = next((above for above in item.iterancestors() if local(above) == "AlternateContent"), None)
    return next((zoom for zoom, _where in zooms_of(holder)), None)


def slides_by_number(main: Element | None, targets: Mapping[str, str]) -> dict[str, str]:
    """A slide's number, as written → its part. `main`: p:presentation; `targets`: its relationships."""
    entries = main.iter(qn("p:sldId")) if main is not None else ()
    return {str(whole(item.get("id"))): targets.get(item.get(f"{{{R}}}id", ""), "") for item in entries}


def leads_to(main: Element) -> set[str]:
    """What zooms can lead to in a presentation: its slides' numbers and its sections' ids."""
    slides = {item.get("id", "") for item in main.iter(qn("p:sldId"))}
    return slides | {item.get("id", "") for item in main.iter() if local(item) == "section"}


def fall_back(zoom: Element) -> bool:
    """Put what older programs show of a zoom (Part 3, 7.5) in its place: a picture. False where there is none, and it stays."""
    holder = next((above for above in zoom.iterancestors() if local(above) == "AlternateContent"), None)
    fallback = next((item for item in holder if local(item) == "Fallback"), None) if holder is not None else None
    if holder is None or fallback is None or not len(fallback):
        return False
    for link in [item for item in fallback.iter() if local(item) == "hlinkClick"]:
        detach(link)
    for item in list(fallback):
        holder.addprevious(item)
    detach(holder)
    return True


__all__ = ["fall_back", "leads_to", "slides_by_number", "zoom_around", "zooms_of"]
