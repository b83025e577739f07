"""The bytes of the files that meetings were imported from: each content once, by its SHA-256, as long as one holds it.

Whoever adds an original holds its bytes (`Library.hold_original`), and they are written together with the first meeting
that is saved with it: so no bytes are without a meeting, and saving it again costs nothing. The triggers of the schema
see to what goes with the last meeting that had it.
"""

from collections.abc import Mapping

from sqlite_utils import Database

from copu_desk.errors import RequestError
from copu_desk.library import rows
from copu_desk.model import Meeting, Original


def of(db: Database, meeting: str) -> tuple[Original, ...]:
    """Return the originals of a meeting (its id) as they are now."""
    found = db.query("SELECT * FROM originals WHERE meeting = ? ORDER BY position", [meeting])
    return tuple(rows.record(Original, values) for values in found)


def keep(db: Database, meeting: Meeting, held: Mapping[str, bytes]) -> set[str]:
    """Write those of the held bytes that a meeting's originals name, and return their digests."""
    if not held:
        return set()
    wanted = {one.digest for one in meeting.originals} & held.keys()
    db.conn.executemany(
        "INSERT OR IGNORE INTO original_files VALUES (?, ?)", [(digest, held[digest]) for digest in wanted]
    )
    return wanted


def data(db: Database, digest: str) -> bytes:
    """Return the bytes of an original; RequestError if they are gone for good."""
    found = db.execute("SELECT data FROM original_files WHERE digest = ?", [digest]).fetchone()
    if not found:
        raise RequestError("这个原件已经彻底删除，资料库里没有它的内容了。")
    return bytes(found[0])


def has(db: Database, digest: str) -> bool:
    """Tell whether the bytes of an original are there."""
    return db.execute("SELECT 1 FROM original_files WHERE digest = ?", [digest]).fetchone() is not None
