"""The parts of a Word file: opened within limits, parsed without network or entities, found by their relationships."""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from functools import cached_property
from itertools import chain
from posixpath import dirname, join, normpath
from typing import Any, TypeVar
from urllib.parse import unquote

from lxml import etree

from copu_desk.errors import ReadError
from copu_desk.limits import DAMAGED, Archive
from copu_desk.sentences import Sentence

_TRANSITIONAL = b"http://schemas.openxmlformats.org/"
_STRICT = {  # ISO/IEC 29500 Strict has other names for the same things
    b"http://purl.oclc.org/ooxml/wordprocessingml/main": _TRANSITIONAL + b"wordprocessingml/2006/main",
    b"http://purl.oclc.org/ooxml/drawingml/main": _TRANSITIONAL + b"drawingml/2006/main",
    b"http://purl.oclc.org/ooxml/drawingml/diagram": _TRANSITIONAL + b"drawingml/2006/diagram",
    b"http://purl.oclc.org/ooxml/drawingml/chart": _TRANSITIONAL + b"drawingml/2006/chart",
    b"http://purl.oclc.org/ooxml/drawingml/picture": _TRANSITIONAL + b"drawingml/2006/picture",
    b"http://purl.oclc.org/ooxml/drawingml/wordprocessingDrawing": _TRANSITIONAL
    + b"drawingml/2006/wordprocessingDrawing",
    b"http://purl.oclc.org/ooxml/officeDocument/math": _TRANSITIONAL + b"officeDocument/2006/math",
    b"http://purl.oclc.org/ooxml/officeDocument/relationships": _TRANSITIONAL + b"officeDocument/2006/relationships",
}
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_DEEPEST_FIELD = 20
T = TypeVar("T")
Element = Any  # of lxml, which names no type for it that a checker can see
_NO_DOCUMENT = Sentence("它不是 Word 文档（里面没有正文）。请用 Word 或 WPS 打开后另存为 .docx，再导入。")


@dataclass(frozen=True, slots=True)
class Relation:
    """What a part refers to: another part, or an address outside."""

    kind: str
    target: str
    external: bool


class Part:
    """A part of XML and what it refers to."""

    def __init__(self, archive: Archive, name: str) -> None:
        self.archive, self.name = archive, name
        self.root = parse(archive.xml(name))

    @cached_property
    def loose_marks(self) -> frozenset[Element]:
        """The marks of fields that are never ended, whose instruction would be all the rest of the text.

        Those of fields deeper within each other than Word allows are passed over, too.
        """
        found, fields = list[Element](), list[list[Element]]()
        for mark in self.root.iter(W + "fldChar"):
            kind = mark.get(W + "fldCharType")
            if kind == "begin":
                fields.append([mark])
            elif fields:
                fields[-1].append(mark)
                if kind == "end":
                    ended = fields.pop()
                    found += ended if len(fields) >= _DEEPEST_FIELD else []
        return frozenset(chain(found, *fields))

    @cached_property
    def relations(self) -> dict[str, Relation]:
        """What the part refers to, by identity."""
        return _relations(self.archive, self.name)

    def relation(self, identity: str | None) -> Relation | None:
        """Return what an identity refers to."""
        return self.relations.get(identity or "")

    def related(self, kind: str) -> str:
        """Return the name of the first part of a kind (`styles`, `numbering`, `footnotes`) or nothing."""
        for one in self.relations.values():
            if one.kind == kind and not one.external and one.target in self.archive:
                return one.target
        return ""

    def part(self, kind: str) -> "Part | None":
        """Return the first part of a kind, or None if there is none or it is damaged (the text matters more)."""
        name = self.related(kind)
        try:
            return Part(self.archive, name) if name else None
        except ReadError:
            return None

    def parts(self, kind: str) -> "list[Part]":
        """Return all sound parts of a kind, each once however often it is referred to."""
        related = (one for one in self.relations.values() if one.kind == kind and not one.external)
        found = []
        for target in dict.fromkeys(one.target for one in related if one.target in self.archive):
            with suppress(ReadError):
                found.append(Part(self.archive, target))
        return found

    def made_of(self, relation: Relation, make: Callable[[bytes], T]) -> T:
        """Return what is made, once, of the part that is referred to; ReadError if it is missing or damaged."""
        return self.archive.once(relation.target, make)


def main_part(data: bytes) -> Part:
    """Return the part with the text of a Word file; ReadError if the file is none."""
    archive = Archive(data)
    for one in _relations(archive, "").values():
        if one.kind == "officeDocument" and one.target in archive:
            return _with_body(archive, one.target)
    if "word/document.xml" in archive:
        return _with_body(archive, "word/document.xml")
    raise ReadError(_NO_DOCUMENT)


def _with_body(archive: Archive, name: str) -> Part:
    part = Part(archive, name)
    if part.root.find(W + "body") is None:
        raise ReadError(_NO_DOCUMENT)
    return part


def parse(data: bytes) -> Element:
    """Parse XML without entities, comments or the network; ReadError if it is not well-formed or nested too deep."""
    for strict, usual in _STRICT.items():
        if strict in data:
            data = data.replace(strict, usual)
    parser = etree.XMLParser(resolve_entities=False, no_network=True, remove_comments=True, remove_pis=True)
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise ReadError(DAMAGED) from error
    if root is None or root.getroottree().docinfo.doctype:
        raise ReadError(DAMAGED)
    return root


def _relations(archive: Archive, name: str) -> dict[str, Relation]:
    folder, base = dirname(name), name.rpartition("/")[2]
    where = join(folder, "_rels", f"{base}.rels")
    if where not in archive:
        return {}
    found = {}
    for one in parse(archive.xml(where)):
        target, external = one.get("Target") or "", one.get("TargetMode") == "External"
        if not external:
            target = normpath(join("/", folder, unquote(target))).lstrip("/")
        found[one.get("Id") or ""] = Relation((one.get("Type") or "").rpartition("/")[2], target, external)
    return found
