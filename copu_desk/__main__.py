"""Start COPU Desk: the window without arguments, the command line with them."""

import sys
from pathlib import Path


def main() -> int:
    """Run the window or the command line; return the exit status."""
    from copu_desk.cli import main as command_line

    return command_line(sys.argv[1:], window)


def window(library: Path | None) -> int:
    """Open the window on a library (the user's own if none is named); WindowError if this machine can show none."""
    from copu_desk.errors import WindowError
    from copu_desk.gui.missing import why_no_window

    if why := why_no_window():
        raise WindowError(why)
    from copu_desk.gui.app import main as run

    status: int = run([], library)
    return status


if __name__ == "__main__":
    sys.exit(main())
