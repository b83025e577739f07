"""Write Word documents: the content from us, the looks from the named styles of the house style's template."""

from copu_desk.document import Document
from copu_desk.style import HouseStyle
from copu_desk.writers.docx.blocks import Blocks
from copu_desk.writers.docx.package import describe, mark, pack
from copu_desk.writers.docx.template import Template


def write(document: Document, style: HouseStyle) -> bytes:
    """Return the document as .docx, the same bytes for the same input.

    StyleError if the template of the house style is broken or lacks a style.
    """
    template = Template(style)
    content = Blocks(template, document.images).xml(document.blocks)
    describe(template.word, document)
    mark(template.word, document.stamp)
    return pack(template.word, content)


def check(style: HouseStyle) -> None:
    """Raise StyleError if minutes cannot be written with the template of a house style."""
    Template(style)
