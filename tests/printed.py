"""What LibreOffice prints of a Word file: where the words stand, and where there is ink; lengths in mm."""

import re
import subprocess
from dataclasses import dataclass
from html import unescape
from pathlib import Path

MM_A_POINT = 25.4 / 72
_DOTS = 8  # a millimetre


@dataclass(frozen=True)
class Line:
    """A line of text and its box: from the paper's left and upper edge."""

    words: str
    left: float
    top: float
    right: float
    bottom: float


def pdf_of(folder: Path, data: bytes, name: str = "printed") -> Path:
    """Return where the PDF is that LibreOffice makes of a Word file."""
    (folder / f"{name}.docx").write_bytes(data)
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder), f"{name}.docx"]
    subprocess.run(command, check=True, capture_output=True, timeout=100, cwd=folder)
    return folder / f"{name}.pdf"


def pages(pdf: Path) -> list[list[Line]]:
    """Return the lines of each page from top to bottom; the box of a line is that of its font, not of its ink."""
    made = subprocess.run(["pdftotext", "-bbox-layout", str(pdf), "-"], capture_output=True, text=True, check=True)
    found = []
    for page in re.findall(r"<page .*?</page>", made.stdout, re.DOTALL):
        words = [
            (float(top), float(left), float(right), float(bottom), unescape(said))
            for left, top, right, bottom, said in re.findall(
                r'<word xMin="(.*?)" yMin="(.*?)" xMax="(.*?)" yMax="(.*?)">(.*?)</word>', page
            )
        ]
        found.append(_lines(sorted(words)))
    return found


def _lines(words: list[tuple[float, float, float, float, str]]) -> list[Line]:
    """Put words whose middles are at one height into one line: poppler would part columns."""
    rows: list[list[tuple[float, float, float, float, str]]] = []
    for word in words:
        middle = (word[0] + word[3]) / 2
        if rows and abs((rows[-1][0][0] + rows[-1][0][3]) / 2 - middle) < 4:
            rows[-1].append(word)
        else:
            rows.append([word])
    return [
        Line(
            "".join(word[4] for word in sorted(row, key=lambda one: one[1])),
            min(word[1] for word in row) * MM_A_POINT,
            min(word[0] for word in row) * MM_A_POINT,
            max(word[2] for word in row) * MM_A_POINT,
            max(word[3] for word in row) * MM_A_POINT,
        )
        for row in rows
    ]


def ink(pdf: Path, page: int, box: tuple[float, float, float, float], *, red: bool = False) -> tuple[float, ...]:
    """Return left, top, right and bottom edge of the ink in a box (left, top, right, bottom) of a page.

    With `red` only of what is red; all zero where there is none.
    """
    left, top, right, bottom = (round(length * _DOTS) for length in box)
    command = ["pdftoppm", "-r", str(25.4 * _DOTS), "-f", str(page), "-l", str(page), "-x", str(left), "-y", str(top)]
    command += ["-W", str(right - left), "-H", str(bottom - top), str(pdf)]
    made = subprocess.run(command, capture_output=True, check=True).stdout
    width, height = map(int, made.split(maxsplit=4)[1:3])
    dots = made[-width * height * 3 :]
    found = [
        (at % width, at // width)
        for at, (one, other) in enumerate(zip(dots[0::3], dots[1::3], strict=True))
        if other < 128 and (one > 180 if red else one < 128)
    ]
    if not found:
        return 0, 0, 0, 0
    across, down = [one[0] for one in found], [one[1] for one in found]
    edges = left + min(across), top + min(down), left + max(across) + 1, top + max(down) + 1
    return tuple(edge / _DOTS for edge in edges)
