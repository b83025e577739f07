"""Nothing leaves this machine, and what is written is for its user alone."""

import os
import stat
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from copu_desk import desk
from copu_desk.library import Library
from copu_desk.model import Essay, Meeting

WATCHED = """
import os, sys
events = []

def watch(event, arguments):
    if event.startswith(("socket.", "http.", "urllib.", "smtplib.", "ftplib.", "webbrowser.")):
        events.append(event)

sys.addaudithook(watch)
from pathlib import Path
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication
from copu_desk import desk
from copu_desk.gui.app import make_application
from copu_desk.gui.main_window import MainWindow
from copu_desk.library import Library
folder = Path(sys.argv[1])
made = desk.demo(folder)
make_application([])
window = MainWindow(Library(made.library, hold=True), QSettings(str(folder / "s.ini"), QSettings.Format.IniFormat))
window.show()
for index in range(window.tabs.count()):
    window.tabs.setCurrentIndex(index)
    QApplication.processEvents()
window.overview.venue.setText("三楼")
window.overview.venue.textEdited.emit("三楼")
for kind in ("docx", "pdf", "txt", "json"):
    desk.export_minutes(window.library, window.editor.meeting.id, folder / f"out.{kind}")
window.library.back_up()
if sys.platform == "linux":
    for name in os.listdir("/proc/self/fd"):
        try:
            target = os.readlink(f"/proc/self/fd/{name}")
        except OSError:
            continue
        if target.startswith("socket:"):
            events.append("open socket")
window.close()
loaded = [name for name in sys.modules if name in ("PySide6.QtNetwork", "requests", "urllib3")]
print(*sorted(set(events)), *loaded)
"""


def test_a_whole_session_opens_no_connection(tmp_path):
    made = subprocess.run(
        [sys.executable, "-c", WATCHED, str(tmp_path)], capture_output=True, text=True, check=False, timeout=100
    )
    assert made.returncode == 0, made.stderr
    assert made.stdout.splitlines()[-1] == "socket.gethostname"  # asked for the note of who holds the library


@pytest.mark.skipif(os.name != "posix", reason="permissions of files")
def test_everything_that_is_written_is_for_the_user_alone(tmp_path):
    old = os.umask(0)
    try:
        folder = tmp_path / "new"
        meeting = Meeting(held_on=date(2025, 9, 2), essays=(Essay(title="甲"),))
        with Library(folder / "library.copu", hold=True) as library:
            library.save(meeting)
            library.back_up()
            library.backup(folder / "copy.copu")
            desk.rescue(library, (meeting,), (), folder / "rescue.json")
            for kind in ("docx", "pdf", "txt", "json"):
                desk.export_minutes(library, meeting.id, folder / f"out.{kind}")
            readable = [
                one.name for one in folder.rglob("*") if one.is_file() and stat.S_IMODE(one.stat().st_mode) & 0o077
            ]
            assert readable == []
            assert any(one.name.endswith("-wal") for one in folder.iterdir())  # the log, too, was looked at
    finally:
        os.umask(old)


def test_the_program_writes_no_log_of_its_own():
    package = Path(desk.__file__).parent.parent
    sources = "\n".join(one.read_text(encoding="utf-8") for one in package.rglob("*.py"))
    assert "import logging" not in sources  # crash.py keeps reports, which hold no text (tests/test_crash.py)
