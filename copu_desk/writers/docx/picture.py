"""Pictures as Word's XML, never larger than the type area."""

import struct
from collections.abc import Mapping
from io import BytesIO

from docx.image.exceptions import InvalidImageStreamError, UnexpectedEndOfFileError, UnrecognizedImageError
from docx.oxml.ns import nsdecls
from docx.shared import Mm, Twips

from copu_desk.document import Picture, Span
from copu_desk.writers.docx import runs
from copu_desk.writers.docx.template import Template

# What python-docx raises for bytes that are not a picture, or not a whole one.
_NO_PICTURE = (
    UnrecognizedImageError, UnexpectedEndOfFileError, InvalidImageStreamError, LookupError, ValueError, TypeError,
    AttributeError, ZeroDivisionError, struct.error,
)  # fmt: skip
_SPACES = nsdecls("wp", "a", "pic", "r")
_TALLEST = 0.85  # of the type area's height: leave room for the caption


class Pictures:
    """The pictures of one document; each gets a number of its own, as Word wants."""

    def __init__(self, template: Template, images: Mapping[str, bytes]) -> None:
        self._template, self._images, self._shown = template, images, 0

    def run(self, picture: Picture) -> str:
        """Return a run with the picture, or with words in its place if it is missing or of a kind Word has not."""
        data = self._images.get(picture.image, b"")
        try:
            relation, image = self._template.word.part.get_or_add_image(BytesIO(data))
            width = int(Mm(picture.width) if picture.width else image.width)
            shrink = self._shrink(width, width * image.height / image.width)
            size = int(width * shrink), int(width * image.height / image.width * shrink)
        except _NO_PICTURE:
            return runs.run(Span(f"[图片：{picture.alt}]" if picture.alt else "[图片]"))
        return self._inline(relation, max(size[0], 1), max(size[1], 1), picture.alt or picture.caption)

    def _shrink(self, width: float, height: float) -> float:
        """Return by what a picture of this size (EMU) must be made smaller to fit."""
        return min(1.0, Twips(self._template.width) / width, Twips(self._template.height) * _TALLEST / height)

    def _inline(self, relation: str, width: int, height: int, words: str) -> str:
        self._shown += 1
        name = f'id="{self._shown}" name="图片 {self._shown}"'
        size = f'cx="{width}" cy="{height}"'
        return (
            f'<w:r><w:drawing><wp:inline {_SPACES} distT="0" distB="0" distL="0" distR="0">'
            f"<wp:extent {size}/><wp:docPr {name} descr={runs.attribute(words)}/>"
            '<wp:cNvGraphicFramePr><a:graphicFrameLocks noChangeAspect="1"/></wp:cNvGraphicFramePr><a:graphic>'
            '<a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic>'
            f"<pic:nvPicPr><pic:cNvPr {name}/><pic:cNvPicPr/></pic:nvPicPr>"
            f'<pic:blipFill><a:blip r:embed="{relation}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>'
            f'<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext {size}/></a:xfrm>'
            '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic>'
            "</wp:inline></w:drawing></w:r>"
        )
