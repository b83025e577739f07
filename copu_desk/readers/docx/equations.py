"""Write the equations of a Word file (OMML) on one line, as one would type them: (a+b)/2, x^2, √(y), ∑_(i=1)^n."""

from collections.abc import Callable

from copu_desk.readers.docx.package import Element

M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_W_TEXT = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}t"
_MVAL = M + "val"


def linear(node: Element) -> str:
    """Return an equation as one line of text; what is not known gives its parts in a row."""
    tag = node.tag
    if tag in (M + "t", _W_TEXT):
        return node.text or ""
    if not isinstance(tag, str) or tag.endswith("Pr"):
        return ""
    write = _WRITE.get(tag)
    return write(node) if write else _row(node)


def _row(node: Element) -> str:
    return "".join(map(linear, node))


def _part(node: Element, name: str) -> str:
    child = node.find(M + name)
    return "" if child is None else _row(child)


def _grouped(words: str) -> str:
    return words if len(words) <= 1 or words.isalnum() else f"({words})"


def _fraction(node: Element) -> str:
    return f"{_grouped(_part(node, 'num'))}/{_grouped(_part(node, 'den'))}"


def _super(node: Element) -> str:
    return f"{_part(node, 'e')}^{_grouped(_part(node, 'sup'))}"


def _sub(node: Element) -> str:
    return f"{_part(node, 'e')}_{_grouped(_part(node, 'sub'))}"


def _both(node: Element) -> str:
    return f"{_part(node, 'e')}_{_grouped(_part(node, 'sub'))}^{_grouped(_part(node, 'sup'))}"


def _before(node: Element) -> str:
    return f"_{_grouped(_part(node, 'sub'))}^{_grouped(_part(node, 'sup'))}{_part(node, 'e')}"


def _root(node: Element) -> str:
    degree = _part(node, "deg")
    return f"{degree}√({_part(node, 'e')})"


def _property(node: Element, name: str, default: str) -> str:
    for properties in node:
        if isinstance(properties.tag, str) and properties.tag.endswith("Pr"):
            child = properties.find(M + name)
            if child is not None:
                return child.get(_MVAL) or ""
    return default


def _many(node: Element) -> str:
    below, above = _part(node, "sub"), _part(node, "sup")
    sign = _property(node, "chr", "∫")
    return sign + (f"_{_grouped(below)}" if below else "") + (f"^{_grouped(above)}" if above else "") + _part(node, "e")


def _delimited(node: Element) -> str:
    begin, end = _property(node, "begChr", "("), _property(node, "endChr", ")")
    between = _property(node, "sepChr", "|")
    return begin + between.join(_row(child) for child in node.findall(M + "e")) + end


def _matrix(node: Element) -> str:
    rows = [",".join(_row(cell) for cell in row.findall(M + "e")) for row in node.findall(M + "mr")]
    return f"[{';'.join(rows)}]"


def _lines(node: Element) -> str:
    return ";".join(_row(child) for child in node.findall(M + "e"))


def _function(node: Element) -> str:
    return f"{_part(node, 'fName')} {_part(node, 'e')}"


def _limit(sign: str) -> Callable[[Element], str]:
    return lambda node: f"{_part(node, 'e')}{sign}{_grouped(_part(node, 'lim'))}"


_WRITE: dict[str, Callable[[Element], str]] = {
    M + "f": _fraction,
    M + "sSup": _super,
    M + "sSub": _sub,
    M + "sSubSup": _both,
    M + "sPre": _before,
    M + "rad": _root,
    M + "nary": _many,
    M + "d": _delimited,
    M + "m": _matrix,
    M + "eqArr": _lines,
    M + "func": _function,
    M + "limLow": _limit("_"),
    M + "limUpp": _limit("^"),
}
