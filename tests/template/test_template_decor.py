"""A placeholder that is nothing but decoration is drawn on each slide of its layout; what is written in stays one."""

from __future__ import annotations

import re

import odd_templates
import pytest

from deck.package import Package, package_bytes
from deck.template import read_template
from deck.template.decor import with_decor_drawn

SIZE = (12_192_000, 6_858_000)
PART = "ppt/slideLayouts/slideLayout3.xml"


def with_holder(prompt: str, x: int, wide: int, kind: str = 'type="body" ', fill: str = "accent1") -> Package:
    painted = f'<a:solidFill><a:schemeClr val="{fill}"/></a:solidFill>' if fill else ""
    holder = (
        '<p:sp><p:nvSpPr><p:cNvPr id="77" name="Band"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr>'
        f'<p:nvPr><p:ph {kind}sz="quarter" idx="77"/></p:nvPr></p:nvSpPr><p:spPr><a:xfrm><a:off x="{x}" y="0"/>'
        f'<a:ext cx="{wide}" cy="6858000"/></a:xfrm>{painted}</p:spPr><p:txBody><a:bodyPr/><a:lstStyle/><a:p><a:r>'
        f'<a:rPr lang="sv-SE"/><a:t>{prompt}</a:t></a:r></a:p></p:txBody></p:sp>'
    )
    plain = odd_templates.plain()
    return plain.replace({PART: plain.parts[PART].replace(b"</p:spTree>", holder.encode() + b"</p:spTree>")})


def test_a_band_with_a_space_for_a_prompt_is_a_shape() -> None:
    package = with_holder(" ", 11_600_000, 592_000)
    text = with_decor_drawn(package, [PART], SIZE).parts[PART].decode()
    band = re.search(r'<p:sp><p:nvSpPr><p:cNvPr id="77".*?</p:sp>', text, re.DOTALL)
    assert band is not None and "<p:ph" not in band[0] and 'prst="rect"' in band[0] and 'val="accent1"' in band[0]


@pytest.mark.parametrize(
    ("prompt", "wide", "kind", "fill"),
    [
        ("Ämne", 592_000, 'type="body" ', "accent1"),
        (" ", 6_000_000, 'type="body" ', "accent1"),
        (" ", 592_000, 'type="pic" ', "accent1"),
        (" ", 592_000, "", "accent1"),
        (" ", 592_000, 'type="body" ', ""),
    ],
)
def test_what_is_written_in_stays_a_placeholder(prompt: str, wide: int, kind: str, fill: str) -> None:
    package = with_holder(prompt, 0, wide, kind, fill)
    assert with_decor_drawn(package, [PART], SIZE) is package


def test_words_keep_clear_of_it_and_it_stays_on_their_slides() -> None:
    template = read_template(package_bytes(with_holder(" ", 11_000_000, 1_192_000)))
    layout = next(item for item in template.layouts if item.part == PART)
    assert "Band" not in {item.name for item in layout.placeholders}
    assert any(box.x == 11_000_000 for box in layout.obstacles)
