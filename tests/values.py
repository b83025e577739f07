"""Hypothesis strategies for every value of the model, with all that text can hold."""

from hypothesis import strategies as st

from copu_desk import model
from copu_desk.document import Heading, ListItem, PageBreak, Paragraph, Picture, Span, Table, Turn, clean

# Text as it is after the door: emoji, characters beyond the BMP, right-to-left, ideographic and no-break spaces.
TEXT = st.one_of(
    st.text(st.characters(exclude_categories=["Cs"]), max_size=30).map(clean),
    st.sampled_from(
        ["", "会议", "𠮷野家", "👩‍👩‍👧‍👦", "שלום عليكم", "\u3000首行", "a\u00a0b", "第一行\n第二行", "=1+1", "%_\\'\""]
    ),
)
SPANS = st.lists(
    st.builds(
        Span,
        TEXT,
        bold=st.booleans(),
        italic=st.booleans(),
        underline=st.booleans(),
        script=st.sampled_from(["", "super", "sub"]),
        link=TEXT,
    ),
    max_size=3,
).map(tuple)
ROLES = ["body", "quote", "title", "lead", "note"]
BLOCK = st.one_of(
    st.builds(Heading, SPANS, st.integers(1, 4)),
    st.builds(Paragraph, SPANS, st.sampled_from(ROLES)),
    st.builds(Turn, TEXT, SPANS, st.sampled_from(["：", ":", ": ", " : "])),
    st.builds(ListItem, SPANS, st.integers(0, 8), st.booleans(), TEXT),
    st.builds(
        Table, st.lists(st.lists(SPANS, min_size=1, max_size=2).map(tuple), max_size=2).map(tuple), st.integers(0, 1)
    ),
    st.builds(Picture, TEXT, TEXT, TEXT, st.floats(0, 156)),
    st.just(PageBreak()),
)
BODY = st.lists(BLOCK, max_size=4).map(tuple)
ID = st.uuids().map(lambda made: made.hex)
DAY = st.dates()
TIME = st.none() | st.times()


def _several(records):
    return st.lists(records, max_size=3, unique_by=lambda record: record.id).map(tuple)


VOTES = st.none() | st.builds(model.Votes, *[st.integers(0, 999)] * 3)
DECISION = st.builds(model.Decision, TEXT, VOTES, ID)
ITEM = st.builds(
    model.AgendaItem,
    title=TEXT,
    section=TEXT,
    kind=st.sampled_from(model.ItemKind),
    presenter=TEXT,
    planned_minutes=st.integers(0, 600),
    started=TIME,
    ended=TIME,
    lead=TEXT,
    discussion=BODY,
    decisions=_several(DECISION),
    id=ID,
)
ATTENDEE = st.builds(
    model.Attendee,
    name=TEXT,
    organization=TEXT,
    title=TEXT,
    capacity=st.sampled_from(model.Capacity),
    presence=st.sampled_from(model.Presence),
    arrived=TIME,
    arrived_item=TEXT,
    left=TIME,
    left_item=TEXT,
    note=TEXT,
    person=TEXT,
    id=ID,
)
ACTION = st.builds(
    model.Action,
    what=TEXT,
    owner=TEXT,
    due=st.none() | DAY,
    due_words=TEXT,
    status=st.sampled_from(model.ActionStatus),
    closed_in=TEXT,
    origin=TEXT,
    item=TEXT,
    id=ID,
)
ESSAY = st.builds(
    model.Essay,
    title=TEXT,
    author=TEXT,
    date=TEXT,
    source=TEXT,
    kind=st.sampled_from(model.EssayKind),
    item=TEXT,
    body=BODY,
    id=ID,
)
CONNECTION = st.builds(
    model.Connection,
    name=TEXT,
    account=TEXT,
    organization=TEXT,
    role=TEXT,
    joined=st.none() | st.datetimes(),
    left=st.none() | st.datetimes(),
    seconds=st.none() | st.integers(0, 10**6),
    file=TEXT,
    digest=TEXT,
    sheet=TEXT,
    row=st.integers(0, 10**6),
    attendees=st.lists(ID, max_size=2).map(tuple),
    id=ID,
)
ORIGINAL = st.builds(
    model.Original,
    name=TEXT,
    kind=st.sampled_from(model.OriginalKind),
    digest=TEXT,
    size=st.integers(0, 10**9),
    moment=st.none() | st.datetimes(),
    id=ID,
)
MEMBERSHIP = st.builds(model.Membership, TEXT, st.none() | DAY, st.none() | DAY, ID)
PERSON = st.builds(
    model.Person,
    name=TEXT,
    organization=TEXT,
    title=TEXT,
    capacity=st.sampled_from(model.Capacity),
    aliases=st.lists(TEXT, max_size=2).map(tuple),
    pinyin=TEXT,
    note=TEXT,
    memberships=_several(MEMBERSHIP),
    id=ID,
)
SERIES = st.builds(
    model.Series,
    copies=TEXT,
    name=TEXT,
    style=TEXT,
    title_pattern=TEXT,
    number_by_year=st.booleans(),
    venue=TEXT,
    platform=TEXT,
    link=TEXT,
    chair=TEXT,
    recorder=TEXT,
    id=ID,
)
MEETING = st.builds(
    model.Meeting,
    held_on=DAY,
    series=TEXT,
    number=st.integers(0, 9999),
    title=TEXT,
    start=TIME,
    end=TIME,
    venue=TEXT,
    platform=TEXT,
    link=TEXT,
    chair=TEXT,
    recorder=TEXT,
    opening=TEXT,
    preamble=BODY,
    closing=BODY,
    postscript=BODY,
    classification=TEXT,
    remarks=TEXT,
    copies=TEXT,
    status=st.sampled_from(model.Status),
    scratch=TEXT,
    attendees=_several(ATTENDEE),
    agenda=st.lists(ITEM, max_size=3, unique_by=lambda record: record.id).map(tuple),
    actions=_several(ACTION),
    essays=_several(ESSAY),
    connections=_several(CONNECTION),
    originals=_several(ORIGINAL),
    id=ID,
)
