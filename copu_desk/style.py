"""House styles: the words and forms that differ from office to office.

A house style is two files in resources/styles: `<name>.toml` (words, order, numbering, parts) and `<name>.docx`, a
Word template whose named styles give the looks. The writers look up the template's styles by the names in STYLE_NAMES.
"""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import MISSING, dataclass, fields
from pathlib import Path
from typing import Any

from copu_desk.document import Role
from copu_desk.errors import StyleError
from copu_desk.paths import STYLES

STYLE_NAMES: dict[Role, str] = {
    "body": "Normal",
    "quote": "引文",
    "title": "Title",
    "opening": "开篇",
    "lead": "导语",
    "item": "heading 1",
    "decision": "决议",
    "action": "待办",
    "essay_title": "heading 2",
    "byline": "署名",
    "attendance": "参会人员",
    "note": "附注",
}
"""The paragraph style of the template for each role; `Normal`, `Title` and `heading n` are Word's built-in ones."""

HEADING_STYLES = (
    "heading 3",
    "heading 4",
    "heading 5",
    "heading 6",
)  # Heading level 1 to 4: below item and essay title
TURN_STYLE, CELL_STYLE, HEAD_CELL_STYLE, CAPTION_STYLE, PICTURE_STYLE = "发言", "表格文字", "表头", "caption", "图片"
LIST_STYLE, TYPED_STYLE = "列表", "序号段落"
SPEAKER_STYLE, LABEL_STYLE, LINK_STYLE = "发言人", "标签", "Hyperlink"  # character styles
PARAGRAPH_STYLES = (
    *STYLE_NAMES.values(), *HEADING_STYLES, TURN_STYLE, CELL_STYLE, HEAD_CELL_STYLE, CAPTION_STYLE, PICTURE_STYLE,
    LIST_STYLE, TYPED_STYLE,
)  # fmt: skip
CHARACTER_STYLES = (SPEAKER_STYLE, LABEL_STYLE, LINK_STYLE)

PARTS = (
    "classification", "title", "facts", "opening", "preamble", "agenda", "actions", "essays", "closing", "attendance",
    "recorder", "remarks", "postscript",
)  # fmt: skip


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
    presenter: str
    decision: str
    votes: str
    action: str
    owner: str
    due: str
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


def style_names() -> list[str]:
    """Return the names of the house styles there are."""
    return sorted(path.stem for path in STYLES.glob("*.toml"))


def house_style(name: str = "copu", folder: Path = STYLES) -> HouseStyle:
    """Read a house style; StyleError if one of its files is missing or says something it may not."""
    path = folder / f"{name}.toml"
    template = path.with_suffix(".docx")
    if not path.is_file() or not re.fullmatch(r"[\w-]+", name):
        raise StyleError(f"没有名为“{name}”的版式。可以用：{'、'.join(style_names())}。")
    if not template.is_file():
        raise StyleError(f"版式“{name}”缺少它的 Word 模板 {template.name}。请补上，或换用别的版式。")
    try:
        values = tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, OSError) as error:
        raise StyleError(f"版式文件 {path.name} 读不懂（{error}）。请改正，或换用别的版式。") from error
    attendance = values.pop("attendance", {})
    if not isinstance(attendance, dict):
        raise StyleError(f"版式文件 {path.name} 里的 attendance 要写成一节。请改正。")
    words = _checked(AttendanceWords, attendance, path.name)
    parts = values.get("parts", ())
    if unknown := [part for part in parts if part not in PARTS]:
        raise StyleError(f"版式文件 {path.name} 里的 parts 含有不认识的部分“{unknown[0]}”。请改正。")
    given = {"name": name, "template": template, "attendance": words} | values | {"parts": tuple(parts)}
    style: HouseStyle = _checked(HouseStyle, given, path.name)
    return style


def _checked(kind: Any, values: Mapping[str, Any], file: str) -> Any:
    known = {member.name: member for member in fields(kind)}
    for key in values.keys() - known.keys():
        raise StyleError(f"版式文件 {file} 里有不认识的“{key}”。请删去或改正。")
    for key in (key for key, member in known.items() if key not in values and member.default is MISSING):
        raise StyleError(f"版式文件 {file} 里缺少“{key}”。请补上。")
    for key, value in values.items():
        expected = {"parts": tuple, "opening_joins_lead": bool}.get(key, str)
        if key not in ("template", "attendance") and not isinstance(value, expected):
            raise StyleError(f"版式文件 {file} 里的“{key}”写得不对。请改正。")
    return kind(**values)


def fill(pattern: str, values: Mapping[str, Any]) -> str:
    """Return a pattern with `{name}` and `{name:02}` filled in; a name that is not known stays as it is written."""

    def filled(found: re.Match[str]) -> str:
        name, width = found[1], int(found[2] or 0)
        return str(values[name]).rjust(width, "0") if name in values else found[0]

    return re.sub(r"\{(\w+)(?::0(\d))?\}", filled, pattern)


_DIGITS = "零一二三四五六七八九"
_TEN, _HUNDRED = 10, 100


def han(number: int) -> str:
    """Return a number from 1 to 99 in Chinese (一, 十, 二十三); others stay digits."""
    if not 0 < number < _HUNDRED:
        return str(number)
    tens, ones = divmod(number, _TEN)
    return ("" if tens == 0 else "十" if tens == 1 else _DIGITS[tens] + "十") + (_DIGITS[ones] if ones else "")
