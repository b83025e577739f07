"""Sets the pages of the preview in a thread of its own: only ever the newest state that was asked for."""

from threading import Condition

from PySide6.QtCore import QObject, QThread, Signal

from copu_desk import exchange
from copu_desk.errors import CopuError, WriteError

_END_WAIT_MS = 10_000


class PageSetting(QThread):
    """Takes what is to be set, and tells when it is; what nobody waits for any more is left out."""

    made = Signal(int, object)  # the number that `ask` gave, and the exchange.Preview or the CopuError

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._wakes = Condition()
        self._wanted: exchange.Material | None = None
        self._number = 0
        self._ended = False

    def ask(self, material: exchange.Material) -> int:
        """Have pages set, in the place of what has not been begun yet; return a number by which `made` tells of it."""
        with self._wakes:
            self._wanted = material
            self._number += 1
            self._wakes.notify()
        if not self.isRunning():
            self.start(QThread.Priority.LowPriority)
        return self._number

    def stop(self) -> None:
        """End the thread; what is being set is the last."""
        with self._wakes:
            self._ended = True
            self._wakes.notify()
        self.wait(_END_WAIT_MS)

    def run(self) -> None:
        """Set pages until `stop` (in the thread)."""
        press = exchange.press()
        try:
            while (taken := self._next()) is not None:
                material, number = taken
                try:
                    result: object = exchange.preview(material, press)
                except CopuError as error:
                    result = error
                except BaseException:  # a fault of the program: it is said, and the next state is tried anew
                    self.made.emit(number, WriteError(self.tr("预览出了一个错；文字都在，导出也不受影响。")))
                    raise
                self.made.emit(number, result)
        finally:
            press.close()

    def _next(self) -> tuple[exchange.Material, int] | None:
        with self._wakes:
            while self._wanted is None and not self._ended:
                self._wakes.wait()
            material, self._wanted = self._wanted, None
            return None if self._ended or material is None else (material, self._number)
