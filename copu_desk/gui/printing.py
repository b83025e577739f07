"""Print minutes on paper: the very pages of the PDF, so that paper and file are alike."""

import sys
from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QImage, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QMessageBox, QWidget

from copu_desk import exchange
from copu_desk.file_names import safe_name
from copu_desk.gui import jobs
from copu_desk.progress import NO_PROGRESS, Cancelled, Progress

SHARPEST = 300  # pixels an inch; vectors would be sharper still, but Qt draws a line around each letter of them


def ask_and_print(window: QWidget, title: str, material: exchange.Material) -> None:
    """Ask for a printer and for pages; set the pages in a job and print them, unless the user would rather not."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName(_proposing(title))
    printer.setFullPage(True)
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    dialog = QPrintDialog(printer, window)
    dialog.setOption(QPrintDialog.PrintDialogOption.PrintPageRange)
    if not dialog.exec():
        return

    printer.setDocName(title)  # what the queue of the printer shows
    sharp = min(SHARPEST, printer.resolution())

    def work(progress: Progress) -> bool:
        progress(0, 0, QCoreApplication.translate("printing", "正在排版…"))
        return draw(printer, exchange.pages(material, sharp), progress)

    jobs.run(window, QCoreApplication.translate("printing", "打印"), work, lambda fine: _say(window, fine=fine))


def _proposing(title: str) -> str:
    """Return a title as the dialog must have it to propose a whole name for a PDF.

    Where Qt draws the dialog itself it takes the name without what stands behind its last dot: 2025.12.23 lost its day.
    """
    return title if sys.platform in ("win32", "darwin") else f"{safe_name(title)}.pdf"


def _say(window: QWidget, *, fine: bool) -> None:
    if not fine:
        QMessageBox.warning(
            window,
            QCoreApplication.translate("printing", "打印"),
            QCoreApplication.translate("printing", "打印机没有接受这份纪要。请检查打印机，再试一次。"),
        )


def draw(printer: QPrinter, pages: Sequence[bytes], progress: Progress = NO_PROGRESS) -> bool:
    """Draw pictures of pages on a printer, those it asks for, each as large as the paper; return whether it took them.

    On paper of another size than the pages' they are made smaller or larger, never distorted. Cancelled between two
    pages, nothing is printed. Qt lets printers be drawn on outside the GUI thread.
    """
    first = printer.fromPage() or 1
    last = min(printer.toPage() or len(pages), len(pages))
    chosen = list(pages[first - 1 : last])
    if printer.pageOrder() is QPrinter.PageOrder.LastPageFirst:
        chosen.reverse()
    painter = QPainter()
    if not chosen or not painter.begin(printer):
        return False
    painter.setRenderHint(QPainter.RenderHint.LosslessImageRendering)
    try:
        fine = _draw_all(painter, printer, chosen, progress)
    except Cancelled:
        printer.abort()
        painter.end()
        raise
    return painter.end() and fine


def _draw_all(painter: QPainter, printer: QPrinter, pages: Sequence[bytes], progress: Progress) -> bool:
    fine = True
    for number, data in enumerate(pages):
        words = QCoreApplication.translate("printing", "正在送往打印机：第 {} 页，共 {} 页…")
        progress(number, len(pages), words.format(number + 1, len(pages)))
        if number:
            fine = printer.newPage() and fine
        page = QImage.fromData(data)
        if page.allGray():
            page = page.convertToFormat(QImage.Format.Format_Grayscale8)
        paper = QRectF(printer.pageLayout().fullRectPixels(printer.resolution()))
        size = QSizeF(page.size()).scaled(paper.size(), Qt.AspectRatioMode.KeepAspectRatio)
        at = QPointF((paper.width() - size.width()) / 2, (paper.height() - size.height()) / 2)
        painter.drawImage(QRectF(at, size), page)
    return fine
