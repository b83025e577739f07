"""Names of files that every system takes, from whatever a meeting, an essay or a file from outside is called."""

import re
import unicodedata
from collections.abc import Collection, Iterable

LONGEST = 200  # bytes of UTF-8: systems allow 255, and a suffix, (2) or .part must still find room

# Separators and what Windows forbids; control and format characters (line feeds, overrides of the writing direction);
# lone surrogates.
_FORBIDDEN = re.compile(r'[\\/:*?"<>|]')
_UNSEEN = {"Cc", "Cf", "Cs", "Zl", "Zp", "Cn"}
_DEVICES = re.compile(r"(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(?=\.|$)", re.IGNORECASE)


def safe_name(words: str, otherwise: str = "未命名") -> str:
    """Return words as the name of a file, without a folder, that Windows, macOS and Linux all take.

    What must not stand in a name becomes `_`, what cannot be seen goes, dots and spaces at the ends go too, names of
    devices (CON, NUL …) get a `_` before them, and at most LONGEST bytes are kept. Without anything left it is
    `otherwise`.
    """
    spaced = words.replace("\t", " ").replace("\n", " ")
    seen = "".join(sign for sign in spaced if unicodedata.category(sign) not in _UNSEEN)
    name = _FORBIDDEN.sub("_", unicodedata.normalize("NFC", seen)).strip(" .")
    name = name.encode()[:LONGEST].decode(errors="ignore").rstrip(" .")
    return _DEVICES.sub(r"_\1", name, count=1) if _DEVICES.match(name) else name or otherwise


def safe_names(names: Iterable[str], kinds: Collection[str]) -> list[str]:
    """Return the names of files from outside as those of files that lie in one folder, in the same order.

    Each is safe as by `safe_name`, with its ending kept however long it is; no two are one to a system that does not
    tell a from A: they get (2), (3) … A file whose ending is none of `kinds` gets `.bin`, so that nothing runs it.
    """
    taken: set[str] = set()
    made = []
    for name in names:
        stem, dot, ending = name.rpartition(".")
        known = bool(dot) and ending.lower() in kinds
        stem, suffix = (safe_name(stem), f".{ending}") if known else (safe_name(name), ".bin")
        candidate, number = f"{stem}{suffix}", 1
        while candidate.casefold() in taken:
            number += 1
            candidate = f"{stem}({number}){suffix}"
        taken.add(candidate.casefold())
        made.append(candidate)
    return made
