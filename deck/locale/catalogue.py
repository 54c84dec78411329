"""What the code says, against what the catalogue knows. Needs babel (a tool of development)."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from pathlib import Path
from string import Formatter
from typing import TYPE_CHECKING

from deck.files import put_mine

if TYPE_CHECKING:
    from babel.messages import Catalog

HERE = Path(__file__).parent
PACKAGE = HERE.parent
KEYWORDS: dict[str, tuple[int, ...] | None] = {"_": None, "N_": None, "ngettext": (1, 2)}


def folder(language: str) -> Path:
    return HERE / language / "LC_MESSAGES"


def extract() -> Catalog:
    """Every marked string of the package, with the files that say it."""
    from babel.messages import Catalog
    from babel.messages.extract import extract_from_dir

    catalogue = Catalog(project="deck", charset="utf-8")
    found = extract_from_dir(str(PACKAGE), [("**.py", "python"), ("**.j2", "jinja2")], keywords=KEYWORDS, comment_tags=())
    for file, _line, message, _comments, _context in sorted(found, key=lambda item: (item[0], item[1])):
        catalogue.add(message, locations=[(f"deck/{Path(file).as_posix()}", 0)])
    return catalogue


def load(language: str, domain: str = "deck") -> Catalog:
    from babel.messages import Catalog
    from babel.messages.pofile import read_po

    path = folder(language) / f"{domain}.po"
    if not path.exists():
        return Catalog(locale=language, project=domain, charset="utf-8")
    with path.open("rb") as stream:
        return read_po(stream, locale=language, domain=domain)


def missing(language: str) -> list[str | tuple[str, ...]]:
    """The strings that have no translation, or an unsure one, in the code's order."""
    known = load(language)
    found: list[str | tuple[str, ...]] = []
    for message in extract():
        if message.id:
            own = known.get(message.id)
            words = own.string if own is not None else ""
            done = all(words) if isinstance(words, (list, tuple)) and words else bool(words)
            if not done or (own is not None and own.fuzzy):
                found.append(message.id if isinstance(message.id, str) else tuple(message.id))
    return found


def placeholders(words: str) -> frozenset[str]:
    """The names within braces, and click's within "%( )s"."""
    names = re.findall(r"%\((\w+)\)s", words)
    try:
        names += [
            name.split(".")[0].split("[")[0] for _text, name, _spec, _conversion in Formatter().parse(words) if name is not None
        ]
    except ValueError:
        return frozenset()
    return frozenset(names)


def disagreeing(language: str, domain: str = "deck") -> Iterator[tuple[str, str]]:
    """(message, translation) whose placeholders differ."""
    for message in load(language, domain):
        if not message.id:
            continue
        ids = message.id if isinstance(message.id, (list, tuple)) else (message.id,)
        strings = message.string if isinstance(message.string, (list, tuple)) else (message.string,)
        wanted = [placeholders(one) for one in ids]
        for words in strings:
            # A singular may leave its number out.
            if words and not any(placeholders(words) == one for one in wanted):
                yield ids[-1], words


def update(language: str) -> int:
    """Put what is missing into the .po, take out what is no longer said. Returns the number that lack words."""
    from babel.messages.pofile import write_po

    known, said = load(language), extract()
    for message in said:
        if message.id and (own := known.get(message.id)) is not None:
            message.string = own.string
    said.locale = known.locale or language
    said.fuzzy = False
    stream = io.BytesIO()
    write_po(stream, said, width=120, no_location=True, omit_header=False, sort_output=True)
    put_mine(folder(language) / "deck.po", _without_dates(stream.getvalue()))
    return len(missing(language))


def _without_dates(data: bytes) -> bytes:
    lines = data.splitlines(keepends=True)
    return b"".join(line for line in lines if not re.match(rb'"(POT-Creation|PO-Revision)-Date', line))


def compile_all(language: str) -> list[Path]:
    """Write each .po as .mo."""
    from babel.messages.mofile import write_mo

    done: list[Path] = []
    for path in sorted(folder(language).glob("*.po")):
        stream = io.BytesIO()
        write_mo(stream, load(language, path.stem))
        put_mine(path.with_suffix(".mo"), stream.getvalue())
        done.append(path.with_suffix(".mo"))
    return done
