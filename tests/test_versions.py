"""Versions of meetings: kept at moments worth going back to, the same again, and thinned as they grow old."""

import time
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from values import MEETING

from copu_desk.document import text
from copu_desk.errors import LibraryError, RequestError
from copu_desk.library import Library, VersionKind
from copu_desk.library.versions import ALL_OF_THE_LAST, Version, outgrown
from copu_desk.model import Essay, Meeting

NOW = datetime(2026, 3, 31, 15, 0, tzinfo=UTC)
PLAIN = Meeting(held_on=date(2025, 9, 2), title="一", essays=(Essay(title="附文", body=(text("正文"),)),), scratch="私")


@pytest.fixture
def library(tmp_path):
    with Library(tmp_path / "library.copu") as opened:
        yield opened


@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(meeting=MEETING)
def test_any_meeting_comes_back_from_its_version(library, meeting):
    library.save(meeting)
    version = library.keep_version(meeting, VersionKind.EDIT)
    kept = version or library.versions(meeting.id)[0]
    assert library.version(kept.id) == meeting


def test_versions_come_newest_first_with_what_they_are(library):
    library.save(PLAIN)
    final = replace(PLAIN, title="二")
    library.keep_version(PLAIN, VersionKind.IMPORT, "旧纪要.docx", NOW)
    library.keep_version(final, VersionKind.FINAL, "", NOW + timedelta(minutes=9))
    found = library.versions(PLAIN.id)
    assert [(one.kind, one.reason, one.moment) for one in found] == [
        (VersionKind.FINAL, "", NOW + timedelta(minutes=9)),
        (VersionKind.IMPORT, "旧纪要.docx", NOW),
    ]
    assert library.version(found[1].id) == PLAIN
    assert library.version(found[0].id) == final


def test_equal_states_are_kept_once_and_editing_keeps_none_twice(library):
    library.save(PLAIN)
    assert library.keep_version(PLAIN, VersionKind.EDIT)
    assert library.keep_version(PLAIN, VersionKind.EDIT) is None
    assert library.keep_version(PLAIN, VersionKind.EXPORT, "纪要.docx")
    assert len({one.hash for one in library.versions(PLAIN.id)}) == 1
    assert library._db.execute("SELECT count(*) FROM snapshots").fetchone() == (1,)


def test_a_damaged_or_missing_version_is_told_of(library):
    library.save(PLAIN)
    version = library.keep_version(PLAIN, VersionKind.EDIT)
    library._db.execute("UPDATE snapshots SET data = ?", [b"torn"])
    with pytest.raises(LibraryError, match="损坏"):
        library.version(version.id)
    with pytest.raises(RequestError, match="版本"):
        library.version(version.id + 1)


def test_thinning_removes_the_state_with_its_last_version_and_never_a_final_one(library):
    library.save(PLAIN)
    day = NOW - timedelta(days=20)
    for minutes in range(0, 60, 5):
        library.keep_version(replace(PLAIN, title=str(minutes)), VersionKind.EDIT, "", day + timedelta(minutes=minutes))
    library.keep_version(replace(PLAIN, title="定稿"), VersionKind.FINAL, "", day + timedelta(minutes=7))
    assert library.thin_versions(NOW) == 10
    left = [library.version(one.id).title for one in library.versions(PLAIN.id)]
    assert sorted(left) == ["0", "55", "定稿"]  # the first, the newest of its day, the final one
    assert library._db.execute("SELECT count(*) FROM snapshots").fetchone() == (3,)
    assert library.thin_versions(NOW) == 0


@given(
    minutes=st.lists(st.integers(0, 2_000_000), max_size=60, unique=True),
    kinds=st.lists(st.sampled_from(VersionKind), min_size=60, max_size=60),
)
def test_what_thinning_promises_holds_for_any_history(minutes, kinds):
    ages = sorted(minutes, reverse=True)
    versions = [
        Version(number, "m", NOW - timedelta(minutes=age), kinds[number], "", str(number))
        for number, age in enumerate(ages)
    ]
    gone = {one.id for one in outgrown(versions, NOW)}
    left = [one for one in versions if one.id not in gone]
    assert versions[-1:] == left[-1:]
    assert versions[:1] == left[:1]
    assert all(one in left for one in versions if one.kind is VersionKind.FINAL)
    assert all(one in left for one in versions if NOW - one.moment <= ALL_OF_THE_LAST)
    weeks = {one.moment.isocalendar()[:2] for one in versions}
    assert {one.moment.isocalendar()[:2] for one in left} == weeks  # no week is without a version
    assert not outgrown(left, NOW)


def test_purging_a_meeting_takes_its_versions_along(library):
    library.save(PLAIN)
    library.keep_version(PLAIN, VersionKind.EDIT)
    library.delete(PLAIN.id)
    (trashed,) = library.trash()
    library.purge(trashed)
    for table in ("meetings", "essays", "versions", "snapshots"):
        assert library._db.table(table).count == 0


def test_a_version_is_small(library):
    long = replace(
        PLAIN, essays=(Essay(body=tuple(text(f"第{n}段，" + "会议要求认真落实。" * 40) for n in range(60))),)
    )
    library.save(long)
    library.keep_version(long, VersionKind.EDIT)
    (size,) = library._db.execute("SELECT length(data) FROM snapshots").fetchone()
    assert size < 20_000  # of 22,000 characters


@pytest.mark.skipif(not hasattr(time, "tzset"), reason="this system's time zone is the user's")
def test_the_last_of_a_day_is_that_of_the_day_where_one_writes(monkeypatch):
    monkeypatch.setenv("TZ", "Asia/Shanghai")
    time.tzset()
    try:
        old = NOW - timedelta(days=10)
        late, early = (datetime(old.year, old.month, old.day, hour, tzinfo=UTC) for hour in (10, 17))  # 18:00, 01:00
        versions = [
            Version(number, "m", moment, VersionKind.EDIT, "", str(number))
            for number, moment in enumerate((late - timedelta(30), late, early, early + timedelta(hours=7)), 1)
        ]
        assert [one.id for one in outgrown(versions, NOW)] == [3]
    finally:
        monkeypatch.undo()
        time.tzset()
