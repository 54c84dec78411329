"""Every file that we write goes through here: nothing is replaced that is not proved ours and unchanged,
unless that is asked for."""

from deck.files.door import borrowed, lend_folder, put, put_back, put_folder, put_mine, refusal, take, take_folder
from deck.files.seal import CSS, CSV, HTML, JSON, PDF, PNG, PO, SARIF, SCRIPT, SETTINGS, SHEET, WEBP, XML, YAML, FileKind, encoded
from deck.files.shadow import is_shadow
from deck.files.whole import abandon, write_atomic

__all__ = [
    "CSS",
    "CSV",
    "HTML",
    "JSON",
    "PDF",
    "PNG",
    "PO",
    "SARIF",
    "SCRIPT",
    "SETTINGS",
    "SHEET",
    "WEBP",
    "XML",
    "YAML",
    "FileKind",
    "abandon",
    "borrowed",
    "encoded",
    "is_shadow",
    "lend_folder",
    "put",
    "put_back",
    "put_folder",
    "put_mine",
    "refusal",
    "take",
    "take_folder",
    "write_atomic",
]
