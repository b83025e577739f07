"""The last resort: everything is saved first, the report holds no word of any minutes, the next start says what was."""

import os
import subprocess
import sys
import threading
from datetime import date

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QFileDialog, QMessageBox
from windows import answer, keys

from copu_desk import __version__
from copu_desk.errors import LibraryError, ReadError
from copu_desk.gui.app import make_application
from copu_desk.gui.crash import REPORTS_KEPT, Crashes, report
from copu_desk.gui.main_window import MainWindow
from copu_desk.library import Library
from copu_desk.model import Essay, Meeting

PRIVATE = "保密的会议内容 confidential words"
HELD = Meeting(held_on=date(2025, 9, 2), essays=(Essay(title="甲"),), id="a" * 32)


def raised(error):
    try:
        raise error
    except type(error) as caught:
        return caught


def chained():
    try:
        {}[PRIVATE]
    except KeyError as cause:
        try:
            raise ReadError(PRIVATE) from cause
        except ReadError as caught:
            return caught


@pytest.mark.parametrize(
    "error",
    [
        raised(ValueError(PRIVATE)),
        raised(TypeError(PRIVATE)),
        raised(RuntimeError("confidential words")),
        chained(),
        raised(AttributeError(f"no {PRIVATE}")),
        raised(UnicodeEncodeError("utf-8", PRIVATE, 0, 1, PRIVATE)),
    ],
    ids=lambda error: type(error).__name__,
)
def test_a_report_names_versions_kind_and_lines_but_no_text(error):
    words = report(error, None)
    assert f"COPU Desk {__version__}" in words
    assert type(error).__name__ in words
    assert "test_crash.py" in words
    assert not any(part in words for part in ("保密", "confidential", "会议内容"))


def test_a_report_says_what_only_the_interpreter_says():
    with pytest.raises(AttributeError) as caught:
        None.nothing  # noqa: B018
    assert "'NoneType' object has no attribute 'nothing'" in report(caught.value, None)


@pytest.fixture
def crashing(qtbot, tmp_path):
    """A window, and what watches it."""
    make_application([])
    with Library(tmp_path / "library.copu") as library:
        library.save(HELD)
    window = MainWindow(
        Library(tmp_path / "library.copu"), QSettings(str(tmp_path / "s.ini"), QSettings.Format.IniFormat)
    )
    qtbot.addWidget(window)
    window.show()
    crashes = Crashes(tmp_path / "logs", window.save_all, lambda: window)
    yield window, crashes
    crashes.close()


def press(words, seen):
    def do(box):
        seen.append((box.text(), box.informativeText(), box.detailedText()))
        next(one for one in box.buttons() if one.text().startswith(words)).click()

    return do


def test_everything_is_saved_before_anything_is_said(crashing, tmp_path):
    window, crashes = crashing
    keys(window.overview.venue, PRIVATE)
    seen = []
    answer(QMessageBox, press("继续使用", seen))
    error = raised(ValueError(PRIVATE))
    crashes.tell(type(error), error, error.__traceback__)
    assert "都保存好了" in seen[0][1]
    assert __version__ in seen[0][1]
    assert PRIVATE not in "".join(seen[0])
    with Library(tmp_path / "library.copu") as other:
        assert other.load(HELD.id).venue == PRIVATE
    (kept,) = (tmp_path / "logs").glob("report-*.txt")
    assert "ValueError" in kept.read_text(encoding="utf-8")
    if os.name == "posix":
        assert kept.stat().st_mode & 0o077 == 0
    crashes.tell(type(error), error, error.__traceback__)  # the same again: no second dialog
    assert len(seen) == 1
    assert window.isVisible()


def test_a_disk_that_fails_where_nobody_asked_is_told_of_in_its_own_words(crashing, tmp_path):
    window, crashes = crashing
    keys(window.overview.venue, "三楼")
    seen = []
    answer(QMessageBox, lambda box: (seen.append((box.text(), box.detailedText())), box.accept()))
    error = raised(LibraryError("资料库所在的磁盘读写出错。"))
    crashes.tell(type(error), error, error.__traceback__)
    assert seen == [("资料库所在的磁盘读写出错。", "")]
    with Library(tmp_path / "library.copu") as other:
        assert other.load(HELD.id).venue == "三楼"  # saved first, here too


def test_the_report_can_be_saved_and_says_if_something_is_not_saved(crashing, tmp_path, monkeypatch):
    window, crashes = crashing
    keys(window.overview.remarks, "备注" * 50_000)
    window.library._db.execute("PRAGMA max_page_count = 1")
    target = tmp_path / "报告.txt"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    seen = []
    answer(QMessageBox, press("保存报告", seen))
    error = chained()
    crashes.tell(type(error), error, error.__traceback__)
    assert "还没有保存" in seen[0][1]
    assert "KeyError" in target.read_text(encoding="utf-8")
    assert "保密" not in target.read_text(encoding="utf-8")
    window.library._db.execute("PRAGMA max_page_count = 100000")
    assert window.save_all()


def test_an_error_in_a_thread_leaves_a_report_and_old_ones_go(crashing, tmp_path):
    _window, crashes = crashing
    crashes.watch()
    for number in range(REPORTS_KEPT + 5):
        (tmp_path / "logs" / f"report-2020-{number:03}.txt").touch()
    worker = threading.Thread(target=lambda: {}[PRIVATE])
    worker.start()
    worker.join()
    kept = sorted((tmp_path / "logs").glob("report-*.txt"))
    assert len(kept) == REPORTS_KEPT
    assert "KeyError" in kept[-1].read_text(encoding="utf-8")


START = """
import faulthandler, os, sys
from pathlib import Path
from PySide6.QtCore import QTimer
from copu_desk.gui import app
deed = sys.argv[2]

def act():
    (window,) = app.windows()
    if deed == "fault":
        window.overview.venue.setText("保密的会议内容")
        window.overview.venue.textEdited.emit("保密的会议内容")
        window.save_all()
        faulthandler._sigsegv()
    elif deed == "kill":
        os._exit(9)
    print(*window.bands.words(), sep="\\n")
    print(window.editor.meeting.venue)
    window.close()

make = app.make_application
def make_application(arguments):
    made = make(arguments)
    QTimer.singleShot(300, act)
    return made
app.make_application = make_application
sys.exit(app.main([], Path(sys.argv[1])))
"""


@pytest.mark.skipif(sys.platform != "linux", reason="dies of a signal; its data folder is named by XDG_DATA_HOME")
def test_after_a_fault_in_a_library_the_next_start_says_so_and_nothing_is_missing(tmp_path):
    with Library(tmp_path / "library.copu") as library:
        library.save(HELD)
    homes = {"XDG_DATA_HOME": str(tmp_path / "data"), "XDG_CONFIG_HOME": str(tmp_path / "config")}

    def start(deed):
        return subprocess.run(
            [sys.executable, "-c", START, str(tmp_path / "library.copu"), deed],
            capture_output=True, text=True, check=False, timeout=60, env=os.environ | homes,
        )  # fmt: skip

    assert start("fault").returncode < 0
    logs = tmp_path / "data" / "COPU Desk" / "logs"
    assert "Segmentation fault" in (logs / "faults.log").read_text(encoding="utf-8")
    after = start("look")
    assert after.stdout.splitlines() == [
        "上次程序意外退出了。保存过的文字都在，已经回到退出前的地方。",
        "保密的会议内容",
    ]
    assert start("look").stdout.split() == ["保密的会议内容"]
    assert start("kill").returncode == 9
    assert start("look").stdout.splitlines()[0].startswith("上次没有正常退出")
    assert not any("保密" in one.read_text(encoding="utf-8") for one in logs.iterdir())
