"""Faults that a harness which kills windows must catch, each put into the program of one process by its name."""

import time
from collections.abc import Callable
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QTimer

from copu_desk.library import Library, rows
from copu_desk.model import Presence

EARLY_MS = 60  # how long the saving waits that was told of already
FEW = 3  # savings that are done
TORN_S = 0.25  # seconds between two steps, so that kills fall there


def early() -> None:
    """Say 已保存 before it is saved."""
    save = Library.save

    def later(library: Library, *states: Any) -> None:
        QTimer.singleShot(EARLY_MS, lambda: save(library, *states))

    Library.save = later  # type: ignore[method-assign]


def silent() -> None:
    """Save nothing after a few times."""
    save, done = Library.save, []

    def seldom(library: Library, *states: Any) -> None:
        done.append(1)
        if len(done) <= FEW:
            save(library, *states)

    Library.save = seldom  # type: ignore[method-assign]


def torn() -> None:
    """Save in several steps, so that a part of a change can be missing."""
    put = rows.put

    def in_parts(db: Any, *what: Any) -> None:
        put(db, *what)
        if db.conn.in_transaction:
            db.conn.execute("COMMIT")
            time.sleep(TORN_S)
            db.conn.execute("BEGIN IMMEDIATE")

    rows.put = in_parts


def forgetful() -> None:
    """Forget one field of one kind of records."""
    save = Library.save

    def without(library: Library, now: Any, *before: Any) -> None:
        save(
            library,
            replace(now, attendees=tuple(replace(one, presence=Presence.UNMARKED) for one in now.attendees)),
            *before,
        )

    Library.save = without  # type: ignore[method-assign]


def halfway() -> None:
    """Restore a backup without one of its tables."""
    restore = Library.restore_backup

    def in_part(library: Library, *what: Any) -> Any:
        people = library._db.execute("SELECT * FROM people").fetchall()
        made = restore(library, *what)
        with library._db.atomic():
            library._db.execute("DELETE FROM people")
            library._db.conn.executemany(f"INSERT INTO people VALUES ({', '.join('?' * len(people[0]))})", people)  # noqa: S608
        return made

    Library.restore_backup = in_part  # type: ignore[method-assign]


MUTANTS: dict[str, Callable[[], None]] = {one.__name__: one for one in (early, silent, torn, forgetful, halfway)}
