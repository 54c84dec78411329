"""A show's sections ([MS-PPTX] 2.2.3.14): their names, and each slide in one of them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from lxml import etree

from deck.drawing.names import Element, whole
from deck.package import names
from deck.pptx.identity import guid
from deck.pptx.reader import most_sections

P14 = f"{{{names.P14}}}"


def rename(root: Element, section: str, title: str) -> None:
    """A section of ours, known by its id for life, gets another name; `root`: p:presentation."""
    for item in _listed(root):
        if _ours(root, [section]).get(item.get("id", "").upper()) == section and item.get("name") != title:
            item.set("name", title)


def _listed(root: Element) -> list[Element]:
    listed = next(root.iter(f"{P14}sectionLst"), None)
    return list(listed) if listed is not None else []


def _ours(root: Element, sections: Iterable[str]) -> dict[str, str]:
    """A section's id in the file → its id in the content. One that stands in several pieces has a number for each."""
    most = most_sections(len(_listed(root)) + sum(1 for _item in root.iter(f"{P14}sldId")))
    return {guid("section", section, str(n)): section for section in sections for n in range(most)}


def regroup(root: Element, said: Iterable[str], order: Sequence[int], new: Mapping[int, str]) -> None:
    """Each slide in one section, sections in the order of the show. `said`: ids of our sections; `order`: the slides' numbers
    (p:sldId/@id) as they are shown; `new`: a new slide's number → the section that it begins or joins."""
    listed = next(root.iter(f"{P14}sectionLst"), None)
    if listed is None:
        return
    titles = _ours(root, said)
    sections = list(listed)
    home = {whole(entry.get("id")): n for n, item in enumerate(sections) for entry in item.iter(f"{P14}sldId")}
    by_id: dict[str, list[int]] = {}
    for n, item in enumerate(sections):
        ours = titles.get(item.get("id", "").upper())
        if ours:
            by_id.setdefault(ours, []).append(n)
    groups: list[tuple[int, list[int]]] = []
    closed: set[int] = set()
    for place, number in enumerate(order):
        current = groups[-1][0] if groups else 0
        wanted = home.get(number)
        if wanted is None:
            following = next((home[later] for later in order[place + 1 :] if later in home), current)
            wanted = following if following in by_id.get(new.get(number, ""), ()) else current
        if not groups or (wanted != current and wanted not in closed):
            closed |= {groups[-1][0]} if groups else set()
            groups.append((wanted, []))
        groups[-1][1].append(number)
    used = [n for n, _numbers in groups]
    for item in sections:
        listed.remove(item)
    lists = dict(groups)
    for n in _with_empty(used, len(sections)):
        item = sections[n]
        holder = item.find(f"{P14}sldIdLst")
        if holder is None:
            holder = etree.SubElement(item, f"{P14}sldIdLst")
            item.insert(0, holder)
        for entry in list(holder):
            holder.remove(entry)
        for number in lists.get(n, ()):
            etree.SubElement(holder, f"{P14}sldId", {"id": str(number)})
        listed.append(item)


def _with_empty(used: Sequence[int], count: int) -> list[int]:
    """Sections without slides keep their place after the one before them."""
    result = list(used)
    for n in range(count):
        if n not in result:
            before = next((result.index(k) for k in range(n - 1, -1, -1) if k in result), -1)
            result.insert(before + 1, n)
    return result


__all__ = ["regroup", "rename"]
