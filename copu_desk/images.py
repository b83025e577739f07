"""Pictures as bytes: of which kind and how large they are, and the address under which they travel inside a page."""

import re
import struct
from base64 import b64encode

KINDS = {b"\x89PNG": "png", b"\xff\xd8\xff": "jpeg", b"GIF8": "gif", b"BM": "bmp"}
"""The kinds that are kept as they are, by how their bytes begin: every program shows them."""


def kind_of(data: bytes) -> str:
    """Return the kind of a picture (a value of KINDS), empty if it is of another kind or none at all."""
    return next((kind for start, kind in KINDS.items() if data.startswith(start)), "")


MOST_PIXELS = 64_000_000
"""So large a picture may be: whoever draws one needs up to eight bytes for each pixel, however few it takes here."""

_FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}  # the marks behind which a JPEG says how large it is
_FILLING = re.compile(b"\xff*")  # every mark begins with one of them, or with several
_MOST_MARKS = 10_000
_ALONE = frozenset((0x01, *range(0xD0, 0xDA)))  # marks without a length


def is_sound(data: bytes) -> bool:
    """Tell whether a picture can be kept: of a kind that is known, and no larger than can be drawn."""
    return kind_of(data) != "" and pixels(data) <= MOST_PIXELS


def pixels(data: bytes) -> int:
    """Return how many pixels a picture says that it has, without unpacking it; 0 where it does not say."""
    try:
        width, height = _size(data, kind_of(data))
    except (struct.error, IndexError):
        return 0
    return abs(width * height)


def _size(data: bytes, kind: str) -> tuple[int, int]:
    match kind:
        case "png":
            return struct.unpack_from(">II", data, 16)
        case "gif":
            return struct.unpack_from("<HH", data, 6)
        case "bmp":
            old = struct.unpack_from("<I", data, 14)[0] == 12  # noqa: PLR2004 - the shortest of its heads
            return struct.unpack_from("<HH" if old else "<ii", data, 18)
        case "jpeg":
            return _size_of_jpeg(data)
    return 0, 0


def _size_of_jpeg(data: bytes) -> tuple[int, int]:
    at = 2
    for _ in range(_MOST_MARKS):
        at = _FILLING.match(data, at).end()  # type: ignore[union-attr]  # which matches everywhere
        mark, at = data[at], at + 1
        if mark in _FRAMES:
            height, width = struct.unpack_from(">HH", data, at + 3)
            return width, height
        at += 0 if mark in _ALONE else struct.unpack_from(">H", data, at)[0]
    return MOST_PIXELS, MOST_PIXELS  # nothing that a camera or a program makes


def as_address(data: bytes) -> str:
    """Return an address that holds the picture itself, empty if it is of no kind that is known."""
    kind = kind_of(data)
    return f"data:image/{kind};base64,{b64encode(data).decode('ascii')}" if kind else ""
