"""Compile the window's translations (.ts, what translators edit) into what Qt loads (.qm) when the program is packaged.

Qt's own lrelease would bring 260 MB of Qt into the environment of the build, and does not start on a machine that
lacks a window's libraries, where the command line is all that is wanted. The format is small: each message stands
under a hash of its source text, the hashes in order; one with a number has its forms one after the other, and a rule
of the language says which is for how many. Run by hand, this module compiles in a checkout.
"""

import os
import struct
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

_MAGIC = bytes.fromhex("3cb86418caef9c95cd211cbf60a1bddd")
_LANGUAGE, _HASHES, _MESSAGES, _RULES = 0xA7, 0x42, 0x69, 0x88
_END, _TRANSLATION, _SOURCE, _CONTEXT, _COMMENT = 1, 3, 6, 7, 8
_PLURALS = {"en": bytes([0x01, 1])}  # the first form for what equals 1, the last for the rest


class Translations(BuildHookInterface[Any]):
    """Runs before each build of a wheel (an editable one as well) and of a source distribution."""

    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:  # noqa: ARG002 - the interface's
        """Compile all translations."""
        compile_all(Path(self.root))


def compile_all(root: Path) -> list[Path]:
    """Compile the translations of a checkout, and return the files made."""
    made = []
    for source in sorted((root / "resources" / "translations").glob("*.ts")):
        made.append(source.with_suffix(".qm"))
        data, fresh = compiled(source.read_text(encoding="utf-8")), made[-1].with_suffix(f".{os.getpid()}")
        if not made[-1].exists() or made[-1].read_bytes() != data:
            fresh.write_bytes(data)
            fresh.replace(made[-1])  # a program that runs has the file mapped: it must not change under it
    return made


def compiled(words: str) -> bytes:
    """Return a .ts file as a .qm file; messages that are not finished are left out."""
    root = ElementTree.fromstring(words)  # noqa: S314 - our own file
    messages, hashes = b"", []
    for context, source, comment, forms in sorted(_finished(root)):
        hashes.append((_hash(source + comment), len(messages)))
        messages += (
            b"".join(_part(_TRANSLATION, form.encode("utf-16-be")) for form in forms)
            + _part(_SOURCE, source.encode())
            + (_part(_COMMENT, comment.encode()) if comment else b"")
            + _part(_CONTEXT, context.encode())
            + bytes([_END])
        )
    table = b"".join(struct.pack(">II", *entry) for entry in sorted(hashes))
    language = root.get("language", "")
    parts = ((_LANGUAGE, language.encode()), (_HASHES, table), (_MESSAGES, messages), (_RULES, _PLURALS.get(language)))
    return _MAGIC + b"".join(_part(tag, data) for tag, data in parts if data is not None)


def _finished(root: ElementTree.Element) -> Iterator[tuple[str, str, str, list[str]]]:
    for context in root.iter("context"):
        for message in context.iter("message"):
            translation = message.find("translation")
            if translation is not None and not translation.get("type"):
                source, comment = message.findtext("source", ""), message.findtext("comment", "")
                forms = [form.text or "" for form in translation.iter("numerusform")] or [translation.text or ""]
                if all(forms):
                    yield context.findtext("name", ""), source, comment, forms


def _part(tag: int, data: bytes) -> bytes:
    return struct.pack(">BI", tag, len(data)) + data


def _hash(words: str) -> int:
    value = 0
    for byte in words.encode():
        value = (value << 4) + byte
        high = value & 0xF0000000
        value = (value ^ high >> 24) & ~high
    return value or 1


if __name__ == "__main__":
    for path in compile_all(Path(__file__).parents[2]):
        print(path)  # noqa: T201 - what was made
