"""The rules of editing a body."""

from hypothesis import given
from hypothesis import strategies as st
from values import BLOCK, BODY, SPANS

from copu_desk.document import (
    Heading,
    ListItem,
    PageBreak,
    Paragraph,
    Picture,
    Span,
    Table,
    Turn,
    plain_body,
    spans,
    text,
    words_of,
)
from copu_desk.editing import (
    as_kind,
    bare,
    dressed,
    found,
    indented,
    is_object,
    joined,
    length,
    numbers,
    replaced,
    shown,
    spliced,
)

KIND = st.sampled_from(
    [
        Paragraph(()), Heading((), 1), Heading((), 3), Paragraph((), "quote"), Turn("", ()), ListItem(()),
        ListItem((), ordered=True),
    ]
)  # fmt: skip


def letters(body):
    return "".join(words_of(shown(block)) for block in body)


@given(block=BLOCK)
def test_a_block_undressed_and_dressed_again_reads_the_same(block):
    if not is_object(block):
        again = dressed(bare(block), shown(block))
        assert joined(shown(again)) == joined(shown(block))
        assert type(again) is type(block)


@given(block=BLOCK, kind=KIND)
def test_another_kind_keeps_every_word(block, kind):
    turned = as_kind(block, kind)
    said, was = words_of(shown(turned)), words_of(shown(block))
    if isinstance(kind, ListItem):
        assert was.endswith(said)  # the typed marker gives way to the automatic one
    else:
        assert was in said


def test_kinds_that_are_read_from_the_words():
    assert as_kind(text("张三：您好"), Turn("", ())) == Turn("张三", spans("您好"))
    assert as_kind(text("1. 补漏洞"), ListItem((), ordered=True)) == ListItem(spans("补漏洞"), 0, ordered=True)
    assert as_kind(text("（二）补漏洞"), ListItem(())) == ListItem(spans("补漏洞"))
    assert dressed(Turn("张三", ()), spans("李四: 好")) == Turn("李四", spans("好"), ": ")
    assert dressed(Turn("张三", ()), spans("好")) == text("好")
    assert dressed(ListItem((), 1, True, "1."), spans("2、乙")) == ListItem(spans("乙"), 1, True, "2、")
    assert dressed(ListItem((), 1, True, "1."), spans("乙")) == text("乙")


def test_list_items_are_numbered_as_they_stand():
    one, deep, bullet = ListItem((), ordered=True), ListItem((), 1, ordered=True), ListItem(())
    body = (one, deep, deep, one, text(""), one, bullet, one)
    assert [numbers(body, row) for row in (0, 1, 2, 3, 5, 6, 7)] == [1, 1, 2, 2, 1, 1, 1]
    assert indented(one, 1) == deep
    assert indented(one, -1) == one
    assert indented(Heading((), 4), 1) == Heading((), 4)


@given(body=BODY, inserted=BODY, data=st.data())
def test_splicing_keeps_every_letter_outside_the_selection(body, inserted, data):
    whole = body or (Paragraph(()),)
    spots = sorted(
        data.draw(
            st.tuples(*[st.integers(0, len(whole) - 1).flatmap(
                lambda row: st.tuples(st.just(row), st.integers(0, length(whole[row])))
            )] * 2)
        )
    )  # fmt: skip
    start, end = spots
    made, spot = spliced(body, start, end, inserted)
    before = letters(whole[: start[0]]) + words_of(shown(whole[start[0]]))[: start[1]]
    after = words_of(shown(whole[end[0]]))[end[1] :] + letters(whole[end[0] + 1 :])
    assert letters(made) == before + letters(inserted) + after
    assert 0 <= spot[0] < len(made)
    assert 0 <= spot[1] <= length(made[spot[0]])


def test_paste_runs_together_with_the_words_around():
    body = (Heading(spans("开头结尾"), 2),)
    assert spliced(body, (0, 2), (0, 2), (text("中"),)) == ((Heading(spans("开头中结尾"), 2),), (0, 3))
    assert spliced(body, (0, 2), (0, 2), (text("甲"), text("乙"))) == (
        (Heading(spans("开头甲"), 2), text("乙结尾")), (1, 1),
    )  # fmt: skip
    table = Table(((spans("a"),),))
    assert spliced(body, (0, 4), (0, 4), (table,)) == ((*body, table, Paragraph(())), (2, 0))
    assert spliced(body, (0, 0), (0, 2), ()) == ((Heading(spans("结尾"), 2),), (0, 0))


def test_words_are_found_going_round_in_either_direction_and_in_objects():
    body = (text("开源Open"), Table(((spans("open"),),)), text("OPEN 与 open"))
    places = [((0, 2), (0, 6)), ((1, 0), (1, 1)), ((2, 0), (2, 4)), ((2, 7), (2, 11))]
    spot, walked = (0, 0), []
    for _ in range(5):
        place = found(body, "open", spot)
        walked.append(place)
        spot = place[1]
    assert walked == [*places, places[0]]
    assert found(body, "open", (2, 7), -1) == places[2]
    assert found(body, "open", (0, 0), -1) == places[3]
    assert found(body, "无", (0, 0)) is None
    assert found(body, "", (0, 0)) is None


def test_replacing_keeps_faces_and_reaches_tables_and_captions():
    body = (
        Paragraph((Span("旧"), Span("旧事", bold=True))),
        Table(((spans("旧"),),)),
        Picture("00", caption="旧照"),
        PageBreak(),
    )
    made, count = replaced(body, "旧", "新版")
    assert count == 4
    assert made == (
        Paragraph((Span("新版"), Span("新版事", bold=True))),
        Table(((spans("新版"),),)),
        Picture("00", caption="新版照"),
        PageBreak(),
    )
    assert replaced(body, "", "x") == (body, 0)


@given(body=BODY, spans_=SPANS)
def test_replacing_a_word_by_itself_changes_nothing_that_is_read(body, spans_):
    words = words_of(spans_)[:2]
    made, _ = replaced(body, words, words)
    assert plain_body(made).lower() == plain_body(body).lower() or words.lower() != words
