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
_SPOTS = "query(<spot>).map(one => { let at = one.location().position(); (one.value, at.page, at.x.pt(), at.y.pt()) })"


class Spot(NamedTuple):
    """Where a block begins: its number in the document, the page (from 0), and points from the left and the top."""

    block: int
    page: int
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Pages:
    """The pages of a document: each one an SVG picture, their size in points, and where the blocks begin."""

    pictures: tuple[bytes, ...]
    width: float
    height: float
    spots: tuple[Spot, ...]


class Press:
    """Sets one document after another; what did not change since the last one is not set again.

    It belongs to one thread at a time. `close` takes away its files.
    """

    def __init__(self) -> None:
        self._folder = TemporaryDirectory(prefix="copu-desk-")
        root = Path(self._folder.name)
        (root / "main.typ").write_bytes((RESOURCES / "minutes.typ").read_bytes())
        self._typst = typst.Compiler(root / "main.typ", root=root, font_paths=fonts())

    def pdf(self, values: Mapping[str, Any], pictures: Mapping[str, bytes]) -> bytes:
        """Return the pages as tagged PDF: PDF/A-2a where the pages allow it; WriteError if typst fails."""
        for standard in _STANDARDS:
            with suppress(WriteError):
                return self._set(values, pictures, format="pdf", pdf_standards=[standard])[0]
        return self._set(values, pictures, format="pdf")[0]

    def pages(self, values: Mapping[str, Any], pictures: Mapping[str, bytes]) -> Pages:
        """Return the pages as pictures; WriteError if typst fails."""
        made = self._set(values, pictures, format="svg")
        spots = tuple(Spot(block, page - 1, x, y) for block, page, x, y in json.loads(self._typst.eval(_SPOTS)))
        return Pages(made, values["page"]["width"], values["page"]["height"], spots)

    def close(self) -> None:
        """Take away the files that were needed."""
        self._folder.cleanup()

    def _set(self, values: Mapping[str, Any], pictures: Mapping[str, bytes], **how: Any) -> tuple[bytes, ...]:
        root = Path(self._folder.name)
        for name, data in pictures.items():
            if not (root / name).exists():  # named by what is in it
                (root / name).write_bytes(data)
        try:
            made = self._typst.compile(sys_inputs={"data": json.dumps(values, ensure_ascii=False)}, **how)
        except typst.TypstError as error:
            raise WriteError("这份纪要没有排成页面。请改用导出 Word，并把这份纪要发给维护者。") from error
        return tuple(made) if isinstance(made, list) else (made or b"",)
