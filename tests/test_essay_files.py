"""Essays come in from files: title, author and date are guessed, the structure stays, losses are told."""

from base64 import b64encode
from datetime import date
from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QFileDialog, QMessageBox
from windows import answer, window_on
from word_xml import PNG, paragraph, picture, run, word

from copu_desk import desk
from copu_desk.desk.essays import read_essay
from copu_desk.document import Heading, ListItem, Paragraph, Picture, Span, Turn, plain, plain_body, spans, text
from copu_desk.gui.main_window import ESSAYS
from copu_desk.library import Library
from copu_desk.model import EssayKind, Meeting, OriginalKind
from copu_desk.recognize import essays

LONG = "开源是一种协作的方式，它让许多人一起把事情做好，也让后来的人看得见前人是怎么做的。"


def test_title_author_date_and_source_are_taken_from_the_first_lines():
    body = tuple(
        map(text, ("开源与供应链", "作者：陆青禾", "2025年12月19日", "来源：开源周刊", "一、背景", LONG, "1.要点"))
    )
    found = essays.essay(body, "a")
    assert (found.title, found.author, found.date, found.source) == (
        "开源与供应链",
        "陆青禾",
        "2025年12月19日",
        "开源周刊",
    )
    assert found.body == (
        Heading(spans("一、背景"), 1),
        text(LONG),
        ListItem(spans("要点"), 0, ordered=True, marker="1."),
    )


def test_headings_that_are_only_bold_are_headings():
    body = (
        text("文章"),
        text(LONG),
        Paragraph((Span("小标题", bold=True),)),
        text(LONG),
        Paragraph((Span("整句加粗。", bold=True),)),
    )
    kinds = [type(block) for block in essays.essay(body, "a").body]
    assert kinds == [Paragraph, Heading, Paragraph, Paragraph]


def test_a_heading_above_all_others_is_the_title_and_the_rest_moves_up():
    body = (Heading(spans("总题"), 1), Heading(spans("一节"), 2), text(LONG), Heading(spans("小节"), 3), text(LONG))
    found = essays.essay(body, "a")
    assert found.title == "总题"
    assert [block.level for block in found.body if isinstance(block, Heading)] == [1, 2]


def test_without_a_title_the_file_gives_it():
    assert essays.essay((text(LONG),), "文件名").title == "文件名"
    assert essays.essay((text(LONG),), "文件名", "网页标题", "苏棠").title == "网页标题"


def test_an_interview_keeps_its_turns():
    found = essays.essay(tuple(map(text, ("访谈", "问：好吗？", "答：好。", "问：真的？", "答：真的。"))), "a")
    assert found.kind is EssayKind.INTERVIEW
    assert sum(isinstance(block, Turn) for block in found.body) == 4


LINES = st.lists(
    st.one_of(
        st.text("龘靐齉爨麤，。", min_size=1, max_size=40),
        st.sampled_from(["一、龘", "（一）靐", "1.齉", "作者：爨", "2025年9月2日", "问：龘", "答：靐", "来源：麤"]),
    ),
    max_size=10,
)


@given(lines=LINES, bold=st.sets(st.integers(0, 9)))
def test_no_letter_of_an_essay_is_lost(lines, bold):
    body = tuple(Paragraph((Span(line, bold=row in bold),)) for row, line in enumerate(lines))
    found = essays.essay(body, "文件名")
    there = found.title + found.author + found.date + found.source + plain_body(found.body)
    for sign in "龘靐齉爨麤，。":
        assert there.count(sign) >= "".join(lines).count(sign)


@pytest.fixture
def window(qtbot, tmp_path):
    with Library(tmp_path / "library.copu") as library:
        library.save(Meeting(date(2025, 9, 2), series=desk.series_named(library, "例会").id))
    made = window_on(qtbot, Library(tmp_path / "library.copu"), tmp_path)
    made.tabs.setCurrentIndex(ESSAYS)
    return made


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "文章.docx"
    chart = (
        '<w:r><w:drawing><a:graphic><a:graphicData><c:chart r:id="C"/></a:graphicData></a:graphic></w:drawing></w:r>'
    )
    path.write_bytes(
        word(
            paragraph("开源与供应链"), paragraph("陆青禾"), paragraph("2025年12月19日"), paragraph(LONG),
            paragraph(run("图") + picture("P")), paragraph(chart),
            relations=[("P", "image", "media/a.png", "Internal")], files={"word/media/a.png": PNG},
        )
    )  # fmt: skip
    return path


def test_a_word_file_becomes_an_essay_that_can_be_corrected_undone_and_exported(
    qtbot, window, file, monkeypatch, tmp_path
):
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_args: ([str(file)], ""))
    said = []

    def act(box):
        said.append(box.informativeText())
        box.accept()

    answer(QMessageBox, act)
    qtbot.mouseClick(window.essays.import_essay, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: bool(said))
    assert said == ["文章.docx：图表没有带进来：第 6 段。"]
    page = window.essays
    assert (page.title.text(), page.author.text(), page.date.text()) == ("开源与供应链", "陆青禾", "2025年12月19日")
    page.author.setFocus()
    page.author.selectAll()
    qtbot.keyClicks(page.author, "Lu Qinghe")
    window.save_all()
    (original,) = window.library.load(window.editor.meeting.id).originals
    assert (original.name, original.kind) == ("文章.docx", OriginalKind.ESSAY)
    assert window.library.original(original.digest) == file.read_bytes()
    (essay,) = window.library.load(window.editor.meeting.id).essays
    assert essay.author == "Lu Qinghe"
    (shown,) = (block for block in essay.body if isinstance(block, Picture))
    assert window.library.image(shown.image) == PNG
    made = desk.export_minutes(window.library, window.editor.meeting.id, tmp_path / "out.txt")
    assert LONG in made.read_text(encoding="utf-8")
    window.turning.undo.trigger()
    window.turning.undo.trigger()
    assert (window.editor.meeting.essays, window.editor.meeting.originals) == ((), ())


def test_files_dropped_on_the_page_become_essays_in_one_step(qtbot, window, tmp_path):
    paths = []
    for name in ("甲", "乙"):
        paths.append(tmp_path / f"{name}.txt")
        paths[-1].write_text(f"{name}文\n{LONG}", encoding="gb18030")
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    how = (Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    target = window.essays.essays.viewport()
    QApplication.sendEvent(target, QDragEnterEvent(QPoint(5, 5), *how))
    QApplication.sendEvent(target, QDropEvent(QPointF(5, 5), *how))
    qtbot.waitUntil(lambda: len(window.editor.meeting.essays) == 2)
    assert [one.title for one in window.editor.meeting.essays] == ["甲文", "乙文"]
    assert [one.name for one in window.editor.meeting.originals] == ["甲.txt", "乙.txt"]
    window.turning.undo.trigger()
    assert window.editor.meeting.essays == ()


def test_a_file_that_cannot_be_read_is_said_and_changes_nothing(qtbot, window, tmp_path):
    broken = tmp_path / "坏.docx"
    broken.write_bytes(b"PK\x03\x04")
    said = []

    def act(box):
        said.append(box.informativeText())
        box.accept()

    answer(QMessageBox, act)
    window.essays.files.bring([broken])
    qtbot.waitUntil(lambda: bool(said))
    assert "损坏" in said[0]
    assert window.editor.meeting.essays == ()


def test_the_page_of_an_article_names_its_title_and_author(tmp_path):
    path = tmp_path / "a.html"
    path.write_text(
        "<!DOCTYPE html><html><head><title>网页标题</title><meta name='author' content='苏棠'></head><body>"
        f"<p>{LONG}</p><p><strong>小标题</strong></p><p>{LONG}</p></body></html>",
        encoding="utf-8",
    )
    found = read_essay(path)
    assert (found.essay.title, found.essay.author) == ("网页标题", "苏棠")
    assert [type(block) for block in found.essay.body] == [Paragraph, Heading, Paragraph]
    assert plain(found.essay.body[1]) == "小标题"
    assert BytesIO(path.read_bytes()).read(1) == b"<"


def test_what_is_pasted_from_an_article_brings_its_pictures_and_tells_what_is_left_out(qtbot, window):
    qtbot.mouseClick(window.essays.add_essay, Qt.MouseButton.LeftButton)
    body = window.essays.body
    inside = b64encode(PNG).decode()
    clip = QMimeData()
    clip.setHtml(
        f"<section><p>正文</p><p><img src='data:image/png;base64,{inside}'></p>"
        "<p><img data-src='https://example.org/a.png'></p><video></video></section>"
    )
    body.setFocus()
    body.insertFromMimeData(clip)
    (essay,) = window.editor.meeting.essays
    (shown,) = (block for block in essay.body if isinstance(block, Picture))
    assert window.library.image(shown.image) == PNG
    assert "〔图片〕" in plain_body(essay.body)
    told = window.status_bar.currentMessage()
    assert "图片只带来了链接：“https://example.org/a.png”。" in told
    assert "视频、音频没有带进来。" in told


def test_a_page_beyond_reason_on_the_clipboard_gives_its_plain_text(qtbot, window):
    qtbot.mouseClick(window.essays.add_essay, Qt.MouseButton.LeftButton)
    clip = QMimeData()
    clip.setHtml("<div>" * 5000 + "深")
    clip.setText("深")
    window.essays.body.insertFromMimeData(clip)
    assert plain_body(window.editor.meeting.essays[0].body) == "深"
