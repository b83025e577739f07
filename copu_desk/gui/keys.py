"""The key legend: the keys of the menus, read from the menus themselves, and those of each field and table."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QHeaderView,
    QLabel,
    QLineEdit,
    QMenu,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
)

from copu_desk.gui import forms
from copu_desk.gui.go_to import of_menu, plain

if TYPE_CHECKING:
    from copu_desk.gui.main_window import MainWindow

_CONTEXT = "keys"
IN_PLACES: tuple[tuple[Any, tuple[tuple[Any, Any], ...]], ...] = (
    (
        QT_TRANSLATE_NOOP("keys", "点名框"),
        (
            (QT_TRANSLATE_NOOP("keys", "回车"), QT_TRANSLATE_NOOP("keys", "现场；名字末尾加 + 线上，/ 请假，- 缺席")),
            ("↑ ↓", QT_TRANSLATE_NOOP("keys", "在可能的人里挑选；没有可挑的时候，↓ 去往名单")),
            (
                QT_TRANSLATE_NOOP("keys", "再按回车"),
                QT_TRANSLATE_NOOP("keys", "不在名册里的人，列席；Ctrl+回车同时加入名册"),
            ),
            ("Ctrl+V", QT_TRANSLATE_NOOP("keys", "粘贴名单，像旧纪要里那样写的都认")),
        ),
    ),
    (
        QT_TRANSLATE_NOOP("keys", "参会名单"),
        (
            (QT_TRANSLATE_NOOP("keys", "空格"), QT_TRANSLATE_NOOP("keys", "轮换到会标记")),
            ("1 2 3 4", QT_TRANSLATE_NOOP("keys", "现场、线上、请假、缺席")),
            ("F2", QT_TRANSLATE_NOOP("keys", "现在到会或离会，记下时间和正在讨论的议程")),
            ("Shift+F2", QT_TRANSLATE_NOOP("keys", "补记到会时间")),
            ("Ctrl+V", QT_TRANSLATE_NOOP("keys", "粘贴名单")),
            ("Ctrl+L", QT_TRANSLATE_NOOP("keys", "所选的人在会议平台的连接记录")),
        ),
    ),
    (
        QT_TRANSLATE_NOOP("keys", "会议平台名单"),
        (
            ("1 … 9", QT_TRANSLATE_NOOP("keys", "是列出的第几位；应到而未到的人：现场、线上、请假、缺席")),
            ("N", QT_TRANSLATE_NOOP("keys", "列席加入")),
            ("R", QT_TRANSLATE_NOOP("keys", "列席加入，并入名册")),
            ("X", QT_TRANSLATE_NOOP("keys", "不是参会人")),
            ("Del", QT_TRANSLATE_NOOP("keys", "改为待定")),
            (QT_TRANSLATE_NOOP("keys", "Ctrl+回车"), QT_TRANSLATE_NOOP("keys", "导入")),
        ),
    ),
    (
        QT_TRANSLATE_NOOP("keys", "议程"),
        (
            ("F5", QT_TRANSLATE_NOOP("keys", "开始或停止这一项的计时")),
            (QT_TRANSLATE_NOOP("keys", "列表末尾回车"), QT_TRANSLATE_NOOP("keys", "添加一项议程")),
            ("Ctrl+V", QT_TRANSLATE_NOOP("keys", "在列表里：粘贴通知里的议程，一行一项；在附文列表里：粘贴一整篇")),
        ),
    ),
    (
        QT_TRANSLATE_NOOP("keys", "速记"),
        (
            ("Ctrl+1 … 9", QT_TRANSLATE_NOOP("keys", "把最后一段归入第几项议程的讨论")),
            ("Ctrl+D", QT_TRANSLATE_NOOP("keys", "归为决议")),
            ("Ctrl+T", QT_TRANSLATE_NOOP("keys", "归为待办")),
            ("Ctrl+;", QT_TRANSLATE_NOOP("keys", "插入时间")),
            ("@", QT_TRANSLATE_NOOP("keys", "补全人名")),
        ),
    ),
    (
        QT_TRANSLATE_NOOP("keys", "附文和讨论的正文"),
        (
            ("Ctrl+B  Ctrl+I  Ctrl+U", QT_TRANSLATE_NOOP("keys", "加粗、倾斜、下划线")),
            ("Ctrl+.  Ctrl+,", QT_TRANSLATE_NOOP("keys", "上标、下标")),
            ("Ctrl+Alt+0 … 5", QT_TRANSLATE_NOOP("keys", "正文、标题 1–3、引文、发言")),
            ("Ctrl+Shift+7  Ctrl+Shift+8", QT_TRANSLATE_NOOP("keys", "编号列表、项目列表")),
            ("Ctrl+F", QT_TRANSLATE_NOOP("keys", "查找和替换")),
            ("Ctrl+Shift+V", QT_TRANSLATE_NOOP("keys", "只粘贴文字")),
            ("Ctrl++  Ctrl+-  Ctrl+0", QT_TRANSLATE_NOOP("keys", "放大、缩小、原来的大小")),
        ),
    ),
    (
        QT_TRANSLATE_NOOP("keys", "表格和列表"),
        (
            (QT_TRANSLATE_NOOP("keys", "回车"), QT_TRANSLATE_NOOP("keys", "编辑，在末尾添加一行；Esc 还原")),
            ("Alt+↑  Alt+↓", QT_TRANSLATE_NOOP("keys", "上移、下移")),
            ("Ins", QT_TRANSLATE_NOOP("keys", "添加一行决议或待办")),
            ("Del", QT_TRANSLATE_NOOP("keys", "删除所选")),
            ("Ctrl+Shift+S", QT_TRANSLATE_NOOP("keys", "按这一列排序，再按倒序，再按还原；点列名也行")),
        ),
    ),
    (
        QT_TRANSLATE_NOOP("keys", "检查"),
        (
            (QT_TRANSLATE_NOOP("keys", "回车"), QT_TRANSLATE_NOOP("keys", "去往那里")),
            ("Esc", QT_TRANSLATE_NOOP("keys", "收起，回到原来的地方")),
        ),
    ),
    (
        QT_TRANSLATE_NOOP("keys", "原件"),
        (
            (QT_TRANSLATE_NOOP("keys", "回车"), QT_TRANSLATE_NOOP("keys", "打开只读的副本")),
            ("Del", QT_TRANSLATE_NOOP("keys", "移除")),
        ),
    ),
    (
        QT_TRANSLATE_NOOP("keys", "所有会议的待办"),
        (
            (QT_TRANSLATE_NOOP("keys", "空格"), QT_TRANSLATE_NOOP("keys", "办好了，再按一次重新打开")),
            (QT_TRANSLATE_NOOP("keys", "Ctrl+回车"), QT_TRANSLATE_NOOP("keys", "去往那次会议")),
        ),
    ),
    (
        QT_TRANSLATE_NOOP("keys", "考勤"),
        (
            (QT_TRANSLATE_NOOP("keys", "回车"), QT_TRANSLATE_NOOP("keys", "打开那次会议")),
            ("Ctrl+C", QT_TRANSLATE_NOOP("keys", "复制图片")),
            ("Ctrl++  Ctrl+-  Ctrl+0", QT_TRANSLATE_NOOP("keys", "放大、缩小、原来的大小")),
        ),
    ),
    (
        QT_TRANSLATE_NOOP("keys", "带回的修改"),
        (
            (QT_TRANSLATE_NOOP("keys", "回车、A"), QT_TRANSLATE_NOOP("keys", "接受，去往下一处")),
            ("Del  R", QT_TRANSLATE_NOOP("keys", "不接受，去往下一处")),
        ),
    ),
    (
        QT_TRANSLATE_NOOP("keys", "预览"),
        (
            (QT_TRANSLATE_NOOP("keys", "点一下"), QT_TRANSLATE_NOOP("keys", "去往那里")),
            (QT_TRANSLATE_NOOP("keys", "Ctrl+滚轮"), QT_TRANSLATE_NOOP("keys", "放大、缩小")),
        ),
    ),
)
"""Where, and which keys do what there."""


def groups(window: "MainWindow") -> Iterator[tuple[str, list[tuple[str, str]]]]:
    """Yield each menu and each place with its keys and what they do, in the language of the window."""
    for entry in window.menuBar().actions():
        menu = entry.menu()
        if isinstance(menu, QMenu):
            keys = [
                ("  ".join(dict.fromkeys(_shown(key) for key in action.shortcuts()[:1])), plain(action))
                for action in of_menu(menu)
                if action.shortcuts()
            ]
            if keys:
                yield plain(entry), keys
    for place, rows in IN_PLACES:
        yield _said(place), [(_said(key), _said(what)) for key, what in rows]


def _said(words: Any) -> str:
    return QCoreApplication.translate(_CONTEXT, words)


def _shown(key: QKeySequence) -> str:
    return key.toString(QKeySequence.SequenceFormat.NativeText)


class KeyLegend(QDialog):
    """All keys, by menu and place; typing finds one."""

    search: QLineEdit
    table: QTableWidget
    said: QLabel
    leave: QPushButton

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        forms.load(self, "keys")
        self.leave.clicked.connect(self.close)
        self._rows: list[tuple[str, str, str]] = []
        for place, keys in groups(window):
            self._rows += [(place, key, what) for key, what in keys]
        self.table.setColumnCount(3)
        self.table.setHorizontalHeaderLabels([self.tr("在哪里"), self.tr("键"), self.tr("做什么")])
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.verticalHeader().hide()
        self.table.setRowCount(len(self._rows))
        for row, words in enumerate(self._rows):
            for column, said in enumerate(words):
                again = not column and row and self._rows[row - 1][0] == said
                cell = QTableWidgetItem("" if again else said)
                cell.setData(Qt.ItemDataRole.AccessibleTextRole, said)
                self.table.setItem(row, column, cell)
        header = self.table.horizontalHeader()
        for column in range(2):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(2, QHeaderView.ResizeMode.Stretch)
        self.search.textChanged.connect(self._find)
        self._find("")

    def _find(self, typed: str) -> None:
        wanted = typed.casefold().split()
        shown = 0
        for row, words in enumerate(self._rows):
            there = all(word in " ".join(words).casefold() for word in wanted)
            self.table.setRowHidden(row, not there)
            shown += there
            if cell := self.table.item(row, 0):
                first = there and (wanted or not row or self._rows[row - 1][0] != words[0])
                cell.setText(words[0] if first else "")
        self.said.setText("" if shown else self.tr("没有这样的键。"))
