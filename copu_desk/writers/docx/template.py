"""The Word template of a house style, opened, checked and emptied."""

import zlib
from typing import Any
from xml.sax.saxutils import quoteattr
from zipfile import BadZipFile

import docx
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.exceptions import PackageNotFoundError
from docx.oxml.ns import nsdecls, nsmap, qn
from lxml import etree

from copu_desk.errors import StyleError
from copu_desk.sentences import Sentence
from copu_desk.style import ALL_STYLES, BULLET_STYLE, NUMBER_STYLE, HouseStyle, name_in_word

# What python-docx and lxml raise for files that are damaged or no Word documents.
_BROKEN = (
    PackageNotFoundError, BadZipFile, etree.XMLSyntaxError, LookupError, ValueError, TypeError, AttributeError, OSError,
    RuntimeError, zlib.error,
)  # fmt: skip
_LEVELS = range(9)
USUAL_SIZE = 20  # half points; that of Word where nothing says another
CONTENT = "minutes"
"""The comment that stands in an opened template where the content belongs."""


class Template:
    """An opened template without what it showed of itself; all lengths are in twips (1/20 pt).

    StyleError if it is broken or lacks a style.
    """

    def __init__(self, style: HouseStyle) -> None:
        self.shape_titles = style.shape_titles
        try:
            self._read(style)
        except _BROKEN as error:
            raise StyleError(
                "版式“{style}”的 Word 模板打不开。请修好 {template}，或换用别的版式。",
                style=style.name,
                template=style.template.name,
            ) from error

    def _read(self, style: HouseStyle) -> None:
        self.word = docx.Document(str(style.template))
        body: Any = self.word.element.body
        section = body.find(qn("w:sectPr"))
        if section is None:
            raise _lacking(style, Sentence("页面设置"))
        self.width = _twips(section.page_width) - _twips(section.left_margin) - _twips(section.right_margin)
        self.left = _twips(section.left_margin)
        self.height = _twips(section.page_height) - _twips(section.top_margin) - _twips(section.bottom_margin)
        if min(self.width, self.height) <= 0:
            raise _lacking(style, Sentence("纸张大小"))
        if self.word.element.nsmap.get("w") != nsmap["w"]:
            raise ValueError("content is written with the usual prefix")
        for child in list(body):
            if child is not section:
                body.remove(child)
        section.addprevious(etree.Comment(CONTENT))
        known = {
            one.find(qn("w:name")).get(qn("w:val")).lower(): one
            for one in self.word.styles.element.findall(qn("w:style"))
        }
        for name in ALL_STYLES:
            if name.lower() not in known:
                raise _lacking(style, Sentence("样式“{name}”", name=name_in_word(name)))
        self.ids = {name: str(known[name.lower()].get(qn("w:styleId"))) for name in ALL_STYLES}
        self.frames = {name: _frame(known[name.lower()]) for name in ALL_STYLES}
        self._styles = {str(one.get(qn("w:styleId"))): one for one in known.values()}
        self._numbering: Any = self.word.part.numbering_part.element
        self._lists = {name: self._list_of(style, known[name.lower()], name) for name in (BULLET_STYLE, NUMBER_STYLE)}

    def _list_of(self, style: HouseStyle, known: Any, name: str) -> Any:
        """Return the list that a style of the template belongs to."""
        number = known.find(f"{qn('w:pPr')}/{qn('w:numPr')}/{qn('w:numId')}")
        for one in self._numbering.findall(qn("w:num")):
            if number is not None and one.get(qn("w:numId")) == number.get(qn("w:val")):
                return one
        raise _lacking(style, Sentence("样式“{name}”的编号", name=name_in_word(name)))

    def number(self, name: str, path: str, attribute: str) -> int:
        """Return a number that a style, or one that it is based on, has in an element; 0 if none has it.

        So `number("Title", "w:pPr/w:spacing", "w:before")` is the space above titles.
        """
        steps, identity, seen = "/".join(map(qn, path.split("/"))), self.ids[name], set[str]()
        while identity in self._styles and identity not in seen:
            seen.add(identity)
            found = self._styles[identity].find(steps)
            if found is not None and (value := found.get(qn(attribute), "")).isdecimal():
                return int(value)
            based = self._styles[identity].find(qn("w:basedOn"))
            identity = "" if based is None else based.get(qn("w:val"))
        return 0

    def size(self, name: str) -> int:
        """Return the size of a style's text in half points, which may be that of all text."""
        if size := self.number(name, "w:rPr/w:sz", "w:val"):
            return size
        usual = self.word.styles.element.find("/".join(map(qn, ("w:docDefaults", "w:rPrDefault", "w:rPr", "w:sz"))))
        value = "" if usual is None else usual.get(qn("w:val"), "")
        return int(value) if value.isdecimal() and int(value) else USUAL_SIZE

    @property
    def bullets(self) -> str:
        """The id of the list of bullets."""
        return str(self._lists[BULLET_STYLE].get(qn("w:numId")))

    def new_numbers(self) -> str:
        """Begin a numbered list that counts from 1 on each level, and return its id."""
        lists = self._numbering.findall(qn("w:num"))
        number = str(max(int(one.get(qn("w:numId"))) for one in lists) + 1)
        form = self._lists[NUMBER_STYLE].find(qn("w:abstractNumId")).get(qn("w:val"))
        starts = "".join(
            f'<w:lvlOverride w:ilvl="{level}"><w:startOverride w:val="1"/></w:lvlOverride>' for level in _LEVELS
        )
        made = f'<w:num {nsdecls("w")} w:numId="{number}"><w:abstractNumId w:val="{form}"/>{starts}</w:num>'
        lists[-1].addnext(etree.fromstring(made))
        return number

    def link(self, target: str) -> str:
        """Return the id of the relation to an address outside."""
        return self.word.part.relate_to(target, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)


def _frame(known: Any) -> str:
    """Return the frame that a style puts its paragraphs in, as XML; LibreOffice only heeds it in the paragraph."""
    found = known.find(f"{qn('w:pPr')}/{qn('w:framePr')}")
    if found is None:
        return ""
    inside = " ".join(f"w:{etree.QName(name).localname}={quoteattr(value)}" for name, value in found.attrib.items())
    return f"<w:framePr {inside}/>"


def _lacking(style: HouseStyle, what: Sentence) -> StyleError:
    return StyleError(
        "版式“{style}”的 Word 模板缺少{what}。请用 Word 在模板里补上，或换用别的版式。", style=style.name, what=what
    )


def _twips(length: int | None) -> int:
    return round((length or 0) / 635)  # from EMU
