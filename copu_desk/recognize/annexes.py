"""Recognise the annexes (附件) behind minutes: the note that names them, the texts, and where an item refers to one."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from copu_desk.document import Block, Heading, Paragraph, plain
from copu_desk.model import AgendaItem, Essay, EssayKind
from copu_desk.recognize import essays
from copu_desk.recognize.lines import Line

LONGEST_NAME = 100  # characters

_LABEL = re.compile("附件(?P<number>[0-9]{0,2})")
_NOTE = re.compile("附件\\s?[:：]\\s*(?P<rest>.+)")
_NUMBERED = re.compile("(?P<number>[0-9]{1,2})[.．、]\\s*(?P<name>.+)")
_REFERENCE = re.compile("(?:《.{1,100}》)?[（(]见附件\\s?(?P<number>[0-9]{0,2})[)）]")
_KINDS = {"访谈": EssayKind.INTERVIEW, "通报": EssayKind.BULLETIN, "文章": EssayKind.ARTICLE}


@dataclass(frozen=True, slots=True)
class Annexes:
    """The lines of minutes without their annexes, and these as essays; `texts` are the lines of the essays."""

    lines: list[Line]
    essays: tuple[Essay, ...] = ()
    texts: tuple[Line, ...] = ()


def part(found: Sequence[Line]) -> Annexes:
    """Part the annexes that a note announces from the minutes before them; without note or label all stays."""
    note = next((place for place, line in enumerate(found) if _is_text(line) and _NOTE.fullmatch(line.words)), None)
    if note is None:
        return Annexes(list(found))
    begins = _begins(found, note)
    if not begins:
        return Annexes(list(found))
    names = _names(found, note, begins[0], len(begins))
    groups = [found[begin + 1 : end] for begin, end in zip(begins, [*begins[1:], len(found)], strict=True)]
    if len(names) != len(groups) or not all(groups):
        return Annexes(list(found))
    before = [*found[:note], *found[note + len(names) : begins[0]]]
    said = {line.body for line in before}
    made = tuple(_essay(group, name, said) for group, name in zip(groups, names, strict=True))
    return Annexes(before, made, tuple(line for group in groups for line in group))


def referred(items: Sequence[AgendaItem], annexes: Sequence[Essay]) -> tuple[list[AgendaItem], list[Essay]]:
    """Return the items without the lines that only refer to an annex, and the annexes, which know their items now."""
    made, known = [], list(annexes)
    for item in items:
        left: list[Block] = []
        for block in item.discussion:
            place = _refers(plain(block).strip(), len(known))
            if place is None or known[place].item:
                left.append(block)
            else:
                known[place] = replace(known[place], item=item.id)
        made.append(replace(item, discussion=tuple(left)))
    return made, known


def is_reference(words: str) -> bool:
    """Tell whether a line only says in which annex something stands: 《…》（见附件1）."""
    return _REFERENCE.fullmatch(words) is not None


def _refers(words: str, count: int) -> int | None:
    """Return the place of the annex that a line refers to and does nothing else."""
    match = _REFERENCE.fullmatch(words)
    place = int(match["number"] or 1) - 1 if match else -1
    return place if 0 <= place < count else None


def _begins(found: Sequence[Line], note: int) -> list[int]:
    """Return the places of the labels of annexes behind the note: a lone 附件, or 附件1, 附件2 … counting on from 1."""
    places: list[int] = []
    for place in range(note + 1, len(found)):
        match = _LABEL.fullmatch("".join(found[place].words.split())) if _is_text(found[place]) else None
        if match and int(match["number"] or 1) == len(places) + 1:
            places.append(place)
    return places


def _names(found: Sequence[Line], note: int, end: int, count: int) -> list[str]:
    """Return what the note calls the annexes, in its own line and those below it."""
    match = _NOTE.fullmatch(found[note].words)
    first = match["rest"].strip() if match else ""
    if count == 1 and not _NUMBERED.fullmatch(first):
        return [first]
    names: list[str] = []
    for words in (first, *(line.words for line in found[note + 1 : end])):
        numbered = _NUMBERED.fullmatch(words)
        if numbered is None or int(numbered["number"]) != len(names) + 1 or len(names) == count:
            break
        names.append(numbered["name"].strip())
    return names


def _essay(lines: Sequence[Line], name: str, said: set[str]) -> Essay:
    """Return an annex as an essay; its name in the note is its title where that is said nowhere else."""
    made = essays.essay(tuple(line.block for line in lines))
    if made.title:
        return made
    if name in _KINDS and made.kind is EssayKind.ARTICLE:
        return replace(made, kind=_KINDS[name])
    return made if name in said or name in _KINDS else replace(made, title=name)


def _is_text(line: Line) -> bool:
    return isinstance(line.block, Paragraph | Heading) and len(line.words) <= LONGEST_NAME
