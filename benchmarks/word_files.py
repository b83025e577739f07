"""How fast Word files are written, beside naive python-docx, docxtpl and a bare string in a zip file.

Run it as `python benchmarks/word_files.py`. The candidates take turns, so that a busy machine slows all of them; look
at the ratios (ours to the others) rather than at the milliseconds. A growth of 1 is linear. docxtpl fills paragraphs
and tables of words that it is given; it makes no links, lists or pictures.
"""

import math
import statistics
import time
from collections.abc import Callable
from functools import cache
from io import BytesIO
from xml.sax.saxutils import escape
from zipfile import ZIP_DEFLATED, ZipFile

from docx import Document as Word
from docx.oxml.ns import qn
from docxtpl import DocxTemplate

from copu_desk.document import Block, Document, Heading, Paragraph, Span, Table, spans
from copu_desk.style import house_style
from copu_desk.writers import docx

ROUNDS = 5
STYLE = house_style()
SENTENCE = "会议认为，“开源”是现代的创新引擎——它使 AI 更快地创新、更好地适配……并可降低成本(这是闭源做不到的)。"


def minutes(characters: int) -> tuple[Block, ...]:
    """Return paragraphs of about 200 characters, each with a bold beginning, and a heading over every tenth."""
    words = SENTENCE * 4
    blocks: list[Block] = []
    for number in range(characters // len(words)):
        if number % 10 == 0:
            blocks.append(Heading(spans(f"第{number}节")))
        blocks.append(Paragraph((Span(f"{number}.", bold=True), Span(words))))
    return tuple(blocks)


def ours(blocks: tuple[Block, ...]) -> bytes:
    return docx.write(Document(blocks), STYLE)


def naive(blocks: tuple[Block, ...]) -> bytes:
    word = Word(str(STYLE.template))
    for block in blocks:
        if isinstance(block, Table):
            table = word.add_table(0, len(block.rows[0]))
            for row in block.rows:
                for cell, inside in zip(table.add_row().cells, row, strict=True):
                    cell.text = inside[0].text
            continue
        if not isinstance(block, Heading | Paragraph):
            continue
        paragraph = word.add_paragraph(style="heading 3" if isinstance(block, Heading) else "纪要正文")
        for span in block.spans:
            run = paragraph.add_run(span.text)
            run.bold = span.bold
            run._r.get_or_add_rPr().get_or_add_rFonts().set(qn("w:hint"), "eastAsia")
    return saved(word)


def cell_by_cell(blocks: tuple[Block, ...]) -> bytes:
    """Fill a table with `table.cell`, as most examples do."""
    word = Word(str(STYLE.template))
    for block in blocks:
        if isinstance(block, Table):
            table = word.add_table(len(block.rows), len(block.rows[0]))
            for at, row in enumerate(block.rows):
                for column, inside in enumerate(row):
                    table.cell(at, column).text = inside[0].text
    return saved(word)


@cache
def form() -> bytes:
    """Return a template for docxtpl: the house style's, with a loop over paragraphs and one over a table's rows."""
    word = Word(str(STYLE.template))
    for paragraph in list(word.paragraphs):
        paragraph._p.getparent().remove(paragraph._p)
    for words in ("{%p for one in paragraphs %}", "", "{%p endfor %}"):
        paragraph = word.add_paragraph(words)
        if not words:
            paragraph.add_run("{{ one.label }}").bold = True
            paragraph.add_run("{{ one.words }}")
            for run in paragraph.runs:
                run._r.get_or_add_rPr().get_or_add_rFonts().set(qn("w:hint"), "eastAsia")
    table = word.add_table(3, 3)
    table.cell(0, 0).text = "{%tr for row in rows %}"
    for place, words in enumerate(("{%tc for cell in row %}", "{{ cell }}", "{%tc endfor %}")):
        table.cell(1, place).text = words
    table.cell(2, 0).text = "{%tr endfor %}"
    return saved(word)


def filled(blocks: tuple[Block, ...]) -> bytes:
    """Fill the template with docxtpl."""
    template = DocxTemplate(BytesIO(form()))
    paragraphs = [
        {"label": "".join(span.text for span in block.spans if span.bold), "words": block.spans[-1].text}
        for block in blocks
        if isinstance(block, Heading | Paragraph)
    ]
    rows = [[cell[0].text for cell in row] for block in blocks if isinstance(block, Table) for row in block.rows]
    template.render({"paragraphs": paragraphs, "rows": rows}, autoescape=True)
    return saved(template)


def saved(word) -> bytes:
    buffer = BytesIO()
    word.save(buffer)
    return buffer.getvalue()


def bare(blocks: tuple[Block, ...]) -> bytes:
    """Put strings together and zip them with the template's other parts: nothing is checked, parsed or described."""
    inside = "".join(map(bare_block, blocks))
    buffer = BytesIO()
    with ZipFile(STYLE.template) as source, ZipFile(buffer, "w", ZIP_DEFLATED) as target:
        for name in source.namelist():
            part = source.read(name)
            if name == "word/document.xml":
                before, after = part.split(b"<w:body>")
                part = before + b"<w:body>" + inside.encode() + after[after.index(b"<w:sectPr>") :]
            target.writestr(name, part)
    return buffer.getvalue()


def bare_block(block: Block) -> str:
    if isinstance(block, Table):
        rows = "".join(
            f"<w:tr>{''.join(f'<w:tc>{bare_paragraph(cell)}</w:tc>' for cell in row)}</w:tr>" for row in block.rows
        )
        return f"<w:tbl>{rows}</w:tbl>"
    return bare_paragraph(block.spans) if isinstance(block, Heading | Paragraph) else ""


def bare_paragraph(inside: tuple[Span, ...]) -> str:
    runs = "".join(
        f'<w:r><w:rPr><w:rFonts w:hint="eastAsia"/>{"<w:b/>" if span.bold else ""}</w:rPr>'
        f'<w:t xml:space="preserve">{escape(span.text)}</w:t></w:r>'
        for span in inside
    )
    return f'<w:p><w:pPr><w:pStyle w:val="Body"/></w:pPr>{runs}</w:p>'


def measured(
    candidates: dict[str, Callable[[tuple[Block, ...]], bytes]], blocks: tuple[Block, ...]
) -> dict[str, float]:
    """Return the median time of each candidate in milliseconds; they take turns."""
    times: dict[str, list[float]] = {name: [] for name in candidates}
    for _ in range(ROUNDS):
        for name, candidate in candidates.items():
            start = time.perf_counter()
            candidate(blocks)
            times[name].append((time.perf_counter() - start) * 1000)
    return {name: statistics.median(found) for name, found in times.items()}


def main() -> None:
    heads = ("ours", "naive", "docxtpl", "bare zip", "÷ naive", "÷ docxtpl", "÷ bare")
    print(" " * 24 + "".join(f"{head:>10}" for head in heads))
    sizes, found = (12_000, 60_000, 300_000, 1_500_000), []
    for size in sizes:
        times = measured({"ours": ours, "naive": naive, "docxtpl": filled, "bare": bare}, minutes(size))
        found.append(times["ours"])
        show(f"{size:,} characters", times)
    growth = math.log(found[-1] / found[-2]) / math.log(sizes[-1] / sizes[-2])
    print(f"{'growth 300,000 to 1.5 M':>24}{growth:>10.2f}")
    for rows in (40, 200, 500):
        table = Table(tuple(tuple(spans(f"{row}行{column}列") for column in range(8)) for row in range(rows)))
        show(
            f"table of {rows} x 8", measured({"ours": ours, "naive": naive, "docxtpl": filled, "bare": bare}, (table,))
        )
    small = Table(tuple(tuple(spans("文字") for _ in range(6)) for _ in range(40)))
    show(
        "40 x 6, naive by cell()",
        measured({"ours": ours, "naive": cell_by_cell, "docxtpl": filled, "bare": bare}, (small,)),
    )


def show(label: str, times: dict[str, float]) -> None:
    ratios = [times["ours"] / times[other] for other in ("naive", "docxtpl", "bare")]
    print(
        f"{label:>24}" + "".join(f"{one:>10.1f}" for one in times.values()) + "".join(f"{one:>10.2f}" for one in ratios)
    )


if __name__ == "__main__":
    main()
