"""The tasks that keep the library safe: back it up, restore it, look through it."""

from contextlib import suppress
from pathlib import Path

from copu_desk import bundle, disk
from copu_desk.bundle import Bundle, image_names
from copu_desk.errors import CopuError, DamagedError, ReadOnlyError, RequestError
from copu_desk.library import Differences, Library, backups, verify
from copu_desk.limits import LARGEST_ORIGINALS
from copu_desk.model import Meeting, Person, Series
from copu_desk.progress import NO_PROGRESS, Progress
from copu_desk.sentences import Sentence

SECOND_FOLDER = "backup_folder"  # the setting that names the second folder, empty for none


def back_up(
    library: Path, folder: Path | None = None, progress: Progress = NO_PROGRESS, *, by_hand: bool = False
) -> Path:
    """Make a checked backup of a library in a folder (by default beside it), thin what is there, and return its file.

    It reads through a connection of its own, so that it may run in any thread while a window writes. LibraryError if
    it cannot be made: then no earlier backup is lost. One made by hand outlives the daily ones of the same day.
    """
    why = backups.BY_HAND if by_hand else backups.DAILY
    return backups.of_file(library, folder, why=why, progress=progress)


def restore(library: Path, backup: Path) -> tuple[Path, Differences | None]:
    """Make a library what it was in a backup; return where what it was before is kept, and what differed.

    A damaged library is moved out of the way, and nothing can be told of differences. HeldError if a window has the
    library open, LibraryError if the backup is not sound or nothing can be written: then nothing has changed.
    """
    backups.check(backup)
    if library.exists() and library.samefile(backup):
        raise RequestError("“{backup}”就是现在的资料库。请指定一个备份文件。", backup=backup)
    try:
        with Library(library, hold=True) as opened:
            differences = opened.differences(backup)
            return opened.restore_backup(backup), differences
    except DamagedError:
        aside = backups.replace_damaged(library, backup)
        Library(library, hold=True).close()  # it opens, and is up to date
        return aside, None


def before_restoring(library: Path, backup: Path, progress: Progress = NO_PROGRESS) -> Path:
    """Look whether a backup is sound, and keep what the library is now as one more; return that; in any thread."""
    backups.check(backup)
    return backups.of_file(library, why=backups.RESTORE, spare=backup, progress=progress)


def preview(library: Path, backup: Path) -> Differences:
    """Return what restoring a backup would change; LibraryError if the library or the backup is not sound."""
    with _opened(library) as opened:
        return opened.differences(backup)


def problems(library: Path, progress: Progress = NO_PROGRESS) -> list[Sentence]:
    """Return what is wrong with a library, a sentence for each, empty if all is well; it is only read."""
    with suppress(DamagedError):  # the look itself tells more
        _opened(library).close()  # a log that a crash left is taken in before anything is looked at
    return verify(library, progress)


def _opened(library: Path) -> Library:
    """Open a library that is there already, also in a folder that allows no writing; LibraryError if it cannot be."""
    if not library.exists():
        raise RequestError("没有找到资料库“{library}”。请检查文件名。", library=library)
    try:
        return Library(library)
    except ReadOnlyError as error:
        return Library(library, read_only=True, why=error.sentence)


def rescue(library: Library, meetings: tuple[Meeting, ...], people: tuple[Person, ...], path: Path) -> None:
    """Write what a window holds, when its library cannot be written, to a data file that can be imported again.

    Pictures and originals come along as far as the library still gives them, of the originals no more than can be read
    again. WriteError if the file cannot be written either.
    """
    images = {}
    for name in {name for meeting in meetings for name in image_names(meeting)}:
        with suppress(CopuError):
            images[name] = library.image(name)
    originals: dict[str, bytes] = {}
    for digest in {one.digest for meeting in meetings for one in meeting.originals}:
        with suppress(CopuError):
            data = library.original(digest)
            if sum(map(len, originals.values())) + len(data) <= LARGEST_ORIGINALS:
                originals[digest] = data
    series: tuple[Series, ...] = ()
    with suppress(CopuError):
        series = library.series()
    disk.put_file(path, bundle.write(Bundle(meetings, people, series, images, originals)))
