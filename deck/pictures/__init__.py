"""Picture files, from strangers: known by their bytes, read within limits, and made such as every PowerPoint shows."""

from deck.pictures.picture import BadPicture, Shown, read_picture, shown_picture

__all__ = ["BadPicture", "Shown", "read_picture", "shown_picture"]
