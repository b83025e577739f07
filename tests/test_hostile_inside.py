"""Harm that hides in a file that looks sound: read within bounds or refused in a sentence, no word lost in silence."""

import json
import os
import re
import struct
import zlib
from datetime import date
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
import word_xml as xml

from copu_desk import bundle, cli, desk, disk, exchange, images, incoming
from copu_desk.desk import past
from copu_desk.document import Picture, plain_body, text
from copu_desk.errors import ReadError, WriteError
from copu_desk.library import Library, verify
from copu_desk.model import Meeting, Series
from copu_desk.readers import docx, grids
from copu_desk.readers.docx import returned
from copu_desk.style import house_style

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
LINKS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"


def book(*sheets, shared=(), names=None, targets=None, styles=""):
    """A workbook: the XML of each sheet's rows, the shared texts, (name, relation) and (relation, part) of each."""
    names = names or [(f"表{row}", f"r{row}") for row in range(len(sheets))]
    targets = targets or [(f"r{row}", f"worksheets/sheet{row}.xml") for row in range(len(sheets))]
    kinds = {"sharedStrings": "sharedStrings.xml", "styles": "styles.xml"}
    relations = [(one, "worksheet", target) for one, target in targets] + [(k, k, t) for k, t in kinds.items()]
    listed = "".join(f'<sheet name="{name}" sheetId="{n}" r:id="{r}"/>' for n, (name, r) in enumerate(names, 1))
    parts = {
        "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
        "_rels/.rels": f'<Relationships xmlns="{PACKAGE}"><Relationship Id="b" Type="{LINKS}/officeDocument"'
        ' Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'<workbook xmlns="{MAIN}" xmlns:r="{LINKS}"><sheets>{listed}</sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{PACKAGE}">'
        + "".join(f'<Relationship Id="{i}" Type="{LINKS}/{kind}" Target="{to}"/>' for i, kind, to in relations)
        + "</Relationships>",
        "xl/sharedStrings.xml": f'<sst xmlns="{MAIN}">{"".join(f"<si><t>{one}</t></si>" for one in shared)}</sst>',
        "xl/styles.xml": f'<styleSheet xmlns="{MAIN}">{styles}</styleSheet>',
    } | {
        f"xl/worksheets/sheet{row}.xml": f'<worksheet xmlns="{MAIN}"><sheetData>{words}</sheetData></worksheet>'
        for row, words in enumerate(sheets)
    }
    return zipped(parts)


def zipped(parts):
    made = BytesIO()
    with ZipFile(made, "w", ZIP_DEFLATED) as file:
        for name, data in parts.items():
            file.writestr(name, data)
    return made.getvalue()


FIRST = '<row r="1"><c r="A1"><v>1</v></c></row>'
FAR = {
    "small letters": '<row><c r="xfd1048576"><v>3</v></c></row>',
    "behind a long attribute": f'<row><c x="{"a" * 400}" r="XFD1048576"><v>3</v></c></row>',
    "behind a sign": '<row><c x=">" r="XFD1048576"><v>3</v></c></row>',
    "between spaces": '<row><c r  =\n "XFD1048576"><v>3</v></c></row>',
    "a row of cells without places": f'<row x=">" r="1048576">{"<c><v>1</v></c>" * 3_000}</row>',
    "with a sign and zeros": '<row r="+0001048576"><c r="XFD0001048576"><v>3</v></c></row>',
    "a number beyond all": f'<row r="{"9" * 5_000}"><c><v>3</v></c></row>',
}


def refused(read, *arguments):
    with pytest.raises(ReadError) as told:
        read(*arguments)
    assert re.fullmatch("(“.*”没有导入：)?它[^\\n]{5,120}。", str(told.value))


@pytest.mark.parametrize("name", FAR)
def test_a_cell_in_the_last_corner_is_seen_however_it_is_written(name):
    refused(grids.read, book(FIRST + FAR[name]))


def test_one_long_text_that_thousands_of_cells_show_is_refused():
    rows = "".join(f'<row r="{row}"><c r="A{row}" t="s"><v>{"0" * (row % 4)}0</v></c></row>' for row in range(1, 3_000))
    refused(grids.read, book(rows, shared=["甲" * 30_000]))
    (few,) = grids.read(book(FIRST + '<row r="2"><c r="A2" t="s"><v>0</v></c></row>', shared=["甲" * 30_000]))
    assert few.rows[1] == ("甲" * 30_000,)


def test_a_sheet_that_stands_in_a_workbook_again_and_again_is_refused():
    refused(grids.read, book(FIRST, names=[(f"表{row}", "r0") for row in range(500)]))
    refused(grids.read, book(FIRST, targets=[(f"r{row}", "worksheets/sheet0.xml") for row in range(2)]))
    same = [("r0", "worksheets/sheet0.xml"), ("r1", "/xl/Worksheets/sheet0.xml")]
    refused(grids.read, book(FIRST, names=[("甲", "r0"), ("乙", "r1")], targets=same))
    refused(grids.read, book(FIRST, FIRST, names=[("甲", "r0"), ("甲", "r1")]))


def test_many_sheets_that_reach_far_are_refused_together():
    far = FIRST + '<row r="1000"><c r="BXX1000"><v>1</v></c></row>'
    refused(grids.read, book(*[far] * 4))


def test_what_another_program_would_find_in_a_workbook_is_not_read():
    """Two parts of a name, one of them harmless: none of them comes in unseen."""
    data = book(FIRST)
    with ZipFile(BytesIO(data)) as file:
        parts = {name: file.read(name) for name in file.namelist()}
    parts["xl/worksheets/SHEET0.xml"] = parts["xl/worksheets/sheet0.xml"].replace(b"A1", b"XFD1048576")
    refused(grids.read, zipped(parts))


def test_the_number_of_a_telephone_in_a_column_of_times_is_a_number():
    styles = (
        '<numFmts><numFmt numFmtId="201" formatCode="[h]:mm:ss"/></numFmts>'
        '<cellXfs><xf numFmtId="0"/><xf numFmtId="201"/><xf numFmtId="14"/></cellXfs>'
    )
    values = ["13800138000", "1.1010119900101E+17", "0.5"]
    cells = "".join(f'<c r="{"ABC"[at]}1" s="1"><v>{value}</v></c>' for at, value in enumerate(values))
    (found,) = grids.read(book(f'<row r="1">{cells}</row>', styles=styles))
    assert found.rows == (("13800138000", "110101199001010000", "12:00:00"),)
    for value in ("-1e308", "-9e300"):
        refused(grids.read, book(f'<row r="1"><c r="A1" s="2" x=""><v >{value}</v></c></row>', styles=styles))


@pytest.mark.parametrize("rest", ["<tr>乙", "<table>乙", "<td>乙<tr>丙<td>丁"], ids=["row", "table", "cells"])
def test_a_cell_of_a_page_that_is_never_closed_keeps_its_words(rest):
    found = grids.read(f"<table><tr><td>甲{rest}".encode())
    assert found[0].rows[0][0] == "甲"


def test_a_cell_of_a_page_in_a_hundred_thousand_pieces_is_read():
    (found,) = grids.read(b"<table><tr><td>" + b"a<i>" * 100_000)
    assert found.rows[0][0].count("a") == 100_000


@pytest.mark.parametrize("sign", ["<!", "<a ", "</a ", "<?", "<!--", "<![CDATA["])
def test_signs_of_a_page_that_end_nothing_are_words(sign):
    (found,) = grids.read(b"<table><tr><td>\xe7\x94\xb2</td></tr></table>" + sign.encode() * 300_000)
    assert found.rows == (("甲",),)


def test_rows_of_a_page_without_end_are_refused(monkeypatch):
    monkeypatch.setattr(grids.page, "MOST_CELLS", 20_000)
    refused(grids.read, b"<table>" + b"<tr>" * 20_001)


def test_values_without_end_are_refused():
    refused(grids.read, b",a" * 2_000_001)
    refused(grids.read, (b"a," * 250 + b"\n") * 9_000)


# --- Word -----------------------------------------------------------------------------------------------------------


def relations(kind, target, count):
    return [(f"R{row}", kind, target, "Internal") for row in range(count)]


def test_a_part_that_is_referred_to_a_thousand_times_is_parsed_once(monkeypatch):
    parsed = []
    sound = docx.package.parse
    monkeypatch.setattr(docx.package, "parse", lambda data: parsed.append(len(data)) or sound(data))
    head = f"<w:hdr {xml.SPACES}>{xml.paragraph('页眉')}</w:hdr>".encode()
    data = xml.word(
        xml.paragraph("正文"), relations=relations("header", "header1.xml", 1_000), files={"word/header1.xml": head}
    )
    assert docx.read(data).notes == ("页眉没有带进来：“页眉”。",)
    assert [one.words for one in returned.read(data).paragraphs] == ["正文", "页眉"]
    assert parsed.count(len(head)) == 2


def test_a_picture_and_a_diagram_that_are_shown_a_thousand_times_are_read_once(monkeypatch):
    read = []
    sound = ZipFile.read
    monkeypatch.setattr(ZipFile, "read", lambda self, name: read.append(name) or sound(self, name))
    diagram = "http://schemas.openxmlformats.org/drawingml/2006/diagram"
    points = (
        f'<d:dataModel xmlns:d="{diagram}" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">'
        "<d:pt><a:t>甲</a:t></d:pt></d:dataModel>"
    )
    shown = f'<w:r><w:drawing><d:relIds xmlns:d="{diagram}" r:dm="D"/></w:drawing></w:r>'
    data = xml.word(
        *[xml.paragraph(xml.run("字") + xml.picture("P") + shown)] * 1_000,
        relations=[("P", "image", "media/a.png", "Internal"), ("D", "diagramData", "d.xml", "Internal")],
        files={"word/media/a.png": picture(1, 1), "word/d.xml": points.encode()},
    )
    found = docx.read(data)
    assert len(found.images) == 1
    assert plain_body(found.body).count("〔图示：甲〕") == 1  # so its words come, and come once
    assert plain_body(found.body).count("〔图示〕") == 999
    assert read.count("word/media/a.png") == read.count("word/d.xml") == 1


def test_a_field_that_is_never_ended_swallows_no_text():
    begin, separate = (f"<w:r><w:fldChar w:fldCharType='{kind}'/></w:r>" for kind in ("begin", "separate"))
    page = "<w:r><w:instrText>PAGE</w:instrText></w:r>"
    for field in (begin, begin + page, begin + page + separate):
        data = xml.word(xml.paragraph("前"), xml.paragraph(field + xml.run("中")), xml.paragraph("后"))
        assert plain_body(docx.read(data).body) == "前\n中\n后"
        assert [one.words for one in returned.read(data).paragraphs] == ["前", "中", "后"]


def test_a_hundred_thousand_runs_of_one_paragraph_are_read():
    data = xml.word(xml.paragraph("".join(xml.run(f"字{row}") for row in range(100_000))))
    assert plain_body(docx.read(data).body).endswith("字99999")


def test_text_boxes_within_each_other_are_read_once_each():
    words = xml.paragraph("最里面")
    for _ in range(30):
        words = xml.paragraph(f"<w:r><w:pict><w:txbxContent>{words}</w:txbxContent></w:pict></w:r>")
    assert plain_body(docx.read(xml.word(words * 200)).body).split("\n") == ["最里面"] * 200


def test_a_table_with_one_endless_row_keeps_its_words_and_not_its_places():
    cell = "<w:tc><w:p><w:r><w:t>甲</w:t></w:r></w:p></w:tc>"
    data = xml.word(f"<w:tbl><w:tr>{cell * 2_000}</w:tr>{f'<w:tr>{cell}</w:tr>' * 2_000}</w:tbl>")
    assert plain_body(docx.read(data).body).split("\n") == ["甲"] * 4_000


def test_more_paragraphs_than_any_essay_has_are_refused():
    data = xml.word(xml.paragraph("甲") * 70_000)
    refused(docx.read, data)
    refused(returned.read, data)


# --- pictures -------------------------------------------------------------------------------------------------------


def picture(width, height, kind="png"):
    """A picture that says how large it is."""
    if kind == "bmp":
        return b"BM" + struct.pack("<IHHIIiiHHIIiiII", 54, 0, 0, 54, 40, width, -height, 1, 24, 0, 0, 0, 0, 0, 0)
    if kind == "gif":
        return b"GIF89a" + struct.pack("<HH", width, height) + b"\0" * 20
    if kind == "jpeg":
        head = b"\xff\xe0" + struct.pack(">H", 16) + b"JFIF\0" + b"\0" * 9
        return b"\xff\xd8" + head + b"\xff\xff\xc2" + struct.pack(">HBHHB", 17, 8, height, width, 3) + b"\0" * 20

    def chunk(name, data):
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))

    lines = zlib.compress((b"\0" + b"\0" * ((width + 7) // 8)) * min(height, 100))
    head = struct.pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", lines) + chunk(b"IEND", b"")


@pytest.mark.parametrize("kind", ["png", "jpeg", "gif", "bmp"])
def test_a_picture_says_how_large_it_is(kind):
    assert images.pixels(picture(300, 200, kind)) == 60_000
    assert images.is_sound(picture(300, 200, kind))
    assert not images.is_sound(picture(50_000, 50_000, kind))


@pytest.mark.parametrize("data", [b"\xff\xd8\xff", b"\xff\xd8" + b"\xff" * 100_000, b"\x89PNG", b"BM", b"GIF8"])
def test_a_picture_that_is_cut_short_does_not_say(data):
    assert images.pixels(data) == 0


def test_a_picture_with_marks_without_end_is_not_taken():
    assert not images.is_sound(b"\xff\xd8" + b"\xff\xe0\x00\x02" * 20_000)


def test_a_picture_that_would_take_all_memory_does_not_come_in():
    data = xml.word(
        xml.paragraph(xml.run("正文") + xml.picture("P")),
        relations=[("P", "image", "media/a.png", "Internal")],
        files={"word/media/a.png": picture(50_000, 50_000)},
    )
    found = docx.read(data)
    assert (found.images, plain_body(found.body)) == ({}, "正文〔图片〕")
    assert "图片" in found.notes[0]


# --- what is no file ------------------------------------------------------------------------------------------------


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="pipes with a name")
@pytest.mark.parametrize("read", [exchange.read, exchange.read_grids, exchange.read_returned, exchange.read_essay])
def test_pipes_and_devices_are_not_waited_for(read, tmp_path):
    os.mkfifo(tmp_path / "a.docx")
    (tmp_path / "b.docx").symlink_to("/dev/zero")
    for name in ("a.docx", "b.docx"):
        with pytest.raises(ReadError, match="打不开"):
            read(tmp_path / name)


def test_a_file_that_grows_while_it_is_read_is_refused_when_it_is_too_large(tmp_path, monkeypatch):
    path = tmp_path / "a.txt"
    path.write_bytes(b"a" * 100)
    found = path.stat()
    monkeypatch.setattr(type(path), "stat", lambda *_args, **_more: os.stat_result([*found[:6], 10, *found[7:]]))
    with pytest.raises(ReadError, match="太大"):
        incoming.bytes_of(path, 50)


def test_the_name_of_a_picture_is_no_path_to_anywhere(tmp_path):
    """In a library that somebody else made it may be one, and pages are set with files of their own."""
    outside = tmp_path / "outside.desktop"
    name = f"{'../' * 12}{str(outside.with_suffix('')).lstrip('/')}"
    data = picture(8, 8)
    made = Meeting(held_on=date(2025, 9, 2), preamble=(text("甲"), Picture(name), Picture("b" * 64)))
    bomb = picture(50_000, 50_000)
    pages = exchange.export(material(made, {name: data, "b" * 64: bomb}), "pdf")
    assert pages.startswith(b"%PDF")
    assert list(tmp_path.iterdir()) == []
    for kind in ("docx", "html", "md", "txt", "eml", "json"):
        exchange.export(material(made, {name: data, "b" * 64: bomb}), kind)
    assert list(tmp_path.iterdir()) == []


def material(meeting, pictures):
    return exchange.Material(meeting, Series(name="例会"), house_style("copu"), images=pictures)


# --- where files are written ----------------------------------------------------------------------------------------


def test_two_programs_that_write_a_file_of_one_name_get_names_of_their_own(tmp_path, monkeypatch):
    """The other one's file appears between the look and the writing."""
    path = tmp_path / "纪要.docx"
    looked = disk.free_name

    def late(wanted):
        found = looked(wanted)
        if not path.exists():
            path.write_bytes(b"theirs")
        return found

    monkeypatch.setattr(disk, "free_name", late)
    assert disk.put(path, b"ours", overwrite=False) == tmp_path / "纪要(2).docx"
    assert path.read_bytes() == b"theirs"
    assert sorted(one.name for one in tmp_path.iterdir()) == ["纪要(2).docx", "纪要.docx"]


@pytest.mark.skipif(os.name != "posix", reason="links")
def test_what_somebody_else_laid_beside_is_not_written_into(tmp_path):
    (tmp_path / "secret").write_bytes(b"kept")
    (tmp_path / "a.docx.part").symlink_to(tmp_path / "secret")
    (tmp_path / "b.docx").symlink_to(tmp_path / "nowhere")
    disk.put_file(tmp_path / "a.docx", b"ours")
    assert disk.put(tmp_path / "b.docx", b"ours", overwrite=False).name == "b(2).docx"
    assert (tmp_path / "secret").read_bytes() == b"kept"


def test_a_disk_without_links_gets_the_file_all_the_same(tmp_path, monkeypatch):
    def refuse(*_args):
        raise PermissionError

    monkeypatch.setattr(Path, "hardlink_to", refuse)
    assert disk.put(tmp_path / "a.txt", b"a", overwrite=False).read_bytes() == b"a"
    assert [one.name for one in tmp_path.iterdir()] == ["a.txt"]


def test_a_folder_that_may_not_be_looked_into_is_said_to_be_so(tmp_path, monkeypatch):
    def refuse(self, *_args, **_more):
        raise PermissionError(13, "Permission denied", str(self))

    for name in ("stat", "lstat", "exists", "is_dir", "is_symlink"):
        monkeypatch.setattr(Path, name, refuse)
    monkeypatch.setattr(disk, "mkstemp", refuse)
    monkeypatch.setattr(disk, "mkdtemp", refuse)
    for write in (
        lambda: disk.put(tmp_path / "a.txt", b"", overwrite=False),
        lambda: disk.put_folder(tmp_path / "a", {}),
        lambda: disk.put_folder(tmp_path / "a", {"b": b""}, overwrite=True),
    ):
        with pytest.raises(WriteError, match="没有权限"):
            write()


PLACES = {"long": "甲" * 300 + ".docx", "deep": f"{'乙' * 300}/a.docx", "in a file": "file/a.docx", "NUL": "a\0b"}
COMMANDS = {
    "import": ["import", "@"],
    "report": ["report", "2024-01-02", "@"],
    "people": ["people", "import", "@"],
    "ledger": ["ledger", "import", "@"],
    "restore": ["restore", "@"],
    "backup": ["backup", "@"],
    "export": ["export", "2024-01-02", "-o", "@"],
    "folder": ["export", "2024-01-02", "--format", "folder", "-o", "@"],
    "sign-in": ["sign-in", "2024-01-02", "-o", "@"],
    "library": ["--library", "@", "list"],
    "demo": ["demo", "--no-window", "@"],
}


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("command", COMMANDS)
def test_a_path_that_can_be_none_is_said_to_be_so(command, place, tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "file").write_bytes(b"")
    with Library(tmp_path / "a.copu") as library:
        library.save(Meeting(held_on=date(2024, 1, 2)))
    words = [PLACES[place] if word == "@" else word for word in COMMANDS[command]]
    words = words if "--library" in words else ["--library", "a.copu", *words]
    try:
        status = cli.main(words, lambda _path: 0)
    except SystemExit as left:
        status = left.code
    said = capsys.readouterr().err
    assert status == 2
    assert re.search("[一-龥]", said)
    assert "Error" not in said


def test_a_folder_of_files_that_go_while_it_is_looked_through_gives_those_that_are_there(tmp_path, monkeypatch):
    (tmp_path / "甲").mkdir()
    (tmp_path / "甲" / "a.txt").write_text("a", encoding="utf-8")
    (tmp_path / "乙").mkdir()
    scan = os.scandir

    def gone(path="."):
        if Path(path).name == "乙":
            raise FileNotFoundError(path)
        return scan(path)

    monkeypatch.setattr(os, "scandir", gone)
    assert past.files_of([tmp_path]) == [tmp_path / "甲" / "a.txt"]


# --- data files -----------------------------------------------------------------------------------------------------


def data_file(meeting, **more):
    values = {"format": "copu-desk", "version": 1, "meetings": [{"held_on": "2025-09-02", **meeting}], **more}
    return json.dumps(values).encode()


def test_records_of_a_data_file_with_one_id_are_all_kept(tmp_path):
    """Who copies a record by hand copies its id; by it the library would take both for one."""
    data = data_file(
        {
            "id": "",
            "attendees": [{"id": "a", "name": "韩知远"}, {"id": "a", "name": "苏棠"}, {"id": "", "name": "林溪"}],
            "agenda": [
                {"id": "i", "title": "甲", "decisions": [{"id": "d", "text": "一"}, {"id": "d", "text": "二"}]},
                {"id": "i", "title": "乙", "decisions": [{"id": "d", "text": "三"}]},
            ],
            "actions": [{"id": "x", "what": "做", "item": "i"}, {"id": "x", "what": "再做"}],
            "essays": [{"id": "e", "title": "文"}, {"id": "e", "title": "又一篇"}],
        },
        people=[{"id": "p", "name": "韩知远"}, {"id": "p", "name": "苏棠"}, {"id": "", "name": "林溪"}],
    )
    (tmp_path / "a.json").write_bytes(data)
    with Library(tmp_path / "a.copu") as library:
        (found,) = desk.import_minutes(library, tmp_path / "a.json")
        stored = library.load(found.meeting.id)
        assert [one.name for one in stored.attendees] == ["韩知远", "苏棠", "林溪"]
        assert [(one.title, [d.text for d in one.decisions]) for one in stored.agenda] == [
            ("甲", ["一", "二"]),
            ("乙", ["三"]),
        ]
        assert [one.what for one in stored.actions] == ["做", "再做"]
        assert stored.actions[0].item == stored.agenda[0].id == "i"
        assert [one.title for one in stored.essays] == ["文", "又一篇"]
        assert {one.name for one in library.people()} == {"韩知远", "苏棠", "林溪"}
        assert all(one.id for one in (stored, *stored.attendees, *library.people()))
    assert not verify(tmp_path / "a.copu")


@pytest.mark.parametrize("number", [10**30, -(2**63), 2**60], ids=str)
def test_a_number_of_a_data_file_that_no_library_can_keep_is_refused(number):
    with pytest.raises(ReadError, match="数据"):
        bundle.read(data_file({"number": number}))


def test_sizes_of_a_data_file_without_end_are_none():
    blocks = (
        '[{"block": "picture", "image": "0", "width": Infinity}, {"block": "picture", "image": "0", "width": NaN},'
        ' {"block": "table", "rows": [[[], []]], "widths": [1e308, 1e308], "row_height": 1e300}]'
    )
    data = data_file({"preamble": []}).replace(b'"preamble": []', f'"preamble": {blocks}'.encode())
    first, second, table = bundle.read(data).meetings[0].preamble
    assert (first.width, second.width, table.row_height, table.widths) == (0, 0, 0, ())


def test_a_data_file_of_values_without_end_is_refused_before_it_is_parsed(monkeypatch):
    monkeypatch.setattr(json, "loads", lambda *_args: pytest.fail("it was parsed"))
    for value in (b"[],", b'{"a":1},', b"1,"):
        with pytest.raises(ReadError, match="太大"):
            bundle.read(b'{"format":"copu-desk","version":1,"x":[' + value * 2_000_001 + b"1]}")


def test_words_of_any_script_in_a_data_file_come_as_they_are():
    made = Meeting(held_on=date(2025, 9, 2), title='会议 "𠮷"\\ é 😀 \u2028', id="m")
    data = bundle.write(bundle.Bundle((made,)))
    (found,) = bundle.read(b"\xef\xbb\xbf" + data).meetings
    assert found.title == made.title.replace("\u2028", "\n")
    with pytest.raises(ReadError, match="JSON"):
        bundle.read(data.replace("会".encode(), b"\xff\xfe"))
