"""DrawingML as it shows: inheritance, themes, colours and text styles resolved. Reads only."""

from deck.drawing.model import (
    Insets,
    Paint,
    Scene,
    SceneCell,
    SceneParagraph,
    SceneRun,
    SceneShape,
    SceneTable,
    SceneText,
    TextLevel,
    TextStyle,
)
from deck.drawing.scene import scene
from deck.drawing.sheet import Sheet, Sheets
from deck.drawing.theme import Theme

__all__ = [
    "Insets",
    "Paint",
    "Scene",
    "SceneCell",
    "SceneParagraph",
    "SceneRun",
    "SceneShape",
    "SceneTable",
    "SceneText",
    "Sheet",
    "Sheets",
    "TextLevel",
    "TextStyle",
    "Theme",
    "scene",
]
