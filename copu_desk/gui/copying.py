"""What is put on the clipboard: text, and HTML with lists, tables and pictures for programs that take it."""

from collections.abc import Callable
from contextlib import suppress

from PySide6.QtCore import QMimeData

from copu_desk.document import Body, Picture, plain_body
from copu_desk.errors import CopuError
from copu_desk.exchange import to_html


def page(html: str, text: str) -> QMimeData:
    """Return a whole page for the clipboard, with its text for programs that take no HTML."""
    data = QMimeData()
    data.setHtml(html)
    data.setText(text)
    return data


def blocks(body: Body, picture: Callable[[str], bytes]) -> QMimeData:
    """Return blocks for the clipboard; `picture` gives the bytes of a picture by its name.

    A picture that is gone goes as its caption: the words around it are copied all the same.
    """
    images = {}
    for block in body:
        if isinstance(block, Picture):
            with suppress(CopuError):
                images[block.image] = picture(block.image)
    return page(to_html(body, images), plain_body(body))
