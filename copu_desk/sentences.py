"""Sentences for the user: said in Chinese, and able to be told in the language of the window.

The layers below the window make them and know no Qt; the window tells them (gui/sentences.py), the command line prints
them as they are.
"""

import re
from collections.abc import Callable, Iterable
from string import Formatter
from typing import Self

# Takes a template and how many it speaks of, -1 where it counts nothing.
Translate = Callable[[str, int], str]


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
        be written where it is used or named, so that tests/make_translations.py finds it. A number before what is
        counted is called `count`: a language may need another template for one than for more.
        """
        if isinstance(template, cls) and not values:
            return template
        made = super().__new__(cls, _filled(template, values, _as_it_is, "、"))
        made.template, made.values = template, values
        return made

    def but(self, **values: object) -> Self:
        """Return the same sentence with other values."""
        return type(self)(self.template, **{**self.values, **values})

    def told(self, translate: Translate, comma: str) -> str:
        """Return the sentence in another language: `translate` knows the templates, `comma` stands in lists."""
        count = self.values.get("count")
        template = translate(self.template, count if isinstance(count, int) else -1)
        return _filled(template, self.values, translate, comma)


def read_again(words: str, known: Iterable[Sentence]) -> str:
    """Return a text as the sentence of which it was made, if that is one of those known; else as it is."""
    for sentence in known:
        parts = Formatter().parse(sentence.template)
        pattern = "".join(re.escape(before) + (f"(?P<{name}>.*)" if name else "") for before, name, *_ in parts)
        if found := re.fullmatch(pattern, words, re.DOTALL):
            return sentence.but(**found.groupdict())
    return words


def _as_it_is(template: str, _count: int) -> str:
    return template


def _filled(template: str, values: dict[str, object], translate: Translate, comma: str) -> str:
    if not values:
        return template

    def told(value: object) -> object:
        if isinstance(value, list | tuple):
            return comma.join(str(told(one)) for one in value)
        return value.told(translate, comma) if isinstance(value, Sentence) else value

    return template.format(**{name: told(value) for name, value in values.items()})
