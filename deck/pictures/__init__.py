"""Picture files, from strangers: known by their bytes, read within limits, and made such as every PowerPoint shows."""

from deck.pictures.picture import BadPicture, Shown, is_svg, read_picture, shown_picture, svg_shown

__all__ = ["BadPicture", "Shown", "is_svg", "read_picture", "shown_picture", "svg_shown"]
