"""PO, the format of gettext, by Babel: the text's place is its context."""

from __future__ import annotations

import io
import re
from datetime import UTC, datetime

from deck.diagnostics import Diagnostics, Where
from deck.translation.exchange import Exchange, ExchangedText, unreadable

_PRINT = re.compile(r"deck:([0-9a-f]{12})")
_THEN = datetime(1980, 1, 1, tzinfo=UTC)


def write(exchange: Exchange, source: str) -> bytes:
    """`source`: the code of the language that is translated."""
    from babel.messages.catalog import Catalog
    from babel.messages.pofile import write_po

    catalogue = Catalog(
        locale=exchange.lang,
        project="deck",
        version="1",
        msgid_bugs_address="-",
        last_translator="-",
        language_team="-",
        charset="utf-8",
        creation_date=_THEN,
        revision_date=_THEN,
        fuzzy=False,
    )
    catalogue.header_comment = f"# {source} → {exchange.lang}"
    for text in exchange.texts:
        known = [f"deck:{text.known_by}"] if text.known_by else []
        flags = () if text.done or not text.words else ("fuzzy",)
        catalogue.add(
            text.swedish, text.words, context=text.name, flags=flags, auto_comments=[*filter(None, [text.told]), *known]
        )
    out = io.BytesIO()
    write_po(out, catalogue, width=100)
    return out.getvalue()


def read(data: bytes, where: Where, diagnostics: Diagnostics) -> Exchange:
    """What is wrong goes to `diagnostics`."""
    from babel.messages.pofile import PoFileError, read_po

    try:
        catalogue = read_po(io.BytesIO(data), abort_invalid=True)
    except PoFileError as error:
        return unreadable(Where(where.file, line=max(0, error.lineno + 1)), str(error)[:120], diagnostics)
    except (ValueError, LookupError, IndexError, SyntaxError, AttributeError, TypeError) as error:
        return unreadable(where, str(error)[:120], diagnostics)
    texts: list[ExchangedText] = []
    for message in catalogue:
        if not message.id or not isinstance(message.id, str):
            continue
        comments = " ".join(message.auto_comments)
        found = _PRINT.search(comments)
        texts.append(
            ExchangedText(
                name=message.context or "",
                swedish=message.id,
                words=message.string if isinstance(message.string, str) else "",
                done=bool(message.string) and not message.fuzzy,
                told=_PRINT.sub("", comments).strip(),
                known_by=found[1] if found else "",
                line=message.lineno or 0,
            )
        )
    lang = str(catalogue.locale_identifier or "").replace("_", "-").split("-")[0].casefold()
    return Exchange(lang, tuple(texts))
