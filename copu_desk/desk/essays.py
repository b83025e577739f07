"""Bring an essay in from a file, or from the clipboard."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from copu_desk import exchange
from copu_desk.document import Body
from copu_desk.model import Essay
from copu_desk.reading import NO_FILE, File
from copu_desk.recognize import essays
from copu_desk.sentences import Sentence


@dataclass(frozen=True, slots=True)
class Arrived:
    """An essay from a file, its pictures by name, what could not be carried over (in Chinese), and the file itself."""

    essay: Essay
    images: Mapping[str, bytes]
    notes: tuple[Sentence, ...] = ()
    file: File = NO_FILE


def pasted(body: Body) -> Essay:
    """Return a whole text from the clipboard as an essay, title, author and date guessed."""
    return essays.essay(body)


def read_essay(path: Path) -> Arrived:
    """Return what a file holds as an essay, title, author and date guessed; nothing is kept.

    May run off the GUI thread. ReadError if the file cannot be read.
    """
    reading = exchange.read_essay(path)
    stated = reading.title if path.suffix.lower() in (".html", ".htm", ".md", ".markdown") else ""
    author = reading.author if stated else ""  # a Word file names whoever once installed the program
    made = essays.essay(reading.body, path.stem, stated, author)
    return Arrived(made, reading.images, reading.notes, reading.file)
