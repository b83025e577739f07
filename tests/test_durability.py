"""Nothing that the window said was saved is ever missing: it is killed again and again while it is edited.

This is the short form of benchmarks/durability.py, which says how it works.
"""

import json
import subprocess
import sys
from pathlib import Path

import pytest

HARNESS = Path(__file__).parent.parent / "benchmarks" / "durability.py"
pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="forks a process that shows a window")


def kill_windows(*options):
    command = [sys.executable, str(HARNESS), "--json", *options]
    made = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)
    assert made.stdout, made.stderr
    found = json.loads(made.stdout.splitlines()[-1])
    print(*found.items(), sep="\n")
    return found, made


@pytest.mark.timeout(600)
def test_two_hundred_kills_lose_nothing_that_was_said_to_be_saved():
    found, made = kill_windows("--kills", "200")
    assert found["kills"] == 200, made.stderr
    assert found["lost although said to be saved"] == 0, found
    assert found["states nobody told of"] == 0, found
    assert found["problems"] == [], found
    assert found["states said to be saved"] > 20, found  # there was something to lose
    assert found["edits"] > 500, found
    assert found["fields edited"] > 40, found
    assert "Traceback" not in made.stderr, made.stderr


@pytest.mark.timeout(600)
def test_the_harness_catches_a_window_that_says_saved_before_it_saves():
    found, made = kill_windows("--kills", "200", "--early")
    assert found["lost although said to be saved"] > 0, found
    assert made.returncode == 1
