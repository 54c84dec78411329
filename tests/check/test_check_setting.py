"""Text set as PowerPoint sets it, and what counts as behind it, before it and over it."""

from __future__ import annotations

import io
from dataclasses import replace
from typing import Any

import pytest
from good_decks import LINK, PICTURE, edited, element, first, made, on_slide
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image
from planting import LOW, PIC_PROPS, both, box, drawn, solid, text_box, with_media

from deck.check import fits
from deck.check.accessible import contrast, language, order
from deck.check.accessible.tables import spaced_rows, typed_items
from deck.check.judge import check_package
from deck.check.occupants import blocks_of, tables_as_set
from deck.check.subject import Subject
from deck.check.words import element_of, turned, words_of
from deck.diagnostics import short
from deck.drawing.names import child
from deck.geometry import EMU_PER_PT, Box, pt
from deck.layout.setting import TypeSetting, set_text
from deck.package import Package


def setting_of(package: Package, name: str = "Ruta 90", number: int = LINK) -> TypeSetting:
    subject = Subject(package, "x")
    words = next(item for item in words_of(subject, subject.slides[number - 1]) if item.name == name)
    return set_text(words.text, words.box)


def with_box(words: str, place: str = LOW, **look: Any) -> Package:
    return on_slide(LINK, drawn(text_box(words, place, **look)))(made())


@pytest.mark.parametrize(
    ("size", "lines", "emu"), [(18, 1, 369_332), (18, 2, 646_331), (18, 3, 923_330), (24, 1, 461_665), (20, 2, 707_886)]
)
def test_lines_are_as_high_as_in_shapes_that_powerpoint_fits_to_their_text(size: int, lines: int, emu: int) -> None:
    setting = setting_of(with_box("\n".join(["En rad"] * lines), look=f'sz="{size * 100}"'))
    assert len(setting.lines) == lines
    # The margins above and below are 45 720 EMU each.
    assert abs(setting.height * EMU_PER_PT + 91_440 - emu) < pt(0.1 * lines + 0.1)


def test_the_stored_scale_and_reduction_are_heeded() -> None:
    words = "\n".join(["En rad"] * 4)
    plain = setting_of(with_box(words))
    scaled = setting_of(with_box(words, body='<a:normAutofit fontScale="50000" lnSpcReduction="20000"/>'))
    assert scaled.height == pytest.approx(plain.height * 0.5 * 0.8)
    # A scale counts only where the shape shrinks its text.
    assert setting_of(with_box(words, body="<a:noAutofit/>")).height == pytest.approx(plain.height)


def test_where_lines_lie_follows_anchor_and_alignment() -> None:
    package = with_box("Mitt i", box(2, 10, 20, 6))
    package = on_slide(
        LINK,
        both(
            lambda root: first(root, "//p:sp[p:nvSpPr/p:cNvPr/@name='Ruta 90']//a:bodyPr").set("anchor", "ctr"),
            lambda root: first(root, "//p:sp[p:nvSpPr/p:cNvPr/@name='Ruta 90']//a:p").insert(0, element('<a:pPr algn="ctr"/>')),
        ),
    )(package)
    (line,) = setting_of(package).lines
    middle = (line.box.x + line.box.w // 2, line.box.y + line.box.h // 2)
    assert abs(middle[0] - (12 * 360_000)) < 2_000 and abs(middle[1] - (13 * 360_000)) < 2_000


@given(st.integers(0, 10**7), st.integers(0, 10**7), st.integers(1, 10**7), st.integers(1, 10**7), st.integers(-(10**8), 10**8))
def test_a_turned_box_keeps_its_middle(x: int, y: int, w: int, h: int, angle: int) -> None:
    there = turned(Box(x, y, w, h), angle)
    assert abs((there.x + there.w / 2) - (x + w / 2)) <= 1 and abs((there.y + there.h / 2) - (y + h / 2)) <= 1
    assert there.w >= min(w, h) - 2 and there.h >= min(w, h) - 2
    assert turned(Box(x, y, w, h), 0) == Box(x, y, w, h)


def test_a_table_is_as_high_as_its_words() -> None:
    package = on_slide(4, lambda root: [setattr(item, "text", "Många ord " * 12) for item in root.iter("{*}t")])(made())
    subject = Subject(package, "x")
    (grown,) = tables_as_set(subject, subject.slides[3]).values()
    stated = next(block for block in blocks_of(subject, subject.slides[3]) if block.seen.shape.table).seen.shape.box
    assert grown.h > 1.9 * stated.h and (grown.x, grown.y, grown.w) == (stated.x, stated.y, stated.w)


def test_a_scene_shape_leads_back_to_its_element() -> None:
    subject = Subject(made(), "x")
    for slide in subject.slides:
        tree = child(subject.tree(slide.part), "p:cSld", "p:spTree")
        for words in words_of(subject, slide):
            found = element_of(tree, words.shape.path)
            assert found is not None and words.name in [item.get("name") for item in found.iter("{*}cNvPr")]
    assert element_of(None, (0, 1)) is None


# What lies behind


def ratio_found(package: Package) -> list[str]:
    return [item.message for item in check_package(package, rules=[contrast.WORDS]).findings]


def half(colour: tuple[int, int, int, int]) -> bytes:
    """A picture whose left half is dark and whose right half has this colour."""
    image = Image.new("RGBA", (200, 100), colour)
    image.paste((10, 10, 10, 255), (0, 0, 100, 100))
    out = io.BytesIO()
    image.save(out, "PNG")
    return out.getvalue()


def upon(data: bytes, crop: str = "", ink: str = "FFFFFF") -> Package:
    """White words upon the left end of a picture."""
    package = with_media(made(), LINK, "ppt/media/image79.png", data, "image/png", "rId79")
    return on_slide(
        LINK,
        both(
            drawn(
                '<p:pic><p:nvPicPr><p:cNvPr id="94" name="Foto" descr="Natt"/><p:cNvPicPr/><p:nvPr/></p:nvPicPr><p:blipFill>'
                f'<a:blip r:embed="rId79"/>{crop}<a:stretch><a:fillRect/></a:stretch></p:blipFill><p:spPr>{box(1, 11, 22, 4)}'
                '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr></p:pic>'
            ),
            drawn(text_box("Hej", box(2, 12, 20, 2), ink=solid(ink))),
        ),
    )(package)


def test_a_picture_is_sampled_where_the_words_are() -> None:
    assert ratio_found(upon(half((255, 255, 255, 255)))) == []
    assert ratio_found(upon(half((255, 255, 255, 255)), '<a:srcRect l="50000"/>')) != []
    assert ratio_found(upon(half((255, 255, 255, 255)), '<a:srcRect r="50000"/>')) == []


def test_what_shows_through_a_picture_counts() -> None:
    clear = half((0, 0, 0, 0))
    assert ratio_found(upon(clear, '<a:srcRect l="60000"/>', ink="202020")) == []
    assert ratio_found(upon(clear, '<a:srcRect l="60000"/>', ink="FFFFFF")) != []


def test_a_rounded_panel_hides_what_is_behind_it() -> None:
    for kind in ("rect", "roundRect", "ellipse"):
        panel = (
            f'<p:sp><p:nvSpPr><p:cNvPr id="93" name="Platta" descr="x"/><p:cNvSpPr/><p:nvPr/></p:nvSpPr><p:spPr>'
            f"{box(1, 9, 22, 9)}"
            f'<a:prstGeom prst="{kind}"><a:avLst/></a:prstGeom>{solid("101010")}</p:spPr></p:sp>'
        )
        package = on_slide(LINK, both(drawn(panel), drawn(text_box("Hej", box(9, 12.5, 6, 2), ink=solid("FFFFFF")))))(made())
        assert ratio_found(package) == [], kind


def test_what_is_painted_later_is_not_behind() -> None:
    panel = (
        f'<p:sp><p:nvSpPr><p:cNvPr id="93" name="Platta" descr="x"/><p:cNvSpPr/><p:nvPr/></p:nvSpPr><p:spPr>{LOW}'
        f'<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>{solid("101010")}</p:spPr></p:sp>'
    )
    assert ratio_found(on_slide(LINK, both(drawn(text_box("Hej", LOW)), drawn(panel)))(made())) == []
    assert ratio_found(on_slide(LINK, both(drawn(panel), drawn(text_box("Hej", LOW))))(made())) != []


@pytest.mark.parametrize(
    ("size", "bold", "rgb", "reads"),
    [
        (17, False, "888888", False),
        (18, False, "888888", True),
        (14, True, "888888", True),
        (13, True, "888888", False),
        (30, False, "999999", False),
    ],
)
def test_large_text_needs_less(size: int, bold: bool, rgb: str, reads: bool) -> None:
    package = with_box("Hej", look=f'sz="{size * 100}" b="{int(bold)}"', ink=solid(rgb))
    assert (ratio_found(package) == []) is reads


# Lists and tables that only look so


@pytest.mark.parametrize(
    "lines",
    [
        ["- en", "- två"],
        ["1. en", "2. två"],
        ["a) en", "b) två"],
        ["• en"],
        ["Så här:", "– en", "– två", "– tre"],
        ["", "* en", "* två"],
    ],
)
def test_a_typed_list_is_seen(lines: list[str]) -> None:
    assert typed_items(lines)


@pytest.mark.parametrize(
    "lines",
    [
        ["– Hej, sa hon."],
        ["1. En enda punkt"],
        ["2024. Ett år", "2025. Ett till"],
        ["3. tre", "7. sju"],
        ["-5 grader", "-7 grader"],
        ["a", "b"],
        [],
        ["1.5 procent", "2.5 procent"],
        ["i) ett", "hej"],
    ],
)
def test_what_is_no_list_is_none(lines: list[str]) -> None:
    assert not typed_items(lines)


@pytest.mark.parametrize(
    ("lines", "rows"),
    [
        (["a\tb", "c\td", "e\tf"], 3),
        (["a\tb", "c\td"], 0),
        (["a\tb\tc", "d\te\tf"], 2),
        (["a   b", "c    d", "e   f", "g"], 3),
        (["en mening med  två mellanslag"], 0),
    ],
)
def test_columns_of_tabs_and_spaces_are_counted(lines: list[str], rows: int) -> None:
    assert len(spaced_rows(lines)) == rows


# Order


def test_the_eye_goes_down_a_column_and_along_a_row() -> None:
    upper, lower, right = Box(0, 0, 100, 50), Box(0, 60, 100, 50), Box(120, 0, 100, 50)
    far = [replace(one, x=one.x * 10_000, y=one.y * 10_000, w=one.w * 10_000, h=one.h * 10_000) for one in (upper, lower, right)]
    assert order.before(far[0], far[1]) and not order.before(far[1], far[0])
    assert order.before(far[0], far[2]) and not order.before(far[2], far[0])
    assert not order.before(far[1], far[2]) and not order.before(far[2], far[1])


def test_a_decorated_and_an_empty_shape_have_no_place_in_the_order() -> None:
    package = on_slide(PICTURE, lambda root: first(root, "//p:spTree").insert(2, first(root, "//p:pic")))(made())
    assert [item.rule.code for item in check_package(package, rules=order.RULES).findings] == ["accessible/reading-order"]
    mark = element('<a:extLst><a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}"><adec:decorative val="1"/></a:ext></a:extLst>')
    package = on_slide(
        PICTURE, both(lambda root: first(root, PIC_PROPS).set("descr", ""), lambda root: first(root, PIC_PROPS).append(mark))
    )(package)
    assert check_package(package, rules=order.RULES).findings == ()


def test_a_language_is_inherited_before_it_is_missing() -> None:
    def bare(root) -> None:
        for item in root.iter("{*}rPr"):
            item.attrib.pop("lang", None)

    package = on_slide(2, bare)(made())
    assert check_package(package, rules=[language.MISSING]).findings == ()
    swedish = edited(package, package.main, lambda root: [item.set("lang", "sv-SE") for item in root.iter("{*}defRPr")])
    assert check_package(swedish, rules=language.RULES).findings == ()


@pytest.mark.parametrize(
    ("words", "told"), [("kort", "kort"), ("a\vb\n c", "a b c"), ("ett två tre fyra", "ett två …"), ("x" * 60, "x" * 11 + " …")]
)
def test_quoted_words_are_short(words: str, told: str) -> None:
    assert short(words, 11) == told


# What widens a text, and what narrows it


def width_of(words: str, look: str = 'sz="2400"', body: str = "") -> float:
    (line,) = setting_of(with_box(words, box(1, 10, 30, 3), look=look, body=body)).lines
    return line.box.w / EMU_PER_PT


def test_letter_spacing_widens_and_narrows_each_letter() -> None:
    plain = width_of("kommunfullmäktige")
    assert width_of("kommunfullmäktige", 'sz="2400" spc="300"') == pytest.approx(plain + 17 * 3, abs=0.1)
    assert width_of("kommunfullmäktige", 'sz="2400" spc="-200"') == pytest.approx(plain - 17 * 2, abs=0.1)


def test_capitals_are_measured_as_capitals() -> None:
    assert width_of("miljö", 'sz="2400" cap="all"') == pytest.approx(width_of("MILJÖ"))
    assert width_of("miljö", 'sz="2400" cap="small"') == pytest.approx(0.85 * width_of("MILJÖ"), abs=0.1)


@pytest.mark.parametrize(
    ("stops", "wide"),
    [
        ("", 36 + 13.3),
        ('<a:tabLst><a:tab pos="2540000" algn="l"/></a:tabLst>', 200 + 13.3),
        ('<a:tabLst><a:tab pos="2540000" algn="r"/></a:tabLst>', 200),
    ],
    ids=["as the presentation says", "left", "right"],
)
def test_a_tab_leads_to_its_stop(stops: str, wide: float) -> None:
    package = on_slide(
        LINK,
        lambda root: first(root, "//p:sp[p:nvSpPr/p:cNvPr/@name='Ruta 90']//a:p").insert(0, element(f"<a:pPr>{stops}</a:pPr>")),
    )(with_box("a\tb", box(1, 10, 30, 3)))
    (line,) = setting_of(package).lines
    assert line.box.w / EMU_PER_PT == pytest.approx(wide, abs=2.0)


@pytest.mark.parametrize("how", ["ctr", "r"])
def test_all_the_words_at_a_tab_stop_are_moved_by_it(how: str) -> None:
    stops = f'<a:pPr><a:tabLst><a:tab pos="5080000" algn="{how}"/></a:tabLst></a:pPr>'
    package = on_slide(LINK, lambda root: first(root, "//p:sp[p:nvSpPr/p:cNvPr/@name='Ruta 90']//a:p").insert(0, element(stops)))(
        with_box("Mål\t2024 och framåt mot", box(1, 10, 30, 3))
    )
    words = width_of("2024 och framåt mot")
    (line,) = setting_of(package).lines
    assert line.box.w / EMU_PER_PT == pytest.approx(400 + (words / 2 if how == "ctr" else 0), abs=2.0)


def test_tabs_that_go_beyond_the_edge_take_a_line_more() -> None:
    assert len(setting_of(with_box("Ett\tTvå\tTre\tFyra\tFem", box(2, 10, 8, 3))).lines) == 2


def test_a_line_is_as_high_as_its_own_words_and_an_empty_one_as_its_break() -> None:
    def height(size: int) -> float:
        runs = (
            f'<a:r><a:rPr sz="1800"/><a:t>En</a:t></a:r><a:br><a:rPr sz="1800"/></a:br><a:br>'
            f'<a:rPr sz="{size}"/></a:br><a:r><a:rPr sz="1800"/><a:t>Två</a:t></a:r>'
        )

        def change(root: Any) -> None:
            paragraph = first(root, "//p:sp[p:nvSpPr/p:cNvPr/@name='Ruta 90']//a:p")
            paragraph[:] = list(element(f"<a:p>{runs}</a:p>"))

        return setting_of(on_slide(LINK, change)(with_box("x"))).height

    assert height(4800) - height(1800) == pytest.approx(30 * 1.2117)


@pytest.mark.parametrize("anchor", ["ctr", "b"])
def test_empty_paragraphs_at_the_end_move_words_up(anchor: str) -> None:
    def top(words: str) -> int:
        package = on_slide(
            LINK, lambda root: first(root, "//p:sp[p:nvSpPr/p:cNvPr/@name='Ruta 90']//a:bodyPr").set("anchor", anchor)
        )(with_box(words, box(2, 8, 20, 8)))
        return setting_of(package).lines[0].box.y

    assert top("Ord\n\n") < top("Ord") - pt(20)


def test_chinese_breaks_between_its_characters_and_never_before_a_stop() -> None:
    setting = setting_of(with_box("市政府通过了新的环境计划。市政府通过了新的环境计划。", box(2, 10, 9, 5)))
    assert len(setting.lines) >= 3 and not setting.broken
    words = "市政府通过了新的环境计划。市政府通过了新的环境计划。"
    assert all(words[line.start] != "。" for line in setting.lines)


@pytest.mark.parametrize("words", ["החלטת המועצה העירונית", "قرار المجلس البلدي", "Решение совета"])
def test_other_scripts_are_not_wider_than_they_are(words: str) -> None:
    assert 0.3 * len(words) * 24 < width_of(words) < 0.62 * len(words) * 24


def overflows(words: str, place: str, look: str = 'sz="4000"') -> list[str]:
    package = on_slide(LINK, drawn(text_box(words, place, look=look)))(made())
    return [item.message for item in check_package(package, rules=[fits.OVERFLOW]).findings]


def test_a_line_that_is_over_by_a_hair_is_no_overflow() -> None:
    """Kerning takes a little of it: with 1.5 % more room the words stand on one line."""
    words = "Parken är det nya torget"
    wide = (width_of(words, 'sz="4000"') + 14.4) / 72 * 2.54
    assert setting_of(with_box(words, box(1, 10, wide - 0.1, 1.9), look='sz="4000"')).over > 20
    assert overflows(words, box(1, 10, wide - 0.1, 1.9)) == []
    assert len(overflows(words, box(1, 10, wide - 1.5, 1.9))) == 1


def test_what_is_too_small_is_told_by_words_and_not_by_a_raised_numeral() -> None:
    runs = '<a:r><a:rPr lang="sv-SE" sz="1400" baseline="30000"/><a:t>1</a:t></a:r>'
    package = on_slide(LINK, lambda root: first(root, "//p:sp[p:nvSpPr/p:cNvPr/@name='Ruta 90']//a:p").insert(0, element(runs)))(
        with_box("Lunds universitet", look='sz="1400"')
    )
    (message,) = (item.message for item in check_package(package, rules=[fits.SMALL]).findings)
    assert "Lunds universitet" in message
