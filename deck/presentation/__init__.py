"""The presentation as data: what is said, in which order; nothing of how PowerPoint stores it."""

from deck.presentation.json import from_json, to_json
from deck.presentation.model import (
    Area,
    BigNumber,
    Block,
    Card,
    Cards,
    Cell,
    Chart,
    Link,
    Map,
    Media,
    Paragraph,
    Picture,
    Presentation,
    Process,
    QrCode,
    Row,
    Run,
    Section,
    Series,
    Slide,
    SlideKind,
    Slot,
    Step,
    Table,
    Text,
    paragraph,
    text,
)

__all__ = [
    "Area", "BigNumber", "Block", "Card", "Cards", "Cell", "Chart", "Link", "Map", "Media", "Paragraph", "Picture",
    "Presentation", "Process", "QrCode", "Row", "Run", "Section", "Series", "Slide", "SlideKind", "Slot", "Step",
    "Table", "Text", "from_json", "paragraph", "text", "to_json",
]  # fmt: skip
