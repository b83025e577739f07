"""Business minutes as LibreOffice prints them; lengths in mm."""

import shutil
from datetime import date

import pytest
from printed import ink, pages, pdf_of

from copu_desk.compose import minutes
from copu_desk.model import Action, AgendaItem, Attendee, Decision, Meeting, Presence, Series
from copu_desk.paths import STYLES
from copu_desk.style import house_style
from copu_desk.writers import docx

pytestmark = pytest.mark.skipif(
    not (shutil.which("soffice") and shutil.which("pdftotext")), reason="LibreOffice or poppler's tools are not here"
)
STYLE = house_style("plain", STYLES)
MARGIN, WIDTH = 23, 164
MEETING = Meeting(
    date(2025, 12, 23),
    number=3,
    venue="三楼会议室",
    chair="韩知远",
    attendees=tuple(Attendee(f"人员{n}", f"第{n}中心", "主任", presence=Presence.ONSITE) for n in range(1, 61)),
    agenda=(AgendaItem(title="年度计划", decisions=(Decision("同意。"),)), AgendaItem(title="其他")),
    actions=(Action("起草细则", "苏棠", date(2025, 12, 30)),),
)


@pytest.fixture(scope="module")
def pdf(tmp_path_factory):
    data = docx.write(minutes.compose(MEETING, Series(name="远帆例会"), STYLE), STYLE)
    return pdf_of(tmp_path_factory.mktemp("plain"), data)


@pytest.fixture(scope="module")
def shown(pdf):
    return pages(pdf)


def test_the_head_of_a_table_is_on_each_of_its_pages(shown):
    heads = [line.words for page in shown for line in page if line.words.startswith("序号姓名")]
    assert heads == ["序号姓名单位职务到会"] * 3
    people = [line.words for page in shown for line in page if "中心主任" in line.words]
    assert people == [f"{n}人员{n}第{n}中心主任现场" for n in range(1, 61)]


def test_text_and_tables_keep_to_the_margins(pdf, shown):
    for number, page in enumerate(shown, 1):
        left, top, right, bottom = ink(pdf, number, (1, 1, 209, 296))
        assert left == pytest.approx(MARGIN, abs=2)
        assert right == pytest.approx(MARGIN + WIDTH, abs=2)
        assert top > 20
        assert bottom < 290
        assert page[-1].words == f"{number}/{len(shown)}"
        assert page[-1].right == pytest.approx(MARGIN + WIDTH, abs=0.5)


def test_who_does_what_by_when_stands_below_what_was_decided(shown):
    last = [line.words for line in shown[-1]]
    assert last.index("决议：同意。") < last.index("待办事项") < last.index("1起草细则苏棠12月30日")
