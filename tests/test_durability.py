"""Nothing that the window said was saved is ever missing: it is killed again and again while it is edited.

This is the short form of benchmarks/durability.py, which says how it works.
"""

import json
import subprocess
import sys
from pathlib import Path

import pytest

BENCHMARKS = Path(__file__).parent.parent / "benchmarks"
FORKS = sys.platform == "linux"
KILLS = 200 if FORKS else 48  # where each window is a process of its own, a kill takes a few seconds
pytestmark = pytest.mark.timeout(600)


def kill_windows(*options):
    command = [sys.executable, str(BENCHMARKS / "durability.py"), "--json", *options]
    made = subprocess.run(command, capture_output=True, check=False)
    said, errors = made.stdout.decode("utf-8", "replace"), made.stderr.decode("utf-8", "replace")
    assert said, errors
    found = json.loads(said.splitlines()[-1])
    print(*found.items(), sep="\n")
    assert "--mutant" in options or "Traceback" not in errors, errors  # a window with a fault may break down, too
    return found, made.returncode


def assert_nothing_lost(found, status):
    assert found["lost although said to be saved"] == 0, found
    assert found["states nobody told of"] == 0, found
    assert found["of these lost"] == 0, found
    assert found["problems"] == [], found
    assert status == 0


def test_two_hundred_kills_lose_nothing_that_was_said_to_be_saved():
    found, status = kill_windows("--kills", str(KILLS))
    assert found["kills"] == KILLS
    assert_nothing_lost(found, status)
    assert found["things said to be saved"] > KILLS / 4, found  # there was something to lose
    assert found["edits"] > KILLS, found
    assert found["fields edited"] > 40, found
    assert found["with texts of 100,000 characters"] > 0, found
    assert not FORKS or found["backups restored"] > 0, found
    assert not FORKS or found["corrected files brought back"] > 0, found
    assert not FORKS or found["commands done beside the window"] > 0, found


@pytest.mark.skipif(not FORKS, reason="all windows are processes of their own here")
def test_windows_that_are_processes_of_their_own_lose_nothing_either():
    found, status = kill_windows("--kills", "6", "--way", "start")
    assert_nothing_lost(found, status)
    assert found["edits"] > 0, found


@pytest.mark.parametrize("mutant", ["early", "silent", "torn", "forgetful", "halfway"])
def test_the_harness_catches_a_window_that_loses_something(mutant):
    found, status = kill_windows("--kills", "100", "--mutant", mutant)
    caught = ("lost although said to be saved", "states nobody told of", "problems found")
    assert sum(found[what] for what in caught) > 0, found
    assert status == 1


def test_every_field_of_the_model_is_edited_by_some_step():
    command = [sys.executable, str(BENCHMARKS / "driven_fields.py")]
    made = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)
    assert "Traceback" not in made.stderr, made.stderr
    assert made.stdout.splitlines()[-1] == "never edited:", made.stdout
