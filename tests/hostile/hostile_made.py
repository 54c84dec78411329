"""Hostile decks, each made from a sound one of ours: numbers, counts, depth, text, encodings and
relationships that no program writes.

A kind is a name and a function from the deck's entries (name in the zip → bytes) to others.
"""

from __future__ import annotations

import io
import random
import re
import shutil
import struct
import zipfile
import zlib
from collections.abc import Callable
from functools import partial
from pathlib import Path

Entries = dict[str, bytes]
Change = Callable[[Entries], Entries]
SLIDE, LAYOUT, MASTER = "ppt/slides/slide2.xml", "ppt/slideLayouts/slideLayout3.xml", "ppt/slideMasters/slideMaster1.xml"
MAIN, THEME, STYLES = "ppt/presentation.xml", "ppt/theme/theme1.xml", "ppt/tableStyles.xml"
EXTREME = (
    "2147483647",
    "-2147483648",
    "109951162777",
    "9" * 40,
    "1e11",
    "1e400",
    "NaN",
    "INF",
    "-1",
    "0",
    "",
    "abc",
    "0x7fffffff",
    "1.5",
    "99999999999%",
    "9" * 5000,
)
ENCODINGS = (("utf-16", "UTF-16"), ("latin-1", "ISO-8859-1"), ("utf-8-sig", "UTF-8"), ("utf-8", "no-such"), ("utf-16", "UTF-8"))
_NUMBER = re.compile(rb'(\s[\w:]+=")(-?\d+)(")')
_SHOWN = (
    "ppt/slides/slide",
    "ppt/slideLayouts/",
    "ppt/slideMasters/",
    "ppt/charts/",
    "ppt/theme/",
    "ppt/presentation.xml",
    "ppt/notes",
)


SLIDES = "title, in-short, environmental-objectives, made-with, when, sources"
"""A list, a diagram, a chart, cards and a table: a file of few slides costs each case a third of an ordinary one."""


def small_content(folder: Path) -> Path:
    """The project's content and its releases, with an outline "small"."""
    from deck.content.releases import fingerprint

    root = shutil.copytree(Path(__file__).resolve().parents[2] / "content", folder / "content")
    for path in root.rglob("outlines.yaml"):
        words = f"  small:\n    minutes: 5\n    max_slides: 20\n    sections:\n      start: [{SLIDES}]\n"
        path.write_text(path.read_text("utf-8").rstrip() + "\n" + words, "utf-8")
    for path in root.rglob("terms.yaml"):
        path.write_text(path.read_text("utf-8").replace("\n  outlines:\n", "\n  outlines:\n    small: Liten\n"), "utf-8")
    for path in root.rglob("release.yaml"):
        kept = [line for line in path.read_text("utf-8").splitlines() if not line.startswith("sha256:")]
        path.write_text("\n".join([*kept, f"sha256: {fingerprint(path.parent)}"]) + "\n", "utf-8")
    return root


def base_entries(folder: Path, content: Path) -> Entries:
    """A deck of ours, as entries of its zip."""
    from deck.fleet import BuildRequest, build_many

    built = build_many([BuildRequest("lund", "small", out=folder, release="2020-04-30", content_root=content)], 1)[0]
    assert built.path is not None, built.diagnostics
    with zipfile.ZipFile(built.path) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def zipped(entries: Entries) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        for name, data in entries.items():
            archive.writestr(zipfile.ZipInfo(name), data, zipfile.ZIP_DEFLATED)
    return out.getvalue()


def _into(entries: Entries, part: str, before: bytes, what: bytes) -> Entries:
    data = entries[part]
    at = data.rfind(before)
    assert at >= 0, (part, before)
    return {**entries, part: data[:at] + what + data[at:]}


def _shapes(entries: Entries, what: bytes, part: str = SLIDE) -> Entries:
    return _into(entries, part, b"</p:spTree>", what)


def shape(body: bytes = b"<a:p/>", props: bytes = b"", number: int = 9000, more: bytes = b"", geometry: bytes = b"") -> bytes:
    box = b'<a:xfrm><a:off x="100000" y="100000"/><a:ext cx="3000000" cy="900000"/></a:xfrm>'
    form = geometry or b'<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'
    return (
        b'<p:sp><p:nvSpPr><p:cNvPr id="%d" name="h %d"/><p:cNvSpPr/><p:nvPr>%s</p:nvPr></p:nvSpPr><p:spPr>%s%s%s</p:spPr>'
        b"<p:txBody><a:bodyPr/><a:lstStyle/>%s</p:txBody></p:sp>"
    ) % (number, number, more, box, form, props, body)


def run(words: bytes) -> bytes:
    return b"<a:p><a:r><a:t>%s</a:t></a:r></a:p>" % words


def table(rows: int, columns: int, words: bytes = b"x") -> bytes:
    cell = b"<a:tc><a:txBody><a:bodyPr/>%s</a:txBody><a:tcPr/></a:tc>" % run(words)
    return (
        b'<p:graphicFrame><p:nvGraphicFramePr><p:cNvPr id="9100" name="t"/><p:cNvGraphicFramePr/><p:nvPr/>'
        b"</p:nvGraphicFramePr><p:xfrm>"
        b'<a:off x="0" y="0"/><a:ext cx="9000000" cy="5000000"/></p:xfrm><a:graphic><a:graphicData '
        b'uri="http://schemas.openxmlformats.org/drawingml/2006/table"><a:tbl><a:tblPr firstRow="1"/><a:tblGrid>'
        b"%s</a:tblGrid>%s</a:tbl>"
        b"</a:graphicData></a:graphic></p:graphicFrame>"
    ) % (b'<a:gridCol w="10000"/>' * columns, (b'<a:tr h="10000">' + cell * columns + b"</a:tr>") * rows)


# --- numbers --------------------------------------------------------------------------------------------------------------------


def all_numbers(value: str, parts: tuple[str, ...], entries: Entries) -> Entries:
    """Every numeric attribute of the parts: ids and versions with them."""

    def changed(data: bytes) -> bytes:
        return _NUMBER.sub(lambda match: match[1] + value.encode() + match[3], data)

    return {name: changed(data) if name.startswith(parts) and name.endswith(".xml") else data for name, data in entries.items()}


def some_numbers(seed: int, entries: Entries) -> Entries:
    """A tenth of all numbers, each extreme in a way of its own."""
    chance = random.Random(seed)

    def one(match: re.Match[bytes]) -> bytes:
        return match[1] + chance.choice(EXTREME).encode() + match[3] if chance.random() < 0.1 else match[0]

    return {
        name: _NUMBER.sub(one, data) if name.startswith(_SHOWN) and name.endswith(".xml") else data
        for name, data in entries.items()
    }


def chart_values(value: str, entries: Entries) -> Entries:
    def changed(data: bytes) -> bytes:
        return re.sub(rb"<c:v>[^<]*</c:v>", b"<c:v>" + value.encode() + b"</c:v>", data)

    return {name: changed(data) if name.startswith("ppt/charts/chart") else data for name, data in entries.items()}


def group_scales(depth: int, entries: Entries) -> Entries:
    start = (
        b'<p:grpSp><p:nvGrpSpPr><p:cNvPr id="9%03d" name="g"/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr>'
        b'<a:xfrm><a:off x="0" y="0"/>'
        b'<a:ext cx="27273042316900" cy="27273042316900"/><a:chOff x="-27273042329600" y="5"/>'
        b'<a:chExt cx="1" cy="1"/></a:xfrm></p:grpSpPr>'
    )
    return _shapes(entries, b"".join(start % n for n in range(depth)) + shape() + b"</p:grpSp>" * depth)


# --- counts ---------------------------------------------------------------------------------------------------------------------


def shapes(count: int, entries: Entries) -> Entries:
    return _shapes(entries, b"".join(shape(run(b"w"), number=9000 + n) for n in range(count)))


def elements_over_slides(count: int, entries: Entries) -> Entries:
    slides = [name for name in entries if name.startswith("ppt/slides/slide")][:6]
    what = b"<a:p/>" * (count // len(slides))
    for name in slides:
        entries = _shapes(entries, shape(what), name)
    return entries


def placeholders(count: int, entries: Entries) -> Entries:
    made = b"".join(shape(number=9000 + n, more=b'<p:ph type="body" idx="%d"/>' % (500 + n)) for n in range(count))
    return _shapes(_shapes(entries, made), made, LAYOUT)


def tables(rows: int, columns: int, entries: Entries) -> Entries:
    return _shapes(entries, table(rows, columns))


def attributes(count: int, entries: Entries) -> Entries:
    many = b" ".join(b'a%d="1"' % n for n in range(count))
    return _shapes(entries, b"<p:sp %s><p:nvSpPr><p:cNvPr id='9000' name='a'/></p:nvSpPr></p:sp>" % many)


def attribute_bytes(size: int, entries: Entries) -> Entries:
    return _shapes(entries, shape().replace(b'name="h 9000"', b'name="%s"' % (b"n" * size)))


def sections(count: int, entries: Entries) -> Entries:
    one = b'<p14:section name="s" id="{%08X-0000-0000-0000-000000000000}"><p14:sldIdLst/></p14:section>'
    every = b"".join(one % n for n in range(count))
    ext = (
        b'<p:extLst><p:ext uri="{521415D9-36F7-43E2-AB2F-B90AF26B5E84}"><p14:sectionLst xmlns:p14="http://schemas.microsoft.com/office/'
        b'powerpoint/2010/main">%s</p14:sectionLst></p:ext></p:extLst>' % every
    )
    plain = {**entries, MAIN: re.sub(rb"<p:extLst>.*</p:extLst>", b"", entries[MAIN], flags=re.DOTALL)}
    return _into(plain, MAIN, b"</p:presentation>", ext)


def stops(count: int, entries: Entries) -> Entries:
    fill = b"<a:gradFill><a:gsLst>%s</a:gsLst></a:gradFill>" % (b'<a:gs pos="5"><a:srgbClr val="FF0000"/></a:gs>' * count)
    return _shapes(entries, shape(run(b"w"), fill))


def path_points(count: int, entries: Entries) -> Entries:
    steps = b'<a:moveTo><a:pt x="0" y="0"/></a:moveTo>' + b'<a:lnTo><a:pt x="9" y="7"/></a:lnTo>' * count
    form = b'<a:custGeom><a:avLst/><a:pathLst><a:path w="10" h="10">%s</a:path></a:pathLst></a:custGeom>' % steps
    return _shapes(entries, shape(b"<a:p/>", geometry=form))


def _more(entries: Entries, source: str, kind: str, count: int, owner: str, marker: bytes, item: bytes) -> Entries:
    """Copies of a part, each with its content type, and its relationship and entry in `owner`'s list."""
    folder, _slash, file = source.rpartition("/")
    stem = file.rstrip("0123456789.xml")
    found = dict(entries)
    types: list[bytes] = []
    rels: list[bytes] = []
    items: list[bytes] = []
    own = entries.get(f"{folder}/_rels/{file}.rels")
    for n in range(count):
        name = f"{folder}/{stem}{7000 + n}.xml"
        found[name] = entries[source]
        if own is not None:
            found[f"{folder}/_rels/{stem}{7000 + n}.xml.rels"] = own
        tail = f"presentationml.{kind}+xml"
        types.append(
            f'<Override PartName="/{name}" ContentType="application/vnd.openxmlformats-officedocument.{tail}"/>'.encode()
        )
        target = f"/{name}"
        uri = f"http://schemas.openxmlformats.org/officeDocument/2006/relationships/{kind}"
        rels.append(f'<Relationship Id="hx{n}" Type="{uri}" Target="{target}"/>'.encode())
        items.append(
            item % {b"id": 3_000_000_000 + n if b"Id id" in item and kind != "slide" else 50_000 + n, b"rid": b"hx%d" % n}
        )
    found = _into(found, "[Content_Types].xml", b"</Types>", b"".join(types))
    folder, _slash, file = owner.rpartition("/")
    found = _into(found, f"{folder}/_rels/{file}.rels", b"</Relationships>", b"".join(rels))
    return _into(found, owner, marker, b"".join(items))


def masters(count: int, entries: Entries) -> Entries:
    item = b'<p:sldMasterId id="%(id)d" r:id="%(rid)s"/>'
    return _more(entries, MASTER, "slideMaster", count, MAIN, b"</p:sldMasterIdLst>", item)


def layouts(count: int, entries: Entries) -> Entries:
    item = b'<p:sldLayoutId id="%(id)d" r:id="%(rid)s"/>'
    return _more(entries, LAYOUT, "slideLayout", count, MASTER, b"</p:sldLayoutIdLst>", item)


def copies(count: int, entries: Entries) -> Entries:
    return _more(entries, SLIDE, "slide", count, MAIN, b"</p:sldIdLst>", b'<p:sldId id="%(id)d" r:id="%(rid)s"/>')


def listed_again(count: int, entries: Entries) -> Entries:
    found = re.search(rb'<p:sldId [^>]*r:id="([^"]*)"', entries[MAIN])
    assert found
    return _into(
        entries, MAIN, b"</p:sldIdLst>", b"".join(b'<p:sldId id="%d" r:id="%s"/>' % (60_000 + n, found[1]) for n in range(count))
    )


def links(count: int, entries: Entries) -> Entries:
    uri = b"http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink"
    rel = b'<Relationship Id="hl%d" Type="%s" Target="https://example.se/%d" TargetMode="External"/>'
    text = b'<a:p><a:r><a:rPr><a:hlinkClick r:id="hl%d"/></a:rPr><a:t>here</a:t></a:r></a:p>'
    folder, _slash, file = SLIDE.rpartition("/")
    found = _into(entries, f"{folder}/_rels/{file}.rels", b"</Relationships>", b"".join(rel % (n, uri, n) for n in range(count)))
    return _shapes(found, shape(b"".join(text % n for n in range(count))))


def words(unit: bytes, count: int, entries: Entries) -> Entries:
    return _shapes(entries, shape(run(unit * count)))


def words_in_title(unit: bytes, count: int, entries: Entries) -> Entries:
    return {**entries, SLIDE: re.sub(rb"<a:t>[^<]*</a:t>", b"<a:t>" + unit * count + b"</a:t>", entries[SLIDE])}


def empty_paragraphs(count: int, entries: Entries) -> Entries:
    return _shapes(entries, shape(b"<a:p/>" * count))


def runs(count: int, entries: Entries) -> Entries:
    return _shapes(
        entries, shape(b"<a:p>%s</a:p>" % (b"<a:r><a:rPr b='1'/><a:t>ord </a:t></a:r><a:r><a:t>ord </a:t></a:r>" * (count // 2)))
    )


def comments(count: int, entries: Entries) -> Entries:
    """XML comments and processing instructions between all elements of all parts."""

    def strewn(data: bytes) -> bytes:
        head, mark, rest = data.partition(b"?>")
        return head + mark + re.sub(rb">(?=<)", b"><!-- c --><?pi x?>", rest, count=count)

    return {name: strewn(data) if name.startswith("ppt/") and name.endswith(".xml") else data for name, data in entries.items()}


def groups(depth: int, entries: Entries) -> Entries:
    start = b'<p:grpSp><p:nvGrpSpPr><p:cNvPr id="9%d" name="g"/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr/>'
    return _shapes(entries, b"".join(start % n for n in range(depth)) + shape() + b"</p:grpSp>" * depth)


def alternates(depth: int, entries: Entries) -> Entries:
    start = (
        b'<mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><mc:Choice Requires="p14">'
    )
    return _shapes(entries, start * depth + shape() + b"</mc:Choice></mc:AlternateContent>" * depth)


def timings(depth: int, entries: Entries) -> Entries:
    plain = {**entries, SLIDE: re.sub(rb"<p:timing>.*</p:timing>", b"", entries[SLIDE], flags=re.DOTALL)}
    start = b'<p:par><p:cTn id="1" repeatCount="4294967295"><p:childTnLst>'
    tree = start * depth + b"</p:childTnLst></p:cTn></p:par>" * depth
    return _into(plain, SLIDE, b"</p:sld>", b"<p:timing><p:tnLst>%s</p:tnLst></p:timing>" % tree)


def styles(count: int, entries: Entries) -> Entries:
    one = b'<a:tblStyle styleId="{%08X-0000-0000-0000-000000000000}" styleName="s"/>'
    return (
        _into(entries, STYLES, b"</a:tblStyleLst>", b"".join(one % n for n in range(count)))
        if STYLES in entries and (b"</a:tblStyleLst>" in entries[STYLES])
        else entries
    )


def chart_points(count: int, entries: Entries) -> Entries:
    points = b"".join(b'<c:pt idx="%d"><c:v>%d</c:v></c:pt>' % (n, n) for n in range(count))
    cache = b'<c:ptCount val="%d"/>' % count

    def changed(data: bytes) -> bytes:
        return re.sub(
            rb'<c:ptCount val="\d+"/>(<c:pt idx="\d+">.*?</c:pt>)+', lambda _match: cache + points, data, count=1, flags=re.DOTALL
        )

    return {name: changed(data) if name.startswith("ppt/charts/chart") else data for name, data in entries.items()}


def parts(count: int, entries: Entries) -> Entries:
    return {**entries, **{f"customXml/h{n}.xml": b"<x/>" for n in range(count)}}


# --- pictures -------------------------------------------------------------------------------------------------------------------


def png(width: int, height: int, shade: int = 0, colours: int = 2) -> bytes:
    """A plain PNG, made row by row: small in the file, as large as it says when it is drawn."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    size = {0: 1, 2: 3, 6: 4}[colours]
    packer = zlib.compressobj(1)
    row = b"\0" + bytes([shade]) * (width * size)
    data = b"".join(packer.compress(row) for _n in range(height)) + packer.flush()
    head = struct.pack(">IIBBBBB", width, height, 8, colours, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", data) + chunk(b"IEND", b"")


def picture_shapes(count: int, make: Callable[[int], bytes], ending: str, entries: Entries) -> Entries:
    uri = b"http://schemas.openxmlformats.org/officeDocument/2006/relationships/image"
    found = dict(entries)
    rels: list[bytes] = []
    made: list[bytes] = []
    for n in range(count):
        found[f"ppt/media/h{n}.{ending}"] = make(n)
        rels.append(b'<Relationship Id="hp%d" Type="%s" Target="../media/h%d.%s"/>' % (n, uri, n, ending.encode()))
        made.append(
            b'<p:pic><p:nvPicPr><p:cNvPr id="%d" name="p"/><p:cNvPicPr/><p:nvPr/></p:nvPicPr><p:blipFill>'
            b'<a:blip r:embed="hp%d"/><a:stretch/>'
            b'</p:blipFill><p:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="900000" cy="900000"/></a:xfrm>'
            b'<a:prstGeom prst="rect"/></p:spPr></p:pic>' % (9200 + n, n)
        )
    kind = {"jpeg": "jpeg", "png": "png", "gif": "gif"}[ending]
    default = f'<Default Extension="{ending}" ContentType="image/{kind}"/>'.encode()
    if default not in found["[Content_Types].xml"]:
        found = _into(found, "[Content_Types].xml", b"</Types>", default)
    folder, _slash, file = SLIDE.rpartition("/")
    found = _into(found, f"{folder}/_rels/{file}.rels", b"</Relationships>", b"".join(rels))
    return _shapes(found, b"".join(made) + shape(run(b"words on it")))


def scans(count: int, _n: int) -> bytes:
    """A progressive JPEG whose last scan comes again and again."""
    from PIL import Image

    out = io.BytesIO()
    Image.new("RGB", (3000, 3000), "teal").save(out, "JPEG", progressive=True)
    data = out.getvalue()
    at = data.rfind(b"\xff\xda")
    return data[:at] + data[at:-2] * count + b"\xff\xd9"


def frames(count: int, _n: int) -> bytes:
    from PIL import Image

    out = io.BytesIO()
    pictures = [Image.new("P", (8, 8), n % 200) for n in range(count)]
    pictures[0].save(out, "GIF", save_all=True, append_images=pictures[1:])
    return out.getvalue()


# --- encodings, broken parts, relationships -------------------------------------------------------------------------------------


def put(part: str, data: bytes, entries: Entries) -> Entries:
    return {**entries, part: data}


def encoded(part: str, code: str, said: str, entries: Entries) -> Entries:
    text = re.sub(r"<\?xml[^>]*\?>", f'<?xml version="1.0" encoding="{said}"?>', entries[part].decode(), count=1)
    return {**entries, part: text.encode(code, "xmlcharrefreplace")}


def cut(part: str, share: float, entries: Entries) -> Entries:
    return {**entries, part: entries[part][: int(len(entries[part]) * share)]}


def root_of(part: str, name: bytes, entries: Entries) -> Entries:
    return {
        **entries,
        part: b'<?xml version="1.0"?><%s xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"/>' % name,
    }


def without(part: str, entries: Entries) -> Entries:
    return {name: data for name, data in entries.items() if name != part}


def targets_swapped(seed: int, entries: Entries) -> Entries:
    """Relationships of a part lead to one another's targets."""
    chance = random.Random(seed)

    def swapped(data: bytes) -> bytes:
        targets = re.findall(rb'Target="[^"]*"', data)
        chance.shuffle(targets)
        return re.sub(rb'Target="[^"]*"', lambda _match: targets.pop(), data)

    return {name: swapped(data) if name.endswith(".rels") and chance.random() < 0.5 else data for name, data in entries.items()}


def to_itself(part: str, entries: Entries) -> Entries:
    """All relationships of a part lead back to it."""
    folder, _slash, file = part.rpartition("/")
    rels = f"{folder}/_rels/{file}.rels"
    return {**entries, rels: re.sub(rb'Target="[^"]*"', b'Target="/%s"' % part.encode(), entries[rels])}


def _kinds() -> dict[str, Change]:
    kinds: dict[str, Change] = {}
    for value in EXTREME:
        kinds[f"numbers-{value[:20]}-{len(value)}"] = partial(all_numbers, value, _SHOWN)
    for where in (
        "ppt/slides/slide",
        "ppt/slideLayouts/",
        "ppt/slideMasters/",
        "ppt/charts/",
        "ppt/theme/",
        "ppt/presentation.xml",
    ):
        for value in ("2147483647", "-2147483648", "1e11"):
            kinds[f"numbers-{where.split('/')[1]}-{value}"] = partial(all_numbers, value, (where,))
    kinds |= {f"numbers-some-{seed}": partial(some_numbers, seed) for seed in range(6)}
    kinds |= {
        f"chart-{value[:20]}": partial(chart_values, value)
        for value in ("NaN", "INF", "-INF", "1e400", "1e308", "-5", "", "x", "9" * 400)
    }
    for name, make, sizes in (
        ("group-scales", group_scales, (5, 60, 80)),
        ("shapes", shapes, (300, 1900, 20_000, 100_000)),
        ("elements", elements_over_slides, (60_000, 280_000, 2_400_000)),
        ("placeholders", placeholders, (100, 280, 3_000)),
        ("attributes", attributes, (150, 5_000, 100_000)),
        ("attribute-bytes", attribute_bytes, (60_000, 1_000_000, 11_000_000)),
        ("sections", sections, (400, 5_000, 100_000)),
        ("stops", stops, (1_900, 50_000)),
        ("path-points", path_points, (1_900, 29_000, 200_000)),
        ("masters", masters, (20, 55, 300)),
        ("layouts", layouts, (100, 700, 2_000)),
        ("copies", copies, (30, 100, 1_500)),
        ("listed-again", listed_again, (50, 900, 5_000)),
        ("links", links, (500, 1_900, 5_000)),
        ("empty-paragraphs", empty_paragraphs, (5_000, 9_900, 50_000, 1_200_000)),
        ("runs", runs, (2_000, 7_900, 100_000)),
        ("comments", comments, (50, 1_000_000)),
        ("groups", groups, (30, 60, 80, 3_000)),
        ("alternates", alternates, (3, 60, 120)),
        ("timings", timings, (20, 80, 1_000)),
        ("styles", styles, (900, 50_000)),
        ("chart-points", chart_points, (1_000, 9_000, 200_000)),
        ("parts", parts, (5_000, 25_000)),
    ):
        kinds |= {f"{name}-{size}": partial(make, size) for size in sizes}
    for rows, columns in ((49, 49), (490, 4), (4, 199), (200, 200), (10_000, 100), (50_000, 1)):
        kinds[f"table-{rows}x{columns}"] = partial(tables, rows, columns)
    for name, unit in (
        ("a", b"a"),
        ("shy", "\u00ad".encode()),
        ("hyphen", b"-"),
        ("a-hyphen", b"a-"),
        ("space", b" "),
        ("a-space", b"a "),
    ):
        for make in (words, words_in_title):
            for count in (2_000, 30_000, 1_000_000):
                kinds[f"{make.__name__}-{name}-{count}"] = partial(make, unit, count)
    kinds["pictures-png-39"] = partial(picture_shapes, 20, lambda n: png(6_500, 6_000, n), "png")
    kinds["pictures-png-20"] = partial(picture_shapes, 20, lambda n: png(5_000, 4_000, n, 6), "png")
    kinds["picture-grey"] = partial(picture_shapes, 3, lambda n: png(6_000, 3_900, n, 0), "png")
    kinds["picture-wide"] = partial(picture_shapes, 2, lambda n: png(2_000_000, 1, n, 0), "png")
    kinds["pictures-jpeg"] = partial(picture_shapes, 20, _large_jpeg, "jpeg")
    kinds |= {f"picture-scans-{count}": partial(picture_shapes, 1, partial(scans, count), "jpeg") for count in (20, 3_000)}
    kinds["picture-frames"] = partial(picture_shapes, 1, partial(frames, 3_000), "gif")
    kinds |= {
        f"picture-cut-{ending}": partial(picture_shapes, 1, lambda _n: b"\x89PNG\r\n\x1a\n\0", ending)
        for ending in ("png", "jpeg", "gif")
    }
    for part in (
        SLIDE,
        LAYOUT,
        MASTER,
        MAIN,
        THEME,
        STYLES,
        "[Content_Types].xml",
        "docProps/app.xml",
        "docProps/core.xml",
        "docProps/custom.xml",
    ):
        short = part.rpartition("/")[2]
        kinds[f"empty-{short}"] = partial(put, part, b"")
        kinds[f"no-xml-{short}"] = partial(put, part, b"<<not xml")
        kinds[f"zeros-{short}"] = partial(put, part, b"\0" * 1000)
        kinds[f"cut-{short}"] = partial(cut, part, 0.7)
        kinds[f"root-{short}"] = partial(root_of, part, b"p:other")
        kinds[f"missing-{short}"] = partial(without, part)
        for code, said in ENCODINGS if part in (SLIDE, LAYOUT, MAIN) else ():
            kinds[f"encoded-{short}-{code}-{said}"] = partial(encoded, part, code, said)
    kinds |= {f"to-itself-{part.rpartition('/')[2]}": partial(to_itself, part) for part in (SLIDE, LAYOUT, MASTER, MAIN)}
    kinds |= {f"swapped-{seed}": partial(targets_swapped, seed) for seed in range(8)}
    return kinds


def _large_jpeg(n: int) -> bytes:
    from PIL import Image

    out = io.BytesIO()
    Image.new("RGB", (6_500, 6_000), (n, 9, 99)).save(out, "JPEG", quality=60)
    return out.getvalue()


KINDS: dict[str, Change] = _kinds()
