"""Read the tables of a web page, which many programs save under the name of a workbook."""

from html.parser import HTMLParser

from copu_desk.document import clean
from copu_desk.errors import ReadError
from copu_desk.sheet import Grid

MOST_CELLS = 2_000_000
_HIDDEN = ("style", "script", "title")


def read(words: str) -> tuple[Grid, ...]:
    """Return the tables of a page; ReadError if there is none, or it is too large."""
    parser = _Tables()
    end = words.rfind(">") + 1  # what opens behind it never closes: the parser would look for its end at each sign
    parser.feed(words[:end] + words[end:].replace("<", "&lt;"))
    parser.close()
    if not parser.tables:
        raise ReadError("它是网页或 XML 文件，里面没有表格。请在 Excel 或 WPS 里打开，另存为 .xlsx 再导入。")
    return tuple(Grid(tuple(map(tuple, table))) for table in parser.tables)


class _Tables(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.tables: list[list[list[str]]] = []
        self._at = -1  # the column whose cell is open
        self._said: list[str] = []  # in that cell so far
        self._hidden = False
        self._cells = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._hidden = tag in _HIDDEN
        if tag in ("table", "tr"):
            self._close_cell()
            self._count(1)
        if tag == "table":
            self.tables.append([])
        elif tag == "tr" and self.tables:
            self.tables[-1].append([])
        elif tag in ("td", "th") and self.tables and self.tables[-1]:
            self._open_cell(dict(attrs).get("colspan") or "1")
        elif tag == "br":
            self.handle_data("\n")

    def handle_endtag(self, tag: str) -> None:
        self._hidden = False
        if tag in ("td", "th", "tr", "table"):
            self._close_cell()

    def handle_data(self, data: str) -> None:
        if self._at >= 0 and not self._hidden:
            self._said.append(data)

    def close(self) -> None:
        """Take the page for read; a cell may have been left open."""
        super().close()
        self._close_cell()

    def _open_cell(self, span: str) -> None:
        """Begin a cell; one that spans several columns has its words in the first of them."""
        self._close_cell()
        width = min(int(span[:4]), 100) if span.isdecimal() else 1
        row = self.tables[-1][-1]
        self._at = len(row)
        row += [""] * width
        self._count(width)

    def _count(self, more: int) -> None:
        self._cells += more
        if self._cells > MOST_CELLS:
            raise ReadError("它超过 {most} 万格，太大了。请只留下这次会议的行，再导入。", most=MOST_CELLS // 10_000)

    def _close_cell(self) -> None:
        if self._at >= 0:
            self.tables[-1][-1][self._at] = clean(" ".join(" ".join(self._said).split()))
        self._at, self._said = -1, []
