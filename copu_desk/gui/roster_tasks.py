"""What the page 人员 does beyond its table: merging entries, and lists of people that come in and go out."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QMessageBox

from copu_desk import desk, disk, exchange, roster
from copu_desk.errors import CopuError
from copu_desk.gui import forms
from copu_desk.gui.documents import documents_folder
from copu_desk.gui.merge_dialog import MergeDialog
from copu_desk.gui.movable import choose_row, chosen_rows
from copu_desk.gui.people_import import PeopleImport
from copu_desk.gui.sentences import said
from copu_desk.library import Library
from copu_desk.roster import Arrival, Arriving

if TYPE_CHECKING:
    from copu_desk.gui.roster_page import RosterPage


class RosterTasks(QObject):
    """The tasks of one roster page that ask something; each is one change that can be undone."""

    def __init__(self, page: "RosterPage", library: Library) -> None:
        super().__init__(page)
        self._page, self._library = page, library
        self._folder = documents_folder()

    def merge(self) -> None:
        """Make one entry of those that are selected, after showing what becomes of them."""
        page = self._page
        people = [page.records.rows[row] for row in chosen_rows(page.people)]
        if len(people) < 2:  # noqa: PLR2004 - one entry cannot be merged
            words = self.tr("请先选中同一个人的两条或几条（按住 Ctrl 点选，或 Shift+↑/↓），再合并。")
            QMessageBox.information(page, self.tr("合并人员"), words)
            return
        dialog = MergeDialog(people, self._series(), page)
        if forms.ask(dialog):
            rows = roster.merged(page.records.rows, dialog.chosen(), [person.id for person in people])
            page.records.replace(rows, self.tr("合并人员"))
            choose_row(page.people, next(row for row, one in enumerate(rows) if one.id == dialog.chosen()))

    def bring(self) -> None:
        """Ask for a list, show what it would bring, and take what is left ticked."""
        name, _ = QFileDialog.getOpenFileName(
            self._page,
            self.tr("导入人员"),
            str(self._folder),
            self.tr("名单 ({})").format(" ".join(f"*.{kind}" for kind in exchange.TABLES)),
        )
        if name:
            self.bring_in(Path(name))

    def bring_in(self, path: Path) -> None:
        """Show what a list would bring, and take what is left ticked."""
        page = self._page
        self._folder = path.parent
        page.editor.save()
        try:
            found = desk.arriving(self._library, path)
        except CopuError as error:
            QMessageBox.warning(page, self.tr("导入人员"), said(error))
            return
        if not found.arrivals:
            words = [
                self.tr("名单里没有新的内容：{} 位都已经在名册里了。", "", found.same).format(found.same),
                *map(said, found.notes),
            ]
            QMessageBox.information(page, self.tr("导入人员"), "\n".join(words))
            return
        dialog = PeopleImport(found, self._series(), page)
        if forms.ask(dialog):
            self._take(found, dialog.chosen())

    def _take(self, found: Arriving, chosen: list[Arrival]) -> None:
        """Take those chosen into the roster, once the series that they belong to are kept."""
        page = self._page
        try:
            desk.keep_series(self._library, found, chosen)
        except CopuError as error:
            QMessageBox.warning(page, self.tr("导入人员"), said(error))
            return
        page.show_series()
        page.records.replace(roster.taken(page.records.rows, chosen), self.tr("导入人员"))

    def send(self) -> None:
        """Ask for a file and write the roster to it."""
        page = self._page
        page.editor.save()
        start = disk.free_name(self._folder / self.tr("人员名册.xlsx"))
        excel, csv = self.tr("Excel 工作簿 (*.xlsx)"), self.tr("逗号分隔的文本 (*.csv)")
        name, kind = QFileDialog.getSaveFileName(page, self.tr("导出人员"), str(start), f"{excel};;{csv}")
        if not name:
            return
        path = Path(name)
        if path.suffix.lower() not in (".xlsx", ".csv"):
            path = path.with_name(path.name + (".csv" if kind == csv else ".xlsx"))
        self._folder = path.parent
        try:
            desk.export_people(self._library, path, overwrite=True)
        except CopuError as error:
            QMessageBox.warning(page, self.tr("导出人员"), said(error))
        else:
            words = self.tr("导出了 {} 位：{}", "", len(page.records.rows)).format(len(page.records.rows), path)
            QMessageBox.information(page, self.tr("导出人员"), words)

    def _series(self) -> dict[str, str]:
        return {one.id: one.name for one in self._library.series()}
