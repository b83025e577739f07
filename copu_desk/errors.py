"""What can go wrong that the secretary can do something about.

* CopuError
  * ReadError      a file that came in cannot be understood
    * UnknownColumnsError   it is a table, but the secretary has to say what its columns hold
  * WriteError     a file cannot be written
  * LibraryError   the library cannot be opened, read or saved
    * HeldError      another window has it
    * ReadOnlyError  it was opened only to be read, or its disk allows no writing
    * DamagedError   its file is damaged, or is no library
  * StyleError     a house style is missing or incomplete
  * RequestError   what was asked for does not exist, or not only once
  * WindowError    this machine cannot show the window

Each message is one sentence in Chinese that says what is wrong and what to do; anything else that is raised is a fault
of the program.
"""

from copu_desk.sentences import Sentence


class CopuError(Exception):
    """Something went wrong, said in words for the secretary: `ReadError("“{file}”打不开。", file=path.name)`."""

    def __init__(self, template: str, /, **values: object) -> None:
        self.sentence = Sentence(template, **values)
        super().__init__(self.sentence)


class ReadError(CopuError):
    """A file that came in cannot be understood."""


class UnknownColumnsError(ReadError):
    """A table came in, but the secretary has to say what its columns hold."""


class WriteError(CopuError):
    """A file cannot be written."""


class LibraryError(CopuError):
    """The library cannot be opened, read or saved."""


class HeldError(LibraryError):
    """Another window has the library."""


class ReadOnlyError(LibraryError):
    """The library was opened only to be read, or its disk allows no writing."""


class DamagedError(LibraryError):
    """The library's file is damaged, or is no library."""


class StyleError(CopuError):
    """A house style is missing or incomplete."""


class RequestError(CopuError):
    """What was asked for does not exist, or not only once."""


class WindowError(CopuError):
    """No window can be shown on this machine."""
