"""A secretary makes a house style of her own: copy one, change it in Word, choose it for a series, put it away."""

import json
import shutil
from datetime import date
from io import BytesIO
from zipfile import ZipFile

import make_templates
import pytest
from docx import Document as Word
from docx.shared import Pt
from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QDialogButtonBox, QInputDialog, QMessageBox

from copu_desk import cli, desk, paths
from copu_desk.desk.styles import PUT_AWAY
from copu_desk.errors import RequestError, StyleError, WriteError
from copu_desk.gui.series_dialog import SeriesDialog
from copu_desk.gui.styles_dialog import StylesDialog
from copu_desk.gui.words_dialog import WordsDialog
from copu_desk.library import Library
from copu_desk.model import Meeting, Series
from copu_desk.style import house_style, style_labels, style_names


@pytest.fixture(autouse=True)
def data(tmp_path, monkeypatch):
    """Keep the user's own files apart."""
    monkeypatch.setattr(paths, "data_folder", lambda: tmp_path / "data")
    return tmp_path / "data"


@pytest.fixture
def library(tmp_path):
    with Library(tmp_path / "a.copu") as opened:
        opened.save_series((Series(name="远帆例会", style="copu", id="s1"),))
        opened.save(Meeting(held_on=date(2025, 9, 2), series="s1", id="m1"))
        yield opened


def test_a_copy_changed_in_word_shows_in_the_minutes(library, data, tmp_path):
    name = desk.duplicate_style("copu", "办公室 纪要")
    assert style_labels()[name] == "办公室 纪要"
    template = data / "styles" / f"{name}.docx"
    word = Word(str(template))
    word.styles["纪要正文"].font.size = Pt(18)
    word.save(str(template))
    made = desk.export_minutes(library, "m1", tmp_path / "a.docx", name)
    assert Word(str(made)).styles["纪要正文"].font.size.pt == 18
    assert Word(str(desk.export_minutes(library, "m1", tmp_path / "b.docx"))).styles["纪要正文"].font.size.pt == 14


def test_words_of_a_copy_are_its_own(data):
    name = desk.duplicate_style("copu", "自己的")
    words = data / "styles" / f"{name}.toml"
    words.write_text(words.read_text(encoding="utf-8").replace("参会人员:", "到会："), encoding="utf-8")
    assert house_style(name).attendance.members == "到会："
    assert house_style("copu").attendance.members == "参会人员:"


@pytest.mark.parametrize("label", ["a/b", 'with "quotes" and \\', "CON", "  两  个空格 ", "x" * 300, "𠮷"])
def test_any_label_makes_a_style_that_serves(label):
    name = desk.duplicate_style("plain", label)
    assert desk.check_style(name).label == " ".join(label.split())


def test_copies_of_one_name_stand_beside_each_other():
    names = [desk.duplicate_style("gbt9704", "公文") for _ in range(3)]
    assert names == ["公文", "公文(2)", "公文(3)"]
    assert desk.duplicate_style("copu", "copu") == "copu(2)"
    assert desk.duplicate_style("plain", "COPU") == "COPU(3)"  # most disks would take COPU for the shipped copu
    assert {one.name for one in desk.style_states() if one.is_own} == {*names, "copu(2)", "COPU(3)"}
    assert not [one.fault for one in desk.style_states() if one.fault]


def test_a_copy_can_be_copied_renamed_and_put_away(library, data):
    name = desk.duplicate_style(desk.duplicate_style("copu", "甲"), "乙")
    desk.rename_style(name, "丙")
    assert style_labels()[name] == "丙"
    assert name == "乙"
    kept = desk.delete_style(library, name)
    assert name not in style_names()
    assert {path.name for path in kept.iterdir()} == {"乙.toml", "乙.docx"}
    assert kept == data / "styles" / PUT_AWAY
    desk.delete_style(library, desk.duplicate_style("copu", "乙"))
    assert {path.name for path in kept.iterdir()} == {"乙.toml", "乙.docx", "乙(2).toml", "乙(2).docx"}


def test_a_style_in_use_and_a_shipped_one_are_not_deleted(library):
    name = desk.duplicate_style("copu", "甲")
    before = library.series()
    library.save_series((Series(name="远帆例会", style=name, id="s1"),), before)
    with pytest.raises(RequestError, match="例会系列“远帆例会”正在用这个版式"):
        desk.delete_style(library, name)
    assert name in style_names()
    for task in (lambda: desk.delete_style(library, "copu"), lambda: desk.rename_style("copu", "x")):
        with pytest.raises(RequestError, match="“copu”是自带的版式"):
            task()


def without_style(template, name):
    """Rename a style of a template, as somebody might in Word."""
    with ZipFile(template) as source:
        known = {one: source.read(one) for one in source.namelist()}
    changed = known["word/styles.xml"].decode().replace(f'<w:name w:val="{name}"/>', '<w:name w:val="别的"/>')
    with ZipFile(template, "w") as target:
        for one, words in known.items():
            target.writestr(one, changed.encode() if one == "word/styles.xml" else words)


def test_a_copy_that_lacks_a_style_is_refused_and_the_style_is_named(library, data, tmp_path):
    name = desk.duplicate_style("gbt9704", "公文")
    without_style(data / "styles" / "公文.docx", "纪要标志")
    state = next(one for one in desk.style_states() if one.name == name)
    assert "缺少样式“纪要标志”" in state.fault
    for task in (
        lambda: desk.export_minutes(library, "m1", tmp_path / "a.docx", name),
        lambda: desk.duplicate_style(name, "乙"),
    ):
        with pytest.raises(StyleError, match="缺少样式“纪要标志”"):
            task()
    assert not (tmp_path / "a.docx").exists()
    assert "乙" not in style_names()


@pytest.mark.parametrize(
    ("spoil", "words"),
    [
        (lambda folder: (folder / "甲.docx").write_bytes(b"PK"), "模板打不开"),
        (lambda folder: (folder / "甲.docx").unlink(), "缺少它的 Word 模板"),
        (lambda folder: (folder / "甲.toml").write_text("label = ", encoding="utf-8"), "读不懂"),
        (lambda folder: (folder / "甲.toml").write_text("", encoding="utf-8"), "缺少“label”"),
    ],
)
def test_whatever_is_wrong_with_a_copy_is_said_and_the_others_serve(library, data, spoil, words):
    desk.duplicate_style("copu", "甲")
    spoil(data / "styles")
    faults = {one.name: one.fault for one in desk.style_states()}
    assert words in faults["甲"]
    assert not any(fault for name, fault in faults.items() if name != "甲")
    desk.delete_style(library, "甲")
    assert "甲" not in style_names()


def test_a_style_made_by_an_earlier_version_still_serves(data):
    """It has only the words that there were from the beginning."""
    desk.duplicate_style("copu", "旧")
    words = data / "styles" / "旧.toml"
    kept = words.read_text(encoding="utf-8").split("[notice]")[0]
    words.write_text(kept, encoding="utf-8")
    assert desk.check_style("旧").annexes.note == "附件："


def test_a_file_of_the_users_own_comes_before_a_shipped_one(data):
    folder = data / "styles"
    folder.mkdir(parents=True)
    for path in paths.STYLES.glob("plain.*"):
        shutil.copy(path, folder)
    assert house_style("plain").template == folder / "plain.docx"
    assert next(one for one in desk.style_states() if one.name == "plain").is_own


def test_a_folder_that_cannot_be_written_is_said_to_be_one(data):
    data.write_bytes(b"a file, no folder")
    with pytest.raises(WriteError):
        desk.duplicate_style("copu", "甲")


def test_the_command_line_lists_and_copies(capsys, data):
    assert cli.main(["styles", "copy", "gbt9704", "公文"], lambda _library: 1) == 0
    name, template = capsys.readouterr().out.strip().split("\t")
    assert (name, template) == ("公文", str(data / "styles" / "公文.docx"))
    assert cli.main(["styles", "list", "--json"], lambda _library: 1) == 0
    values = json.loads(capsys.readouterr().out)
    assert [(one["name"], one["own"], one["fault"]) for one in values] == [
        ("copu", False, ""),
        ("gbt9704", False, ""),
        ("plain", False, ""),
        ("公文", True, ""),
    ]
    assert cli.main(["styles", "list"], lambda _library: 1) == 0
    assert capsys.readouterr().out.splitlines()[3].startswith("公文\t公文\t自己的\t")
    assert cli.main(["styles", "copy", "none", "x"], lambda _library: 1) == 2
    assert "没有名为“none”的版式" in capsys.readouterr().err


# In the window


@pytest.fixture
def dialog(library, qtbot):
    made = StylesDialog(library)
    qtbot.addWidget(made, before_close_func=lambda one: one.done(0))
    made.show()
    return made


def shown(dialog):
    return [dialog.list.item(row).text() for row in range(dialog.list.count())]


def test_the_dialog_lists_copies_renames_and_deletes(dialog, monkeypatch):
    assert shown(dialog) == ["COPU 例会纪要", "公文纪要（GB/T 9704—2012）", "简洁商务纪要"]
    assert "远帆例会" in dialog.about.text()
    assert not dialog.edit_template.isEnabled()
    assert not dialog.remove.isEnabled()
    monkeypatch.setattr(QInputDialog, "getText", lambda *_args, text: (text, True))
    dialog.duplicate.click()
    assert shown(dialog)[-1] == "COPU 例会纪要（自己的）"
    assert dialog.list.currentRow() == 3
    assert dialog.edit_template.isEnabled()
    monkeypatch.setattr(QInputDialog, "getText", lambda *_args, **_more: ("办公室纪要", True))
    dialog.rename.click()
    assert shown(dialog)[-1] == "办公室纪要"
    monkeypatch.setattr(QMessageBox, "question", lambda *_args: QMessageBox.StandardButton.Yes)
    dialog.remove.click()
    assert shown(dialog) == ["COPU 例会纪要", "公文纪要（GB/T 9704—2012）", "简洁商务纪要"]


def test_the_dialog_shows_the_meeting_in_the_chosen_style(dialog, qtbot):
    qtbot.waitUntil(lambda: dialog.pages.pages() is not None, timeout=10_000)
    first = dialog.pages.pages()
    dialog.list.setCurrentRow(2)
    qtbot.waitUntil(lambda: dialog.pages.pages() not in (None, first), timeout=10_000)
    assert dialog.pages.pages().margins != first.margins


def test_the_dialog_opens_the_template_and_its_folder(dialog, monkeypatch, data):
    dialog.refresh(desk.duplicate_style("copu", "甲"))
    opened = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url) or True)
    for button in (dialog.edit_template, dialog.open_folder):
        button.click()
    folder = data / "styles"
    assert opened == [QUrl.fromLocalFile(str(path)) for path in (folder / "甲.docx", folder)]


def test_the_dialog_says_what_is_wrong_with_a_style_when_one_comes_back_from_word(dialog, data):
    name = desk.duplicate_style("copu", "甲")
    dialog.refresh(name)
    assert dialog.style_fault.isHidden()
    without_style(data / "styles" / "甲.docx", "导语")
    dialog.refresh()
    assert shown(dialog)[-1] == "甲（不能用）"
    assert "缺少样式“导语”" in dialog.style_fault.text()
    assert dialog.pages.pages() is None
    assert not dialog.style_fault.isHidden()
    assert not dialog.duplicate.isEnabled()
    assert dialog.edit_template.isEnabled()


def test_a_style_in_use_stays_and_the_reason_is_said(dialog, library, monkeypatch):
    name = desk.duplicate_style("copu", "甲")
    library.save_series((Series(name="远帆例会", style=name, id="s1"),), library.series())
    dialog.refresh(name)
    said = []
    monkeypatch.setattr(QMessageBox, "question", lambda *_args: QMessageBox.StandardButton.Yes)
    monkeypatch.setattr(QMessageBox, "warning", lambda *args: said.append(args[-1]))
    dialog.remove.click()
    assert "正在用这个版式" in said[0]
    assert shown(dialog)[-1] == "甲"


def test_a_series_chooses_a_style_by_what_it_is_called(library, qtbot):
    name = desk.duplicate_style("copu", "办公室纪要")
    series = SeriesDialog(library)
    qtbot.addWidget(series)
    series.show()
    row = series.house_style.findText("办公室纪要")
    assert series.house_style.itemData(row) == name
    series.house_style.setCurrentIndex(row)
    series.house_style.activated.emit(row)
    series.close()
    assert library.series()[0].style == name


@pytest.fixture
def words(qtbot):
    desk.duplicate_style("copu", "甲")
    state = next(one for one in desk.style_states() if one.name == "甲")
    made = WordsDialog(state)
    qtbot.addWidget(made)
    made.show()
    yield made
    made.style_words.document().setModified(False)


def test_the_words_are_changed_in_the_window_and_what_is_wrong_is_said_meanwhile(words):
    before = words.style_words.toPlainText()
    assert not words.style_fault.text()
    words.style_words.setPlainText(before.replace('decision = "决议:"', 'decision = "决议'))
    line = before[: before.index('decision = "决议')].count("\n") + 1
    assert f"第 {line} 行" in words.style_fault.text()
    assert not words.buttons.button(QDialogButtonBox.StandardButton.Save).isEnabled()
    words.style_words.setPlainText(before.replace('"facts"', '"fakts"'))
    assert "不认识的部分“fakts”" in words.style_fault.text()
    words.style_words.setPlainText(before.replace('decision = "决议:"', 'decision = "会议决定："'))
    assert not words.style_fault.text()
    words.buttons.button(QDialogButtonBox.StandardButton.Save).click()
    assert words.result() == WordsDialog.DialogCode.Accepted
    assert house_style("甲").decision == "会议决定："


def test_changed_words_are_not_lost_without_asking(words, monkeypatch):
    asked = []
    monkeypatch.setattr(QMessageBox, "question", lambda *_args: asked.append(1) or QMessageBox.StandardButton.No)
    words.style_words.textCursor().insertText("# 说明\n")
    words.reject()
    assert asked
    assert words.isVisible()
    monkeypatch.setattr(QMessageBox, "question", lambda *_args: QMessageBox.StandardButton.Yes)
    words.reject()
    assert not words.isVisible()
    assert "# 说明" not in desk.words_of("甲")


def test_words_of_a_shipped_style_or_wrong_ones_are_not_kept():
    with pytest.raises(RequestError, match="自带的版式，不能修改"):
        desk.save_words("copu", desk.words_of("copu"))
    name = desk.duplicate_style("copu", "甲")
    before = desk.words_of(name)
    with pytest.raises(StyleError, match="缺少“label”"):
        desk.save_words(name, "")
    assert desk.words_of(name) == before


def test_the_template_that_is_copied_is_the_one_that_is_made(data):
    desk.duplicate_style("gbt9704", "公文")
    made = ZipFile(BytesIO(make_templates.TEMPLATES["gbt9704"]))
    copied = ZipFile(data / "styles" / "公文.docx")
    assert {one: made.read(one) for one in made.namelist()} == {one: copied.read(one) for one in copied.namelist()}
