"""Words that layouts of each kind are called by, in the languages of templates seen. The weakest
evidence; folded, matched as parts."""

from __future__ import annotations

from deck.places import folded_key

WORDS: dict[str, tuple[str, ...]] = {
    "title": (
        "title slide",
        "rubrikbild",
        "startbild",
        "framsida",
        "forstasida",
        "omslag",
        "cover",
        "front page",
        "titelfolie",
        "startfolie",
        "diapositive de titre",
        "page de titre",
        "couverture",
        "tittellysbilde",
        "forside",
        "titeldias",
        "titelslide",
        "otsikkodia",
        "kansi",
    ),
    "section": (
        "section",
        "avsnitt",
        "kapitel",
        "mellanrubrik",
        "delrubrik",
        "divider",
        "chapter",
        "abschnitt",
        "zwischentitel",
        "titre de section",
        "intercalaire",
        "delingsoverskrift",
        "afsnit",
        "deloverskrift",
        "osan otsikko",
        "valiotsikko",
    ),
    "content": (
        "title and content",
        "rubrik och innehall",
        "rubrik och text",
        "bullet",
        "text",
        "punktlista",
        "titel und inhalt",
        "titre et contenu",
        "tittel og innhold",
        "titel og indhold",
        "otsikko ja sisalto",
        "innehall",
    ),
    "two-content": (
        "two content",
        "tva innehall",
        "tva delar",
        "tva spalter",
        "two column",
        "zwei inhalte",
        "deux contenus",
        "to innholdsdeler",
        "to indholdsobjekter",
        "kaksi sisaltokohdetta",
    ),
    "comparison": ("comparison", "jamforelse", "vergleich", "comparaison", "sammenligning", "vertailu"),
    "title-only": (
        "title only",
        "endast rubrik",
        "bara rubrik",
        "nur titel",
        "titre seul",
        "bare tittel",
        "kun titel",
        "vain otsikko",
        "only title",
    ),
    "picture": (
        "picture",
        "bild och text",
        "bild med",
        "foto",
        "image",
        "photo",
        "bild mit",
        "bilde med",
        "billede",
        "kuva",
    ),
    "object": (
        "table",
        "chart",
        "tabell",
        "rubrik och objekt",
        "diagram",
        "graf",
        "tabelle",
        "diagramm",
        "tableau",
        "graphique",
        "taulukko",
        "kaavio",
    ),
    "quote": ("quote", "citat", "zitat", "citation", "sitat", "lainaus"),
    "question": ("fraga", "fragor", "question", "diskussion", "frage", "sporsmal", "kysymys"),
    "big-number": (
        "big number",
        "stort tal",
        "stor siffra",
        "nyckeltal",
        "statement",
        "key figure",
        "big fact",
        "kennzahl",
        "chiffre",
    ),
    "figures": ("egna siffror", "egna tal", "siffror", "own figures", "figures", "kennzahlen", "chiffres"),
    "contact": ("kontakt", "contact", "kontakta", "yhteys"),
    "closing": (
        "closing",
        "avslut",
        "slutbild",
        "slutsida",
        "tack",
        "end",
        "thank",
        "kontakt",
        "contact",
        "final",
        "schluss",
        "danke",
        "fin",
        "merci",
        "avslutning",
        "tak",
        "kiitos",
        "lopetus",
    ),
}

INDEX_PARTS = (
    "agenda",
    "sommaire",
    "inhaltsverzeichnis",
    "innehallsforteckning",
    "dagordning",
    "table of contents",
    "table des matieres",
    "innholdsfortegnelse",
    "indholdsfortegnelse",
    "sisallysluettelo",
    "inhoudsopgave",
)
INDEX_NAMES = frozenset({"inhalt", "contents", "sisallys", "indice", "inhoud", "index"})
"""A name that is nothing else; in "Titel und Inhalt" the same word says that it holds content."""


def _words(name: str) -> str:
    """A name without its numbers and marks."""
    return " ".join("".join(letter if letter.isalpha() else " " for letter in folded_key(name)).split())


def is_index(name: str) -> bool:
    """Is a layout of this name one for a table of contents? "1_Sommaire" is; "Innehåll" may be for any content."""
    key = _words(name)
    return any(word in key for word in INDEX_PARTS) or key in INDEX_NAMES


def called(kind: str, name: str) -> bool:
    """Is a layout of this name one for `kind`, by any language's word for it? Whole words for short ones."""
    key = f" {folded_key(name)} "
    return any(f" {word} " in key if len(word) <= 5 else word in key for word in WORDS.get(kind, ()))


INSTRUCTING = (
    "how to use",
    "sa anvander du",
    "sa har anvander",
    "anvand mallen",
    "anvanda mallen",
    "instruktion",
    "instruction",
    "instructie",
    "anvisning",
    "anleitung",
    "gebrauchshinweis",
    "vejledning til",
    "veiledning til",
    "sadan bruger du",
    "slik bruker du",
    "mode d emploi",
    "comment utiliser",
    "kayttoohje",
    "nain kaytat",
)
INSTRUCTIONS = frozenset({"info", "information", "ohje", "ohjeet", "read me", "readme", "las mig", "lasmig", "hjalp", "help"})
"""A layout's name that is nothing else; a slide's title of these words may be anything."""


def instructs(title: str, layout: str = "") -> bool:
    """Does a slide tell how its template is used, by its title or its layout's name? Whoever writes a deck takes it out."""
    keys = [_words(name) for name in (title, layout)]
    return any(f" {words}" in f" {key}" for key in keys for words in INSTRUCTING) or keys[1] in INSTRUCTIONS
