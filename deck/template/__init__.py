"""Any .potx or .pptx read into layouts, roles, boxes and text styles."""

from deck.template.branding import brand_template, credited, default_template_path
from deck.template.look import look_of
from deck.template.model import Fill, Ground, Layout, Palette, Placeholder, Role, Spot, Template, ThemeColor
from deck.template.reader import beside, read_template, template_of

__all__ = [
    "Fill",
    "Ground",
    "Layout",
    "Palette",
    "Placeholder",
    "Role",
    "Spot",
    "Template",
    "ThemeColor",
    "beside",
    "brand_template",
    "credited",
    "default_template_path",
    "look_of",
    "read_template",
    "template_of",
]
