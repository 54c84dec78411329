"""Graphic profiles: colours, fonts, logos and words of a place, inherited field by field."""

from deck.brand.cascade import branding_root, describe, load_brand
from deck.brand.logo import BadLogo, colors_from_logo, logo_remarks
from deck.brand.model import Brand, Logo
from deck.brand.schema import schema
from deck.brand.starter import starter_yaml

__all__ = [
    "BadLogo",
    "Brand",
    "Logo",
    "branding_root",
    "colors_from_logo",
    "describe",
    "load_brand",
    "logo_remarks",
    "schema",
    "starter_yaml",
]
