"""Fuzz the readers with coverage: python benchmarks/fuzz_readers.py FORMAT [SECONDS | --runs N].

FORMAT is docx, html, md, txt, minutes or tables (reports of platforms, rosters, ledgers). A number of runs is the short
form that CI takes: it is the same each time. Needs atheris (pip install atheris), which has no wheels for every system:
so it is no dependency. What crashes a reader is kept as tests/files/crash-<hash>.<suffix>, where
tests/test_hostile_files.py reads it again.
"""

import sys
from contextlib import suppress
from datetime import date
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from zipfile import ZIP_STORED, ZipFile

import atheris

with atheris.instrument_imports(include=["copu_desk"]):
    from copu_desk import roster
    from copu_desk.document import paragraphs
    from copu_desk.errors import ReadError
    from copu_desk.readers import docx, grids, html, md, txt
    from copu_desk.recognize import essays, ledger, minutes, reports

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
    "tables": [
        "姓名,入会时间,退会时间,参会时长\n甲(甲),2025-09-02 09:30:00,2025-09-02 10:00:00,30分钟\n".encode(),
        "姓名\t单位\t别名\t所属系列\n甲\t星河\t乙；丙\t例会（2024-01-01 至 2025-06-30）\n".encode("utf-16"),
        "姓名,2025-09-02,9.16\n甲,√,请假\n乙,线上,\n".encode("gb18030"),
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


def tables(data: bytes) -> None:
    """Read a table as the report of a platform, as a roster and as a ledger; each may refuse it."""
    found = grids.read(data)
    for understood in (
        lambda: reports.read(found, date(2025, 9, 2)),
        lambda: roster.understood(tuple(grid.rows for grid in found)),
        lambda: ledger.read(found, 2025),
    ):
        with suppress(ReadError):
            understood()


READ = {
    "tables": tables,
    "docx": lambda data: docx.read(word(data)),
    "html": html.read_file,
    "md": md.read,
    "txt": txt.read,
    "minutes": recognised,
}


def main() -> None:
    """Fuzz one format."""
    form, *more = sys.argv[1:]
    bound = f"-runs={more[1]}" if more[:1] == ["--runs"] else f"-max_total_time={more[0] if more else 60}"

    def one(data: bytes) -> None:
        try:
            READ[form](data)
        except ReadError:
            return
        except Exception:
            suffix = {"minutes": "txt", "tables": "csv"}.get(form, form)
            whole = word(data) if form == "docx" else data
            FILES.mkdir(exist_ok=True)
            (FILES / f"crash-{sha256(data).hexdigest()[:8]}.{suffix}").write_bytes(whole)
            raise

    with TemporaryDirectory() as corpus:
        for row, seed in enumerate(SEEDS[form]):
            (Path(corpus) / str(row)).write_bytes(seed)
        atheris.Setup([sys.argv[0], corpus, bound, "-seed=1", "-max_len=4000", "-timeout=10"], one)
        atheris.Fuzz()


if __name__ == "__main__":
    main()
