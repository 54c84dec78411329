"""What a program would have filled in itself stands on no slide."""

from __future__ import annotations

import pytest
from odd_templates import MASTER, plain

from deck.diagnostics import Diagnostics
from deck.package import Package
from deck.template.clean import clean
from deck.template.unfilled import without_unfilled

BOX = (
    '<p:sp><p:nvSpPr><p:cNvPr id="900" name=""/><p:cNvSpPr txBox="1"/><p:nvPr>{holder}</p:nvPr></p:nvSpPr><p:spPr><a:xfrm>'
    '<a:off x="0" y="0"/><a:ext cx="900000" cy="300000"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr>'
    "<p:txBody><a:bodyPr/><a:p><a:r><a:t>{words}</a:t></a:r></a:p></p:txBody></p:sp>"
)


def with_box(words: str, holder: str = "") -> Package:
    text = plain().parts[MASTER].decode()
    box = BOX.format(words=words, holder=holder)
    return plain().replace({MASTER: text.replace("</p:spTree>", f"{box}</p:spTree>").encode()})


@pytest.mark.parametrize("words", ["&lt;date/time&gt;", "&lt;footer&gt;", "&lt;nummer&gt;"])
def test_such_a_box_goes(words: str) -> None:
    package = with_box(words)
    assert without_unfilled(package).parts[MASTER].count(b"<p:sp>") == package.parts[MASTER].count(b"<p:sp>") - 1
    assert words.encode() not in clean(package, "a.potx", Diagnostics()).parts[MASTER]


@pytest.mark.parametrize(
    ("words", "holder"), [("Kommunen", ""), ("a &lt; b &gt; c", ""), ("&lt;date/time&gt;", '<p:ph type="dt" idx="90"/>')]
)
def test_other_words_and_placeholders_stay(words: str, holder: str) -> None:
    package = with_box(words, holder)
    assert without_unfilled(package) is package
