"""Put the sheets of the attendance workbook together."""

from dataclasses import replace
from datetime import date, datetime

from copu_desk import dates
from copu_desk.attendance import Period, Row
from copu_desk.compose.attendance import charts, lists, matrix, summaries
from copu_desk.sentences import Sentence
from copu_desk.sheet import Workbook


def compose(period: Period, created: datetime | None = None) -> Workbook:
    """Return the workbook; created is the moment of making."""
    empty: list[None] = [None] * len(period.meetings)
    nobody = Row("", "", "", "", tuple(empty), tuple(empty))
    filled = replace(period, rows=period.rows or (nobody,))  # formulas need a row to count
    words = title(period)
    return Workbook(
        (
            matrix.compose(filled, words),
            summaries.people(filled, words),
            summaries.meetings(filled, words),
            summaries.organizations(filled, words),
            charts.compose(filled, words),
            lists.detail(filled),
            lists.notes(period, words, created),
        ),
        names=matrix.names(filled),
        title=words,
        author=period.series_name,
        subject="考勤表",
        created=created,
    )


def title(period: Period) -> Sentence:
    """Return what the workbook is called: 远帆例会考勤表（2025年9月2日—2025年9月16日）."""
    days = [meeting.held_on for meeting in period.meetings] or [date.min]
    since, until = period.since or min(days), period.until or max(days)
    begin, end = dates.told(since), dates.told(until)
    if not period.series_name:
        return Sentence("考勤表（{since}—{until}）", since=begin, until=end)
    return Sentence("{series}考勤表（{since}—{until}）", series=period.series_name, since=begin, until=end)
