"""The running clock of the chosen agenda item: a button that turns it, and the time taken beside the plan."""

from collections.abc import Callable
from datetime import datetime, time

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QLabel, QPushButton

from copu_desk import clock
from copu_desk.gui import theme
from copu_desk.gui.editor import Editor
from copu_desk.model import AgendaItem, Meeting, put


class ItemClock(QObject):
    """Shows and turns the clock of one item; what is over the plan is red, and says so in words."""

    def __init__(
        self, editor: Editor, button: QPushButton, label: QLabel, chosen: Callable[[], AgendaItem | None]
    ) -> None:
        super().__init__(button)
        self._editor, self._button, self._label, self._chosen = editor, button, label, chosen
        self.now: Callable[[], time] = lambda: datetime.now().time()
        self._tick = QTimer(self, interval=1000)
        self._tick.timeout.connect(self.show)
        button.clicked.connect(lambda _checked=False: self.turn())

    def turn(self) -> None:
        """Turn the clock of the chosen item on or off."""
        item = self._chosen()
        if item:
            agenda = clock.turned(self._editor.meeting.agenda, item.id, self.now())
            after: Meeting = put(self._editor.meeting, ("agenda",), agenda)
            self._editor.change(after, self.tr("计时"))

    def show(self) -> None:
        """Show how long the chosen item has taken, and what the button would do."""
        item = self._chosen()
        running = bool(item and item.started and not item.ended)
        if running != self._tick.isActive():
            self._tick.start() if running else self._tick.stop()
        begun = bool(item and item.started)
        self._button.setText(self.tr("停止") if running else self.tr("继续") if begun else self.tr("开始计时"))
        late = bool(item) and clock.over(item or AgendaItem(), self.now())
        self._label.setText(self._words(item) if item else "")
        self._label.setVisible(bool(self._label.text()))
        palette = QPalette()
        if late:
            palette.setColor(QPalette.ColorRole.WindowText, QColor(theme.colours().danger))
        self._label.setPalette(palette)

    def _words(self, item: AgendaItem) -> str:
        taken = clock.elapsed(item, self.now())
        if taken is None:
            return ""
        words = self.tr("用时 {}").format(clock.spoken(taken))
        late = clock.over(item, self.now())
        if late:
            return self.tr("{}，超时 {}").format(words, clock.spoken(late))
        return self.tr("{} / {} 分钟").format(words, item.planned_minutes) if item.planned_minutes else words
