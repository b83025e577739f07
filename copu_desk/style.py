"""House styles: the words and forms that differ from office to office.

A house style is two files in resources/styles: `<name>.toml` (words, order, numbering, parts) and `<name>.docx`, a
Word template whose named styles give the looks. The writers look up the template's styles by the names given here.
"""

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import MISSING, dataclass, fields
from functools import lru_cache
from pathlib import Path
from typing import Any

from copu_desk.document import Role
from copu_desk.errors import StyleError
from copu_desk.paths import STYLES

STYLE_NAMES: dict[Role, str] = {
    "body": "纪要正文",
    "quote": "Quote",
    "classification": "密级",
    "title": "Title",
    "opening": "开篇",
    "section": "分节",
    "lead": "导语",
    "item": "heading 1",
    "presenter": "汇报人",
    "decision": "决议",
    "action": "待办",
    "essay_title": "heading 2",
    "byline": "署名",
    "attendance": "参会人员",
    "note": "附注",
    "address": "称谓",
    "signature": "落款",
}
"""The paragraph style of the template for each role; English names are those of Word's built-in styles."""

HEADING_STYLES = ("heading 3", "heading 4", "heading 5", "heading 6")
"""The styles of headings of level 1 to 4 within a text: below the agenda item and the essay's title."""

TURN_STYLE, TYPED_STYLE, PICTURE_STYLE, CAPTION_STYLE = "发言", "序号段落", "图片", "caption"
CELL_STYLE, HEAD_CELL_STYLE, TABLE_STYLE = "表格文字", "表头", "纪要表格"
BULLET_STYLE, NUMBER_STYLE = "List Bullet", "List Number"
SPEAKER_STYLE, LABEL_STYLE, LINK_STYLE = "发言人", "标签", "Hyperlink"  # of characters
ALL_STYLES = (
    "Normal", *STYLE_NAMES.values(), *HEADING_STYLES, TURN_STYLE, TYPED_STYLE, PICTURE_STYLE, CAPTION_STYLE, CELL_STYLE,
    HEAD_CELL_STYLE, TABLE_STYLE, BULLET_STYLE, NUMBER_STYLE, SPEAKER_STYLE, LABEL_STYLE, LINK_STYLE,
)  # fmt: skip

_IN_WORD = {
    "Normal": "正文",
    "Title": "标题",
    "Quote": "引用",
    "caption": "题注",
    "List Bullet": "列表项目符号",
    "List Number": "列表编号",
    "Hyperlink": "超链接",
}


def name_in_word(name: str) -> str:
    """Return what a Chinese Word calls a style (`heading 1` is shown as 标题 1)."""
    return _IN_WORD.get(name) or name.replace("heading", "标题")


PARTS = (
    "classification", "title", "facts", "opening", "preamble", "agenda", "actions", "essays", "closing", "attendance",
    "recorder", "remarks", "postscript",
)  # fmt: skip
_OF_MEETING = ("year", "month", "day", "series", "organ", "chair", "number")
_FILLED = {
    "title": _OF_MEETING,
    "opening": _OF_MEETING,
    "opening_without_chair": _OF_MEETING,
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
}
"""What a word of the style file may have in braces; words that are not listed have none."""


@dataclass(frozen=True, slots=True)
class AttendanceWords:
    """The words of the attendee lines; an empty label leaves its line out."""

    members: str
    observers: str
    guests: str
    excused: str
    absent: str
    separator: str
    online: str
    namesake: str
    end: str


@dataclass(frozen=True, slots=True)
class NoticeWords:
    """The words of the notice before a meeting (会议通知)."""

    heading: str = "关于召开{series}{which}的通知"
    which: str = "第{number}次会议"
    address: str = "各位参会人员："
    call: str = "定于{year}年{month}月{day}日（{weekday}）{hours}召开{series}{which}，现将有关事项通知如下。"
    time: str = "时间："
    venue: str = "地点："
    platform: str = "线上："
    link: str = "会议链接："
    chair: str = "主持人："
    agenda: str = "会议议程"
    agenda_facts: str = "（{facts}）"
    facts_separator: str = "，"
    minutes: str = "{minutes}分钟"
    materials: str = "会前材料："
    material_separator: str = "；"
    open_actions: str = "上次待办"
    members: str = "参会人员："
    observers: str = "列席人员："
    guests: str = "嘉宾："
    leave: str = "请准时参加。因故不能参加的，请提前向{recorder}请假。"
    leave_without_recorder: str = "请准时参加。因故不能参加的，请提前请假。"
    date: str = "{year}年{month}月{day}日"


@dataclass(frozen=True, slots=True)
class LetterWords:
    """The words of the mail that the minutes are attached to."""

    subject: str = "{title}"
    text: str = "各位好：\n\n附件是《{title}》，请查收。内容如有出入，请回复告知。\n\n{signature}"


@dataclass(frozen=True, slots=True)
class HouseStyle:
    """How an office writes its minutes: words and patterns, and the Word template of their looks."""

    name: str
    template: Path
    label: str
    parts: tuple[str, ...]
    title: str
    opening: str
    opening_without_chair: str
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
    notice: NoticeWords = NoticeWords()
    letter: LetterWords = LetterWords()


def style_names(folder: Path = STYLES) -> list[str]:
    """Return the names of the house styles there are."""
    return sorted(path.stem for path in folder.glob("*.toml"))


def house_style(name: str = "copu", folder: Path = STYLES) -> HouseStyle:
    """Read a house style; StyleError if one of its files is missing or says something it may not."""
    if name not in style_names(folder):
        raise StyleError(f"没有名为“{name}”的版式。可以用：{'、'.join(style_names(folder))}。")
    template = folder / f"{name}.docx"
    if not template.is_file():
        raise StyleError(f"版式“{name}”缺少它的 Word 模板 {template.name}。请补上，或换用别的版式。")
    return _read_style(name, folder, (folder / f"{name}.toml").stat().st_mtime_ns)


@lru_cache(maxsize=32)
def _read_style(name: str, folder: Path, _written: int) -> HouseStyle:
    """Read a house style's words again only when they were written again: the window asks for them often."""
    file, template = folder / f"{name}.toml", folder / f"{name}.docx"
    try:
        values = tomllib.loads(file.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, OSError) as error:
        raise StyleError(f"版式文件 {file.name} 读不懂（{error}）。请改正，或换用别的版式。") from error
    for complaint in _complaints(HouseStyle, values, given=("name", "template")):
        raise StyleError(f"版式文件 {file.name} {complaint}")
    sections = {key: kind(**values.pop(key)) for key, kind in _SECTIONS.items() if key in values}
    parts = tuple(values.pop("parts"))
    return HouseStyle(name=name, template=template, parts=parts, **sections, **values)


_SECTIONS: dict[str, Any] = {"attendance": AttendanceWords, "notice": NoticeWords, "letter": LetterWords}


def _complaints(kind: Any, values: Mapping[str, Any], given: tuple[str, ...] = ()) -> Iterator[str]:
    """Say what is wrong with the values of a style file, or a section of it; what has usual words may be missing."""
    known = {member.name: member for member in fields(kind) if member.name not in given}
    for key in values:
        if key not in known:
            yield f"里有不认识的“{key}”。请删去或改正。"
    for key, member in known.items():
        if key in values:
            yield from _complaints_of(key, values[key], member.type)
        elif member.default is MISSING:
            yield f"里缺少“{key}”。请补上。"


def _complaints_of(key: str, value: Any, expected: Any) -> Iterator[str]:
    if key in _SECTIONS:
        yield from _complaints(expected, value) if isinstance(value, dict) else [f"里的“{key}”要写成一节。"]
    elif key == "parts":
        if not isinstance(value, list):
            yield "里的“parts”要写成方括号里的一列。"
            return
        yield from (f"的“parts”里有不认识的部分“{part}”。请改正。" for part in value if part not in PARTS)
    elif not isinstance(value, expected):
        yield f"里的“{key}”写得不对：要写{'true 或 false' if expected is bool else '成引号里的文字'}。"
    elif isinstance(value, str):
        names = (found[1] for found in _BRACES.finditer(value))
        yield from (f"的“{key}”里不能填“{{{one}}}”。请改正。" for one in names if one not in _FILLED.get(key, ()))


_BRACES = re.compile(r"\{(\w+)(?::0(\d))?\}")


def fill(pattern: str, values: Mapping[str, Any]) -> str:
    """Return a pattern with `{name}` and `{name:02}` filled in; a name that is not known stays as it is written."""

    def filled(found: re.Match[str]) -> str:
        name, width = found[1], int(found[2] or 0)
        return str(values[name]).rjust(width, "0") if name in values else found[0]

    return _BRACES.sub(filled, pattern)


_DIGITS = "零一二三四五六七八九"
_TEN, _HUNDRED = 10, 100


def han(number: int) -> str:
    """Return a number from 1 to 99 in Chinese (一, 十, 二十三); others stay digits."""
    if not 0 < number < _HUNDRED:
        return str(number)
    tens, ones = divmod(number, _TEN)
    return ("" if tens == 0 else "十" if tens == 1 else _DIGITS[tens] + "十") + (_DIGITS[ones] if ones else "")
