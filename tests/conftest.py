import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pytest


def pytest_addoption(parser):
    parser.addoption("--update-golden", action="store_true", help="write the golden files anew; then look at the diff")


@pytest.fixture
def golden(request):
    """Compare with a file in tests/golden, or write it with --update-golden."""
    folder = request.path.parent / "golden"

    def compare(name, text):
        path = folder / name
        if request.config.getoption("--update-golden"):
            path.write_text(text, encoding="utf-8", newline="\n")
        assert path.read_text(encoding="utf-8") == text

    return compare


@pytest.fixture
def open_window(qtbot, tmp_path):
    """Open a window on the same library each time."""
    from windows import window_on

    from copu_desk.library import Library

    return lambda: window_on(qtbot, Library(tmp_path / "library.copu"), tmp_path)


@pytest.fixture
def run(tmp_path, capsys, monkeypatch):
    """Run a command on a library of its own, and return its exit status, what it printed, and what it complained of."""
    from copu_desk import cli
    from copu_desk.errors import WindowError

    monkeypatch.setenv("COPU_DESK_LIBRARY", str(tmp_path / "library.copu"))

    def no_window(_library):
        raise WindowError("这台机器没有图形界面。")

    def run_it(*arguments):
        try:
            status = cli.main([str(argument) for argument in arguments], no_window)
        except SystemExit as end:
            status = end.code
        output = capsys.readouterr()
        return status, output.out, output.err

    return run_it


@pytest.fixture(autouse=True)
def _windows_go(request):
    """Let the windows that a test closed go at once: without an event loop they would stay, and be dressed for ever."""
    yield
    if "qtbot" in request.fixturenames:
        from PySide6.QtCore import QCoreApplication, QEvent

        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
