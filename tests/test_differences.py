"""Which paragraph became which, and which words within it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copu_desk.differences import Part, changes, pairs, parts

LINES = st.lists(st.text("甲乙丙，。 a", max_size=6), max_size=8)
WORDS = st.text("甲乙丙，。 a1", max_size=30)


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("abc", "abc", [(0, 0), (1, 1), (2, 2)]),
        (["会议讨论了年度计划。", "散会。"], ["会议讨论并通过了年度计划。", "散会。"], [(0, 0), (1, 1)]),
        (["一二三四五", "散会"], ["开场的话在前", "一二三四五", "散会"], [(None, 0), (0, 1), (1, 2)]),
        (["一二三四五", "要删的一段", "散会"], ["一二三四五", "散会"], [(0, 0), (1, None), (2, 1)]),
        (["同意。"], ["不予通过，下次再议"], [(0, 0)]),  # one paragraph in the place of one
        (["甲的意见是赞成这个办法"], ["新的一段", "甲的意见是不赞成这个办法"], [(None, 0), (0, 1)]),
        (["前半句话在这里。后半句话在那里。"], ["前半句话在这里。", "后半句话在那里。"], [(0, 0), (None, 1)]),
        ([], ["新"], [(None, 0)]),
        (["旧"], [], [(0, None)]),
    ],
)
def test_paragraphs_are_paired_by_what_they_say(old, new, expected):
    assert pairs(list(old), list(new)) == expected


@given(LINES, LINES)
def test_every_paragraph_stands_in_one_pair_in_order(old, new):
    made = pairs(old, new)
    assert [i for i, _ in made if i is not None] == list(range(len(old)))
    assert [j for _, j in made if j is not None] == list(range(len(new)))


@given(WORDS, WORDS)
def test_changes_turn_the_old_text_into_the_new_one(old, new):
    made, at = "", 0
    for start, end, words in changes(old, new):
        assert start >= at
        made, at = made + old[at:start] + words, end
    assert made + old[at:] == new
    assert (changes(old, new) == []) == (old == new)


@given(WORDS, WORDS)
def test_parts_hold_both_texts(old, new):
    made = parts(old, new)
    assert "".join(part.words for part in made if part.kind != "new") == old
    assert "".join(part.words for part in made if part.kind != "gone") == new


def test_parts_are_whole_words_and_no_confetti():
    assert parts("同意3票，反对12票。", "同意3票，反对8票。") == [
        Part("same", "同意3票，反对"),
        Part("gone", "12"),
        Part("new", "8"),
        Part("same", "票。"),
    ]
    assert parts("请甲的乙办理", "请丙的丁办理") == [
        Part("same", "请"),
        Part("gone", "甲的乙"),
        Part("new", "丙的丁"),
        Part("same", "办理"),
    ]


def test_long_texts_are_compared_too():
    old = [f"第{number}段，说的是{chr(0x4E00 + number)}和{chr(0x5E00 + number)}。" for number in range(700)]
    new = [line.replace("，", "、") for line in old]
    assert pairs(old, new) == [(row, row) for row in range(700)]
    assert parts("甲" * 30_000, "乙" * 30_000) == [Part("gone", "甲" * 30_000), Part("new", "乙" * 30_000)]
    assert changes("甲" * 30_000, "甲" * 29_999 + "乙") == [(29_999, 30_000, "乙")]
