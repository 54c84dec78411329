"""brand.yaml, as it may be written."""

from __future__ import annotations

import re
from typing import Any

from pydantic import Field, field_validator, model_validator

from deck.brand.palette import ROLES
from deck.i18n import _
from deck.source import Contact, Strict

_HEX = re.compile(r"#?([0-9A-Fa-f]{6}|[0-9A-Fa-f]{3})")

SOMEONE = "Lunds kommun"
"""The place of examples."""


def as_rgb(value: str) -> str:
    """ "#e60" or "EE6600" → "EE6600". Raises ValueError."""
    match = _HEX.fullmatch(value.strip())
    if not match:
        raise ValueError(_('"{value}" is no colour; write it as in "#005030"').format(value=value))
    digits = match.group(1).upper()
    return "".join(c * 2 for c in digits) if len(digits) == 3 else digits


class Colors(Strict):
    """Theme colours, each "#RRGGBB": dk1 text, lt1 ground, dk2 dark ground and titles, lt2 pale ground,
    accents in order of weight."""

    dk1: str = ""
    lt1: str = ""
    dk2: str = ""
    lt2: str = ""
    accent1: str = ""
    accent2: str = ""
    accent3: str = ""
    accent4: str = ""
    accent5: str = ""
    accent6: str = ""
    hlink: str = ""
    folHlink: str = ""  # noqa: N815 - the theme's own name (ECMA-376 Part 1, 20.1.6.2)

    @field_validator(*ROLES)
    @classmethod
    def _is_color(cls, value: str) -> str:
        return as_rgb(value) if value else ""


class Fonts(Strict):
    """Font families by name."""

    heading: str = ""
    body: str = ""

    @field_validator("heading", "body")
    @classmethod
    def _is_one_family(cls, value: str) -> str:
        """A list of fallbacks is the web's, and a file no program's: PowerPoint looks for a font of that name."""
        if re.search(r"[,;\"/\\]|\.(?:ttf|otf|ttc|woff2?)$", value, re.I):
            message = _('"{value}" is no name of one font; write it as PowerPoint lists it, as in Arial')
            raise ValueError(message.format(value=value))
        return value.strip()


class LogoFiles(Strict):
    """Files beside brand.yaml: for light and for dark ground; "none" for no logo. `clear_space`: share of the logo's height. In
    YAML a bare name stands for `{light: …}`."""

    light: str = ""
    dark: str = ""
    clear_space: str = ""
    alt: str = ""

    @model_validator(mode="before")
    @classmethod
    def _short(cls, value: Any) -> Any:
        return {"light": value} if isinstance(value, str) and value else value

    @field_validator("clear_space")
    @classmethod
    def _is_share(cls, value: str) -> str:
        if value and not (re.fullmatch(r"\d+([.,]\d+)?", value) and float(value.replace(",", ".")) <= 2):
            raise ValueError(_('"{value}" is no share of the height; write for example 0.25').format(value=value))
        return value


class BrandFile(Strict):
    """A graphic profile. What is not said is inherited: municipality from county from default. A line of text with an example
    stands in the starter (starter.py), in the order of the fields here. `lang`: the code of
    the language that its decks are in."""

    name: str = Field(default="", examples=[SOMEONE])
    template: str = ""
    footer: str = Field(default="", examples=[SOMEONE])
    lang: str = ""
    fonts: Fonts = Field(default_factory=Fonts)
    colors: Colors = Field(default_factory=Colors)
    logo: LogoFiles = Field(default_factory=LogoFiles)
    contact: Contact = Contact()


def schema() -> dict[str, Any]:
    """JSON Schema of brand.yaml, for editors."""
    return BrandFile.model_json_schema()
