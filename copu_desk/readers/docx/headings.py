"""Know headings that no style marks: short lines, all bold or set in 黑体, over text that is neither."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from copu_desk.document import Heading, Paragraph, plain
from copu_desk.readers.docx.blocks import Read

LONGEST = 60  # characters
_ENDS = tuple("。；;，,！!？?：:…、")
_HEAVY = re.compile("黑体|小标宋|雅黑|Heiti|SimHei|Hei$|粗", re.IGNORECASE)
_SLANTED = re.compile("楷", re.IGNORECASE)
_LEVELS = (
    (re.compile("第?[一二三四五六七八九十百]{1,4}(?:[、章编部篇.．]|\\s)"), 1),
    (re.compile("[（(][一二三四五六七八九十]{1,3}[)）]|第[一二三四五六七八九十百]{1,4}节"), 2),
    (re.compile("[0-9]{1,2}(?:[.．、](?![0-9])|\\s)"), 3),
    (re.compile("[（(][0-9]{1,2}[)）]"), 4),
)
_MOST = 0.5  # share of the text's characters: what half the text looks like marks nothing


def marked(made: Sequence[Read]) -> list[Read]:
    """Return the blocks with headings where only their look marks them; levels follow 一、（一）1.（1）."""
    total, bold, fonts = _shares(made)
    if not total or any(isinstance(one.block, Heading) and one.block.level > 1 for one in made):
        return list(made)  # the author used styles
    return [_heading(one, total, bold, fonts) for one in made]


def _shares(made: Sequence[Read]) -> tuple[int, int, Counter[str]]:
    total, bold, fonts = 0, 0, Counter[str]()
    for one in made:
        if isinstance(one.block, Paragraph):
            length = len(plain(one.block))
            total += length
            bold += length if one.bold else 0
            fonts[one.font] += length
    return total, bold, fonts


def _heading(one: Read, total: int, bold: int, fonts: Counter[str]) -> Read:
    block = one.block
    if not isinstance(block, Paragraph) or block.role != "body":
        return one
    words = plain(block).strip()
    if not words or len(words) > LONGEST or words.endswith(_ENDS) or "\n" in words:
        return one
    level = next((level for pattern, level in _LEVELS if pattern.match(words)), 0)
    rare = fonts[one.font] < _MOST * total
    heavy = (one.bold and bold < _MOST * total) or (_HEAVY.search(one.font) and rare)
    slanted = level and _SLANTED.search(one.font) and rare
    if not heavy and not slanted:
        return one
    spans = tuple(replace(span, bold=False) for span in block.spans)
    return Read(Heading(spans, level or 1), one.bold, one.font)
