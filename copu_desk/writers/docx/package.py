"""What a Word file says about itself, and its packing."""

from datetime import UTC
from io import BytesIO
from xml.sax.saxutils import escape, quoteattr
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from docx.document import Document as Word
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part

from copu_desk.document import Document, Stamp, clean
from copu_desk.writers.docx.template import CONTENT

LONGEST_PROPERTY = 255  # characters; the format takes no more
_NO_TIME = (1980, 1, 1, 0, 0, 0)  # the first moment that zip files know


def describe(word: Word, document: Document) -> None:
    """Fill in the properties that Word and file managers show; those of the template go."""
    properties = word.core_properties
    known = word.part.package.part_related_by(RELATIONSHIP_TYPE.CORE_PROPERTIES).element
    for one in list(known):
        known.remove(one)
    properties.title = _property(document.title)
    properties.author = properties.last_modified_by = _property(document.author)
    properties.subject = _property(document.subject)
    properties.keywords = _property(",".join(document.keywords))
    properties.language = "zh-CN"
    stamp = document.stamp
    for name, value in (("content_status", stamp.status), ("version", stamp.version), ("identifier", stamp.hash)):
        if value:
            setattr(properties, name, _property(value))
    properties.revision = 1
    if document.created:
        properties.created = properties.modified = document.created.astimezone(UTC).replace(tzinfo=None)


_CUSTOM_TYPE = "application/vnd.openxmlformats-officedocument.custom-properties+xml"
_CUSTOM_PART = "/docProps/custom.xml"
_SPACES = (
    'xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties" '
    'xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"'
)
_FORMAT = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"  # what every custom property bears


def mark(word: Word, stamp: Stamp) -> None:
    """Give the file the marks of a stamp as custom properties, in the place of those of the template."""
    package = word.part.package
    for identity, relation in list(package.rels.items()):
        if relation.reltype == RELATIONSHIP_TYPE.CUSTOM_PROPERTIES:
            del package.rels[identity]
    if not stamp.marks:
        return
    made = "".join(
        f'<property fmtid="{_FORMAT}" pid="{number}" name={quoteattr(name)}>'
        f"<vt:lpwstr>{escape(_property(value))}</vt:lpwstr></property>"
        for number, (name, value) in enumerate(stamp.marks, start=2)  # 0 and 1 are taken by the format
    )
    data = (
        f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Properties {_SPACES}>{made}</Properties>'.encode()
    )
    package.relate_to(Part(PackURI(_CUSTOM_PART), _CUSTOM_TYPE, data, package), RELATIONSHIP_TYPE.CUSTOM_PROPERTIES)


def _property(words: str) -> str:
    return " ".join(clean(words).split())[:LONGEST_PROPERTY]


def pack(word: Word, content: str) -> bytes:
    """Return an opened template with its content (XML) as bytes.

    The content goes straight into the file, for parsing it would take longer than all the rest. The entries bear no
    time, so that the same document is the same bytes.
    """
    saved, packed = BytesIO(), BytesIO()
    word.save(saved)
    with ZipFile(saved) as source, ZipFile(packed, "w") as target:
        for name in source.namelist():
            part = source.read(name)
            if name == word.part.partname.membername:
                part = part.replace(f"<!--{CONTENT}-->".encode(), content.encode(), 1)
            entry = ZipInfo(name, _NO_TIME)
            entry.compress_type = ZIP_DEFLATED
            target.writestr(entry, part)
    return packed.getvalue()
