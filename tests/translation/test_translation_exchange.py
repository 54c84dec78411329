"""What goes to a translator comes back as it went, whatever the file; and what is no such file is said to be none."""

from __future__ import annotations

import io
from dataclasses import replace
from types import ModuleType

import pytest
from examples import examples
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook
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


PO_HEAD = 'msgid ""\nmsgstr "Language: fi_FI\\n"\n\n'
PO_ONE = f'{PO_HEAD}#. deck:{print_of("")}\nmsgctxt "slides.a.title"\nmsgid "Mål"\nmsgstr "Tavoite"\n'


def read_with(module: ModuleType, data: bytes | str) -> tuple[Exchange, list[tuple[str, int]]]:
    found = Diagnostics()
    read = module.read(data.encode() if isinstance(data, str) else data, Where("f"), found)
    return read, [(item.code, item.where.line) for item in found]


@pytest.mark.parametrize(
    "data",
    [
        PO_ONE.replace("\n", "\r\n"),
        b"\xef\xbb\xbf" + PO_ONE.encode(),
        PO_ONE.encode("utf-16"),
        PO_ONE.replace("fi_FI\\n", "fi_FI\\nContent-Type: text/plain; charset=ISO-8859-1\\n").encode("latin-1"),
        PO_ONE.replace("fi_FI\\n", "fi\\nPlural-Forms: nplurals=INTEGER\\nPO-Revision-Date: i går\\n"),
        PO_ONE.replace('"Mål"', '""\n"M"\n"ål"'),
        PO_ONE + '\n#~ msgid "utan plats"\n#~ msgstr "x"\n',
    ],
)
def test_po_as_programs_and_hands_save_it(data: bytes | str) -> None:
    read, found = read_with(po, data)
    (text,) = read.texts
    assert (read.lang, text.swedish, text.words, text.done, found) == ("fi", "Mål", "Tavoite", True, [])


@pytest.mark.parametrize(
    ("change", "code", "line"),
    [
        (('msgstr "Tavoite"', 'msgstr "Tavoite'), "bad-line", 7),
        (('msgstr "Tavoite"', 'msgstr "Tavoite""'), "bad-line", 7),
        (('msgstr "Tavoite"\n', ""), "bad-line", 5),
        (("msgstr", 'msgid_plural "x"\nmsgstr[0]'), "bad-line", 8),
    ],
)
def test_po_that_would_be_dropped_is_told(change: tuple[str, str], code: str, line: int) -> None:
    head, tail = PO_ONE.split("#.")
    read, found = read_with(po, head + "#." + tail.replace(*change))
    assert not [text for text in read.texts if text.name and text.words]
    assert (code, line) in found


def test_po_in_another_coding_than_it_says_is_told_with_its_line() -> None:
    assert read_with(po, PO_ONE.encode("latin-1"))[1] == [("unreadable", 6)]


def test_po_keeps_what_is_twice_and_tells_what_is_obsolete() -> None:
    again = 'msgctxt "slides.a.title"\nmsgid "Mål"\nmsgstr "Maali"\n'
    assert [text.words for text in read_with(po, PO_ONE + "\n" + again)[0].texts] == ["Tavoite", "Maali"]
    gone = "".join(f"#~ {line}\n" for line in again.splitlines())
    read, found = read_with(po, PO_ONE + "\n" + gone)
    assert len(read.texts) == 1 and found == [("obsolete-words", 11)]


def xliff_of(unit: str, name: str = "slides.a.title") -> str:
    return (
        f'<?xml version="1.0"?>\n<xliff xmlns="{xliff.NAMESPACE}" version="2.0" srcLang="sv" trgLang="fi"><file id="f">\n'
        f'<unit id="{name}">{unit}</unit></file></xliff>'
    )


def test_a_unit_that_is_translated_in_part_is_passed_over_and_told() -> None:
    half = "<segment><source>Ett. </source><target>Yksi. </target></segment><segment><source>Två.</source></segment>"
    read, found = read_with(xliff, xliff_of(half))
    assert (read.texts[0].words, found) == ("", [("half-translated", 3)])


def test_what_stands_between_segments_is_in_the_translation_and_their_order_is_the_translators() -> None:
    parts = "<segment><source>A.</source><target{}>Yksi.</target></segment><ignorable><source> </source></ignorable>"
    rest = "<segment><source>B.</source><target{}>Kaksi.</target></segment>"
    assert read_with(xliff, xliff_of((parts + rest).format("", "")))[0].texts[0].words == "Yksi. Kaksi."
    turned = read_with(xliff, xliff_of((parts + rest).format(' order="3"', ' order="1"')))[0].texts[0].words
    assert turned.split() == ["Kaksi.", "Yksi."]


def test_tags_stand_for_what_the_file_says_and_others_are_told() -> None:
    data = '<originalData><data id="d1">{{ place.name }}</data><data id="d2">**</data></originalData>'
    target = 'Moi <pc id="2" dataRefStart="d2" dataRefEnd="d2"><ph id="1" dataRef="d1"/></pc>, <mrk id="m">hei</mrk>'
    read, found = read_with(xliff, xliff_of(f"{data}<segment><source>a</source><target>{target}</target></segment>"))
    assert (read.texts[0].words, found) == ("Moi **{{ place.name }}**, hei", [])
    read, found = read_with(xliff, xliff_of('<segment><source>a</source><target>b<ph id="1"/></target></segment>'))
    assert (read.texts[0].words, found) == ("b", [("unknown-tag", 3)])


def test_what_the_translator_says_to_us_is_kept() -> None:
    noted = '<notes><note category="told">t</note><note>Stimmer det?</note></notes><segment><source>a</source></segment>'
    assert read_with(xliff, xliff_of(noted))[0].texts[0].remark == "Stimmer det?"
    assert read_with(po, PO_ONE.replace("#. deck", "# Stimmer det?\n#. deck"))[0].texts[0].remark == "Stimmer det?"


def sheet_with(*rows: tuple[str, ...], title: str = "fi") -> bytes:
    book = Workbook()
    page = book.worksheets[0]
    page.title = title
    for row in rows:
        page.append(row)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


HEAD, ROW = ("id", "sv", "fi", "ok", "info", "print"), ("slides.a.title", "Mål", "Tavoite", "x", "", print_of(""))


@pytest.mark.parametrize(
    ("rows", "line"),
    [
        ((HEAD, ROW), 2),
        ((("Översättning",), HEAD, ROW), 3),
        (((), HEAD, ROW), 3),
        (((HEAD[5], HEAD[2], HEAD[1], HEAD[0]), (ROW[5], ROW[2], ROW[1], ROW[0])), 2),
        ((("id", "sv", "kom", "fi", "print"), (*ROW[:2], "", ROW[2], ROW[5])), 2),
        ((("id", "sv", "finska", "print"), (*ROW[:3], ROW[5])), 2),
    ],
)
def test_a_sheet_is_read_by_its_headings_wherever_they_are(rows: tuple[tuple[str, ...], ...], line: int) -> None:
    read, found = read_with(sheet, sheet_with(*rows))
    (text,) = read.texts
    assert (read.lang, text.words, text.swedish, text.done, text.line, found) == ("fi", "Tavoite", "Mål", True, line, [])


@pytest.mark.parametrize("gone", ["sv", "print"])
def test_a_column_that_is_needed_and_gone_is_told(gone: str) -> None:
    kept = [number for number, name in enumerate(HEAD) if name != gone]
    data = sheet_with(tuple(HEAD[number] for number in kept), tuple(ROW[number] for number in kept))
    assert read_with(sheet, data)[1] == [("unreadable", 1)]


def test_a_row_without_its_name_and_what_stands_in_columns_of_its_own_is_kept_and_no_is_no() -> None:
    read, _found = read_with(
        sheet, sheet_with((*HEAD, "fråga"), ("", *ROW[1:]), (*ROW[:3], "nej", "", print_of("Tavoite"), "säkert?"))
    )
    assert [(text.name, text.remark, text.done) for text in read.texts] == [("", "", True), ("slides.a.title", "säkert?", False)]


def test_what_the_translator_says_of_some_of_the_words_is_kept() -> None:
    marks = '<mrk id="1" type="comment" value="Vilket?">b</mrk> <sm id="2" type="comment" value="Och detta?"/>c<em startRef="2"/>'
    read, found = read_with(xliff, xliff_of(f"<segment><source>a</source><target>{marks}</target></segment>"))
    assert (read.texts[0].words, read.texts[0].remark, found) == ("b c", "Vilket? Och detta?", [])
    term = '<segment><source>a</source><target><mrk id="1" type="term" value="ord">b</mrk></target></segment>'
    assert read_with(xliff, xliff_of(term))[0].texts[0].remark == ""


def test_what_a_machine_translated_is_not_done_until_somebody_has_looked() -> None:
    one = ExchangedText(name="slides.a.title", swedish=SWEDISH, words=FINNISH, done=True)
    data = xliff.write(Exchange("fi", (one,)), "sv")
    for state, done in (("mt:raw", False), ("mt:post-edited", True), ("my:own", True)):
        said = data.replace(b'state="reviewed"', f'state="translated" subState="{state}"'.encode())
        (text,) = xliff.read(said, Where("f"), Diagnostics()).texts
        assert text.words == FINNISH and text.done is done


@pytest.mark.parametrize("data", [xliff.write(Exchange("fi", ()), "sv"), b"PK\x03\x04 something", b"name;words\na;b\n" * 90])
def test_a_po_that_is_something_else_is_told_once(data: bytes) -> None:
    found = Diagnostics()
    assert po.read(data, Where("f"), found).texts == () and len(found.items) == 1
