"""What the search box finds: where it stands, in words, and the cursor on it when it is chosen."""

from datetime import date
from operator import attrgetter

import pytest
from PySide6.QtCore import QRect, QSettings, Qt
from PySide6.QtWidgets import QApplication, QDialog, QTreeWidget
from windows import answer

from copu_desk.document import Paragraph, Picture, Span, Table, spans, text
from copu_desk.gui.app import make_application
from copu_desk.gui.main_window import MainWindow
from copu_desk.library import Library
from copu_desk.model import Action, AgendaItem, Attendee, Connection, Decision, Essay, Meeting, Original, Series

SERIES = Series(name="远帆例会")
SU = Attendee("苏棠", "青禾科技", note="晚到")
MEETING = Meeting(
    held_on=date(2025, 9, 2),
    series=SERIES.id,
    number=17,
    venue="𠮷祥楼三层",
    opening="会议由韩知远召集，地点照旧。",
    remarks="茶歇延后",
    scratch="一会儿再问预算\n会后找青禾谈",
    closing=tuple(text(f"第{number}段结语") for number in range(40)),
    attendees=(Attendee("韩知远"), SU),
    agenda=(
        AgendaItem(title="年度计划", lead="会议听取了汇报", decisions=(Decision("同意"), Decision("预算再议"))),
        AgendaItem(
            title="漏洞通报", discussion=(*map(text, "甲乙丙丁" * 20), Table(((spans("补丁"), spans("三个")),)))
        ),
    ),
    actions=(Action("起草细则"), Action("采购投影机", "苏棠")),
    essays=(
        Essay(title="前言"),
        Essay(
            title="架构说明",
            author="贺兰",
            body=(
                *(text(f"第{number}段闲话") for number in range(60)),
                Paragraph((Span("见"), Span("主页", link="https://home.example"))),
                Picture("", "图一", "三层示意"),
            ),
        ),
    ),
    connections=(
        Connection("阿苏的手机", attendees=(SU.id,)),
        Connection("三楼会议室屏幕", account="room@mail.example"),
    ),
    originals=(Original("前言.docx"), Original("开会通知.docx")),
)
OTHER = Meeting(held_on=date(2025, 9, 9), title="后来的会")


@pytest.fixture
def window(qtbot, tmp_path):
    make_application([])
    library = Library(tmp_path / "a.copu")
    library.save_series((SERIES,))
    library.save(MEETING)
    library.save(OTHER)
    window = MainWindow(library, QSettings(str(tmp_path / "s.ini"), QSettings.Format.IniFormat))
    qtbot.addWidget(window)
    window.show()
    qtbot.waitExposed(window)
    return window


def look_for(window, words):
    window.search.trigger()
    window.sidebar.search.setText(words)
    return [window.sidebar.hits.item(row).text() for row in range(window.sidebar.hits.count())]


def selected():
    field = QApplication.focusWidget()
    return field.textCursor().selectedText() if hasattr(field, "textCursor") else field.selectedText()


@pytest.mark.parametrize(
    ("words", "label", "chosen"),
    [
        ("祥楼", "地点", ("overview.venue", "祥楼")),
        ("知远召集", "开头", ("overview.opening", "知远召集")),
        ("茶歇", "备注", ("overview.remarks", "茶歇")),
        ("39段结", "结束语", ("overview.closing", "39段结")),
        ("后找青", "速记", ("scratch.pad", "后找青")),
        ("年度计", "议程 › 标题", ("agenda.title", "年度计")),
        ("听取", "议程 › 导语", ("agenda.lead", "听取")),
        ("三个", "议程 › 讨论", ("agenda.discussion", "\ufffc")),
        ("贺兰", "附文 › 作者", ("essays.author", "贺兰")),
        ("59段", "附文 › 正文", ("essays.body", "59段")),
        ("home.ex", "附文 › 正文", ("essays.body", "见主页")),
        ("层示意", "附文 › 正文", ("essays.body", "\ufffc")),
    ],
)
def test_a_hit_says_where_it_is_and_puts_the_cursor_on_the_words(window, qtbot, words, label, chosen):
    (hit,) = look_for(window, words)
    assert hit.startswith(f"2025-09-02 远帆例会\n{label}：")
    assert f"【{words}】" in hit
    assert window.editor.meeting == OTHER
    qtbot.keyClick(window.sidebar.search, Qt.Key.Key_Return)
    assert window.editor.meeting == MEETING
    widget = attrgetter(chosen[0])(window)
    assert QApplication.focusWidget() is widget
    assert selected() == chosen[1]
    assert not widget.visibleRegion().isEmpty()
    if hasattr(widget, "viewport"):
        seen = widget.viewport().visibleRegion().boundingRect()
        assert seen.intersects(widget.cursorRect()), "the words are out of sight"
    assert window.editor.meeting == MEETING  # nothing was typed over


def test_a_hit_in_a_table_chooses_its_row(window, qtbot):
    for words, label, table, row in (
        ("算再议", "议程 › 决议", window.agenda.decisions, 1),
        ("投影机", "待办", window.actions_page.mine, 1),
        ("晚到", "参会名单", window.attendees.table, 1),
        ("的手机", "连接记录", window.attendees.table, 1),
        ("会通知", "原件", window.overview.originals.table, 1),
    ):
        (hit,) = look_for(window, words)
        assert hit.startswith(f"2025-09-02 远帆例会\n{label}：")
        qtbot.keyClick(window.sidebar.search, Qt.Key.Key_Return)
        assert QApplication.focusWidget() is table
        assert table.currentIndex().row() == row
        assert not table.visibleRegion().isEmpty()


def test_a_line_that_means_nobody_of_the_list_is_shown_itself(window, qtbot):
    look_for(window, "议室屏")
    shown = []

    def read(dialog):
        (lines,) = dialog.findChildren(QTreeWidget)
        shown.extend(lines.topLevelItem(row).text(3) for row in range(lines.topLevelItemCount()))
        dialog.reject()

    answer(QDialog, read)
    qtbot.keyClick(window.sidebar.search, Qt.Key.Key_Return)
    assert shown == ["三楼会议室屏幕"]
    assert window.tabs.currentWidget() is window.attendees


def test_no_word_of_a_hit_is_cut_off(window):
    for length in range(1, 40):
        window.library.save(Meeting(held_on=date(2024, 1, length % 28 + 1), title="会" * length))
    look_for(window, "会")
    hits = window.sidebar.hits
    hits.grab()  # lays the rows out
    for row in range(hits.count()):
        height, words = hits.visualItemRect(hits.item(row)).height(), hits.item(row).text()
        within = QRect(0, 0, hits.viewport().width() - 14, 999)  # less the padding, and the margin that Qt leaves
        needed = hits.fontMetrics().boundingRect(within, Qt.TextFlag.TextWrapAnywhere, words).height()
        assert needed <= height - 10, words
