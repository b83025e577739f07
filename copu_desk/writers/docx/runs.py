"""Runs of text as Word's XML."""

from functools import lru_cache
from urllib.parse import quote, urlsplit
from xml.sax.saxutils import escape, quoteattr

from copu_desk.document import Script, Span, clean

_SCHEMES = ("http", "https", "mailto")


def attribute(words: str) -> str:
    """Return words as a quoted XML attribute."""
    return quoteattr(clean(words))


def run(span: Span, style: str = "", size: int = 0) -> str:
    """Return a span as a run in a character style (its id, none if empty); no text, no run.

    Size is in half points, 0 for that of the style.
    """
    if not span.text:
        return ""
    properties = _properties(style, (span.bold, span.italic, span.underline), span.script, size)
    return f"<w:r>{properties}{_inside(span.text)}</w:r>"


@lru_cache(256)
def _properties(style: str, forms: tuple[bool, bool, bool], script: Script, size: int) -> str:
    bold, italic, underline = forms
    faces = (
        f"<w:rStyle w:val={attribute(style)}/>" if style else "",
        '<w:rFonts w:hint="eastAsia"/>',
        "<w:b/><w:bCs/>" if bold else "",
        "<w:i/><w:iCs/>" if italic else "",
        f'<w:sz w:val="{size}"/><w:szCs w:val="{size}"/>' if size else "",
        '<w:u w:val="single"/>' if underline else "",
        f'<w:vertAlign w:val="{script}script"/>' if script else "",
    )
    return f"<w:rPr>{''.join(faces)}</w:rPr>"


def _inside(words: str) -> str:
    """Return a text as the inside of a run: tabs and line breaks are elements of their own."""
    made = f'<w:t xml:space="preserve">{escape(clean(words))}</w:t>'
    for sign, element in (("\n", "<w:br/>"), ("\t", "<w:tab/>")):
        if sign in made:
            made = made.replace(sign, f'</w:t>{element}<w:t xml:space="preserve">')
    return made.replace('<w:t xml:space="preserve"></w:t>', "")


def address(link: str) -> str:
    """Return a link as an address that Word takes, nothing if it is none (only http, https and mailto are)."""
    words = clean(link).strip()
    try:
        known = urlsplit(words).scheme in _SCHEMES
    except ValueError:
        known = False
    return quote(words, safe="%/:?#@!$&'()*+,;=~-._") if known else ""
