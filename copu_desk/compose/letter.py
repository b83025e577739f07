"""Compose the mail that a paper of a meeting is attached to."""

from typing import NamedTuple

from copu_desk.compose.minutes import organ
from copu_desk.model import Meeting, Series
from copu_desk.style import HouseStyle, fill


class Letter(NamedTuple):
    """A mail's subject and text, and the title of what is attached to it."""

    title: str
    subject: str
    text: str


def compose(title: str, meeting: Meeting, series: Series, style: HouseStyle) -> Letter:
    """Return the mail to which a paper of that title is attached; it is signed by the recorder, else by the organ."""
    values = {"title": title, "signature": meeting.recorder or organ(series)}
    words = style.letter
    return Letter(title, fill(words.subject, values), fill(words.text, values).strip() + "\n")
