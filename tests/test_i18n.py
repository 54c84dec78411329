"""The language of messages: chosen, or the environment's, or the system's; translated when said, not when imported."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from deck import i18n
from deck.diagnostics import Severity

VARIABLES = ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG")


@pytest.fixture(autouse=True)
def _none_chosen(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    for name in VARIABLES:
        monkeypatch.delenv(name, raising=False)
    yield
    i18n.use(None)


@pytest.mark.parametrize(
    ("environment", "wanted"),
    [
        ({"LANG": "sv_SE.UTF-8"}, ("sv_SE",)),
        ({"LANG": "sv_SE.UTF-8", "LC_ALL": "en_GB.UTF-8"}, ("en_GB",)),
        ({"LANG": "en_US", "LANGUAGE": "sv:en"}, ("sv", "en")),
        ({"LC_MESSAGES": "sv", "LANG": "C"}, ("sv",)),
        ({"LANGUAGE": "", "LANG": "C.UTF-8"}, ("C",)),
    ],
)
def test_the_environment_is_asked_in_gettexts_order(
    environment: dict[str, str], wanted: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert i18n.languages() == wanted


@pytest.mark.parametrize(
    ("system", "wanted"),
    [("sv_SE", "sv_SE"), ("Swedish_Sweden", "sv_SE"), ("de_DE", "en"), (None, "en")],
)
def test_without_an_environment_the_system_is_asked(system: str | None, wanted: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("locale.getlocale", lambda: (system, "UTF-8"))
    assert i18n.languages() == (wanted,)


@pytest.mark.parametrize(
    ("wanted", "word"), [("sv", "fel"), ("sv_SE", "fel"), ("en", "error"), ("fi:sv", "fel"), ("en:sv", "error"), ("fi", "error")]
)
def test_english_ends_the_search(wanted: str, word: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LANGUAGE", wanted)
    assert Severity.ERROR.label == word


def test_what_is_chosen_beats_the_environment_and_is_let_go_of(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LANG", "en_GB")
    i18n.use("sv")
    assert (i18n.chosen(), Severity.WARNING.label) == ("sv", i18n._("warning")) and Severity.WARNING.label != "warning"
    i18n.use(None)
    assert (i18n.chosen(), Severity.WARNING.label) == (None, "warning")


def test_a_string_of_a_table_is_only_marked_and_an_unknown_one_stands() -> None:
    i18n.use("sv")
    assert i18n.N_("error") == "error"
    assert i18n._("no such message") == "no such message"
    assert [i18n.ngettext("{n} qqx", "{n} qqxs", n) for n in (1, 2)] == ["{n} qqx", "{n} qqxs"]


@pytest.mark.parametrize(
    ("value", "english", "swedish"), [(2.5, "2.5", "2,5"), (290_000_000.0, "290000000", "290000000"), (0.1 + 0.2, "0.3", "0,3")]
)
def test_a_number_is_written_as_its_reader_writes_it(value: float, english: str, swedish: str) -> None:
    said = []
    for language in ("en", "sv"):
        with i18n.speaking(language):
            said.append(i18n.decimal(value))
    assert said == [english, swedish]


def test_words_of_somebody_s_stand_in_the_reader_s_quotation_marks() -> None:
    i18n.use("en")
    assert i18n.in_quotes("Vi") == "“Vi”"
    i18n.use("sv")
    assert i18n.in_quotes("Vi") == "”Vi”"


def test_no_message_has_english_quotation_marks_that_no_catalogue_knows_of() -> None:
    for path in sorted(Path(i18n.__file__).parent.rglob("*.py")):
        tree = ast.parse(path.read_text("utf-8"))
        told = [node for node in ast.walk(tree) if isinstance(node, ast.Call) and _name(node) in ("_", "N_", "ngettext")]
        inside = {id(inner) for node in told for inner in ast.walk(node)}
        loose = [
            node.value
            for joined in ast.walk(tree)
            if isinstance(joined, ast.JoinedStr)
            for node in joined.values
            if isinstance(node, ast.Constant) and id(node) not in inside and "“" in str(node.value)
        ]
        assert loose == [], path


def _name(call: ast.Call) -> str:
    return getattr(call.func, "id", "")


def test_a_language_is_called_as_those_who_speak_it_do() -> None:
    assert [i18n.called_at_home(code) for code in ("sv", "en", "xx-nowhere")] == ["svenska", "English", "xx-nowhere"]


@pytest.mark.parametrize(
    ("lang", "said"), [("en", ("4.5", "3", "1.00", "1,244", "999")), ("sv", ("4,5", "3", "1,00", "1\u00a0244", "999"))]
)
def test_numbers_are_written_as_their_reader_writes_them(lang: str, said: tuple[str, ...]) -> None:
    with i18n.speaking(lang):
        numbers = i18n.decimal(4.5), i18n.decimal(3.0), i18n.decimal(0.999, 2), i18n.counted(1244), i18n.counted(999)
        assert numbers == said
