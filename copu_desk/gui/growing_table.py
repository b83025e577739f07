"""A table as high as its rows, for a page that scrolls as a whole."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFrame, QHeaderView, QSizePolicy, QTableView, QWidget

LEAST = 44  # pixels for rows: room to write into where there are none yet


class GrowingTable(QTableView):
    """Wraps its words and shows all its rows; it never scrolls itself."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.setWordWrap(True)
        self.verticalHeader().hide()
        self.verticalHeader().setMinimumSectionSize(30)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)

    def sizeHint(self) -> QSize:
        """Return the height of the headings and all rows."""
        rows = max(LEAST, self.verticalHeader().length() + 2)
        return QSize(super().sizeHint().width(), self.horizontalHeader().sizeHint().height() + rows)

    def minimumSizeHint(self) -> QSize:
        """Return a small width and the full height."""
        return QSize(200, self.sizeHint().height())

    def updateGeometries(self) -> None:
        """Tell the layout when rows came, went or changed their height."""
        super().updateGeometries()
        self.updateGeometry()
