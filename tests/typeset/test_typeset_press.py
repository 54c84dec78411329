"""Typst's faults are told as ours; it reads nothing."""

from __future__ import annotations

import pytest

from deck.errors import InputError
from deck.typeset.press import printed

TITLE = '#set document(title: "Prov")\n#set text(lang: "sv")\n'


def test_what_cannot_be_set_is_said() -> None:
    with pytest.raises(InputError) as caught:
        printed(f"{TITLE}#nothing-of-that-name()", "prov.pptx")
    found = caught.value.diagnostics[0]
    assert found.code == "typeset" and "prov.pptx" in str(found) and found.hint


def test_a_figure_without_words_is_no_pdf_ua() -> None:
    with pytest.raises(InputError):
        printed(f'{TITLE}#image(bytes("<svg xmlns=\\"http://www.w3.org/2000/svg\\" viewBox=\\"0 0 1 1\\"/>"), format: "svg")', "")


def test_no_file_is_read() -> None:
    with pytest.raises(InputError):
        printed(f'{TITLE}#read("/etc/hostname")', "")
