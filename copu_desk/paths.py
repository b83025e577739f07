"""Where the files that ship with the program lie, and where the user's data lie: the one place that knows."""

import os
from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent
_ROOT = _PACKAGE if (_PACKAGE / "ui").is_dir() else _PACKAGE.parent  # installed or frozen, else a checkout

UI = _ROOT / "ui"
RESOURCES = _ROOT / "resources"
STYLES = RESOURCES / "styles"
SAMPLE = RESOURCES / "sample"


def data_folder() -> Path:
    """Return the folder of the user's own data on this system (made by whoever writes into it)."""
    from platformdirs import user_data_path  # only the commands that open the user's library need it

    return user_data_path("COPU Desk", appauthor=False)


def default_library() -> Path:
    """Return the library file to open when none is named: COPU_DESK_LIBRARY, else the one in the data folder."""
    named = os.environ.get("COPU_DESK_LIBRARY")
    return Path(named) if named else data_folder() / "library.copu"
