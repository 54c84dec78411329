"""The presentation as data: what is said, in which order; nothing of how PowerPoint stores it."""

<<<<<<< HEAD
from deck.presentation.forms import FORMS, Form
=======
from deck.presentation.forms import FORMS, WORDS, Form
>>>>>>> wt-d
from deck.presentation.json import from_json, to_json
from deck.presentation.kinds import KINDS, LINE_ROLES, REQUIRED_ROLES, SLOT_ROLES, Kind, OwnKind, SlideKind
from deck.presentation.model import (
    Area,
    Block,
    Cell,
    Chart,
    Diagram,
    Item,
    Link,
    Map,
    Media,
    Paragraph,
    Picture,
    Presentation,
    QrCode,
    Row,
    Run,
    Section,
    Series,
    Slide,
    Slot,
    Table,
    Text,
    paragraph,
    text,
)

__all__ = [
    "FORMS",
    "KINDS",
    "LINE_ROLES",
    "REQUIRED_ROLES",
    "SLOT_ROLES",
<<<<<<< HEAD
=======
    "WORDS",
>>>>>>> wt-d
    "Area",
    "Block",
    "Cell",
    "Chart",
    "Diagram",
    "Form",
    "Item",
    "Kind",
    "Link",
    "Map",
    "Media",
    "OwnKind",
    "Paragraph",
    "Picture",
    "Presentation",
    "QrCode",
    "Row",
    "Run",
    "Section",
    "Series",
    "Slide",
    "SlideKind",
    "Slot",
    "Table",
    "Text",
    "from_json",
    "paragraph",
    "text",
    "to_json",
]
