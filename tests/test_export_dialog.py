"""The window's exports and prints, as a secretary uses them: choose once, then Enter; open what was made; paper."""

import re
import subprocess
import sys
from dataclasses import replace
from datetime import date
from shutil import which

import pytest
from docx import Document as Word
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QDesktopServices, QImage
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QFileDialog, QMessageBox
from windows import answer, window_on

from copu_desk import desk, exchange
from copu_desk.compose.unprinted import Unprinted
from copu_desk.desk import publishing
from copu_desk.document import text
from copu_desk.gui import left_out, printing
from copu_desk.gui.export_dialog import ExportDialog
from copu_desk.gui.jobs import Job
from copu_desk.library import Library
from copu_desk.model import AgendaItem, Attendee, Essay, Meeting, Presence, Series
from copu_desk.progress import Cancelled
from copu_desk.sentences import Sentence
from copu_desk.style import house_style

SERIES = Series(name="远帆例会", id="s1")


@pytest.fixture
def window(qtbot, tmp_path, monkeypatch):
    library = Library(tmp_path / "library.copu")
    library.save_series((SERIES, Series(name="董事会", id="s2")))
    library.save(Meeting(date(2025, 9, 2), "s1", 3, chair="韩知远", remarks="录音已归档", id="m1"))
    library.save(Meeting(date(2025, 9, 9), "s2", id="m2"))
    library.set_setting("last_meeting", "m1")
    monkeypatch.setattr("copu_desk.gui.export_dialog.documents_folder", lambda: str(tmp_path / "documents"))
    monkeypatch.setattr("copu_desk.gui.exporting.documents_folder", lambda: str(tmp_path / "documents"))
    return window_on(qtbot, library, tmp_path)


def export(qtbot, window, fill=lambda _dialog: None, press="关闭"):
    """Press Ctrl+E, fill in the dialog, press Enter, and press a button of what comes after; return what it said."""
    said = []

    def after(box):
        said.append(box.text())
        next(one for one in box.buttons() if one.text() == press).click()

    def ask(dialog):
        try:
            fill(dialog)
        except BaseException:
            dialog.reject()  # or it would stay open for ever
            raise
        answer(QMessageBox, after)
        qtbot.keyClick(dialog, Qt.Key.Key_Return)

    window.activateWindow()  # without a window manager nobody else does
    qtbot.waitUntil(window.isActiveWindow)
    answer(ExportDialog, ask)
    qtbot.keyClick(window, Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: bool(said))
    return said[0].split("\n")


def test_choices_made_once_are_there_the_next_time_and_enter_exports(window, qtbot, tmp_path, monkeypatch):
    folder = tmp_path / "纪要"
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(folder))

    def choose(dialog):
        assert dialog.folder.text() == str(tmp_path / "documents")
        assert dialog.found.text() == "2025-09-02 远帆例会第3次纪要.docx"
        dialog.choose_folder.click()
        dialog.kind_boxes["txt"].setChecked(True)
        dialog.part_boxes["remarks"].setChecked(False)
        assert dialog.pattern.text() == "{日期} {系列}第{次数}次纪要"
        dialog.pattern.setText("{series}{number}")
        assert dialog.found.text().split("\n") == ["远帆例会3.docx", "远帆例会3.txt"]

    made = export(qtbot, window, choose)
    assert made == [str(folder / "远帆例会3.docx"), str(folder / "远帆例会3.txt")]
    assert not any("录音" in one.text for one in Word(made[0]).paragraphs)

    seen = []
    again = export(qtbot, window, lambda dialog: seen.extend((dialog.found.text(), dialog.pattern.text())))
    assert seen[1] == "{系列}{次数}"
    assert again == [str(folder / "远帆例会3(2).docx"), str(folder / "远帆例会3(2).txt")]
    assert "远帆例会3(2).docx（已有同名文件，原来的保留）" in seen[0]

    window.go_to("m2")
    other = export(qtbot, window)
    assert other == [str(tmp_path / "documents" / "2025-09-09 董事会纪要.docx")]


def test_an_earlier_file_is_replaced_only_when_told(window, qtbot):
    (path,) = export(qtbot, window)
    before = Word(path).paragraphs[0].text
    window.editor.change(Meeting(date(2025, 9, 2), "s1", 3, "新标题", id="m1"), "标题")

    def replace_it(dialog):
        dialog.overwrite.setChecked(True)
        assert dialog.found.text() == "2025-09-02 远帆例会第3次纪要.docx（替换已有的文件）"

    assert export(qtbot, window, replace_it) == [path]
    assert Word(path).paragraphs[0].text == "新标题" != before


def test_what_was_made_or_its_folder_is_opened(window, qtbot, tmp_path, monkeypatch):
    opened = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url.toLocalFile()) or True)
    (path,) = export(qtbot, window, press="打开")
    export(qtbot, window, press="打开所在文件夹")
    assert opened == [path, str(tmp_path / "documents")]


def test_the_parts_are_those_of_the_chosen_style_and_some_are_only_printed_on_demand(window, qtbot):
    dialog = ExportDialog(window.library, window.editor.meeting)
    qtbot.addWidget(dialog)
    assert "imprint" not in dialog.part_boxes
    dialog.house_style.setCurrentIndex(dialog.house_style.findData("gbt9704"))
    assert [dialog.part_boxes[part].isChecked() for part in ("imprint", "issue", "rule")] == [True, False, False]
    dialog.part_boxes["issue"].setChecked(True)
    dialog.part_boxes["imprint"].setChecked(False)
    assert (dialog.chosen().added, dialog.chosen().without) == (("issue",), ("imprint",))
    dialog.part_boxes["issue"].setChecked(False)
    dialog.part_boxes["imprint"].setChecked(True)
    assert (dialog.chosen().added, dialog.chosen().without) == ((), ())


def test_without_a_format_there_is_nothing_to_export(window, qtbot):
    dialog = ExportDialog(window.library, window.editor.meeting)
    qtbot.addWidget(dialog)
    dialog.kind_boxes["docx"].setChecked(False)
    save = dialog.buttons.button(dialog.buttons.StandardButton.Save)
    assert not save.isEnabled()
    assert dialog.found.text() == "请至少勾选一种格式。"
    assert list(dialog.kind_boxes) == [*exchange.EXPORTS, "folder"]


def test_one_format_goes_out_from_the_menu_without_a_question(window, qtbot, tmp_path):
    said = []
    answer(QMessageBox, lambda box: (said.append(box.text()), box.reject()))
    action = next(one for one in window.export_button.menu().actions() if one.text() == "导出 纯文本")
    action.trigger()
    qtbot.waitUntil(lambda: bool(said))
    assert said == [str(tmp_path / "documents" / "2025-09-02 远帆例会第3次纪要.txt")]
    assert publishing.choices(window.library, "s1") == publishing.Choices()


def test_a_folder_that_cannot_be_written_is_said_in_words(window, qtbot, tmp_path):
    (tmp_path / "file").write_bytes(b"")
    said = []

    def ask(dialog):
        dialog.folder.setText(str(tmp_path / "file"))
        answer(QMessageBox, lambda box: (said.append(box.text()), box.reject()))
        dialog.accept()

    answer(ExportDialog, ask)
    window.export_minutes.trigger()
    qtbot.waitUntil(lambda: bool(said))
    assert "写不进去" in said[0] or "不能作为文件名" in said[0]


def test_paper_shows_the_pages_of_the_pdf(window, qtbot, tmp_path, monkeypatch):
    long = Essay(title="长文", body=tuple(text("一行字。" * 30) for _ in range(30)))
    window.library.save(Meeting(date(2025, 9, 2), "s1", essays=(long,), id="m1"))
    window.refresh("m1")
    paper, asked = tmp_path / "paper.pdf", []

    def choose(dialog):
        asked.append(dialog.printer().docName())
        dialog.printer().setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        dialog.printer().setOutputFileName(str(paper))
        return True

    monkeypatch.setattr(QPrintDialog, "exec", choose)
    qtbot.keyClick(window, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: paper.exists() and not window.findChildren(Job), timeout=30_000)
    title = desk.title(window.library, window.editor.meeting)
    # Qt's own dialog names a PDF after all before the last dot
    assert re.sub(r"\.[^.\s]+$", "", asked[0]) == title if sys.platform == "linux" else asked == [title]
    assert title.endswith("2025.09.02")
    pages = exchange.pages(exchange.Material(window.editor.meeting, SERIES, house_style()), 50)
    assert len(pages) > 1
    assert paper.read_bytes().count(b"/Type /Page\n") == len(pages)


@pytest.mark.usefixtures("qapp")
def test_only_the_pages_asked_for_are_printed(tmp_path):
    pages = []
    for grey in (0, 80, 160):
        image = QImage(100, 141, QImage.Format.Format_RGB32)
        image.fill(QColor(grey, grey, grey))
        image.save(str(tmp_path / "page.png"))
        pages.append((tmp_path / "page.png").read_bytes())
    printer = QPrinter()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "a.pdf"))
    printer.setFromTo(2, 3)
    assert printing.draw(printer, pages)
    assert (tmp_path / "a.pdf").read_bytes().count(b"/Type /Page\n") == 2
    printer.setFromTo(9, 9)
    assert not printing.draw(printer, pages)

    def cancel(done, _total, words=""):
        assert "第" in words
        if done:
            raise Cancelled

    printer.setFromTo(0, 0)
    with pytest.raises(Cancelled):
        printing.draw(printer, pages, cancel)


def test_an_excerpt_of_the_chosen_item_goes_out(window, qtbot):
    items = (AgendaItem("年度计划", id="i1"), AgendaItem("其他事项", id="i2"))
    window.library.save(Meeting(date(2025, 9, 2), "s1", 3, agenda=items, id="m1"))
    window.refresh("m1")
    window.agenda.show_item("i2")

    def choose(dialog):
        assert dialog.item.isHidden()
        dialog.paper.setCurrentIndex(dialog.paper.findData("excerpt"))
        assert not dialog.item.isHidden()
        assert dialog.item.currentText() == "2. 其他事项"
        assert dialog.found.text() == "2025-09-02 远帆例会第3次纪要摘录.docx"

    (path,) = export(qtbot, window, choose)
    lines = [one.text for one in Word(path).paragraphs]
    assert any("其他事项" in line for line in lines)
    assert not any("年度计划" in line for line in lines)


@pytest.mark.skipif(not which("pdftoppm"), reason="needs poppler")
def test_letters_on_paper_are_as_dark_as_in_the_pdf(window, tmp_path):
    """Drawn as vectors, every letter had a line around it and looked bold."""
    material = desk.material(
        window.library, Meeting(date(2025, 9, 2), "s1", essays=(Essay("文", body=(text("汉字" * 300),)),))
    )
    (tmp_path / "file.pdf").write_bytes(exchange.export(material, "pdf"))
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setFullPage(True)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "paper.pdf"))
    assert printing.draw(printer, exchange.pages(material, printing.SHARPEST))
    ink = []
    for name in ("file", "paper"):
        command = ["pdftoppm", "-r", "150", "-gray", "-singlefile", tmp_path / f"{name}.pdf", tmp_path / name]
        subprocess.run(command, check=True, timeout=60)
        grey = (tmp_path / f"{name}.pgm").read_bytes().split(b"\n", 3)[3]
        ink.append(sum(255 - one for one in grey))
    assert ink[1] == pytest.approx(ink[0], rel=0.1)


def test_lines_of_what_will_not_be_printed_begin_with_a_capital():
    left = (Unprinted(Sentence("absent"), ("丁一",)), Unprinted(Sentence("venue")))
    assert [line[0] for line in left_out.lines(left).split("\n")] == ["A", "V"]


def test_people_are_counted_as_people_and_things_as_things():
    names = ("苏棠", "贺兰", "程式", "方舟", "罗思琪", "韩知远", "邵一舟", "石岩", "许听澜")
    left = (Unprinted(Sentence("缺席"), names), Unprinted(Sentence("决议"), names))
    people, things = left_out.lines(left).split("\n")
    assert people.endswith("石岩 等 9 人")
    assert things.endswith("石岩 等 9 项")


def test_what_will_not_be_printed_is_seen_before_it_goes_out_and_can_be_added(window, qtbot):
    absent = Attendee("丁一", presence=Presence.ABSENT)
    window.editor.change(replace(window.editor.meeting, attendees=(absent, Attendee("林未"))), "参会")
    window.save_all()
    seen = []

    def choose(dialog):
        seen.append(dialog.left_out.text())
        dialog.part_boxes["absent"].setChecked(True)
        dialog.part_boxes["remarks"].setChecked(False)
        seen.append(dialog.left_out.text())
        dialog.paper.setCurrentIndex(dialog.paper.findData("notice"))
        seen.append(dialog.left_out.isVisibleTo(dialog))
        dialog.paper.setCurrentIndex(dialog.paper.findData("minutes"))
        dialog.house_style.setCurrentIndex(dialog.house_style.findData("plain"))
        seen.append(dialog.left_out.text())

    (path,) = export(qtbot, window, choose)
    assert seen == ["缺席：丁一\n未到：林未", "未到：林未\n备注", False, "未到：林未\n备注"]
    assert any("丁一" in cell.text for table in Word(path).tables for row in table.rows for cell in row.cells)


def test_an_export_without_the_dialog_says_afterwards_what_it_left_out(window, qtbot):
    window.editor.change(
        replace(window.editor.meeting, attendees=(Attendee("丁一", presence=Presence.ABSENT),)), "参会"
    )
    said = []

    def after(box):
        said.append(box.informativeText())
        box.reject()

    answer(QMessageBox, after)
    window.exporting.export_as("txt")
    qtbot.waitUntil(lambda: bool(said))
    assert said == ["纪要里没有印：缺席（丁一）。"]


@pytest.mark.parametrize("goes_on", [False, True])
def test_before_printing_what_is_left_out_is_said_and_one_may_stop(window, monkeypatch, goes_on):
    window.editor.change(
        replace(
            window.editor.meeting,
            attendees=(
                Attendee("张伟", "星河软件", presence=Presence.ABSENT),
                Attendee("张伟", "北辰大学", presence=Presence.ABSENT),
            ),
        ),
        "参会",
    )
    said, printed = [], []
    monkeypatch.setattr(printing, "ask_and_print", lambda *_: printed.append(True))

    def decide(box):
        said.append(box.informativeText())
        next(one for one in box.buttons() if one.text().startswith("继续打印" if goes_on else "取消")).click()

    answer(QMessageBox, decide)
    window.exporting.print()
    assert said == ["纪要里没有印：缺席（张伟 星河软件、张伟 北辰大学）。"]
    assert printed == [True] * goes_on
