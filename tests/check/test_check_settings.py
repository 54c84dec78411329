"""deck.yaml and the command line: rules chosen, silenced with a reason; every fault at its place."""

from __future__ import annotations

from pathlib import Path

import pytest
from good_decks import LINK, made, on_slide
from planting import LOW, drawn, text_box

from deck.check.judge import check_package
from deck.check.model import Rule
from deck.check.registry import PLUGINS, all_rules, unique
from deck.check.settings import Settings, numbers, read_settings, settings_for, with_choices
from deck.diagnostics import Severity
from deck.errors import DeckError, InputError, UsageError


def written(tmp_path: Path, text: str) -> Path:
    path = tmp_path / "deck.yaml"
    path.write_text(text, encoding="utf-8")
    return path


def test_rules_are_chosen_by_code_and_family(tmp_path: Path) -> None:
    settings = read_settings(written(tmp_path, "check:\n  select: [fits, accessible/alt-missing]\n"), all_rules())
    chosen = settings.chosen(all_rules())
    assert {rule.family for rule in chosen} == {"fits", "accessible"}
    assert [rule.code for rule in chosen if rule.family == "accessible"] == ["accessible/alt-missing"]
    assert Settings().chosen(all_rules()) == list(all_rules())


def test_findings_are_silenced_with_a_reason_on_the_slides_named(tmp_path: Path) -> None:
    package = on_slide(LINK, drawn(text_box("Fin text", LOW, look='sz="1200"')))(made())
    findings = [item for item in check_package(package).findings if item.rule.code == "fits/small-text"]
    text = "check:\n  ignore:\n    fits/small-text:\n      reason: Ett utdelat papper.\n      slides: {}\n"
    there = read_settings(written(tmp_path, text.format(f"2, {LINK}-8")), all_rules())
    assert there.split(findings) == ((), ((findings[0], "Ett utdelat papper."),))
    elsewhere = read_settings(written(tmp_path, text.format("1-3")), all_rules())
    assert elsewhere.split(findings) == ((findings[0],), ())


def test_every_fault_of_the_file_is_told_at_its_place(tmp_path: Path) -> None:
    path = written(
        tmp_path, "check:\n  select: [fit]\n  ignore:\n    alt-missing: x\n    fits/overflow: ''\n    accessible: {slides: 2}\n"
    )
    with pytest.raises(InputError) as caught:
        read_settings(path, all_rules())
    told = [(item.code, item.where.line, item.where.column, item.hint) for item in caught.value.diagnostics]
    assert [(code, line, column) for code, line, column, _hint in told] == [
        ("unknown-rule", 2, 12),
        ("unknown-rule", 4, 5),
        ("no-reason", 5, 5),
        ("no-reason", 6, 5),
    ]
    assert "fits" in told[0][3] and "accessible/alt-missing" in told[1][3]


@pytest.mark.parametrize(
    "text",
    [
        "check: [",
        "chek:\n  select: [fits]\n",
        "check:\n  ignore:\n    fits: {reason: a, slides: x}\n",
        "check:\n  select: fits\n",
    ],
)
def test_what_is_no_settings_is_refused(tmp_path: Path, text: str) -> None:
    with pytest.raises(InputError) as caught:
        read_settings(written(tmp_path, text), all_rules())
    assert all(item.where.line for item in caught.value.diagnostics)


def test_the_file_beside_comes_before_that_of_the_folder(tmp_path: Path) -> None:
    here, there = tmp_path / "here", tmp_path / "there"
    here.mkdir()
    there.mkdir()
    written(here, "check:\n  select: [fits]\n")
    assert settings_for(there / "a.pptx", all_rules(), here).select == ("fits",)
    written(there, "check:\n  select: [honest]\n")
    assert settings_for(there / "a.pptx", all_rules(), here).select == ("honest",)
    assert settings_for(tmp_path / "a.pptx", all_rules(), tmp_path) == Settings()


def test_the_command_line_is_heard_last() -> None:
    settings = with_choices(Settings(("fits",)), ["accessible, honest"], ["fits=for = all"], all_rules())
    assert settings.select == ("accessible", "honest")
    assert settings.silences[0].reason == "for = all"
    with pytest.raises(UsageError) as caught:
        with_choices(Settings(), ["acessible"], ["fits", "fits/overflo=x"], all_rules())
    assert [item.code for item in caught.value.diagnostics] == ["unknown-rule", "no-reason", "unknown-rule"]
    assert isinstance(caught.value, DeckError)


@pytest.mark.parametrize(("words", "found"), [("", set()), ("3", {3}), ("3, 5-7", {3, 5, 6, 7}), ("9-7", set())])
def test_slides_are_counted_out(words: str, found: set[int]) -> None:
    assert numbers(words) == found


def test_a_plugin_adds_rules_but_takes_none_away(monkeypatch: pytest.MonkeyPatch) -> None:
    def rule(code: str, title: str) -> Rule:
        return Rule(code, Severity.INFO, title, "because", "mend", lambda _subject: ())

    class Point:
        def load(self) -> Rule:
            return rule("own/logo", "Logo")

    monkeypatch.setattr("deck.check.registry.entry_points", lambda group: [Point()] if group == PLUGINS else [])
    all_rules.cache_clear()
    try:
        assert all_rules()[-1].code == "own/logo"
    finally:
        all_rules.cache_clear()
    assert [item.title for item in unique([rule("a/b", "first"), rule("a/b", "second"), rule("c/d", "third")])] == [
        "third",
        "first",
    ][::-1]


def test_codes_are_unique_and_well_formed() -> None:
    codes = [rule.code for rule in all_rules()]
    assert len(set(codes)) == len(codes)
    assert all(code.count("/") == 1 and code == code.casefold() for code in codes)
