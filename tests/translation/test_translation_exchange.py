"""What goes to a translator comes back as it went, whatever the file; and what is no such file is said to be none."""

from __future__ import annotations

import io
from dataclasses import replace
from types import ModuleType

import pytest
from examples import examples
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook
from translate.storage.xliff2 import Xliff2File

from deck.content.translated import print_of
from deck.diagnostics import Diagnostics, Where
from deck.package import parse_xml
from deck.translation import po, sheet, xliff
from deck.translation.exchange import KINDS, Exchange, ExchangedText

FORMATS = (xliff, po, sheet)
SWEDISH, FINNISH = 'Hej **du** i {{ place.name }}!\n\n<&> \\- "citat" 2~dagar', "Moi {{ place.name }}!\n\n«*ä*» \\* ‒ a%sb"

# The content has no other signs: no control characters, no surrogates, and nothing at the edges that YAML would fold away.
words = st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Zl", "Zp", "Cn", "Co")), min_size=1, max_size=40)
paragraphs = st.lists(words.map(str.strip).filter(bool), min_size=1, max_size=3).map("\n\n".join)
names = st.from_regex(r"(slides|terms)(\.[a-z][a-z0-9-]{0,8}){1,4}", fullmatch=True)


@st.composite
def texts(draw: st.DrawFn, name: str) -> ExchangedText:
    said = draw(st.just("") | paragraphs)
    return ExchangedText(
        name=name,
        swedish=draw(paragraphs),
        words=said,
        done=bool(said) and draw(st.booleans()),
        told=draw(st.just("") | st.just("högst 90 tecken")),
        known_by=print_of(said),
    )


@st.composite
def exchanges(draw: st.DrawFn) -> Exchange:
    named = draw(st.lists(names, unique=True, max_size=6))
    return Exchange(draw(st.sampled_from(["fi", "se", "fit", "rmy"])), tuple(draw(texts(name)) for name in named))


def there_and_back(module: ModuleType, exchange: Exchange) -> tuple[Exchange, Diagnostics]:
    found = Diagnostics()
    data = module.write(exchange, "sv")
    assert data == module.write(exchange, "sv")
    read = module.read(data, Where("f"), found)
    return Exchange(read.lang, tuple(replace(text, line=0) for text in read.texts)), found


@settings(
    max_examples=examples(60, 600),
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(exchanges())
@pytest.mark.parametrize("module", FORMATS)
def test_what_is_written_is_read_back(module: ModuleType, exchange: Exchange) -> None:
    read, found = there_and_back(module, exchange)
    assert not found.items and read == exchange


@pytest.mark.parametrize("module", FORMATS)
def test_each_text_knows_its_line(module: ModuleType) -> None:
    two = tuple(ExchangedText(name=name, swedish=SWEDISH, words=FINNISH) for name in ("slides.a.title", "slides.b.title"))
    read = module.read(module.write(Exchange("fi", two), "sv"), Where("f"), Diagnostics())
    assert 0 < read.texts[0].line < read.texts[1].line


def test_a_seal_is_no_text() -> None:
    for module, ending in ((xliff, ".xlf"), (po, ".po"), (sheet, ".xlsx")):
        exchange = Exchange("fi", (ExchangedText(name="slides.a.title", swedish=SWEDISH, words=FINNISH, done=True),))
        data = KINDS[ending].seal(module.write(exchange, "sv"))
        (text,) = module.read(data, Where("f"), Diagnostics()).texts
        assert replace(text, line=0) == exchange.texts[0]


def test_another_program_reads_and_writes_our_xliff() -> None:
    one = ExchangedText(name="slides.a.title", swedish=SWEDISH, told="högst 90 tecken", known_by=print_of(""))
    store = Xliff2File.parsestring(xliff.write(Exchange("fi", (one,)), "sv"))
    (unit,) = store.units
    assert (unit.getid(), unit.source, unit.target or "") == (one.name, SWEDISH, "")
    assert (store.getsourcelanguage(), store.gettargetlanguage()) == ("sv", "fi")
    unit.target = FINNISH
    unit.marktranslated()
    found = Diagnostics()
    (back,) = xliff.read(bytes(store), Where("f"), found).texts
    assert replace(back, line=0) == replace(one, words=FINNISH, done=True) and not found.items


def test_our_xliff_is_as_the_schema_orders_it() -> None:
    """XLIFF 2.0, 4.2.2.5 and 4.2.2.6: notes before segments, source before target, and nothing else in a segment."""
    one = ExchangedText(name="slides.a.title", swedish=SWEDISH, words=FINNISH, told="t", known_by="p")
    root = parse_xml(xliff.write(Exchange("fi", (one,)), "sv"))
    local = [[str(item.tag).rpartition("}")[2] for item in unit] for unit in root.iter(f"{{{xliff.NAMESPACE}}}unit")]
    parts = [[str(item.tag).rpartition("}")[2] for item in each] for each in root.iter(f"{{{xliff.NAMESPACE}}}segment")]
    assert local == [["notes", "segment"]] and parts == [["source", "target"]]
    bare = replace(one, told="", known_by="", words="")
    root = parse_xml(xliff.write(Exchange("fi", (bare,)), "sv"))
    assert not list(root.iter(f"{{{xliff.NAMESPACE}}}notes")), "an empty list of notes is against the schema"


def test_a_unit_that_a_program_split_is_one_text() -> None:
    data = f"""<?xml version="1.0"?><xliff xmlns="{xliff.NAMESPACE}" version="2.0" srcLang="sv" trgLang="fi-FI"><file id="f">
    <unit id="slides.a.title"><segment state="final"><source>Ett. </source><target>Yksi. </target></segment>
    <ignorable><source> </source><target> </target></ignorable>
    <segment state="final"><source>Två <pc id="1">nu</pc>.</source><target>Kaksi <pc id="1">nyt</pc>.</target></segment></unit>
    </file></xliff>""".encode()
    read = xliff.read(data, Where("f"), Diagnostics())
    assert (read.lang, read.texts[0].swedish, read.texts[0].words) == ("fi", "Ett.  Två nu.", "Yksi.  Kaksi nyt.")


@pytest.mark.parametrize("module", FORMATS)
@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\xff\xfe\x00",
        b"<xliff/>",
        b"<?xml version='1.0'?><!DOCTYPE x [<!ENTITY a 'b'>]><xliff>&a;</xliff>",
        b'<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2"/>',
        b"PK\x03\x04rubbish",
        b'msgid "a\nmsgstr',
        b'msgctxt 3\nmsgid "a"\nmsgstr[9] "x"\n',
    ],
)
def test_what_is_no_such_file_is_said_to_be_none_or_has_no_texts(module: ModuleType, data: bytes) -> None:
    found = Diagnostics()
    read = module.read(data, Where("f"), found)
    assert not [text for text in read.texts if text.words and text.name]
    assert all(item.where.file == "f" and item.hint for item in found)


def test_a_row_whose_words_were_changed_is_done_whatever_its_box_says() -> None:
    one = ExchangedText(name="slides.a.title", swedish="Mål", words="Tavoite", known_by=print_of("Tavoite"))
    book = load_workbook(io.BytesIO(sheet.write(Exchange("fi", (one,)), "sv")))
    page = book.worksheets[0]
    page["C2"] = "Päämäärä"
    out = io.BytesIO()
    book.save(out)
    (text,) = sheet.read(out.getvalue(), Where("f"), Diagnostics()).texts
    assert (text.words, text.done, text.line) == ("Päämäärä", True, 2)


def test_a_sheet_without_its_first_row_is_refused() -> None:
    book = load_workbook(io.BytesIO(sheet.write(Exchange("fi", ()), "sv")))
    book.worksheets[0]["A1"] = "plats"
    out = io.BytesIO()
    book.save(out)
    found = Diagnostics()
    assert not sheet.read(out.getvalue(), Where("f"), found).texts
    assert [(item.code, item.where.line) for item in found] == [("unreadable", 1)]
