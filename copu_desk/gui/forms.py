"""Load Designer forms onto widgets, and hold them to their word."""

from typing import get_type_hints

from PySide6.QtCore import QObject, QSize, Qt
from PySide6.QtUiTools import QUiLoader
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QComboBox,
    QDialog,
    QDoubleSpinBox,
    QLayout,
    QScrollArea,
    QSpinBox,
    QWidget,
)

from copu_desk.gui.mouse import keep_still
from copu_desk.paths import UI

_BEFORE_NUMBER = 7  # pixels, as before the words of other fields
FRAME = QSize(16, 40)  # pixels at most, of a window's title and borders


class _Loader(QUiLoader):
    def __init__(self, base: QWidget, promoted: tuple[type[QWidget], ...]) -> None:
        super().__init__()
        self._base = base
        self.setLanguageChangeEnabled(True)
        for kind in promoted:
            self.registerCustomWidget(kind)

    def createWidget(self, kind: str, parent: QWidget | None = None, name: str = "") -> QWidget:
        """Create a widget, except the outermost one, which is there already."""
        return super().createWidget(kind, parent, name) if parent else self._base


def load(form: QWidget, name: str, *promoted: type[QWidget]) -> None:
    """Fill a widget from ui/<name>.ui and set each annotated attribute to the child of that name.

    Promoted widgets are classes of our own that the form names.
    A dialog of a size of its own is made to fit the screen. TypeError if the form lacks an annotated widget.
    """
    _Loader(form, promoted).load(str(UI / f"{name}.ui"))
    for attribute, kind in get_type_hints(type(form)).items():
        if isinstance(kind, type) and issubclass(kind, QObject):
            if (child := form.findChild(kind, attribute)) is None:
                raise TypeError(f"{name}.ui has no {kind.__name__} named {attribute}")
            setattr(form, attribute, child)
    for spin in [*form.findChildren(QSpinBox), *form.findChildren(QDoubleSpinBox)]:
        spin.lineEdit().setTextMargins(_BEFORE_NUMBER, 0, 0, 0)  # with buttons of its own Qt heeds no padding there
    for area in form.findChildren(QScrollArea):
        keep_still(*area.findChildren(QComboBox), *area.findChildren(QAbstractSpinBox))
    # The form's geometry says how large it is, not where: else every dialog opened in the corner of the screen.
    form.setAttribute(Qt.WidgetAttribute.WA_Moved, False)
    if isinstance(form, QDialog) and form.testAttribute(Qt.WidgetAttribute.WA_Resized):
        fit(form)


def ask(dialog: QDialog) -> int:
    """Show a dialog until it is closed, and return how; it goes once whoever asked has read the answers."""
    answer = dialog.exec()
    dialog.deleteLater()
    return answer


def grow(dialog: QDialog) -> None:
    """Let a dialog that is shown be as high as what is in it now, as far as the screen lets it."""
    if dialog.isVisible():
        _measure(dialog)
        most = dialog.screen().availableSize() - FRAME
        dialog.resize(dialog.width(), max(dialog.height(), min(dialog.sizeHint().height(), most.height())))


def fit(dialog: QDialog) -> None:
    """Make a dialog as large as it is meant to be, or as the screen lets it: at 150 % that may be little."""
    _measure(dialog)
    meant = dialog.size() if dialog.testAttribute(Qt.WidgetAttribute.WA_Resized) else dialog.sizeHint()
    dialog.resize(meant.boundedTo(dialog.screen().availableSize() - FRAME))


def _measure(dialog: QDialog) -> None:
    """Have a dialog ask for the room that it needs now: what was filled in since needs room, too."""
    for part in dialog.findChildren(QWidget):
        part.ensurePolished()
        part.updateGeometry()
    for layout in dialog.findChildren(QLayout):
        layout.invalidate()
