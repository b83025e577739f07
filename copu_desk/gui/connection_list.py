"""The lines of a platform's report about somebody, as they stand in the file."""

from collections.abc import Iterable
from datetime import datetime

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QTreeWidget, QTreeWidgetItem, QWidget

from copu_desk.connections import Stay
from copu_desk.model import Connection

_WIDTHS = (58, 58, 100, 150, 110, 80, 160)
_OFTEN_EMPTY = {4: "organization", 5: "role", 6: "account"}  # columns that are shown only where a platform tells them


class ConnectionList(QTreeWidget):
    """One row for each connection: coming, going, length, what the platform says of who it is, and where it stands."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setHeaderLabels([
            self.tr("入会"), self.tr("离会"), self.tr("时长"), self.tr("名字"), self.tr("单位"), self.tr("身份"),
            self.tr("账号"), self.tr("出处"),
        ])  # fmt: skip
        self.setRootIsDecorated(False)
        self.setUniformRowHeights(True)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        for column, width in enumerate(_WIDTHS):
            self.setColumnWidth(column, width)

    def put(self, connections: Iterable[Connection]) -> None:
        """List other connections, in order of time."""
        self.clear()
        ordered = sorted(connections, key=lambda one: (one.joined or one.left or datetime.max, one.digest, one.row))
        for column, field in _OFTEN_EMPTY.items():
            self.setColumnHidden(column, not any(getattr(one, field) for one in ordered))
        for one in ordered:
            cells = (
                _clock(one.joined), _clock(one.left), _length(one), one.name, one.organization, one.role, one.account,
                source(one),
            )  # fmt: skip
            item = QTreeWidgetItem(self, list(cells))
            for column, words in enumerate(cells):
                item.setToolTip(column, words)
            for column, moment in ((0, one.joined), (1, one.left)):
                item.setToolTip(column, moment.isoformat(" ") if moment else self.tr("不明"))


def _clock(moment: datetime | None) -> str:
    return moment.strftime("%H:%M") if moment else "—"


def _length(one: Connection) -> str:
    if one.seconds is None and one.joined and one.left and one.joined <= one.left:
        return length(Stay(int((one.left - one.joined).total_seconds())))
    return length(Stay(one.seconds))


def source(one: Connection) -> str:
    """Return where a line stands: the file, the sheet where there are several, the row."""
    sheet = f"“{one.sheet}”" if one.sheet else ""
    return QCoreApplication.translate("connection_list", "{}第 {} 行").format(one.file + sheet, one.row)


def length(how: Stay | None) -> str:
    """Return a stay in the language of the window; None is one that lies outside the meeting."""
    if how is None:
        return QCoreApplication.translate("connection_list", "会外")
    if how.seconds is None:
        return QCoreApplication.translate("connection_list", "不明")
    hours, minutes = divmod(how.seconds // 60, 60)
    if hours:
        words = QCoreApplication.translate("connection_list", "{} 小时 {} 分").format(hours, minutes)
    elif minutes:
        words = QCoreApplication.translate("connection_list", "{} 分").format(minutes)
    else:
        words = QCoreApplication.translate("connection_list", "{} 秒").format(how.seconds)
    return words if how.whole else QCoreApplication.translate("connection_list", "至少 {}").format(words)
