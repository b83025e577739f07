"""The paragraphs of both files as somebody would have typed them, whatever a program made of them by itself.

A title that the house style has broken into lines of a good shape is one line. A point to which Word or WPS gave a
number by itself, since somebody pressed Enter behind `3. …`, has that number typed before it.
"""

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

from copu_desk.corrections.edits import merged
from copu_desk.differences import alike
from copu_desk.measure import unshaped
from copu_desk.reading import Said
from copu_desk.style import STYLE_NAMES, HouseStyle

_TITLES = (STYLE_NAMES["title"].lower(), STYLE_NAMES["essay_title"].lower())  # which a style may break into lines
_BETWEEN = ("", " ", "\u3000", "\t")  # what may stand between a number and the words


def both(
    exported: Sequence[Said], returned: Sequence[Said], lines: Collection[str], style: HouseStyle
) -> tuple[Sequence[Said], Sequence[Said]]:
    """Return the paragraphs of the file as it went out and as it came back; lines are the words that were printed."""
    if style.shape_titles:
        whole = {"".join(line.split()): line for line in lines}
        found = [(one.words, "".join(one.words.split())) for one in exported if _may_be_broken(one, lines)]
        broken = {words: whole[squeezed] for words, squeezed in found if squeezed in whole}
        exported, returned = (tuple(_in_one_line(one, broken) for one in file) for file in (exported, returned))
    if any(one.number for one in returned):
        known = dict.fromkeys(one.words.strip() for one in exported)
        returned = tuple(_numbered(one, known) for one in returned)
    return exported, returned


def _may_be_broken(said: Said, lines: Collection[str] = ()) -> bool:
    return "\n" in said.words and said.style in _TITLES and said.words.strip() not in lines


def _in_one_line(said: Said, broken: Mapping[str, str]) -> Said:
    """Return a title as it was written, by those that were broken into lines; what was changed in it is as it came."""
    if not _may_be_broken(said):
        return said
    lines = next((one for one in broken if one == said.words or alike(one, said.words)), "")
    return replace(said, words=unshaped(merged(lines, broken[lines], said.words))) if lines else said


def _numbered(said: Said, known: Collection[str]) -> Said:
    """Return a paragraph with its automatic number typed, and behind it what stands there in the exported file."""
    if not said.number:
        return said
    spelt = [said.number + between + said.words for between in _BETWEEN]
    like = re.compile(rf"[（(]?\w{{1,4}}{re.escape(said.number[-1])}([ \u3000\t]?)\S")
    usual = next((found[1] for one in known if (found := like.match(one))), "")
    words = next((one for one in spelt if one.strip() in known), said.number + usual + said.words)
    moved = len(words) - len(said.words)
    faces = tuple(one._replace(start=one.start + moved if one.start else 0, end=one.end + moved) for one in said.faces)
    return replace(said, words=words, faces=faces, number="")
