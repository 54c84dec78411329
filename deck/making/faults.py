"""What nobody expected, in one line."""

from __future__ import annotations

from deck.diagnostics import Diagnostic, Severity
from deck.i18n import _


def unexpected(error: Exception) -> Diagnostic:
    """A fault of ours, in one line; DECK_DEBUG=1 shows where. XML that nobody can read is the file's own fault."""
    from lxml import etree

    from deck.package import UnsafeXML, why_broken

    if isinstance(error, etree.XMLSyntaxError | UnsafeXML | RecursionError):
        message = _("the part is no well-formed XML ({error})").format(error=why_broken(error))
        hint = _("open it in PowerPoint and save it anew, or choose another file")
        return Diagnostic("broken-xml", Severity.ERROR, message, hint=hint)
    return Diagnostic(
        "internal",
        Severity.ERROR,
        _("something went wrong inside deck ({kind}: {error})").format(kind=type(error).__name__, error=str(error)[:200]),
        hint=_("this is a fault in deck, not in your files; run again with DECK_DEBUG=1 and report what it prints"),
    )
