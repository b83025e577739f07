"""How tables of dialogs are set up: a head for each column, no numbers before rows, nothing edited in cells."""

from collections.abc import Sequence

from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableWidget

from copu_desk.gui.widths import heading


def set_up(table: QTableWidget, heads: Sequence[str], widths: Sequence[int], stretched: int) -> None:
    """Give a table its columns, the first ones their widths in pixels, and one of them (from 0) the room left over.

    A heading that needs more room gets it.
    """
    table.setColumnCount(len(heads))
    table.setHorizontalHeaderLabels(list(heads))
    table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    table.verticalHeader().hide()
    for column, width in enumerate(widths):
        table.setColumnWidth(column, max(width, heading(table, column)))
    table.horizontalHeader().setSectionResizeMode(stretched, QHeaderView.ResizeMode.Stretch)
