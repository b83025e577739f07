"""How long the preview lags behind typing, beside setting everything anew and beside LibreOffice.

Run `python benchmarks/preview.py [PAST-MINUTES.txt]`. A word is typed into the longest text of a meeting again and
again; told are the medians of what it takes from the word to new pages, and of drawing the two pages in sight. Look at
the ratios. The window waits PAUSE_MS after the last key before it has pages set.
"""

import os
import statistics
import subprocess
import sys
import time
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QRectF
from PySide6.QtGui import QGuiApplication, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

from copu_desk import exchange
from copu_desk.document import Span, plain_body
from copu_desk.gui.preview import PAUSE_MS
from copu_desk.model import Series
from copu_desk.paths import SAMPLE
from copu_desk.style import house_style

ROUNDS = 7


def typed(meeting, number):
    """Return the meeting with a word more in the middle of its longest text."""
    at = max(range(len(meeting.essays)), key=lambda one: len(plain_body(meeting.essays[one].body)))
    essay = meeting.essays[at]
    row = len(essay.body) // 2
    block = essay.body[row]
    longer = replace(block, spans=(*block.spans, Span(f"改{number}")))
    changed = replace(essay, body=(*essay.body[:row], longer, *essay.body[row + 1 :]))
    return replace(meeting, essays=(*meeting.essays[:at], changed, *meeting.essays[at + 1 :]))


def took(task):
    start = time.perf_counter()
    task()
    return (time.perf_counter() - start) * 1000


def draw(pictures):
    for picture in pictures:
        image = QImage(794, 1123, QImage.Format.Format_RGB32)
        painter = QPainter(image)
        QSvgRenderer(picture).render(painter, QRectF(0, 0, 794, 1123))
        painter.end()


def main():
    application = QGuiApplication([])
    source = Path(sys.argv[1]) if len(sys.argv) > 1 else max(SAMPLE.glob("minutes-*.txt"))
    meeting = exchange.read(source).bundle.meetings[0]
    material = exchange.Material(meeting, Series(name="例会"), house_style())
    press = exchange.press()
    pages = exchange.preview(material, press).pages
    live, anew, drawn = [], [], []
    for number in range(ROUNDS):
        now = replace(material, meeting=typed(meeting, number))
        live.append(took(lambda now=now: exchange.preview(now, press)))
        anew.append(took(lambda now=now: exchange.export(now, "pdf")))
        drawn.append(took(lambda: draw(pages.pictures[:2])))
    with TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "a.docx").write_bytes(exchange.export(material, "docx"))
        command = ["soffice", "--headless", f"-env:UserInstallation=file://{folder}/lo", "--convert-to", "pdf"]
        subprocess.run([*command, "--outdir", folder, folder / "a.docx"], check=True, capture_output=True)  # warms up
        office = took(
            lambda: subprocess.run([*command, "--outdir", folder, folder / "a.docx"], check=True, capture_output=True)
        )
    base = statistics.median(live)
    print(f"{source.name}: {len(pages.pictures)} pages; the pause waited for: {PAUSE_MS} ms")
    for words, value in (
        ("new pages after a word", base),
        ("drawing two pages", statistics.median(drawn)),
        ("a PDF from nothing", statistics.median(anew)),
        ("LibreOffice, the Word file to PDF", office),
    ):
        print(f"{words:36} {value:8.0f} ms {value / base:7.1f}×")
    total = PAUSE_MS + base + statistics.median(drawn)
    print(f"{'from the last key to drawn pages':36} {total:8.0f} ms")
    press.close()
    del application


if __name__ == "__main__":
    main()
