"""Where pages end in the PDF and in the Word file as LibreOffice sets it, with the same fonts: Noto for all of them."""

import re
import shutil
import subprocess
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

from printed import pages

from copu_desk import exchange
from copu_desk.paths import STYLES
from copu_desk.style import HouseStyle, house_style
from copu_desk.writers.pdf.faces import families
from copu_desk.writers.pdf.looks import Looks

SONG, SANS = "Noto Serif CJK SC", "Noto Sans CJK SC"
_FONTS = re.compile(r"<w:rFonts [^>]*>")  # only in there: languages have an eastAsia, too
_FONT = re.compile(r'(w:(?:ascii|hAnsi|cs|eastAsia))="([^"]*)"')
_SANS = ("黑体", "微软雅黑", "Arial", "等线")


def can_be_measured() -> bool:
    """Return whether there are the fonts and the programs that it takes."""
    return {SONG, SANS} <= set(families()) and all(map(shutil.which, ("soffice", "pdftotext")))


def with_noto(name: str, folder: Path) -> HouseStyle:
    """Return a house style whose template names only fonts that are here; its files go into the folder."""
    for suffix in ("toml", "docx"):
        shutil.copy(STYLES / f"{name}.{suffix}", folder)
    path = folder / f"{name}.docx"
    with ZipFile(path) as package:
        parts = {entry: package.read(entry) for entry in package.namelist()}
    with ZipFile(path, "w", ZIP_DEFLATED) as package:
        for entry, data in parts.items():
            has_fonts = entry.startswith("word/") and entry.endswith(".xml")
            package.writestr(entry, _FONTS.sub(_with_noto, data.decode()).encode() if has_fonts else data)
    return house_style(name, folder)


def _with_noto(fonts: re.Match[str]) -> str:
    return _FONT.sub(lambda one: f'{one[1]}="{SANS if one[2] in _SANS else SONG}"', fonts[0])


def both_ways(materials: dict[str, exchange.Material], folder: Path) -> dict[str, tuple[list[list[str]], ...]]:
    """Return the lines of the pages, from the PDF and from the Word file, by the names that the materials have."""
    for name, material in materials.items():
        for format_name in ("pdf", "docx"):
            (folder / f"{name}.{format_name}").write_bytes(exchange.export(material, format_name))
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    files = [str(folder / f"{name}.docx") for name in materials]
    subprocess.run(
        ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder / "word"), *files],
        check=True, capture_output=True, timeout=110,
    )  # fmt: skip
    return {
        name: tuple(
            _lines(path / f"{name}.pdf", Looks(material.style).page.bottom) for path in (folder, folder / "word")
        )
        for name, material in materials.items()
    }


def _lines(pdf: Path, bottom: float) -> list[list[str]]:
    """Return the lines of each page above its bottom margin (points), their words without blanks."""
    foot = (841.89 - bottom) * 25.4 / 72  # below it is the page number
    return [
        [re.sub(r"\s", "", line.words) for line in page if (line.top + line.bottom) / 2 < foot] for page in pages(pdf)
    ]


def differences(ours: list[list[str]], theirs: list[list[str]]) -> list[int]:
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
