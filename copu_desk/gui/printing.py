"""Print minutes on paper: the very pages of the PDF, so that paper and file are alike."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QByteArray, QCoreApplication, QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QPageSize, QPainter
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QMessageBox, QWidget

from copu_desk import exchange
from copu_desk.gui import jobs
from copu_desk.progress import Progress


def ask_and_print(window: QWidget, title: str, material: exchange.Material) -> jobs.Job[Any] | None:
    """Ask for a printer and for pages; set the pages in a job and print them; None if the user would rather not."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName(title)
    printer.setFullPage(True)
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    dialog = QPrintDialog(printer, window)
    dialog.setOption(QPrintDialog.PrintDialogOption.PrintPageRange)
    if not dialog.exec():
        return None

    def work(progress: Progress) -> tuple[bytes, ...]:
        progress(0, 0, QCoreApplication.translate("printing", "正在排版…"))
        pages = exchange.pages(material)
        progress(0, 0, QCoreApplication.translate("printing", "正在送往打印机…"))
        return pages

    return jobs.run(
        window,
        QCoreApplication.translate("printing", "打印"),
        work,
        lambda pages: _print_or_say(window, printer, pages),
    )


def _print_or_say(window: QWidget, printer: QPrinter, pages: Sequence[bytes]) -> None:
    if not draw(printer, pages):
        QMessageBox.warning(
            window,
            QCoreApplication.translate("printing", "打印"),
            QCoreApplication.translate("printing", "打印机没有接受这份纪要。请检查打印机，再试一次。"),
        )


def draw(printer: QPrinter, pages: Sequence[bytes]) -> bool:
    """Draw pictures of pages on a printer, those it asks for, each as large as the paper; return whether it took them.

    On paper of another size than the pages' they are made smaller or larger, never distorted.
    """
    first = printer.fromPage() or 1
    last = min(printer.toPage() or len(pages), len(pages))
    chosen = list(pages[first - 1 : last])
    if printer.pageOrder() is QPrinter.PageOrder.LastPageFirst:
        chosen.reverse()
    painter = QPainter()
    if not chosen or not painter.begin(printer):
        return False
    fine = True
    for number, data in enumerate(chosen):
        if number:
            fine = printer.newPage() and fine
        page = QSvgRenderer(QByteArray(data))
        paper = QRectF(printer.pageLayout().fullRectPixels(printer.resolution()))
        size = QSizeF(page.defaultSize()).scaled(paper.size(), Qt.AspectRatioMode.KeepAspectRatio)
        at = QPointF((paper.width() - size.width()) / 2, (paper.height() - size.height()) / 2)
        page.render(painter, QRectF(at, size))
    return painter.end() and fine
