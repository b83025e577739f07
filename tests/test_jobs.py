"""Long tasks run beside the window, tell how far they are, and stop when they are cancelled."""

import threading

import pytest
from PySide6.QtCore import QThread
from PySide6.QtWidgets import QApplication, QMessageBox, QProgressDialog, QPushButton, QWidget

from copu_desk.errors import ReadError
from copu_desk.gui import jobs
from copu_desk.progress import Cancelled


@pytest.fixture
def window(qtbot):
    widget = QWidget()
    qtbot.addWidget(widget)
    widget.show()
    return widget


def test_the_work_is_done_off_the_gui_thread_and_its_end_is_told_on_it(qtbot, window):
    here, threads, told = threading.get_ident(), [], []

    def work(progress):
        threads.append(threading.get_ident())
        progress(1, 2, "一")
        return 42

    def done(result):
        told.append((result, threading.get_ident()))

    jobs.run(window, "数数", work, done)
    qtbot.waitUntil(lambda: bool(told))
    assert told == [(42, here)]
    assert threads[0] != here


def test_a_long_task_shows_how_far_it_is_and_can_be_cancelled(qtbot, window):
    reached, done = [], []

    def work(progress):
        for step in range(1000):
            progress(step, 1000, f"第 {step} 个")
            QThread.msleep(5)
            reached.append(step)

    job = jobs.run(window, "导入", work, done.append)
    qtbot.waitUntil(lambda: window.findChild(QProgressDialog) and window.findChild(QProgressDialog).isVisible())
    dialog = window.findChild(QProgressDialog)
    qtbot.waitUntil(lambda: dialog.value() > 0)
    assert dialog.maximum() == 1000
    assert "个" in dialog.labelText()
    with qtbot.waitSignal(job.finished):
        dialog.findChild(QPushButton).click()
    qtbot.wait(50)
    assert done == []
    assert len(reached) < 1000


def test_what_the_user_can_mend_is_said(qtbot, window, monkeypatch):
    said = []
    monkeypatch.setattr(QMessageBox, "warning", lambda _window, _title, words: said.append(words))

    def work(_progress):
        raise ReadError("读不懂。")

    jobs.run(window, "导入", work, lambda _result: pytest.fail("nothing was done"))
    qtbot.waitUntil(lambda: said == ["读不懂。"])


def test_a_fault_of_the_program_is_not_swallowed(qtbot, window):
    def work(_progress):
        raise ZeroDivisionError

    with qtbot.captureExceptions() as raised:
        jobs.run(window, "导入", work, lambda _result: pytest.fail("nothing was done"))
        qtbot.waitUntil(lambda: bool(raised))
    assert raised[0][0] is ZeroDivisionError


def endless():
    """Return work that goes on until it is cancelled, and a list that tells that it began."""
    started = []

    def work(progress):
        started.append(True)
        while True:
            progress(0, 0)
            QThread.msleep(2)

    return started, work


def test_a_job_ends_before_its_window_goes(qtbot, window):
    started, work = endless()
    job = jobs.run(window, "导入", work, lambda _result: pytest.fail("nothing was done"))
    qtbot.waitUntil(lambda: bool(started))
    jobs.finish(job)
    assert job.isFinished()
    QApplication.processEvents()


def test_all_jobs_of_a_window_and_its_pages_end_before_it_goes(qtbot, window):
    started, work = endless()
    page = QWidget(window)
    running = [jobs.run(one, "导入", work, lambda _result: pytest.fail("nothing was done")) for one in (window, page)]
    qtbot.waitUntil(lambda: len(started) == len(running))
    jobs.finish_all(window)
    assert [job.isFinished() for job in running] == [True, True]
    QApplication.processEvents()


def test_what_was_done_just_before_its_window_went_is_not_told(window):
    job = jobs.run(window, "导入", lambda _progress: 42, lambda _result: pytest.fail("its window is gone"))
    job.wait()
    jobs.finish(job)
    QApplication.processEvents()


def test_work_on_the_gui_thread_shows_how_far_it_is_and_can_be_cancelled(window):
    done = []

    def work():
        with jobs.shown(window, "重建") as progress:
            for step in range(1000):
                progress(step, 1000, f"第 {step} 个")
                QThread.msleep(5)
                done.append(step)
                if (dialog := window.findChild(QProgressDialog)).isVisible():
                    assert dialog.value() == step
                    dialog.findChild(QPushButton).click()

    with pytest.raises(Cancelled):
        work()
    assert 1 < len(done) < 1000
