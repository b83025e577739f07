"""The dialog in which a picture of a text is captioned and sized."""

from dataclasses import replace

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QDoubleSpinBox, QLineEdit, QWidget

from copu_desk.document import Picture, clean
from copu_desk.gui import forms


class PictureDialog(QDialog):
    """Edits what is said of a picture, and how wide it is printed."""

    caption: QLineEdit
    alt: QLineEdit
    printed_width: QDoubleSpinBox
    buttons: QDialogButtonBox

    def __init__(self, picture: Picture, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        forms.load(self, "picture_dialog")
        self._picture = picture
        self.caption.setText(picture.caption)
        self.alt.setText(picture.alt)
        self.printed_width.setValue(picture.width)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)

    def picture(self) -> Picture:
        """Return the picture as edited."""
        return replace(
            self._picture,
            caption=clean(self.caption.text()),
            alt=clean(self.alt.text()),
            width=self.printed_width.value(),
        )
