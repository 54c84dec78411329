"""Metadata taken out of picture files, the picture itself left bit for bit: where it was taken and by
whom is nobody's to pass on unasked.

PNG (ISO/IEC 15948): the chunks that say how the picture looks are kept. JPEG (ISO/IEC 10918-1, annex B): all application
segments but JFIF's, Adobe's and the colour profile go, and so does what lies behind the picture (second pictures, films).
"""

from __future__ import annotations

from collections.abc import Iterator

_PNG_HEAD = 8
_PNG_KEPT = frozenset(
    {b"IHDR", b"PLTE", b"IDAT", b"IEND", b"tRNS", b"gAMA", b"cHRM", b"sRGB", b"iCCP", b"sBIT", b"bKGD", b"pHYs"}
)
_SOI, _EOI, _SOS, _COM = 0xD8, 0xD9, 0xDA, 0xFE
_APP = range(0xE0, 0xF0)
_JPEG_KEPT = {0xE0: b"JFIF\0", 0xE2: b"ICC_PROFILE\0", 0xEE: b"Adobe"}


def stripped_png(data: bytes) -> bytes:
    """The PNG with what is seen, and nothing else. Raises ValueError where it ends too early."""
    kept = [data[:_PNG_HEAD]]
    at = _PNG_HEAD
    while at + 12 <= len(data):
        end = at + 12 + int.from_bytes(data[at : at + 4], "big")
        kind = data[at + 4 : at + 8]
        if end > len(data):
            break
        if kind in _PNG_KEPT:
            kept.append(data[at:end])
        if kind == b"IEND":
            return b"".join(kept)
        at = end
    raise ValueError("the PNG has no end")


def stripped_jpeg(data: bytes) -> bytes:
    """The JPEG with what is seen, and nothing else. Raises ValueError where it ends too early."""
    return b"\xff\xd8" + b"".join(data[start:end] for marker, start, end in _segments(data) if _is_kept(data, marker, start))


def _is_kept(data: bytes, marker: int, start: int) -> bool:
    if marker in _APP:
        mark = _JPEG_KEPT.get(marker)
        return mark is not None and data[start + 4 : start + 4 + len(mark)] == mark
    return marker != _COM


def _segments(data: bytes) -> Iterator[tuple[int, int, int]]:
    """(marker, start, end) of each segment after the first, a scan's data with its header, to the picture's end."""
    at = 2
    while at + 2 <= len(data):
        if data[at] != 0xFF:  # what no segment holds, readers pass over
            at = data.find(b"\xff", at)
            if at < 0:
                break
            continue
        marker = data[at + 1]
        if marker == 0xFF:  # a fill byte
            at += 1
            continue
        if marker == _EOI:
            yield marker, at, at + 2
            return
        end = at + 2 + int.from_bytes(data[at + 2 : at + 4], "big")
        if marker == _SOS:
            end = _scan_end(data, end)
        if end > len(data):
            break
        yield marker, at, end
        at = end
    raise ValueError("the JPEG has no end")


def _scan_end(data: bytes, at: int) -> int:
    """Where the next marker after a scan's data is: FF that neither a zero nor a restart follows."""
    while (at := data.find(b"\xff", at)) >= 0 and at + 1 < len(data):
        if data[at + 1] and not 0xD0 <= data[at + 1] <= 0xD7:
            return at
        at += 2
    raise ValueError("the JPEG has no end")
