"""Whatever a meeting is called, its file gets a name that every system takes."""

from pathlib import Path, PureWindowsPath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copu_desk.file_names import LONGEST, safe_name


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("2025-09-02 远帆例会第3次纪要", "2025-09-02 远帆例会第3次纪要"),
        ("../../x", "_.._x"),
        ("C:\\纪要|定稿?", "C__纪要_定稿_"),
        ("CON", "_CON"),
        ("nul.docx", "_nul.docx"),
        ("CONTRACT", "CONTRACT"),
        ("纪要。 . ", "纪要。"),
        ("甲\u202e乙\u200b丙\n丁", "甲乙丙 丁"),
        ("\udc80", "未命名"),
        ("...", "未命名"),
        ("", "未命名"),
    ],
)
def test_names_are_made_fit(words, name):
    assert safe_name(words) == name


def test_three_hundred_characters_are_cut_between_characters():
    name = safe_name("会" * 300)
    assert set(name) == {"会"}
    assert len(name.encode()) in range(LONGEST - 3, LONGEST + 1)


@given(st.text(st.characters(), max_size=300))
def test_any_words_make_a_name_that_can_be_a_file(tmp_path_factory, words):
    name = safe_name(words)
    assert name == safe_name(name)
    assert Path(name).name == name == PureWindowsPath(name).name
    folder = tmp_path_factory.getbasetemp()
    path = folder / f"{name}.part"
    path.write_bytes(b"x")
    assert path in set(folder.iterdir())
    path.unlink()
