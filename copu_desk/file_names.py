"""Names of files that every system takes, from whatever a meeting or an essay is called."""

import re
import unicodedata

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
