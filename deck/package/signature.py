"""Digital signatures (Part 2, 10): of the file's bytes as they were, and so of no file that says something else."""

from __future__ import annotations

from deck.package.model import Package

_SIGNED = "/digital-signature/origin"


def is_signed(package: Package) -> bool:
    return any(rel.type.endswith(_SIGNED) for rel in package.rels.get("", ()))


def unsigned(package: Package) -> Package:
    """The package without its signatures, their certificates and what leads to them."""
    rels = tuple(rel for rel in package.rels.get("", ()) if not rel.type.endswith(_SIGNED))
    if len(rels) == len(package.rels.get("", ())):
        return package
    bare = package.replace(rels={"": rels})
    gone = package.reached() - bare.reached()
    return bare.replace(parts=dict.fromkeys(gone))


__all__ = ["is_signed", "unsigned"]
