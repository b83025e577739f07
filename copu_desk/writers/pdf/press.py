"""The setting of pages by typst: as PDF, or as one SVG picture a page with where each block stands on it.

What is to be set goes in as data (see resources/minutes.typ), pictures as files beside it; so no sign of the user's
text can be taken for a command, and typst sees no file but its own.
"""

import json
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, NamedTuple

import typst

from copu_desk.errors import WriteError
from copu_desk.paths import RESOURCES
from copu_desk.writers.pdf.faces import fonts

_STANDARDS = ("a-2a", "a-2u")
"""The kinds of PDF/A that are tried, the strictest first: with structure, without it."""
_SPOTS = (
    "query(<spot>).map(one => { let at = one.location().position(); (..one.value, at.page, at.x.pt(), at.y.pt()) })"
)
_NEAR = 4.0  # points; by how much things that stand side by side may differ in height


class Spot(NamedTuple):
    """Where a block, or a cell of a table, begins on the pages.

    `block` is its number in the document, row and column those of the cell (-1 for a block), pitch the height of its
    lines, page from 0; all lengths in points, x and y from the left and the top of the paper.
    """

    block: int
    row: int
    column: int
    pitch: float
    page: int
    x: float
    y: float


class Extent(NamedTuple):
    """From where to where on the pages something stands; pages from 0, heights in points."""

    page: int
    top: float
    end_page: int
    bottom: float


@dataclass(frozen=True, slots=True)
class Pages:
    """The pages of a document: each one an SVG picture, their size and margins in points, and where things begin."""

    pictures: tuple[bytes, ...]
    width: float
    height: float
    margins: tuple[float, float, float, float]  # left, top, right, bottom
    spots: tuple[Spot, ...]

    def extent(self, block: int, cell: tuple[int, int] | None = None) -> Extent | None:
        """Return where a block, or a cell of a table, stands; None if it is not on the pages."""
        spot = next(
            (one for one in self.spots if one.block == block and (one.row, one.column) == (cell or (-1, -1))), None
        )
        if spot is None:
            return self.extent(block) if cell else None
        after = [
            one
            for one in self.spots
            if (one.page, one.y) > (spot.page, spot.y + _NEAR) and (one.block > block or (cell and one.row >= 0))
        ]
        end = min(after, key=lambda one: (one.page, one.y), default=None)
        if end is None:
            return Extent(spot.page, spot.y, spot.page, self.height - self.margins[3])
        if end.page > spot.page and end.y < self.margins[1] + end.pitch:  # the next one begins a page
            return Extent(spot.page, spot.y, end.page - 1, self.height - self.margins[3])
        return Extent(spot.page, spot.y, end.page, end.y)

    def at(self, page: int, x: float, y: float) -> tuple[int, tuple[int, int] | None, float] | None:
        """Return what stands at a point: the block, the cell if it is a table, the share (0 to 1) of its words before.

        None above the first block.
        """
        above = [one for one in self.spots if (one.page, one.y) <= (page, y + _NEAR)]
        if not above:
            return None
        block = max(above, key=lambda one: (one.page, one.y)).block
        cells = [one for one in above if one.block == block and one.row >= 0]
        if cells:
            row = max(one.row for one in cells)
            left = [one for one in cells if one.row == row and one.x <= x + _NEAR] or [
                one for one in cells if one.row == row
            ]
            return block, (row, max(one.column for one in left)), 0.0
        return block, None, self._share(block, page, x, y)

    def _share(self, block: int, page: int, x: float, y: float) -> float:
        spot = next(one for one in self.spots if one.block == block)
        extent = self.extent(block)
        if extent is None:
            return 0.0
        left, top, right, bottom = self.margins
        text = self.height - top - bottom
        high = extent.bottom - extent.top + (extent.end_page - extent.page) * text
        lines = max(1, round(high / spot.pitch)) if spot.pitch else 1
        line = int((y - extent.top + (page - extent.page) * text) / high * lines) if high > 0 else 0
        across = (x - left) / (self.width - left - right)
        return max(0.0, min(1.0, (max(0, min(lines - 1, line)) + max(0.0, min(1.0, across))) / lines))


class Press:
    """Sets one document after another; what did not change since the last one is not set again.

    It belongs to one thread at a time. `close` takes away its files.
    """

    def __init__(self) -> None:
        self._folder = TemporaryDirectory(prefix="copu-desk-")
        root = Path(self._folder.name)
        (root / "main.typ").write_bytes((RESOURCES / "minutes.typ").read_bytes())
        self._typst = typst.Compiler(root / "main.typ", root=root, font_paths=fonts())
        self._broken: set[str] = set()  # the pictures that typst cannot draw

    def pdf(self, values: Mapping[str, Any], pictures: Mapping[str, bytes]) -> bytes:
        """Return the pages as tagged PDF: PDF/A-2a where the pages allow it; WriteError if typst fails."""
        for standard in _STANDARDS:
            with suppress(WriteError):
                return self._set(values, pictures, format="pdf", pdf_standards=[standard])[0]
        return self._set(values, pictures, format="pdf")[0]

    def pages(self, values: Mapping[str, Any], pictures: Mapping[str, bytes]) -> Pages:
        """Return the pages as pictures; WriteError if typst fails."""
        made = self._set(values, pictures, format="svg")
        found = (Spot(*one) for one in json.loads(self._typst.eval(_SPOTS)))
        paper = values["page"]
        margins = (paper["left"], paper["top"], paper["right"], paper["bottom"])
        spots = tuple(one._replace(page=one.page - 1) for one in found)
        return Pages(made, paper["width"], paper["height"], margins, spots)

    def pictures(self, values: Mapping[str, Any], pictures: Mapping[str, bytes], ppi: int) -> tuple[bytes, ...]:
        """Return the pages as PNG pictures of so many pixels an inch; WriteError if typst fails."""
        return self._set(values, pictures, format="png", ppi=float(ppi))

    def close(self) -> None:
        """Take away the files that were needed."""
        self._folder.cleanup()

    def _try_out(self, name: str) -> None:
        """Find out whether a picture can be drawn: a damaged one is not to keep all others from the pages."""
        try:
            self._typst.compile(f'#image("{name}")'.encode(), format="svg")
        except typst.TypstError:
            self._broken.add(name)

    def _set(self, values: Mapping[str, Any], pictures: Mapping[str, bytes], **how: Any) -> tuple[bytes, ...]:
        """Set the pages; pictures of pages have no links, whose addresses typst does not escape there."""
        root = Path(self._folder.name)
        for name, data in pictures.items():
            if not (root / name).exists():  # named by what is in it
                (root / name).write_bytes(data)
                self._try_out(name)
        inputs = {**values, "links": how["format"] == "pdf", "broken": sorted(self._broken)}
        try:
            made = self._typst.compile(
                root / "main.typ", sys_inputs={"data": json.dumps(inputs, ensure_ascii=False)}, **how
            )
        except typst.TypstError as error:
            raise WriteError("这份纪要没有排成页面。请改用导出 Word，并把这份纪要发给维护者。") from error
        return tuple(made) if isinstance(made, list) else (made or b"",)
