"""What a file says of itself: the extended properties and those of one's own (ECMA-376 Part 1, 22.2 and 22.3)."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from deck.check.model import Finding, Rule
from deck.check.opens.content import is_guid
from deck.check.opens.package import SAVE
from deck.check.subject import Subject
from deck.diagnostics import Severity
from deck.drawing.names import Element, local
from deck.i18n import N_, _
from deck.package.names import CUSTOM_PROPERTIES, EXTENDED_PROPERTIES

NUMBERS = re.compile(
    "TotalTime|Pages|Words|Characters|Lines|Paragraphs|Slides|Notes|HiddenSlides|MMClips|CharactersWithSpaces|DocSecurity"
)
SWITCHES = re.compile("ScaleCrop|LinksUpToDate|SharedDoc|HyperlinksChanged")
OTHERS = re.compile(
    "Template|Manager|Company|PresentationFormat|HeadingPairs|TitlesOfParts|HyperlinkBase|HLinks|DigSig|Application|AppVersion"
)
"""What there is, each once and in any order (22.2.2)."""
_WHOLE, _SWITCH = re.compile(r"[+-]?\d{1,10}"), ("0", "1", "true", "false")
FIRST_PID = 2
"""Below it numbers are kept for the program's own (22.3.2.2)."""


def _elements(root: Element) -> list[Element]:
    return [item for item in root if isinstance(item.tag, str)]


def _extended(root: Element) -> Iterator[str]:
    items = _elements(root)
    for tag, count in Counter(item.tag for item in items).items():
        if count > 1:
            yield _("the property {name} is given {count} times").format(name=str(tag).partition("}")[2], count=count)
    for item in items:
        name, words = local(item), (item.text or "").strip()
        if not any(names.fullmatch(name) for names in (NUMBERS, SWITCHES, OTHERS)):
            yield _("there is no property {name}").format(name=name[:40])
        elif words and NUMBERS.fullmatch(name) and _WHOLE.fullmatch(words) is None:
            yield _("the property {name} is no number: “{value}”").format(name=name, value=words[:40])
        elif words and SWITCHES.fullmatch(name) and words not in _SWITCH:
            yield _("the property {name} is neither true nor false: “{value}”").format(name=name, value=words[:40])
    for vector in root.iter("{*}vector"):
        said, held = (vector.get("size") or "").strip(), len(_elements(vector))
        if said != str(held):
            yield _("a list says that it holds {said}, and holds {held}").format(said=said[:20], held=held)


def _own(root: Element) -> Iterator[str]:
    items = [item for item in _elements(root) if local(item) == "property"]
    for number, count in Counter((item.get("pid") or "").strip() for item in items).items():
        if count > 1 or _WHOLE.fullmatch(number) is None or int(number) < FIRST_PID:
            yield _("the number {number} of a property is used {count} times, or is none").format(number=number[:20], count=count)
    for name, count in Counter((item.get("name") or "").lower() for item in items if item.get("linkTarget") is None).items():
        if count > 1:
            yield _("the property {name} is given {count} times").format(name=name[:40], count=count)
    for item in items:
        if not is_guid(item.get("fmtid") or "") or len(_elements(item)) != 1:
            yield _("the property {name} does not say what it is, or not one thing").format(name=(item.get("name") or "")[:40])


KINDS = {"extended-properties": (EXTENDED_PROPERTIES, _extended), "custom-properties": (CUSTOM_PROPERTIES, _own)}


def _properties(subject: Subject) -> Iterator[Finding]:
    for kind, (namespace, faults) in KINDS.items():
        for rel in subject.package.related("", kind):
            root = subject.tree(rel.target)
            if root is None:
                continue
            if root.tag != f"{{{namespace}}}Properties":
                message = _("{part} holds no properties").format(part=rel.target)
                yield PROPERTIES.found(message, subject.where(rel.target), severity=Severity.ERROR)
                continue
            for message in dict.fromkeys(faults(root)):
                yield PROPERTIES.found(message, subject.where(rel.target))


PROPERTIES = Rule(
    "opens/properties",
    severity=Severity.WARNING,
    title=N_("properties of the file that do not hold"),
    why=N_(
        "ECMA-376 Part 1, 22.2.2 and 22.3.2.2: each property is there once, and says what its kind says; each of one's own has a "
        "number of its own, from 2 on. Office calls a file damaged whose properties begin otherwise; more is not known."
    ),
    mend=SAVE,
    find=_properties,
    scope="deck",
    known=(
        "jelovirt/com.elovirta.ooxml#68",
        "4teamwork/docxcompose#101",
    ),
)
RULES = (PROPERTIES,)
