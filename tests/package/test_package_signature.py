"""Digital signatures go with the bytes that they sign."""

from __future__ import annotations

from test_package_model import MADE

from deck.package import Package, Relationship
from deck.package.signature import is_signed, unsigned

KIND = "http://schemas.openxmlformats.org/package/2006/relationships/digital-signature"


def signed(package: Package) -> Package:
    """As PowerPoint signs: an origin, to which each signature is related."""
    origin = "_xmlsignatures/origin.sigs"
    return package.replace(
        parts={origin: b"", "_xmlsignatures/sig1.xml": b"<Signature/>"},
        overrides={origin: "origin", "_xmlsignatures/sig1.xml": "signature"},
        rels={
            "": (*package.rels[""], Relationship("rIdSigned", f"{KIND}/origin", origin)),
            origin: (Relationship("rId1", f"{KIND}/signature", "_xmlsignatures/sig1.xml"),),
        },
    )


def test_without_its_signature_a_package_is_as_before() -> None:
    whole = signed(MADE)
    assert is_signed(whole) and not is_signed(MADE)
    assert unsigned(whole) == MADE
    assert unsigned(MADE) is MADE
