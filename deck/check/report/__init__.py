"""What the rules found, told: as text, JSON, SARIF 2.1.0, or a page with pictures."""

from deck.check.report.gather import Group, Judged, groups
from deck.check.report.jsonout import as_json
from deck.check.report.page import as_html
from deck.check.report.sarif import as_sarif
from deck.check.report.text import as_text

__all__ = ["Group", "Judged", "as_html", "as_json", "as_sarif", "as_text", "groups"]
