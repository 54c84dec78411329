"""What Microsoft's later editions add within extensions ([MS-ODRAWXML], [MS-PPTX]): the values of their ids."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from deck.check.model import Finding, Rule
from deck.check.opens.content import is_guid
from deck.check.opens.package import SAVE
from deck.check.subject import Subject
from deck.diagnostics import Severity
from deck.drawing.names import Element, qn
from deck.i18n import N_, _

_WHOLE = re.compile(r"\d{1,10}")
GUIDS = (qn("a16:creationId"),)
COUNTS = tuple(qn(name) for name in ("p14:creationId", "p14:modId", "a16:rowId", "a16:colId"))
OWN = (qn("a16:rowId"), qn("a16:colId"))
MOST = 20


def _holds(item: Element) -> bool:
    if item.tag in GUIDS:
        return is_guid(item.get("id", ""))
    value = item.get("val", "")
    return _WHOLE.fullmatch(value) is not None and int(value) < 2**32


def _extensions(subject: Subject) -> Iterator[Finding]:
    for slide in subject.slides:
        root = subject.tree(slide.part)
        if root is None:
            continue
        wrong = [item for item in root.iter(*GUIDS, *COUNTS) if not _holds(item)]
        for item in wrong[:MOST]:
            message = _("“{value}” cannot be a {element}").format(
                value=(item.get("id") or item.get("val") or "")[:40], element=f"{item.prefix}:{str(item.tag).partition('}')[2]}"
            )
            yield EXTENSION.found(message, subject.where(slide.part))
        for table in root.iter(qn("a:tbl")):
            for name in OWN:
                count = Counter(item.get("val", "") for item in table.iter(name))
                if twice := [key for key, often in count.items() if often > 1]:
                    message = _("several rows or columns of a table have the id {id}").format(id=", ".join(twice[:4]))
                    yield EXTENSION.found(message, subject.where(slide.part))


EXTENSION = Rule(
    "opens/extension-value",
    severity=Severity.WARNING,
    title=N_("an id of Microsoft's own that is none, or twice"),
    why=N_(
        "[MS-ODRAWXML] 2.23 and [MS-PPTX] 2.6: a creation id is a GUID or a number, and a table's rows and columns have ids of "
        "their own. Whether PowerPoint minds is not known; what two people change at the same time may be mixed up."
    ),
    mend=SAVE,
    find=_extensions,
    known=("scanny/python-pptx#895",),
)
RULES = (EXTENSION,)
