"""Whether the preview and the PDF break pages where the Word file does, as LibreOffice sets it, with the same fonts.

Run `python benchmarks/page_breaks.py [PAST-MINUTES.txt]`: a meeting is set in each house style, with all fonts replaced
by Noto CJK in a copy of its template; then both are read back from PDF, and for each page break the lines by which it
differs are told (0: the same line ends the page). Without a file, the sample organisation's newest meeting is set.
"""

import re
import shutil
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from zipfile import ZIP_DEFLATED, ZipFile

from copu_desk import exchange
from copu_desk.model import Series
from copu_desk.paths import SAMPLE, STYLES
from copu_desk.style import house_style, style_names
from copu_desk.writers.pdf.looks import Looks

SONG, SANS = "Noto Serif CJK SC", "Noto Sans CJK SC"
_FONT = re.compile(r'(w:(?:ascii|hAnsi|cs|eastAsia))="([^"]*)"')
_SANS = ("黑体", "微软雅黑", "Arial", "等线")


def with_noto(name, folder):
    """Return a house style whose template names only fonts that are here."""
    for suffix in ("toml", "docx"):
        shutil.copy(STYLES / f"{name}.{suffix}", folder)
    path = folder / f"{name}.docx"
    with ZipFile(path) as package:
        parts = {entry: package.read(entry) for entry in package.namelist()}
    with ZipFile(path, "w", ZIP_DEFLATED) as package:
        for entry, data in parts.items():
            words = entry.startswith("word/") and entry.endswith(".xml")
            package.writestr(entry, _FONT.sub(_replaced, data.decode()).encode() if words else data)
    return house_style(name, folder)


def _replaced(found):
    known = found[2] in ("eastAsia", "")
    return found[0] if known else f'{found[1]}="{SANS if found[2] in _SANS else SONG}"'


def lines_of(pdf, bottom):
    """Return the lines of each page above its bottom margin (points): their words without blanks, the highest first."""
    told = subprocess.run(["pdftotext", "-bbox-layout", pdf, "-"], capture_output=True, text=True, check=True).stdout
    pages = []
    for page in told.split("<page ")[1:]:
        words = re.findall(r'<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="[\d.]+" yMax="([\d.]+)">(.*?)</word>', page)
        height = float(re.search(r'height="([\d.]+)"', page)[1])
        rows = {}
        for x, top, low, said in words:
            middle = (float(top) + float(low)) / 2
            if middle < height - bottom:  # what is below is the page number
                row = next((known for known in rows if abs(known - middle) < 4), middle)
                rows.setdefault(row, []).append((float(x), said))
        lines = ["".join(said for _, said in sorted(rows[row])) for row in sorted(rows)]
        pages.append([re.sub(r"\s", "", line) for line in lines])
    return pages


def differences(ours, theirs):
    """Return for each page break by how many lines it comes later (or earlier, negative) in ours than in theirs."""
    starts, breaks, wanted, total = [], [], [], 0
    for page in ours:
        breaks.append(len(starts))
        for line in page:
            starts.append(total)
            total += len(line)
    total = 0
    for page in theirs:
        wanted.append(total)
        total += sum(map(len, page))
    pairs = zip(breaks[1:], wanted[1:], strict=False)
    return [at - min(range(len(starts)), key=lambda line: abs(starts[line] - place)) for at, place in pairs]


def main():
    source = Path(sys.argv[1]) if len(sys.argv) > 1 else max(SAMPLE.glob("minutes-*.txt"))
    meeting = exchange.read(source).bundle.meetings[0]
    print(f"{source.name}\n{'style':10} {'pages':>12} {'lines':>12}  page breaks differ by lines (ours - LibreOffice)")
    with TemporaryDirectory() as name:
        folder = Path(name)
        for style in style_names(STYLES):
            material = exchange.Material(
                meeting, Series(name="COPU例会"), with_noto(style, folder), created=datetime(2025, 9, 3, tzinfo=UTC)
            )
            (folder / "ours.pdf").write_bytes(exchange.export(material, "pdf"))
            (folder / "theirs.docx").write_bytes(exchange.export(material, "docx"))
            subprocess.run(
                ["soffice", "--headless", f"-env:UserInstallation=file://{folder}/lo", "--convert-to", "pdf",
                 "--outdir", folder, folder / "theirs.docx"],
                check=True, capture_output=True, timeout=120,
            )  # fmt: skip
            bottom = Looks(material.style).page.bottom
            ours, theirs = (lines_of(folder / name, bottom) for name in ("ours.pdf", "theirs.pdf"))
            counts = [f"{len(ours)} / {len(theirs)}", f"{sum(map(len, ours))} / {sum(map(len, theirs))}"]
            print(f"{style:10} {counts[0]:>12} {counts[1]:>12}  {differences(ours, theirs)}")
            if "--show" in sys.argv:
                for page, (mine, yours) in enumerate(zip(ours, theirs, strict=False), 1):
                    print(page, mine[-1], "|", yours[-1])


if __name__ == "__main__":
    main()
