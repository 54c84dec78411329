"""Small templates made by hand: the default template's geometry, and a narrow one with a foreign font and large text."""

from __future__ import annotations

from dataclasses import replace

from deck.geometry import Box, cm
from deck.package import Package
from deck.template.model import (
    Fill,
    Ground,
    Insets,
    Layout,
    Palette,
    Placeholder,
    Role,
    Spot,
    Template,
    TextLevel,
    TextStyle,
    ThemeColor,
)

NONE = Insets(0, 0, 0, 0)
RGB = {
    "tx1": "1B2328",
    "bg1": "FFFFFF",
    "tx2": "12353F",
    "bg2": "EDF2F0",
    "accent1": "0B6E69",
    "accent2": "A9510C",
    "accent6": "56646C",
    "hlink": "0A5A8C",
}


def palette(dark: bool = False) -> Palette:
    text, ground = ("bg1", "12353F") if dark else ("tx1", "FFFFFF")

    def fill(name: str, ink: str) -> Fill:
        return Fill(ThemeColor(name), RGB[name], ThemeColor(ink), RGB[ink])  # type: ignore[arg-type]

    fills = (
        (fill("bg2", "tx1"), fill("bg1", "tx1"))
        if dark
        else (fill("accent1", "bg1"), fill("accent2", "bg1"), fill("accent6", "bg1"))
    )
    return Palette(Ground((ground,)), ThemeColor(text), RGB[text], fills, fill("bg2", "tx1"), RGB)


def style(
    size: float, font: str, *, bold: bool = False, marks: bool = False, anchor: str = "t", spacing: float = 1.0
) -> TextStyle:
    sizes = (size, *(max(18.0, size - 4 * n) for n in range(1, 9)))
    levels = tuple(
        TextLevel(
            font,
            s,
            bold=bold,
            line_spacing=spacing,
            space_before_pt=9.0 if marks else 0.0,
            margin_left=324_000 * (n + 1) if marks else 0,
            indent=-324_000 if marks else 0,
            bullet="•" if marks else "",
        )
        for n, s in enumerate(sizes)
    )
    return TextStyle(levels, insets=NONE, anchor=anchor)


def template(font: str = "Arial", *, name: str = "handmade", scale: float = 1.0, body: float = 24.0) -> Template:
    """`scale` narrows the slide."""
    wide = round(12_192_000 * scale)
    margin = 720_000
    inner = wide - 2 * margin
    half = (inner - 216_000) // 2
    head = Box(margin, 612_000, inner, 1_116_000)
    top, foot = 1_836_000, 5_940_000
    whole = Box(margin, top, inner, foot - top)
    left, right = Box(margin, top, half, foot - top), Box(margin + half + 216_000, top, half, foot - top)
    title_style = style(36, font, bold=True, spacing=0.95)
    marks = style(body, font, marks=True)

    def spot(role: str, kind: str, idx: int, box: Box, look: TextStyle, dark: bool = False) -> Spot:
        return Spot(role, Placeholder(kind, idx, role, box, look), box, look, palette(dark))

    def role(kind: str, *spots: Spot, dark: bool = False) -> Role:
        layout = Layout(
            f"ppt/slideLayouts/{kind}.xml",
            kind,
            "",
            "m",
            "t",
            tuple(s.placeholder for s in spots if s.placeholder),
            (
                Placeholder("ftr", 11, "Sidfot", Box(margin, 6_228_000, half, 324_000), style(12, font)),
                Placeholder("sldNum", 12, "Bildnummer", Box(margin + half, 6_228_000, 500_000, 324_000), style(12, font)),
            ),
            (),
            palette(dark),
        )
        return Role(kind, layout, {s.role: s for s in spots}, "made by hand")

    title = spot("title", "title", 0, head, title_style)
    strip = cm(1.7)
    side = replace(left, y=top + strip, h=foot - top - strip)
    roles = [
        role(
            "title",
            spot("title", "ctrTitle", 0, Box(margin, 1_224_000, inner * 2 // 3, 2_700_000), style(44, font, bold=True), True),
            spot("subtitle", "subTitle", 1, Box(margin, 4_284_000, inner * 2 // 3, 1_400_000), style(24, font), True),
            dark=True,
        ),
        role(
            "section",
            spot("title", "title", 0, Box(margin, 1_224_000, inner, 2_700_000), style(40, font, bold=True), True),
            spot("subtitle", "body", 1, Box(margin, 4_284_000, inner, 1_400_000), style(24, font), True),
            dark=True,
        ),
        role("content", title, spot("body", "obj", 1, whole, marks)),
        role("two-content", title, spot("left", "obj", 1, left, marks), spot("right", "obj", 2, right, marks)),
        role(
            "comparison",
            title,
            spot("left-heading", "body", 1, replace(left, h=strip - cm(0.2)), style(24, font, bold=True)),
            spot("left", "obj", 2, side, marks),
            spot("right-heading", "body", 3, replace(right, h=strip - cm(0.2)), style(24, font, bold=True)),
            spot("right", "obj", 4, replace(side, x=right.x), marks),
        ),
        role("title-only", title),
        role("picture", title, spot("body", "body", 2, left, marks), spot("picture", "pic", 1, right, marks)),
        role("object", title, spot("object", "obj", 13, Box(margin, 1_728_000, inner, 4_284_000), marks)),
        role(
            "quote",
            title,
            spot("quote", "body", 13, replace(whole, h=2_800_000), style(32, font), True),
            spot("attribution", "body", 14, Box(margin, 4_824_000, inner, 828_000), style(20, font), True),
            dark=True,
        ),
        role(
            "big-number",
            title,
            spot("number", "body", 13, left, style(115, font, bold=True, spacing=0.9)),
            spot("body", "body", 14, right, style(24, font)),
        ),
        role("closing", title, spot("body", "body", 1, whole, marks, True), dark=True),
    ]
    package = Package.__new__(Package)
    return Template(
        name,
        f"{name}-{font}-{scale}-{body}",
        (wide, 6_858_000),
        tuple(r.layout for r in roles),
        {r.kind: r for r in roles},
        Box(margin, 612_000, inner, 5_400_000),
        font,
        font,
        package,
    )
