"""What a manifest remembers beside the base: enough to make the same deck without the files it was made from."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from deck.errors import InputError
from deck.making import Recipe, content_of
from deck.making.extra import BRAND, GIVEN, LOCAL, LOOK, OVERRIDES, OWN_TEMPLATE, remembered_local, remembered_look, text_of
from deck.template import default_template_path, look_of, read_template

WORDS = "contact:\n  name: Åsa Öberg\n"


def test_nothing_of_one_s_own_is_nothing_to_remember() -> None:
    assert remembered_local(None, content_of(Recipe("lund"))) == {}


def test_a_local_file_is_remembered_by_its_words(tmp_path: Path) -> None:
    path = tmp_path / "local.yaml"
    path.write_text(WORDS, encoding="utf-8")
    found = remembered_local(path, content_of(Recipe("lund", local=path)))
    assert found == {LOCAL: WORDS} and json.loads(json.dumps(found)) == found


@pytest.mark.parametrize("whose", [GIVEN, BRAND, ""])
@pytest.mark.parametrize("settings", ["layouts:\n  content: Rubrik och text\n", ""])
def test_a_look_is_remembered_with_whose_it_is_and_its_settings(whose: str, settings: str, tmp_path: Path) -> None:
    path = Path(shutil.copy(default_template_path(), tmp_path / "egen.potx"))
    if settings:
        (tmp_path / "template.yaml").write_text(settings, encoding="utf-8")
    template = read_template(path)
    found = remembered_look(path if whose == GIVEN else None, path if whose == BRAND else None, template)
    assert found[LOOK] == look_of(template)
    assert found.get(OWN_TEMPLATE, "") == whose
    assert found.get(OVERRIDES, "") == (settings if whose else ""), "the default template has no settings beside it"


def test_a_file_that_is_no_text_is_said_with_its_place(tmp_path: Path) -> None:
    path = tmp_path / "x.yaml"
    path.write_bytes(b"\xff\xfe\xff")
    with pytest.raises(InputError, match=r"x\.yaml"):
        text_of(path)
