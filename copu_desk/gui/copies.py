"""Read-only copies of kept files, for programs of this computer to show; they go when the window goes."""

from contextlib import suppress
from pathlib import Path
from shutil import rmtree
from tempfile import mkdtemp
from weakref import finalize

from copu_desk import disk
from copu_desk.exchange import ORIGINAL_KINDS
from copu_desk.file_names import safe_names
from copu_desk.model import Original

SHOWN = ORIGINAL_KINDS - {"html", "htm"}
"""How the names of files end that are handed to a program: no pages, whose scripts a browser would run."""


class Copies:
    """Makes the copies of one window, in a folder that only this user can read."""

    def __init__(self) -> None:
        self._folder: Path | None = None
        self._made: dict[tuple[str, str], Path] = {}

    def of(self, original: Original, data: bytes) -> Path | None:
        """Return a copy under the original's own name, or None if it is of a kind that is not handed to a program.

        WriteError if it cannot be written. The same original again is the same copy.
        """
        (name,) = safe_names([original.name], ORIGINAL_KINDS)
        if name.rpartition(".")[2].lower() not in SHOWN:
            return None
        key = (original.digest, name)
        if key in self._made and self._made[key].is_file():
            return self._made[key]
        if self._folder is None:
            self._folder = Path(mkdtemp(prefix="copu-desk-"))
            finalize(self, _remove, self._folder)
        path = self._folder / str(len(self._made)) / name
        disk.put_file(path, data)
        with suppress(OSError):
            path.chmod(0o400)
        self._made[key] = path
        return path


def _remove(folder: Path) -> None:
    """Remove the copies, as far as no program holds them."""
    for path in folder.rglob("*"):
        with suppress(OSError):
            path.chmod(0o700)  # Windows removes no read-only files
    rmtree(folder, ignore_errors=True)
