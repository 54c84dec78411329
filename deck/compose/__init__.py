"""Content × place × audience × outline × brand → Presentation. Pure: knows nothing of PowerPoint."""

from deck.compose.compose import compose, compose_slide

__all__ = ["compose", "compose_slide"]
