"""Fuzz the readers with coverage: python benchmarks/fuzz_readers.py FORMAT [SECONDS], of docx html md txt minutes.

Needs atheris (pip install atheris), which has no wheels for every system: so it is no dependency, and run by hand. What
crashes a reader is kept as tests/files/crash-<hash>.<suffix>, where tests/test_hostile_files.py reads it again.
"""

import sys
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from zipfile import ZIP_STORED, ZipFile

import atheris

with atheris.instrument_imports(include=["copu_desk"]):
    from copu_desk.document import paragraphs
    from copu_desk.errors import ReadError
    from copu_desk.readers import docx, html, md, txt
    from copu_desk.recognize import essays, minutes

FILES = Path(__file__).resolve().parent.parent / "tests" / "files"
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
SEEDS = {
    "docx": [
        b"<w:p><w:r><w:t>a</w:t></w:r></w:p>",
        b"<w:tbl><w:tr><w:tc><w:p><w:r><w:t>a</w:t></w:r></w:p></w:tc></w:tr></w:tbl>",
        b"<w:p><w:pPr><w:numPr><w:ilvl w:val='0'/><w:numId w:val='1'/></w:numPr></w:pPr><w:ins/></w:p>",
    ],
    "html": [
        b"<table><tr><td colspan=2>a<img src='data:image/png;base64,AA'></table>",
        b"<ul><li>a<ol><li>b</ol></ul>",
    ],
    "md": [b"# a\n\n- b\n\n|a|b|\n|-|-|\n|c|d|\n", b"---\ntitle: a\n---\n> b\n"],
    "txt": ["例会纪要 2025.9.2\n参会人员：张三、李四".encode("gb18030")],
    "minutes": [
        "例会纪要 2025.9.2\n参会人员：张三(线上)、李四等3人\n一、预算\n决议：同意（同意3票，反对0票，弃权1票）。\n"
        "待办：\n1. 写稿——王五（9月5日前）".encode()
    ],
}


def word(body: bytes) -> bytes:
    """Return a Word file around the XML of its body."""
    made = BytesIO()
    with ZipFile(made, "w", ZIP_STORED) as file:
        file.writestr("word/document.xml", f"<w:document {W}><w:body>".encode() + body + b"</w:body></w:document>")
    return made.getvalue()


def recognised(data: bytes) -> None:
    """Recognise a text as minutes and as an essay."""
    body = paragraphs(data.decode("utf-8", "ignore"))
    minutes.meetings(body, needs_day=False)
    essays.essay(body)


READ = {
    "docx": lambda data: docx.read(word(data)),
    "html": html.read_file,
    "md": md.read,
    "txt": txt.read,
    "minutes": recognised,
}


def main() -> None:
    """Fuzz one format."""
    form, seconds = sys.argv[1], int((*sys.argv, "60")[2])

    def one(data: bytes) -> None:
        try:
            READ[form](data)
        except ReadError:
            return
        except Exception:
            suffix = "txt" if form == "minutes" else form
            whole = word(data) if form == "docx" else data
            FILES.mkdir(exist_ok=True)
            (FILES / f"crash-{sha256(data).hexdigest()[:8]}.{suffix}").write_bytes(whole)
            raise

    with TemporaryDirectory() as corpus:
        for row, seed in enumerate(SEEDS[form]):
            (Path(corpus) / str(row)).write_bytes(seed)
        atheris.Setup([sys.argv[0], corpus, f"-max_total_time={seconds}", "-max_len=4000", "-timeout=10"], one)
        atheris.Fuzz()


if __name__ == "__main__":
    main()
