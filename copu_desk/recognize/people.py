"""Find the attendee lists among the lines of a meeting, wherever and however they stand."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from copu_desk.document import Table, words_of
from copu_desk.model import Attendee, Capacity, Presence
from copu_desk.recognize import leads, names
from copu_desk.recognize.labels import Kind, Label, bare, label
from copu_desk.recognize.lines import Line
from copu_desk.recognize.marks import marked
from copu_desk.recognize.words import is_han

MOST_LINES, LONGEST_LIST = 2_000, 20_000  # lines and characters; whatever is longer is no list of people
_REMARK = re.compile("[(（][^()（）]{1,30}[)）]")
_COLUMNS = {
    "name": ("姓名", "参会人", "参会人员", "与会人", "name", "名字", "成员"),
    "organization": ("单位", "工作单位", "公司", "organization", "部门", "机构"),
    "title": ("职务", "职位", "职称", "title", "职务/职称"),
    "capacity": ("身份", "参会身份"),
    "mark": ("参会方式", "参会形式", "出席情况", "到会情况", "状态", "方式", "到会"),
    "note": ("备注", "说明", "note", "联系方式", "邮箱"),
}
_NUMBERING = ("序号", "编号", "no.", "no", "#")
_COLUMN_OF = {word: column for column, words in _COLUMNS.items() for word in words}


@dataclass(frozen=True, slots=True)
class People:
    """The attendees, which lines told them (their places), what the lists say besides, and doubtful names."""

    attendees: tuple[Attendee, ...] = ()
    places: frozenset[int] = frozenset()
    rest: tuple[str, ...] = ()
    doubtful: tuple[str, ...] = ()
    marked: bool = False


@dataclass(frozen=True, slots=True)
class _List:
    begin: int
    end: int
    listed: names.Listed
    label: Label


def find(lines: Sequence[Line], inside: frozenset[int], *, texts: bool = True) -> People:
    """Find the lists; one inside texts (at one of the places `inside`) counts only if there is no other.

    Inside items that are no texts, only those are passed over that say who takes part, where another list does.
    """
    found = list(_lists(lines))
    outside = [one for one in found if one.begin not in inside]
    used = outside or found
    if not texts and any(map(_tells_who_came, outside)):
        used = [one for one in found if one in outside or not _tells_who_came(one)]
    elif not texts:
        used = found
    attendees: list[Attendee] = []
    for one in used:
        attendees = _merged(attendees, one.listed.attendees)
    rest = [word for one in used for word in (*_remark(one), *one.listed.rest)]
    return People(
        tuple(attendees),
        frozenset(place for one in used for place in range(one.begin, one.end)),
        tuple(rest),
        tuple(name for one in used for name in one.listed.doubtful),
        any(one.presence is Presence.ONLINE for one in attendees),
    )


def _tells_who_came(one: _List) -> bool:
    return one.label.capacity is Capacity.MEMBER and one.label.presence.came


def _remark(one: _List) -> tuple[str, ...]:
    """Return what stands in brackets within the label, unless it only counts the people of the list."""
    remark = "".join(one.label.remark.split())
    return (one.label.remark,) if remark and remark != f"{len(one.listed.attendees)}人" else ()


def is_column(word: str) -> bool:
    """Tell whether a word is the head of a column in a table of people."""
    return word.lower() in _COLUMN_OF or word.lower() in _NUMBERING


def _lists(lines: Sequence[Line]) -> Iterator[_List]:
    place = 0
    while place < len(lines):
        one = _list(lines, place)
        if one:
            yield one
        place = one.end if one else place + 1


def _list(lines: Sequence[Line], place: int) -> _List | None:
    line = lines[place]
    if isinstance(line.block, Table):
        people = _table(line.block)
        return _List(place, place + 1, names.Listed(people), Label(Kind.PEOPLE, "")) if people else None
    found = label(line.words)
    found = found if found and found.value else bare(line.words)
    if found and _REMARK.fullmatch(found.value):  # 出席：（按姓氏笔画排序）
        found = replace(found, value="", remark=found.value[1:-1])
    if not found or found.kind is not Kind.PEOPLE:
        return None
    below = lines[place + 1].block if place + 1 < len(lines) else None
    if not found.value and isinstance(below, Table):
        people = _table(below)
        return _List(place, place + 2, names.Listed(people), found) if people else None
    end, words = _extent(lines, place, found) if len(line.words) <= LONGEST_LIST else (place, "")
    like = Attendee(presence=found.presence, capacity=found.capacity)
    listed = end > place and len(words) <= LONGEST_LIST and names.is_list(words)
    return _List(place, end, names.read(words, like), found) if listed else None


def _extent(lines: Sequence[Line], place: int, found: Label) -> tuple[int, str]:
    """Return where a list ends that begins on or below a label's line, and its words."""
    words, end = ([found.value], place + 1) if found.value else ([], place + 1)
    open_ended = not found.value or found.value.rstrip().endswith(("、", "，", ","))
    while (
        open_ended and end < min(len(lines), place + MOST_LINES) and _goes_on(lines[end], words, below=not found.value)
    ):
        words.append(lines[end].words)
        open_ended = not found.value or words[-1].endswith(("、", "，", ","))
        end += 1
    return (end, "\n".join(words)) if words else (place, "")


def _goes_on(line: Line, before: Sequence[str], *, below: bool) -> bool:
    known = label(line.words) or bare(line.words)
    if known and (known.kind is not Kind.PEOPLE or (known.value and not names.is_list(known.value))):
        return False
    if known and not (below and (known.presence, bool(before)) != (Presence.ONSITE, True)):
        return False
    announces = leads.is_plain_lead(line.words) or leads.is_lead(line.words) or leads.announces_agenda(line.words)
    heading = line.words.endswith((":", "：")) and len(line.words) <= names.LONGEST_NAME and not announces
    if line.marker and line.marker.kind in ("han", "topic", "paren"):
        return False  # 一、工作通报
    return heading or names.is_list(line.body if line.marker else line.words)


def _merged(known: list[Attendee], more: Sequence[Attendee]) -> list[Attendee]:
    """Add the people of another list; who stands in both is one person, present as the later, special list says."""
    if not known:
        return list(more)
    found = list(known)
    earlier = {one.name: place for place, one in enumerate(known)}
    for one in more:
        place = earlier.get(one.name)
        if place is None or (one.organization and found[place].organization not in ("", one.organization)):
            found.append(one)
            continue
        old = found[place]
        notes = "，".join(dict.fromkeys(note for note in (old.note, one.note) if note))
        presence = old.presence if one.presence is Presence.ONSITE else one.presence
        found[place] = replace(
            old,
            presence=presence,
            note=notes,
            organization=old.organization or one.organization,
            title=old.title or one.title,
        )
    return found


# --- tables ---------------------------------------------------------------------------------------------------------


def _table(table: Table) -> tuple[Attendee, ...]:
    """Read a table with a row for each person, by its column headings; nothing if a column is not known."""
    rows = [[words_of(cell).strip() for cell in row] for row in table.rows]
    if not rows:
        return ()
    columns = [_COLUMN_OF.get("".join(cell.split()).lower(), "") for cell in rows[0]]
    known = all(column or cell.lower() in _NUMBERING for column, cell in zip(columns, rows[0], strict=True))
    if columns.count("name") != 1 or not known:
        return ()
    return tuple(_row(columns, row) for row in rows[1:] if len(row) == len(columns) and any(row))


def _row(columns: Sequence[str], row: Sequence[str]) -> Attendee:
    person = Attendee(presence=Presence.ONSITE)
    for column, cell in zip(columns, row, strict=True):
        if cell:
            person = _filled(person, column, cell)
    return person


def _filled(person: Attendee, column: str, cell: str) -> Attendee:
    match column:
        case "name":
            return replace(person, name="".join(cell.split()) if is_han("".join(cell.split())) else cell)
        case "organization":
            return replace(person, organization=cell)
        case "title":
            return replace(person, title=cell)
        case "capacity":
            return marked(person, cell) or person
        case "mark" | "note":
            return marked(person, cell) or names.noted(person, cell)
    return person
