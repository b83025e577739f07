"""What a reader gives: the blocks of a file, its pictures, what could not be carried over, and the file itself."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

from copu_desk.document import Body, Heading, plain, spans, text
from copu_desk.sentences import Sentence

PLACES_NAMED = 8  # so many places of one kind are named, then their number alone
QUOTED = 40  # characters of a text that is quoted in a note


@dataclass(frozen=True, slots=True)
class File:
    """A file from outside as it was read: its name, without a folder, and its bytes."""

    name: str = ""
    data: bytes = b""


NO_FILE = File()


@dataclass(frozen=True, slots=True)
class Reading:
    """A file that was read: notes say in Chinese, by kind and place, what was left out or changed on the way.

    Title and author are what the file says of itself (often wrong: a template's, a former owner's).
    """

    body: Body
    images: Mapping[str, bytes] = field(default_factory=dict)
    notes: tuple[Sentence, ...] = ()
    title: str = ""
    author: str = ""
    file: File = NO_FILE

    def with_head(self) -> Body:
        """Return the body below the title and the author that the file says of itself, where the text does not."""
        said = "\n".join(map(plain, self.body))
        head = [Heading(spans(self.title), 1)] if self.title and self.title not in said else []
        by = [text("作者：" + self.author)] if self.author and self.author not in said else []
        return (*head, *by, *self.body)


Where = Literal["text", "table", "box", "note", "margin"]


FaceKind = Literal["bold", "italic", "underline", "strike"]


class Face(NamedTuple):
    """That the words of a paragraph are bold (italic, underlined, struck out) from one character to before another."""

    kind: FaceKind
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Said:
    """A paragraph of a file that came back: its words, where they stand (margin: header or footer), who revised it.

    The comments on it are as they are shown: `苏棠：请核对`. `faces` are those that its runs have themselves, `style`
    is the name of its style, in lower case; `cell` says in which table of the file, row and column it stands; `number`
    is the automatic number before it (3.) that is none of our own lists'.
    """

    words: str
    where: Where = "text"
    authors: tuple[str, ...] = ()
    comments: tuple[str, ...] = ()
    faces: tuple[Face, ...] = ()
    style: str = ""
    cell: tuple[int, int, int] | None = None
    number: str = ""


@dataclass(frozen=True, slots=True)
class Returned:
    """A file that came back: its paragraphs that say something, and the marks that it bears."""

    paragraphs: tuple[Said, ...]
    marks: Mapping[str, str] = field(default_factory=dict)
    file: File = NO_FILE


class Losses:
    """Gathers what could not be carried over while a file is read."""

    def __init__(self) -> None:
        self._found: dict[Sentence, list[Sentence | str]] = {}

    def add(self, kind: Sentence, place: Sentence | str = "", words: str = "") -> None:
        """Note one loss: of what kind (`批注没有带进来`), where (`第 3 段`), and the words concerned."""
        said = quoted(words) if words.strip() else ""
        both = Sentence("{place}{words}", place=place, words=said) if place and said else place or said
        self._found.setdefault(kind, []).append(both)

    def notes(self) -> tuple[Sentence, ...]:
        """Return a sentence for each kind, in the order in which they were met first."""
        return tuple(_sentence(kind, places) for kind, places in self._found.items())


def quoted(words: str) -> str:
    """Return words in quotation marks, cut where they are long."""
    plain = " ".join(words.split())
    return f"“{plain[:QUOTED]}{'…' if len(plain) > QUOTED else ''}”"


def _sentence(kind: Sentence, places: list[Sentence | str]) -> Sentence:
    named = [place for place in dict.fromkeys(places) if place]
    more = Sentence("等") if len(named) > PLACES_NAMED else ""
    return Sentence(
        "{kind}{times}{where}。",
        kind=kind,
        times=Sentence("（{count} 处）", count=len(places)) if len(places) > 1 else "",
        where=Sentence("：{places}{more}", places=named[:PLACES_NAMED], more=more) if named else "",
    )
