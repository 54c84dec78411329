"""Markup of other programs in a text: it is no markup here, and would stand on the slide as it is."""

from __future__ import annotations

import html
import re

from deck.content.markup import MarkupFault
from deck.i18n import _

_TAG = re.compile(
    r"</?(?:a|b|br|code|div|em|font|h[1-6]|i|img|li|ol|p|span|strong|su[bp]|table|t[dhr]|u|ul)\b(?:\s[^<>]*)?/?>|<!--", re.I
)
_ENTITY = re.compile(r"&(?:#\d{1,7}|#x[0-9a-f]{1,6}|[a-z][a-z0-9]{1,30});", re.I)
_MARKDOWN = re.compile(r"(?<!\w)__(?=\S)[^_]+__(?!\w)|`[^`]+`|^#{1,6}\s+(?=\S)|!\[[^\]]*\]\(|<https?://[^>\s]+>|~~\S[^~]*~~")
_SLANTED = re.compile(r"(?<!\w)_(?=[^\s_])[^_\n]*(?<=[^\s])_(?!\w)")
_WIDE = re.compile("\N{FULLWIDTH ASTERISK}{2}|\N{FULLWIDTH LEFT CURLY BRACKET}{1,2}|\N{FULLWIDTH RIGHT CURLY BRACKET}{1,2}")
"""Our own markup as programs that translate make it of full width."""
_ESCAPE = re.compile(r"\\u[0-9a-fA-F]{4}|\\n(?![a-zåäö])|\\t(?![a-zåäö])")


def pasted(text: str) -> tuple[MarkupFault, ...]:
    """Every piece of HTML or of another program's Markdown in a text, in the order of the text."""
    faults = [
        MarkupFault(found.start(), _('"{mark}" is HTML, and would be seen as it stands').format(mark=found.group()), _of_tag())
        for found in _TAG.finditer(text)
    ]
    for found in _ENTITY.finditer(text):
        sign = html.unescape(found.group())
        if sign == found.group():
            continue
        hint = _("write a space, or ~ for one that no line is broken at") if sign == "\N{NO-BREAK SPACE}" else ""
        faults.append(
            MarkupFault(
                found.start(),
                _('"{mark}" is HTML, and would be seen as it stands').format(mark=found.group()),
                hint or _('write "{sign}" itself').format(sign=sign),
            )
        )
    for pattern in (_MARKDOWN, _SLANTED, _WIDE, _ESCAPE):
        for found in pattern.finditer(text):
            message = _('"{mark}" is no markup here, and would be seen as it stands').format(mark=found.group().strip())
            faults.append(MarkupFault(found.start(), message, _of_tag()))
    return tuple(sorted(faults, key=lambda fault: fault.offset))


def _of_tag() -> str:
    return _("take it away; here are **bold**, *italic* and [words](https://…)")
