"""The table of faults names tests that exist, and every public fault of a library stands in it."""

import re
from pathlib import Path

HERE = Path(__file__).parent
TABLE = (HERE.parent / "docs" / "safety.md").read_text(encoding="utf-8")


def test_every_test_that_the_table_names_exists():
    named = re.findall(r"`(test_\w+\.py)::(test_\w+)`", TABLE)
    assert len(named) > 40
    missing = [
        f"{file}::{name}"
        for file, name in named
        if not re.search(rf"^def {name}\(", (HERE / file).read_text(encoding="utf-8"), re.MULTILINE)
    ]
    assert missing == []


def test_every_line_of_the_table_names_a_test():
    rows = [line for line in TABLE.splitlines() if line.startswith("| ") and not line.startswith("| fault")]
    assert len(rows) > 20
    assert [row for row in rows if "`test_" not in row] == []
