"""What a program shows on its masters' prompts alone is said: text styles, fonts, the foot's font."""

from __future__ import annotations

import re
from typing import Any

import pytest
from odd_templates import MASTER, plain

from deck.drawing import Sheets
from deck.drawing.names import child, need
from deck.package import Package, package_bytes
from deck.template import read_template
from deck.template.prompted import as_prompted_masters
from deck.template.stood import ANEW, APP

LOOK = '<a:solidFill><a:srgbClr val="{ink}"/></a:solidFill><a:latin typeface="{font}"/>'


def prompt(kind: str, idx: int, words: str) -> str:
    said = 'type="title"' if kind == "title" else f'type="{kind}" idx="{idx}"'
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{800 + idx}" name="P {idx}"/><p:cNvSpPr/><p:nvPr><p:ph {said}/></p:nvPr></p:nvSpPr>'
        "<p:spPr>"
        f'<a:xfrm><a:off x="600000" y="{600_000 + 900_000 * idx}"/><a:ext cx="10000000" cy="{700_000 + 3_000_000 * (idx == 1)}"/>'
        f"</a:xfrm></p:spPr><p:txBody><a:bodyPr/>{words}</p:txBody></p:sp>"
    )


def words(size: int, ink: str, font: str, props: str = "", bold: int = 0) -> str:
    look = LOOK.format(ink=ink, font=font)
    return f'<a:p>{props}<a:r><a:rPr sz="{size}" b="{bold}">{look}</a:rPr><a:t>Rubrik</a:t></a:r></a:p>'


def foot(font: str) -> str:
    style = f'<a:lstStyle><a:lvl1pPr><a:defRPr sz="1400"><a:latin typeface="{font}"/></a:defRPr></a:lvl1pPr></a:lstStyle>'
    return prompt("ftr", 5, style + "<a:p><a:r><a:t>Fot</a:t></a:r></a:p>")


EMPTY = '<a:p><a:endParaRPr sz="1800" b="0"><a:solidFill><a:srgbClr val="112233"/></a:solidFill></a:endParaRPr></a:p>'
TITLE = words(3200, "C00000", "Georgia", '<a:pPr algn="ctr"><a:lnSpc><a:spcPct val="90000"/></a:lnSpc><a:buNone/></a:pPr>', 1)
BODY = words(2200, "112233", "Candara") + words(2000, "00C000", "Candara", '<a:pPr lvl="1"><a:buChar char="-"/></a:pPr>')


def written(program: bytes = ANEW, title: str = TITLE, feet: str = "Times New Roman") -> Package:
    """A file whose master's prompts have a look that nobody says, and whose layouts' prompts are empty."""
    package = plain()

    def with_places(part: str, *places: str) -> bytes:
        text = re.sub(r"<p:sp>.*?</p:sp>", "", package.parts[part].decode(), flags=re.DOTALL)
        text = re.sub(r"<p:txStyles>.*?</p:txStyles>", "", text, flags=re.DOTALL)
        return text.replace("</p:spTree>", "".join(places) + "</p:spTree>").encode()

    app = b'<?xml version="1.0"?><Properties>' + program + b"</Application></Properties>"
    parts: dict[str, bytes | None] = {
        APP: app,
        MASTER: with_places(MASTER, prompt("title", 0, title), prompt("body", 1, BODY), foot(feet)),
    }
    for part in Sheets(package).layout_parts(MASTER):
        parts[part] = with_places(part, prompt("title", 0, EMPTY), prompt("obj", 1, EMPTY))
    return package.replace(parts)


def root(package: Package) -> Any:
    return need(Sheets(package).root(MASTER))


def latin(package: Package, which: str) -> str:
    theme = Sheets(package).root(package.one(MASTER, "theme"))
    return need(theme, "a:themeElements", "a:fontScheme", which, "a:latin").get("typeface", "")


def test_titles_and_words_are_as_their_masters_prompts() -> None:
    role = read_template(package_bytes(written())).roles["content"]
    title, body = role.spots["title"].style.levels[0], role.spots["body"].style.levels
    assert (title.font, title.size_pt, title.bold, title.color) == ("Georgia", 32.0, True, "C00000")
    assert (title.align, title.line_spacing, title.sized, title.faced) == ("ctr", 0.9, True, True)
    assert [(level.font, level.size_pt, level.color) for level in body[:3]] == [
        ("Candara", 22.0, "112233"),
        ("Candara", 20.0, "00C000"),
        ("Candara", 20.0, "00C000"),
    ]


def test_its_theme_has_the_prompts_fonts() -> None:
    made = as_prompted_masters(written())
    assert (latin(made, "a:majorFont"), latin(made, "a:minorFont")) == ("Georgia", "Candara")


@pytest.mark.parametrize("font", ["Liberation Sans", "DejaVu Serif", "+mj-lt"])
def test_the_programs_own_font_is_nobodys(font: str) -> None:
    package = written(title=words(3200, "C00000", font))
    assert latin(as_prompted_masters(package), "a:majorFont") == latin(package, "a:majorFont")


def test_a_colour_of_the_theme_is_said_by_its_name() -> None:
    scheme = Sheets(plain()).sheet(MASTER).theme.scheme
    made = as_prompted_masters(written(title=words(3200, scheme["accent1"].lower(), "Georgia")))
    fill = need(root(made), "p:txStyles", "p:titleStyle", "a:lvl1pPr", "a:defRPr", "a:solidFill", "a:schemeClr")
    assert fill.get("val") == "accent1"


@pytest.mark.parametrize(("font", "becomes"), [("Times New Roman", "+mn-lt"), ("Georgia", "Georgia")])
def test_the_foot_is_in_the_houses_font(font: str, becomes: str) -> None:
    text = as_prompted_masters(written(feet=font)).parts[MASTER].decode()
    assert f'<a:defRPr sz="1400"><a:latin typeface="{becomes}"/>' in text


def test_a_prompt_without_words_or_size_says_nothing() -> None:
    styles = need(root(as_prompted_masters(written(title=EMPTY))), "p:txStyles")
    assert child(styles, "p:titleStyle", "a:lvl1pPr") is None and child(styles, "p:bodyStyle", "a:lvl9pPr") is not None


@pytest.mark.parametrize("package", [plain(), written(b"<Application>Microsoft Office PowerPoint")])
def test_others_are_let_be(package: Package) -> None:
    assert as_prompted_masters(package) is package
