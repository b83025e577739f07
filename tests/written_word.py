"""Minutes written as a Word file, and what stands in the file, read by ourselves."""

import struct
import subprocess
import zlib
from datetime import UTC, datetime
from io import BytesIO
from zipfile import ZipFile

from docx import Document as Word
from lxml import etree
from meetings import FULL, PIXEL, PIXEL_NAME, SERIES
from word_order import ORDER

from copu_desk.compose import minutes
from copu_desk.document import Document
from copu_desk.style import house_style
from copu_desk.writers import docx

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
STYLE = house_style()
MOMENT = datetime(2025, 9, 3, 8, 0, tzinfo=UTC)


def composed(meeting=FULL, style=STYLE):
    return minutes.compose(meeting, SERIES, style, {PIXEL_NAME: PIXEL}, MOMENT)


def write(*blocks, **more):
    return docx.write(Document(blocks, **more), STYLE)


def part(data, name="word/document.xml"):
    return etree.fromstring(ZipFile(BytesIO(data)).read(name))


def parts(data):
    names = [name for name in ZipFile(BytesIO(data)).namelist() if name.startswith("word/") and name.endswith(".xml")]
    return {name: part(data, name) for name in names}


def lines(data):
    """Return the paragraphs of the body outside tables, by reading the XML ourselves."""
    signs = {f"{W}br": "\n", f"{W}tab": "\t"}
    return [
        "".join(node.text or "" if node.tag == f"{W}t" else signs.get(node.tag, "") for node in paragraph.iter())
        for paragraph in part(data).findall(f"{W}body/{W}p")
    ]


def style_of(data, line):
    """Return the name of the style of the first paragraph with these words."""
    return next(one for one in Word(BytesIO(data)).paragraphs if one.text == line).style.element.name_val


def png(width, height):
    """Return a white PNG of a size in pixels, made here."""

    def chunk(kind, data):
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    rows = (b"\0" + b"\xff" * width) * height
    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")


def libreoffice(folder, kind, path):
    """Convert a file with LibreOffice, and return where the result is."""
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    made = folder / "made"
    command = ["soffice", profile, "--headless", "--convert-to", kind, "--outdir", str(made), str(path)]
    subprocess.run(command, check=True, capture_output=True, timeout=100)
    return made / f"{path.stem}.{kind}"


def check_order(data):
    """See to it that the elements of each part stand in the order that Word insists on."""
    for name, root in parts(data).items():
        for element in root.iter():
            order = ORDER.get(etree.QName(element).localname)
            found = [etree.QName(child).localname for child in element]
            if order is not None:
                assert set(found) <= set(order), (name, element.tag, set(found) - set(order))
                assert found == sorted(found, key=order.index), (name, element.tag, found)
