"""What comes into the text editor from other programs, by pasting and dropping, and what goes out to them."""

from base64 import b64decode, b64encode

import pytest
from lxml import html as page
from PySide6.QtCore import QBuffer, QIODevice, QMimeData, Qt, QUrl
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtWidgets import QMessageBox
from windows import answer

from copu_desk.document import (
    Heading,
    ListItem,
    Paragraph,
    Picture,
    Span,
    Table,
    spans,
    text,
    words_of,
)
from copu_desk.errors import LibraryError
from copu_desk.gui import pictures
from copu_desk.gui.rich_edit import RichEdit
from copu_desk.library import Library

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def edit(qtbot):
    edit = RichEdit()
    edit.resize(600, 400)
    qtbot.addWidget(edit)
    edit.show()
    return edit


def test_word_html_comes_in_clean_and_blocks_come_back_whole(edit):
    data = QMimeData()
    data.setHtml("<h2>背景</h2><p>今年<b>十二</b>个<script>x</script></p><table><tr><td>甲</td></tr></table>")
    data.setText("背景")
    edit.insertFromMimeData(data)
    made = (Heading(spans("背景"), 2), Paragraph((Span("今年"), Span("十二", bold=True), Span("个"))))
    assert edit.body() == (*made, Table(((spans("甲"),),), 0), Paragraph(()))
    edit.selectAll()
    copied = edit.createMimeDataFromSelection()
    assert "背景" in copied.text()
    other = RichEdit()
    other.insertFromMimeData(copied)
    assert other.body()[:3] == edit.body()[:3]


def test_a_copied_table_and_picture_reach_other_programs(edit, tmp_path):
    image = QImage(4, 3, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.red)
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")
    with Library(tmp_path / "library.copu") as library:
        edit.serve(library)
        name = library.add_image(bytes(buffer.data().data()))
        table = Table((tuple(map(spans, ("项目", "数"))), tuple(map(spans, ("甲", "1")))), 1)
        edit.set_body((text("前"), table, Picture(name, "图 1"), Picture("gone", alt="没了的"), ListItem(spans("点"))))
        edit.selectAll()
        copied = edit.createMimeDataFromSelection()
    assert copied.text() == "前\n项目\t数\n甲\t1\n图 1\n\n点"
    root = page.fromstring(copied.html())
    assert [one.text_content() for one in root.iter("th", "td")] == ["项目", "数", "甲", "1"]
    assert QImage.fromData(b64decode(root.find(".//img").get("src").partition(",")[2])).size() == image.size()
    assert [one.text_content().strip() for one in root.iter("li")] == ["点"]
    assert "没了的" in root.text_content()


def test_words_copied_out_of_a_paragraph_bring_no_paragraph(edit):
    edit.set_body((Paragraph((Span("前"), Span("粗", bold=True), Span("后"))),))
    edit.put_cursor((0, 1), (0, 3))
    copied = edit.createMimeDataFromSelection()
    assert copied.text() == "粗后"
    assert "<p" not in copied.html()
    assert "<strong>粗</strong>后" in copied.html()


def test_text_only_paste_takes_the_words_alone(edit, qtbot):
    data = QMimeData()
    data.setHtml("<h1>大</h1>")
    data.setText("大\r\n小")
    QGuiApplication.clipboard().setMimeData(data)
    qtbot.keyClick(edit, Qt.Key.Key_V, CTRL | SHIFT)
    assert edit.body() == (text("大"), text("小"))
    QGuiApplication.clipboard().clear()  # data made here must not outlive the application


def test_a_bitmap_is_kept_as_what_word_and_pdf_both_show(edit, tmp_path):
    image = QImage(30, 20, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.blue)
    assert image.save(str(tmp_path / "p.bmp"), "BMP")
    with Library(tmp_path / "a.copu") as library:
        edit.serve(library)
        dropped = QMimeData()
        dropped.setUrls([QUrl.fromLocalFile(str(tmp_path / "p.bmp"))])
        edit.insertFromMimeData(dropped)
        kept = library.image(edit.body()[0].image)
    assert kept.startswith(b"\x89PNG")
    assert QImage.fromData(kept).pixelColor(3, 3) == image.pixelColor(3, 3)


def test_pictures_are_pasted_dropped_and_kept_once(edit, tmp_path):
    library = Library(tmp_path / "a.copu")
    edit.serve(library)
    image = QImage(30, 20, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.red)
    data = QMimeData()
    data.setImageData(image)
    assert edit.canInsertFromMimeData(data)
    edit.insertFromMimeData(data)
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")
    path = tmp_path / "p.png"
    path.write_bytes(bytes(buffer.data().data()))
    dropped = QMimeData()
    dropped.setUrls([QUrl.fromLocalFile(str(path))])
    edit.insertFromMimeData(dropped)
    first, second, _rest = edit.body()
    assert isinstance(first, Picture)
    assert first == second
    assert library.image(first.image).startswith(b"\x89PNG")
    edit.grab()


def test_a_photo_that_its_file_says_is_to_be_turned_is_kept_as_it_is_seen(tmp_path):
    """Telephones held upright write photos lying on their side, with a note (Exif) that Word does not heed."""
    image = QImage(40, 20, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.red)
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "JPEG")
    plain = bytes(buffer.data().data())
    note = b"Exif\0\0MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\x06\0\0\0\0\0\0"  # turn by 90 degrees
    turned = plain[:2] + b"\xff\xe1" + (len(note) + 2).to_bytes(2, "big") + note + plain[2:]
    kept = []
    for data in (plain, turned):
        (tmp_path / "p.jpg").write_bytes(data)
        pictures.from_file(tmp_path / "p.jpg", lambda data: kept.append(data) or "name")
    assert kept[0] == plain
    made = QImage.fromData(kept[1])
    assert kept[1].startswith(b"\xff\xd8\xff")
    assert (made.width(), made.height()) == (20, 40)


@pytest.mark.parametrize("fault", ["no picture", "full disk"])
def test_a_picture_that_cannot_be_taken_is_told_of_and_the_words_around_it_stay(edit, qtbot, tmp_path, fault):
    def keep(_data):
        raise LibraryError("资料库所在的磁盘满了。")

    edit.keep_picture, told = keep, []
    edit.set_body((text("前文"),))
    data = QMimeData()
    if fault == "no picture":
        (tmp_path / "a.png").write_bytes(b"no picture")
        data.setUrls([QUrl.fromLocalFile(str(tmp_path / "a.png"))])
    else:
        buffer = QBuffer()
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        QImage(2, 2, QImage.Format.Format_RGB32).save(buffer, "PNG")
        image = b64encode(buffer.data().data()).decode()
        data.setHtml(f"<p>看图</p><img src='data:image/png;base64,{image}'>")
        data.setText("看图")

    def look(box):
        told.append(box.text())
        box.accept()

    answer(QMessageBox, look)
    edit.put_cursor((0, 2))
    edit.insertFromMimeData(data)
    qtbot.waitUntil(lambda: bool(told))
    assert ("不是能读的图片" if fault == "no picture" else "磁盘满了") in told[0]
    assert "".join(words_of(block.spans) for block in edit.body()) == ("前文" if fault == "no picture" else "前文看图")
