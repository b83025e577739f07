"""The dialog of fonts: what the style asks for, what this machine has, what is drawn instead, and another choice."""

from PySide6.QtCore import QSettings, Qt
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QLabel,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from copu_desk import exchange
from copu_desk.gui import forms
from copu_desk.gui.sentences import listed, said
from copu_desk.gui.words import named
from copu_desk.style import HouseStyle

_KEY = "fonts/instead"
NAME, STYLES, HERE, DRAWN = range(4)
_MOST = 3  # styles that are named


def chosen_fonts(settings: QSettings) -> dict[str, str]:
    """Return what is drawn on this machine instead of fonts that it lacks, as chosen."""
    pairs = (line.partition("\t") for line in str(settings.value(_KEY, "")).split("\n"))
    return {name: drawn for name, _, drawn in pairs if name and drawn}


class FontsDialog(QDialog):
    """A table of the fonts of one house style; StyleError if the style is broken."""

    about: QLabel
    table: QTableWidget
    buttons: QDialogButtonBox

    def __init__(self, style: HouseStyle, settings: QSettings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        forms.load(self, "fonts_dialog")
        self._settings = settings
        self._uses = exchange.font_uses(style)
        missing = sum(not one.is_here for one in self._uses)
        words = self.tr("版式“{}”用到 {} 种字体，这台电脑缺少 {} 种。").format(
            named(style.label), len(self._uses), missing
        )
        self.about.setText(words)
        self.buttons.accepted.connect(self._keep)
        self.buttons.rejected.connect(self.reject)
        self._fill()

    def _fill(self) -> None:
        chosen, families = chosen_fonts(self._settings), _families()
        self.table.setRowCount(len(self._uses))
        before: QWidget = self.table  # boxes that are made later come after the buttons by themselves
        for row, use in enumerate(self._uses):
            used = listed(map(said, use.styles[:_MOST])) + (
                self.tr(" 等 {} 处", "", len(use.styles)).format(len(use.styles)) if len(use.styles) > _MOST else ""
            )
            here = self.tr("有") if use.is_here else self.tr("缺少")
            for column, words in ((NAME, use.name), (STYLES, used), (HERE, here)):
                item = QTableWidgetItem(words)
                item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable)
                item.setToolTip(listed(map(said, use.styles)) if column == STYLES else words)
                self.table.setItem(row, column, item)
            if use.is_here:
                item = QTableWidgetItem(use.drawn)
                item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable)
                self.table.setItem(row, DRAWN, item)
                continue
            box = QComboBox()
            box.setAccessibleName(self.tr("代替{}的字体").format(use.name))
            box.addItem(self.tr("自动（{}）").format(use.drawn or self.tr("没有合适的")), "")
            for family in families:
                box.addItem(family, family)
            box.setCurrentIndex(max(0, box.findData(chosen.get(use.name, ""))))
            self.table.setCellWidget(row, DRAWN, box)
            self.setTabOrder(before, box)
            before = box
        header = self.table.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(STYLES, QHeaderView.ResizeMode.Stretch)
        self.table.verticalHeader().hide()
        self.table.verticalHeader().setDefaultSectionSize(self.table.fontMetrics().height() * 2 + 4)
        self.table.setWordWrap(False)

    def _keep(self) -> None:
        """Keep what was chosen for this machine; what other styles lack besides stays chosen."""
        chosen = chosen_fonts(self._settings)
        for row, use in enumerate(self._uses):
            box = self.table.cellWidget(row, DRAWN)
            if isinstance(box, QComboBox):
                chosen[use.name] = str(box.currentData())
        chosen = {name: drawn for name, drawn in chosen.items() if drawn}
        self._settings.setValue(_KEY, "\n".join(f"{name}\t{drawn}" for name, drawn in chosen.items()))
        exchange.choose_fonts(chosen)
        self.accept()


def _families() -> list[str]:
    """Return the fonts that pages can be set in, those made for Chinese first."""
    chinese = {name.lower() for name in QFontDatabase.families(QFontDatabase.WritingSystem.SimplifiedChinese)}
    return sorted(exchange.font_families(), key=lambda name: (name.lower() not in chinese, name.lower()))
