"""Sentences for the user: said in Chinese, and able to be told in the language of the window.

The layers below the window make them and know no Qt; the window tells them (gui/sentences.py), the command line prints
them as they are.
"""

import re
from collections.abc import Callable, Iterable
from string import Formatter
from typing import Self


class Sentence(str):
    """A sentence in Chinese, or a part of one, that remembers its template and what was filled in.

    It is a str everywhere: printed, compared, written as JSON. What is made of it by `+`, `join` or an f-string is an
    ordinary str, which the window can show only in Chinese; a sentence in a sentence is therefore filled in.
    """

    template: str
    values: dict[str, object]

    def __new__(cls, template: str, /, **values: object) -> Self:
        """Fill values into a template (`“{file}”打不开。`); of a list or a tuple each, with 、 between them.

        A template without values may contain braces. A sentence as the template is taken as it is. Each template must
        be written where it is used or named, so that tests/make_translations.py finds it.
        """
        if isinstance(template, cls) and not values:
            return template
        made = super().__new__(cls, _filled(template, values, str, "、"))
        made.template, made.values = template, values
        return made

    def but(self, **values: object) -> Self:
        """Return the same sentence with other values."""
        return type(self)(self.template, **{**self.values, **values})

    def told(self, translate: Callable[[str], str], comma: str) -> str:
        """Return the sentence in another language: `translate` knows the templates, `comma` stands in lists."""
        return _filled(translate(self.template), self.values, translate, comma)


def read_again(words: str, known: Iterable[Sentence]) -> str:
    """Return a text as the sentence of which it was made, if that is one of those known; else as it is."""
    for sentence in known:
        parts = Formatter().parse(sentence.template)
        pattern = "".join(re.escape(before) + (f"(?P<{name}>.*)" if name else "") for before, name, *_ in parts)
        if found := re.fullmatch(pattern, words, re.DOTALL):
            return sentence.but(**found.groupdict())
    return words


def _filled(template: str, values: dict[str, object], translate: Callable[[str], str], comma: str) -> str:
    if not values:
        return template

    def told(value: object) -> object:
        if isinstance(value, list | tuple):
            return comma.join(str(told(one)) for one in value)
        return value.told(translate, comma) if isinstance(value, Sentence) else value

    return template.format(**{name: told(value) for name, value in values.items()})
