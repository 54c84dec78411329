"""The languages of a content folder: its words lie in a folder each, named by the language's code."""

from __future__ import annotations

import re
from pathlib import Path

from deck.collection import first_language
from deck.content.phrase import Phrase
from deck.content.releases import content_files
from deck.diagnostics import Diagnostics, Where, did_you_mean
from deck.errors import UsageError
from deck.i18n import _
from deck.source import display


def languages(folder: Path) -> tuple[str, ...]:
    """The codes of the languages that a content folder has words in (ISO 639), Swedish first."""
    found = {path.parts[0] for path in content_files(folder) if re.fullmatch("[a-z]{2,3}", path.parts[0])}
    return tuple(sorted(found, key=lambda code: (code != first_language(), code)))


def code_of(tag: str) -> str:
    """The folder of a language tag's words (BCP 47): "sv" of "sv-SE"."""
    return re.split("[-_]", tag, maxsplit=1)[0].casefold()


def known_language(lang: str, folder: Path, where: Where | None = None) -> None:
    """Raises UsageError, with the languages that there are, where the folder has no words in this one. `where` it is asked for,
    if that is in a file."""
    known = languages(folder)
    # What lacks its structure, too, is no content: that is said by who reads it.
    if lang in known or not (known or (folder / "slides.yaml").is_file()):
        return
    if known:
        message = _('the content has no words in "{lang}", only in {languages}').format(lang=lang, languages=", ".join(known))
        # "sv-SE" is meant well, and so are "svenska" and "se".
        near = did_you_mean(lang, known, code_of) or did_you_mean(lang, known, lambda name: name[:1].casefold())
        hint = near or _("choose one of these, or write the words in a folder named by the language's code")
    else:
        message = _("the content has no words in any language")
        hint = _("write them in a folder named by the language's code, such as sv")
    raise UsageError.of("unknown-language", message, where or Where(display(folder)), hint)


def same_language(code: str, said: Phrase | None, diagnostics: Diagnostics) -> None:
    """A deck is marked with what terms.yaml says (BCP 47, RFC 5646 2.1), and refreshed from the folder that this names."""
    if said is None or re.fullmatch(rf"{code}(-[A-Za-z0-9]{{1,8}})*", said.text):
        return
    message = _('the words in "{folder}" say that their language is "{lang}"').format(folder=code, lang=said.text)
    hint = _('let it begin with the folder\'s name, as "sv-SE" does in sv and "en-GB" in en')
    diagnostics.error("wrong-language", message, said.where, hint)
