"""The dialog 导出纪要: style, parts, formats, folder and name, filled in as the series was exported last time."""

from contextlib import suppress
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QGridLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QWidget,
)

from copu_desk import desk, disk, exchange
from copu_desk.desk import naming, publishing
from copu_desk.errors import StyleError
from copu_desk.gui import forms, left_out
from copu_desk.gui.documents import documents_folder
from copu_desk.gui.form_area import FormArea
from copu_desk.gui.sentences import said
from copu_desk.gui.words import named
from copu_desk.library import Library
from copu_desk.model import AgendaItem, Meeting, item_label
from copu_desk.style import PARTS, house_style, style_names

PRINTED = 2  # the result of the dialog when its answer is to print
_COLUMNS = 3


class ExportDialog(QDialog):
    """Asks how the minutes of a meeting go out; `chosen` is the answer."""

    paper: QComboBox
    item: QComboBox
    house_style: QComboBox
    area: FormArea
    kinds: QWidget
    parts: QWidget
    left_out_label: QLabel
    left_out: QLabel
    folder: QLineEdit
    choose_folder: QPushButton
    pattern: QLineEdit
    found: QLabel
    internal: QCheckBox
    overwrite: QCheckBox
    print: QPushButton
    buttons: QDialogButtonBox

    def __init__(
        self, library: Library, meeting: Meeting, item: AgendaItem | None = None, parent: QWidget | None = None
    ) -> None:
        """Ask for a meeting; the item is the one that an excerpt is likely wanted of."""
        super().__init__(parent)
        forms.load(self, "export_dialog", FormArea)
        self._library, self._meeting = library, meeting
        last = publishing.choices(library, meeting.series)
        self._without, self._added = set(last.without), set(last.added)
        for paper, one in exchange.PAPERS.items():
            if paper != "excerpt" or meeting.agenda:
                self.paper.addItem(said(one.label), paper)
        self.paper.setCurrentIndex(max(0, self.paper.findData(last.paper)))
        for number, one_item in enumerate(meeting.agenda, 1):
            self.item.addItem(f"{number}. {said(item_label(one_item))}", one_item.id)
        self.item.setCurrentIndex(max(0, self.item.findData(item.id)) if item else 0)
        self._fill_styles(last.style)
        self.kind_boxes = {
            kind: self._box(self.kinds, row, said(label), last=kind in last.kinds)
            for row, (kind, label) in enumerate(desk.KINDS.items())
        }
        self.part_boxes: dict[str, QCheckBox] = {}
        self._fault = ""  # why the chosen style cannot be used
        self._fill_parts()
        self.folder.setText(last.folder or str(documents_folder()))
        self.pattern.setText(naming.named(last.pattern, self._names()))
        self.pattern.setToolTip(
            self.tr("可以填：{}").format(" ".join(f"{{{name}}}" for name in self._names().values()))
        )
        self.internal.setChecked(last.internal)
        self.overwrite.setChecked(last.overwrite)
        self._order_tabs()
        save = self.buttons.button(QDialogButtonBox.StandardButton.Save)
        save.setText(self.tr("导出"))
        save.setDefault(True)
        self.buttons.button(QDialogButtonBox.StandardButton.Cancel).setText(self.tr("取消"))
        self.house_style.currentIndexChanged.connect(self._fill_parts)
        self.house_style.currentIndexChanged.connect(self._tell)
        self.paper.currentIndexChanged.connect(self._tell)
        self.paper.currentIndexChanged.connect(self._tell_left_out)
        for line in (self.folder, self.pattern):
            line.textChanged.connect(self._tell)
        for box in (self.internal, self.overwrite, *self.kind_boxes.values()):
            box.toggled.connect(self._tell)
        for box in self.kind_boxes.values():
            box.toggled.connect(self._tell_left_out)
        self.choose_folder.clicked.connect(self._choose_folder)
        self.print.clicked.connect(lambda: self.done(PRINTED))
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        self._tell()
        self._tell_left_out()
        forms.fit(self)
        save.setFocus()

    def chosen(self) -> publishing.Choices:
        """Return what is chosen now."""
        return publishing.Choices(
            paper=self.paper.currentData(),
            style=self.house_style.currentData(),
            without=tuple(sorted(self._without)),
            added=tuple(sorted(self._added)),
            kinds=tuple(kind for kind, box in self.kind_boxes.items() if box.isChecked() and box.isEnabled()),
            folder=str(self._folder()),
            pattern=naming.named(self.pattern.text().strip(), {}) or publishing.Choices().pattern,
            overwrite=self.overwrite.isChecked(),
            internal=self.internal.isChecked(),
        )

    def _folder(self) -> Path:
        """Return the folder that is meant; one that is typed by its name alone lies in the folder of documents."""
        typed = Path(self.folder.text().strip())
        with suppress(RuntimeError):  # ~name, and nobody is called so
            typed = typed.expanduser()
        return documents_folder() / typed

    def _names(self) -> dict[str, str]:
        """Return what is filled in, as it is called in the language of the window."""
        return {
            "date": self.tr("日期"),
            "series": self.tr("系列"),
            "number": self.tr("次数"),
            "title": self.tr("标题"),
            "year": self.tr("年"),
            "month": self.tr("月"),
            "day": self.tr("日"),
        }

    def chosen_item(self) -> str:
        """Return the id of the agenda item that an excerpt is wanted of."""
        return str(self.item.currentData() or "")

    def _fill_styles(self, chosen: str) -> None:
        with QSignalBlocker(self.house_style):
            self.house_style.addItem(self.tr("系列的版式"), "")
            for name in style_names():
                try:
                    label = house_style(name).label
                except StyleError:
                    continue  # the one dialog where it cannot be mended
                self.house_style.addItem(named(label), name)
            series = desk.series_of(self._library, self._meeting)
            own = self.house_style.findData(series.style)
            if own > 0:
                self.house_style.setItemText(0, self.tr("系列的版式（{}）").format(self.house_style.itemText(own)))
            self.house_style.setCurrentIndex(max(0, self.house_style.findData(chosen)))

    def _fill_parts(self) -> None:
        """Offer the parts that the chosen style has."""
        for box in self.part_boxes.values():
            box.deleteLater()
        try:
            style = publishing.chosen_style(
                self._library, self._meeting, publishing.Choices(style=self.house_style.currentData())
            )
        except StyleError as error:
            self.part_boxes, self._fault = {}, said(error)
            return
        self._fault = ""
        self.part_boxes = {
            part: self._box(
                self.parts,
                row,
                said(PARTS[part]),
                last=part not in self._without if part in style.parts else part in self._added,
            )
            for row, part in enumerate(style.offered)
        }
        for part, box in self.part_boxes.items():
            is_usual = part in style.parts
            box.toggled.connect(lambda on, part=part, usual=is_usual: self._choose_part(part, on=on, is_usual=usual))
        self._order_tabs()
        self._tell_left_out()

    def _choose_part(self, part: str, *, on: bool, is_usual: bool) -> None:
        """Note that a part is wanted or not, where that differs from what the style usually prints."""
        noted = self._without if is_usual else self._added
        (noted.add if on is not is_usual else noted.discard)(part)
        self._tell_left_out()

    def _box(self, parent: QWidget, row: int, words: str, *, last: bool) -> QCheckBox:
        box = QCheckBox(words, parent)
        box.setChecked(last)
        box.setAccessibleName(words)
        layout = parent.layout()
        assert isinstance(layout, QGridLayout)  # noqa: S101 - the form says so
        layout.addWidget(box, row // _COLUMNS, row % _COLUMNS)
        return box

    def _order_tabs(self) -> None:
        order = [
            self.paper,
            self.item,
            self.house_style,
            *self.kind_boxes.values(),
            self.internal,
            *self.part_boxes.values(),
            self.folder,
        ]
        for first, second in pairwise(order):
            self.setTabOrder(first, second)

    def _choose_folder(self) -> None:
        folder = QFileDialog.getExistingDirectory(self, self.tr("导出到哪个文件夹"), self.folder.text())
        if folder:
            self.folder.setText(folder)

    def _tell_left_out(self) -> None:
        """Say what is recorded and will not be in the minutes, before they go out without it."""
        try:
            left = publishing.left_out(self._library, self._meeting, self.chosen())
        except StyleError:
            left = ()  # said where the files are told
        self.left_out.setText(left_out.lines(left))
        for label in (self.left_out_label, self.left_out):
            label.setVisible(bool(left))

    def _tell(self) -> None:
        """Say which files will be written, and whether there are others of their names; or why none can be."""
        for kind in desk.WHOLE:
            self.kind_boxes[kind].setEnabled(self.paper.currentData() == publishing.Choices().paper)
        chosen = self.chosen()
        self.item.setVisible(chosen.paper == "excerpt")
        self.internal.setEnabled(desk.FOLDER in chosen.kinds)
        for part in self.part_boxes.values():
            part.setEnabled(chosen.paper != "notice")
        plain = [
            path.name for _, path in publishing.targets(self._library, self._meeting, replace(chosen, overwrite=True))
        ]
        names = [path.name for _, path in publishing.targets(self._library, self._meeting, chosen)]
        lines = []
        for name, free in zip(plain, names, strict=True):
            taken = disk.is_there(Path(chosen.folder) / name)
            if name != free:
                lines.append(self.tr("{}（已有同名文件，原来的保留）").format(free))
            else:
                lines.append(self.tr("{}（替换已有的文件）").format(name) if taken else name)
        self.found.setText(self._fault or "\n".join(lines) or self.tr("请至少勾选一种格式。"))
        self.print.setEnabled(not self._fault)
        self.buttons.button(QDialogButtonBox.StandardButton.Save).setEnabled(bool(names) and not self._fault)
        forms.grow(self)
