"""Corrections of looks: words that were made bold, a paragraph that became a heading, perhaps with other words."""

from collections.abc import Iterator, Sequence

from copu_desk import style as names
from copu_desk.compose.paragraphs import Printed
from copu_desk.corrections.edits import Edit, Reface, carried
from copu_desk.document import Heading, Picture, Table, plain
from copu_desk.reading import Face, FaceKind, Said
from copu_desk.sentences import Sentence

_NAMED: dict[FaceKind, tuple[Sentence, Sentence]] = {
    "bold": (Sentence("加粗"), Sentence("取消加粗")),
    "italic": (Sentence("倾斜"), Sentence("取消倾斜")),
    "underline": (Sentence("加下划线"), Sentence("取消下划线")),
}
_STRUCK = Sentence("加删除线")
_HEADINGS = {name: level for level, name in enumerate(names.HEADING_STYLES, 1)}
_BODY = names.STYLE_NAMES["body"]


def told(exported: Said, returned: Said) -> tuple[Sentence, ...]:
    """Return in words how the looks of a paragraph were changed, besides what its other words bring with them."""
    made = []
    faces = carried(exported.faces, exported.words, returned.words)
    if returned.style != exported.style and returned.style:
        level = _HEADINGS.get(returned.style, 0)
        if level:
            made.append(Sentence("改为{level}级标题", level=level))
        elif returned.style == _BODY:
            made.append(Sentence("改为正文"))
        else:
            made.append(Sentence("样式改为“{style}”", style=names.name_in_word(returned.style)))
    for kind, (on, off) in _NAMED.items():  # not what is struck out, see `struck`
        before, after = _signs(faces, kind), _signs(returned.faces, kind)
        made += [Sentence("{what}：{words}", what=on, words=words) for words in _words(after - before, returned.words)]
        made += [Sentence("{what}：{words}", what=off, words=words) for words in _words(before - after, returned.words)]
    return tuple(made)


def struck(exported: Said, returned: Said) -> tuple[Sentence, ...]:
    """Return in words what was struck out: it may be meant to go, but whether it is to is not ours to say."""
    before = _signs(carried(exported.faces, exported.words, returned.words), "strike")
    signs = _signs(returned.faces, "strike") - before
    return tuple(Sentence("{what}：{words}", what=_STRUCK, words=words) for words in _words(signs, returned.words))


def edits(paragraph: Printed | None, exported: Said, returned: Said) -> tuple[Edit, ...]:
    """Return the edit that gives a block of a body its new looks; none for what the house style looks after."""
    if paragraph is None or paragraph.line.row < 0 or paragraph.cell is not None:
        return ()
    block = paragraph.line.block
    if isinstance(block, Table | Picture) or plain(block) != exported.words:
        return ()
    level: int | None = None
    if returned.style != exported.style:
        level = _HEADINGS.get(returned.style)
        if level is None and returned.style == _BODY and isinstance(block, Heading):
            level = 0
        if level is None:
            return ()  # a style that no text of the user's has
    return (Reface(paragraph.line.place, paragraph.line.row, returned.words, returned.faces, level),)


def _signs(faces: Sequence[Face], kind: FaceKind) -> frozenset[int]:
    return frozenset(at for face in faces if face.kind == kind for at in range(face.start, face.end))


def _words(signs: frozenset[int], words: str) -> Iterator[str]:
    """Return the stretches of words that signs make, by their places."""
    start = None
    for at in range(len(words) + 1):
        if at in signs:
            start = at if start is None else start
        elif start is not None:
            if stretch := words[start:at].strip():
                yield stretch
            start = None
