"""Markup compatibility (ECMA-376 Part 3): what a program of today reads of an element, alternatives chosen."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Any

from lxml import etree

from deck.check.model import Finding, Rule
from deck.check.opens.package import MOST_ATTRIBUTES, SAVE
from deck.check.subject import Subject
from deck.diagnostics import Severity
from deck.drawing.names import Element, local
from deck.i18n import N_, _
from deck.package.names import MC

_UNDERSTOOD = re.compile(
    r"http://schemas\.microsoft\.com/|http://purl\.oclc\.org/ooxml/"
    r"|http://schemas\.openxmlformats\.org/(?:drawingml|presentationml|spreadsheetml|wordprocessingml|officeDocument|package"
    r"|markup-compatibility|schemaLibrary)/2006(?:/|$)"
)
"""Microsoft's own, and the standard's, which are all of one year."""
NAMES = ("AlternateContent", "Choice", "Fallback")
PREFIXED = ("Ignorable", "MustUnderstand")
"""Attributes of lists of prefixes; ProcessContent and PreserveElements name elements by theirs."""
NAMED = ("ProcessContent", "PreserveElements", "PreserveAttributes")
MOST = 20


_ALTERNATE = f"{{{MC}}}AlternateContent"


@lru_cache(maxsize=256)
def understood(uri: str) -> bool:
    """Whether Office knows the namespace."""
    return _UNDERSTOOD.match(uri) is not None


def _is(element: Element, name: str) -> bool:
    return element.tag == f"{{{MC}}}{name}"


def _chosen(alternate: Element) -> Element | None:
    """The first choice whose namespaces are understood, else the fallback (Part 3, 7.6)."""
    for choice in alternate:
        if _is(choice, "Choice"):
            spaces = [choice.nsmap.get(prefix) for prefix in choice.get("Requires", "").split()]
            if spaces and all(uri is not None and understood(uri) for uri in spaces):
                return choice
    return next((item for item in alternate if _is(item, "Fallback")), None)


def content(element: Element) -> Iterator[Element]:
    """An element's children as a program reads them: of alternatives the chosen one's, in its place."""
    for item in element:
        tag = item.tag
        if not isinstance(tag, str):
            continue
        if tag == _ALTERNATE:
            chosen = _chosen(item)
            if chosen is not None:
                yield from content(chosen)
        else:
            yield item


def _undeclared(element: Element) -> Iterator[tuple[str, str]]:
    """Attribute and prefix of each prefix that is used here and means nothing here."""
    known = element.nsmap
    for name in PREFIXED:
        for prefix in (element.get(f"{{{MC}}}{name}") or "").split():
            if prefix not in known:
                yield f"mc:{name}", prefix
    for name in NAMED:
        for item in (element.get(f"{{{MC}}}{name}") or "").split():
            prefix = item.partition(":")[0]
            if prefix not in known:
                yield f"mc:{name}", prefix
    if _is(element, "Choice"):
        for prefix in element.get("Requires", "").split():
            if prefix not in known:
                yield "Requires", prefix


def _shape(alternate: Element) -> str:
    """What is wrong with an alternative as a whole; "" where nothing is."""
    names = [local(item) for item in alternate if isinstance(item.tag, str)]
    if "Choice" not in names:
        return _("an mc:AlternateContent has no mc:Choice")
    if any(name not in ("Choice", "Fallback") for name in names) or names.count("Fallback") > 1:
        return _("an mc:AlternateContent holds other things than choices and one fallback")
    if "Fallback" in names and names[-1] != "Fallback":
        return _("the mc:Fallback stands before an mc:Choice")
    if any(_is(item, "Choice") and not item.get("Requires", "").strip() for item in alternate):
        return _("an mc:Choice does not say what it requires")
    return ""


def _stray(element: Element) -> Iterator[str]:
    """Names of this namespace that it does not have, or that stand where they may not (Part 3, 7.1)."""
    above = element.getparent()
    if str(element.tag).startswith(f"{{{MC}}}"):
        name = local(element)
        inner = name in ("Choice", "Fallback") and (above is None or not _is(above, "AlternateContent"))
        if name not in NAMES or inner:
            yield _("an mc:{name} may not stand here").format(name=name[:40])
    for key in element.keys()[:MOST_ATTRIBUTES]:
        name = str(key).removeprefix(f"{{{MC}}}")
        if name != key and name not in (*PREFIXED, *NAMED):
            yield _("there is no attribute mc:{name}").format(name=name[:40])


_SAID: Any = etree.XPath(f"descendant-or-self::*[namespace-uri()='{MC}' or @*[namespace-uri()='{MC}']]")
"""The elements of this namespace, and those that have attributes of it."""


def _compatibility(subject: Subject) -> Iterator[Finding]:
    for part in subject.package.parts:
        root = subject.tree(part) if part.startswith(("ppt/", "docProps/")) and part.endswith(".xml") else None
        told: set[str] = set()
        for element in _SAID(root) if root is not None and MC.encode() in subject.package.parts[part] else ():
            messages = [
                _("{attribute} names the prefix {prefix}, which is declared nowhere").format(attribute=attribute, prefix=prefix)
                for attribute, prefix in _undeclared(element)
            ]
            messages += _stray(element)
            if _is(element, "AlternateContent") and (wrong := _shape(element)):
                messages.append(wrong)
            for message in messages:
                if message not in told and len(told) < MOST:
                    told.add(message)
                    yield COMPATIBILITY.found(message, subject.where(part))
            demanded = element.get(f"{{{MC}}}MustUnderstand")
            for prefix in (demanded or "").split():
                uri = element.nsmap.get(prefix)
                if uri is not None and not understood(uri):
                    text = _("the part must not be opened by a program that does not know {uri}").format(uri=uri[:80])
                    yield COMPATIBILITY.found(text, subject.where(part))


COMPATIBILITY = Rule(
    "opens/compatibility",
    severity=Severity.ERROR,
    title=N_("alternatives that cannot be chosen among"),
    why=N_(
        "ECMA-376 Part 3, 7.2 to 7.6: each prefix that is said to be ignorable, or required, is declared; an "
        "alternative has a choice, "
        "and its fallback comes last; else PowerPoint repairs the file."
    ),
    mend=SAVE,
    find=_compatibility,
    known=("OfficeDev/Open-Xml-PowerTools#48",),
)
RULES = (COMPATIBILITY,)
