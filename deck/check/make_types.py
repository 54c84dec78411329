"""data/types.json: each type of element with its content model and its attributes' values, per parent and child.

Made from the schemas of ECMA-376 Part 1 and 4 in the form that the Open XML SDK publishes (MIT, github.com/dotnet/Open-XML-SDK,
data/schemas), with Microsoft's own later additions ([MS-ODRAWXML], [MS-PPTX]): `python -m deck.check.make_types FOLDER`.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from deck.files import put_mine

TARGET = Path(__file__).with_name("data") / "types.json"
SCHEMAS = {
    "p": "schemas_openxmlformats_org_presentationml_2006_main.json",
    "a": "schemas_openxmlformats_org_drawingml_2006_main.json",
    "c": "schemas_openxmlformats_org_drawingml_2006_chart.json",
}
NUMBERS = {
    "Int32Value": (-(2**31), 2**31 - 1),
    "UInt32Value": (0, 2**32 - 1),
    "Int64Value": (-(2**63), 2**63 - 1),
    "ByteValue": (0, 255),
    "SByteValue": (-128, 127),
    "UInt16Value": (0, 65_535),
    "IntegerValue": (-(2**63), 2**63 - 1),
}
PLAIN = {"BooleanValue": "boolean", "DoubleValue": "number", "SingleValue": "number", "HexBinaryValue": "hex"}
GUID = "{[0-9A-F]{8}-"
Json = dict[str, Any]


def _times(item: Json) -> str:
    """? * + or {n,m} from the schema's occurrences."""
    if "Occurs" not in item:
        return ""
    found = item["Occurs"][0]
    least, most = found.get("Min", 0), found.get("Max", 0)
    if (least, most) in ((0, 1), (0, 0), (1, 0)):
        return {(0, 1): "?", (0, 0): "*", (1, 0): "+"}[least, most]
    return "" if (least, most) == (1, 1) else f"{{{least},{most or ''}}}"


def _order(item: Json) -> str:
    """A particle as elements.yaml writes content models; what is of other namespaces, or of any, is left out."""
    if "Name" in item:
        child = item["Name"].split("/")[1]
        return child + _times(item) if child.partition(":")[0] in SCHEMAS else ""
    pieces = [piece for part in item.get("Items", ()) if (piece := _order(part))]
    if item.get("Kind") == "Any" or not pieces:
        return ""
    times = _times(item)
    whole = (" | " if item["Kind"] == "Choice" else " ").join(pieces)
    if item["Kind"] == "Choice" and len(pieces) < len(item["Items"]) and not times:
        # One of the ways is an element of another namespace, which is not looked at.
        times = "?"
    if len(pieces) == 1 and whole.startswith("(") and whole.endswith((")", ")?")) and times in ("", "?", "*"):
        # One group within another says no more than the two do together.
        inner = whole.removesuffix("?")
        return inner + (times or ("?" if whole.endswith("?") else ""))
    bare = not times and (item["Kind"] != "Choice" or len(pieces) == 1)
    return whole if bare else f"({whole}){times}"


def _says(attribute: Json, enums: dict[str, str]) -> str:
    """What an attribute may say: a range, words, "boolean", "number", "hex", "guid" or "text"; several
    with " / " between; ! where needed."""
    checks = attribute.get("Validators", [])
    needed = any(check["Name"] == "RequiredValidator" for check in checks)
    kind = attribute["Type"]
    if kind.startswith("EnumValue<"):
        says = enums.get(kind[len("EnumValue<") : -1].rsplit(".", 2)[-2] + "." + kind[:-1].rsplit(".", 1)[-1], "text")
    elif kind in NUMBERS:
        least, most = NUMBERS[kind]
        for check in checks:
            if check["Name"] == "NumberValidator":
                least, most = _bounds(check, least, most)
        says = f"{least}..{most}"
    elif kind in PLAIN:
        says = PLAIN[kind]
    else:
        says = _text(checks)
    return says + ("!" if needed else "")


def _bounds(check: Json, least: int, most: int) -> tuple[int, int]:
    for argument in check.get("Arguments", ()):
        value = int(float(argument["Value"]))
        name = argument["Name"]
        least = max(least, value + (name == "MinExclusive")) if name.startswith("Min") else least
        most = min(most, value - (name == "MaxExclusive")) if name.startswith("Max") else most
    return least, most


def _text(checks: list[Json]) -> str:
    strings = [check for check in checks if check["Name"] == "StringValidator" and "UnionId" not in check]
    patterns = [a["Value"] for check in strings for a in check.get("Arguments", ()) if a.get("Name") == "Pattern"]
    return "guid" if any(pattern.replace("\\", "").startswith(GUID) for pattern in patterns) else "text"


def _attributes(types: list[Json], enums: dict[str, str]) -> dict[str, str]:
    found = [attribute for item in types for attribute in item.get("Attributes", ())]
    return {item["QName"].lstrip(":"): _says(item, enums) for item in found}


def made(folder: Path) -> Json:
    """ "p:CT_Slide/p:sld" → [content model, child → its type, attribute → its values]; `roots`: a part's root → its type."""
    loaded = {prefix: json.loads((folder / name).read_text("utf-8")) for prefix, name in SCHEMAS.items()}
    space = {"p": "Presentation", "a": "Drawing", "c": "Charts"}
    enums = {
        f"{space[prefix]}.{item['Name']}": " ".join(facet["Value"] for facet in item["Facets"])
        for prefix, schema in loaded.items()
        for item in schema["Enums"]
    }
    every = [item for schema in loaded.values() for item in schema["Types"]]
    abstract = {item["Name"].rstrip("/"): item for item in every if item["Name"].endswith("/")}
    types: dict[str, list[Any]] = {}
    for item in every:
        kind, _slash, element = item["Name"].partition("/")
        if not element or element.partition(":")[0] not in SCHEMAS:
            continue
        base = [abstract[kind]] if kind in abstract else []
        particle = next((one["Particle"] for one in (item, *base) if one.get("Particle")), {})
        names = [child["Name"].split("/") for one in (item, *base) for child in one.get("Children", ())]
        children = {child: of for of, child in names if child.partition(":")[0] in SCHEMAS}
        order = _order(particle)
        open_ended = not order and '"Any"' in json.dumps(particle)
        types[item["Name"]] = ["*" if open_ended else order, children, _attributes([*base, item], enums)]
    roots = {name.split("/")[1]: name for name in _roots(every)}
    return {"roots": roots, "types": types}


def _roots(types: list[Json]) -> Iterator[str]:
    return (item["Name"] for item in types if item.get("Part"))


def main() -> int:
    if len(sys.argv) != 2:
        sys.stderr.write("python -m deck.check.make_types FOLDER\n")
        return 2
    found = made(Path(sys.argv[1]))
    rows = ",\n".join(f"{json.dumps(name)}: {json.dumps(said)}" for name, said in sorted(found["types"].items()))
    put_mine(TARGET, f'{{"roots": {json.dumps(found["roots"])},\n"types": {{\n{rows}\n}}}}\n'.encode())
    sys.stdout.write(f"{TARGET}: {len(found['types'])}\n")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
