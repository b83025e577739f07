"""House styles: the words and forms that differ from office to office.

A house style is two files: `<name>.toml` (words, order, numbering, parts) and `<name>.docx`, a Word template whose
named styles give the looks. They lie in resources/styles, or in the folder `styles` of the user's own data, which comes
first.
The writers look up the template's styles by the names given here.
"""

import re
import tomllib
from collections.abc import Collection, Iterator, Mapping
from dataclasses import MISSING, dataclass, field, fields, is_dataclass, replace
from functools import lru_cache
from pathlib import Path
from typing import Any

from copu_desk import paths
from copu_desk.document import Role
from copu_desk.errors import StyleError
from copu_desk.sentences import Sentence
from copu_desk.wording import (
    GROUPS,
    AnnexWords,
    AttendanceWords,
    Columns,
    Headings,
    ImprintWords,
    LetterWords,
    NoticeWords,
)

STYLE_NAMES: dict[Role, str] = {
    "body": "纪要正文",
    "quote": "Quote",
    "classification": "密级",
    "mark": "纪要标志",
    "issue": "期号",
    "issuer": "发文行",
    "rule": "红线",
    "title": "Title",
    "opening": "开篇",
    "part": "部分标题",
    "section": "分节",
    "lead": "导语",
    "item": "heading 1",
    "presenter": "汇报人",
    "decision": "决议",
    "action": "待办",
    "essay_title": "heading 2",
    "byline": "署名",
    "attendance": "参会人员",
    "annex": "附件标记",
    "annex_note": "附件说明",
    "annex_list": "附件清单",
    "note": "附注",
    "address": "称谓",
    "signature": "落款",
}
"""The paragraph style of the template for each role; English names are those of Word's built-in styles."""

HEADING_STYLES = ("heading 3", "heading 4", "heading 5", "heading 6")
"""The styles of headings of level 1 to 4 within a text: below the agenda item and the essay's title."""

LABELLED: tuple[Role, ...] = ("classification", "presenter", "decision", "action", "attendance")
"""The roles of paragraphs whose bold beginning is a label; none of them occurs in a text of the user's."""

TURN_STYLE, TYPED_STYLE, PICTURE_STYLE, CAPTION_STYLE = "发言", "序号段落", "图片", "caption"
CELL_STYLE, HEAD_CELL_STYLE, TABLE_STYLE = "表格文字", "表头", "纪要表格"
FACT_LABEL_STYLE, FACTS_STYLE = "信息表标签", "信息表"  # of a label in a table of facts, of that table
IMPRINT_STYLE, IMPRINT_TABLE_STYLE = "版记", "版记表"
BULLET_STYLE, NUMBER_STYLE = "List Bullet", "List Number"
SPEAKER_STYLE, LABEL_STYLE, LINK_STYLE = "发言人", "标签", "Hyperlink"  # of characters
ALL_STYLES = (
    "Normal", *STYLE_NAMES.values(), *HEADING_STYLES, TURN_STYLE, TYPED_STYLE, PICTURE_STYLE, CAPTION_STYLE, CELL_STYLE,
    HEAD_CELL_STYLE, TABLE_STYLE, FACT_LABEL_STYLE, FACTS_STYLE, IMPRINT_STYLE, IMPRINT_TABLE_STYLE, BULLET_STYLE,
    NUMBER_STYLE, SPEAKER_STYLE, LABEL_STYLE, LINK_STYLE,
)  # fmt: skip

_IN_WORD = {
    "Normal": Sentence("正文"),
    "Title": Sentence("标题"),
    "Quote": Sentence("引用"),
    "caption": Sentence("题注"),
    "List Bullet": Sentence("列表项目符号"),
    "List Number": Sentence("列表编号"),
    "Hyperlink": Sentence("超链接"),
    "footer": Sentence("页脚"),
}


def name_in_word(name: str) -> Sentence | str:
    """Return what a Chinese Word calls a style (`heading 1` is shown as 标题 1)."""
    if name.startswith("heading "):
        return Sentence("标题 {level}", level=name.removeprefix("heading "))
    return _IN_WORD.get(name, name)


PARTS = {
    "classification": Sentence("密级"),
    "mark": Sentence("纪要标志"),
    "issue": Sentence("期号与日期"),
    "rule": Sentence("红线"),
    "title": Sentence("标题"),
    "facts": Sentence("时间和地点"),
    "facts_table": Sentence("会议信息表"),
    "opening": Sentence("开头"),
    "preamble": Sentence("议程之前的文字"),
    "agenda": Sentence("议程"),
    "actions": Sentence("待办"),
    "action_table": Sentence("待办事项表"),
    "essays": Sentence("附文"),
    "closing": Sentence("结束语"),
    "annex_note": Sentence("附件说明"),
    "attendance": Sentence("参会名单"),
    "attendance_table": Sentence("参会人员表"),
    "absent": Sentence("缺席名单"),
    "unmarked": Sentence("未到名单"),
    "recorder": Sentence("记录人"),
    "remarks": Sentence("备注"),
    "postscript": Sentence("名单之后的文字"),
    "annexes": Sentence("附件"),
    "imprint": Sentence("版记"),
}
"""The parts that minutes can be made of, and what the secretary calls them.

`absent` and `unmarked` are no parts of their own: they say whether the list of attendees names those, too.
"""

ON_DEMAND = "?"
"""What stands behind a part, in the list of a style file, that is only printed when somebody wants it."""

ITEM_PARTS = ("presenter", "essays", "annexes", "discussion", "decisions", "actions")
"""The parts of an agenda item; `annexes` says which annexes belong to it. What is left out here is left to PARTS."""

_ALLOWED = {"parts": tuple(PARTS), "item_parts": ITEM_PARTS, "order": GROUPS}
_OF_MEETING = ("year", "month", "day", "series", "organ", "chair", "chair_title", "venue", "number")
_FILLED = {
    "mark": _OF_MEETING,
    "issue": _OF_MEETING,
    "issuer": _OF_MEETING,
    "title": _OF_MEETING,
    "opening": _OF_MEETING,
    "item": ("han", "number", "title"),
    "item_alone": ("title",),
    "votes": ("ayes", "noes", "abstentions"),
    "action_facts": ("facts",),
    "owner": ("owner",),
    "due": ("year", "month", "day"),
    "due_other_year": ("year", "month", "day"),
    "namesake": ("organization",),
    "excerpt": ("title",),
    "heading": (*_OF_MEETING, "which"),
    "which": ("number",),
    "call": (*_OF_MEETING, "which", "weekday", "hours"),
    "agenda_facts": ("facts",),
    "minutes": ("minutes",),
    "leave": ("recorder",),
    "date": ("year", "month", "day"),
    "subject": ("title",),
    "text": ("title", "signature"),
    "people": ("group", "number"),
    "label": ("number",),
    "numbered": ("number",),
    "reference": ("number", "title"),
    "copies": (*_OF_MEETING, "copies"),
    "office": _OF_MEETING,
    "issued": ("year", "month", "day"),
}
"""What a word of the style file may have in braces; words that are not listed have none."""


@dataclass(frozen=True, slots=True)
class HouseStyle:
    """How an office writes its minutes: words and patterns, and the Word template of their looks."""

    name: str
    template: Path
    label: str
    parts: tuple[str, ...]
    title: str
    opening: str
    opening_joins_lead: bool
    item: str
    item_alone: str
    presenter: str
    decision: str
    votes: str
    action: str
    action_facts: str
    facts_separator: str
    owner: str
    due: str
    due_other_year: str
    done: str
    dropped: str
    carried: str
    source: str
    time: str
    venue: str
    platform: str
    recorder: str
    classification: str
    remarks: str
    attendance: AttendanceWords
    excerpt: str = "{title}（摘录）"
    notice: NoticeWords = field(default_factory=NoticeWords)
    letter: LetterWords = field(default_factory=LetterWords)
    item_parts: tuple[str, ...] = ("presenter", "essays", "discussion", "decisions", "actions")
    lead_replaces_title: bool = True
    shape_titles: bool = False
    mark: str = "{organ}会议纪要"
    issue: str = "[第{number}期]"
    issuer: str = "{organ}\t{year}年{month}月{day}日"
    annexes: AnnexWords = field(default_factory=AnnexWords)
    imprint: ImprintWords = field(default_factory=ImprintWords)
    headings: Headings = field(default_factory=Headings)
    columns: Columns = field(default_factory=Columns)
    offered: tuple[str, ...] = ()  # the parts, and those that are only printed when somebody wants them


def with_parts(style: HouseStyle, without: Collection[str] = (), added: Collection[str] = ()) -> HouseStyle:
    """Return a style that leaves parts out, and prints others that it offers on demand."""
    parts = (part for part in style.offered if (part not in without if part in style.parts else part in added))
    return replace(style, parts=tuple(parts))


def own_folder() -> Path:
    """Return the folder of the user's own styles (made by whoever writes into it)."""
    return paths.data_folder() / "styles"


def style_names(folder: Path | None = None) -> list[str]:
    """Return the names of the house styles there are, in a folder or (None) among the shipped and the user's own."""
    return sorted({path.stem for one in _folders(folder) for path in one.glob("*.toml")})


def style_labels() -> dict[str, str]:
    """Return what each house style is called, by its name; one whose words cannot be read is called by its name."""
    found = {}
    for name in style_names():
        try:
            found[name] = house_style(name).label
        except StyleError:
            found[name] = name
    return found


def house_style(name: str = "copu", folder: Path | None = None) -> HouseStyle:
    """Read a house style; StyleError if one of its files is missing or says something it may not."""
    words, template = style_files(name, folder)
    if not template.is_file():
        raise StyleError(
            "版式“{name}”缺少它的 Word 模板 {template}。请补上，或换用别的版式。", name=name, template=template.name
        )
    return _read_style(name, words.parent, words.stat().st_mtime_ns)


def style_files(name: str, folder: Path | None = None) -> tuple[Path, Path]:
    """Return where the words and the template of a style lie (the template may be missing); StyleError if none is."""
    if _STEM.fullmatch(name):
        for home in _folders(folder):
            words = home / f"{name}.toml"
            if words.is_file():  # asked of the one file: the window asks for a style with each meeting that it lists
                return words, home / f"{name}.docx"
    raise StyleError("没有名为“{name}”的版式。可以用：{listed}。", name=name, listed=style_names(folder))


_STEM = re.compile(r"[^/\\:\0]+")  # a name, never a way to another folder


def _folders(folder: Path | None) -> tuple[Path, ...]:
    return (folder,) if folder else (own_folder(), paths.STYLES)


@lru_cache(maxsize=32)
def _read_style(name: str, folder: Path, _written: int) -> HouseStyle:
    """Read a house style's words again only when they were written again: the window asks for them often."""
    file = folder / f"{name}.toml"
    try:
        words = file.read_text(encoding="utf-8")
    except (UnicodeDecodeError, OSError) as error:
        raise StyleError(
            "版式文件 {file} 读不懂（{why}）。请改正，或换用别的版式。", file=file.name, why=error
        ) from error
    return parse(words, file)


def parse(words: str, file: Path) -> HouseStyle:
    """Return the house style of the words of a style file; StyleError says what is wrong with them, and where."""
    try:
        values = tomllib.loads(words)
    except tomllib.TOMLDecodeError as error:
        raise StyleError(
            "版式文件 {file} 读不懂（{why}）。请改正，或换用别的版式。", file=file.name, why=_where(str(error))
        ) from error
    for complaint in _complaints(HouseStyle, values, given=("name", "template", "offered")):
        raise StyleError("版式文件 {file} {complaint}", file=file.name, complaint=complaint)
    offered = values["parts"]
    given = {
        "name": file.stem,
        "template": file.with_suffix(".docx"),
        "offered": [part.removesuffix(ON_DEMAND) for part in offered],
        "parts": [part for part in offered if not part.endswith(ON_DEMAND)],
    }
    made: HouseStyle = _made(HouseStyle, values | given)
    return made


_PLACE = re.compile(r".*\(at line (\d+), column (\d+)\)", re.DOTALL)


def _where(fault: str) -> Sentence:
    """Return where the file cannot be understood, as far as the parser tells."""
    found = _PLACE.fullmatch(fault)
    if not found:
        return Sentence("文件没有写完")
    return Sentence("第 {row} 行第 {column} 个字附近写得不对", row=found[1], column=found[2])


def _made(kind: Any, values: Mapping[str, Any]) -> Any:
    """Return a record of checked values; lists become tuples, sections records of their own."""
    types = {member.name: member.type for member in fields(kind)}
    return kind(
        **{
            key: _made(types[key], value)
            if isinstance(value, dict)
            else tuple(value)
            if isinstance(value, list)
            else value
            for key, value in values.items()
        }
    )


def _complaints(kind: Any, values: Mapping[str, Any], given: tuple[str, ...] = ()) -> Iterator[Sentence]:
    """Say what is wrong with the values of a style file, or of a section of it.

    What later versions of the program added has a default value, so that styles made with earlier ones still serve.
    """
    known = {member.name: member for member in fields(kind) if member.name not in given}
    for key in values:
        if key not in known:
            yield Sentence("里有不认识的“{key}”。请删去或改正。", key=key)
    for key, member in known.items():
        if key in values:
            yield from _complaints_of(key, values[key], member.type)
        elif member.default is MISSING and member.default_factory is MISSING:
            yield Sentence("里缺少“{key}”。请补上。", key=key)


def _complaints_of(key: str, value: Any, expected: Any) -> Iterator[Sentence]:
    if is_dataclass(expected):
        yield from (
            _complaints(expected, value) if isinstance(value, dict) else [Sentence("里的“{key}”要写成一节。", key=key)]
        )
    elif key in _ALLOWED:
        if not isinstance(value, list):
            yield Sentence("里的“{key}”要写成方括号里的一列。", key=key)
            return
        known = _ALLOWED[key] + (tuple(part + ON_DEMAND for part in PARTS) if key == "parts" else ())
        yield from (
            Sentence("的“{key}”里有不认识的部分“{part}”。请改正。", key=key, part=part)
            for part in value
            if part not in known
        )
    elif not isinstance(value, expected):
        yield Sentence(
            "里的“{key}”写得不对：要写{what}。",
            key=key,
            what=Sentence("true 或 false") if expected is bool else Sentence("成引号里的文字"),
        )
    elif isinstance(value, str):
        names = (found[1] for found in _BRACES.finditer(value))
        yield from (
            Sentence("的“{key}”里不能填“{{{one}}}”。请改正。", key=key, one=one)
            for one in names
            if one not in _FILLED.get(key, ())
        )


_BRACES = re.compile(r"\{(\w+)(?::0(\d))?\}")


def fill(pattern: str, values: Mapping[str, Any]) -> str:
    """Return a pattern with `{name}` and `{name:02}` filled in; a name that is not known stays as it is written.

    What stands in square brackets is left out if a value in it is empty (`召开[第{number}次]会议`).
    """
    return fill_names(chosen(pattern, values), values)


def fill_names(pattern: str, values: Mapping[str, Any]) -> str:
    """Return a pattern with its names filled in, as `fill` does; square brackets are text."""

    def filled(found: re.Match[str]) -> str:
        name, width = found[1], int(found[2] or 0)
        return str(values[name]).rjust(width, "0") if name in values else found[0]

    return _BRACES.sub(filled, pattern)


_OPTION = re.compile(r"\[([^\[\]]*\{\w+(?::0\d)?\}[^\[\]]*)\]")  # the innermost brackets around a name


def chosen(pattern: str, values: Mapping[str, Any]) -> str:
    """Return a pattern with the parts in square brackets kept or left out; brackets around no name are text."""

    def kept(found: re.Match[str]) -> str:
        names = (one[1] for one in _BRACES.finditer(found[1]))
        return found[1] if all(values.get(name) for name in names) else ""

    while (after := _OPTION.sub(kept, pattern)) != pattern:
        pattern = after
    return pattern


_DIGITS = "零一二三四五六七八九"
_TEN, _HUNDRED = 10, 100


def han(number: int) -> str:
    """Return a number from 1 to 99 in Chinese (一, 十, 二十三); others stay digits."""
    if not 0 < number < _HUNDRED:
        return str(number)
    tens, ones = divmod(number, _TEN)
    return ("" if tens == 0 else "十" if tens == 1 else _DIGITS[tens] + "十") + (_DIGITS[ones] if ones else "")
