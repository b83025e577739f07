"""Word files made by hand: what python-docx cannot write (text boxes, content controls, revisions, notes …)."""

from io import BytesIO
from xml.sax.saxutils import escape
from zipfile import ZIP_DEFLATED, ZipFile

SPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture" '
    'xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" '
    'xmlns:dgm="http://schemas.openxmlformats.org/drawingml/2006/diagram" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"'
)
_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010806000000"
    "1f15c4890000000d49444154789c63f8cfc0f01f00050001ffa2b1b6d00000000049454e44ae426082"
)


def run(words, properties=""):
    """A run of text, with line feeds as breaks."""
    looks = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    lines = "<w:br/>".join(f'<w:t xml:space="preserve">{escape(line)}</w:t>' for line in words.split("\n"))
    return f"<w:r>{looks}{lines}</w:r>"


def paragraph(content="", style="", properties=""):
    """A paragraph of plain words or of runs."""
    inside = content if content.startswith("<") or not content else run(content)
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    about = f"<w:pPr>{named}{properties}</w:pPr>" if named or properties else ""
    return f"<w:p>{about}{inside}</w:p>"


def table(*rows, merged=""):
    """A table of plain words."""
    made = "".join("<w:tr>" + "".join(f"<w:tc>{paragraph(cell)}</w:tc>" for cell in row) + "</w:tr>" for row in rows)
    return f"<w:tbl>{made}{merged}</w:tbl>"


def text_box(*words, fallback=True):
    """A text box as Word writes it: for new programs, and once more for old ones."""
    inside = "".join(map(paragraph, words))
    old = f"<mc:Fallback><w:pict><v:textbox><w:txbxContent>{inside}</w:txbxContent></v:textbox></w:pict></mc:Fallback>"
    return (
        '<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor><a:graphic><a:graphicData><wps:wsp>'
        f"<wps:txbx><w:txbxContent>{inside}</w:txbxContent></wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:anchor>"
        f"</w:drawing></mc:Choice>{old if fallback else ''}</mc:AlternateContent></w:r>"
    )


def picture(relation, words="", width=360000):
    """A picture, its width in EMU."""
    return (
        f'<w:r><w:drawing><wp:inline><wp:extent cx="{width}" cy="360000"/><wp:docPr id="1" name="p" descr="{words}"/>'
        f'<a:graphic><a:graphicData><pic:pic><pic:blipFill><a:blip r:embed="{relation}"/></pic:blipFill></pic:pic>'
        "</a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
    )


def content_control(content):
    """A content control around anything."""
    return f"<w:sdt><w:sdtPr/><w:sdtContent>{content}</w:sdtContent></w:sdt>"


def inserted(content):
    """A tracked insertion."""
    return f'<w:ins w:id="1" w:author="甲">{content}</w:ins>'


def deleted(words):
    """A tracked deletion."""
    return f'<w:del w:id="2" w:author="甲"><w:r><w:delText>{escape(words)}</w:delText></w:r></w:del>'


def word(*body, relations=(), files=None, **parts):
    """A Word file; parts are the XML within `styles`, `numbering` …, relations (id, kind, target, mode)."""
    made = BytesIO()
    known = [(f"rId{name}", name, f"{name}.xml", "Internal") for name in parts] + list(relations)
    links = "".join(
        f'<Relationship Id="{key}" Type="{_RELATION}{kind}" Target="{escape(target)}" TargetMode="{mode}"/>'
        for key, kind, target, mode in known
    )
    package = 'xmlns="http://schemas.openxmlformats.org/package/2006/relationships"'
    with ZipFile(made, "w", ZIP_DEFLATED) as file:
        file.writestr("[Content_Types].xml", "<Types/>")
        file.writestr(
            "_rels/.rels",
            f'<Relationships {package}><Relationship Id="r1" Type="{_RELATION}officeDocument" '
            'Target="word/document.xml"/></Relationships>',
        )
        file.writestr("word/_rels/document.xml.rels", f"<Relationships {package}>{links}</Relationships>")
        file.writestr("word/document.xml", f"<w:document {SPACES}><w:body>{''.join(body)}</w:body></w:document>")
        for name, xml in parts.items():
            file.writestr(f"word/{name}.xml", f"<w:{name} {SPACES}>{xml}</w:{name}>")
        for name, data in (files or {}).items():
            file.writestr(name, data)
    return made.getvalue()


def replaced(data, old, new):
    """Return a Word file with other XML in its main part."""
    made = BytesIO()
    with ZipFile(BytesIO(data)) as source, ZipFile(made, "w") as target:
        for name in source.namelist():
            part = source.read(name)
            target.writestr(name, part.replace(old.encode(), new.encode()) if name == "word/document.xml" else part)
    return made.getvalue()
