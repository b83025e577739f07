"""A house style is two files that somebody may edit; whatever is wrong with them is said in words."""

import shutil
from io import BytesIO
from zipfile import ZipFile

import make_templates
import pytest
from docx import Document as Word

from copu_desk.errors import StyleError
from copu_desk.paths import STYLES
from copu_desk.style import ALL_STYLES, STYLE_NAMES, fill, han, house_style, name_in_word, style_names

SHIPPED = style_names()


@pytest.fixture
def folder(tmp_path):
    for path in STYLES.glob("copu.*"):
        shutil.copy(path, tmp_path)
    return tmp_path


@pytest.mark.parametrize("name", SHIPPED)
def test_each_shipped_style_can_be_read_and_its_template_has_every_named_style(name):
    style = house_style(name)
    named = {one.name.lower() for one in Word(str(style.template)).styles}
    assert {one.lower() for one in ALL_STYLES} <= named
    assert style.label


def test_copu_is_the_style_by_default():
    assert "copu" in SHIPPED
    assert house_style().name == "copu"
    assert house_style() == house_style("copu")


@pytest.mark.parametrize("name", SHIPPED)
def test_the_shipped_templates_are_what_their_script_makes(name):
    made = ZipFile(BytesIO(make_templates.make(make_templates.HOUSES[name])))
    shipped = ZipFile(STYLES / f"{name}.docx")
    assert made.namelist() == shipped.namelist()
    for part in made.namelist():
        assert made.read(part) == shipped.read(part), part


def test_styles_of_our_own_do_not_take_the_names_of_words_own():
    # what a Chinese Word calls its built-in styles; one of ours of that name would be taken for them
    taken = "正文 标题 副标题 引用 明显引用 列表 列表段落 题注 页脚 页眉 签名 日期 称呼 结束语 强调 要点 书目 目录 索引"
    assert not set(taken.split()) & {name for name in ALL_STYLES if not name.isascii()}
    assert name_in_word("heading 2") == "标题 2"
    assert name_in_word("导语") == "导语"
    assert len(set(STYLE_NAMES.values())) == len(STYLE_NAMES)


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ('decision = "决议:"', "", "copu.toml 里缺少“decision”"),
        ('decision = "决议:"', "decision = 5", "copu.toml 里的“decision”写得不对：要写成引号里的文字"),
        ("opening_joins_lead = true", 'opening_joins_lead = "yes"', "“opening_joins_lead”写得不对：要写true 或 false"),
        ('label = "COPU 例会纪要"', 'label = "x"\ncolour = "red"', "copu.toml 里有不认识的“colour”"),
        ('label = "COPU 例会纪要"', 'label = "x"\nname = "y"', "不认识的“name”"),
        ('online = "(线上)"', 'online = "(线上)"\nabove = "x"', "不认识的“above”"),
        ('online = "(线上)"', "", "缺少“online”"),
        ('"facts"', '"fakts"', "“parts”里有不认识的部分“fakts”"),
        ("parts = [", 'parts = "title"\nother = [', "“other”"),
        ("{chair}主持", "{chairman}主持", "“opening”里不能填“{chairman}”"),
        ("({organization})", "({year})", "“namesake”里不能填“{year}”"),
        ("[attendance] ", "[attendees] ", "不认识的“attendees”"),
        ("label =", "[[[ label =", "copu.toml 读不懂"),
    ],
)
def test_a_style_file_that_is_wrong_says_where(folder, old, new, words):
    path = folder / "copu.toml"
    before = path.read_text(encoding="utf-8")
    assert old in before
    path.write_text(before.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(StyleError) as caught:
        house_style("copu", folder)
    assert words in str(caught.value)


def test_a_style_file_that_is_no_text_says_so(folder):
    (folder / "copu.toml").write_bytes(b"label = \xff\xfe")
    with pytest.raises(StyleError, match=r"copu\.toml 读不懂"):
        house_style("copu", folder)


@pytest.mark.parametrize("name", ["没有", "../styles/copu", "", "a\0b", "COPU/"])
def test_a_style_that_is_not_there_is_said_to_be_missing_and_the_others_are_named(folder, name):
    with pytest.raises(StyleError, match=r"没有名为.*可以用：copu"):
        house_style(name, folder)


def test_a_style_without_its_template_says_which_file_is_missing(folder):
    (folder / "copu.docx").unlink()
    with pytest.raises(StyleError, match=r"缺少它的 Word 模板 copu\.docx"):
        house_style("copu", folder)


def test_a_part_with_a_question_mark_is_offered_but_not_printed(folder):
    path = folder / "copu.toml"
    path.write_text(path.read_text(encoding="utf-8").replace('"facts"', '"facts?"'), encoding="utf-8")
    style = house_style("copu", folder)
    assert "facts" not in style.parts
    assert style.offered.index("facts") == style.offered.index("title") + 1
    assert [part for part in style.offered if part not in ("facts", "absent", "unmarked")] == list(style.parts)


def test_patterns_are_filled_and_what_is_not_known_stays():
    assert fill("{a:02}-{b}-{c}-{a.b}-{", {"a": 5, "b": "x"}) == "05-x-{c}-{a.b}-{"
    assert fill("{a}", {"a": "{b}", "b": "no"}) == "{b}"


def test_numbers_are_written_in_chinese():
    written = {1: "一", 9: "九", 10: "十", 11: "十一", 20: "二十", 99: "九十九", 100: "100", 0: "0"}
    assert {number: han(number) for number in written} == written
