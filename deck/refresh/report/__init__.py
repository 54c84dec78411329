"""What a refresh did, told: on the terminal and as a page."""

from deck.refresh.report.page import as_html
from deck.refresh.report.text import as_table, as_text

__all__ = ["as_html", "as_table", "as_text"]
