"""Show what differs between two texts: what went is struck out, what came is underlined, each in its colour."""

from html import escape

from copu_desk.differences import Part, parts
from copu_desk.gui.theme import colours


def old_and_new(old: str, new: str) -> str:
    """Return both texts in one, marked, as rich text."""
    return "".join(_marked(part) for part in parts(old, new))


def old_side(old: str, new: str) -> str:
    """Return the old text with what went marked, as rich text."""
    return "".join(_marked(part) for part in parts(old, new) if part.kind != "new")


def new_side(old: str, new: str) -> str:
    """Return the new text with what came marked, as rich text."""
    return "".join(_marked(part) for part in parts(old, new) if part.kind != "gone")


def plain(words: str) -> str:
    """Return a text as rich text."""
    return escape(words).replace("\n", "<br>").replace("\t", "&nbsp;&nbsp;&nbsp;&nbsp;")


def _marked(part: Part) -> str:
    said, known = plain(part.words), colours()
    if part.kind == "gone":
        return f'<s style="color:{known.danger}">{said}</s>'
    if part.kind == "new":
        return f'<u style="color:{known.accent}; background-color:{known.chosen}">{said}</u>'
    return said
