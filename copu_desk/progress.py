"""How a long task tells how far it is, and hears that nobody wants it any more."""

from typing import Protocol


class Cancelled(Exception):  # noqa: N818 - no error: somebody wished it
    """The user cancelled the task; what it had not finished has changed nothing."""


class Progress(Protocol):
    """What a long task calls between its steps."""

    def __call__(self, done: int, total: int, words: str = "") -> None:
        """Tell that `done` of `total` steps are made (total 0: nobody knows how many) and what comes now.

        Cancelled is raised when the task is to stop here.
        """


def no_progress(done: int, total: int, words: str = "") -> None:
    """Tell nobody, and never stop: for the command line and for tests."""


NO_PROGRESS: Progress = no_progress
