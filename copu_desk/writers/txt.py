"""Write plain text: one line for each block, as one reads it."""

from collections.abc import Iterator

from copu_desk.document import Block, Document, ListItem, PageBreak, Picture, clean, plain
from copu_desk.style import HouseStyle


def write(document: Document, _style: HouseStyle) -> bytes:
    """Return the document as UTF-8 text with line feeds; automatic list numbers and bullets are written out."""
    return "".join(line + "\n" for line in _lines(document.blocks)).encode()


def _lines(blocks: tuple[Block, ...]) -> Iterator[str]:
    counts: list[int] = []
    for block in blocks:
        counts = _counted(counts, block)
        match block:
            case PageBreak():
                continue
            case Picture():
                yield clean(f"[图片{'：' + (block.caption or block.alt) if block.caption or block.alt else ''}]")
            case ListItem(marker=""):
                sign = f"{counts[-1]}. " if block.ordered else "• "
                yield "    " * block.level + sign + clean(plain(block))
            case _:
                yield clean(plain(block))


def _counted(counts: list[int], block: Block) -> list[int]:
    """Return how far each level of the running list has counted."""
    if not isinstance(block, ListItem) or block.marker:
        return []
    known = (counts + [0] * (block.level + 1))[: block.level + 1]
    return [*known[:-1], known[-1] + 1 if block.ordered else 0]
