"""The user's own house styles: make one from another, check it, put it away."""

import json
import re
from dataclasses import dataclass
from pathlib import Path

from copu_desk import disk
from copu_desk.errors import ReadError, RequestError, StyleError
from copu_desk.file_names import safe_name
from copu_desk.library import Library
from copu_desk.sentences import Sentence
from copu_desk.style import HouseStyle, house_style, own_folder, parse, style_files, style_names

PUT_AWAY = "已删除"
"""The folder, within that of the user's own styles, where styles go that are deleted."""

_LABEL = re.compile(r"(?m)^label\s*=.*$")


@dataclass(frozen=True, slots=True)
class StyleState:
    """A house style as it is now: fault says in a sentence why it cannot be used, empty if it can."""

    name: str
    label: str
    is_own: bool
    fault: str
    words: Path
    template: Path


def style_states() -> tuple[StyleState, ...]:
    """Return the house styles there are, the shipped ones first, each checked as for an export."""
    states = [_state(name) for name in style_names()]
    return tuple(sorted(states, key=lambda one: (one.is_own, one.name)))


def _state(name: str) -> StyleState:
    words, template = style_files(name)
    label, fault = name, ""
    try:
        label = house_style(name).label
        check_style(name)
    except StyleError as error:
        fault = error.sentence
    return StyleState(name, label, words.parent == own_folder(), fault, words, template)


def check_style(name: str) -> HouseStyle:
    """Return a house style with which minutes can be written; StyleError says what is wrong or missing."""
    from copu_desk.writers import docx

    style = house_style(name)
    docx.check(style)
    return style


def duplicate_style(name: str, label: str) -> str:
    """Make a style of the user's own from another one, and return the name of the new one.

    StyleError if the other one cannot be used; WriteError if the files cannot be written.
    """
    source = check_style(name)
    label = " ".join(label.split()) or source.label
    known, stem = {one.casefold() for one in style_names()}, safe_name(label, name)
    new = next(  # of whatever case: most disks do not tell cases apart
        one for one in (stem, *(f"{stem}({number})" for number in range(2, 1000))) if one.casefold() not in known
    )
    disk.put_file(own_folder() / f"{new}.docx", source.template.read_bytes())
    disk.put_file(own_folder() / f"{new}.toml", _called(label, style_files(name)[0]))
    return new


def rename_style(name: str, label: str) -> None:
    """Call a style of the user's own something else; series that are set in it stay so.

    RequestError if it is a shipped one; WriteError if the file cannot be written.
    """
    words, _template = _own_files(name, Sentence("改名"))
    if label := " ".join(label.split()):
        disk.put_file(words, _called(label, words))


def words_of(name: str) -> str:
    """Return the words of a style as they stand in its file; ReadError if it cannot be read."""
    words, _template = style_files(name)
    try:
        return words.read_text(encoding="utf-8", errors="replace")
    except OSError as error:
        raise ReadError("打不开文件“{path}”。请检查是否有权限读它，或是否正被别的程序占用。", path=words) from error


def save_words(name: str, words: str) -> None:
    """Keep the words of a style of the user's own.

    StyleError says what is wrong with them, RequestError that it is a shipped one, WriteError that the file cannot be
    written; then nothing has changed.
    """
    file, _template = _own_files(name, Sentence("修改"))
    parse(words, file)
    disk.put_file(file, words.encode())


def _called(label: str, words: Path) -> bytes:
    """Return the words of a style with another label."""
    quoted = json.dumps(label, ensure_ascii=False)  # also a basic string of TOML
    return _LABEL.sub(lambda _: f"label = {quoted}", words.read_text(encoding="utf-8"), count=1).encode()


def _own_files(name: str, what: Sentence) -> tuple[Path, Path]:
    words, template = style_files(name)
    if words.parent != own_folder():
        raise RequestError("“{name}”是自带的版式，不能{what}。请先复制一个自己的。", name=name, what=what)
    return words, template


def users_of(library: Library, name: str) -> tuple[str, ...]:
    """Return the names of the series that are set in a style."""
    return tuple(one.name for one in library.series() if one.style == name)


def delete_style(library: Library, name: str) -> Path:
    """Put a style of the user's own away, and return the folder where its files are kept.

    RequestError if it is a shipped one, or if series are set in it; WriteError if the files cannot be moved.
    """
    files = _own_files(name, Sentence("删除"))
    if users := "".join(f"“{one}”" for one in users_of(library, name)):
        raise RequestError("例会系列{listed}正在用这个版式。请先给它换一个版式，再删除。", listed=users)
    folder = own_folder() / PUT_AWAY
    for file in files:
        if file.exists():
            disk.put_file(disk.free_name(folder / file.name), file.read_bytes())
    for file in files:
        disk.remove_file(file)
    return folder
