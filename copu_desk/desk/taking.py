"""Put the meetings of an import into the library one by one, all or none of them, and take them back."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace

from copu_desk.desk.originals import brought, with_original
from copu_desk.errors import RequestError
from copu_desk.library import Library, VersionKind
from copu_desk.model import Meeting, OriginalKind, Series, new_id
from copu_desk.reading import File
from copu_desk.sentences import Sentence


@dataclass(frozen=True, slots=True)
class Taken:
    """What an import put into the library: the ids of the meetings, the series made for them, and what was not kept."""

    meetings: tuple[str, ...] = ()
    series: tuple[Series, ...] = ()
    notes: tuple[Sentence, ...] = ()


class Taking:
    """An import under way: what it has put into the library so far."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._before = {series.id for series in library.series()}
        self._kept: list[str] = []
        self._notes: list[Sentence] = []

    def take(
        self, meeting: Meeting, name: str, file: File, kind: OriginalKind, came: Mapping[str, bytes]
    ) -> tuple[Meeting, Sentence | None]:
        """Put a meeting into the library, and return it as it is there, and why its file was not kept if it was not.

        It has a version of its first state that names the file it came from, and that file as an original of a kind.
        `came` are the bytes of the originals that it brings itself, by their digests. No meeting that is there is
        replaced, also none in the trash or of another day: it comes as another one.
        """
        library = self._library
        meeting = brought(library, _as_another(library, meeting), came)
        meeting, note = with_original(library, meeting, file, kind)
        library.save(meeting)
        self._kept.append(meeting.id)
        library.keep_version(meeting, VersionKind.IMPORT, name)
        self._notes += [note] if note else []
        return meeting, note

    def taken(self) -> Taken:
        """Tell what was put into the library."""
        made = tuple(one for one in self._library.series() if one.id not in self._before)
        return Taken(tuple(self._kept), made, tuple(dict.fromkeys(self._notes)))


@contextmanager
def all_or_none(library: Library) -> Iterator[Taking]:
    """Let meetings be put into the library one by one; Cancelled or an error takes all of them back."""
    so_far = Taking(library)
    try:
        yield so_far
    except BaseException:
        take_back(library, so_far.taken())
        raise


def take_back(library: Library, taken: Taken) -> None:
    """Put what an import brought into the trash, and drop the series it made, where no other meeting is in them.

    A series comes back with the first of its meetings that is restored.
    """
    for meeting in taken.meetings:
        library.delete(meeting)
    known = library.series()
    made = {series.id for series in taken.series if not library.entries(series=series.id)}
    if made:
        library.save_series(tuple(one for one in known if one.id not in made), known)


def take_again(library: Library, taken: Taken) -> None:
    """Bring back what `take_back` took."""
    for meeting in taken.meetings:
        library.restore(meeting)  # with its series
    known = library.series()
    there = {one.id for one in known} | {one.name for one in known}
    if missing := tuple(one for one in taken.series if one.id not in there and one.name not in there):
        library.save_series((*known, *missing), known)


def _as_another(library: Library, meeting: Meeting) -> Meeting:
    """Return a meeting under an id that no meeting has."""
    try:
        library.load(meeting.id)
    except RequestError:
        return meeting
    return replace(meeting, id=new_id())
