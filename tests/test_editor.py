"""When the editor saves: at once, and with rests where saving is slow."""

from dataclasses import replace
from datetime import date
from time import sleep

import pytest

from copu_desk.errors import LibraryError
from copu_desk.gui.editor import SLOWEST_MS, Editor
from copu_desk.model import Meeting

START = Meeting(date(2025, 5, 6))


class Keeper:
    """Keeps states in memory; a saving takes some seconds or fails."""

    def __init__(self, seconds: float = 0) -> None:
        self.kept, self.seconds, self.broken = [], seconds, False

    def save(self, now, _before=None):
        if self.broken:
            raise LibraryError("磁盘满了。")
        sleep(self.seconds)
        self.kept.append(now)


@pytest.fixture
def opened(qapp):
    def open_on(keeper: Keeper) -> Editor:
        editor = Editor(keeper, START, qapp)
        editor.open(START)
        return editor

    return open_on


def say(editor: Editor, words: str) -> None:
    editor.change(replace(editor.meeting, remarks=words), "备注", ("remarks",))


def test_each_change_is_saved_as_soon_as_the_window_has_drawn_it(opened, qapp):
    keeper = Keeper()
    editor = opened(keeper)
    for words in ("开", "开源", "开源治理"):
        say(editor, words)
        assert not keeper.kept or keeper.kept[-1] is not editor.meeting  # not within the key itself
        while editor._clock.isActive():
            qapp.processEvents()
        assert keeper.kept[-1] is editor.meeting
    assert len(keeper.kept) == 3


def test_where_saving_is_slow_several_changes_are_saved_as_one(opened, qtbot):
    keeper = Keeper(seconds=0.02)
    editor = opened(keeper)
    say(editor, "一")
    qtbot.waitUntil(lambda: len(keeper.kept) == 1)
    for words in ("一二", "一二三", "一二三四"):
        say(editor, words)
        qtbot.wait(5)
    assert 200 <= editor._rest_ms <= SLOWEST_MS
    qtbot.waitUntil(lambda: keeper.kept[-1] is editor.meeting)
    assert len(keeper.kept) == 2


def test_what_failed_is_tried_again_and_the_newest_is_kept(opened, qtbot, monkeypatch):
    monkeypatch.setattr("copu_desk.gui.editor.RETRY_AFTER_MS", 20)
    keeper = Keeper()
    editor = opened(keeper)
    keeper.broken = True
    with qtbot.waitSignal(editor.failed):
        say(editor, "一")
    say(editor, "一二")
    keeper.broken = False
    with qtbot.waitSignal(editor.saved):
        pass
    assert keeper.kept == [editor.meeting]


def test_what_fails_at_once_is_tried_again_as_soon_as_a_change_would_be_saved(opened, qtbot):
    keeper = Keeper()
    editor = opened(keeper)
    keeper.broken = True
    with qtbot.waitSignal(editor.failed):
        say(editor, "一")
    assert editor._clock.interval() == SLOWEST_MS


def test_what_is_typed_right_after_an_undo_can_be_undone_to_what_was_there_then(opened):
    editor = opened(Keeper())
    say(editor, "甲")
    editor.rest()  # a pause
    say(editor, "甲乙")
    editor.history.undo()
    say(editor, "甲丙")
    editor.history.undo()
    assert editor.meeting.remarks == "甲"


def test_what_a_cell_gives_while_the_state_of_another_program_is_shown_is_saved_after_it(opened, qtbot):
    keeper = Keeper()
    editor = opened(keeper)
    theirs = replace(START, venue="三楼")
    said = []

    def give(_before, after):
        if after is theirs and not said:
            said.append("窗口")
            say(editor, "窗口")

    editor.changed.connect(give)
    editor.adopt(theirs, "别处的改动")
    assert editor.meeting == replace(theirs, remarks="窗口")
    qtbot.waitUntil(lambda: editor.all_saved, timeout=2000)
    assert keeper.kept == [editor.meeting]
