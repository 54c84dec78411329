"""Content × place × audience × outline × brand → Presentation. Pure: knows nothing of PowerPoint."""

from deck.compose.compose import compose

__all__ = ["compose"]
