"""The program as PyInstaller builds it: it starts, exports the sample, and shows its window."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from docx import Document as Word
from openpyxl import Workbook, load_workbook

from copu_desk import __version__

ROOT = Path(__file__).parents[1]
pytestmark = pytest.mark.timeout(600)


@pytest.fixture(scope="module")
def program(tmp_path_factory):
    folder = tmp_path_factory.mktemp("frozen")
    command = [sys.executable, "-m", "PyInstaller", "--noconfirm", "--log-level", "ERROR"]
    command += ["--distpath", str(folder / "dist"), "--workpath", str(folder / "build"), "build.spec"]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    name = "copu-desk-cli.exe" if sys.platform == "win32" else "copu-desk"
    return folder / "dist" / "copu-desk" / name


def run(program, *arguments, **more):
    return subprocess.run(
        [str(program), *map(str, arguments)],
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=120,
        check=False,
        **more,
    )


def test_it_tells_its_version(program):
    assert run(program, "--version").stdout.strip() == f"copu-desk {__version__}"


def test_it_exports_the_sample(program, tmp_path):
    done = run(program, "demo", tmp_path, "--no-window")
    assert done.returncode == 0, done.stderr
    assert len(Word(str(tmp_path / "minutes.docx")).paragraphs) > 20
    assert load_workbook(tmp_path / "attendance.xlsx").sheetnames[0] == "考勤表"
    shown = run(program, "--library", tmp_path / "sample.copu", "show", "2025-12-23")
    assert shown.stdout.splitlines()[0] == "远帆会议纪要丨2025.12.23"
    assert (
        run(
            program, "--library", tmp_path / "sample.copu", "export", "2025-12-09", "--format", "json", "-o", tmp_path
        ).returncode
        == 0
    )


def test_its_official_minutes_have_their_numbers_at_the_foot(program, tmp_path):
    assert run(program, "demo", tmp_path, "--no-window").returncode == 0
    made = run(
        program, "--library", tmp_path / "sample.copu", "export", "2025-12-09", "--style", "gbt9704", "-o", tmp_path
    )
    assert made.returncode == 0, made.stderr
    (section,) = Word(made.stdout.strip()).sections
    assert [one.paragraphs[0].text for one in (section.footer, section.even_page_footer)] == ["— 1 —"] * 2


def test_it_reads_what_it_wrote_in_every_format(program, tmp_path):
    assert run(program, "demo", tmp_path, "--no-window").returncode == 0
    library = tmp_path / "sample.copu"
    for kind in ("docx", "html", "md", "txt", "json"):
        made = run(program, "--library", library, "export", "2025-12-09", "--format", kind, "-o", tmp_path)
        assert made.returncode == 0, made.stderr
        came = run(program, "--library", tmp_path / f"{kind}.copu", "import", made.stdout.strip())
        assert (came.returncode, came.stdout.split("\t")[:2]) == (0, ["已导入", "2025-12-09"]), came.stderr


def test_it_reads_the_report_of_a_platform(program, tmp_path):
    assert run(program, "demo", tmp_path, "--no-window").returncode == 0
    report = tmp_path / "report.xlsx"
    book = Workbook()
    for row in (("姓名", "入会时间", "退会时间"), ("苏棠", "2025-12-09 09:30:00", "2025-12-09 10:30:00")):
        book.active.append(row)
    book.save(report)
    told = run(program, "--library", tmp_path / "sample.copu", "report", "2025-12-09", report)
    assert told.returncode == 0, told.stderr
    assert "苏棠" in told.stdout


def test_its_window_opens_and_stays(program, tmp_path):
    """The window is started without a screen and is still there after some seconds."""
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen", "HOME": str(tmp_path)}
    started = subprocess.Popen(
        [str(program), "--library", str(tmp_path / "a.copu")], env=environment, stderr=subprocess.PIPE
    )
    with pytest.raises(subprocess.TimeoutExpired):
        started.wait(timeout=5)
    started.terminate()
    started.communicate(timeout=20)
    assert (tmp_path / "a.copu").exists()
