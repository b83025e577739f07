"""Bring lists of people into the roster, and make one entry of two: pure rules; nobody is guessed between namesakes."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from copu_desk import dates
from copu_desk.document import clean
from copu_desk.errors import ReadError
from copu_desk.model import Capacity, Membership, Person, Series
from copu_desk.sentences import Sentence

Show = Callable[[Person, str, Mapping[str, str]], str]
CAPACITY_WORDS = {Capacity.MEMBER: "出席", Capacity.OBSERVER: "列席", Capacity.GUEST: "嘉宾"}
FIELD_WORDS = {
    "name": "姓名",
    "organization": "单位",
    "title": "职务",
    "capacity": "身份",
    "aliases": "别名",
    "pinyin": "拼音",
    "note": "备注",
    "memberships": "所属系列",
}
"""The fields of a person and the words that head their columns in a file."""

_HEADS: Mapping[str, tuple[str, ...]] = {
    "name": ("姓名", "名字", "人员", "参会人", "成员", "成员名称", "name", "fullname"),
    "organization": ("单位", "工作单位", "所在单位", "公司", "机构", "组织", "部门", "organization", "company"),
    "title": ("职务", "职位", "职称", "岗位", "title", "position"),
    "capacity": ("身份", "参会身份", "capacity", "role"),
    "aliases": ("别名", "又名", "曾用名", "英文名", "昵称", "alias", "aliases", "nickname"),
    "pinyin": ("拼音", "姓名拼音", "pinyin"),
    "note": ("备注", "说明", "note", "notes", "remarks"),
    "memberships": ("所属系列", "系列", "例会", "例会系列", "series"),
}
_MEMBER_WORDS = ("成员", "正式成员", "正式", "委员", "理事", "代表")  # as offices write 出席 in the column 身份
_HEAD_WITHIN = 15  # rows: above the headings stand at most a title and some remarks
_BETWEEN = re.compile("[、，,;；/\n]")
_QUOTED = re.compile(r"'+[=+@\t-]")
_MEMBERSHIP = re.compile(
    r"(?P<series>.+?)\s*[（(]\s*(?P<since>[^（()）至起止]*?)\s*(?:至|起|到)\s*(?P<until>[^（()）至起止]*?)\s*止?\s*[)）]"
)


@dataclass(frozen=True, slots=True)
class Belonging:
    """That a list says somebody belongs to a series (its name) from one day to another."""

    series: str
    since: date | None = None
    until: date | None = None


@dataclass(frozen=True, slots=True)
class Listed:
    """Somebody as a list names them; what it does not say is empty or None. `row` is the line of the list, from 1."""

    name: str
    organization: str = ""
    title: str = ""
    capacity: Capacity | None = None
    aliases: tuple[str, ...] = ()
    pinyin: str = ""
    note: str = ""
    belongs: tuple[Belonging, ...] = ()
    row: int = 0


@dataclass(frozen=True, slots=True)
class Arrival:
    """Somebody who is new to the roster (before is None) or whom a list describes anew."""

    before: Person | None
    after: Person


@dataclass(frozen=True, slots=True)
class Arriving:
    """What a list would bring: who is new or changed, the series it names for the first time, and what was unsure."""

    arrivals: tuple[Arrival, ...]
    series: tuple[Series, ...] = ()
    same: int = 0
    notes: tuple[Sentence, ...] = ()


def understood(tables: Iterable[Sequence[Sequence[str]]]) -> tuple[list[Listed], list[Sentence]]:
    """Return the people of the tables with a column 姓名, and what of them was not understood; else ReadError.

    The headings are looked for by their words in the first 15 rows; columns with other headings are passed over.
    Somebody who stands in several tables (the sheets of departments and one of all) is taken once.
    """
    headed = [(rows, head) for rows in tables if (head := _head(rows)) is not None]
    if not headed:
        raise ReadError(
            "没有找到“姓名”这一列。请在第一行写上列名：姓名、单位、职务、身份、别名、拼音、备注、所属系列。"
        )
    listed: list[Listed] = []
    notes: list[Sentence] = []
    for rows, head in headed:
        known = {replace(one, row=0) for one in listed}
        people, unsure = _people(rows[head + 1 :], _columns(rows[head]), head + 2)
        listed += [one for one in people if replace(one, row=0) not in known]
        notes += unsure
    return listed, notes


def _head(rows: Sequence[Sequence[str]]) -> int | None:
    """Return the place of the row with a heading 姓名 among the first rows."""
    return next((place for place, row in enumerate(rows[:_HEAD_WITHIN]) if "name" in _columns(row)), None)


def _columns(row: Sequence[str]) -> dict[str, int]:
    found: dict[str, int] = {}
    for column, words in enumerate(row):
        plain = re.sub(r"[\s*:：]", "", words).lower()
        for field, heads in _HEADS.items():
            if plain in heads:
                found.setdefault(field, column)
    return found


def _people(
    rows: Sequence[Sequence[str]], columns: Mapping[str, int], first: int
) -> tuple[list[Listed], list[Sentence]]:
    listed, notes = [], []
    for number, row in enumerate(rows, first):
        said = {field: _unquoted(row[at].strip()) if at < len(row) else "" for field, at in columns.items()}
        name = _name(said["name"])
        if name:
            capacity = _capacity(said.get("capacity", ""))
            if said.get("capacity") and capacity is None:
                notes.append(
                    Sentence(
                        "第 {number} 行“{name}”的身份“{capacity}”没有认出，应是出席、列席或嘉宾。",
                        number=number,
                        name=name,
                        capacity=said["capacity"],
                    )
                )
            listed.append(
                Listed(
                    name,
                    said.get("organization", ""),
                    said.get("title", ""),
                    capacity,
                    names(said.get("aliases", "")),
                    said.get("pinyin", ""),
                    said.get("note", ""),
                    belongings(said.get("memberships", "")),
                    number,
                )
            )
        elif any(said.values()):
            notes.append(Sentence("第 {number} 行没有姓名，没有取。", number=number))
    return listed, notes


def _unquoted(words: str) -> str:
    """Return words without the apostrophe that writers/csv.py puts before a formula-like text."""
    return words[1:] if _QUOTED.match(words) else words


def _name(words: str) -> str:
    """Return a name without the blanks that pad two characters to the width of three (石　勇)."""
    plain = " ".join(words.split())
    return plain if re.search("[A-Za-z]", plain) else plain.replace(" ", "")


def _capacity(words: str) -> Capacity | None:
    if words in _MEMBER_WORDS:
        return Capacity.MEMBER
    return next((value for value, word in CAPACITY_WORDS.items() if words in (word, value.value)), None)


def names(words: str) -> tuple[str, ...]:
    """Return names that stand in one cell, whatever stands between them."""
    return tuple(dict.fromkeys(name.strip() for name in _BETWEEN.split(clean(words)) if name.strip()))


def belongings(words: str) -> tuple[Belonging, ...]:
    """Return the series that stand in one cell: 远帆例会（2024-01-01 至 2025-06-30）；专题会."""
    found = []
    for part in re.split("[；;\n]", words):
        if not part.strip():
            continue
        match = _MEMBERSHIP.fullmatch(part.strip())
        since, until = (_day(match["since"]), _day(match["until"])) if match else (None, None)
        found.append(Belonging(match["series"] if match else part.strip(), since, until))
    return tuple(found)


def _day(words: str) -> date | None:
    return dates.meant(words.strip(), date.today()) if words.strip() else None


def belonging_words(membership: Membership, series_name: str) -> str:
    """Return a membership as `belongings` reads it."""
    if not membership.since and not membership.until:
        return series_name
    since, until = (day.isoformat() if day else "" for day in (membership.since, membership.until))
    if until:
        return Sentence("{series}（{since} 至 {until}）", series=series_name, since=since, until=until)
    return Sentence("{series}（{since} 起）", series=series_name, since=since)


def arriving(listed: Iterable[Listed], people: Sequence[Person], series: Sequence[Series]) -> Arriving:
    """Return what a list would bring to a roster.

    Somebody of the list is the one person of the roster with that name or alias and organization; without an
    organization, the only one of that name. An empty cell leaves what the roster says. Somebody whose organization
    differs is another person: the secretary can make one entry of the two afterwards (`merged`).
    """
    ids = {one.name: one.id for one in series}
    fresh: dict[str, Series] = {}
    arrivals: list[Arrival] = []
    notes: list[Sentence] = []
    seen: dict[str, int] = {}
    same = 0
    everybody = list(people)
    for one in listed:
        for belonging in one.belongs:
            if belonging.series not in ids:
                fresh[belonging.series] = Series(name=belonging.series)
                ids[belonging.series] = fresh[belonging.series].id
        meant = _meant(one, everybody)
        if len(meant) > 1:
            notes.append(
                Sentence(
                    "第 {row} 行：名册里有 {count} 位“{name}”，没有写清单位，分不清，没有取。",
                    row=one.row,
                    count=len(meant),
                    name=one.name,
                )
            )
            continue
        before = meant[0] if meant else None
        if before and before.id in seen:
            notes.append(
                Sentence(
                    "第 {row} 行“{name}”与第 {first} 行重复，没有取。",
                    row=one.row,
                    name=one.name,
                    first=seen[before.id],
                )
            )
            continue
        if not before and (others := [person.organization for person in everybody if person.name == one.name]):
            notes.append(
                Sentence(
                    "已有一位“{name}”（{organization}），单位不同，作为另一位新增。如果是同一人，可以随后合并。",
                    name=one.name,
                    organization=others[0],
                )
            )
        after = _described(before or Person(), one, ids)
        seen[after.id] = one.row
        if before is None:
            everybody.append(after)
        if after == before:
            same += 1
        else:
            arrivals.append(Arrival(before, after))
    return Arriving(tuple(arrivals), tuple(fresh.values()), same, tuple(notes))


def _meant(one: Listed, people: Sequence[Person]) -> list[Person]:
    named = [person for person in people if one.name == person.name] or [
        person for person in people if one.name in person.aliases
    ]
    if not one.organization:
        return named
    there = [person for person in named if person.organization == one.organization]
    return there or [person for person in named if not person.organization]


def _described(person: Person, one: Listed, ids: Mapping[str, str]) -> Person:
    memberships = person.memberships
    for belonging in one.belongs:
        memberships = _joined(memberships, ids[belonging.series], belonging)
    name = person.name or one.name
    aliases = (*person.aliases, *(alias for alias in one.aliases if alias not in (*person.aliases, name)))
    return replace(
        person,
        name=name,
        organization=one.organization or person.organization,
        title=one.title or person.title,
        capacity=one.capacity or person.capacity,
        aliases=aliases,
        pinyin=one.pinyin or person.pinyin,
        note=one.note or person.note,
        memberships=memberships,
    )


def _joined(memberships: tuple[Membership, ...], series: str, said: Belonging) -> tuple[Membership, ...]:
    of_series = [one for one in memberships if one.series == series]
    if any((one.since, one.until) == (said.since, said.until) for one in of_series):
        return memberships
    if len(of_series) == 1 and (said.since or said.until):
        new = replace(of_series[0], since=said.since, until=said.until)
        return tuple(new if one is of_series[0] else one for one in memberships)
    if of_series and not (said.since or said.until):
        return memberships
    return (*memberships, Membership(series, said.since, said.until))


def taken(people: Sequence[Person], arrivals: Iterable[Arrival]) -> tuple[Person, ...]:
    """Return a roster with what a list brought; who is new stands at the end."""
    chosen = list(arrivals)
    changed = {one.before.id: one.after for one in chosen if one.before}
    new = [one.after for one in chosen if one.before is None]
    return (*(changed.get(person.id, person) for person in people), *new)


def changes(arrival: Arrival, series: Mapping[str, str], show: Show | None = None) -> list[tuple[str, str, str]]:
    """Return what is new of somebody: the field, what the roster says, what the list says.

    `series` are the names of the series by their ids; `show` says how a field is shown, if not as in a file.
    """
    before, words = arrival.before or Person(capacity=arrival.after.capacity), show or shown
    return [
        (field, words(before, field, series), words(arrival.after, field, series))
        for field in FIELD_WORDS
        if getattr(before, field) != getattr(arrival.after, field)
    ]


def shown(person: Person, field: str, series: Mapping[str, str]) -> str:
    """Return a field of a person as it stands in a file; `series` are the names of the series by their ids."""
    value = getattr(person, field)
    if field == "capacity":
        return CAPACITY_WORDS[value]
    if field == "aliases":
        return "、".join(value)
    if field == "memberships":
        return "；".join(belonging_words(one, series.get(one.series, one.series)) for one in value)
    return str(value)


def merged(people: Sequence[Person], kept: str, others: Iterable[str]) -> tuple[Person, ...]:
    """Return a roster in which some entries (their ids) have become one with the kept one.

    The kept entry keeps what it says; what it leaves empty comes from the others in their order. Their names become
    aliases, their memberships and notes are joined. Their ids are kept in `merged`, by which the meetings that name
    them are known as the same person's; what those meetings say of the day is not touched.
    """
    gone = set(others) - {kept}
    whole = next(person for person in people if person.id == kept)
    for other in people:
        if other.id in gone:
            whole = _one(whole, other)
    return tuple(whole if person.id == kept else person for person in people if person.id not in gone)


def _one(kept: Person, other: Person) -> Person:
    aliases = dict.fromkeys((*kept.aliases, other.name, *other.aliases))
    notes = dict.fromkeys(note for note in (kept.note, other.note) if note)
    there = {(one.series, one.since, one.until) for one in kept.memberships}
    return replace(
        kept,
        organization=kept.organization or other.organization,
        title=kept.title or other.title,
        pinyin=kept.pinyin or (other.pinyin if other.name == kept.name else ""),
        aliases=tuple(name for name in aliases if name and name != kept.name),
        note="；".join(notes),
        memberships=(
            *kept.memberships,
            *(one for one in other.memberships if (one.series, one.since, one.until) not in there),
        ),
        merged=(*kept.merged, other.id, *other.merged),
    )
