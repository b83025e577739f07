"""Load Designer forms onto widgets, and hold them to their word."""

from typing import get_type_hints

from PySide6.QtCore import QObject
from PySide6.QtUiTools import QUiLoader
from PySide6.QtWidgets import QWidget

from copu_desk.paths import UI


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

    Promoted widgets are classes of our own that the form names. TypeError if the form lacks an annotated widget.
    """
    _Loader(form, promoted).load(str(UI / f"{name}.ui"))
    for attribute, kind in get_type_hints(type(form)).items():
        if isinstance(kind, type) and issubclass(kind, QObject):
            if (child := form.findChild(kind, attribute)) is None:
                raise TypeError(f"{name}.ui has no {kind.__name__} named {attribute}")
            setattr(form, attribute, child)
