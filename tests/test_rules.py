"""The house rules that a program can hold."""

import re
import subprocess
import sys
import tomllib
from pathlib import Path
from zipfile import ZipFile

import pytest
from importlinter import cli as importlinter

from copu_desk import cli, exchange
from copu_desk.paths import UI

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "copu_desk"


def test_every_import_keeps_to_its_layer(monkeypatch, capsys):
    monkeypatch.chdir(ROOT)
    assert importlinter.lint_imports(no_cache=True) == importlinter.EXIT_STATUS_SUCCESS, capsys.readouterr().out


def test_each_form_has_its_page_and_each_page_its_form():
    loaded = {
        name
        for path in (PACKAGE / "gui").glob("*.py")
        for name in re.findall(r'forms\.load\(self, "(\w+)"', path.read_text(encoding="utf-8"))
    }
    assert loaded == {path.stem for path in UI.glob("*.ui")}
    assert all((PACKAGE / "gui" / f"{name}.py").exists() for name in loaded)


def test_each_reader_and_writer_stands_in_the_table_of_formats_or_is_used_by_a_task():
    tasks = (PACKAGE / "exchange.py", PACKAGE / "incoming.py", *sorted((PACKAGE / "desk").glob("*.py")))
    words = "".join(path.read_text(encoding="utf-8") for path in tasks)
    for kind in ("readers", "writers"):
        for path in (PACKAGE / kind).glob("[a-z]*.py"):
            assert re.search(rf"from copu_desk\.{kind} import .*\b{path.stem}\b", words), path


def test_the_readme_names_every_command_and_format():
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    commands = next(action.choices for action in cli.parser()._actions if action.choices and "demo" in action.choices)
    for name in commands:
        assert f"copu-desk {name}" in readme
    for name in exchange.EXPORTS:
        assert name in readme


def test_the_readme_draws_the_layers_that_are_checked():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    layers = project["tool"]["importlinter"]["contracts"][0]["layers"]
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    drawn = re.search(r"```\n(__main__\n.*?)```", readme, re.DOTALL)[1]
    found = []
    for line in drawn.splitlines():
        names = re.split(r" {2,}", line.strip())[0]
        if line.startswith(" "):  # goes on with the layer above
            found[-1] += f" {names}"
        else:
            found.append(names)
    assert found == layers


def test_the_readme_gives_exactly_two_commands_each_on_one_line():
    blocks = re.findall(r"```sh\n(.*?)```", (ROOT / "README.md").read_text(encoding="utf-8"), re.DOTALL)
    assert [block.count("\n") for block in blocks] == [1, 1]
    assert "copu-desk demo" in blocks[0]
    assert "pytest" in blocks[1]


def test_ci_runs_the_readmes_own_test_command():
    script = (ROOT / ".ci" / "run").read_text(encoding="utf-8")
    reading = re.search(r"command=\$\((sed .*)\)\n", script)[1]
    found = subprocess.run(["bash", "-c", reading], cwd=ROOT, capture_output=True, text=True, check=True).stdout.strip()
    assert found in (ROOT / "README.md").read_text(encoding="utf-8")
    assert " -m pytest" in found


def test_no_module_is_too_long_to_be_read():
    long = [path.name for path in PACKAGE.rglob("*.py") if len(path.read_text(encoding="utf-8").splitlines()) > 500]
    assert long == []


def test_every_module_says_what_it_does_in_its_first_line():
    for path in PACKAGE.rglob("*.py"):
        assert path.read_text(encoding="utf-8").startswith('"""'), path


@pytest.fixture(scope="module")
def wheel(tmp_path_factory):
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    (made,) = folder.glob("*.whl")
    return made


def test_an_installed_wheel_finds_its_forms_and_resources(wheel, tmp_path):
    with ZipFile(wheel) as archive:
        archive.extractall(tmp_path)
    code = "from copu_desk import paths; print(paths.UI, paths.STYLES, (paths.UI / 'main_window.ui').is_file(), "
    code += "(paths.STYLES / 'copu.docx').is_file(), (paths.SAMPLE / 'library.json').is_file())"
    done = subprocess.run([sys.executable, "-c", code], cwd=tmp_path, capture_output=True, text=True, check=True)
    ui, styles, *there = done.stdout.split()
    assert ui == str(tmp_path / "copu_desk" / "ui")
    assert styles == str(tmp_path / "copu_desk" / "resources" / "styles")
    assert there == ["True", "True", "True"]
