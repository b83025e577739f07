"""Pictures as bytes: of which kind they are, and the address under which they travel inside a page."""

from base64 import b64encode

KINDS = {b"\x89PNG": "png", b"\xff\xd8\xff": "jpeg", b"GIF8": "gif", b"BM": "bmp"}
"""The kinds that are kept as they are, by how their bytes begin: every program shows them."""


def kind_of(data: bytes) -> str:
    """Return the kind of a picture (a value of KINDS), empty if it is of another kind or none at all."""
    return next((kind for start, kind in KINDS.items() if data.startswith(start)), "")


def as_address(data: bytes) -> str:
    """Return an address that holds the picture itself, empty if it is of no kind that is known."""
    kind = kind_of(data)
    return f"data:image/{kind};base64,{b64encode(data).decode('ascii')}" if kind else ""
